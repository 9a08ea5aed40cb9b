import type { Archive } from '../../../archive/publish/view.ts';

const kept = new WeakMap<Archive, Map<string, string>>();

/** Parts of pages that were rendered for this archive, by what they differ by; another archive has others. */
export function partsOf(archive: Archive): Map<string, string> {
	const parts = kept.get(archive) ?? new Map<string, string>();
	kept.set(archive, parts);
	return parts;
}
