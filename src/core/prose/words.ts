import { unescapeHtml } from './html.ts';
import type { Segment } from './types.ts';

/** The words of a text as a reader meets them: markup gone, what components say of themselves with them. */
export function wordsOfSegments(segments: readonly Segment[]): string {
	return segments
		.map((segment) => {
			if (typeof segment === 'string') return unescapeHtml(segment.replace(/<[^>]*>/g, ' '));
			return [...Object.values(segment.props), wordsOfSegments(segment.children)].join(' ');
		})
		.join(' ');
}
