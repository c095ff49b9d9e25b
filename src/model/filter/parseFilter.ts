import { Refusal } from '../refusal.ts';
import type { HostnameStyle } from '../values/hostname.ts';

import type { MemberParser } from './comparators.ts';
import { contextMembers, eventMembers, sessionMembers } from './members.ts';
import { commonMembers } from './operators.ts';
import type { Predicate } from './predicate.ts';

/** A filter as a client sends it. GraphQL has checked its shape, not its values. */
export type FilterInput = Readonly<Record<string, unknown>>;

/**
 * Parses a filter on session events to a predicate with canonical values. All members of an object must hold. A comparator or
 * filter that is null counts as absent.
 *
 * @throws Refusal BAD_FILTER for null operands, empty lists and, inside `and`, `or`, `not`, filters without a condition (they would
 * match everything by mistake), and for more than 10 levels or 5,000 values; and the refusals of the value parsers, with the
 * path of the value.
 */
export const parseEventFilter = (
  filter: FilterInput | null | undefined,
  hostnames: HostnameStyle,
): Predicate => parseFilter(filter, EVENT_MEMBERS[hostnames]);

/** Parses a filter on sessions in the same way. */
export const parseSessionFilter = (
  filter: FilterInput | null | undefined,
  hostnames: HostnameStyle,
): Predicate => parseFilter(filter, SESSION_MEMBERS[hostnames]);

/** Parses a filter on hosts in the same way. */
export const parseHostFilter = (
  filter: FilterInput | null | undefined,
  hostnames: HostnameStyle,
): Predicate => {
  const { hostname } = commonMembers(hostnames);
  return parseFilter(filter, { hostname });
};

/** Parses a filter on context events in the same way. */
export const parseContextEventFilter = (
  filter: FilterInput | null | undefined,
  hostnames: HostnameStyle,
): Predicate => parseFilter(filter, contextMembers(hostnames));

/** Parses a filter on accounts in the same way. */
export const parseAccountFilter = (
  filter: FilterInput | null | undefined,
  hostnames: HostnameStyle,
): Predicate => {
  const { user, userDomain } = commonMembers(hostnames);
  return parseFilter(filter, { user, userDomain });
};

const EVENT_MEMBERS = { SHORT: eventMembers('SHORT'), FULL: eventMembers('FULL') } as const;
const SESSION_MEMBERS = { SHORT: sessionMembers('SHORT'), FULL: sessionMembers('FULL') } as const;

const parseFilter = (filter: FilterInput | null | undefined, fields: Scope['fields']): Predicate => {
  const scope = { fields, depth: 0 };
  const predicate: Predicate = { kind: 'and', of: parseMembers(filter ?? {}, scope, 'filter') };
  if (countValues(predicate) <= MAX_VALUES) return predicate;
  throw new Refusal(
    'BAD_FILTER',
    `filter has more than ${MAX_VALUES} values; split it into several queries.`,
    'filter',
  );
};

/** Postgres allows 65,535 parameters, and the stacks of Node and Postgres limit the depth of recursion. */
const MAX_VALUES = 5000;
const MAX_DEPTH = 10;

/** The context of an object in the filter: the parsers of its members, and the number of `and`, `or`, `not` around it. */
type Scope = {
  readonly fields: Readonly<Record<string, MemberParser>>;
  readonly depth: number;
};

const parseMembers = (filter: FilterInput, scope: Scope, path: string): readonly Predicate[] =>
  Object.entries(filter)
    .filter(([, member]) => member !== null && member !== undefined)
    .flatMap(([name, member]) => {
      const memberPath = `${path}.${name}`;
      if (name === 'and' || name === 'or') {
        return [{ kind: name, of: parseBranches(member as readonly FilterInput[], scope, memberPath) }];
      }
      if (name === 'not') {
        return [{ kind: 'not', of: parseBranch(member as FilterInput, scope, memberPath) }];
      }
      if (name === 'excludeNoise') return member === true ? [{ kind: 'not', of: { kind: 'noise' } }] : [];
      return scope.fields[name]?.(member, memberPath) ?? [];
    });

const parseBranches = (
  branches: readonly FilterInput[],
  scope: Scope,
  path: string,
): readonly Predicate[] => {
  if (branches.length === 0) throw refuseEmpty(path);
  return branches.map((branch, index) => parseBranch(branch, scope, `${path}[${index}]`));
};

const parseBranch = (branch: FilterInput, { fields, depth }: Scope, path: string): Predicate => {
  if (depth === MAX_DEPTH) {
    throw new Refusal('BAD_FILTER', `filter nests and, or, not deeper than ${MAX_DEPTH} levels.`, 'filter');
  }
  const of = parseMembers(branch, { fields, depth: depth + 1 }, path);
  if (of.length === 0) throw refuseEmpty(path);
  return { kind: 'and', of };
};

const countValues = (predicate: Predicate): number => {
  switch (predicate.kind) {
    case 'and':
    case 'or':
      return predicate.of.reduce((sum, branch) => sum + countValues(branch), 0);
    case 'not':
      return countValues(predicate.of);
    case 'in':
      return predicate.values.length;
    case 'userIn':
      return predicate.users.length;
    case 'inCidr':
    case 'outsideCidr':
      return predicate.networks.length;
    default:
      return 1;
  }
};

const refuseEmpty = (path: string): Refusal =>
  new Refusal(
    'BAD_FILTER',
    `${path} is empty and would match everything; give a condition or leave it out.`,
    path,
  );
