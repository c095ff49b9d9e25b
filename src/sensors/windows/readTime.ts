import { ADVICE } from '../advice.ts';
import type { Assumption } from '../assumptions.ts';
import { makeReading, readLocalTime } from '../readLocalTime.ts';
import type { TimeReading } from '../readLocalTime.ts';
import { readZonedTime } from '../readZonedTime.ts';
import type { SensorOptions } from '../sensor.ts';
import { formatOffset } from '../timeZone.ts';

import { inferOffset } from './inferOffset.ts';
import { readWallClock } from './readWallClock.ts';

/** The time of a record, as its shipper wrote it. */
export type RecordTime =
  /** That of a message of syslog, which may lack its year. */
  { readonly kind: 'SYSLOG'; readonly text: unknown } | StatedTime;

type StatedTime =
  | { readonly kind: 'ISO'; readonly field: string; readonly text: unknown }
  | {
      readonly kind: 'NXLOG';
      readonly field: string;
      readonly text: unknown;
      /** The time at which NXLog read the record, in the same local time as the event. */
      readonly receivedLocal: unknown;
      /** The time at which the next hop received the record, in UTC. */
      readonly arrivedUtc: unknown;
    };

/**
 * Reads a record's time and returns canonical UTC text. A local time is read in the zone inferred from the record, or else in the given
 * zone. Without either it fails, because a wrong time in evidence is worse than a question to the user.
 */
export const readTime = (time: StatedTime, { timeZone: given, input }: ZoneOptions): TimeReading => {
  const { field } = time;
  const text = typeof time.text === 'string' ? time.text.trim() : '';
  const wallMs = readWallClock(text);
  if (wallMs === null) return readZonedTime(text, `${field} is not a valid time`);
  const inferredMs = time.kind === 'NXLOG' ? inferOffset(time, wallMs) : null;
  const fraction = text.slice(20);
  if (inferredMs !== null) {
    const agrees = given === null || given.listOffsetsMs(wallMs).includes(inferredMs);
    const zone = getInferredZone(inferredMs, agrees ? 'INFERRED' : 'CONTRADICTING');
    return makeReading(wallMs - inferredMs, fraction, zone);
  }
  if (given === null) return failed(`${NO_ZONE[time.kind](field)}; ${ADVICE[input].zone}`);
  return readLocalTime({ field, wallMs, fraction }, given, input);
};

type ZoneOptions = Pick<SensorOptions, 'timeZone' | 'input'>;

const NO_ZONE = {
  ISO: (field) => `no time zone: ${field} has none`,
  NXLOG: (field) => `no time zone: ${field} has none, and EventReceivedTime and @timestamp do not imply one`,
} as const satisfies Record<StatedTime['kind'], (field: string) => string>;

const inferredZones = {
  INFERRED: new Map<number, Assumption>(),
  CONTRADICTING: new Map<number, Assumption>(),
};

/** Creates one object for each of the few offsets, instead of one for each record. */
const getInferredZone = (offsetMs: number, from: keyof typeof inferredZones): Assumption => {
  const before = inferredZones[from].get(offsetMs);
  if (before !== undefined) return before;
  const zone: Assumption = { kind: 'ZONE', name: formatOffset(offsetMs), from };
  inferredZones[from].set(offsetMs, zone);
  return zone;
};

const failed = (reason: string): TimeReading => ({ kind: 'FAILED', reason });
