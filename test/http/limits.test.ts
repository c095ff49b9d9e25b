import { afterEach, beforeAll, describe, expect, test } from '@jest/globals';

import { INGEST, useApi } from '../support/api.ts';
import type { Answer } from '../support/api.ts';
import { useDatabase } from '../support/database.ts';
import { aNumberedLogin } from '../support/events.ts';
import { listenToStatements } from '../support/listenToStatements.ts';

const database = useDatabase();
const api = useApi(database);

let statements = 0;
beforeAll(() => {
  for (const pool of [database().readPool, database().writePool]) {
    listenToStatements(pool, () => {
      statements += 1;
    });
  }
});
afterEach(() => {
  statements = 0;
});

const MOST_MISTAKES = 11;

/** Expects a refusal with a code, a short answer regardless of the request, and no statement to the database. */
const expectRefused = ({ status, data, errors = [], text }: Answer, code: string): void => {
  expect([status, data, errors[0]?.extensions.code]).toEqual([400, undefined, code]);
  expect(errors.length).toBeLessThanOrEqual(MOST_MISTAKES);
  expect(text.length).toBeLessThan(12_000);
  expect(text).not.toMatch(/INTERNAL_SERVER_ERROR|stack/);
  expect(statements).toBe(0);
};

const repeat = (count: number, make: (n: number) => string): string =>
  Array.from({ length: count }, (_, n) => make(n)).join(' ');

/** The codes of the server's own limits, each with a document that exceeds it by one. */
describe('one more than a limit is refused, and the limit itself is not', () => {
  test.each([
    ['TOO_MANY_ALIASES', 30, (n: number) => `{ overview { ${repeat(n, (i) => `a${i}: firstAt`)} } }`],
    ['TOO_MANY_ALIASES', 30, (n: number) => `{ overview { ${repeat(n, (i) => `a${i}: __typename`)} } }`],
    ['TOO_MANY_ROOT_FIELDS', 30, (n: number) => `{ ${repeat(n, () => '__typename')} }`],
    [
      'TOO_MANY_ROOT_FIELDS',
      30,
      (n: number) =>
        `{ ...F ...F ${repeat(n - 20, () => '__typename')} } fragment F on Query { ${repeat(10, () => '__typename')} }`,
    ],
    [
      'TOO_MANY_DIRECTIVES',
      50,
      (n: number) => `{ overview { ${repeat(n, () => 'firstAt @include(if: true)')} } }`,
    ],
    [
      'GRAPHQL_PARSE_FAILED',
      2000,
      // The rest of the document has 31 tokens.
      (n: number) =>
        `{ sessionEvents(filter: { hostname: { in: [${repeat(1000, () => '"A"')}] } uid: { in: [${repeat(n - 1031, () => '"1"')}] } }) { nodes { id } } }`,
    ],
  ])('%s: %i', async (code, most, makeQuery) => {
    expect((await api().query(makeQuery(most))).status).toBe(200);
    statements = 0;
    expectRefused(await api().query(makeQuery(most + 1)), code);
  });
});

describe('known attacks on GraphQL servers', () => {
  test('hundreds of aliases, also of an unknown field', async () => {
    expectRefused(await api().query(`{ ${repeat(600, (n) => `a${n}: __typename`)} }`), 'TOO_MANY_ALIASES');
    expectRefused(await api().query(`{ ${repeat(600, (n) => `a${n}: nothing`)} }`), 'TOO_MANY_ALIASES');
    expectRefused(
      await api().query(`{ ${repeat(5000, (n) => `a${n}: __typename`)} }`),
      'GRAPHQL_PARSE_FAILED',
    );
  });

  test('hundreds of directives, also unknown ones', async () => {
    expectRefused(
      await api().query(`{ __typename ${repeat(900, () => '@nothing')} }`),
      'TOO_MANY_DIRECTIVES',
    );
    expectRefused(
      await api().query(`{ __typename ${repeat(200, () => '@include(if: true)')} }`),
      'TOO_MANY_DIRECTIVES',
    );
  });

  test('a repeated field counts as one, up to the limit of validation', async () => {
    const { status, data } = await api().query(`{ overview { ${repeat(500, () => 'firstAt')} } }`);
    expect([status, data]).toEqual([200, { overview: { firstAt: null } }]);
    expect(statements).toBeLessThanOrEqual(2);
    statements = 0;
    expectRefused(
      await api().query(`{ overview { ${repeat(1900, () => 'firstAt')} } }`),
      'QUERY_TOO_COMPLEX',
    );
  });

  test('unknown fields: ten are reported', async () => {
    expectRefused(
      await api().query(`{ overview { ${repeat(1500, (n) => `nothing${n}`)} } }`),
      'GRAPHQL_VALIDATION_FAILED',
    );
  });

  test('fragments in a circle', async () => {
    expectRefused(
      await api().query(
        '{ hosts { nodes { ...A } } } fragment A on Host { hostname ...B } fragment B on Host { hostname ...A }',
      ),
      'GRAPHQL_VALIDATION_FAILED',
    );
  });

  test('introspection of types of fields of types of fields', async () => {
    const deep = (depth: number): string => (depth === 0 ? 'name' : `fields { type { ${deep(depth - 1)} } }`);
    const { status, errors, text } = await api().query(`{ __schema { types { ${deep(6)} } } }`);
    expect([status, errors?.[0]?.extensions.code]).toEqual([400, 'GRAPHQL_VALIDATION_FAILED']);
    expect(text.length).toBeLessThan(2000);
    expectRefused(await api().query(`{ __schema { types { ${deep(12)} } } }`), 'QUERY_TOO_DEEP');
  });

  test('introspection with thirty aliases costs thirty scans', async () => {
    const { text } = await api().query(`{ ${repeat(30, (n) => `a${n}: __schema { description }`)} }`);
    expect(JSON.parse(text).extensions.cost.requested).toBe(30_000);
  });

  test('nested fragments, each used twice, which expand to thousands of rows', async () => {
    const levels = repeat(
      4,
      (n) =>
        `fragment F${n} on Host { a${n}: sessions { nodes { host { ...F${n + 1} } } } b${n}: sessions { nodes { host { ...F${n + 1} } } } }`,
    );
    expectRefused(
      await api().query(`{ hosts { nodes { ...F0 } } } ${levels} fragment F4 on Host { hostname }`),
      'QUERY_TOO_COSTLY',
    );
  });

  test('a batch of operations', async () => {
    const operation = { query: '{ overview { hosts { value } } }' };
    const answer = await api().post(JSON.stringify(Array.from({ length: 1000 }, () => operation)));
    expectRefused(answer, 'BAD_REQUEST');
  });

  test('a list of 5,000 invalid members: ten are reported, and no value is repeated', async () => {
    const secret = 'Hunter2-never-echo';
    const events = Array.from({ length: 5000 }, (_, n) => aNumberedLogin(n, { loginSuccessful: secret }));
    const answer = await api().query(INGEST, { events });
    expectRefused(answer, 'BAD_USER_INPUT');
    expect(answer.errors).toHaveLength(MOST_MISTAKES);
    expect(answer.errors?.at(-1)?.extensions.code).toBe('TOO_MANY_MISTAKES');
    expect(answer.text).not.toContain(secret);
  });
});
