import { TENS } from '../language.ts';

/** A number in words below a hundred, as a pattern. */
export const NUMBER_IN_WORDS = `(?:(?:${[...TENS.keys()].join('|')})(?:[ -](?:one|two|three|four|five|six|seven|eight|nine))?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|(?:thir|four|fif|six|seven|eigh|nine)teen)`;
