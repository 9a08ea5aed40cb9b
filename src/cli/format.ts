import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import {
	CONFIG_FILE,
	findFiles,
	isRecordFolder,
	REGISTER_FILE,
	VERSIONS_FOLDER,
	WAIVERS_FILE,
} from '../archive/read/files.ts';
import { PACKAGE } from '../core/software.ts';
import { writeAll } from '../integrity/atomic-write/write-all.ts';
import { settledContent } from './content.ts';
import { readArguments } from './usage.ts';

/**
 * `format`: puts every file into the common layout of the content, and in the software’s own repository every file of that. A record that was
 * released keeps its bytes. `--check` names the files that are not in it, and changes nothing.
 */
export async function format(args: string[]): Promise<void> {
	const { values } = readArguments(args, 0, { check: { type: 'boolean' } });
	const isCheck = values['check'] === true;
	const content = settledContent();
	await formatContent(content, isCheck);
	if (process.cwd() !== PACKAGE) return;
	// The software's own files are under version control, and none of them is a record.
	const own = path.relative('.', content);
	const prettier = path.join(
		path.dirname(createRequire(import.meta.url).resolve('prettier')),
		'bin/prettier.cjs',
	);
	const options = [isCheck ? '--check' : '--write', '--log-level', 'warn', '.'];
	if (!own.startsWith('..')) options.push(`!${own.replaceAll(path.sep, '/')}/**`);
	const { status } = spawnSync(process.execPath, [prettier, ...options], { stdio: 'inherit' });
	if (status !== 0) process.exitCode = 1;
}

/**
 * Puts the content into the common layout, all files or none. A record that was released is left as it is, since its
 * file is what the release froze.
 */
export async function formatContent(content: string, isCheck: boolean): Promise<void> {
	const changes = new Map<string, string>();
	for (const file of formattable(content)) {
		const source = readFileSync(path.join(content, file), 'utf8');
		try {
			const text = await formatText(file, source);
			if (text !== source) changes.set(file, text);
		} catch {
			// What the parser says may hold words of the file; the check says where it is wrong without them.
			console.error(`${file} cannot be read: “npm run check” says where. It is left as it is.`);
			process.exitCode = 1;
		}
	}
	if (!isCheck) writeAll(content, changes);
	for (const file of changes.keys())
		if (isCheck) console.error(`${file} is not in the common layout: “npm run format”`);
		else console.log(file);
	if (isCheck && changes.size > 0) process.exitCode = 1;
}

/**
 * The text of a file of the content in the common layout.
 *
 * @throws what the parser says, which may hold words of the file
 */
export async function formatText(file: string, text: string): Promise<string> {
	const prettier = await import('prettier');
	// As if it lay in the package: its layout is that of every archive.
	const place = path.join(PACKAGE, 'content', file);
	const options = await prettier.resolveConfig(place, { config: path.join(PACKAGE, '.prettierrc') });
	return prettier.format(text, { ...options, plugins: [], filepath: place });
}

/** Files of the content that people write, without records that were released. */
function formattable(content: string): string[] {
	const isReleased = (id: string) => existsSync(path.join(content, VERSIONS_FOLDER, id));
	const texts = findFiles(content).found.filter(
		({ folder, id }) => !isRecordFolder(folder) || !isReleased(id),
	);
	const top = [CONFIG_FILE, REGISTER_FILE, WAIVERS_FILE].filter((file) =>
		existsSync(path.join(content, file)),
	);
	return [...top, ...texts.map(({ file }) => file)];
}
