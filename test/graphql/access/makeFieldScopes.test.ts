import { describe, expect, test } from '@jest/globals';
import { buildSchema, isIntrospectionType, isInterfaceType, isObjectType } from 'graphql';

import { makeFieldScopes } from '../../../src/graphql/access/makeFieldScopes.ts';
import type { ScopeTables } from '../../../src/graphql/access/makeFieldScopes.ts';
import { ROOT_SCOPES, TYPE_SCOPES } from '../../../src/graphql/access/scopes.ts';
import { makeSchema } from '../../../src/graphql/schema.ts';

describe('the schema', () => {
  const schema = makeSchema();
  const scopesOf = makeFieldScopes(schema, { roots: ROOT_SCOPES, types: TYPE_SCOPES });
  const types = Object.values(schema.getTypeMap()).filter((type) => !isIntrospectionType(type));
  const fields = types.flatMap((type) =>
    isObjectType(type) || isInterfaceType(type)
      ? Object.keys(type.getFields()).map((field) => [type.name, field] as const)
      : [],
  );

  test('every field has a scope: reads, writes and the audit differ', () => {
    expect(fields.length).toBeGreaterThan(300);
    const isWritten = (type: string): boolean => /^(Mutation|Ingest|InputError)/.test(type);
    const scopes = fields.map(([type, field]) => `${type}.${field}: ${scopesOf(type, field).join()}`);
    const scopeOf = (type: string, field: string): string => {
      if (type === 'PageInfo' || type === 'TotalCount') return 'events:read,admin';
      if (type.startsWith('Audit') || field === 'auditLog') return 'admin';
      return isWritten(type) ? 'events:write' : 'events:read';
    };
    const expected = fields.map(([type, field]) => `${type}.${field}: ${scopeOf(type, field)}`);
    expect(scopes).toEqual(expected);
  });

  test('the tables match the schema', () => {
    for (const [root, scopes] of Object.entries(ROOT_SCOPES)) {
      const named = fields.flatMap(([type, field]) => (type === root ? [field] : []));
      expect(Object.keys(scopes).toSorted()).toEqual(named.toSorted());
    }
    expect(schema.getSubscriptionType() ?? null).toBeNull();
    const names = new Set(types.map(({ name }) => name));
    expect(Object.keys(TYPE_SCOPES).filter((name) => !names.has(name))).toEqual([]);
  });
});

describe('in an example schema', () => {
  const SCHEMA = buildSchema(`
    interface Node { id: ID! }
    type Query { events: Events! node: Node log: Log! unnamed: Unnamed any: Any }
    type Mutation { send: Payload! }
    type Events { list: [Event!]! page: Page! }
    interface Labelled { label: String }
    interface Mixed { name: String }
    type Event implements Node & Labelled { id: ID! label: String user: User }
    type User implements Mixed { name: String }
    type Log { entries: [Entry!]! page: Page! }
    type Entry implements Node { id: ID! details: Details! }
    type Details implements Mixed { name: String variables: String }
    type Page { next: String }
    type Payload { query: Query! done: Done }
    type Done { at: String }
    type Unnamed { secret: String }
    union Any = Left | Right
    type Left { a: Int }
    type Right { b: Int }
  `);
  const ROOTS: ScopeTables['roots'] = {
    Query: { events: 'events:read', node: 'events:read', log: 'admin', any: 'events:read' },
    Mutation: { send: 'events:write' },
  };
  const open = makeFieldScopes(SCHEMA, { roots: ROOTS, types: {} });
  const named = makeFieldScopes(SCHEMA, {
    roots: ROOTS,
    types: { Entry: ['admin'], Page: ['events:read', 'admin'] },
  });

  test.each([
    ['Query', 'events', ['events:read']],
    ['Query', 'log', ['admin']],
    ['Event', 'user', ['events:read']],
    ['User', 'name', ['events:read']],
    ['Log', 'entries', ['admin']],
    ['Node', 'id', ['events:read']],
    ['Labelled', 'label', ['events:read']],
    ['Payload', 'done', ['events:write']],
    ['Done', 'at', ['events:write']],
    ['Left', 'a', ['events:read']],
    ['Right', 'b', ['events:read']],
  ])('%s.%s has the scopes %j of the root fields that lead to it', (type, field, scopes) => {
    expect(open(type, field)).toEqual(scopes);
  });

  test.each([
    ['Query', 'unnamed'],
    ['Unnamed', 'secret'],
    ['Entry', 'id'],
    ['Details', 'variables'],
    ['Page', 'next'],
    ['Mixed', 'name'],
    ['Nothing', 'here'],
    ['Query', 'constructor'],
    ['constructor', 'name'],
    ['__proto__', 'toString'],
  ])('%s.%s, to which no scope or several scopes lead, is denied', (type, field) => {
    expect(open(type, field)).toEqual([]);
  });

  test('a type with an entry, and the types below it, have the scopes of the entry', () => {
    expect(named('Entry', 'id')).toEqual(['admin']);
    expect(named('Details', 'variables')).toEqual(['admin']);
    expect(named('Page', 'next')).toEqual(['events:read', 'admin']);
    expect(named('Node', 'id')).toEqual(['events:read']);
    expect(named('Event', 'id')).toEqual(['events:read']);
    expect(named('Mixed', 'name')).toEqual([]);
  });
});
