import { readFileSync } from 'node:fs';

import { describe, expect, test } from '@jest/globals';
import { buildSchema, parse, specifiedRules, validate } from 'graphql';

import type { TimelineMarkFragment } from '../../src/explorer/api/documents.ts';
import { keepHopsInto, makeArrows, makeCaseLanes } from '../../src/explorer/case/caseLanes.ts';
import { makeCaseQuestion, makeCaseVariables } from '../../src/explorer/case/caseQuestion.ts';
import { listHops } from '../../src/explorer/case/hops.ts';
import { makePresenceQuestion } from '../../src/explorer/case/presence.ts';
import {
  addPins,
  formatNote,
  formatPin,
  isPinned,
  MOST_PINS,
  parseNote,
  parsePin,
  pinOf,
  removePin,
} from '../../src/explorer/state/case.ts';
import type { Pin } from '../../src/explorer/state/case.ts';
import { EMPTY_STATE, fitsAddress, parseState } from '../../src/explorer/state/pageState.ts';
import { limitAliases, MAX_TOKENS } from '../../src/graphql/limits.ts';
import { aSession, at, minute, RANGE } from './sessions.ts';

const WS5: Pin = { host: 'WS5', account: null };
const CAROL: Pin = { host: null, account: 'CORP\\carol' };
const CAROL_ON_WS5: Pin = { host: 'WS5', account: 'CORP\\carol' };

describe('a lane in the address', () => {
  test.each<[string, Pin, string]>([
    ['a host', WS5, 'host:WS5'],
    ['an account', CAROL, 'account:CORP\\carol'],
    ['an account on a host', CAROL_ON_WS5, 'lane:WS5/CORP\\carol'],
    ['names with the separators', { host: 'a/b%2F:', account: 'c/d:e' }, 'lane:a%2Fb%252F%3A/c/d:e'],
  ])('%s is the same after it was read', (_, pin, text) => {
    expect(formatPin(pin)).toBe(text);
    expect(parsePin(text)).toEqual(pin);
  });

  test.each(['', 'WS5', 'host:', 'user:ana', 'lane:WS5', 'lane:/ana', 'lane:WS5/', 'lane:%E0%A4%A/ana'])(
    '“%s” is not one',
    (text) => {
      expect(parsePin(text)).toBeNull();
    },
  );

  test('is pinned once, in the order of pinning', () => {
    const pins = addPins([WS5], [CAROL, WS5, CAROL_ON_WS5]);
    expect(pins).toEqual([WS5, CAROL, CAROL_ON_WS5]);
    expect(isPinned(pins, { host: 'WS5', account: null })).toBe(true);
    expect(removePin(pins, CAROL)).toEqual([WS5, CAROL_ON_WS5]);
  });

  test('of an event is that of its account on its host; of an unknown account, that of the host', () => {
    const hostname = 'WS5';
    expect(pinOf({ hostname, userDomain: 'CORP', userName: 'carol' })).toEqual(CAROL_ON_WS5);
    expect(pinOf({ hostname, userDomain: null, userName: 'root' })).toEqual({ host: 'WS5', account: 'root' });
    expect(pinOf({ hostname, userDomain: null, userName: null })).toEqual(WS5);
  });
});

test('a note is the same after it was read; one without text or with too much is not', () => {
  const note = { at: at(10), text: 'hijacked: see <ticket> 7' };
  expect(parseNote(formatNote(note))).toEqual(note);
  expect(
    ['', minute(10), `${minute(10)} `, 'noon text', `${minute(10)} ${'x'.repeat(301)}`].map(parseNote),
  ).toEqual([null, null, null, null, null]);
});

test('an address with more lanes than a case has keeps the first, and says so', () => {
  const search = Array.from({ length: 21 }, (_, index) => `pin=host:H${index}`).join('&');
  const { state, problems } = parseState(`?${search}&pin=moon`);
  expect(state.pins).toHaveLength(20);
  expect(problems).toEqual(['The address has more than 20 of pin: the others are left out.']);
});

test('a case whose address no server would accept does not fit', () => {
  const pins = (count: number): readonly Pin[] =>
    Array.from({ length: count }, (_, index) => ({ host: null, account: `${index}${'\u200F'.repeat(100)}` }));
  expect(fitsAddress({ ...EMPTY_STATE, pins: pins(5) })).toBe(true);
  expect(fitsAddress({ ...EMPTY_STATE, pins: pins(20) })).toBe(false);
});

test('the question for lanes of each kind is valid, and has no variable more or less than it declares', () => {
  const pins = [WS5, CAROL, CAROL_ON_WS5];
  const document = parse(makeCaseQuestion(pins).toString());
  expect(validate(buildSchema(readFileSync('schema.graphql', 'utf8')), document)).toEqual([]);
  const [operation] = document.definitions;
  const declared =
    operation?.kind === 'OperationDefinition'
      ? (operation.variableDefinitions ?? []).map(({ variable }) => variable.name.value)
      : [];
  const asked = { from: minute(0), until: minute(1), noNoise: true };
  expect(Object.keys(makeCaseVariables(pins, asked)).toSorted()).toEqual(declared.toSorted());
});

const PINS_OF_KINDS: readonly (readonly [string, (index: number) => Pin])[] = [
  ['hosts', (index) => ({ host: `H${index}`, account: null })],
  ['accounts', (index) => ({ host: null, account: `CORP\\u${index}` })],
  ['accounts on hosts', (index) => ({ host: `H${index}`, account: `CORP\\u${index}` })],
];

test.each(PINS_OF_KINDS)(
  'the questions for as many %s as a case has are short enough for the API',
  (_, makePin) => {
    const pins = Array.from({ length: MOST_PINS }, (__, index) => makePin(index));
    const schema = buildSchema(readFileSync('schema.graphql', 'utf8'));
    for (const question of [makeCaseQuestion(pins), makePresenceQuestion(pins)]) {
      const document = parse(question.toString(), { maxLexicalTokens: MAX_TOKENS });
      expect(validate(schema, document, [...specifiedRules, limitAliases])).toEqual([]);
    }
  },
);

const aMark = (count: number): TimelineMarkFragment => ({
  id: `mark ${count}`,
  time: minute(count),
  action: 'LOGIN',
  hostname: 'WS5',
  user: 'eve',
  account: null,
});
const NO_PAGE = { hasNextPage: false, endCursor: null };
const answer = (
  sessions: readonly ReturnType<typeof aSession>[],
  marks: readonly TimelineMarkFragment[] = [],
) => ({
  sessions: { nodes: sessions, pageInfo: NO_PAGE },
  events: { nodes: marks, pageInfo: NO_PAGE },
});

describe('the lanes of a case', () => {
  const [first, second, third] = [
    aSession('CORP\\carol', [10, 90], { id: 'rdp', hostname: 'RDP1' }),
    aSession('CORP\\carol', [20, 80], { id: 'ws', hostname: 'WS5' }),
    aSession('CORP\\carol', [30, 40], { id: 'fs', hostname: 'FS1' }),
  ] as const;
  const onRdp: Pin = { host: 'RDP1', account: 'CORP\\carol' };
  const lanes = makeCaseLanes(
    [
      { pin: { host: 'NOWHERE', account: null }, answer: null },
      { pin: WS5, answer: answer([second], [aMark(15)]) },
      { pin: CAROL, answer: answer([first, second, third]) },
      { pin: onRdp, answer: answer([first]) },
    ],
    RANGE,
  );

  test('are in the order of their first session or mark, with those without any last', () => {
    expect(lanes.map(({ name, firstRow }) => [name, firstRow])).toEqual([
      ['CORP\\carol', 0],
      ['CORP\\carol on RDP1', 3],
      ['WS5', 4],
      ['NOWHERE', 5],
    ]);
  });

  const aHop = (hostname: string, session: string | null, count: number, source: string | null = null) => ({
    time: minute(count),
    action: 'LOGIN' as const,
    srcIp: '192.0.2.1',
    srcHostname: null,
    sourceHost: source === null ? null : { hostname: source },
    evidence: ['DEST_IP'] as const,
    isAmbiguous: false,
    host: { hostname },
    account: { user: 'CORP\\carol', userDomain: 'CORP' },
    event: { id: `event ${count}`, session: session === null ? null : { id: session } },
  });
  const toRdp = aHop('RDP1', 'rdp', 10);
  const toWs = aHop('WS5', 'ws', 20, 'RDP1');
  const elsewhere = { ...aHop('FS1', 'other', 25), account: { user: 'CORP\\dan', userDomain: 'CORP' } };

  test('have the hops of paths into them, each once, with the session that each started from', () => {
    const hops = keepHopsInto(lanes, listHops([{ hops: [toRdp, toWs] }, { hops: [toRdp, toWs, elsewhere] }]));
    expect(hops.map(({ host, origins }) => [host.hostname, origins])).toEqual([
      ['RDP1', []],
      ['WS5', [{ session: 'rdp', account: 'CORP\\carol' }]],
    ]);
  });

  test('have a hop once that may have started from several sessions, with an arrow from each in the picture', () => {
    const ofFay = { ...aHop('RDP1', 'fay', 8), account: { user: 'CORP\\fay', userDomain: 'CORP' } };
    const hops = listHops([{ hops: [ofFay, toWs] }, { hops: [toWs] }, { hops: [toRdp, toWs] }]);
    expect(hops.map(({ host, origins }) => [host.hostname, origins])).toEqual([
      ['RDP1', []],
      ['RDP1', []],
      [
        'WS5',
        [
          { session: 'rdp', account: 'CORP\\carol' },
          { session: 'fay', account: 'CORP\\fay' },
        ],
      ],
    ]);
    const [, rdp, ws] = lanes;
    const toWs5 = hops.slice(2);
    // The lane of fay is not pinned.
    expect(makeArrows(toWs5, [rdp!, ws!])).toEqual([{ at: at(20), fromRow: 3, toRow: 4 }]);
    const fay = aSession('CORP\\fay', [8, 90], { id: 'fay', hostname: 'RDP1' });
    const shared = makeCaseLanes(
      [
        { pin: { host: 'RDP1', account: 'CORP\\fay' }, answer: answer([fay]) },
        { pin: onRdp, answer: answer([first]) },
        { pin: WS5, answer: answer([second]) },
      ],
      RANGE,
    );
    expect(makeArrows(toWs5, shared)).toEqual([
      { at: at(20), fromRow: 1, toRow: 2 },
      { at: at(20), fromRow: 0, toRow: 2 },
    ]);
  });

  test('have the hops of their names as the API writes them, not as somebody typed them', () => {
    const typed = makeCaseLanes(
      [
        { pin: { host: 'rdp1.corp.example', account: null }, answer: { ...answer([]), hostname: 'RDP1' } },
        {
          pin: { host: 'ws5.corp.example', account: 'carol@corp' },
          answer: { ...answer([second]), user: 'CORP\\carol' },
        },
      ],
      RANGE,
    );
    expect(keepHopsInto(typed, listHops([{ hops: [toRdp, toWs] }])).map(({ host }) => host.hostname)).toEqual(
      ['RDP1', 'WS5'],
    );
  });

  test('are one lane where the same is pinned in several spellings', () => {
    const [short, long, typed, known] = [
      { host: 'RDP1', account: null },
      { host: 'rdp1.corp.example', account: null },
      { host: 'rdp1', account: 'carol@corp' },
      onRdp,
    ];
    const ofHost = { ...answer([first]), hostname: 'RDP1' };
    const ofAccount = { ...answer([], [{ ...aMark(15), hostname: 'RDP1' }]), user: 'CORP\\carol' };
    const merged = makeCaseLanes(
      [
        { pin: short, answer: ofHost },
        { pin: typed, answer: ofAccount },
        { pin: long, answer: ofHost },
        // Not yet answered.
        { pin: known, answer: null },
      ],
      RANGE,
    );
    expect(merged.map(({ name, pin, pinned }) => ({ name, pin, pinned }))).toEqual([
      { name: 'RDP1', pin: short, pinned: [short, long] },
      { name: 'CORP\\carol on RDP1', pin: onRdp, pinned: [typed, known] },
    ]);
    expect(merged.map(({ marks }) => marks.length)).toEqual([0, 1]);
  });

  test('are joined by arrows from row to row; a hop of unknown origin comes from outside', () => {
    const [, rdp, ws] = lanes;
    const own = [rdp!, ws!];
    const hops = listHops([{ hops: [toRdp, toWs] }]);
    expect(makeArrows(hops, own)).toEqual([
      { at: at(10), fromRow: null, toRow: 3 },
      { at: at(20), fromRow: 3, toRow: 4 },
    ]);
    // Without the session before, the host of the evidence has the origin.
    expect(makeArrows(listHops([{ hops: [toWs] }]), own)).toEqual([{ at: at(20), fromRow: 3, toRow: 4 }]);
  });
});
