import { fileProblem, type Problem } from '../core/values/problem.ts';

/** A file of the archive, as far as this check looks at it. */
interface CheckedFile {
	folder: string;
	file: string;
	/** Undefined where the file has problems of its own, or its record is withdrawn. */
	data: unknown;
}

/**
 * Refuses given accounts in a repository that anyone can read. Their files hold what their pages never show: consent,
 * reviews, text beyond the consent, the salt of the hashes. Every account that is not known to be republished counts, so
 * a file that cannot be read counts too.
 *
 * @param visibility what the host says of the repository: `private` and `internal` are accepted, anything else is not
 */
export function checkRepository(files: readonly CheckedFile[], visibility: string): Problem[] {
	if (visibility === 'private' || visibility === 'internal') return [];
	return files
		.filter(({ folder, data }) => folder === 'testimonies' && !isPublishedElsewhere(data))
		.map(({ file }) =>
			fileProblem(
				file,
				'public-repository',
				'Given account in a repository that anyone can read',
				'Make the repository private, then clear its history. See docs/private-material.md',
			),
		);
}

const isPublishedElsewhere = (data: unknown): boolean =>
	typeof data === 'object' && data !== null && 'origin' in data && data.origin === 'published';
