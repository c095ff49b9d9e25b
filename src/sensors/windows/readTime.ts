import { Refusal } from '../../model/refusal.ts';
import { parseTime } from '../../model/values/time.ts';

import { formatOffset } from '../timeZone.ts';
import type { TimeZone } from '../timeZone.ts';

import { inferOffset } from './inferOffset.ts';

/** When a record says it happened, as its shipper wrote it. */
export type RecordTime =
  | { readonly kind: 'ISO'; readonly field: string; readonly text: unknown }
  | {
      readonly kind: 'NXLOG';
      readonly field: string;
      readonly text: unknown;
      /** When NXLog read the record, in the same local time as the event's. */
      readonly receivedLocal: unknown;
      /** When the next hop took it, in UTC. */
      readonly arrivedUtc: unknown;
    };

/** The time zone that a local time was read in, and how it was known. */
export type ReadZone = { readonly name: string; readonly from: 'INFERRED' | 'GIVEN' };

export type TimeReading =
  | { readonly kind: 'TIME'; readonly time: string; readonly timeMs: number; readonly zone: ReadZone | null }
  | { readonly kind: 'FAILED'; readonly reason: string };

/**
 * Reads a record's time to canonical UTC text. A local time takes the zone that can be inferred from the record itself, else the
 * given one; without either it fails: wrong times in evidence are worse than a question.
 */
export const readTime = (time: RecordTime, given: TimeZone | null): TimeReading => {
  const text = typeof time.text === 'string' ? time.text.trim() : '';
  if (!LOCAL.test(text)) return asReading(parse(text), time.field);
  const wall = parse(`${text}Z`);
  if (wall === null) return asReading(null, time.field);
  const wallMs = Date.parse(wall);
  const inferredMs = time.kind === 'NXLOG' ? inferOffset({ ...time, wallMs }) : null;
  if (inferredMs !== null)
    return shift(wall, inferredMs, { name: formatOffset(inferredMs), from: 'INFERRED' });
  if (given === null) return failed(NO_ZONE[time.kind](time.field));
  const [offsetMs, ...others] = given.listOffsetsMs(wallMs);
  if (offsetMs === undefined || others.length > 0) {
    return failed(
      `${time.field} does not exist or exists twice in ${given.name} (the clock was set); import these records alone with --timezone +HH:MM`,
    );
  }
  return shift(wall, offsetMs, { name: given.name, from: 'GIVEN' });
};

/** Date and time of day without a zone. */
const LOCAL = /^\d{4}-\d\d-\d\d[Tt ]\d\d:\d\d:\d\d(?:\.\d+)?$/;

const NO_ZONE = {
  ISO: (field) => `no time zone: ${field} has none; give --timezone`,
  NXLOG: (field) =>
    `no time zone: ${field} has none, and EventReceivedTime and @timestamp do not tell it; give --timezone`,
} as const satisfies Record<RecordTime['kind'], (field: string) => string>;

const parse = (text: string): string | null => {
  try {
    return parseTime(text);
  } catch (error) {
    if (error instanceof Refusal) return null;
    throw error;
  }
};

const asReading = (time: string | null, field: string): TimeReading =>
  time === null
    ? failed(`${field} is no time`)
    : { kind: 'TIME', time, timeMs: Date.parse(time), zone: null };

/** Moves a wall-clock reading, written as if it were UTC, to UTC; the fraction stays as it is. */
const shift = (wall: string, offsetMs: number, zone: ReadZone): TimeReading => {
  const timeMs = Date.parse(wall) - offsetMs;
  const time = `${new Date(timeMs).toISOString().slice(0, 19)}${wall.slice(19)}`;
  return { kind: 'TIME', time, timeMs, zone };
};

const failed = (reason: string): TimeReading => ({ kind: 'FAILED', reason });
