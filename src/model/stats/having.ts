import { atPath } from '../filter/comparators.ts';
import type { FilterInput } from '../filter/parseFilter.ts';
import { startOfLast } from '../filter/timeRange.ts';
import { Refusal } from '../refusal.ts';
import { parseDuration } from '../values/duration.ts';
import { parseTime } from '../values/time.ts';

/** A condition on a count of a group, or on its first or last time. `until` is exclusive, the others inclusive. */
export type HavingCondition<Measure> = { readonly measure: Measure } & (
  | { readonly operator: 'gte' | 'lte'; readonly value: number }
  | { readonly operator: 'from' | 'until'; readonly value: string }
);

/**
 * Parses the conditions for groups; null keeps all groups.
 *
 * @param now the time that `last` counts back from.
 * @throws Refusal BAD_FILTER for no condition at all (it would keep every group by mistake), for a null operand, a negative number and
 * bounds that exclude every number; also the refusals of the value parsers, with the path of the value.
 */
export const parseHaving = (
  having: FilterInput | null | undefined,
  now: string,
): readonly HavingCondition<string>[] => {
  if (having === null || having === undefined) return [];
  const conditions = Object.entries(having).flatMap(([measure, comparator]) => {
    const path = `having.${measure}`;
    const operands = Object.entries(comparator ?? {}).filter(([, operand]) => operand !== undefined);
    checkBounds(Object.fromEntries(operands), path);
    return operands.map(([name, operand]) => {
      const parse = OPERATORS[name as keyof typeof OPERATORS];
      return { measure, ...parse(operand, `${path}.${name}`, now) };
    });
  });
  if (conditions.length > 0) return conditions;
  throw new Refusal('BAD_FILTER', 'having has no condition; give one or leave it out.', 'having');
};

const checkBounds = ({ gte, lte }: FilterInput, path: string): void => {
  if (typeof gte !== 'number' || typeof lte !== 'number' || gte <= lte) return;
  throw new Refusal('BAD_FILTER', `${path}.gte is more than its lte; exchange them.`, `${path}.gte`);
};

const bound =
  <Operator extends 'gte' | 'lte'>(operator: Operator) =>
  (operand: unknown, path: string) => ({ operator, value: parseCount(operand, path) });

const OPERATORS = {
  gte: bound('gte'),
  lte: bound('lte'),
  from: (operand: unknown, path: string) =>
    ({ operator: 'from', value: atPath(path, () => parseTime(operand)) }) as const,
  until: (operand: unknown, path: string) =>
    ({ operator: 'until', value: atPath(path, () => parseTime(operand)) }) as const,
  last: (operand: unknown, path: string, now: string) =>
    ({
      operator: 'from',
      value: startOfLast(
        now,
        atPath(path, () => parseDuration(operand, 'last')),
      ),
    }) as const,
};

const parseCount = (operand: unknown, path: string): number => {
  if (typeof operand === 'number' && operand >= 0) return operand;
  throw new Refusal('BAD_FILTER', `${path} must be a number of at least 0; otherwise leave it out.`, path);
};
