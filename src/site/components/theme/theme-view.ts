import type { Archive, Entry, TextEntry } from '../../../archive/publish/view.ts';
import type { ComparisonTable } from '../../../figures/comparison.ts';
import { type Theme, THEME_PARTS, type ThemePart } from '../../../core/model/theme.ts';
import type { Figure } from '../../../core/model/figure.ts';
import { type Chain, chainsOfTheme } from '../../../summaries/chain.ts';
import { type Grid, gridOfYears } from '../../../summaries/coverage.ts';
import { disagreementsOf } from '../../../summaries/disagreements.ts';
import { type Dispute, disputesOf } from '../../../summaries/disputes.ts';
import { figuresOf } from '../../../summaries/figures.ts';
import { type Numbers, numbersOf } from '../../../summaries/numbers.ts';
import { type Part, partsOf } from '../../../summaries/theme-sections.ts';
import { type CoOccurrence, coOccurringThemes } from '../../../summaries/co-occurring-themes.ts';
import { type Section, themeSections } from '../lists/sections.ts';

/** A section of a theme’s page: its text, and the list of records that it discusses. */
interface PartView {
	id: ThemePart;
	heading: string;
	written: Part | undefined;
	list: Section | undefined;
}

/** The computed content of a theme’s page. */
export interface ThemeView {
	numbers: Numbers;
	/** Non-empty sections, in the order of the model. */
	parts: readonly PartView[];
	grid: Grid | null;
	/** Figures of its records, those shown in its text first. */
	figures: readonly Entry<Figure>[];
	together: readonly CoOccurrence[];
	disputes: readonly Dispute[];
	chains: readonly Chain[];
	disagreements: readonly ComparisonTable[];
}

/** The section that lists the records of a collection. */
const LISTED: Readonly<Partial<Record<ThemePart, string>>> = {
	told: 'testimonies',
	reported: 'reports',
	found: 'findings',
};

export function themeView(theme: TextEntry<Theme>, archive: Archive): ThemeView {
	const { id } = theme;
	const records = archive.byTheme.get(id) ?? [];
	const written = partsOf(theme, archive);
	const sections = themeSections(theme, archive);
	const grid = records.length > 0 ? gridOfYears(id, archive) : null;
	const figures = figuresOf(theme, archive);
	const together = coOccurringThemes(id, archive);
	const chains = chainsOfTheme(theme, archive);
	const disagreements = disagreementsOf(theme, archive);
	const computed: Partial<Record<ThemePart, boolean>> = {
		counted: grid !== null || figures.length > 0 || together.length > 0,
		recommended: chains.length > 0,
		disagree: disagreements.length > 0,
	};
	const parts = (Object.keys(THEME_PARTS) as ThemePart[]).map((part) => ({
		id: part,
		heading: THEME_PARTS[part],
		written: written.get(part),
		list: sections.find((section) => section.id === LISTED[part]),
	}));
	return {
		numbers: numbersOf(records, archive),
		parts: parts.filter((part) => part.written || part.list || computed[part.id]),
		grid,
		figures,
		together,
		disputes: disputesOf(records, archive),
		chains,
		disagreements,
	};
}
