import { build } from './build.ts';
import { capture } from './capture.ts';
import { check } from './check.ts';
import { dev } from './dev.ts';
import { exportBag } from './export.ts';
import { create } from './new.ts';
import { release } from './release.ts';
import { review } from './review.ts';
import { revise } from './revise.ts';
import { serve } from './serve.ts';
import { UsageError } from './usage.ts';
import { verify } from './verify.ts';
import { waive } from './waive.ts';
import { withdraw } from './withdraw.ts';

/** The commands, each with how it is called and what it does. */
const COMMANDS: Record<string, { run(args: string[]): Promise<void>; usage: string; purpose: string }> = {
	check: { run: check, usage: 'check [--show-hits]', purpose: 'check the content, and nothing else' },
	build: { run: build, usage: 'build', purpose: 'check the content and write the site to dist/' },
	serve: { run: serve, usage: 'serve [--port N]', purpose: 'build the site and show it at a local address' },
	dev: { run: dev, usage: 'dev [--port N]', purpose: 'show the site while it is being edited' },
	new: {
		run: create,
		usage: 'new testimony|report|finding [some-words]',
		purpose: 'make a record’s file with a fresh identifier and everything to fill in',
	},
	waive: {
		run: waive,
		usage: 'waive <file>:<line>:<column> --reason … --reviewers a,b',
		purpose: 'let a word stand that the closed-world rules stopped at, as two reviewers agreed',
	},
	review: {
		run: review,
		usage: 'review <identifier> [--sign role] [--intruder-test]',
		purpose: 'show what the checks saw of an account; record a review',
	},
	capture: {
		run: capture,
		usage:
			'capture <file> --record identifier --source number --public|--sealed --method … --at … [--url …] [--final-url …] [--tool …] [--role …]',
		purpose: 'register a copy of a source that you saved: HTML, PDF, WARC or WACZ',
	},
	revise: {
		run: revise,
		usage:
			'revise <identifier> --kind correction|redaction|update --note … [--words-from file [--what name]]',
		purpose: 'open the next version of a released record; take words out of all its versions',
	},
	release: {
		run: release,
		usage: 'release [--key file] [--sign number]',
		purpose: 'make permanent what is published, and sign it',
	},
	verify: {
		run: verify,
		usage: 'verify [folder or local address] [--key file]',
		purpose: 'check a built site against its sums, releases and signatures',
	},
	export: {
		run: exportBag,
		usage: 'export bag <folder>',
		purpose: 'write the built site as a BagIt bag, for libraries and archives',
	},
	withdraw: { run: withdraw, usage: 'withdraw <identifier>', purpose: 'take a record back, at once' },
};

const [name = '', ...args] = process.argv.slice(2);
const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
if (!command) {
	const lines = Object.values(COMMANDS).map(({ usage, purpose }) => `  ${usage.padEnd(58)} ${purpose}`);
	console.error(`usage: npm run archive -- <command>\n\n${lines.join('\n')}`);
	process.exitCode = name === '' || name === '--help' ? 0 : 2;
} else {
	try {
		await command.run(args);
	} catch (error) {
		if (!(error instanceof UsageError)) throw error;
		console.error(`${error.message}\nusage: npm run archive -- ${command.usage}`);
		process.exitCode = 2;
	}
}
