import { expect, test } from 'vitest';
import { typedAccountHits, typedHits } from '../../../support/detection.ts';

/** Identifiers behind something that joins a noun and its number, or that hides a number’s end. */
const FOUND: readonly (readonly [text: string, value: string])[] = [
	['Her warrant number 238106 is on the letter.', '238106'],
	['Sent with d.o.b. 7.8.91 on the form.', '7.8.91'],
	['The crime number they gave me was 4419007261.', '4419007261'],
	['The sort code for that account is 40-12-07.', '40-12-07'],
	['The login came from section 81.174.203.55 that night.', '81.174.203.55'],
	['Ring her (see [2020] EWCA Civ 77 at [31]) 07700 900461 after six.', '07700 900461'],
	['Ring her (I have it here: 07700 900461) after six.', '07700 900461'],
	['The account is GBP 70872490 at the branch.', '70872490'],
];

test.each(FOUND)('finds the identifier in “%s”', (sentence, value) => {
	for (const detect of [typedHits, typedAccountHits]) {
		const { text, hits } = detect(sentence);
		const start = text.indexOf(value);
		expect(start).toBeGreaterThan(-1);
		expect(hits.some((hit) => hit.start < start + value.length && hit.end > start)).toBe(true);
	}
});

test.each([
	'The Act (see section 12 of the 1998 Act) 2018 has two parts.',
	'In all, 50% 1,200 of them agreed to GBP 1,300 a year.',
	'The court (the judge said: 12 of them) heard 40 witnesses.',
])('leaves “%s” alone', (sentence) => {
	expect(typedHits(sentence).hits).toEqual([]);
});
