import { describe, expect, test } from '@jest/globals';

import type { Ask, Join, Note, Tell } from '../../../src/model/joins/join.ts';
import { addNote, listTold, MAX_NOTES_PER_KEY, resolveJoin } from '../../../src/model/joins/resolveJoins.ts';
import type { Notes } from '../../../src/model/joins/resolveJoins.ts';

const T = Date.UTC(2026, 8, 1);

const makeNotes = (stored: readonly Note[]): Notes => {
  const notes: Notes = new Map();
  for (const note of stored) addNote(notes, note);
  return notes;
};

const aJoin = (join: Partial<Join>): Join => ({
  hostname: 'WEB1',
  timeMs: T,
  source: 'text',
  asks: [],
  tells: [],
  ...join,
});
const tell = (key: string, values: Tell['values'] = {}, more: Partial<Tell> = {}): Tell => ({
  key,
  values,
  keepMs: 1000,
  ...more,
});
const skipIf = (more: Partial<Ask> = {}): Ask => ({
  key: 'a',
  withinMs: 5000,
  effect: { kind: 'SKIP' },
  ...more,
});

/** The keys of the notes that are left after a record. */
const toldBy = (notes: Notes, join: Join): readonly string[] => {
  resolveJoin(notes, join);
  return [...listTold(notes)].map(({ key }) => key);
};

/** The result of a record that asks, after others left notes with the key `a`. */
const askAfter = (told: readonly Partial<Join>[], ask: Ask, join: Partial<Join> = {}) => {
  const notes = makeNotes([]);
  for (const one of told) resolveJoin(notes, aJoin(one));
  return resolveJoin(notes, aJoin({ asks: [ask], ...join }));
};
const KEPT = { fill: {}, isUnlinked: false };

describe('a record is skipped', () => {
  test.each([
    ['by a note within the time before', T - 5000, null],
    ['by a note within the time after', T + 5000, null],
    ['by no note that is older', T - 5001, KEPT],
    ['by no note that is later', T + 5001, KEPT],
  ] as const)('%s', (_, timeMs, expected) => {
    expect(askAfter([{ timeMs, tells: [tell('a')] }], skipIf())).toEqual(expected);
  });

  test.each([
    ['of another key', { tells: [tell('b')] }],
    ['of another host', { hostname: 'WEB2', tells: [tell('a')] }],
  ])('by no note %s', (_, told) => {
    expect(askAfter([told], skipIf())).toEqual(KEPT);
  });

  test.each([
    ['same', { same: { x: 1 } }, { x: 1 }, null],
    ['same', { same: { x: 1 } }, { x: 2 }, KEPT],
    ['same', { same: { x: 1 } }, {}, KEPT],
    ['near', { near: { x: 1 } }, { x: 1 }, null],
    ['near', { near: { x: 1 } }, {}, null],
    ['near', { near: { x: 1 } }, { x: 2 }, KEPT],
    ['not', { not: { x: 1 } }, { x: 2 }, null],
    ['not', { not: { x: 1 } }, {}, null],
    ['not', { not: { x: 1 } }, { x: 1 }, KEPT],
  ] as const)('by the values that are %s: %j with %j', (_, ask, values, expected) => {
    expect(askAfter([{ tells: [tell('a', values)] }], skipIf(ask))).toEqual(expected);
  });

  test('by the latest note only, if it asks for that, and not by one of its future', () => {
    const open = { timeMs: T - 2, tells: [tell('a', { isOpen: true })] };
    const closed = { timeMs: T - 1, tells: [tell('a', { isOpen: false })] };
    const later = { timeMs: T + 1, tells: [tell('a', { isOpen: true })] };
    const ask = skipIf({ latest: true, same: { isOpen: true } });
    expect(askAfter([open], ask)).toBeNull();
    expect(askAfter([open, closed], ask)).toEqual(KEPT);
    expect(askAfter([closed, open], ask)).toEqual(KEPT);
    expect(askAfter([open, closed, later], ask)).toEqual(KEPT);
  });

  test('if a note that it requires is missing', () => {
    const require = skipIf({ effect: { kind: 'REQUIRE' } });
    expect(askAfter([], require)).toBeNull();
    expect(askAfter([{ tells: [tell('a')] }], require)).toEqual(KEPT);
  });
});

describe('a record is paired with a value that waits', () => {
  const pairs = (more: Partial<Ask> = {}): Ask =>
    skipIf({ effect: { kind: 'PAIR', keepMs: 1000, tells: [tell('paired')] }, ...more });
  const waits = (timeMs: number, ...names: readonly string[]): Partial<Join> => ({
    timeMs,
    tells: [tell('a', Object.fromEntries(names.map((name) => [`waits ${name}`, true])))],
  });

  test.each([
    ['of the same time', [waits(T, 'x')], null],
    ['of the time before', [waits(T - 5000, 'x')], null],
    ['but not of a later time', [waits(T + 1, 'x')], KEPT],
    ['but not of one too early', [waits(T - 5001, 'x')], KEPT],
    ['but not without one', [{ tells: [tell('a', { x: true })] }], KEPT],
  ] as const)('%s', (_, told, expected) => {
    expect(askAfter(told, pairs())).toEqual(expected);
  });

  test('each value once, also if several have one time, and it leaves the notes of the pair', () => {
    const notes = makeNotes([]);
    for (const one of [waits(T - 2, 'x', 'y'), waits(T - 2, 'z'), waits(T - 1, 'w')])
      resolveJoin(notes, aJoin(one));
    const results = Array.from({ length: 5 }, () => resolveJoin(notes, aJoin({ asks: [pairs()] })));
    expect(results).toEqual([null, null, null, null, KEPT]);
    expect([...listTold(notes)].map(({ key, values }) => [key, values])).toEqual([
      ['a', { 'waits x': false, 'waits y': false, 'waits z': false }],
      ['a', { 'waits w': false }],
      ['paired', {}],
    ]);
  });

  test('unless there is a note that it names', () => {
    const unless = { key: 'b', withinMs: 5000 };
    const ask = pairs({ effect: { kind: 'PAIR', keepMs: 1000, tells: [], unless } });
    expect(askAfter([waits(T, 'x')], ask)).toBeNull();
    expect(askAfter([waits(T, 'x'), { tells: [tell('b')] }], ask)).toEqual(KEPT);
  });
});

test('fields are filled from the notes with the key, the latest first, and no others', () => {
  const fill = skipIf({ effect: { kind: 'FILL', fields: ['user', 'srcIp'] } });
  const told = [
    { timeMs: T - 2, tells: [tell('a', { user: 'old', srcIp: '10.0.0.1', secret: 1 })] },
    { timeMs: T - 1, tells: [tell('a', { user: 'new' })] },
  ];
  const expected = { fill: { user: 'new', srcIp: '10.0.0.1' }, isUnlinked: false };
  expect(askAfter(told, fill)).toEqual(expected);
  expect(askAfter(told.toReversed(), fill)).toEqual(expected);
});

test('a record loses its login id', () => {
  const unlink = skipIf({ effect: { kind: 'UNLINK' } });
  expect(askAfter([{ tells: [tell('a')] }], unlink)).toEqual({ fill: {}, isUnlinked: true });
  expect(askAfter([], unlink)).toEqual(KEPT);
});

test('a record that is skipped leaves the notes of what skipped it, and those that do not depend on it', () => {
  const notes = makeNotes([{ hostname: 'WEB1', key: 'a', timeMs: T, values: {} }]);
  const join = aJoin({
    asks: [skipIf({ effect: { kind: 'SKIP', tells: [tell('skipped')] } })],
    tells: [tell('always'), tell('kept', {}, { ifKept: true })],
  });
  expect(toldBy(notes, join)).toEqual(['skipped', 'always']);
  expect(toldBy(makeNotes([]), join)).toEqual(['always', 'kept']);
});

test('notes of an attack with one key stay few, and the last ones count', () => {
  const notes = makeNotes([]);
  const last = 3 * MAX_NOTES_PER_KEY;
  for (let n = 0; n <= last; n += 1) resolveJoin(notes, aJoin({ timeMs: T + n, tells: [tell('a', { n })] }));
  expect([...listTold(notes)]).toHaveLength(MAX_NOTES_PER_KEY);
  const ask = skipIf({ latest: true, same: { n: last } });
  expect(resolveJoin(notes, aJoin({ timeMs: T + last, asks: [ask] }))).toBeNull();
});

test('a note is left only if another one exists, or only if none does', () => {
  const query = { key: 'a', withinMs: 5000 };
  const join = aJoin({
    tells: [
      tell('with', {}, { ifNoted: [{ ...query, key: 'b' }, query] }),
      tell('without', {}, { unlessNoted: query }),
    ],
  });
  const keysOf = (timeMs: number): readonly string[] =>
    toldBy(makeNotes([{ hostname: 'WEB1', key: 'a', timeMs, values: {} }]), join);
  expect(keysOf(T - 5000)).toEqual(['with']);
  expect(keysOf(T - 5001)).toEqual(['without']);
});
