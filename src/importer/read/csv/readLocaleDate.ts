import { toHour24, twoDigits } from '../../../sensors/toHour24.ts';

/** The order of the numbers of a date. */
export type DateOrder = 'DMY' | 'MDY';

/** A date and time in the format of a locale, without its zone. */
export type LocaleDate = {
  readonly year: number;
  /** The two numbers beside the year, in their order. */
  readonly numbers: readonly [number, number];
  /** Null if the numbers may be day and month, or month and day. */
  readonly order: DateOrder | null;
  /** The order that other dates of the file have, too; null if this date does not show it. */
  readonly shows: DateOrder | null;
  /** `08:00:00.123` */
  readonly clock: string;
};

/**
 * Reads a date as programs of Windows write it in the format of its locale: `11/16/2026 8:00:00 AM`, `16.11.2026 08:00:00`, `2026/11/16 8:00:00`. Null for
 * other text, also for ISO 8601.
 */
export const readLocaleDate = (text: string): LocaleDate | null => {
  const named = readNamedMonth(clean(text));
  if (named !== null) return named;
  const [, first, separator, second, third, hour, rest, fraction, half] = DATE.exec(clean(text)) ?? [];
  if (first === undefined || second === undefined || third === undefined || hour === undefined) return null;
  const clock = `${half === undefined ? hour.padStart(2, '0') : toHour24(Number(hour), half)}${(rest ?? '').replaceAll('.', ':')}`;
  const time = fraction === undefined ? clock : `${clock}.${fraction}`;
  const isYearFirst = first.length === 4;
  if (isYearFirst === (third.length === 4) || (!isYearFirst && first.length > 2)) return null;
  if (isYearFirst) {
    const numbers = [Number(second), Number(third)] as const;
    return { year: Number(first), numbers, order: 'MDY', shows: null, clock: time };
  }
  const numbers = [Number(first), Number(second)] as const;
  const shows = separator === '.' ? null : orderOf(numbers);
  // No locale writes the month first with dots. Equal numbers are the same in both orders.
  const order = separator === '.' || numbers[0] === numbers[1] ? 'DMY' : shows;
  return { year: Number(third), numbers, order, shows, clock: time };
};

/** Formats the date as ISO 8601 without a zone. Null for a date that does not exist in that order. */
export const formatLocaleDate = ({ year, numbers, clock }: LocaleDate, order: DateOrder): string | null => {
  const [month, day] = order === 'MDY' ? numbers : [numbers[1], numbers[0]];
  if (month < 1 || month > 12 || day < 1 || day > 31) return null;
  return `${year}-${twoDigits(month)}-${twoDigits(day)}T${clock}`;
};

const orderOf = ([first, second]: readonly [number, number]): DateOrder | null => {
  if (first > 12) return 'DMY';
  return second > 12 ? 'MDY' : null;
};

/** `Nov 2, 2026 @ 10:11:12.345` of Kibana and `Nov 2, 2026 10:11:12 AM` of Defender's portal. */
const readNamedMonth = (text: string): LocaleDate | null => {
  const [, name = '', day, year, hour, rest = '', half] = NAMED_MONTH.exec(text) ?? [];
  const month = MONTHS.indexOf(name) + 1;
  if (month === 0) return null;
  const clock = `${half === undefined ? String(hour).padStart(2, '0') : toHour24(Number(hour), half)}${rest}`;
  return { year: Number(year), numbers: [month, Number(day)], order: 'MDY', shows: null, clock };
};

const NAMED_MONTH =
  /^([A-Z][a-z]{2}) (\d{1,2}), (\d{4}) (?:@ )?(\d{1,2})(:\d\d:\d\d(?:\.\d{1,9})?)(?: ?([ap])m)?$/i;
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** Windows writes marks of direction into dates, and narrow spaces. */
const clean = (text: string): string =>
  text
    .replaceAll(/[\u200E\u200F]/g, '')
    .replaceAll(/[\u00A0\u202F]/g, ' ')
    .trim();

const DATE =
  /^(\d{1,4})([./-]) ?(\d{1,2})\2 ?(\d{1,4})\.?,? {1,3}(\d{1,2})([:.]\d\d[:.]\d\d)(?:[.,](\d{1,9}))?(?: ?([ap])\.? ?m\.?)?$/i;
