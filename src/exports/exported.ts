import { mkdirSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import { settings } from '../core/settings.ts';
import type { Archive } from '../archive/publish/view.ts';
import { readChain } from '../integrity/releases/release-chain.ts';
import { contentReader } from '../integrity/site-reader.ts';
import type { Site } from './table.ts';
import { type Exported, writeExports } from './write.ts';

/** Where the files wait until the site is there to put them in. */
export const exportFolder = (): string => path.join(settings().workDir, 'data');

const exported = new WeakMap<Archive, Promise<Exported>>();

/** The open data of an archive, written once: the page that describes it gives sizes and sums. */
export function exportedOf(archive: Archive): Promise<Exported> {
	const promise = exported.get(archive) ?? writeAnew(archive);
	exported.set(archive, promise);
	return promise;
}

/**
 * Moves the open data into a site that was built.
 *
 * @param target folder of the data in the site
 */
export async function moveExports(archive: Archive, target: string): Promise<void> {
	await exportedOf(archive);
	exported.delete(archive);
	mkdirSync(path.dirname(target), { recursive: true });
	renameSync(exportFolder(), target);
}

async function writeAnew(archive: Archive): Promise<Exported> {
	const folder = exportFolder();
	rmSync(folder, { recursive: true, force: true });
	mkdirSync(folder, { recursive: true });
	return writeExports(await siteOf(archive), folder);
}

/** What tables are made of, by how this run is set up. */
export async function siteOf(archive: Archive): Promise<Site> {
	const { site, prefix } = settings();
	const { releases } = await readChain(contentReader(archive.folder));
	return {
		archive,
		permanent: (target) => new URL(prefix + target, site).href,
		releases: releases.map(({ entry }) => entry),
	};
}
