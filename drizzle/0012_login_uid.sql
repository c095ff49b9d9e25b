-- The uid of the last successful login of a pair before an event that has one. plpgsql, so that it is planned when it is first called, and not in every
-- statement that contains it. Index: session_event_login_id.
create function session_event_login_uid(host text, login text, before_at timestamptz, before_id uuid) returns text
language plpgsql stable parallel safe as $$
begin
	return (
		select l.uid from public.session_event l
		where l.login_id = login collate "C" and l.hostname collate "POSIX" = host
			and l.login_successful and l.uid is not null and l.time <= before_at and (l.time, l.id) < (before_at, before_id)
		order by l.time desc, l.id desc limit 1);
end $$;
--> statement-breakpoint
-- Pages are full at 70, so that a range that grows finds room beside itself.
alter table "host_activity" set (fillfactor = 70);
--> statement-breakpoint
create index "twin_time" on "twin" using btree ("hostname","time");
