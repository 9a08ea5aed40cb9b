import { settings } from '../archive/settings.ts';

const { hasAddress, incremental } = settings();

/** Whether the archive is published somewhere, and is not only a copy on someone's machine. */
export const HAS_ADDRESS = hasAddress;

/** Whether pages whose data did not change are taken from the last build; only then are fingerprints needed. */
export const INCREMENTAL = incremental;
