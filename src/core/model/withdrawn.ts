import { z } from 'zod';
import { edtfDate } from '../values/date.ts';

/**
 * What is asked of a withdrawn record: that it says so, and when. Nothing else of it is checked or published, so that
 * a withdrawal never has to wait for anything.
 */
export const withdrawnSchema = z.looseObject({
	changes: z.array(z.looseObject({ date: edtfDate })).min(1),
});

/** Whether the fields of a file say that it is withdrawn, or that consent to it is. */
export function isWithdrawn(data: unknown): boolean {
	if (typeof data !== 'object' || data === null) return false;
	const { status, consent } = data as { status?: unknown; consent?: { withdrawn?: unknown } | null };
	return status === 'withdrawn' || consent?.withdrawn === true;
}
