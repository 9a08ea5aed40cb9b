import { exportOf, FORMATS } from '../../../citations/formats/exports.ts';
import { FORMAT_NAMES } from '../../../citations/formats/format-names.ts';
import type { CitableItem } from '../../../citations/item.ts';
import { escapeHtml } from '../../../core/text/html.ts';

/**
 * Downloads of a reference for reference managers: HTML links that contain the files, so that no request reveals the
 * reader’s interest.
 *
 * @param name the name of the files, without an extension
 */
export function filesView(item: CitableItem, name: string): string {
	return FORMAT_NAMES.map((format) => {
		const { label, ending, mediaType } = FORMATS[format];
		const address = `data:${mediaType};charset=utf-8,${encoded(exportOf([item], format))}`;
		return `<a href="${address}" download="${escapeHtml(`${name}.${ending}`)}">${escapeHtml(label)}</a>`;
	}).join(' ');
}

/**
 * Encodes text for a data URL in an attribute, so that it needs no HTML escaping. Characters that need no encoding
 * stay readable, and compress better.
 */
function encoded(text: string): string {
	return encodeURI(text).replace(/[#&?+$]/g, encodeURIComponent);
}
