import type pg from 'pg';
import { sql } from 'drizzle-orm';
import type { SQL } from 'drizzle-orm';

import type { NewContextEvent } from '../../model/contextEvent.ts';
import { FIXED_LOGIN_IDS, FIXED_UIDS, isTwin } from '../../model/session/isStitched.ts';
import type { NewEvent } from '../../model/sessionEvent.ts';

import { arrayParameter } from '../arrayParameter.ts';
import { inBothForms } from '../citus/hostLists.ts';
import type { Database } from '../client.ts';
import { isNotFixedLogon } from '../isNotFixedLogon.ts';
import { literal, toStatement } from '../statement.ts';

import { pairColumns } from './groupByPair.ts';
import type { HostFactsByName } from './hostFacts.ts';
import { isCut } from './touchedByOthers.ts';
import type { TouchedPair } from './touchedPairs.ts';

/**
 * Stores the twins among new events. The table repeats a part of the events, so that the twin that takes an event, and the session of a twin,
 * are found without a search through the partitions. Index: twin_pkey.
 */
export const insertTwins = async (client: pg.PoolClient, events: readonly NewEvent[]): Promise<void> => {
  const twins = events.filter(isTwin);
  if (twins.length === 0) return;
  await client.query({
    name: 'insert_twins',
    text: `insert into twin (hostname, login_id, time, id, linked_login_id, uid, until_at, until_id)
      select *, 'infinity', 'ffffffff-ffff-ffff-ffff-ffffffffffff'
      from unnest($1::text[], $2::text[], $3::timestamptz[], $4::uuid[], $5::text[], $6::text[]) on conflict do nothing`,
    values: [
      twins.map(({ hostname }) => hostname),
      twins.map(({ loginId }) => loginId),
      twins.map(({ time }) => time),
      twins.map(({ uuid }) => uuid),
      twins.map(({ linkedLoginId }) => linkedLoginId),
      twins.map(({ uid }) => uid),
    ].map(arrayParameter),
  });
};

/** Citus refuses expressions that depend on the time zone in an UPDATE: it takes a shifted time for one, unless it is in UTC. */
const shiftInUtc = (time: SQL, shift: SQL): SQL =>
  sql`((${time} at time zone 'UTC' ${shift}) at time zone 'UTC')`;
const later = (time: SQL): SQL => shiftInUtc(time, sql`+ interval '60 seconds'`);
const earlier = (time: SQL): SQL => shiftInUtc(time, sql`- interval '60 seconds'`);

/**
 * The last position of the events that a twin takes, as a composite of time and uuid: before the next session or twin of its pair, the next
 * host stop, and the next host start. Indexes: session_pair, twin_pkey, context_event_boundary.
 */
const UNTIL = sql`select u.at, u.id from (
    (select s.started_at as at, s.start_id as id from session s where s.hostname collate "POSIX" = w.hostname and s.login_id = w.login_id
      and s.started_at >= w.time and (s.started_at, s.start_id) > (w.time, w.id) order by s.started_at, s.start_id limit 1)
    union all
    (select n.time, n.id from twin n where n.hostname = w.hostname and n.login_id = w.login_id
      and n.time >= w.time and (n.time, n.id) > (w.time, w.id) and ${isNotFixedLogon(sql`n`)} order by n.time, n.id limit 1)
    union all
    (select c.time, '00000000-0000-0000-0000-000000000000'::uuid from context_event c where c.hostname = w.hostname
      and c.kind in ('HOST_START', 'HOST_STOP') and c.kind = 'HOST_START' and c.time > w.time order by c.time limit 1)
    union all
    (select c.time, 'ffffffff-ffff-ffff-ffff-ffffffffffff'::uuid from context_event c where c.hostname = w.hostname
      and c.kind in ('HOST_START', 'HOST_STOP') and c.kind = 'HOST_STOP' and c.time >= w.time order by c.time limit 1)
  ) u order by u.at, u.id limit 1`;

/** The session of the linked login id that is open at the time of a twin. Index: session_pair. */
const OPEN = sql`select s.started_at, s.start_id, coalesce(s.ended_at, 'infinity'::timestamptz) as ended_at from session s
  where s.hostname collate "POSIX" = w.hostname and s.login_id = w.linked_login_id and s.started_at <= w.time
  order by s.started_at desc, s.start_id desc limit 1`;

/** The session that a login of the linked login id opens within 60 s after a twin, in the same boot. Indexes: session_pair, context_event_boundary. */
const SOON = sql`select s.started_at, s.start_id from session s
  where s.hostname collate "POSIX" = w.hostname and s.login_id = w.linked_login_id and s.start_reason = 'LOGIN'
    and s.started_at >= w.time and (s.started_at, s.start_id) > (w.time, w.id) and s.started_at <= ${later(sql`w.time`)}
    and not exists (select from context_event c where c.hostname = w.hostname and c.kind in ('HOST_START', 'HOST_STOP')
      and c.kind = 'HOST_START' and c.time > w.time and c.time <= s.started_at)
  order by s.started_at, s.start_id limit 1`;

const resolveTwinsOf = (twins: SQL): SQL => sql`
  update twin t set until_at = r.until_at, until_id = r.until_id, session_started_at = r.started_at, session_start_id = r.start_id
  from (
    select w.hostname, w.login_id, w.time, w.id, coalesce(ends.at, 'infinity') as until_at,
      coalesce(ends.id, 'ffffffff-ffff-ffff-ffff-ffffffffffff') as until_id,
      case when not ${isNotFixedLogon(sql`w`)} then null when open.ended_at > w.time then open.started_at else soon.started_at end as started_at,
      case when not ${isNotFixedLogon(sql`w`)} then null when open.ended_at > w.time then open.start_id else soon.start_id end as start_id
    from (${twins}) k join twin w on w.hostname = k.hostname and w.login_id = k.login_id and w.time = k.time and w.id = k.id
      left join lateral (${UNTIL}) ends on true
      left join lateral (${OPEN}) open on true
      left join lateral (${SOON}) soon on true
  ) r
  where t.hostname = r.hostname and t.login_id = r.login_id and t.time = r.time and t.id = r.id
    and (t.until_at, t.until_id, t.session_started_at, t.session_start_id)
      is distinct from (r.until_at, r.until_id, r.started_at, r.start_id)`;

/** Which twins to resolve again: those of touched pairs, those linked to them, and those shortly before new cuts. */
export type TwinChanges = {
  readonly touched: readonly TouchedPair[];
  readonly contextEvents: readonly NewContextEvent[];
  readonly stored: HostFactsByName;
};

/**
 * Updates up to where twins take the events of their pairs, and the sessions that they belong to. The sessions are stitched already. A new fact
 * changes the last twin before it and all later ones of its pair, and those of other pairs that are linked to it, from 60 s before it on.
 * Indexes: twin_pkey, twin_linked, twin_time for cuts, and those above.
 */
export const resolveTwins = async (
  client: pg.PoolClient,
  { touched, contextEvents, stored }: TwinChanges,
): Promise<void> => {
  const pairs = touched.filter(({ host }) => host.hasTwins);
  const cuts = contextEvents.filter((event) => isCut(event) && stored.of(event.hostname).hasTwins);
  if (pairs.length + cuts.length === 0) return;
  await client.query({
    ...RESOLVE_CHANGED(client),
    values: [
      ...pairColumns(pairs),
      arrayParameter(pairs.map(({ firstAt }) => firstAt)),
      arrayParameter(cuts.map(({ hostname }) => hostname)),
      arrayParameter(cuts.map(({ time }) => time)),
    ],
  });
};

const RESOLVE_CHANGED = inBothForms('resolve_twins', ({ hosts }) =>
  resolveTwinsOf(sql`
      select w.hostname, w.login_id, w.time, w.id from ${hosts(
        sql`unnest(${null}::text[], ${null}::text[], ${null}::timestamptz[])`,
        ['hostname', 'login_id', 'first_at'],
      )}
        cross join lateral (select * from twin w where w.hostname = t.hostname and w.login_id = t.login_id
          and w.time >= coalesce((select max(p.time) from twin p where p.hostname = t.hostname and p.login_id = t.login_id
            and p.time < t.first_at), t.first_at)
        union select * from twin w where w.hostname = t.hostname and w.linked_login_id = t.login_id
          and w.time >= ${earlier(sql`t.first_at`)}) w
      union select w.hostname, w.login_id, w.time, w.id from ${hosts(sql`unnest(${null}::text[], ${null}::timestamptz[])`, ['hostname', 'time'])}
        join twin w on w.hostname = t.hostname and w.time >= ${earlier(sql`t.time`)} and w.time <= t.time`),
);

/** Deletes the twins before a time, whose events retention dropped. Reads the whole table, which is small, once a day. */
export const deleteTwins = async ({ writePool }: Database, before: string): Promise<void> => {
  await writePool.query('delete from twin where time < $1', [before]);
};

/** Copies the twins of a host from its events, and removes those whose events are gone. Indexes: session_event_pkey, twin_pkey. */
export const copyTwins = async (client: pg.PoolClient, hostname: string): Promise<void> => {
  await client.query(
    `delete from twin w where w.hostname = $1 and not exists (
       select from session_event e where e.hostname = w.hostname and e.time = w.time and e.id = w.id)`,
    [hostname],
  );
  await client.query(
    toStatement(sql`insert into twin (hostname, login_id, time, id, linked_login_id, uid, until_at, until_id)
      select e.hostname, e.login_id, e.time, e.id, e.linked_login_id, e.uid, 'infinity', 'ffffffff-ffff-ffff-ffff-ffffffffffff' from session_event e
      where e.hostname = ${hostname} and e.login_successful and e.linked_login_id is not null and e.login_id is not null
        and (e.login_id in ${literal(FIXED_LOGIN_IDS)} and e.uid in ${literal(FIXED_UIDS)}) is not true
      on conflict do nothing`),
  );
};

/** Resolves all twins of a host. */
export const resolveTwinsOfHost = async (client: pg.PoolClient, hostname: string): Promise<void> => {
  await client.query(
    toStatement(
      resolveTwinsOf(sql`select hostname, login_id, time, id from twin where hostname = ${hostname}`),
    ),
  );
};
