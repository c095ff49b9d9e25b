import type { UtmpRecord } from '../../sensors/linux/parseUtmp.ts';
import { isUtxBeginning, parseUtx, UTX_BYTES } from '../../sensors/linux/parseUtx.ts';
import type { UtxRecord } from '../../sensors/linux/parseUtx.ts';

import type { Cutter, RawRecord } from './rawRecord.ts';

/** Whether a file begins with a record of FreeBSD's utx.log: its length in two bytes, then the record. */
export const isUtx = (beginning: Buffer): boolean => typeof readAt(beginning, 0) === 'object';

/**
 * Splits FreeBSD's utx.log into records of utmp. The end of a session gets the terminal line of the login with its id. The line of a record is its
 * number in the file, starting at 1.
 */
export const makeUtxCutter = (): Cutter => {
  /** The terminal lines of the sessions that are open, by id. */
  const lines = new Map<string, string>();
  let kept = Buffer.alloc(0);
  let place = 0;
  let isDamaged = false;

  const cut = (content: Buffer, isEnd: boolean): readonly RawRecord[] => {
    const records: RawRecord[] = [];
    let at = 0;
    while (at < content.length) {
      const read = readAt(content, at);
      if (read === 'INCOMPLETE' && !(isEnd && hasRecord(content, at + 1, content.length))) break;
      if (typeof read === 'string' || isTorn(content, at)) {
        // All bytes up to the next record are one damaged record.
        if (!isDamaged)
          records.push({ kind: 'FAILED', line: (place += 1), reason: 'a damaged record of utx.log' });
        isDamaged = true;
        at += 1;
        continue;
      }
      isDamaged = false;
      records.push({ kind: 'VALUE', line: (place += 1), value: nameLine(lines, read) });
      at += LENGTH_BYTES + content.readUInt16BE(at);
    }
    kept = Buffer.from(content.subarray(at));
    return records;
  };
  return {
    push: (piece) => cut(Buffer.concat([kept, piece]), false),
    end: () => {
      const records = cut(kept, true);
      if (kept.length === 0 || isDamaged) return records;
      const reason = 'incomplete: the record of utx.log does not end';
      return [...records, { kind: 'FAILED', line: place + 1, reason }];
    },
    breakOff: () => cut(kept, true),
  };
};

const LENGTH_BYTES = 2;
/** The shortest record has a type and a time whose last byte is zero. */
const MIN_BYTES = 8;

const readAt = (content: Buffer, at: number): UtxRecord | 'DAMAGED' | 'INCOMPLETE' => {
  if (at + LENGTH_BYTES > content.length) return 'INCOMPLETE';
  const length = content.readUInt16BE(at);
  if (length < MIN_BYTES || length > UTX_BYTES) return 'DAMAGED';
  const bytes = content.subarray(at + LENGTH_BYTES, at + LENGTH_BYTES + length);
  if (bytes.length === length) return parseUtx(bytes) ?? 'DAMAGED';
  // The type and the time show damage before the rest arrives.
  return bytes.length < MIN_BYTES + 1 || isUtxBeginning(bytes) ? 'INCOMPLETE' : 'DAMAGED';
};

/** Whether bytes were lost in a record: the one behind it begins inside it. */
const isTorn = (content: Buffer, at: number): boolean => {
  const end = at + LENGTH_BYTES + content.readUInt16BE(at);
  return readAt(content, end) === 'DAMAGED' && hasRecord(content, at + 1, end);
};

const hasRecord = (content: Buffer, from: number, until: number): boolean => {
  for (let at = from; at < until; at += 1) if (typeof readAt(content, at) === 'object') return true;
  return false;
};

const [BOOT_TIME, USER_PROCESS, DEAD_PROCESS] = [2, 7, 8];
const MAX_LINES = 10_000;

const nameLine = (lines: Map<string, string>, { id, record }: UtxRecord): UtmpRecord => {
  if (record.ut_type === BOOT_TIME || lines.size > MAX_LINES) lines.clear();
  if (record.ut_type === USER_PROCESS) lines.set(id, record.ut_line);
  if (record.ut_type !== DEAD_PROCESS) return record;
  const line = lines.get(id) ?? '';
  lines.delete(id);
  return { ...record, ut_line: line };
};
