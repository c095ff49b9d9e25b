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

/** Arranges sessions and marks in lanes, the lane with the earliest item first. Sessions that are open end with the range. */
export const makeLanes = (
  { sessions, marks }: Items,
  { range, laneOf }: { readonly range: Range; readonly laneOf: LaneOf },
): readonly Lane[] => {
  const found = new Map<string, { name: string | null; bars: Bar[]; marks: Mark[] }>();
  const get = (item: TimelineSessionFragment | TimelineMarkFragment) => {
    const { key, name } = laneOf(item);
    const lane = found.get(key) ?? { name, bars: [], marks: [] };
    found.set(key, lane);
    return lane;
  };
  for (const session of sessions) get(session).bars.push(makeBar(session, range));
  for (const event of marks)
    get(event).marks.push({
      at: Date.parse(event.time),
      kind: event.action === 'RECONNECT' ? 'RECONNECT' : 'FAILURE',
    });
  let firstRow = 0;
  return [...found]
    .map(([key, lane]) => ({ key, ...lane, ...packRows(lane.bars), firstAt: firstOf(lane) }))
    .sort((a, b) => a.firstAt - b.firstAt || (a.key < b.key ? -1 : 1))
    .map(({ key, name, rows, isFolded, marks: ownMarks }) => {
      const lane = { key, name, rows, isFolded, marks: ownMarks, firstRow };
      firstRow += countRows(lane);
      return lane;
    });
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

/** Puts each bar into the first row that is free at its start. */
const packRows = (bars: readonly Bar[]): Pick<Lane, 'rows' | 'isFolded'> => {
  const rows: PlacedBar[][] = [];
  const ends: number[] = [];
  let isFolded = false;
  for (const bar of bars.toSorted((a, b) => a.from - b.from || b.until - a.until)) {
    const free = ends.findIndex((end) => end <= bar.from);
    const row = free >= 0 ? free : Math.min(rows.length, MAX_ROWS - 1);
    isFolded ||= free < 0 && rows.length === MAX_ROWS;
    const latestEnd = Math.max(ends[row] ?? bar.until, bar.until);
    (rows[row] ??= []).push({ ...bar, latestEnd });
    ends[row] = latestEnd;
  }
  return { rows, isFolded };
};
