/** A package of a lock file, as far as it is looked at. */
export interface LockedPackage {
	version?: string;
	resolved?: string;
	integrity?: string;
	link?: boolean;
	inBundle?: boolean;
	hasInstallScript?: boolean;
	dependencies?: Record<string, string>;
	devDependencies?: Record<string, string>;
	optionalDependencies?: Record<string, string>;
	peerDependencies?: Record<string, string>;
	bundleDependencies?: unknown;
}

/** `package-lock.json`. */
export interface Lock {
	lockfileVersion: number;
	packages: Record<string, LockedPackage>;
}

/** `package.json`, as far as it is looked at. */
export interface Manifest {
	scripts?: Record<string, string>;
	dependencies?: Record<string, string>;
	devDependencies?: Record<string, string>;
	optionalDependencies?: Record<string, string>;
	overrides?: Record<string, string>;
	allowScripts?: Record<string, boolean>;
}

/** All that decides what an installation puts on a machine. */
export interface Installation {
	lock: Lock;
	manifest: Manifest;
	/** Text of `.npmrc`. */
	settings: string;
}

const KINDS = ['dependencies', 'devDependencies', 'optionalDependencies'] as const;
const EXACT = /^\d+\.\d+\.\d+(?:-[0-9a-z.-]+)?$/i;
/** SHA-512 in base64. */
const STRONG = /^sha512-[A-Za-z0-9+/]{86}==$/;
/** A range of versions; an address, a path or another name has a colon or a slash. */
const RANGE = /^[^:/]*$/;

/**
 * Tells what in an installation could bring in code that nobody chose (threat TH-3): a package from elsewhere
 * than the registry, one whose bytes are not fixed by a hash, a direct dependency that nobody listed, a script that
 * runs as soon as it is installed.
 *
 * @param listed direct dependencies that were decided on
 */
export function lockProblems(
	{ lock, manifest, settings }: Installation,
	listed: readonly string[],
): string[] {
	return [
		...manifestProblems(manifest, listed),
		...rootProblems(lock, manifest),
		...Object.entries(lock.packages).flatMap(([place, entry]) =>
			place === '' ? [] : packageProblems(place, entry, lock, manifest),
		),
		...settingsProblems(settings),
	];
}

function manifestProblems(manifest: Manifest, listed: readonly string[]): string[] {
	const direct = KINDS.flatMap((kind) => Object.entries(manifest[kind] ?? {}));
	const names = direct.map(([name]) => name);
	return [
		...[...direct, ...Object.entries(manifest.overrides ?? {})]
			.filter(([, version]) => !EXACT.test(version))
			.map(([name]) => `${name}: not one exact version`),
		...names.filter((name) => !listed.includes(name)).map((name) => `${name}: not on the list`),
		...listed.filter((name) => !names.includes(name)).map((name) => `${name}: listed for nothing`),
		...Object.entries(manifest.scripts ?? {})
			.filter(([name]) => /^(?:pre|post)?(?:install|prepare|publish|pack)(?:Only)?$/.test(name))
			// It compiles the package that is being packed.
			.filter(([name, command]) => name !== 'prepack' || command !== 'node .ci/compile.mjs')
			.map(([name]) => `script ${name}: runs at an installation`),
		...Object.entries(manifest.allowScripts ?? {})
			.filter(([, allowed]) => allowed)
			.map(([name]) => `${name}: may run a script at its installation`),
	];
}

/** What the lock file says of the project itself must be what the project says. */
function rootProblems({ lockfileVersion, packages }: Lock, manifest: Manifest): string[] {
	const told = lockfileVersion === 3 ? [] : ['lock file: not version 3'];
	for (const kind of KINDS) {
		const said = JSON.stringify(Object.entries(manifest[kind] ?? {}).sort());
		const locked = JSON.stringify(Object.entries(packages['']?.[kind] ?? {}).sort());
		if (said !== locked) told.push(`lock file: other ${kind} than the project’s`);
		for (const [name, version] of Object.entries(manifest[kind] ?? {}))
			if (packages[`node_modules/${name}`]?.version !== version)
				told.push(`${name}: another version than the project’s`);
	}
	return told;
}

function packageProblems(place: string, entry: LockedPackage, lock: Lock, manifest: Manifest): string[] {
	const name = nameOf(place);
	const told: string[] = [];
	if (!/^(?:node_modules\/(?:@[\w.-]+\/)?[\w.-]+(?:\/|$))+$/.test(place))
		told.push('lies outside node_modules');
	if (!EXACT.test(entry.version ?? '')) told.push('not one exact version');
	// npm writes where a package comes from only if that is not the registry: the project’s settings leave it out.
	if (entry.resolved !== undefined) told.push('comes from a place of its own');
	if (entry.link) told.push('is a link');
	if (entry.inBundle || entry.bundleDependencies) told.push('comes inside another');
	if (entry.integrity === undefined) told.push('has no hash');
	else if (!STRONG.test(entry.integrity)) told.push('has a weak or broken hash');
	// npm leaves out a platform’s package that the registry at hand lacks; `npm ci` then fails on that platform.
	for (const other of Object.keys(entry.optionalDependencies ?? {}))
		if (!isLocked(other, place, lock)) told.push(`asks for ${other}, which is not locked`);
	for (const kind of [...KINDS, 'peerDependencies'] as const)
		for (const [other, range] of Object.entries(entry[kind] ?? {}))
			if (!RANGE.test(range)) told.push(`asks for ${other} from another place`);
	if (entry.hasInstallScript && manifest.allowScripts?.[name] === undefined)
		told.push('has a script for its installation of which nothing is said');
	return told.map((what) => `${place}: ${what}`);
}

function nameOf(place: string): string {
	return place.replace(/^.*node_modules\//, '');
}

/** Whether an optional package is in the lock file where npm would look for it from the package that asks for it. */
function isLocked(name: string, from: string, lock: Lock): boolean {
	for (let place = from; ; place = place.replace(/(^|\/)node_modules\/(@[^/]+\/)?[^/]+$/, '')) {
		if (lock.packages[`${place ? `${place}/` : ''}node_modules/${name}`]) return true;
		if (place === '') return false;
	}
}

function settingsProblems(settings: string): string[] {
	const lines = settings
		.split('\n')
		.map((line) => line.trim())
		.filter((line) => line !== '' && !/^[#;]/.test(line));
	// npm 10 does not know `allowScripts`: there only `ignore-scripts` keeps the scripts of packages from running.
	const needed = ['strict-allow-scripts=true', 'ignore-scripts=true', 'omit-lockfile-registry-resolved=true'];
	return [
		...needed.filter((line) => !lines.includes(line)).map((line) => `.npmrc: lacks ${line}`),
		...lines
			.filter((line) => !needed.includes(line))
			.map((line) => `.npmrc: ${line.replace(/\s*=.*/, '')} is not expected`),
	];
}
