import { isUtf8 } from 'node:buffer';

import { makeKeptBytes } from './keptBytes.ts';

/** An entry of the journal with the first value of each field, or the reason why it cannot be read. `line` is where it begins, starting at 1. */
export type JournalEntry = { readonly line: number } & (
  | { readonly kind: 'VALUE'; readonly value: Readonly<Record<string, string>> }
  | { readonly kind: 'FAILED'; readonly reason: string }
);

/** Reads the journal export format from chunks. */
export type JournalExportReader = {
  /** Returns the entries that end in this chunk. */
  readonly push: (chunk: Buffer) => readonly JournalEntry[];
  /** Returns the last entry if the empty line behind it is missing. */
  readonly end: () => readonly JournalEntry[];
  /** Whether an entry has begun and not ended. */
  readonly isInEntry: () => boolean;
};

export const DAMAGED_ENTRY = 'a damaged entry of the journal';

/**
 * Makes a reader of the export format: a line `NAME=value` per field, or `NAME`, the length in 8 bytes and the value, for values that contain control
 * characters. An empty line ends an entry. https://systemd.io/JOURNAL_EXPORT_FORMATS/
 *
 * Keeps one entry and one field of at most `maxEntryBytes`. A longer value is passed over by its length, and not searched for the next entry: every
 * user of a host can log such a value, with an entry of another program inside.
 */
export const makeJournalExportReader = (maxEntryBytes: number): JournalExportReader => {
  const kept = makeKeptBytes();
  /** How many of the kept bytes are known to contain no end of line. */
  let searched = 0;
  let skip: Skip | null = null;
  let line = 1;
  let entry: Entry | null = null;

  const endEntry = (): readonly JournalEntry[] => {
    const done = entry;
    entry = null;
    if (done === null) return [];
    const { reason, fields } = done;
    return [
      reason === null
        ? { kind: 'VALUE', line: done.line, value: fields }
        : { kind: 'FAILED', line: done.line, reason },
    ];
  };
  const readOne = (rest: Buffer): number | null => {
    const found = readField(rest, { searched, maxBytes: maxEntryBytes });
    searched = 0;
    if (found.kind === 'UNFINISHED') {
      ({ searched } = found);
      return null;
    }
    entry ??= { line, fields: {}, count: 0, bytes: 0, reason: null };
    if (found.kind === 'LONG') ({ skip } = found);
    addFound(entry, found, maxEntryBytes);
    return found.end;
  };
  return {
    push: (chunk) => {
      const entries: JournalEntry[] = [];
      let rest = kept.append(chunk);
      while (rest.length > 0) {
        if (skip === null && rest[0] === NEWLINE) {
          entries.push(...endEntry());
          const count = countNewlines(rest);
          line += count;
          rest = rest.subarray(count);
          continue;
        }
        let end: number | null;
        if (skip !== null) {
          const skipped = skipIn(rest, skip);
          ({ end, skip } = skipped);
          if (skipped.isTorn && entry !== null) entry.reason = DAMAGED_ENTRY;
        } else end = readOne(rest);
        if (end === null) break;
        line += countLines(rest.subarray(0, end));
        rest = rest.subarray(end);
      }
      kept.keep(rest);
      return entries;
    },
    end: () => {
      if (kept.isEmpty() && skip === null) return endEntry();
      entry ??= { line, fields: {}, count: 0, bytes: 0, reason: null };
      entry.reason ??= DAMAGED_ENTRY;
      return endEntry();
    },
    isInEntry: () => entry !== null || !kept.isEmpty(),
  };
};

/** An entry that has begun, without its fields once there is a reason why it cannot be read. */
type Entry = {
  readonly line: number;
  fields: Record<string, string>;
  count: number;
  bytes: number;
  reason: string | null;
};

const TIME = '__REALTIME_TIMESTAMP';
/** The journal itself stores no entry with more. */
const MAX_FIELDS = 1024;
/** The journal itself stores no longer value; a longer one means that the entry was torn. */
const MAX_VALUE_BYTES = 1024 * 1_048_576;

/** Adds a field; the first value counts if an entry has several. */
const addFound = (entry: Entry, found: Exclude<Found, { kind: 'UNFINISHED' }>, maxBytes: number): void => {
  const { fields } = entry;
  if (found.kind === 'FIELD') {
    entry.count += 1;
    entry.bytes += found.name.length + found.value.length;
  }
  const isLong = found.kind === 'LONG' || entry.bytes > maxBytes || entry.count > MAX_FIELDS;
  // Entries have their time once: an entry was torn, and the next one stands behind it.
  const isTorn =
    found.kind === 'DAMAGED' || (found.kind === 'FIELD' && found.name === TIME && fields[TIME] !== undefined);
  if (isLong || isTorn)
    entry.reason ??= isTorn
      ? DAMAGED_ENTRY
      : entry.count > MAX_FIELDS
        ? `more than ${MAX_FIELDS} fields`
        : `longer than ${maxBytes / 1_048_576} MiB`;
  if (entry.reason !== null) entry.fields = {};
  else if (found.kind === 'FIELD') fields[found.name] ??= found.value;
};

const NEWLINE = 0x0a;
const EQUALS = 0x3d;
const LENGTH_BYTES = 8;
const NAME = /^[A-Z\d_]{1,64}$/;

/** What is at the start of bytes. `end` is the number of bytes that it takes; a LONG field continues with what is to be skipped. */
type Found =
  | { readonly kind: 'FIELD'; readonly name: string; readonly value: string; readonly end: number }
  | { readonly kind: 'LONG'; readonly end: number; readonly skip: Skip }
  | { readonly kind: 'DAMAGED'; readonly end: number }
  | { readonly kind: 'UNFINISHED'; readonly searched: number };

type Limits = { readonly searched: number; readonly maxBytes: number };

const readField = (bytes: Buffer, { searched, maxBytes }: Limits): Found => {
  const end = bytes.indexOf(NEWLINE, searched);
  if (end < 0) {
    return bytes.length > maxBytes
      ? { kind: 'LONG', end: bytes.length, skip: { kind: 'LINE' } }
      : { kind: 'UNFINISHED', searched: bytes.length };
  }
  const text = bytes.subarray(0, end);
  const equals = text.indexOf(EQUALS);
  const name = text.toString('latin1', 0, equals < 0 ? end : Math.min(equals, MAX_NAME + 1));
  if (!NAME.test(name)) return { kind: 'DAMAGED', end: end + 1 };
  return equals < 0
    ? readBinary(bytes, { name, headEnd: end + 1, maxBytes })
    : { kind: 'FIELD', name, value: decode(text.subarray(equals + 1)), end: end + 1 };
};

const MAX_NAME = 64;

type Head = { readonly name: string; readonly headEnd: number; readonly maxBytes: number };

const readBinary = (bytes: Buffer, { name, headEnd, maxBytes }: Head): Found => {
  const start = headEnd + LENGTH_BYTES;
  if (bytes.length < start) return { kind: 'UNFINISHED', searched: 0 };
  const length = bytes.readBigUInt64LE(headEnd);
  if (length > MAX_VALUE_BYTES) return { kind: 'DAMAGED', end: headEnd };
  if (length > maxBytes)
    return { kind: 'LONG', end: start, skip: { kind: 'VALUE', bytes: Number(length) + 1 } };
  const valueEnd = start + Number(length);
  if (bytes.length <= valueEnd) return { kind: 'UNFINISHED', searched: 0 };
  return bytes[valueEnd] === NEWLINE
    ? { kind: 'FIELD', name, value: decode(bytes.subarray(start, valueEnd)), end: valueEnd + 1 }
    : { kind: 'DAMAGED', end: headEnd };
};

/** The rest of a field that is too long: up to the end of the line, or so many bytes, of which the last is an end of line. */
type Skip = { readonly kind: 'LINE' } | { readonly kind: 'VALUE'; readonly bytes: number };

type Skipped = { readonly end: number; readonly skip: Skip | null; readonly isTorn: boolean };

const skipIn = (bytes: Buffer, skip: Skip): Skipped => {
  if (skip.kind === 'LINE') {
    const end = bytes.indexOf(NEWLINE);
    return end < 0 ? { end: bytes.length, skip, isTorn: false } : { end: end + 1, skip: null, isTorn: false };
  }
  const left = skip.bytes - bytes.length;
  if (left > 0) return { end: bytes.length, skip: { kind: 'VALUE', bytes: left }, isTorn: false };
  return { end: skip.bytes, skip: null, isTorn: bytes[skip.bytes - 1] !== NEWLINE };
};

/** Attackers choose parts of messages: bytes that are not UTF-8 must not hide an entry. */
const decode = (bytes: Buffer): string => bytes.toString(isUtf8(bytes) ? 'utf8' : 'latin1');

/** Counts the newlines at the start. A body can consist of a gigabyte of them, for which countLines would be slow. */
const countNewlines = (bytes: Buffer): number => {
  let count = 1;
  while (bytes[count] === NEWLINE) count += 1;
  return count;
};

const countLines = (bytes: Buffer): number => {
  let count = 0;
  for (let at = bytes.indexOf(NEWLINE); at >= 0; at = bytes.indexOf(NEWLINE, at + 1)) count += 1;
  return count;
};
