// Preload: counts the calls that change files below FAULT_ROOT and ends the process before (FAULT_HOW=kill) call number
// FAULT_AT, or lets that call fail with FAULT_HOW as its code (ENOSPC, EACCES). Writes how many calls there were to
// FAULT_LOG.
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import path from 'node:path';

const { FAULT_ROOT: root = '/nowhere', FAULT_AT: at, FAULT_HOW: how = 'count', FAULT_LOG: log } = process.env;
const raw = { ...fs };
let count = 0;
const isWithin = (file) => typeof file === 'string' && path.resolve(file).startsWith(root);

const CALLS = ['writeFileSync', 'renameSync', 'rmSync', 'mkdirSync', 'copyFileSync', 'cpSync', 'rmdirSync'];
for (const name of CALLS)
	fs[name] = (...args) => {
		if (!args.slice(0, 2).some(isWithin)) return raw[name](...args);
		count++;
		if (log) raw.writeFileSync(log, String(count));
		if (count === Number(at)) {
			if (how === 'kill') process.kill(process.pid, 'SIGKILL');
			throw Object.assign(new Error(`${how}: made by a test, ${name}`), { code: how, syscall: name });
		}
		return raw[name](...args);
	};
syncBuiltinESMExports();
