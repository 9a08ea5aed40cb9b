/**
 * Runs if an address carries a fingerprint of the cited words: `#p12&cite=3f2a9c1b`. It tells the reader whether the
 * paragraph is unchanged and, if not, which version they cited. The list of versions comes from this host, as the
 * page did; nothing is sent.
 */
interface Versions {
	versions: readonly { version: number; paragraphs: Readonly<Record<string, string>> }[];
}

/** The last address handled: jumping to the paragraph must not be treated as another reference. */
let answered = '';

/** Scrolls to the cited paragraph and shows above it whether it has changed. */
export function showCitedChange(): void {
	const [, number = '', cite = ''] =
		/^#p(\d+[a-z]*)&(?:.*&)?cite=([0-9a-f]{8})(?:&|$)/.exec(location.hash) ?? [];
	if (!number || location.href === answered) return;
	const whole = location.href;
	answered = whole;
	// The first makes the paragraph the target; the second restores the complete reference, so that it can be copied.
	location.replace(`#p${number}`);
	history.replaceState(history.state, '', whole);
	const paragraph = document.getElementById(`p${number}`);
	const place = paragraph ?? document.querySelector('.prose');
	if (place) void compare(place, number, cite, paragraph?.dataset['cite']);
}

async function compare(place: Element, number: string, cite: string, now: string | undefined): Promise<void> {
	const { version, latest } = document.querySelector<HTMLElement>('article[data-version]')?.dataset ?? {};
	const same = now === cite;
	const isNewest = version === latest;
	if (same && isNewest) return say(place, 'Unchanged since you cited it.');
	const record = new URL(version === undefined ? './' : '../', location.href);
	const versions = await versionsOf(record);
	const reads = ({ paragraphs }: Versions['versions'][number]) => paragraphs[number] === cite;
	const link = (one: number, words: string) => ({
		words,
		href: new URL(`v${one}/#p${number}&cite=${cite}`, record).href,
	});
	if (same) {
		const newest = versions?.at(-1);
		if (newest && reads(newest)) return say(place, 'Unchanged since you cited it.');
		const words = 'This is how it read when you cited it. It is no longer so:';
		return say(place, words, {
			words: 'see the paragraph as it is now',
			href: new URL(`#p${number}`, record).href,
		});
	}
	if (!versions) return say(place, 'Not as you cited it. The earlier versions could not be looked up.');
	const cited = versions.findLast(reads);
	if (!cited) return say(place, 'No version of this record has this paragraph as you cited it.');
	const words =
		now === undefined ? 'The paragraph you cited is not in this version.' : 'Changed since you cited it.';
	say(place, words, link(cited.version, `See it as it stood in version ${cited.version}`));
}

/** The list of versions; undefined if it cannot be loaded. */
async function versionsOf(record: URL): Promise<Versions['versions'] | undefined> {
	try {
		const answer = await fetch(new URL('versions.json', record));
		return answer.ok ? ((await answer.json()) as Versions).versions : undefined;
	} catch {
		return undefined;
	}
}

/** Shows a sentence above the paragraph, replacing that of an earlier reference. */
function say(place: Element, words: string, link?: { words: string; href: string }): void {
	for (const old of document.querySelectorAll('.cited')) old.remove();
	const line = document.createElement('p');
	line.className = 'cited';
	line.role = 'status';
	line.append(words);
	if (link) {
		const target = document.createElement('a');
		target.href = link.href;
		target.textContent = link.words;
		line.append(' ', target, '.');
	}
	place.prepend(line);
}
