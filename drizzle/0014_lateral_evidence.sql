-- What shows which host had an address: events with a destination, and network logons of machine accounts.
create index "session_event_dest_ip" on "session_event" using btree ("time","id") where "dest_ip" is not null;--> statement-breakpoint
create index "session_event_machine_logon" on "session_event" using btree ("time","id","src_ip","user_name","user_domain","hostname") where "login_successful" and "login_type" = 'REMOTE' and "user_name" like '%$' and "src_ip" is not null;
