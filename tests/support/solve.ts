/** What is known of a number of accounts: no fewer and no more than this. */
export interface Bounds {
	least: number;
	most: number;
}

/**
 * An attacker with all printed numbers, patience and a pencil: cells with bounds, and sums that tie them together.
 * Bounds are drawn tighter, each sum in turn, until no sum says anything new.
 */
export class Attack {
	readonly cells = new Map<string, Bounds>();
	readonly #sums: { parts: string[]; whole: string; exactly: boolean }[] = [];

	/** Takes down a number as it was printed for a cell; a cell may be printed in many places. */
	read(cell: string, printed: string): void {
		const bounds = this.cells.get(cell) ?? { least: 0, most: Number.POSITIVE_INFINITY };
		const { least, most } = boundsOf(printed);
		this.cells.set(cell, { least: Math.max(bounds.least, least), most: Math.min(bounds.most, most) });
	}

	/** The parts make up no more than the whole; or all of it. */
	sum(parts: string[], whole: string, exactly = false): void {
		for (const cell of [...parts, whole])
			if (!this.cells.has(cell)) this.cells.set(cell, { least: 0, most: Number.POSITIVE_INFINITY });
		this.#sums.push({ parts, whole, exactly });
	}

	/** Draws all bounds as tight as the sums allow. */
	solve(): void {
		for (let changed = true; changed;) {
			changed = false;
			const tighten = (cell: string, least: number, most: number) => {
				const bounds = this.cells.get(cell);
				if (!bounds || (least <= bounds.least && most >= bounds.most)) return;
				this.cells.set(cell, { least: Math.max(least, bounds.least), most: Math.min(most, bounds.most) });
				changed = true;
			};
			const of = (cell: string) => this.cells.get(cell) ?? { least: 0, most: 0 };
			for (const { parts, whole, exactly } of this.#sums) {
				const least = parts.reduce((sum, part) => sum + of(part).least, 0);
				const most = parts.reduce((sum, part) => sum + of(part).most, 0);
				tighten(whole, least, exactly ? most : Number.POSITIVE_INFINITY);
				for (const part of parts) {
					const { least: own, most: all } = of(part);
					const others = most === Number.POSITIVE_INFINITY ? most : most - all;
					tighten(part, exactly ? of(whole).least - others : 0, of(whole).most - (least - own));
				}
			}
		}
	}
}

/** What a printed number can stand for. The part that is counted exactly is no secret. */
export function boundsOf(printed: string): Bounds {
	const given = /(?:^|\+ )(?:fewer than ([\d,]+)|about ([\d,]+)|not shown)$/.exec(printed.trim());
	if (!given) {
		if (/^[\d,]+$/.test(printed.trim())) return { least: 0, most: Number.POSITIVE_INFINITY };
		throw new Error(`Not a count: ${printed}`);
	}
	const [, under, about] = given.map((part) => part?.replaceAll(',', ''));
	if (under !== undefined) return { least: 0, most: Number(under) - 1 };
	if (about === undefined) return { least: 0, most: Number.POSITIVE_INFINITY };
	// Rounded to 5: 58 to 62 are “about 60”; what is below 10 would have been “fewer than 10”.
	return { least: Math.max(10, Number(about) - 2), most: Number(about) + 2 };
}
