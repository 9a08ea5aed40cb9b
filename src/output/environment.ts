/**
 * Environment variables that a build may see: its own settings, and those with which the system finds programs and
 * folders and a terminal declares its capabilities. Tests use FAULT_ names to make file calls fail; no package reads
 * them.
 */
const ALLOWED =
	/^(?:(?:ARCHIVE|FAULT)_\w+|PATH|HOME|USERPROFILE|TMPDIR|TEMP|TMP|SYSTEMROOT|WINDIR|COMSPEC|PATHEXT|CI|TERM|COLORTERM|NO_COLOR|FORCE_COLOR)$/i;

/**
 * Removes all other variables from the environment of this process and its children. Astro, Vite, Pagefind and others
 * take settings from variables, some of which change what is published (NODE_ENV, BASE_URL, SITE, PAGEFIND_…). Call
 * it before any of them is loaded. It also turns off Astro’s telemetry.
 */
export function scrubEnvironment(environment: NodeJS.ProcessEnv = process.env): void {
	for (const name of Object.keys(environment)) if (!ALLOWED.test(name)) delete environment[name];
	environment['TZ'] = 'UTC';
	environment['ASTRO_TELEMETRY_DISABLED'] = '1';
	environment['ASTRO_DISABLE_UPDATE_CHECK'] = 'true';
}
