import axe from 'axe-core';
import type { Page } from 'playwright-core';

interface AxeResults {
	violations: { id: string; help: string; nodes: { target: unknown; failureSummary?: string }[] }[];
}

const ALL_RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** Rules whose answer depends on colours: nothing else differs between light and dark. */
export const COLOUR_RULES = ['color-contrast', 'link-in-text-block'];

/**
 * What axe finds on a page, one line for each element. The script is injected through the debugging interface, which no
 * Content-Security-Policy blocks.
 *
 * @param off rules that are not run
 * @param runOnly rules, or tags of rules, that are run
 */
export async function violations(
	page: Page,
	off: readonly string[] = [],
	runOnly: readonly string[] = ALL_RULES,
): Promise<string[]> {
	await page.evaluate(axe.source);
	const options = { runOnly, rules: Object.fromEntries(off.map((rule) => [rule, { enabled: false }])) };
	const { violations: found } = (await page.evaluate(
		`axe.run(document, ${JSON.stringify(options)})`,
	)) as AxeResults;
	return found.flatMap(({ id, help, nodes }) =>
		nodes.map(({ target, failureSummary }) => `${id}: ${help}: ${String(target)} ${failureSummary ?? ''}`),
	);
}
