-- One index for the open sessions and for those that reach a range of time: see sessionsWithin in src/db.
drop index "session_open";--> statement-breakpoint
create index "session_span" on "session" using btree (width_bucket(over_at - started_at, '{00:01:04,00:17:04,04:33:04,72:49:04,1165:05:04,18641:21:04}'::interval[]),"started_at");
