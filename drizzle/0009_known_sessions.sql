-- Sessions keep what proves them, and all of their states. `rebuild` computes the new columns and tables of existing sessions.
create table "host_activity" (
	"hostname" text collate "C" not null,
	"from_at" timestamp (6) with time zone not null,
	"until_at" timestamp (6) with time zone not null,
	constraint "host_activity_pkey" primary key("hostname","from_at")
);
--> statement-breakpoint
create table "twin" (
	"hostname" text collate "C" not null,
	"login_id" text collate "C" not null,
	"time" timestamp (6) with time zone not null,
	"id" uuid not null,
	"linked_login_id" text collate "C" not null,
	"uid" text collate "C",
	"until_at" timestamp (6) with time zone not null,
	"until_id" uuid not null,
	"session_started_at" timestamp (6) with time zone,
	"session_start_id" uuid,
	constraint "twin_pkey" primary key("hostname","login_id","time","id")
);
--> statement-breakpoint
create index "twin_linked" on "twin" using btree ("hostname","linked_login_id","time");--> statement-breakpoint
create index "twin_session" on "twin" using btree ("hostname","session_started_at","session_start_id") where "session_started_at" is not null;--> statement-breakpoint
create index "twin_until" on "twin" using btree ("hostname","until_at");--> statement-breakpoint
alter table "session" add column "own_last_at" timestamp (6) with time zone;--> statement-breakpoint
alter table "session" add column "state" text collate "C" not null default 'ACTIVE';--> statement-breakpoint
alter table "session" alter column "state" drop default;--> statement-breakpoint
alter table "session" add column "fold_state" json;--> statement-breakpoint
alter table "session" add column "is_diverted" boolean not null default false;--> statement-breakpoint
alter table "session" alter column "is_diverted" drop default;--> statement-breakpoint
update "session" set "own_last_at" = least("last_at", "ended_at"), "state_since" = "started_at";--> statement-breakpoint
alter table "session" alter column "own_last_at" set not null;--> statement-breakpoint
alter table "session" drop column "is_locked";--> statement-breakpoint
alter table "session" drop column "locked_us";--> statement-breakpoint
alter table "session" drop column "unlocked_us";--> statement-breakpoint
drop index "session_event_linked_login_id";--> statement-breakpoint
create index "session_event_without_uid" on "session_event" using btree ("hostname","login_id","time") where "login_id" in ('0x3e3', '0x3e4', '0x3e5', '0x3e6', '0x3e7') and "uid" is null;
