import { sql } from 'drizzle-orm';
import type { SQL } from 'drizzle-orm';

import type { DURATION_MEASURES, SessionDimension, SessionMeasures } from '../../model/stats/sessionStats.ts';

import { ACCOUNT_DOMAIN } from '../accountDomain.ts';
import { SESSIONS } from '../compilePredicate.ts';
import { hasExactEnd } from '../endedAfter.ts';
import { literal } from '../statement.ts';

import { ACCOUNT, countOf, distinctOf, momentOf, networkOf } from './statsSubject.ts';
import type { MeasureSql, StatsSubject } from './statsSubject.ts';

const STARTED_AT = sql`started_at`;

/** Null for sessions that are open or whose end is an upper bound. */
const EXACT_DURATION = sql`exact_duration`;

/** A measure of the durations of sessions with an exact end. */
const secondsOf = (duration: SQL, ofParts: 'max' | null, uses: SQL): MeasureSql => ({
  of: sql`extract(epoch from ${duration})`,
  uses,
  ofParts,
  ofNothing: null,
  read: (value) => (value === null ? null : Number(value)),
});

/** The shortest duration that this part of the sessions does not exceed; it is the duration of a session. */
const percentileOf = (part: number, uses: SQL): MeasureSql =>
  secondsOf(sql`percentile_disc(${literal(part)}) within group (order by ${EXACT_DURATION})`, null, uses);

/** How sessions are counted. */
export const makeSessionStats = (
  silenceUs: number,
): StatsSubject<SessionDimension, keyof SessionMeasures> => ({
  ...SUBJECT,
  measures: {
    ...MEASURES,
    ...durationsOf(
      sql`case when ${hasExactEnd(sql`session`, silenceUs)} then ended_at - started_at end as ${EXACT_DURATION}`,
    ),
  },
});

const SUBJECT: Omit<StatsSubject<SessionDimension, never>, 'measures'> = {
  predicates: SESSIONS,
  table: sql`session`,
  time: STARTED_AT,
  dimensions: {
    HOST: { hostname: sql`hostname` },
    USER: { userName: sql`user_name`, userDomain: ACCOUNT_DOMAIN },
    UID: { uid: sql`uid` },
    LOGIN_TYPE: { loginType: sql`login_type` },
    SRC_IP: { srcIp: sql`source` },
    SRC_NETWORK: { srcNetwork: networkOf(sql`source`) },
    START_REASON: { startReason: sql`start_reason` },
    END_REASON: { endReason: sql`end_reason` },
    OPEN: { open: sql`ended_at is null` },
  },
  spread: {
    dimensions: ['SRC_IP', 'SRC_NETWORK'],
    over: sql`unnest(case src_ips when '{}' then array[null::inet] else src_ips end) as source`,
    identity: sql`hostname, started_at, start_id`,
  },
};

const MEASURES: Readonly<Record<Exclude<keyof SessionMeasures, DurationMeasure>, MeasureSql>> = {
  count: countOf(null),
  open: countOf(sql`ended_at is null`),
  everLocked: countOf(sql`lock_count > 0 or unlock_count > 0`),
  distinctUsers: distinctOf(ACCOUNT),
  distinctHosts: distinctOf(sql`hostname`),
  // Counts all sources of the sessions, also if the group is by source.
  distinctSources: {
    ...distinctOf(sql`source`),
    of: sql`(select count(distinct source) from unnest(string_to_array(string_agg(array_to_string(src_ips, ','), ','), ',')) as source
      where source <> '')`,
  },
  firstStartedAt: momentOf('min', STARTED_AT),
  lastStartedAt: momentOf('max', STARTED_AT),
};

type DurationMeasure = (typeof DURATION_MEASURES)[number] | 'boundedCount';

const durationsOf = (uses: SQL): Readonly<Record<DurationMeasure, MeasureSql>> => ({
  boundedCount: { ...countOf(sql`ended_at is not null and ${EXACT_DURATION} is null`), uses },
  durationP50: percentileOf(0.5, uses),
  durationP90: percentileOf(0.9, uses),
  durationP99: percentileOf(0.99, uses),
  durationMax: secondsOf(sql`max(${EXACT_DURATION})`, 'max', uses),
});
