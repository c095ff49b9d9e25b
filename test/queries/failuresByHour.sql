select "hostname", "time", "id", "action", "login_id", "uid", "user", "user_name", "user_domain", "login_type", "login_successful", "linked_login_id", "src_ip", "src_port", "dest_ip", "dest_port", "src_hostname", "source_id", "ingested_at" from "session_event" where ("session_event"."time" >= $1 and "session_event"."login_successful" is false) order by "session_event"."time" desc, "session_event"."id" desc limit $2;
-- ["2026-11-16T08:00:00.000000Z",1]

select hostname, first_seen_at, last_seen_at from host where hostname in (select asked.hostname from unnest($1::text[]) with ordinality as "asked"("hostname", "index"));
-- ["{\"RDP1\",\"FS1\",\"WS3\"}"]

with cells as (
      select "key hostname", "key srcNetwork", bucket, grouping(bucket) = 1 as is_whole, count(*) as "count", count(distinct coalesce(account_domain(user_domain), '') || '\' || user_name) as "distinctUsers", max(time) as "lastAt" from (select *, hostname as "key hostname", network(set_masklen(src_ip, case family(src_ip) when 4 then 24 else 64 end)) as "key srcNetwork", width_bucket(time, $1::timestamptz[]) as bucket from session_event  where true and ("session_event"."time" >= $2 and "session_event"."login_successful" is false) and time >= $3::timestamptz and time < $4::timestamptz) matching group by grouping sets (("key hostname", "key srcNetwork", bucket), ("key hostname", "key srcNetwork"))
    ), grouped as (
      select "key hostname", "key srcNetwork", max("count") filter (where is_whole) as "count", max("distinctUsers") filter (where is_whole) as "distinctUsers", max("lastAt") filter (where is_whole) as "lastAt" from cells group by ("key hostname", "key srcNetwork")
    ), total as (
      select coalesce(sum("count"), 0) as total_count, count(*) as total_groups,
        count(*) filter (where true and "distinctUsers" >= $5::integer) as matching_groups
      from grouped
    ), shown as (
      select *, row_number() over (order by "distinctUsers" desc nulls last, "key hostname", "key srcNetwork") as place
      from (select * from grouped where true and "distinctUsers" >= $6::integer order by "distinctUsers" desc nulls last, "key hostname", "key srcNetwork" limit $7) top
    ), series as (
      select place, json_agg(json_build_array(bucket, cells."count"::text, cells."distinctUsers"::text)) as series
      from shown join cells on row(shown."key hostname", shown."key srcNetwork")::text = row(cells."key hostname", cells."key srcNetwork")::text
      where not is_whole group by place
    )
    select * from total left join shown on true left join series using (place)
    order by place;
-- [["2026-11-16T05:00:00.000000Z","2026-11-16T09:00:00.000000Z","2026-11-16T13:00:00.000000Z","2026-11-16T17:00:00.000000Z","2026-11-16T21:00:00.000000Z","2026-11-17T01:00:00.000000Z"],"2026-11-16T08:00:00.000000Z","2026-11-16T05:00:00.000000Z","2026-11-17T01:00:00.000000Z",1,1,50]
