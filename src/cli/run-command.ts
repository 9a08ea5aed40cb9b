import { Failure, isSystemError } from '../core/values/failure.ts';
import { lookup } from '../core/values/lookup.ts';
import { UsageError } from './usage.ts';

// A command's code is loaded only when it is called: loading is much of what a short command takes.
/** The commands, each with how it is called and what it does. */
const COMMANDS: Record<string, { run(args: string[]): Promise<void>; usage: string; purpose: string }> = {
	check: {
		run: async (args) => (await import('./check.ts')).check(args),
		usage: 'check [identifier or file] [--show-hits] [--repository public|private|internal]',
		purpose: 'check the content, and nothing else',
	},
	build: {
		run: async (args) => (await import('./build.ts')).build(args),
		usage: 'build [--local]',
		purpose: 'check the content and write the site to dist/',
	},
	serve: {
		run: async (args) => (await import('./serve.ts')).serve(args),
		usage: 'serve [--port N]',
		purpose: 'build the site and show it at a local address',
	},
	dev: {
		run: async (args) => (await import('./dev.ts')).dev(args),
		usage: 'dev [--port N]',
		purpose: 'show the site while it is being edited',
	},
	init: {
		run: async (args) => (await import('./init/init.ts')).init(args),
		usage:
			'init <folder> [--name …] [--complaint …] [--submitted-by …] [--submitted-to …] [--organisation-kinds a,b] [--themes a,b] [--package …]',
		purpose: 'make a new archive in a folder of its own; asks for what is not given',
	},
	new: {
		run: async (args) => (await import('./edit/new.ts')).create(args),
		usage: 'new testimony|report|finding [some-words]',
		purpose: 'make a record’s file with a fresh identifier and everything to fill in',
	},
	format: {
		run: async (args) => (await import('./format.ts')).format(args),
		usage: 'format [--check]',
		purpose: 'put every file but released records into the common layout',
	},
	waive: {
		run: async (args) => (await import('./edit/waive.ts')).waive(args),
		usage: 'waive <file>:<line>:<column> --reason … --reviewers a,b',
		purpose: 'let a word stand that the closed-world rules stopped at, as two reviewers agreed',
	},
	review: {
		run: async (args) => (await import('./edit/review.ts')).review(args),
		usage: 'review <identifier> [--sign role] [--intruder-test]',
		purpose: 'show what the checks saw of an account; record a review',
	},
	capture: {
		run: async (args) => (await import('./edit/capture.ts')).capture(args),
		usage:
			'capture <file> --record identifier --source number --public|--sealed --method … --at … [--url …] [--final-url …] [--tool …] [--role …]',
		purpose: 'register a copy of a source that you saved: HTML, PDF, WARC or WACZ',
	},
	revise: {
		run: async (args) => (await import('./edit/revise.ts')).revise(args),
		usage:
			'revise <identifier> --kind correction|redaction|update --note … [--words-from file [--what name]]',
		purpose: 'open the next version of a released record; take words out of all its versions',
	},
	release: {
		run: async (args) => (await import('./release.ts')).release(args),
		usage: 'release [--key file] [--sign number] [--local]',
		purpose: 'make permanent what is published, and sign it',
	},
	verify: {
		run: async (args) => (await import('./verify.ts')).verify(args),
		usage: 'verify [folder or local address] [--key file]',
		purpose: 'check a built site against its sums, releases and signatures',
	},
	export: {
		run: async (args) => (await import('./export.ts')).exportBag(args),
		usage: 'export bag <folder>',
		purpose: 'write the built site as a BagIt bag, for libraries and archives',
	},
	withdraw: {
		run: async (args) => (await import('./edit/withdraw.ts')).withdraw(args),
		usage: 'withdraw <identifier>',
		purpose: 'take a record back, at once',
	},
};

/**
 * Runs a command and reports what stopped it. The exit code is left in `process.exitCode`: 2 where the command was
 * called wrongly, 1 where it failed.
 *
 * @param argv the command's name and its arguments
 * @throws a fault of the software, with its stack
 */
export async function runCommand([name = '', ...args]: readonly string[]): Promise<void> {
	const command = lookup(COMMANDS, name);
	if (!command) {
		const lines = Object.values(COMMANDS).map(({ usage, purpose }) => `  ${usage.padEnd(58)} ${purpose}`);
		if (name !== '' && name !== '--help') console.error(`“${name}” is not a command`);
		console.error(`usage: npm run archive -- <command>\n\n${lines.join('\n')}`);
		process.exitCode = name === '' || name === '--help' ? 0 : 2;
		return;
	}
	if (args.includes('--help')) {
		console.log(`usage: npm run archive -- ${command.usage}\n\n${command.purpose}`);
		return;
	}
	try {
		await command.run(args);
	} catch (error) {
		if (error instanceof UsageError) {
			console.error(`${error.message}\nusage: npm run archive -- ${command.usage}`);
			process.exitCode = 2;
		} else {
			console.error(inWords(error));
			process.exitCode = 1;
		}
	}
}

/**
 * What stopped a command, in a line that says what to do.
 *
 * @throws what is none of these: a fault of the software, whose stack tells where
 */
function inWords(error: unknown): string {
	if (error instanceof Failure) return error.message;
	if (isSystemError(error))
		return `The system refused: ${error.message}. What was there before is as it was.`;
	if (error instanceof Error && isMissingPackage(error))
		return `A package is missing or not whole: run “npm ci” in the folder of the project. (${error.message.split('\n')[0]})`;
	throw error;
}

/** Whether a package could not be loaded: it is not there, or not the part of it that is for this machine. */
function isMissingPackage({ code, message }: NodeJS.ErrnoException): boolean {
	const isNotFound = code === 'ERR_MODULE_NOT_FOUND' || code === 'MODULE_NOT_FOUND';
	return (
		(isNotFound && /^Cannot find package|node_modules/.test(message)) ||
		/native binding|Could not load the "sharp" module/.test(message)
	);
}
