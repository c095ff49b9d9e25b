import { readFileSync } from 'node:fs';

import { beforeAll, describe, expect, test } from '@jest/globals';
import { buildSchema, getNamedType, isCompositeType, isRequiredArgument } from 'graphql';
import type { GraphQLObjectType } from 'graphql';

import { SCOPES } from '../../../src/model/access/scope.ts';
import type { Scope } from '../../../src/model/access/scope.ts';
import { INGEST, useApi } from '../../support/api.ts';
import type { Answer } from '../../support/api.ts';
import { useDatabase } from '../../support/database.ts';
import { aLock } from '../../support/events.ts';
import { guardedBy, keyFor } from '../../support/keys.ts';

const database = useDatabase();
const api = useApi(database, { access: async () => guardedBy(database()) });

const schema = buildSchema(readFileSync('schema.graphql', 'utf8'));
const keys = new Map<Scope, { authorization: string }>();
let both: { authorization: string };
const keyOf = (scope: Scope): { authorization: string } => keys.get(scope) ?? { authorization: '' };

beforeAll(async () => {
  // All keys are created before the server reads them, because it would notice a later one only after half a second.
  for (const scope of SCOPES) keys.set(scope, await keyFor(database(), scope));
  both = await keyFor(database(), 'events:read', 'events:write');
});

const expectForbidden = ({ status, data, errors }: Answer, field: string, scope: Scope): void => {
  expect(data).toBeUndefined();
  expect(errors).toEqual([
    expect.objectContaining({
      message: expect.stringMatching(new RegExp(`^${field.replace('.', '\\.')} needs the scope ${scope}; `)),
      extensions: { code: 'FORBIDDEN' },
    }),
  ]);
  expect(status).toBe(403);
};

/** The root fields, without their required arguments: with the scope, the answer reports the missing arguments. */
const rootFields = (
  [
    [schema.getQueryType(), 'query', 'events:read'],
    [schema.getMutationType(), 'mutation', 'events:write'],
  ] as const
).flatMap(([root, operation, scope]) =>
  Object.values((root as GraphQLObjectType).getFields()).map((field) => {
    const opening = field.name === 'auditLog' ? 'admin' : scope;
    const required = field.args.filter(isRequiredArgument);
    const variables = required.map(({ name, type }) => `$${name}: ${String(type)}`).join(', ');
    const args = required.map(({ name }) => `${name}: $${name}`).join(', ');
    const selection = isCompositeType(getNamedType(field.type)) ? '{ __typename }' : '';
    const inBrackets = (text: string): string => (text === '' ? '' : `(${text})`);
    const text = `${operation} Ask${inBrackets(variables)} { ${field.name}${inBrackets(args)} ${selection} }`;
    return [`${root?.name}.${field.name}`, text, opening] as const;
  }),
);

describe('each root field', () => {
  test('is covered by this test', () => {
    expect(rootFields.length).toBeGreaterThanOrEqual(16);
    expect(rootFields.map(([name]) => name)).toEqual(
      expect.arrayContaining(['Query.node', 'Query.nodes', 'Query.hunts', 'Mutation.ingestContextEvents']),
    );
  });

  test.each(rootFields)(
    '%s is refused without its scope, and allowed with it',
    async (field, text, scope) => {
      const stranger = await api().query(text);
      expect([stranger.status, stranger.errors?.[0]?.extensions.code]).toEqual([401, 'UNAUTHENTICATED']);
      expect(stranger.headers.get('www-authenticate')).toBe('Bearer');
      for (const other of SCOPES.filter((candidate) => candidate !== scope)) {
        expectForbidden(await api().query(text, {}, keyOf(other)), field, scope);
      }
      const { status, errors } = await api().query(text, {}, keyOf(scope));
      expect([401, 403]).not.toContain(status);
      expect(errors?.map(({ extensions }) => extensions.code) ?? []).not.toContain('FORBIDDEN');
    },
  );
});

describe('the check cannot be bypassed with', () => {
  test.each([
    ['an alias', '{ __typename a: overview { hosts { value } } }'],
    ['a fragment', 'query A { ...F } fragment F on Query { overview { hosts { value } } }'],
    [
      'a fragment in a fragment',
      'query A { ...F } fragment F on Query { ...G } fragment G on Query { overview { hosts { value } } }',
    ],
    ['an inline fragment', '{ ... on Query { overview { hosts { value } } } }'],
    ['an inline fragment without a type', '{ ... { ... { overview { hosts { value } } } } }'],
    [
      'a field that a variable excludes',
      'query A($v: Boolean = false) { overview @include(if: $v) { hosts { value } } }',
    ],
    [
      'a field that a variable includes',
      'query A($v: Boolean = true) { overview @include(if: $v) { hosts { value } } }',
    ],
    ['a skipped field', '{ ... @skip(if: true) { overview { hosts { value } } } }'],
    [
      'introspection in the same operation',
      '{ __schema { queryType { name } } overview { hosts { value } } }',
    ],
  ])('%s', async (_, text) => {
    expectForbidden(await api().query(text, {}, keyOf('events:write')), 'Query.overview', 'events:read');
  });

  test('an interface, by node', async () => {
    const text = '{ node(id: "x") { id ... on SessionEvent { user } ... on Host { hostname } } }';
    expectForbidden(await api().query(text, {}, keyOf('admin')), 'Query.node', 'events:read');
  });

  test('another operation of the document', async () => {
    const query = 'query Harmless { __typename } query Asked { overview { hosts { value } } }';
    const ask = async (operationName: string, scope: Scope): Promise<Answer> =>
      api().post(JSON.stringify({ query, operationName }), {
        'content-type': 'application/json',
        ...keyOf(scope),
      });
    expectForbidden(await ask('Asked', 'admin'), 'Query.overview', 'events:read');
    expect((await ask('Harmless', 'admin')).data).toEqual({ __typename: 'Query' });
    expect((await ask('Asked', 'events:read')).data).toEqual({ overview: { hosts: { value: 0 } } });
  });

  test('GET', async () => {
    const address = `${api().url}?query=${encodeURIComponent('{ overview { hosts { value } } }')}`;
    const ask = async (headers: object): Promise<Response> =>
      fetch(address, { headers: { 'apollo-require-preflight': '1', ...headers } });
    expect((await ask({})).status).toBe(401);
    expect((await ask(keyOf('events:write'))).status).toBe(403);
    expect((await ask(keyOf('events:read'))).status).toBe(200);
  });

  test('a mutation without its scope stores nothing', async () => {
    const variables = { events: [aLock({ hostname: 'INTRUDER' })] };
    const field = 'Mutation.ingestSessionEvents';
    expect((await api().query(INGEST, variables)).status).toBe(401);
    expectForbidden(await api().query(INGEST, variables, keyOf('events:read')), field, 'events:write');
    const fragments = `mutation A($events: [SessionEventInput!]!) { ...F }
      fragment F on Mutation { x: ingestSessionEvents(events: $events) { accepted } }`;
    expectForbidden(await api().query(fragments, variables, keyOf('admin')), field, 'events:write');
    const { rows } = await database().readPool.query('select from session_event');
    expect(rows).toHaveLength(0);
    const { data } = await api().query(INGEST, variables, keyOf('events:write'));
    expect(data.ingestSessionEvents.accepted).toBe(1);
  });
});

test('introspection and __typename need a credential, with any scope', async () => {
  const text = '{ __typename __schema { types { fields { name type { ofType { name } } } } } }';
  expect((await api().query(text)).status).toBe(401);
  for (const scope of SCOPES) {
    const { status, data } = await api().query(text, {}, keyOf(scope));
    expect([status, data.__typename]).toEqual([200, 'Query']);
  }
});

test('several scopes allow what each of them allows', async () => {
  expect((await api().query('{ overview { hosts { value } } }', {}, both)).errors).toBeUndefined();
  expect((await api().query(INGEST, { events: [aLock()] }, both)).errors).toBeUndefined();
});

test('a refusal names the key and the missing scope', async () => {
  const { errors } = await api().query('{ overview { hosts { value } } }', {}, keyOf('admin'));
  expect(errors?.[0]?.message).toBe(
    'Query.overview needs the scope events:read; the key "with admin" has admin. Ask the administrator of the server for one that has it.',
  );
});
