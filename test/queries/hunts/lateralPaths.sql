begin read only; set local cursor_tuple_fraction = 1;
-- []

begin read only; set local cursor_tuple_fraction = 1;
-- []

begin read only; set local cursor_tuple_fraction = 1;
-- []

commit;
-- []

commit;
-- []

commit;
-- []

declare each_row no scroll cursor for select ip, hostname, time, uuid from (
        select dest_ip as ip, hostname, time, id as uuid, lag(hostname) over (partition by dest_ip order by time, id) as before
        from "session_event" where time >= $1 and time < $2 and dest_ip is not null) named
      where before is distinct from hostname order by time, uuid;
-- ["2026-10-17T00:00:00.000000Z","2026-11-17T00:00:00.000000Z"]

declare each_row no scroll cursor for select time, id as uuid, action, hostname, src_ip as "srcIp", dest_ip as "destIp", session_event.user_domain as "userDomain",
      session_event.user_name as "userName", s.known is not null as "hasSession", s.ended_at as "endedAt"
    from "session_event" left join lateral (select true as known, ended_at, last_at, last_id from session
      where session.hostname collate "POSIX" = session_event.hostname
        and session.login_id = coalesce(session_event.linked_login_id, session_event.login_id)
        and (started_at, start_id) <= (session_event.time, case when session_event.linked_login_id is null then session_event.id else 'ffffffff-ffff-ffff-ffff-ffffffffffff'::uuid end)
      order by started_at desc, start_id desc limit 1) s on case when session_event.linked_login_id is null
  then (session_event.login_id in ('0x3e3', '0x3e4', '0x3e5', '0x3e6', '0x3e7') and session_event.uid in ('S-1-5-7', 'S-1-5-17', 'S-1-5-18', 'S-1-5-19', 'S-1-5-20')) is not true and (session_event.time, session_event.id) <= (s.last_at, s.last_id)
  else s.ended_at is null or session_event.time <= s.ended_at end
    where ("session_event"."time" >= $1 and "session_event"."time" < $2 and ("session_event"."action" = $3 or ("session_event"."action" = $4 and "session_event"."login_successful" is true and "session_event"."login_type" in ($5, $6))) and not "session_event"."src_ip" is null and ((("session_event"."user_name" like '%$' and "session_event"."user_domain" is distinct from "session_event"."hostname")
  or "session_event"."uid" in ('S-1-5-7', 'S-1-5-18', 'S-1-5-19', 'S-1-5-20')
  or "session_event"."uid" like any (array['S-1-5-80-%', 'S-1-5-82-%', 'S-1-5-83-%', 'S-1-5-90-%', 'S-1-5-96-%', 'S-1-5-111-%'])
  or ("session_event"."uid" is null and "session_event"."login_successful" is not false and ("session_event"."user_domain" in ('NT AUTHORITY', 'NT SERVICE', 'WINDOW MANAGER',
    'FONT DRIVER HOST', 'IIS APPPOOL', 'NT VIRTUAL MACHINE') or ("session_event"."user_domain" is null and
    "session_event"."user_name" in ('system', 'local service', 'network service', 'anonymous logon')))))) is not true) order by time, id;
-- ["2026-11-16T00:00:00.000000Z","2026-11-17T00:00:00.000000Z","RECONNECT","LOGIN","RDP","REMOTE"]

declare each_row no scroll cursor for select time, id as uuid, hostname as "hostname", src_ip as "srcIp" from "session_event"
    where ("session_event"."time" >= $1 and "session_event"."time" < $2 and "session_event"."action" = $3 and "session_event"."login_successful" is false and not "session_event"."src_ip" is null and ((("session_event"."user_name" like '%$' and "session_event"."user_domain" is distinct from "session_event"."hostname")
  or "session_event"."uid" in ('S-1-5-7', 'S-1-5-18', 'S-1-5-19', 'S-1-5-20')
  or "session_event"."uid" like any (array['S-1-5-80-%', 'S-1-5-82-%', 'S-1-5-83-%', 'S-1-5-90-%', 'S-1-5-96-%', 'S-1-5-111-%'])
  or ("session_event"."uid" is null and "session_event"."login_successful" is not false and ("session_event"."user_domain" in ('NT AUTHORITY', 'NT SERVICE', 'WINDOW MANAGER',
    'FONT DRIVER HOST', 'IIS APPPOOL', 'NT VIRTUAL MACHINE') or ("session_event"."user_domain" is null and
    "session_event"."user_name" in ('system', 'local service', 'network service', 'anonymous logon')))))) is not true) order by time, id;
-- ["2026-11-16T00:00:00.000000Z","2026-11-17T00:00:00.000000Z","LOGIN"]

fetch 1000 from each_row;
-- []

fetch 1000 from each_row;
-- []

fetch 1000 from each_row;
-- []
