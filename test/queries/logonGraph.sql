(select 0 as list_index, x.* from (select "hostname", "time", "id", "action", "login_id", "uid", "user", "user_name", "user_domain", "login_type", "login_successful", "linked_login_id", "src_ip", "src_port", "dest_ip", "dest_port", "src_hostname", "source_id", "ingested_at" from "session_event" where (("session_event"."time" >= $1 and "session_event"."time" < $2 and "session_event"."action" in ($3, $4) and ((("session_event"."user_name" like '%$' and ("session_event"."user_domain" in (split_part("session_event"."hostname", '.', 1), left(split_part("session_event"."hostname", '.', 1), 15))) is not true)
  or "session_event"."uid" in ('S-1-5-7', 'S-1-5-18', 'S-1-5-19', 'S-1-5-20')
  or "session_event"."uid" like any (array['S-1-5-80-%', 'S-1-5-82-%', 'S-1-5-83-%', 'S-1-5-90-%', 'S-1-5-96-%', 'S-1-5-111-%'])
  or ("session_event"."uid" is null and "session_event"."login_successful" is not false and ("session_event"."user_domain" in ('NT AUTHORITY', 'NT SERVICE', 'WINDOW MANAGER',
    'FONT DRIVER HOST', 'IIS APPPOOL', 'NT VIRTUAL MACHINE') or ("session_event"."user_domain" is null and
    "session_event"."user_name" in ('system', 'local service', 'network service', 'anonymous logon')))))) is not true and true) and ("session_event"."user_name" = $5 and account_domain("session_event"."user_domain") = account_domain($6)) and "session_event"."hostname" = $7 and true) order by "session_event"."time" desc, "session_event"."id" desc limit $8) x) union all (select 1 as list_index, x.* from (select "hostname", "time", "id", "action", "login_id", "uid", "user", "user_name", "user_domain", "login_type", "login_successful", "linked_login_id", "src_ip", "src_port", "dest_ip", "dest_port", "src_hostname", "source_id", "ingested_at" from "session_event" where (("session_event"."time" >= $9 and "session_event"."time" < $10 and "session_event"."action" in ($11, $12) and ((("session_event"."user_name" like '%$' and ("session_event"."user_domain" in (split_part("session_event"."hostname", '.', 1), left(split_part("session_event"."hostname", '.', 1), 15))) is not true)
  or "session_event"."uid" in ('S-1-5-7', 'S-1-5-18', 'S-1-5-19', 'S-1-5-20')
  or "session_event"."uid" like any (array['S-1-5-80-%', 'S-1-5-82-%', 'S-1-5-83-%', 'S-1-5-90-%', 'S-1-5-96-%', 'S-1-5-111-%'])
  or ("session_event"."uid" is null and "session_event"."login_successful" is not false and ("session_event"."user_domain" in ('NT AUTHORITY', 'NT SERVICE', 'WINDOW MANAGER',
    'FONT DRIVER HOST', 'IIS APPPOOL', 'NT VIRTUAL MACHINE') or ("session_event"."user_domain" is null and
    "session_event"."user_name" in ('system', 'local service', 'network service', 'anonymous logon')))))) is not true and true) and "session_event"."src_ip" = $13 and ("session_event"."user_name" = $14 and account_domain("session_event"."user_domain") = account_domain($15)) and true) order by "session_event"."time" desc, "session_event"."id" desc limit $16) x) union all (select 2 as list_index, x.* from (select "hostname", "time", "id", "action", "login_id", "uid", "user", "user_name", "user_domain", "login_type", "login_successful", "linked_login_id", "src_ip", "src_port", "dest_ip", "dest_port", "src_hostname", "source_id", "ingested_at" from "session_event" where (("session_event"."time" >= $17 and "session_event"."time" < $18 and "session_event"."action" in ($19, $20) and ((("session_event"."user_name" like '%$' and ("session_event"."user_domain" in (split_part("session_event"."hostname", '.', 1), left(split_part("session_event"."hostname", '.', 1), 15))) is not true)
  or "session_event"."uid" in ('S-1-5-7', 'S-1-5-18', 'S-1-5-19', 'S-1-5-20')
  or "session_event"."uid" like any (array['S-1-5-80-%', 'S-1-5-82-%', 'S-1-5-83-%', 'S-1-5-90-%', 'S-1-5-96-%', 'S-1-5-111-%'])
  or ("session_event"."uid" is null and "session_event"."login_successful" is not false and ("session_event"."user_domain" in ('NT AUTHORITY', 'NT SERVICE', 'WINDOW MANAGER',
    'FONT DRIVER HOST', 'IIS APPPOOL', 'NT VIRTUAL MACHINE') or ("session_event"."user_domain" is null and
    "session_event"."user_name" in ('system', 'local service', 'network service', 'anonymous logon')))))) is not true and true) and ("session_event"."user_name" = $21 and account_domain("session_event"."user_domain") = account_domain($22)) and "session_event"."hostname" = $23 and true) order by "session_event"."time" desc, "session_event"."id" desc limit $24) x);
-- ["2026-11-16T00:00:00.000000Z","2026-11-17T00:00:00.000000Z","LOGIN","RECONNECT","svc-backup","CORP","FS1",2,"2026-11-16T00:00:00.000000Z","2026-11-17T00:00:00.000000Z","LOGIN","RECONNECT","10.20.0.30","svc-backup","CORP",2,"2026-11-16T00:00:00.000000Z","2026-11-17T00:00:00.000000Z","LOGIN","RECONNECT","fay","CORP","RDP1",2]

with grouped as (
      select src_ip as src_ip,
        case when src_ip is null then src_hostname end as src_name,
        user_name as user_name, account_domain(user_domain) as domain,
        hostname as hostname,
        count(*) as count, count(*) filter (where login_successful) as successes, count(*) filter (where not login_successful) as failures,
        count(*) filter (where action = 'RECONNECT') as reconnects, min(time) as first_at, max(time) as last_at
      from session_event where ("session_event"."time" >= $1 and "session_event"."time" < $2 and "session_event"."action" in ($3, $4) and ((("session_event"."user_name" like '%$' and ("session_event"."user_domain" in (split_part("session_event"."hostname", '.', 1), left(split_part("session_event"."hostname", '.', 1), 15))) is not true)
  or "session_event"."uid" in ('S-1-5-7', 'S-1-5-18', 'S-1-5-19', 'S-1-5-20')
  or "session_event"."uid" like any (array['S-1-5-80-%', 'S-1-5-82-%', 'S-1-5-83-%', 'S-1-5-90-%', 'S-1-5-96-%', 'S-1-5-111-%'])
  or ("session_event"."uid" is null and "session_event"."login_successful" is not false and ("session_event"."user_domain" in ('NT AUTHORITY', 'NT SERVICE', 'WINDOW MANAGER',
    'FONT DRIVER HOST', 'IIS APPPOOL', 'NT VIRTUAL MACHINE') or ("session_event"."user_domain" is null and
    "session_event"."user_name" in ('system', 'local service', 'network service', 'anonymous logon')))))) is not true and true)
      group by 1, 2, 3, 4, 5
    ), logons as materialized (
      select coalesce('address:' || host(src_ip), 'name:' || src_name) as source,
        'account:' || coalesce(domain, '') || '\' || user_name as account, 'host:' || hostname as host, count, successes, failures, reconnects, first_at, last_at
      from grouped
    ), edges as materialized (
      select from_key, to_key, sum(count) as count, sum(successes) as successes, sum(failures) as failures, sum(reconnects) as reconnects,
  min(first_at) as first_at, max(last_at) as last_at from (
        select source as from_key, account as to_key, count, successes, failures, reconnects, first_at, last_at from logons where source is not null and account is not null
        union all select account, host, count, successes, failures, reconnects, first_at, last_at from logons where account is not null and host is not null
        union all select source, host, count, successes, failures, reconnects, first_at, last_at from logons where account is null and source is not null and host is not null
      ) steps group by from_key, to_key
    ), shown as (
      select *, row_number() over (order by count desc, from_key, to_key) as place
      from (select * from edges order by count desc, from_key, to_key limit $5) top
    ), ends as (
      select key, count(*) as edge_count from (select from_key as key from edges union all select to_key from edges) ends group by key
    ), nodes as (
      select key, sum(count) as count, sum(successes) as successes, sum(failures) as failures, sum(reconnects) as reconnects,
  min(first_at) as first_at, max(last_at) as last_at from (
        select source as key, count, successes, failures, reconnects, first_at, last_at from logons where source is not null
        union all select account, count, successes, failures, reconnects, first_at, last_at from logons where account is not null
        union all select host, count, successes, failures, reconnects, first_at, last_at from logons where host is not null
      ) ends where key in (select from_key from shown union all select to_key from shown) group by key
    ), total as (
      select (select count(*) from edges) as total_edges, (select count(*) from ends) as total_nodes, coalesce(sum(count), 0) as total_count,
        coalesce(sum(count) filter (where num_nonnulls(source, account, host) < 2), 0) as edgeless_count
      from logons
    )
    select total.*, shown.*, array[source.count::text, source.successes::text, source.failures::text, source.reconnects::text, source.first_at::text, source.last_at::text,
      source.edge_count::text] as "from", array[target.count::text, target.successes::text, target.failures::text, target.reconnects::text, target.first_at::text, target.last_at::text,
      target.edge_count::text] as "to"
    from total left join shown on true
    left join (select * from nodes join ends using (key)) source on source.key = from_key
    left join (select * from nodes join ends using (key)) target on target.key = to_key
    order by place;
-- ["2026-11-16T00:00:00.000000Z","2026-11-17T00:00:00.000000Z","LOGIN","RECONNECT",3]
