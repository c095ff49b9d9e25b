import { makePlaces } from '../../db/makePlaces.ts';

import { reserveWork, WORK_PER_TURN } from '../../model/reserveWork.ts';

import type { SensorOptions } from '../../sensors/sensor.ts';

import { RECORDS_PER_STEP } from './bodyRecords.ts';
import type { BodyRefusal } from './bodyRecords.ts';
import { countValuesAtOnce } from './countValuesAtOnce.ts';
import type { Readers } from './makeReaders.ts';
import { readBody } from './readBody.ts';
import type { ReadingStep } from './readBody.ts';
import { unpackWithin } from './unpackBody.ts';

/** Larger bodies are read in a thread, so that the event loop goes on. */
const MAX_INLINE_BYTES = 1_048_576;
/** So are bodies of which JSON.parse reads more values in one go: the most take 10 ms. A line has 20, an array of 1,000 events 15,000. */
const MAX_INLINE_VALUES = 20_000;
/** What finds and counts the records of 1 MiB takes a turn of the event loop. */
const BYTES_PER_UNIT = MAX_INLINE_BYTES / WORK_PER_TURN;

/** A body, the query of its address, and what the query says. */
export type IncomingBody = {
  readonly body: Buffer;
  readonly query: unknown;
  readonly options: SensorOptions;
};

/** Reads bodies, and bounds how many are in work. */
export type BodyReader = {
  /**
   * Gives the steps of a body to some work, which ends with its answer. The body has a place until then: what it holds in memory is
   * many times its size.
   *
   * @throws OverloadedError when too many bodies wait for a place already, or none was free in time.
   */
  readonly withSteps: <Answer>(body: IncomingBody, work: Work<Answer>) => Promise<Answer>;
};

type Work<Answer> = (steps: AsyncGenerator<ReadingStep, void>) => Promise<Answer>;

/** All of the requests in flight; a small body is stored within milliseconds. */
const SMALL = { places: 16, maxWaiting: 64, waitMs: 5000 };
/** Each may take 200 MiB, and some seconds. */
const LARGE = { places: 2, maxWaiting: 14, waitMs: 60_000 };

/** Makes the reader of bodies; large ones are read by the threads of `readers`. */
export const makeBodyReader = (readers: Readers): BodyReader => {
  const small = makePlaces(SMALL.places, SMALL.maxWaiting);
  const large = makePlaces(LARGE.places, LARGE.maxWaiting);
  return {
    withSteps: async ({ body, query, options }, work) => {
      const plain = await unpackInline(body);
      const [places, { waitMs }] = plain === null ? [large, LARGE] : [small, SMALL];
      await places.take({ waitMs });
      try {
        if (plain === null) return await work(readers.read({ body, query }));
        if (!Buffer.isBuffer(plain)) return await work(refuse(plain));
        return await work(readInTurns(plain, options));
      } finally {
        places.free();
      }
    },
  };
};

/** Unpacks a body that can be read in the event loop; null when it is too large for that. */
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

async function* readInTurns(plain: Buffer, options: SensorOptions): AsyncGenerator<ReadingStep, void> {
  let weight = Math.ceil(plain.length / BYTES_PER_UNIT);
  const steps = readBody(plain, options);
  for (;;) {
    const turn = reserveWork(weight);
    if (turn !== null) await turn;
    const step = steps.next();
    if (step.done === true) return;
    if (step.value.kind === 'COUNTED') weight = Math.min(step.value.records, RECORDS_PER_STEP);
    yield step.value;
  }
}
