import cluster from 'node:cluster';
import type { Worker } from 'node:cluster';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';

import { createBirpc } from 'birpc';
import type { BirpcReturn } from 'birpc';
import type { Logger } from 'pino';

import type { Budgets } from '../../../http/cost/makeBudgets.ts';
import type { MetricsOfProcess } from '../../../http/observe/metricsOfProcess.ts';

import { makeSlotBank } from './makeSlotBank.ts';
import type { PrimaryFunctions, WorkerFunctions, WorkerStart } from './messages.ts';

/** The workers of this process. */
export type Workers = {
  /**
   * Lets all workers serve, and returns the address. From then on a worker that ends is replaced. They ask this process for the budgets, if there are
   * any.
   *
   * @throws Error with the code of the first worker that cannot listen.
   */
  readonly serve: (start: WorkerStart, budgets: Budgets | null) => Promise<string>;
  /** Stops them, once: they answer the requests in flight first. A worker that does not end in time, and one that has not served yet, is killed. */
  readonly stop: () => Promise<void>;
};

type Options = {
  readonly count: number;
  readonly countPostgresRestarts: () => number;
  readonly logger: Logger;
};

type Rpc = BirpcReturn<WorkerFunctions, PrimaryFunctions>;
type Member = {
  readonly worker: Worker;
  readonly rpc: Rpc;
  /** Calls the worker as soon as it listens to messages. It rejects when the worker ends before. */
  readonly serve: WorkerFunctions['serve'];
  readonly stop: () => Promise<void>;
};

/** A worker that leases slots for requests gets so many at once, if they are free. */
const SLOTS_PER_LEASE = 8;
/** A worker that is blocked is left out of the metrics. */
const METRICS_MS = 2000;
/** A worker that ends sooner may end again for the same reason, so that the next one waits: a second, then twice as long each time. */
const STABLE_MS = 10_000;
const MAX_WAIT_MS = 30_000;
/** Longer than the deadline of queries; a client that reads a large answer slowly is cut off. systemd waits for 90 s, the docker compose file for 60 s. */
const STOP_MS = 30_000;

/** Starts the worker processes. They load their code and wait until they may serve. */
export const forkWorkers = ({ count, countPostgresRestarts, logger }: Options): Workers => {
  // The workers accept connections themselves. With SCHED_RR the primary process hands connections over, and those that are on their way to a worker that
  // ends would stay open without an answer.
  cluster.schedulingPolicy = cluster.SCHED_NONE;
  // For cli.js, which needs a command; main.ts ignores the arguments of a worker.
  cluster.setupPrimary({ args: ['start'], serialization: 'advanced' });
  const bank = makeSlotBank();
  let budgets: Budgets | null = null;
  const getBudgets = (): Budgets => {
    if (budgets === null) throw new Error('A worker asked for a budget, and there is no limit.');
    return budgets;
  };
  const crew = new Map<number, Member>();
  let start: WorkerStart | null = null;
  let isStopping = false;
  let replaced = 0;

  const collectFrom = async ({ rpc }: Member): Promise<readonly MetricsOfProcess[]> => {
    const collected = rpc.collectMetrics().then(
      (metrics) => [metrics],
      () => [],
    );
    return Promise.race([collected, sleep(METRICS_MS, [], { ref: false })]);
  };
  const functionsFor = (id: number, greet: () => void): PrimaryFunctions => ({
    take: async (...asked) => getBudgets().take(...asked),
    giveBack: (...returned) => getBudgets().giveBack(...returned),
    secondsUntil: async (...asked) => getBudgets().secondsUntil(...asked),
    headersOf: async (...asked) => getBudgets().headersOf(...asked),
    greet,
    leaseSlots: async (kind) => bank.lease(id, kind, SLOTS_PER_LEASE),
    returnSlots: (kind, slots) => bank.giveBack(id, kind, slots),
    collectFromOthers: async () => {
      const others = [...crew].filter(([other]) => other !== id);
      const metrics = await Promise.all(others.map(async ([, member]) => collectFrom(member)));
      return { others: metrics.flat(), restarts: { postgres: countPostgresRestarts(), worker: replaced } };
    },
  });
  const fork = (): Member => {
    const worker = cluster.fork();
    const { id } = worker;
    let greet = (): void => undefined;
    const greeted = new Promise<void>((resolve, reject) => {
      greet = resolve;
      worker.once('exit', () => reject(new Error(HAS_ENDED)));
    });
    // It is awaited later, if at all.
    greeted.catch(() => undefined);
    const rpc = createBirpc<WorkerFunctions, PrimaryFunctions>(
      functionsFor(id, () => greet()),
      {
        // A worker that is ending has no channel any more.
        post: (message: object) => worker.isConnected() && worker.send(message, () => undefined),
        on: (listener) => worker.on('message', listener),
        eventNames: ['stop'],
        timeout: NO_TIMEOUT,
      },
    );
    let isServing = false;
    const member: Member = {
      worker,
      rpc,
      serve: async (given) => {
        await greeted;
        isServing = true;
        return rpc.serve(given);
      },
      stop: async () => {
        const ended = once(worker, 'exit');
        const kill = (): unknown => worker.process.kill('SIGKILL');
        if (isServing) void rpc.stop();
        else kill();
        const timer = setTimeout(kill, STOP_MS);
        await ended;
        clearTimeout(timer);
      },
    };
    crew.set(id, member);
    bank.addWorker(id, async (kind) => rpc.recallSlots(kind));
    worker.on('error', () => undefined);
    worker.once('exit', () => {
      crew.delete(id);
      bank.removeWorker(id);
      rpc.$close(new Error(HAS_ENDED));
    });
    return member;
  };
  const replaceWhenEnded = ({ worker }: Member, sinceMs: number, waitMs: number): void => {
    worker.once('exit', (code: number | null, signal: string | null) => {
      if (isStopping) return;
      const isStable = performance.now() - sinceMs > STABLE_MS;
      logger.error({ code, signal }, ENDED);
      replaced += 1;
      void replace(isStable ? 0 : Math.min(MAX_WAIT_MS, Math.max(1000, 2 * waitMs)));
    });
  };
  const replace = async (waitMs: number): Promise<void> => {
    await sleep(waitMs, undefined, { ref: false });
    if (isStopping || start === null) return;
    const member = fork();
    replaceWhenEnded(member, performance.now(), waitMs);
    const listening = await member.serve(start).catch(() => null);
    if (listening?.kind === 'LISTENING') logger.info('A new worker serves.');
    if (listening?.kind !== 'FAILED') return;
    logger.error({ error: { message: listening.message, code: listening.code } }, NOT_SERVING);
    member.worker.kill();
  };
  const first = Array.from({ length: count }, fork);
  return {
    serve: async (given, itsBudgets) => {
      budgets = itsBudgets;
      const sinceMs = performance.now();
      const listening = await Promise.all(
        first.map(async (member) => {
          const answer = await member.serve(given);
          if (answer.kind === 'FAILED') throw Object.assign(new Error(answer.message), { code: answer.code });
          return answer;
        }),
      );
      start = given;
      for (const member of first) replaceWhenEnded(member, sinceMs, 0);
      return listening[0]?.address ?? '';
    },
    stop: async () => {
      isStopping = true;
      await Promise.all([...crew.values()].map(async (member) => member.stop()));
    },
  };
};

const NO_TIMEOUT = -1;

const HAS_ENDED = 'A worker process has ended.';
const ENDED = 'A worker has ended and is replaced. Its requests in flight were not answered.';
const NOT_SERVING = 'A new worker cannot serve; it is replaced again.';
