import { addWork } from '../reserveWork.ts';

import type { Join, NewNote, Note, NoteQuery, NoteValues, Tell } from './join.ts';

/** The changes that its join makes to a record that is not skipped. */
export type Joined = { readonly fill: NoteValues; readonly isUnlinked: boolean };

/** The notes of hosts, by host and key. Mutable; changed only by the functions in this file. */
export type Notes = Map<string, Note[]>;

/** The key by which a note of a host is found. */
export const noteKey = (hostname: string, key: string): string => `${hostname}\n${key}`;

/**
 * Joins a record with the notes of earlier records, and adds the notes that it leaves.
 *
 * @returns the changes to the record, null if it is skipped; and the notes that it leaves.
 */
export const resolveJoin = (
  notes: Notes,
  join: Join,
): { joined: Joined | null; told: readonly NewNote[] } => {
  const found = ask(notes, join);
  const tells = [
    ...(found.tells ?? []),
    ...join.tells.filter((one) => (found.joined !== null || one.ifKept !== true) && isLeft(notes, join, one)),
  ];
  const told = tells.map((tell) => {
    const note = noteOf(join, tell);
    return { ...note, values: addNote(notes, note) };
  });
  addWork(JOIN_WEIGHT * (1 + join.asks.length + told.length));
  return { joined: found.joined, told };
};

/** In the units of WORK_PER_TURN. */
const JOIN_WEIGHT = 0.01;

const isLeft = (notes: Notes, join: Join, { ifNoted, unlessNoted }: Tell): boolean => {
  const isNoted = (query: NoteQuery): boolean => findMatches(notes, join, query).length > 0;
  if (unlessNoted !== undefined && isNoted(unlessNoted)) return false;
  return ifNoted === undefined || ifNoted.some(isNoted);
};

type Found = { readonly joined: Joined | null; readonly tells?: readonly Tell[] };

const ask = (notes: Notes, join: Join): Found => {
  const fill: Record<string, string | number | boolean> = {};
  let isUnlinked = false;
  for (const one of join.asks) {
    const found = findMatches(notes, join, one);
    const { effect } = one;
    if (effect.kind === 'REQUIRE') {
      if (found.length === 0) return { joined: null };
    } else if (found.length > 0) {
      if (effect.kind === 'SKIP') return { joined: null, tells: effect.tells ?? [] };
      if (effect.kind === 'UNLINK') isUnlinked = true;
      else for (const { values } of found) fillIn(fill, values, effect.fields);
    }
  }
  return { joined: { fill, isUnlinked } };
};

/** Sets the fields that are not set yet. */
const fillIn = (
  fill: Record<string, string | number | boolean>,
  values: NoteValues,
  fields: readonly string[],
): void => {
  for (const field of fields) {
    const value = values[field];
    if (value !== undefined) fill[field] ??= value;
  }
};

/** The notes that match, the latest first. */
const findMatches = (
  notes: Notes,
  { hostname, timeMs }: Join,
  { key, ...asked }: NoteQuery,
): readonly Note[] => {
  const known = notes.get(noteKey(hostname, key)) ?? [];
  const near = known
    .filter((note) => Math.abs(note.timeMs - timeMs) <= asked.withinMs)
    .toSorted((a, b) => b.timeMs - a.timeMs);
  const considered = asked.latest === true ? near.filter((note) => note.timeMs <= timeMs).slice(0, 1) : near;
  return considered.filter(({ values }) => matches(values, asked));
};

const matches = (values: NoteValues, { same = {}, near = {}, not = {} }: Omit<NoteQuery, 'key'>): boolean =>
  Object.entries(same).every(([name, value]) => values[name] === value) &&
  Object.entries(near).every(([name, value]) => values[name] === undefined || values[name] === value) &&
  Object.entries(not).every(([name, value]) => values[name] !== value);

const noteOf = (join: Join, { key, values, keepMs, timeMs = join.timeMs }: Tell): NewNote => ({
  hostname: join.hostname,
  key,
  timeMs,
  values,
  keepMs,
});

/** Adds a note to one with the same key and time, such as of two records of auditd in one millisecond; returns the values of both. */
export const addNote = (notes: Notes, { hostname, key, timeMs, values }: Note): NoteValues => {
  const place = noteKey(hostname, key);
  const known = notes.get(place) ?? [];
  const before = known.find((note) => note.timeMs === timeMs);
  const merged = before === undefined ? values : { ...before.values, ...values };
  const others = before === undefined ? known : known.filter((note) => note !== before);
  notes.set(place, [...others, { hostname, key, timeMs, values: merged }].slice(-MAX_NOTES_PER_KEY));
  return merged;
};

/** The number of notes with one key, the last ones added: an attack leaves thousands. */
export const MAX_NOTES_PER_KEY = 32;
