select "hostname", "time", "id", "action", "login_id", "uid", "user", "user_name", "user_domain", "login_type", "login_successful", "linked_login_id", "src_ip", "src_port", "dest_ip", "dest_port", "src_hostname", "source_id", "ingested_at" from "session_event" where "session_event"."hostname" = $1
    and ("session_event"."time", "session_event"."id") > ($2::timestamptz, $3::uuid)
    and ("session_event"."time", "session_event"."id") < ($4::timestamptz, $5::uuid) and "session_event"."time" >= $6 and "session_event"."time" <= any (array[$7::timestamptz])
    order by "session_event"."time" asc, "session_event"."id" asc limit $8;
-- ["WS5","-infinity","00000000-0000-0000-0000-000000000000","infinity","00000000-0000-0000-0000-000000000000","-infinity","infinity",51]
