-- Host starts become one kind of context event. Their rows and ids stay: only names of the table, its constraints and its index change.
alter table "host_start" rename to "context_event";--> statement-breakpoint
alter table "context_event" rename constraint "host_start_pkey" to "context_event_pkey";--> statement-breakpoint
alter table "context_event" rename constraint "host_start_hostname" to "context_event_hostname";--> statement-breakpoint
alter table "context_event" rename constraint "host_start_source_id" to "context_event_source_id";--> statement-breakpoint
alter index "host_start_time" rename to "context_event_time";--> statement-breakpoint
-- The default fills existing rows without rewriting the table; new rows name their kind.
alter table "context_event" add column "kind" text collate "C" not null default 'HOST_START';--> statement-breakpoint
alter table "context_event" alter column "kind" drop default;--> statement-breakpoint
alter table "context_event" add column "login_id" text collate "C";--> statement-breakpoint
alter table "context_event" add column "user" text collate "C";--> statement-breakpoint
alter table "context_event" add column "user_name" text collate "C";--> statement-breakpoint
alter table "context_event" add column "user_domain" text collate "C";--> statement-breakpoint
alter table "context_event" add column "src_ip" inet;--> statement-breakpoint
alter table "context_event" add column "last_fact_at" timestamp (6) with time zone;--> statement-breakpoint
create index "context_event_login_id" on "context_event" using btree ("login_id", "hostname" collate "POSIX", "time", "id") where "login_id" is not null;--> statement-breakpoint
create index "context_event_user" on "context_event" using btree ("user_name", "time", "id") where "user_name" is not null;--> statement-breakpoint
create index "context_event_boundary" on "context_event" using btree ("hostname", "time") where "kind" in ('HOST_START', 'HOST_STOP');--> statement-breakpoint
create index "context_event_disconnect" on "context_event" using btree ("time", "id") where "kind" = 'DISCONNECT';--> statement-breakpoint
alter table "context_event" add constraint "context_event_kind" check (kind in ('HOST_START', 'HOST_STOP', 'HOST_SEEN', 'DISCONNECT'));--> statement-breakpoint
alter table "context_event" add constraint "context_event_fields" check (kind = 'DISCONNECT' or num_nonnulls(login_id, "user", user_name, user_domain, src_ip) = 0);--> statement-breakpoint
alter table "context_event" add constraint "context_event_login_id" check (login_id ~ '^0x(0|[1-9a-f][0-9a-f]{0,15})$');--> statement-breakpoint
alter table "context_event" add constraint "context_event_user" check (("user" is null) = (user_name is null) and (user_name is not null or user_domain is null) and char_length("user") between 1 and 512);--> statement-breakpoint
alter table "context_event" add constraint "context_event_src_ip" check (masklen(src_ip) = case family(src_ip) when 4 then 32 else 128 end);
