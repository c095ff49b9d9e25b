import { sql } from 'drizzle-orm';

import type { EventDimension, EventMeasures } from '../../model/stats/eventStats.ts';

import { EVENTS } from '../compilePredicate.ts';
import { canonicalTime } from '../tables.ts';

import { countOf } from './statsSubject.ts';
import type { MeasureSql, StatsSubject } from './statsSubject.ts';

const momentOf = (of: MeasureSql['of']): MeasureSql => ({
  of,
  read: (value) => (typeof value === 'string' ? canonicalTime(value) : null),
});

/** Events by their dimensions. */
export const EVENT_STATS: StatsSubject<EventDimension, keyof EventMeasures> = {
  predicates: EVENTS,
  table: sql`session_event`,
  dimensions: {
    ACTION: { action: sql`action` },
    HOST: { hostname: sql`hostname` },
    USER: { userName: sql`user_name`, userDomain: sql`user_domain` },
    UID: { uid: sql`uid` },
    LOGIN_TYPE: { loginType: sql`login_type` },
    SRC_IP: { srcIp: sql`src_ip` },
    SRC_NETWORK: {
      srcNetwork: sql`network(set_masklen(src_ip, case family(src_ip) when 4 then 24 else 64 end))`,
    },
    DEST_PORT: { destPort: sql`dest_port` },
    OUTCOME: { outcome: sql`case login_successful when true then 'SUCCESS' when false then 'FAILURE' end` },
  },
  measures: {
    count: countOf(sql`count(*)`),
    successes: countOf(sql`count(*) filter (where login_successful)`),
    failures: countOf(sql`count(*) filter (where not login_successful)`),
    // A domain has no backslash, so this tells every account from every other; without a user it is null.
    distinctUsers: countOf(sql`count(distinct coalesce(user_domain, '') || '\\' || user_name)`),
    distinctHosts: countOf(sql`count(distinct hostname)`),
    distinctSources: countOf(sql`count(distinct src_ip)`),
    firstAt: momentOf(sql`min(time)`),
    lastAt: momentOf(sql`max(time)`),
  },
};
