reset plan_cache_mode;
-- []

select "hostname", "login_id", "started_at", "start_id", "start_reason", "user", "user_domain", "user_name", "uid", "login_type", "src_ip", "src_ips", "ended_at", "end_reason", "end_id", "last_at", "last_id", "lock_count", "unlock_count", "reconnect_count", "is_locked", "state_since", "locked_us", "unlocked_us", "over_at", "duration_rank" from "session" where ("session"."hostname", "session"."started_at", "session"."start_id") in (
        select hostname, split_part(start, ' ', 1)::timestamptz, split_part(start, ' ', 2)::uuid from (
          select p.hostname, (select replace(s.started_at::text, ' ', 'T') || ' ' || s.start_id from session s
            where s.hostname collate "POSIX" = p.hostname and s.login_id = p.login_id and (s.started_at, s.start_id) <= (p.time, p.id)
            order by s.started_at desc, s.start_id desc limit 1) as start
          from unnest($1::text[], $2::text[],
            $3::timestamptz[], $4::uuid[]) as p(hostname, login_id, time, id)
        ) as latest where start is not null);
-- [["WS5"],["0x2c81e4"],["2026-11-16T13:02:48.091700Z"],["00000000-bbf9-8304-bdf3-7320ed2dce04"]]

select "hostname", "time", "id", "action", "login_id", "uid", "user", "user_name", "user_domain", "login_type", "login_successful", "linked_login_id", "src_ip", "src_port", "dest_ip", "dest_port", "source_id", "ingested_at" from "session_event" where ("session_event"."action" = $1 and "session_event"."time" >= $2 and "session_event"."time" < $3 and ((("session_event"."user_name" like '%$' and "session_event"."user_domain" is distinct from "session_event"."hostname")
  or "session_event"."uid" in ('S-1-5-7', 'S-1-5-18', 'S-1-5-19', 'S-1-5-20')
  or "session_event"."uid" like any (array['S-1-5-80-%', 'S-1-5-82-%', 'S-1-5-83-%', 'S-1-5-90-%', 'S-1-5-96-%', 'S-1-5-111-%'])
  or ("session_event"."uid" is null and "session_event"."login_successful" is not false and ("session_event"."user_domain" in ('NT AUTHORITY', 'NT SERVICE', 'WINDOW MANAGER',
    'FONT DRIVER HOST', 'IIS APPPOOL', 'NT VIRTUAL MACHINE') or ("session_event"."user_domain" is null and
    "session_event"."user_name" in ('system', 'local service', 'network service', 'anonymous logon')))))) is not true and (session_event.src_ip is not null and exists (select from (select began.* from (
    select started_at, start_id, last_at, last_id from session
    where session.login_id = session_event.login_id and session.hostname collate "POSIX" = session_event.hostname
      and (session.started_at, session.start_id) < (session_event.time, session_event.id)
    order by session.started_at desc, session.start_id desc limit 1) began
  where (session_event.time, session_event.id) <= (began.last_at, began.last_id) and (session_event.login_id in ('0x3e3', '0x3e4', '0x3e5', '0x3e6', '0x3e7') and session_event.uid in ('S-1-5-7', 'S-1-5-17', 'S-1-5-18', 'S-1-5-19', 'S-1-5-20')) is not true) s
  where not exists (select from (select member.src_ip from session_event member
    where member.login_id = session_event.login_id and member.hostname collate "POSIX" = session_event.hostname and member.src_ip is not null
      and member.linked_login_id is null and member.login_successful is not false and (member.login_id in ('0x3e3', '0x3e4', '0x3e5', '0x3e6', '0x3e7') and member.uid in ('S-1-5-7', 'S-1-5-17', 'S-1-5-18', 'S-1-5-19', 'S-1-5-20')) is not true
      and member.time >= s.started_at and (member.time, member.id) >= (s.started_at, s.start_id)
      and member.time <= session_event.time and (member.time, member.id) < (session_event.time, session_event.id)
  union all select twin.src_ip from session_event twin
    where twin.linked_login_id = session_event.login_id and twin.hostname collate "POSIX" = session_event.hostname and twin.src_ip is not null
      and twin.login_successful is true and twin.time >= s.started_at
      and twin.time <= session_event.time and (twin.time, twin.id) < (session_event.time, session_event.id) offset 0) before where before.src_ip = session_event.src_ip)))) order by "session_event"."time" asc, "session_event"."id" asc limit $4;
-- ["RECONNECT","2026-11-16T00:00:00.000000Z","2026-11-17T00:00:00.000000Z",51]

select (select array_agg(src_ip order by src_ip) from (select distinct before.src_ip from (select began.* from (
    select started_at, start_id, last_at, last_id from session
    where session.login_id = e.login_id and session.hostname collate "POSIX" = e.hostname
      and (session.started_at, session.start_id) < (e.time, e.id)
    order by session.started_at desc, session.start_id desc limit 1) began
  where (e.time, e.id) <= (began.last_at, began.last_id) and (e.login_id in ('0x3e3', '0x3e4', '0x3e5', '0x3e6', '0x3e7') and e.uid in ('S-1-5-7', 'S-1-5-17', 'S-1-5-18', 'S-1-5-19', 'S-1-5-20')) is not true) s cross join lateral (select member.src_ip from session_event member
    where member.login_id = e.login_id and member.hostname collate "POSIX" = e.hostname and member.src_ip is not null
      and member.linked_login_id is null and member.login_successful is not false and (member.login_id in ('0x3e3', '0x3e4', '0x3e5', '0x3e6', '0x3e7') and member.uid in ('S-1-5-7', 'S-1-5-17', 'S-1-5-18', 'S-1-5-19', 'S-1-5-20')) is not true
      and member.time >= s.started_at and (member.time, member.id) >= (s.started_at, s.start_id)
      and member.time <= e.time and (member.time, member.id) < (e.time, e.id)
  union all select twin.src_ip from session_event twin
    where twin.linked_login_id = e.login_id and twin.hostname collate "POSIX" = e.hostname and twin.src_ip is not null
      and twin.login_successful is true and twin.time >= s.started_at
      and twin.time <= e.time and (twin.time, twin.id) < (e.time, e.id)) before
        order by before.src_ip limit 1000) known) as sources
      from (select asked.*, null::text as uid from unnest($1::text[], $2::text[],
        $3::timestamptz[], $4::uuid[]) with ordinality as asked(hostname, login_id, time, id, index)) e
      order by e.index;
-- ["{\"WS5\"}","{\"0x2c81e4\"}","{\"2026-11-16T13:02:48.091700Z\"}","{\"00000000-bbf9-8304-bdf3-7320ed2dce04\"}"]

select count(*) from (select 1 as "one" from "session_event" where ("session_event"."action" = $1 and "session_event"."time" >= $2 and "session_event"."time" < $3 and ((("session_event"."user_name" like '%$' and "session_event"."user_domain" is distinct from "session_event"."hostname")
  or "session_event"."uid" in ('S-1-5-7', 'S-1-5-18', 'S-1-5-19', 'S-1-5-20')
  or "session_event"."uid" like any (array['S-1-5-80-%', 'S-1-5-82-%', 'S-1-5-83-%', 'S-1-5-90-%', 'S-1-5-96-%', 'S-1-5-111-%'])
  or ("session_event"."uid" is null and "session_event"."login_successful" is not false and ("session_event"."user_domain" in ('NT AUTHORITY', 'NT SERVICE', 'WINDOW MANAGER',
    'FONT DRIVER HOST', 'IIS APPPOOL', 'NT VIRTUAL MACHINE') or ("session_event"."user_domain" is null and
    "session_event"."user_name" in ('system', 'local service', 'network service', 'anonymous logon')))))) is not true and (session_event.src_ip is not null and exists (select from (select began.* from (
    select started_at, start_id, last_at, last_id from session
    where session.login_id = session_event.login_id and session.hostname collate "POSIX" = session_event.hostname
      and (session.started_at, session.start_id) < (session_event.time, session_event.id)
    order by session.started_at desc, session.start_id desc limit 1) began
  where (session_event.time, session_event.id) <= (began.last_at, began.last_id) and (session_event.login_id in ('0x3e3', '0x3e4', '0x3e5', '0x3e6', '0x3e7') and session_event.uid in ('S-1-5-7', 'S-1-5-17', 'S-1-5-18', 'S-1-5-19', 'S-1-5-20')) is not true) s
  where not exists (select from (select member.src_ip from session_event member
    where member.login_id = session_event.login_id and member.hostname collate "POSIX" = session_event.hostname and member.src_ip is not null
      and member.linked_login_id is null and member.login_successful is not false and (member.login_id in ('0x3e3', '0x3e4', '0x3e5', '0x3e6', '0x3e7') and member.uid in ('S-1-5-7', 'S-1-5-17', 'S-1-5-18', 'S-1-5-19', 'S-1-5-20')) is not true
      and member.time >= s.started_at and (member.time, member.id) >= (s.started_at, s.start_id)
      and member.time <= session_event.time and (member.time, member.id) < (session_event.time, session_event.id)
  union all select twin.src_ip from session_event twin
    where twin.linked_login_id = session_event.login_id and twin.hostname collate "POSIX" = session_event.hostname and twin.src_ip is not null
      and twin.login_successful is true and twin.time >= s.started_at
      and twin.time <= session_event.time and (twin.time, twin.id) < (session_event.time, session_event.id) offset 0) before where before.src_ip = session_event.src_ip)))) limit $4) counted;
-- ["RECONNECT","2026-11-16T00:00:00.000000Z","2026-11-17T00:00:00.000000Z",10001]
