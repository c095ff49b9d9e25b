-- The domains of successful logins, and the domain parts of the SIDs of their users. Hunts compare the domains of failed logins with them.
create table "login_domain" (
	"user_domain" text collate "C" not null,
	"sid" text collate "C" not null,
	constraint "login_domain_pkey" primary key("user_domain","sid")
);
--> statement-breakpoint
create index "login_domain_sid" on "login_domain" using btree ("sid","user_domain") where "sid" <> '';--> statement-breakpoint
insert into "login_domain" select distinct coalesce("user_domain", ''), coalesce(substring("uid" from '^(S-1-5-21(?:-[0-9]+){3})-[0-9]+$'), '') from "session_event" where "login_successful" is true and "user_name" is not null;
