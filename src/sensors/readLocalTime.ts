import { ADVICE } from './advice.ts';
import type { Assumption } from './assumptions.ts';
import type { SensorOptions } from './sensor.ts';
import type { TimeZone } from './timeZone.ts';

/** The time as canonical UTC text, or the reason why it cannot be read. */
export type TimeReading =
  | {
      readonly kind: 'TIME';
      readonly time: string;
      readonly timeMs: number;
      /** The zone of a local time; null for a time that states its offset. */
      readonly zone: Assumption | null;
    }
  | { readonly kind: 'FAILED'; readonly reason: string };

/** A clock reading without a zone. */
export type LocalTime = {
  /** The name of the field in the record. */
  readonly field: string;
  /** In whole seconds, as if the time were UTC. */
  readonly wallMs: number;
  /** The digits of the fraction; they are truncated to microseconds. */
  readonly fraction: string;
};

/** Reads a local time in the given zone; fails if the clock showed that time twice or never. */
export const readLocalTime = (
  { field, wallMs, fraction }: LocalTime,
  zone: TimeZone,
  input: SensorOptions['input'],
): TimeReading => {
  const [offsetMs, ...others] = zone.listOffsetsMs(wallMs);
  if (offsetMs === undefined || others.length > 0) {
    const reason = `${field} does not exist or exists twice in ${zone.name} (the clock was set); ${ADVICE[input].offset}`;
    return { kind: 'FAILED', reason };
  }
  return makeReading(wallMs - offsetMs, fraction, { kind: 'ZONE', name: zone.name, from: 'GIVEN' });
};

/** Combines a time in whole seconds with the digits of its fraction. */
export const makeReading = (timeMs: number, fraction: string, zone: Assumption | null): TimeReading => {
  const micros = fraction.slice(0, 6).padEnd(6, '0');
  const time = `${new Date(timeMs).toISOString().slice(0, 19)}.${micros}Z`;
  return { kind: 'TIME', time, timeMs, zone };
};
