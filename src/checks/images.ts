import { IMAGE_FOLDER } from '../core/model/image.ts';
import { keepHit, type Problem } from '../core/values/problem.ts';
import { suggestion } from '../core/values/reference.ts';
import type { Mention } from '../core/prose/types.ts';

/** What the check needs of a file. */
interface Showing {
	folder: string;
	file: string;
	mentions: readonly Mention[];
}

/**
 * Checks which text shows which picture: an account none, and no text one that is not there.
 *
 * @param names files in the folder of pictures
 */
export function checkImages(files: readonly Showing[], names: readonly string[]): Problem[] {
	const problems: Problem[] = [];
	for (const { folder, file, mentions } of files)
		for (const { kind, id, line, column } of mentions) {
			if (kind !== 'image') continue;
			const problem = { file, line, column, severity: 'error' } as const;
			if (folder === 'testimonies')
				problems.push({
					...problem,
					rule: 'image-in-account',
					message: 'An image in an account is not allowed',
					advice:
						'Describe it in words: a picture can show a place, a hand or a reference that tells who it was',
				});
			else if (!names.includes(id))
				problems.push(
					keepHit(
						{
							...problem,
							rule: 'dangling-reference',
							message: `No image is called that${suggestion(id, [...names])}`,
							advice: `Correct the name, or add the file to ${IMAGE_FOLDER}/`,
						},
						id,
					),
				);
		}
	return problems;
}
