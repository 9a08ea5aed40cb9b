import { capitalise, countNoun } from '../core/text/words.ts';
import type { Archive, TextEntry } from '../archive/publish/view.ts';
import { type Permanent, themeItem } from '../citations/from-record.ts';
import { figureInWords } from '../figures/words.ts';
import { themePath } from '../core/values/address.ts';
import { dateInWords } from '../core/values/date.ts';
import { type Theme, THEME_PARTS, type ThemePart } from '../core/model/theme.ts';
import { chainsOfTheme } from '../summaries/chain.ts';
import { disputesOf } from '../summaries/disputes.ts';
import { disagreementsOf } from '../summaries/disagreements.ts';
import { numbersOf } from '../summaries/numbers.ts';
import { partsOf } from '../summaries/theme-sections.ts';
import { coOccurringThemes } from '../summaries/co-occurring-themes.ts';
import { requestsOf, requestsTable, chainSum, concernsTable, isOpen } from './chain.ts';
import {
	andMore,
	baseBox,
	briefOf,
	type Composition,
	startComposition,
	heading,
	joined,
	paragraph,
	some,
	titled,
	isFirst,
	without,
} from './composition.ts';
import type { Cuts } from './cuts.ts';
import { blocksOf } from './prose.ts';
import type { Block, Brief } from './types.ts';

/** Maximum co-occurring themes and groups of disagreeing figures, as on the theme’s page. */
const [NAMED, GROUPS] = [5, 4];

/** The brief of a theme, in the order of its page, with citations as endnotes. */
export function themeBrief(
	theme: TextEntry<Theme>,
	archive: Archive,
	permanent: Permanent,
	cuts: Cuts = {},
): Brief {
	const composition = startComposition(archive, permanent, cuts);
	const parts = partsOf(theme, archive);
	const blocks = (Object.keys(THEME_PARTS) as ThemePart[]).flatMap((part) => {
		const prose = parts.get(part)?.prose ?? NO_PROSE;
		const shown = without('later', prose.blocks, isFirst, composition);
		const section = [
			...blocksOf({ ...prose, blocks: shown }, composition),
			...computed(part, theme, composition),
		];
		return section.length === 0 ? [] : [heading(THEME_PARTS[part]), ...section];
	});
	const { label, answer, changes } = theme.data;
	const last = changes.at(-1);
	return briefOf(
		{
			label: archive.config.words.theme,
			title: label,
			lede: answer,
			path: themePath(theme.id),
			item: themeItem(theme, archive, permanent),
			facts: last ? [`Version ${changes.length}, ${dateInWords(last.date)}: ${last.note}`] : [],
		},
		[fourNumbers(theme, archive), baseBox(composition), ...blocks],
		composition,
	);
}

const NO_PROSE = { blocks: [], headings: [], mentions: [] };

function fourNumbers({ id }: TextEntry<Theme>, archive: Archive): Block {
	const { accounts, organisations, sources, findings } = numbersOf(archive.byTheme.get(id) ?? [], archive);
	const { config } = archive;
	const kinds = config.coverage?.organisationKinds ?? [];
	const kind = kinds.length === 1 ? config.organisationKinds.find((one) => one.id === kinds[0]) : undefined;
	return {
		kind: 'numbers',
		numbers: [
			{ value: accounts, label: capitalise(config.words.testimonies.many) },
			{ value: String(organisations), label: kind?.label ?? 'Organisations' },
			{ value: String(sources), label: 'Independent sources' },
			{ value: findings, label: 'Official findings' },
		],
	};
}

/** Computed blocks that follow a section’s text. */
function computed(part: ThemePart, theme: TextEntry<Theme>, composition: Composition): Block[] {
	if (part === 'counted') return together(theme, composition);
	if (part === 'found') return disputes(theme, composition);
	if (part === 'recommended') return chainTables(theme, composition);
	return part === 'disagree' ? disagreements(theme, composition) : [];
}

function together({ id }: TextEntry<Theme>, { archive }: Composition): Block[] {
	const near = coOccurringThemes(id, archive).slice(0, NAMED);
	if (near.length === 0) return [];
	const names = near.map(({ theme, count }) => `${theme.data.label} (${count})`).join('; ');
	const text = `Its records are most often also under these ${archive.config.words.themes}: ${names}.`;
	return [paragraph([text])];
}

function disputes({ id }: TextEntry<Theme>, composition: Composition): Block[] {
	const { archive } = composition;
	const all = disputesOf(archive.byTheme.get(id) ?? [], archive);
	return some(all, composition).map(({ record, other }) =>
		paragraph([
			...titled(record, composition, `“${record.data.title}”`),
			' disputes ',
			...titled(other, composition, `“${other.data.title}”`),
			'.',
		]),
	);
}

function chainTables(theme: TextEntry<Theme>, composition: Composition): Block[] {
	return chainsOfTheme(theme, composition.archive).flatMap((chain) => {
		const requests = requestsOf(chain);
		const shown = without('answered', requests, isOpen, composition);
		return [
			...concernsTable(chain, composition),
			...chainSum(chain),
			...requestsTable('What was asked, and what came of it', shown, chain, composition),
		];
	});
}

/** Figures that disagree, one list item for each group: their values, and why they may differ. */
function disagreements(theme: TextEntry<Theme>, composition: Composition): Block[] {
	const groups = disagreementsOf(theme, composition.archive);
	const named = some(groups, composition, GROUPS);
	const items = named.map(({ rows, differences, contradicted }): Block[] => {
		const figures = some(rows, composition).map(({ figure: { data } }) => {
			const record = composition.archive.record.get(data.record);
			const words = `${capitalise(data.label)}: ${figureInWords(data)}`;
			return record ? titled(record, composition, words, data.paragraph) : [words];
		});
		const verdict = contradicted
			? 'At least two of these count the same thing, and cannot both be right.'
			: 'They are not counts of one thing.';
		const why = [verdict, ...differences.map((one) => `${one}.`)].join(' ');
		return [paragraph([...joined(figures, '; '), `${andMore(rows, figures)}. ${why}`])];
	});
	if (items.length === 0) return [];
	const more = groups.length - named.length;
	const list: Block = { kind: 'list', ordered: false, items };
	return more === 0 ? [list] : [list, paragraph([`And ${countNoun(more, 'group')} more.`])];
}
