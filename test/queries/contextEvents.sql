(select 0 as list_index, x.* from (select "hostname", "time", "id", "kind", "login_id", "user", "user_name", "user_domain", "src_ip", "source_id", "ingested_at" from "context_event" where ("context_event"."hostname" collate "POSIX" = $1
  and "context_event"."login_id" = $2
  and "context_event"."time" >= $3::timestamptz and "context_event"."time" <= $4::timestamptz) order by "context_event"."time" asc, "context_event"."id" asc limit $5) x) union all (select 1 as list_index, x.* from (select "hostname", "time", "id", "kind", "login_id", "user", "user_name", "user_domain", "src_ip", "source_id", "ingested_at" from "context_event" where ("context_event"."hostname" collate "POSIX" = $6
  and "context_event"."login_id" = $7
  and "context_event"."time" >= $8::timestamptz and "context_event"."time" <= $9::timestamptz) order by "context_event"."time" asc, "context_event"."id" asc limit $10) x) union all (select 2 as list_index, x.* from (select "hostname", "time", "id", "kind", "login_id", "user", "user_name", "user_domain", "src_ip", "source_id", "ingested_at" from "context_event" where ("context_event"."hostname" collate "POSIX" = $11
  and "context_event"."login_id" = $12
  and "context_event"."time" >= $13::timestamptz and "context_event"."time" <= $14::timestamptz) order by "context_event"."time" asc, "context_event"."id" asc limit $15) x);
-- ["RDP1","0x1a2b30","2026-11-16T12:47:29.406118Z","2026-11-16T12:47:31.880420Z",51,"RDP1","0x1d4f2a","2026-11-16T10:14:07.418830Z","2026-11-16T13:40:41.002763Z",51,"RDP1","0x19c0e7","2026-11-16T08:40:11.882035Z","2026-11-16T16:31:52.690417Z",51]

(select 0 as list_index, x.* from (select count(*) from (select 1 as "one" from "context_event" where ("context_event"."hostname" collate "POSIX" = $1
  and "context_event"."login_id" = $2
  and "context_event"."time" >= $3::timestamptz and "context_event"."time" <= $4::timestamptz) limit $5) counted) x) union all (select 1 as list_index, x.* from (select count(*) from (select 1 as "one" from "context_event" where ("context_event"."hostname" collate "POSIX" = $6
  and "context_event"."login_id" = $7
  and "context_event"."time" >= $8::timestamptz and "context_event"."time" <= $9::timestamptz) limit $10) counted) x) union all (select 2 as list_index, x.* from (select count(*) from (select 1 as "one" from "context_event" where ("context_event"."hostname" collate "POSIX" = $11
  and "context_event"."login_id" = $12
  and "context_event"."time" >= $13::timestamptz and "context_event"."time" <= $14::timestamptz) limit $15) counted) x);
-- ["RDP1","0x1a2b30","2026-11-16T12:47:29.406118Z","2026-11-16T12:47:31.880420Z",10001,"RDP1","0x1d4f2a","2026-11-16T10:14:07.418830Z","2026-11-16T13:40:41.002763Z",10001,"RDP1","0x19c0e7","2026-11-16T08:40:11.882035Z","2026-11-16T16:31:52.690417Z",10001]

select "hostname", "login_id", "started_at", "start_id", "start_reason", "user", "user_domain", "user_name", "uid", "login_type", "src_ip", "src_ips", "ended_at", "end_reason", "end_id", "last_at", "last_id", "lock_count", "unlock_count", "reconnect_count", "is_locked", "state_since", "locked_us", "unlocked_us", "over_at", "duration_rank" from "session" where "session"."hostname" = $1 order by "session"."started_at" desc, "session"."start_id" desc limit $2;
-- ["RDP1",4]

select "hostname", "time", "id", "kind", "login_id", "user", "user_name", "user_domain", "src_ip", "source_id", "ingested_at" from "context_event" where ("context_event"."kind" in ($1, $2) and "context_event"."hostname" = $3) order by "context_event"."time" asc, "context_event"."id" asc limit $4;
-- ["HOST_START","HOST_STOP","RDP1",3]

select count(*) from (select 1 as "one" from "context_event" where ("context_event"."kind" in ($1, $2) and "context_event"."hostname" = $3) limit $4) counted;
-- ["HOST_START","HOST_STOP","RDP1",10001]
