import type { SessionState, TimelineMarkFragment, TimelineSessionFragment } from '../api/documents.ts';
import type { Range } from '../state/times.ts';

/** What a bar shows of a session at a time; a session that has ended has no bar. */
type ShownState = Exclude<SessionState, 'ENDED'>;

/** A state, or SEVERAL: in this part of a session they are too many to be drawn or were not answered. */
export type DrawnState = ShownState | 'SEVERAL';

export type Period = Range & { readonly state: DrawnState };

/** A session as a bar on the time axis. */
export type Bar = Range & {
  readonly session: TimelineSessionFragment;
  readonly periods: readonly Period[];
  /** From here to the end nothing proves the session: its end is only an upper bound, or it is open. Null: the end is known. */
  readonly fadesFrom: number | null;
  /** The session started earlier than the bar: its login was not recorded. */
  readonly startsEarlier: boolean;
};

/** A bar in its row. */
export type PlacedBar = Bar & {
  /** The latest end of this bar and of those before it in the row. */
  readonly latestEnd: number;
};

/** A failed login or a reconnect. */
export type Mark = {
  readonly at: number;
  readonly kind: 'FAILURE' | 'RECONNECT';
};

/** A lane of the timeline: the sessions of one account or on one host. */
export type Lane = {
  readonly key: string;
  /** Null: what the lane is about is not known. */
  readonly name: string | null;
  /** Rows of bars that do not overlap, each sorted by time. More rows than MAX_ROWS are folded into the last one, where bars may overlap. */
  readonly rows: readonly (readonly PlacedBar[])[];
  readonly isFolded: boolean;
  readonly marks: readonly Mark[];
  /** Number of rows above this lane. */
  readonly firstRow: number;
};

/** A lane with more simultaneous sessions would push the others out of sight. */
export const MAX_ROWS = 6;

/** The key and the name of the lane that a session or event belongs to. */
export type LaneOf = (item: TimelineSessionFragment | TimelineMarkFragment) => {
  readonly key: string;
  readonly name: string | null;
};

type Items = {
  readonly sessions: readonly TimelineSessionFragment[];
  readonly marks: readonly TimelineMarkFragment[];
};

type Options = { readonly range: Range; readonly laneOf: LaneOf };

/** Arranges sessions and marks in lanes, the lane with the earliest item first. Sessions that are open end with the range. */
export const makeLanes = (items: Items, options: Options): readonly Lane[] => startLanes(options).add(items);

/** Lanes to which items are added as they arrive. */
export type GrowingLanes = {
  /** Adds items, and returns all lanes so far. Costs as much as the new items; a session that began before one of its lane costs that lane. */
  readonly add: (items: Items) => readonly Lane[];
};

type Growing = {
  readonly name: string | null;
  readonly bars: Bar[];
  readonly marks: Mark[];
  /** Null: a bar came late, and the rows of all are found again. */
  packed: Packed | null;
  /** The lane without its place; null when items were added since. */
  done: Omit<Lane, 'firstRow'> | null;
};

/** Starts without lanes. The lanes of parts of the items are those of all at once. */
export const startLanes = ({ range, laneOf }: Options): GrowingLanes => {
  const found = new Map<string, Growing>();
  const get = (item: TimelineSessionFragment | TimelineMarkFragment): Growing => {
    const { key, name } = laneOf(item);
    const lane = found.get(key) ?? { name, bars: [], marks: [], packed: startRows(), done: null };
    lane.done = null;
    found.set(key, lane);
    return lane;
  };
  return {
    add: ({ sessions, marks }) => {
      for (const session of sessions) addBar(get(session), makeBar(session, range));
      for (const event of marks)
        get(event).marks.push({
          at: Date.parse(event.time),
          kind: event.action === 'RECONNECT' ? 'RECONNECT' : 'FAILURE',
        });
      let firstRow = 0;
      return [...found]
        .map(([key, lane]) => ({ lane: (lane.done ??= finish(key, lane)), firstAt: firstOf(lane) }))
        .sort((a, b) => a.firstAt - b.firstAt || (a.lane.key < b.lane.key ? -1 : 1))
        .map(({ lane }) => {
          const placed = { ...lane, firstRow };
          firstRow += countRows(lane);
          return placed;
        });
    },
  };
};

const addBar = (lane: Growing, bar: Bar): void => {
  const last = lane.bars.at(-1);
  lane.bars.push(bar);
  if (last !== undefined && compareBars(last, bar) > 0) lane.packed = null;
  if (lane.packed !== null) placeBar(lane.packed, bar);
};

/** The rows are copied, because those of the lane grow. */
const finish = (key: string, lane: Growing): Omit<Lane, 'firstRow'> => {
  const { rows, isFolded } = (lane.packed ??= packRows(lane.bars.sort(compareBars)));
  return {
    key,
    name: lane.name,
    rows: rows.map((row) => row.slice()),
    isFolded,
    marks: lane.marks.slice(),
  };
};

/** Number of rows that a lane takes; one without sessions has a row for its marks. */
export const countRows = ({ rows }: Pick<Lane, 'rows'>): number => Math.max(1, rows.length);

const firstOf = ({ bars, marks }: { readonly bars: readonly Bar[]; readonly marks: readonly Mark[] }) =>
  Math.min(...[bars[0]?.from, marks[0]?.at].filter((at) => at !== undefined));

const makeBar = (session: TimelineSessionFragment, range: Range): Bar => {
  const from = Date.parse(session.startedAt);
  const endsAt = session.endedAt === null ? Math.max(range.until, from) : Date.parse(session.endedAt);
  const provenUntil = session.endedAfter === null ? from : Date.parse(session.endedAfter);
  return {
    session,
    from,
    until: endsAt,
    periods: session.periods.flatMap((period) => makePeriods(period, endsAt)),
    fadesFrom: session.endedAt === null || provenUntil < endsAt ? Math.max(provenUntil, from) : null,
    startsEarlier: session.startReason === 'FIRST_SEEN',
  };
};

type AnsweredPeriod = TimelineSessionFragment['periods'][number];

/** The period, and after the last one that was answered the rest of the session: its states were not asked for. */
const makePeriods = (
  { from, until, state, truncated }: AnsweredPeriod,
  endsAt: number,
): readonly Period[] => {
  if (state === 'ENDED') return [];
  const period = { from: Date.parse(from), until: until === null ? endsAt : Date.parse(until), state };
  return truncated ? [period, { from: period.until, until: endsAt, state: 'SEVERAL' }] : [period];
};

const compareBars = (a: Bar, b: Bar): number => a.from - b.from || b.until - a.until;

type Packed = { readonly rows: PlacedBar[][]; readonly ends: number[]; isFolded: boolean };

const startRows = (): Packed => ({ rows: [], ends: [], isFolded: false });

const packRows = (bars: readonly Bar[]): Packed => {
  const packed = startRows();
  for (const bar of bars) placeBar(packed, bar);
  return packed;
};

/** Puts a bar into the first row that is free at its start; bars come in their order. */
const placeBar = (packed: Packed, bar: Bar): void => {
  const { rows, ends } = packed;
  const free = ends.findIndex((end) => end <= bar.from);
  const row = free >= 0 ? free : Math.min(rows.length, MAX_ROWS - 1);
  packed.isFolded ||= free < 0 && rows.length === MAX_ROWS;
  const latestEnd = Math.max(ends[row] ?? bar.until, bar.until);
  (rows[row] ??= []).push({ ...bar, latestEnd });
  ends[row] = latestEnd;
};
