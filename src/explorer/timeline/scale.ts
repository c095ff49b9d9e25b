import { DAY, formatTime, keepWithin, offsetOf } from '../state/times.ts';
import type { Range } from '../state/times.ts';

/** A shorter part of the time axis than a tenth of a second shows nothing more. */
const SHORTEST_MS = 100;

/** The place of a time in a picture of this width. */
export const toX = (ms: number, { from, until }: Range, width: number): number =>
  ((ms - from) / (until - from)) * width;

/** The time at a place in a picture of this width. */
export const toTime = (x: number, { from, until }: Range, width: number): number =>
  from + (x / width) * (until - from);

/** Zooms around a time, which keeps its place; a factor below 1 shows less. The result lies within the bounds. */
export const zoomAround = (
  shown: Range,
  { at, factor, bounds }: { readonly at: number; readonly factor: number; readonly bounds: Range },
): Range => {
  const longest = bounds.until - bounds.from;
  const length = Math.min(longest, Math.max(SHORTEST_MS, (shown.until - shown.from) * factor));
  const share = (at - shown.from) / (shown.until - shown.from);
  return keepWithin({ from: at - share * length, until: at + (1 - share) * length }, bounds);
};

/** Moves the shown part by a length of time, at most to the bounds. */
export const panBy = (shown: Range, ms: number, bounds: Range): Range =>
  keepWithin({ from: shown.from + ms, until: shown.until + ms }, bounds);

/** A tick of the time axis. The first of a day has the date. A label is empty where it has no space. */
export type Tick = { readonly at: number; readonly label: string; readonly isDay: boolean };

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const STEPS = [
  10,
  20,
  50,
  100,
  200,
  500,
  ...[1, 5, 15, 30].map((count) => count * SECOND),
  ...[1, 5, 15, 30].map((count) => count * MINUTE),
  ...[1, 3, 6, 12].map((count) => count * HOUR),
  ...[1, 2, 7, 14].map((count) => count * DAY),
];
/** Longer steps are full months, quarters and years. */
const MONTH_STEPS = [1, 3, 12];
const [MONTH, YEAR] = [28 * DAY, 365 * DAY];

/**
 * Chooses ticks that are at least 90 pixels apart, at full milliseconds, seconds, hours, days, months or years of the zone. At least one label has
 * the date.
 */
export const makeTicks = (shown: Range, width: number, zone: string): readonly Tick[] => {
  const smallest = ((shown.until - shown.from) / Math.max(1, width)) * 90;
  const step = STEPS.find((length) => length >= smallest);
  const next = step === undefined ? findMonth(smallest) : (at: number) => Math.ceil(at / step) * step;
  const ticks: Tick[] = [];
  let local = next(shown.from + offsetOf(shown.from, zone));
  for (; ticks.length <= width / 30; local = next(local + 1)) {
    const at = toUtc(local, zone);
    if (at >= shown.until) break;
    const isDay = local % DAY === 0;
    if (at >= shown.from)
      ticks.push({ at, label: formatTick(at, zone, { step: step ?? DAY, isDay }), isDay });
  }
  if (ticks.some(({ isDay }) => isDay)) return ticks;
  const [first = { at: shown.from, label: formatTime(shown.from, zone, 'TIME_OF_DAY') }, second, ...others] =
    ticks;
  return [
    { at: first.at, label: `${formatTime(first.at, zone, 'DAY')} ${first.label}`, isDay: false },
    // A date and a time take the space of two labels.
    ...(second === undefined ? [] : [{ ...second, label: '' }]),
    ...others,
  ];
};

/** How to find the first full month, quarter or year at a local time or after it, with steps of at least this length. */
const findMonth = (smallest: number): ((local: number) => number) => {
  const months = MONTH_STEPS.find((count) => count * MONTH >= smallest) ?? Math.ceil(smallest / YEAR) * 12;
  return (local) => {
    const before = new Date(local - 1);
    const index = before.getUTCFullYear() * 12 + before.getUTCMonth();
    const next = (Math.floor(index / months) + 1) * months;
    return Date.UTC(Math.floor(next / 12), next % 12);
  };
};

const toUtc = (local: number, zone: string): number => {
  const guess = local - offsetOf(local, zone);
  return local - offsetOf(guess, zone);
};

type TickDetail = { readonly step: number; readonly isDay: boolean };

/** As much of the time of day as the ticks differ in: `11:00`, `11:00:05`, `11:00:05.250`. */
const formatTick = (at: number, zone: string, { step, isDay }: TickDetail): string => {
  if (isDay) return formatTime(at, zone, 'DAY');
  const [, time = ''] = formatTime(at, zone, step < SECOND ? 'MILLISECONDS' : 'SECONDS').split(' ');
  return step < MINUTE ? time : time.slice(0, 5);
};
