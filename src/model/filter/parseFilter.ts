import { Refusal } from '../refusal.ts';
import type { HostnameStyle } from '../values/hostname.ts';

import { parseComparator } from './comparators.ts';
import type { Comparator, Operator } from './comparators.ts';
import { eventFieldOperators } from './fields.ts';
import type { EventField, Predicate } from './predicate.ts';

/** A filter as a client gives it: the shape was checked (by GraphQL), the values were not. */
export type FilterInput = Readonly<Record<string, unknown>>;

/**
 * Parses a filter on session events to a predicate with canonical values. All members of one object must hold. A comparator or
 * filter that is null or absent is not given.
 *
 * @throws Refusal BAD_FILTER for null operands, empty lists and, inside `and`, `or`, `not`, filters that say nothing (they would
 * match everything by mistake); and what the parsers of the values throw, with the path of the value.
 */
export const parseEventFilter = (
  filter: FilterInput | null | undefined,
  hostnames: HostnameStyle,
): Predicate => ({
  kind: 'and',
  of: parseMembers(filter ?? {}, eventFieldOperators(hostnames), 'filter'),
});

type FieldOperators = Readonly<Record<EventField, Readonly<Record<string, Operator>>>>;

const parseMembers = (filter: FilterInput, fields: FieldOperators, path: string): readonly Predicate[] =>
  Object.entries(filter)
    .filter(([, member]) => member !== null && member !== undefined)
    .flatMap(([name, member]) => {
      const memberPath = `${path}.${name}`;
      if (name === 'and' || name === 'or') {
        return [{ kind: name, of: parseBranches(member as readonly FilterInput[], fields, memberPath) }];
      }
      if (name === 'not') {
        return [{ kind: 'not', of: parseBranch(member as FilterInput, fields, memberPath) }];
      }
      if (name === 'excludeNoise') return member === true ? [{ kind: 'not', of: { kind: 'noise' } }] : [];
      return parseComparator(member as Comparator, fields[name as EventField], memberPath);
    });

const parseBranches = (
  branches: readonly FilterInput[],
  fields: FieldOperators,
  path: string,
): readonly Predicate[] => {
  if (branches.length === 0) throw refuseEmpty(path);
  return branches.map((branch, index) => parseBranch(branch, fields, `${path}[${index}]`));
};

const parseBranch = (branch: FilterInput, fields: FieldOperators, path: string): Predicate => {
  const of = parseMembers(branch, fields, path);
  if (of.length === 0) throw refuseEmpty(path);
  return { kind: 'and', of };
};

const refuseEmpty = (path: string): Refusal =>
  new Refusal(
    'BAD_FILTER',
    `${path} is empty and would match every event; give a condition or leave it out.`,
    path,
  );
