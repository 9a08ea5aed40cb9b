import type { TextEntry } from '../archive/publish/view.ts';
import type { Complaint } from '../core/model/complaint.ts';
import { daysBetween } from './days.ts';

/** An entry of a timeline, with the days since the complaint. */
export interface Event {
	entry: Complaint['timeline'][number];
	/** Days since the complaint was made; null where a date is not known to the day, or it came before. */
	days: number | null;
}

/** The timeline of a complaint, counted from the day on which it was made. */
export function eventsOf({ data }: TextEntry<Complaint>): Event[] {
	return data.timeline.map((entry) => {
		const days = daysBetween(data.submitted, entry.date);
		return { entry, days: days !== null && days > 0 ? days : null };
	});
}
