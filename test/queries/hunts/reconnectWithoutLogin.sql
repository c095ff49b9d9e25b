select "hostname", "time", "id", "action", "login_id", "uid", "user", "user_name", "user_domain", "login_type", "login_successful", "linked_login_id", "src_ip", "src_port", "dest_ip", "dest_port", "src_hostname", "source_id", "ingested_at" from "session_event" where ("session_event"."action" = $1 and "session_event"."time" >= $2 and "session_event"."time" < $3 and ((("session_event"."user_name" like '%$' and ("session_event"."user_domain" in (split_part("session_event"."hostname", '.', 1), left(split_part("session_event"."hostname", '.', 1), 15))) is not true)
  or "session_event"."uid" in ('S-1-5-7', 'S-1-5-18', 'S-1-5-19', 'S-1-5-20')
  or "session_event"."uid" like any (array['S-1-5-80-%', 'S-1-5-82-%', 'S-1-5-83-%', 'S-1-5-90-%', 'S-1-5-96-%', 'S-1-5-111-%'])
  or ("session_event"."uid" is null and "session_event"."login_successful" is not false and ("session_event"."user_domain" in ('NT AUTHORITY', 'NT SERVICE', 'WINDOW MANAGER',
    'FONT DRIVER HOST', 'IIS APPPOOL', 'NT VIRTUAL MACHINE') or ("session_event"."user_domain" is null and
    "session_event"."user_name" in ('system', 'local service', 'network service', 'anonymous logon')))))) is not true and (exists (select from session_event nearby where nearby.user_name = "session_event"."user_name"
  and coalesce(account_domain(nearby.user_domain), '') = coalesce(account_domain("session_event"."user_domain"), '') and nearby.hostname collate "POSIX" = "session_event"."hostname"
  and nearby.time >= "session_event"."time" - $4::interval and nearby.time <= "session_event"."time" + $5::interval
  and nearby.time >= $6 and nearby.time <= $7
  and nearby.action = 'LOGIN' and nearby.login_successful is true)) is not true) order by "session_event"."time" asc, "session_event"."id" asc limit $8;
-- ["RECONNECT","2026-11-16T00:00:00.000000Z","2026-11-17T00:00:00.000000Z","30000000 microseconds","30000000 microseconds","2026-11-15T23:59:30.000000Z","2026-11-17T00:00:30.000000Z",51]

select count(*) from (select 1 as "one" from "session_event" where ("session_event"."action" = $1 and "session_event"."time" >= $2 and "session_event"."time" < $3 and ((("session_event"."user_name" like '%$' and ("session_event"."user_domain" in (split_part("session_event"."hostname", '.', 1), left(split_part("session_event"."hostname", '.', 1), 15))) is not true)
  or "session_event"."uid" in ('S-1-5-7', 'S-1-5-18', 'S-1-5-19', 'S-1-5-20')
  or "session_event"."uid" like any (array['S-1-5-80-%', 'S-1-5-82-%', 'S-1-5-83-%', 'S-1-5-90-%', 'S-1-5-96-%', 'S-1-5-111-%'])
  or ("session_event"."uid" is null and "session_event"."login_successful" is not false and ("session_event"."user_domain" in ('NT AUTHORITY', 'NT SERVICE', 'WINDOW MANAGER',
    'FONT DRIVER HOST', 'IIS APPPOOL', 'NT VIRTUAL MACHINE') or ("session_event"."user_domain" is null and
    "session_event"."user_name" in ('system', 'local service', 'network service', 'anonymous logon')))))) is not true and (exists (select from session_event nearby where nearby.user_name = "session_event"."user_name"
  and coalesce(account_domain(nearby.user_domain), '') = coalesce(account_domain("session_event"."user_domain"), '') and nearby.hostname collate "POSIX" = "session_event"."hostname"
  and nearby.time >= "session_event"."time" - $4::interval and nearby.time <= "session_event"."time" + $5::interval
  and nearby.time >= $6 and nearby.time <= $7
  and nearby.action = 'LOGIN' and nearby.login_successful is true)) is not true) limit $8) counted;
-- ["RECONNECT","2026-11-16T00:00:00.000000Z","2026-11-17T00:00:00.000000Z","30000000 microseconds","30000000 microseconds","2026-11-15T23:59:30.000000Z","2026-11-17T00:00:30.000000Z",10001]
