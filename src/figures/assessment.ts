import type { Count } from '../core/model/figure.ts';
import type { Stated } from '../core/model/stated.ts';
import type { Interval } from './interval.ts';

/**
 * What arithmetic can say of a figure, from the most severe: it contradicts itself; more than one number could be meant;
 * nothing contradicts it; what is printed follows from the counts; or there is nothing to check.
 */
export const STATUSES = ['conflict', 'undetermined', 'consistent', 'verified', 'unchecked'] as const;
export type Status = (typeof STATUSES)[number];

/** Another figure that a check refers to. */
export interface Other {
	figure: string;
	count: Count;
	unit: string;
}

/** One thing that was checked, with its numbers. */
export type Check = { status: Status } & (
	| { kind: 'share'; numerator: Count; denominator: Count; share: Interval }
	| { kind: 'stated'; stated: Stated; share: Interval; allowed: Interval; generous: number | null }
	| { kind: 'candidates'; stated: Stated; denominator: Count; first: number; last: number }
	| SumCheck
	| { kind: 'units'; units: readonly [string, string]; figure?: string; bridge?: string }
	| { kind: 'measure'; said: string; counted: string }
	| { kind: 'base'; other: Other; denominator: Count | null }
	| { kind: 'within'; other: Other; numerator: Count }
	| { kind: 'per'; other: Other; numerator: Count; times: Interval }
	| { kind: 'overlap'; others: readonly Other[]; total: Interval }
	| { kind: 'difference'; from: Other; less: readonly (Other & { maybe: boolean })[]; left: Interval }
	| {
			kind: 'ratio';
			relation: { of?: string | undefined; to: string };
			ratio: Interval;
			allowed: Interval | null;
	  }
	| { kind: 'largest'; figure: string; part: string; count: Count; next: string; rest: Interval }
	| { kind: 'pending'; others: readonly Other[]; atLeast: number }
	| { kind: 'length'; years: number; actual: number | null }
	| { kind: 'disagrees'; figure: string; mine: Interval; theirs: Interval; areShares: boolean }
);

/** The parts of a breakdown against their whole (ST-4). */
export interface SumCheck {
	status: Status;
	kind: 'sum';
	total: Count;
	sum: Interval;
	/** What no part accounts for, and its share of the whole; negative where the parts exceed the whole. */
	remainder: Interval;
	remainderShare: Interval;
	exclusive: boolean | 'unknown';
	exhaustive: boolean | 'unknown';
	/** Number of cases still open, where a part says so. */
	pending: number;
	/** Units of parts that differ from the unit of the whole. */
	units: readonly string[];
}

/** All checks of one figure. */
export interface Assessment {
	status: Status;
	checks: readonly Check[];
}

/** The most severe of several statuses. */
export function mostSevere(statuses: readonly Status[]): Status {
	return STATUSES.find((status) => statuses.includes(status)) ?? 'unchecked';
}
