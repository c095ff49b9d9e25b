import { Refusal } from '../refusal.ts';

import type { Field, Predicate } from './predicate.ts';

/** A comparator as a client sends it. GraphQL has checked its shape, not its values. */
type Comparator = Readonly<Record<string, unknown>>;

/** Compiles a member of a comparator, for example `eq` or `startsWith`. */
export type Operator = (operand: unknown, path: string) => Predicate;

/** Parses one member of a filter object. */
export type MemberParser = (member: unknown, path: string) => readonly Predicate[];

/** A member that is an object of operators. */
export const comparedWith =
  (operators: Readonly<Record<string, Operator>>): MemberParser =>
  (member, path) =>
    parseComparator(member as Comparator, operators, path);

const MAX_LIST = 1000;

/**
 * Parses one comparator object with the operators of its field. An undefined operand counts as absent, so that optional variables work.
 *
 * @throws Refusal BAD_FILTER for a null operand, naming `isNull`; and the refusals of the field's own parser.
 */
const parseComparator = (
  comparator: Comparator,
  operators: Readonly<Record<string, Operator>>,
  path: string,
): readonly Predicate[] =>
  Object.entries(comparator).flatMap(([name, operand]) => {
    if (operand === undefined) return [];
    const field = `${path}.${name}`;
    if (operand === null) {
      throw new Refusal(
        'BAD_FILTER',
        `${field} is null; to find events without a value use isNull: true, otherwise leave it out.`,
        field,
      );
    }
    return operators[name]?.(operand, field) ?? [];
  });

/** Parses a list operand. @throws Refusal BAD_FILTER if it is empty or longer than 1,000. */
export const parseList = <T>(
  operand: unknown,
  path: string,
  parse: (item: unknown, itemPath: string) => T,
): readonly T[] => {
  const items: readonly unknown[] = Array.isArray(operand) ? operand : [operand];
  if (items.length === 0) {
    throw new Refusal('BAD_FILTER', `${path} is an empty list; give a value or leave it out.`, path);
  }
  if (items.length > MAX_LIST) {
    throw new Refusal('BAD_FILTER', `${path} has ${items.length} values; the most is ${MAX_LIST}.`, path);
  }
  return items.map((item, index) => parse(item, `${path}[${index}]`));
};

/** Runs a value parser and adds the path of the value to its refusal. */
export const atPath = <T>(path: string, parse: () => T): T => {
  try {
    return parse();
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    throw new Refusal(error.code, `${path}: ${error.message}`, path);
  }
};

export const isNullOperator =
  (field: Field): Operator =>
  (operand) =>
    operand === true ? { kind: 'isNull', field } : { kind: 'not', of: { kind: 'isNull', field } };

/** Negates the predicate, in two-valued logic, if `wanted` is false. */
export const negateUnless = (wanted: unknown, predicate: Predicate): Predicate =>
  wanted === true ? predicate : { kind: 'not', of: predicate };
