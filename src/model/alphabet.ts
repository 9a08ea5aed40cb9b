/** The characters of identifiers: NOID's “betanumeric” ones. The browser uses this too: it must import nothing. */
export const ALPHABET = '0123456789bcdfghjkmnpqrstvwxz';
