/** The reading list: the records that the address’s fragment names. It is stored nowhere else. */
import { FORMAT_NAMES } from '../../citations/formats/format-names.ts';
import { citedTitle } from '../../citations/item.ts';
import { itemsOf } from '../../citations/fetch-items.ts';
import { oscola } from '../../citations/oscola/oscola.ts';
import { htmlOf, textOf } from '../../citations/rich-text.ts';
import { recordPath } from '../../core/values/address.ts';
import { h, one } from './search/dom.ts';
import { idsIn, listFragment, parseList } from './search/list-fragment.ts';
import { saveReferences } from './search/references.ts';
import { copy, reportOutcome } from './citation/clipboard.ts';
import { countNoun } from '../../core/text/words.ts';

const page = one('[data-own-list]');
const root = page.dataset['root'] ?? '/';
const field = one<HTMLTextAreaElement>('textarea', page);
const status = one('[data-list-status]', page);
const list = one('[data-list-rows]', page);
const tools = one('[data-list-tools]', page);

/** Shows a list and writes it to the address. */
function go(ids: readonly string[], unknown: readonly string[] = []): void {
	history.pushState(null, '', `${location.pathname}#${listFragment(ids)}`);
	void show(unknown);
}

/** @param unknown requested identifiers that are not in the archive */
async function show(unknown: readonly string[] = []): Promise<void> {
	const ids = parseList(location.hash);
	tools.hidden = ids.length === 0;
	if (ids.length === 0) {
		list.replaceChildren();
		status.textContent = missingWords(unknown);
		return;
	}
	try {
		const items = await itemsOf(ids, root);
		const known = new Map(items.map((item) => [item.id, item]));
		list.replaceChildren(
			...items.map((item) => {
				const remove = h('button', { type: 'button', 'aria-label': `Remove ${citedTitle(item)}` }, 'Remove');
				remove.addEventListener('click', () => {
					go(ids.filter((id) => id !== item.id));
					field.focus();
				});
				const path = root.replace(/\/$/, '') + recordPath(item.id ?? '');
				return h('li', {}, h('a', { href: path }, citedTitle(item)), ' ', remove);
			}),
		);
		const missing = [...ids.filter((id) => !known.has(id)), ...unknown];
		status.textContent = [`${countNoun(items.length, 'record')}.`, missingWords(missing)].join(' ');
	} catch (error) {
		console.error(error);
		status.textContent = 'The list could not be loaded. Try again.';
	}
}

function missingWords(ids: readonly string[]): string {
	return ids.length > 0 ? `Not in this archive: ${ids.join(', ')}.` : '';
}

one('form', page).addEventListener('submit', (event) => {
	event.preventDefault();
	void add(idsIn(field.value.toLowerCase()));
});

/** Adds the records that are in the archive, and lists the others as unknown. */
async function add(found: readonly string[]): Promise<void> {
	if (found.length === 0) {
		status.textContent = 'No address or identifier of a record was found in what you typed.';
		return;
	}
	try {
		const known = (await itemsOf(found, root)).flatMap(({ id }) => id ?? []);
		field.value = '';
		const unknown = found.filter((id) => !known.includes(id));
		go([...new Set([...parseList(location.hash), ...known])], unknown);
	} catch (error) {
		console.error(error);
		status.textContent = 'The list could not be loaded. Try again.';
	}
}

for (const format of FORMAT_NAMES)
	one(`[data-list-save=${format}]`, page).addEventListener(
		'click',
		() =>
			void reportOutcome(status, '', () => saveReferences(parseList(location.hash), root, format, 'list')),
	);
one('[data-list-copy]', page).addEventListener('click', () => {
	void reportOutcome(status, 'Copied', async () => {
		const items = await itemsOf(parseList(location.hash), root);
		const references = items.map((item) => oscola(item, { form: 'bibliography' }));
		await copy({
			text: references.map((runs) => `${textOf(runs)}\n`).join(''),
			html: references.map((runs) => `<p>${htmlOf(runs)}</p>`).join(''),
		});
	});
});
addEventListener('popstate', () => void show());
addEventListener('hashchange', () => void show());
void show();
