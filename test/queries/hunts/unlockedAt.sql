begin read only; set local cursor_tuple_fraction = 1;
-- []

commit;
-- []

declare each_row no scroll cursor for select "hostname", "login_id", "started_at", "start_id", "start_reason", "user", "user_domain", "user_name", "uid", "login_type", "src_ip", "src_ips", "ended_at", "end_reason", "end_id", "last_at", "last_id", "lock_count", "unlock_count", "reconnect_count", "own_last_at", "state", "state_since", "fold_state", "is_diverted", "over_at", "duration_rank", (case session.end_reason when 'LOGOUT' then session.ended_at when 'SUPERSEDED' then session.own_last_at
  else greatest(session.own_last_at, least(session.ended_at,
    coalesce((select a.until_at from host_activity a where a.hostname = session.hostname and a.from_at <= session.own_last_at order by a.from_at desc limit 1), session.own_last_at),
    case when session.end_reason = 'HOST_RESTART' then coalesce((select c.last_fact_at from context_event c where c.hostname = session.hostname
      and c.kind in ('HOST_START', 'HOST_STOP') and c.kind = 'HOST_START' and c.time = session.ended_at order by c.id limit 1), session.own_last_at) end)) end)::text as ended_after from (select * from session where width_bucket(over_at - started_at, '{00:01:04,00:17:04,04:33:04,72:49:04,1165:05:04,18641:21:04}'::interval[]) = 0 and started_at > $1::timestamptz - '00:01:04'::interval and started_at < $2::timestamptz union all select * from session where width_bucket(over_at - started_at, '{00:01:04,00:17:04,04:33:04,72:49:04,1165:05:04,18641:21:04}'::interval[]) = 1 and started_at > $3::timestamptz - '00:17:04'::interval and started_at < $4::timestamptz union all select * from session where width_bucket(over_at - started_at, '{00:01:04,00:17:04,04:33:04,72:49:04,1165:05:04,18641:21:04}'::interval[]) = 2 and started_at > $5::timestamptz - '04:33:04'::interval and started_at < $6::timestamptz union all select * from session where width_bucket(over_at - started_at, '{00:01:04,00:17:04,04:33:04,72:49:04,1165:05:04,18641:21:04}'::interval[]) = 3 and started_at > $7::timestamptz - '72:49:04'::interval and started_at < $8::timestamptz union all select * from session where width_bucket(over_at - started_at, '{00:01:04,00:17:04,04:33:04,72:49:04,1165:05:04,18641:21:04}'::interval[]) = 4 and started_at > $9::timestamptz - '1165:05:04'::interval and started_at < $10::timestamptz union all select * from session where width_bucket(over_at - started_at, '{00:01:04,00:17:04,04:33:04,72:49:04,1165:05:04,18641:21:04}'::interval[]) = 5 and started_at > $11::timestamptz - '18641:21:04'::interval and started_at < $12::timestamptz union all select * from session where width_bucket(over_at - started_at, '{00:01:04,00:17:04,04:33:04,72:49:04,1165:05:04,18641:21:04}'::interval[]) = 6 and started_at < $13::timestamptz) "session"
    where (("session"."started_at" <= $14 and "session"."over_at" > $15 and coalesce("session"."ended_at", 'infinity') > $16) and coalesce("session"."ended_at", '9999-12-31T23:59:59.999999Z') > $17 and "session"."started_at" < $18 and "session"."login_type" in ($19, $20) and ((("session"."user_name" like '%$' and ("session"."user_domain" in (split_part("session"."hostname", '.', 1), left(split_part("session"."hostname", '.', 1), 15))) is not true)
  or "session"."uid" in ('S-1-5-7', 'S-1-5-18', 'S-1-5-19', 'S-1-5-20')
  or "session"."uid" like any (array['S-1-5-80-%', 'S-1-5-82-%', 'S-1-5-83-%', 'S-1-5-90-%', 'S-1-5-96-%', 'S-1-5-111-%'])
  or ("session"."uid" is null and ("session"."user_domain" in ('NT AUTHORITY', 'NT SERVICE', 'WINDOW MANAGER',
    'FONT DRIVER HOST', 'IIS APPPOOL', 'NT VIRTUAL MACHINE') or ("session"."user_domain" is null and
    "session"."user_name" in ('system', 'local service', 'network service', 'anonymous logon')))))) is not true)
      and ("session"."state" = 'ACTIVE' or "session"."state_since" > $21);
-- ["2026-11-16T12:30:00.000000Z","2026-11-16T12:30:00.000001Z","2026-11-16T12:30:00.000000Z","2026-11-16T12:30:00.000001Z","2026-11-16T12:30:00.000000Z","2026-11-16T12:30:00.000001Z","2026-11-16T12:30:00.000000Z","2026-11-16T12:30:00.000001Z","2026-11-16T12:30:00.000000Z","2026-11-16T12:30:00.000001Z","2026-11-16T12:30:00.000000Z","2026-11-16T12:30:00.000001Z","2026-11-16T12:30:00.000001Z","2026-11-16T12:30:00.000000Z","2026-11-16T12:30:00.000000Z","2026-11-16T12:30:00.000000Z","2026-11-16T12:30:00.000000Z","2026-11-16T11:30:00.000001Z","INTERACTIVE","RDP","2026-11-16T12:30:00.000000Z"]

fetch 1000 from each_row;
-- []

select exists (select from session_event e where e.hostname = a.hostname and e.action = 'LOCK'
      and e.time >= a.from_time and e.time < a.until_time) as locks
    from unnest($1::text[], $2::timestamptz[], $3::timestamptz[]) with ordinality as "a"("hostname", "from_time", "until_time", "index") order by a.index;
-- ["{\"WS6\",\"WS3\",\"WS4\",\"RDP1\",\"RDP1\",\"WS5\"}","{\"2026-11-16T07:56:40.318226Z\",\"2026-11-16T08:12:58.377908Z\",\"2026-11-16T08:24:50.336170Z\",\"2026-11-16T08:40:11.882035Z\",\"2026-11-16T10:14:07.418830Z\",\"2026-11-16T10:21:09.730112Z\"}","{\"2026-11-16T12:30:00.000001Z\",\"2026-11-16T12:30:00.000001Z\",\"2026-11-16T12:30:00.000001Z\",\"2026-11-16T12:30:00.000001Z\",\"2026-11-16T12:30:00.000001Z\",\"2026-11-16T12:30:00.000001Z\"}"]

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
-- ["{\"WS5\",\"WS2\",\"RDP1\",\"WS4\"}","{\"0x2c81e4\",\"0x8a1f0\",\"0x19c0e7\",\"0x9d2c8\"}","{\"2026-11-16T10:21:09.730112Z\",\"2026-11-16T08:01:15.204117Z\",\"2026-11-16T08:40:11.882035Z\",\"2026-11-16T08:24:50.336170Z\"}","{\"00000000-bbf0-815d-896b-34d3e3f3cf77\",\"00000000-ef62-811e-ad03-349587a15762\",\"00000002-e888-8165-88f2-ea69a0f29fea\",\"00000000-6b4d-8163-8a49-681f6b7add23\"}","{\"2026-11-16T13:40:05.333000Z\",\"2026-11-16T17:04:36.700284Z\",\"2026-11-16T16:31:52.690417Z\",\"2026-11-16T17:21:08.914402Z\"}","{\"00000000-bbfc-8513-8b96-a04f5b2dc252\",\"00000000-ef71-8586-baef-dca839fa2b43\",\"00000002-e8be-854d-8aab-7b2493b66b50\",\"00000000-6b50-82d8-bd8e-3794bbbb00ee\"}","{\"2026-11-16T13:40:05.333000Z\",\"2026-11-16T17:04:36.700284Z\",\"2026-11-16T16:31:52.690417Z\",\"infinity\"}"]
