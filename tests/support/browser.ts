import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { type Browser, chromium } from 'playwright-core';
import { ROOT } from './sites.ts';

const CACHE = path.join(ROOT, 'node_modules/.cache/chromium');

/** Places where systems keep a Chromium. */
const INSTALLED = [
	'/usr/bin/chromium',
	'/usr/bin/chromium-browser',
	'/usr/bin/google-chrome',
	'/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
	'/Applications/Chromium.app/Contents/MacOS/Chromium',
];

/**
 * Never the arguments that the package offers: they switch off web security and the sandbox's process model, and a
 * test of the Content-Security-Policy would mean nothing.
 */
const ARGS = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run'];

/** Whether the npm package has a Chromium for this machine. */
const isBundled = process.platform === 'linux' && process.arch === 'x64';

/**
 * Starts a real Chromium: the one at `CHROMIUM_PATH`, else the one inside the npm package (Linux on x64), else one
 * that the system has.
 */
export async function launchBrowser(): Promise<Browser> {
	const given = process.env['CHROMIUM_PATH'];
	if (given) return chromium.launch({ executablePath: given, args: ARGS });
	if (isBundled) return launchBundled();
	const installed = INSTALLED.find((file) => existsSync(file));
	if (installed) return chromium.launch({ executablePath: installed, args: ARGS });
	throw new Error('No Chromium found. Install Chrome or Chromium, or set CHROMIUM_PATH to its program.');
}

/** Unpacks the packaged Chromium, where it is used, before several test files start it at the same time. */
export async function prepareBrowser(): Promise<void> {
	if (isBundled && !process.env['CHROMIUM_PATH']) await unpackOnce();
}

async function unpackOnce() {
	await mkdir(CACHE, { recursive: true });
	return inTemporaryFolder(CACHE, unpack);
}

/** Unpacks the packaged Chromium beside the dependencies, with its libraries and fonts, and starts it. */
async function launchBundled(): Promise<Browser> {
	const { executablePath, libraries, fonts } = await unpackOnce();
	return chromium.launch({
		executablePath,
		args: ARGS,
		env: { ...process.env, LD_LIBRARY_PATH: libraries, FONTCONFIG_FILE: fonts },
	});
}

async function unpack() {
	const { default: bundled, inflate } = await import('@sparticuz/chromium');
	const packed = path.join(ROOT, 'node_modules/@sparticuz/chromium/bin');
	const executablePath = await bundled.executablePath();
	const libraries = path.join(await inflate(path.join(packed, 'al2023.tar.br')), 'lib');
	const fonts = path.join(CACHE, 'fonts.conf');
	await writeFile(
		fonts,
		`<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig><dir>${CACHE}/fonts</dir><dir>/usr/share/fonts</dir><cachedir>${CACHE}/fontconfig</cachedir></fontconfig>\n`,
	);
	return { executablePath, libraries, fonts };
}

/** Runs something with another temporary folder: the package unpacks into that, and offers no other way. */
async function inTemporaryFolder<T>(folder: string, action: () => Promise<T>): Promise<T> {
	const before = process.env['TMPDIR'];
	process.env['TMPDIR'] = folder;
	try {
		return await action();
	} finally {
		if (before === undefined) delete process.env['TMPDIR'];
		else process.env['TMPDIR'] = before;
	}
}
