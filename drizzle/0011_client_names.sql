-- The names that clients claim for themselves. Existing events have none.
alter table "session_event" add column "src_hostname" text collate "C";--> statement-breakpoint
alter table "session_event" add constraint "session_event_src_hostname" check (src_hostname is null or action in ('LOGIN', 'RECONNECT') and char_length(src_hostname) between 1 and 255
        and (src_hostname !~ '[a-z[:cntrl:]]' or src_hostname ~ '^[0-9a-f:.]*:[0-9a-f:.]*$'));
