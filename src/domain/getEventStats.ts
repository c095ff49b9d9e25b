import { selectEvents } from '../db/selectEvents.ts';
import { EVENT_STATS } from '../db/stats/eventStats.ts';

import type { FilterInput } from '../model/filter/parseFilter.ts';
import { parseEventFilter } from '../model/filter/parseFilter.ts';
import { EVENT_STATS_ORDERS } from '../model/stats/eventStats.ts';
import type { EventDimension, EventMeasures, EventStatsKey } from '../model/stats/eventStats.ts';
import { parseStatsQuestion } from '../model/stats/statsQuestion.ts';
import type { StatsArguments } from '../model/stats/statsQuestion.ts';
import { parseTimeBucket } from '../model/stats/timeBucket.ts';
import type { TimeBucketInput } from '../model/stats/timeBucket.ts';

import { getStats } from './getStats.ts';
import type { Countable, SelectedFields, Stats, StatsBucket, StatsGroup } from './getStats.ts';
import type { ListContext } from './listContext.ts';

export type EventStatsRequest = StatsArguments<EventDimension, keyof typeof EVENT_STATS_ORDERS> & {
  readonly filter?: FilterInput | null | undefined;
  readonly bucket?: TimeBucketInput | null | undefined;
};

export type EventStats = Stats<EventStatsKey, EventMeasures> & {
  readonly groupBy: readonly EventDimension[];
};
export type EventStatsGroup = StatsGroup<EventStatsKey, EventMeasures>;
export type EventStatsBucket = StatsBucket<EventMeasures>;

const EVENTS: Countable<EventDimension, keyof EventMeasures> = {
  subject: EVENT_STATS,
  timeField: 'time',
  findEdge: async ({ db, now }, predicate, scan) => {
    const [event] = await selectEvents(db, {
      predicate,
      asOf: now,
      scan,
      after: null,
      before: null,
      limit: 1,
    });
    return event?.time ?? null;
  },
};

/**
 * Counts events by group.
 *
 * @throws Refusal for an invalid filter, grouping, bucket, having or limit.
 */
export const getEventStats = async (
  context: ListContext,
  { filter, bucket, ...request }: EventStatsRequest,
  selected: SelectedFields,
): Promise<EventStats> => {
  const stats = await getStats<EventDimension, EventStatsKey, EventMeasures>(context, EVENTS, {
    predicate: parseEventFilter(filter, context.hostnames),
    question: parseStatsQuestion(request, EVENT_STATS_ORDERS, context.now),
    bucket: bucket === null || bucket === undefined ? null : parseTimeBucket(bucket),
    selected,
  });
  return { ...stats, groupBy: request.groupBy };
};
