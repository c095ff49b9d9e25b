import { EVENT_STATS } from '../db/stats/eventStats.ts';
import { selectStats } from '../db/stats/selectStats.ts';

import type { FilterInput } from '../model/filter/parseFilter.ts';
import { parseEventFilter } from '../model/filter/parseFilter.ts';
import { EVENT_STATS_ORDERS } from '../model/stats/eventStats.ts';
import type { EventDimension, EventMeasures, EventStatsKey } from '../model/stats/eventStats.ts';
import { parseStatsQuestion } from '../model/stats/statsQuestion.ts';
import type { StatsArguments } from '../model/stats/statsQuestion.ts';

import type { ListContext } from './listContext.ts';

export type EventStatsRequest = StatsArguments<EventDimension, keyof typeof EVENT_STATS_ORDERS> & {
  readonly filter?: FilterInput | null | undefined;
};

/** Events with the same key. */
export type EventStatsGroup = EventMeasures & { readonly key: EventStatsKey };

/** Counts of events; `count` is what the groups have and `otherCount`. */
export type EventStats = {
  readonly groupBy: readonly EventDimension[];
  readonly count: number;
  readonly otherCount: number;
  readonly totalGroups: number;
  readonly matchingGroups: number;
  readonly groups: readonly EventStatsGroup[];
};

/**
 * Counts events by groups.
 *
 * @param selected names of the fields of a group that are asked for; other measures are not computed.
 * @throws Refusal for a bad filter, grouping, having or limit.
 */
export const getEventStats = async (
  { reader, hostnames, now }: ListContext,
  { filter, ...request }: EventStatsRequest,
  selected: ReadonlySet<string>,
): Promise<EventStats> => {
  const predicate = parseEventFilter(filter, hostnames);
  const question = parseStatsQuestion(request, EVENT_STATS_ORDERS, now);
  const stats = await selectStats(reader, EVENT_STATS, { ...question, predicate, asOf: now, selected });
  const groups = stats.groups.map(({ key, measures }): EventStatsGroup => ({
    ...(measures as EventMeasures),
    key,
  }));
  const shownCount = groups.reduce((sum, { count = 0 }) => sum + count, 0);
  return { ...stats, groupBy: request.groupBy, otherCount: stats.count - shownCount, groups };
};
