import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { galleryIntegration } from '../../../src/site/integrations/gallery.ts';
import { ROOT } from '../../support/sites.ts';

const SITE = path.join(ROOT, 'src/site');
const astroFiles = (folder: string) =>
	readdirSync(path.join(SITE, folder), { recursive: true, encoding: 'utf8' }).filter((file) =>
		file.endsWith('.astro'),
	);
const components = astroFiles('components').map((file) => file.replace(/\.astro$/, '').replaceAll('\\', '/'));
const rooms = astroFiles('gallery/rooms').map((file) =>
	readFileSync(path.join(SITE, 'gallery/rooms', file), 'utf8'),
);

describe('the gallery', () => {
	test.each(components)('shows %s', (component) => {
		const name = path.posix.basename(component);
		const examples = rooms.flatMap((room) => [
			...room.matchAll(new RegExp(`<Example of="${component}"[^>]*>([\\s\\S]*?)</Example>`, 'g')),
		]);
		expect(examples.some(([, body = '']) => new RegExp(`<${name}\\b`).test(body))).toBe(true);
	});

	test('names no state of a component twice', () => {
		const names = rooms.flatMap((room) =>
			[...room.matchAll(/<Example of="([^"]+)" state="([^"]+)"/g)].map(([, of, state]) => `${of}: ${state}`),
		);
		expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
		expect(names.length).toBeGreaterThan(components.length / 2);
	});

	test.each([
		['dev', ['/gallery/[...room]']],
		['build', []],
		['preview', []],
		['sync', []],
	] as const)('has an address in %s: %j', (command, expected) => {
		const patterns: string[] = [];
		const setup = galleryIntegration().hooks['astro:config:setup'] as (options: object) => void;
		setup({ command, injectRoute: ({ pattern }: { pattern: string }) => patterns.push(pattern) });
		expect(patterns).toEqual(expected);
	});
});
