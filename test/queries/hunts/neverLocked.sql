reset plan_cache_mode;
-- []

select "hostname", "login_id", "started_at", "start_id", "start_reason", "user", "user_domain", "user_name", "uid", "login_type", "src_ip", "src_ips", "ended_at", "end_reason", "end_id", "last_at", "last_id", "lock_count", "unlock_count", "reconnect_count", "is_locked", "state_since", "locked_us", "unlocked_us", "over_at", "duration_rank" from "session" where (("session"."started_at" < $1 and "session"."over_at" > $2 and coalesce("session"."ended_at", 'infinity') > $3) and coalesce("session"."ended_at", '9999-12-31T23:59:59.999999Z') > $4 and "session"."duration_rank" >= $5 and "session"."started_at" < $6 and "session"."login_type" in ($7, $8) and ((("session"."user_name" like '%$' and "session"."user_domain" is distinct from "session"."hostname")
  or "session"."uid" in ('S-1-5-7', 'S-1-5-18', 'S-1-5-19', 'S-1-5-20')
  or "session"."uid" like any (array['S-1-5-80-%', 'S-1-5-82-%', 'S-1-5-83-%', 'S-1-5-90-%', 'S-1-5-96-%', 'S-1-5-111-%'])
  or ("session"."uid" is null and ("session"."user_domain" in ('NT AUTHORITY', 'NT SERVICE', 'WINDOW MANAGER',
    'FONT DRIVER HOST', 'IIS APPPOOL', 'NT VIRTUAL MACHINE') or ("session"."user_domain" is null and
    "session"."user_name" in ('system', 'local service', 'network service', 'anonymous logon')))))) is not true and ("session"."lock_count" > $9) is not true and ("session"."unlock_count" > $10) is not true) order by "session"."started_at" asc, "session"."start_id" asc limit $11;
-- ["2026-11-17T00:00:00.000000Z","2026-11-16T00:00:00.000000Z","2026-11-16T00:00:00.000000Z","2026-11-16T00:00:00.000000Z","1970-01-01T04:00:00.000000Z","2026-11-16T20:00:00.000001Z","INTERACTIVE","RDP",0,0,51]

select count(*) from (select 1 as "one" from "session" where (("session"."started_at" < $1 and "session"."over_at" > $2 and coalesce("session"."ended_at", 'infinity') > $3) and coalesce("session"."ended_at", '9999-12-31T23:59:59.999999Z') > $4 and "session"."duration_rank" >= $5 and "session"."started_at" < $6 and "session"."login_type" in ($7, $8) and ((("session"."user_name" like '%$' and "session"."user_domain" is distinct from "session"."hostname")
  or "session"."uid" in ('S-1-5-7', 'S-1-5-18', 'S-1-5-19', 'S-1-5-20')
  or "session"."uid" like any (array['S-1-5-80-%', 'S-1-5-82-%', 'S-1-5-83-%', 'S-1-5-90-%', 'S-1-5-96-%', 'S-1-5-111-%'])
  or ("session"."uid" is null and ("session"."user_domain" in ('NT AUTHORITY', 'NT SERVICE', 'WINDOW MANAGER',
    'FONT DRIVER HOST', 'IIS APPPOOL', 'NT VIRTUAL MACHINE') or ("session"."user_domain" is null and
    "session"."user_name" in ('system', 'local service', 'network service', 'anonymous logon')))))) is not true and ("session"."lock_count" > $9) is not true and ("session"."unlock_count" > $10) is not true) limit $11) counted;
-- ["2026-11-17T00:00:00.000000Z","2026-11-16T00:00:00.000000Z","2026-11-16T00:00:00.000000Z","2026-11-16T00:00:00.000000Z","1970-01-01T04:00:00.000000Z","2026-11-16T20:00:00.000001Z","INTERACTIVE","RDP",0,0,10001]

select exists (select from session_event e where e.hostname = a.hostname and e.action = 'LOCK'
        and e.time >= a.from_time and e.time < a.until_time) as locks
      from unnest($1::text[], $2::timestamptz[],
        $3::timestamptz[]) with ordinality as a(hostname, from_time, until_time, index)
      order by a.index;
-- ["{\"WS6\",\"WS3\",\"RDP1\"}","{\"2026-11-16T00:00:00.000000Z\",\"2026-11-16T00:00:00.000000Z\",\"2026-11-16T00:00:00.000000Z\"}","{\"2026-11-17T00:00:00.000000Z\",\"2026-11-17T00:00:00.000000Z\",\"2026-11-17T00:00:00.000000Z\"}"]
