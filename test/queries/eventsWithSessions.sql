
    select (select e.action from session_event e
        where e.login_id = m.login_id and e.hostname collate "POSIX" = m.hostname and e.time >= m.started_at and e.time <= m.at
          and e.time >= $1 and e.time <= $2
          and (e.time, e.id) >= (m.started_at, m.start_id) and e.action in ('LOCK', 'UNLOCK') and (e.login_id in ('0x3e3', '0x3e4', '0x3e5', '0x3e6', '0x3e7') and e.uid in ('S-1-5-7', 'S-1-5-17', 'S-1-5-18', 'S-1-5-19', 'S-1-5-20')) is not true
        order by e.time desc, e.id desc limit 1) as action
    from unnest($3::text[], $4::text[],
        $5::timestamptz[], $6::uuid[],
        $7::timestamptz[]) with ordinality as m(hostname, login_id, started_at, start_id, at, index)
    order by m.index;
-- ["2026-11-16T08:01:15.204117Z","2026-11-16T10:50:00.000000Z",["WS2","WS4","WS2"],["0x8a1f0","0x9d2c8","0x8a1f0"],["2026-11-16T08:01:15.204117Z","2026-11-16T08:24:50.336170Z","2026-11-16T08:01:15.204117Z"],["00000000-ef62-811e-ad03-349587a15762","00000000-6b4d-8163-8a49-681f6b7add23","00000000-ef62-811e-ad03-349587a15762"],["2026-11-16T10:50:00.000000Z","2026-11-16T10:50:00.000000Z","2026-11-16T10:50:00.000000Z"]]

reset plan_cache_mode;
-- []

select "hostname", "login_id", "started_at", "start_id", "start_reason", "user", "user_domain", "user_name", "uid", "login_type", "src_ip", "src_ips", "ended_at", "end_reason", "end_id", "last_at", "last_id", "lock_count", "unlock_count", "reconnect_count", "is_locked", "state_since", "locked_us", "unlocked_us", "over_at", "duration_rank" from "session" where ("session"."hostname", "session"."started_at", "session"."start_id") in (
        select hostname, split_part(start, ' ', 1)::timestamptz, split_part(start, ' ', 2)::uuid from (
          select p.hostname, (select replace(s.started_at::text, ' ', 'T') || ' ' || s.start_id from session s
            where s.hostname collate "POSIX" = p.hostname and s.login_id = p.login_id and (s.started_at, s.start_id) <= (p.time, p.id)
            order by s.started_at desc, s.start_id desc limit 1) as start
          from unnest($1::text[], $2::text[],
            $3::timestamptz[], $4::uuid[]) as p(hostname, login_id, time, id)
        ) as latest where start is not null);
-- [["WS6","FS1","FS1","WS2","WS3","FS1","FS1","WS4","FS1","FS1","RDP1","APP1","WS6","WS6","WS2"],["0x63a90","0x51c20","0x51c20","0x8a1f0","0x7b330","0x5f0a1","0x5f0a1","0x9d2c8","0x5f7d4","0x5f7d4","0x19c0e7","0x77d0e","0x66b04","0x66b04","0x8a1f0"],["2026-11-16T07:56:40.318226Z","2026-11-16T07:58:41.506118Z","2026-11-16T07:58:53.240967Z","2026-11-16T08:01:15.204117Z","2026-11-16T08:12:58.377908Z","2026-11-16T08:15:02.030500Z","2026-11-16T08:15:12.000100Z","2026-11-16T08:24:50.336170Z","2026-11-16T08:33:27.719345Z","2026-11-16T08:33:39.884002Z","2026-11-16T08:40:11.882035Z","2026-11-16T09:05:27.013458Z","2026-11-16T09:12:05.740019Z","2026-11-16T09:12:15.903377Z","2026-11-16T09:58:31.660902Z"],["00000000-3c10-8148-aff5-01c4a95f1bc3","0000000b-04eb-81f4-962c-eb55c1483486","0000000b-04ee-8586-bfe2-2c62a7733c45","00000000-ef62-811e-ad03-349587a15762","00000000-84a1-8127-94fa-0863f72a3252","0000000b-04f1-81b1-84af-9fe256acfa0e","0000000b-04f4-8567-b387-401ce64ff5cd","00000000-6b4d-8163-8a49-681f6b7add23","0000000b-04f7-8166-9371-b19c38f67a16","0000000b-04fa-85fa-82a2-6f17383ccc77","00000002-e888-8165-88f2-ea69a0f29fea","00000001-599d-856a-92a1-c7fe217dff77","00000000-3c13-81ef-b769-7ce7aa944280","00000000-3c16-8519-9c89-4344abc8f92c","00000000-ef65-829a-bf6d-5e9fc82d09ec"]]

select "hostname", "time", "id", "action", "login_id", "uid", "user", "user_name", "user_domain", "login_type", "login_successful", "linked_login_id", "src_ip", "src_port", "dest_ip", "dest_port", "source_id", "ingested_at" from "session_event" where "session_event"."time" >= $1 order by "session_event"."time" asc, "session_event"."id" asc limit $2;
-- ["2026-11-16T07:50:00.000000Z",41]

select "hostname", "time", "id", "action", "login_id", "uid", "user", "user_name", "user_domain", "login_type", "login_successful", "linked_login_id", "src_ip", "src_port", "dest_ip", "dest_port", "source_id", "ingested_at" from "session_event" where (("session_event"."hostname" = $1 and "session_event"."time" = $2 and "session_event"."id" = $3::uuid) or ("session_event"."hostname" = $4 and "session_event"."time" = $5 and "session_event"."id" = $6::uuid) or ("session_event"."hostname" = $7 and "session_event"."time" = $8 and "session_event"."id" = $9::uuid) or ("session_event"."hostname" = $10 and "session_event"."time" = $11 and "session_event"."id" = $12::uuid) or ("session_event"."hostname" = $13 and "session_event"."time" = $14 and "session_event"."id" = $15::uuid) or ("session_event"."hostname" = $16 and "session_event"."time" = $17 and "session_event"."id" = $18::uuid) or ("session_event"."hostname" = $19 and "session_event"."time" = $20 and "session_event"."id" = $21::uuid) or ("session_event"."hostname" = $22 and "session_event"."time" = $23 and "session_event"."id" = $24::uuid) or ("session_event"."hostname" = $25 and "session_event"."time" = $26 and "session_event"."id" = $27::uuid) or ("session_event"."hostname" = $28 and "session_event"."time" = $29 and "session_event"."id" = $30::uuid));
-- ["WS6","2026-11-16T07:56:40.318226Z","00000000-3c10-8148-aff5-01c4a95f1bc3","FS1","2026-11-16T07:58:41.506118Z","0000000b-04eb-81f4-962c-eb55c1483486","WS2","2026-11-16T08:01:15.204117Z","00000000-ef62-811e-ad03-349587a15762","WS3","2026-11-16T08:12:58.377908Z","00000000-84a1-8127-94fa-0863f72a3252","FS1","2026-11-16T08:15:02.030500Z","0000000b-04f1-81b1-84af-9fe256acfa0e","WS4","2026-11-16T08:24:50.336170Z","00000000-6b4d-8163-8a49-681f6b7add23","FS1","2026-11-16T08:33:27.719345Z","0000000b-04f7-8166-9371-b19c38f67a16","RDP1","2026-11-16T08:40:11.882035Z","00000002-e888-8165-88f2-ea69a0f29fea","APP1","2026-11-12T16:40:33.208814Z","00000001-5997-812a-8bd3-96db104458aa","WS6","2026-11-16T09:12:05.740019Z","00000000-3c13-81ef-b769-7ce7aa944280"]
