create table "account" (
	"user_name" text collate "C" not null,
	"user_domain" text collate "C" not null,
	constraint "account_pkey" primary key ("user_name", "user_domain")
);
--> statement-breakpoint
create table "host" (
	"hostname" text collate "C" primary key not null
);
--> statement-breakpoint
insert into "host" select "hostname" from "session_event" union select "hostname" from "host_start";--> statement-breakpoint
insert into "account" select distinct "user_name", coalesce("user_domain", '') from "session_event" where "user_name" is not null;
