import type { DisclosureFile, Tell } from './accounts.ts';
import { isRepublished, isTakenBack } from './accounts.ts';
import { ORGANISATIONS } from './quasi-identifiers.ts';
import { lookup } from '../../core/values/lookup.ts';

/**
 * AN-P1: an account that someone else published may repeat what its publisher disclosed, and no more. So each facet,
 * and the organisations, name the source that discloses them: one that is listed and that was read.
 */
export function checkFacetSources(files: readonly DisclosureFile[], tell: Tell): void {
	for (const file of files) {
		if (!isRepublished(file) || isTakenBack(file.data)) continue;
		const { data } = file;
		const said = Object.entries(data.facets).filter(([, value]) => value !== undefined);
		const needed = [
			...said.map(([id]) => ({ id, field: ['facets', id] })),
			...(data.organisations.length > 0 ? [{ id: ORGANISATIONS, field: [ORGANISATIONS] }] : []),
		];
		for (const { id, field } of needed) {
			const number = lookup(data.facetSources, id);
			const source = number === undefined ? undefined : data.sources[number - 1];
			if (number === undefined)
				tell(
					{ file: file.file, field },
					'AN-P1',
					`Nothing says which source discloses ${id} of ${file.id}`,
					`Write “facetSources: { ${id}: 1 }” with the number of the source, or remove what no source discloses`,
				);
			else if (!source)
				tell(
					{ file: file.file, field: ['facetSources', id] },
					'AN-P1',
					`There is no source ${number} of ${file.id}`,
					`Its sources are 1 to ${data.sources.length}`,
				);
			else if (source.verified === 'not-seen')
				tell(
					{ file: file.file, field: ['facetSources', id] },
					'AN-P1',
					`Source ${number} of ${file.id} was not seen, so it cannot be known to disclose ${id}`,
					'Read the source, name another one, or remove the value',
				);
		}
		for (const id of Object.keys(data.facetSources))
			if (!needed.some((one) => one.id === id))
				tell(
					{ file: file.file, field: ['facetSources', id] },
					'AN-P1',
					`facetSources names ${id}, of which ${file.id} says nothing`,
					'Remove it, or correct its spelling',
				);
	}
}
