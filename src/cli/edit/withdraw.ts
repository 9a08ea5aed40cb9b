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
 * `withdraw`: withdraws a record. Its words are removed from every file that the software wrote, and from the next build
 * its page is only a notice. It asks nothing and does not need the rest of the archive to be valid, so it works at once.
 */
export async function withdraw(args: string[]): Promise<void> {
	const { words } = readArguments(args, 1);
	const [id = ''] = words;
	// A write that was interrupted must neither block the withdrawal nor be finished later.
	const content = settledContent(true);
	if (id === '')
		throw new UsageError(
			'Give the identifier of the record to withdraw: the eight characters before its name',
		);
	if (!/^[0-9a-z]{8}$/.test(id)) throw new UsageError(`No record ${id} in ${content}`);
	const plan = planWithdrawal(content, id, new Date());
	if (plan.own.length === 0) throw new UsageError(`No record ${id} in ${content}`);
	// Clear the caches first, so that none outlives the record if the command is interrupted.
	const uncleared = clearCaches(content);
	removeDeadWork();
	const failed = unwritable(content, plan.others.keys());
	const others = [...plan.others].filter(([file]) => !failed.includes(file));
	writeAll(content, new Map([...others, ...plan.record]));
	forgetReading();
	for (const file of plan.own)
		console.log(plan.isFresh ? `${file} is withdrawn.` : `${file} was already withdrawn.`);
	if (plan.record.get(`${VERSIONS_FOLDER}/${id}/${SALT}`) === null)
		console.log(`The salt of its released versions is destroyed: ${VERSIONS_FOLDER}/${id}/${SALT}.`);
	reportOthers(plan, failed);
	reportUnreadable([...plan.unreadable, ...uncleared.map((place) => path.relative(process.cwd(), place))]);
	const { removed, copies } = leftOvers(content, id);
	if (removed.length > 0) console.log(`Removed files left by a killed command: ${removed.join(', ')}.`);
	if (copies.length > 0)
		console.log(
			`\nThese files look like copies of it or links to one. Delete them and their targets: ${copies.join(', ')}.`,
		);
	printNextSteps(content, id);
	await reportBlockers(content);
}

/** Files in folders that cannot be written. They must not prevent the withdrawal of the record. */
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

function reportOthers({ taken, left, mentions }: Withdrawal, failed: readonly string[]): void {
	const list = (places: readonly string[]) => places.map((place) => `\n  ${place}`).join('');
	if (failed.length > 0)
		console.log(
			`\nThese files could not be changed and may contain its words. Run the command again once they are writable:${list(failed)}`,
		);
	if (taken.length > 0)
		console.log(
			`\nIts words also occurred in other files. Those paragraphs and fields have been removed; rewrite them when you can:${list(taken)}`,
		);
	if (left.length > 0)
		console.log(
			`\nIts words remain in places that the command cannot change (a comment, an address, an unreadable text, a file that is not a record). Remove them by hand:${list(left)}`,
		);
	if (mentions.length > 0)
		console.log(
			`\nThese files refer to it: ${mentions.join(', ')}. Paragraphs that cite it are no longer published; rewrite them when you can.`,
		);
}

function reportUnreadable(places: readonly string[]): void {
	if (places.length > 0)
		console.log(`\nThese could not be read or removed and may contain its words: ${places.join(', ')}.`);
}

/** Prints what the next build leaves out, and the problems that still block it. */
async function reportBlockers(content: string): Promise<void> {
	try {
		reportRemainder(await readRemainder(content));
	} catch (error) {
		console.error(
			`\nThe content cannot be read: ${(error as Error).message}. Run “npm run check” for details.`,
		);
	}
}

/** Prints what to do about copies that the command cannot reach. */
function printNextSteps(content: string, id: string): void {
	const folder = path.relative(process.cwd(), content) || '.';
	const site = path.relative(process.cwd(), settings().outDir) || '.';
	console.log(
		`
What to do next:
  1. Build and publish now: “npm run build”. Until then ${site}/ and the published site still contain the words.
  2. Clear the cache of your host, and ask search engines and web archives to remove /r/${id}/.
  3. Version control keeps the text and the salt in its history. Where ${folder}/ is in a Git repository, commit, then
       git filter-repo --force --invert-paths --path-glob '*/${id}*'
       git reflog expire --expire=now --all && git gc --prune=now --aggressive
     This removes the current files of the record too: copy them first, and commit them again. Remove words in other
     files with “git filter-repo --replace-text”. Push with --force, and replace every other clone.
  4. Delete it from backups, synchronised folders and editors’ histories.`,
	);
}
