/**
 * What stops a command and lies outside the content: a setting that cannot be, a folder that must not be written.
 * Commands print its message as it is, without a stack: it says what is wrong and what to do.
 */
export class Failure extends Error {}

/** Whether the system refused something: a full disk, a folder that cannot be written. */
export function isSystemError(error: unknown): error is NodeJS.ErrnoException {
	return (
		error instanceof Error &&
		'syscall' in error &&
		/^E[A-Z0-9]+$/.test(String((error as NodeJS.ErrnoException).code))
	);
}
