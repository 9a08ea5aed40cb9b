import type { RecordCollection } from '../core/model/config.ts';

/**
 * Where the data stands. The number is that of the form: within it columns and files may be added, and none is taken
 * away, called otherwise or given another meaning.
 */
export const DATA_VERSION = 1;

/** The page that describes them. */
export const DATA_PAGE = '/data/';

/** Folder of all files, from the top of the archive. */
export const DATA_FOLDER = `${DATA_PAGE}v${DATA_VERSION}/`;

export const PACKAGE_FILE = 'datapackage.json';
/** By its name CSVW looks for the description of a folder’s tables. */
export const CSVW_FILE = 'csv-metadata.json';
export const ALL_FILE = 'all.ndjson';

/** Path of a file of the data. */
export const dataPath = (file: string): string => DATA_FOLDER + file;

/** Files of a page’s own data, without their ending, from the folder of the data. */
export const themeData = (id: string): string => `themes/${id}`;
export const organisationData = (id: string): string => `organisations/${id}`;
export const listData = (collection: RecordCollection): string => `lists/${collection}`;
export const figureData = (id: string): string => `figures/${id}/figure`;
export const figurePartsData = (id: string): string => `figures/${id}/parts`;
