import { z } from 'zod';
import { paragraphNumber, recordReference } from '../values/reference.ts';
import { line, slug } from '../values/text.ts';

/** Whose answer a reply is. */
export const REPLY_KINDS = { reply: 'Reply', denial: 'Denial', outcome: 'Outcome' } as const;

/**
 * The components that a text may use, with the attributes that each takes. Anything else is refused. Attributes
 * are literal strings; there are no expressions.
 */
export const COMPONENTS = {
	/** Words that someone said or wrote, with who it was: `<Quote speaker="…">…</Quote>`. */
	Quote: z.strictObject({
		speaker: line.describe('Who said it, as far as the source tells'),
	}),
	/** A place where words are withheld: `<Redacted what="name"/>` shows “[name withheld]”. */
	Redacted: z.strictObject({ what: line.max(40) }),
	/** What the body or person complained of answered, or how the matter ended. */
	Reply: z.strictObject({
		from: line.describe('Whose reply it is'),
		organisation: slug.optional().describe('The organisation, if the archive has it'),
		kind: z.enum(Object.keys(REPLY_KINDS) as [keyof typeof REPLY_KINDS]),
	}),
	/** A reference to another record, or to one paragraph of it: `<Ref record="7k3m9qtw" para="3"/>`. */
	Ref: z.strictObject({ record: recordReference, para: paragraphNumber.optional() }),
	/** The words of another record’s paragraph, as far as they may be quoted: `<Excerpt record="7k3m9qtw" para="3"/>`. */
	Excerpt: z.strictObject({ record: recordReference, para: paragraphNumber }),
	/** The checks that this archive passed, as a table: `<Checks/>`, for the page on method. */
	Checks: z.strictObject({}),
	/** A published statistic with its base, by the name of its file: `<Figure id="charged-2018"/>`. */
	Figure: z.strictObject({ id: slug }),
} as const;

export type ComponentName = keyof typeof COMPONENTS;
export type ComponentProps = { [Name in ComponentName]: z.output<(typeof COMPONENTS)[Name]> };

/** Components that stand as a block of their own; the others stand within a sentence. */
export const BLOCK_COMPONENTS: ReadonlySet<ComponentName> = new Set(['Quote', 'Reply', 'Excerpt', 'Checks']);

/** Components that hold text; the others are empty. */
export const HOLDING_COMPONENTS: ReadonlySet<ComponentName> = new Set(['Quote', 'Reply']);
