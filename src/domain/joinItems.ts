import { createHash } from 'node:crypto';

import type { ItemsToStore, Joining } from '../db/storeTogether.ts';

import type { NewContextEvent } from '../model/contextEvent.ts';
import { parseEventInput } from '../model/eventInput.ts';
import type { EventInput } from '../model/eventInput.ts';
import type { Ask, Join, NoteQuery, NoteValues, Tell } from '../model/joins/join.ts';
import { addNote, listTold, resolveJoin } from '../model/joins/resolveJoins.ts';
import type { Joined, Notes } from '../model/joins/resolveJoins.ts';
import { eachInSlices, mapInSlices, weighLittle } from '../model/mapInSlices.ts';
import { addWork } from '../model/reserveWork.ts';
import { parseStyledHostname } from '../model/readField.ts';
import type { InputRules } from '../model/readField.ts';
import type { Action } from '../model/action.ts';
import type { NewEvent } from '../model/sessionEvent.ts';

/** The join of a record: of an event or a context event, by its index, or of a record that only leaves notes. */
export type ItemJoin = {
  readonly join: Join;
  readonly item: { readonly list: 'EVENTS' | 'CONTEXT_EVENTS'; readonly index: number } | null;
};

type EventAsSent = { readonly action: Action; readonly input: EventInput };

/** Items as they were sent, with null for the rejected ones. */
export type ParsedItems = {
  readonly inputs: readonly EventAsSent[];
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
  let withoutItem = 0;
  const hostnames = new Set<string>();
  const asked: Asked = new Map();
  await eachInSlices(
    joins,
    (one) => {
      const step = toStep(one, parsed, rules);
      if (step === null) return;
      steps.push(step);
      if (step.item === null) withoutItem += 1;
      hostnames.add(step.join.hostname);
      addAsked(asked, step.join);
    },
    weighStep,
  );
  return {
    withoutItem,
    hostnames: [...hostnames],
    asked: [...asked.values()].flatMap((ofHost) => [...ofHost.values()]),
    resolve: async (stored) => {
      const notes: Notes = new Map();
      await eachInSlices(stored, (note) => addNote(notes, note), weighLittle);
      const events = [...parsed.events];
      const contextEvents = [...parsed.contextEvents];
      let skipped = 0;
      await eachInSlices(
        steps,
        ({ join, item }) => {
          const joined = resolveJoin(notes, join);
          if (item === null) return;
          const { list, index } = item;
          let isKept = true;
          if (list === 'CONTEXT_EVENTS') {
            contextEvents[index] = joined && applyToContext(contextEvents[index], joined);
            isKept = joined !== null;
          } else {
            events[index] = joined
              ? applyToEvent(events[index], parsed.inputs[index], { joined, rules })
              : resolveOtherwise(notes, join, rules);
            isKept = joined !== null || events[index] !== null;
          }
          if (!isKept) skipped += 1;
        },
        weighStep,
      );
      const items = await finish({ events, contextEvents, skipped });
      return { items, notes: await mapInSlices(listTold(notes), (note) => note, weighLittle) };
    },
  };
};

/** Looking up a few notes, or making some. */
const weighStep = (): number => 0.5;

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
  return hostname === undefined ? null : { join: fitJoin(join, hostname), item };
};

const findHostname = (hostname: string, rules: InputRules): string | undefined => {
  try {
    return parseStyledHostname(hostname, 'hostname', rules);
  } catch {
    return undefined;
  }
};

const fitJoin = (join: Join, hostname: string): Join => {
  const fitted = { ...join, hostname, asks: join.asks.map(fitAsk), tells: join.tells.map(fitTell) };
  const { otherwise } = join;
  return otherwise === undefined
    ? fitted
    : { ...fitted, otherwise: { ...otherwise, join: fitJoin(otherwise.join, hostname) } };
};

const fitAsk = (one: Ask): Ask => {
  const key = fitKey(one.key);
  const { effect } = one;
  if (effect.kind === 'PAIR') {
    const { unless } = effect;
    const fitted = { ...effect, tells: effect.tells.map(fitTell) };
    if (unless === undefined) return { ...one, key, effect: fitted };
    return { ...one, key, effect: { ...fitted, unless: { ...unless, key: fitKey(unless.key) } } };
  }
  if ('tells' in effect && effect.tells !== undefined)
    return { ...one, key, effect: { ...effect, tells: effect.tells.map(fitTell) } };
  return key === one.key ? one : { ...one, key };
};

/** Keys contain names from logs, which may be long or contain what Postgres refuses. */
const fitKey = (key: string): string =>
  isStorable(key) ? key : createHash('sha256').update(key).digest('hex');

/** A value that cannot be stored is left out. */
const fitTell = (tell: Tell): Tell => {
  const key = fitKey(tell.key);
  if (key === tell.key && Object.values(tell.values).every(isStorable)) return tell;
  const values: NoteValues = Object.fromEntries(
    Object.entries(tell.values).filter(([, value]) => isStorable(value)),
  );
  return { ...tell, key, values };
};

const MAX_TEXT = 400;
const isStorable = (value: NoteValues[string]): boolean =>
  typeof value !== 'string' || (value.length <= MAX_TEXT && value.isWellFormed() && !value.includes('\0'));

/** As AskedNotes; mutable. */
type Range = { readonly hostname: string; readonly key: string; fromMs: number; untilMs: number };

/** By host and key. */
type Asked = Map<string, Map<string, Range>>;

/** Adds the notes that a join asks for. */
const addAsked = (asked: Asked, join: Join): void => {
  for (const one of join.asks) {
    addQuery(asked, join, one);
    if (one.effect.kind === 'PAIR' && one.effect.unless !== undefined)
      addQuery(asked, join, one.effect.unless);
  }
  for (const { ifNoted = NO_QUERIES, unlessNoted } of join.tells) {
    for (const query of ifNoted) addQuery(asked, join, query);
    if (unlessNoted !== undefined) addQuery(asked, join, unlessNoted);
  }
  if (join.otherwise !== undefined) addAsked(asked, join.otherwise.join);
};

const NO_QUERIES: readonly NoteQuery[] = [];

/** One range of times per host and key. */
const addQuery = (asked: Asked, { hostname, timeMs }: Join, { key, withinMs, latest }: NoteQuery): void => {
  const fromMs = Math.floor(timeMs - withinMs);
  const untilMs = Math.ceil(latest === true ? timeMs : timeMs + withinMs);
  let ofHost = asked.get(hostname);
  if (ofHost === undefined) asked.set(hostname, (ofHost = new Map<string, Range>()));
  const range = ofHost.get(key);
  if (range === undefined) {
    ofHost.set(key, { hostname, key, fromMs, untilMs });
    return;
  }
  range.fromMs = Math.min(range.fromMs, fromMs);
  range.untilMs = Math.max(range.untilMs, untilMs);
};

type Applied = { readonly joined: Joined; readonly rules: InputRules };

/** Sets the fields that the joins found. An event that they would make invalid stays as it is. */
const applyToEvent = (
  event: NewEvent | null | undefined,
  sent: EventAsSent | undefined,
  { joined, rules }: Applied,
): NewEvent | null => {
  if (!event || sent === undefined) return null;
  const { action, input } = sent;
  const names = Object.keys(joined.fill) as (keyof EventInput)[];
  const lacking = names.filter((name) => (input[name] ?? null) === null);
  if (lacking.length === 0 && !joined.isUnlinked) return event;
  const fill = Object.fromEntries(lacking.map((name) => [name, joined.fill[name]]));
  const filled = { ...input, ...fill, ...(joined.isUnlinked ? { loginId: null } : {}) };
  addWork(1);
  const parsed = parseEventInput(action, filled, rules);
  return parsed.kind === 'EVENT' ? parsed.event : event;
};

/** Returns what a skipped record becomes instead; null if it becomes nothing. */
const resolveOtherwise = (notes: Notes, { otherwise }: Join, rules: InputRules): NewEvent | null => {
  if (otherwise === undefined) return null;
  const joined = resolveJoin(notes, otherwise.join);
  if (joined === null) return null;
  addWork(1);
  const parsed = parseEventInput(otherwise.action, otherwise.input, rules);
  return parsed.kind === 'EVENT' ? applyToEvent(parsed.event, otherwise, { joined, rules }) : null;
};

/** The only context event with a login id is a disconnect; its identity does not depend on the id. */
const applyToContext = (
  event: NewContextEvent | null | undefined,
  { isUnlinked }: Joined,
): NewContextEvent | null =>
  isUnlinked && event?.kind === 'DISCONNECT' ? { ...event, loginId: null } : (event ?? null);
