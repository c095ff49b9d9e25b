import { DAY } from './times.ts';
import type { Range } from './times.ts';

type Stored = { readonly firstAt: string | null; readonly lastAt: string | null };

/** More than this is not shown at first, because most questions are about recent events. */
const LONGEST_DAYS = 31;
/** What is shown of a longer period. */
const SHOWN_DAYS = 7;
const HOUR = DAY / 24;

/** Chooses the range that the page begins with: all that is stored in full hours, of a long period the last week; without events the last day. */
export const chooseRange = (stored: Stored, now: number): Range => {
  const { from, until } = wholeRange(stored, now);
  return until - from <= LONGEST_DAYS * DAY ? { from, until } : { from: until - SHOWN_DAYS * DAY, until };
};

/** The range of all that is stored, in full hours; without events the last day. */
export const wholeRange = ({ firstAt, lastAt }: Stored, now: number): Range => {
  if (firstAt === null || lastAt === null) return { from: now - DAY, until: now };
  return {
    from: Math.floor(Date.parse(firstAt) / HOUR) * HOUR,
    until: (Math.floor(Date.parse(lastAt) / HOUR) + 1) * HOUR,
  };
};

/** The day around a time, in full hours. */
export const aroundTime = (at: number): Range => {
  const hour = Math.floor(at / HOUR) * HOUR;
  return { from: hour - DAY / 2, until: hour + DAY / 2 };
};
