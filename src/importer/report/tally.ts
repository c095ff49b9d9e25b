import type { ContextKind } from '../../model/contextEvent.ts';

import { splitContextEvent } from '../../sensors/contextEventInput.ts';
import type { Outcome, RecordOrigin } from '../../sensors/sensor.ts';

/** How often something happened, and where it happened first. */
export type Reason = { readonly count: number; readonly examples: readonly string[] };

export type Reasons = ReadonlyMap<string, Reason>;

/**
 * The results of all records: records = events + context events - extra + skipped + unrelated + notUnderstood + failed, and events + context events =
 * accepted + duplicates + rejected + notStored + unconfirmed. Mutable: change it only with the functions of this file.
 */
export type Tally = ItemCounts & {
  records: number;
  /** Events and context events beyond the first of their record. */
  extra: number;
  accepted: number;
  duplicates: number;
  /** Dry run only: the items that would be sent to the server. */
  valid: number;
  readonly skipped: Map<string, Reason>;
  readonly unrelated: Map<string, Reason>;
  /** By the text of the record, with its values masked. */
  readonly notUnderstood: Map<string, Reason>;
  readonly failed: Map<string, Reason>;
  /** By the server's code. */
  readonly rejected: Map<string, Reason>;
  /** Events and context events that were not sent, or that the server did not store, by reason. */
  readonly notStored: Map<string, Reason>;
  /** Events and context events that may be stored, because the answer was lost, by reason. */
  readonly unconfirmed: Map<string, Reason>;
  readonly files: Map<string, Counts>;
  /** By the name of the record in its source: `security 4624`. */
  readonly sensorEvents: Map<string, Counts>;
};

/** The results of the records of a file or of a kind. */
export type Counts = ItemCounts & { records: number } & Record<
    'skipped' | 'unrelated' | 'notUnderstood' | 'failed',
    number
  >;

/** The number of events, and of context events by kind. */
type ItemCounts = { events: number } & Record<(typeof CONTEXT_COUNTS)[ContextKind], number>;

/** The names of the counts of context events. */
export const CONTEXT_COUNTS = {
  HOST_START: 'hostStarts',
  HOST_STOP: 'hostStops',
  HOST_SEEN: 'hostSeen',
  DISCONNECT: 'disconnects',
} as const satisfies Record<ContextKind, string>;

const NO_ITEMS: Readonly<ItemCounts> = {
  events: 0,
  hostStarts: 0,
  hostStops: 0,
  hostSeen: 0,
  disconnects: 0,
};

/** The number of events and context events. */
export const countItems = ({ events, ...counts }: ItemCounts): number =>
  Object.values(CONTEXT_COUNTS).reduce((sum, name) => sum + counts[name], events);

export const makeTally = (): Tally => ({
  ...NO_ITEMS,
  records: 0,
  extra: 0,
  accepted: 0,
  duplicates: 0,
  valid: 0,
  skipped: new Map(),
  unrelated: new Map(),
  notUnderstood: new Map(),
  failed: new Map(),
  rejected: new Map(),
  notStored: new Map(),
  unconfirmed: new Map(),
  files: new Map(),
  sensorEvents: new Map(),
});

const MAX_EXAMPLES = 3;
/** Reasons contain channel names from the file. Reasons beyond this number are counted together. */
const MAX_REASONS = 200;
const OTHERS = 'other reasons';

/** Adds one to a reason. `example` is called only when the example will be shown. */
export const countReason = (
  reasons: Map<string, Reason>,
  reason: string,
  example: () => string = () => '',
): void => {
  const key = reasons.has(reason) || reasons.size < MAX_REASONS ? reason : OTHERS;
  const { count, examples } = reasons.get(key) ?? NONE;
  const isFull = examples.length >= MAX_EXAMPLES;
  reasons.set(key, { count: count + 1, examples: isFull ? examples : [...examples, example()] });
};

/** Counts an outcome for its file and for its kind of record. */
export const countOutcome = ({ files, sensorEvents }: Tally, outcome: Outcome): void => {
  const { file, sensorEvent } = outcome.origin;
  for (const [groups, name] of [
    [files, file],
    [sensorEvents, sensorEvent],
  ] as const) {
    const key = groups.has(name) || groups.size < MAX_GROUPS ? name : OTHER_GROUPS;
    const counts = groups.get(key) ?? { ...NO_ITEMS, records: 0, ...NO_OTHERS };
    groups.set(key, counts);
    if (!('isExtra' in outcome)) counts.records += 1;
    counts[nameOfCount(outcome)] += 1;
  }
};

const NO_OTHERS = { skipped: 0, unrelated: 0, notUnderstood: 0, failed: 0 } as const;

/** Limited because channel names come from the file. */
const MAX_GROUPS = 5_000;
const OTHER_GROUPS = 'others';

const nameOfCount = (outcome: Outcome): keyof Counts =>
  outcome.kind === 'CONTEXT'
    ? CONTEXT_COUNTS[splitContextEvent(outcome.event).kind]
    : COUNTED_AS[outcome.kind];

const COUNTED_AS = {
  EVENT: 'events',
  SKIPPED: 'skipped',
  UNRELATED: 'unrelated',
  NOT_UNDERSTOOD: 'notUnderstood',
  FAILED: 'failed',
} as const satisfies Record<Exclude<Outcome['kind'], 'CONTEXT'>, keyof Counts>;

const NONE: Reason = { count: 0, examples: [] };

/** Sums the counts of all reasons. */
export const sumReasons = (reasons: Reasons): number =>
  [...reasons.values()].reduce((sum, { count }) => sum + count, 0);

/** `security.jsonl:17` */
export const formatOrigin = ({ file, line }: RecordOrigin): string => `${nameOfFile(file)}:${line}`;

export const nameOfFile = (file: string): string => (file === '-' ? 'standard input' : file);
