import { enableCompileCache } from 'node:module';
import path from 'node:path';
import { runCommand } from './run-command.ts';

// Compiled code, of this software and its packages and nothing else, is kept between runs: compiling is much of what a
// short command takes.
enableCompileCache(path.resolve('node_modules/.cache/archive/compiled'));

// Only `dev` shows what has problems: no variable makes another command do so.
delete process.env['ARCHIVE_LIVE'];

await runCommand(process.argv.slice(2));
