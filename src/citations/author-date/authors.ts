import { type Creator, fullFamily, type Person } from '../names.ts';

/** Lists names, with `beforeLast` before the last: `A, B, & C`. */
export function listed(names: readonly string[], beforeLast: string): string {
	return names.length < 2 ? names.join('') : names.slice(0, -1).join(', ') + beforeLast + names.at(-1);
}

/** The name in an in-text reference: a family name, or an organisation’s full name. */
export function shortName(creator: Creator): string {
	return creator.kind === 'body' ? creator.name : fullFamily(creator);
}

/** `Croft, J. K., Jr`, with the given separator between initials. */
export function withInitials(creator: Creator, separator: string): string {
	if (creator.kind === 'body') return creator.name;
	return inverted(creator, fullFamily(creator), initialsOf(creator.given).join(separator));
}

/** Family name first, suffix last: `Croft, Jane, Jr`. */
export function inverted({ suffix }: Person, family: string, given: string): string {
	return [family, given, suffix].filter(Boolean).join(', ');
}

/** Initials with full stops, keeping hyphens: `Jean-Paul K.` gives `J.-P.`, `K.`. */
function initialsOf(given: string): string[] {
	return given.split(/\s+/).map((name) =>
		name
			.split('-')
			.map(([letter = '']) => `${letter.toUpperCase()}.`)
			.join('-'),
	);
}
