import { sql } from 'drizzle-orm';

import type { EventDimension, EventMeasures } from '../../model/stats/eventStats.ts';

import { ACCOUNT_DOMAIN } from '../accountDomain.ts';
import { EVENTS } from '../compilePredicate.ts';

import { ACCOUNT, countOf, distinctOf, momentOf, networkOf } from './statsSubject.ts';
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
    USER: { userName: sql`user_name`, userDomain: ACCOUNT_DOMAIN },
    UID: { uid: sql`uid` },
    LOGIN_TYPE: { loginType: sql`login_type` },
    SRC_IP: { srcIp: sql`src_ip` },
    SRC_NETWORK: { srcNetwork: networkOf(sql`src_ip`) },
    DEST_PORT: { destPort: sql`dest_port` },
    OUTCOME: { outcome: sql`case login_successful when true then 'SUCCESS' when false then 'FAILURE' end` },
  },
  spread: null,
  measures: {
    count: countOf(null),
    successes: countOf(sql`login_successful`),
    failures: countOf(sql`not login_successful`),
    distinctUsers: distinctOf(ACCOUNT),
    distinctHosts: distinctOf(sql`hostname`),
    distinctSources: distinctOf(sql`src_ip`),
    firstAt: momentOf('min', TIME),
    lastAt: momentOf('max', TIME),
  },
};
