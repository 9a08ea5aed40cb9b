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
 * Checks that accounts show no picture, and that other texts show only existing ones.
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
					message: 'Image in an account',
					advice:
						'Describe it in words: a picture can show a place, a person or a reference that identifies someone',
				});
			else if (!names.includes(id))
				problems.push(
					keepHit(
						{
							...problem,
							rule: 'dangling-reference',
							message: `No such image${suggestion(id, [...names])}`,
							advice: `Correct the name, or add the file to ${IMAGE_FOLDER}/`,
						},
						id,
					),
				);
		}
	return problems;
}
