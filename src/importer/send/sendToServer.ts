import type { Delivery } from './delivery.ts';
import { sendBatch } from './sendBatch.ts';
import type { Sending } from './sendBatch.ts';

export type SendOptions = Pick<Sending, 'url' | 'key' | 'retry' | 'reporter' | 'noticeMs' | 'onTrouble'> & {
  /** Aborts when the user stops the import. */
  readonly interrupt: AbortSignal;
};

const MAX_IN_FLIGHT = 4;
/** How long requests in flight may still take after the user has stopped the import. */
const GRACE_MS = 5_000;

/**
 * Makes the delivery to a running server, with several batches in flight. Once a batch is given up because the server cannot be reached, all
 * others stop too, because they would also fail.
 */
export const sendToServer = ({ interrupt, ...options }: SendOptions): Delivery => {
  const inFlight = new Set<Promise<void>>();
  const stop = new AbortController();
  const abortInFlight = new AbortController();
  let stopReason: string | null = null;
  const stopFor = (reason: string): void => {
    stopReason ??= reason;
    stop.abort();
  };
  const interrupted = (): void => {
    stopFor('interrupted');
    setTimeout(() => abortInFlight.abort(), GRACE_MS).unref();
  };
  interrupt.addEventListener('abort', interrupted, { once: true });
  const sending: Sending = { ...options, stop: stop.signal, abortInFlight: abortInFlight.signal, stopFor };

  return {
    send: async (batch) => {
      const sent: Promise<void> = sendBatch(sending, batch).finally(() => inFlight.delete(sent));
      inFlight.add(sent);
      if (inFlight.size >= MAX_IN_FLIGHT) await Promise.race(inFlight);
    },
    finish: async () => {
      await Promise.all(inFlight);
      interrupt.removeEventListener('abort', interrupted);
    },
    stopReason: () => stopReason,
  };
};
