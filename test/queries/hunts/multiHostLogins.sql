begin read only; set local cursor_tuple_fraction = 1;
-- []

commit;
-- []

declare each_row no scroll cursor for select time, id as uuid, hostname as "hostname", account_domain(user_domain) as "userDomain", user_name as "userName" from "session_event"
    where ("session_event"."time" >= $1 and "session_event"."time" < $2 and "session_event"."action" = $3 and "session_event"."login_successful" is true and not "session_event"."user" is null and ((("session_event"."user_name" like '%$' and ("session_event"."user_domain" in (split_part("session_event"."hostname", '.', 1), left(split_part("session_event"."hostname", '.', 1), 15))) is not true)
  or "session_event"."uid" in ('S-1-5-7', 'S-1-5-18', 'S-1-5-19', 'S-1-5-20')
  or "session_event"."uid" like any (array['S-1-5-80-%', 'S-1-5-82-%', 'S-1-5-83-%', 'S-1-5-90-%', 'S-1-5-96-%', 'S-1-5-111-%'])
  or ("session_event"."uid" is null and "session_event"."login_successful" is not false and ("session_event"."user_domain" in ('NT AUTHORITY', 'NT SERVICE', 'WINDOW MANAGER',
    'FONT DRIVER HOST', 'IIS APPPOOL', 'NT VIRTUAL MACHINE') or ("session_event"."user_domain" is null and
    "session_event"."user_name" in ('system', 'local service', 'network service', 'anonymous logon')))))) is not true) order by time, id;
-- ["2026-11-15T23:00:00.000000Z","2026-11-17T00:00:00.000000Z","LOGIN"]

fetch 1000 from each_row;
-- []

select hostname, min(time) as "firstAt", max(time) as "lastAt", count(*)::integer as "loginCount",
        (coalesce(array_agg(distinct login_type) filter (where login_type is not null), '{}'))[1:100] as "loginTypes", (coalesce(array_agg(distinct login_id) filter (where login_id is not null), '{}'))[1:100] as "loginIds", (coalesce(array_agg(distinct src_ip) filter (where src_ip is not null), '{}'))[1:100] as "srcIps" from "session_event"
        where ((("session_event"."time", "session_event"."id") >= ($1::timestamptz, $2::uuid) and "session_event"."time" >= $3
  and ("session_event"."time", "session_event"."id") <= ($4::timestamptz, $5::uuid) and "session_event"."time" <= $6) and ("session_event"."user_name" = $7 and account_domain("session_event"."user_domain") = account_domain($8)) and "session_event"."action" = $9 and "session_event"."login_successful" is true and not "session_event"."user" is null and ((("session_event"."user_name" like '%$' and ("session_event"."user_domain" in (split_part("session_event"."hostname", '.', 1), left(split_part("session_event"."hostname", '.', 1), 15))) is not true)
  or "session_event"."uid" in ('S-1-5-7', 'S-1-5-18', 'S-1-5-19', 'S-1-5-20')
  or "session_event"."uid" like any (array['S-1-5-80-%', 'S-1-5-82-%', 'S-1-5-83-%', 'S-1-5-90-%', 'S-1-5-96-%', 'S-1-5-111-%'])
  or ("session_event"."uid" is null and "session_event"."login_successful" is not false and ("session_event"."user_domain" in ('NT AUTHORITY', 'NT SERVICE', 'WINDOW MANAGER',
    'FONT DRIVER HOST', 'IIS APPPOOL', 'NT VIRTUAL MACHINE') or ("session_event"."user_domain" is null and
    "session_event"."user_name" in ('system', 'local service', 'network service', 'anonymous logon')))))) is not true)
        group by hostname order by min(time), hostname limit $10;
-- ["2026-11-16T10:14:07.418830Z","00000002-e8af-8108-89a0-e24a42cc4905","2026-11-16T10:14:07.418830Z","2026-11-16T10:29:55.004218Z","0000000b-0521-81be-8c69-63651cbb5509","2026-11-16T10:29:55.004218Z","carol","CORP","LOGIN",1000]
