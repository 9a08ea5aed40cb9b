import type { Archive } from '../archive/publish/view.ts';

/** Organisations that the archive says it collects about; all of them where it does not say. By name. */
export function coveredOrganisations({ config, organisations }: Archive): Archive['organisations'] {
	const kinds = config.coverage?.organisationKinds;
	return kinds === undefined ? organisations : organisations.filter(({ data }) => kinds.includes(data.kind));
}
