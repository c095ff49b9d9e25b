import { Refusal } from '../refusal.ts';

const ISO_8601 =
  /^P(?:(\d{1,6})W|(?:(\d{1,6})D)?(?:T(?=\d)(?:(\d{1,6})H)?(?:(\d{1,6})M)?(?:(\d{1,9}(?:\.\d{1,6})?)S)?)?)$/;

/**
 * Parses an ISO 8601 duration of exact length (`PT24H`, `P30D`, `P2W`) to milliseconds, with a fraction for microseconds. Months and years have no exact
 * length and are refused.
 *
 * @throws Refusal INVALID_DURATION.
 */
export const parseDuration = (value: unknown, name: string): number => {
  const match = typeof value === 'string' ? ISO_8601.exec(value.trim()) : null;
  const parts = match?.slice(1).map((part) => Number(part ?? 0)) ?? [];
  const [weeks = 0, days = 0, hours = 0, minutes = 0, seconds = 0] = parts;
  const durationMs =
    (((weeks * 7 + days) * 24 + hours) * 60 + minutes) * 60 * 1000 + Math.round(seconds * 1_000_000) / 1000;
  if (durationMs <= 0 || durationMs > MAX_MS) {
    throw new Refusal(
      'INVALID_DURATION',
      `${name} must be an ISO 8601 duration in weeks, days, hours, minutes or seconds, like PT24H or P30D, up to P36500D.`,
    );
  }
  return durationMs;
};

const MAX_MS = 36_500 * 86_400_000;
