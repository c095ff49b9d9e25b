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

declare each_row no scroll cursor for select session_event.time, session_event.id as uuid, session_event.action, session_event.hostname, session_event.src_ip as "srcIp", session_event.dest_ip as "destIp", account_domain(session_event.user_domain) as "userDomain",
      session_event.user_name as "userName", s.started_at is not null as "hasSession", s.ended_at as "endedAt"
    from "session_event" left join lateral (select s.* from (
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
  join session s on s.hostname = session_event.hostname and s.started_at = k.started_at and s.start_id = k.start_id) s on true
    where ("session_event"."time" >= $1 and "session_event"."time" < $2 and ("session_event"."action" = $3 or ("session_event"."action" = $4 and "session_event"."login_successful" is true and "session_event"."login_type" in ($5, $6))) and not "session_event"."src_ip" is null and ((("session_event"."user_name" like '%$' and "session_event"."user_domain" is distinct from split_part("session_event"."hostname", '.', 1))
  or "session_event"."uid" in ('S-1-5-7', 'S-1-5-18', 'S-1-5-19', 'S-1-5-20')
  or "session_event"."uid" like any (array['S-1-5-80-%', 'S-1-5-82-%', 'S-1-5-83-%', 'S-1-5-90-%', 'S-1-5-96-%', 'S-1-5-111-%'])
  or ("session_event"."uid" is null and "session_event"."login_successful" is not false and ("session_event"."user_domain" in ('NT AUTHORITY', 'NT SERVICE', 'WINDOW MANAGER',
    'FONT DRIVER HOST', 'IIS APPPOOL', 'NT VIRTUAL MACHINE') or ("session_event"."user_domain" is null and
    "session_event"."user_name" in ('system', 'local service', 'network service', 'anonymous logon')))))) is not true) order by session_event.time, session_event.id;
-- ["2026-11-16T00:00:00.000000Z","2026-11-17T00:00:00.000000Z","RECONNECT","LOGIN","RDP","REMOTE"]

declare each_row no scroll cursor for select time, id as uuid, hostname as "hostname", src_ip as "srcIp" from "session_event"
    where ("session_event"."time" >= $1 and "session_event"."time" < $2 and "session_event"."action" = $3 and "session_event"."login_successful" is false and not "session_event"."src_ip" is null and ((("session_event"."user_name" like '%$' and "session_event"."user_domain" is distinct from split_part("session_event"."hostname", '.', 1))
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
