-- Secrets and the progress of the owner's work, which were settings that the reader could see. The secret stays the same, so that hashes in the audit do.
create table "database_secret" (
	"name" text collate "C" primary key not null,
	"value" text not null
);
--> statement-breakpoint
create table "maintenance_progress" (
	"name" text collate "C" primary key not null,
	"value" text not null
);
--> statement-breakpoint
insert into "database_secret" select "name", "value" from "database_setting" where "name" = 'AUDIT_SECRET';--> statement-breakpoint
insert into "maintenance_progress" select "name", "value" from "database_setting" where "name" = 'REBUILT_UP_TO' or starts_with("name", 'ERASED_');--> statement-breakpoint
delete from "database_setting" where "name" in ('AUDIT_SECRET', 'REBUILT_UP_TO') or starts_with("name", 'ERASED_');--> statement-breakpoint
-- As before, and only for times that an event can have: EARLIEST is not before 1970, MAX_FUTURE_HOURS at most 30 days, and the clock of a server may be a
-- day ahead. So the writer makes 110 partitions at most, each of which costs every query locks and planning.
create or replace function ensure_session_event_partitions(times timestamptz[]) returns void
language plpgsql security definer set search_path = public, pg_temp set timezone = 'UTC' as $$
declare
	month timestamptz;
	year timestamptz;
	year_name text;
	month_name text;
begin
	if exists (select from unnest(times) as t where t < '1970-01-01T00:00:00Z' or t > now() + interval '31 days') then
		raise exception 'Partitions are made for times from 1970 to 31 days ahead.' using errcode = 'invalid_parameter_value';
	end if;
	perform pg_advisory_xact_lock(7361001);
	for month in select distinct date_trunc('month', t) from unnest(times) as t where t is not null order by 1 loop
		year := date_trunc('year', month);
		year_name := to_char(month, '"session_event_y"YYYY');
		month_name := to_char(month, '"session_event_y"YYYY"m"MM');
		if exists (select from pg_inherits where inhrelid in (to_regclass(year_name), to_regclass(month_name)) and not inhdetachpending) then
			continue;
		elsif to_regclass(year_name) is not null then
			perform add_session_event_partition(year_name, year, year + interval '1 year');
		elsif to_regclass(month_name) is not null
			or year >= date_trunc('year', now()) - interval '3 years'
			or exists (select from pg_class where relname ~ ('^' || year_name || 'm\d\d$') and relkind = 'r' and relnamespace = 'public'::regnamespace)
		then
			perform add_session_event_partition(month_name, month, month + interval '1 month');
		else
			perform add_session_event_partition(year_name, year, year + interval '1 year');
		end if;
	end loop;
end $$;
