import { settings } from '../core/settings.ts';

const { hasAddress } = settings();

/** Whether the archive is published, and not just a local copy. */
export const HAS_ADDRESS = hasAddress;
