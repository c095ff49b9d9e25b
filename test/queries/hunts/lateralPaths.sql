begin read only; set local cursor_tuple_fraction = 1;
-- []

begin read only; set local cursor_tuple_fraction = 1;
-- []

begin read only; set local cursor_tuple_fraction = 1;
-- []

commit;
-- []

commit;
-- []

commit;
-- []

declare each_row no scroll cursor for select ip, case evidence when 'DEST_IP' then array[hostname] else named.hosts end as hosts, time, uuid, evidence
      from (
        select shown.*, lag(owner) over at_address as owner_before, lag(evidence) over at_address as evidence_before,
          lead(owner) over at_address as owner_after
        from (
          select dest_ip as ip, lower(hostname collate "C") as owner, hostname, time, id as uuid, 'DEST_IP' as evidence
          from "session_event" where time >= $1 and time < $2 and dest_ip is not null
          union all
          select src_ip, left(user_name, -1), hostname, time, id, 'MACHINE_LOGON'
          from "session_event" where time >= $3 and time < $4
            and login_successful and login_type = 'REMOTE' and user_name like '%$' and src_ip is not null
            and (user_domain in (split_part(hostname, '.', 1), left(split_part(hostname, '.', 1), 15))) is not true
            and not (src_ip <<= '127.0.0.0/8' or src_ip = '::1' or src_ip <<= '169.254.0.0/16' or src_ip <<= 'fe80::/10')) shown
        window at_address as (partition by ip order by time, uuid, evidence)) changed
      left join (select name, (array_agg(hostname order by hostname))[1:10] as hosts
        from (select hostname, case when (hostname ~ '^[0-9.]+$' or hostname like '%:%') then hostname else split_part(hostname, '.', 1) end as name from host
          union all select hostname, left(split_part(hostname, '.', 1), 15) from host where not (hostname ~ '^[0-9.]+$' or hostname like '%:%') and left(split_part(hostname, '.', 1), 15) <> split_part(hostname, '.', 1)) known group by name) named on evidence = 'MACHINE_LOGON' and lower(named.name collate "C") = owner
      where (owner_before is distinct from owner or evidence_before is distinct from evidence or owner_after is distinct from owner)
        and (evidence = 'DEST_IP' or named.hosts is not null)
      order by ip, time, uuid, evidence;
-- ["2026-10-17T00:00:00.000000Z","2026-11-17T00:00:00.000000Z","2026-10-17T00:00:00.000000Z","2026-11-17T00:00:00.000000Z"]

declare each_row no scroll cursor for select session_event.time, session_event.id as uuid, session_event.hostname, session_event.src_ip as "srcIp",
      session_event.src_hostname as "srcHostname", coalesce(named.hosts, case when h.hostname is not null then array[h.hostname] end) as "namedHosts" from "session_event" left join (select name, (array_agg(hostname order by hostname))[1:10] as hosts
        from (select hostname, case when (hostname ~ '^[0-9.]+$' or hostname like '%:%') then hostname else split_part(hostname, '.', 1) end as name from host
          union all select hostname, left(split_part(hostname, '.', 1), 15) from host where not (hostname ~ '^[0-9.]+$' or hostname like '%:%') and left(split_part(hostname, '.', 1), 15) <> split_part(hostname, '.', 1)) known group by name) named on named.name = session_event.src_hostname
      left join host h on h.hostname = session_event.src_hostname where ("session_event"."time" >= $1 and "session_event"."time" < $2 and "session_event"."action" = $3 and "session_event"."login_successful" is false and (not "session_event"."src_ip" is null or not "session_event"."src_hostname" is null) and ((("session_event"."user_name" like '%$' and ("session_event"."user_domain" in (split_part("session_event"."hostname", '.', 1), left(split_part("session_event"."hostname", '.', 1), 15))) is not true)
  or "session_event"."uid" in ('S-1-5-7', 'S-1-5-18', 'S-1-5-19', 'S-1-5-20')
  or "session_event"."uid" like any (array['S-1-5-80-%', 'S-1-5-82-%', 'S-1-5-83-%', 'S-1-5-90-%', 'S-1-5-96-%', 'S-1-5-111-%'])
  or ("session_event"."uid" is null and "session_event"."login_successful" is not false and ("session_event"."user_domain" in ('NT AUTHORITY', 'NT SERVICE', 'WINDOW MANAGER',
    'FONT DRIVER HOST', 'IIS APPPOOL', 'NT VIRTUAL MACHINE') or ("session_event"."user_domain" is null and
    "session_event"."user_name" in ('system', 'local service', 'network service', 'anonymous logon')))))) is not true);
-- ["2026-11-16T00:00:00.000000Z","2026-11-17T00:00:00.000000Z","LOGIN"]

declare each_row no scroll cursor for select session_event.time, session_event.id as uuid, session_event.hostname, session_event.src_ip as "srcIp",
      session_event.src_hostname as "srcHostname", coalesce(named.hosts, case when h.hostname is not null then array[h.hostname] end) as "namedHosts", session_event.action, session_event.dest_ip as "destIp", account_domain(session_event.user_domain) as "userDomain",
      session_event.user_name as "userName", s.started_at is not null as "hasSession", (case s.end_reason when 'LOGOUT' then s.ended_at when 'SUPERSEDED' then s.own_last_at
  else greatest(s.own_last_at, least(s.ended_at,
    coalesce((select a.until_at from host_activity a where a.hostname = s.hostname and a.from_at <= s.own_last_at order by a.from_at desc limit 1), s.own_last_at),
    case when s.end_reason = 'HOST_RESTART' then coalesce((select c.last_fact_at from context_event c where c.hostname = s.hostname
      and c.kind in ('HOST_START', 'HOST_STOP') and c.kind = 'HOST_START' and c.time = s.ended_at order by c.id limit 1), s.own_last_at) end)) end
  + case when s.ended_at is null then $1::interval else interval '0' end) as "endedAt"
    from "session_event" left join lateral (select s.* from (
    select w.session_started_at as started_at, w.session_start_id as start_id, 1 as rank from (select * from twin w where w.hostname = session_event.hostname and w.login_id = session_event.login_id
  and w.time <= session_event.time and (w.time, w.id) <= (session_event.time, session_event.id) and case when w.login_id in ('0x3e3', '0x3e4', '0x3e5', '0x3e6', '0x3e7') then coalesce(w.uid,
    session_event_login_uid(w.hostname, w.login_id, w.time, w.id), '') not in ('S-1-5-7', 'S-1-5-17', 'S-1-5-18', 'S-1-5-19', 'S-1-5-20') else true end
  order by w.time desc, w.id desc limit 1) w
      where (session_event.time, session_event.id) = (w.time, w.id)
        or (session_event.action <> 'LOGIN' and (session_event.time, session_event.id) < (w.until_at, w.until_id) and case when session_event.login_id in ('0x3e3', '0x3e4', '0x3e5', '0x3e6', '0x3e7') then coalesce(session_event.uid,
    session_event_login_uid(session_event.hostname, session_event.login_id, session_event.time, session_event.id), '') not in ('S-1-5-7', 'S-1-5-17', 'S-1-5-18', 'S-1-5-19', 'S-1-5-20') else true end)
    union all
    select began.started_at, began.start_id, 2 from (
      select b.started_at, b.start_id, b.last_at, b.last_id from session b
      where b.login_id = session_event.login_id and b.hostname collate "POSIX" = session_event.hostname
        and b.started_at <= session_event.time and (b.started_at, b.start_id) <= (session_event.time, session_event.id)
      order by b.started_at desc, b.start_id desc limit 1) began
      where (session_event.time, session_event.id) <= (began.last_at, began.last_id) and session_event.login_id is not null and session_event.linked_login_id is null and session_event.login_successful is not false and case when session_event.login_id in ('0x3e3', '0x3e4', '0x3e5', '0x3e6', '0x3e7') then coalesce(session_event.uid,
    session_event_login_uid(session_event.hostname, session_event.login_id, session_event.time, session_event.id), '') not in ('S-1-5-7', 'S-1-5-17', 'S-1-5-18', 'S-1-5-19', 'S-1-5-20') else true end
    order by rank limit 1) k
  join session s on s.hostname = session_event.hostname and s.started_at = k.started_at and s.start_id = k.start_id) s on true left join (select name, (array_agg(hostname order by hostname))[1:10] as hosts
        from (select hostname, case when (hostname ~ '^[0-9.]+$' or hostname like '%:%') then hostname else split_part(hostname, '.', 1) end as name from host
          union all select hostname, left(split_part(hostname, '.', 1), 15) from host where not (hostname ~ '^[0-9.]+$' or hostname like '%:%') and left(split_part(hostname, '.', 1), 15) <> split_part(hostname, '.', 1)) known group by name) named on named.name = session_event.src_hostname
      left join host h on h.hostname = session_event.src_hostname
    where ("session_event"."time" >= $2 and "session_event"."time" < $3 and ("session_event"."action" = $4 or ("session_event"."action" = $5 and "session_event"."login_successful" is true and "session_event"."login_type" in ($6, $7))) and (not "session_event"."src_ip" is null or not "session_event"."src_hostname" is null) and ((("session_event"."user_name" like '%$' and ("session_event"."user_domain" in (split_part("session_event"."hostname", '.', 1), left(split_part("session_event"."hostname", '.', 1), 15))) is not true)
  or "session_event"."uid" in ('S-1-5-7', 'S-1-5-18', 'S-1-5-19', 'S-1-5-20')
  or "session_event"."uid" like any (array['S-1-5-80-%', 'S-1-5-82-%', 'S-1-5-83-%', 'S-1-5-90-%', 'S-1-5-96-%', 'S-1-5-111-%'])
  or ("session_event"."uid" is null and "session_event"."login_successful" is not false and ("session_event"."user_domain" in ('NT AUTHORITY', 'NT SERVICE', 'WINDOW MANAGER',
    'FONT DRIVER HOST', 'IIS APPPOOL', 'NT VIRTUAL MACHINE') or ("session_event"."user_domain" is null and
    "session_event"."user_name" in ('system', 'local service', 'network service', 'anonymous logon')))))) is not true) order by session_event.time, session_event.id;
-- ["86400000000 microseconds","2026-11-16T00:00:00.000000Z","2026-11-17T00:00:00.000000Z","RECONNECT","LOGIN","RDP","REMOTE"]

fetch 1000 from each_row;
-- []

fetch 1000 from each_row;
-- []

fetch 1000 from each_row;
-- []
