import { putInPlace } from '../../src/output/swap.ts';

// Run by tests as a process that can be killed: puts the site in the first folder in the place of the second.
const [, , site = '', outDir = ''] = process.argv;
putInPlace(site, outDir);
