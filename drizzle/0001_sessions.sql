create table "host_start" (
	"hostname" text collate "C" not null,
	"time" timestamp (6) with time zone not null,
	"id" uuid not null,
	"source_id" text collate "C",
	"ingested_at" timestamp (6) with time zone default now() not null,
	constraint "host_start_pkey" primary key ("hostname", "time", "id"),
	constraint "host_start_hostname" check (char_length(hostname) between 1 and 255),
	constraint "host_start_source_id" check (char_length(source_id) between 1 and 512)
);
--> statement-breakpoint
-- Pages are full at 80, so that a session that goes on finds room beside itself.
create table "session" (
	"hostname" text collate "C" not null,
	"login_id" text collate "C" not null,
	"started_at" timestamp (6) with time zone not null,
	"start_id" uuid not null,
	"start_reason" text collate "C" not null,
	"user" text collate "C",
	"user_domain" text collate "C",
	"user_name" text collate "C",
	"uid" text collate "C",
	"login_type" text collate "C",
	"src_ip" inet,
	"src_ips" inet[] not null,
	"ended_at" timestamp (6) with time zone,
	"end_reason" text collate "C",
	"end_id" uuid,
	"last_at" timestamp (6) with time zone not null,
	"last_id" uuid not null,
	"lock_count" integer not null,
	"unlock_count" integer not null,
	"reconnect_count" integer not null,
	"is_locked" boolean not null,
	"state_since" timestamp (6) with time zone not null,
	"locked_us" bigint not null,
	"unlocked_us" bigint not null,
	"duration_rank" timestamp (6) with time zone not null,
	constraint "session_pkey" primary key ("hostname", "started_at", "start_id"),
	constraint "session_end" check ((ended_at is null) = (end_reason is null) and (end_id is not null) = (end_reason is not distinct from 'LOGOUT'))
) with (fillfactor = 80);
--> statement-breakpoint
alter table "session_event" add column "linked_login_id" text collate "C";--> statement-breakpoint
create index "session_pair" on "session" using btree ("hostname", "login_id", "started_at", "start_id");--> statement-breakpoint
create index "session_over" on "session" using btree ("hostname", greatest(coalesce(ended_at, 'infinity'), last_at));--> statement-breakpoint
create index "session_started" on "session" using btree ("started_at", "start_id");--> statement-breakpoint
create index "session_ended" on "session" using btree (coalesce(ended_at, '9999-12-31T23:59:59.999999Z'), "start_id");--> statement-breakpoint
create index "session_duration" on "session" using btree ("duration_rank", "start_id");--> statement-breakpoint
create index "session_open" on "session" using btree ("started_at", "start_id") where ended_at is null;--> statement-breakpoint
create index "session_user" on "session" using btree ("user_name", "started_at", "start_id");--> statement-breakpoint
create index "session_event_linked_login_id" on "session_event" using btree ("linked_login_id", "hostname", "time", "id") where "linked_login_id" is not null;--> statement-breakpoint
alter table "session_event" add constraint "session_event_linked_login_id" check (linked_login_id is null or action = 'LOGIN' and linked_login_id ~ '^0x(0|[1-9a-f][0-9a-f]{0,15})$');
