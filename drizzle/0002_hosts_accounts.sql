create table "account" (
	"user_name" text collate "C" not null,
	"user_domain" text collate "C" not null,
	constraint "account_pkey" primary key ("user_name", "user_domain")
);
--> statement-breakpoint
-- Pages are full at 70, so that a host that is seen again finds room beside itself.
create table "host" (
	"hostname" text collate "C" primary key not null,
	"first_seen_at" timestamp (6) with time zone,
	"last_seen_at" timestamp (6) with time zone
) with (fillfactor = 70);
--> statement-breakpoint
insert into "host" select "hostname", min("time"), max("time") from
	(select "hostname", "time" from "session_event" union all select "hostname", null from "host_start") "seen" group by 1;--> statement-breakpoint
insert into "account" select distinct "user_name", coalesce("user_domain", '') from "session_event" where "user_name" is not null;--> statement-breakpoint
alter table "session" add column "over_at" timestamp (6) with time zone;--> statement-breakpoint
update "session" set "over_at" = case when "ended_at" is null then '9999-12-31T23:59:59.999999Z' else greatest("ended_at", "last_at") end;--> statement-breakpoint
alter table "session" alter column "over_at" set not null;--> statement-breakpoint
drop index "session_over";--> statement-breakpoint
create index "session_over" on "session" using btree ("hostname", "over_at");
