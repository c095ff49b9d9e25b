(select 0 as list_index, x.* from (select distinct account_domain(user_domain) as "userDomain", user_name as "userName" from "session_event"
        where ("session_event"."time" >= $1 and "session_event"."time" < $2 and "session_event"."action" = $3 and "session_event"."login_successful" is true and not "session_event"."user" is null and "session_event"."src_ip" = $4 and ((("session_event"."user_name" like '%$' and ("session_event"."user_domain" in (split_part("session_event"."hostname", '.', 1), left(split_part("session_event"."hostname", '.', 1), 15))) is not true)
  or "session_event"."uid" in ('S-1-5-7', 'S-1-5-18', 'S-1-5-19', 'S-1-5-20')
  or "session_event"."uid" like any (array['S-1-5-80-%', 'S-1-5-82-%', 'S-1-5-83-%', 'S-1-5-90-%', 'S-1-5-96-%', 'S-1-5-111-%'])
  or ("session_event"."uid" is null and "session_event"."login_successful" is not false and ("session_event"."user_domain" in ('NT AUTHORITY', 'NT SERVICE', 'WINDOW MANAGER',
    'FONT DRIVER HOST', 'IIS APPPOOL', 'NT VIRTUAL MACHINE') or ("session_event"."user_domain" is null and
    "session_event"."user_name" in ('system', 'local service', 'network service', 'anonymous logon')))))) is not true) and user_name is not null
        order by 2, 1 limit $5) x) union all (select 1 as list_index, x.* from (select distinct account_domain(user_domain) as "userDomain", user_name as "userName" from "session_event"
        where ((("session_event"."time", "session_event"."id") >= ($6::timestamptz, $7::uuid) and "session_event"."time" >= $8
  and ("session_event"."time", "session_event"."id") <= ($9::timestamptz, $10::uuid) and "session_event"."time" <= $11) and "session_event"."action" = $12 and "session_event"."login_successful" is false and not "session_event"."user" is null and ((("session_event"."user_name" like '%$' and ("session_event"."user_domain" in (split_part("session_event"."hostname", '.', 1), left(split_part("session_event"."hostname", '.', 1), 15))) is not true)
  or "session_event"."uid" in ('S-1-5-7', 'S-1-5-18', 'S-1-5-19', 'S-1-5-20')
  or "session_event"."uid" like any (array['S-1-5-80-%', 'S-1-5-82-%', 'S-1-5-83-%', 'S-1-5-90-%', 'S-1-5-96-%', 'S-1-5-111-%'])
  or ("session_event"."uid" is null and "session_event"."login_successful" is not false and ("session_event"."user_domain" in ('NT AUTHORITY', 'NT SERVICE', 'WINDOW MANAGER',
    'FONT DRIVER HOST', 'IIS APPPOOL', 'NT VIRTUAL MACHINE') or ("session_event"."user_domain" is null and
    "session_event"."user_name" in ('system', 'local service', 'network service', 'anonymous logon')))))) is not true and "session_event"."src_ip" = $13) and user_name is not null
        order by 2, 1 limit $14) x);
-- ["2026-11-16T10:02:07.120408Z","2026-11-16T11:13:07.207517Z","LOGIN","203.0.113.66",1000,"2026-11-16T10:02:07.120408Z","00000002-e88b-80cc-b75c-d0df6472809d","2026-11-16T10:02:07.120408Z","2026-11-16T10:13:07.207517Z","00000002-e8ac-8099-a80c-a5f7ef86b71f","2026-11-16T10:13:07.207517Z","LOGIN","203.0.113.66",1000]

begin read only; set local cursor_tuple_fraction = 1;
-- []

commit;
-- []

declare each_row no scroll cursor for select time, id as uuid, hostname as "hostname", account_domain(user_domain) as "userDomain", user_name as "userName", src_ip as "srcIp", network(set_masklen(src_ip, case family(src_ip) when 4 then 24 else 64 end)) as "srcNetwork" from "session_event"
    where ("session_event"."time" >= $1 and "session_event"."time" < $2 and "session_event"."action" = $3 and "session_event"."login_successful" is false and not "session_event"."user" is null and ((("session_event"."user_name" like '%$' and ("session_event"."user_domain" in (split_part("session_event"."hostname", '.', 1), left(split_part("session_event"."hostname", '.', 1), 15))) is not true)
  or "session_event"."uid" in ('S-1-5-7', 'S-1-5-18', 'S-1-5-19', 'S-1-5-20')
  or "session_event"."uid" like any (array['S-1-5-80-%', 'S-1-5-82-%', 'S-1-5-83-%', 'S-1-5-90-%', 'S-1-5-96-%', 'S-1-5-111-%'])
  or ("session_event"."uid" is null and "session_event"."login_successful" is not false and ("session_event"."user_domain" in ('NT AUTHORITY', 'NT SERVICE', 'WINDOW MANAGER',
    'FONT DRIVER HOST', 'IIS APPPOOL', 'NT VIRTUAL MACHINE') or ("session_event"."user_domain" is null and
    "session_event"."user_name" in ('system', 'local service', 'network service', 'anonymous logon')))))) is not true) and (src_ip) in (select src_ip from "session_event" where ("session_event"."time" >= $4 and "session_event"."time" < $5 and "session_event"."action" = $6 and "session_event"."login_successful" is false and not "session_event"."user" is null and ((("session_event"."user_name" like '%$' and ("session_event"."user_domain" in (split_part("session_event"."hostname", '.', 1), left(split_part("session_event"."hostname", '.', 1), 15))) is not true)
  or "session_event"."uid" in ('S-1-5-7', 'S-1-5-18', 'S-1-5-19', 'S-1-5-20')
  or "session_event"."uid" like any (array['S-1-5-80-%', 'S-1-5-82-%', 'S-1-5-83-%', 'S-1-5-90-%', 'S-1-5-96-%', 'S-1-5-111-%'])
  or ("session_event"."uid" is null and "session_event"."login_successful" is not false and ("session_event"."user_domain" in ('NT AUTHORITY', 'NT SERVICE', 'WINDOW MANAGER',
    'FONT DRIVER HOST', 'IIS APPPOOL', 'NT VIRTUAL MACHINE') or ("session_event"."user_domain" is null and
    "session_event"."user_name" in ('system', 'local service', 'network service', 'anonymous logon')))))) is not true) group by src_ip having count(*) >= $7) order by time, id;
-- ["2026-11-15T23:00:00.000000Z","2026-11-17T00:00:00.000000Z","LOGIN","2026-11-15T23:00:00.000000Z","2026-11-17T00:00:00.000000Z","LOGIN",10]

fetch 1000 from each_row;
-- []
