import { readFileSync } from 'node:fs';

import { describe, expect, test } from '@jest/globals';
import { buildSchema, isEnumType, isInputObjectType, isInterfaceType, isObjectType } from 'graphql';

import { useApi } from '../support/api.ts';
import type { Answer } from '../support/api.ts';
import { useDatabase } from '../support/database.ts';

const database = useDatabase();
const api = useApi(database);
const closed = useApi(database, { introspection: false });

const SECRET = 'Hunter2neverEcho';

describe('a refusal does not repeat the literals of the document', () => {
  const LITERALS = [
    `"${SECRET}"`,
    `"""${SECRET}"""`,
    SECRET,
    `["${SECRET}"]`,
    `{ x: "${SECRET}" }`,
    `[{ x: [${SECRET}] }]`,
    '987654321987',
  ];
  const PLACES = [
    (value: string) => `{ sessionEvents(first: ${value}) { nodes { id } } }`,
    (value: string) => `{ sessionEvents(order: ${value}) { nodes { id } } }`,
    (value: string) => `{ sessionEvents(filter: ${value}) { nodes { id } } }`,
    (value: string) => `{ sessionEvents(filter: { excludeNoise: ${value} }) { nodes { id } } }`,
    (value: string) => `{ sessionEvents(filter: { action: { eq: ${value} } }) { nodes { id } } }`,
    (value: string) => `{ sessionEvents(filter: { srcPort: { eq: ${value} } }) { nodes { id } } }`,
    (value: string) => `{ sessionEvents(filter: { user: ${value} }) { nodes { id } } }`,
    (value: string) => `{ nodes(ids: [${value}]) { id } }`,
    (value: string) => `{ __typename @include(if: ${value}) }`,
    (value: string) => `query ($x: Int = ${value}) { sessionEvents(first: $x) { nodes { id } } }`,
    (value: string) => `mutation { ingestSessionEvents(events: ${value}) { accepted } }`,
    (value: string) =>
      `mutation { ingestSessionEvents(events: [{ login: { loginSuccessful: ${value} } }]) { accepted } }`,
    // Syntax errors.
    (value: string) => `{ sessionEvents(first ${value}) { nodes { id } } }`,
    (value: string) => `{ sessionEvents(${value}: 1) { nodes { id } } `,
    (value: string) => `query ($x: Int = ${value} ${value}) { id }`,
    (value: string) => `${value} { id }`,
  ];
  test.each(LITERALS)('%s', async (literal) => {
    for (const makeQuery of PLACES) {
      const { errors, text } = await api().query(makeQuery(literal));
      for (const { message } of errors ?? []) expect(message).toMatch(/\w/);
      // At the first position the text is a name, which may be repeated: it is an argument.
      if (makeQuery(literal).includes(`(${SECRET}: `)) continue;
      expect([makeQuery(literal), text]).toEqual([
        makeQuery(literal),
        expect.not.stringMatching(/Hunter2|987654321987/),
      ]);
    }
  });

  test.each([
    `{ sessionEvents(after: "${SECRET}\\q") { nodes { id } } }`,
    `{ sessionEvents(after: "\\u12G4${SECRET}") { nodes { id } } }`,
    `{ sessionEvents(after: "${SECRET}) { nodes { id } } }`,
    `{ sessionEvents(first: 1${SECRET}) { nodes { id } } }`,
    `{ sessionEvents(filter: { user: { eq: ana-${SECRET} } }) { nodes { id } } }`,
  ])('%s', async (query) => {
    const { status, errors, text } = await api().query(query);
    expect([status, errors?.[0]?.message]).toEqual([400, expect.stringMatching(/^Syntax Error: /)]);
    expect(text).not.toMatch(/Hunter2|\\\\q|u12G4/);
  });

  test('nor the name of an operation, nor a value in a list with a null variable', async () => {
    const named = await api().post(JSON.stringify({ query: '{ __typename }', operationName: SECRET }));
    expect([named.errors?.[0]?.message, named.text]).toEqual([
      'The document has no operation with the name in operationName.',
      expect.not.stringContaining(SECRET),
    ]);
    const query = `query ($t: DateTime = "2020-01-01T00:00:00Z") { a: node(id: "x") { id } b: sessionEvents(filter: { and: [{ user: { eq: "${SECRET}" } }, { time: { from: $t } }] }) { nodes { id } } }`;
    expect((await api().query(query, { t: null })).text).not.toContain(SECRET);
    const events = `mutation ($t: DateTime = "2020-01-01T00:00:00Z") { ingestSessionEvents(events: [{ lock: { hostname: "${SECRET}", time: $t } }]) { accepted } }`;
    const refused = await api().query(events, { t: null });
    expect([refused.errors?.[0]?.message, refused.text]).toEqual([
      'Argument "events" has invalid value.',
      expect.not.stringContaining(SECRET),
    ]);
  });
});

test('with introspection, mistakes in names come with suggestions', async () => {
  const { errors } = await api().query(
    '{ sesionEvents { nodes { id } } hosts(frist: 1) { nodes { hostname } } }',
  );
  expect(errors?.map(({ message }) => message)).toEqual([
    expect.stringContaining('Did you mean "sessionEvents"'),
    expect.stringContaining('Did you mean "first"'),
  ]);
  const { errors: inEnum } = await api().query('{ sessionEvents(order: NEWEST_FRIST) { nodes { id } } }');
  expect(inEnum?.[0]?.message).toBe(
    'A value is not a value of the enum "TimeOrder". Did you mean the enum value "NEWEST_FIRST" or "OLDEST_FIRST"?',
  );
});

describe('without introspection', () => {
  const schema = buildSchema(readFileSync(new URL('../../schema.graphql', import.meta.url), 'utf8'));
  /** The names of the schema that are not also usual words of messages. */
  const NAMES = new Set(
    Object.values(schema.getTypeMap())
      .filter(
        ({ name }) => !name.startsWith('__') && !['Int', 'Float', 'String', 'Boolean', 'ID'].includes(name),
      )
      .flatMap((type) => [
        type.name,
        ...(isEnumType(type) ? type.getValues().map(({ name }) => name) : []),
        ...(isInputObjectType(type) ? Object.keys(type.getFields()) : []),
        ...(isObjectType(type) || isInterfaceType(type)
          ? Object.values(type.getFields()).flatMap(({ name, args }) => [
              name,
              ...args.map((arg) => arg.name),
            ])
          : []),
      ]),
  );
  const USUAL_WORDS = new Set([
    'since',
    'by',
    'id',
    'first',
    'value',
    'to',
    'from',
    'at',
    'name',
    'field',
    'code',
    'message',
    'errors',
    'query',
    'in',
    'not',
    'or',
    'and',
    'type',
    'of',
    'is',
    'count',
    'source',
    'time',
    'has',
    'key',
    'user',
  ]);

  /** The names of the schema in the messages that the client did not send. */
  const leaksOf = ({ errors = [] }: Answer, sent: string): readonly string[] => {
    const known = new Set(sent.match(/\w+/g));
    return errors
      .flatMap(({ message }) => message.match(/\w+/g) ?? [])
      .filter((word) => NAMES.has(word) && !USUAL_WORDS.has(word) && !known.has(word));
  };

  const misspell = (name: string): string => `${name.slice(0, -1)}${name.endsWith('z') ? 'y' : 'z'}`;

  test('no misspelt name of a field, argument, type, value or directive reveals the correct one', async () => {
    const queries = [
      ...Object.keys(schema.getQueryType()?.getFields() ?? {}).map((name) => `{ ${misspell(name)} }`),
      ...Object.keys(schema.getMutationType()?.getFields() ?? {}).map(
        (name) => `mutation { ${misspell(name)} }`,
      ),
      '{ __typenam }',
      '{ hosts }',
      '{ hosts(frist: 1, oder: X) { node { hostnam } } }',
      '{ host { hostname } node { id } }',
      '{ sessionEvents { nodes { hostname { x } ... on LoginEven { id } ... on Host { id } } } }',
      '{ sessionEvents(filter: { hostnam: { e: "x" }, actio: 1 }) { nodes { id } } }',
      '{ sessionEvents(filter: { action: { eq: LOGI } }, order: NEWEST_FRIST) { nodes { id } } }',
      '{ sessionEvents(filter: { action: { eq: "LOGIN" } }, order: 1) { nodes { id } } }',
      '{ overview { host } @includ(if: true) }',
      '{ overview @includ(if: true) { host } }',
      'query ($x: SessionEventFilte) { sessionEvents(filter: $x) { nodes { id } } }',
      'query ($x: Int) { sessionEvents(filter: $x) { nodes { id } } }',
      'query ($x: Int = "y") { sessionEvents(first: $x) { nodes { id } } }',
      'mutation { ingestSessionEvents(events: [{ login: {} }, {}, { logi: {} }]) { accepte } }',
      '{ hunts { passwordSpra { x } passwordSpray { x } } car { x } }',
      '{ __schema { types { name } } __type(name: "Host") { name } }',
    ];
    for (const query of queries) {
      const answer = await closed().query(query);
      expect([query, answer.errors?.length ?? 0, leaksOf(answer, query)]).toEqual([
        query,
        expect.any(Number),
        [],
      ]);
      expect([query, answer.text]).toEqual([query, expect.not.stringContaining('Did you mean')]);
      expect(answer.errors?.length).toBeGreaterThan(0);
    }
  });

  test.each([
    ['SessionEventFilter', 'sessionEvents(filter: $v) { nodes { id } }', { hostnam: { eq: 'x' } }],
    ['SessionEventFilter', 'sessionEvents(filter: $v) { nodes { id } }', { hostname: { e: 'x' } }],
    ['SessionEventFilter', 'sessionEvents(filter: $v) { nodes { id } }', { action: { eq: 'LOGI' } }],
    ['SessionEventFilter', 'sessionEvents(filter: $v) { nodes { id } }', { action: 'LOGIN' }],
    ['TimeOrder', 'sessionEvents(order: $v) { nodes { id } }', 'NEWEST_FRIST'],
    ['TimeOrder', 'sessionEvents(order: $v) { nodes { id } }', 7],
    ['Int', 'sessionEvents(first: $v) { nodes { id } }', 'x'],
  ])('nor does one in a variable of type %s', async (type, selection, value) => {
    const query = `query ($v: ${type}) { ${selection} }`;
    const answer = await closed().query(query, { v: value });
    expect([answer.status, leaksOf(answer, `${query} ${JSON.stringify(value)}`)]).toEqual([400, []]);
    expect(answer.text).not.toContain('Did you mean');
  });

  test('nor does a name with quotation marks, or one so long that the message is truncated', async () => {
    const query = 'query ($v: SessionEventFilter) { sessionEvents(filter: $v) { nodes { time } } }';
    const names = [
      'x" y',
      '"',
      '" "',
      'x"',
      '" is "x',
      ...Array.from({ length: 20 }, (_, n) => 'x'.repeat(435 + 3 * n)),
    ];
    for (const name of names) {
      const { status, errors } = await closed().query(query, { v: { hostname: { [name]: 1 } } });
      expect([name, status, errors?.[0]?.message]).toEqual([name, 400, expect.not.stringMatching(/Tex/)]);
    }
  });

  test('nor does an event that lacks a field', async () => {
    const query = 'mutation ($e: [SessionEventInput!]!) { ingestSessionEvents(events: $e) { accepted } }';
    for (const event of [
      { login: {} },
      { logi: {} },
      {},
      { lock: { hostname: 'A', time: '2026-11-16T09:00:00Z', usr: 'x' } },
    ]) {
      const answer = await closed().query(query, { e: [event] });
      expect([answer.status, leaksOf(answer, `${query} ${JSON.stringify(event)}`)]).toEqual([400, []]);
    }
  });

  test('the schema is not disclosed, and the refusal says why', async () => {
    const { errors } = await closed().query('{ __schema { queryType { name } } }');
    expect(errors).toMatchObject([
      {
        message: 'Introspection is disabled on this server. Ask its operator for the schema.',
        extensions: { code: 'INTROSPECTION_DISABLED' },
      },
    ]);
  });
});
