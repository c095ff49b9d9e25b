select "hostname", "time", "id", "action", "login_id", "uid", "user", "user_name", "user_domain", "login_type", "login_successful", "linked_login_id", "src_ip", "src_port", "dest_ip", "dest_port", "src_hostname", "source_id", "ingested_at" from "session_event" where ("session_event"."action" = $1 and "session_event"."time" >= $2 and "session_event"."time" < $3 and ((("session_event"."user_name" like '%$' and ("session_event"."user_domain" in (split_part("session_event"."hostname", '.', 1), left(split_part("session_event"."hostname", '.', 1), 15))) is not true)
  or "session_event"."uid" in ('S-1-5-7', 'S-1-5-18', 'S-1-5-19', 'S-1-5-20')
  or "session_event"."uid" like any (array['S-1-5-80-%', 'S-1-5-82-%', 'S-1-5-83-%', 'S-1-5-90-%', 'S-1-5-96-%', 'S-1-5-111-%'])
  or ("session_event"."uid" is null and "session_event"."login_successful" is not false and ("session_event"."user_domain" in ('NT AUTHORITY', 'NT SERVICE', 'WINDOW MANAGER',
    'FONT DRIVER HOST', 'IIS APPPOOL', 'NT VIRTUAL MACHINE') or ("session_event"."user_domain" is null and
    "session_event"."user_name" in ('system', 'local service', 'network service', 'anonymous logon')))))) is not true and (session_event.src_ip is not null and exists (select from (select s.* from (
    select w.session_started_at as started_at, w.session_start_id as start_id, 1 as rank from (select * from twin w where w.hostname = session_event.hostname and w.login_id = session_event.login_id
  and w.time <= session_event.time and (w.time, w.id) <= (session_event.time, session_event.id) and case when w.login_id in ('0x3e3', '0x3e4', '0x3e5', '0x3e6', '0x3e7') then coalesce(w.uid,
    session_event_login_uid(w.hostname, w.login_id, w.time, w.id), '') not in ('S-1-5-7', 'S-1-5-17', 'S-1-5-18', 'S-1-5-19', 'S-1-5-20') else true end
  order by w.time desc, w.id desc limit 1) w
      where (session_event.time, session_event.id) = (w.time, w.id)
        or (session_event.action <> 'LOGIN' and (session_event.time, session_event.id) < (w.until_at, w.until_id) and case when session_event.login_id in ('0x3e3', '0x3e4', '0x3e5', '0x3e6', '0x3e7') then coalesce(session_event.uid,
    session_event_login_uid(session_event.hostname, session_event.login_id, session_event.time, session_event.id), '') not in ('S-1-5-7', 'S-1-5-17', 'S-1-5-18', 'S-1-5-19', 'S-1-5-20') else true end)
    union all
    select began.started_at, began.start_id, 2 from (
      select b.started_at, b.start_id, b.last_at, b.last_id from session b
      where b.login_id = session_event.login_id and b.hostname collate "POSIX" = session_event.hostname
        and b.started_at <= session_event.time and (b.started_at, b.start_id) <= (session_event.time, session_event.id)
      order by b.started_at desc, b.start_id desc limit 1) began
      where (session_event.time, session_event.id) <= (began.last_at, began.last_id) and session_event.login_id is not null and session_event.linked_login_id is null and session_event.login_successful is not false and case when session_event.login_id in ('0x3e3', '0x3e4', '0x3e5', '0x3e6', '0x3e7') then coalesce(session_event.uid,
    session_event_login_uid(session_event.hostname, session_event.login_id, session_event.time, session_event.id), '') not in ('S-1-5-7', 'S-1-5-17', 'S-1-5-18', 'S-1-5-19', 'S-1-5-20') else true end
    order by rank limit 1) k
  join session s on s.hostname = session_event.hostname and s.started_at = k.started_at and s.start_id = k.start_id) s
  where (s.started_at, s.start_id) < (session_event.time, session_event.id) and not exists (select from (select member.src_ip from session_event member
    where member.login_id = s.login_id and member.hostname collate "POSIX" = s.hostname and member.src_ip is not null
      and member.login_id is not null and member.linked_login_id is null and member.login_successful is not false and case when member.login_id in ('0x3e3', '0x3e4', '0x3e5', '0x3e6', '0x3e7') then coalesce(member.uid,
    session_event_login_uid(member.hostname, member.login_id, member.time, member.id), '') not in ('S-1-5-7', 'S-1-5-17', 'S-1-5-18', 'S-1-5-19', 'S-1-5-20') else true end
      and member.time >= s.started_at and (member.time, member.id) >= (s.started_at, s.start_id)
      and member.time <= s.last_at and (member.time, member.id) <= (s.last_at, s.last_id)
      and member.time <= session_event.time and (member.time, member.id) < (session_event.time, session_event.id)
      and not (member.action <> 'LOGIN' and exists (
  select from (select * from twin w where w.hostname = member.hostname and w.login_id = member.login_id
  and w.time <= member.time and (w.time, w.id) <= (member.time, member.id) and case when w.login_id in ('0x3e3', '0x3e4', '0x3e5', '0x3e6', '0x3e7') then coalesce(w.uid,
    session_event_login_uid(w.hostname, w.login_id, w.time, w.id), '') not in ('S-1-5-7', 'S-1-5-17', 'S-1-5-18', 'S-1-5-19', 'S-1-5-20') else true end
  order by w.time desc, w.id desc limit 1) w where (member.time, member.id) < (w.until_at, w.until_id)))
  union all select taken.src_ip from (select w.* from twin w where w.hostname = s.hostname and w.session_started_at = s.started_at and w.session_start_id = s.start_id) w cross join lateral (
    select taken.src_ip from session_event taken where (taken.hostname collate "POSIX" = w.hostname and taken.login_id = w.login_id
  and taken.time >= w.time and taken.time <= w.until_at and ((taken.time, taken.id) = (w.time, w.id)
    or (taken.action <> 'LOGIN' and (taken.time, taken.id) > (w.time, w.id) and (taken.time, taken.id) < (w.until_at, w.until_id)
      and case when taken.login_id in ('0x3e3', '0x3e4', '0x3e5', '0x3e6', '0x3e7') then coalesce(taken.uid,
    session_event_login_uid(taken.hostname, taken.login_id, taken.time, taken.id), '') not in ('S-1-5-7', 'S-1-5-17', 'S-1-5-18', 'S-1-5-19', 'S-1-5-20') else true end))) and taken.src_ip is not null
      and taken.time <= session_event.time and (taken.time, taken.id) < (session_event.time, session_event.id)) taken offset 0) before where before.src_ip = session_event.src_ip)))) order by "session_event"."time" asc, "session_event"."id" asc limit $4;
-- ["RECONNECT","2026-11-16T00:00:00.000000Z","2026-11-17T00:00:00.000000Z",51]

select (select array_agg(src_ip order by src_ip) from (select distinct before.src_ip from (select s.* from (
    select w.session_started_at as started_at, w.session_start_id as start_id, 1 as rank from (select * from twin w where w.hostname = e.hostname and w.login_id = e.login_id
  and w.time <= e.time and (w.time, w.id) <= (e.time, e.id) and case when w.login_id in ('0x3e3', '0x3e4', '0x3e5', '0x3e6', '0x3e7') then coalesce(w.uid,
    session_event_login_uid(w.hostname, w.login_id, w.time, w.id), '') not in ('S-1-5-7', 'S-1-5-17', 'S-1-5-18', 'S-1-5-19', 'S-1-5-20') else true end
  order by w.time desc, w.id desc limit 1) w
      where (e.time, e.id) = (w.time, w.id)
        or (e.action <> 'LOGIN' and (e.time, e.id) < (w.until_at, w.until_id) and case when e.login_id in ('0x3e3', '0x3e4', '0x3e5', '0x3e6', '0x3e7') then coalesce(e.uid,
    session_event_login_uid(e.hostname, e.login_id, e.time, e.id), '') not in ('S-1-5-7', 'S-1-5-17', 'S-1-5-18', 'S-1-5-19', 'S-1-5-20') else true end)
    union all
    select began.started_at, began.start_id, 2 from (
      select b.started_at, b.start_id, b.last_at, b.last_id from session b
      where b.login_id = e.login_id and b.hostname collate "POSIX" = e.hostname
        and b.started_at <= e.time and (b.started_at, b.start_id) <= (e.time, e.id)
      order by b.started_at desc, b.start_id desc limit 1) began
      where (e.time, e.id) <= (began.last_at, began.last_id) and e.login_id is not null and e.linked_login_id is null and e.login_successful is not false and case when e.login_id in ('0x3e3', '0x3e4', '0x3e5', '0x3e6', '0x3e7') then coalesce(e.uid,
    session_event_login_uid(e.hostname, e.login_id, e.time, e.id), '') not in ('S-1-5-7', 'S-1-5-17', 'S-1-5-18', 'S-1-5-19', 'S-1-5-20') else true end
    order by rank limit 1) k
  join session s on s.hostname = e.hostname and s.started_at = k.started_at and s.start_id = k.start_id) s cross join lateral (select member.src_ip from session_event member
    where member.login_id = s.login_id and member.hostname collate "POSIX" = s.hostname and member.src_ip is not null
      and member.login_id is not null and member.linked_login_id is null and member.login_successful is not false and case when member.login_id in ('0x3e3', '0x3e4', '0x3e5', '0x3e6', '0x3e7') then coalesce(member.uid,
    session_event_login_uid(member.hostname, member.login_id, member.time, member.id), '') not in ('S-1-5-7', 'S-1-5-17', 'S-1-5-18', 'S-1-5-19', 'S-1-5-20') else true end
      and member.time >= s.started_at and (member.time, member.id) >= (s.started_at, s.start_id)
      and member.time <= s.last_at and (member.time, member.id) <= (s.last_at, s.last_id)
      and member.time <= e.time and (member.time, member.id) < (e.time, e.id)
      and not (member.action <> 'LOGIN' and exists (
  select from (select * from twin w where w.hostname = member.hostname and w.login_id = member.login_id
  and w.time <= member.time and (w.time, w.id) <= (member.time, member.id) and case when w.login_id in ('0x3e3', '0x3e4', '0x3e5', '0x3e6', '0x3e7') then coalesce(w.uid,
    session_event_login_uid(w.hostname, w.login_id, w.time, w.id), '') not in ('S-1-5-7', 'S-1-5-17', 'S-1-5-18', 'S-1-5-19', 'S-1-5-20') else true end
  order by w.time desc, w.id desc limit 1) w where (member.time, member.id) < (w.until_at, w.until_id)))
  union all select taken.src_ip from (select w.* from twin w where w.hostname = s.hostname and w.session_started_at = s.started_at and w.session_start_id = s.start_id) w cross join lateral (
    select taken.src_ip from session_event taken where (taken.hostname collate "POSIX" = w.hostname and taken.login_id = w.login_id
  and taken.time >= w.time and taken.time <= w.until_at and ((taken.time, taken.id) = (w.time, w.id)
    or (taken.action <> 'LOGIN' and (taken.time, taken.id) > (w.time, w.id) and (taken.time, taken.id) < (w.until_at, w.until_id)
      and case when taken.login_id in ('0x3e3', '0x3e4', '0x3e5', '0x3e6', '0x3e7') then coalesce(taken.uid,
    session_event_login_uid(taken.hostname, taken.login_id, taken.time, taken.id), '') not in ('S-1-5-7', 'S-1-5-17', 'S-1-5-18', 'S-1-5-19', 'S-1-5-20') else true end))) and taken.src_ip is not null
      and taken.time <= e.time and (taken.time, taken.id) < (e.time, e.id)) taken) before
      order by before.src_ip limit 1000) known) as sources
    from (select asked.*, 'RECONNECT' as action, null::text as linked_login_id, null::boolean as login_successful from unnest($1::text[], $2::text[], $3::timestamptz[], $4::uuid[], $5::text[]) with ordinality as "asked"("hostname", "login_id", "time", "id", "uid", "index")) e
    order by e.index;
-- ["{\"WS5\"}","{\"0x2c81e4\"}","{\"2026-11-16T13:02:48.091700Z\"}","{\"00000000-bbf9-8304-bdf3-7320ed2dce04\"}","{NULL}"]

select count(*) from (select 1 as "one" from "session_event" where ("session_event"."action" = $1 and "session_event"."time" >= $2 and "session_event"."time" < $3 and ((("session_event"."user_name" like '%$' and ("session_event"."user_domain" in (split_part("session_event"."hostname", '.', 1), left(split_part("session_event"."hostname", '.', 1), 15))) is not true)
  or "session_event"."uid" in ('S-1-5-7', 'S-1-5-18', 'S-1-5-19', 'S-1-5-20')
  or "session_event"."uid" like any (array['S-1-5-80-%', 'S-1-5-82-%', 'S-1-5-83-%', 'S-1-5-90-%', 'S-1-5-96-%', 'S-1-5-111-%'])
  or ("session_event"."uid" is null and "session_event"."login_successful" is not false and ("session_event"."user_domain" in ('NT AUTHORITY', 'NT SERVICE', 'WINDOW MANAGER',
    'FONT DRIVER HOST', 'IIS APPPOOL', 'NT VIRTUAL MACHINE') or ("session_event"."user_domain" is null and
    "session_event"."user_name" in ('system', 'local service', 'network service', 'anonymous logon')))))) is not true and (session_event.src_ip is not null and exists (select from (select s.* from (
    select w.session_started_at as started_at, w.session_start_id as start_id, 1 as rank from (select * from twin w where w.hostname = session_event.hostname and w.login_id = session_event.login_id
  and w.time <= session_event.time and (w.time, w.id) <= (session_event.time, session_event.id) and case when w.login_id in ('0x3e3', '0x3e4', '0x3e5', '0x3e6', '0x3e7') then coalesce(w.uid,
    session_event_login_uid(w.hostname, w.login_id, w.time, w.id), '') not in ('S-1-5-7', 'S-1-5-17', 'S-1-5-18', 'S-1-5-19', 'S-1-5-20') else true end
  order by w.time desc, w.id desc limit 1) w
      where (session_event.time, session_event.id) = (w.time, w.id)
        or (session_event.action <> 'LOGIN' and (session_event.time, session_event.id) < (w.until_at, w.until_id) and case when session_event.login_id in ('0x3e3', '0x3e4', '0x3e5', '0x3e6', '0x3e7') then coalesce(session_event.uid,
    session_event_login_uid(session_event.hostname, session_event.login_id, session_event.time, session_event.id), '') not in ('S-1-5-7', 'S-1-5-17', 'S-1-5-18', 'S-1-5-19', 'S-1-5-20') else true end)
    union all
    select began.started_at, began.start_id, 2 from (
      select b.started_at, b.start_id, b.last_at, b.last_id from session b
      where b.login_id = session_event.login_id and b.hostname collate "POSIX" = session_event.hostname
        and b.started_at <= session_event.time and (b.started_at, b.start_id) <= (session_event.time, session_event.id)
      order by b.started_at desc, b.start_id desc limit 1) began
      where (session_event.time, session_event.id) <= (began.last_at, began.last_id) and session_event.login_id is not null and session_event.linked_login_id is null and session_event.login_successful is not false and case when session_event.login_id in ('0x3e3', '0x3e4', '0x3e5', '0x3e6', '0x3e7') then coalesce(session_event.uid,
    session_event_login_uid(session_event.hostname, session_event.login_id, session_event.time, session_event.id), '') not in ('S-1-5-7', 'S-1-5-17', 'S-1-5-18', 'S-1-5-19', 'S-1-5-20') else true end
    order by rank limit 1) k
  join session s on s.hostname = session_event.hostname and s.started_at = k.started_at and s.start_id = k.start_id) s
  where (s.started_at, s.start_id) < (session_event.time, session_event.id) and not exists (select from (select member.src_ip from session_event member
    where member.login_id = s.login_id and member.hostname collate "POSIX" = s.hostname and member.src_ip is not null
      and member.login_id is not null and member.linked_login_id is null and member.login_successful is not false and case when member.login_id in ('0x3e3', '0x3e4', '0x3e5', '0x3e6', '0x3e7') then coalesce(member.uid,
    session_event_login_uid(member.hostname, member.login_id, member.time, member.id), '') not in ('S-1-5-7', 'S-1-5-17', 'S-1-5-18', 'S-1-5-19', 'S-1-5-20') else true end
      and member.time >= s.started_at and (member.time, member.id) >= (s.started_at, s.start_id)
      and member.time <= s.last_at and (member.time, member.id) <= (s.last_at, s.last_id)
      and member.time <= session_event.time and (member.time, member.id) < (session_event.time, session_event.id)
      and not (member.action <> 'LOGIN' and exists (
  select from (select * from twin w where w.hostname = member.hostname and w.login_id = member.login_id
  and w.time <= member.time and (w.time, w.id) <= (member.time, member.id) and case when w.login_id in ('0x3e3', '0x3e4', '0x3e5', '0x3e6', '0x3e7') then coalesce(w.uid,
    session_event_login_uid(w.hostname, w.login_id, w.time, w.id), '') not in ('S-1-5-7', 'S-1-5-17', 'S-1-5-18', 'S-1-5-19', 'S-1-5-20') else true end
  order by w.time desc, w.id desc limit 1) w where (member.time, member.id) < (w.until_at, w.until_id)))
  union all select taken.src_ip from (select w.* from twin w where w.hostname = s.hostname and w.session_started_at = s.started_at and w.session_start_id = s.start_id) w cross join lateral (
    select taken.src_ip from session_event taken where (taken.hostname collate "POSIX" = w.hostname and taken.login_id = w.login_id
  and taken.time >= w.time and taken.time <= w.until_at and ((taken.time, taken.id) = (w.time, w.id)
    or (taken.action <> 'LOGIN' and (taken.time, taken.id) > (w.time, w.id) and (taken.time, taken.id) < (w.until_at, w.until_id)
      and case when taken.login_id in ('0x3e3', '0x3e4', '0x3e5', '0x3e6', '0x3e7') then coalesce(taken.uid,
    session_event_login_uid(taken.hostname, taken.login_id, taken.time, taken.id), '') not in ('S-1-5-7', 'S-1-5-17', 'S-1-5-18', 'S-1-5-19', 'S-1-5-20') else true end))) and taken.src_ip is not null
      and taken.time <= session_event.time and (taken.time, taken.id) < (session_event.time, session_event.id)) taken offset 0) before where before.src_ip = session_event.src_ip)))) limit $4) counted;
-- ["RECONNECT","2026-11-16T00:00:00.000000Z","2026-11-17T00:00:00.000000Z",10001]

select e.index::text as index, s.* from unnest($1::text[], $2::text[], $3::timestamptz[], $4::uuid[], $5::text[], $6::text[], $7::text[], $8::boolean[]) with ordinality as "e"("hostname", "login_id", "time", "id", "action", "uid", "linked_login_id", "login_successful", "index") cross join lateral (select s.* from (
    select w.session_started_at as started_at, w.session_start_id as start_id, 1 as rank from (select * from twin w where w.hostname = e.hostname and w.login_id = e.login_id
  and w.time <= e.time and (w.time, w.id) <= (e.time, e.id) and case when w.login_id in ('0x3e3', '0x3e4', '0x3e5', '0x3e6', '0x3e7') then coalesce(w.uid,
    session_event_login_uid(w.hostname, w.login_id, w.time, w.id), '') not in ('S-1-5-7', 'S-1-5-17', 'S-1-5-18', 'S-1-5-19', 'S-1-5-20') else true end
  order by w.time desc, w.id desc limit 1) w
      where (e.time, e.id) = (w.time, w.id)
        or (e.action <> 'LOGIN' and (e.time, e.id) < (w.until_at, w.until_id) and case when e.login_id in ('0x3e3', '0x3e4', '0x3e5', '0x3e6', '0x3e7') then coalesce(e.uid,
    session_event_login_uid(e.hostname, e.login_id, e.time, e.id), '') not in ('S-1-5-7', 'S-1-5-17', 'S-1-5-18', 'S-1-5-19', 'S-1-5-20') else true end)
    union all
    select began.started_at, began.start_id, 2 from (
      select b.started_at, b.start_id, b.last_at, b.last_id from session b
      where b.login_id = e.login_id and b.hostname collate "POSIX" = e.hostname
        and b.started_at <= e.time and (b.started_at, b.start_id) <= (e.time, e.id)
      order by b.started_at desc, b.start_id desc limit 1) began
      where (e.time, e.id) <= (began.last_at, began.last_id) and e.login_id is not null and e.linked_login_id is null and e.login_successful is not false and case when e.login_id in ('0x3e3', '0x3e4', '0x3e5', '0x3e6', '0x3e7') then coalesce(e.uid,
    session_event_login_uid(e.hostname, e.login_id, e.time, e.id), '') not in ('S-1-5-7', 'S-1-5-17', 'S-1-5-18', 'S-1-5-19', 'S-1-5-20') else true end
    order by rank limit 1) k
  join session s on s.hostname = e.hostname and s.started_at = k.started_at and s.start_id = k.start_id) s where e.login_id is not null;
-- ["{\"WS5\"}","{\"0x2c81e4\"}","{\"2026-11-16T13:02:48.091700Z\"}","{\"00000000-bbf9-8304-bdf3-7320ed2dce04\"}","{\"RECONNECT\"}","{NULL}","{NULL}","{NULL}"]
