import type { Position } from '../sessionEvent.ts';

import { runSteps } from '../runSteps.ts';

import { makeQueue } from './makeQueue.ts';
import type { Queue } from './makeQueue.ts';

/** An event in a window: whose window it is in, and what is counted there. */
export type WindowEvent = Position & {
  /** Microseconds since 1970 of its time. */
  readonly us: number;
  readonly key: string;
  readonly value: string;
};

/** Events of one key, from the first to the last, in which some window had enough different values at every step. */
export type Stretch = {
  readonly key: string;
  readonly first: Position;
  readonly last: Position;
  readonly eventCount: number;
  readonly valueCount: number;
  /** The most different values that a window had. */
  readonly peak: number;
};

export type StretchRule = {
  readonly windowUs: number;
  /** A window with so many different values is one to find. */
  readonly least: number;
  /** A value with more events in the window does not count. */
  readonly mostOfValue: number;
  /** Windows end at this moment or later; events before it are only looked back at. */
  readonly fromUs: number;
};

/** Takes events ordered by time; `end` comes after the last. Wait for what is not null before the next call. */
export type StretchFold = {
  readonly add: (event: WindowEvent) => Promise<void> | null;
  readonly end: () => Promise<void> | null;
};

/**
 * Finds, for each event at t, the different values among the events of its key in (t - window, t], the ones of the same time included, and
 * the stretches of windows that have enough of them. Stretches that overlap are one: they share an event then, since what
 * the later window begins with lies in the earlier one too.
 *
 * In memory are the events of one window's length, and of each stretch that may yet grow its different values.
 */
export const foldStretches = (rule: StretchRule, onStretch: (stretch: Stretch) => void): StretchFold => {
  const states = new Map<string, State>();
  const queue = makeQueue<WindowEvent>();
  const touched = new Set<State>();
  let nowUs = -Infinity;

  /** Events of one time are judged together, when all of them are there. */
  function* judge(): Steps {
    for (const state of touched) yield* judgeState(state, rule, onStretch);
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
      // The stretch's last event has left the window, so no later window can overlap it.
      close(state, onStretch);
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
      close(state, onStretch);
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

/** Each `yield` comes before a small step. */
type Steps = Generator<void, void>;

/** What is known of a key: its events in the window, and its stretch that may yet grow. */
type State = {
  readonly key: string;
  readonly events: Queue<WindowEvent>;
  readonly counts: Map<string, number>;
  /** How many values count. */
  counted: number;
  open: OpenStretch | null;
};

type OpenStretch = {
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

function* judgeState(
  state: State,
  { least, fromUs }: StretchRule,
  onStretch: (stretch: Stretch) => void,
): Steps {
  yield;
  const first = state.events.oldest();
  const last = state.events.newest();
  if (first === null || last === null || last.us < fromUs || state.counted < least) return;
  if (state.open !== null && first.us > state.open.last.us) close(state, onStretch);
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

const close = (state: State, onStretch: (stretch: Stretch) => void): void => {
  if (state.open === null) return;
  const { first, last, values, eventCount, peak } = state.open;
  state.open = null;
  onStretch({
    key: state.key,
    first: positionOf(first),
    last: positionOf(last),
    eventCount,
    valueCount: values.size,
    peak,
  });
};

const positionOf = ({ time, uuid }: Position): Position => ({ time, uuid });
