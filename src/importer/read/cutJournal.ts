import { DAMAGED_ENTRY, makeJournalExportReader } from '../../sensors/linux/journalExport.ts';

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
    : makeJournalExportReader(MAX_RECORD_BYTES);

const TIME = '__REALTIME_TIMESTAMP';
const MAX_HEADER = 512;

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
        return text.startsWith('-- ') ? [] : [{ kind: 'FAILED', line, reason: DAMAGED_ENTRY }];
      const [, name, value = ''] = VERBOSE_FIELD.exec(text) ?? [];
      // Other indented lines continue the value before. No field that is read has more than one line.
      if (entry === null || name === undefined) return [];
      if (name === 'MESSAGE' || !TORN.test(value)) {
        addField(entry, name, value);
        return [];
      }
      entry = null;
      return [{ kind: 'FAILED', line, reason: DAMAGED_ENTRY }];
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
