import { dateInWords, type Edtf } from '../model/date.ts';

/** What a plain reference is made of. Parts that are not known are left out, never guessed. */
export interface Citable {
	title: string;
	/** Whether the archive made the title up: it then stands in square brackets, not in quotation marks. */
	titleSupplied: boolean;
	/** Name of the archive. */
	archive: string;
	version?: number;
	/** When that version was published. */
	date?: Edtf;
	/** Permanent address, with its host. */
	address: string;
}

/**
 * One correct plain reference to something the archive holds:
 * `‘Title’ (Archive name, version 1, 21 November 2026) <https://…/r/7k3m9qtw/>`.
 */
export function plainCitation({ title, titleSupplied, archive, version, date, address }: Citable): string {
	const edition = [
		archive,
		version === undefined ? '' : `version ${version}`,
		date === undefined ? '' : dateInWords(date),
	].filter(Boolean);
	return `${titleSupplied ? `[${title}]` : quoted(title)} (${edition.join(', ')}) <${address}>`;
}

/** A title in single quotation marks; quotations inside it become double, as British usage has it. */
function quoted(title: string): string {
	const inner = title
		.replace(/"([^"]*)"/g, '“$1”')
		.replace(/(^|[\s([—–])['‘]([^'‘’]+(?:['’]\w[^'‘’]*)*)['’](?=$|[\s)\].,;:!?—–])/g, '$1“$2”');
	return `‘${inner}’`;
}
