/** Formats seconds since 1970 as ISO 8601, with the digits that the number has; undefined for a number that is not a time. */
export const readEpochSeconds = (seconds: number): string | undefined => {
  const [, whole, fraction = '0'] = SECONDS.exec(String(seconds)) ?? [];
  return whole === undefined
    ? undefined
    : `${new Date(Number(whole) * 1000).toISOString().slice(0, 19)}.${fraction}Z`;
};

/** Within the years 1970 to 2286, and as JavaScript prints such numbers. */
const SECONDS = /^(\d{1,10})(?:\.(\d{1,9}))?$/;
