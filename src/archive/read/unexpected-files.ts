import { endingOf, IMAGE_ENDINGS, IMAGE_FOLDER } from '../../core/model/image.ts';

const PICTURES = new Set(
	'svg gif avif heic heif tif tiff bmp ico jxl jp2 psd raw dng cr2 nef arw'.split(' '),
);
const DOCUMENTS = new Set(
	'pdf doc docx docm dot dotx odt ott rtf pages xls xlsx xlsm ods numbers ppt pptx odp key eml msg epub xps'.split(
		' ',
	),
);

/**
 * What to do with a file that cannot stay where it is, by its kind; undefined where there is nothing special to say.
 *
 * @param folder the folder that it lies in; empty at the top
 */
export function adviceForStray(name: string, folder: string): string | undefined {
	const ending = endingOf(name);
	if (DOCUMENTS.has(ending))
		return 'Move it away: such files hold names, earlier versions and what was blacked out; write what matters as text';
	if (PICTURES.has(ending))
		return `Move it away; a picture that texts may show is saved as PNG, JPEG or WebP into ${IMAGE_FOLDER}/`;
	if (!Object.hasOwn(IMAGE_ENDINGS, ending) || folder === IMAGE_FOLDER) return undefined;
	if (folder === 'testimonies')
		return 'Move it away and describe it in words: accounts have no pictures, which can show who it was';
	return `Move it into ${IMAGE_FOLDER}/, and show it in a text with ![What it shows](${name.toLowerCase()})`;
}
