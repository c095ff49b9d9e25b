
    select (select e.action from session_event e
        where e.login_id = m.login_id and e.hostname collate "POSIX" = m.hostname and e.time >= m.started_at and e.time <= m.at
          and e.time >= $1 and e.time <= $2
          and (e.time, e.id) >= (m.started_at, m.start_id) and e.action in ('LOCK', 'UNLOCK') and (e.login_id in ('0x3e3', '0x3e4', '0x3e5', '0x3e6', '0x3e7') and e.uid in ('S-1-5-7', 'S-1-5-17', 'S-1-5-18', 'S-1-5-19', 'S-1-5-20')) is not true
        order by e.time desc, e.id desc limit 1) as action
    from unnest($3::text[], $4::text[],
        $5::timestamptz[], $6::uuid[],
        $7::timestamptz[]) with ordinality as m(hostname, login_id, started_at, start_id, at, index)
    order by m.index;
-- ["2026-11-16T08:01:15.204117Z","2026-11-16T11:00:00.000000Z",["WS4","WS2"],["0x9d2c8","0x8a1f0"],["2026-11-16T08:24:50.336170Z","2026-11-16T08:01:15.204117Z"],["00000000-6b4d-8163-8a49-681f6b7add23","00000000-ef62-811e-ad03-349587a15762"],["2026-11-16T11:00:00.000000Z","2026-11-16T11:00:00.000000Z"]]

reset plan_cache_mode;
-- []

reset plan_cache_mode;
-- []

select "hostname", "login_id", "started_at", "start_id", "start_reason", "user", "user_domain", "user_name", "uid", "login_type", "src_ip", "src_ips", "ended_at", "end_reason", "end_id", "last_at", "last_id", "lock_count", "unlock_count", "reconnect_count", "is_locked", "state_since", "locked_us", "unlocked_us", "over_at", "duration_rank" from "session" where (("session"."started_at" <= $1 and "session"."over_at" > $2 and coalesce("session"."ended_at", 'infinity') > $3) and ((("session"."user_name" like '%$' and "session"."user_domain" is distinct from "session"."hostname")
  or "session"."uid" in ('S-1-5-7', 'S-1-5-18', 'S-1-5-19', 'S-1-5-20')
  or "session"."uid" like any (array['S-1-5-80-%', 'S-1-5-82-%', 'S-1-5-83-%', 'S-1-5-90-%', 'S-1-5-96-%', 'S-1-5-111-%'])
  or ("session"."uid" is null and ("session"."user_domain" in ('NT AUTHORITY', 'NT SERVICE', 'WINDOW MANAGER',
    'FONT DRIVER HOST', 'IIS APPPOOL', 'NT VIRTUAL MACHINE') or ("session"."user_domain" is null and
    "session"."user_name" in ('system', 'local service', 'network service', 'anonymous logon')))))) is not true) order by "session"."duration_rank" desc, "session"."start_id" desc limit $4;
-- ["2026-11-16T11:00:00.000000Z","2026-11-16T11:00:00.000000Z","2026-11-16T11:00:00.000000Z",4]

select "hostname", "time", "id", "action", "login_id", "uid", "user", "user_name", "user_domain", "login_type", "login_successful", "linked_login_id", "src_ip", "src_port", "dest_ip", "dest_port", "source_id", "ingested_at" from "session_event" where (("session_event"."hostname" = $1 and "session_event"."time" = $2 and "session_event"."id" = $3::uuid) or ("session_event"."hostname" = $4 and "session_event"."time" = $5 and "session_event"."id" = $6::uuid));
-- ["WS2","2026-11-16T17:04:36.700284Z","00000000-ef71-8586-baef-dca839fa2b43","WS3","2026-11-16T16:58:20.045671Z","00000000-84a4-859e-9daa-2497a67a00b9"]

select count(*) from (select 1 as "one" from "session" where (("session"."started_at" <= $1 and "session"."over_at" > $2 and coalesce("session"."ended_at", 'infinity') > $3) and ((("session"."user_name" like '%$' and "session"."user_domain" is distinct from "session"."hostname")
  or "session"."uid" in ('S-1-5-7', 'S-1-5-18', 'S-1-5-19', 'S-1-5-20')
  or "session"."uid" like any (array['S-1-5-80-%', 'S-1-5-82-%', 'S-1-5-83-%', 'S-1-5-90-%', 'S-1-5-96-%', 'S-1-5-111-%'])
  or ("session"."uid" is null and ("session"."user_domain" in ('NT AUTHORITY', 'NT SERVICE', 'WINDOW MANAGER',
    'FONT DRIVER HOST', 'IIS APPPOOL', 'NT VIRTUAL MACHINE') or ("session"."user_domain" is null and
    "session"."user_name" in ('system', 'local service', 'network service', 'anonymous logon')))))) is not true) limit $4) counted;
-- ["2026-11-16T11:00:00.000000Z","2026-11-16T11:00:00.000000Z","2026-11-16T11:00:00.000000Z",10001]

select s.index as list_index, listed.* from unnest($1::text[],
      $2::text[], $3::timestamptz[],
      $4::uuid[], $5::timestamptz[],
      $6::timestamptz[], $7::uuid[])
      with ordinality as s(hostname, login_id, started_at, start_id, ended_at, last_at, last_id, index)
    cross join lateral (select * from ((select "hostname", "time", "id", "action", "login_id", "uid", "user", "user_name", "user_domain", "login_type", "login_successful", "linked_login_id", "src_ip", "src_port", "dest_ip", "dest_port", "source_id", "ingested_at" from "session_event" where ("session_event"."hostname" collate "POSIX" = s.hostname
  and "session_event"."login_id" = s.login_id and "session_event"."linked_login_id" is null and "session_event"."login_successful" is not false
  and (session_event.login_id in ('0x3e3', '0x3e4', '0x3e5', '0x3e6', '0x3e7') and session_event.uid in ('S-1-5-7', 'S-1-5-17', 'S-1-5-18', 'S-1-5-19', 'S-1-5-20')) is not true
  and "session_event"."time" >= s.started_at and "session_event"."time" <= s.last_at
  and ("session_event"."time", "session_event"."id") >= (s.started_at, s.start_id)
  and ("session_event"."time", "session_event"."id") <= (s.last_at, s.last_id))
    and "session_event"."time" >= $8 and "session_event"."time" <= $9
    
    
    order by time desc, id desc limit $10) union all (select "hostname", "time", "id", "action", "login_id", "uid", "user", "user_name", "user_domain", "login_type", "login_successful", "linked_login_id", "src_ip", "src_port", "dest_ip", "dest_port", "source_id", "ingested_at" from "session_event" where ("session_event"."hostname" collate "POSIX" = s.hostname
  and "session_event"."linked_login_id" = s.login_id and "session_event"."login_successful" is true
  and "session_event"."time" >= s.started_at and "session_event"."time" <= s.ended_at)
    and "session_event"."time" >= $11 and "session_event"."time" <= $12
    
    
    order by time desc, id desc limit $13)) parts
      order by time desc, id desc limit $14) listed
    order by s.index, listed.time desc, listed.id desc;
-- ["{\"WS4\",\"WS2\",\"WS3\"}","{\"0x9d2c8\",\"0x8a1f0\",\"0x7b330\"}","{\"2026-11-16T08:24:50.336170Z\",\"2026-11-16T08:01:15.204117Z\",\"2026-11-16T08:12:58.377908Z\"}","{\"00000000-6b4d-8163-8a49-681f6b7add23\",\"00000000-ef62-811e-ad03-349587a15762\",\"00000000-84a1-8127-94fa-0863f72a3252\"}","{\"infinity\",\"2026-11-16T17:04:36.700284Z\",\"2026-11-16T16:58:20.045671Z\"}","{\"2026-11-16T17:21:08.914402Z\",\"2026-11-16T17:04:36.700284Z\",\"2026-11-16T16:58:20.045671Z\"}","{\"00000000-6b50-82d8-bd8e-3794bbbb00ee\",\"00000000-ef71-8586-baef-dca839fa2b43\",\"00000000-84a4-859e-9daa-2497a67a00b9\"}","2026-11-16T08:01:15.204117Z","2026-11-16T17:21:08.914402Z",3,"2026-11-16T08:01:15.204117Z","infinity",3,3]
