import { firstIndex } from '../firstIndex.ts';

import { formatTime } from './time.ts';
import type { ZoneClock } from './zoneClock.ts';

/** A time range in which a clock is ahead of UTC by the same offset. */
export type OffsetRange = { readonly from: string; readonly until: string; readonly aheadSeconds: number };

/** Splits a range where the clock is set, oldest part first. Takes 5 µs for each day, so callers must limit the range. */
export const listOffsets = (
  { wallAt }: ZoneClock,
  { from, until }: { readonly from: string; readonly until: string },
): readonly OffsetRange[] => {
  const aheadMs = (ms: number): number => wallAt(ms) - ms;
  const endMs = secondsMs(until) + SECOND_MS;
  const ranges: OffsetRange[] = [];
  let begun = from;
  for (let ms = secondsMs(from); ms < endMs; ms += DAY_MS) {
    const next = Math.min(ms + DAY_MS, endMs);
    if (aheadMs(ms) === aheadMs(next)) continue;
    const change = formatTime(findChange(aheadMs, ms, next));
    if (change >= until) break;
    ranges.push({ from: begun, until: change, aheadSeconds: aheadMs(ms) / SECOND_MS });
    begun = change;
  }
  return [...ranges, { from: begun, until, aheadSeconds: aheadMs(secondsMs(begun)) / SECOND_MS }];
};

const SECOND_MS = 1000;
const DAY_MS = 86_400_000;

const secondsMs = (time: string): number => Date.parse(`${time.slice(0, 19)}Z`);

/** The first second with the later offset: no zone sets its clock twice in a day. */
const findChange = (aheadMs: (ms: number) => number, fromMs: number, untilMs: number): number => {
  const known = aheadMs(fromMs);
  const seconds = (untilMs - fromMs) / SECOND_MS;
  return fromMs + firstIndex(seconds, (second) => aheadMs(fromMs + second * SECOND_MS) !== known) * SECOND_MS;
};
