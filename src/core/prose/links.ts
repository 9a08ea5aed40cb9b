import type { RuleId } from '../rules/rules.ts';
import { isForeignLink, isSafeLink } from '../values/text.ts';
import type { Node } from './node.ts';
import { textOf } from './node.ts';

/**
 * Checks a link and gives the attributes that the archive sets on it. A refused link has no target.
 *
 * @param base folder that the archive is published under, prefixed to links within it
 */
export function linkAttributes(
	node: Node,
	base: string,
	report: (rule: RuleId, message: string, advice: string) => void,
): Record<string, string | null> {
	const target = String(node.properties?.['href'] ?? '');
	const refuse = (rule: RuleId, message: string, advice: string) => {
		report(rule, message, advice);
		return { href: null };
	};
	if (!isSafeLink(target))
		return refuse(
			'unsafe-link',
			'This link could run code or hide where it leads',
			'Link to an https:// address, to a path of this archive beginning with one /, or to #p12',
		);
	if (isForeignLink(target)) {
		const rel = 'noopener noreferrer nofollow external';
		// The style sheet shows the host, so that nobody goes there unawares.
		const host = URL.canParse(target) ? new URL(target).hostname.replace(/^www\./, '') : '';
		return textOf(node).includes(host) ? { rel } : { rel, 'data-host': host };
	}
	if (/^\/r\//.test(target))
		return refuse(
			'link-to-record',
			'A plain link to a record is not allowed: nobody would notice if it broke',
			'Write <Ref record="…" para="…"/>',
		);
	const climbs = /(?:^|[\\/])(?:\.|%2e){2}(?:[\\/?#]|$)/i.test(target);
	if (target.startsWith('/') && !climbs) return { href: base + target };
	if (target.startsWith('#')) return {};
	return refuse(
		climbs ? 'link-out-of-archive' : 'relative-link',
		'A link to a file or to a path relative to this one is not allowed',
		'Link to an https:// address, to a path of this archive beginning with /, or use <Ref record="…"/>',
	);
}
