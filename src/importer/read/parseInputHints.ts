import { LATIN_1, parseEncoding } from './decodeText.ts';
import type { InputHints } from './inputHints.ts';

/** The options with what files do not state, as given on the command line. */
type HintArguments = { readonly encoding?: string; readonly 'date-order'?: string };

/** Parses the options with what files do not state; returns an error message for the first invalid one. */
export const parseInputHints = ({ encoding, 'date-order': order }: HintArguments): InputHints | string => {
  const parsed = encoding === undefined ? LATIN_1 : parseEncoding(encoding);
  if (parsed === null) return '--encoding must be the name of an encoding such as cp850, cp1252 or shift_jis';
  if (order !== undefined && order !== 'dmy' && order !== 'mdy') return '--date-order must be dmy or mdy';
  const dateOrder = order === undefined ? null : order === 'dmy' ? 'DMY' : 'MDY';
  return { encoding: parsed, dateOrder };
};
