import type { FilterInput } from '../filter/parseFilter.ts';
import { parseLimit } from '../page.ts';
import { Refusal } from '../refusal.ts';

import { parseHaving } from './having.ts';
import type { HavingCondition } from './having.ts';

/** Which groups to return, apart from the filter, as a client sends it. GraphQL has checked its shape. */
export type StatsArguments<Dimension, OrderField> = {
  readonly groupBy: readonly Dimension[];
  readonly having?: FilterInput | null | undefined;
  readonly order: { readonly field: OrderField; readonly direction?: 'ASCENDING' | 'DESCENDING' };
  readonly first: number;
};

/** The same after parsing. */
export type StatsQuestion<Dimension, Measure> = {
  readonly dimensions: readonly Dimension[];
  readonly having: readonly HavingCondition<Measure>[];
  /** By a measure, or by the key. */
  readonly order: { readonly by: Measure | 'KEY'; readonly direction: 'ASCENDING' | 'DESCENDING' };
  readonly limit: number;
};

/** With more dimensions, the groups would be little more than single events. */
const MAX_DIMENSIONS = 5;

/**
 * Parses which groups are requested.
 *
 * @param measures the measure, or the key, for each field that groups can be ordered by.
 * @param now the time that `last` counts back from.
 * @throws Refusal BAD_GROUPING for more than five dimensions and for a repeated one; the refusals of parseHaving; BAD_PAGE for
 * `first`.
 */
export const parseStatsQuestion = <Dimension extends string, OrderField extends string, Measure>(
  { groupBy, having, order, first }: StatsArguments<Dimension, OrderField>,
  measures: Readonly<Record<OrderField, Measure | 'KEY'>>,
  now: string,
): StatsQuestion<Dimension, Measure> => {
  checkDimensions(groupBy);
  return {
    dimensions: groupBy,
    having: parseHaving(having, now) as readonly HavingCondition<Measure>[],
    order: { by: measures[order.field], direction: order.direction ?? 'DESCENDING' },
    limit: parseLimit(first),
  };
};

const checkDimensions = (dimensions: readonly string[]): void => {
  if (dimensions.length > MAX_DIMENSIONS) {
    const message = `groupBy has ${dimensions.length} dimensions; the most is ${MAX_DIMENSIONS}.`;
    throw new Refusal('BAD_GROUPING', message, 'groupBy');
  }
  const repeated = dimensions.findIndex((dimension, index) => dimensions.indexOf(dimension) < index);
  if (repeated < 0) return;
  const message = `groupBy has ${dimensions[repeated]} twice; name each dimension once.`;
  throw new Refusal('BAD_GROUPING', message, `groupBy[${repeated}]`);
};
