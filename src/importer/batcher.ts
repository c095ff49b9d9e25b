import type { OutgoingEvent } from './outgoingEvent.ts';

/** Collects events into batches. A value with state: change it only through the functions here. */
export type Batcher = {
  events: OutgoingEvent[];
  characters: number;
  full: (readonly OutgoingEvent[])[];
};

const MAX_EVENTS = 1_000;
/** Below the server's 8 MiB also where every character takes three bytes; a usual batch has 0.3 million. */
const MAX_CHARACTERS = 2_500_000;

export const makeBatcher = (): Batcher => ({ events: [], characters: 0, full: [] });

/** Adds an event; a batch is full at 1,000 events or 2.5 million characters. */
export const addEvent = (batcher: Batcher, event: OutgoingEvent): void => {
  const isFull =
    batcher.events.length >= MAX_EVENTS || batcher.characters + event.json.length > MAX_CHARACTERS;
  if (isFull && batcher.events.length > 0) close(batcher);
  batcher.events.push(event);
  batcher.characters += event.json.length;
};

/** Takes the batches that are full. */
export const takeBatches = (batcher: Batcher): readonly (readonly OutgoingEvent[])[] => {
  const { full } = batcher;
  if (full.length > 0) batcher.full = [];
  return full;
};

/** Takes all that is left. */
export const takeRest = (batcher: Batcher): readonly (readonly OutgoingEvent[])[] => {
  if (batcher.events.length > 0) close(batcher);
  return takeBatches(batcher);
};

const close = (batcher: Batcher): void => {
  batcher.full.push(batcher.events);
  batcher.events = [];
  batcher.characters = 0;
};
