import { isInterfaceType, isObjectType } from 'graphql';
import type { GraphQLCompositeType } from 'graphql';

import { CAR_ANALYTICS, HUNTS } from '../../domain/hunts/registry.ts';

import { MAX_SHARED_SIDS } from '../../db/selectSharedSids.ts';

import type { Resolvers } from '../generated.ts';

/** The arguments of a field by name; null for one that is neither given nor has a default. */
export type GivenArguments = Readonly<Record<string, unknown>>;

/** What a field costs beyond the objects that it returns, which cost 1 each. */
export type FieldCost = {
  /** Work that does not depend on the response; none by default. */
  readonly base?: (given: GivenArguments) => number;
  /** The length of a list without pages; 50 by default. */
  readonly rows?: (given: GivenArguments) => number;
  /** The maximum number of rows on the page that the field returns; by default the page size that its arguments ask for. */
  readonly page?: (given: GivenArguments) => number;
};

type FieldOf<Type extends keyof Resolvers> = Exclude<keyof NonNullable<Resolvers[Type]>, `__${string}`>;

type Costs = { readonly [Type in keyof Resolvers]?: { readonly [Field in FieldOf<Type>]?: FieldCost } };

/** Every field of these types has a cost. */
type CompleteCosts = {
  readonly [Type in 'Query' | 'Mutation' | 'Car' | 'Hunts']: Readonly<Record<FieldOf<Type>, FieldCost>>;
};

/** A constant, a lookup, or a page that an index serves. */
const INDEXED: FieldCost = {};
/** Reads all events or sessions of a range, and costs as much as a page of 1,000. */
const SCAN: FieldCost = { base: () => 1000 };
/** Each kind takes a few statements, and at most one for each of its matches. */
const SEARCH: FieldCost = {
  base: () => 100,
  page: ({ kinds, first }) => lengthOf(kinds) * Math.max(0, Number(first)),
};
/** Each edge has two nodes. */
const GRAPH: FieldCost = { ...SCAN, page: ({ first }) => 2 * Math.max(0, Number(first)) };
/** An exact count is mostly read for each row (the evidence of a match, the events of a host), and from an index. */
const COUNT: FieldCost = { base: ({ mode }) => (mode === 'EXACT' ? 50 : 0) };

const rows = (length: number): FieldCost => ({ rows: () => length });

/** A single value stands for a list of one. */
const lengthOf = (value: unknown): number =>
  Array.isArray(value) ? value.length : value === null || value === undefined ? 0 : 1;

/** Every hunt scans. */
const costsOf = <Name extends string>(
  hunts: Readonly<Record<Name, unknown>>,
): Readonly<Record<Name, FieldCost>> =>
  Object.fromEntries(Object.keys(hunts).map((name) => [name, SCAN])) as Readonly<Record<Name, FieldCost>>;

/** The compiler and the startup (findFieldMistakes) name a field that needs an entry and has none. */
const FIELD_COSTS: Costs = {
  Query: {
    sessionEvents: INDEXED,
    sessions: INDEXED,
    hosts: INDEXED,
    host: INDEXED,
    accounts: INDEXED,
    account: INDEXED,
    contextEvents: INDEXED,
    auditLog: INDEXED,
    overview: INDEXED,
    search: SEARCH,
    eventStats: SCAN,
    sessionStats: SCAN,
    logonGraph: GRAPH,
    car: INDEXED,
    hunts: INDEXED,
    node: INDEXED,
    nodes: { rows: ({ ids }) => lengthOf(ids) },
  },
  Mutation: {
    ingestSessionEvents: { base: ({ events }) => lengthOf(events) },
    ingestContextEvents: { base: ({ events }) => lengthOf(events) },
  },
  Car: { id: INDEXED, ...costsOf(CAR_ANALYTICS) },
  Hunts: { id: INDEXED, ...costsOf(HUNTS) },
  Session: {
    state: INDEXED,
    endedAfter: INDEXED,
    periods: { rows: ({ first }) => Number(first) },
    lockedSeconds: INDEXED,
    unlockedSeconds: INDEXED,
    disconnectedSeconds: INDEXED,
    unknownSeconds: INDEXED,
    duration: INDEXED,
    durationSeconds: INDEXED,
    events: INDEXED,
    contextEvents: INDEXED,
    concurrentSessions: INDEXED,
  },
  Host: {
    lastLogin: INDEXED,
    loggedOn: INDEXED,
    events: INDEXED,
    sessions: INDEXED,
    contextEvents: INDEXED,
  },
  Account: { events: INDEXED, sessions: INDEXED },
  UidMatch: { events: INDEXED },
  AddressMatch: { events: INDEXED },
  LoginIdMatch: { events: INDEXED, sessions: INDEXED },
  // It also reads the SIDs that are not shared.
  Overview: { sharedSids: { base: () => 100, rows: () => MAX_SHARED_SIDS } },
  LogonGraphEdge: { events: INDEXED },
  HuntMatch: { evidence: INDEXED },
  PasswordSpray: { successes: INDEXED },
  ConcurrentSessions: { sessions: INDEXED },
  // The buckets of all groups together are limited to 100,000: 100 for each of 1,000 groups.
  EventStatsGroup: { buckets: rows(100) },
  SessionStatsGroup: { buckets: rows(100) },
  Analytic: { attackTechniques: rows(5) },
  // The mutation already costs 1 for each item that was sent.
  IngestSessionEventsPayload: { results: rows(0) },
  IngestContextEventsPayload: { results: rows(0) },
  // Evidence rarely conflicts.
  LateralHop: { candidates: rows(2) },
  LateralGraph: { nodes: rows(200), edges: rows(200) },
} satisfies Costs & CompleteCosts;

/** Finds the cost of a field, that of an interface's field included; null when it has none. */
export const findFieldCost = (parent: GraphQLCompositeType, field: string): FieldCost | null => {
  if (!isObjectType(parent) && !isInterfaceType(parent)) return null;
  if (parent.getFields()[field]?.type.toString() === 'TotalCount!') return COUNT;
  for (const { name } of [parent, ...parent.getInterfaces()]) {
    const costs: Readonly<Record<string, FieldCost>> | undefined = FIELD_COSTS[name as keyof Costs];
    if (costs?.[field] !== undefined) return costs[field];
  }
  return null;
};
