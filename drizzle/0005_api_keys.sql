create table "api_key" (
	"id" text collate "C" primary key not null,
	"name" text collate "C" not null,
	"secret_hash" bytea not null,
	"scopes" text[] collate "C" not null,
	"created_at" timestamp (6) with time zone not null,
	"expires_at" timestamp (6) with time zone,
	"last_used_at" timestamp (6) with time zone,
	"revoked_at" timestamp (6) with time zone,
	constraint "api_key_id" check (id ~ '^[0-9a-f]{16}$'),
	constraint "api_key_name" check (char_length(name) between 1 and 100),
	constraint "api_key_secret_hash" check (octet_length(secret_hash) = 32),
	constraint "api_key_scopes" check (cardinality(scopes) > 0 and scopes <@ array['events:read', 'events:write', 'admin'])
);
