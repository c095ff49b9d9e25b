import { Counter, Gauge } from 'prom-client';
import type { Registry } from 'prom-client';

import type { Replica } from '../../db/replica/watchReplica.ts';

/** Adds the state of the replica, as it was when this process looked at it last, less than a few seconds ago. */
export const addReplica = (registry: Registry, replica: Replica): void => {
  const isUsed = new Gauge({
    name: 'sessionscope_replica_used',
    help: '1 if reads go to the replica, 0 if they go to the primary.',
    aggregator: 'min',
    registers: [],
    collect() {
      this.set(replica.isUsed() ? 1 : 0);
    },
  });
  const lag = new Gauge({
    name: 'sessionscope_replica_lag_seconds',
    help: 'How far the replica is behind the primary; absent while that is unknown.',
    labelNames: [],
    aggregator: 'max',
    registers: [],
    collect() {
      const seconds = replica.lagSeconds();
      if (seconds === null) this.remove();
      else this.set(seconds);
    },
  });
  const moved = new Counter({
    name: 'sessionscope_requests_moved_to_primary_total',
    help: 'Requests that read from the primary: not_used: the replica is not used; behind: it did not reach the position of the request in time; conflict, failed: a statement failed on it.',
    labelNames: ['reason'],
    registers: [],
    collect() {
      this.reset();
      for (const [reason, count] of Object.entries(replica.countMoves()))
        this.inc({ reason: reason.toLowerCase() }, count);
    },
  });
  for (const metric of [isUsed, lag, moved]) registry.registerMetric(metric);
};
