import { Refusal } from '../refusal.ts';

/** The range of times that can be stored: both ends inclusive, canonical text. */
export type TimeBounds = { readonly earliest: string; readonly latest: string };

/**
 * Parses an RFC 3339 time with offset to canonical text: UTC with six fraction digits, `2026-11-22T10:23:30.336123Z`.
 *
 * Text rather than a JS Date, which drops microseconds, so that cursors would skip rows. Canonical text sorts in the order of
 * time. Digits after the sixth are truncated (Postgres would round).
 *
 * @throws Refusal INVALID_TIME without an offset, with second 60 or hour 24 (Postgres rolls them over) or a day that does
 * not exist; TIME_OUT_OF_RANGE outside the years 1000 to 9999.
 */
export const parseTime = (value: unknown, name = 'time'): string => parseInstant(value, name).time;

/** A time as canonical text and in milliseconds of Unix time. */
export type Instant = { readonly time: string; readonly timeMs: number };

/** Parses as parseTime does, and returns the milliseconds too. */
export const parseInstant = (value: unknown, name = 'time'): Instant => {
  if (typeof value !== 'string') throw refuse(name, 'must be a string');
  const match = RFC_3339.exec(value.trim());
  if (match === null) throw refuse(name, problemOf(value));
  const [, date = '', clock = '', fraction = '', offset = ''] = match;
  const local = `${date}T${clock}`;
  const localMs = Date.parse(`${local}Z`);
  // Date.parse turns 31 April into 1 May.
  if (new Date(localMs).getUTCDate() !== Number(date.slice(8))) {
    throw refuse(name, 'names a day that does not exist');
  }
  const minutes = offsetMinutes(offset, name);
  const secondMs = localMs - minutes * 60_000;
  const utc = minutes === 0 ? local : isoSeconds(secondMs);
  if (utc.length !== 19 || utc < '1000') throw outOfRange(name);
  const micros = fraction.slice(0, 6).padEnd(6, '0');
  return { time: `${utc}.${micros}Z`, timeMs: secondMs + Number(micros.slice(0, 3)) };
};

/** Whether the day of a text `2026-11-22…` exists. Date changes 31 April to 1 May, so compare its result with the text. */
export const dayExists = (text: string): boolean =>
  new Date(`${text.slice(0, 10)}T00:00:00Z`).getUTCDate() === Number(text.slice(8, 10));

/** `2026-11-22T10:23:30`, longer outside the years 0 to 9999. */
const isoSeconds = (epochMs: number): string => new Date(epochMs).toISOString().slice(0, -5);

/**
 * Refuses a time outside the bounds.
 *
 * @throws Refusal TIME_OUT_OF_RANGE that names the bound.
 */
export const checkTimeBounds = (time: string, { earliest, latest }: TimeBounds): void => {
  if (time < earliest) {
    throw new Refusal('TIME_OUT_OF_RANGE', `time is before ${earliest}, the earliest time that is stored.`);
  }
  if (time > latest) {
    throw new Refusal(
      'TIME_OUT_OF_RANGE',
      `time is after ${latest}, further ahead than the allowed clock difference.`,
    );
  }
};

const RFC_3339 =
  /^(\d{4}-\d\d-\d\d)[Tt ]((?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d)(?:\.(\d{1,9}))?([Zz]|[+-]\d\d:\d\d)$/;

const problemOf = (value: string): string => {
  const text = value.trim();
  if (!/^\d{4}-\d\d-\d\d/.test(text)) return 'is not a time';
  return /(?:[Zz]|[+-]\d\d:?\d\d)$/.test(text) ? 'is not an RFC 3339 time' : 'has no offset from UTC';
};

const refuse = (name: string, problem: string): Refusal =>
  new Refusal('INVALID_TIME', `${name} ${problem}; send one like 2026-11-22T10:23:30.336123Z or …+01:00.`);

const outOfRange = (name: string): Refusal =>
  new Refusal('TIME_OUT_OF_RANGE', `${name} is outside the years 1000 to 9999.`);

const offsetMinutes = (offset: string, name: string): number => {
  if (offset === 'Z' || offset === 'z') return 0;
  const hours = Number(offset.slice(1, 3));
  const minutes = Number(offset.slice(4, 6));
  if (hours > 23 || minutes > 59) throw refuse(name, 'has an offset that does not exist');
  return (offset.startsWith('-') ? -1 : 1) * (hours * 60 + minutes);
};

/**
 * Pattern of canonical text, for cursors and ids, which anyone can forge. Together with dayExists it excludes times that Postgres would
 * refuse, which would look like an outage.
 */
export const CANONICAL_TIME =
  '[1-9]\\d{3}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\\d|3[01])T(?:[01]\\d|2[0-3]):[0-5]\\d:[0-5]\\d\\.\\d{6}Z';

/** The canonical text of a Unix time in milliseconds. */
export const formatTime = (epochMs: number): string => `${new Date(epochMs).toISOString().slice(0, 23)}000Z`;

/** Adds microseconds, which may be negative, to a time. The result stays within the years 1000 to 9999. */
export const shiftTime = (time: string, us: number): string => {
  const fractionUs = Number(time.slice(20, 26)) + us;
  const seconds = Math.floor(fractionUs / 1_000_000);
  const ms = Date.parse(`${time.slice(0, 19)}Z`) + seconds * 1000;
  if (ms < FIRST_MS) return '1000-01-01T00:00:00.000000Z';
  if (ms > LAST_MS) return '9999-12-31T23:59:59.999999Z';
  return `${isoSeconds(ms)}.${String(fractionUs - seconds * 1_000_000).padStart(6, '0')}Z`;
};

const FIRST_MS = Date.parse('1000-01-01T00:00:00Z');
const LAST_MS = Date.parse('9999-12-31T23:59:59Z');
