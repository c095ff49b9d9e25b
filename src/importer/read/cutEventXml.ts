import { parseEventXml } from '../../sensors/windows/parseEventXml.ts';

import { decodeText } from './decodeText.ts';
import type { TextEncoding } from './decodeText.ts';
import { NO_HINTS } from './inputHints.ts';
import type { InputHints } from './inputHints.ts';
import { MAX_RECORD_BYTES, TOO_LONG } from './rawRecord.ts';
import type { Cutter, RawRecord } from './rawRecord.ts';

const END_TAG = '</Event>';
const END = Buffer.from(END_TAG);

/**
 * Splits Windows event XML: one event per line, several per line, the exports of `wevtutil` and the Event Viewer, texts copied from the Event Viewer, or the
 * output of evtx_dump. `wevtutil` in cmd.exe writes the code page of the console.
 */
export const makeEventXmlCutter = ({ encoding }: InputHints = NO_HINTS): Cutter => {
  let kept = Buffer.alloc(0);
  let line = 1;
  /** The first line of an unfinished event that is too long; null otherwise. */
  let tooLongAt: number | null = null;
  /** The name of the root element. `wevtutil qe /element:NAME` writes any name. */
  let root = 'Events';
  /** Whether the text that the Event Viewer copies before an event has begun and not ended. */
  let isInText = false;

  /** Returns the line of the first character that is not white space, in a text that begins at `line`. */
  const lineOf = (text: string): number => line + countLines(/^\s*/.exec(text)?.[0] ?? '');

  /** Returns where the XML begins: behind the text of the Event Viewer, in which a name may contain event XML. */
  const skipText = (text: string): number => {
    isInText ||= TEXT_START.test(text);
    if (!isInText) return 0;
    const end = text.indexOf(TEXT_END);
    isInText = end < 0;
    return isInText ? text.length : end + TEXT_END.length;
  };

  /** Splits a piece that ends with the end of an event. A further start inside means that the event before it is incomplete. */
  const cut = (piece: Buffer): readonly RawRecord[] => {
    const text = piece.toString('latin1');
    const from = skipText(text);
    const starts = [...text.matchAll(START)].map(({ index }) => index).filter((start) => start >= from);
    const records: RawRecord[] = [];
    const between = text.slice(0, starts[0] ?? text.length);
    const rest = skipBetween(between.slice(from), root);
    // Another root element is one of events only if an event follows.
    const [, other] = starts.length === 0 ? [] : (ROOT.exec(rest) ?? []);
    root = other ?? root;
    const isCutOff = (isInText || from > 0) && starts.length === 0 && !text.endsWith(END_TAG);
    if (tooLongAt !== null) records.push({ kind: 'FAILED', line: tooLongAt, reason: TOO_LONG });
    else if (isCutOff || (rest !== '' && other === undefined))
      records.push({ kind: 'FAILED', line: lineOf(between), reason: NO_EVENT });
    tooLongAt = null;
    line += countLines(between);
    starts.forEach((start, index) => {
      const end = starts[index + 1] ?? piece.length;
      records.push(read(piece.subarray(start, end), line, encoding));
      line += countLines(text.slice(start, end));
    });
    return records;
  };

  return {
    push: (chunk) => {
      const records: RawRecord[] = [];
      let rest = kept.length === 0 ? chunk : Buffer.concat([kept, chunk]);
      for (let end = rest.indexOf(END); end >= 0; end = rest.indexOf(END)) {
        records.push(...cut(rest.subarray(0, end + END.length)));
        rest = rest.subarray(end + END.length);
      }
      if (rest.length > MAX_RECORD_BYTES) {
        // Keep the last bytes, because the end tag may be split between two chunks.
        tooLongAt ??= lineOf(rest.toString('latin1', 0, MAX_BETWEEN_BYTES));
        line += countLines(rest.subarray(0, -END.length).toString('latin1'));
        rest = rest.subarray(-END.length);
      }
      kept = Buffer.from(rest);
      return records;
    },
    end: () =>
      tooLongAt !== null || isInText || skipBetween(kept.toString('latin1'), root) !== '' ? cut(kept) : [],
  };
};

const MAX_BETWEEN_BYTES = 4096;
const START = /<Event[\s>]/g;
/** The text of the Event Viewer before the XML of an event. */
const TEXT_START = /^(?:\u00EF\u00BB\u00BF)?\s*Log Name:/;
const TEXT_END = '\nEvent Xml:';

/** Skips what may be between two events, and returns the rest. */
const skipBetween = (text: string, root: string): string => {
  let at = 0;
  for (;;) {
    PART.lastIndex = at;
    const [part, name] = PART.exec(text) ?? [];
    if (part === undefined || (name !== undefined && name !== root)) return text.slice(at);
    at += part.length;
  }
};

/**
 * White space, a byte order mark, the XML declaration, a comment, a tag of the root element, `Record 1` of evtx_dump, and what the Event Viewer copies before
 * an event: `- `.
 */
const PART =
  /\s+|\u00EF\u00BB\u00BF|<\?xml[^>]{0,1000}\?>|<!--[^]*?-->|<\/?([\w.:-]{1,100})>|<Events\s[^<>]{0,1000}>|Record \d+|- /y;
const ROOT = /^<([A-Za-z_][\w.:-]{0,99})(?:\s[^<>]{0,1000})?>\s*$/;
const NO_EVENT = 'not event XML';

/** No code page of Windows has a byte of a tag inside another character. */
const read = (bytes: Buffer, line: number, given: TextEncoding): RawRecord => {
  if (bytes.length > MAX_RECORD_BYTES) return { kind: 'FAILED', line, reason: TOO_LONG };
  const { text, encoding } = decodeText(bytes, given);
  const value = parseEventXml(text);
  if (value === null) return { kind: 'FAILED', line, reason: NO_EVENT };
  return encoding === null ? { kind: 'VALUE', line, value } : { kind: 'VALUE', line, value, encoding };
};

const countLines = (text: string): number => text.split('\n').length - 1;
