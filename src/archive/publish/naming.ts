import type { Archive } from './view.ts';

export function organisationName(id: string, archive: Archive): string {
	return archive.organisation.get(id)?.data.name ?? id;
}

/** Short form of an organisation's name where it has one. */
export function shortName(id: string, archive: Archive): string {
	const organisation = archive.organisation.get(id)?.data;
	return organisation?.shortName ?? organisation?.name ?? id;
}

/** A number with the word for what is counted: `1 account`, `1,200 accounts`. */
export function counted(count: number, { one, many }: { one: string; many: string }): string {
	return `${count.toLocaleString('en-GB')} ${count === 1 ? one : many}`;
}

/** First letter in upper case, for a label at the start of a line. */
export function sentenceCase(text: string): string {
	return text.charAt(0).toUpperCase() + text.slice(1);
}
