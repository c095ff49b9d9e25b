import { beforeAll, describe, expect, test } from '@jest/globals';

import { recordDemo } from '../../src/demo/recordDemo.ts';
import { DEFAULT_COST_LIMITS } from '../../src/http/cost/limits.ts';
import { INGEST, useApi } from '../support/api.ts';
import { RULES, useDatabase } from '../support/database.ts';
import { aLogin } from '../support/events.ts';
import { listenToStatements } from '../support/listenToStatements.ts';

const database = useDatabase();
const api = useApi(database);
const listened = useDatabase();
const listenedApi = useApi(listened);
const budgeted = useApi(database, { limits: { ...DEFAULT_COST_LIMITS, perMinute: 100 } });

type Suggestion = {
  readonly path: readonly string[];
  readonly argument: string;
  readonly value: string;
  readonly message: string;
};

const suggest = async (query: string, variables?: object): Promise<readonly Suggestion[] | undefined> => {
  const { text, errors } = await api().query(query, variables);
  expect(errors).toBeUndefined();
  return JSON.parse(text).extensions.suggestions;
};

const valuesOf = async (query: string, variables?: object): Promise<readonly string[] | undefined> =>
  (await suggest(query, variables))?.map(({ value }) => value);

beforeAll(async () => {
  await recordDemo(database(), RULES);
  const many = Array.from({ length: 30 }, (_, index) =>
    aLogin({ hostname: `farm${String(index).padStart(2, '0')}`, user: `DOM${index}\\svc` }),
  );
  await api().query(INGEST, { events: many });
});

describe('an account that is not stored', () => {
  test('has the accounts of that name as suggestions', async () => {
    expect(await suggest('{ account(user: "carol") { user } }')).toEqual([
      {
        path: ['account'],
        argument: 'user',
        value: 'CORP\\carol',
        message: expect.stringContaining('same name'),
      },
    ]);
  });

  test('has similar accounts as suggestions when no account has that name', async () => {
    expect(await valuesOf('{ account(user: "CORP\\\\caro") { user } }')).toEqual(['CORP\\carol']);
  });

  test('has at most ten suggestions', async () => {
    expect(await valuesOf('{ account(user: "svc") { user } }')).toHaveLength(10);
  });

  test('has none when nothing is similar', async () => {
    expect(await suggest('{ account(user: "zzz") { user } }')).toBeUndefined();
  });
});

describe('a host that is not stored', () => {
  test('has similar hosts as suggestions, regardless of its domain and case', async () => {
    expect(await valuesOf('{ h: host(hostname: "rdp.corp.example") { hostname } }')).toEqual(['RDP1']);
    expect((await suggest('{ h: host(hostname: "rdp") { hostname } }'))?.[0]?.path).toEqual(['h']);
  });

  test('is found in filters, variables, fragments, car and hunts', async () => {
    const query = `query ($f: SessionEventFilter) {
      ...Lists
      car { loginsSince(hostname: "RDP9", bootTime: "2026-11-16T00:00:00Z", at: "2026-11-17T00:00:00Z") { nodes { account { user } } } }
    }
    fragment Lists on Query { sessionEvents(filter: $f) { edges { cursor } } }`.replace(
      ', $range: TimeRange!',
      '',
    );
    const suggestions = await suggest(query, { f: { hostname: { eq: 'rdp7' } } });
    expect(suggestions?.map(({ path, argument, value }) => [path, argument, value])).toEqual([
      [['sessionEvents'], 'filter.hostname.eq', 'RDP1'],
      [['car', 'loginsSince'], 'hostname', 'RDP1'],
    ]);
  });
});

test('names of a list that are similar to the same stored name have one suggestion', async () => {
  expect(
    await valuesOf('{ sessionEvents(filter: { user: { in: ["caro", "carola"] } }) { nodes { user } } }'),
  ).toEqual(['CORP\\carol']);
});

test('a count of 0 is an empty answer, and each name of a list has suggestions', async () => {
  expect(await valuesOf('{ eventStats(filter: { hostname: { eq: "rdp" } }) { count } }')).toEqual(['RDP1']);
  expect(
    await valuesOf('{ sessions(filter: { hostname: { in: ["rdp", "fs"] } }) { totalCount { value } } }'),
  ).toEqual(['RDP1', 'FS1']);
});

describe('a wildcard in eq', () => {
  test('has the intended comparator, and the matching names', async () => {
    expect(await suggest('{ sessions(filter: { hostname: { eq: "rd*" } }) { nodes { id } } }')).toEqual([
      {
        path: ['sessions'],
        argument: 'filter.hostname.startsWith',
        value: 'rd',
        message: expect.stringContaining('startsWith'),
      },
      { path: ['sessions'], argument: 'filter.hostname.eq', value: 'RDP1', message: expect.any(String) },
    ]);
    expect(
      (
        await suggest(
          '{ eventStats(filter: { user: { eq: "%aro%" } }, groupBy: [HOST]) { groups { count } } }',
        )
      )?.[0],
    ).toEqual({
      path: ['eventStats'],
      argument: 'filter.user.contains',
      value: 'aro',
      message: expect.stringContaining('contains'),
    });
  });
});

describe('wildcards in other comparators of text', () => {
  test.each([
    ['hostname: { startsWith: "rd*" }', ['filter.hostname.startsWith', 'rd']],
    ['hostname: { startsWith: "RDP?" }', ['filter.hostname.startsWith', 'RDP']],
    ['hostname: { startsWith: "*dp1" }', ['filter.hostname.contains', 'dp1']],
    ['hostname: { contains: "*dp*" }', ['filter.hostname.contains', 'dp']],
    ['hostname: { contains: "rd%" }', ['filter.hostname.contains', 'rd']],
    ['user: { startsWith: "caro%" }', ['filter.user.startsWith', 'caro']],
    ['user: { contains: "c*rol" }', ['filter.user.contains', 'rol']],
    ['hostname: { in: ["rd*"] }', ['filter.hostname.startsWith', 'rd']],
  ])('%s', async (filter, suggested) => {
    const [first] = (await suggest(`{ sessions(filter: { ${filter} }) { nodes { id } } }`)) ?? [];
    expect([first?.argument, first?.value]).toEqual(suggested);
    expect(first?.message).toMatch(/does not support wildcards; use (startsWith|contains) /);
    const [argument = '', value] = suggested;
    const [, field, comparator] = argument.split('.');
    const corrected = await api().query(
      `{ sessions(filter: { ${field}: { ${comparator}: "${value}" } }) { nodes { id } } }`,
    );
    expect(corrected.data.sessions.nodes).not.toEqual([]);
  });
});

describe('no suggestions', () => {
  test.each([
    ['for an answer that is not empty', '{ host(hostname: "rdp1") { hostname } }'],
    [
      'for a host that is stored',
      '{ sessionEvents(filter: { hostname: { eq: "rdp1" }, action: { eq: LOCK } }) { nodes { id } } }',
    ],
    [
      'for an account that is stored, in any domain',
      '{ sessionEvents(filter: { user: { eq: "carol" }, hostname: { eq: "rdp1" }, action: { eq: LOCK } }) { nodes { id } } }',
    ],
    [
      'for the beginning of a name without wildcards',
      '{ sessions(filter: { hostname: { startsWith: "rdp9" } }) { nodes { id } } }',
    ],
    [
      'for contains with only a wildcard',
      '{ sessions(filter: { user: { contains: "*" } }) { nodes { id } } }',
    ],
    ['for a wildcard alone', '{ sessions(filter: { hostname: { eq: "*" } }) { nodes { id } } }'],
    [
      'for a field that is not included',
      '{ account(user: "carol") @include(if: false) { user } overview { hosts { value } } }',
    ],
  ])('%s', async (_, query) => {
    expect(await suggest(query)).toBeUndefined();
  });

  test('for a page after a cursor', async () => {
    const page = '{ hosts(first: 1, filter: { hostname: { eq: "rdp1" } }) { edges { cursor } } }';
    const { data } = await api().query(page);
    const { cursor } = data.hosts.edges[0];
    const query = `{ hosts(first: 1, after: "${cursor}", filter: { hostname: { eq: "rdp1" } }) { nodes { hostname } } }`;
    expect(await suggest(query)).toBeUndefined();
  });

  test('for a name that is refused', async () => {
    const { text } = await api().query('{ account(user: "CORP\\\\") { user } }');
    expect(text).toContain('INVALID_USER');
    expect(JSON.parse(text).extensions?.suggestions).toBeUndefined();
  });
});

test('suggestions are read by one statement, and only when they are needed', async () => {
  const statements: string[] = [];
  listenToStatements(listened().readPool, (text) => statements.push(text));
  await listenedApi().query(INGEST, { events: [aLogin({ hostname: 'rdp1' })] });
  await listenedApi().query('{ a: account(user: "carol") { user } b: host(hostname: "rdp") { hostname } }');
  await listenedApi().query('{ host(hostname: "rdp1") { hostname } }');
  expect(statements.filter((text) => text.includes(' union '))).toHaveLength(1);
  // The account, the two hosts, and the suggestions.
  expect(statements).toHaveLength(4);
});

test('suggestions are charged to the budget', async () => {
  const empty = await budgeted().query('{ account(user: "carol") { user } }');
  expect(JSON.parse(empty.text).extensions.cost).toEqual({ requested: 1, actual: 10 });
  expect(empty.headers.get('ratelimit')).toMatch(/^"cost";r=90;/);
});
