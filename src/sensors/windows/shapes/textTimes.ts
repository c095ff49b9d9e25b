import { toHour24, twoDigits } from '../../toHour24.ts';

/** Reads `11/16/2026 10:00:00.123 AM`, with the month first, as local time in ISO 8601; undefined for other text. */
export const readMonthFirst = (value: unknown): string | undefined => {
  const [, month, day, year, hour, rest, half] = (typeof value === 'string' && MONTH_FIRST.exec(value)) || [];
  if (half === undefined) return undefined;
  return `${year}-${month}-${day}T${toHour24(Number(hour), half)}${rest}`;
};

/** Reads `Mon Nov 16 10:00:00 2026` as local time in ISO 8601; undefined for other text. */
export const readSnareTime = (value: unknown): string | undefined => {
  const [, month = '', day, time, year] = (typeof value === 'string' && CTIME.exec(value)) || [];
  const number = MONTHS.indexOf(month) + 1;
  if (year === undefined || number === 0) return undefined;
  return `${year}-${twoDigits(number)}-${twoDigits(Number(day))}T${time}`;
};

/** Reads milliseconds of Unix time as ISO 8601; undefined for other text. */
export const readMilliseconds = (text: string): string | undefined =>
  /^\d{12,14}$/.test(text) ? new Date(Number(text)).toISOString() : undefined;

const MONTH_FIRST = /^(\d\d)\/(\d\d)\/(\d{4}) (0\d|1[0-2])(:\d\d:\d\d(?:\.\d{1,6})?) ([AP]M)$/;
const CTIME = /^[A-Z][a-z]{2} ([A-Z][a-z]{2}) {1,2}(\d{1,2}) (\d\d:\d\d:\d\d) (\d{4})$/;
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
