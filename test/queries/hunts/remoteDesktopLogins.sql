select "hostname", "time", "id", "action", "login_id", "uid", "user", "user_name", "user_domain", "login_type", "login_successful", "linked_login_id", "src_ip", "src_port", "dest_ip", "dest_port", "src_hostname", "source_id", "ingested_at" from "session_event" where ("session_event"."action" = $1 and "session_event"."time" >= $2 and "session_event"."time" < $3 and "session_event"."action" = $4 and "session_event"."login_successful" is true and "session_event"."login_type" = $5 and (("session_event"."src_ip" <<= $6::inet or "session_event"."src_ip" <<= $7::inet)) is not true and ((("session_event"."user_name" like '%$' and ("session_event"."user_domain" in (split_part("session_event"."hostname", '.', 1), left(split_part("session_event"."hostname", '.', 1), 15))) is not true)
  or "session_event"."uid" in ('S-1-5-7', 'S-1-5-18', 'S-1-5-19', 'S-1-5-20')
  or "session_event"."uid" like any (array['S-1-5-80-%', 'S-1-5-82-%', 'S-1-5-83-%', 'S-1-5-90-%', 'S-1-5-96-%', 'S-1-5-111-%'])
  or ("session_event"."uid" is null and "session_event"."login_successful" is not false and ("session_event"."user_domain" in ('NT AUTHORITY', 'NT SERVICE', 'WINDOW MANAGER',
    'FONT DRIVER HOST', 'IIS APPPOOL', 'NT VIRTUAL MACHINE') or ("session_event"."user_domain" is null and
    "session_event"."user_name" in ('system', 'local service', 'network service', 'anonymous logon')))))) is not true) order by "session_event"."time" asc, "session_event"."id" asc limit $8;
-- ["LOGIN","2026-11-16T00:00:00.000000Z","2026-11-17T00:00:00.000000Z","LOGIN","RDP","10.20.0.0/24","198.51.100.23/32",51]

select count(*) from (select 1 as "one" from "session_event" where ("session_event"."action" = $1 and "session_event"."time" >= $2 and "session_event"."time" < $3 and "session_event"."action" = $4 and "session_event"."login_successful" is true and "session_event"."login_type" = $5 and (("session_event"."src_ip" <<= $6::inet or "session_event"."src_ip" <<= $7::inet)) is not true and ((("session_event"."user_name" like '%$' and ("session_event"."user_domain" in (split_part("session_event"."hostname", '.', 1), left(split_part("session_event"."hostname", '.', 1), 15))) is not true)
  or "session_event"."uid" in ('S-1-5-7', 'S-1-5-18', 'S-1-5-19', 'S-1-5-20')
  or "session_event"."uid" like any (array['S-1-5-80-%', 'S-1-5-82-%', 'S-1-5-83-%', 'S-1-5-90-%', 'S-1-5-96-%', 'S-1-5-111-%'])
  or ("session_event"."uid" is null and "session_event"."login_successful" is not false and ("session_event"."user_domain" in ('NT AUTHORITY', 'NT SERVICE', 'WINDOW MANAGER',
    'FONT DRIVER HOST', 'IIS APPPOOL', 'NT VIRTUAL MACHINE') or ("session_event"."user_domain" is null and
    "session_event"."user_name" in ('system', 'local service', 'network service', 'anonymous logon')))))) is not true) limit $8) counted;
-- ["LOGIN","2026-11-16T00:00:00.000000Z","2026-11-17T00:00:00.000000Z","LOGIN","RDP","10.20.0.0/24","198.51.100.23/32",10001]

select exists (select from session_event e where e.src_ip = a.src_ip and e.user_name = a.user_name
      and coalesce(account_domain(e.user_domain), '') = account_domain(a.user_domain) and e.hostname collate "POSIX" = a.hostname
      and e.time >= a.from_time and e.time < a.until_time
      and e.action = 'LOGIN' and e.login_successful is true and e.login_type = 'RDP') as seen
    from unnest($1::inet[], $2::text[], $3::text[], $4::text[], $5::timestamptz[], $6::timestamptz[]) with ordinality as "a"("src_ip", "user_name", "user_domain", "hostname", "from_time", "until_time", "index") order by a.index;
-- ["{\"203.0.113.66\"}","{\"carol\"}","{\"CORP\"}","{\"RDP1\"}","{\"-infinity\"}","{\"2026-11-16T00:00:00.000000Z\"}"]
