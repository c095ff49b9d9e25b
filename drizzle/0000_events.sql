create table "database_setting" (
	"name" text primary key not null,
	"value" text not null
);
--> statement-breakpoint
-- Keys are collate "C": the model folds case, and a prefix search can use the index.
create table "session_event" (
	"hostname" text collate "C" not null,
	"time" timestamp (6) with time zone not null,
	"id" uuid not null,
	"action" text collate "C" not null,
	"login_id" text collate "C",
	"uid" text collate "C",
	"user" text collate "C",
	"user_name" text collate "C",
	"user_domain" text collate "C",
	"login_type" text collate "C",
	"login_successful" boolean,
	"src_ip" inet,
	"src_port" integer,
	"dest_ip" inet,
	"dest_port" integer,
	"source_id" text collate "C",
	"ingested_at" timestamp (6) with time zone default now() not null,
	constraint "session_event_pkey" primary key ("hostname", "time", "id"),
	constraint "session_event_action" check (action in ('LOGIN', 'LOGOUT', 'RECONNECT', 'LOCK', 'UNLOCK')),
	constraint "session_event_login_successful" check ((login_successful is not null) = (action = 'LOGIN')),
	constraint "session_event_login_type" check (login_type in ('INTERACTIVE', 'LOCAL', 'RDP', 'REMOTE')),
	constraint "session_event_remote_fields" check (action in ('LOGIN', 'LOGOUT', 'RECONNECT') or (login_type is null and num_nonnulls(src_ip, src_port, dest_ip, dest_port) = 0)),
	constraint "session_event_local_has_no_address" check (login_type is null or login_type in ('RDP', 'REMOTE') or num_nonnulls(src_ip, src_port, dest_ip, dest_port) = 0),
	constraint "session_event_hostname" check (char_length(hostname) between 1 and 255 and (hostname !~ '[a-z[:cntrl:]]' or hostname ~ '^[0-9a-f:.]*:[0-9a-f:.]*$')),
	constraint "session_event_login_id" check (login_id ~ '^0x(0|[1-9a-f][0-9a-f]{0,15})$'),
	constraint "session_event_uid" check (char_length(uid) between 1 and 768 and uid !~ '^s-[0-9]'),
	constraint "session_event_user" check (("user" is null) = (user_name is null) and (user_name is not null or user_domain is null) and char_length("user") between 1 and 512),
	constraint "session_event_addresses" check (masklen(src_ip) = case family(src_ip) when 4 then 32 else 128 end and masklen(dest_ip) = case family(dest_ip) when 4 then 32 else 128 end),
	constraint "session_event_ports" check (src_port between 0 and 65535 and dest_port between 0 and 65535),
	constraint "session_event_source_id" check (char_length(source_id) between 1 and 512)
) partition by range ("time");
--> statement-breakpoint
create index "session_event_time" on "session_event" using btree ("time", "id");--> statement-breakpoint
create index "session_event_user" on "session_event" using btree ("user_name", "time", "id");--> statement-breakpoint
create index "session_event_uid" on "session_event" using btree ("uid", "time", "id");--> statement-breakpoint
create index "session_event_src_ip" on "session_event" using btree ("src_ip", "time", "id") where "src_ip" is not null;--> statement-breakpoint
create index "session_event_login_id" on "session_event" using btree ("login_id", "hostname", "time", "id") where "login_id" is not null;--> statement-breakpoint
create index "session_event_failure" on "session_event" using btree ("time", "id") where "login_successful" is false;--> statement-breakpoint
-- One partition for [low, high). "create table like" and then "attach" let readers and writers of the parent go on;
-- "create table ... partition of" takes an ACCESS EXCLUSIVE lock and fails 35 of 40 times under eight connections. A table of that name that
-- is there, because retention was cut off before it dropped it and has been lengthened since, comes back with its events.
create function add_session_event_partition(partition_name text, low timestamptz, high timestamptz) returns void
language plpgsql set search_path = public, pg_temp as $$
begin
	if to_regclass(partition_name) is null then
		execute format('create table %I (like session_event including defaults including constraints)', partition_name);
	elsif exists (select from pg_inherits where inhrelid = to_regclass(partition_name)) then
		execute format('alter table session_event detach partition %I finalize', partition_name);
	end if;
	execute format('alter table session_event attach partition %I for values from (%L) to (%L)', partition_name, low, high);
end $$;
--> statement-breakpoint
-- Makes the partitions that the given times need: a month each in this year and the three before it, else a year. Security definer, so
-- that the server need not own the tables. Callers commit before they insert: the lock is held to the end of the transaction.
create function ensure_session_event_partitions(times timestamptz[]) returns void
language plpgsql security definer set search_path = public, pg_temp set timezone = 'UTC' as $$
declare
	month timestamptz;
	year timestamptz;
	year_name text;
	month_name text;
begin
	perform pg_advisory_xact_lock(7361001);
	for month in select distinct date_trunc('month', t) from unnest(times) as t order by 1 loop
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
--> statement-breakpoint
-- Partitions that are months of a year.
create function list_session_event_months(year integer) returns setof text
language sql stable set search_path = public, pg_temp as $$
	select c.relname::text from pg_inherits i join pg_class c on c.oid = i.inhrelid
	where i.inhparent = 'session_event'::regclass and not i.inhdetachpending and c.relname ~ ('^session_event_y' || year || 'm\d\d$')
	order by 1
$$;
--> statement-breakpoint
-- Copies what is not copied yet of the months of a year into session_event_copy_y…, which has all that a partition of that year needs:
-- its indexes, and a CHECK that spares attaching it a scan. Connections for ingest have the plans switched off that read whole tables.
create function copy_session_event_year(year integer) returns void
language plpgsql set search_path = public, pg_temp set timezone = 'UTC' set enable_seqscan = on set enable_hashjoin = on as $$
declare
	copy_name text := 'session_event_copy_y' || year;
	month_name text;
begin
	if to_regclass(copy_name) is null then
		execute format('create table %I (like session_event including defaults including constraints including indexes,
			constraint %I check ("time" >= %L and "time" < %L))', copy_name, copy_name,
			make_timestamptz(year, 1, 1, 0, 0, 0), make_timestamptz(year + 1, 1, 1, 0, 0, 0));
	end if;
	for month_name in select list_session_event_months(year) loop
		execute format('insert into %1$I select * from %2$I m where not exists (
			select from %1$I c where (c.hostname, c."time", c.id) = (m.hostname, m."time", m.id))', copy_name, month_name);
		execute format('analyze %I', copy_name);
	end loop;
end $$;
--> statement-breakpoint
-- Makes one partition of the months of a year that is more than three years ago, so that the number of partitions stays bounded. After
-- copy_session_event_year, in a transaction of its own, writers wait only while late events are copied, readers only for the exchange. The
-- lock on the parent comes first: with a month's before it, a writer that waits for the month and holds the parent is a deadlock.
create function merge_session_event_year(year integer) returns void
language plpgsql set search_path = public, pg_temp set timezone = 'UTC' as $$
declare
	year_name text := 'session_event_y' || year;
	copy_name text := 'session_event_copy_y' || year;
	month_name text;
	month_names text[];
begin
	perform pg_advisory_xact_lock(7361001);
	month_names := array(select list_session_event_months(year));
	if month_names = '{}' or to_regclass(year_name) is not null then
		return;
	end if;
	lock table only session_event in share row exclusive mode;
	foreach month_name in array month_names loop
		execute format('lock table %I in share row exclusive mode', month_name);
	end loop;
	perform copy_session_event_year(year);
	lock table only session_event in access exclusive mode;
	foreach month_name in array month_names loop
		execute format('alter table session_event detach partition %I', month_name);
		execute format('drop table %I', month_name);
	end loop;
	execute format('alter table %I rename to %I', copy_name, year_name);
	execute format('alter table session_event attach partition %I for values from (%L) to (%L)', year_name,
		make_timestamptz(year, 1, 1, 0, 0, 0), make_timestamptz(year + 1, 1, 1, 0, 0, 0));
	execute format('alter table %I drop constraint %I', year_name, copy_name);
end $$;
