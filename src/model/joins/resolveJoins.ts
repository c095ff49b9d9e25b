import { addWork } from '../reserveWork.ts';

import { WAITS } from './join.ts';
import type { Ask, Join, NewNote, Note, NoteQuery, NoteValues, Tell } from './join.ts';

/** The changes that its join makes to a record that is not skipped. */
export type Joined = { readonly fill: NoteValues; readonly isUnlinked: boolean };

/**
 * The notes by host and key, the oldest first; `told` are those that a record left or changed. Mutable; changed only by the functions in
 * this file.
 */
export type Notes = Map<string, Map<string, KnownNote[]>>;

type KnownNote = { readonly timeMs: number; readonly values: NoteValues; readonly told: NewNote | null };

/** Prepares notes that are stored. */
export const addNote = (notes: Notes, { hostname, key, timeMs, values }: Note): void =>
  add(ofKey(notes, hostname, key), { timeMs, values, told: null });

/** Lists the notes that records left or changed, and that are still known. */
export function* listTold(notes: Notes): Generator<NewNote, void> {
  for (const ofHost of notes.values())
    for (const known of ofHost.values()) for (const { told } of known) if (told !== null) yield told;
}

/** Joins a record with the notes of earlier records, and adds the notes that it leaves. Returns the changes to the record; null if it is skipped. */
export const resolveJoin = (notes: Notes, join: Join): Joined | null => {
  const { joined, tells } = ask(notes, join);
  const left = join.tells.filter((tell) => isLeft(notes, join, { tell, isKept: joined !== null }));
  for (const tell of tells) leave(notes, join, tell);
  for (const tell of left) leave(notes, join, tell);
  addWork(JOIN_WEIGHT * (1 + join.asks.length + left.length));
  return joined;
};

/** In the units of WORK_PER_TURN. */
const JOIN_WEIGHT = 0.01;

const isLeft = (
  notes: Notes,
  join: Join,
  { tell: { ifKept, ifNoted, unlessNoted }, isKept }: { readonly tell: Tell; readonly isKept: boolean },
): boolean =>
  (isKept || ifKept !== true) &&
  (unlessNoted === undefined || findMatches(notes, join, unlessNoted).length === 0) &&
  (ifNoted === undefined || ifNoted.some((query) => findMatches(notes, join, query).length > 0));

const leave = (
  notes: Notes,
  { hostname, source, ...join }: Join,
  { key, values, keepMs, timeMs = join.timeMs }: Tell,
): void => {
  const told = { hostname, key, timeMs, values, source, keepMs };
  add(ofKey(notes, hostname, key), { timeMs, values, told });
};

type Found = { readonly joined: Joined | null; readonly tells: readonly Tell[] };

const ask = (notes: Notes, join: Join): Found => {
  let fill: NoteValues = NOTHING;
  let isUnlinked = false;
  for (const one of join.asks) {
    const found = findMatches(notes, join, one);
    const { effect } = one;
    switch (effect.kind) {
      case 'REQUIRE':
      case 'SKIP':
        if (found.length > 0 === (effect.kind === 'SKIP'))
          return { joined: null, tells: effect.tells ?? NO_TELLS };
        break;
      case 'TAKE': {
        const taken = take(one, effect, found[0]);
        if (taken !== null) return taken;
        break;
      }
      case 'PAIR': {
        const { unless } = effect;
        if (unless !== undefined && findMatches(notes, join, unless).length > 0) break;
        const paired = pair(one, effect, { timeMs: join.timeMs, found });
        if (paired !== null) return paired;
        break;
      }
      case 'UNLINK':
        isUnlinked ||= found.length > 0;
        break;
      case 'FILL':
        for (const { values } of found) fill = fillIn(fill, values, effect.fields);
    }
  }
  return { joined: { fill, isUnlinked }, tells: NO_TELLS };
};

const NOTHING: NoteValues = {};
const NO_TELLS: readonly Tell[] = [];

const take = (
  { key }: Ask,
  { by, keepMs }: Extract<Ask['effect'], { readonly kind: 'TAKE' }>,
  note: KnownNote | undefined,
): Found | null => {
  const { isOpen, takenBy } = note?.values ?? NOTHING;
  if (isOpen === true)
    return { joined: null, tells: [{ key, keepMs, values: { isOpen: false, takenBy: by } }] };
  return takenBy === by ? { joined: null, tells: NO_TELLS } : null;
};

const pair = (
  { key }: Ask,
  { keepMs, tells }: Extract<Ask['effect'], { readonly kind: 'PAIR' }>,
  { timeMs, found }: { readonly timeMs: number; readonly found: readonly KnownNote[] },
): Found | null => {
  for (const note of found) {
    const name = note.timeMs > timeMs ? undefined : findWaiting(note.values);
    if (name === undefined) continue;
    const noLonger = { key, keepMs, timeMs: note.timeMs, values: { [name]: false } };
    return { joined: null, tells: [noLonger, ...tells] };
  }
  return null;
};

const findWaiting = (values: NoteValues): string | undefined =>
  Object.keys(values).find((name) => name.startsWith(WAITS) && values[name] === true);

/** Sets the fields that are not set yet. */
const fillIn = (fill: NoteValues, values: NoteValues, fields: readonly string[]): NoteValues => {
  const more = fields.flatMap((field) => {
    const value = values[field];
    return value === undefined || fill[field] !== undefined ? [] : [[field, value] as const];
  });
  return more.length === 0 ? fill : { ...fill, ...Object.fromEntries(more) };
};

/** The notes that match, the latest first. */
const findMatches = (notes: Notes, { hostname, timeMs }: Join, query: NoteQuery): readonly KnownNote[] => {
  const known = notes.get(hostname)?.get(query.key);
  if (known === undefined) return NONE;
  const isLatest = query.latest === true;
  const untilMs = isLatest ? timeMs : timeMs + query.withinMs;
  const found: KnownNote[] = [];
  for (let index = known.length - 1; index >= 0; index -= 1) {
    const note = known[index];
    if (note === undefined || note.timeMs < timeMs - query.withinMs) break;
    if (note.timeMs > untilMs || !isNear(note.values, query)) continue;
    if (matches(note.values, query)) found.push(note);
    if (isLatest) break;
  }
  return found;
};

const NONE: readonly KnownNote[] = [];

const isNear = (values: NoteValues, { near = NOTHING }: NoteQuery): boolean =>
  Object.keys(near).every((name) => values[name] === undefined || values[name] === near[name]);

const matches = (values: NoteValues, { same = NOTHING, not = NOTHING }: NoteQuery): boolean =>
  Object.keys(same).every((name) => values[name] === same[name]) &&
  Object.keys(not).every((name) => values[name] !== not[name]);

const ofKey = (notes: Notes, hostname: string, key: string): KnownNote[] => {
  let ofHost = notes.get(hostname);
  if (ofHost === undefined) notes.set(hostname, (ofHost = new Map<string, KnownNote[]>()));
  let known = ofHost.get(key);
  if (known === undefined) ofHost.set(key, (known = []));
  return known;
};

/** Adds a note to one with the same key and time, such as of two records of auditd in one millisecond. */
const add = (known: KnownNote[], note: KnownNote): void => {
  const index = known.findLastIndex(({ timeMs }) => timeMs <= note.timeMs);
  const before = known[index];
  if (before?.timeMs === note.timeMs) {
    const values = { ...before.values, ...note.values };
    known[index] = { ...note, values, told: note.told && { ...note.told, values } };
  } else known.splice(index + 1, 0, note);
  if (known.length > MAX_NOTES_PER_KEY) known.shift();
};

/** The number of notes with one key, the latest ones: an attack leaves thousands. */
export const MAX_NOTES_PER_KEY = 1000;
