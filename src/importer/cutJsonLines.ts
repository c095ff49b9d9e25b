import { isUtf8 } from 'node:buffer';

import { MAX_RECORD_BYTES, parseJson, TOO_LONG } from './rawRecord.ts';
import type { Cutter, RawRecord } from './rawRecord.ts';

const NEWLINE = 0x0a;

/** Cuts lines of JSON; blank ones count, and are no records. */
export const makeJsonLineCutter = (): Cutter => {
  let kept: Buffer[] = [];
  let keptBytes = 0;
  let number = 0;

  const cut = (block: Buffer): readonly RawRecord[] => {
    const records: RawRecord[] = [];
    for (const { text, isDamaged } of decode(block)) {
      number += 1;
      const withoutMark = number === 1 && text.startsWith(BYTE_ORDER_MARK) ? text.slice(1) : text;
      if (isDamaged || withoutMark.trim() !== '') records.push(parseJson(number, withoutMark, isDamaged));
    }
    return records;
  };
  const keep = (rest: Buffer): void => {
    keptBytes += rest.length;
    // Of a line that is too long only the length counts.
    if (keptBytes > MAX_RECORD_BYTES) kept = [];
    else if (rest.length > 0) kept.push(rest);
  };
  /** The first line of the stream that is not cut yet, whose beginning was kept. */
  const cutFirst = (rest: Buffer): readonly RawRecord[] => {
    const isTooLong = keptBytes + rest.length > MAX_RECORD_BYTES;
    const block = isTooLong ? null : Buffer.concat([...kept, rest]);
    kept = [];
    keptBytes = 0;
    if (block !== null) return cut(block);
    number += 1;
    return [{ kind: 'FAILED', line: number, reason: TOO_LONG }];
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

const BYTE_ORDER_MARK = '\uFEFF';

type Decoded = { readonly text: string; readonly isDamaged: boolean };

/** Decoded at once when all of it is UTF-8, which it nearly always is; else line by line, to name the bad ones. */
const decode = (block: Buffer): readonly Decoded[] => {
  if (isUtf8(block)) {
    return block
      .toString('utf8')
      .split('\n')
      .map((text) => ({ text, isDamaged: false }));
  }
  return block
    .toString('latin1')
    .split('\n')
    .map((text) => {
      const line = Buffer.from(text, 'latin1');
      return { text: line.toString('utf8'), isDamaged: !isUtf8(line) };
    });
};
