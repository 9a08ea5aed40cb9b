import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';

/**
 * Validates a bag by RFC 8493, section 3, as the validators of libraries do: every rule for a complete and valid bag
 * that this kind of bag can break. Written from the RFC alone, with nothing of the software that makes the bag.
 *
 * @returns what is wrong, nothing for a valid bag
 */
export function bagProblems(bag: string): string[] {
	const problems: string[] = [];
	const read = (file: string) =>
		existsSync(path.join(bag, file)) ? readFileSync(path.join(bag, file), 'utf8') : undefined;
	const declaration = read('bagit.txt');
	if (declaration === undefined) return ['bagit.txt is missing'];
	// 2.1.1: exactly these two lines, in UTF-8 without a byte order mark.
	if (!/^BagIt-Version: 1\.0\r?\nTag-File-Character-Encoding: UTF-8\r?\n?$/.test(declaration))
		problems.push('bagit.txt is not a declaration of version 1.0');
	if (!existsSync(path.join(bag, 'data'))) problems.push('data/ is missing');

	const payload = sumsIn(read('manifest-sha256.txt'), 'manifest-sha256.txt', problems);
	const tags = sumsIn(read('tagmanifest-sha256.txt'), 'tagmanifest-sha256.txt', problems);
	const files = readdirSync(bag, { recursive: true, withFileTypes: true })
		.filter((entry) => !entry.isDirectory())
		.map((entry) => path.relative(bag, path.join(entry.parentPath, entry.name)).replaceAll(path.sep, '/'));
	for (const [file, sum] of [...payload, ...tags]) {
		if (!files.includes(file)) problems.push(`${file} is listed, but missing`);
		else if (
			createHash('sha256')
				.update(readFileSync(path.join(bag, file)))
				.digest('hex') !== sum
		)
			problems.push(`${file} has another sum`);
	}
	// 2.1.3: the manifest lists every payload file and nothing else; 2.2.1: tag manifests list no payload.
	for (const file of files.filter((one) => one.startsWith('data/')))
		if (!payload.has(file)) problems.push(`${file} is in the payload, but not listed`);
	for (const file of payload.keys()) if (!file.startsWith('data/')) problems.push(`${file} is not payload`);
	for (const file of tags.keys())
		if (file.startsWith('data/') || file.startsWith('tagmanifest-')) problems.push(`${file} is no tag file`);
	for (const file of ['bagit.txt', 'bag-info.txt', 'manifest-sha256.txt'])
		if (!tags.has(file)) problems.push(`${file} is not listed`);

	const info = new Map<string, string>();
	for (const line of (read('bag-info.txt') ?? '').split(/\r?\n/).slice(0, -1)) {
		const [, label, value] = /^([^:\s][^:]*): (\S.*)$/.exec(line) ?? [];
		if (!label || !value) problems.push(`bag-info.txt has a line of another form: ${line}`);
		else info.set(label, value);
	}
	const octets = [...payload.keys()].reduce((sum, file) => sum + sizeOf(path.join(bag, file)), 0);
	if (info.get('Payload-Oxum') !== `${octets}.${payload.size}`) problems.push('Payload-Oxum is wrong');
	const day = info.get('Bagging-Date');
	if (day !== undefined && !/^\d{4}-\d{2}-\d{2}$/.test(day)) problems.push('Bagging-Date is no day');
	return problems;
}

function sumsIn(text: string | undefined, name: string, problems: string[]): Map<string, string> {
	const sums = new Map<string, string>();
	if (text === undefined) problems.push(`${name} is missing`);
	for (const line of (text ?? '').split(/\r?\n/).filter(Boolean)) {
		const [, sum = '', written = ''] = /^([0-9a-f]{64})[ \t]+(.+)$/.exec(line) ?? [];
		const file = written.replace(/%(0A|0D|25)/gi, (code) => decodeURIComponent(code));
		if (!sum || file.startsWith('/') || file.startsWith('~') || file.split('/').includes('..'))
			problems.push(`${name} has a line of another form: ${line}`);
		else if (sums.has(file)) problems.push(`${name} lists ${file} twice`);
		else sums.set(file, sum);
	}
	return sums;
}

function sizeOf(file: string): number {
	return existsSync(file) ? statSync(file).size : 0;
}
