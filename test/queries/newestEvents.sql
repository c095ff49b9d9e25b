(select 0 as list_index, x.* from (select "hostname", "time", "id", "action", "login_id", "uid", "user", "user_name", "user_domain", "login_type", "login_successful", "linked_login_id", "src_ip", "src_port", "dest_ip", "dest_port", "src_hostname", "source_id", "ingested_at" from "session_event" where true order by "session_event"."time" asc, "session_event"."id" asc limit $1) x) union all (select 1 as list_index, x.* from (select "hostname", "time", "id", "action", "login_id", "uid", "user", "user_name", "user_domain", "login_type", "login_successful", "linked_login_id", "src_ip", "src_port", "dest_ip", "dest_port", "src_hostname", "source_id", "ingested_at" from "session_event" where true order by "session_event"."time" desc, "session_event"."id" desc limit $2) x) union all (select 2 as list_index, x.* from (select "hostname", "time", "id", "action", "login_id", "uid", "user", "user_name", "user_domain", "login_type", "login_successful", "linked_login_id", "src_ip", "src_port", "dest_ip", "dest_port", "src_hostname", "source_id", "ingested_at" from "session_event" where ((("session_event"."user_name" like '%$' and ("session_event"."user_domain" in (split_part("session_event"."hostname", '.', 1), left(split_part("session_event"."hostname", '.', 1), 15))) is not true)
  or "session_event"."uid" in ('S-1-5-7', 'S-1-5-18', 'S-1-5-19', 'S-1-5-20')
  or "session_event"."uid" like any (array['S-1-5-80-%', 'S-1-5-82-%', 'S-1-5-83-%', 'S-1-5-90-%', 'S-1-5-96-%', 'S-1-5-111-%'])
  or ("session_event"."uid" is null and "session_event"."login_successful" is not false and ("session_event"."user_domain" in ('NT AUTHORITY', 'NT SERVICE', 'WINDOW MANAGER',
    'FONT DRIVER HOST', 'IIS APPPOOL', 'NT VIRTUAL MACHINE') or ("session_event"."user_domain" is null and
    "session_event"."user_name" in ('system', 'local service', 'network service', 'anonymous logon')))))) is not true order by "session_event"."time" desc, "session_event"."id" desc limit $3) x);
-- [1,1,4]

select count(*) from (select 1 as "one" from "host" where true limit $1) counted;
-- [10001]

select count(*) from (select 1 as "one" from "session_event" where ((("session_event"."user_name" like '%$' and ("session_event"."user_domain" in (split_part("session_event"."hostname", '.', 1), left(split_part("session_event"."hostname", '.', 1), 15))) is not true)
  or "session_event"."uid" in ('S-1-5-7', 'S-1-5-18', 'S-1-5-19', 'S-1-5-20')
  or "session_event"."uid" like any (array['S-1-5-80-%', 'S-1-5-82-%', 'S-1-5-83-%', 'S-1-5-90-%', 'S-1-5-96-%', 'S-1-5-111-%'])
  or ("session_event"."uid" is null and "session_event"."login_successful" is not false and ("session_event"."user_domain" in ('NT AUTHORITY', 'NT SERVICE', 'WINDOW MANAGER',
    'FONT DRIVER HOST', 'IIS APPPOOL', 'NT VIRTUAL MACHINE') or ("session_event"."user_domain" is null and
    "session_event"."user_name" in ('system', 'local service', 'network service', 'anonymous logon')))))) is not true limit $1) counted;
-- [10001]

select count(*) from (select 1 as "one" from "session_event" where true limit $1) counted;
-- [10001]

select count(*) from (select distinct "user_name", account_domain("account"."user_domain") as "domain" from "account" where true limit $1) counted;
-- [10001]
