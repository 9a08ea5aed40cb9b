/**
 * Verifies chosen files, a freshly fetched page or the whole site in the reader’s browser, with the same code as `npm
 * run archive -- verify`: against its releases, their signatures, and what the reader knows from elsewhere. The
 * browser only sends requests for files of this site, to this site.
 */
import { h, one } from './search/dom.ts';
import { checkFile, checkPage } from '../../integrity/check-file.ts';
import { sha256OfFile } from '../../integrity/hash.ts';
import { hostReader } from '../../integrity/host-reader.ts';
import { type Knowledge, type Lists, readLists } from '../../integrity/lists.ts';
import { parsePublicKeys, type PublicKey } from '../../integrity/minisign.ts';
import { parseKnownRelease } from '../../integrity/releases/newest.ts';
import { conclusionOf, type Verdict } from '../../integrity/verdict.ts';
import { verifySite } from '../../integrity/verify.ts';

const box = document.querySelector<HTMLElement>('[data-check-file]');
if (box) start(box, new URL(box.dataset['root'] ?? '/', location.href));

const LABELS: Readonly<Record<Verdict['kind'], string>> = {
	match: 'Matches',
	note: 'Note',
	unproven: 'Not proven',
	unsigned: 'Not signed',
	fault: 'Does not match',
};

function start(panel: HTMLElement, root: URL): void {
	const answer = one('[data-answer]', panel);
	const field = <Kind extends HTMLElement>(name: string) => one<Kind>(`[name=${name}]`, panel);
	const run = async (check: (knowledge: Known) => Promise<Verdict[]>) => {
		answer.replaceChildren('Checking …');
		try {
			const knowledge = readKnowledge(
				field<HTMLTextAreaElement>('key').value,
				field<HTMLInputElement>('newest').value,
			);
			answer.replaceChildren(...shown(await check(knowledge), knowledge));
		} catch (error) {
			const why = error instanceof Error ? error.message : String(error);
			answer.replaceChildren(headline('unproven', `This could not be checked: ${why}.`));
		}
	};
	const files = field<HTMLInputElement>('files');
	const checkFiles = () => void run((knowledge) => checkChosen([...(files.files ?? [])], root, knowledge));
	files.addEventListener('change', () => {
		if (files.files?.length) checkFiles();
	});
	one('form', panel).addEventListener('submit', (event) => {
		event.preventDefault();
		const address = field<HTMLInputElement>('page').value.trim();
		if (address === '' && files.files?.length) checkFiles();
		else void run((knowledge) => checkAddress(address, root, knowledge));
	});
	one('[data-check-all]', panel).addEventListener('click', () => {
		const count = h('span', {});
		void run(({ keys, ...more }) => {
			answer.append(' ', count);
			return verifySite(hostReader(root), keys, more, (done) => {
				count.textContent = `${done} files`;
			});
		});
	});
}

type Known = Knowledge & { keys: readonly PublicKey[] };

/** @throws Error naming the invalid input, in words that follow “This could not be checked:” */
function readKnowledge(key: string, newest: string): Known {
	const lines = key.trim().replace(/[^\S\n]*\n\s*/g, '\n');
	let keys: PublicKey[] = [];
	try {
		if (lines !== '') keys = parsePublicKeys(lines);
	} catch {
		throw new Error('the public key you gave is not a minisign public key');
	}
	const atLeast = parseKnownRelease(newest);
	if (newest.trim() !== '' && !atLeast)
		throw new Error(
			'the newest release that you know of must be a number, or a checksum of 64 digits and letters',
		);
	return { keys, atLeast };
}

/** Reads the manifests of the site and what they claim. */
async function listsOf(root: URL, knowledge: Known): Promise<{ lists: Lists; verdicts: Verdict[] }> {
	const verdicts: Verdict[] = [];
	const lists = await readLists(hostReader(root), knowledge, (kind, text) => verdicts.push({ kind, text }));
	return { lists, verdicts };
}

async function checkChosen(files: readonly File[], root: URL, knowledge: Known): Promise<Verdict[]> {
	const { lists, verdicts } = await listsOf(root, knowledge);
	const found = await Promise.all(
		files.map(async (file) => {
			const bytes = new Uint8Array(await file.arrayBuffer());
			const text = new TextDecoder().decode(bytes.subarray(0, 1 << 16));
			return checkFile(file.name, await sha256OfFile(bytes), text, lists);
		}),
	);
	return [...found.flat(), ...verdicts];
}

/** An absolute address; null if it is invalid. */
function parsed(address: string, base: URL): URL | null {
	try {
		return new URL(address, base);
	} catch {
		// Older browsers lack `URL.canParse`.
		return null;
	}
}

/** @throws Error if this site has no page at the address */
async function checkAddress(address: string, root: URL, knowledge: Known): Promise<Verdict[]> {
	const page = address === '' ? null : parsed(address, root);
	const path = page && unescaped(page.pathname);
	if (!page || path === null) throw new Error('that is not an address');
	if (page.origin !== root.origin || !page.pathname.startsWith(root.pathname))
		throw new Error('that is not an address of this site');
	const { lists, verdicts } = await listsOf(root, knowledge);
	const asked = path.slice(unescaped(root.pathname)?.length);
	const file = pageFile(asked, lists);
	// Request a folder as readers do: its response is what they see.
	const bytes = await hostReader(root).read(file.replace(/(^|\/)index\.html$/, '$1'));
	if (!bytes && !lists.manifest?.hashes.has(file)) throw new Error('this site has no page at that address');
	const found = checkPage(file, bytes && (await sha256OfFile(bytes)), lists);
	return [...found, ...verdicts];
}

/** The decoded path of an address; null if its escapes are invalid. */
function unescaped(path: string): string | null {
	try {
		return decodeURIComponent(path);
	} catch {
		return null;
	}
}

/** The file that a host serves: for a folder its index, also if the trailing slash is missing. */
function pageFile(asked: string, { manifest }: Lists): string {
	if (asked === '' || asked.endsWith('/')) return `${asked}index.html`;
	const index = `${asked}/index.html`;
	return !manifest?.hashes.has(asked) && manifest?.hashes.has(index) ? index : asked;
}

/** The findings, below the overall conclusion. */
function shown(verdicts: readonly Verdict[], { keys, atLeast }: Known): HTMLElement[] {
	const conclusion = conclusionOf(verdicts, keys.length > 0);
	const rest = atLeast
		? ''
		: ' Whether this is the newest state of the archive was not checked: you gave no release that you know of.';
	const words = {
		fails: 'Something does not match, or is not signed.',
		unproven:
			keys.length > 0
				? 'Nothing contradicts itself, but not everything is proven.'
				: 'Not proven. What was checked agrees with lists and keys that come from this site itself, and whoever could change the site could change those too. Give the public key that you have from elsewhere.',
		proven: `This leads to a release that was signed with the key you gave.${rest}`,
	};
	const items = verdicts.map(({ kind, text }) =>
		h(
			'li',
			{ 'data-kind': kind },
			h('strong', {}, `${LABELS[kind]}: `),
			text.endsWith('.') || /[0-9a-f]{64}$/.test(text) ? text : `${text}.`,
		),
	);
	return [headline(conclusion, words[conclusion]), h('ul', {}, ...items)];
}

function headline(conclusion: string, words: string): HTMLElement {
	return h('p', { class: 'conclusion', 'data-conclusion': conclusion }, h('strong', {}, words));
}
