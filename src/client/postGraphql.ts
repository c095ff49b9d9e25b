import { asArray, asObject, asText, asTextOrNull, parseJson } from './looseJson.ts';
import type { JsonObject } from './looseJson.ts';

/** Where to send requests, and the key to send with them; null for a server that needs no key. */
export type Endpoint = { readonly url: string; readonly key: string | null };

/** The result of one request. */
export type GraphqlResult =
  | { readonly kind: 'DATA'; readonly data: JsonObject; readonly status: number }
  /** The same request may succeed later. */
  | {
      readonly kind: 'RETRY';
      readonly reason: string;
      readonly retryAfterMs: number;
      /** UNKNOWN: the answer was lost, so the request may have been executed. */
      readonly outcome: 'NOTHING_DONE' | 'UNKNOWN';
      /** The server works, and limits the rate of this caller: it says when to continue. */
      readonly isPaced: boolean;
    }
  | { readonly kind: 'TOO_LARGE'; readonly reason: string }
  | RefusedRequest;

/** A retry would be refused again. `isFinal`: every other request would be refused too, because the address or the server is wrong. */
export type RefusedRequest = {
  readonly kind: 'REFUSED';
  readonly reason: string;
  readonly isFinal: boolean;
  readonly errors: readonly GraphqlError[];
};

/** An error in the server's answer; `field` names the part of the request that caused it. */
export type GraphqlError = {
  readonly message: string;
  readonly code: string | null;
  readonly field: string | null;
};

/**
 * Sends a request, `{"query": …, "variables": …}`, to a GraphQL endpoint and classifies the answer. Never throws for a failure of the server or
 * the network.
 */
export const postGraphql = async (
  { url, key }: Endpoint,
  body: string,
  signal: AbortSignal,
): Promise<GraphqlResult> => {
  try {
    return await withTimeout(signal, async (orTimeout) => {
      const response = await fetch(url, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          accept: 'application/json',
          ...(key !== null && { authorization: `Bearer ${key}` }),
        },
        body,
        signal: orTimeout,
      });
      return judge(response, asObject(parseJson(await response.text())));
    });
  } catch (error) {
    const outcome = isUnreached(error) ? 'NOTHING_DONE' : 'UNKNOWN';
    return { kind: 'RETRY', reason: describeNetworkError(error), retryAfterMs: 0, outcome, isPaced: false };
  }
};

/** The result for an answer of another program, or of another version of this one. */
export const refuseForeign = (status: number): RefusedRequest => ({
  kind: 'REFUSED',
  reason: `HTTP ${status}; the answer is not from this API; check --url`,
  isFinal: true,
  errors: [],
});

/** For a server that does not answer any more; its own deadline is far shorter. */
const ANSWER_TIMEOUT_MS = 60_000;

/** Runs with a signal that aborts at the timeout or with the given one. */
const withTimeout = async <T>(signal: AbortSignal, run: (signal: AbortSignal) => Promise<T>): Promise<T> => {
  const controller = new AbortController();
  const abort = (): void => controller.abort();
  const timer = setTimeout(abort, ANSWER_TIMEOUT_MS);
  signal.addEventListener('abort', abort);
  if (signal.aborted) abort();
  try {
    return await run(controller.signal);
  } finally {
    clearTimeout(timer);
    signal.removeEventListener('abort', abort);
  }
};

const RETRYABLE = new Set([408, 429, 502, 503, 504]);
/** A gateway forwarded the request, but received no answer from the server. */
const LOST = new Set([502, 504]);
/** No permission, or no endpoint at this address. */
const FINAL = new Set([401, 403, 404, 405]);

const judge = ({ status, ok, headers }: Response, answer: JsonObject): GraphqlResult => {
  const errors = asArray(answer['errors']).map(asObject);
  const hint = status === 401 ? HOW_TO_GIVE_A_KEY : '';
  const parsed = errors.map((error) => parseError(error, hint));
  const message = parsed[0]?.message ?? '';
  const reason = `HTTP ${status}${message === '' ? '' : `: ${message}`}`;
  const isRetryable = errors.some(({ extensions }) => asObject(extensions)['retryable'] === true);
  if (RETRYABLE.has(status) || isRetryable) {
    const retryAfterMs = readRetryAfter(headers.get('retry-after'));
    const isLost =
      LOST.has(status) || errors.some(({ extensions }) => asObject(extensions)['outcome'] === 'UNKNOWN');
    const outcome = isLost ? 'UNKNOWN' : 'NOTHING_DONE';
    return { kind: 'RETRY', reason, retryAfterMs, outcome, isPaced: status === 429 && retryAfterMs > 0 };
  }
  if (status === 413) return { kind: 'TOO_LARGE', reason };
  if (parsed.length > 0) return { kind: 'REFUSED', reason, isFinal: FINAL.has(status), errors: parsed };
  const hasData = ok && typeof answer['data'] === 'object' && answer['data'] !== null;
  return hasData ? { kind: 'DATA', data: asObject(answer['data']), status } : refuseForeign(status);
};

/** What the server says from here on concerns other clients: a header, and a key that can only read. */
const ADVICE_FOR_OTHERS = / Send the header .*/s;
const HOW_TO_GIVE_A_KEY =
  ' Import needs the scope events:write, export events:read. Commands take the key from a file, --key-file FILE, or from SESSIONSCOPE_KEY.';

const parseError = ({ message, extensions }: JsonObject, hint: string): GraphqlError => {
  const { code, field } = asObject(extensions);
  const text = hint === '' ? asText(message) : asText(message).replace(ADVICE_FOR_OTHERS, '') + hint;
  return { message: text, code: asTextOrNull(code), field: asTextOrNull(field) };
};

/** Seconds or an HTTP date. */
const readRetryAfter = (header: string | null): number => {
  if (header === null) return 0;
  const waitMs = /^\d+$/.test(header) ? Number(header) * 1000 : Date.parse(header) - Date.now();
  return Number.isFinite(waitMs) ? Math.max(0, waitMs) : 0;
};

/** Describes why a connection failed. The message of fetch is "fetch failed"; the reason is in its cause, or in the errors of the cause. */
export const describeNetworkError = (error: unknown): string => {
  if (!(error instanceof Error)) return String(error);
  if (error.name === 'AbortError') return 'no answer in time';
  // An error of a socket has no cause: it is the reason itself.
  const cause = causeOf({ cause: error.cause ?? error });
  return cause instanceof Error ? cause.message || cause.name : error.message;
};

const causeOf = ({ cause }: { readonly cause?: unknown }): unknown =>
  cause instanceof AggregateError ? cause.errors[0] : cause;

/** Whether there was no connection, so the request was not sent. */
const isUnreached = (error: unknown): boolean => {
  const cause = error instanceof Error ? causeOf(error) : undefined;
  return UNREACHED.has(asText(asObject(cause)['code']));
};

const UNREACHED = new Set([
  'ECONNREFUSED',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOTFOUND',
  'EAI_AGAIN',
  'UND_ERR_CONNECT_TIMEOUT',
]);
