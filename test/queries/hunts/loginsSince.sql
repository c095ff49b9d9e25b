(select 0 as list_index, x.* from (select "hostname", "login_id", "started_at", "start_id", "start_reason", "user", "user_domain", "user_name", "uid", "login_type", "src_ip", "src_ips", "ended_at", "end_reason", "end_id", "last_at", "last_id", "lock_count", "unlock_count", "reconnect_count", "own_last_at", "state", "state_since", "fold_state", "is_diverted", "over_at", "duration_rank" from "session" where ("session"."hostname" = $1 and ("session"."started_at" <= $2 and "session"."over_at" > $3 and coalesce("session"."ended_at", 'infinity') > $4) and (case session.end_reason when 'LOGOUT' then session.ended_at when 'SUPERSEDED' then session.own_last_at
  else greatest(session.own_last_at, least(session.ended_at,
    coalesce((select a.until_at from host_activity a where a.hostname = session.hostname and a.from_at <= session.own_last_at order by a.from_at desc limit 1), session.own_last_at),
    case when session.end_reason = 'HOST_RESTART' then coalesce((select c.last_fact_at from context_event c where c.hostname = session.hostname
      and c.kind in ('HOST_START', 'HOST_STOP') and c.kind = 'HOST_START' and c.time = session.ended_at order by c.id limit 1), session.own_last_at) end)) end
  + case when session.ended_at is null then $5::interval else interval '0' end) > greatest($6::timestamptz, "session"."started_at" + $7::interval) and ("session"."user_name" = $8 and account_domain("session"."user_domain") = account_domain($9))) order by "session"."started_at" asc, "session"."start_id" asc limit $10) x) union all (select 1 as list_index, x.* from (select "hostname", "login_id", "started_at", "start_id", "start_reason", "user", "user_domain", "user_name", "uid", "login_type", "src_ip", "src_ips", "ended_at", "end_reason", "end_id", "last_at", "last_id", "lock_count", "unlock_count", "reconnect_count", "own_last_at", "state", "state_since", "fold_state", "is_diverted", "over_at", "duration_rank" from "session" where ("session"."hostname" = $11 and ("session"."started_at" <= $12 and "session"."over_at" > $13 and coalesce("session"."ended_at", 'infinity') > $14) and (case session.end_reason when 'LOGOUT' then session.ended_at when 'SUPERSEDED' then session.own_last_at
  else greatest(session.own_last_at, least(session.ended_at,
    coalesce((select a.until_at from host_activity a where a.hostname = session.hostname and a.from_at <= session.own_last_at order by a.from_at desc limit 1), session.own_last_at),
    case when session.end_reason = 'HOST_RESTART' then coalesce((select c.last_fact_at from context_event c where c.hostname = session.hostname
      and c.kind in ('HOST_START', 'HOST_STOP') and c.kind = 'HOST_START' and c.time = session.ended_at order by c.id limit 1), session.own_last_at) end)) end
  + case when session.ended_at is null then $15::interval else interval '0' end) > greatest($16::timestamptz, "session"."started_at" + $17::interval) and ("session"."user_name" = $18 and account_domain("session"."user_domain") = account_domain($19))) order by "session"."started_at" asc, "session"."start_id" asc limit $20) x);
-- ["RDP1","2026-11-16T15:00:00.000000Z","2026-11-16T15:00:00.000000Z","2026-11-16T15:00:00.000000Z","86400000000 microseconds","2026-11-16T14:59:59.999999Z","-1 microseconds","fay","CORP",1,"RDP1","2026-11-16T15:00:00.000000Z","2026-11-16T15:00:00.000000Z","2026-11-16T15:00:00.000000Z","86400000000 microseconds","2026-11-16T14:59:59.999999Z","-1 microseconds","carol","CORP",1]

begin read only; set local cursor_tuple_fraction = 1;
-- []

commit;
-- []

declare each_row no scroll cursor for select account_domain(user_domain) as "userDomain", user_name as "userName", min(time) as "firstAt", (array_agg(id order by time, id))[1] as "firstUuid",
        max(time) as "lastAt", count(*)::integer as "loginCount",
        coalesce(array_agg(distinct login_type) filter (where login_type is not null), '{}') as "loginTypes"
      from "session_event" where ("session_event"."time" >= $1 and "session_event"."time" < $2 and "session_event"."hostname" = $3 and "session_event"."action" = $4 and "session_event"."login_successful" is true and ((("session_event"."user_name" like '%$' and ("session_event"."user_domain" in (split_part("session_event"."hostname", '.', 1), left(split_part("session_event"."hostname", '.', 1), 15))) is not true)
  or "session_event"."uid" in ('S-1-5-7', 'S-1-5-18', 'S-1-5-19', 'S-1-5-20')
  or "session_event"."uid" like any (array['S-1-5-80-%', 'S-1-5-82-%', 'S-1-5-83-%', 'S-1-5-90-%', 'S-1-5-96-%', 'S-1-5-111-%'])
  or ("session_event"."uid" is null and "session_event"."login_successful" is not false and ("session_event"."user_domain" in ('NT AUTHORITY', 'NT SERVICE', 'WINDOW MANAGER',
    'FONT DRIVER HOST', 'IIS APPPOOL', 'NT VIRTUAL MACHINE') or ("session_event"."user_domain" is null and
    "session_event"."user_name" in ('system', 'local service', 'network service', 'anonymous logon')))))) is not true) group by 1, 2;
-- ["2026-11-14T03:12:26.041901Z","2026-11-16T15:00:00.000000Z","RDP1","LOGIN"]

fetch 1000 from each_row;
-- []

select time from "context_event" where hostname = $1 and kind = 'HOST_START' and time < $2 order by time desc limit 1;
-- ["RDP1","2026-11-16T15:00:00.000000Z"]
