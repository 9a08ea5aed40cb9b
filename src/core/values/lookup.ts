/**
 * What a table holds under a key that somebody typed. A plain look-up would find what every object has: a text with the
 * word “constructor” in it would get a function for an answer.
 */
export function lookup<Value>(table: Readonly<Record<string, Value>>, key: string): Value | undefined {
	return Object.hasOwn(table, key) ? table[key] : undefined;
}

/** The same data with objects that have nothing but what was put into them. */
export function withoutPrototype(data: unknown): unknown {
	if (Array.isArray(data)) return data.map(withoutPrototype);
	if (typeof data !== 'object' || data === null) return data;
	const copy: Record<string, unknown> = Object.create(null);
	for (const [key, value] of Object.entries(data)) copy[key] = withoutPrototype(value);
	return copy;
}
