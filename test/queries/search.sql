select "hostname", "first_seen_at", "last_seen_at" from "host" where "host"."hostname" like $1 order by "host"."hostname" asc limit $2;
-- ["CAR%",11]

select "hostname", "first_seen_at", "last_seen_at" from "host" where ("host"."hostname" like $1 and ("host"."hostname" like $2) is not true) order by "host"."hostname" asc limit $3;
-- ["%CAR%","CAR%",11]

select "hostname", "login_id", "started_at", "start_id", "start_reason", "user", "user_domain", "user_name", "uid", "login_type", "src_ip", "src_ips", "ended_at", "end_reason", "end_id", "last_at", "last_id", "lock_count", "unlock_count", "reconnect_count", "own_last_at", "state", "state_since", "fold_state", "is_diverted", "over_at", "duration_rank" from "session" where ("session"."login_id" = $1 and true) order by "session"."started_at" desc, "session"."start_id" desc limit $2;
-- ["0x2c81e4",2]

select "hostname", "time", "id", "action", "login_id", "uid", "user", "user_name", "user_domain", "login_type", "login_successful", "linked_login_id", "src_ip", "src_port", "dest_ip", "dest_port", "src_hostname", "source_id", "ingested_at" from "session_event" where "session_event"."src_ip" = $1::inet
    and ("session_event"."time", "session_event"."id") > ($2::timestamptz, $3::uuid)
    and ("session_event"."time", "session_event"."id") < ($4::timestamptz, $5::uuid) and "session_event"."time" >= $6 and "session_event"."time" <= any (array[$7::timestamptz])
    order by "session_event"."time" asc, "session_event"."id" asc limit $8;
-- ["203.0.113.66","-infinity","00000000-0000-0000-0000-000000000000","infinity","00000000-0000-0000-0000-000000000000","-infinity","infinity",1]

select "hostname", "time", "id", "action", "login_id", "uid", "user", "user_name", "user_domain", "login_type", "login_successful", "linked_login_id", "src_ip", "src_port", "dest_ip", "dest_port", "src_hostname", "source_id", "ingested_at" from "session_event" where "session_event"."src_ip" = $1::inet
    and ("session_event"."time", "session_event"."id") > ($2::timestamptz, $3::uuid)
    and ("session_event"."time", "session_event"."id") < ($4::timestamptz, $5::uuid) and "session_event"."time" >= $6 and "session_event"."time" <= any (array[$7::timestamptz])
    order by "session_event"."time" desc, "session_event"."id" desc limit $8;
-- ["203.0.113.66","-infinity","00000000-0000-0000-0000-000000000000","infinity","00000000-0000-0000-0000-000000000000","-infinity","infinity",2]

select "hostname", "time", "id", "action", "login_id", "uid", "user", "user_name", "user_domain", "login_type", "login_successful", "linked_login_id", "src_ip", "src_port", "dest_ip", "dest_port", "src_hostname", "source_id", "ingested_at" from "session_event" where "session_event"."user_name" = $1 and account_domain("session_event"."user_domain") = account_domain($2)
    and ("session_event"."time", "session_event"."id") > ($3::timestamptz, $4::uuid)
    and ("session_event"."time", "session_event"."id") < ($5::timestamptz, $6::uuid) and "session_event"."time" >= $7 and "session_event"."time" <= any (array[$8::timestamptz])
    order by "session_event"."time" asc, "session_event"."id" asc limit $9;
-- ["carol","CORP","-infinity","00000000-0000-0000-0000-000000000000","infinity","00000000-0000-0000-0000-000000000000","-infinity","infinity",1]

select "hostname", "time", "id", "action", "login_id", "uid", "user", "user_name", "user_domain", "login_type", "login_successful", "linked_login_id", "src_ip", "src_port", "dest_ip", "dest_port", "src_hostname", "source_id", "ingested_at" from "session_event" where "session_event"."user_name" = $1 and account_domain("session_event"."user_domain") = account_domain($2)
    and ("session_event"."time", "session_event"."id") > ($3::timestamptz, $4::uuid)
    and ("session_event"."time", "session_event"."id") < ($5::timestamptz, $6::uuid) and "session_event"."time" >= $7 and "session_event"."time" <= any (array[$8::timestamptz])
    order by "session_event"."time" desc, "session_event"."id" desc limit $9;
-- ["carol","CORP","-infinity","00000000-0000-0000-0000-000000000000","infinity","00000000-0000-0000-0000-000000000000","-infinity","infinity",1]

select distinct "user_name", account_domain("account"."user_domain") as "domain" from "account" where "account"."user_name" like $1 order by "account"."user_name" asc, account_domain("account"."user_domain") asc limit $2;
-- ["car%",11]

select distinct "user_name", account_domain("account"."user_domain") as "domain" from "account" where (("account"."user_name" like $1 or account_domain("account"."user_domain") like $2) and ("account"."user_name" like $3) is not true) order by "account"."user_name" asc, account_domain("account"."user_domain") asc limit $4;
-- ["%car%","CAR%","car%",10]

select host(src_ip) as value from session_event where src_ip >= $1::inet and src_ip <= $2::inet order by src_ip limit $3::integer;
-- ["203.0.113.0","203.0.113.255",100]

select login_id as value from session_event where login_id >= $1::text order by login_id limit $2::integer;
-- ["0x2c81e4",100]

select login_id, min(time) as first_at, max(time) as last_at from session_event
      where login_id = any($1::text[]) group by login_id;
-- ["{\"0x2c81e4\"}"]

select uid as value from session_event where uid >= $1::text order by uid limit $2::integer;
-- ["car",100]
