select "hostname", "time", "id", "action", "login_id", "uid", "user", "user_name", "user_domain", "login_type", "login_successful", "linked_login_id", "src_ip", "src_port", "dest_ip", "dest_port", "src_hostname", "source_id", "ingested_at" from "session_event" where "session_event"."hostname" = $1 order by "session_event"."time" asc, "session_event"."id" asc limit $2;
-- ["WS5",51]
