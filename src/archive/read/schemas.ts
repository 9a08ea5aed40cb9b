import type { z } from 'zod';
import { complaintSchema } from '../../core/model/complaint.ts';
import type { Vocabulary } from '../../core/model/config.ts';
import { figureSchema } from '../../core/model/figure.ts';
import { findingSchema } from '../../core/model/finding.ts';
import { organisationSchema } from '../../core/model/organisation.ts';
import { pageSchema } from '../../core/model/page.ts';
import { reportSchema } from '../../core/model/report.ts';
import { testimonySchema } from '../../core/model/testimony.ts';
import { themeSchema } from '../../core/model/theme.ts';
import type { Folder } from './files.ts';

/** The schema of each folder's files, for the values that an archive declares. */
export function schemasFor(vocabulary: Vocabulary) {
	return {
		complaints: complaintSchema(vocabulary),
		testimonies: testimonySchema(vocabulary),
		reports: reportSchema(vocabulary),
		findings: findingSchema(vocabulary),
		themes: themeSchema(vocabulary),
		organisations: organisationSchema(vocabulary),
		figures: figureSchema(vocabulary),
		pages: pageSchema(),
	} satisfies Record<Folder, z.ZodType>;
}

/** The data of a folder's files. */
export type DataOf<F extends Folder> = z.output<ReturnType<typeof schemasFor>[F]>;
