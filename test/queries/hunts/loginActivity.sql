select "hostname", "time", "id", "action", "login_id", "uid", "user", "user_name", "user_domain", "login_type", "login_successful", "linked_login_id", "src_ip", "src_port", "dest_ip", "dest_port", "src_hostname", "source_id", "ingested_at" from "session_event" where ("session_event"."action" = $1 and "session_event"."time" >= $2 and "session_event"."time" < $3 and "session_event"."action" = $4 and "session_event"."login_successful" is true and ((("session_event"."user_name" like '%$' and ("session_event"."user_domain" in (split_part("session_event"."hostname", '.', 1), left(split_part("session_event"."hostname", '.', 1), 15))) is not true)
  or "session_event"."uid" in ('S-1-5-7', 'S-1-5-18', 'S-1-5-19', 'S-1-5-20')
  or "session_event"."uid" like any (array['S-1-5-80-%', 'S-1-5-82-%', 'S-1-5-83-%', 'S-1-5-90-%', 'S-1-5-96-%', 'S-1-5-111-%'])
  or ("session_event"."uid" is null and "session_event"."login_successful" is not false and ("session_event"."user_domain" in ('NT AUTHORITY', 'NT SERVICE', 'WINDOW MANAGER',
    'FONT DRIVER HOST', 'IIS APPPOOL', 'NT VIRTUAL MACHINE') or ("session_event"."user_domain" is null and
    "session_event"."user_name" in ('system', 'local service', 'network service', 'anonymous logon')))))) is not true and ((coalesce(account_domain("session_event"."user_domain"), ''), "session_event"."user_name") in (
    select account_domain(domain), name from unnest($5::text[], $6::text[]) as asked(domain, name))) is not true) order by "session_event"."time" asc, "session_event"."id" asc limit $7;
-- ["LOGIN","2026-11-06T00:00:00.000000Z","2026-11-17T00:00:00.000000Z","LOGIN","{\"CORP\",\"CORP\",\"CORP\",\"CORP\",\"WS6\"}","{\"ana\",\"ben\",\"fay\",\"gus\",\"reception\"}",51]

select count(*) from (select 1 as "one" from "session_event" where ("session_event"."action" = $1 and "session_event"."time" >= $2 and "session_event"."time" < $3 and "session_event"."action" = $4 and "session_event"."login_successful" is true and ((("session_event"."user_name" like '%$' and ("session_event"."user_domain" in (split_part("session_event"."hostname", '.', 1), left(split_part("session_event"."hostname", '.', 1), 15))) is not true)
  or "session_event"."uid" in ('S-1-5-7', 'S-1-5-18', 'S-1-5-19', 'S-1-5-20')
  or "session_event"."uid" like any (array['S-1-5-80-%', 'S-1-5-82-%', 'S-1-5-83-%', 'S-1-5-90-%', 'S-1-5-96-%', 'S-1-5-111-%'])
  or ("session_event"."uid" is null and "session_event"."login_successful" is not false and ("session_event"."user_domain" in ('NT AUTHORITY', 'NT SERVICE', 'WINDOW MANAGER',
    'FONT DRIVER HOST', 'IIS APPPOOL', 'NT VIRTUAL MACHINE') or ("session_event"."user_domain" is null and
    "session_event"."user_name" in ('system', 'local service', 'network service', 'anonymous logon')))))) is not true and ((coalesce(account_domain("session_event"."user_domain"), ''), "session_event"."user_name") in (
    select account_domain(domain), name from unnest($5::text[], $6::text[]) as asked(domain, name))) is not true) limit $7) counted;
-- ["LOGIN","2026-11-06T00:00:00.000000Z","2026-11-17T00:00:00.000000Z","LOGIN","{\"CORP\",\"CORP\",\"CORP\",\"CORP\",\"WS6\"}","{\"ana\",\"ben\",\"fay\",\"gus\",\"reception\"}",10001]

select user_domain, user_name, count from (
      select account_domain(user_domain) as user_domain, user_name, count(*)::integer as count, rank() over (order by count(*) desc) as place from "session_event"
      where ("session_event"."time" >= $1 and "session_event"."time" < $2 and "session_event"."action" = $3 and "session_event"."login_successful" is true and ((("session_event"."user_name" like '%$' and ("session_event"."user_domain" in (split_part("session_event"."hostname", '.', 1), left(split_part("session_event"."hostname", '.', 1), 15))) is not true)
  or "session_event"."uid" in ('S-1-5-7', 'S-1-5-18', 'S-1-5-19', 'S-1-5-20')
  or "session_event"."uid" like any (array['S-1-5-80-%', 'S-1-5-82-%', 'S-1-5-83-%', 'S-1-5-90-%', 'S-1-5-96-%', 'S-1-5-111-%'])
  or ("session_event"."uid" is null and "session_event"."login_successful" is not false and ("session_event"."user_domain" in ('NT AUTHORITY', 'NT SERVICE', 'WINDOW MANAGER',
    'FONT DRIVER HOST', 'IIS APPPOOL', 'NT VIRTUAL MACHINE') or ("session_event"."user_domain" is null and
    "session_event"."user_name" in ('system', 'local service', 'network service', 'anonymous logon')))))) is not true) and user_name is not null
      group by 1, 2) counted
    where place <= $4 order by count desc, user_name, user_domain;
-- ["2026-11-06T00:00:00.000000Z","2026-11-17T00:00:00.000000Z","LOGIN",5]
