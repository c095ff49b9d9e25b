import { sql } from 'drizzle-orm';
import type { SQL } from 'drizzle-orm';

import type { SessionDimension, SessionMeasures } from '../../model/stats/sessionStats.ts';

import { SESSIONS } from '../compilePredicate.ts';
import { literal } from '../statement.ts';

import { ACCOUNT, countOf, distinctOf, momentOf, networkOf } from './statsSubject.ts';
import type { MeasureSql, StatsSubject } from './statsSubject.ts';

const STARTED_AT = sql`started_at`;
const DURATION = sql`ended_at - started_at`;

const secondsOf = (duration: SQL, ofParts: 'max' | null): MeasureSql => ({
  of: sql`extract(epoch from ${duration})`,
  ofParts,
  ofNothing: null,
  read: (value) => (value === null ? null : Number(value)),
});

/** The shortest duration that this part of the sessions does not exceed; it is the duration of a session. */
const percentileOf = (part: number): MeasureSql =>
  secondsOf(sql`percentile_disc(${literal(part)}) within group (order by ended_at - started_at)`, null);

/** How sessions are counted. */
export const SESSION_STATS: StatsSubject<SessionDimension, keyof SessionMeasures> = {
  predicates: SESSIONS,
  table: sql`session`,
  time: STARTED_AT,
  dimensions: {
    HOST: { hostname: sql`hostname` },
    USER: { userName: sql`user_name`, userDomain: sql`user_domain` },
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
  measures: {
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
    durationP50: percentileOf(0.5),
    durationP90: percentileOf(0.9),
    durationP99: percentileOf(0.99),
    durationMax: secondsOf(sql`max(${DURATION})`, 'max'),
  },
};
