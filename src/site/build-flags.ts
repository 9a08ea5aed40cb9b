import { settings } from '../core/settings.ts';

const { hasAddress } = settings();

/** Whether the archive is published somewhere, and is not only a copy on someone's machine. */
export const HAS_ADDRESS = hasAddress;
