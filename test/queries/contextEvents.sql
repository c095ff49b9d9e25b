select "id", "time", "hostname", "source_id" from "host_start" where ("host_start"."time" >= $1 and "host_start"."time" < $2 and "host_start"."hostname" = $3) order by "host_start"."time" asc, "host_start"."id" asc limit $4;
-- ["2026-11-16T00:00:00.000000Z","2026-11-17T00:00:00.000000Z","WS5",3]

select count(*) from (select 1 as "one" from "host_start" where ("host_start"."time" >= $1 and "host_start"."time" < $2 and "host_start"."hostname" = $3) limit $4) counted;
-- ["2026-11-16T00:00:00.000000Z","2026-11-17T00:00:00.000000Z","WS5",10001]
