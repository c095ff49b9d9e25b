(select 0 as list_index, x.* from (select count(*) from (select 1 as "one" from "context_event" where (context_event.hostname collate "POSIX" = $1
  and context_event.login_id in (select $2 union all select w.login_id from twin w where w.hostname = $3 and w.session_started_at = $4::timestamptz and w.session_start_id = $5::uuid)
  and context_event.time >= $6::timestamptz - interval '60 seconds'
  and exists (select from (select context_event.hostname, context_event.login_id, context_event.time, context_event.id) d
    cross join lateral (
    select w.session_started_at as started_at, w.session_start_id as start_id, 1 as rank from (
      select * from twin w where w.hostname = d.hostname and w.login_id = d.login_id
        and w.time <= d.time and (w.time, w.id) < (d.time, (left(d.id::text, 14) || '81ff-bfff-ffffffffffff')::uuid) and case when w.login_id in ('0x3e3', '0x3e4', '0x3e5', '0x3e6', '0x3e7') then coalesce(w.uid,
    session_event_login_uid(w.hostname, w.login_id, w.time, w.id), '') not in ('S-1-5-7', 'S-1-5-17', 'S-1-5-18', 'S-1-5-19', 'S-1-5-20') else true end
        order by w.time desc, w.id desc limit 1) w
      where (d.time, (left(d.id::text, 14) || '81ff-bfff-ffffffffffff')::uuid) < (w.until_at, w.until_id)
    union all
    select b.started_at, b.start_id, 2 from (
      select * from session b where b.login_id = d.login_id and b.hostname collate "POSIX" = d.hostname
        and b.started_at <= d.time and (b.started_at, b.start_id) <= (d.time, (left(d.id::text, 14) || '81ff-bfff-ffffffffffff')::uuid)
      order by b.started_at desc, b.start_id desc limit 1) b
      where case b.end_reason when 'LOGOUT' then (d.time, (left(d.id::text, 14) || '81ff-bfff-ffffffffffff')::uuid) < (b.ended_at, b.end_id)
        when 'HOST_RESTART' then d.time < b.ended_at
        when 'HOST_STOP' then d.time <= b.ended_at + interval '10 minutes' and not exists (select from context_event c
          where c.hostname = d.hostname and c.kind in ('HOST_START', 'HOST_STOP') and c.kind = 'HOST_START'
            and c.time > b.ended_at and c.time <= d.time)
        else true end
    order by rank limit 1) k where k.started_at = $7::timestamptz and k.start_id = $8::uuid and case when d.login_id in ('0x3e3', '0x3e4', '0x3e5', '0x3e6', '0x3e7') then coalesce(null::text,
    session_event_login_uid(d.hostname, d.login_id, d.time, d.id), '') not in ('S-1-5-7', 'S-1-5-17', 'S-1-5-18', 'S-1-5-19', 'S-1-5-20') else true end)) limit $9) counted) x) union all (select 1 as list_index, x.* from (select count(*) from (select 1 as "one" from "context_event" where (context_event.hostname collate "POSIX" = $10
  and context_event.login_id in (select $11 union all select w.login_id from twin w where w.hostname = $12 and w.session_started_at = $13::timestamptz and w.session_start_id = $14::uuid)
  and context_event.time >= $15::timestamptz - interval '60 seconds'
  and exists (select from (select context_event.hostname, context_event.login_id, context_event.time, context_event.id) d
    cross join lateral (
    select w.session_started_at as started_at, w.session_start_id as start_id, 1 as rank from (
      select * from twin w where w.hostname = d.hostname and w.login_id = d.login_id
        and w.time <= d.time and (w.time, w.id) < (d.time, (left(d.id::text, 14) || '81ff-bfff-ffffffffffff')::uuid) and case when w.login_id in ('0x3e3', '0x3e4', '0x3e5', '0x3e6', '0x3e7') then coalesce(w.uid,
    session_event_login_uid(w.hostname, w.login_id, w.time, w.id), '') not in ('S-1-5-7', 'S-1-5-17', 'S-1-5-18', 'S-1-5-19', 'S-1-5-20') else true end
        order by w.time desc, w.id desc limit 1) w
      where (d.time, (left(d.id::text, 14) || '81ff-bfff-ffffffffffff')::uuid) < (w.until_at, w.until_id)
    union all
    select b.started_at, b.start_id, 2 from (
      select * from session b where b.login_id = d.login_id and b.hostname collate "POSIX" = d.hostname
        and b.started_at <= d.time and (b.started_at, b.start_id) <= (d.time, (left(d.id::text, 14) || '81ff-bfff-ffffffffffff')::uuid)
      order by b.started_at desc, b.start_id desc limit 1) b
      where case b.end_reason when 'LOGOUT' then (d.time, (left(d.id::text, 14) || '81ff-bfff-ffffffffffff')::uuid) < (b.ended_at, b.end_id)
        when 'HOST_RESTART' then d.time < b.ended_at
        when 'HOST_STOP' then d.time <= b.ended_at + interval '10 minutes' and not exists (select from context_event c
          where c.hostname = d.hostname and c.kind in ('HOST_START', 'HOST_STOP') and c.kind = 'HOST_START'
            and c.time > b.ended_at and c.time <= d.time)
        else true end
    order by rank limit 1) k where k.started_at = $16::timestamptz and k.start_id = $17::uuid and case when d.login_id in ('0x3e3', '0x3e4', '0x3e5', '0x3e6', '0x3e7') then coalesce(null::text,
    session_event_login_uid(d.hostname, d.login_id, d.time, d.id), '') not in ('S-1-5-7', 'S-1-5-17', 'S-1-5-18', 'S-1-5-19', 'S-1-5-20') else true end)) limit $18) counted) x) union all (select 2 as list_index, x.* from (select count(*) from (select 1 as "one" from "context_event" where (context_event.hostname collate "POSIX" = $19
  and context_event.login_id in (select $20 union all select w.login_id from twin w where w.hostname = $21 and w.session_started_at = $22::timestamptz and w.session_start_id = $23::uuid)
  and context_event.time >= $24::timestamptz - interval '60 seconds'
  and exists (select from (select context_event.hostname, context_event.login_id, context_event.time, context_event.id) d
    cross join lateral (
    select w.session_started_at as started_at, w.session_start_id as start_id, 1 as rank from (
      select * from twin w where w.hostname = d.hostname and w.login_id = d.login_id
        and w.time <= d.time and (w.time, w.id) < (d.time, (left(d.id::text, 14) || '81ff-bfff-ffffffffffff')::uuid) and case when w.login_id in ('0x3e3', '0x3e4', '0x3e5', '0x3e6', '0x3e7') then coalesce(w.uid,
    session_event_login_uid(w.hostname, w.login_id, w.time, w.id), '') not in ('S-1-5-7', 'S-1-5-17', 'S-1-5-18', 'S-1-5-19', 'S-1-5-20') else true end
        order by w.time desc, w.id desc limit 1) w
      where (d.time, (left(d.id::text, 14) || '81ff-bfff-ffffffffffff')::uuid) < (w.until_at, w.until_id)
    union all
    select b.started_at, b.start_id, 2 from (
      select * from session b where b.login_id = d.login_id and b.hostname collate "POSIX" = d.hostname
        and b.started_at <= d.time and (b.started_at, b.start_id) <= (d.time, (left(d.id::text, 14) || '81ff-bfff-ffffffffffff')::uuid)
      order by b.started_at desc, b.start_id desc limit 1) b
      where case b.end_reason when 'LOGOUT' then (d.time, (left(d.id::text, 14) || '81ff-bfff-ffffffffffff')::uuid) < (b.ended_at, b.end_id)
        when 'HOST_RESTART' then d.time < b.ended_at
        when 'HOST_STOP' then d.time <= b.ended_at + interval '10 minutes' and not exists (select from context_event c
          where c.hostname = d.hostname and c.kind in ('HOST_START', 'HOST_STOP') and c.kind = 'HOST_START'
            and c.time > b.ended_at and c.time <= d.time)
        else true end
    order by rank limit 1) k where k.started_at = $25::timestamptz and k.start_id = $26::uuid and case when d.login_id in ('0x3e3', '0x3e4', '0x3e5', '0x3e6', '0x3e7') then coalesce(null::text,
    session_event_login_uid(d.hostname, d.login_id, d.time, d.id), '') not in ('S-1-5-7', 'S-1-5-17', 'S-1-5-18', 'S-1-5-19', 'S-1-5-20') else true end)) limit $27) counted) x);
-- ["RDP1","0x1a2b30","RDP1","2026-11-16T12:47:29.406118Z","00000002-e8b2-8175-b541-12706259b3ff","2026-11-16T12:47:29.406118Z","2026-11-16T12:47:29.406118Z","00000002-e8b2-8175-b541-12706259b3ff",10001,"RDP1","0x1d4f2a","RDP1","2026-11-16T10:14:07.418830Z","00000002-e8af-8108-89a0-e24a42cc4905","2026-11-16T10:14:07.418830Z","2026-11-16T10:14:07.418830Z","00000002-e8af-8108-89a0-e24a42cc4905",10001,"RDP1","0x19c0e7","RDP1","2026-11-16T08:40:11.882035Z","00000002-e888-8165-88f2-ea69a0f29fea","2026-11-16T08:40:11.882035Z","2026-11-16T08:40:11.882035Z","00000002-e888-8165-88f2-ea69a0f29fea",10001]

select "hostname", "login_id", "started_at", "start_id", "start_reason", "user", "user_domain", "user_name", "uid", "login_type", "src_ip", "src_ips", "ended_at", "end_reason", "end_id", "last_at", "last_id", "lock_count", "unlock_count", "reconnect_count", "own_last_at", "state", "state_since", "fold_state", "is_diverted", "over_at", "duration_rank" from "session" where "session"."hostname" = $1
    and ("session"."started_at", "session"."start_id") > ($2::timestamptz, $3::uuid)
    and ("session"."started_at", "session"."start_id") < ($4::timestamptz, $5::uuid) 
    order by "session"."started_at" desc, "session"."start_id" desc limit $6;
-- ["RDP1","-infinity","00000000-0000-0000-0000-000000000000","infinity","00000000-0000-0000-0000-000000000000",4]

select "hostname", "time", "id", "kind", "login_id", "user", "user_name", "user_domain", "src_ip", "source_id", "ingested_at" from "context_event" where ("context_event"."kind" in ($1, $2) and "context_event"."hostname" = $3) order by "context_event"."time" asc, "context_event"."id" asc limit $4;
-- ["HOST_START","HOST_STOP","RDP1",3]

select count(*) from (select 1 as "one" from "context_event" where ("context_event"."kind" in ($1, $2) and "context_event"."hostname" = $3) limit $4) counted;
-- ["HOST_START","HOST_STOP","RDP1",10001]

select s.index as list_index, listed.* from unnest($1::text[], $2::text[], $3::timestamptz[], $4::uuid[], $5::timestamptz[], $6::uuid[]) with ordinality as "s"("hostname", "login_id", "started_at", "start_id", "last_at", "last_id", "index")
    cross join lateral (select "hostname", "time", "id", "kind", "login_id", "user", "user_name", "user_domain", "src_ip", "source_id", "ingested_at" from (select context_event.* from (select s.login_id union select w.login_id from twin w where w.hostname = s.hostname and w.session_started_at = s.started_at and w.session_start_id = s.start_id) p(login_id)
  join context_event on context_event.hostname collate "POSIX" = s.hostname and context_event.login_id = p.login_id
    and context_event.time >= s.started_at - interval '60 seconds'
  and exists (select from (select context_event.hostname, context_event.login_id, context_event.time, context_event.id) d
    cross join lateral (
    select w.session_started_at as started_at, w.session_start_id as start_id, 1 as rank from (
      select * from twin w where w.hostname = d.hostname and w.login_id = d.login_id
        and w.time <= d.time and (w.time, w.id) < (d.time, (left(d.id::text, 14) || '81ff-bfff-ffffffffffff')::uuid) and case when w.login_id in ('0x3e3', '0x3e4', '0x3e5', '0x3e6', '0x3e7') then coalesce(w.uid,
    session_event_login_uid(w.hostname, w.login_id, w.time, w.id), '') not in ('S-1-5-7', 'S-1-5-17', 'S-1-5-18', 'S-1-5-19', 'S-1-5-20') else true end
        order by w.time desc, w.id desc limit 1) w
      where (d.time, (left(d.id::text, 14) || '81ff-bfff-ffffffffffff')::uuid) < (w.until_at, w.until_id)
    union all
    select b.started_at, b.start_id, 2 from (
      select * from session b where b.login_id = d.login_id and b.hostname collate "POSIX" = d.hostname
        and b.started_at <= d.time and (b.started_at, b.start_id) <= (d.time, (left(d.id::text, 14) || '81ff-bfff-ffffffffffff')::uuid)
      order by b.started_at desc, b.start_id desc limit 1) b
      where case b.end_reason when 'LOGOUT' then (d.time, (left(d.id::text, 14) || '81ff-bfff-ffffffffffff')::uuid) < (b.ended_at, b.end_id)
        when 'HOST_RESTART' then d.time < b.ended_at
        when 'HOST_STOP' then d.time <= b.ended_at + interval '10 minutes' and not exists (select from context_event c
          where c.hostname = d.hostname and c.kind in ('HOST_START', 'HOST_STOP') and c.kind = 'HOST_START'
            and c.time > b.ended_at and c.time <= d.time)
        else true end
    order by rank limit 1) k where k.started_at = s.started_at and k.start_id = s.start_id and case when d.login_id in ('0x3e3', '0x3e4', '0x3e5', '0x3e6', '0x3e7') then coalesce(null::text,
    session_event_login_uid(d.hostname, d.login_id, d.time, d.id), '') not in ('S-1-5-7', 'S-1-5-17', 'S-1-5-18', 'S-1-5-19', 'S-1-5-20') else true end)) context_event
      where ("context_event"."time", "context_event"."id") > ($7::timestamptz, $8::uuid)
    and ("context_event"."time", "context_event"."id") < ($9::timestamptz, $10::uuid)
      order by time asc, id asc limit $11) listed
    order by s.index, listed.time asc, listed.id asc;
-- ["{\"RDP1\",\"RDP1\",\"RDP1\"}","{\"0x1a2b30\",\"0x1d4f2a\",\"0x19c0e7\"}","{\"2026-11-16T12:47:29.406118Z\",\"2026-11-16T10:14:07.418830Z\",\"2026-11-16T08:40:11.882035Z\"}","{\"00000002-e8b2-8175-b541-12706259b3ff\",\"00000002-e8af-8108-89a0-e24a42cc4905\",\"00000002-e888-8165-88f2-ea69a0f29fea\"}","{\"2026-11-16T12:47:31.880420Z\",\"2026-11-16T13:40:41.002763Z\",\"2026-11-16T16:31:52.690417Z\"}","{\"00000002-e8b8-85bd-9645-23454a3ee5c8\",\"00000002-e8bb-8519-a0df-e5ee3b57d360\",\"00000002-e8be-854d-8aab-7b2493b66b50\"}","-infinity","00000000-0000-0000-0000-000000000000","infinity","00000000-0000-0000-0000-000000000000",51]
