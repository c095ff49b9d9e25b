import type { DateOrder } from './csv/readLocaleDate.ts';
import { LATIN_1 } from './decodeText.ts';
import type { TextEncoding } from './decodeText.ts';

/** What files do not state about themselves. */
export type InputHints = {
  /** The encoding of text that is not UTF-8. */
  readonly encoding: TextEncoding;
  /** The order of the numbers of dates such as 2/11/2026; null to find it in the file. */
  readonly dateOrder: DateOrder | null;
};

/** The hints of a user who states nothing. */
export const NO_HINTS: InputHints = { encoding: LATIN_1, dateOrder: null };
