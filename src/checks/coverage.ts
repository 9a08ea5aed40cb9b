import type { ArchiveConfig } from '../core/model/config.ts';
import type { Place } from '../core/values/problem.ts';
import { suggestion } from '../core/values/reference.ts';
import type { TextProblem } from '../core/values/problem.ts';

/** Checks that what `archive.yaml` says of where the archive does not look is about organisations and themes there are. */
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
						message: `No file in ${folder}/ is called that${suggestion(id, known)}`,
						advice: 'Correct the name or remove it',
					},
				];
			}),
		),
	);
}
