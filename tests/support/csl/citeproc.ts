/** citeproc, the reference processor for styles of the Citation Style Language. Only tests use it. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import type { CslItem } from '../../../src/citations/formats/csl-json.ts';

/** Styles of the Citation Style Language, each with the name of its file. */
export const CSL_STYLES = {
	apa: 'apa',
	chicago: 'chicago-author-date',
	harvard: 'harvard-cite-them-right',
} as const;

export type CslStyle = keyof typeof CSL_STYLES;

/** The parts of citeproc that are used. */
interface Engine {
	updateItems(ids: readonly string[]): unknown;
	makeBibliography(): [unknown, string[]] | false;
	previewCitationCluster(citation: object, before: [], after: [], format: 'html'): string;
}
interface System {
	retrieveLocale(language: string): string;
	retrieveItem(id: string): CslItem | undefined;
}
interface Citeproc {
	Engine: new (system: System, style: string, language: string, force: boolean) => Engine;
}

const FOLDER = path.join(import.meta.dirname, 'styles');
const engines = new Map<CslStyle, Engine>();
let citeproc: Citeproc | undefined;

/** The one item that is being worked on, and how many there were: citeproc keeps what it was once given. */
let current: CslItem | undefined;
let count = 0;

/**
 * A reference in a text, with a locator, and an entry of a list of references, both as HTML. Making the engine of a
 * style takes up to a second and a half; after that an item takes some milliseconds.
 *
 * @param locator number of the paragraph
 */
export function formatted(csl: CslItem, style: CslStyle, locator: string): { inText: string; entry: string } {
	const engine = engineOf(style);
	// Each is set on its own: what stands beside it must not change its year to 2022a.
	const id = `item-${count++}`;
	current = { ...csl, id };
	engine.updateItems([id]);
	const [, [entry = ''] = []] = engine.makeBibliography() || [];
	const cluster = { citationItems: [{ id, label: 'paragraph', locator }], properties: { noteIndex: 0 } };
	return { inText: engine.previewCitationCluster(cluster, [], [], 'html'), entry };
}

function engineOf(style: CslStyle): Engine {
	const known = engines.get(style);
	if (known) return known;
	const read = (file: string) => readFileSync(path.join(FOLDER, file), 'utf8');
	const locale = read('locales-en-GB.xml');
	const system: System = { retrieveLocale: () => locale, retrieveItem: () => current };
	// One item needs no order, and what a style sorts by is most of the work and the memory of making its engine.
	const text = read(`${CSL_STYLES[style]}.csl`).replace(/<sort>[^]*?<\/sort>/g, '');
	const engine = new (load().Engine)(system, text, 'en-GB', true);
	engines.set(style, engine);
	return engine;
}

function load(): Citeproc {
	citeproc ??= createRequire(import.meta.url)('citeproc') as Citeproc;
	return citeproc;
}
