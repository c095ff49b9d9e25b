import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';

import type { BodyRefusal } from './bodyRecords.ts';
import type { ReadingStep } from './readBody.ts';
import type { ReaderAnswer, ReaderRequest } from './readJobs.ts';

/** A body to read, and the query of its address, which was checked. */
export type ReadingJob = { readonly body: Buffer; readonly query: unknown };

/** Threads that read large bodies. There are as many as bodies are read at a time: whoever calls `read` bounds that. */
export type Readers = {
  /** Reads a body in a thread. The body may be moved there: it is empty afterwards. */
  readonly read: (job: ReadingJob) => AsyncGenerator<ReadingStep, void>;
  readonly close: () => Promise<void>;
};

export type ReaderOptions = {
  /** The file of the threads, the heap that each may use, and the time that each may take for a step. */
  readonly file?: URL;
  readonly maxHeapMib?: number;
  readonly maxStepMs?: number;
};

const FILE = new URL('./readerThread.js', import.meta.url);
/** 8 MiB of JSON take up to 300 MiB when they are nothing but brackets. */
const MAX_HEAP_MIB = 512;
const MAX_YOUNG_MIB = 32;
/** A step parses 8 MiB or reads 100 records, in less than a second; the first includes the start of the thread. */
const MAX_STEP_MS = 30_000;

/**
 * Makes readers. A thread starts with the first body and is kept for the next. One that fails, runs out of memory
 * or takes too long for a step, fails its own request only, and the next request starts another.
 */
export const makeReaders = ({
  file = FILE,
  maxHeapMib = MAX_HEAP_MIB,
  maxStepMs = MAX_STEP_MS,
}: ReaderOptions = {}): Readers => {
  const all = new Set<Worker>();
  const idle: Worker[] = [];
  const start = (): Worker => {
    const worker = new Worker(file, {
      // Not the parent's: a loader of TypeScript would be there twice.
      execArgv: [],
      resourceLimits: { maxOldGenerationSizeMb: maxHeapMib, maxYoungGenerationSizeMb: MAX_YOUNG_MIB },
    });
    // The process may end while it waits for work.
    worker.unref();
    worker.setMaxListeners(0);
    // Without a listener the error of a thread ends the process; whoever waits for an answer has its own.
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
      // A small buffer is a part of a pool that others use, and cannot be moved.
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
        // Also when its body was left in the middle: the next body replaces it.
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
 * Sends a request and waits for its answer, or for the end of the thread.
 *
 * @throws SlowStepError when neither comes in time.
 */
const ask = async (
  worker: Worker,
  request: ReaderRequest,
  { moved, maxStepMs }: Asking,
): Promise<ReaderAnswer> => {
  const over = new AbortController();
  const { signal } = over;
  // `once` also rejects at the event `error`.
  const answered = once(worker, 'message', { signal }) as Promise<[ReaderAnswer]>;
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
    // The signal ends those that are still waiting.
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

/** What the client is told when the body itself is the cause; null for any other error. */
const refusalOf = (error: unknown): BodyRefusal | null => {
  if (error instanceof SlowStepError) return TOO_SLOW;
  return (error as { readonly code?: unknown }).code === OUT_OF_MEMORY ? TOO_COSTLY : null;
};

const OUT_OF_MEMORY = 'ERR_WORKER_OUT_OF_MEMORY';

const TOO_COSTLY: BodyRefusal = {
  status: 413,
  code: 'BODY_TOO_COSTLY',
  message: 'The body takes too much memory to read. Nothing was done; send fewer records in a request.',
};

/** Not 503: a client would send the same body again. */
const TOO_SLOW: BodyRefusal = {
  status: 413,
  code: 'BODY_TOO_COSTLY',
  message: 'The body takes too long to read. Nothing was done; send fewer records in a request.',
};
