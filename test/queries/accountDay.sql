select "hostname", "login_id", "started_at", "start_id", "start_reason", "user", "user_domain", "user_name", "uid", "login_type", "src_ip", "src_ips", "ended_at", "end_reason", "end_id", "last_at", "last_id", "lock_count", "unlock_count", "reconnect_count", "own_last_at", "state", "state_since", "fold_state", "is_diverted", "over_at", "duration_rank" from "session" where (("session"."user_name" = $1 and account_domain("session"."user_domain") = account_domain($2)) and ("session"."started_at" < $3 and "session"."over_at" > $4 and coalesce("session"."ended_at", 'infinity') > $5
          and "session"."ended_at" is distinct from "session"."started_at")) order by "session"."started_at" asc, "session"."start_id" asc limit $6;
-- ["carol","CORP","2026-11-17T00:00:00.000000Z","2026-11-16T00:00:00.000000Z","2026-11-16T00:00:00.000000Z",51]

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

select "hostname", "time", "id", "action", "login_id", "uid", "user", "user_name", "user_domain", "login_type", "login_successful", "linked_login_id", "src_ip", "src_port", "dest_ip", "dest_port", "src_hostname", "source_id", "ingested_at" from "session_event" where "session_event"."user_name" = $1 and account_domain("session_event"."user_domain") = account_domain($2) and ("session_event"."action" = $3 and "session_event"."login_successful" is true)
    and ("session_event"."time", "session_event"."id") > ($4::timestamptz, $5::uuid)
    and ("session_event"."time", "session_event"."id") < ($6::timestamptz, $7::uuid) and "session_event"."time" >= $8 and "session_event"."time" <= any (array[$9::timestamptz])
    order by "session_event"."time" desc, "session_event"."id" desc limit $10;
-- ["carol","CORP","LOGIN","-infinity","00000000-0000-0000-0000-000000000000","infinity","00000000-0000-0000-0000-000000000000","-infinity","infinity",1]

select "hostname", "time", "id", "action", "login_id", "uid", "user", "user_name", "user_domain", "login_type", "login_successful", "linked_login_id", "src_ip", "src_port", "dest_ip", "dest_port", "src_hostname", "source_id", "ingested_at" from "session_event" where (("session_event"."user_name" = $1 and account_domain("session_event"."user_domain") = account_domain($2)) and "session_event"."action" = $3) order by "session_event"."time" desc, "session_event"."id" desc limit $4;
-- ["carol","CORP","LOGIN",4]

select asked.index::text as index from unnest($1::text[], $2::text[]) with ordinality as "asked"("name", "domain", "index")
    where exists (select from "account" where "account"."user_name" = asked.name and account_domain("account"."user_domain") = asked.domain);
-- ["{\"carol\",\"carol\"}","{\"CORP\",\"\"}"]

select distinct "user_name", account_domain("account"."user_domain") as "domain" from "account" where "account"."user_name" like $1 order by "account"."user_name" asc, account_domain("account"."user_domain") asc limit $2;
-- ["a%",51]
