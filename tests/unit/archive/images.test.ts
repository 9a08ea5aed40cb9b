import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { encode, isTelling, leftIn } from '../../../src/archive/media/image-bytes.ts';
import { readArchive } from '../../../src/archive/read/read.ts';
import { imagesShown } from '../../../src/archive/media/shown-images.ts';
import { writeImages } from '../../../src/site/integrations/images.ts';
import { START } from '../../../src/core/values/problem.ts';
import { type Files, REPORT, TESTIMONY, temporaryFolder, writeArchive } from '../../support/archive.ts';
import {
	animatedPng,
	animatedWebp,
	commentedPng,
	halves,
	PLANTED,
	photograph,
} from '../../support/pictures.ts';
import { briefly, expectProblems, withBody } from '../../support/refusal.ts';

const SHOWN = '![Two halves](dot.png "A caption")';
const report = (body: string) => withBody(REPORT, body, '').source;

async function made(bytes: Buffer): Promise<Buffer> {
	const result = await encode(bytes);
	if ('rule' in result) throw new Error(result.rule);
	return result;
}

/** The colour of a pixel, by the channel that is strongest. */
async function colourAt(bytes: Buffer, left: number, top: number): Promise<string> {
	const pixel = await sharp(bytes).extract({ left, top, width: 1, height: 1 }).removeAlpha().raw().toBuffer();
	const [red = 0, green = 0, blue = 0] = pixel;
	if (Math.min(red, green, blue) > 240) return 'white';
	return red > blue ? 'red' : 'blue';
}

describe('files that are refused', () => {
	const png = halves().png().toBuffer();
	test.each<[string, string, () => Promise<Files[string]>, string]>([
		[
			'a drawing that can run',
			'dot.svg',
			async () => '<svg xmlns="http://www.w3.org/2000/svg"/>',
			'unexpected-file',
		],
		['a moving picture', 'dot.gif', () => halves().gif().toBuffer(), 'unexpected-file'],
		['a document', 'dot.pdf', async () => '%PDF-1.7', 'unexpected-file'],
		['an office file', 'dot.docx', async () => 'PK', 'unexpected-file'],
		['a picture of a telephone', 'dot.heic', async () => 'x', 'unexpected-file'],
		['a text', 'dot.mdx', async () => 'x', 'unexpected-file'],
		['a folder', 'more/dot.png', () => png, 'unexpected-file'],
		['a link', 'dot.png', async () => ({ link: '/etc/passwd' }), 'symbolic-link'],
		['capitals', 'Dot.png', () => png, 'bad-name'],
		['capitals in the ending', 'dot.PNG', () => png, 'bad-name'],
		['a space', 'my dot.png', () => png, 'bad-name'],
		['two endings', 'dot.php.png', () => png, 'bad-name'],
		['a text called a picture', 'dot.png', async () => '<script>alert(1)</script>', 'wrong-format'],
		['an empty file', 'dot.png', async () => '', 'wrong-format'],
		['a JPEG called PNG', 'dot.png', () => photograph(), 'wrong-format'],
		['a PNG called WebP', 'dot.webp', () => png, 'wrong-format'],
		['an animated WebP', 'dot.webp', animatedWebp, 'animated-image'],
		['an animated PNG', 'dot.png', animatedPng, 'animated-image'],
		[
			'half a picture',
			'dot.png',
			async () => (await halves(400, 400).png().toBuffer()).subarray(0, 300),
			'broken-image',
		],
		[
			'a start and nothing else',
			'dot.jpg',
			async () => Buffer.from([0xff, 0xd8, 0xff, 0xe0]),
			'broken-image',
		],
		[
			'more bytes than are taken',
			'dot.png',
			async () => Buffer.concat([await png, Buffer.alloc(10 * 1024 * 1024)]),
			'too-large',
		],
	])('%s', async (_, name, content, rule) => {
		const file = `images/${name.split('/')[0]}`;
		await expectProblems({ [`images/${name}`]: await content() }, [{ file, places: [START], rule }]);
	});

	test('more pixels than are taken', async () => {
		const large = sharp({ create: { width: 8000, height: 5001, channels: 3, background: '#fff' } });
		expect(await encode(await large.png().toBuffer())).toMatchObject({ rule: 'too-large' });
	});

	test('a file in the place of the folder, and a link', async () => {
		for (const [content, rule] of [
			['x', 'unexpected-file'],
			[{ link: '/etc' }, 'symbolic-link'],
		] as const)
			await expectProblems({ images: content }, [{ file: 'images', places: [START], rule }]);
	});

	test.each([
		['reports/scan.pdf', /blacked out/],
		['letter.docx', /blacked out/],
		['reports/photo.jpg', /Move it into images\//],
		['testimonies/photo.jpg', /accounts have no pictures/],
		['findings/chart.svg', /PNG, JPEG or WebP/],
		['chart.heic', /PNG, JPEG or WebP/],
	])('says what to do with %s', async (file, advice) => {
		const [problem] = await expectProblems({ [file]: 'x' }, [
			{ file, places: [START], rule: 'unexpected-file' },
		]);
		expect(problem?.advice).toMatch(advice);
	});
});

describe('a picture made anew', () => {
	test('holds nothing of what was planted, and stands upright', async () => {
		const before = await photograph();
		expect(before.includes(PLANTED)).toBe(true);
		expect(await isTelling(before)).toBe(true);
		expect(await leftIn(before)).not.toEqual([]);
		const after = await made(before);
		expect(after.includes(PLANTED)).toBe(false);
		expect(after.includes('Exif')).toBe(false);
		expect(await leftIn(after)).toEqual([]);
		const { width, height, exif, xmp, icc, iptc, orientation } = await sharp(after).metadata();
		expect({ width, height, exif, xmp, icc, iptc, orientation }).toEqual({ width: 20, height: 40 });
		expect([await colourAt(after, 10, 4), await colourAt(after, 10, 35)]).toEqual(['red', 'blue']);
	});

	test('holds no comment of a PNG', async () => {
		const before = await commentedPng();
		expect(await isTelling(before)).toBe(true);
		const after = await made(before);
		expect(after.includes(PLANTED)).toBe(false);
		expect(await leftIn(after)).toEqual([]);
	});

	test('holds nothing under what is transparent', async () => {
		// Red that is invisible on the left, blue on the right.
		const pixel = (_: unknown, at: number) => (at % 40 < 20 ? [255, 0, 0, 0] : [0, 0, 255, 255]);
		const raw = Buffer.from(Array.from({ length: 40 * 20 }, pixel).flat());
		const before = await sharp(raw, { raw: { width: 40, height: 20, channels: 4 } })
			.png()
			.toBuffer();
		expect(await colourAt(before, 5, 10)).toBe('red');
		const after = await made(before);
		expect([await colourAt(after, 5, 10), await colourAt(after, 35, 10)]).toEqual(['white', 'blue']);
		expect((await sharp(after).metadata()).hasAlpha).toBe(false);
	});

	test('is no wider than a page needs, and the same each time', async () => {
		const before = await halves(3200, 200).jpeg().toBuffer();
		const after = await made(before);
		expect(await sharp(after).metadata()).toMatchObject({ format: 'webp', width: 1600, height: 100 });
		expect((await made(before)).equals(after)).toBe(true);
	});

	test('is told from one that still holds something', async () => {
		const clean = await made(await halves().png().toBuffer());
		const added = Buffer.from('EXIF\x04\0\0\0MM\0*', 'latin1');
		const longer = Buffer.concat([clean, added]);
		longer.writeUInt32LE(longer.length - 8, 4);
		const withExif = await halves()
			.withExif({ IFD0: { Artist: PLANTED } })
			.webp()
			.toBuffer();
		const withProfile = await halves().withIccProfile('p3').webp().toBuffer();
		for (const bytes of [longer, Buffer.concat([clean, added]), clean.subarray(0, -2), withExif, withProfile])
			expect(await leftIn(bytes)).not.toEqual([]);
	});
});

test('a file of the built site that holds more than pixels is reported', async () => {
	using site = temporaryFolder();
	const image = (name: string, bytes: Buffer) => ({
		name,
		path: `/images/${name}`,
		width: 40,
		height: 20,
		bytes,
	});
	const clean = image('0.webp', await made(await halves().png().toBuffer()));
	const dirty = image(
		'1.webp',
		await halves()
			.withExif({ IFD0: { Artist: PLANTED } })
			.webp()
			.toBuffer(),
	);
	expect(await writeImages(site.path, [clean, dirty])).toEqual(['images/1.webp: more than pixels']);
	expect(readdirSync(path.join(site.path, 'images'))).toEqual(['0.webp', '1.webp']);
});

describe('in an archive', () => {
	test('a picture is shown by a neutral name, with its size', async () => {
		using folder = writeArchive({
			[REPORT]: report(`Words.\n\n${SHOWN}\n\nWords.`),
			'images/dot.png': await halves().png().toBuffer(),
		});
		const { archive, problems } = await readArchive(folder.path);
		expect(problems).toEqual([]);
		const [image, ...more] = archive ? imagesShown(archive) : [];
		expect(more).toEqual([]);
		expect(image).toMatchObject({ name: 'dot.png', width: 40, height: 20 });
		expect(image?.path).toMatch(/^\/images\/[0-9a-f]{16}\.webp$/);
		expect(archive?.record.get('fbmgs2sv')?.paragraphs).toEqual(['1', '2', '3']);
	});

	test('no account has one', async () => {
		const { source, places } = withBody(TESTIMONY, 'Words.\n\n▶![Two halves](halves.png)', '');
		const files = { [TESTIMONY]: source, 'images/halves.png': await halves().png().toBuffer() };
		await expectProblems(files, [{ file: TESTIMONY, places, rule: 'image-in-account' }]);
	});

	test('a name mistyped is told with the one that was meant', async () => {
		const { source, places } = withBody(REPORT, 'Words.\n\n▶![Two halves](dott.png)', '');
		const files = { [REPORT]: source, 'images/dot.png': await halves().png().toBuffer() };
		const [problem] = await expectProblems(files, [{ file: REPORT, places, rule: 'dangling-reference' }]);
		expect(problem?.message).toContain('dot.png');
	});

	test('its words are checked as all others are', async () => {
		const { source, places } = withBody(
			REPORT,
			'Words.\n\n![The number ▶07700 900123](dot.png "The number ▶07700 900124")',
			'',
		);
		const files = { [REPORT]: source, 'images/dot.png': await halves().png().toBuffer() };
		await expectProblems(files, [{ file: REPORT, places, rule: 'DT-2' }]);
	});

	test('one that nothing shows, and one that tells of its maker, are warned of and stop nothing', async () => {
		using folder = writeArchive({
			[REPORT]: report('Words.\n\n![A photograph](photo.jpg)'),
			'images/photo.jpg': await photograph(),
			'images/unused.png': await halves().png().toBuffer(),
		});
		const { archive, problems } = await readArchive(folder.path);
		expect(briefly(problems)).toEqual([
			{ file: 'images/photo.jpg', ...START, rule: 'image-metadata' },
			{ file: 'images/unused.png', ...START, rule: 'unused-image' },
		]);
		expect(problems.map(({ severity }) => severity)).toEqual(['warning', 'warning']);
		expect(archive && imagesShown(archive).map(({ name }) => name)).toEqual(['photo.jpg']);
	});

	test('a published picture is cached as long as its file is there', async () => {
		using folder = writeArchive({
			[REPORT]: report(`Words.\n\n${SHOWN}`),
			'images/dot.png': await halves(60, 20).png().toBuffer(),
		});
		using cache = temporaryFolder();
		const file = path.join(cache.path, 'archive.cache');
		const read = async () => [...((await readArchive(folder.path, file)).archive?.images.values() ?? [])];
		const first = await read();
		const [image] = first;
		expect(readFileSync(file).includes(Buffer.from(image?.bytes ?? '-'))).toBe(true);
		expect(await read()).toEqual(first);
		rmSync(path.join(folder.path, 'images/dot.png'));
		writeFileSync(path.join(folder.path, REPORT), report('Words.'));
		expect(await read()).toEqual([]);
		expect(readFileSync(file).includes(Buffer.from(image?.bytes ?? '-'))).toBe(false);
	});
});
