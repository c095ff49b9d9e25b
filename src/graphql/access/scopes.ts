import type { Scope } from '../../model/access/scope.ts';

import type { Mutation, Query } from '../generated.ts';

/** The scopes of a root type's fields. The compiler names a field that has none; at run time it would open for nobody. */
type ScopesOf<Root> = Readonly<Record<Exclude<keyof Root, '__typename'>, Scope>>;

/** Which scope each question and each mutation needs. */
export const ROOT_SCOPES = {
  Query: {
    sessionEvents: 'events:read',
    sessions: 'events:read',
    hosts: 'events:read',
    host: 'events:read',
    accounts: 'events:read',
    account: 'events:read',
    hostStarts: 'events:read',
    auditLog: 'admin',
    overview: 'events:read',
    eventStats: 'events:read',
    sessionStats: 'events:read',
    car: 'events:read',
    hunts: 'events:read',
    node: 'events:read',
    nodes: 'events:read',
  } satisfies ScopesOf<Query>,
  Mutation: {
    ingestSessionEvents: 'events:write',
    ingestHostStarts: 'events:write',
  } satisfies ScopesOf<Mutation>,
} as const;

/**
 * Types that questions of different scopes reach, with the scopes of which one opens them. Unnamed they open for nobody: one that
 * implements Node and is not for whoever may read events would otherwise come out of `node`.
 */
export const TYPE_SCOPES: Readonly<Record<string, readonly Scope[]>> = {
  // They hold nothing of what is in a page.
  PageInfo: ['events:read', 'admin'],
  TotalCount: ['events:read', 'admin'],
};
