select "hostname", "time", "id", "action", "login_id", "uid", "user", "user_name", "user_domain", "login_type", "login_successful", "linked_login_id", "src_ip", "src_port", "dest_ip", "dest_port", "src_hostname", "source_id", "ingested_at" from "session_event" where "session_event"."time" >= $1 order by "session_event"."time" asc, "session_event"."id" asc limit $2;
-- ["2026-11-16T07:50:00.000000Z",41]

select "hostname", "time", "id", "action", "login_id", "uid", "user", "user_name", "user_domain", "login_type", "login_successful", "linked_login_id", "src_ip", "src_port", "dest_ip", "dest_port", "src_hostname", "source_id", "ingested_at" from "session_event" where (("session_event"."hostname" = $1 and "session_event"."time" = $2 and "session_event"."id" = $3::uuid) or ("session_event"."hostname" = $4 and "session_event"."time" = $5 and "session_event"."id" = $6::uuid) or ("session_event"."hostname" = $7 and "session_event"."time" = $8 and "session_event"."id" = $9::uuid) or ("session_event"."hostname" = $10 and "session_event"."time" = $11 and "session_event"."id" = $12::uuid) or ("session_event"."hostname" = $13 and "session_event"."time" = $14 and "session_event"."id" = $15::uuid) or ("session_event"."hostname" = $16 and "session_event"."time" = $17 and "session_event"."id" = $18::uuid) or ("session_event"."hostname" = $19 and "session_event"."time" = $20 and "session_event"."id" = $21::uuid) or ("session_event"."hostname" = $22 and "session_event"."time" = $23 and "session_event"."id" = $24::uuid) or ("session_event"."hostname" = $25 and "session_event"."time" = $26 and "session_event"."id" = $27::uuid) or ("session_event"."hostname" = $28 and "session_event"."time" = $29 and "session_event"."id" = $30::uuid));
-- ["WS6","2026-11-16T07:56:40.318226Z","00000000-3c10-8148-aff5-01c4a95f1bc3","FS1","2026-11-16T07:58:41.506118Z","0000000b-04eb-81f4-962c-eb55c1483486","WS2","2026-11-16T08:01:15.204117Z","00000000-ef62-811e-ad03-349587a15762","WS3","2026-11-16T08:12:58.377908Z","00000000-84a1-8127-94fa-0863f72a3252","FS1","2026-11-16T08:15:02.030500Z","0000000b-04f1-81b1-84af-9fe256acfa0e","WS4","2026-11-16T08:24:50.336170Z","00000000-6b4d-8163-8a49-681f6b7add23","FS1","2026-11-16T08:33:27.719345Z","0000000b-04f7-8166-9371-b19c38f67a16","RDP1","2026-11-16T08:40:11.882035Z","00000002-e888-8165-88f2-ea69a0f29fea","APP1","2026-11-12T16:40:33.208814Z","00000001-5997-812a-8bd3-96db104458aa","WS6","2026-11-16T09:12:05.740019Z","00000000-3c13-81ef-b769-7ce7aa944280"]

select e.index::text as index, s.* from unnest(
        $1::text[], $2::text[],
        $3::timestamptz[], $4::uuid[],
        $5::text[], $6::text[],
        $7::text[],
        $8::boolean[])
      with ordinality as e(hostname, login_id, time, id, action, uid, linked_login_id, login_successful, index)
      cross join lateral (select s.* from (
    select w.session_started_at as started_at, w.session_start_id as start_id, 1 as rank from (select * from twin w where w.hostname = e.hostname and w.login_id = e.login_id
  and w.time <= e.time and (w.time, w.id) <= (e.time, e.id) and case when w.login_id in ('0x3e3', '0x3e4', '0x3e5', '0x3e6', '0x3e7') then coalesce(w.uid,
    session_event_login_uid(w.hostname, w.login_id, w.time, w.id), '') not in ('S-1-5-7', 'S-1-5-17', 'S-1-5-18', 'S-1-5-19', 'S-1-5-20') else true end
  order by w.time desc, w.id desc limit 1) w
      where (e.time, e.id) = (w.time, w.id)
        or (e.action <> 'LOGIN' and (e.time, e.id) < (w.until_at, w.until_id) and case when e.login_id in ('0x3e3', '0x3e4', '0x3e5', '0x3e6', '0x3e7') then coalesce(e.uid,
    session_event_login_uid(e.hostname, e.login_id, e.time, e.id), '') not in ('S-1-5-7', 'S-1-5-17', 'S-1-5-18', 'S-1-5-19', 'S-1-5-20') else true end)
    union all
    select began.started_at, began.start_id, 2 from (
      select b.started_at, b.start_id, b.last_at, b.last_id from session b
      where b.login_id = e.login_id and b.hostname collate "POSIX" = e.hostname
        and b.started_at <= e.time and (b.started_at, b.start_id) <= (e.time, e.id)
      order by b.started_at desc, b.start_id desc limit 1) began
      where (e.time, e.id) <= (began.last_at, began.last_id) and e.login_id is not null and e.linked_login_id is null and e.login_successful is not false and case when e.login_id in ('0x3e3', '0x3e4', '0x3e5', '0x3e6', '0x3e7') then coalesce(e.uid,
    session_event_login_uid(e.hostname, e.login_id, e.time, e.id), '') not in ('S-1-5-7', 'S-1-5-17', 'S-1-5-18', 'S-1-5-19', 'S-1-5-20') else true end
    order by rank limit 1) k
  join session s on s.hostname = e.hostname and s.started_at = k.started_at and s.start_id = k.start_id) s where e.login_id is not null;
-- ["{\"WS6\",\"WS2\",\"FS1\",\"FS1\",\"WS2\",\"WS3\",\"WS3\",\"FS1\",\"FS1\",\"WS4\",\"FS1\",\"FS1\",\"RDP1\",\"FS1\",\"FS1\",\"APP1\",\"FS1\",\"WS6\",\"WS6\",\"FS1\",\"FS1\",\"FS1\",\"FS1\",\"FS1\",\"FS1\",\"FS1\",\"FS1\",\"FS1\",\"WS2\",\"RDP1\",\"RDP1\",\"RDP1\",\"RDP1\",\"RDP1\",\"RDP1\",\"RDP1\",\"RDP1\",\"RDP1\",\"RDP1\",\"RDP1\"}","{\"0x63a90\",\"0x3e7\",\"0x51c20\",\"0x51c20\",\"0x8a1f0\",NULL,\"0x7b330\",\"0x5f0a1\",\"0x5f0a1\",\"0x9d2c8\",\"0x5f7d4\",\"0x5f7d4\",\"0x19c0e7\",NULL,NULL,\"0x77d0e\",NULL,\"0x66b04\",\"0x66b04\",NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,\"0x8a1f0\",NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL}","{\"2026-11-16T07:56:40.318226Z\",\"2026-11-16T07:58:03.118240Z\",\"2026-11-16T07:58:41.506118Z\",\"2026-11-16T07:58:53.240967Z\",\"2026-11-16T08:01:15.204117Z\",\"2026-11-16T08:12:44.910453Z\",\"2026-11-16T08:12:58.377908Z\",\"2026-11-16T08:15:02.030500Z\",\"2026-11-16T08:15:12.000100Z\",\"2026-11-16T08:24:50.336170Z\",\"2026-11-16T08:33:27.719345Z\",\"2026-11-16T08:33:39.884002Z\",\"2026-11-16T08:40:11.882035Z\",\"2026-11-16T09:00:00.210334Z\",\"2026-11-16T09:05:00.211311Z\",\"2026-11-16T09:05:27.013458Z\",\"2026-11-16T09:10:00.212288Z\",\"2026-11-16T09:12:05.740019Z\",\"2026-11-16T09:12:15.903377Z\",\"2026-11-16T09:15:00.213265Z\",\"2026-11-16T09:20:00.214242Z\",\"2026-11-16T09:25:00.215219Z\",\"2026-11-16T09:30:00.216196Z\",\"2026-11-16T09:35:00.217173Z\",\"2026-11-16T09:40:00.218150Z\",\"2026-11-16T09:45:00.219127Z\",\"2026-11-16T09:50:00.220104Z\",\"2026-11-16T09:55:00.221081Z\",\"2026-11-16T09:58:31.660902Z\",\"2026-11-16T10:02:07.120408Z\",\"2026-11-16T10:03:07.128327Z\",\"2026-11-16T10:04:07.136246Z\",\"2026-11-16T10:05:07.144165Z\",\"2026-11-16T10:06:07.152084Z\",\"2026-11-16T10:07:07.160003Z\",\"2026-11-16T10:08:07.167922Z\",\"2026-11-16T10:09:07.175841Z\",\"2026-11-16T10:10:07.183760Z\",\"2026-11-16T10:11:07.191679Z\",\"2026-11-16T10:12:07.199598Z\"}","{\"00000000-3c10-8148-aff5-01c4a95f1bc3\",\"00000000-ef5f-8144-a4fa-d239932d2c76\",\"0000000b-04eb-81f4-962c-eb55c1483486\",\"0000000b-04ee-8586-bfe2-2c62a7733c45\",\"00000000-ef62-811e-ad03-349587a15762\",\"00000000-849e-80f7-9e0d-61864e8578da\",\"00000000-84a1-8127-94fa-0863f72a3252\",\"0000000b-04f1-81b1-84af-9fe256acfa0e\",\"0000000b-04f4-8567-b387-401ce64ff5cd\",\"00000000-6b4d-8163-8a49-681f6b7add23\",\"0000000b-04f7-8166-9371-b19c38f67a16\",\"0000000b-04fa-85fa-82a2-6f17383ccc77\",\"00000002-e888-8165-88f2-ea69a0f29fea\",\"0000000b-04fd-8044-a3fe-88ac8b53365b\",\"0000000b-0500-8080-808a-3e7d22f8685a\",\"00000001-599d-856a-92a1-c7fe217dff77\",\"0000000b-0503-8024-b035-5c28900cd1c0\",\"00000000-3c13-81ef-b769-7ce7aa944280\",\"00000000-3c16-8519-9c89-4344abc8f92c\",\"0000000b-0506-8017-9171-3b559783aeda\",\"0000000b-0509-80a5-878b-2116eef0c40e\",\"0000000b-050c-8029-85a8-bd4888026736\",\"0000000b-050f-8058-8be8-8e3454bc9ffe\",\"0000000b-0512-8010-8d23-32c6ccc76a60\",\"0000000b-0515-802c-8c1f-80a82bb82947\",\"0000000b-0518-8022-886d-857cf91c36c8\",\"0000000b-051b-803d-8435-853683090752\",\"0000000b-051e-80f3-9f20-05547cae783f\",\"00000000-ef65-829a-bf6d-5e9fc82d09ec\",\"00000002-e88b-80cc-b75c-d0df6472809d\",\"00000002-e88e-80fe-aaac-90198e93a238\",\"00000002-e891-8029-a926-8c94b761a35e\",\"00000002-e894-80fb-bf6b-159ac67ac62f\",\"00000002-e897-80d7-94b6-832ac1ad048f\",\"00000002-e89a-8006-9c95-bf8db27ce527\",\"00000002-e89d-8054-9411-9fb02cb38ca9\",\"00000002-e8a0-8032-9520-12ec09f3913f\",\"00000002-e8a3-80e9-b824-203d9053b5f7\",\"00000002-e8a6-8042-995b-71271b4e55fd\",\"00000002-e8a9-8088-aa0d-24789fa3dc4b\"}","{\"LOGIN\",\"LOGIN\",\"LOGIN\",\"LOGOUT\",\"LOGIN\",\"LOGIN\",\"LOGIN\",\"LOGIN\",\"LOGOUT\",\"LOGIN\",\"LOGIN\",\"LOGOUT\",\"LOGIN\",\"LOGIN\",\"LOGIN\",\"LOGOUT\",\"LOGIN\",\"LOGIN\",\"LOGOUT\",\"LOGIN\",\"LOGIN\",\"LOGIN\",\"LOGIN\",\"LOGIN\",\"LOGIN\",\"LOGIN\",\"LOGIN\",\"LOGIN\",\"LOCK\",\"LOGIN\",\"LOGIN\",\"LOGIN\",\"LOGIN\",\"LOGIN\",\"LOGIN\",\"LOGIN\",\"LOGIN\",\"LOGIN\",\"LOGIN\",\"LOGIN\"}","{\"S-1-5-21-2893471160-1541627398-3308417729-1001\",\"S-1-5-18\",\"S-1-5-21-1004336348-1177238915-682003330-1602\",\"S-1-5-21-1004336348-1177238915-682003330-1602\",\"S-1-5-21-1004336348-1177238915-682003330-1104\",NULL,\"S-1-5-21-1004336348-1177238915-682003330-1105\",\"S-1-5-21-1004336348-1177238915-682003330-1104\",\"S-1-5-21-1004336348-1177238915-682003330-1104\",\"S-1-5-21-1004336348-1177238915-682003330-1110\",\"S-1-5-21-1004336348-1177238915-682003330-1105\",\"S-1-5-21-1004336348-1177238915-682003330-1105\",\"S-1-5-21-1004336348-1177238915-682003330-1109\",NULL,NULL,\"S-1-5-21-1004336348-1177238915-682003330-1131\",NULL,\"S-1-5-7\",\"S-1-5-7\",NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,\"S-1-5-21-1004336348-1177238915-682003330-1104\",NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL}","{NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL}","{true,true,true,NULL,true,false,true,true,NULL,true,true,NULL,true,false,false,NULL,false,true,NULL,false,false,false,false,false,false,false,false,false,NULL,false,false,false,false,false,false,false,false,false,false,false}"]

select s.index::text as index, (case s.end_reason when 'LOGOUT' then s.ended_at when 'SUPERSEDED' then s.own_last_at
  else greatest(s.own_last_at, least(s.ended_at,
    coalesce((select a.until_at from host_activity a where a.hostname = s.hostname and a.from_at <= s.own_last_at order by a.from_at desc limit 1), s.own_last_at),
    case when s.end_reason = 'HOST_RESTART' then (select c.last_fact_at from context_event c where c.hostname = s.hostname
      and c.kind in ('HOST_START', 'HOST_STOP') and c.kind = 'HOST_START' and c.time = s.ended_at order by c.id limit 1) end)) end)::text as time from unnest($1::text[],
        $2::timestamptz[], $3::timestamptz[],
        $4::text[]) with ordinality as s(hostname, own_last_at, ended_at, end_reason, index);
-- ["{\"WS6\",\"FS1\",\"FS1\",\"WS2\",\"WS3\",\"FS1\",\"FS1\",\"WS4\",\"FS1\",\"FS1\",\"RDP1\",\"APP1\",\"WS6\",\"WS6\",\"WS2\"}","{\"2026-11-16T16:03:28.490733Z\",\"2026-11-16T07:58:53.240967Z\",\"2026-11-16T07:58:53.240967Z\",\"2026-11-16T17:04:36.700284Z\",\"2026-11-16T16:58:20.045671Z\",\"2026-11-16T08:15:12.000100Z\",\"2026-11-16T08:15:12.000100Z\",\"2026-11-16T17:21:08.914402Z\",\"2026-11-16T08:33:39.884002Z\",\"2026-11-16T08:33:39.884002Z\",\"2026-11-16T16:31:52.690417Z\",\"2026-11-16T09:05:27.013458Z\",\"2026-11-16T09:12:15.903377Z\",\"2026-11-16T09:12:15.903377Z\",\"2026-11-16T17:04:36.700284Z\"}","{\"2026-11-16T16:03:28.490733Z\",\"2026-11-16T07:58:53.240967Z\",\"2026-11-16T07:58:53.240967Z\",\"2026-11-16T17:04:36.700284Z\",\"2026-11-16T16:58:20.045671Z\",\"2026-11-16T08:15:12.000100Z\",\"2026-11-16T08:15:12.000100Z\",NULL,\"2026-11-16T08:33:39.884002Z\",\"2026-11-16T08:33:39.884002Z\",\"2026-11-16T16:31:52.690417Z\",\"2026-11-16T09:05:27.013458Z\",\"2026-11-16T09:12:15.903377Z\",\"2026-11-16T09:12:15.903377Z\",\"2026-11-16T17:04:36.700284Z\"}","{\"LOGOUT\",\"LOGOUT\",\"LOGOUT\",\"LOGOUT\",\"LOGOUT\",\"LOGOUT\",\"LOGOUT\",NULL,\"LOGOUT\",\"LOGOUT\",\"LOGOUT\",\"LOGOUT\",\"LOGOUT\",\"LOGOUT\",\"LOGOUT\"}"]

select s.index::text as index, f.fact, f.time::text as time, f.position as id from unnest($1::text[],
        $2::text[], $3::timestamptz[],
        $4::uuid[], $5::timestamptz[],
        $6::uuid[], $7::timestamptz[])
      with ordinality as s(hostname, login_id, started_at, start_id, last_at, last_id, ended_at, index)
      cross join lateral (select "session_event"."action" as fact, "session_event"."time", "session_event"."id" as position from "session_event"
    where ("session_event"."hostname" collate "POSIX" = s.hostname
  and "session_event"."login_id" = s.login_id and session_event.login_id is not null and session_event.linked_login_id is null and session_event.login_successful is not false and case when session_event.login_id in ('0x3e3', '0x3e4', '0x3e5', '0x3e6', '0x3e7') then coalesce(session_event.uid,
    session_event_login_uid(session_event.hostname, session_event.login_id, session_event.time, session_event.id), '') not in ('S-1-5-7', 'S-1-5-17', 'S-1-5-18', 'S-1-5-19', 'S-1-5-20') else true end
  and "session_event"."time" >= s.started_at and "session_event"."time" <= s.last_at
  and ("session_event"."time", "session_event"."id") >= (s.started_at, s.start_id)
  and ("session_event"."time", "session_event"."id") <= (s.last_at, s.last_id)
  and not (session_event.action <> 'LOGIN' and exists (
  select from (select * from twin w where w.hostname = session_event.hostname and w.login_id = session_event.login_id
  and w.time <= session_event.time and (w.time, w.id) <= (session_event.time, session_event.id) and case when w.login_id in ('0x3e3', '0x3e4', '0x3e5', '0x3e6', '0x3e7') then coalesce(w.uid,
    session_event_login_uid(w.hostname, w.login_id, w.time, w.id), '') not in ('S-1-5-7', 'S-1-5-17', 'S-1-5-18', 'S-1-5-19', 'S-1-5-20') else true end
  order by w.time desc, w.id desc limit 1) w where (session_event.time, session_event.id) < (w.until_at, w.until_id)))) and "session_event"."action" in ('LOCK', 'UNLOCK', 'RECONNECT') and "session_event"."time" <= s.ended_at
  union all
  select 'DISCONNECT', d.time, d.position from (select d.time, (left(d.id::text, 14) || '81ff-bfff-ffffffffffff')::uuid as position from context_event d
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
    order by rank limit 1) k
  where d.hostname collate "POSIX" = s.hostname and d.login_id = s.login_id and d.time >= s.started_at
    and k.started_at = s.started_at and k.start_id = s.start_id and case when d.login_id in ('0x3e3', '0x3e4', '0x3e5', '0x3e6', '0x3e7') then coalesce(null::text,
    session_event_login_uid(d.hostname, d.login_id, d.time, d.id), '') not in ('S-1-5-7', 'S-1-5-17', 'S-1-5-18', 'S-1-5-19', 'S-1-5-20') else true end and k.rank = 2) d where d.time <= s.ended_at) f
      order by s.index, f.time, f.position;
-- ["{\"WS2\",\"RDP1\",\"WS2\"}","{\"0x8a1f0\",\"0x19c0e7\",\"0x8a1f0\"}","{\"2026-11-16T08:01:15.204117Z\",\"2026-11-16T08:40:11.882035Z\",\"2026-11-16T08:01:15.204117Z\"}","{\"00000000-ef62-811e-ad03-349587a15762\",\"00000002-e888-8165-88f2-ea69a0f29fea\",\"00000000-ef62-811e-ad03-349587a15762\"}","{\"2026-11-16T17:04:36.700284Z\",\"2026-11-16T16:31:52.690417Z\",\"2026-11-16T17:04:36.700284Z\"}","{\"00000000-ef71-8586-baef-dca839fa2b43\",\"00000002-e8be-854d-8aab-7b2493b66b50\",\"00000000-ef71-8586-baef-dca839fa2b43\"}","{\"2026-11-16T17:04:36.700284Z\",\"2026-11-16T16:31:52.690417Z\",\"2026-11-16T17:04:36.700284Z\"}"]
