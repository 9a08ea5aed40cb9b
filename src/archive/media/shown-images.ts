import type { Image } from '../../core/model/image.ts';
import { componentsIn } from '../../core/prose/words.ts';
import { textsWithImages } from './images.ts';
import { proseOf } from '../publish/prose.ts';
import type { Archive } from '../publish/view.ts';

/**
 * The pictures that are on some page. It is asked of the texts as they are published: where a paragraph is taken out,
 * its picture goes with it.
 */
export function imagesShown(archive: Archive): Image[] {
	if (archive.images.size === 0) return [];
	const names = textsWithImages(archive)
		.flatMap((entry) => proseOf(entry, archive).blocks.flatMap(({ children }) => [...componentsIn(children)]))
		.flatMap((one) => (one.component === 'Image' ? [one.props.name] : []));
	return [...new Set(names)].flatMap((name) => archive.images.get(name) ?? []);
}
