import { compareTexts } from '../compare.ts';

import { toMicroseconds } from './sessionRank.ts';

/** A range of time in which a host recorded facts without a longer silence. Both ends are times of facts. */
export type ActivityRange = { readonly from: string; readonly until: string };

/** Joins sorted times of facts to ranges. */
export const joinTimes = (times: readonly string[], silenceUs: number): readonly ActivityRange[] =>
  joinSorted(
    times.map((time) => ({ from: time, until: time })),
    silenceUs,
  );

/** Merges ranges between which there is no longer silence. */
export const mergeRanges = (ranges: readonly ActivityRange[], silenceUs: number): readonly ActivityRange[] =>
  joinSorted(
    ranges.toSorted((a, b) => compareTexts(a.from, b.from)),
    silenceUs,
  );

const joinSorted = (ranges: readonly ActivityRange[], silenceUs: number): readonly ActivityRange[] => {
  const joined: ActivityRange[] = [];
  for (const range of ranges) {
    const last = joined.at(-1);
    if (last === undefined || isLonger(last.until, range.from, silenceUs)) {
      joined.push(range);
    } else if (range.until > last.until) {
      joined[joined.length - 1] = { from: last.from, until: range.until };
    }
  }
  return joined;
};

const HOUR_US = 3_600_000_000;
const HOUR_LENGTH = '2026-11-22T10'.length;

/** Whether a silence is longer. Most facts are of the same hour as the one before, which needs no arithmetic. */
const isLonger = (from: string, until: string, silenceUs: number): boolean => {
  if (silenceUs >= HOUR_US && from.slice(0, HOUR_LENGTH) === until.slice(0, HOUR_LENGTH)) return false;
  return toMicroseconds(until) - toMicroseconds(from) > silenceUs;
};
