with grouped as (
      select "key srcIp", count(*) as "count", count(distinct hostname) as "distinctHosts", (select count(distinct source) from unnest(string_to_array(string_agg(array_to_string(src_ips, ','), ','), ',')) as source
      where source <> '') as "distinctSources", max(started_at) as "lastStartedAt", extract(epoch from percentile_disc(0.5) within group (order by exact_duration)) as "durationP50", extract(epoch from percentile_disc(0.9) within group (order by exact_duration)) as "durationP90", extract(epoch from percentile_disc(0.99) within group (order by exact_duration)) as "durationP99", extract(epoch from max(exact_duration)) as "durationMax", count(*) filter (where is_first) as first_count from (select * from (select *, case when case session.end_reason when 'LOGOUT' then true
  when 'HOST_STOP' then session.own_last_at >= session.ended_at - $1::interval or case session.end_reason when 'LOGOUT' then session.ended_at when 'SUPERSEDED' then session.own_last_at
  else greatest(session.own_last_at, least(session.ended_at,
    coalesce((select a.until_at from host_activity a where a.hostname = session.hostname and a.from_at <= session.own_last_at order by a.from_at desc limit 1), session.own_last_at),
    case when session.end_reason = 'HOST_RESTART' then coalesce((select c.last_fact_at from context_event c where c.hostname = session.hostname
      and c.kind in ('HOST_START', 'HOST_STOP') and c.kind = 'HOST_START' and c.time = session.ended_at order by c.id limit 1), session.own_last_at) end)) end = session.ended_at
  else session.own_last_at = session.ended_at end then ended_at - started_at end as exact_duration from session where true and ((("session"."user_name" like '%$' and ("session"."user_domain" in (split_part("session"."hostname", '.', 1), left(split_part("session"."hostname", '.', 1), 15))) is not true)
  or "session"."uid" in ('S-1-5-7', 'S-1-5-18', 'S-1-5-19', 'S-1-5-20')
  or "session"."uid" like any (array['S-1-5-80-%', 'S-1-5-82-%', 'S-1-5-83-%', 'S-1-5-90-%', 'S-1-5-96-%', 'S-1-5-111-%'])
  or ("session"."uid" is null and ("session"."user_domain" in ('NT AUTHORITY', 'NT SERVICE', 'WINDOW MANAGER',
    'FONT DRIVER HOST', 'IIS APPPOOL', 'NT VIRTUAL MACHINE') or ("session"."user_domain" is null and
    "session"."user_name" in ('system', 'local service', 'network service', 'anonymous logon')))))) is not true offset 0) session cross join lateral (select *, row_number() over () = 1 as is_first
          from (select distinct source as "key srcIp" from unnest(case src_ips when '{}' then array[null::inet] else src_ips end) as source) every_one) several) matching group by ("key srcIp")
    ), total as (
      select coalesce(sum(first_count), 0) as total_count, count(*) as total_groups,
        count(*) filter (where true and "count" <= $2::integer) as matching_groups
      from grouped
    ), shown as (
      select *, row_number() over (order by "lastStartedAt" desc nulls last, "key srcIp") as place
      from (select * from grouped where true and "count" <= $3::integer order by "lastStartedAt" desc nulls last, "key srcIp" limit $4) top
    )
    select *, (select count(*) from (select from (select * from session cross join lateral (select *, row_number() over () = 1 as is_first
          from (select distinct source as "key srcIp" from unnest(case src_ips when '{}' then array[null::inet] else src_ips end) as source) every_one) several where true and ((("session"."user_name" like '%$' and ("session"."user_domain" in (split_part("session"."hostname", '.', 1), left(split_part("session"."hostname", '.', 1), 15))) is not true)
  or "session"."uid" in ('S-1-5-7', 'S-1-5-18', 'S-1-5-19', 'S-1-5-20')
  or "session"."uid" like any (array['S-1-5-80-%', 'S-1-5-82-%', 'S-1-5-83-%', 'S-1-5-90-%', 'S-1-5-96-%', 'S-1-5-111-%'])
  or ("session"."uid" is null and ("session"."user_domain" in ('NT AUTHORITY', 'NT SERVICE', 'WINDOW MANAGER',
    'FONT DRIVER HOST', 'IIS APPPOOL', 'NT VIRTUAL MACHINE') or ("session"."user_domain" is null and
    "session"."user_name" in ('system', 'local service', 'network service', 'anonymous logon')))))) is not true) matching where row("key srcIp")::text in (select row("key srcIp")::text from shown) group by hostname, started_at, start_id) seen)
        as shown_count from total left join shown on true 
    order by place;
-- ["86400000000 microseconds",2,2,2]
