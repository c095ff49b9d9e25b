begin read only; set local cursor_tuple_fraction = 1;
-- []

commit;
-- []

declare each_row no scroll cursor for select time, id as uuid, hostname as "hostname", user_domain as "userDomain", user_name as "userName", src_ip as "srcIp", login_successful as "loginSuccessful" from "session_event"
    where ("session_event"."time" >= $1 and "session_event"."time" < $2 and ((("session_event"."user_name" like '%$' and "session_event"."user_domain" is distinct from "session_event"."hostname")
  or "session_event"."uid" in ('S-1-5-7', 'S-1-5-18', 'S-1-5-19', 'S-1-5-20')
  or "session_event"."uid" like any (array['S-1-5-80-%', 'S-1-5-82-%', 'S-1-5-83-%', 'S-1-5-90-%', 'S-1-5-96-%', 'S-1-5-111-%'])
  or ("session_event"."uid" is null and "session_event"."login_successful" is not false and ("session_event"."user_domain" in ('NT AUTHORITY', 'NT SERVICE', 'WINDOW MANAGER',
    'FONT DRIVER HOST', 'IIS APPPOOL', 'NT VIRTUAL MACHINE') or ("session_event"."user_domain" is null and
    "session_event"."user_name" in ('system', 'local service', 'network service', 'anonymous logon')))))) is not true and "session_event"."action" = $3) and (src_ip) in (select src_ip from "session_event" where ("session_event"."time" >= $4 and "session_event"."time" < $5 and ((("session_event"."user_name" like '%$' and "session_event"."user_domain" is distinct from "session_event"."hostname")
  or "session_event"."uid" in ('S-1-5-7', 'S-1-5-18', 'S-1-5-19', 'S-1-5-20')
  or "session_event"."uid" like any (array['S-1-5-80-%', 'S-1-5-82-%', 'S-1-5-83-%', 'S-1-5-90-%', 'S-1-5-96-%', 'S-1-5-111-%'])
  or ("session_event"."uid" is null and "session_event"."login_successful" is not false and ("session_event"."user_domain" in ('NT AUTHORITY', 'NT SERVICE', 'WINDOW MANAGER',
    'FONT DRIVER HOST', 'IIS APPPOOL', 'NT VIRTUAL MACHINE') or ("session_event"."user_domain" is null and
    "session_event"."user_name" in ('system', 'local service', 'network service', 'anonymous logon')))))) is not true and "session_event"."action" = $6 and "session_event"."login_successful" is false) group by src_ip having count(*) >= $7) order by time, id;
-- ["2026-11-15T23:00:00.000000Z","2026-11-17T00:00:00.000000Z","LOGIN","2026-11-15T23:00:00.000000Z","2026-11-17T00:00:00.000000Z","LOGIN",5]

fetch 1000 from each_row;
-- []

select "hostname", "login_id", "started_at", "start_id", "start_reason", "user", "user_domain", "user_name", "uid", "login_type", "src_ip", "src_ips", "ended_at", "end_reason", "end_id", "last_at", "last_id", "lock_count", "unlock_count", "reconnect_count", "is_locked", "state_since", "locked_us", "unlocked_us", "over_at", "duration_rank" from "session" where ("session"."hostname", "session"."started_at", "session"."start_id") in (
        select hostname, split_part(start, ' ', 1)::timestamptz, split_part(start, ' ', 2)::uuid from (
          select p.hostname, (select replace(s.started_at::text, ' ', 'T') || ' ' || s.start_id from session s
            where s.hostname collate "POSIX" = p.hostname and s.login_id = p.login_id and (s.started_at, s.start_id) <= (p.time, p.id)
            order by s.started_at desc, s.start_id desc limit 1) as start
          from unnest($1::text[], $2::text[],
            $3::timestamptz[], $4::uuid[]) as p(hostname, login_id, time, id)
        ) as latest where start is not null);
-- [["RDP1"],["0x1d4f2a"],["2026-11-16T10:14:07.418830Z"],["00000002-e8af-8108-89a0-e24a42cc4905"]]

select "hostname", "time", "id", "action", "login_id", "uid", "user", "user_name", "user_domain", "login_type", "login_successful", "linked_login_id", "src_ip", "src_port", "dest_ip", "dest_port", "source_id", "ingested_at" from "session_event" where ("session_event"."hostname" = $1 and "session_event"."time" = $2 and "session_event"."id" = $3::uuid);
-- ["RDP1","2026-11-16T10:14:07.418830Z","00000002-e8af-8108-89a0-e24a42cc4905"]
