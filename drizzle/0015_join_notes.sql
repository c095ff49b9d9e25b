CREATE TABLE "join_note" (
	"hostname" text NOT NULL,
	"key" text NOT NULL,
	"time_ms" bigint NOT NULL,
	"fields" jsonb NOT NULL,
	"expires_at" timestamp (6) with time zone NOT NULL,
	CONSTRAINT "join_note_pkey" PRIMARY KEY("hostname","key","time_ms")
);
--> statement-breakpoint
CREATE INDEX "join_note_expires_at" ON "join_note" USING btree ("expires_at");