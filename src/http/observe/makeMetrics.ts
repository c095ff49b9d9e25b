import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';

import type { RequestInfo } from '../../graphql/requestInfo.ts';

import type { Database, DatabaseObserver } from '../../db/client.ts';

import type { AuditOutcome } from '../../model/audit/auditOutcome.ts';
import { VERSION } from '../../model/version.ts';
import { addRestarts } from './addRestarts.ts';
import type { CountRestarts } from './addRestarts.ts';
import { boundNames } from './boundNames.ts';
import { addPools, makeDatabaseMetrics } from './databaseMetrics.ts';
import { measureEventLoop } from './measureEventLoop.ts';
import type { MetricsOfProcess } from './metricsOfProcess.ts';
import { addReplica } from './replicaMetrics.ts';

/** The metrics of a server. */
export type Metrics = {
  readonly countRequest: (requestInfo: RequestInfo, ended: EndedRequest) => void;
  /** Counts audit entries by where they are stored; logged entries are not in the database. */
  readonly countAudited: (fate: 'stored' | 'logged', count: number) => void;
  readonly watchAudit: (countWaiting: () => number) => void;
  /** Measures this process. */
  readonly collect: () => Promise<MetricsOfProcess>;
  readonly close: () => void;
};

export type EndedRequest = {
  readonly route: string;
  /** null: the client disconnected before the answer. */
  readonly status: number | null;
  readonly outcome: AuditOutcome | 'HUNG_UP';
  readonly durationMs: number;
};

const MAX_OPERATION_NAMES = 100;
const SECONDS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];
const COSTS = [1, 10, 100, 1000, 10_000, 100_000, 1_000_000, 5_000_000];

/**
 * Makes the metrics of a server in a separate registry, because a process may have several servers. Labels are routes, statuses, outcomes and at
 * most a hundred operation names: a host, user or address cannot become a label.
 */
export const makeMetrics = (database: Database, countRestarts: CountRestarts): Metrics => {
  const registry = new Registry();
  addBuildInfo(registry);
  addRestarts(registry, countRestarts);
  const requests = makeRequestMetrics(registry);
  const registers = [registry];
  const stitching = new Histogram({
    name: 'sessionscope_stitch_duration_seconds',
    help: 'Time to update the sessions in each transaction that stores events.',
    buckets: SECONDS,
    registers,
  });
  const splits = new Counter({
    name: 'sessionscope_shared_transactions_failed_total',
    help: 'Transactions of several requests that failed; each of their requests was stored again alone.',
    registers,
  });
  const watcher: DatabaseObserver = {
    onStitched: (durationMs) => stitching.observe(durationMs / 1000),
    onGroupSplit: () => splits.inc(),
    onIngested: makeIngestMetrics(registry),
  };
  database.observers.add(watcher);
  addPools(registry, database);
  if (database.replica !== null) addReplica(registry, database.replica);
  const measureDatabase = makeDatabaseMetrics(registry, database);
  const eventLoop = measureEventLoop(registry);
  let isProcessMeasured = false;
  return {
    countRequest: requests,
    ...makeAuditMetrics(registry),
    collect: async () => {
      // Only at the first scrape: they observe the process, and most servers in tests are never scraped.
      if (!isProcessMeasured) collectDefaultMetrics({ register: registry });
      isProcessMeasured = true;
      await measureDatabase();
      eventLoop.measure();
      return registry.getMetricsAsJSON();
    },
    close: () => {
      eventLoop.close();
      database.observers.delete(watcher);
    },
  };
};

/** Adds the version as exporters of Prometheus do: a series whose value is always 1. */
const addBuildInfo = (registry: Registry): void => {
  const info = new Gauge({
    name: 'sessionscope_build_info',
    help: 'The version of the server, as a label; the value is always 1.',
    labelNames: ['version'],
    aggregator: 'first',
    registers: [registry],
  });
  info.set({ version: VERSION }, 1);
};

const makeRequestMetrics = (registry: Registry): Metrics['countRequest'] => {
  const registers = [registry];
  const requests = new Counter({
    name: 'sessionscope_requests_total',
    help: 'Requests by route, status (none: the client disconnected) and outcome.',
    labelNames: ['route', 'status', 'outcome'],
    registers,
  });
  const durations = new Histogram({
    name: 'sessionscope_operation_duration_seconds',
    help: `Duration of GraphQL operations by name: the first ${MAX_OPERATION_NAMES} names, the rest as other, those without a name as anonymous.`,
    labelNames: ['operation'],
    buckets: SECONDS,
    registers,
  });
  const costs = new Histogram({
    name: 'sessionscope_operation_cost',
    help: 'Possible (requested) and actual cost of operations, in objects of the answer.',
    labelNames: ['kind'],
    buckets: COSTS,
    registers,
  });
  const bound = boundNames(MAX_OPERATION_NAMES);
  return (requestInfo, { route, status, outcome, durationMs }) => {
    requests.inc({ route, status: status ?? 'none', outcome: outcome.toLowerCase() });
    // The duration of /ingest is measured by the stitching histogram. A request without a valid operation has no name.
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
    help: 'Received events and context events by verdict; skipped, unrelated, not_understood: records without either.',
    labelNames: ['verdict'],
    registers,
  });
  for (const verdict of ['accepted', 'duplicate', 'rejected', 'skipped', 'unrelated', 'not_understood'])
    items.inc({ verdict }, 0);
  const lag = new Gauge({
    name: 'sessionscope_event_lag_seconds',
    help: 'Age of the newest event of the last batch when it was stored.',
    labelNames: NO_LABELS,
    aggregator: 'max',
    registers,
  });
  const last = new Gauge({
    name: 'sessionscope_last_accepted_timestamp_seconds',
    help: 'Time of the last storage of a new item, by the clock of the server.',
    labelNames: NO_LABELS,
    aggregator: 'max',
    registers,
  });
  // Without a value until the first item, instead of 0.
  lag.remove();
  last.remove();
  return (ingested) => {
    items.inc({ verdict: 'accepted' }, ingested.accepted);
    items.inc({ verdict: 'duplicate' }, ingested.duplicates);
    items.inc({ verdict: 'rejected' }, ingested.rejected);
    items.inc({ verdict: 'skipped' }, ingested.skipped);
    items.inc({ verdict: 'unrelated' }, ingested.unrelated);
    items.inc({ verdict: 'not_understood' }, ingested.notUnderstood);
    if (ingested.newestTime === null) return;
    lag.set((Date.now() - Date.parse(ingested.newestTime)) / 1000);
    last.setToCurrentTime();
  };
};

const makeAuditMetrics = (registry: Registry): Pick<Metrics, 'countAudited' | 'watchAudit'> => {
  const entries = new Counter({
    name: 'sessionscope_audit_entries_total',
    help: 'Audit entries: stored in the database, or only logged because the database could not store them.',
    labelNames: ['fate'],
    registers: [registry],
  });
  for (const fate of ['stored', 'logged']) entries.inc({ fate }, 0);
  return {
    countAudited: (fate, count) => entries.inc({ fate }, count),
    watchAudit: (countWaiting) => {
      const waiting = new Gauge({
        name: 'sessionscope_audit_entries_waiting',
        help: 'Audit entries that are not stored yet.',
        registers: [],
        collect() {
          this.set(countWaiting());
        },
      });
      registry.registerMetric(waiting);
    },
  };
};

const NO_LABELS: readonly never[] = [];
