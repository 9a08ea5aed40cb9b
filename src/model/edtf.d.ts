// The library ships no types; these cover the part used here.
declare module 'edtf' {
	interface Extended {
		type: 'Date' | 'Interval' | 'Season' | 'Year' | 'Decade' | 'Century' | 'List' | 'Set';
		/** 1 year, 2 month, 3 day. */
		precision: number;
		/** Milliseconds since 1970, UTC. */
		min: number;
		max: number;
		uncertain?: { value: number };
		approximate?: { value: number };
	}
	/** Parses an extended date; throws a SyntaxError that names the place. */
	export default function edtf(text: string): Extended;
}
