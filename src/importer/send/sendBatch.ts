import { awaitAnswer } from '../../client/awaitAnswer.ts';
import type { Endpoint } from '../../client/postGraphql.ts';
import { waitBeforeRetry } from '../../client/waitBeforeRetry.ts';
import type { RetryPolicy } from '../../client/waitBeforeRetry.ts';

import { countNotStored, countUnconfirmed, countResult } from '../report/countItems.ts';
import type { ImportReporter } from '../report/countItems.ts';
import type { Batch } from './delivery.ts';
import { postBatch } from './postBatch.ts';
import type { PostResult } from './postBatch.ts';

/** The common state of the batches of one import. */
export type Sending = Endpoint & {
  readonly retry: RetryPolicy;
  readonly reporter: ImportReporter;
  /** Aborts when no further request may start. */
  readonly stop: AbortSignal;
  /** Aborts when requests in flight must be given up. */
  readonly abortInFlight: AbortSignal;
  readonly stopFor: (reason: string) => void;
  /** How long a request may take before the user is told that it still waits. */
  readonly noticeMs: number;
  /** Called with the reason for the user why a batch is retried or still waits; called with null when a batch was answered. */
  readonly onTrouble: (sentence: string | null) => void;
};

/** Sends a batch and counts the result of each item. Retries while that may help, and splits a batch that is too large. */
export const sendBatch = async (sending: Sending, batch: Batch): Promise<void> => {
  const { kind, items } = batch;
  const { result, isUnconfirmed } = await postWithRetries(sending, batch);
  if (result.kind === 'ANSWERED') {
    sending.onTrouble(null);
    for (const [index, ingested] of result.results.entries()) {
      const item = items[index];
      if (item !== undefined) countResult(sending.reporter, item, ingested);
    }
    return;
  }
  if (result.kind === 'TOO_LARGE' && items.length > 1) {
    const middle = Math.ceil(items.length / 2);
    await sendBatch(sending, { kind, items: items.slice(0, middle) });
    await sendBatch(sending, { kind, items: items.slice(middle) });
    return;
  }
  const count = isUnconfirmed ? countUnconfirmed : countNotStored;
  count(sending.reporter, items, result.reason);
  if (result.kind === 'GIVEN_UP' || (result.kind === 'REFUSED' && result.isFinal)) {
    sending.stopFor(result.reason);
  }
};

type Final = Exclude<PostResult, { kind: 'RETRY' }> | { readonly kind: 'GIVEN_UP'; readonly reason: string };

/** `isUnconfirmed`: the answer to one of the attempts was lost, so items that were not confirmed later may be stored. */
type Tried = { readonly result: Final; readonly isUnconfirmed: boolean };

const postWithRetries = async (sending: Sending, batch: Batch): Promise<Tried> => {
  let startedMs = performance.now();
  let isUnconfirmed = false;
  for (let attempt = 0; !sending.stop.aborted; attempt += 1) {
    const result = await awaitAnswer(postBatch(sending, batch, sending.abortInFlight), sending.noticeMs, () =>
      sending.onTrouble(`the server at ${sending.url} has not answered yet; waiting for it to store events`),
    );
    if (result.kind !== 'RETRY') return { result, isUnconfirmed };
    const { reason, retryAfterMs, outcome, isPaced } = result;
    isUnconfirmed ||= outcome === 'UNKNOWN';
    if (isPaced) startedMs = performance.now();
    if (!sending.stop.aborted) sending.onTrouble(`the server does not accept events, retrying: ${reason}`);
    const failedTry = { attempt, startedMs, retryAfterMs, isPaced };
    if (!(await waitBeforeRetry(sending.retry, failedTry, sending.stop)))
      return { result: { kind: 'GIVEN_UP', reason }, isUnconfirmed };
  }
  return { result: { kind: 'GIVEN_UP', reason: 'not sent: the import was stopped' }, isUnconfirmed };
};
