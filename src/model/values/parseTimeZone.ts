import { Refusal } from '../refusal.ts';

import { makeZoneClock } from './zoneClock.ts';
import type { ZoneClock } from './zoneClock.ts';

/** Parses the name of a zone to its clock. @throws Refusal INVALID_TIME_ZONE for a name that IANA does not have. */
export const parseTimeZone = (timeZone: unknown, path: string): ZoneClock => {
  const clock = typeof timeZone === 'string' && ZONE_NAME.test(timeZone) ? makeZoneClock(timeZone) : null;
  if (clock !== null) return clock;
  throw new Refusal(
    'INVALID_TIME_ZONE',
    `${path} is no time zone of IANA; send a name like Europe/Berlin or UTC.`,
    path,
  );
};

/** No offsets, which newer versions of Node take and older ones do not. */
const ZONE_NAME = /^[A-Za-z][\w+/-]{0,63}$/;
