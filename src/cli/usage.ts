import { parseArgs } from 'node:util';

/** A command was called in a way that it does not understand. */
export class UsageError extends Error {}

/**
 * Reads a command's arguments.
 *
 * @param args what follows the command's name
 * @param most how many plain words it takes
 * @throws UsageError if there are more, or an unknown option
 */
export function readArguments(args: string[], most: number): { words: string[]; port: number | undefined } {
	try {
		const { positionals, values } = parseArgs({
			args,
			allowPositionals: true,
			options: { port: { type: 'string' } },
		});
		if (positionals.length > most) throw new Error(`“${positionals[most]}” is one word too many`);
		const port = values.port === undefined ? undefined : Number(values.port);
		if (port !== undefined && !(Number.isInteger(port) && port > 0 && port < 65536))
			throw new Error(`“${values.port}” is not a port`);
		return { words: positionals, port };
	} catch (error) {
		throw new UsageError((error as Error).message);
	}
}
