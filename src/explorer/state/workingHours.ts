import { DAY, offsetOf } from './times.ts';

const HOUR = DAY / 24;
const [FIRST_HOUR, END_HOUR] = [7, 19];

/** The working hours of `offHours`, the API's hunt, by default. */
export const WORKING_HOURS = 'Monday to Friday, 07:00 to 19:00';

type HourlyLogins = { readonly from: string; readonly successes: number };
type Share = { readonly outside: number; readonly all: number };

/** Counts the logins outside of working hours, from the logins of each hour of a zone. */
export const countOutside = (hours: readonly HourlyLogins[], zone: string): Share => {
  let [outside, all] = [0, 0];
  for (const { from, successes } of hours) {
    all += successes;
    if (isOutside(Date.parse(from), zone)) outside += successes;
  }
  return { outside, all };
};

const isOutside = (at: number, zone: string): boolean => {
  const local = new Date(at + offsetOf(at, zone));
  const isWeekend = local.getUTCDay() % 6 === 0;
  return isWeekend || local.getUTCHours() < FIRST_HOUR || local.getUTCHours() >= END_HOUR;
};

/** Whether a range has few enough hours to be counted one by one: the API divides time into at most 10,000 buckets. */
export const canCountHours = (length: number): boolean => length <= 9_000 * HOUR;
