import type { Position } from './sessionEvent.ts';

/** Compares two texts by their code units. */
export const compareTexts = (a: string, b: string): number => {
  if (a === b) return 0;
  return a < b ? -1 : 1;
};

/** Compares two events by (time, id). */
export const comparePositions = (a: Position, b: Position): number =>
  compareTexts(a.time, b.time) || compareTexts(a.uuid, b.uuid);

// Canonical times have the same length, and 'infinity' sorts after all of them, so they can be compared as text.

/** Returns the earliest canonical time. */
export const earliest = (times: readonly string[]): string => times.reduce((a, b) => (a < b ? a : b));

/** Returns the latest canonical time, which may be 'infinity'. */
export const latest = (times: readonly string[]): string => times.reduce((a, b) => (a > b ? a : b));
