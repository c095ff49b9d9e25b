import { describe, expect, test } from '@jest/globals';
import { getIntrospectionQuery } from 'graphql';

import { INGEST, useApi } from '../support/api.ts';
import type { Answer } from '../support/api.ts';
import { useDatabase } from '../support/database.ts';
import { aLock, aLogin, aNumberedLogin } from '../support/events.ts';
import { expectRefusedQuery } from '../support/expectRefusedQuery.ts';

const database = useDatabase();
const api = useApi(database);

const SECRET = 'Hunter2-never-echo';

const countStored = async (): Promise<number> => {
  const { data } = await api().query('{ overview { events(mode: EXACT) { value } } }');
  return data.overview.events.value;
};

/** Expects that the whole request is refused: an error with a code, HTTP 4xx, and nothing stored. */
const expectRefused = (answer: Answer, code: string, message: RegExp): void => {
  expect(answer.errors?.map(({ extensions }) => extensions.code)).toContain(code);
  expect(answer.status).toBe(400);
  expectMessage(answer, message);
};

/** Checks the message, and that the answer contains nothing else. */
const expectMessage = (answer: Answer, message: RegExp): void => {
  expect(answer.errors?.map((error) => error.message).join('\n')).toMatch(message);
  expect(answer.text).not.toContain(SECRET);
  expect(answer.text).not.toContain('stack');
};

describe('an ingest request that is refused as a whole stores nothing', () => {
  const good = aNumberedLogin(1);
  test.each([
    [
      'a missing field',
      [good, { login: { hostname: SECRET, loginSuccessful: true } }],
      /^events\[1\]\.login: Field "time" of required type/,
    ],
    [
      'an unknown field',
      [good, { lock: { ...aLock().lock, password: SECRET } }],
      /^events\[1\]\.lock: Field "password" is not defined/,
    ],
    [
      'srcIp in a LockEventInput',
      [aLock({ srcIp: SECRET })],
      /^events\[0\]\.lock: Field "srcIp" is not defined/,
    ],
    [
      'two members of the oneOf',
      [{ ...aLogin({ user: SECRET }), ...aLock() }],
      /^events\[0\]: Exactly one key must be specified/,
    ],
    ['no member of the oneOf', [good, {}], /^events\[1\]: Exactly one key must be specified/],
    ['null as the member', [{ login: null }], /^events\[0\]\.?(login)?: /],
    [
      'a wrong JSON type',
      [aLogin({ user: { secret: SECRET } })],
      /^events\[0\]\.login\.user: String cannot represent a non string value/,
    ],
    [
      'an enum value that does not exist',
      [aLogin({ loginType: SECRET })],
      /^events\[0\]\.login\.loginType: The value does not exist in the enum "LoginType"/,
    ],
    [
      'a string for a boolean',
      [aLogin({ loginSuccessful: SECRET })],
      /^events\[0\]\.login\.loginSuccessful: Boolean cannot represent/,
    ],
    [
      'a value that contains a path',
      [aLogin({ loginSuccessful: `" at "events[7].${SECRET}` })],
      /^events\[0\]\.login\.loginSuccessful: /,
    ],
  ])('%s', async (_, events, message) => {
    const before = await countStored();
    expectRefused(await api().query(INGEST, { events }), 'BAD_USER_INPUT', message);
    expect(await countStored()).toBe(before);
  });

  test.each([0, 5001])('%i events', async (length) => {
    const events = Array.from({ length }, (_, n) => aNumberedLogin(n));
    expectRefused(
      await api().query(INGEST, { events }),
      'BAD_BATCH_SIZE',
      new RegExp(`${length} events; send 1 to 5000`),
    );
  });

  test('and 5,000 events are accepted', async () => {
    const events = Array.from({ length: 5000 }, (_, n) => aNumberedLogin(n, { hostname: 'FULL' }));
    const { data } = await api().query(INGEST, { events });
    expect(data.ingestSessionEvents.accepted).toBe(5000);
  });
});

describe('a rejected event does not prevent the next one from being stored', () => {
  test.each([
    ['an IPv4 with five parts', { srcIp: '10.0.0.5.4' }, 'srcIp', 'INVALID_IP_ADDRESS'],
    ['an IPv4 with a leading zero', { destIp: '10.0.0.05' }, 'destIp', 'INVALID_IP_ADDRESS'],
    ['port 65536', { srcPort: 65536 }, 'srcPort', 'INVALID_PORT'],
    ['port -1', { destPort: -1 }, 'destPort', 'INVALID_PORT'],
    ['a login id of 65 bits', { loginId: '0x1ffffffffffffffff' }, 'loginId', 'INVALID_LOGIN_ID'],
    ['login id xyz', { loginId: 'xyz' }, 'loginId', 'INVALID_LOGIN_ID'],
    ['login id f61f3', { loginId: 'f61f3' }, 'loginId', 'INVALID_LOGIN_ID'],
    ['a time without offset', { time: '2026-11-16T09:00:00' }, 'time', 'INVALID_TIME'],
    ['second 60', { time: '2026-11-16T09:00:60Z' }, 'time', 'INVALID_TIME'],
    ['a time that is a number', { time: 1763283600 }, 'time', 'INVALID_TIME'],
    ['a time in 1601', { time: '1601-01-01T00:00:00Z' }, 'time', 'TIME_OUT_OF_RANGE'],
    ['a time in 2300', { time: '2300-01-01T00:00:00Z' }, 'time', 'TIME_OUT_OF_RANGE'],
    ['a hostname of spaces', { hostname: '   ' }, 'hostname', 'INVALID_HOSTNAME'],
    ['a hostname of 256 characters', { hostname: 'a'.repeat(256) }, 'hostname', 'INVALID_HOSTNAME'],
    ['hostname 10.0.0.256', { hostname: '10.0.0.256' }, 'hostname', 'INVALID_HOSTNAME'],
    ['NUL in a text', { user: 'an\0a' }, 'user', 'INVALID_USER'],
    ['half of a surrogate pair', { uid: '\ud800' }, 'uid', 'INVALID_UID'],
    [
      'srcIp on an INTERACTIVE login',
      { loginType: 'INTERACTIVE', srcIp: '10.0.0.5' },
      'srcIp',
      'FIELD_NOT_APPLICABLE',
    ],
  ])('%s', async (name, fields, field, code) => {
    const neighbour = aLogin({ hostname: 'NEIGHBOUR', sourceId: `of ${name}` });
    const { data } = await api().query(INGEST, { events: [aLogin(fields), neighbour] });
    const [bad, good] = data.ingestSessionEvents.results;
    expect(bad).toMatchObject({ status: 'REJECTED', id: null, errors: [{ field, code }] });
    expect(good).toMatchObject({ status: 'ACCEPTED', errors: [] });
  });

  test('all mistakes of an event are reported together', async () => {
    const { data } = await api().query(INGEST, { events: [aLogin({ time: 'now', srcPort: 1.5, uid: '' })] });
    const { errors } = data.ingestSessionEvents.results[0];
    expect(errors.map(({ field }: { field: string }) => field).toSorted()).toEqual([
      'srcPort',
      'time',
      'uid',
    ]);
  });
});

describe('unusual values are accepted and returned', () => {
  const INJECTION = `'; drop table session_event; -- $1 \\ %_`;
  test.each([
    ['decimal login id', { loginId: '1008115' }, 'loginId', '0xf61f3'],
    ['zero-padded login id', { loginId: '0x00000000000F61F3' }, 'loginId', '0xf61f3'],
    [
      'nine fraction digits',
      { time: '2026-11-16T09:00:00.123456789Z' },
      'time',
      '2026-11-16T09:00:00.123456Z',
    ],
    ['a hostname that is an IP', { hostname: '10.0.0.25' }, 'hostname', '10.0.0.25'],
    ['right-to-left marks', { user: 'ana\u200f\u202e' }, 'user', 'ana\u200f\u202e'],
    ['an emoji', { sourceId: 'siem/🛰️' }, 'sourceId', 'siem/🛰️'],
    ['SQL in the user', { user: INJECTION }, 'user', INJECTION],
    ['SQL in the uid', { uid: INJECTION }, 'uid', INJECTION],
    ['SQL in the source id', { sourceId: INJECTION }, 'sourceId', INJECTION],
    ['SQL in the hostname', { hostname: INJECTION }, 'hostname', INJECTION.toUpperCase()],
  ])('%s', async (name, fields, field, expected) => {
    const { data } = await api().query(INGEST, {
      events: [aLogin({ hostname: `ACCEPTED ${name}`, ...fields })],
    });
    const [{ id, status, errors }] = data.ingestSessionEvents.results;
    expect({ status, errors }).toEqual({ status: 'ACCEPTED', errors: [] });
    const answer = await api().query(
      'query ($id: ID!) { node(id: $id) { ... on LoginEvent { time hostname user uid loginId sourceId } } }',
      { id },
    );
    expect(answer.data.node[field]).toBe(expected);
  });
});

describe('a query is refused for', () => {
  const list = (args: string): string => `{ sessionEvents(${args}) { nodes { id } pageInfo { endCursor } } }`;
  test.each([
    ['first: 0', 'first: 0', 'BAD_PAGE', /^first must be from 1 to 1000/],
    ['first: -1', 'first: -1', 'BAD_PAGE', /^first must be from 1 to 1000/],
    ['first: 1001', 'first: 1001', 'BAD_PAGE', /^first must be from 1 to 1000/],
    ['first and last', 'first: 1, last: 1', 'BAD_PAGE', /^first and last cannot be given together/],
    ['a garbage cursor', 'after: "garbage"', 'BAD_CURSOR', /^after is not a cursor of this API/],
    ['an empty cursor', 'before: ""', 'BAD_CURSOR', /^before is not a cursor of this API/],
    [
      'eq: null',
      'filter: { hostname: { eq: null } }',
      'BAD_FILTER',
      /^filter\.hostname\.eq is null; .* isNull: true/,
    ],
    ['in: []', 'filter: { user: { in: [] } }', 'BAD_FILTER', /^filter\.user\.in is an empty list/],
    ['or: []', 'filter: { or: [] }', 'BAD_FILTER', /^filter\.or is empty/],
    [
      '{} in or',
      'filter: { or: [{ hostname: { eq: "A" } }, {}] }',
      'BAD_FILTER',
      /^filter\.or\[1\] is empty/,
    ],
    ['not: {}', 'filter: { not: {} }', 'BAD_FILTER', /^filter\.not is empty/],
    [
      'CIDR /33',
      'filter: { srcIp: { inCidr: ["10.0.0.0/8", "10.0.0.0/33"] } }',
      'INVALID_CIDR',
      /^filter\.srcIp\.inCidr\[1\]: /,
    ],
    [
      'a bad address',
      'filter: { srcIp: { eq: "10.0.0.256" } }',
      'INVALID_IP_ADDRESS',
      /^filter\.srcIp\.eq: /,
    ],
    [
      'a time without offset',
      'filter: { time: { from: "2026-11-16" } }',
      'INVALID_TIME',
      /^filter\.time\.from: /,
    ],
    [
      'a duration in months',
      'filter: { time: { last: "P1M" } }',
      'INVALID_DURATION',
      /^filter\.time\.last: /,
    ],
  ])('%s', async (_, args, code, message) => {
    const answer = await api().query(list(args));
    expectRefusedQuery(answer, code);
    expectMessage(answer, message);
  });

  test('a truncated cursor, or one of another filter or order', async () => {
    const { data } = await api().query(list('first: 1'));
    const cursor: string = data.sessionEvents.pageInfo.endCursor;
    for (const [args, message] of [
      [`after: "${cursor.slice(0, -4)}"`, /is not a cursor of this API/],
      [`after: "${cursor}", order: OLDEST_FIRST`, /another filter or order/],
      [`after: "${cursor}", filter: { hostname: { eq: "A" } }`, /another filter or order/],
    ] as const) {
      const answer = await api().query(list(args));
      expectRefusedQuery(answer, 'BAD_CURSOR');
      expectMessage(answer, message);
    }
    expect((await api().query(list(`after: "${cursor}", filter: {}`))).errors).toBeUndefined();
  });

  test.each(['', 'garbage', 'ZXZlbnQxIDIwMjYtMTEtMTZUMTc6MDQ6MzYuNzAwMDAwWiA'])('the id "%s"', async (id) => {
    const one = await api().query('query ($id: ID!) { node(id: $id) { id } }', { id });
    expect(one).toMatchObject({
      data: { node: null },
      errors: [{ extensions: { code: 'BAD_ID', field: 'id' } }],
    });
    const several = await api().query('query ($id: ID!) { nodes(ids: [$id]) { id } }', { id });
    expectRefusedQuery(several, 'BAD_ID');
    expectMessage(several, /copy the id field/);
  });

  test('10,000, 5,000 and 31 aliases', async () => {
    const aliases = (count: number): string =>
      `{ ${Array.from({ length: count }, (_, n) => `a${n}: __typename`).join(' ')} }`;
    expect((await api().query(aliases(10_000))).status).toBe(413);
    expect((await api().query(aliases(5000))).status).toBe(400);
    expectRefused(await api().query(aliases(31)), 'TOO_MANY_ALIASES', /more than 30 aliases/);
    expect((await api().query(aliases(30))).status).toBe(200);
  });

  test('an operation 13 fields deep, even by introspection with another field', async () => {
    const types = (depth: number): string => (depth === 0 ? 'name' : `ofType { ${types(depth - 1)} }`);
    // __schema, types, fields, type, then ofType and a name.
    const query = (depth: number): string =>
      `{ overview { firstAt } __schema { types { fields { type { ${types(depth - 5)} } } } } }`;
    expectRefused(await api().query(query(13)), 'QUERY_TOO_DEEP', /is 13 fields deep; the limit is 12/);
    expect((await api().query(query(12))).status).toBe(200);
  });

  test('invalid GraphQL, and an unknown operation', async () => {
    expectRefused(await api().query('{ sessionEvents('), 'GRAPHQL_PARSE_FAILED', /Syntax Error/);
    expectRefused(
      await api().query('{ nothing }'),
      'GRAPHQL_VALIDATION_FAILED',
      /Cannot query field "nothing"/,
    );
  });
});

test('full introspection is allowed', async () => {
  const { data, errors } = await api().query(
    getIntrospectionQuery({ inputValueDeprecation: true, oneOf: true, specifiedByUrl: true }),
  );
  expect(errors).toBeUndefined();
  expect(data.__schema.queryType.name).toBe('Query');
});
