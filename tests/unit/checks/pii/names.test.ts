import { describe, expect, test } from 'vitest';
import { accountHits, labelled, overlap, recordHits, spansOf } from '../../../support/detection.ts';
import { namesInPlaces } from '../../../support/name-places.ts';

/** Words that are hit in a text: the bracketed ones should be, and no others. */
function judge(marked: string, find = accountHits) {
	const plain = marked.replace(/[⟦⟧]/g, '');
	const { text, hits } = find(plain);
	const wanted = [...marked.matchAll(/⟦(.*?)⟧/g)].map((match, order) => {
		const start = match.index - 2 * order;
		return { start, end: start + (match[1] ?? '').length };
	});
	return {
		missed: wanted
			.filter((span) => !hits.some((hit) => overlap(hit, span)))
			.map((span) => text.slice(span.start, span.end)),
		extra: hits
			.filter((hit) => !wanted.some((span) => overlap(hit, span)))
			.map((hit) => text.slice(hit.start, hit.end)),
	};
}

describe('a word of the dictionary is a name where a person stands', () => {
	test.each([
		'⟦Khan⟧ was the one who came to the door.',
		'⟦Begum⟧ said nothing.',
		'⟦Price⟧’s phone held the messages.',
		'⟦Brown⟧, who was there, denied it all.',
		'⟦Lewis⟧ resigned before the hearing.',
		'⟦Chapman⟧ and I were on the same shift.',
		'then sergeant ⟦onions⟧ told me to drop it.',
		'inspector ⟦waters⟧ said there was nothing to see here',
		'then mr ⟦rainbow⟧ came to the door.',
		'his mate ⟦smudge⟧ sat outside in the car.',
		'I texted ⟦grant⟧ and ⟦dawn⟧ to say that we were safe.',
		'our ⟦faith⟧ was in the back seat when he did it',
		'it was only me and ⟦robin⟧ in the house.',
		'after that ⟦summer⟧ would not sleep in her own bed',
		'his new girlfriend is called ⟦poppy⟧ and she is scared too.',
		'my ex, ⟦tank⟧, said that he would find me.',
		'⟦Winter⟧ was the sergeant that night.',
		'I told Sgt. ⟦Brown⟧ about it.',
		'⟦mark⟧ ⟦brown⟧ told me to drop it.',
		'it was in ⟦mark⟧’s car.',
	])('%s', (marked) => {
		expect(judge(marked)).toEqual({ missed: [], extra: [] });
	});

	test.each([
		'⟦April⟧ told me to drop it.',
		'⟦May⟧ accepted that the letter had been sent late.',
		'⟦June⟧ was three when he left.',
		'It was only me and ⟦April⟧ in the house.',
		'My daughter, ⟦June⟧, heard it all.',
		'I told ⟦August⟧ about it.',
	])('a month too: %s', (marked) => {
		expect(judge(marked)).toEqual({ missed: [], extra: [] });
		expect(judge(marked, recordHits)).toEqual({ missed: [], extra: [] });
	});

	test.each([
		'My daughter rose early and my children saw what happened.',
		'My brother drew a picture of it.',
		'April was the worst month, and May was no better.',
		'It began in June and went on until August.',
		'May I ask what was done?',
		'Risk was assessed as high, and support was promised.',
		'I asked to mark it as paid, and I had to ring work.',
		'The price was high, and the law was against me.',
		'I told police, and I told work, and I rang home.',
		'A detective from another team took a statement.',
		'The constable met them and drove me home.',
		'Summer was over when I told my mum.',
		'Nobody may read excited letters.',
		'Everyone will bill unused hours, they said.',
		'No one may page delayed patients.',
		'Another may read handed notes.',
	])('and is none elsewhere: %s', (text) => {
		expect(judge(text)).toEqual({ missed: [], extra: [] });
		expect(judge(text, recordHits)).toEqual({ missed: [], extra: [] });
	});
});

test('names that are words are found in nearly every place of a person', () => {
	const set = namesInPlaces();
	const missed = set.filter(({ text, ...sentence }) => {
		const found = accountHits(text);
		return spansOf({ text, ...sentence }, found.text).some(
			(span) => !found.hits.some((hit) => overlap(hit, span)),
		);
	});
	expect(missed.length / set.length, missed.map(({ text }) => text).join('\n')).toBeLessThan(0.05);
});

test('names in sentences of news are found', () => {
	const spans = labelled('news-2').flatMap((sentence) => {
		const { text, hits } = recordHits(sentence.text);
		return spansOf(sentence, text).map((span) => hits.some((hit) => overlap(hit, span)));
	});
	expect(spans.filter(Boolean).length / spans.length).toBeGreaterThanOrEqual(0.97);
});

test('words that are names pass where they are none', () => {
	// A post such as “the firearms team” is put before the reviewers and is no name.
	const flagged = labelled('names-clean').filter(
		({ text }) => accountHits(text).hits.filter((hit) => !hit.isQuestion).length > 0,
	);
	expect(flagged.map(({ text }) => text)).toEqual([]);
});

describe('letters that no rule of words sees are found', () => {
	test.each([
		'He is called ⟦田中⟧ there.',
		'Her name is ⟦زينب⟧ and she is here.',
		'He is called ⟦дмитрий⟧ there.',
		'He is called ⟦राजेश⟧ there.',
		'He is called ⟦🇰🇦🇷🇪🇳⟧ there.',
		'He is called ⟦🅺🅰🆁🅴🅽⟧ there.',
		'He is called ⟦ⓚⓐⓡⓔⓝ⟧ there.',
		'He is called ⟦k.a.r.e.n⟧ there.',
		'He is called ⟦k a r e n⟧ there.',
		'He is called ⟦k-a-r-e-n⟧ there.',
		'He is called ⟦⠅⠁⠗⠑⠝⟧ there.',
		'He is called ⟦-.- .- .-. . -.⟧ there.',
		'The officer was ⟦A. B.⟧ and nobody else.',
		'my ex, ⟦k⟧, was in the job',
		'then pc ⟦d⟧ told me to leave',
		'it was ⟦jd⟧ on the door',
	])('%s', (marked) => {
		const plain = marked.replace(/[⟦⟧]/g, '');
		const rules = accountHits(plain).hits.map(({ rule }) => rule);
		expect(rules.length).toBeGreaterThan(0);
		expect(rules.filter((rule) => rule !== 'DT-C3' && rule !== 'DT-C4')).toEqual([]);
	});

	test.each([
		'It was six a.m. and he was out, i.e. at work.',
		'It was plan b, and the t-shirt was torn.',
		'He had an x-ray, and then… nothing.',
		'It was up to me - or to him - to go.',
	])('and no others: %s', (text) => {
		expect(accountHits(text).hits).toEqual([]);
	});

	test('a word of another script in a report too', () => {
		expect(recordHits('He is called 田中 there.').hits.map(({ rule }) => rule)).toEqual(['DT-C3']);
	});
});

describe('what a report calls parts, cases and offices by is no name', () => {
	test.each([
		['See annex C of the report.'],
		['Annex C sets out the data.'],
		['Regina v the defendant'],
		["His Majesty's Chief Inspector agreed."],
		['It was sent to Her Majesty’s Government.'],
	])('%s', (text) => {
		expect(recordHits(text).hits).toEqual([]);
	});

	test.each([
		['Regina rang me.'],
		['It was C who said so.'],
		['the part K played in it'],
		['His Majesty Thompson'],
	])('but a person is one: %s', (text) => {
		expect(recordHits(text).hits).not.toEqual([]);
	});
});

test('words without their apostrophe and arrears are nothing to stop at in an account', () => {
	expect(accountHits('i dont know why he didnt come').hits).toEqual([]);
	expect(accountHits('She was three months behind with the rent.').hits).toEqual([]);
	expect(accountHits('She was three months old.').hits).not.toEqual([]);
});
