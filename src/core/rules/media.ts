import { group } from './rule.ts';
import { SOURCES } from './sources.ts';

export const IMAGES = group({
	anchor: 'rules-images',
	title: 'Pictures',
	looksFor:
		'pictures in accounts, which have none; in other pictures everything but the pixels: place, time, device, author',
	on: 'files',
	cannotSee: 'what a picture shows',
	why: 'A picture can show or carry a place, a time, a device or a name. Every picture is made anew from its pixels alone.',
	source: SOURCES.minimisation,
	rules: {
		'image-in-account': {
			title: 'Picture in an account',
			example: 'A photograph of a letter',
			resolve: 'Describe it in words',
		},
		'image-metadata': {
			title: 'Picture with metadata',
			severity: 'error or warning',
			finds: 'A warning where the original has metadata; an error where it could not be removed.',
			example: 'A photograph that a telephone has stamped with its position',
			resolve: 'Save it without metadata; the published copy has none in any case',
		},
		'no-remote-image': {
			title: 'Picture on another host',
			example: '`![A chart](https://…)`',
			resolve: 'Describe it, or put a copy into images/. Fetching it would tell that host who reads the page',
		},
		'no-image': {
			title: 'Name that is not that of a picture',
			example: '`![A chart](charts/one.png)`',
			resolve: 'Put a PNG, JPEG or WebP file into images/ and give its name alone',
		},
		'no-alternative': {
			title: 'Picture without a description',
			example: '`![](floor-plan.png)`',
			resolve: 'Say between the square brackets what it shows',
			why: 'Readers who do not see the picture need its content in words.',
			source: SOURCES.wcagText,
		},
		'image-place': {
			title: 'Picture within other text',
			example: 'A picture in the middle of a sentence',
			resolve: 'Put it on a line of its own, with an empty line before and after',
		},
		'wrong-format': {
			title: 'Picture of another format than its name says',
			example: 'A JPEG file called `floor-plan.png`',
			resolve: 'Give it the right ending, or save it as PNG, JPEG or WebP',
		},
		'animated-image': {
			title: 'Animated picture',
			example: 'A WebP file with several frames',
			resolve: 'Save a single frame',
			why: 'Animation distracts, and some readers cannot tolerate it.',
			source: SOURCES.wcagMotion,
		},
		'broken-image': {
			title: 'Damaged picture',
			example: 'A file whose download broke off',
			resolve: 'Save it again from the program that made it',
		},
		'unused-image': {
			title: 'Picture that no text shows',
			severity: 'warning',
			example: 'A picture whose paragraph was deleted',
			resolve: 'Remove it: it is not published, but whoever receives the folder can see it',
		},
	},
});

export const CAPTURES = group({
	anchor: 'rules-captures',
	title: 'Copies of sources',
	looksFor:
		'captures of accounts’ sources, which have none; captures that are not the file that was captured; sealed ones in the site',
	on: 'files',
	cannotSee: 'whether a capture shows what others were shown',
	why: 'A capture proves what a source said only if it is the very file that was registered.',
	rules: {
		'capture-missing': {
			title: 'Missing capture',
			example: 'A source that names a public capture whose file is not there',
			resolve: 'Put the file there, or register the capture as sealed',
		},
		'capture-changed': {
			title: 'Capture that is not the file it is named after',
			example: 'A capture that was opened and saved again',
			resolve: 'Put back the file that was registered',
		},
		'capture-facts': {
			title: 'Capture that differs from its description',
			example: 'A number of bytes that is not that of the file',
			resolve: 'Correct the value',
		},
		'capture-storage': {
			title: 'Capture that is both public and sealed',
			example: 'A capture sealed by one source and public by another',
			resolve: 'Seal it in both, or move the file to where the source says it is',
		},
		'unused-capture': {
			title: 'Capture that no source names',
			severity: 'warning',
			example: 'A file put into captures/ by hand',
			resolve: 'Register it with “npm run archive -- capture”, or remove it',
		},
	},
});
