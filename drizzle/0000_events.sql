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
	constraint "session_event_hostname" check (char_length(hostname) between 1 and 255 and hostname !~ '[a-z[:cntrl:]]' or hostname ~ '^[0-9a-f:.]*:[0-9a-f:.]*$'),
	constraint "session_event_login_id" check (login_id ~ '^0x(0|[1-9a-f][0-9a-f]{0,15})$'),
	constraint "session_event_uid" check (char_length(uid) between 1 and 256 and uid !~ '^s-[0-9]'),
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
-- One partition for [low, high). "create table like" and then "attach" locks the parent for writers only;
-- "create table ... partition of" takes an ACCESS EXCLUSIVE lock and fails 35 of 40 times under eight connections.
create function add_session_event_partition(partition_name text, low timestamptz, high timestamptz) returns void
language plpgsql set search_path = public, pg_temp as $$
begin
	execute format('create table %I (like session_event including defaults including constraints)', partition_name);
	execute format('alter table session_event attach partition %I for values from (%L) to (%L)', partition_name, low, high);
end $$;
--> statement-breakpoint
-- Makes the partitions that the given times need: a month each in this year and the three before it, else a year. Security definer, so
-- that the server need not own the tables. Callers commit before they insert: the lock is held to the end of the transaction.
create function ensure_session_event_partitions(times timestamptz[]) returns void
language plpgsql security definer set search_path = public, pg_temp set timezone = 'UTC' as $$
declare
	month timestamptz;
	year_name text;
begin
	perform pg_advisory_xact_lock(7361001);
	for month in select distinct date_trunc('month', t) from unnest(times) as t order by 1 loop
		year_name := to_char(month, '"session_event_y"YYYY');
		if to_regclass(year_name) is not null or to_regclass(year_name || to_char(month, '"m"MM')) is not null then
			continue;
		end if;
		if date_trunc('year', month) >= date_trunc('year', now()) - interval '3 years' then
			perform add_session_event_partition(year_name || to_char(month, '"m"MM'), month, month + interval '1 month');
		elsif not exists (select from pg_class where relname like year_name || 'm__' and relkind = 'r' and relnamespace = 'public'::regnamespace) then
			perform add_session_event_partition(year_name, date_trunc('year', month), date_trunc('year', month) + interval '1 year');
		else
			perform add_session_event_partition(year_name || to_char(month, '"m"MM'), month, month + interval '1 month');
		end if;
	end loop;
end $$;
--> statement-breakpoint
-- Makes one partition of the months of a year that is more than three years ago, so that the number of partitions stays bounded. The months
-- are copied under a lock that lets readers through; readers wait only for the exchange at the end.
create function merge_session_event_year(year integer) returns void
language plpgsql set search_path = public, pg_temp set timezone = 'UTC' as $$
declare
	year_name text := 'session_event_y' || year;
	month_names text[];
	month_name text;
begin
	perform pg_advisory_xact_lock(7361001);
	select array_agg(relname::text order by relname) into month_names from pg_class
	where relname like year_name || 'm__' and relkind = 'r' and relnamespace = 'public'::regnamespace;
	if month_names is null or to_regclass(year_name) is not null then
		return;
	end if;
	execute format('create table %I (like session_event including defaults including constraints)', year_name);
	foreach month_name in array month_names loop
		execute format('lock table %I in share mode', month_name);
		execute format('insert into %I select * from %I', year_name, month_name);
	end loop;
	foreach month_name in array month_names loop
		execute format('alter table session_event detach partition %I', month_name);
		execute format('drop table %I', month_name);
	end loop;
	execute format('alter table session_event attach partition %I for values from (%L) to (%L)', year_name,
		make_timestamptz(year, 1, 1, 0, 0, 0), make_timestamptz(year + 1, 1, 1, 0, 0, 0));
end $$;
