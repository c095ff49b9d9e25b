import { runSteps } from '../runSteps.ts';
import type { Position } from '../sessionEvent.ts';

import { makeQueue } from './makeQueue.ts';
import type { Queue } from './makeQueue.ts';

/** An event, the key whose window it belongs to, and the value that is counted. */
export type WindowEvent = Position & {
  /** Its time in microseconds since 1970. */
  readonly us: number;
  readonly key: string;
  readonly value: string;
};

/** Successive events of one key whose overlapping windows all have enough different values. */
export type Burst = {
  readonly key: string;
  readonly first: Position;
  readonly last: Position;
  readonly eventCount: number;
  readonly valueCount: number;
  /** The greatest number of different values in one window. */
  readonly peak: number;
};

/** Which windows count. */
export type BurstRule = {
  readonly windowUs: number;
  /** The least number of different values in a window. */
  readonly least: number;
  /** A value with more events than this in the window does not count. */
  readonly mostOfValue: number;
  /** Only windows that end at or after this time count; they may contain earlier events. */
  readonly fromUs: number;
};

/** Takes events ordered by time; call `end` after the last. If a call returns a promise, await it before the next call. */
export type BurstFold = {
  readonly add: (event: WindowEvent) => Promise<void> | null;
  readonly end: () => Promise<void> | null;
};

/**
 * For each event at t, counts the different values of its key in (t - window, t], all events at t included. Reports bursts: the windows
 * that have enough different values, merged where they overlap. Overlapping windows share an event: the first event of the later window
 * also lies in the earlier one.
 *
 * Keeps in memory the events of one window and the different values of each burst that may still grow.
 */
export const foldBursts = (rule: BurstRule, onBurst: (burst: Burst) => void): BurstFold => {
  const states = new Map<string, State>();
  const queue = makeQueue<WindowEvent>();
  const touched = new Set<State>();
  let nowUs = -Infinity;

  /** Judges all events of one time together. */
  function* judge(): Steps {
    for (const state of touched) yield* judgeState(state, rule, onBurst);
    touched.clear();
  }
  function* expire(): Steps {
    for (
      let oldest = queue.oldest();
      oldest !== null && oldest.us <= nowUs - rule.windowUs;
      oldest = queue.oldest()
    ) {
      yield;
      queue.take();
      const state = states.get(oldest.key);
      if (state === undefined) continue;
      state.events.take();
      count(state, { value: oldest.value, by: -1, mostOfValue: rule.mostOfValue });
      if (state.events.oldest() !== null) continue;
      // The burst's last event has left the window, so no later window can overlap the burst.
      close(state, onBurst);
      states.delete(oldest.key);
    }
  }
  const take = (event: WindowEvent): void => {
    const state = states.get(event.key) ?? makeState(event.key);
    states.set(event.key, state);
    queue.put(event);
    state.events.put(event);
    count(state, { value: event.value, by: 1, mostOfValue: rule.mostOfValue });
    touched.add(state);
  };
  function* advance(event: WindowEvent): Steps {
    yield* judge();
    nowUs = event.us;
    yield* expire();
    take(event);
  }
  function* finish(): Steps {
    yield* judge();
    for (const state of states.values()) {
      yield;
      close(state, onBurst);
    }
    states.clear();
  }
  return {
    add: (event) => {
      if (event.us !== nowUs) return runSteps(advance(event));
      take(event);
      return null;
    },
    end: () => runSteps(finish()),
  };
};

/** Yields before each small step of work. */
type Steps = Generator<void, void>;

/** A key's events in the current window and its burst that may still grow. */
type State = {
  readonly key: string;
  readonly events: Queue<WindowEvent>;
  readonly counts: Map<string, number>;
  /** How many values of the window count. */
  counted: number;
  open: OpenBurst | null;
};

type OpenBurst = {
  readonly first: WindowEvent;
  readonly values: Set<string>;
  last: WindowEvent;
  eventCount: number;
  peak: number;
};

const makeState = (key: string): State => ({
  key,
  events: makeQueue(),
  counts: new Map(),
  counted: 0,
  open: null,
});

type Change = { readonly value: string; readonly by: 1 | -1; readonly mostOfValue: number };

const count = (state: State, { value, by, mostOfValue }: Change): void => {
  const before = state.counts.get(value) ?? 0;
  const after = before + by;
  if (after === 0) state.counts.delete(value);
  else state.counts.set(value, after);
  const counts = (events: number): number => (events > 0 && events <= mostOfValue ? 1 : 0);
  state.counted += counts(after) - counts(before);
};

function* judgeState(state: State, { least, fromUs }: BurstRule, onBurst: (burst: Burst) => void): Steps {
  yield;
  const first = state.events.oldest();
  const last = state.events.newest();
  if (first === null || last === null || last.us < fromUs || state.counted < least) return;
  if (state.open !== null && first.us > state.open.last.us) close(state, onBurst);
  const open = state.open ?? { first, last: first, values: new Set<string>(), eventCount: 0, peak: 0 };
  const knownUs = state.open === null ? -Infinity : open.last.us;
  state.open = open;
  for (const { us, value } of state.events.newestFirst()) {
    if (us <= knownUs) break;
    yield;
    open.eventCount += 1;
    open.values.add(value);
  }
  open.last = last;
  open.peak = Math.max(open.peak, state.counted);
}

const close = (state: State, onBurst: (burst: Burst) => void): void => {
  if (state.open === null) return;
  const { first, last, values, eventCount, peak } = state.open;
  state.open = null;
  onBurst({
    key: state.key,
    first: positionOf(first),
    last: positionOf(last),
    eventCount,
    valueCount: values.size,
    peak,
  });
};

const positionOf = ({ time, uuid }: Position): Position => ({ time, uuid });
