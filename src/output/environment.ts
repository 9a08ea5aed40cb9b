/**
 * Variables that a build may see: its own, and those by which the system finds programs and folders and a terminal
 * says what it can show. FAULT_ names are of the tests that make file calls fail; no package reads them.
 */
const KEPT =
	/^(?:(?:ARCHIVE|FAULT)_\w+|PATH|HOME|USERPROFILE|TMPDIR|TEMP|TMP|SYSTEMROOT|WINDIR|COMSPEC|PATHEXT|CI|TERM|COLORTERM|NO_COLOR|FORCE_COLOR)$/i;

/**
 * Takes everything else out of the environment of this process and of all that it starts. Astro, Vite, Pagefind and
 * others take settings from variables, some of which change what is published (NODE_ENV, BASE_URL, SITE, PAGEFIND_…).
 * To be called before any of them is loaded. What is set here keeps Astro from sending anything.
 */
export function scrubEnvironment(environment: NodeJS.ProcessEnv = process.env): void {
	for (const name of Object.keys(environment)) if (!KEPT.test(name)) delete environment[name];
	environment['TZ'] = 'UTC';
	environment['ASTRO_TELEMETRY_DISABLED'] = '1';
	environment['ASTRO_DISABLE_UPDATE_CHECK'] = 'true';
}
