import type { ArchiveConfig } from '../core/model/config.ts';
import type { Place } from '../core/values/problem.ts';
import { suggestion } from '../core/values/reference.ts';
import type { TextProblem } from '../core/values/problem.ts';

/** Checks that the gaps in coverage that `archive.yaml` declares name existing organisations and themes. */
export function checkCoverage(
	{ coverage }: ArchiveConfig,
	namesIn: (folder: 'organisations' | 'themes') => readonly string[],
	locate: (field: readonly PropertyKey[]) => Place,
): TextProblem[] {
	return (coverage?.notCollected ?? []).flatMap((gap, index) =>
		(['organisations', 'themes'] as const).flatMap((folder) =>
			(gap[folder] ?? []).flatMap((id, place): TextProblem[] => {
				const known = namesIn(folder);
				if (known.includes(id)) return [];
				return [
					{
						...locate(['coverage', 'notCollected', index, folder, place]),
						rule: 'dangling-reference',
						message: `No such file in ${folder}/${suggestion(id, known)}`,
						advice: 'Correct the name or remove it',
					},
				];
			}),
		),
	);
}
