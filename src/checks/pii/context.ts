import { createHash } from 'node:crypto';
import type { ArchiveConfig } from '../../core/model/config.ts';
import type { Register } from '../../core/model/register.ts';
import { Phrases } from './phrases.ts';
import type { Vocabulary } from './model.ts';
import { normalise } from './normalise.ts';

/** The archive-wide input of the check. */
export interface ArchiveContext {
	register: Register;
	config: ArchiveConfig;
	/** Names of organisations by their identifier. */
	organisations: ReadonlyMap<
		string,
		{ name: string; shortName?: string | undefined; aliases: readonly string[] }
	>;
	/** Labels of themes, titles and jurisdictions of complaints: names that the archive gave itself. */
	names: readonly string[];
	/** Days that the archive declares: of publication, of proceedings. `YYYY-MM-DD`. */
	days: ReadonlySet<string>;
}

/** What one file may contain. */
export interface Allowed {
	phrases: Pick<Phrases, 'find'>;
	isWord(word: string): boolean;
	/** True if lower-case words are part of a permitted name, as in the address of an article. */
	mentions(words: string): boolean;
}

/** The archive-wide context, prepared once for all files. */
export class Declared {
	readonly vocabulary: Vocabulary;
	/** Named events, besides those that a calendar knows. */
	readonly events: readonly string[];
	readonly days: ReadonlySet<string>;
	/** A digest of everything outside a file that its result can depend on. */
	readonly key: string;
	readonly #context: ArchiveContext;
	readonly #words: ReadonlySet<string>;
	readonly #shared: Phrases;

	constructor(context: ArchiveContext) {
		const { register } = context;
		this.#context = context;
		this.events = register.events;
		this.days = new Set([...context.days, ...register.publicDates]);
		this.vocabulary = {
			ranks: register.ranks,
			bareNouns: register.bareNouns.map((noun) => noun.toLowerCase()),
			referenceWords: register.referenceWords,
			publicNumbers: new Set(register.publicNumbers.map((number) => number.replace(/\D/g, ''))),
			publicHosts: register.publicHosts.map((host) => host.toLowerCase()),
			laws: register.laws,
			fewPosts: register.posts,
			fewUnits: register.units,
		};
		this.#words = new Set(
			[...register.words, ...register.plainWords, ...register.ranks].map((word) => normalise(word).text),
		);
		this.key = createHash('sha256')
			.update(
				JSON.stringify([
					register,
					context.config,
					[...context.organisations],
					context.names,
					[...context.days].sort(),
				]),
			)
			.digest('hex');
		this.#shared = new Phrases([
			...this.#own(),
			...register.words.filter((word) => /\s/.test(word)),
			...[...context.organisations.keys()].flatMap((id) => this.#organisation(id)),
		]);
	}

	/** For reports and findings: all organisations, people and places not bound to other records. */
	forRecord(id: string, titles: readonly string[]): Allowed {
		const bound = <T extends { records: readonly string[] }>(one: T) =>
			one.records.length === 0 || one.records.includes(id);
		const { people, places } = this.#context.register;
		return this.#allowed([
			...people.filter(bound).flatMap((person) => [person.name, ...person.aliases]),
			...places.filter(bound).map((place) => place.name),
			...titles,
		]);
	}

	/**
	 * For accounts: names bound to this account, and names that anyone may give.
	 *
	 * @param isGiven true for an account given to the archive, where only entries agreed by two reviewers count
	 */
	forTestimony(
		id: string,
		organisations: readonly string[],
		more: readonly string[],
		isGiven = false,
	): Allowed {
		const { accountWords, people, places, openOrganisations, words } = this.#context.register;
		const isBound = (one: { records: readonly string[]; reviewers?: readonly string[] | undefined }) =>
			one.records.includes(id) && (!isGiven || one.reviewers !== undefined);
		const agreed = accountWords.map(({ word }) => word);
		const open = [
			...this.#own(),
			...(isGiven ? agreed : words).filter((word) => /\s/.test(word)),
			...people.filter(isBound).flatMap((person) => [person.name, ...person.aliases]),
			...places.filter((place) => place.basis === 'country' || isBound(place)).map((place) => place.name),
			...[...organisations, ...openOrganisations].flatMap((one) => this.#organisation(one)),
			...more,
		];
		const allowed = this.#allowedBy([new Phrases(open)]);
		if (!isGiven) return allowed;
		const own = new Set(agreed.map((word) => normalise(word).text));
		return { ...allowed, isWord: (word) => own.has(word) };
	}

	/** Declared authors, for fields that contain nothing but names. */
	get authors(): ReadonlySet<string> {
		return new Set(
			this.#context.register.people
				.filter((person) => person.basis === 'author')
				.flatMap((person) => [person.name, ...person.aliases])
				.map((name) => normalise(name).text),
		);
	}

	#allowed(more: readonly string[]): Allowed {
		return this.#allowedBy([this.#shared, new Phrases(more)]);
	}

	#allowedBy(lists: readonly Phrases[]): Allowed {
		return {
			phrases: { find: (text) => lists.flatMap((list) => list.find(text)) },
			isWord: (word) => this.#words.has(word),
			mentions: (words) => lists.some((list) => list.mentions(words)),
		};
	}

	/** Names that the archive gave itself. */
	#own(): string[] {
		const { config, names } = this.#context;
		return [config.name, config.publisher, config.licence.name, ...names];
	}

	#organisation(id: string): string[] {
		const one = this.#context.organisations.get(id);
		return one ? [one.name, ...(one.shortName ? [one.shortName] : []), ...one.aliases] : [];
	}
}
