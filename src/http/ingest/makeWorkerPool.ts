import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';

import type { BodyRefusal } from './bodyRecords.ts';
import type { ReadingStep } from './readBody.ts';
import type { WorkerResponse, WorkerRequest } from './workerMessages.ts';

/** A body to read and the validated query of its URL. */
export type ReadingJob = { readonly body: Buffer; readonly query: unknown };

/** Threads that read large bodies, one per body that is being read; the caller of `read` limits their number. */
export type WorkerPool = {
  /** Reads a body in a thread. The body may be transferred to the thread and is empty afterwards. */
  readonly read: (job: ReadingJob) => AsyncGenerator<ReadingStep, void>;
  readonly close: () => Promise<void>;
};

export type WorkerPoolOptions = {
  /** The script of the threads, the heap limit of each thread, and the time limit of a step. */
  readonly file?: URL;
  readonly maxHeapMib?: number;
  readonly maxStepMs?: number;
};

const FILE = new URL('./workerThread.js', import.meta.url);
/** 8 MiB of JSON that consists of brackets only takes up to 300 MiB. */
const MAX_HEAP_MIB = 512;
const MAX_YOUNG_MIB = 32;
/** A step parses 8 MiB or reads 100 records, in less than a second on an idle machine; the first step includes the start of the thread. */
const MAX_STEP_MS = 120_000;

/**
 * Makes the pool. A thread starts with the first body and is kept for the next. A thread that fails, runs out of memory
 * or exceeds the time limit of a step fails its own request only; the next request starts a new thread.
 */
export const makeWorkerPool = ({
  file = FILE,
  maxHeapMib = MAX_HEAP_MIB,
  maxStepMs = MAX_STEP_MS,
}: WorkerPoolOptions = {}): WorkerPool => {
  const all = new Set<Worker>();
  const idle: Worker[] = [];
  const start = (): Worker => {
    const worker = new Worker(file, {
      // Not the parent's arguments, which would load the TypeScript loader twice.
      execArgv: [],
      resourceLimits: { maxOldGenerationSizeMb: maxHeapMib, maxYoungGenerationSizeMb: MAX_YOUNG_MIB },
    });
    // An idle thread does not keep the process running.
    worker.unref();
    worker.setMaxListeners(0);
    // Without a listener, an error in a thread ends the process. `ask` handles it with its own listener.
    worker.on('error', () => undefined);
    worker.once('exit', () => {
      all.delete(worker);
      if (idle.includes(worker)) idle.splice(idle.indexOf(worker), 1);
    });
    all.add(worker);
    return worker;
  };
  return {
    read: async function* read({ body, query }) {
      const worker = idle.pop() ?? start();
      // A small buffer is part of a shared pool and cannot be transferred.
      const isWhole = body.byteLength === body.buffer.byteLength;
      try {
        const moved = isWhole ? [body.buffer] : [];
        let answer = await ask(worker, { kind: 'BEGIN', body, query }, { moved, maxStepMs });
        while (answer.kind !== 'END') {
          yield answer;
          if (!all.has(worker)) throw makeEndError();
          answer = await ask(worker, { kind: 'NEXT' }, { moved: [], maxStepMs });
        }
      } catch (error) {
        await worker.terminate();
        const refusal = refusalOf(error);
        if (refusal === null) throw error;
        yield { kind: 'REFUSED', refusal };
      } finally {
        // Even if its body was not read to the end: the next body replaces it.
        if (all.has(worker)) idle.push(worker);
      }
    },
    close: async () => {
      await Promise.all([...all].map(async (worker) => worker.terminate()));
    },
  };
};

type Asking = { readonly moved: readonly ArrayBufferLike[]; readonly maxStepMs: number };

/**
 * Sends a request to a thread and waits for the answer.
 *
 * @throws SlowStepError if the thread does not answer in time; another Error if the thread ends.
 */
const ask = async (
  worker: Worker,
  request: WorkerRequest,
  { moved, maxStepMs }: Asking,
): Promise<WorkerResponse> => {
  const over = new AbortController();
  const { signal } = over;
  // `once` also rejects on the event `error`.
  const answered = once(worker, 'message', { signal }) as Promise<[WorkerResponse]>;
  const ended = once(worker, 'exit', { signal }).then(() => {
    throw makeEndError();
  });
  const late = sleep(maxStepMs, undefined, { signal }).then(() => {
    throw new SlowStepError();
  });
  try {
    worker.postMessage(request, moved as ArrayBuffer[]);
    const [answer] = await Promise.race([answered, ended, late]);
    return answer;
  } finally {
    over.abort();
    // The aborted signal rejects the promises that are still pending.
    await Promise.allSettled([answered, ended, late]);
  }
};

const makeEndError = (): Error => new Error('The thread that read the body ended.');

class SlowStepError extends Error {
  constructor() {
    super('The thread that read the body took too long for a step.');
    this.name = 'SlowStepError';
  }
}

/** The response if the body itself caused the error; null for any other error. */
const refusalOf = (error: unknown): BodyRefusal | null => {
  if (error instanceof SlowStepError) return TOO_SLOW;
  return (error as { readonly code?: unknown }).code === OUT_OF_MEMORY ? TOO_COSTLY : null;
};

const OUT_OF_MEMORY = 'ERR_WORKER_OUT_OF_MEMORY';

const TOO_COSTLY: BodyRefusal = {
  status: 413,
  code: 'BODY_TOO_COSTLY',
  message: 'The body takes too much memory to read. Nothing was stored; send fewer records per request.',
};

/** Not 503, because a client would resend the same body. */
const TOO_SLOW: BodyRefusal = {
  status: 413,
  code: 'BODY_TOO_COSTLY',
  message: 'The body takes too long to read. Nothing was stored; send fewer records per request.',
};
