select "hostname", "time", "id", "action", "login_id", "uid", "user", "user_name", "user_domain", "login_type", "login_successful", "linked_login_id", "src_ip", "src_port", "dest_ip", "dest_port", "source_id", "ingested_at" from "session_event" where ("session_event"."action" in ($1, $2, $3, $4) and "session_event"."time" >= $5 and "session_event"."time" < $6 and ("session_event"."login_id" is null or not (session_event.login_id in ('0x3e3', '0x3e4', '0x3e5', '0x3e6', '0x3e7') and session_event.uid in ('S-1-5-7', 'S-1-5-17', 'S-1-5-18', 'S-1-5-19', 'S-1-5-20')) is not true
  or ("session_event"."action" = 'LOGOUT' and "session_event"."login_type" = 'REMOTE' and not exists (
    select from "session" where coalesce("session"."ended_at", '9999-12-31T23:59:59.999999Z') = "session_event"."time" and "session"."end_id" = "session_event"."id"
      and "session"."hostname" = "session_event"."hostname") and coalesce((
    select (s.last_at, s.last_id) < ("session_event"."time", "session_event"."id") from session s
    where s.hostname collate "POSIX" = "session_event"."hostname" and s.login_id = "session_event"."login_id"
      and (s.started_at, s.start_id) <= ("session_event"."time", "session_event"."id")
    order by s.started_at desc, s.start_id desc limit 1), true)))) order by "session_event"."time" asc, "session_event"."id" asc limit $7;
-- ["LOCK","LOGOUT","RECONNECT","UNLOCK","2026-11-16T00:00:00.000000Z","2026-11-17T00:00:00.000000Z",51]

select count(*) from (select 1 as "one" from "session_event" where ("session_event"."action" in ($1, $2, $3, $4) and "session_event"."time" >= $5 and "session_event"."time" < $6 and ("session_event"."login_id" is null or not (session_event.login_id in ('0x3e3', '0x3e4', '0x3e5', '0x3e6', '0x3e7') and session_event.uid in ('S-1-5-7', 'S-1-5-17', 'S-1-5-18', 'S-1-5-19', 'S-1-5-20')) is not true
  or ("session_event"."action" = 'LOGOUT' and "session_event"."login_type" = 'REMOTE' and not exists (
    select from "session" where coalesce("session"."ended_at", '9999-12-31T23:59:59.999999Z') = "session_event"."time" and "session"."end_id" = "session_event"."id"
      and "session"."hostname" = "session_event"."hostname") and coalesce((
    select (s.last_at, s.last_id) < ("session_event"."time", "session_event"."id") from session s
    where s.hostname collate "POSIX" = "session_event"."hostname" and s.login_id = "session_event"."login_id"
      and (s.started_at, s.start_id) <= ("session_event"."time", "session_event"."id")
    order by s.started_at desc, s.start_id desc limit 1), true)))) limit $7) counted;
-- ["LOCK","LOGOUT","RECONNECT","UNLOCK","2026-11-16T00:00:00.000000Z","2026-11-17T00:00:00.000000Z",10001]

select hostname, day::text, orphans, events, count(*) over ()::integer as total from (
      select hostname, (time at time zone 'UTC')::date as day, count(*)::integer as events,
        count(*) filter (where ("session_event"."login_id" is null or not (session_event.login_id in ('0x3e3', '0x3e4', '0x3e5', '0x3e6', '0x3e7') and session_event.uid in ('S-1-5-7', 'S-1-5-17', 'S-1-5-18', 'S-1-5-19', 'S-1-5-20')) is not true
  or ("session_event"."action" = 'LOGOUT' and "session_event"."login_type" = 'REMOTE' and not exists (
    select from "session" where coalesce("session"."ended_at", '9999-12-31T23:59:59.999999Z') = "session_event"."time" and "session"."end_id" = "session_event"."id"
      and "session"."hostname" = "session_event"."hostname") and coalesce((
    select (s.last_at, s.last_id) < ("session_event"."time", "session_event"."id") from session s
    where s.hostname collate "POSIX" = "session_event"."hostname" and s.login_id = "session_event"."login_id"
      and (s.started_at, s.start_id) <= ("session_event"."time", "session_event"."id")
    order by s.started_at desc, s.start_id desc limit 1), true))))::integer as orphans from "session_event"
      where ("session_event"."time" >= $1 and "session_event"."time" < $2 and "session_event"."action" in ($3, $4, $5, $6)) group by 1, 2) counted
    where orphans > 0 order by orphans desc, day, hostname limit $7;
-- ["2026-11-16T00:00:00.000000Z","2026-11-17T00:00:00.000000Z","LOCK","LOGOUT","RECONNECT","UNLOCK",1000]
