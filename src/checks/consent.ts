import type { Problem } from '../core/values/problem.ts';
import { parseProse } from '../core/prose/parse.ts';
import { wordsIn } from '../core/prose/words.ts';
import { type Account, type DisclosureFile, isGiven } from './disclosure/accounts.ts';
import { isStopWord, wordsOf } from './disclosure/grams.ts';
import type { Locate } from './references.ts';

/** Shorter words reveal too little. */
const SHORTEST = 4;
/** This many words that only withheld paragraphs have reveal them; a title is short. */
const REVEALING = { title: 1, summary: 2 } as const;

/**
 * Consent to quotations only: the paragraphs that it names must exist (`no-such-paragraph`), and the public title and
 * summary must not reveal what the others say (`withheld-told`, a warning, since no program recognises a paraphrase).
 */
export function checkConsent(files: readonly DisclosureFile[], locate: Locate): Problem[] {
	return files
		.filter((file) => file.withdrawn === undefined)
		.filter(isGiven)
		.flatMap((file) => [...missingParagraphs(file, locate), ...revealedParagraphs(file, locate)]);
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
						message: `Consent names paragraph ${number}, which ${id} does not have`,
						advice: `Its paragraphs are ${paragraphs[0]} to ${paragraphs.at(-1)}. Look up which ones the person agreed to`,
						severity: 'error',
					},
				],
	);
}

function revealedParagraphs(account: Account, locate: Locate): Problem[] {
	const { data, file, id, paragraphs } = account;
	if (data.consent.scope !== 'quotation') return [];
	const open = new Set(data.consent.paragraphs);
	const published = new Set<string>();
	const withheld = new Map<string, string>();
	let place = 0;
	for (const block of parseProse(account.source).prose.blocks) {
		const number = block.number === null ? undefined : paragraphs[place++];
		const isOpen = number === undefined || open.has(number);
		for (const word of stemsOf(wordsIn(block.children)))
			if (isOpen) published.add(word);
			else if (!withheld.has(word)) withheld.set(word, number);
	}
	return (['title', 'summary'] as const).flatMap((field): Problem[] => {
		const revealed = [...stemsOf(data[field])].flatMap((word) =>
			published.has(word) ? [] : (withheld.get(word) ?? []),
		);
		if (revealed.length < REVEALING[field]) return [];
		return [
			{
				file,
				...locate(file, [field]),
				rule: 'withheld-told',
				message: `The ${field} of ${id} has ${revealed.length} word(s) found only in paragraphs that may not be quoted: ${[...new Set(revealed)].join(', ')}`,
				advice:
					'Judge whether it reveals what those paragraphs say; if so, write it from the paragraphs that may be quoted',
				severity: 'warning',
			},
		];
	});
}

/** Significant words, each once, without inflectional endings. */
function stemsOf(text: string): Set<string> {
	const words = wordsOf(text).filter((word) => word.length >= SHORTEST && !isStopWord(word));
	return new Set(words.map((word) => word.replace(/(?:ing|ed|es|s|ly)$/, '')));
}
