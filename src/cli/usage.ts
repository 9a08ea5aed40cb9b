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
	try {
		const { positionals, values } = parseArgs({
			args,
			allowPositionals: true,
			options: { ...options, port: { type: 'string' } },
		});
		if (positionals.length > most) throw new Error(`“${positionals[most]}” is one word too many`);
		const given = values['port'];
		const port = given === undefined ? undefined : Number(given);
		if (port !== undefined && !(Number.isInteger(port) && port > 0 && port < 65536))
			throw new Error(`“${String(given)}” is not a port`);
		return { words: positionals, port, values };
	} catch (error) {
		throw new UsageError((error as Error).message);
	}
}
