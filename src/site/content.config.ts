import { defineCollection } from 'astro:content';
import { archiveLoader } from './integrations/collections.ts';
import { settings } from '../core/settings.ts';
import { readVocabulary } from '../archive/read/configuration.ts';
import { schemasFor } from '../archive/read/schemas.ts';
import { archiveConfig } from '../core/model/config.ts';

// Thin adapters: `readArchive` has read and checked everything before; these give Astro the types, and editors the
// JSON Schemas that complete and check front matter.
const schemas = schemasFor(readVocabulary(settings().content));

export const collections = {
	archive: defineCollection({ loader: archiveLoader('archive'), schema: archiveConfig }),
	complaints: defineCollection({ loader: archiveLoader('complaints'), schema: schemas.complaints }),
	testimonies: defineCollection({ loader: archiveLoader('testimonies'), schema: schemas.testimonies }),
	reports: defineCollection({ loader: archiveLoader('reports'), schema: schemas.reports }),
	findings: defineCollection({ loader: archiveLoader('findings'), schema: schemas.findings }),
	themes: defineCollection({ loader: archiveLoader('themes'), schema: schemas.themes }),
	organisations: defineCollection({ loader: archiveLoader('organisations'), schema: schemas.organisations }),
	figures: defineCollection({ loader: archiveLoader('figures'), schema: schemas.figures }),
	pages: defineCollection({ loader: archiveLoader('pages'), schema: schemas.pages }),
};
