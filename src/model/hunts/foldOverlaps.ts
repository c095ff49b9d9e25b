import { runSteps } from '../runSteps.ts';
import type { Position } from '../sessionEvent.ts';

/** The start (`by` 1) or end (`by` -1) of a session, with its key and the value that is counted. */
export type Boundary = {
  readonly time: string;
  /** The id of the session's first event. */
  readonly uuid: string;
  readonly by: 1 | -1;
  /** Whether the session was already open with another value, which ends at the same time. */
  readonly continues: boolean;
  readonly key: string;
  readonly value: string;
};

/** A period in which enough different values of one key were open at once: from `first.time` until just before `until`. */
export type Overlap = {
  readonly key: string;
  /** The first event of the session that started the period. */
  readonly first: Position;
  readonly until: string;
  readonly sessionCount: number;
  readonly valueCount: number;
  /** The greatest number of different values at once, and when it was first reached. */
  readonly peak: number;
  readonly peakAt: string;
};

/** Takes boundaries ordered by time; call `end` after the last. If a call returns a promise, await it before the next call. */
export type OverlapFold = {
  readonly add: (boundary: Boundary) => Promise<void> | null;
  readonly end: () => Promise<void> | null;
};

/**
 * Sweeps over sessions and finds the periods in which at least `least` different values of one key were open at once. A session is open
 * from its start until just before its end, so a session that ends when another starts does not overlap it.
 *
 * Keeps the sessions that are open at one moment in memory.
 */
export const foldOverlaps = (least: number, onOverlap: (overlap: Overlap) => void): OverlapFold => {
  const states = new Map<string, State>();
  const touched = new Set<State>();
  let now = '';

  /** Judges all boundaries of one time together, so that a session that ends and one that starts then do not count as two at once. */
  function* judge(): Generator<void, void> {
    for (const state of touched) {
      yield;
      judgeState(state, { now, least, onOverlap });
      if (state.counts.size === 0) states.delete(state.key);
    }
    touched.clear();
  }
  const put = (boundary: Boundary): void => {
    const state = states.get(boundary.key) ?? makeState(boundary.key);
    states.set(boundary.key, state);
    take(state, boundary);
    touched.add(state);
  };
  function* advance(boundary: Boundary): Generator<void, void> {
    yield* judge();
    now = boundary.time;
    put(boundary);
  }
  return {
    add: (boundary) => {
      if (boundary.time !== now) return runSteps(advance(boundary));
      put(boundary);
      return null;
    },
    end: () => runSteps(judge()),
  };
};

type State = {
  readonly key: string;
  /** The number of open sessions by value. */
  readonly counts: Map<string, number>;
  openSessions: number;
  /** The starts at the current time. */
  starting: Boundary[];
  open: OpenOverlap | null;
};

type OpenOverlap = {
  readonly first: Position;
  readonly values: Set<string>;
  sessionCount: number;
  peak: number;
  peakAt: string;
};

const makeState = (key: string): State => ({
  key,
  counts: new Map(),
  openSessions: 0,
  starting: [],
  open: null,
});

const take = (state: State, boundary: Boundary): void => {
  const { by, value } = boundary;
  const count = (state.counts.get(value) ?? 0) + by;
  if (count === 0) state.counts.delete(value);
  else state.counts.set(value, count);
  state.openSessions += by;
  if (by === 1) state.starting.push(boundary);
};

type Moment = {
  readonly now: string;
  readonly least: number;
  readonly onOverlap: (overlap: Overlap) => void;
};

const judgeState = (state: State, { now, least, onOverlap }: Moment): void => {
  const { key, open, counts, starting } = state;
  state.starting = [];
  if (counts.size < least) {
    state.open = null;
    if (open === null) return;
    const { values, ...overlap } = open;
    onOverlap({ key, ...overlap, until: now, valueCount: values.size });
    return;
  }
  if (open === null) {
    // The count rose to the minimum, so at least one session starts now.
    const uuid = starting.map((boundary) => boundary.uuid).reduce((a, b) => (a < b ? a : b));
    const values = new Set(counts.keys());
    state.open = {
      first: { time: now, uuid },
      values,
      sessionCount: state.openSessions,
      peak: counts.size,
      peakAt: now,
    };
    return;
  }
  open.sessionCount += starting.filter(({ continues }) => !continues).length;
  for (const { value } of starting) open.values.add(value);
  if (counts.size <= open.peak) return;
  open.peak = counts.size;
  open.peakAt = now;
};
