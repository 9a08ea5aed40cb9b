/** Headers by name, with the values from all rules that set them. */
type Headers = ReadonlyMap<string, readonly string[]>;

/**
 * Reads a `_headers` file as hosts do that support it (Netlify, Cloudflare Pages): a path, with `*` for anything and
 * `:name` for one segment, then its headers, indented. All rules that match a path apply.
 *
 * @returns the headers of a path
 */
export function readHeaderRules(text: string): (path: string) => Headers {
	const rules: { pattern: RegExp; headers: [name: string, value: string][] }[] = [];
	for (const line of text.split('\n')) {
		if (line.startsWith('#') || line.trim() === '') continue;
		const [, name = '', value = ''] = /^\s+([^:]+):\s*(.*)$/.exec(line) ?? [];
		if (name === '') rules.push({ pattern: patternOf(line.trim()), headers: [] });
		else rules.at(-1)?.headers.push([name, value]);
	}
	return (path) => {
		const found = new Map<string, string[]>();
		for (const { pattern, headers } of rules)
			if (pattern.test(path))
				for (const [name, value] of headers) found.set(name, [...(found.get(name) ?? []), value]);
		return found;
	};
}

function patternOf(path: string): RegExp {
	const escaped = path.replace(/[.+?^${}()|[\]\\]/g, '\\$&');
	return new RegExp(`^${escaped.replaceAll('*', '.*').replace(/:\w+/g, '[^/]+')}$`);
}
