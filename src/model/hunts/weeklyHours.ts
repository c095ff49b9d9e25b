import { parseList } from '../filter/comparators.ts';
import type { WeekRange } from '../filter/predicate.ts';

import { refuse } from './parameters.ts';

/** The days in the order of the week. */
export const WEEKDAYS = [
  'MONDAY',
  'TUESDAY',
  'WEDNESDAY',
  'THURSDAY',
  'FRIDAY',
  'SATURDAY',
  'SUNDAY',
] as const;

export type Weekday = (typeof WEEKDAYS)[number];

/** Opening hours of some days of each week. Times are like 07:00; if `until` is earlier than `from`, it is on the next day. */
export type OpenHours = { readonly days: readonly Weekday[]; readonly from: string; readonly until: string };

const MAX_ENTRIES = 100;

/** Parses weekly opening hours. @throws Refusal BAD_FILTER for empty lists, BAD_PARAMETER for invalid times and empty hours. */
export const parseOpenHours = (openHours: readonly OpenHours[]): readonly OpenHours[] => {
  if (openHours.length > MAX_ENTRIES) throw refuse('openHours', `has more than ${MAX_ENTRIES} entries`);
  return parseList(openHours, 'openHours', (entry, path) => parseEntry(entry as OpenHours, path));
};

const parseEntry = ({ days, from, until }: OpenHours, path: string): OpenHours => {
  const given = new Set(parseList(days, `${path}.days`, (day) => day as Weekday));
  if (!BEGINNING.test(from)) throw refuse(`${path}.from`, 'must be a time from 00:00 to 23:59');
  if (!END.test(until)) throw refuse(`${path}.until`, 'must be a time from 00:00 to 24:00');
  if (from !== until) return { days: WEEKDAYS.filter((day) => given.has(day)), from, until };
  throw refuse(`${path}.until`, 'is the same as from; for a whole day give 00:00 to 24:00');
};

const BEGINNING = /^(?:[01]\d|2[0-3]):[0-5]\d$/;
const END = /^(?:(?:[01]\d|2[0-3]):[0-5]\d|24:00)$/;

const DAY = 24 * 60;
const WEEK = 7 * DAY;

/** The opening hours as minutes of the week. Hours that cross the end of Sunday are split in two. */
export const minutesOfWeek = (openHours: readonly OpenHours[]): readonly WeekRange[] =>
  openHours.flatMap(({ days, from, until }) => {
    const length = minutesOf(until) - minutesOf(from) + (until < from ? DAY : 0);
    return days.flatMap((day) => {
      const start = WEEKDAYS.indexOf(day) * DAY + minutesOf(from);
      const end = start + length;
      if (end <= WEEK) return [{ from: start, until: end }];
      return [
        { from: start, until: WEEK },
        { from: 0, until: end - WEEK },
      ];
    });
  });

const minutesOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
