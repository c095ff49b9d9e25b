import { makeTotalCount } from '../../domain/listPage.ts';
import type { CountMode } from '../../domain/listPage.ts';

import { accountOf } from '../../model/account.ts';
import { reserveWork } from '../../model/reserveWork.ts';
import type { SessionMeasures } from '../../model/stats/sessionStats.ts';

import type {
  EventStatsGroupResolvers,
  EventStatsKeyResolvers,
  EventStatsResolvers,
  SessionStatsBucketResolvers,
  SessionStatsGroupResolvers,
  SessionStatsKeyResolvers,
  SessionStatsResolvers,
} from '../generated.ts';

type Counted = { readonly totalGroups: number; readonly matchingGroups: number };
type Mode = { readonly mode: CountMode };

const totals = {
  totalCount: ({ matchingGroups }: Counted, { mode }: Mode) => makeTotalCount(matchingGroups, mode),
  totalCountWithoutHaving: ({ totalGroups }: Counted, { mode }: Mode) => makeTotalCount(totalGroups, mode),
};

export const EventStats: EventStatsResolvers = totals;
export const SessionStats: SessionStatsResolvers = totals;

/** The row has a hostname only when HOST is in `groupBy`. */
const host = ({ hostname }: { readonly hostname?: string }) => (hostname === undefined ? null : { hostname });

type UserKey = { readonly userName?: string | null; readonly userDomain?: string | null };
const account = ({ userName = null, userDomain = null }: UserKey) => accountOf({ userName, userDomain });

export const EventStatsKey: EventStatsKeyResolvers = { host, account };
export const SessionStatsKey: SessionStatsKeyResolvers = { host, account };

/** Null when no session of the group has ended. */
const durationSeconds = ({ durationP50, durationP90, durationP99, durationMax }: SessionMeasures) =>
  typeof durationP50 === 'number' &&
  typeof durationP90 === 'number' &&
  typeof durationP99 === 'number' &&
  typeof durationMax === 'number'
    ? { p50: durationP50, p90: durationP90, p99: durationP99, max: durationMax }
    : null;

/** The work in the units of WORK_PER_TURN, when graphql-js completes a bucket with ten fields. */
const BUCKET_WEIGHT = 0.2;

/** Waits until the buckets of the group can be completed. The groups themselves do not wait, so that their hosts are loaded in one batch. */
const buckets = async <Bucket>({ buckets: list }: { readonly buckets: readonly Bucket[] | null }) => {
  const turn = reserveWork((list?.length ?? 0) * BUCKET_WEIGHT);
  if (turn !== null) await turn;
  return list;
};

export const EventStatsGroup: EventStatsGroupResolvers = { buckets };
export const SessionStatsGroup: SessionStatsGroupResolvers = { durationSeconds, buckets };
export const SessionStatsBucket: SessionStatsBucketResolvers = { durationSeconds };
