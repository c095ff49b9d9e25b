select "hostname", "login_id", "started_at", "start_id", "start_reason", "user", "user_domain", "user_name", "uid", "login_type", "src_ip", "src_ips", "ended_at", "end_reason", "end_id", "last_at", "last_id", "lock_count", "unlock_count", "reconnect_count", "own_last_at", "state", "state_since", "fold_state", "is_diverted", "over_at", "duration_rank" from "session" where (("session"."started_at" < $1 and "session"."over_at" > $2 and coalesce("session"."ended_at", 'infinity') > $3
          and "session"."ended_at" is distinct from "session"."started_at") and (case session.end_reason when 'LOGOUT' then session.ended_at when 'SUPERSEDED' then session.own_last_at
  else greatest(session.own_last_at, least(session.ended_at,
    coalesce((select a.until_at from host_activity a where a.hostname = session.hostname and a.from_at <= session.own_last_at order by a.from_at desc limit 1), session.own_last_at),
    case when session.end_reason = 'HOST_RESTART' then coalesce((select c.last_fact_at from context_event c where c.hostname = session.hostname
      and c.kind in ('HOST_START', 'HOST_STOP') and c.kind = 'HOST_START' and c.time = session.ended_at order by c.id limit 1), session.own_last_at) end)) end
  + case when session.ended_at is null then $4::interval else interval '0' end) > greatest($5::timestamptz, "session"."started_at" + $6::interval) and coalesce("session"."ended_at", '9999-12-31T23:59:59.999999Z') > $7 and "session"."duration_rank" >= $8 and "session"."started_at" < $9 and "session"."login_type" in ($10, $11) and ((("session"."user_name" like '%$' and ("session"."user_domain" in (split_part("session"."hostname", '.', 1), left(split_part("session"."hostname", '.', 1), 15))) is not true)
  or "session"."uid" in ('S-1-5-7', 'S-1-5-18', 'S-1-5-19', 'S-1-5-20')
  or "session"."uid" like any (array['S-1-5-80-%', 'S-1-5-82-%', 'S-1-5-83-%', 'S-1-5-90-%', 'S-1-5-96-%', 'S-1-5-111-%'])
  or ("session"."uid" is null and ("session"."user_domain" in ('NT AUTHORITY', 'NT SERVICE', 'WINDOW MANAGER',
    'FONT DRIVER HOST', 'IIS APPPOOL', 'NT VIRTUAL MACHINE') or ("session"."user_domain" is null and
    "session"."user_name" in ('system', 'local service', 'network service', 'anonymous logon')))))) is not true and (("session"."lock_count" > 0 or "session"."unlock_count" > 0)) is not true and case when "session"."fold_state" is null and "session"."started_at" >= $12 then least((case session.end_reason when 'LOGOUT' then session.ended_at when 'SUPERSEDED' then session.own_last_at
  else greatest(session.own_last_at, least(session.ended_at,
    coalesce((select a.until_at from host_activity a where a.hostname = session.hostname and a.from_at <= session.own_last_at order by a.from_at desc limit 1), session.own_last_at),
    case when session.end_reason = 'HOST_RESTART' then coalesce((select c.last_fact_at from context_event c where c.hostname = session.hostname
      and c.kind in ('HOST_START', 'HOST_STOP') and c.kind = 'HOST_START' and c.time = session.ended_at order by c.id limit 1), session.own_last_at) end)) end
  + case when session.ended_at is null then $13::interval else interval '0' end), $14::timestamptz) - "session"."started_at" else (select sum(least(next_time, present_until) - least(time, present_until))
    from (select least((case session.end_reason when 'LOGOUT' then session.ended_at when 'SUPERSEDED' then session.own_last_at
  else greatest(session.own_last_at, least(session.ended_at,
    coalesce((select a.until_at from host_activity a where a.hostname = session.hostname and a.from_at <= session.own_last_at order by a.from_at desc limit 1), session.own_last_at),
    case when session.end_reason = 'HOST_RESTART' then coalesce((select c.last_fact_at from context_event c where c.hostname = session.hostname
      and c.kind in ('HOST_START', 'HOST_STOP') and c.kind = 'HOST_START' and c.time = session.ended_at order by c.id limit 1), session.own_last_at) end)) end
  + case when session.ended_at is null then $15::interval else interval '0' end), $16::timestamptz) as present_until offset 0) as presence cross join lateral (
      select fact, time, lead(fact) over facts as next_fact, lead(time, 1, present_until) over facts as next_time from (
        select 'LOGIN' as fact, "session"."started_at" as time, "session"."start_id" as position
        union all (select "session_event"."action" as fact, "session_event"."time", "session_event"."id" as position from "session_event"
    where ("session_event"."hostname" collate "POSIX" = "session"."hostname"
  and "session_event"."login_id" = "session"."login_id" and session_event.login_id is not null and session_event.linked_login_id is null and session_event.login_successful is not false and case when session_event.login_id in ('0x3e3', '0x3e4', '0x3e5', '0x3e6', '0x3e7') then coalesce(session_event.uid,
    session_event_login_uid(session_event.hostname, session_event.login_id, session_event.time, session_event.id), '') not in ('S-1-5-7', 'S-1-5-17', 'S-1-5-18', 'S-1-5-19', 'S-1-5-20') else true end
  and "session_event"."time" >= "session"."started_at" and "session_event"."time" <= "session"."last_at"
  and ("session_event"."time", "session_event"."id") >= ("session"."started_at", "session"."start_id")
  and ("session_event"."time", "session_event"."id") <= ("session"."last_at", "session"."last_id")
  and not (session_event.action <> 'LOGIN' and exists (
  select from (select * from twin w where w.hostname = session_event.hostname and w.login_id = session_event.login_id
  and w.time <= session_event.time and (w.time, w.id) <= (session_event.time, session_event.id) and case when w.login_id in ('0x3e3', '0x3e4', '0x3e5', '0x3e6', '0x3e7') then coalesce(w.uid,
    session_event_login_uid(w.hostname, w.login_id, w.time, w.id), '') not in ('S-1-5-7', 'S-1-5-17', 'S-1-5-18', 'S-1-5-19', 'S-1-5-20') else true end
  order by w.time desc, w.id desc limit 1) w where (session_event.time, session_event.id) < (w.until_at, w.until_id)))) and "session_event"."action" in ('LOCK', 'UNLOCK', 'RECONNECT') and "session_event"."time" <= coalesce("session"."ended_at", '9999-12-31T23:59:59.999999Z')
  union all
  select 'DISCONNECT', d.time, d.position from (select d.time, (left(d.id::text, 14) || '81ff-bfff-ffffffffffff')::uuid as position from context_event d
  cross join lateral (
    select w.session_started_at as started_at, w.session_start_id as start_id, 1 as rank from (
      select * from twin w where w.hostname = d.hostname and w.login_id = d.login_id
        and w.time <= d.time and (w.time, w.id) < (d.time, (left(d.id::text, 14) || '81ff-bfff-ffffffffffff')::uuid) and case when w.login_id in ('0x3e3', '0x3e4', '0x3e5', '0x3e6', '0x3e7') then coalesce(w.uid,
    session_event_login_uid(w.hostname, w.login_id, w.time, w.id), '') not in ('S-1-5-7', 'S-1-5-17', 'S-1-5-18', 'S-1-5-19', 'S-1-5-20') else true end
        order by w.time desc, w.id desc limit 1) w
      where (d.time, (left(d.id::text, 14) || '81ff-bfff-ffffffffffff')::uuid) < (w.until_at, w.until_id)
    union all
    select b.started_at, b.start_id, 2 from (
      select * from session b where b.login_id = d.login_id and b.hostname collate "POSIX" = d.hostname
        and b.started_at <= d.time and (b.started_at, b.start_id) <= (d.time, (left(d.id::text, 14) || '81ff-bfff-ffffffffffff')::uuid)
      order by b.started_at desc, b.start_id desc limit 1) b
      where case b.end_reason when 'LOGOUT' then (d.time, (left(d.id::text, 14) || '81ff-bfff-ffffffffffff')::uuid) < (b.ended_at, b.end_id)
        when 'HOST_RESTART' then d.time < b.ended_at
        when 'HOST_STOP' then d.time <= b.ended_at + interval '10 minutes' and not exists (select from context_event c
          where c.hostname = d.hostname and c.kind in ('HOST_START', 'HOST_STOP') and c.kind = 'HOST_START'
            and c.time > b.ended_at and c.time <= d.time)
        else true end
    order by rank limit 1) k
  where d.hostname collate "POSIX" = "session"."hostname" and d.login_id = "session"."login_id" and d.time >= "session"."started_at"
    and k.started_at = "session"."started_at" and k.start_id = "session"."start_id" and case when d.login_id in ('0x3e3', '0x3e4', '0x3e5', '0x3e6', '0x3e7') then coalesce(null::text,
    session_event_login_uid(d.hostname, d.login_id, d.time, d.id), '') not in ('S-1-5-7', 'S-1-5-17', 'S-1-5-18', 'S-1-5-19', 'S-1-5-20') else true end and k.rank = 2) d where d.time <= coalesce("session"."ended_at", '9999-12-31T23:59:59.999999Z'))) f window facts as (order by time, position)) f
    where (fact = 'RECONNECT' or fact = 'LOGIN' and time >= $17) and next_fact is distinct from 'RECONNECT') end
    >= $18::interval) order by "session"."started_at" asc, "session"."start_id" asc limit $19;
-- ["2026-11-17T00:00:00.000000Z","2026-11-16T00:00:00.000000Z","2026-11-16T00:00:00.000000Z","86400000000 microseconds","2026-11-16T00:00:00.000000Z","14399999999 microseconds","2026-11-16T00:00:00.000000Z","1970-01-01T04:00:00.000000Z","2026-11-16T20:00:00.000001Z","INTERACTIVE","RDP","2026-11-01T00:00:00.000000Z","86400000000 microseconds","2026-11-17T00:00:00.000000Z","86400000000 microseconds","2026-11-17T00:00:00.000000Z","2026-11-01T00:00:00.000000Z","14400000000 microseconds",51]

select count(*) from (select 1 as "one" from "session" where (("session"."started_at" < $1 and "session"."over_at" > $2 and coalesce("session"."ended_at", 'infinity') > $3
          and "session"."ended_at" is distinct from "session"."started_at") and (case session.end_reason when 'LOGOUT' then session.ended_at when 'SUPERSEDED' then session.own_last_at
  else greatest(session.own_last_at, least(session.ended_at,
    coalesce((select a.until_at from host_activity a where a.hostname = session.hostname and a.from_at <= session.own_last_at order by a.from_at desc limit 1), session.own_last_at),
    case when session.end_reason = 'HOST_RESTART' then coalesce((select c.last_fact_at from context_event c where c.hostname = session.hostname
      and c.kind in ('HOST_START', 'HOST_STOP') and c.kind = 'HOST_START' and c.time = session.ended_at order by c.id limit 1), session.own_last_at) end)) end
  + case when session.ended_at is null then $4::interval else interval '0' end) > greatest($5::timestamptz, "session"."started_at" + $6::interval) and coalesce("session"."ended_at", '9999-12-31T23:59:59.999999Z') > $7 and "session"."duration_rank" >= $8 and "session"."started_at" < $9 and "session"."login_type" in ($10, $11) and ((("session"."user_name" like '%$' and ("session"."user_domain" in (split_part("session"."hostname", '.', 1), left(split_part("session"."hostname", '.', 1), 15))) is not true)
  or "session"."uid" in ('S-1-5-7', 'S-1-5-18', 'S-1-5-19', 'S-1-5-20')
  or "session"."uid" like any (array['S-1-5-80-%', 'S-1-5-82-%', 'S-1-5-83-%', 'S-1-5-90-%', 'S-1-5-96-%', 'S-1-5-111-%'])
  or ("session"."uid" is null and ("session"."user_domain" in ('NT AUTHORITY', 'NT SERVICE', 'WINDOW MANAGER',
    'FONT DRIVER HOST', 'IIS APPPOOL', 'NT VIRTUAL MACHINE') or ("session"."user_domain" is null and
    "session"."user_name" in ('system', 'local service', 'network service', 'anonymous logon')))))) is not true and (("session"."lock_count" > 0 or "session"."unlock_count" > 0)) is not true and case when "session"."fold_state" is null and "session"."started_at" >= $12 then least((case session.end_reason when 'LOGOUT' then session.ended_at when 'SUPERSEDED' then session.own_last_at
  else greatest(session.own_last_at, least(session.ended_at,
    coalesce((select a.until_at from host_activity a where a.hostname = session.hostname and a.from_at <= session.own_last_at order by a.from_at desc limit 1), session.own_last_at),
    case when session.end_reason = 'HOST_RESTART' then coalesce((select c.last_fact_at from context_event c where c.hostname = session.hostname
      and c.kind in ('HOST_START', 'HOST_STOP') and c.kind = 'HOST_START' and c.time = session.ended_at order by c.id limit 1), session.own_last_at) end)) end
  + case when session.ended_at is null then $13::interval else interval '0' end), $14::timestamptz) - "session"."started_at" else (select sum(least(next_time, present_until) - least(time, present_until))
    from (select least((case session.end_reason when 'LOGOUT' then session.ended_at when 'SUPERSEDED' then session.own_last_at
  else greatest(session.own_last_at, least(session.ended_at,
    coalesce((select a.until_at from host_activity a where a.hostname = session.hostname and a.from_at <= session.own_last_at order by a.from_at desc limit 1), session.own_last_at),
    case when session.end_reason = 'HOST_RESTART' then coalesce((select c.last_fact_at from context_event c where c.hostname = session.hostname
      and c.kind in ('HOST_START', 'HOST_STOP') and c.kind = 'HOST_START' and c.time = session.ended_at order by c.id limit 1), session.own_last_at) end)) end
  + case when session.ended_at is null then $15::interval else interval '0' end), $16::timestamptz) as present_until offset 0) as presence cross join lateral (
      select fact, time, lead(fact) over facts as next_fact, lead(time, 1, present_until) over facts as next_time from (
        select 'LOGIN' as fact, "session"."started_at" as time, "session"."start_id" as position
        union all (select "session_event"."action" as fact, "session_event"."time", "session_event"."id" as position from "session_event"
    where ("session_event"."hostname" collate "POSIX" = "session"."hostname"
  and "session_event"."login_id" = "session"."login_id" and session_event.login_id is not null and session_event.linked_login_id is null and session_event.login_successful is not false and case when session_event.login_id in ('0x3e3', '0x3e4', '0x3e5', '0x3e6', '0x3e7') then coalesce(session_event.uid,
    session_event_login_uid(session_event.hostname, session_event.login_id, session_event.time, session_event.id), '') not in ('S-1-5-7', 'S-1-5-17', 'S-1-5-18', 'S-1-5-19', 'S-1-5-20') else true end
  and "session_event"."time" >= "session"."started_at" and "session_event"."time" <= "session"."last_at"
  and ("session_event"."time", "session_event"."id") >= ("session"."started_at", "session"."start_id")
  and ("session_event"."time", "session_event"."id") <= ("session"."last_at", "session"."last_id")
  and not (session_event.action <> 'LOGIN' and exists (
  select from (select * from twin w where w.hostname = session_event.hostname and w.login_id = session_event.login_id
  and w.time <= session_event.time and (w.time, w.id) <= (session_event.time, session_event.id) and case when w.login_id in ('0x3e3', '0x3e4', '0x3e5', '0x3e6', '0x3e7') then coalesce(w.uid,
    session_event_login_uid(w.hostname, w.login_id, w.time, w.id), '') not in ('S-1-5-7', 'S-1-5-17', 'S-1-5-18', 'S-1-5-19', 'S-1-5-20') else true end
  order by w.time desc, w.id desc limit 1) w where (session_event.time, session_event.id) < (w.until_at, w.until_id)))) and "session_event"."action" in ('LOCK', 'UNLOCK', 'RECONNECT') and "session_event"."time" <= coalesce("session"."ended_at", '9999-12-31T23:59:59.999999Z')
  union all
  select 'DISCONNECT', d.time, d.position from (select d.time, (left(d.id::text, 14) || '81ff-bfff-ffffffffffff')::uuid as position from context_event d
  cross join lateral (
    select w.session_started_at as started_at, w.session_start_id as start_id, 1 as rank from (
      select * from twin w where w.hostname = d.hostname and w.login_id = d.login_id
        and w.time <= d.time and (w.time, w.id) < (d.time, (left(d.id::text, 14) || '81ff-bfff-ffffffffffff')::uuid) and case when w.login_id in ('0x3e3', '0x3e4', '0x3e5', '0x3e6', '0x3e7') then coalesce(w.uid,
    session_event_login_uid(w.hostname, w.login_id, w.time, w.id), '') not in ('S-1-5-7', 'S-1-5-17', 'S-1-5-18', 'S-1-5-19', 'S-1-5-20') else true end
        order by w.time desc, w.id desc limit 1) w
      where (d.time, (left(d.id::text, 14) || '81ff-bfff-ffffffffffff')::uuid) < (w.until_at, w.until_id)
    union all
    select b.started_at, b.start_id, 2 from (
      select * from session b where b.login_id = d.login_id and b.hostname collate "POSIX" = d.hostname
        and b.started_at <= d.time and (b.started_at, b.start_id) <= (d.time, (left(d.id::text, 14) || '81ff-bfff-ffffffffffff')::uuid)
      order by b.started_at desc, b.start_id desc limit 1) b
      where case b.end_reason when 'LOGOUT' then (d.time, (left(d.id::text, 14) || '81ff-bfff-ffffffffffff')::uuid) < (b.ended_at, b.end_id)
        when 'HOST_RESTART' then d.time < b.ended_at
        when 'HOST_STOP' then d.time <= b.ended_at + interval '10 minutes' and not exists (select from context_event c
          where c.hostname = d.hostname and c.kind in ('HOST_START', 'HOST_STOP') and c.kind = 'HOST_START'
            and c.time > b.ended_at and c.time <= d.time)
        else true end
    order by rank limit 1) k
  where d.hostname collate "POSIX" = "session"."hostname" and d.login_id = "session"."login_id" and d.time >= "session"."started_at"
    and k.started_at = "session"."started_at" and k.start_id = "session"."start_id" and case when d.login_id in ('0x3e3', '0x3e4', '0x3e5', '0x3e6', '0x3e7') then coalesce(null::text,
    session_event_login_uid(d.hostname, d.login_id, d.time, d.id), '') not in ('S-1-5-7', 'S-1-5-17', 'S-1-5-18', 'S-1-5-19', 'S-1-5-20') else true end and k.rank = 2) d where d.time <= coalesce("session"."ended_at", '9999-12-31T23:59:59.999999Z'))) f window facts as (order by time, position)) f
    where (fact = 'RECONNECT' or fact = 'LOGIN' and time >= $17) and next_fact is distinct from 'RECONNECT') end
    >= $18::interval) limit $19) counted;
-- ["2026-11-17T00:00:00.000000Z","2026-11-16T00:00:00.000000Z","2026-11-16T00:00:00.000000Z","86400000000 microseconds","2026-11-16T00:00:00.000000Z","14399999999 microseconds","2026-11-16T00:00:00.000000Z","1970-01-01T04:00:00.000000Z","2026-11-16T20:00:00.000001Z","INTERACTIVE","RDP","2026-11-01T00:00:00.000000Z","86400000000 microseconds","2026-11-17T00:00:00.000000Z","86400000000 microseconds","2026-11-17T00:00:00.000000Z","2026-11-01T00:00:00.000000Z","14400000000 microseconds",10001]

select exists (select from session_event e where e.hostname = a.hostname and e.action = 'LOCK'
      and e.time >= a.from_time and e.time < a.until_time) as locks
    from unnest($1::text[], $2::timestamptz[], $3::timestamptz[]) with ordinality as "a"("hostname", "from_time", "until_time", "index") order by a.index;
-- ["{\"WS6\",\"WS3\",\"RDP1\"}","{\"2026-11-16T00:00:00.000000Z\",\"2026-11-16T00:00:00.000000Z\",\"2026-11-16T00:00:00.000000Z\"}","{\"2026-11-17T00:00:00.000000Z\",\"2026-11-17T00:00:00.000000Z\",\"2026-11-17T00:00:00.000000Z\"}"]

select s.index::text as index, f.fact, f.time::text as time, f.position as id from unnest($1::text[], $2::text[], $3::timestamptz[], $4::uuid[], $5::timestamptz[], $6::uuid[], $7::timestamptz[]) with ordinality as "s"("hostname", "login_id", "started_at", "start_id", "last_at", "last_id", "ended_at", "index")
    cross join lateral (select "session_event"."action" as fact, "session_event"."time", "session_event"."id" as position from "session_event"
    where ("session_event"."hostname" collate "POSIX" = s.hostname
  and "session_event"."login_id" = s.login_id and session_event.login_id is not null and session_event.linked_login_id is null and session_event.login_successful is not false and case when session_event.login_id in ('0x3e3', '0x3e4', '0x3e5', '0x3e6', '0x3e7') then coalesce(session_event.uid,
    session_event_login_uid(session_event.hostname, session_event.login_id, session_event.time, session_event.id), '') not in ('S-1-5-7', 'S-1-5-17', 'S-1-5-18', 'S-1-5-19', 'S-1-5-20') else true end
  and "session_event"."time" >= s.started_at and "session_event"."time" <= s.last_at
  and ("session_event"."time", "session_event"."id") >= (s.started_at, s.start_id)
  and ("session_event"."time", "session_event"."id") <= (s.last_at, s.last_id)
  and not (session_event.action <> 'LOGIN' and exists (
  select from (select * from twin w where w.hostname = session_event.hostname and w.login_id = session_event.login_id
  and w.time <= session_event.time and (w.time, w.id) <= (session_event.time, session_event.id) and case when w.login_id in ('0x3e3', '0x3e4', '0x3e5', '0x3e6', '0x3e7') then coalesce(w.uid,
    session_event_login_uid(w.hostname, w.login_id, w.time, w.id), '') not in ('S-1-5-7', 'S-1-5-17', 'S-1-5-18', 'S-1-5-19', 'S-1-5-20') else true end
  order by w.time desc, w.id desc limit 1) w where (session_event.time, session_event.id) < (w.until_at, w.until_id)))) and "session_event"."action" in ('LOCK', 'UNLOCK', 'RECONNECT') and "session_event"."time" <= s.ended_at
  union all
  select 'DISCONNECT', d.time, d.position from (select d.time, (left(d.id::text, 14) || '81ff-bfff-ffffffffffff')::uuid as position from context_event d
  cross join lateral (
    select w.session_started_at as started_at, w.session_start_id as start_id, 1 as rank from (
      select * from twin w where w.hostname = d.hostname and w.login_id = d.login_id
        and w.time <= d.time and (w.time, w.id) < (d.time, (left(d.id::text, 14) || '81ff-bfff-ffffffffffff')::uuid) and case when w.login_id in ('0x3e3', '0x3e4', '0x3e5', '0x3e6', '0x3e7') then coalesce(w.uid,
    session_event_login_uid(w.hostname, w.login_id, w.time, w.id), '') not in ('S-1-5-7', 'S-1-5-17', 'S-1-5-18', 'S-1-5-19', 'S-1-5-20') else true end
        order by w.time desc, w.id desc limit 1) w
      where (d.time, (left(d.id::text, 14) || '81ff-bfff-ffffffffffff')::uuid) < (w.until_at, w.until_id)
    union all
    select b.started_at, b.start_id, 2 from (
      select * from session b where b.login_id = d.login_id and b.hostname collate "POSIX" = d.hostname
        and b.started_at <= d.time and (b.started_at, b.start_id) <= (d.time, (left(d.id::text, 14) || '81ff-bfff-ffffffffffff')::uuid)
      order by b.started_at desc, b.start_id desc limit 1) b
      where case b.end_reason when 'LOGOUT' then (d.time, (left(d.id::text, 14) || '81ff-bfff-ffffffffffff')::uuid) < (b.ended_at, b.end_id)
        when 'HOST_RESTART' then d.time < b.ended_at
        when 'HOST_STOP' then d.time <= b.ended_at + interval '10 minutes' and not exists (select from context_event c
          where c.hostname = d.hostname and c.kind in ('HOST_START', 'HOST_STOP') and c.kind = 'HOST_START'
            and c.time > b.ended_at and c.time <= d.time)
        else true end
    order by rank limit 1) k
  where d.hostname collate "POSIX" = s.hostname and d.login_id = s.login_id and d.time >= s.started_at
    and k.started_at = s.started_at and k.start_id = s.start_id and case when d.login_id in ('0x3e3', '0x3e4', '0x3e5', '0x3e6', '0x3e7') then coalesce(null::text,
    session_event_login_uid(d.hostname, d.login_id, d.time, d.id), '') not in ('S-1-5-7', 'S-1-5-17', 'S-1-5-18', 'S-1-5-19', 'S-1-5-20') else true end and k.rank = 2) d where d.time <= s.ended_at) f
    order by s.index, f.time, f.position;
-- ["{\"RDP1\"}","{\"0x19c0e7\"}","{\"2026-11-16T08:40:11.882035Z\"}","{\"00000002-e888-8165-88f2-ea69a0f29fea\"}","{\"2026-11-16T16:31:52.690417Z\"}","{\"00000002-e8be-854d-8aab-7b2493b66b50\"}","{\"2026-11-16T16:31:52.690417Z\"}"]
