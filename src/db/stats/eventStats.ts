import { sql } from 'drizzle-orm';

import type { EventDimension, EventMeasures } from '../../model/stats/eventStats.ts';

import { EVENTS } from '../compilePredicate.ts';

import { countOf, distinctOf, momentOf } from './statsSubject.ts';
import type { StatsSubject } from './statsSubject.ts';

const TIME = sql`time`;

/** How events are counted. */
export const EVENT_STATS: StatsSubject<EventDimension, keyof EventMeasures> = {
  predicates: EVENTS,
  table: sql`session_event`,
  time: TIME,
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
    count: countOf(null),
    successes: countOf(sql`login_successful`),
    failures: countOf(sql`not login_successful`),
    // A domain has no backslash, so this tells every account from every other; without a user it is null.
    distinctUsers: distinctOf(sql`coalesce(user_domain, '') || '\\' || user_name`),
    distinctHosts: distinctOf(sql`hostname`),
    distinctSources: distinctOf(sql`src_ip`),
    firstAt: momentOf('min', TIME),
    lastAt: momentOf('max', TIME),
  },
};
