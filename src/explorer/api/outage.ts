import { askServer, QuestionError } from './askServer.ts';
import type { Failure } from './askServer.ts';
import { StoredRange } from './documents.ts';

/**
 * The server is gone for the whole page, not for one question. So the page asks one small question repeatedly, less often the longer it takes,
 * and repeats all others when that is answered.
 */
export type Outage = { readonly failure: Failure; readonly isAsking: boolean };

let outage: Outage | null = null;
/** How the questions without an answer are repeated. */
const waiting = new Set<() => void>();
const listeners = new Set<() => void>();
let tries = 0;
let timer = 0;

/** The seconds between two tries: 1, 2, 4, 8, 16, 30, 30. */
const LONGEST_SECONDS = 30;

export const getOutage = (): Outage | null => outage;

/** Whether a failure means that no other question would be answered either. */
export const isOutage = ({ kind }: Failure): boolean => kind === 'OFFLINE' || kind === 'UNAVAILABLE';

/** Repeats a question when the server answers again; returns how to give it up. */
export const awaitServer = (failure: Failure, repeat: () => void): (() => void) => {
  waiting.add(repeat);
  if (outage === null) {
    show({ failure, isAsking: false });
    planTry(failure);
  }
  return () => void waiting.delete(repeat);
};

/** Asks whether the server is back now. */
export const tryNow = async (): Promise<void> => {
  if (outage === null || outage.isAsking) return;
  window.clearTimeout(timer);
  show({ ...outage, isAsking: true });
  const failure = await probe(outage.failure);
  if (outage === null) return;
  if (failure === null) return end();
  show({ failure, isAsking: false });
  planTry(failure);
};

/** An answer to any question ends an outage, unless the server has named a time to wait. */
export const noteAnswer = (): void => {
  tries = 0;
  if (outage !== null && outage.failure.retryAfterSeconds === null) end();
};

/** Calls the listener at each change; returns how to stop that. */
export const onOutageChange = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => void listeners.delete(listener);
};

const planTry = ({ retryAfterSeconds }: Failure): void => {
  const seconds = Math.max(Math.min(2 ** tries, LONGEST_SECONDS), retryAfterSeconds ?? 0);
  tries += 1;
  // Pages that wait for the same server must not all come back in the same moment.
  const shareOfWait = 1 + Math.random() / 4;
  window.clearTimeout(timer);
  timer = window.setTimeout(() => void tryNow(), seconds * shareOfWait * 1000);
};

/** A server that takes the question and is silent for this long has not come back. */
const SILENCE_MS = 15_000;

/** Null when the server is back; a question that it refuses is an answer, too. */
const probe = async (last: Failure): Promise<Failure | null> => {
  const controller = new AbortController();
  const silence = window.setTimeout(() => controller.abort(), SILENCE_MS);
  try {
    await askServer(StoredRange, { variables: {}, signal: controller.signal });
    return null;
  } catch (error) {
    if (controller.signal.aborted) return last;
    if (!(error instanceof QuestionError)) throw error;
    return isOutage(error.failure) ? error.failure : null;
  } finally {
    window.clearTimeout(silence);
  }
};

const end = (): void => {
  window.clearTimeout(timer);
  const repeats = [...waiting];
  waiting.clear();
  show(null);
  for (const repeat of repeats) repeat();
};

const show = (next: Outage | null): void => {
  outage = next;
  for (const listener of listeners) listener();
};
