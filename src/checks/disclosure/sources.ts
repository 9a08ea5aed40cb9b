import type { DisclosureFile, Report } from './accounts.ts';
import { isRepublished, isWithdrawn } from './accounts.ts';
import { ORGANISATIONS } from './quasi-identifiers.ts';
import { lookup } from '../../core/values/lookup.ts';

/**
 * AN-P1: an account that someone else published may repeat what its publisher disclosed, and no more. Each facet, and the
 * organisations, name a listed source that discloses them and that was read.
 */
export function checkFacetSources(files: readonly DisclosureFile[], report: Report): void {
	for (const file of files) {
		if (!isRepublished(file) || isWithdrawn(file.data)) continue;
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
				report(
					{ file: file.file, field },
					'AN-P1',
					`No source is given that discloses ${id} of ${file.id}`,
					`Write “facetSources: { ${id}: 1 }” with the number of the source, or remove what no source discloses`,
				);
			else if (!source)
				report(
					{ file: file.file, field: ['facetSources', id] },
					'AN-P1',
					`${file.id} has no source ${number}`,
					`Its sources are 1 to ${data.sources.length}`,
				);
			else if (source.verified === 'not-seen')
				report(
					{ file: file.file, field: ['facetSources', id] },
					'AN-P1',
					`Source ${number} of ${file.id} was not seen, so it cannot be known to disclose ${id}`,
					'Read the source, name another one, or remove the value',
				);
		}
		for (const id of Object.keys(data.facetSources))
			if (!needed.some((one) => one.id === id))
				report(
					{ file: file.file, field: ['facetSources', id] },
					'AN-P1',
					`facetSources names ${id}, but ${file.id} has no such value`,
					'Remove it, or correct its spelling',
				);
	}
}
