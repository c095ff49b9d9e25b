begin read only; set local cursor_tuple_fraction = 1;
-- []

commit;
-- []

declare each_row no scroll cursor for select "hostname", "login_id", "started_at", "start_id", "start_reason", "user", "user_domain", "user_name", "uid", "login_type", "src_ip", "src_ips", "ended_at", "end_reason", "end_id", "last_at", "last_id", "lock_count", "unlock_count", "reconnect_count", "is_locked", "state_since", "locked_us", "unlocked_us", "over_at", "duration_rank", unlocked_at, unlock_id from "session"
      left join lateral (select "session_event"."time", "session_event"."id" from "session_event"
  where ("session_event"."hostname" collate "POSIX" = "session"."hostname"
  and "session_event"."login_id" = "session"."login_id" and "session_event"."linked_login_id" is null and "session_event"."login_successful" is not false
  and (session_event.login_id in ('0x3e3', '0x3e4', '0x3e5', '0x3e6', '0x3e7') and session_event.uid in ('S-1-5-7', 'S-1-5-17', 'S-1-5-18', 'S-1-5-19', 'S-1-5-20')) is not true
  and "session_event"."time" >= "session"."started_at" and "session_event"."time" <= "session"."last_at"
  and ("session_event"."time", "session_event"."id") >= ("session"."started_at", "session"."start_id")
  and ("session_event"."time", "session_event"."id") <= ("session"."last_at", "session"."last_id")) and "session_event"."action" = $1 and "session_event"."time" <= $2 and "session"."lock_count" > 0
        order by "session_event"."time" desc, "session_event"."id" desc limit 1) as locking(locked_at, lock_id) on true
      left join lateral (select "session_event"."time", "session_event"."id" from "session_event"
  where ("session_event"."hostname" collate "POSIX" = "session"."hostname"
  and "session_event"."login_id" = "session"."login_id" and "session_event"."linked_login_id" is null and "session_event"."login_successful" is not false
  and (session_event.login_id in ('0x3e3', '0x3e4', '0x3e5', '0x3e6', '0x3e7') and session_event.uid in ('S-1-5-7', 'S-1-5-17', 'S-1-5-18', 'S-1-5-19', 'S-1-5-20')) is not true
  and "session_event"."time" >= "session"."started_at" and "session_event"."time" <= "session"."last_at"
  and ("session_event"."time", "session_event"."id") >= ("session"."started_at", "session"."start_id")
  and ("session_event"."time", "session_event"."id") <= ("session"."last_at", "session"."last_id")) and "session_event"."action" = $3 and "session_event"."time" <= $4 and "session_event"."time" >= locked_at
        and ("session_event"."time", "session_event"."id") > (locked_at, lock_id)
        order by "session_event"."time", "session_event"."id" limit 1) as unlocking(unlocked_at, unlock_id) on true
    where (("session"."started_at" <= $5 and "session"."over_at" > $6 and coalesce("session"."ended_at", 'infinity') > $7) and coalesce("session"."ended_at", '9999-12-31T23:59:59.999999Z') > $8 and "session"."started_at" < $9 and "session"."login_type" in ($10, $11) and ((("session"."user_name" like '%$' and "session"."user_domain" is distinct from "session"."hostname")
  or "session"."uid" in ('S-1-5-7', 'S-1-5-18', 'S-1-5-19', 'S-1-5-20')
  or "session"."uid" like any (array['S-1-5-80-%', 'S-1-5-82-%', 'S-1-5-83-%', 'S-1-5-90-%', 'S-1-5-96-%', 'S-1-5-111-%'])
  or ("session"."uid" is null and ("session"."user_domain" in ('NT AUTHORITY', 'NT SERVICE', 'WINDOW MANAGER',
    'FONT DRIVER HOST', 'IIS APPPOOL', 'NT VIRTUAL MACHINE') or ("session"."user_domain" is null and
    "session"."user_name" in ('system', 'local service', 'network service', 'anonymous logon')))))) is not true) and not ("session"."is_locked" and "session"."state_since" <= $12)
      and (locked_at is null or unlocked_at <= $13);
-- ["LOCK","2026-11-16T12:30:00.000000Z","UNLOCK","2026-11-16T12:30:00.000000Z","2026-11-16T12:30:00.000000Z","2026-11-16T12:30:00.000000Z","2026-11-16T12:30:00.000000Z","2026-11-16T12:30:00.000000Z","2026-11-16T11:30:00.000001Z","INTERACTIVE","RDP","2026-11-16T12:30:00.000000Z","2026-11-16T11:30:00.000000Z"]

fetch 1000 from each_row;
-- []

reset plan_cache_mode;
-- []

select exists (select from session_event e where e.hostname = a.hostname and e.action = 'LOCK'
        and e.time >= a.from_time and e.time < a.until_time) as locks
      from unnest($1::text[], $2::timestamptz[],
        $3::timestamptz[]) with ordinality as a(hostname, from_time, until_time, index)
      order by a.index;
-- ["{\"WS6\",\"WS3\",\"WS4\",\"RDP1\",\"RDP1\",\"WS5\"}","{\"2026-11-16T07:56:40.318226Z\",\"2026-11-16T08:12:58.377908Z\",\"2026-11-16T08:24:50.336170Z\",\"2026-11-16T08:40:11.882035Z\",\"2026-11-16T10:14:07.418830Z\",\"2026-11-16T10:21:09.730112Z\"}","{\"2026-11-16T12:30:00.000001Z\",\"2026-11-16T12:30:00.000001Z\",\"2026-11-16T12:30:00.000001Z\",\"2026-11-16T12:30:00.000001Z\",\"2026-11-16T12:30:00.000001Z\",\"2026-11-16T12:30:00.000001Z\"}"]
