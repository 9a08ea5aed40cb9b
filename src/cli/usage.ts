import { type ParseArgsConfig, parseArgs } from 'node:util';

/** A command was called in a way that it does not understand. */
export class UsageError extends Error {}

/**
 * Reads a command's arguments.
 *
 * @param args what follows the command's name
 * @param most how many plain words it takes
 * @param options further options, besides the port
 * @throws UsageError if there are more, or an unknown option
 */
export function readArguments(
	args: string[],
	most: number,
	options: NonNullable<ParseArgsConfig['options']> = {},
): { words: string[]; port: number | undefined; values: Readonly<Record<string, unknown>> } {
	const all = { ...options, port: { type: 'string' } } as const;
	refuseSwallowed(args, Object.keys(all));
	try {
		const { positionals, values } = parseArgs({ args, allowPositionals: true, options: all });
		if (positionals.length > most) throw new Error(`“${positionals[most]}” is one word too many`);
		const given = values['port'];
		const port = given === undefined ? undefined : Number(given);
		if (port !== undefined && !(Number.isInteger(port) && port > 0 && port < 65536))
			throw new Error(`“${String(given)}” is not a port`);
		return { words: positionals, port, values };
	} catch (error) {
		throw new UsageError(optionFault(error) ?? (error as Error).message);
	}
}

/** What is wrong with an option, in plain words; undefined if it is something else. */
function optionFault(error: unknown): string | undefined {
	const { code, message } = error as NodeJS.ErrnoException;
	const [option = ''] = /--?[\w-]+/.exec(message) ?? [];
	if (code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION') return `This command has no option ${option}`;
	if (code !== 'ERR_PARSE_ARGS_INVALID_OPTION_VALUE') return undefined;
	return /argument missing|ambiguous/.test(message)
		? `The option ${option} needs a value; write ${option}=… where the value begins with a hyphen`
		: `The option ${option} takes no value`;
}

/**
 * npm takes options that stand before `--` for its own: the command would run without them and say nothing. It leaves
 * them in the environment as `npm_config_…`.
 *
 * @throws UsageError with what to type instead
 */
function refuseSwallowed(args: readonly string[], options: readonly string[]): void {
	const { npm_lifecycle_event: script } = process.env;
	if (script === undefined) return;
	for (const option of options) {
		const value = process.env[`npm_config_${option.replaceAll('-', '_')}`];
		if (value === undefined || args.some((arg) => arg === `--${option}` || arg.startsWith(`--${option}=`)))
			continue;
		const run = script === 'start' ? 'npm start' : `npm run ${script}`;
		throw new UsageError(
			`npm kept --${option} for itself, and nothing was done. Write -- before the command’s own words: ${run} -- … --${option}`,
		);
	}
}
