import type { Detector } from '../model.ts';
import { luhn } from './check-digits.ts';
import { before, digitsOf, matches } from './matching.ts';

const OCTET = '(?:25[0-5]|2[0-4]\\d|1?\\d?\\d)';

/** DT-15. Addresses and numbers of devices: IP, MAC, IMEI, SIM and serial numbers. */
export const device: Detector = {
	id: 'DT-15',
	type: 'device address or number',
	prefilter: /\d|[0-9a-f]{2}[:.-][0-9a-f]{2}[:.-]|::/i,
	*find(text) {
		yield* matches(
			text,
			new RegExp(String.raw`(?<![\d.])(?:${OCTET}\s?(?:\.|\[\.\]|\(\.\))\s?){3}${OCTET}(?!\d|\.\d)`, 'g'),
			(value, start) =>
				!before(text, start, /\b(?:version|v|rfc|build|release)\.?\s*$/i, 14) &&
				// No provision has a number of three digits at each level.
				(/\d{3}/.test(value) || !before(text, start, /\b(?:section|para(?:graph)?|clause)\.?\s*$/i, 14)),
		);
		yield* matches(
			text,
			new RegExp(String.raw`(?<![\w.-])(?:${OCTET}-){3}${OCTET}(?![\w-])`, 'g'),
			(value, start) => /\bIP\b/i.test(text.slice(Math.max(0, start - 40), start + value.length + 40)),
		);
		yield* matches(
			text,
			/(?<![\w:.])(?:[0-9a-f]{0,4}:){2,7}[0-9a-f]{0,4}(?:\/\d{1,3})?(?![\w:])/gi,
			(value) => {
				const groups = value.replace(/\/\d+$/, '').split(':');
				if (/^\d{1,2}(?::\d{2}){1,2}$/.test(value)) return false;
				return (value.includes('::') && /[0-9a-f]{2,}/i.test(value)) || groups.length === 8;
			},
		);
		yield* matches(
			text,
			/(?<![\w:-])[0-9a-f]{2}(?:([:\-. ])[0-9a-f]{2})(?:\1[0-9a-f]{2}){4}(?![\w:-])/gi,
			(value, start) =>
				/[a-f]/i.test(value)
					? !/^[^:-]*\s/.test(value) || /\d/.test(value)
					: /[:]/.test(value) || before(text, start, /\bMAC\b/i),
		);
		yield* matches(
			text,
			/(?<![\w.])[0-9a-f]{4}\.[0-9a-f]{4}\.[0-9a-f]{4}(?![\w.])/gi,
			(value) => /[a-f]/i.test(value) && /\d/.test(value),
		);
		yield* matches(
			text,
			/\b(?:MAC|bluetooth|wi-?fi)(?:\s+(?:address|id|is|was|of|:))*\s*:?\s*([0-9a-f]{12})(?!\w)/gi,
			undefined,
			1,
		);
		yield* matches(
			text,
			/(?<![\w./£-])\d{2}[\s.\-/]?\d{6}[\s.\-/]?\d{6}[\s.\-/]?\d(?![\w-])|(?<![\w./£-])\d{3}(?:[\s-]\d{3}){4}(?![\w-])|(?<![\w./£-])\d{15}(?!\w)/g,
			luhn,
		);
		yield* matches(
			text,
			/\b(?:IMEI|ICCID|IMSI|SIM(?:\s+card)?|serial|handset|device|AirTag|tracker)\b(?:\s*(?:serial|number|no|id|code|is|was|of|:|#|the|phone))*\.?\s*[:#]?\s*((?=[A-Z-]*\d)[A-Z0-9](?:[\s.-]?[A-Z0-9]){7,21})(?!\w)/gi,
			(value) =>
				digitsOf(value).length >= 4 &&
				(/^[\d\s.-]+$/.test(value) || !/\s/.test(value) || value === value.toUpperCase()),
			1,
		);
	},
};

export const DEVICES: readonly Detector[] = [device];
