import type { RuleId } from '../rules/rules.ts';
import { isImageName } from '../model/image.ts';
import { isForeignLink } from '../values/text.ts';
import type { Node } from './node.ts';
import type { ImageNode } from './types.ts';

/** Why a picture cannot stand in a text. */
interface Refused {
	rule: RuleId;
	message: string;
	advice: string;
}

/** The picture that a block consists of, if it is one and nothing else. */
export function loneImage(block: Node): Node | undefined {
	const [only, ...more] = block.tagName === 'p' ? (block.children ?? []) : [];
	return only?.tagName === 'img' && more.length === 0 ? only : undefined;
}

/**
 * Reads a picture of a text: `![What it shows](name-of-file.png "Caption")`, the caption being optional. Only files of
 * the archive's own folder of pictures can be named, and every picture has words for those who do not see it.
 *
 * @param alone whether it stands on a line of its own, between two paragraphs
 */
export function readImage({ properties = {} }: Node, alone: boolean): ImageNode | Refused {
	const name = String(properties['src'] ?? '');
	const alt = String(properties['alt'] ?? '').trim();
	const caption = String(properties['title'] ?? '').trim();
	if (isForeignLink(name) || name.startsWith('//'))
		return {
			rule: 'no-remote-image',
			message: 'An image from another host is not allowed',
			advice: 'Fetching it would tell that host who reads this page: describe it in words',
		};
	if (!isImageName(name))
		return {
			rule: 'no-image',
			message: 'This is not the name of an image in the folder images/',
			advice: 'Put a PNG, JPEG or WebP file there and write its name alone: ![What it shows](some-name.png)',
		};
	if (!/[\p{L}\p{N}]/u.test(alt))
		return {
			rule: 'no-alternative',
			message: 'The image has no words for those who do not see it',
			advice: 'Say between the square brackets what it shows: ![What it shows](some-name.png)',
		};
	if (!alone)
		return {
			rule: 'image-place',
			message: 'An image stands within other text',
			advice:
				'Put it on a line of its own, outside lists and quotations, with an empty line before and after',
		};
	return {
		type: 'component',
		component: 'Image',
		props: { name, alt, ...(caption && { caption }) },
		children: [],
	};
}
