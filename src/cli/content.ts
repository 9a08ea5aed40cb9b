import { existsSync } from 'node:fs';
import { forgetReading } from '../archive/load-archive.ts';
import { settings } from '../core/settings.ts';
import { settleWrites } from '../integrity/atomic-write/settle.ts';
import { UsageError } from './usage.ts';

/**
 * The archive's folder, with nothing in it half-written: every command that reads or changes the content asks here
 * first.
 *
 * @param isForced whether to go on where an interrupted write cannot be finished as a whole
 * @throws UsageError where there is no such folder
 * @throws InterruptedWrite where an interrupted write needs a decision
 */
export function settledContent(isForced = false): string {
	const { content } = settings();
	if (!existsSync(content)) throw new UsageError(`There is no folder ${content}`);
	const settled = settleWrites(content, isForced);
	if (settled === 'finished') console.error('A command that had been interrupted was finished first.');
	// What was read in the meantime was neither as before nor complete.
	if (settled) forgetReading();
	return content;
}
