import type { ClockChange } from '../clockChange.ts';
import { readText } from '../fieldValues.ts';
import type { Fields } from '../fields.ts';
import { readZonedTime } from '../readZonedTime.ts';

import type { WindowsRecord } from './windowsRecord.ts';

/** Whether a record is a Security 4616: the clock was set. */
export const isClockChange = ({ channel, eventId }: Pick<WindowsRecord, 'channel' | 'eventId'>): boolean =>
  eventId === 4616 && channel === 'security';

/**
 * Reads by how much the clock was set: returns the reason why the record is skipped, and a change of a minute or more. Windows often sets
 * its clock by fractions of a second.
 */
export const readClockChange = (
  fields: Fields,
  hostname = '(no host name)',
): { readonly reason: string; readonly clockChange?: ClockChange } => {
  const [old, now] = ['PreviousTime', 'NewTime'].map((field) =>
    readZonedTime(readText(fields, field), field),
  );
  if (old?.kind !== 'TIME' || now?.kind !== 'TIME') {
    return { reason: '4616 clock set: the old and new time cannot be read' };
  }
  if (Math.abs(now.timeMs - old.timeMs) < MIN_CHANGE_MS)
    return { reason: '4616 clock set by less than a minute' };
  const clockChange = { hostname, oldTime: old.time, newTime: now.time };
  return { reason: '4616 clock set by a minute or more: see the warnings', clockChange };
};

const MIN_CHANGE_MS = 60_000;
