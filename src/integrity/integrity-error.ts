/**
 * Something wrong with a checksum list, a log, a key, a signature or a capture. The message is a phrase that follows the
 * name of the file, such as “is truncated”.
 */
export class IntegrityError extends Error {
	/** The file, where whoever found the fault knows its name. */
	readonly file: string | undefined;

	constructor(phrase: string, file?: string) {
		super(phrase);
		this.name = 'IntegrityError';
		this.file = file;
	}

	/**
	 * The file and its fault.
	 *
	 * @param file its name, for a fault found in bytes alone
	 */
	describe(file = 'The file'): string {
		return `${this.file ?? file} ${this.message}`;
	}
}
