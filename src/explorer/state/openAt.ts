import { aroundTime } from './chooseRange.ts';
import { toView } from './pageState.ts';
import type { PageState } from './pageState.ts';
import type { Range } from './times.ts';

/** Opens a host with the cursor at a time of an answer, and the day around that time if the present range does not contain it. */
export const openAt = (hostname: string, time: string, range: Range): Partial<PageState> => ({
  ...toView('host', hostname),
  at: Date.parse(time),
  ...rangeAt(time, range),
});

/** The day around a time of an answer, if the present range does not contain it. */
export const rangeAt = (time: string, range: Range): Partial<PageState> => {
  const at = Date.parse(time);
  return at >= range.from && at < range.until ? {} : { range: aroundTime(at) };
};
