import { type Creator, fullFamily, type Person } from '../names.ts';

/** Puts names into a row, the last after the given words: `A, B, & C`. */
export function listed(names: readonly string[], beforeLast: string): string {
	return names.length < 2 ? names.join('') : names.slice(0, -1).join(', ') + beforeLast + names.at(-1);
}

/** What a reference in the text names: a family name, or a whole organisation. */
export function shortName(creator: Creator): string {
	return creator.kind === 'body' ? creator.name : fullFamily(creator);
}

/** `Croft, J. K., Jr`, with what is between two initials. */
export function withInitials(creator: Creator, between: string): string {
	if (creator.kind === 'body') return creator.name;
	return inverted(creator, fullFamily(creator), initialsOf(creator.given).join(between));
}

/** A person’s name with what stands for the given names last: `Croft, Jane, Jr`. */
export function inverted({ suffix }: Person, family: string, given: string): string {
	return [family, given, suffix].filter(Boolean).join(', ');
}

/** Initials with their stops, hyphens kept: `Jean-Paul K.` gives `J.-P.`, `K.`. */
function initialsOf(given: string): string[] {
	return given.split(/\s+/).map((name) =>
		name
			.split('-')
			.map(([letter = '']) => `${letter.toUpperCase()}.`)
			.join('-'),
	);
}
