import { getReading } from '../archive/load-archive.ts';
import { settings } from '../core/settings.ts';
import { UsageError } from './usage.ts';

/** Option of the commands that make something public: that it is for this machine alone. */
export const EDITION_OPTIONS = { local: { type: 'boolean' } } as const;

/**
 * Says whether an edition can go out. Citations carry the address of the site, and a printed or signed one cannot be
 * called back: without a public address they would all say localhost. A missing contact is only warned of.
 *
 * @param values what the command was called with; `local`, or `ARCHIVE_LOCAL=1`, lets an edition for this machine pass
 * @throws UsageError where there is no public address, and nobody said that the edition is a local one
 */
export async function needAddress(values: Readonly<Record<string, unknown>>): Promise<void> {
	if (values['local'] === true || process.env['ARCHIVE_LOCAL'] === '1') return;
	const { site, hasAddress } = settings();
	if (!hasAddress || isThisMachine(site))
		throw new UsageError(
			`Nothing says where the archive will live, and every citation would say ${site}: set “address” in archive.yaml, or ` +
				'ARCHIVE_ADDRESS=https://…/ for one run. For an edition that stays on this machine: npm run build -- --local ' +
				'(before the two hyphens alone npm would keep --local for itself)',
		);
	const { archive } = await getReading();
	if (archive && archive.config.contact === null)
		console.error(
			'Warning: “contact” in archive.yaml is empty. Nobody who is harmed by a page can reach you: say how before you publish.',
		);
}

/** Whether an address is one that nobody else can open. */
function isThisMachine(site: string): boolean {
	const { hostname } = new URL(site);
	return /^(?:localhost|.*\.localhost|127\.\d+\.\d+\.\d+|0\.0\.0\.0|\[::1?\])$/.test(hostname);
}
