import { isUtf8 } from 'node:buffer';

import { makeTextLineCutter } from './cutLines.ts';
import { MAX_RECORD_BYTES, TOO_LONG } from './rawRecord.ts';
import type { Cutter, RawRecord } from './rawRecord.ts';

/** The beginning of an entry of `journalctl -o export`. */
const EXPORT = /^__(?:CURSOR|REALTIME_TIMESTAMP|MONOTONIC_TIMESTAMP)=/;
/** The first line of an entry of `journalctl -o verbose`: its time, and its cursor, which contains the exact time. */
const VERBOSE = /^[A-Z][a-z]{2} \d{4}-\d\d-\d\d \d\d:\d\d:\d\d\.\d{6} [^ [\]]{1,6} \[(s=[\da-f]+;[^\]]*)\]$/;

/** Recognizes the formats of the journal that are neither JSON nor one line per entry. */
export const isJournal = (firstLine: string): boolean => EXPORT.test(firstLine) || VERBOSE.test(firstLine);

/** Splits `journalctl -o export` or `-o verbose` into entries: objects with the same members as those of `-o json`. */
export const makeJournalCutter = (beginning: Buffer): Cutter =>
  VERBOSE.test(beginning.toString('latin1', 0, MAX_HEADER).split('\n', 1)[0] ?? '')
    ? makeVerboseCutter()
    : makeExportCutter();

const TIME = '__REALTIME_TIMESTAMP';
const MAX_HEADER = 512;
const DAMAGED = 'a damaged entry of the journal';

type Entry = { readonly line: number; readonly fields: Record<string, string>; bytes: number };

const finish = ({ line, fields, bytes }: Entry): RawRecord =>
  bytes > MAX_RECORD_BYTES
    ? { kind: 'FAILED', line, reason: TOO_LONG }
    : { kind: 'VALUE', line, value: fields };

/** Adds a field; the first value counts if an entry has several. Keeps nothing of an entry that is too long. */
const addField = (entry: Entry, name: string, value: string): void => {
  entry.bytes += name.length + value.length;
  if (entry.bytes <= MAX_RECORD_BYTES) entry.fields[name] ??= value;
};

const makeVerboseCutter = (): Cutter => {
  const lines = makeTextLineCutter();
  let entry: Entry | null = null;

  const group = (records: readonly RawRecord[]): readonly RawRecord[] =>
    records.flatMap((record): readonly RawRecord[] => {
      const { line } = record;
      if (record.kind === 'FAILED') return [record];
      const text = String(record.value);
      const [, cursor] = VERBOSE.exec(text) ?? [];
      if (cursor !== undefined) {
        const done = entry === null ? [] : [finish(entry)];
        entry = { line, fields: {}, bytes: 0 };
        addField(entry, '__CURSOR', cursor);
        addField(entry, TIME, realtimeOf(cursor));
        return done;
      }
      if (!text.startsWith('    '))
        return text.startsWith('-- ') ? [] : [{ kind: 'FAILED', line, reason: DAMAGED }];
      const [, name, value = ''] = VERBOSE_FIELD.exec(text) ?? [];
      // Other indented lines continue the value before. No field that is read has more than one line.
      if (entry === null || name === undefined) return [];
      if (name === 'MESSAGE' || !TORN.test(value)) {
        addField(entry, name, value);
        return [];
      }
      entry = null;
      return [{ kind: 'FAILED', line, reason: DAMAGED }];
    });
  return {
    push: (chunk) => group(lines.push(chunk)),
    end: () => {
      const records = group(lines.end());
      return entry === null ? records : [...records, finish(entry)];
    },
  };
};

/** The end of a value behind which the next entry begins. Attackers choose parts of messages. */
const TORN = /[A-Z][a-z]{2} \d{4}-\d\d-\d\d \d\d:\d\d:\d\d\.\d{6} [^ [\]]{1,6} \[s=/;
const VERBOSE_FIELD = /^ {4}([A-Z\d_]{1,64})=(.*)/s;

/** The cursor contains the time in microseconds, in hexadecimal. */
const realtimeOf = (cursor: string): string => {
  const [, digits] = /(?:^|;)t=([\da-f]{1,13})(?:;|$)/.exec(cursor) ?? [];
  return digits === undefined ? '' : String(Number.parseInt(digits, 16));
};

const NEWLINE = 0x0a;
const LENGTH_BYTES = 8;

/** A field at the start of a buffer, and the number of its bytes; null if it does not end in the buffer. */
type Field = { readonly name: string; readonly value: string; readonly end: number };

/**
 * Splits the export format: a line `NAME=value` per field, or `NAME`, the length in 8 bytes and the value, for values that contain control characters. An
 * empty line ends an entry.
 * https://systemd.io/JOURNAL_EXPORT_FORMATS/
 */
const makeExportCutter = (): Cutter => {
  let kept: Buffer[] = [];
  let keptBytes = 0;
  /** Until so many bytes are kept, no field is complete. */
  let needed = 0;
  let line = 1;
  let entry: Entry | null = null;
  let isDamaged = false;

  const endEntry = (): readonly RawRecord[] => {
    const done = entry;
    const wasDamaged = isDamaged;
    [entry, isDamaged] = [null, false];
    if (done === null) return [];
    return [wasDamaged ? { kind: 'FAILED', line: done.line, reason: DAMAGED } : finish(done)];
  };
  const readAll = (): readonly RawRecord[] => {
    const records: RawRecord[] = [];
    let rest = kept.length === 1 ? (kept[0] ?? Buffer.alloc(0)) : Buffer.concat(kept);
    for (;;) {
      if (rest[0] === NEWLINE) {
        records.push(...endEntry());
        [rest, line] = [rest.subarray(1), line + 1];
        continue;
      }
      const field = readField(rest);
      if (typeof field === 'number') {
        needed = field;
        break;
      }
      entry ??= { line, fields: {}, bytes: 0 };
      // Entries have their time once: an entry was torn, and the next one stands behind it.
      if (field.name === '' || (field.name === TIME && entry.fields[TIME] !== undefined)) isDamaged = true;
      else addField(entry, field.name, field.value);
      line += countLines(rest.subarray(0, field.end));
      rest = rest.subarray(field.end);
    }
    kept = [Buffer.from(rest)];
    keptBytes = rest.length;
    return records;
  };
  return {
    push: (chunk) => {
      kept.push(chunk);
      keptBytes += chunk.length;
      return keptBytes < needed ? [] : readAll();
    },
    end: () => {
      if (keptBytes > 0) {
        entry ??= { line, fields: {}, bytes: 0 };
        isDamaged = true;
      }
      return endEntry();
    },
  };
};

const NAME = /^[A-Z\d_]{1,64}$/;

/** Reads a field, with the name '' if it is damaged; or returns how many bytes there must be to read it. */
const readField = (bytes: Buffer): Field | number => {
  const end = bytes.indexOf(NEWLINE);
  if (end < 0) return bytes.length + 1;
  const equals = bytes.indexOf(EQUALS);
  if (equals > 0 && equals < end) {
    const name = bytes.toString('latin1', 0, equals);
    return {
      name: NAME.test(name) ? name : '',
      value: decode(bytes.subarray(equals + 1, end)),
      end: end + 1,
    };
  }
  const name = bytes.toString('latin1', 0, end);
  if (!NAME.test(name)) return { name: '', value: '', end: end + 1 };
  const start = end + 1 + LENGTH_BYTES;
  if (bytes.length < start) return start;
  const length = bytes.readBigUInt64LE(end + 1);
  if (length > MAX_RECORD_BYTES) return { name: '', value: '', end: end + 1 };
  const valueEnd = start + Number(length);
  if (bytes.length <= valueEnd) return valueEnd + 1;
  const isWhole = bytes[valueEnd] === NEWLINE;
  return isWhole
    ? { name, value: decode(bytes.subarray(start, valueEnd)), end: valueEnd + 1 }
    : { name: '', value: '', end: end + 1 };
};

const EQUALS = 0x3d;

const decode = (bytes: Buffer): string => bytes.toString(isUtf8(bytes) ? 'utf8' : 'latin1');

const countLines = (bytes: Buffer): number => {
  let count = 0;
  for (let at = bytes.indexOf(NEWLINE); at >= 0; at = bytes.indexOf(NEWLINE, at + 1)) count += 1;
  return count;
};
