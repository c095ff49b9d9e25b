import { beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';

import { INGEST, INGEST_CONTEXT, useApi } from '../support/api.ts';
import { ask } from '../support/companyLog.ts';
import { useDatabase } from '../support/database.ts';
import { aLock, aLogin, aLogout, aReconnect } from '../support/events.ts';
import { samples } from '../support/samples.ts';
import { KINDS, search } from '../support/searchOracle.ts';
import type { SearchedEvent } from '../support/searchOracle.ts';

const api = useApi(useDatabase());

const HOSTS = [
  'HOST1',
  'host10.corp.example',
  'WEB_1',
  'WEB%1',
  'ANOTHERHOST',
  '10.0.0.5',
  '10.0.0.54',
  'S-1',
];
const USERS = [
  'CORP\\ana',
  'ana@corp.example',
  'ana',
  'LAB\\anabel',
  'CORPORATE\\ana',
  'CORP\\hannah',
  'CORP\\ws_1$',
  'host1',
  null,
];
const UIDS = ['S-1-5-18', 'S-1-5-21-1-2-3-1104', 'S-1-5-21-1-2-3-110', '0', '1000', '10001', 'ana', null];
const ADDRESSES = [
  '10.0.0.5',
  '10.0.0.54',
  '10.2.0.1',
  '10.20.0.1',
  '10.200.7.7',
  '1.2.3.4',
  '100.1.1.1',
  '2001:db8::1',
  '2001:db8:0:1:5::7',
  '2001:d::',
  '2001:0:5::1',
  'fe80::',
  'fe80::1',
  '::1',
];
const LOGIN_IDS = ['0x3e7', '0x3e70', '0xf61f3', '0x0', '0x10', '0x100', '0xffffffffffffffff', null];
const BUILDERS = [aLogin, aLogout, aReconnect];

const pick = <T>(values: readonly T[], n: number): T => values[n % values.length] as T;
const at = (n: number): string => new Date(Date.UTC(2025, 10, 1) + n * 7_000_000).toISOString();

/** 300 events whose values are combined by coprime steps, and 250 more with one uid, address and login id, which take several statements. */
const events = [
  ...Array.from({ length: 300 }, (_, n) =>
    pick(
      BUILDERS,
      n,
    )({
      time: at(n),
      hostname: pick(HOSTS, Math.floor(n / 7)),
      user: pick(USERS, Math.floor(n / 2)),
      uid: pick(UIDS, Math.floor(n / 3)),
      loginId: pick(LOGIN_IDS, Math.floor(n / 5)),
      srcIp: pick(ADDRESSES, n),
      loginType: 'REMOTE',
      sourceId: `source/${n}`,
    }),
  ),
  ...Array.from({ length: 250 }, (_, n) =>
    aLogin({
      time: at(1000 + n),
      hostname: 'HOST1',
      user: 'CORP\\ana',
      uid: 'S-1-5-21-1-2-3-110',
      loginId: '0x10',
      srcIp: '10.2.0.1',
      loginType: 'REMOTE',
      sourceId: `more/${n}`,
    }),
  ),
];

let stored: SearchedEvent[] = [];

beforeAll(async () => {
  const { ingestSessionEvents } = await ask(api(), INGEST, { events });
  expect(ingestSessionEvents.accepted).toBe(events.length);
  const { sessionEvents } = await ask(
    api(),
    `{ sessionEvents(first: 1000) { nodes { time hostname user uid loginId ... on RemoteCapableEvent { srcIp } } } }`,
  );
  stored = sessionEvents.nodes;
});

const QUERY = `query ($text: String!, $kinds: [SearchKind!]!, $first: Int!) { search(text: $text, kinds: $kinds, first: $first) {
  truncatedKinds nodes { kind value match firstSeenAt lastSeenAt } } }`;

/** Parts of stored values, in any case, and texts that have a meaning for one kind. */
const someText = fc.oneof(
  fc
    .tuple(
      fc.constantFrom(
        ...[...HOSTS, ...USERS, ...UIDS, ...ADDRESSES, ...LOGIN_IDS].filter((text) => text !== null),
      ),
      fc.nat(3),
      fc.nat(24),
    )
    .map(([text, from, length]) => text.slice(from > 1 ? 0 : from, from + length + 1)),
  fc.constantFrom(
    'host10.corp.example',
    'host1.x',
    'HOST',
    'corp\\',
    'corp.example\\AN',
    '\\',
    'ana@co',
    'ana@',
    'ana@corp.e',
    'ana@corpor.example',
    '@',
    '.',
    ':',
  ),
  fc.constantFrom(
    '::ffff:10.0.0.5',
    'FE80::1',
    '2001:0db8::0001',
    '2001:',
    '2001:0',
    '0:0:0:0:0:',
    '0:0:0:0:0:ffff:',
    '10.',
    '10.2',
    '010.0',
    '256.',
    '1.2.3.4.5',
  ),
  fc.constantFrom(
    '1008115',
    '999',
    '0X3E7',
    '0x00003e7',
    '0x',
    '0x00',
    '18446744073709551616',
    's-1-5-',
    'S',
    '%',
    '_',
    '\\_',
    ' ana ',
  ),
);
const someSearch = fc.record({
  text: fc
    .tuple(someText, fc.boolean())
    .map(([text, isUpper]) => (isUpper ? text.toUpperCase() : text))
    .filter((text) => text.trim() !== ''),
  kinds: fc.shuffledSubarray([...KINDS], { minLength: 1 }),
  first: fc.constantFrom(1, 2, 5, 100),
});

describe('search', () => {
  test('finds what a comparison with each value of each event finds', async () => {
    await fc.assert(
      fc.asyncProperty(someSearch, async (request) => {
        const data = await ask(api(), QUERY, request);
        expect({ request, ...data.search }).toEqual({ request, ...search(stored, request) });
      }),
      samples(150),
    );
  });

  test('finds addresses that begin with zeros, and none by the groups that stand for IPv4', async () => {
    const data = await ask(api(), QUERY, { text: '0:0:0:0:0:', kinds: ['ADDRESS'], first: 5 });
    expect(data.search.nodes).toMatchObject([{ value: '::1', match: 'PREFIX' }]);
    const mapped = await ask(api(), QUERY, { text: '0:0:0:0:0:ffff:', kinds: ['ADDRESS'], first: 5 });
    expect(mapped.search.nodes).toEqual([]);
  });

  test('searches all kinds by default', async () => {
    const data = await ask(
      api(),
      `{ search(text: "10.0.0.5") { truncatedKinds nodes { kind value match } } }`,
    );
    expect(data.search).toEqual({
      truncatedKinds: [],
      nodes: [
        { kind: 'HOST', value: '10.0.0.5', match: 'EXACT' },
        { kind: 'ADDRESS', value: '10.0.0.5', match: 'EXACT' },
        { kind: 'ADDRESS', value: '10.0.0.54', match: 'PREFIX' },
      ],
    });
  });

  test('each match has what belongs to its value', async () => {
    const data = await ask(
      api(),
      `{ search(text: "S-1-5-21-1-2-3-110", first: 1) { nodes { ... on UidMatch { uid lastAccount { user } events(first: 2) { nodes { uid } } } } }
         host: search(text: "another", kinds: [HOST]) { nodes { __typename ... on HostMatch { host { hostname lastSeenAt } } } }
         account: search(text: "lab\\\\ana", kinds: [ACCOUNT]) { nodes { __typename ... on AccountMatch { account { user userName } } } }
         address: search(text: "fe80::1", kinds: [ADDRESS]) { nodes { __typename ... on AddressMatch { address
           events(filter: { action: { eq: LOGIN } }, order: OLDEST_FIRST, first: 1) { nodes { ... on LoginEvent { action srcIp } } } } } }
         loginId: search(text: "1008115") { nodes { __typename ... on LoginIdMatch { loginId events(first: 1) { nodes { loginId } }
           sessions(first: 1) { totalCount { value } nodes { loginId } } } } } }`,
    );
    expect(data.host.nodes).toEqual([
      {
        __typename: 'HostMatch',
        host: { hostname: 'ANOTHERHOST', lastSeenAt: expect.stringMatching(/^2025/) },
      },
    ]);
    expect(data.account.nodes).toEqual([
      { __typename: 'AccountMatch', account: { user: 'LAB\\anabel', userName: 'anabel' } },
    ]);
    expect(data.address.nodes).toEqual([
      {
        __typename: 'AddressMatch',
        address: 'fe80::1',
        events: { nodes: [{ action: 'LOGIN', srcIp: 'fe80::1' }] },
      },
    ]);
    expect(data.loginId.nodes).toEqual([
      {
        __typename: 'LoginIdMatch',
        loginId: '0xf61f3',
        events: { nodes: [{ loginId: '0xf61f3' }] },
        sessions: { totalCount: { value: expect.any(Number) }, nodes: [{ loginId: '0xf61f3' }] },
      },
    ]);
    expect(data.search.nodes).toEqual([
      {
        uid: 'S-1-5-21-1-2-3-110',
        lastAccount: { user: 'CORP\\ana' },
        events: { nodes: [{ uid: 'S-1-5-21-1-2-3-110' }, { uid: 'S-1-5-21-1-2-3-110' }] },
      },
    ]);
  });

  test('finds a host that only context events name, and an account that only disconnects name', async () => {
    const disconnect = { time: '2026-01-01T00:00:00Z', hostname: 'LONELY', user: 'CORP\\lonely' };
    await ask(api(), INGEST_CONTEXT, { events: [{ disconnect }] });
    const data = await ask(api(), QUERY, { text: 'lonel', kinds: ['HOST', 'ACCOUNT'], first: 3 });
    const times = { match: 'PREFIX', firstSeenAt: null, lastSeenAt: null };
    expect(data.search.nodes).toEqual([
      { kind: 'HOST', value: 'LONELY', ...times },
      { kind: 'ACCOUNT', value: 'CORP\\lonely', ...times },
    ]);
  });

  test('a uid that no event names with a user has no account', async () => {
    await ask(api(), INGEST, { events: [aLock({ user: null, uid: 'nobody-known', sourceId: 'nobody' })] });
    const data = await ask(
      api(),
      '{ search(text: "nobody-") { nodes { value ... on UidMatch { lastAccount { user } } } } }',
    );
    expect(data.search.nodes).toEqual([{ value: 'nobody-known', lastAccount: null }]);
  });
});
