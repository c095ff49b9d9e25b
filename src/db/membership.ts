import { sql } from 'drizzle-orm';
import type { SQL } from 'drizzle-orm';

import type { SessionExtent } from '../model/session/session.ts';

import { isNotFixedLogon } from './isNotFixedLogon.ts';
import { sessionEvent } from './tables.ts';

// Which events belong to a session: its members, which are events of its pair, and its twins with the events of their own pairs that they take.

/** The bounds of a session, as values or as columns of a joined list of sessions. */
export type ExtentSql = Readonly<Record<keyof SessionExtent, SQL>>;

/** The bounds of a session of a joined list `s`. */
export const LISTED: ExtentSql = {
  hostname: sql`s.hostname`,
  loginId: sql`s.login_id`,
  startedAt: sql`s.started_at`,
  startUuid: sql`s.start_id`,
  lastAt: sql`s.last_at`,
  lastUuid: sql`s.last_id`,
};

/** Whether an event is a member of a session. Indexes: session_event_login_id; twin_pkey, one descent per event. */
export const isMember = (
  extent: ExtentSql,
): SQL => sql`(${sessionEvent.hostname} collate "POSIX" = ${extent.hostname}
  and ${sessionEvent.loginId} = ${extent.loginId} and ${isItem(sql`session_event`)}
  and ${sessionEvent.time} >= ${extent.startedAt} and ${sessionEvent.time} <= ${extent.lastAt}
  and (${sessionEvent.time}, ${sessionEvent.uuid}) >= (${extent.startedAt}, ${extent.startUuid})
  and (${sessionEvent.time}, ${sessionEvent.uuid}) <= (${extent.lastAt}, ${extent.lastUuid})
  and not ${isTaken(sql`session_event`)})`;

/** isStitched in SQL. */
export const isItem = (event: SQL): SQL => sql`${isItemOrFixed(event)} and ${isNotFixedLogon(event)}`;

/** The same, except for fixed logons. Its plan is half as large, because it does not search for logins. */
export const isItemOrFixed = (event: SQL): SQL =>
  sql`${event}.login_id is not null and ${event}.linked_login_id is null and ${event}.login_successful is not false`;

/** The last twin of an event's pair up to the event. Only this one can take it. Index: twin_pkey. */
const lastTwin = (
  event: SQL,
): SQL => sql`select * from twin w where w.hostname = ${event}.hostname and w.login_id = ${event}.login_id
  and w.time <= ${event}.time and (w.time, w.id) <= (${event}.time, ${event}.id) and ${isNotFixedLogon(sql`w`)}
  order by w.time desc, w.id desc limit 1`;

/** Whether a twin takes an event of its pair. */
export const isTaken = (event: SQL): SQL => sql`(${event}.action <> 'LOGIN' and exists (
  select from (${lastTwin(event)}) w where (${event}.time, ${event}.id) < (w.until_at, w.until_id)))`;

/** Whether an event is the twin `w`, or an event of its pair that it takes. */
export const isOfTwin = (
  event: SQL,
): SQL => sql`(${event}.hostname collate "POSIX" = w.hostname and ${event}.login_id = w.login_id
  and ${event}.time >= w.time and ${event}.time <= w.until_at and ((${event}.time, ${event}.id) = (w.time, w.id)
    or (${event}.action <> 'LOGIN' and (${event}.time, ${event}.id) > (w.time, w.id) and (${event}.time, ${event}.id) < (w.until_at, w.until_id)
      and ${isNotFixedLogon(event)})))`;

/** The twins `w` of a session. Index: twin_session. */
export const twinsOf = ({
  hostname,
  startedAt,
  startUuid,
}: Pick<ExtentSql, 'hostname' | 'startedAt' | 'startUuid'>): SQL =>
  sql`twin w where w.hostname = ${hostname} and w.session_started_at = ${startedAt} and w.session_start_id = ${startUuid}`;

/** Whether an event has the login id of a session or of one of its twins. Index: twin_session. */
export const isOfPairs = (extent: ExtentSql): SQL =>
  sql`session_event.login_id = any(array(select ${extent.loginId} union all select w.login_id from ${twinsOf(extent)}))`;

/** Whether an event belongs to a session through a twin. Index: twin_session. */
export const belongsToTwin = (extent: ExtentSql): SQL =>
  sql`exists (select from ${twinsOf(extent)} and ${isOfTwin(sql`session_event`)})`;

/**
 * The session `s` of an event, as a subquery to join laterally; no row without a session. `event` is the name of the event's table or of a
 * list with its columns. Indexes: twin_pkey, session_pair and session_pkey, one descent each.
 */
export const sessionOf = (event: SQL): SQL => sql`(select s.* from (
    select w.session_started_at as started_at, w.session_start_id as start_id, 1 as rank from (${lastTwin(event)}) w
      where (${event}.time, ${event}.id) = (w.time, w.id)
        or (${event}.action <> 'LOGIN' and (${event}.time, ${event}.id) < (w.until_at, w.until_id) and ${isNotFixedLogon(event)})
    union all
    select began.started_at, began.start_id, 2 from (
      select b.started_at, b.start_id, b.last_at, b.last_id from session b
      where b.login_id = ${event}.login_id and b.hostname collate "POSIX" = ${event}.hostname
        and b.started_at <= ${event}.time and (b.started_at, b.start_id) <= (${event}.time, ${event}.id)
      order by b.started_at desc, b.start_id desc limit 1) began
      where (${event}.time, ${event}.id) <= (began.last_at, began.last_id) and ${isItem(event)}
    order by rank limit 1) k
  join session s on s.hostname = ${event}.hostname and s.started_at = k.started_at and s.start_id = k.start_id) s`;

/** The position of the Disconnect `d` among the events of its pair: see positionOfDisconnect. */
const POSITION = sql`(left(d.id::text, 14) || '81ff-bfff-ffffffffffff')::uuid`;

/**
 * The key of the session `k` of the Disconnect `d`: the one that a twin takes it to, or the last one of its pair that began before it, up to its
 * end or ten minutes after the host stopped. Indexes: twin_pkey, session_pair, context_event_boundary, one descent each.
 */
const SESSION_OF_DISCONNECT = sql`(
    select w.session_started_at as started_at, w.session_start_id as start_id, 1 as rank from (
      select * from twin w where w.hostname = d.hostname and w.login_id = d.login_id
        and w.time <= d.time and (w.time, w.id) < (d.time, ${POSITION}) and ${isNotFixedLogon(sql`w`)}
        order by w.time desc, w.id desc limit 1) w
      where (d.time, ${POSITION}) < (w.until_at, w.until_id)
    union all
    select b.started_at, b.start_id, 2 from (
      select * from session b where b.login_id = d.login_id and b.hostname collate "POSIX" = d.hostname
        and b.started_at <= d.time and (b.started_at, b.start_id) <= (d.time, ${POSITION})
      order by b.started_at desc, b.start_id desc limit 1) b
      where case b.end_reason when 'LOGOUT' then (d.time, ${POSITION}) < (b.ended_at, b.end_id)
        when 'HOST_RESTART' then d.time < b.ended_at
        when 'HOST_STOP' then d.time <= b.ended_at + interval '10 minutes' and not exists (select from context_event c
          where c.hostname = d.hostname and c.kind in ('HOST_START', 'HOST_STOP') and c.kind = 'HOST_START'
            and c.time > b.ended_at and c.time <= d.time)
        else true end
    order by rank limit 1) k`;

/** Whether a Disconnect belongs to a session. Index: context_event_login_id. */
export const isDisconnectOf = (
  extent: ExtentSql,
): SQL => sql`(context_event.hostname collate "POSIX" = ${extent.hostname}
  and context_event.login_id in (select ${extent.loginId} union all select w.login_id from ${twinsOf(extent)})
  and ${isAttributedTo(extent)})`;

/** The Disconnects of a session. Indexes: context_event_login_id and twin_session. */
export const disconnectsOf = (
  extent: ExtentSql,
): SQL => sql`select context_event.* from (select ${extent.loginId} union select w.login_id from ${twinsOf(extent)}) p(login_id)
  join context_event on context_event.hostname collate "POSIX" = ${extent.hostname} and context_event.login_id = p.login_id
    and ${isAttributedTo(extent)}`;

/** A twin, and so a Disconnect that it takes, comes up to 60 s before the login of its session. */
const isAttributedTo = (
  extent: ExtentSql,
): SQL => sql`context_event.time >= ${extent.startedAt} - interval '60 seconds'
  and exists (select from (select context_event.hostname, context_event.login_id, context_event.time, context_event.id) d
    cross join lateral ${SESSION_OF_DISCONNECT} where ${isKeyOf(extent)})`;

/** The Disconnects of the pair of a session that belong to it, with their positions. Index: context_event_login_id. */
export const ownDisconnectsOf = (
  extent: ExtentSql,
): SQL => sql`select d.time, ${POSITION} as position from context_event d
  cross join lateral ${SESSION_OF_DISCONNECT}
  where d.hostname collate "POSIX" = ${extent.hostname} and d.login_id = ${extent.loginId} and d.time >= ${extent.startedAt}
    and ${isKeyOf(extent)} and k.rank = 2`;

const isKeyOf = ({ startedAt, startUuid }: ExtentSql): SQL =>
  sql`k.started_at = ${startedAt} and k.start_id = ${startUuid} and ${isNotFixedLogon(sql`d`, sql`null::text`)}`;
