import { exportOf, FORMATS } from '../../../citations/formats/exports.ts';
import type { FormatName } from '../../../citations/formats/format-names.ts';
import { itemsOf } from '../../../citations/fetch-items.ts';
import { save } from './save.ts';

/**
 * Downloads the references of records as one file.
 *
 * @param root the archive's own folder
 * @param name of the file, without its ending
 */
export async function saveReferences(
	ids: readonly string[],
	root: string,
	format: FormatName,
	name: string,
): Promise<void> {
	const { ending, mediaType } = FORMATS[format];
	save(exportOf(await itemsOf(ids, root), format), `${name}.${ending}`, mediaType);
}
