-- "POSIX" orders like "C" and keeps the planner from taking another index for these: see onlyWithLoginId in src/db/tables.ts.
drop index "session_pair";--> statement-breakpoint
drop index "session_event_login_id";--> statement-breakpoint
drop index "session_event_linked_login_id";--> statement-breakpoint
create index "session_pair" on "session" using btree ("login_id", "hostname" collate "POSIX", "started_at", "start_id");--> statement-breakpoint
create index "session_event_login_id" on "session_event" using btree ("login_id", "hostname" collate "POSIX", "time", "id") where "login_id" is not null;--> statement-breakpoint
create index "session_event_linked_login_id" on "session_event" using btree ("linked_login_id", "hostname" collate "POSIX", "time", "id") where "linked_login_id" is not null;
