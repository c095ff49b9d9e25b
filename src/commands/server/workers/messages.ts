import type { Config } from '../../../config/config.ts';

import type { Budgets } from '../../../http/cost/makeBudgets.ts';
import type { RestartCounts } from '../../../http/observe/addRestarts.ts';
import type { MetricsOfProcess } from '../../../http/observe/metricsOfProcess.ts';
import type { SlotKind } from '../../../http/sockets/limitInFlight.ts';

import type { DatabaseLogins } from '../../../db/client.ts';

import type { ApiKey } from '../../../model/access/apiKey.ts';

/** What a worker needs to serve. */
export type WorkerStart = {
  readonly config: Config;
  readonly logins: DatabaseLogins;
  /** The key with which the primary process imports into this server; null if it has none. */
  readonly ownKey: ApiKey | null;
};

/** The result of a start. Errors lose their code between processes, so it is passed separately. */
export type Listening =
  | { readonly kind: 'LISTENING'; readonly address: string }
  | { readonly kind: 'FAILED'; readonly message: string; readonly code: string | undefined };

/** The functions of a worker that the primary process calls. */
export type WorkerFunctions = {
  readonly serve: (start: WorkerStart) => Promise<Listening>;
  /** Gives up all leased slots that are not in use, and returns their number. */
  readonly recallSlots: (kind: SlotKind) => number;
  readonly collectMetrics: () => Promise<MetricsOfProcess>;
  /** Answers the requests in flight and ends the process. */
  readonly stop: () => void;
};

/** The functions of the primary process that its workers call. The budgets are of no use without a limit per minute. */
export type PrimaryFunctions = Budgets & {
  /** The worker listens to messages from now on; earlier ones would be lost. */
  readonly greet: () => void;
  /** Leases some slots to the worker; 0 if none is free. */
  readonly leaseSlots: (kind: SlotKind) => Promise<number>;
  readonly returnSlots: (kind: SlotKind, count: number) => void;
  /** Returns the metrics of the other workers, and the restarts so far. */
  readonly collectFromOthers: () => Promise<CollectedMetrics>;
};

export type CollectedMetrics = {
  readonly others: readonly MetricsOfProcess[];
  readonly restarts: RestartCounts;
};
