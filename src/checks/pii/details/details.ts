import type { Hit, Vocabulary } from '../model.ts';
import { ages } from './ages.ts';
import type { Detail } from './detail.ts';
import { duties } from './duties.ts';
import { dwellings } from './dwellings.ts';
import { families } from './families.ts';
import { injuries } from './injuries.ts';
import { lifeDays } from './life-days.ts';
import { places } from './places.ts';
import { posts } from './posts.ts';
import { reckonedDays } from './reckoned-days.ts';
import { vehicles } from './vehicles.ts';

const DETAILS: readonly Detail[] = [
	lifeDays,
	reckonedDays,
	posts,
	duties,
	families,
	injuries,
	places,
	dwellings,
	vehicles,
	ages,
];

/**
 * Details that can point to a person though none is an identifier: rules DT-Q1 to DT-Q6. They are warnings in accounts
 * given to the archive, and the reviewers answer them: `review` lists each, and a signature covers the text with them.
 *
 * What is decided for each kind, and why:
 *
 * | kind | decision | rule |
 * | --- | --- | --- |
 * | numbers of people, cases, phones, vehicles, in figures or words | stop | DT-1 to DT-19, DT-C1, DT-C2 |
 * | names of people, places, schools, churches, clubs, pubs, courts | stop | DT-C3, DT-C4, DT-C9 |
 * | wards, court rooms and other rooms by number | stop | DT-C9 |
 * | judges, streets with or without a number, coordinates, file names | stop | DT-C3, DT-13, DT-C6, DT-18 |
 * | days, feasts, public events | stop | DT-12, DT-C2, DT-C7 |
 * | ages to the year | warning | DT-Q1 |
 * | days told by an event of a life or place | warning | DT-Q2 |
 * | posts and units of which there are few, relations of those who hold one | warning | DT-Q3 |
 * | injuries that few have | warning | DT-Q4 |
 * | houses and employers by kind, position or work; islands, valleys | warning | DT-Q5 |
 * | vehicles by colour and make | warning | DT-Q6 |
 *
 * A stop is for what names one person, place or day by itself. A warning is for what does so only to one who knows
 * something more, since an account cannot be told without any of it: only people can judge how much is too much.
 */
export function detailsIn(text: string, words: Vocabulary): Hit[] {
	const hits: Hit[] = [];
	for (const { id, type, find } of DETAILS)
		for (const { start, end } of find(text, words))
			if (!hits.some((other) => other.start < end && other.end > start))
				hits.push({ start, end, rule: id, type, isQuestion: true });
	return hits;
}
