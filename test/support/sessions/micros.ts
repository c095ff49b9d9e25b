export const SECOND = 1_000_000;
export const MINUTE = 60 * SECOND;
export const HOUR = 60 * MINUTE;

/** Microseconds since 1970 of a canonical time, `2026-11-22T10:23:30.336123Z`. */
const micros = (time: string): number =>
  Date.parse(`${time.slice(0, 19)}Z`) * 1000 + Number(time.slice(20, 26));

/** The canonical time `by` microseconds later. */
export const addMicros = (time: string, by: number): string => {
  const sum = micros(time) + by;
  const milliseconds = Math.floor(sum / 1000);
  const rest = String(sum - milliseconds * 1000).padStart(3, '0');
  return `${new Date(milliseconds).toISOString().slice(0, 23)}${rest}Z`;
};

export const microsBetween = (from: string, until: string): number => micros(until) - micros(from);

/** The earlier of two times; null is later than all times. Canonical times sort as text. */
export const earlier = (a: string | null, b: string | null): string | null => {
  if (a === null || b === null) return a ?? b;
  return a < b ? a : b;
};
