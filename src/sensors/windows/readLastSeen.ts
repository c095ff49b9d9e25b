import { readText } from '../fieldValues.ts';
import type { Fields } from '../fields.ts';
import { makeReading } from '../readLocalTime.ts';
import type { TimeReading } from '../readLocalTime.ts';

/**
 * Reads from a System 6008 (the previous shutdown was unexpected) when Windows last noted that it ran, which it does regularly. Null if
 * the record lacks its binary data: the texts beside it are local time in the format of the system's language, which is ambiguous.
 *
 * The binary data begins with that time as two SYSTEMTIMEs, the first in local time and the second in UTC.
 * https://learn.microsoft.com/windows/win32/api/minwinbase/ns-minwinbase-systemtime
 */
export const readLastSeen = (fields: Fields): TimeReading | null => {
  const hex = readText(fields, 'Binary');
  if (hex === '') return null;
  if (!TWO_TIMES.test(hex)) return UNREADABLE;
  const bytes = Buffer.from(hex, 'hex');
  const localMs = readMs(bytes, 0);
  const utcMs = readMs(bytes, SYSTEMTIME_BYTES);
  // Another layout would give a wrong time.
  if (localMs === null || utcMs === null || !isOffset(localMs - utcMs)) return UNREADABLE;
  return makeReading(utcMs, String(utcMs % 1000).padStart(3, '0'), null);
};

const TWO_TIMES = /^(?:[\da-f]{2}){32,}$/i;
const SYSTEMTIME_BYTES = 16;
const QUARTER_MS = 15 * 60_000;
/** No zone is more than 14 h from UTC. */
const MAX_OFFSET_MS = 14 * 60 * 60_000;

const isOffset = (offsetMs: number): boolean =>
  Math.abs(offsetMs) <= MAX_OFFSET_MS && offsetMs % QUARTER_MS === 0;

const UNREADABLE = { kind: 'FAILED', reason: '6008: Binary is not two times' } as const;

/** Reads a SYSTEMTIME: eight numbers of 16 bits, the third of which is the day of the week. Null for a time that does not exist. */
const readMs = (bytes: Buffer, at: number): number | null => {
  const read = (index: number, digits: number): string =>
    String(bytes.readUInt16LE(at + 2 * index)).padStart(digits, '0');
  const date = `${read(0, 4)}-${read(1, 2)}-${read(3, 2)}`;
  const text = `${date}T${read(4, 2)}:${read(5, 2)}:${read(6, 2)}.${read(7, 3)}Z`;
  const timeMs = Date.parse(text);
  return Number.isNaN(timeMs) || new Date(timeMs).toISOString() !== text ? null : timeMs;
};
