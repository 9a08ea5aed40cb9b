// Completes package-lock.json with the optional packages of platforms that this machine cannot see.
//
// npm leaves an optional package out of the lock file when the registry at hand lacks it, and `npm ci` then refuses
// the lock file on every machine. Each missing package is added by its name, with the platform that the name tells.
// Such an entry carries no integrity hash until the lock file is made again against a registry that has it.
//   node .ci/complete-lock.mjs          completes the lock file; run it after every change of a dependency
//   node .ci/complete-lock.mjs --check  changes nothing, and fails if anything is missing
import { readFileSync, writeFileSync } from 'node:fs';

const FILE = 'package-lock.json';
const lock = JSON.parse(readFileSync(FILE, 'utf8'));

const SYSTEMS = {
	darwin: 'darwin',
	linux: 'linux',
	linuxmusl: 'linux',
	win32: 'win32',
	windows: 'win32',
	freebsd: 'freebsd',
	android: 'android',
	openbsd: 'openbsd',
	netbsd: 'netbsd',
	sunos: 'sunos',
	aix: 'aix',
	openharmony: 'openharmony',
};
const PROCESSORS = [
	'x64',
	'arm64',
	'arm',
	'ia32',
	'ppc64',
	's390x',
	'riscv64',
	'loong64',
	'mips64el',
	'wasm32',
];

/** What an optional package's name tells of the platform that it is for. */
function platform(name) {
	const words = name.split(/[/\-.]/);
	const system = words.find((word) => Object.hasOwn(SYSTEMS, word));
	const processor = words.find((word) => PROCESSORS.includes(word));
	const libc =
		words.includes('musl') || words.includes('linuxmusl')
			? ['musl']
			: words.includes('gnu')
				? ['glibc']
				: undefined;
	return {
		...(processor && { cpu: [processor] }),
		...(libc && { libc }),
		...(system && { os: [SYSTEMS[system]] }),
	};
}

/** Whether a package is in the lock file where npm would look for it from another. */
function isLocked(name, from) {
	for (let place = from; ; place = place.replace(/(^|\/)node_modules\/(@[^/]+\/)?[^/]+$/, '')) {
		if (lock.packages[`${place ? `${place}/` : ''}node_modules/${name}`]) return true;
		if (place === '') return false;
	}
}

const added = [];
for (const [place, entry] of Object.entries(lock.packages)) {
	for (const [name, range] of Object.entries(entry.optionalDependencies ?? {})) {
		if (isLocked(name, place)) continue;
		lock.packages[`node_modules/${name}`] = {
			version: range.replace(/^[\^~]/, ''),
			...platform(name),
			...(entry.dev && { dev: true }),
			optional: true,
		};
		added.push(name);
	}
}

if (process.argv.includes('--check')) {
	for (const name of added) console.error(`missing from ${FILE}: ${name}`);
	process.exitCode = added.length > 0 ? 1 : 0;
} else if (added.length > 0) {
	lock.packages = Object.fromEntries(Object.entries(lock.packages).sort(([a], [b]) => (a < b ? -1 : 1)));
	writeFileSync(FILE, `${JSON.stringify(lock, null, 2)}\n`);
	console.log(`added ${added.length}:\n${added.join('\n')}`);
}
