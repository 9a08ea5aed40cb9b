import type { CitableItem } from '../item.ts';
import { type Creator, fullFamily, initials, withoutStops } from '../names.ts';

/** With more creators than this, only the first is named (OSCOLA 4, section 3.1.1). */
const MAX_NAMED = 3;

/**
 * The authors at the start of a reference, with the comma that follows; empty if it begins with the title. In a
 * bibliography, an unattributed work begins with a double dash, and family names come first (OSCOLA 4, section 1.7).
 */
export function authorsOf({ kind, creators }: CitableItem, form: 'footnote' | 'bibliography'): string {
	if (kind === 'legislation' || kind === 'debate') return '';
	if (creators.length === 0) return form === 'bibliography' ? '—— ' : '';
	return `${listed(creators, form === 'bibliography' ? inverted : printed)}, `;
}

/** The authors in a subsequent reference: family names and short forms of organisations; empty if unknown. */
export function shortAuthors({ creators }: CitableItem): string {
	return creators.length === 0 ? '' : listed(creators, short);
}

function listed(creators: readonly Creator[], name: (creator: Creator) => string): string {
	const names = creators.map((creator) => name(creator).replace(/\.$/, ''));
	if (names.length > MAX_NAMED) return `${names[0]} and others`;
	return names.length === 1 ? (names[0] ?? '') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
}

function printed(creator: Creator): string {
	if (creator.kind === 'body') return creator.name;
	return [withoutStops(creator.given), fullFamily(creator), creator.suffix].filter(Boolean).join(' ');
}

function inverted(creator: Creator): string {
	if (creator.kind === 'body') return creator.name;
	return [fullFamily(creator), initials(creator.given), creator.suffix].filter(Boolean).join(' ');
}

function short(creator: Creator): string {
	return creator.kind === 'body' ? creator.short : fullFamily(creator);
}
