import type { Archive } from '../archive/publish/view.ts';

/** Organisations that the archive declares it collects about, by name; all of them without a declaration. */
export function coveredOrganisations({ config, organisations }: Archive): Archive['organisations'] {
	const kinds = config.coverage?.organisationKinds;
	return kinds === undefined ? organisations : organisations.filter(({ data }) => kinds.includes(data.kind));
}
