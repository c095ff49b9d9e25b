select "hostname", "login_id", "started_at", "start_id", "start_reason", "user", "user_domain", "user_name", "uid", "login_type", "src_ip", "src_ips", "ended_at", "end_reason", "end_id", "last_at", "last_id", "lock_count", "unlock_count", "reconnect_count", "own_last_at", "state", "state_since", "fold_state", "is_diverted", "over_at", "duration_rank" from "session" where (("session"."started_at" < $1 and "session"."over_at" > $2 and coalesce("session"."ended_at", 'infinity') > $3
          and "session"."ended_at" is distinct from "session"."started_at") and (case session.end_reason when 'LOGOUT' then session.ended_at when 'SUPERSEDED' then session.own_last_at
  else greatest(session.own_last_at, least(session.ended_at,
    coalesce((select a.until_at from host_activity a where a.hostname = session.hostname and a.from_at <= session.own_last_at order by a.from_at desc limit 1), session.own_last_at),
    case when session.end_reason = 'HOST_RESTART' then coalesce((select c.last_fact_at from context_event c where c.hostname = session.hostname
      and c.kind in ('HOST_START', 'HOST_STOP') and c.kind = 'HOST_START' and c.time = session.ended_at order by c.id limit 1), session.own_last_at) end)) end
  + case when session.ended_at is null then $4::interval else interval '0' end) > greatest($5::timestamptz, "session"."started_at" + $6::interval) and coalesce("session"."ended_at", '9999-12-31T23:59:59.999999Z') > $7 and "session"."duration_rank" >= $8 and "session"."started_at" < $9 and "session"."login_type" in ($10, $11) and ((("session"."user_name" like '%$' and ("session"."user_domain" in (split_part("session"."hostname", '.', 1), left(split_part("session"."hostname", '.', 1), 15))) is not true)
  or "session"."uid" in ('S-1-5-7', 'S-1-5-18', 'S-1-5-19', 'S-1-5-20')
  or "session"."uid" like any (array['S-1-5-80-%', 'S-1-5-82-%', 'S-1-5-83-%', 'S-1-5-90-%', 'S-1-5-96-%', 'S-1-5-111-%'])
  or ("session"."uid" is null and ("session"."user_domain" in ('NT AUTHORITY', 'NT SERVICE', 'WINDOW MANAGER',
    'FONT DRIVER HOST', 'IIS APPPOOL', 'NT VIRTUAL MACHINE') or ("session"."user_domain" is null and
    "session"."user_name" in ('system', 'local service', 'network service', 'anonymous logon')))))) is not true) order by "session"."started_at" asc, "session"."start_id" asc limit $12;
-- ["2026-11-17T00:00:00.000000Z","2026-11-16T00:00:00.000000Z","2026-11-16T00:00:00.000000Z","86400000000 microseconds","2026-11-16T00:00:00.000000Z","43199999999 microseconds","2026-11-16T00:00:00.000000Z","1970-01-01T12:00:00.000000Z","2026-11-16T12:00:00.000001Z","INTERACTIVE","RDP",51]

select count(*) from (select 1 as "one" from "session" where (("session"."started_at" < $1 and "session"."over_at" > $2 and coalesce("session"."ended_at", 'infinity') > $3
          and "session"."ended_at" is distinct from "session"."started_at") and (case session.end_reason when 'LOGOUT' then session.ended_at when 'SUPERSEDED' then session.own_last_at
  else greatest(session.own_last_at, least(session.ended_at,
    coalesce((select a.until_at from host_activity a where a.hostname = session.hostname and a.from_at <= session.own_last_at order by a.from_at desc limit 1), session.own_last_at),
    case when session.end_reason = 'HOST_RESTART' then coalesce((select c.last_fact_at from context_event c where c.hostname = session.hostname
      and c.kind in ('HOST_START', 'HOST_STOP') and c.kind = 'HOST_START' and c.time = session.ended_at order by c.id limit 1), session.own_last_at) end)) end
  + case when session.ended_at is null then $4::interval else interval '0' end) > greatest($5::timestamptz, "session"."started_at" + $6::interval) and coalesce("session"."ended_at", '9999-12-31T23:59:59.999999Z') > $7 and "session"."duration_rank" >= $8 and "session"."started_at" < $9 and "session"."login_type" in ($10, $11) and ((("session"."user_name" like '%$' and ("session"."user_domain" in (split_part("session"."hostname", '.', 1), left(split_part("session"."hostname", '.', 1), 15))) is not true)
  or "session"."uid" in ('S-1-5-7', 'S-1-5-18', 'S-1-5-19', 'S-1-5-20')
  or "session"."uid" like any (array['S-1-5-80-%', 'S-1-5-82-%', 'S-1-5-83-%', 'S-1-5-90-%', 'S-1-5-96-%', 'S-1-5-111-%'])
  or ("session"."uid" is null and ("session"."user_domain" in ('NT AUTHORITY', 'NT SERVICE', 'WINDOW MANAGER',
    'FONT DRIVER HOST', 'IIS APPPOOL', 'NT VIRTUAL MACHINE') or ("session"."user_domain" is null and
    "session"."user_name" in ('system', 'local service', 'network service', 'anonymous logon')))))) is not true) limit $12) counted;
-- ["2026-11-17T00:00:00.000000Z","2026-11-16T00:00:00.000000Z","2026-11-16T00:00:00.000000Z","86400000000 microseconds","2026-11-16T00:00:00.000000Z","43199999999 microseconds","2026-11-16T00:00:00.000000Z","1970-01-01T12:00:00.000000Z","2026-11-16T12:00:00.000001Z","INTERACTIVE","RDP",10001]

select s.index::text as index, (case s.end_reason when 'LOGOUT' then s.ended_at when 'SUPERSEDED' then s.own_last_at
  else greatest(s.own_last_at, least(s.ended_at,
    coalesce((select a.until_at from host_activity a where a.hostname = s.hostname and a.from_at <= s.own_last_at order by a.from_at desc limit 1), s.own_last_at),
    case when s.end_reason = 'HOST_RESTART' then coalesce((select c.last_fact_at from context_event c where c.hostname = s.hostname
      and c.kind in ('HOST_START', 'HOST_STOP') and c.kind = 'HOST_START' and c.time = s.ended_at order by c.id limit 1), s.own_last_at) end)) end)::text as time from unnest($1::text[], $2::timestamptz[], $3::timestamptz[], $4::text[]) with ordinality as "s"("hostname", "own_last_at", "ended_at", "end_reason", "index");
-- ["{\"APP1\",\"WS4\"}","{\"2026-11-16T09:05:27.013458Z\",\"2026-11-16T17:21:08.914402Z\"}","{\"2026-11-16T09:05:27.013458Z\",NULL}","{\"LOGOUT\",NULL}"]
