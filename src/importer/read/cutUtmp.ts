import { isCertainUtmp, parseUtmp, UTMP_LAYOUTS } from '../../sensors/linux/parseUtmp.ts';
import type { UtmpLayout, UtmpRecord } from '../../sensors/linux/parseUtmp.ts';

import type { Cutter, RawRecord } from './rawRecord.ts';

/**
 * Finds the layout of utmp records by the beginning of a file; null when it is not utmp. The format has no signature: the layout with the most
 * certain records is taken, and one is enough, so that a damaged file is still read.
 */
export const findUtmpLayout = (beginning: Buffer): UtmpLayout | null => {
  // Text has no NUL; every record has some.
  if (!beginning.includes(0)) return null;
  let best: UtmpLayout | null = null;
  let most = 0;
  for (const layout of UTMP_LAYOUTS) {
    const certain = countCertain(beginning, layout);
    if (certain > most) [best, most] = [layout, certain];
  }
  return best;
};

const countCertain = (beginning: Buffer, layout: UtmpLayout): number => {
  let certain = 0;
  let at = 0;
  while (at + layout.recordBytes <= beginning.length) {
    const rest = beginning.subarray(at);
    if (isCertainUtmp(rest.subarray(0, layout.recordBytes), layout)) certain += 1;
    at += readBlock(rest, layout).bytes;
  }
  return certain;
};

/** Splits utmp, wtmp or btmp into records. The line of a record is its number in the file, starting at 1. */
export const makeUtmpCutter = (layout: UtmpLayout): Cutter => {
  const { recordBytes } = layout;
  let kept = Buffer.alloc(0);
  let place = 0;

  const cut = (content: Buffer, isEnd: boolean): readonly RawRecord[] => {
    const records: RawRecord[] = [];
    let known: UtmpRecord | null | undefined;
    let at = 0;
    while (at + recordBytes <= content.length) {
      const rest = content.subarray(at);
      // Damage is judged by what follows. A file that grows ends with whole records, which are read at once.
      const isEnough = isEnd || rest.length % recordBytes === 0 || rest.length >= 3 * recordBytes;
      if (!isEnough) break;
      const { value, bytes, next } = readBlock(rest, layout, known);
      known = next;
      place += 1;
      records.push(value === null ? damagedAt(place) : { kind: 'VALUE', line: place, value });
      at += bytes;
    }
    kept = Buffer.from(content.subarray(at));
    return records;
  };
  return {
    push: (piece) => cut(Buffer.concat([kept, piece]), false),
    end: () => {
      const records = cut(kept, true);
      return isEmpty(kept) ? records : [...records, incompleteAt(place + 1)];
    },
    breakOff: () => cut(kept, true),
  };
};

type Block = {
  readonly value: UtmpRecord | null;
  /** The bytes up to the next record. */
  readonly bytes: number;
  /** The next record, as parseUtmp returns it; undefined if it is not parsed yet. */
  readonly next: UtmpRecord | null | undefined;
};

/**
 * Reads the record at the beginning of the content; the value is null if it is damaged. A record is damaged, too, if the next certain record begins
 * in its middle, or if it is doubtful and the next certain record is not immediately behind it, because bytes were lost or inserted. Reading goes on
 * at that record.
 */
const readBlock = (content: Buffer, layout: UtmpLayout, known?: UtmpRecord | null): Block => {
  const { recordBytes } = layout;
  const block = content.subarray(0, recordBytes);
  const value = known === undefined ? parseUtmp(block, layout) : known;
  const behind = content.subarray(recordBytes, 2 * recordBytes);
  const next = behind.length === recordBytes ? parseUtmp(behind, layout) : undefined;
  if (next !== undefined && isCertainUtmp(behind, layout, next)) return { value, bytes: recordBytes, next };
  const isCertain = value !== null && isCertainUtmp(block, layout, value);
  for (let at = 1; at < (isCertain ? recordBytes : 2 * recordBytes); at += 1) {
    const isFound =
      at + recordBytes <= content.length && isCertainUtmp(content.subarray(at, at + recordBytes), layout);
    if (isFound) return { value: null, bytes: at, next: undefined };
  }
  return { value, bytes: recordBytes, next };
};

const damagedAt = (line: number): RawRecord => ({ kind: 'FAILED', line, reason: 'a damaged utmp record' });
const incompleteAt = (line: number): RawRecord => ({
  kind: 'FAILED',
  line,
  reason: 'incomplete: the utmp record does not end',
});

const isEmpty = (block: Buffer): boolean => block.every((byte) => byte === 0);
