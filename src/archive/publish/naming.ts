import type { Archive } from './view.ts';

export function organisationName(id: string, archive: Archive): string {
	return archive.organisation.get(id)?.data.name ?? id;
}

/** Short form of an organisation's name where it has one. */
export function shortName(id: string, archive: Archive): string {
	const organisation = archive.organisation.get(id)?.data;
	return organisation?.shortName ?? organisation?.name ?? id;
}
