import { makeTotalCount } from '../../domain/listPage.ts';
import type { CountMode } from '../../domain/listPage.ts';

import { accountOf } from '../../model/account.ts';
import type { SessionMeasures } from '../../model/stats/sessionStats.ts';

import { completeInSlices } from '../completeInSlices.ts';
import type {
  EventStatsKeyResolvers,
  EventStatsResolvers,
  SessionStatsBucketResolvers,
  SessionStatsGroupResolvers,
  SessionStatsKeyResolvers,
  SessionStatsResolvers,
} from '../generated.ts';

type Counted = { readonly totalGroups: number; readonly matchingGroups: number };
type Mode = { readonly mode: CountMode };

/** The work for an item in the units of WORK_PER_TURN, when graphql-js completes it with ten fields. */
const ITEM_WEIGHT = 0.2;

type Bucketed = { readonly buckets: readonly unknown[] | null };
const weighGroup = ({ buckets }: Bucketed): number => (1 + (buckets?.length ?? 0)) * ITEM_WEIGHT;

const totals = {
  totalCount: ({ matchingGroups }: Counted, { mode }: Mode) => makeTotalCount(matchingGroups, mode),
  totalCountWithoutHaving: ({ totalGroups }: Counted, { mode }: Mode) => makeTotalCount(totalGroups, mode),
};

export const EventStats: EventStatsResolvers = {
  ...totals,
  groups: ({ groups }) => completeInSlices(groups, weighGroup),
};
export const SessionStats: SessionStatsResolvers = {
  ...totals,
  groups: ({ groups }) => completeInSlices(groups, weighGroup),
};

/** A key has the fields of the dimensions that were asked for. */
const host = ({ hostname }: { readonly hostname?: string }) => (hostname === undefined ? null : { hostname });

type UserKey = { readonly userName?: string | null; readonly userDomain?: string | null };
const account = ({ userName = null, userDomain = null }: UserKey) => accountOf({ userName, userDomain });

export const EventStatsKey: EventStatsKeyResolvers = { host, account };
export const SessionStatsKey: SessionStatsKeyResolvers = { host, account };

/** No session that ended, no durations. */
const durationSeconds = ({ durationP50, durationP90, durationP99, durationMax }: SessionMeasures) =>
  typeof durationP50 === 'number' &&
  typeof durationP90 === 'number' &&
  typeof durationP99 === 'number' &&
  typeof durationMax === 'number'
    ? { p50: durationP50, p90: durationP90, p99: durationP99, max: durationMax }
    : null;

export const SessionStatsGroup: SessionStatsGroupResolvers = { durationSeconds };
export const SessionStatsBucket: SessionStatsBucketResolvers = { durationSeconds };
