select "hostname", "login_id", "started_at", "start_id", "start_reason", "user", "user_domain", "user_name", "uid", "login_type", "src_ip", "src_ips", "ended_at", "end_reason", "end_id", "last_at", "last_id", "lock_count", "unlock_count", "reconnect_count", "own_last_at", "state", "state_since", "fold_state", "is_diverted", "over_at", "duration_rank" from "session" where (("session"."started_at" <= $1 and "session"."over_at" > $2 and coalesce("session"."ended_at", 'infinity') > $3) and ((("session"."user_name" like '%$' and ("session"."user_domain" in (split_part("session"."hostname", '.', 1), left(split_part("session"."hostname", '.', 1), 15))) is not true)
  or "session"."uid" in ('S-1-5-7', 'S-1-5-18', 'S-1-5-19', 'S-1-5-20')
  or "session"."uid" like any (array['S-1-5-80-%', 'S-1-5-82-%', 'S-1-5-83-%', 'S-1-5-90-%', 'S-1-5-96-%', 'S-1-5-111-%'])
  or ("session"."uid" is null and ("session"."user_domain" in ('NT AUTHORITY', 'NT SERVICE', 'WINDOW MANAGER',
    'FONT DRIVER HOST', 'IIS APPPOOL', 'NT VIRTUAL MACHINE') or ("session"."user_domain" is null and
    "session"."user_name" in ('system', 'local service', 'network service', 'anonymous logon')))))) is not true) order by "session"."duration_rank" desc, "session"."start_id" desc limit $4;
-- ["2026-11-16T11:00:00.000000Z","2026-11-16T11:00:00.000000Z","2026-11-16T11:00:00.000000Z",4]

select "hostname", "time", "id", "action", "login_id", "uid", "user", "user_name", "user_domain", "login_type", "login_successful", "linked_login_id", "src_ip", "src_port", "dest_ip", "dest_port", "src_hostname", "source_id", "ingested_at" from "session_event" where (("session_event"."hostname" = $1 and "session_event"."time" = $2 and "session_event"."id" = $3::uuid) or ("session_event"."hostname" = $4 and "session_event"."time" = $5 and "session_event"."id" = $6::uuid));
-- ["WS2","2026-11-16T17:04:36.700284Z","00000000-ef71-8586-baef-dca839fa2b43","WS3","2026-11-16T16:58:20.045671Z","00000000-84a4-859e-9daa-2497a67a00b9"]

select count(*) from (select 1 as "one" from "session" where (("session"."started_at" <= $1 and "session"."over_at" > $2 and coalesce("session"."ended_at", 'infinity') > $3) and ((("session"."user_name" like '%$' and ("session"."user_domain" in (split_part("session"."hostname", '.', 1), left(split_part("session"."hostname", '.', 1), 15))) is not true)
  or "session"."uid" in ('S-1-5-7', 'S-1-5-18', 'S-1-5-19', 'S-1-5-20')
  or "session"."uid" like any (array['S-1-5-80-%', 'S-1-5-82-%', 'S-1-5-83-%', 'S-1-5-90-%', 'S-1-5-96-%', 'S-1-5-111-%'])
  or ("session"."uid" is null and ("session"."user_domain" in ('NT AUTHORITY', 'NT SERVICE', 'WINDOW MANAGER',
    'FONT DRIVER HOST', 'IIS APPPOOL', 'NT VIRTUAL MACHINE') or ("session"."user_domain" is null and
    "session"."user_name" in ('system', 'local service', 'network service', 'anonymous logon')))))) is not true) limit $4) counted;
-- ["2026-11-16T11:00:00.000000Z","2026-11-16T11:00:00.000000Z","2026-11-16T11:00:00.000000Z",10001]

select s.index as list_index, listed.* from unnest($1::text[], $2::text[], $3::timestamptz[], $4::uuid[], $5::timestamptz[], $6::uuid[]) with ordinality as "s"("hostname", "login_id", "started_at", "start_id", "last_at", "last_id", "index")
    cross join lateral (select * from ((select "hostname", "time", "id", "action", "login_id", "uid", "user", "user_name", "user_domain", "login_type", "login_successful", "linked_login_id", "src_ip", "src_port", "dest_ip", "dest_port", "src_hostname", "source_id", "ingested_at" from "session_event" where ("session_event"."hostname" collate "POSIX" = s.hostname
  and "session_event"."login_id" = s.login_id and session_event.login_id is not null and session_event.linked_login_id is null and session_event.login_successful is not false and case when session_event.login_id in ('0x3e3', '0x3e4', '0x3e5', '0x3e6', '0x3e7') then coalesce(session_event.uid,
    session_event_login_uid(session_event.hostname, session_event.login_id, session_event.time, session_event.id), '') not in ('S-1-5-7', 'S-1-5-17', 'S-1-5-18', 'S-1-5-19', 'S-1-5-20') else true end
  and "session_event"."time" >= s.started_at and "session_event"."time" <= s.last_at
  and ("session_event"."time", "session_event"."id") >= (s.started_at, s.start_id)
  and ("session_event"."time", "session_event"."id") <= (s.last_at, s.last_id)
  and not (session_event.action <> 'LOGIN' and exists (
  select from (select * from twin w where w.hostname = session_event.hostname and w.login_id = session_event.login_id
  and w.time <= session_event.time and (w.time, w.id) <= (session_event.time, session_event.id) and case when w.login_id in ('0x3e3', '0x3e4', '0x3e5', '0x3e6', '0x3e7') then coalesce(w.uid,
    session_event_login_uid(w.hostname, w.login_id, w.time, w.id), '') not in ('S-1-5-7', 'S-1-5-17', 'S-1-5-18', 'S-1-5-19', 'S-1-5-20') else true end
  order by w.time desc, w.id desc limit 1) w where (session_event.time, session_event.id) < (w.until_at, w.until_id)))) and "session_event"."time" >= $7 and "session_event"."time" <= $8 and ("session_event"."time", "session_event"."id") > ($9::timestamptz, $10::uuid)
    and ("session_event"."time", "session_event"."id") < ($11::timestamptz, $12::uuid)
    and "session_event"."time" >= $13 and "session_event"."time" <= $14 order by time desc, id desc limit $15)
      union all (select taken.* from (select w.* from twin w where w.hostname = s.hostname and w.session_started_at = s.started_at and w.session_start_id = s.start_id) w cross join lateral (select "hostname", "time", "id", "action", "login_id", "uid", "user", "user_name", "user_domain", "login_type", "login_successful", "linked_login_id", "src_ip", "src_port", "dest_ip", "dest_port", "src_hostname", "source_id", "ingested_at" from "session_event" where (session_event.hostname collate "POSIX" = w.hostname and session_event.login_id = w.login_id
  and session_event.time >= w.time and session_event.time <= w.until_at and ((session_event.time, session_event.id) = (w.time, w.id)
    or (session_event.action <> 'LOGIN' and (session_event.time, session_event.id) > (w.time, w.id) and (session_event.time, session_event.id) < (w.until_at, w.until_id)
      and case when session_event.login_id in ('0x3e3', '0x3e4', '0x3e5', '0x3e6', '0x3e7') then coalesce(session_event.uid,
    session_event_login_uid(session_event.hostname, session_event.login_id, session_event.time, session_event.id), '') not in ('S-1-5-7', 'S-1-5-17', 'S-1-5-18', 'S-1-5-19', 'S-1-5-20') else true end))) and "session_event"."time" >= $16 and ("session_event"."time", "session_event"."id") > ($17::timestamptz, $18::uuid)
    and ("session_event"."time", "session_event"."id") < ($19::timestamptz, $20::uuid)
    and "session_event"."time" >= $21 and "session_event"."time" <= $22 order by time desc, id desc limit $23) taken
        order by time desc, id desc limit $24)) parts
      order by time desc, id desc limit $25) listed
    order by s.index, listed.time desc, listed.id desc;
-- ["{\"WS4\",\"WS2\",\"WS3\"}","{\"0x9d2c8\",\"0x8a1f0\",\"0x7b330\"}","{\"2026-11-16T08:24:50.336170Z\",\"2026-11-16T08:01:15.204117Z\",\"2026-11-16T08:12:58.377908Z\"}","{\"00000000-6b4d-8163-8a49-681f6b7add23\",\"00000000-ef62-811e-ad03-349587a15762\",\"00000000-84a1-8127-94fa-0863f72a3252\"}","{\"2026-11-16T17:21:08.914402Z\",\"2026-11-16T17:04:36.700284Z\",\"2026-11-16T16:58:20.045671Z\"}","{\"00000000-6b50-82d8-bd8e-3794bbbb00ee\",\"00000000-ef71-8586-baef-dca839fa2b43\",\"00000000-84a4-859e-9daa-2497a67a00b9\"}","2026-11-16T08:01:15.204117Z","2026-11-16T17:21:08.914402Z","-infinity","00000000-0000-0000-0000-000000000000","infinity","00000000-0000-0000-0000-000000000000","-infinity","infinity",3,"2026-11-16T08:00:15.204117Z","-infinity","00000000-0000-0000-0000-000000000000","infinity","00000000-0000-0000-0000-000000000000","-infinity","infinity",3,3,3]

select s.index::text as index, (case s.end_reason when 'LOGOUT' then s.ended_at when 'SUPERSEDED' then s.own_last_at
  else greatest(s.own_last_at, least(s.ended_at,
    coalesce((select a.until_at from host_activity a where a.hostname = s.hostname and a.from_at <= s.own_last_at order by a.from_at desc limit 1), s.own_last_at),
    case when s.end_reason = 'HOST_RESTART' then coalesce((select c.last_fact_at from context_event c where c.hostname = s.hostname
      and c.kind in ('HOST_START', 'HOST_STOP') and c.kind = 'HOST_START' and c.time = s.ended_at order by c.id limit 1), s.own_last_at) end)) end)::text as time from unnest($1::text[], $2::timestamptz[], $3::timestamptz[], $4::text[]) with ordinality as "s"("hostname", "own_last_at", "ended_at", "end_reason", "index");
-- ["{\"WS4\",\"WS2\",\"WS3\"}","{\"2026-11-16T17:21:08.914402Z\",\"2026-11-16T17:04:36.700284Z\",\"2026-11-16T16:58:20.045671Z\"}","{NULL,\"2026-11-16T17:04:36.700284Z\",\"2026-11-16T16:58:20.045671Z\"}","{NULL,\"LOGOUT\",\"LOGOUT\"}"]

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
-- ["{\"WS2\"}","{\"0x8a1f0\"}","{\"2026-11-16T08:01:15.204117Z\"}","{\"00000000-ef62-811e-ad03-349587a15762\"}","{\"2026-11-16T17:04:36.700284Z\"}","{\"00000000-ef71-8586-baef-dca839fa2b43\"}","{\"2026-11-16T17:04:36.700284Z\"}"]
