import { Refusal } from '../../model/refusal.ts';
import { parseTime } from '../../model/values/time.ts';

import { NAME_THE_ZONE } from '../advice.ts';
import type { Assumption } from '../assumptions.ts';
import { readLocalTime } from '../readLocalTime.ts';
import type { TimeReading } from '../readLocalTime.ts';
import type { SensorOptions } from '../sensor.ts';

/** A time, and the year that had to be assumed for it; null where the line tells it. */
export type SyslogTime = { readonly reading: TimeReading; readonly year: Assumption | null };

/** The month and year of the line before, where the year was given by the command. */
export type LastDate = { readonly year: number; readonly month: number };

const NO_ZONE = `no time zone: the line has none; ${NAME_THE_ZONE}`;
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const DATE = /^([A-Z][a-z]{2}) ([ \d]\d) (\d\d:\d\d:\d\d)$/;
const DAY_MS = 86_400_000;
const HALF_A_YEAR = 6;

/** Reads the time of a line: with a zone as it is, of RFC 3164 with the zone and the year that are given or the newest. */
export const readSyslogTime = (text: string, options: SensorOptions, last: LastDate | null): SyslogTime => {
  const [, name = '', day = '', clock = ''] = DATE.exec(text) ?? [];
  if (name === '') return { reading: readZoned(text), year: null };
  if (options.timeZone === null) return { reading: { kind: 'FAILED', reason: NO_ZONE }, year: null };
  const month = MONTHS.indexOf(name);
  const wallAt = (year: number): number | null => findWallMs(year, { month, day: Number(day), clock });
  const year = options.year === null ? findNewest(wallAt, options.now()) : goOn(options.year, month, last);
  const wallMs = year === null ? null : wallAt(year);
  if (year === null || wallMs === null) return { reading: NO_TIME, year: null };
  const reading = readLocalTime({ field: 'the time', wallMs, fraction: '' }, options.timeZone);
  const from = options.year === null ? 'NEWEST' : 'GIVEN';
  return { reading, year: { kind: 'YEAR', name: String(year), from } };
};

/** The line's date, to go on from in the next line. */
export const asLastDate = ({ reading, year }: SyslogTime, text: string): LastDate | null =>
  reading.kind === 'TIME' && year !== null
    ? { year: Number(year.name), month: MONTHS.indexOf(text.slice(0, 3)) }
    : null;

const NO_TIME: TimeReading = { kind: 'FAILED', reason: 'the line has no time that exists' };

const readZoned = (text: string): TimeReading => {
  try {
    // rsyslog and Vector write offsets with a colon, journald's exports without.
    const time = parseTime(text.replace(/([+-]\d\d)(\d\d)$/, '$1:$2'));
    return { kind: 'TIME', time, timeMs: Date.parse(time), zone: null };
  } catch (error) {
    if (error instanceof Refusal) return NO_TIME;
    throw error;
  }
};

type Reading = { readonly month: number; readonly day: number; readonly clock: string };

/** Null where the year has no such day: 29 February. */
const findWallMs = (year: number, { month, day, clock }: Reading): number | null => {
  const two = (number: number): string => String(number).padStart(2, '0');
  const wallMs = Date.parse(`${year}-${two(month + 1)}-${two(day)}T${clock}Z`);
  return Number.isNaN(wallMs) || new Date(wallMs).getUTCDate() !== day ? null : wallMs;
};

/** The newest year in which the date is not in the future; clocks and zones may be a day ahead. */
const findNewest = (wallAt: (year: number) => number | null, nowMs: number): number | null => {
  const thisYear = new Date(nowMs + DAY_MS).getUTCFullYear();
  const years = Array.from({ length: 9 }, (_, back) => thisYear - back);
  return years.find((year) => (wallAt(year) ?? Infinity) <= nowMs + DAY_MS) ?? null;
};

/** A log goes on over the turn of the year, and a late line goes back. */
const goOn = (given: number, month: number, last: LastDate | null): number => {
  if (last === null) return given;
  if (month - last.month < -HALF_A_YEAR) return last.year + 1;
  return month - last.month > HALF_A_YEAR ? last.year - 1 : last.year;
};
