import type { RecordCollection } from '../core/model/config.ts';

/**
 * The path of the data. The number is the version of the format: within it columns and files may be added, but none is
 * removed, renamed or given another meaning.
 */
export const DATA_VERSION = 1;

/** Path of the page that describes the data. */
export const DATA_PAGE = '/data/';

/** Folder of all data files, from the root of the site. */
export const DATA_FOLDER = `${DATA_PAGE}v${DATA_VERSION}/`;

export const PACKAGE_FILE = 'datapackage.json';
/** The file name by which CSVW finds the metadata of a folder’s tables. */
export const CSVW_FILE = 'csv-metadata.json';
export const ALL_FILE = 'all.ndjson';

/** Path of a data file. */
export const dataPath = (file: string): string => DATA_FOLDER + file;

/** Path of a page’s own data files without extension, relative to the data folder. */
export const themeData = (id: string): string => `themes/${id}`;
export const organisationData = (id: string): string => `organisations/${id}`;
export const listData = (collection: RecordCollection): string => `lists/${collection}`;
export const figureData = (id: string): string => `figures/${id}/figure`;
export const figurePartsData = (id: string): string => `figures/${id}/parts`;
