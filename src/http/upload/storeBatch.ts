import { setTimeout as sleep } from 'node:timers/promises';

import type { ServerContext } from '../../graphql/context.ts';
import type { RequestInfo } from '../../graphql/requestInfo.ts';

import { makeSemaphore } from '../../db/makeSemaphore.ts';

import type { SensorOptions } from '../../sensors/sensor.ts';

import { makeIngestCharge } from '../cost/makeIngestCharge.ts';
import type { Budgets } from '../cost/makeBudgets.ts';
import { ingestSteps } from '../ingest/ingestSteps.ts';
import type { Ingested } from '../ingest/ingestSteps.ts';
import { inTurns } from '../ingest/inTurns.ts';
import { readEntries } from '../ingest/readBody.ts';
import type { Batch } from './readBatches.ts';

/** What the batches of an upload have in common. */
export type UploadContext = ServerContext & {
  readonly options: SensorOptions;
  readonly requestInfo: RequestInfo;
  readonly budgets: Budgets | null;
  readonly budgetId: string;
  /** Aborted when the server is about to stop, or the client has disconnected. */
  readonly stopped: AbortSignal;
};

/** Stores a batch of an upload. */
export type StoreBatch = (context: UploadContext, batch: Batch) => Promise<Ingested>;

/** More would wait for each other's locks and connections to Postgres. */
const BATCHES_AT_ONCE = 4;
/** The uploader is ended by its watchdog if it can send nothing for three minutes. */
const SLOT_WAIT_MS = 60_000;
const MAX_BUDGET_WAIT_SECONDS = 60;
/** Reading these bytes takes at most as long as storing a record. An entry of the journal has 1 or 2 KiB. */
const BYTES_PER_RECORD = 16_384;

/**
 * Makes the function that stores batches, a few at a time. A batch for which the budget is too low waits until the budget is filled again: an upload
 * that is refused in its middle is sent again from its start, and would never succeed.
 *
 * @throws OverloadedError when no slot is free in time; OutageError as recordItems does.
 */
export const makeStoreBatch = (maxUploads: number): StoreBatch => {
  const slots = makeSemaphore(BATCHES_AT_ONCE, maxUploads);
  return async (context, batch) => {
    let waitedSeconds = 0;
    for (;;) {
      await slots.acquire({ waitMs: SLOT_WAIT_MS });
      const ingested = await store(context, batch).finally(slots.release);
      const waitSeconds = ingested.kind === 'REFUSED' ? ingested.refusal.retryAfterSeconds : undefined;
      if (waitSeconds === undefined || waitedSeconds + waitSeconds > MAX_BUDGET_WAIT_SECONDS) return ingested;
      if (!(await pause(waitSeconds, context.stopped))) return ingested;
      waitedSeconds += waitSeconds;
    }
  };
};

const store: StoreBatch = async ({ options, budgets, budgetId, ...context }, { records, bytes }) => {
  const ingestCharge = makeIngestCharge(budgets, budgetId, Math.floor(bytes / BYTES_PER_RECORD));
  try {
    const ingested = await ingestSteps({ ...context, ingestCharge }, inTurns(readEntries(records, options)));
    // It is read and charged again.
    if (ingested.kind === 'REFUSED') ingestCharge.refund();
    return ingested;
  } catch (error) {
    ingestCharge.refund();
    throw error;
  }
};

/** Waits; returns false if the wait was stopped. */
const pause = async (seconds: number, stopped: AbortSignal): Promise<boolean> =>
  sleep(seconds * 1000, true, { signal: stopped }).catch(() => false);
