begin read only; set local cursor_tuple_fraction = 1;
-- []

commit;
-- []

declare each_row no scroll cursor for select b.time, start_id as uuid, b.by, since > started_at as "continues", coalesce(user_domain, '') || '\' || user_name as key, part.value
    from "session" cross join lateral (select hostname, "session"."started_at", coalesce("session"."ended_at", '9999-12-31T23:59:59.999999Z')) as part(value, since, ended)
      cross join lateral (values (greatest(since, $1::timestamptz), 1), (least(ended, $2::timestamptz), -1)) as b(time, by)
    where (("session"."started_at" < $3 and "session"."over_at" > $4 and coalesce("session"."ended_at", 'infinity') > $5) and coalesce("session"."ended_at", '9999-12-31T23:59:59.999999Z') > $6 and ("session"."ended_at" = "session"."started_at") is not true and not "session"."user" is null and "session"."login_type" in ($7, $8) and ((("session"."user_name" like '%$' and "session"."user_domain" is distinct from "session"."hostname")
  or "session"."uid" in ('S-1-5-7', 'S-1-5-18', 'S-1-5-19', 'S-1-5-20')
  or "session"."uid" like any (array['S-1-5-80-%', 'S-1-5-82-%', 'S-1-5-83-%', 'S-1-5-90-%', 'S-1-5-96-%', 'S-1-5-111-%'])
  or ("session"."uid" is null and ("session"."user_domain" in ('NT AUTHORITY', 'NT SERVICE', 'WINDOW MANAGER',
    'FONT DRIVER HOST', 'IIS APPPOOL', 'NT VIRTUAL MACHINE') or ("session"."user_domain" is null and
    "session"."user_name" in ('system', 'local service', 'network service', 'anonymous logon')))))) is not true) and since < $9 and ended > $10
    order by b.time;
-- ["2026-11-16T00:00:00.000000Z","2026-11-17T00:00:00.000000Z","2026-11-17T00:00:00.000000Z","2026-11-16T00:00:00.000000Z","2026-11-16T00:00:00.000000Z","2026-11-16T00:00:00.000000Z","INTERACTIVE","RDP","2026-11-17T00:00:00.000000Z","2026-11-16T00:00:00.000000Z"]

fetch 1000 from each_row;
-- []

select "hostname", "login_id", "started_at", "start_id", "start_reason", "user", "user_domain", "user_name", "uid", "login_type", "src_ip", "src_ips", "ended_at", "end_reason", "end_id", "last_at", "last_id", "lock_count", "unlock_count", "reconnect_count", "is_locked", "state_since", "locked_us", "unlocked_us", "over_at", "duration_rank" from "session" where (("session"."user_name" = $1 and "session"."user_domain" = $2) and ("session"."started_at" < $3 and "session"."over_at" > $4 and coalesce("session"."ended_at", 'infinity') > $5) and ("session"."ended_at" = "session"."started_at") is not true and not "session"."user" is null and "session"."login_type" in ($6, $7) and ((("session"."user_name" like '%$' and "session"."user_domain" is distinct from "session"."hostname")
  or "session"."uid" in ('S-1-5-7', 'S-1-5-18', 'S-1-5-19', 'S-1-5-20')
  or "session"."uid" like any (array['S-1-5-80-%', 'S-1-5-82-%', 'S-1-5-83-%', 'S-1-5-90-%', 'S-1-5-96-%', 'S-1-5-111-%'])
  or ("session"."uid" is null and ("session"."user_domain" in ('NT AUTHORITY', 'NT SERVICE', 'WINDOW MANAGER',
    'FONT DRIVER HOST', 'IIS APPPOOL', 'NT VIRTUAL MACHINE') or ("session"."user_domain" is null and
    "session"."user_name" in ('system', 'local service', 'network service', 'anonymous logon')))))) is not true and true) order by "session"."started_at" asc, "session"."start_id" asc limit $8;
-- ["carol","CORP","2026-11-16T13:40:05.333000Z","2026-11-16T10:21:09.730112Z","2026-11-16T10:21:09.730112Z","INTERACTIVE","RDP",51]
