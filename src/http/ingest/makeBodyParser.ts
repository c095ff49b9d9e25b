import { makeSemaphore } from '../../db/makeSemaphore.ts';

import { reserveWork, WORK_PER_TURN } from '../../model/reserveWork.ts';

import type { SensorOptions } from '../../sensors/sensor.ts';

import { countValuesAtOnce } from './bodyRecords.ts';
import type { BodyRefusal } from './bodyRecords.ts';
import { inTurns } from './inTurns.ts';
import type { WorkerPool } from './makeWorkerPool.ts';
import { readBody } from './readBody.ts';
import type { ReadingStep } from './readBody.ts';
import { unpackWithin } from './unpackBody.ts';

/** Larger bodies are read in a thread to keep the event loop free. */
const MAX_INLINE_BYTES = 1_048_576;
/** Bodies with more values in one JSON.parse call are read in a thread, too. Parsing this many takes up to 10 ms; a line has 20 values, an array of 1,000 events 15,000. */
const MAX_INLINE_VALUES = 20_000;
/** Finding and counting the records of 1 MiB takes one turn of the event loop. */
const BYTES_PER_UNIT = MAX_INLINE_BYTES / WORK_PER_TURN;

/** A body, the query of its URL, and the parsed query. */
export type IncomingBody = {
  readonly body: Buffer;
  readonly query: unknown;
  readonly options: SensorOptions;
};

/** Reads bodies and limits how many are processed at a time. */
export type BodyParser = {
  /**
   * Passes the steps of a body to `work` and returns its result. The body holds a slot until then, because it takes many times its size in
   * memory.
   *
   * @throws OverloadedError if too many bodies are already waiting for a slot, or no slot was free in time.
   */
  readonly withSteps: <Answer>(body: IncomingBody, work: Work<Answer>) => Promise<Answer>;
};

type Work<Answer> = (steps: AsyncGenerator<ReadingStep, void>) => Promise<Answer>;

/** The queue can hold all requests in flight; a small body is stored within milliseconds. */
const SMALL = { slots: 16, maxWaiting: 64, waitMs: 5000 };
/** A large body may take 200 MiB and several seconds. */
const LARGE = { slots: 2, maxWaiting: 14, waitMs: 60_000 };

/** Makes a parser of bodies that reads large ones in the threads of `workers`. */
export const makeBodyParser = (workers: WorkerPool): BodyParser => {
  const small = makeSemaphore(SMALL.slots, SMALL.maxWaiting);
  const large = makeSemaphore(LARGE.slots, LARGE.maxWaiting);
  return {
    withSteps: async ({ body, query, options }, work) => {
      const plain = await unpackInline(body);
      const [semaphore, { waitMs }] = plain === null ? [large, LARGE] : [small, SMALL];
      await semaphore.acquire({ waitMs });
      try {
        if (plain === null) return await work(workers.read({ body, query }));
        if (!Buffer.isBuffer(plain)) return await work(refuse(plain));
        return await work(inTurns(readBody(plain, options), Math.ceil(plain.length / BYTES_PER_UNIT)));
      } finally {
        semaphore.release();
      }
    },
  };
};

/** Decompresses a body that can be read in the event loop; null if it is too large for that. */
const unpackInline = async (body: Buffer): Promise<Buffer | BodyRefusal | null> => {
  const plain = await unpackWithin(body, MAX_INLINE_BYTES);
  if (!Buffer.isBuffer(plain)) return plain;
  const turn = reserveWork(plain.length / BYTES_PER_UNIT);
  if (turn !== null) await turn;
  return countValuesAtOnce(plain, MAX_INLINE_VALUES + 1) > MAX_INLINE_VALUES ? null : plain;
};

async function* refuse(refusal: BodyRefusal): AsyncGenerator<ReadingStep, void> {
  yield { kind: 'REFUSED', refusal };
}
