import type { Archive } from '../../../archive/publish/view.ts';

const caches = new WeakMap<Archive, Map<string, string>>();

/** The rendered fragments, by cache key. Each archive has its own cache. */
export function fragmentsOf(archive: Archive): Map<string, string> {
	const fragments = caches.get(archive) ?? new Map<string, string>();
	caches.set(archive, fragments);
	return fragments;
}
