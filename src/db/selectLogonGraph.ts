import { sql } from 'drizzle-orm';
import type { SQL } from 'drizzle-orm';

import { KEY_PREFIXES } from '../model/logonGraph/logonGraph.ts';
import type { LogonMeasures, LogonNodeKind } from '../model/logonGraph/logonGraph.ts';
import type { LogonGraphRequest, LogonOrderField } from '../model/logonGraph/parseLogonGraph.ts';

import { ACCOUNT_DOMAIN } from './accountDomain.ts';
import { compilePredicate, EVENTS } from './compilePredicate.ts';
import type { RequestDatabase } from './makeRequestDatabase.ts';
import { literal, nameOf } from './statement.ts';
import { canonicalTime } from './tables.ts';

/** An edge with its ends. */
export type SelectedEdge = LogonMeasures & { readonly from: SelectedNode; readonly to: SelectedNode };

/** A node, and the number of its edges. */
export type SelectedNode = LogonMeasures & { readonly key: string; readonly edgeCount: number };

/** The first edges, and the numbers of events, of events without an edge, of nodes with edges and of edges. */
export type SelectedGraph = {
  readonly edges: readonly SelectedEdge[];
  readonly count: number;
  readonly edgelessCount: number;
  readonly nodeCount: number;
  readonly edgeCount: number;
};

/**
 * Reads the logon graph in one statement, so that its numbers are consistent. Reads each matching event once, and sums up combinations of
 * source, account and host, which are fewer, to edges and nodes. Index: that of a list with the same filter; without a host, user, uid or
 * address in it session_event_time, or the partitions of the range as a whole.
 */
export const selectLogonGraph = async (
  db: RequestDatabase,
  request: LogonGraphRequest,
  asOf: string,
): Promise<SelectedGraph> => {
  const rows = await db.rows<Row>(compileGraph(request, asOf));
  const [totals] = rows;
  return {
    edges: rows.flatMap((row) => (row.from_key === null ? [] : [toEdge(row)])),
    count: Number(totals?.total_count ?? 0),
    edgelessCount: Number(totals?.edgeless_count ?? 0),
    nodeCount: Number(totals?.total_nodes ?? 0),
    edgeCount: Number(totals?.total_edges ?? 0),
  };
};

const compileGraph = ({ predicate, kinds, order, limit }: LogonGraphRequest, asOf: string): SQL => {
  const ifKind = (kind: LogonNodeKind, column: SQL, type: SQL): SQL =>
    kinds.includes(kind) ? column : sql`null::${type}`;
  const inOrder = sql`${ORDERS[order.field]} ${order.direction === 'ASCENDING' ? sql`asc` : sql`desc`}, from_key, to_key`;
  return sql`with grouped as (
      select ${ifKind('SOURCE', sql`src_ip`, sql`inet`)} as src_ip,
        ${ifKind('SOURCE', sql`case when src_ip is null then src_hostname end`, sql`text`)} as src_name,
        ${ifKind('ACCOUNT', sql`user_name`, sql`text`)} as user_name, ${ifKind('ACCOUNT', ACCOUNT_DOMAIN, sql`text`)} as domain,
        ${ifKind('HOST', sql`hostname`, sql`text`)} as hostname,
        count(*) as count, count(*) filter (where login_successful) as successes, count(*) filter (where not login_successful) as failures,
        count(*) filter (where action = 'RECONNECT') as reconnects, min(time) as first_at, max(time) as last_at
      from session_event where ${compilePredicate(predicate, asOf, EVENTS)}
      group by 1, 2, 3, 4, 5
    ), logons as materialized (
      select coalesce(${prefix('srcIp')} || host(src_ip), ${prefix('srcHostname')} || src_name) as source,
        ${prefix('account')} || coalesce(domain, '') || '\\' || user_name as account, ${prefix('hostname')} || hostname as host, ${NAMES}
      from grouped
    ), edges as materialized (
      select from_key, to_key, ${SUMS} from (
        select source as from_key, account as to_key, ${NAMES} from logons where source is not null and account is not null
        union all select account, host, ${NAMES} from logons where account is not null and host is not null
        union all select source, host, ${NAMES} from logons where account is null and source is not null and host is not null
      ) steps group by from_key, to_key
    ), shown as (
      select *, row_number() over (order by ${inOrder}) as place
      from (select * from edges order by ${inOrder} limit ${limit}) top
    ), ends as (
      select key, count(*) as edge_count from (select from_key as key from edges union all select to_key from edges) ends group by key
    ), nodes as (
      select key, ${SUMS} from (
        select source as key, ${NAMES} from logons where source is not null
        union all select account, ${NAMES} from logons where account is not null
        union all select host, ${NAMES} from logons where host is not null
      ) ends where key in (select from_key from shown union all select to_key from shown) group by key
    ), total as (
      select (select count(*) from edges) as total_edges, (select count(*) from ends) as total_nodes, coalesce(sum(count), 0) as total_count,
        coalesce(sum(count) filter (where num_nonnulls(source, account, host) < 2), 0) as edgeless_count
      from logons
    )
    select total.*, shown.*, ${nodeColumns(sql`source`, 'from')}, ${nodeColumns(sql`target`, 'to')}
    from total left join shown on true
    left join (select * from nodes join ends using (key)) source on source.key = from_key
    left join (select * from nodes join ends using (key)) target on target.key = to_key
    order by place`;
};

const ORDERS: Readonly<Record<LogonOrderField, SQL>> = {
  COUNT: sql`count`,
  FAILURES: sql`failures`,
  FIRST_AT: sql`first_at`,
  LAST_AT: sql`last_at`,
};

/** The columns of measures. Their names are the same in all parts of the statement. */
const NAMES = sql`count, successes, failures, reconnects, first_at, last_at`;
const SUMS = sql`sum(count) as count, sum(successes) as successes, sum(failures) as failures, sum(reconnects) as reconnects,
  min(first_at) as first_at, max(last_at) as last_at`;

const prefix = (of: keyof typeof KEY_PREFIXES): SQL => sql`${literal(KEY_PREFIXES[of])}`;

/** The columns of one end of an edge as an array. */
const nodeColumns = (node: SQL, name: 'from' | 'to'): SQL =>
  sql`array[${node}.count::text, ${node}.successes::text, ${node}.failures::text, ${node}.reconnects::text, ${node}.first_at::text, ${node}.last_at::text,
      ${node}.edge_count::text] as ${nameOf(name)}`;

/** The totals are in every row. The columns of the edge are null in the only row of a graph without edges. */
type Row = {
  readonly total_edges: string;
  readonly total_nodes: string;
  readonly total_count: string;
  readonly edgeless_count: string;
} & (EdgeRow | { readonly from_key: null });

type EdgeRow = {
  readonly from_key: string;
  readonly to_key: string;
  readonly count: string;
  readonly successes: string;
  readonly failures: string;
  readonly reconnects: string;
  readonly first_at: string;
  readonly last_at: string;
  readonly from: readonly string[];
  readonly to: readonly string[];
};

const toEdge = (row: EdgeRow): SelectedEdge => ({
  ...toMeasures([row.count, row.successes, row.failures, row.reconnects, row.first_at, row.last_at]),
  from: toNode(row.from_key, row.from),
  to: toNode(row.to_key, row.to),
});

const toNode = (key: string, columns: readonly string[]): SelectedNode => ({
  key,
  ...toMeasures(columns),
  edgeCount: Number(columns[6]),
});

const toMeasures = ([
  count,
  successes,
  failures,
  reconnects,
  firstAt = '',
  lastAt = '',
]: readonly string[]): LogonMeasures => ({
  count: Number(count),
  successes: Number(successes),
  failures: Number(failures),
  reconnects: Number(reconnects),
  firstAt: canonicalTime(firstAt),
  lastAt: canonicalTime(lastAt),
});
