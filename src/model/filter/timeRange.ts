import { formatTime } from '../values/time.ts';

/** When a range of `last` begins that counts back from `asOf`, canonical times both. */
export const startOfLast = (asOf: string, durationMs: number): string =>
  `${formatTime(Date.parse(asOf) - durationMs).slice(0, 23)}${asOf.slice(23)}`;
