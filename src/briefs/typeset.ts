/**
 * Typst sets the briefs. It writes a tagged PDF and refuses to write one that is not PDF/UA-1 as far as a machine can
 * tell; it reads neither clock nor network, and its fonts come with the packages named here.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import type { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import { writable } from './glyphs.ts';
import type { Brief } from './types.ts';

/** A brief as it is published. */
export interface Pdf {
	bytes: Uint8Array<ArrayBuffer>;
	pages: number;
}

/** Every style that the template uses: of a family that is given here, no font of the machine is taken. */
const FONTS: Readonly<Record<string, readonly string[]>> = {
	'source-sans-3/SourceSans3': ['400Regular', '400Regular_Italic', '700Bold', '700Bold_Italic'],
	'source-serif-4/SourceSerif4': ['400Regular', '400Regular_Italic', '700Bold', '700Bold_Italic'],
};

let compiler: NodeCompiler | undefined;
let template = '';
let write = (text: string) => text;

/**
 * Sets a brief on A4. The same brief gives the same bytes.
 *
 * @throws if it cannot be set as PDF/UA-1, for instance for a heading that leaves out a level
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
		throw new Error(`The brief “${brief.title}” cannot be set: ${told(cause)}`, { cause });
	} finally {
		// What was set is not set again: kept results would be memory for nothing.
		typst.evictCache(0);
	}
}

function load(): NodeCompiler {
	if (compiler) return compiler;
	const require = createRequire(path.resolve('package.json'));
	const typst =
		require('@myriaddreamin/typst-ts-node-compiler') as typeof import('@myriaddreamin/typst-ts-node-compiler');
	const fontBlobs = Object.entries(FONTS).flatMap(([family, styles]) => {
		const [folder = '', name = ''] = family.split('/');
		return styles.map((style) =>
			readFileSync(require.resolve(`@expo-google-fonts/${folder}/${style}/${name}_${style}.ttf`)),
		);
	});
	write = writable(fontBlobs);
	template = readFileSync(path.resolve('src/briefs/brief.typ'), 'utf8');
	compiler = typst.NodeCompiler.create({ fontArgs: [{ fontBlobs }] });
	return compiler;
}

/** What Typst says is wrong, without its places: they are in the template, which is not at fault. */
function told(cause: unknown): string {
	const short = (cause as { shortDiagnostics?: readonly { message?: string }[] } | null)?.shortDiagnostics;
	return short?.map(({ message }) => message).join('; ') ?? String(cause);
}
