import { rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { getReading } from '../../archive/load-archive.ts';
import { PACKAGE } from '../../core/software.ts';
import type { Archive } from '../../archive/publish/view.ts';
import { briefPath, briefsOf } from '../../briefs/briefs.ts';
import { textOf } from '../../briefs/words.ts';
import { type Sweeping, type SweepRules, sweepFile, sweepSums } from '../../checks/output/scan.ts';
import { formatRuleHelp } from '../../checks/report.ts';
import type { WithheldRuns } from '../../checks/withheld-text.ts';
import { siteSums } from '../../integrity/site-manifest.ts';
import { formatSums } from '../../integrity/checksums.ts';
import { permanent } from './permanent.ts';
import { writeManifest } from './releases.ts';
import { accountInspector, accountPages } from './output-scan-accounts.ts';

/**
 * After a build, scans every file that would be published. If it finds anything that must not be published, it
 * deletes the whole new site, so that it cannot be published by mistake; otherwise it writes the manifest.
 */
export function sweepIntegration(): AstroIntegration {
	return {
		name: 'sweep',
		hooks: {
			async 'astro:build:done'({ dir }) {
				const { archive, withheld } = await getReading();
				if (!archive) return;
				const folder = fileURLToPath(dir);
				const rules = rulesFor(archive, withheld);
				const { found, manifest } = sweepFolder(folder, rules);
				found.push(...sweepBriefs(archive, rules));
				if (found.length === 0) return writeManifest(folder, manifest);
				rmSync(folder, { recursive: true, force: true });
				const lines = found.map(({ file, rule, message }) => `${file}: ${message} [${rule}]`);
				throw new Error(
					`Build output deleted: it contained material that must not be published. The previous site is unchanged.\n${[...lines, ...formatRuleHelp(found)].join('\n')}`,
				);
			},
		},
	};
}

/** What to look for in the site of an archive. */
export function rulesFor(archive: Archive, withheld: WithheldRuns): SweepRules {
	const given = [...accountPages(archive)].filter(([, { data }]) => data.origin === 'given');
	return {
		withheld,
		paths: [process.cwd(), PACKAGE, archive.folder],
		givenPages: new Set(given.map(([page]) => page)),
		inspection: accountInspector(archive),
		sealed: new Set(
			[...archive.captures.values()].filter(({ storage }) => storage === 'sealed').map(({ hash }) => hash),
		),
	};
}

/** Scans every file of a folder, in a fixed order, and builds their manifest, reading each file once. */
export function sweepFolder(folder: string, rules: SweepRules): { found: Sweeping[]; manifest: string } {
	const found: Sweeping[] = [];
	const told = new Set<string>();
	const sums = siteSums(folder, (file, bytes) => {
		for (const one of sweepFile(file, bytes, rules)) {
			// Long files are scanned in pieces: report each finding once per file.
			const key = `${file} ${one.rule} ${one.message}`;
			if (!told.has(key)) found.push(one);
			told.add(key);
		}
	});
	return { found: [...found, ...sweepSums(sums, rules)], manifest: formatSums(sums) };
}

/** Scans the text of the briefs: in the PDF the words are compressed glyphs, which the scan cannot read. */
export function sweepBriefs(archive: Archive, rules: SweepRules): Sweeping[] {
	return briefsOf(archive, permanent).flatMap(({ page, compose }) =>
		sweepFile(briefPath(page).slice(1), Buffer.from(textOf(compose())), rules),
	);
}
