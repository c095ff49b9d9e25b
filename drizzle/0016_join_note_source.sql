-- The keys and values of notes are other ones now. Without the old notes, records whose login was in an earlier request are read as if it had not been sent.
delete from "join_note";--> statement-breakpoint
drop index "join_note_expires_at";--> statement-breakpoint
alter table "join_note" add column "source" text not null;
