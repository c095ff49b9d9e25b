import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';

import type { RequestInfo } from '../../graphql/requestInfo.ts';

import type { Database, DatabaseObserver } from '../../db/client.ts';
import { probePartitions } from '../../db/probePartitions.ts';

import type { AuditOutcome } from '../../model/audit/auditOutcome.ts';
import { VERSION } from '../../model/version.ts';
import { boundNames } from './boundNames.ts';
import { measureEventLoop } from './measureEventLoop.ts';

/** What a server counts. */
export type Metrics = {
  readonly countRequest: (requestInfo: RequestInfo, ended: EndedRequest) => void;
  /** What became of entries of the audit; those in the log are not in the database. */
  readonly countAudited: (fate: 'stored' | 'logged', count: number) => void;
  readonly watchAudit: (countWaiting: () => number) => void;
  /** Everything, as Prometheus reads it. */
  readonly print: () => Promise<string>;
  readonly contentType: string;
  readonly close: () => void;
};

export type EndedRequest = {
  readonly route: string;
  /** null: the client disconnected before. */
  readonly status: number | null;
  readonly outcome: AuditOutcome | 'HUNG_UP';
  readonly durationMs: number;
};

const MAX_OPERATION_NAMES = 100;
const SECONDS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];
const COSTS = [1, 10, 100, 1000, 10_000, 100_000, 1_000_000, 5_000_000];

/**
 * Makes a server's metrics, in a registry of its own, since a process may hold several servers. Labels are routes, statuses, outcomes
 * and at most a hundred names of operations: no host, user or address can become one.
 */
export const makeMetrics = (database: Database, countRestarts = (): number => 0): Metrics => {
  const registry = new Registry();
  addBuildInfo(registry);
  addRestarts(registry, countRestarts);
  const requests = makeRequestMetrics(registry);
  const registers = [registry];
  const stitching = new Histogram({
    name: 'sessionscope_stitch_duration_seconds',
    help: 'How long it took to bring the sessions up to date, of each batch that was stored.',
    buckets: SECONDS,
    registers,
  });
  const watcher: DatabaseObserver = {
    onStitched: (durationMs) => stitching.observe(durationMs / 1000),
    onIngested: makeIngestMetrics(registry),
  };
  database.observers.add(watcher);
  addPools(registry, database);
  const measureDatabase = makeDatabaseMetrics(registry, database);
  const eventLoop = measureEventLoop(registry);
  let isProcessMeasured = false;
  return {
    countRequest: requests,
    ...makeAuditMetrics(registry),
    print: async () => {
      // Not before: they watch the process, and most servers of tests are never asked.
      if (!isProcessMeasured) collectDefaultMetrics({ register: registry });
      isProcessMeasured = true;
      await measureDatabase();
      eventLoop.measure();
      return registry.metrics();
    },
    contentType: registry.contentType,
    close: () => {
      eventLoop.close();
      database.observers.delete(watcher);
    },
  };
};

/** As exporters of Prometheus tell their version: a series whose value is always 1. */
const addBuildInfo = (registry: Registry): void => {
  const info = new Gauge({
    name: 'sessionscope_build_info',
    help: 'The version of the server, as a label; the value is always 1.',
    labelNames: ['version'],
    registers: [registry],
  });
  info.set({ version: VERSION }, 1);
};

/** Read at the scrape. */
const addRestarts = (registry: Registry, countRestarts: () => number): void => {
  const restarts = new Counter({
    name: 'sessionscope_postgres_restarts_total',
    help: 'How often the server restarted its embedded Postgres after it had ended.',
    registers: [],
    collect() {
      this.reset();
      this.inc(countRestarts());
    },
  });
  registry.registerMetric(restarts);
};

const makeRequestMetrics = (registry: Registry): Metrics['countRequest'] => {
  const registers = [registry];
  const requests = new Counter({
    name: 'sessionscope_requests_total',
    help: 'Requests by address, status (none: the client disconnected) and outcome.',
    labelNames: ['route', 'status', 'outcome'],
    registers,
  });
  const durations = new Histogram({
    name: 'sessionscope_operation_duration_seconds',
    help: `How long GraphQL operations took, by name: the first ${MAX_OPERATION_NAMES} names, the rest as other, those without as anonymous.`,
    labelNames: ['operation'],
    buckets: SECONDS,
    registers,
  });
  const costs = new Histogram({
    name: 'sessionscope_operation_cost',
    help: 'What operations could cost (requested) and did cost (actual), in objects of the answer.',
    labelNames: ['kind'],
    buckets: COSTS,
    registers,
  });
  const bound = boundNames(MAX_OPERATION_NAMES);
  return (requestInfo, { route, status, outcome, durationMs }) => {
    requests.inc({ route, status: status ?? 'none', outcome: outcome.toLowerCase() });
    // Of /ingest, the histogram of its address would be the one of stitching; what no operation could be found in has no name.
    if (requestInfo.operationType === null || requestInfo.operationType === 'INGEST') return;
    durations.observe({ operation: bound(requestInfo.operationName ?? 'anonymous') }, durationMs / 1000);
    if (requestInfo.costRequested !== null) costs.observe({ kind: 'requested' }, requestInfo.costRequested);
    if (requestInfo.costActual !== null) costs.observe({ kind: 'actual' }, requestInfo.costActual);
  };
};

const makeIngestMetrics = (registry: Registry): DatabaseObserver['onIngested'] => {
  const registers = [registry];
  const items = new Counter({
    name: 'sessionscope_ingested_items_total',
    help: 'Events and host starts that were sent, by verdict; skipped: records that tell of none.',
    labelNames: ['verdict'],
    registers,
  });
  for (const verdict of ['accepted', 'duplicate', 'rejected', 'skipped']) items.inc({ verdict }, 0);
  const lag = new Gauge({
    name: 'sessionscope_event_lag_seconds',
    help: 'How old the newest event of the last batch was when it was stored.',
    labelNames: NO_LABELS,
    registers,
  });
  const last = new Gauge({
    name: 'sessionscope_last_accepted_timestamp_seconds',
    help: 'When something new was stored last, by the clock of the server.',
    labelNames: NO_LABELS,
    registers,
  });
  // Not 0 before there is any.
  lag.remove();
  last.remove();
  return (ingested) => {
    items.inc({ verdict: 'accepted' }, ingested.accepted);
    items.inc({ verdict: 'duplicate' }, ingested.duplicates);
    items.inc({ verdict: 'rejected' }, ingested.rejected);
    items.inc({ verdict: 'skipped' }, ingested.skipped);
    if (ingested.newestTime === null) return;
    lag.set((Date.now() - Date.parse(ingested.newestTime)) / 1000);
    last.setToCurrentTime();
  };
};

const makeAuditMetrics = (registry: Registry): Pick<Metrics, 'countAudited' | 'watchAudit'> => {
  const entries = new Counter({
    name: 'sessionscope_audit_entries_total',
    help: 'Entries of the audit: stored in the database, or in the log alone, because it could not take them.',
    labelNames: ['fate'],
    registers: [registry],
  });
  for (const fate of ['stored', 'logged']) entries.inc({ fate }, 0);
  return {
    countAudited: (fate, count) => entries.inc({ fate }, count),
    watchAudit: (countWaiting) => {
      const waiting = new Gauge({
        name: 'sessionscope_audit_entries_waiting',
        help: 'Entries of the audit that are still to be stored.',
        registers: [],
        collect() {
          this.set(countWaiting());
        },
      });
      registry.registerMetric(waiting);
    },
  };
};

/** Read at the scrape, from memory. */
const addPools = (registry: Registry, { readPool, writePool, keyPool }: Database): void => {
  const pools = Object.entries({ read: readPool, write: writePool, keys: keyPool });
  const connections = new Gauge({
    name: 'sessionscope_pool_connections',
    help: 'Connections to Postgres by pool: busy and idle.',
    labelNames: ['pool', 'state'],
    registers: [],
    collect() {
      for (const [pool, { totalCount, idleCount }] of pools) {
        this.set({ pool, state: 'idle' }, idleCount);
        this.set({ pool, state: 'busy' }, totalCount - idleCount);
      }
    },
  });
  const waiting = new Gauge({
    name: 'sessionscope_pool_waiting',
    help: 'Statements that wait for a connection, by pool.',
    labelNames: ['pool'],
    registers: [],
    collect() {
      for (const [pool, { countWaiting }] of pools) this.set({ pool }, countWaiting());
    },
  });
  registry.registerMetric(connections);
  registry.registerMetric(waiting);
};

/** What only Postgres knows; left out while it does not say. */
const makeDatabaseMetrics = (registry: Registry, database: Database): (() => Promise<void>) => {
  const registers = [registry];
  const isUp = new Gauge({
    name: 'sessionscope_database_up',
    help: '1 when Postgres answered this scrape, else 0.',
    registers,
  });
  const count = new Gauge({
    name: 'sessionscope_partitions',
    help: 'Partitions of the table of events.',
    labelNames: NO_LABELS,
    registers,
  });
  const ahead = new Gauge({
    name: 'sessionscope_partitions_ahead_seconds',
    help: 'How far into the future the partitions reach. A new one is made when an event needs it.',
    labelNames: NO_LABELS,
    registers,
  });
  return async () => {
    const partitions = await probePartitions(database);
    isUp.set(partitions === null ? 0 : 1);
    // With their values gone they are not printed, rather than printed as 0.
    count.remove();
    ahead.remove();
    if (partitions === null) return;
    count.set(partitions.length);
    const until = partitions.at(-1)?.until;
    if (until !== undefined) ahead.set((Date.parse(until) - Date.now()) / 1000);
  };
};

const NO_LABELS: readonly never[] = [];
