/** The durations of `sessionStats` for an oracle, from the `startedAt`, `endedAt` and `endedAfter` of sessions. */
import { microsBetween } from './sessions/micros.ts';
import type { Counted } from './statsOracle.ts';

const ended = (own: readonly Counted[]) => own.filter(({ endedAt }) => endedAt !== null);

/** The durations in seconds of the sessions with an exact end, in ascending order. */
const exactDurations = (own: readonly Counted[]): readonly number[] =>
  ended(own)
    .filter(({ endedAt, endedAfter }) => endedAt === endedAfter)
    .map(({ startedAt, endedAt }) => microsBetween(startedAt, endedAt) / 1e6)
    .toSorted((a, b) => a - b);

/** Returns the smallest duration that at least this part of the sessions does not exceed. */
const percentile =
  (part: number) =>
  (own: readonly Counted[]): number | null =>
    exactDurations(own).find((_, index, all) => (index + 1) / all.length >= part) ?? null;

export const DURATION_MEASURES = {
  boundedCount: (own: readonly Counted[]) => ended(own).length - exactDurations(own).length,
  durationP50: percentile(0.5),
  durationP90: percentile(0.9),
  durationP99: percentile(0.99),
  durationMax: (own: readonly Counted[]) => exactDurations(own).at(-1) ?? null,
} as const;
