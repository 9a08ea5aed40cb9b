import type { Hit } from '../model.ts';

const STREET =
	/\b([a-z']{3,})\s+(?:road|street|avenue|close|crescent|lane|drive|terrace|mews|gardens|parade|grove|square|estate|quay|wharf|wynd|ginnel|snicket|boulevard|embankment|promenade|heights|villas|cottages)\b(?!\s+(?:agents?|cars?)\b)/g;

/** Words before “road”, “close” or “drive” that name none. */
const PLAIN = new Set(
	'the a an this that these those my his her our their your its one two three four main other another busy same side high on in of off down up long back front next any each every some no dark quiet whole wrong right left open public dead country narrow across along from to into onto near by middle own new old which what and or per fast slow bus cycle memory private nearby local ring slip rail very too so quite was were is are got get came come stay stayed keep kept be been being as how not became grew felt hard disk flash test could would can will must to long short minute hour mile night day sex blood food council housing real family industrial trading parked identity hit estate times village market city town seaside pride military passing-out pavement front country council whole holiday sandy back weren wasn isn aren don didn doesn won couldn wouldn very becoming felt keep draw drew came'.split(
		' ',
	),
);

/** DT-C6. Streets in small letters. */
export function streets(text: string): Hit[] {
	return [...text.matchAll(STREET)]
		.filter((match) => !PLAIN.has(match[1] ?? '') && !/n't$/.test(match[1] ?? ''))
		.map((match) => ({
			start: match.index,
			end: match.index + match[0].length,
			rule: 'DT-C6',
			type: 'street in small letters',
		}));
}
