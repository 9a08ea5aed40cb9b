import { existsSync } from 'node:fs';
import path from 'node:path';
import type { ArchiveContext } from '../../checks/pii/context.ts';
import { checkRegisterReviews } from '../../checks/register-reviews.ts';
import { checkTexts } from '../../checks/pii/check-texts.ts';
import type { Locate } from '../../checks/references.ts';
import type { ArchiveConfig } from '../../core/model/config.ts';
import type { Problem } from '../../core/values/problem.ts';
import { inFile, START } from '../../core/values/problem.ts';
import { EMPTY_REGISTER, type Register, registerSchema } from '../../core/model/register.ts';
import { type Waiver, waiversSchema } from '../../core/model/waivers.ts';
import { REGISTER_FILE, readContents, WAIVERS_FILE } from './files.ts';
import type { ArchiveCache } from '../cache.ts';
import type { FileReading } from './reading.ts';
import { validate } from './validate.ts';
import type { Yaml } from '../yaml/yaml.ts';
import { readYaml } from '../yaml/yaml.ts';

/** Reads a file at the top of the archive; undefined data where it is missing. */
function readTop<S extends typeof registerSchema | typeof waiversSchema>(
	root: string,
	file: string,
	schema: S,
) {
	if (!existsSync(path.join(root, file))) return { problems: [] };
	const contents = readContents(root, file);
	// A link was told when the files were listed.
	if ('rule' in contents) return { problems: contents.rule === 'symbolic-link' ? [] : [contents] };
	const yaml: Yaml = readYaml(contents.text);
	// A file of comments alone is an empty register.
	if (yaml.problems.length === 0 && yaml.data === null) return { problems: [] };
	const told =
		yaml.problems.length > 0 ? { data: undefined, problems: yaml.problems } : validate(schema, yaml);
	const problems = told.problems.map((one) => inFile(file, one));
	return { data: told.data, yaml, problems };
}

/** What the texts of an archive may name, and what reviewers have waived. */
export function readRegister(root: string): {
	register: Register;
	waivers: readonly Waiver[];
	locateWaiver(index: number): { line: number; column: number };
	locateEntry(field: readonly PropertyKey[]): { line: number; column: number };
	problems: Problem[];
} {
	const register = readTop(root, REGISTER_FILE, registerSchema);
	const waivers = readTop(root, WAIVERS_FILE, waiversSchema);
	return {
		register: (register.data as Register | undefined) ?? EMPTY_REGISTER,
		waivers: (waivers.data as { waivers: Waiver[] } | undefined)?.waivers ?? [],
		locateEntry: (field) => register.yaml?.locate(field) ?? START,
		locateWaiver: (index) => waivers.yaml?.locate(['waivers', index]) ?? START,
		problems: [...register.problems, ...waivers.problems],
	};
}

/** Names and days that an archive declares by what it is made of. */
export function declaredIn(
	register: Register,
	config: ArchiveConfig,
	readings: readonly FileReading[],
): ArchiveContext {
	const organisations = new Map<
		string,
		{ name: string; shortName?: string | undefined; aliases: readonly string[] }
	>();
	const names: string[] = [];
	const days = new Set<string>();
	for (const { folder, id, data } of readings) {
		if (!data) continue;
		if (folder === 'organisations') organisations.set(id, data as never);
		if (folder === 'themes') names.push((data as { label: string }).label);
		if (folder === 'complaints') {
			const { title, jurisdiction } = data as { title: string; jurisdiction: string };
			names.push(title, jurisdiction);
		}
		if (folder !== 'testimonies') collectDays(data, days);
		else for (const source of (data as { sources: readonly object[] }).sources) collectDays(source, days);
	}
	return { register, config, organisations, names, days };
}

const DAY_FIELDS = new Set(['published', 'issued', 'submitted', 'reported', 'date']);

/** Days in the fields that hold dates of publication and proceedings. */
function collectDays(value: unknown, days: Set<string>): void {
	if (typeof value !== 'object' || value === null) return;
	for (const [key, item] of Object.entries(value)) {
		if (typeof item === 'string') {
			if (DAY_FIELDS.has(key)) for (const [day] of item.matchAll(/\d{4}-\d{2}-\d{2}/g)) days.add(day);
		} else if (key !== 'changes') collectDays(item, days);
	}
}

/** Reads the register and checks every text against it. */
export function checkTextsOf(
	root: string,
	config: ArchiveConfig,
	readings: readonly FileReading[],
	locate: Locate,
	cache: ArchiveCache,
): Problem[] {
	const { register, waivers, locateEntry, locateWaiver, problems } = readRegister(root);
	// With a broken register everything would be told; its own problems come first.
	if (problems.length > 0) return problems;
	const context = {
		...declaredIn(register, config, readings),
		waivers,
		locate,
		locateWaiver,
		waiversFile: WAIVERS_FILE,
		clean: cache.clean,
	};
	return [
		...checkRegisterReviews(readings, register, locateEntry, REGISTER_FILE),
		...checkTexts(readings, context),
	];
}
