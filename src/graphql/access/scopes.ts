import type { Scope } from '../../model/access/scope.ts';

import type { Mutation, Query } from '../generated.ts';

/** A scope for each field of a root type. The compiler names a field that has none; at run time such a field is denied. */
type ScopesOf<Root> = Readonly<Record<Exclude<keyof Root, '__typename'>, Scope>>;

/** The scope that each field of Query and Mutation requires. */
export const ROOT_SCOPES = {
  Query: {
    sessionEvents: 'events:read',
    sessions: 'events:read',
    hosts: 'events:read',
    host: 'events:read',
    accounts: 'events:read',
    account: 'events:read',
    contextEvents: 'events:read',
    auditLog: 'admin',
    overview: 'events:read',
    search: 'events:read',
    eventStats: 'events:read',
    sessionStats: 'events:read',
    logonGraph: 'events:read',
    car: 'events:read',
    hunts: 'events:read',
    node: 'events:read',
    nodes: 'events:read',
  } satisfies ScopesOf<Query>,
  Mutation: {
    ingestSessionEvents: 'events:write',
    ingestContextEvents: 'events:write',
  } satisfies ScopesOf<Mutation>,
} as const;

/**
 * Types that root fields of different scopes reach, with the scopes any of which allows access. Without an entry such a type is denied:
 * otherwise `node` would return a type that implements Node to callers with events:read, regardless of the scope that it needs.
 */
export const TYPE_SCOPES: Readonly<Record<string, readonly Scope[]>> = {
  // They hold no data of the items.
  PageInfo: ['events:read', 'admin'],
  TotalCount: ['events:read', 'admin'],
};
