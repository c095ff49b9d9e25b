begin read only; set local cursor_tuple_fraction = 1;
-- []

commit;
-- []

declare each_row no scroll cursor for select time, id as uuid, hostname as "hostname", account_domain(user_domain) as "userDomain", user_name as "userName", src_ip as "srcIp", login_successful as "loginSuccessful" from "session_event"
    where ("session_event"."time" >= $1 and "session_event"."time" < $2 and ((("session_event"."user_name" like '%$' and ("session_event"."user_domain" in (split_part("session_event"."hostname", '.', 1), left(split_part("session_event"."hostname", '.', 1), 15))) is not true)
  or "session_event"."uid" in ('S-1-5-7', 'S-1-5-18', 'S-1-5-19', 'S-1-5-20')
  or "session_event"."uid" like any (array['S-1-5-80-%', 'S-1-5-82-%', 'S-1-5-83-%', 'S-1-5-90-%', 'S-1-5-96-%', 'S-1-5-111-%'])
  or ("session_event"."uid" is null and "session_event"."login_successful" is not false and ("session_event"."user_domain" in ('NT AUTHORITY', 'NT SERVICE', 'WINDOW MANAGER',
    'FONT DRIVER HOST', 'IIS APPPOOL', 'NT VIRTUAL MACHINE') or ("session_event"."user_domain" is null and
    "session_event"."user_name" in ('system', 'local service', 'network service', 'anonymous logon')))))) is not true and "session_event"."action" = $3) and (src_ip) in (select src_ip from "session_event" where ("session_event"."time" >= $4 and "session_event"."time" < $5 and ((("session_event"."user_name" like '%$' and ("session_event"."user_domain" in (split_part("session_event"."hostname", '.', 1), left(split_part("session_event"."hostname", '.', 1), 15))) is not true)
  or "session_event"."uid" in ('S-1-5-7', 'S-1-5-18', 'S-1-5-19', 'S-1-5-20')
  or "session_event"."uid" like any (array['S-1-5-80-%', 'S-1-5-82-%', 'S-1-5-83-%', 'S-1-5-90-%', 'S-1-5-96-%', 'S-1-5-111-%'])
  or ("session_event"."uid" is null and "session_event"."login_successful" is not false and ("session_event"."user_domain" in ('NT AUTHORITY', 'NT SERVICE', 'WINDOW MANAGER',
    'FONT DRIVER HOST', 'IIS APPPOOL', 'NT VIRTUAL MACHINE') or ("session_event"."user_domain" is null and
    "session_event"."user_name" in ('system', 'local service', 'network service', 'anonymous logon')))))) is not true and "session_event"."action" = $6 and "session_event"."login_successful" is false) group by src_ip having count(*) >= $7) order by time, id;
-- ["2026-11-15T23:00:00.000000Z","2026-11-17T00:00:00.000000Z","LOGIN","2026-11-15T23:00:00.000000Z","2026-11-17T00:00:00.000000Z","LOGIN",5]

fetch 1000 from each_row;
-- []

select "hostname", "time", "id", "action", "login_id", "uid", "user", "user_name", "user_domain", "login_type", "login_successful", "linked_login_id", "src_ip", "src_port", "dest_ip", "dest_port", "src_hostname", "source_id", "ingested_at" from "session_event" where ("session_event"."hostname" = $1 and "session_event"."time" = $2 and "session_event"."id" = $3::uuid);
-- ["RDP1","2026-11-16T10:14:07.418830Z","00000002-e8af-8108-89a0-e24a42cc4905"]

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
-- ["{\"RDP1\"}","{\"0x1d4f2a\"}","{\"2026-11-16T10:14:07.418830Z\"}","{\"00000002-e8af-8108-89a0-e24a42cc4905\"}","{\"LOGIN\"}","{\"S-1-5-21-1004336348-1177238915-682003330-1106\"}","{NULL}","{true}"]
