import type { Problem } from '../core/values/problem.ts';
import { parseProse } from '../core/prose/parse.ts';
import { wordsIn } from '../core/prose/words.ts';
import { type Account, type DisclosureFile, isGiven } from './disclosure/accounts.ts';
import { isStopWord, wordsOf } from './disclosure/grams.ts';
import type { Locate } from './references.ts';

/** Shorter words say too little to be told by. */
const SHORTEST = 4;
/** So many words that stand in no other place but a withheld paragraph tell of it; a title is short. */
const TELLING = { title: 1, summary: 2 } as const;

/**
 * Consent to quotations only: the paragraphs that it names must be there (`no-such-paragraph`), and title and summary,
 * which everybody sees, should not tell what the others say (`withheld-told`, a warning: the same in other words no
 * program sees).
 */
export function checkConsent(files: readonly DisclosureFile[], locate: Locate): Problem[] {
	return files
		.filter((file) => file.withdrawn === undefined)
		.filter(isGiven)
		.flatMap((file) => [...missingParagraphs(file, locate), ...toldParagraphs(file, locate)]);
}

function missingParagraphs(account: Account, locate: Locate): Problem[] {
	const { data, file, id, paragraphs } = account;
	return (data.consent.paragraphs ?? []).flatMap((number, index): Problem[] =>
		paragraphs.includes(number)
			? []
			: [
					{
						file,
						...locate(file, ['consent', 'paragraphs', index]),
						rule: 'no-such-paragraph',
						message: `Consent names paragraph ${number}, and ${id} has none of that number`,
						advice: `Its paragraphs are ${paragraphs[0]} to ${paragraphs.at(-1)}: look up which ones the person agreed to`,
						severity: 'error',
					},
				],
	);
}

function toldParagraphs(account: Account, locate: Locate): Problem[] {
	const { data, file, id, paragraphs } = account;
	if (data.consent.scope !== 'quotation') return [];
	const open = new Set(data.consent.paragraphs);
	const said = new Set<string>();
	const withheld = new Map<string, string>();
	let place = 0;
	for (const block of parseProse(account.source).prose.blocks) {
		const number = block.number === null ? undefined : paragraphs[place++];
		const isOpen = number === undefined || open.has(number);
		for (const word of stemsOf(wordsIn(block.children)))
			if (isOpen) said.add(word);
			else if (!withheld.has(word)) withheld.set(word, number);
	}
	return (['title', 'summary'] as const).flatMap((field): Problem[] => {
		const told = [...stemsOf(data[field])].flatMap((word) =>
			said.has(word) ? [] : (withheld.get(word) ?? []),
		);
		if (told.length < TELLING[field]) return [];
		return [
			{
				file,
				...locate(file, [field]),
				rule: 'withheld-told',
				message: `The ${field} of ${id} has ${told.length} word(s) that stand only in paragraphs which may not be quoted: ${[...new Set(told)].join(', ')}`,
				advice:
					'Judge whether it tells what those paragraphs say; if so, write it from the paragraphs that may be quoted',
				severity: 'warning',
			},
		];
	});
}

/** Words that say something, each once, without the endings that make no difference. */
function stemsOf(text: string): Set<string> {
	const words = wordsOf(text).filter((word) => word.length >= SHORTEST && !isStopWord(word));
	return new Set(words.map((word) => word.replace(/(?:ing|ed|es|s|ly)$/, '')));
}
