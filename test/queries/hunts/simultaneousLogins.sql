begin read only; set local cursor_tuple_fraction = 1;
-- []

commit;
-- []

declare each_row no scroll cursor for select b.time, start_id as uuid, b.by, part.continues as "continues", hostname as key, part.value
    from (select * from session where width_bucket(over_at - started_at, '{00:01:04,00:17:04,04:33:04,72:49:04,1165:05:04,18641:21:04}'::interval[]) = 0 and started_at > $1::timestamptz - '00:01:04'::interval and started_at < $2::timestamptz union all select * from session where width_bucket(over_at - started_at, '{00:01:04,00:17:04,04:33:04,72:49:04,1165:05:04,18641:21:04}'::interval[]) = 1 and started_at > $3::timestamptz - '00:17:04'::interval and started_at < $4::timestamptz union all select * from session where width_bucket(over_at - started_at, '{00:01:04,00:17:04,04:33:04,72:49:04,1165:05:04,18641:21:04}'::interval[]) = 2 and started_at > $5::timestamptz - '04:33:04'::interval and started_at < $6::timestamptz union all select * from session where width_bucket(over_at - started_at, '{00:01:04,00:17:04,04:33:04,72:49:04,1165:05:04,18641:21:04}'::interval[]) = 3 and started_at > $7::timestamptz - '72:49:04'::interval and started_at < $8::timestamptz union all select * from session where width_bucket(over_at - started_at, '{00:01:04,00:17:04,04:33:04,72:49:04,1165:05:04,18641:21:04}'::interval[]) = 4 and started_at > $9::timestamptz - '1165:05:04'::interval and started_at < $10::timestamptz union all select * from session where width_bucket(over_at - started_at, '{00:01:04,00:17:04,04:33:04,72:49:04,1165:05:04,18641:21:04}'::interval[]) = 5 and started_at > $11::timestamptz - '18641:21:04'::interval and started_at < $12::timestamptz union all select * from session where width_bucket(over_at - started_at, '{00:01:04,00:17:04,04:33:04,72:49:04,1165:05:04,18641:21:04}'::interval[]) = 6 and started_at < $13::timestamptz) "session" cross join lateral (select (case session.end_reason when 'LOGOUT' then session.ended_at when 'SUPERSEDED' then session.own_last_at
  else greatest(session.own_last_at, least(session.ended_at,
    coalesce((select a.until_at from host_activity a where a.hostname = session.hostname and a.from_at <= session.own_last_at order by a.from_at desc limit 1), session.own_last_at),
    case when session.end_reason = 'HOST_RESTART' then coalesce((select c.last_fact_at from context_event c where c.hostname = session.hostname
      and c.kind in ('HOST_START', 'HOST_STOP') and c.kind = 'HOST_START' and c.time = session.ended_at order by c.id limit 1), session.own_last_at) end)) end
  + case when session.ended_at is null then $14::interval else interval '0' end) as hunt_end offset 0) as presence
      cross join lateral (select coalesce(account_domain(user_domain), '') || '\' || user_name, "session"."started_at", hunt_end, false) as part(value, since, ended, continues)
      cross join lateral (values (greatest(since, $15::timestamptz), 1), (least(ended, $16::timestamptz), -1)) as b(time, by)
    where (("session"."started_at" < $17 and "session"."over_at" > $18 and coalesce("session"."ended_at", 'infinity') > $19
          and "session"."ended_at" is distinct from "session"."started_at") and coalesce("session"."ended_at", '9999-12-31T23:59:59.999999Z') > $20 and not "session"."user" is null and "session"."login_type" in ($21, $22) and ((("session"."user_name" like '%$' and ("session"."user_domain" in (split_part("session"."hostname", '.', 1), left(split_part("session"."hostname", '.', 1), 15))) is not true)
  or "session"."uid" in ('S-1-5-7', 'S-1-5-18', 'S-1-5-19', 'S-1-5-20')
  or "session"."uid" like any (array['S-1-5-80-%', 'S-1-5-82-%', 'S-1-5-83-%', 'S-1-5-90-%', 'S-1-5-96-%', 'S-1-5-111-%'])
  or ("session"."uid" is null and ("session"."user_domain" in ('NT AUTHORITY', 'NT SERVICE', 'WINDOW MANAGER',
    'FONT DRIVER HOST', 'IIS APPPOOL', 'NT VIRTUAL MACHINE') or ("session"."user_domain" is null and
    "session"."user_name" in ('system', 'local service', 'network service', 'anonymous logon')))))) is not true) and since < $23 and ended > greatest($24::timestamptz, since)
    order by b.time;
-- ["2026-11-16T00:00:00.000000Z","2026-11-17T00:00:00.000000Z","2026-11-16T00:00:00.000000Z","2026-11-17T00:00:00.000000Z","2026-11-16T00:00:00.000000Z","2026-11-17T00:00:00.000000Z","2026-11-16T00:00:00.000000Z","2026-11-17T00:00:00.000000Z","2026-11-16T00:00:00.000000Z","2026-11-17T00:00:00.000000Z","2026-11-16T00:00:00.000000Z","2026-11-17T00:00:00.000000Z","2026-11-17T00:00:00.000000Z","86400000000 microseconds","2026-11-16T00:00:00.000000Z","2026-11-17T00:00:00.000000Z","2026-11-17T00:00:00.000000Z","2026-11-16T00:00:00.000000Z","2026-11-16T00:00:00.000000Z","2026-11-16T00:00:00.000000Z","INTERACTIVE","RDP","2026-11-17T00:00:00.000000Z","2026-11-16T00:00:00.000000Z"]

fetch 1000 from each_row;
-- []

select "hostname", "login_id", "started_at", "start_id", "start_reason", "user", "user_domain", "user_name", "uid", "login_type", "src_ip", "src_ips", "ended_at", "end_reason", "end_id", "last_at", "last_id", "lock_count", "unlock_count", "reconnect_count", "own_last_at", "state", "state_since", "fold_state", "is_diverted", "over_at", "duration_rank" from "session" where ("session"."hostname" = $1 and ("session"."started_at" < $2 and "session"."over_at" > $3 and coalesce("session"."ended_at", 'infinity') > $4
          and "session"."ended_at" is distinct from "session"."started_at") and (case session.end_reason when 'LOGOUT' then session.ended_at when 'SUPERSEDED' then session.own_last_at
  else greatest(session.own_last_at, least(session.ended_at,
    coalesce((select a.until_at from host_activity a where a.hostname = session.hostname and a.from_at <= session.own_last_at order by a.from_at desc limit 1), session.own_last_at),
    case when session.end_reason = 'HOST_RESTART' then coalesce((select c.last_fact_at from context_event c where c.hostname = session.hostname
      and c.kind in ('HOST_START', 'HOST_STOP') and c.kind = 'HOST_START' and c.time = session.ended_at order by c.id limit 1), session.own_last_at) end)) end
  + case when session.ended_at is null then $5::interval else interval '0' end) > greatest($6::timestamptz, "session"."started_at" + $7::interval) and not "session"."user" is null and "session"."login_type" in ($8, $9) and ((("session"."user_name" like '%$' and ("session"."user_domain" in (split_part("session"."hostname", '.', 1), left(split_part("session"."hostname", '.', 1), 15))) is not true)
  or "session"."uid" in ('S-1-5-7', 'S-1-5-18', 'S-1-5-19', 'S-1-5-20')
  or "session"."uid" like any (array['S-1-5-80-%', 'S-1-5-82-%', 'S-1-5-83-%', 'S-1-5-90-%', 'S-1-5-96-%', 'S-1-5-111-%'])
  or ("session"."uid" is null and ("session"."user_domain" in ('NT AUTHORITY', 'NT SERVICE', 'WINDOW MANAGER',
    'FONT DRIVER HOST', 'IIS APPPOOL', 'NT VIRTUAL MACHINE') or ("session"."user_domain" is null and
    "session"."user_name" in ('system', 'local service', 'network service', 'anonymous logon')))))) is not true) order by "session"."started_at" asc, "session"."start_id" asc limit $10;
-- ["RDP1","2026-11-16T13:40:41.002763Z","2026-11-16T10:14:07.418830Z","2026-11-16T10:14:07.418830Z","86400000000 microseconds","2026-11-16T10:14:07.418830Z","0 microseconds","INTERACTIVE","RDP",51]

select "hostname", "time", "id", "action", "login_id", "uid", "user", "user_name", "user_domain", "login_type", "login_successful", "linked_login_id", "src_ip", "src_port", "dest_ip", "dest_port", "src_hostname", "source_id", "ingested_at" from "session_event" where (("session_event"."hostname" = $1 and "session_event"."time" = $2 and "session_event"."id" = $3::uuid) or ("session_event"."hostname" = $4 and "session_event"."time" = $5 and "session_event"."id" = $6::uuid));
-- ["RDP1","2026-11-16T08:40:11.882035Z","00000002-e888-8165-88f2-ea69a0f29fea","RDP1","2026-11-16T10:14:07.418830Z","00000002-e8af-8108-89a0-e24a42cc4905"]

select distinct account_domain(user_domain) as "userDomain", user_name as "userName" from "session"
        where ("session"."hostname" = $1 and ("session"."started_at" < $2 and "session"."over_at" > $3 and coalesce("session"."ended_at", 'infinity') > $4
          and "session"."ended_at" is distinct from "session"."started_at") and (case session.end_reason when 'LOGOUT' then session.ended_at when 'SUPERSEDED' then session.own_last_at
  else greatest(session.own_last_at, least(session.ended_at,
    coalesce((select a.until_at from host_activity a where a.hostname = session.hostname and a.from_at <= session.own_last_at order by a.from_at desc limit 1), session.own_last_at),
    case when session.end_reason = 'HOST_RESTART' then coalesce((select c.last_fact_at from context_event c where c.hostname = session.hostname
      and c.kind in ('HOST_START', 'HOST_STOP') and c.kind = 'HOST_START' and c.time = session.ended_at order by c.id limit 1), session.own_last_at) end)) end
  + case when session.ended_at is null then $5::interval else interval '0' end) > greatest($6::timestamptz, "session"."started_at" + $7::interval) and not "session"."user" is null and "session"."login_type" in ($8, $9) and ((("session"."user_name" like '%$' and ("session"."user_domain" in (split_part("session"."hostname", '.', 1), left(split_part("session"."hostname", '.', 1), 15))) is not true)
  or "session"."uid" in ('S-1-5-7', 'S-1-5-18', 'S-1-5-19', 'S-1-5-20')
  or "session"."uid" like any (array['S-1-5-80-%', 'S-1-5-82-%', 'S-1-5-83-%', 'S-1-5-90-%', 'S-1-5-96-%', 'S-1-5-111-%'])
  or ("session"."uid" is null and ("session"."user_domain" in ('NT AUTHORITY', 'NT SERVICE', 'WINDOW MANAGER',
    'FONT DRIVER HOST', 'IIS APPPOOL', 'NT VIRTUAL MACHINE') or ("session"."user_domain" is null and
    "session"."user_name" in ('system', 'local service', 'network service', 'anonymous logon')))))) is not true) and user_name is not null
        order by 2, 1 limit $10;
-- ["RDP1","2026-11-16T13:40:41.002763Z","2026-11-16T10:14:07.418830Z","2026-11-16T10:14:07.418830Z","86400000000 microseconds","2026-11-16T10:14:07.418830Z","0 microseconds","INTERACTIVE","RDP",1000]
