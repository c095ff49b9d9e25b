import type { Fields } from '../../fields.ts';

/** Recognizes an event of Windows in IBM's Log Event Extended Format, which is not read; null for other text. */
export const parseWindowsLeef = (text: string): Fields | null =>
  OF_WINDOWS.test(text) ? { LEEF: text } : null;

const OF_WINDOWS = /^LEEF:\s?\d\.\d\|[^|]{0,100}\|[^|]{0,100}(?:Windows|Security Event)/i;
