// Canonical times are of one length, and 'infinity' comes after them all, so that they compare as text.

/** The earliest of canonical times. */
export const earliest = (times: readonly string[]): string => times.reduce((a, b) => (a < b ? a : b));

/** The latest of canonical times, 'infinity' among them. */
export const latest = (times: readonly string[]): string => times.reduce((a, b) => (a > b ? a : b));
