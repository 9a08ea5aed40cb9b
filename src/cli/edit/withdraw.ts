import { accessSync, constants } from 'node:fs';
import path from 'node:path';
import { clearCaches } from '../../core/caches.ts';
import { forgetReading } from '../../archive/load-archive.ts';
import { VERSIONS_FOLDER } from '../../archive/read/files.ts';
import { readRemainder } from '../../archive/read/leave-out.ts';
import { settings } from '../../core/settings.ts';
import { SALT } from '../../archive/versions/files.ts';
import { writeAll } from '../../integrity/atomic-write/write-all.ts';
import { settledContent } from '../content.ts';
import { leftOvers } from './left-overs.ts';
import { reportRemainder } from './remainder.ts';
import { removeDeadWork } from '../../output/work-folder.ts';
import { readArguments, UsageError } from '../usage.ts';
import { planWithdrawal, type Withdrawal } from './withdrawal.ts';

/**
 * `withdraw`: takes a record back. Its words go from every file that the software wrote, and from the next build on its
 * address answers with a notice and nothing else. Nothing is asked and nothing else need be in order, so that it works
 * at once.
 */
export async function withdraw(args: string[]): Promise<void> {
	const { words } = readArguments(args, 1);
	const [id = ''] = words;
	// What an interrupted command was about to write must neither stand in the way nor come back.
	const content = settledContent(true);
	if (id === '') throw new UsageError('Say which record to withdraw: the eight characters before its name');
	if (!/^[0-9a-z]{8}$/.test(id)) throw new UsageError(`There is no record ${id} in ${content}`);
	const plan = planWithdrawal(content, id, new Date());
	if (plan.own.length === 0) throw new UsageError(`There is no record ${id} in ${content}`);
	// First the caches: whatever interrupts the command, none is left beside a record that is withdrawn.
	const uncleared = clearCaches(content);
	removeDeadWork();
	const failed = unwritable(content, plan.others.keys());
	const others = [...plan.others].filter(([file]) => !failed.includes(file));
	writeAll(content, new Map([...others, ...plan.record]));
	forgetReading();
	for (const file of plan.own)
		console.log(plan.isFresh ? `${file} is withdrawn.` : `${file} is withdrawn already.`);
	if (plan.record.get(`${VERSIONS_FOLDER}/${id}/${SALT}`) === null)
		console.log(`The salt of its released versions is destroyed: ${VERSIONS_FOLDER}/${id}/${SALT}.`);
	tellOthers(plan, failed);
	tellLeft([...plan.unreadable, ...uncleared.map((place) => path.relative(process.cwd(), place))]);
	const { removed, copies } = leftOvers(content, id);
	if (removed.length > 0)
		console.log(`Removed, as left by a command that was killed: ${removed.join(', ')}.`);
	if (copies.length > 0)
		console.log(
			`\nThese look like copies of it, or lead to one. Delete them, and what they lead to: ${copies.join(', ')}.`,
		);
	tellWhatRemains(content, id);
	await tellWhatStops(content);
}

/** Files that cannot be replaced, since their folder cannot be written: they must not keep the record. */
function unwritable(content: string, files: Iterable<string>): string[] {
	return [...files].filter((file) => {
		try {
			accessSync(path.dirname(path.join(content, file)), constants.W_OK);
			return false;
		} catch {
			return true;
		}
	});
}

function tellOthers({ taken, left, mentions }: Withdrawal, failed: readonly string[]): void {
	const list = (places: readonly string[]) => places.map((place) => `\n  ${place}`).join('');
	if (failed.length > 0)
		console.log(
			`\nThese files could not be changed, and may hold its words. Run the command again when they can be:${list(failed)}`,
		);
	if (taken.length > 0)
		console.log(
			`\nIts words also stood in other files. The paragraphs and fields are taken out; write them anew when you can:${list(taken)}`,
		);
	if (left.length > 0)
		console.log(
			`\nIts words still stand where the command cannot take them out (a comment, an address, a text that cannot be read, a file that is no record). Take them out by hand:${list(left)}`,
		);
	if (mentions.length > 0)
		console.log(
			`\nIt is referred to in ${mentions.join(', ')}. Paragraphs that cite it are left out from now on; write them anew when you can.`,
		);
}

function tellLeft(places: readonly string[]): void {
	if (places.length > 0)
		console.log(`\nThese could not be read or removed, and may hold its words: ${places.join(', ')}.`);
}

/** Says what the next build leaves out, and what stands in its way even so. */
async function tellWhatStops(content: string): Promise<void> {
	try {
		reportRemainder(await readRemainder(content));
	} catch (error) {
		console.error(`\nThe content cannot be read: ${(error as Error).message}. “npm run check” says more.`);
	}
}

/** What the command cannot reach, and what to do about it. */
function tellWhatRemains(content: string, id: string): void {
	const folder = path.relative(process.cwd(), content) || '.';
	const site = path.relative(process.cwd(), settings().outDir) || '.';
	console.log(
		`
What to do next:
  1. Build and publish now: “npm run build”. Until then ${site}/ and the published site still hold the words.
  2. Clear the cache of your host, and ask search engines and web archives to remove /r/${id}/.
  3. Version control keeps the text and the salt in its history. Where ${folder}/ is in a Git repository, commit, then
       git filter-repo --force --invert-paths --path-glob '*/${id}*'
       git reflog expire --expire=now --all && git gc --prune=now --aggressive
     This takes the present files of the record out too: copy them first, and commit them again. Words that stood in
     other files go by “git filter-repo --replace-text”. Push with --force, and have every other clone made anew.
  4. Backups, synchronised folders and editors’ histories keep it too: delete it there.`,
	);
}
