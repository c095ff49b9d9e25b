CREATE UNLOGGED TABLE "budget" (
	"id" text PRIMARY KEY NOT NULL,
	"level" double precision NOT NULL,
	"refilled_at" timestamp (6) with time zone NOT NULL
);
--> statement-breakpoint
CREATE UNLOGGED TABLE "budget_lease" (
	"budget_id" text NOT NULL,
	"server_id" uuid NOT NULL,
	"amount" double precision NOT NULL,
	"expires_at" timestamp (6) with time zone NOT NULL,
	CONSTRAINT "budget_lease_pkey" PRIMARY KEY("budget_id","server_id")
);
--> statement-breakpoint
-- A server says what it holds of a budget, unspent, what it returns of that (surplus), what was returned to it of costs that it no longer holds
-- (refunded), and what was spent beyond its lease (debt). It gets what it wishes, or less, but nothing if that is not the needed amount.
-- The level and all leases together are never more than the budget of a minute: so no order of requests spends more than one bucket would allow.
-- Indexes: budget_pkey, budget_lease_pkey.
create function lease_budget(
  asked text, server uuid, per_minute double precision, held double precision, surplus double precision, refunded double precision,
  debt double precision, needed double precision, wished double precision
) returns table (granted double precision, remaining double precision) language plpgsql set search_path = pg_catalog, public as $$
declare
  at timestamptz;
  bucket budget;
  own double precision;
  others double precision;
begin
  -- It locks the row: servers take turns.
  insert into budget values (asked, per_minute, clock_timestamp())
    on conflict (id) do update set id = excluded.id returning * into bucket;
  at := clock_timestamp();
  select coalesce(sum(l.amount) filter (where l.server_id = server), 0), coalesce(sum(l.amount) filter (where l.server_id <> server), 0)
    into own, others from budget_lease l where l.budget_id = asked and l.expires_at > at;
  -- Not below zero: leases of a server with a higher budget would leave a debt.
  remaining := least(
    greatest(0, per_minute - own - others),
    bucket.level + greatest(0, extract(epoch from at - bucket.refilled_at)) * per_minute / 60
  );
  -- What expired is lost.
  surplus := least(surplus, own);
  held := least(held, own - surplus);
  remaining := least(remaining + surplus + refunded - debt, greatest(0, per_minute - held - others));
  granted := case when remaining >= needed then greatest(0, least(remaining, wished)) else 0 end;
  remaining := remaining - granted;
  update budget set level = remaining, refilled_at = at where id = asked;
  insert into budget_lease values (asked, server, held + granted, at + interval '1 minute')
    on conflict (budget_id, server_id) do update set amount = excluded.amount, expires_at = excluded.expires_at;
  return next;
end $$;
