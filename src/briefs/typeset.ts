/**
 * Typesets briefs with Typst. It writes a tagged PDF, refuses one that is not PDF/UA-1 as far as a machine can tell, and
 * reads neither clock nor network. Its fonts come from the packages named here.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import type { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import { writable } from './glyphs.ts';
import type { Brief } from './types.ts';

/** A typeset brief. */
export interface Pdf {
	bytes: Uint8Array<ArrayBuffer>;
	pages: number;
}

/** Every style that the template uses, so that no font of the machine is used. */
const FONTS: Readonly<Record<string, readonly string[]>> = {
	'source-sans-3/SourceSans3': ['400Regular', '400Regular_Italic', '700Bold', '700Bold_Italic'],
	'source-serif-4/SourceSerif4': ['400Regular', '400Regular_Italic', '700Bold', '700Bold_Italic'],
};

let compiler: NodeCompiler | undefined;
let template = '';
let write = (text: string) => text;

/**
 * Typesets a brief on A4, deterministically.
 *
 * @throws if PDF/UA-1 is impossible, for example because a heading skips a level
 */
export function typeset(brief: Brief): Pdf {
	const typst = load();
	const inputs = {
		brief: JSON.stringify(brief, (_, value) => (typeof value === 'string' ? write(value) : value)),
	};
	try {
		const compiled = typst.compile({ mainFileContent: template, inputs });
		if (!compiled.result) throw compiled.takeDiagnostics();
		const bytes = typst.pdf(compiled.result, { pdfStandard: 'ua-1' });
		return { bytes: new Uint8Array(bytes), pages: compiled.result.numOfPages };
	} catch (cause) {
		throw new Error(`The brief “${brief.title}” cannot be typeset: ${diagnosticsOf(cause)}`, { cause });
	} finally {
		// No brief is typeset twice, so Typst’s cache would only take memory.
		typst.evictCache(0);
	}
}

function load(): NodeCompiler {
	if (compiler) return compiler;
	const require = createRequire(import.meta.url);
	const typst =
		require('@myriaddreamin/typst-ts-node-compiler') as typeof import('@myriaddreamin/typst-ts-node-compiler');
	const fontBlobs = Object.entries(FONTS).flatMap(([family, styles]) => {
		const [folder = '', name = ''] = family.split('/');
		return styles.map((style) =>
			readFileSync(require.resolve(`@expo-google-fonts/${folder}/${style}/${name}_${style}.ttf`)),
		);
	});
	write = writable(fontBlobs);
	template = readFileSync(path.join(import.meta.dirname, 'brief.typ'), 'utf8');
	compiler = typst.NodeCompiler.create({ fontArgs: [{ fontBlobs }] });
	return compiler;
}

/** Typst’s messages without positions, which refer to the template. */
function diagnosticsOf(cause: unknown): string {
	const short = (cause as { shortDiagnostics?: readonly { message?: string }[] } | null)?.shortDiagnostics;
	return short?.map(({ message }) => message).join('; ') ?? String(cause);
}
