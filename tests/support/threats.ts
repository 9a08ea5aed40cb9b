/**
 * The threats that tests declare as tags (`test('…', { tags: ['TH-4'] }, …)`). Vitest refuses a tag that is not
 * listed here; threat-coverage.ts fails a run in which a threat was not tried.
 */
export const THREATS: readonly { name: string; description: string }[] = [
	{ name: 'TH-1', description: 'A contributor tries to run code, steal secrets or deface the site' },
	{ name: 'TH-2', description: 'One editor alone publishes identifying text or names someone accused' },
	{ name: 'TH-3', description: 'A dependency, action or installation script is compromised' },
	{ name: 'TH-4', description: 'The host changes the site' },
	{ name: 'TH-5', description: 'The host serves different pages to different readers' },
	{ name: 'TH-6', description: 'A scraper builds a database from all published data' },
	{ name: 'TH-7', description: 'Records of the archive are linked with one another' },
	{ name: 'TH-8', description: 'Records are linked with outside sources' },
	{ name: 'TH-9', description: 'Times and metadata disclose when something was made, or by whom' },
	{ name: 'TH-10', description: 'Releases or counts are compared to disclose a small cell' },
	{ name: 'TH-11', description: 'A hash confirms a guess at a text or field' },
	{ name: 'TH-12', description: 'Metadata in pictures and documents discloses a place, device or name' },
	{ name: 'TH-13', description: 'A picture shows an identifying detail' },
	{ name: 'TH-14', description: 'A false account is planted to discredit the archive' },
	{ name: 'TH-15', description: 'A record must be taken down at once' },
	{ name: 'TH-16', description: 'Someone looks over the shoulder of a reader, or uses the same device' },
	{ name: 'TH-17', description: 'A signing key is lost or stolen' },
	{ name: 'TH-18', description: 'Search or data files carry withheld fields' },
	{ name: 'TH-19', description: 'Logs repeat what a check found' },
	{ name: 'TH-20', description: 'Comments and boilerplate of a source page are stored with it' },
];

/** Tag of a test that is skipped where the system or a program that it needs is missing. */
export const NEEDS_SYSTEM = 'needs-system';
