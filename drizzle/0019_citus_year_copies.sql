-- As before, and on a Citus cluster the copy is distributed before it has rows: Citus attaches only a table that is distributed like the parent.
create or replace function copy_session_event_year(year integer) returns void
language plpgsql set search_path = public, pg_temp set timezone = 'UTC' set enable_seqscan = on set enable_hashjoin = on as $$
declare
	copy_name text := 'session_event_copy_y' || year;
	month_name text;
begin
	if to_regclass(copy_name) is null then
		execute format('create table %I (like session_event including defaults including constraints including indexes,
			constraint %I check ("time" >= %L and "time" < %L))', copy_name, copy_name,
			make_timestamptz(year, 1, 1, 0, 0, 0), make_timestamptz(year + 1, 1, 1, 0, 0, 0));
		if to_regclass('pg_catalog.pg_dist_partition') is not null then
			execute format('select create_distributed_table(%L, ''hostname'', colocate_with => ''session_event'')', copy_name);
		end if;
	end if;
	for month_name in select list_session_event_months(year) loop
		execute format('insert into %1$I select * from %2$I m where not exists (
			select from %1$I c where (c.hostname, c."time", c.id) = (m.hostname, m."time", m.id))', copy_name, month_name);
		execute format('analyze %I', copy_name);
	end loop;
end $$;
