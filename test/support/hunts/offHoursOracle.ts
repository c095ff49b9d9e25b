import type { HuntEvent } from './huntEvents.ts';
import { isShown, lies, ok } from './huntOracle.ts';
import type { Range } from './huntOracle.ts';

export type Hours = { readonly days: readonly string[]; readonly from: string; readonly until: string };

export type OffHoursParameters = {
  readonly range: Range;
  readonly timeZone: string;
  readonly openHours: readonly Hours[];
  readonly actions: readonly string[];
  readonly loginTypes: readonly string[] | null;
  readonly excludeNoise: boolean;
};

const DAYS = ['SUNDAY', 'MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY'];

type Wall = { readonly localTime: string; readonly weekday: string };

/** The local time of a zone. Each value comes directly from Intl, including the name of the weekday. */
const wallOf = (time: string, timeZone: string): Wall => {
  const at = new Date(`${time.slice(0, 19)}Z`);
  const text = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'medium' });
  const offset = new Intl.DateTimeFormat('en-GB', { timeZone, timeZoneName: 'longOffset' })
    .formatToParts(at)
    .find(({ type }) => type === 'timeZoneName')!
    .value.slice(3);
  return {
    localTime: `${text.format(at).replace(' ', 'T')}${time.slice(19, 26)}${offset || '+00:00'}`,
    weekday: new Intl.DateTimeFormat('en-GB', { timeZone, weekday: 'long' }).format(at).toUpperCase(),
  };
};

/** Whether a local time is within the hours. Clock times can be compared as texts. */
const isOpen = ({ localTime, weekday }: Wall, { days, from, until }: Hours): boolean => {
  const clock = localTime.slice(11, 16);
  const yesterday = DAYS[(DAYS.indexOf(weekday) + 6) % 7]!;
  if (from < until) return days.includes(weekday) && clock >= from && clock < until;
  return (days.includes(weekday) && clock >= from) || (days.includes(yesterday) && clock < until);
};

/** Successful logins, reconnects and unlocks in the range and outside of all open hours. An unlock has no login type. */
export const offHoursOracle = (
  events: readonly HuntEvent[],
  { range, timeZone, openHours, actions, loginTypes, excludeNoise }: OffHoursParameters,
): object[] =>
  events
    .filter((event) => actions.includes(event.action) && (event.action !== 'LOGIN' || ok(event)))
    .filter((event) => lies(event, range) && isShown(event, excludeNoise))
    .filter(
      ({ action, loginType }) =>
        action === 'UNLOCK' || loginTypes === null || loginTypes.includes(loginType ?? ''),
    )
    .map(({ uuid, time }) => ({ event: uuid, ...wallOf(time, timeZone), evidence: [uuid] }))
    .filter((wall) => !openHours.some((hours) => isOpen(wall, hours)));
