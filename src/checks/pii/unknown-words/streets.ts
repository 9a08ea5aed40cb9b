import type { Hit } from '../model.ts';
import { anyOf, listOf } from '../word-list.ts';
import { fixed } from '../patterns/matching.ts';

const STREETS = anyOf(`
	road street avenue close crescent lane drive terrace mews gardens parade grove square estate quay wharf
	wynd ginnel snicket boulevard embankment promenade heights villas cottages
`);

const NO_STREET = anyOf(`
	that this the my his her our your their any some either every one two all half each what which both same
	other long wrong right whole
`);

const STREET = fixed('g')`\b([a-z']{3,})\s+${STREETS}\b(?!\s+(?:agents?|cars?)\b)`;

/** Words before “road”, “close” or “drive” that name none. */
const PLAIN = new Set(
	listOf(`
	the a an this that these those my his her our their your its one two three four main other another busy
	same side high on in of off down up long back front next any each every some no dark quiet whole wrong
	right left open public dead country narrow across along from to into onto near by middle own new old which
	what and or per fast slow bus cycle memory private nearby local ring slip rail very too so quite was were
	is are got get came come stay stayed keep kept be been being as how not became grew felt hard disk flash
	test could would can will must to long short minute hour mile night day sex blood food council housing
	real family industrial trading parked identity hit estate times village market city town seaside pride
	military passing-out pavement front country council whole holiday sandy back weren wasn isn aren don didn
	doesn won couldn wouldn very becoming felt keep draw drew came
`),
);

/** “he bides up zeal way”: a place, told by the way to it. */
const WAY = fixed(
	'gu',
)`\b(?:up|down|out|over|round|from|off)\s+(?!${NO_STREET}\b)(\p{Ll}{3,}(?:\s\p{Ll}{3,})?\s+way)(?![\p{L}-]|\s+(?:to|of|too|out|in|round|through|that)\b)`;

/** DT-C6. Streets in small letters. */
export function streets(text: string): Hit[] {
	const areas = [...text.matchAll(WAY)].map((match) => ({
		start: match.index + match[0].indexOf(match[1] ?? ''),
		end: match.index + match[0].length,
		rule: 'DT-C6' as const,
		type: 'lower-case place name',
	}));
	const named = [...text.matchAll(STREET)]
		.filter((match) => !PLAIN.has(match[1] ?? '') && !/n't$/.test(match[1] ?? ''))
		.map((match) => ({
			start: match.index,
			end: match.index + match[0].length,
			rule: 'DT-C6' as const,
			type: 'lower-case street name',
		}));
	return [...areas, ...named];
}
