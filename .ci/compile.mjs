// Compiles src/ into package/, which `npm pack` packs: Node strips no types below node_modules. Types are not checked
// here: `npm run types` does that.
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';

const ROOT = path.resolve(import.meta.dirname, '..');
const SOURCE = path.join(ROOT, 'src');
const TARGET = path.join(ROOT, 'package');
/** The files that other projects import: they alone need declarations. */
const ENTRIES = ['index.ts'];

const { config } = ts.readConfigFile(path.join(ROOT, 'tsconfig.json'), ts.sys.readFile);
const { options } = ts.parseJsonConfigFileContent({ ...config, files: [] }, ts.sys, ROOT);
const compilerOptions = {
	...options,
	noEmit: false,
	allowJs: false,
	allowImportingTsExtensions: false,
	rewriteRelativeImportExtensions: true,
};

/** Imports of compiled modules in components and pages. */
const IMPORT = /((?:\bfrom|\bimport|\bimport\(|<script src=)\s*)(['"])(\.{1,2}\/[^'"]+)\.ts\2/g;

rmSync(TARGET, { recursive: true, force: true });
for (const entry of readdirSync(SOURCE, { recursive: true, withFileTypes: true })) {
	if (!entry.isFile()) continue;
	const source = path.join(entry.parentPath, entry.name);
	const file = path.relative(SOURCE, source);
	const target = path.join(TARGET, file);
	mkdirSync(path.dirname(target), { recursive: true });
	if (file.endsWith('.ts')) compile(file, source, target);
	else if (/\.(?:astro|mdx|mjs)$/.test(file))
		writeFileSync(target, readFileSync(source, 'utf8').replace(IMPORT, '$1$2$3.js$2'));
	else cpSync(source, target);
}

function compile(file, source, target) {
	const code = readFileSync(source, 'utf8');
	write(
		target.replace(/\.ts$/, '.js'),
		ts.transpileModule(code, { compilerOptions, fileName: source, reportDiagnostics: true }),
	);
	if (ENTRIES.includes(file))
		write(
			target.replace(/\.ts$/, '.d.ts'),
			ts.transpileDeclaration(code, { compilerOptions, fileName: source, reportDiagnostics: true }),
		);
}

function write(target, { outputText, diagnostics = [] }) {
	const faults = diagnostics.map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n'));
	if (faults.length > 0) throw new Error(`${target}: ${faults.join('; ')}`);
	writeFileSync(target, outputText);
}
