import { selectSessions } from '../db/selectSessions.ts';
import { makeSessionStats } from '../db/stats/sessionStats.ts';

import type { FilterInput } from '../model/filter/parseFilter.ts';
import { parseSessionFilter } from '../model/filter/parseFilter.ts';
import { DURATION_MEASURES, SESSION_STATS_ORDERS } from '../model/stats/sessionStats.ts';
import type { SessionDimension, SessionMeasures, SessionStatsKey } from '../model/stats/sessionStats.ts';
import { parseStatsQuestion } from '../model/stats/statsQuestion.ts';
import type { StatsArguments } from '../model/stats/statsQuestion.ts';
import { parseTimeBucket } from '../model/stats/timeBucket.ts';
import type { TimeBucketInput } from '../model/stats/timeBucket.ts';

import { getStats } from './getStats.ts';
import type { Countable, SelectedFields, Stats, StatsBucket, StatsGroup } from './getStats.ts';
import type { ListContext } from './listContext.ts';

export type SessionStatsRequest = StatsArguments<SessionDimension, keyof typeof SESSION_STATS_ORDERS> & {
  readonly filter?: FilterInput | null | undefined;
  readonly bucket?: TimeBucketInput | null | undefined;
};

export type SessionStats = Stats<SessionStatsKey, SessionMeasures> & {
  readonly groupBy: readonly SessionDimension[];
};
export type SessionStatsGroup = StatsGroup<SessionStatsKey, SessionMeasures>;
export type SessionStatsBucket = StatsBucket<SessionMeasures>;

const SESSIONS: Omit<Countable<SessionDimension, keyof SessionMeasures>, 'subject'> = {
  timeField: 'started',
  findEdge: async ({ db, now }, predicate, scan) => {
    const [session] = await selectSessions(db, {
      predicate,
      asOf: now,
      field: 'STARTED',
      scan,
      after: null,
      before: null,
      limit: 1,
    });
    return session?.startedAt ?? null;
  },
};

/**
 * Counts sessions by group. A session is counted in the time bucket of its start.
 *
 * @throws Refusal for an invalid filter, grouping, bucket, having or limit.
 */
export const getSessionStats = async (
  context: ListContext,
  { filter, bucket, ...request }: SessionStatsRequest,
  selected: SelectedFields,
): Promise<SessionStats> => {
  const countable = { ...SESSIONS, subject: makeSessionStats(context.db.silenceUs) };
  const stats = await getStats<SessionDimension, SessionStatsKey, SessionMeasures>(context, countable, {
    predicate: parseSessionFilter(filter, context.hostnames),
    question: parseStatsQuestion(request, SESSION_STATS_ORDERS, context.now),
    bucket: bucket === null || bucket === undefined ? null : parseTimeBucket(bucket),
    selected: {
      ...selected,
      ofGroups: withDurations(selected.ofGroups),
      ofBuckets: selected.ofBuckets && withDurations(selected.ofBuckets),
    },
  });
  return { ...stats, groupBy: request.groupBy };
};

/** Adds the four measures that the field `durationSeconds` consists of. */
const withDurations = (fields: readonly string[]): readonly string[] =>
  fields.includes('durationSeconds') ? [...fields, ...DURATION_MEASURES] : fields;
