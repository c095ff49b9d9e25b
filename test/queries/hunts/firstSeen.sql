begin read only; set local cursor_tuple_fraction = 1;
-- []

commit;
-- []

declare each_row no scroll cursor for select n.*, f.* from (
      select account_domain(user_domain) as "userDomain", user_name as "userName", hostname as "hostname", network(set_masklen(src_ip, case family(src_ip) when 4 then 24 else 64 end)) as "srcNetwork", min(time) as "firstAt", max(time) as "lastAt", count(*)::integer as "loginCount"
      from "session_event" where ("session_event"."time" >= $1 and "session_event"."time" < $2 and "session_event"."action" = $3 and "session_event"."login_successful" is true and ((("session_event"."user_name" like '%$' and ("session_event"."user_domain" in (split_part("session_event"."hostname", '.', 1), left(split_part("session_event"."hostname", '.', 1), 15))) is not true)
  or "session_event"."uid" in ('S-1-5-7', 'S-1-5-18', 'S-1-5-19', 'S-1-5-20')
  or "session_event"."uid" like any (array['S-1-5-80-%', 'S-1-5-82-%', 'S-1-5-83-%', 'S-1-5-90-%', 'S-1-5-96-%', 'S-1-5-111-%'])
  or ("session_event"."uid" is null and "session_event"."login_successful" is not false and ("session_event"."user_domain" in ('NT AUTHORITY', 'NT SERVICE', 'WINDOW MANAGER',
    'FONT DRIVER HOST', 'IIS APPPOOL', 'NT VIRTUAL MACHINE') or ("session_event"."user_domain" is null and
    "session_event"."user_name" in ('system', 'local service', 'network service', 'anonymous logon')))))) is not true)
      group by account_domain(user_domain), user_name, hostname, network(set_masklen(src_ip, case family(src_ip) when 4 then 24 else 64 end)) having min(time) >= $4) n
    cross join lateral (select id as "firstUuid", hostname as "firstHostname" from "session_event"
      where ("session_event"."time" >= $5 and "session_event"."time" < $6 and "session_event"."action" = $7 and "session_event"."login_successful" is true and ((("session_event"."user_name" like '%$' and ("session_event"."user_domain" in (split_part("session_event"."hostname", '.', 1), left(split_part("session_event"."hostname", '.', 1), 15))) is not true)
  or "session_event"."uid" in ('S-1-5-7', 'S-1-5-18', 'S-1-5-19', 'S-1-5-20')
  or "session_event"."uid" like any (array['S-1-5-80-%', 'S-1-5-82-%', 'S-1-5-83-%', 'S-1-5-90-%', 'S-1-5-96-%', 'S-1-5-111-%'])
  or ("session_event"."uid" is null and "session_event"."login_successful" is not false and ("session_event"."user_domain" in ('NT AUTHORITY', 'NT SERVICE', 'WINDOW MANAGER',
    'FONT DRIVER HOST', 'IIS APPPOOL', 'NT VIRTUAL MACHINE') or ("session_event"."user_domain" is null and
    "session_event"."user_name" in ('system', 'local service', 'network service', 'anonymous logon')))))) is not true) and time = n."firstAt" and account_domain(user_domain) is not distinct from n."userDomain" and user_name is not distinct from n."userName" and hostname is not distinct from n."hostname" and network(set_masklen(src_ip, case family(src_ip) when 4 then 24 else 64 end)) is not distinct from n."srcNetwork" order by id limit 1) f;
-- ["2026-11-07T00:00:00.000000Z","2026-11-17T00:00:00.000000Z","LOGIN","2026-11-16T00:00:00.000000Z","2026-11-07T00:00:00.000000Z","2026-11-17T00:00:00.000000Z","LOGIN"]

fetch 1000 from each_row;
-- []

select counted.days::text as days
    from unnest($1::text[], $2::timestamptz[], $3::timestamptz[]) with ordinality as "k"("hostname", "from_time", "until_time", "index")
    cross join lateral (select coalesce(sum(oldest - greatest(newest, later + 1) + 1), 0) as days
      from (select newest, oldest, lag(oldest) over (order by newest, oldest) as later
        from (select floor((extract(epoch from k.until_time - r.until_at) * 1000000 - 1) / 86400000000) as newest, floor((extract(epoch from k.until_time - r.from_at) * 1000000 - 1) / 86400000000) as oldest from (select greatest(a.from_at, k.from_time) as from_at, least(a.until_at, k.until_time - interval '1 microsecond') as until_at
  from host_activity a where a.hostname = k.hostname and a.from_at < k.until_time and a.until_at >= k.from_time
    and a.from_at >= coalesce((select b.from_at from host_activity b where b.hostname = k.hostname and b.from_at <= k.from_time
      order by b.from_at desc limit 1), k.from_time)) r) d) each_range) counted
    order by k.index;
-- ["{\"RDP1\",\"WS5\",\"FS1\",\"WS6\"}","{\"2026-11-07T00:00:00.000000Z\",\"2026-11-07T00:00:00.000000Z\",\"2026-11-07T00:00:00.000000Z\",\"2026-11-07T00:00:00.000000Z\"}","{\"2026-11-16T00:00:00.000000Z\",\"2026-11-16T00:00:00.000000Z\",\"2026-11-16T00:00:00.000000Z\",\"2026-11-16T00:00:00.000000Z\"}"]
