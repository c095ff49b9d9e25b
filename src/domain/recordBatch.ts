import { eachInSlices, mapInSlices } from '../model/mapInSlices.ts';
import type { InputError, Parsed } from '../model/readField.ts';
import { Refusal } from '../model/refusal.ts';
import type { EventKey } from '../model/sessionEvent.ts';
import { sortInSlices } from '../model/sortInSlices.ts';

const MAX_BATCH = 5000;

/** What became of one item, in the order of the call. */
export type Verdict =
  | { readonly status: 'ACCEPTED' | 'DUPLICATE'; readonly key: EventKey; readonly notes: readonly Note[] }
  | { readonly status: 'REJECTED'; readonly errors: readonly InputError[] };

/** Something to know about an event that was kept. */
export type Note = { readonly code: 'NO_LOGIN_ID'; readonly message: string };

/** How items of a kind are recorded. */
export type Recording<Input, Item> = {
  /** The argument that they came in, for refusals. */
  readonly field: string;
  readonly parse: (input: Input) => Parsed<Item>;
  /** Commits them, sorted by key and each once; gives the uuids of those that were new. */
  readonly store: (items: readonly Item[]) => Promise<ReadonlySet<string>>;
  readonly notesOn: (item: Item) => readonly Note[];
};

/** Parses, stores and judges the items of one call; a bad one is rejected by itself. */
export const recordBatch = async <Input, Item extends EventKey>(
  inputs: readonly Input[],
  { field, parse, store, notesOn }: Recording<Input, Item>,
): Promise<readonly Verdict[]> => {
  if (inputs.length === 0 || inputs.length > MAX_BATCH) {
    const message = `${field} has ${inputs.length} ${field}; send 1 to ${MAX_BATCH} in a call.`;
    throw new Refusal('BAD_BATCH_SIZE', message, field);
  }
  const parsed = await mapInSlices(inputs, parse);
  const inserted = await store(await sortedUnique(parsed));
  return judge(parsed, inserted, notesOn);
};

/** The verdict on each item, when those with these uuids were new. */
const judge = async <Item extends EventKey>(
  parsed: readonly Parsed<Item>[],
  inserted: ReadonlySet<string>,
  notesOn: (item: Item) => readonly Note[],
): Promise<readonly Verdict[]> => {
  const seen = new Set<string>();
  return mapInSlices<Parsed<Item>, Verdict>(parsed, (result) => {
    if (result.kind === 'ERRORS') return { status: 'REJECTED', errors: result.errors };
    const { event } = result;
    const isNew = inserted.has(event.uuid) && !seen.has(event.uuid);
    seen.add(event.uuid);
    return { status: isNew ? 'ACCEPTED' : 'DUPLICATE', key: event, notes: notesOn(event) };
  });
};

/** Sorted by primary key over the whole call, so that calls that share events never deadlock. */
export const sortedUnique = async <Item extends EventKey>(
  parsed: readonly Parsed<Item>[],
): Promise<readonly Item[]> => {
  const byUuid = new Map<string, Item>();
  await eachInSlices(parsed, (result) => {
    if (result.kind === 'EVENT' && !byUuid.has(result.event.uuid))
      byUuid.set(result.event.uuid, result.event);
  });
  return sortInSlices([...byUuid.values()], compareKeys);
};

const compareKeys = (a: EventKey, b: EventKey): number =>
  compare(a.hostname, b.hostname) || compare(a.time, b.time) || compare(a.uuid, b.uuid);

const compare = (a: string, b: string): number => {
  if (a === b) return 0;
  return a < b ? -1 : 1;
};
