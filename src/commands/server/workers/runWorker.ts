import { createBirpc } from 'birpc';

import { preferProduction } from '../../../config/environment.ts';

import { NO_RESTARTS } from '../../../http/observe/addRestarts.ts';

import { onStopSignal } from '../../../client/onStopSignal.ts';

import type { PrimaryFunctions, WorkerFunctions } from './messages.ts';
import { leaseSlots } from './leaseSlots.ts';
import { databaseSettings, poolSizes } from './poolSizes.ts';

/** Runs a worker: a process that serves when the primary process tells it to, on a port that all workers share. */
export const runWorker = async (): Promise<void> => {
  preferProduction();
  // Ctrl-C signals all processes of the server. The primary process decides when its workers stop: after its own import, which they answer.
  onStopSignal(() => undefined);
  // Loaded before the primary process calls, because Postgres may still be starting.
  const [{ openDatabase }, { makeLogger }, { serveApi }] = await Promise.all([
    import('../../../db/client.ts'),
    import('../../../http/log.ts'),
    import('../serveApi.ts'),
  ]);
  let serving: Promise<Awaited<ReturnType<typeof serveApi>>> | null = null;
  let closeDatabase = async (): Promise<void> => undefined;
  let restarts = NO_RESTARTS;
  const close = async (): Promise<void> => {
    const server = await serving?.catch(() => null);
    await server?.close();
    await closeDatabase();
  };
  const functions: WorkerFunctions = {
    serve: async ({ config, logins, ownKey }) => {
      const { limits } = config;
      const database = openDatabase({ logins, ...poolSizes(config.workers), ...databaseSettings(config) });
      closeDatabase = database.close;
      const shared = {
        slots,
        gatherMetrics: async (collect: WorkerFunctions['collectMetrics']) => {
          const collected = await primary.collectFromOthers();
          ({ restarts } = collected);
          return [await collect(), ...collected.others];
        },
      };
      const logger = makeLogger(config.logLevel);
      const budgets = limits.perMinute === null ? null : primary;
      serving = serveApi({
        config,
        database,
        ownKey,
        budgets,
        shared,
        countRestarts: () => restarts,
        logger,
      });
      try {
        return { kind: 'LISTENING', address: (await serving).address };
      } catch (error) {
        const { message, code } = error as NodeJS.ErrnoException;
        return { kind: 'FAILED', message, code };
      }
    },
    recallSlots: (kind) => slots.recall(kind),
    collectMetrics: async () => (await serving)?.collectMetrics() ?? [],
    stop: () =>
      void close().then(
        () => process.exit(0),
        () => process.exit(1),
      ),
  };
  const primary = createBirpc<PrimaryFunctions, WorkerFunctions>(functions, {
    post: (message) => process.send?.(message),
    on: (listener) => process.on('message', listener),
    eventNames: ['greet', 'giveBack', 'returnSlots'],
    timeout: NO_TIMEOUT,
  });
  const slots = leaseSlots({
    lease: async (kind) => primary.leaseSlots(kind),
    giveBack: (kind, count) => void primary.returnSlots(kind, count),
  });
  void primary.greet();
};

/** A call ends with the primary process, and so does this process. */
const NO_TIMEOUT = -1;
