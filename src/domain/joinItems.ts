import { createHash } from 'node:crypto';

import type { AskedNotes } from '../db/joinNotes.ts';
import type { ItemsToStore, Joining } from '../db/storeItems.ts';

import { compareTexts } from '../model/compare.ts';
import type { NewContextEvent } from '../model/contextEvent.ts';
import { parseEventInput } from '../model/eventInput.ts';
import type { EventInput } from '../model/eventInput.ts';
import type { Join, NewNote, NoteValues, Tell } from '../model/joins/join.ts';
import { addNote, noteKey, resolveJoin } from '../model/joins/resolveJoins.ts';
import type { Joined, Notes } from '../model/joins/resolveJoins.ts';
import { eachInSlices, mapInSlices, weighLittle } from '../model/mapInSlices.ts';
import { addWork } from '../model/reserveWork.ts';
import { parseStyledHostname } from '../model/readField.ts';
import type { InputRules } from '../model/readField.ts';
import type { Action } from '../model/action.ts';
import type { NewEvent } from '../model/sessionEvent.ts';
import { sortInSlices } from '../model/sortInSlices.ts';

/** The join of a record: of an event or a context event, by its index, or of a record that only leaves notes. */
export type ItemJoin = {
  readonly join: Join;
  readonly item: { readonly list: 'EVENTS' | 'CONTEXT_EVENTS'; readonly index: number } | null;
};

/** Items as they were sent, with null for the rejected ones. */
export type ParsedItems = {
  readonly inputs: readonly { readonly action: Action; readonly input: EventInput }[];
  readonly events: readonly (NewEvent | null)[];
  readonly contextEvents: readonly (NewContextEvent | null)[];
};

/** The items after their joins, with null for those that were rejected or skipped. */
export type JoinedLists = Pick<ParsedItems, 'events' | 'contextEvents'> & { readonly skipped: number };

/** Prepares the joins of items, in the order of their records, for the transaction that stores them. */
export const makeJoining = async (
  joins: readonly ItemJoin[],
  parsed: ParsedItems,
  {
    rules,
    finish,
  }: { readonly rules: InputRules; readonly finish: (lists: JoinedLists) => Promise<ItemsToStore> },
): Promise<Joining> => {
  const steps: ItemJoin[] = [];
  const hostnames = new Set<string>();
  const asked = new Map<string, AskedNotes>();
  await eachInSlices(
    joins,
    (one) => {
      const step = toStep(one, parsed, rules);
      if (step === null) return;
      steps.push(step);
      hostnames.add(step.join.hostname);
      noteAsked(asked, step.join);
    },
    weighStep,
  );
  return {
    hostnames: [...hostnames],
    asked: [...asked.values()],
    resolve: async (stored) => {
      const notes: Notes = new Map();
      await eachInSlices(stored, (note) => addNote(notes, note), weighLittle);
      const events = [...parsed.events];
      const contextEvents = [...parsed.contextEvents];
      const told = new Map<string, NewNote>();
      let skipped = 0;
      await eachInSlices(
        steps,
        ({ join, item }) => {
          const { joined, told: left } = resolveJoin(notes, join);
          for (const note of left) told.set(`${noteKey(note.hostname, note.key)}\n${note.timeMs}`, note);
          if (item === null) return;
          if (joined === null) skipped += 1;
          const { list, index } = item;
          if (list === 'CONTEXT_EVENTS')
            contextEvents[index] = joined && applyToContext(contextEvents[index], joined);
          else events[index] = joined && applyToEvent(parsed, index, { joined, rules });
        },
        weighStep,
      );
      const items = await finish({ events, contextEvents, skipped });
      const list = await mapInSlices(told, (one) => one, weighLittle);
      const sorted = await sortInSlices(list, ([a], [b]) => compareTexts(a, b));
      return { items, notes: await mapInSlices(sorted, ([, note]) => note, weighLittle) };
    },
  };
};

/** Looking up a few notes, or making some. */
const weighStep = (): number => 2;

/** Null for a record that was rejected, or that names no valid host. */
const toStep = (
  { join, item }: ItemJoin,
  { events, contextEvents }: ParsedItems,
  rules: InputRules,
): ItemJoin | null => {
  const hostname =
    item === null
      ? findHostname(join.hostname, rules)
      : (item.list === 'EVENTS' ? events[item.index] : contextEvents[item.index])?.hostname;
  if (hostname === undefined) return null;
  const asks = join.asks.map((one) => {
    const key = fitKey(one.key);
    return one.effect.kind === 'SKIP' && one.effect.tells !== undefined
      ? { ...one, key, effect: { ...one.effect, tells: one.effect.tells.map(fitTell) } }
      : { ...one, key };
  });
  return { join: { ...join, hostname, asks, tells: join.tells.map(fitTell) }, item };
};

const findHostname = (hostname: string, rules: InputRules): string | undefined => {
  try {
    return parseStyledHostname(hostname, 'hostname', rules);
  } catch {
    return undefined;
  }
};

/** Keys contain names from logs, which may be long or contain what Postgres refuses. */
const fitKey = (key: string): string =>
  key.length <= MAX_TEXT && isStorable(key) ? key : createHash('sha256').update(key).digest('hex');

/** A value that cannot be stored is left out. */
const fitTell = (tell: Tell): Tell => {
  const values: NoteValues = Object.fromEntries(
    Object.entries(tell.values).filter(
      ([, value]) => typeof value !== 'string' || (value.length <= MAX_TEXT && isStorable(value)),
    ),
  );
  return { ...tell, key: fitKey(tell.key), values };
};

const MAX_TEXT = 400;
const isStorable = (text: string): boolean => text.isWellFormed() && !text.includes('\0');

/** Adds the notes that a join asks for: one range of times per host and key. */
const noteAsked = (asked: Map<string, AskedNotes>, { hostname, timeMs, asks, tells }: Join): void => {
  const ofTells = tells.flatMap(({ ifNoted = [], unlessNoted }) =>
    unlessNoted === undefined ? ifNoted : [...ifNoted, unlessNoted],
  );
  for (const { key, withinMs } of [...asks, ...ofTells]) {
    const place = noteKey(hostname, key);
    const fromMs = Math.floor(timeMs - withinMs);
    const untilMs = Math.ceil(timeMs + withinMs);
    const before = asked.get(place);
    asked.set(place, {
      hostname,
      key,
      fromMs: Math.min(fromMs, before?.fromMs ?? fromMs),
      untilMs: Math.max(untilMs, before?.untilMs ?? untilMs),
    });
  }
};

type Applied = { readonly joined: Joined; readonly rules: InputRules };

/** Sets the fields that the joins found. An event that they would make invalid stays as it is. */
const applyToEvent = (
  { events, inputs }: ParsedItems,
  index: number,
  { joined, rules }: Applied,
): NewEvent | null => {
  const event = events[index] ?? null;
  const { action, input } = inputs[index] ?? {};
  if (event === null || action === undefined || input === undefined) return null;
  const lacking = Object.entries(joined.fill).filter(
    ([name]) => (input[name as keyof EventInput] ?? null) === null,
  );
  if (lacking.length === 0 && !joined.isUnlinked) return event;
  const filled = {
    ...input,
    ...Object.fromEntries(lacking),
    ...(joined.isUnlinked ? { loginId: null } : {}),
  };
  addWork(1);
  const parsed = parseEventInput(action, filled, rules);
  return parsed.kind === 'EVENT' ? parsed.event : event;
};

/** The only context event with a login id is a disconnect; its identity does not depend on the id. */
const applyToContext = (
  event: NewContextEvent | null | undefined,
  { isUnlinked }: Joined,
): NewContextEvent | null =>
  isUnlinked && event?.kind === 'DISCONNECT' ? { ...event, loginId: null } : (event ?? null);
