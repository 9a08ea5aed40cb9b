import type { Reporter, TestModule, TestSpecification, Vitest } from 'vitest/node';
import { NEEDS_SYSTEM, THREATS } from './threats.ts';

/** The projects that must try every threat between them. */
const PROJECTS = ['build', 'hostile'];

/** What the check needs to know of a test that was collected. */
export interface TriedTest {
	name: string;
	tags: readonly string[];
	state: string;
}

/**
 * Each threat that no test tried, and each test of a threat that did not pass. A test that needs a program may be
 * skipped where another test of the threat ran.
 */
export function coverageFaults(collected: readonly TriedTest[]): string[] {
	const tests = collected.filter(({ state, tags }) => state !== 'skipped' || !tags.includes(NEEDS_SYSTEM));
	return THREATS.flatMap(({ name, description }) => {
		const tagged = tests.filter(({ tags }) => tags.includes(name));
		if (tagged.length === 0) return [`${name} (${description}) has no test`];
		return tagged
			.filter(({ state }) => state !== 'passed')
			.map((test) => `${name}: ${test.state}: ${test.name}`);
	});
}

/**
 * A Vitest reporter that fails the run unless every threat was tried and every test of a threat passed. It judges
 * what ran, so a skipped or deleted test is noticed. It says nothing of a run of some files or with a filter.
 */
export class ThreatCoverage implements Reporter {
	#vitest: Vitest | undefined;
	#complete = false;

	onInit(vitest: Vitest): void {
		this.#vitest = vitest;
	}

	async onTestRunStart(specifications: readonly TestSpecification[]): Promise<void> {
		const vitest = this.#vitest;
		if (!vitest) return;
		const { project: chosen, testNamePattern, tagsFilter } = vitest.config;
		const running = new Set(specifications.map(key));
		const all = (await vitest.globTestSpecifications()).filter(isRequired);
		const projects = new Set(all.map(({ project }) => project.name));
		this.#complete =
			!testNamePattern &&
			!tagsFilter?.length &&
			(chosen.length === 0 || PROJECTS.every((name) => projects.has(name))) &&
			all.every((specification) => running.has(key(specification)));
	}

	onTestRunEnd(modules: readonly TestModule[]): void {
		if (!this.#complete) return;
		const tests = modules
			.filter(isRequired)
			.flatMap(({ children }) => [...children.allTests()])
			.map((test) => ({ name: test.fullName, tags: test.tags, state: test.result().state }));
		const faults = coverageFaults(tests);
		if (faults.length === 0) {
			this.#vitest?.logger.log(`All ${THREATS.length} threats tried, and every test of them passed.`);
			return;
		}
		process.exitCode = 1;
		this.#vitest?.logger.error(`Threats not covered:\n${faults.map((fault) => `  ${fault}`).join('\n')}`);
	}
}

function isRequired({ project }: { project: { name: string } }): boolean {
	return PROJECTS.includes(project.name);
}

function key({ project, moduleId }: TestSpecification): string {
	return `${project.name} ${moduleId}`;
}
