import type { Range } from '../state/times.ts';
import type { Bar, DrawnState, Mark, PlacedBar } from './lanes.ts';
import { toX } from './scale.ts';

/** A piece of a bar in pixels. Bars that are narrower than a pixel are merged into one piece, which may have several states. */
export type Piece = {
  readonly x: number;
  readonly width: number;
  readonly state: DrawnState;
  /** The opacity at both ends: 1, or less where a bar fades. */
  readonly opacity: readonly [number, number];
  /** The only bar of the piece; null for a merged one. */
  readonly bar: Bar | null;
  /** Whether the session starts with this piece: not with a later state of it, and not where the picture begins. */
  readonly isStart: boolean;
};

/** The opacity just after the last proof, and at the end of a bar that is only an upper bound or of the range. */
const [UNPROVEN, FADED] = [0.6, 0.15];

type Picture = { readonly shown: Range; readonly width: number };

/** Projects the bars of a row to pixels, without those out of sight. There are at most two pieces per pixel that are narrower than it. */
export const projectRow = (row: readonly PlacedBar[], { shown, width }: Picture): readonly Piece[] => {
  const pieces: Piece[] = [];
  const msPerPixel = (shown.until - shown.from) / width;
  for (let index = findFirst(row, shown.from); index < row.length; index += 1) {
    const bar = row[index];
    if (bar === undefined || bar.from >= shown.until) break;
    if (bar.until >= shown.from) {
      if (bar.until - bar.from < msPerPixel) addNarrow(pieces, bar, toX(bar.from, shown, width));
      else pieces.push(...cutBar(bar, { shown, width }));
    }
  }
  return pieces;
};

/** The index of the first bar of a row that lasts until a time or longer; those before it have all ended. */
export const findFirst = (row: readonly PlacedBar[], from: number): number => {
  let [low, high] = [0, row.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((row[middle]?.latestEnd ?? 0) < from) low = middle + 1;
    else high = middle;
  }
  return low;
};

const addNarrow = (pieces: Piece[], bar: Bar, x: number): void => {
  const last = pieces.at(-1);
  const state = stateOf(bar);
  if (last !== undefined && last.width <= MERGED_PIXELS && x < last.x + last.width) {
    pieces[pieces.length - 1] = {
      ...last,
      bar: null,
      isStart: false,
      state: last.state === state ? state : 'SEVERAL',
    };
  } else {
    pieces.push({
      x: Math.floor(x),
      width: MERGED_PIXELS,
      state,
      opacity: [1, 1],
      bar,
      isStart: false,
    });
  }
};

/** Merged bars are drawn this wide, so that a single short session is visible. */
const MERGED_PIXELS = 2;

/** The state of a bar that is too narrow for several. */
export const stateOf = ({ periods, startsEarlier }: Bar): DrawnState => {
  const [first, ...others] = periods;
  // A session that ended when it started.
  if (first === undefined) return startsEarlier ? 'UNKNOWN' : 'ACTIVE';
  return others.every(({ state }) => state === first.state) ? first.state : 'SEVERAL';
};

const cutBar = (bar: Bar, { shown, width }: Picture): readonly Piece[] =>
  bar.periods.flatMap((period, index) =>
    splitAtProof(period, bar).flatMap(({ from: start, until: end, isProven }) => {
      const from = Math.max(start, shown.from);
      const until = Math.min(end, shown.until);
      if (until <= from) return [];
      const x = toX(from, shown, width);
      return [
        {
          x,
          width: Math.max(1, toX(until, shown, width) - x),
          state: period.state,
          opacity: isProven ? ([1, 1] as const) : ([opacityAt(bar, from), opacityAt(bar, until)] as const),
          bar,
          isStart: index === 0 && start === period.from && start >= shown.from,
        },
      ];
    }),
  );

/** The part of a period up to the last proof of its session, and the part after it. */
const splitAtProof = (
  { from, until }: Range,
  { fadesFrom }: Bar,
): readonly (Range & { readonly isProven: boolean })[] => {
  const proof = fadesFrom ?? until;
  return [
    { from, until: Math.min(proof, until), isProven: true },
    { from: Math.max(proof, from), until, isProven: false },
  ];
};

/** A bar fades from the last proof to its end. */
const opacityAt = ({ fadesFrom, until }: Bar, at: number): number => {
  if (fadesFrom === null) return 1;
  return UNPROVEN - ((UNPROVEN - FADED) * (at - fadesFrom)) / (until - fadesFrom);
};

/** A mark in pixels; those of one kind at one pixel are merged. */
export type PlacedMark = { readonly x: number; readonly kind: Mark['kind'] };

/** Projects the marks of a lane to pixels. */
export const projectMarks = (marks: readonly Mark[], { shown, width }: Picture): readonly PlacedMark[] => {
  const placed = new Map<string, PlacedMark>();
  for (const { at, kind } of marks) {
    if (at < shown.from || at >= shown.until) continue;
    const x = Math.round(toX(at, shown, width));
    const key = `${kind}${x}`;
    placed.set(key, { x, kind });
  }
  return [...placed.values()];
};

/** Finds the bar at a time, or the nearest one within the tolerance. */
export const findBar = (row: readonly Bar[], at: number, tolerance: number): Bar | null => {
  let nearest: Bar | null = null;
  let distance = tolerance;
  for (const bar of row) {
    if (bar.from - tolerance > at) break;
    const away = Math.max(0, bar.from - at, at - bar.until);
    if (away <= distance) [nearest, distance] = [bar, away];
  }
  return nearest;
};
