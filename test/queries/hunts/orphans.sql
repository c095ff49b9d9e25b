select "hostname", "time", "id", "action", "login_id", "uid", "user", "user_name", "user_domain", "login_type", "login_successful", "linked_login_id", "src_ip", "src_port", "dest_ip", "dest_port", "src_hostname", "source_id", "ingested_at" from "session_event" where ("session_event"."action" in ($1, $2, $3, $4) and "session_event"."time" >= $5 and "session_event"."time" < $6 and not exists (select from (select s.* from (
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
  join session s on s.hostname = session_event.hostname and s.started_at = k.started_at and s.start_id = k.start_id) s)) order by "session_event"."time" asc, "session_event"."id" asc limit $7;
-- ["LOCK","LOGOUT","RECONNECT","UNLOCK","2026-11-16T00:00:00.000000Z","2026-11-17T00:00:00.000000Z",51]

select count(*) from (select 1 as "one" from "session_event" where ("session_event"."action" in ($1, $2, $3, $4) and "session_event"."time" >= $5 and "session_event"."time" < $6 and not exists (select from (select s.* from (
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
  join session s on s.hostname = session_event.hostname and s.started_at = k.started_at and s.start_id = k.start_id) s)) limit $7) counted;
-- ["LOCK","LOGOUT","RECONNECT","UNLOCK","2026-11-16T00:00:00.000000Z","2026-11-17T00:00:00.000000Z",10001]

select hostname, day::text, orphans, events, count(*) over ()::integer as total from (
      select hostname, (time at time zone 'UTC')::date as day, count(*)::integer as events,
        count(*) filter (where not exists (select from (select s.* from (
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
  join session s on s.hostname = session_event.hostname and s.started_at = k.started_at and s.start_id = k.start_id) s))::integer as orphans from "session_event"
      where ("session_event"."time" >= $1 and "session_event"."time" < $2 and "session_event"."action" in ($3, $4, $5, $6)) group by 1, 2) counted
    where orphans > 0 order by orphans desc, day, hostname limit $7;
-- ["2026-11-16T00:00:00.000000Z","2026-11-17T00:00:00.000000Z","LOCK","LOGOUT","RECONNECT","UNLOCK",1000]
