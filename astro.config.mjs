import { defineConfig } from 'astro/config';
import { evidenceArchive } from './src/index.ts';

export default defineConfig({ integrations: [evidenceArchive()] });
