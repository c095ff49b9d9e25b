import type { Fields } from '../../fields.ts';

import { findTitle } from '../message/templates.ts';

/**
 * Parses an event as Snare's agents write it: `MSWinEventLog` and up to 14 values, separated by tabs; null for other text. rsyslog replaces a tab by
 * `#011`, and other programs by `\t`, a blank or a comma. It has no number of the record. https://docs.nxlog.co/userguide/integrate/snare.html
 */
export const parseSnare = (text: string): Fields | null => {
  const [start, separator = ''] = START.exec(text) ?? [];
  if (start === undefined) return null;
  const rest = text.slice(start.length);
  return separator === '\t' || separator === '#011'
    ? parseExact(rest, separator)
    : parseLoose(rest, separator);
};

/** The criticality and what separates it from the log. */
const START = /^MSWinEventLog(?::|,|\t|#011|\\t| ){1,3}\d{1,2}(\t|#011|\\t|, ?| )/;

const parseExact = (rest: string, separator: string): Fields | null => {
  const values = rest.split(separator);
  // The counter at the end is optional.
  if (values.length < MIN_VALUES) return null;
  const [LogName, , SnareTime, EventID, SourceName, , , , ComputerName, , , Message] = values;
  return { SnareTime, LogName, EventID, SourceName, ComputerName, Message };
};

const MIN_VALUES = 12;

/** Values can contain this separator: the time, the type of the event and the host behind it show where they are. */
const parseLoose = (rest: string, separator: string): Fields | null => {
  const { before, after } = getPatterns(separator);
  const [header, LogName, SnareTime, EventID, SourceName, ComputerName] = before.exec(rest) ?? [];
  if (header === undefined) return null;
  const end = rest.slice(header.length);
  const at = findTitle(Number(EventID), end);
  // The name of an account may contain such a type and host.
  const isCertain = !after.test(end.slice(0, Math.max(at, 0)));
  const Message = isCertain ? end.slice(Math.max(at, 0)) : '';
  return { SnareTime, LogName, EventID, SourceName, ComputerName, Message };
};

type Patterns = { readonly before: RegExp; readonly after: RegExp };

const TYPE = '(?:(?:Success|Failure) Audit|Information|Warning|Error|Critical|Verbose)';
const TIME = String.raw`[A-Z][a-z]{2} [A-Z][a-z]{2} {1,2}\d{1,2} \d\d:\d\d:\d\d \d{4}`;

const makePatterns = (separator: string): Patterns => ({
  before: new RegExp(
    [
      '^(.{1,100}?)',
      String.raw`\d{1,20}`,
      `(${TIME})`,
      String.raw`(\d{1,5})`,
      String.raw`(\S{1,100}?)`,
      '.{1,600}?',
    ]
      .concat(TYPE, String.raw`([\w.-]{1,255})`, '')
      .join(separator),
  ),
  after: new RegExp([TYPE, String.raw`[\w.-]{1,255}`, ''].join(separator)),
});

const PATTERNS: ReadonlyMap<string, Patterns> = new Map(
  [' ', ',', ', ', '\\t'].map((one) => [one, makePatterns(one.replace('\\', '\\\\'))]),
);

const getPatterns = (separator: string): Patterns => PATTERNS.get(separator) ?? makePatterns(' ');
