import { Refusal } from '../refusal.ts';
import { parseDuration } from '../values/duration.ts';
import { parseTimeZone } from '../values/zoneClock.ts';
import type { ZoneClock } from '../values/zoneClock.ts';

/** Time buckets of one length on the clock of a zone, numbered in the order of wall time. */
export type TimeBucket = {
  readonly clock: ZoneClock;
  /** The number of the bucket that a wall time lies in. */
  readonly indexAt: (wallMs: number) => number;
  /** The wall time at which a bucket begins. */
  readonly wallAt: (index: number) => number;
  /**
   * Which buckets begin if the clock is set back and shows the beginning of a bucket twice. EACH, for buckets within a day: a second
   * bucket begins, so that a repeated hour is two buckets. FIRST, for days and longer: only the first time counts.
   */
  readonly beginning: 'EACH' | 'FIRST';
};

/** A bucket as a client sends it. GraphQL has checked its shape, not its values. */
export type TimeBucketInput = { readonly every: unknown; readonly timeZone?: unknown };

/**
 * Parses the time buckets to count by.
 *
 * Buckets within a day begin with the day and divide it evenly, weeks begin on Monday, months and years on their first day. Other numbers
 * of days count from Monday 5 January 1970, of months from January 1970.
 *
 * @throws Refusal INVALID_DURATION for any other length, INVALID_TIME_ZONE for a name that is not in the IANA database.
 */
export const parseTimeBucket = ({ every, timeZone }: TimeBucketInput): TimeBucket => {
  const steps = parseSteps(every);
  return { clock: parseTimeZone(timeZone, 'bucket.timeZone'), ...steps };
};

const DAY_MS = 86_400_000;
const MONDAY_MS = Date.UTC(1970, 0, 5);
const MONTHS = /^P(?!$)(?:(\d{1,3})Y)?(?:(\d{1,4})M)?$/;

const parseSteps = (every: unknown): Omit<TimeBucket, 'clock'> => {
  const [, years = 0, months = 0] = MONTHS.exec(typeof every === 'string' ? every.trim() : '') ?? [];
  const count = Number(years) * 12 + Number(months);
  if (count > 0) return stepMonths(count);
  const lengthMs = parseLength(every);
  if (!Number.isInteger(lengthMs)) throw refuse('has a fraction of a millisecond');
  if (lengthMs % DAY_MS === 0) return { ...stepEvenly(lengthMs, MONDAY_MS), beginning: 'FIRST' };
  if (DAY_MS % lengthMs === 0) return { ...stepEvenly(lengthMs, 0), beginning: 'EACH' };
  throw refuse('does not divide a day evenly and is not a whole number of days');
};

const parseLength = (every: unknown): number => {
  try {
    return parseDuration(every, 'every');
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    throw refuse('is not a supported duration');
  }
};

const refuse = (problem: string): Refusal =>
  new Refusal(
    'INVALID_DURATION',
    `bucket.every ${problem}; send one like PT15M, PT1H, PT6H, P1D, P1W, P1M or P1Y.`,
    'bucket.every',
  );

const stepEvenly = (lengthMs: number, fromMs: number) => ({
  indexAt: (wallMs: number): number => Math.floor((wallMs - fromMs) / lengthMs),
  wallAt: (index: number): number => fromMs + index * lengthMs,
});

const stepMonths = (count: number): Omit<TimeBucket, 'clock'> => ({
  indexAt: (wallMs) => {
    const wall = new Date(wallMs);
    return Math.floor(((wall.getUTCFullYear() - 1970) * 12 + wall.getUTCMonth()) / count);
  },
  wallAt: (index) => Date.UTC(1970, index * count, 1),
  beginning: 'FIRST',
});
