import type { Fields } from '../../fields.ts';

/**
 * Parses an event as Snare's agents write it: `MSWinEventLog` and up to 14 values, separated by tabs; null for other text. rsyslog replaces a tab by
 * `#011`. It has no number of the record. https://docs.nxlog.co/userguide/integrate/snare.html
 */
export const parseSnare = (text: string): Fields | null => {
  if (!text.startsWith(MARK)) return null;
  const rest = text.slice(MARK.length);
  const separator = ['\t', '#011'].find((one) => rest.startsWith(one));
  if (separator === undefined) return null;
  const values = rest.slice(separator.length).split(separator);
  // The counter at the end is optional.
  if (values.length < MIN_VALUES) return null;
  const [, LogName, , SnareTime, EventID, SourceName, , , , ComputerName, , , Message] = values;
  return { SnareTime, LogName, EventID, SourceName, ComputerName, Message };
};

const MARK = 'MSWinEventLog';
const MIN_VALUES = 13;
