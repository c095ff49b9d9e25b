import { Agent } from 'node:http';

import type pg from 'pg';

import { makeEvents } from '../makeEvents.ts';
import type { CompanySize } from '../makeEvents.ts';
import { measureApi } from '../measureIngest.ts';
import type { Period } from '../measureQuestions.ts';
import { postQuery } from '../postQuery.ts';
import type { Child } from '../spawnChild.ts';

/** A site makes this many events in a year: five a day at each workstation, and most at servers and domain controllers. */
export const SITE_EVENTS = 1_000_000;

/** In realdata 72 % of the sessions log out, 21 % stay open, and 7 % end with a restart of their host. */
const SITE: CompanySize = { workstations: 235, servers: 15, people: 150, abandoned: 0.28 };

/** Each fourth host records its starts, and so ends what was abandoned there. */
const RECORDS_STARTS = 4;
const WEEK_MS = 7 * 86_400_000;

/** Records the events of the first site through the API, the starts of hosts first. */
export const recordSite = async (api: Child, { fromMs, untilMs }: Period): Promise<void> => {
  const agent = new Agent({ keepAlive: true });
  try {
    await postQuery(agent, api, toMutation([...makeStarts({ fromMs, untilMs })]));
    const events = makeEvents({ fromMs, untilMs, count: SITE_EVENTS, seed: 1, size: SITE });
    for (let batch = 0; batch < SITE_EVENTS / BATCHES_AT_ONCE / 1000; batch += 1)
      await measureApi(agent, { target: api, events }, { batches: BATCHES_AT_ONCE });
  } finally {
    agent.destroy();
  }
};

/** Bounds the memory for their requests. */
const BATCHES_AT_ONCE = 100;

function* makeStarts({ fromMs, untilMs }: Period): Generator<object, void> {
  const hosts = [...names('WS', SITE.workstations), ...names('SRV', SITE.servers), 'DC01'];
  for (const [index, hostname] of hosts.entries())
    for (let timeMs = fromMs + index * 60_000; timeMs < untilMs; timeMs += WEEK_MS)
      yield { hostStart: { hostname, time: new Date(timeMs).toISOString() } };
}

const names = (prefix: string, count: number): readonly string[] =>
  Array.from(
    { length: Math.ceil(count / RECORDS_STARTS) },
    (_, index) => `${prefix}${index * RECORDS_STARTS}`,
  );

const toMutation = (events: readonly object[]): string =>
  JSON.stringify({
    query: 'mutation ($events: [ContextEventInput!]!) { ingestContextEvents(events: $events) { accepted } }',
    variables: { events },
  });

/**
 * Gives the company as many further sites as it lacks: the hosts, people and addresses of the first one under other names, at other times.
 * All sites share the domain controllers, which get busier. Postgres copies the rows, and builds the indexes afterwards, in a tenth of the time of ingest.
 */
export const addSites = async (client: pg.Client, sites: number): Promise<void> => {
  await client.query(`set maintenance_work_mem = '1GB'; set synchronous_commit = off`);
  for (const table of COPIED)
    await client.query(`create temp table first_${table} as select * from ${table}`);
  await client.query(`select ensure_session_event_partitions(array(
    select distinct date_trunc('month', min(time) - interval '${sites * SHIFT_SECONDS} seconds') from first_session_event))`);
  const indexes = await dropIndexes(client);
  for (let site = 1; site < sites; site += 1)
    for (const table of COPIED) await copyTable(client, table, site);
  for (const index of indexes) await client.query(index);
  await client.query('vacuum analyze');
};

const COPIED = ['session_event', 'session', 'context_event', 'host_activity', 'host', 'account'] as const;
const SHIFT_SECONDS = 431;

/** Of the two large tables. Gives the statements that make them again. */
const dropIndexes = async (client: pg.Client): Promise<readonly string[]> => {
  const { rows } = await client.query<{ drop: string; make: string }>(`
    select case when c.oid is null then format('drop index %s', i.indexrelid::regclass)
        else format('alter table %s drop constraint %I', i.indrelid::regclass, c.conname) end as drop,
      case when c.oid is null then replace(pg_get_indexdef(i.indexrelid), ' ON ONLY ', ' ON ')
        else format('alter table %s add constraint %I %s', i.indrelid::regclass, c.conname, pg_get_constraintdef(c.oid)) end as make
    from pg_index i left join pg_constraint c on c.conindid = i.indexrelid and c.contype = 'p'
    where i.indrelid in ('session_event'::regclass, 'session'::regclass)`);
  for (const { drop } of rows) await client.query(drop);
  return rows.map(({ make }) => make);
};

const copyTable = async (client: pg.Client, table: string, site: number): Promise<void> => {
  const { rows } = await client.query<{ name: string; type: string }>(
    `select attname as name, format_type(atttypid, null) as type from pg_attribute
     where attrelid = $1::regclass and attnum > 0 and not attisdropped order by attnum`,
    [table],
  );
  const columns = rows.map(({ name }) => `"${name}"`).join(', ');
  const values = rows.map(({ name, type }) => ofSite(name, type, site)).join(', ');
  await client.query(
    `insert into ${table} (${columns}) select ${values} from first_${table} ${ONLY[table] ?? ''} on conflict do nothing`,
  );
};

/** What all sites have in common is not copied. */
const ONLY: Readonly<Record<string, string>> = {
  host: `where hostname not like 'DC%'`,
  host_activity: `where hostname not like 'DC%'`,
};

/** The value of a column for a row of another site. */
const ofSite = (name: string, type: string, site: number): string => {
  const column = `"${name}"`;
  const numbered = (prefix: string, suffix: string, count: number): string =>
    `when starts_with(${column}, '${prefix}') and right(${column}, ${suffix.length}) = '${suffix}'
      then '${prefix}' || (substr(${column}, ${prefix.length + 1}, length(${column}) - ${prefix.length + suffix.length})::integer + ${site * count}) || '${suffix}'`;
  const renamed = (...cases: readonly string[]): string => `case ${cases.join(' ')} else ${column} end`;
  switch (name) {
    case 'hostname':
      return renamed(numbered('WS', '', SITE.workstations), numbered('SRV', '', SITE.servers));
    case 'user':
      return renamed(
        numbered(String.raw`CORP\user`, '', SITE.people),
        numbered(String.raw`CORP\WS`, '$', SITE.workstations),
      );
    case 'user_name':
      return renamed(numbered('user', '', SITE.people), numbered('ws', '$', SITE.workstations));
    case 'uid':
      return `case when length(uid) > 20 then regexp_replace(uid, '[0-9]+$', '') || (substring(uid from '[0-9]+$')::integer + ${site * 10_000}) else uid end`;
    case 'login_id':
      return `case when length(login_id) > 5 then '0x${site}' || substr(login_id, 3) else login_id end`;
    case 'src_ip':
      return `src_ip + ${site * 65_536}`;
    case 'src_ips':
      return `array(select source + ${site * 65_536} from unnest(src_ips) as source)`;
    case 'ingested_at':
      return column;
    case 'duration_rank':
      // See rankOf: open sessions are ranked by their starts, backwards.
      return `case when ended_at is null then ${shifted(column, -site)} else ${column} end`;
    case 'over_at':
      return `case when ended_at is null then over_at else ${shifted(column, site)} end`;
    default:
      return type.startsWith('timestamp') ? shifted(column, site) : column;
  }
};

/** Earlier, so that no time is in the future. */
const shifted = (column: string, site: number): string =>
  `${column} - interval '1 second' * ${site * SHIFT_SECONDS}`;
