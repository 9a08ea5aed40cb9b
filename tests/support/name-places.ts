import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Labelled } from './detection.ts';
import { ROOT } from './sites.ts';

const capital = (word: string) => word.slice(0, 1).toUpperCase() + word.slice(1);

/** Places in which a family name can stand, whatever word it is. */
const FAMILY: readonly ((name: string) => string)[] = [
	(name) => `${capital(name)} told me to drop it.`,
	(name) => `${capital(name)} denied it all.`,
	(name) => `${capital(name)} was the one who came to the door.`,
	(name) => `then sergeant ${name} told me to drop it.`,
	(name) => `then pc ${name} told me to drop it.`,
	(name) => `then mr ${name} told me to drop it.`,
	(name) => `then his mate ${name} told me to drop it.`,
	(name) => `i was told by ${name} to drop it.`,
	(name) => `Then Sergeant ${capital(name)} told me to drop it.`,
	(name) => `Then I rang ${capital(name)} about it.`,
];

/** Places in which a given name can stand. */
const GIVEN: readonly ((name: string) => string)[] = [
	(name) => `${capital(name)} told me to drop it.`,
	(name) => `${capital(name)} was three when he left.`,
	(name) => `${capital(name)} and I went to bed.`,
	(name) => `then i told ${name} about it.`,
	(name) => `after that ${name} came home from school.`,
	(name) => `then my daughter ${name} came in.`,
	(name) => `then our ${name} came in.`,
	(name) => `it was only me and ${name} in the house.`,
	(name) => `his new girlfriend is called ${name} and she is scared too.`,
];

/** Names that are words of the dictionary, each in each of its places, labelled. */
export function namesInPlaces(): Labelled[] {
	const file = path.join(ROOT, 'tests/detection/word-names.json');
	const { family, given } = JSON.parse(readFileSync(file, 'utf8')) as Record<'family' | 'given', string>;
	const put = (words: string, places: readonly ((name: string) => string)[]) =>
		words.split(' ').flatMap((word) =>
			places.map((place) => {
				const text = place(word);
				const name = text.includes(` ${word} `) ? word : capital(word);
				return { text: text, spans: [['name', name]] as [string, string][] };
			}),
		);
	return [...put(family, FAMILY), ...put(given, GIVEN)];
}
