import { isAscii, isUtf8 } from 'node:buffer';

import { decodeText } from './decodeText.ts';
import { NO_HINTS } from './inputHints.ts';
import type { InputHints } from './inputHints.ts';
import { MAX_RECORD_BYTES, parseJsonRecord, skipNuls, TOO_LONG, TOO_LONG_JSON } from './rawRecord.ts';
import type { Cutter, RawRecord } from './rawRecord.ts';

const NEWLINE = 0x0a;

/** Splits lines of JSON. Blank lines have a number but are not records. */
export const makeJsonLineCutter = ({ encoding }: InputHints = NO_HINTS): Cutter =>
  makeLineCutter(
    (line, text, bytes) =>
      parseJsonRecord(line, withoutFrame(text), bytes === null ? null : { bytes, encoding }),
    TOO_LONG_JSON,
  );

/** RFC 7464 (`journalctl -o json-seq`) begins each record with a separator, and server-sent events (`-o json-sse`) with a word. */
export const withoutFrame = (text: string): string => {
  const frame = [RECORD_SEPARATOR, 'data: '].find((one) => text.startsWith(one)) ?? '';
  return text.slice(frame.length);
};

const RECORD_SEPARATOR = '\u001E';

/** Splits lines of plain text. A line that is not UTF-8 is decoded, so that the user name of an attacker cannot hide it. */
export const makeTextLineCutter = ({ encoding }: InputHints = NO_HINTS): Cutter =>
  makeLineCutter((line, text, bytes) =>
    bytes === null
      ? { kind: 'VALUE', line, value: text }
      : { kind: 'VALUE', line, value: decodeText(bytes, encoding).text, encoding },
  );

/** Makes the record of a line; `bytes` is given when the line is not UTF-8. */
type ParseLine = (line: number, text: string, bytes: Buffer | null) => RawRecord;

const makeLineCutter = (parseLine: ParseLine, tooLong = TOO_LONG): Cutter => {
  let kept: Buffer[] = [];
  let keptBytes = 0;
  let number = 0;

  const cut = (block: Buffer): readonly RawRecord[] => {
    const records: RawRecord[] = [];
    const hasNul = block.includes(0);
    for (const { text, damaged } of decode(block)) {
      number += 1;
      const withoutMark = number === 1 && text.startsWith(BYTE_ORDER_MARK) ? text.slice(1) : text;
      if (hasNul && withoutMark.includes('\0')) records.push(...cutAtNuls(withoutMark, damaged));
      else if (damaged !== null || withoutMark.trim() !== '')
        records.push(parseLine(number, withoutMark, damaged));
    }
    return records;
  };
  /** Returns the lines before and behind a block of NULs, which have one number. Of those before it, the end is missing. */
  const cutAtNuls = (text: string, damaged: Buffer | null): readonly RawRecord[] => {
    const parts = (damaged === null ? text : damaged.toString('latin1')).split(NUL_BLOCK).map(skipNuls);
    return parts.flatMap((part, index) => {
      if (part.trim() === '') return [];
      if (index < parts.length - 1) return { kind: 'FAILED', line: number, reason: CUT_OFF };
      return parseLine(number, part, damaged === null ? null : Buffer.from(part, 'latin1'));
    });
  };
  const keep = (rest: Buffer): void => {
    keptBytes += rest.length;
    // Only the length of a line that is too long is needed.
    if (keptBytes > MAX_RECORD_BYTES) kept = [];
    else if (rest.length > 0) kept.push(rest);
  };
  /** Finishes the line whose beginning was kept from earlier chunks. */
  const cutFirst = (rest: Buffer): readonly RawRecord[] => {
    const isTooLong = keptBytes + rest.length > MAX_RECORD_BYTES;
    const block = isTooLong ? null : Buffer.concat([...kept, rest]);
    kept = [];
    keptBytes = 0;
    if (block !== null) return cut(block);
    number += 1;
    return [{ kind: 'FAILED', line: number, reason: tooLong }];
  };
  return {
    push: (chunk) => {
      const last = chunk.lastIndexOf(NEWLINE);
      if (last < 0) {
        keep(chunk);
        return [];
      }
      const first = keptBytes === 0 ? -1 : chunk.indexOf(NEWLINE);
      const lines = first < 0 ? [] : cutFirst(chunk.subarray(0, first));
      const others = first < last ? cut(chunk.subarray(first + 1, last)) : [];
      keep(chunk.subarray(last + 1));
      return [...lines, ...others];
    },
    end: () => (keptBytes === 0 ? [] : cutFirst(Buffer.alloc(0))),
  };
};

const CUT_OFF = 'a line whose end is missing: NULs follow it, as after a crash';

/** Behind an unfinished line. A few NULs inside a line belong to it. */
const NUL_BLOCK = '\0'.repeat(8);

const BYTE_ORDER_MARK = '\uFEFF';

type Decoded = { readonly text: string; readonly damaged: Buffer | null };

/** Decodes the whole block when it is UTF-8, as it nearly always is (faster for ASCII), else line by line, to find the damaged lines. */
const decode = (block: Buffer): readonly Decoded[] => {
  if (isUtf8(block)) {
    return block
      .toString(isAscii(block) ? 'latin1' : 'utf8')
      .split('\n')
      .map((text) => ({ text, damaged: null }));
  }
  return block
    .toString('latin1')
    .split('\n')
    .map((text) => {
      const line = Buffer.from(text, 'latin1');
      return { text: line.toString('utf8'), damaged: isUtf8(line) ? null : line };
    });
};
