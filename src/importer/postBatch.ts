import { parseIngestAnswer } from './parseIngestAnswer.ts';
import type { IngestAnswer, IngestVerdict } from './parseIngestAnswer.ts';
import type { Batch } from './outgoingItem.ts';

/** What became of one request. */
export type PostResult =
  | { readonly kind: 'ANSWERED'; readonly verdicts: readonly IngestVerdict[] }
  /** Nothing was stored, or it is not known; sending the same again is safe, as the server knows what it has. */
  | { readonly kind: 'RETRY'; readonly reason: string; readonly retryAfterMs: number }
  | { readonly kind: 'TOO_LARGE'; readonly reason: string }
  /** Will be refused again. `isFinal`: so would every other request, since the address or the server is wrong. */
  | { readonly kind: 'REFUSED'; readonly reason: string; readonly isFinal: boolean };

/** The mutation of each kind, and its name in the answer. */
const MUTATIONS = {
  EVENT: { name: 'ingestSessionEvents', argument: 'events', type: 'SessionEventInput' },
  HOST_START: { name: 'ingestHostStarts', argument: 'starts', type: 'HostStartInput' },
} as const satisfies Record<Batch['kind'], object>;

/** Sends one batch through the mutation of its kind; never throws for what a server or network does. */
export const postBatch = async (url: string, batch: Batch, signal: AbortSignal): Promise<PostResult> => {
  const { name, argument, type } = MUTATIONS[batch.kind];
  const mutation = `mutation Ingest($${argument}: [${type}!]!) { ${name}(${argument}: $${argument}) { results { index status errors { field code message } } } }`;
  const items = batch.items.map(({ json }) => json).join(',');
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/json' },
      body: `{"query":${JSON.stringify(mutation)},"variables":{"${argument}":[${items}]}}`,
      signal,
    });
    const answer = parseIngestAnswer(await response.text(), name, batch.items.length);
    return judge(response, answer);
  } catch (error) {
    return { kind: 'RETRY', reason: describeNetworkError(error), retryAfterMs: 0 };
  }
};

const RETRYABLE = new Set([408, 429, 502, 503, 504]);
/** No permission, or nothing that takes mutations at this address. */
const FINAL = new Set([401, 403, 404, 405]);

const judge = (response: Response, answer: IngestAnswer): PostResult => {
  const message = 'message' in answer ? answer.message : '';
  const reason = `HTTP ${response.status}${message === '' ? '' : `: ${message}`}`;
  if (RETRYABLE.has(response.status) || answer.kind === 'RETRYABLE') {
    return { kind: 'RETRY', reason, retryAfterMs: readRetryAfter(response.headers.get('retry-after')) };
  }
  if (response.status === 413) return { kind: 'TOO_LARGE', reason };
  if (answer.kind === 'VERDICTS' && response.ok) return { kind: 'ANSWERED', verdicts: answer.verdicts };
  if (answer.kind === 'REFUSED') return { kind: 'REFUSED', reason, isFinal: FINAL.has(response.status) };
  return { kind: 'REFUSED', reason: `${reason}; no answer of this API, is --url right?`, isFinal: true };
};

/** Seconds or an HTTP date. */
const readRetryAfter = (header: string | null): number => {
  if (header === null) return 0;
  const waitMs = /^\d+$/.test(header) ? Number(header) * 1000 : Date.parse(header) - Date.now();
  return Number.isFinite(waitMs) ? Math.max(0, waitMs) : 0;
};

/** fetch says "fetch failed" and keeps the reason in the cause, or in the causes of that. */
const describeNetworkError = (error: unknown): string => {
  if (!(error instanceof Error)) return String(error);
  if (error.name === 'AbortError') return 'no answer in time';
  const cause: unknown = error.cause instanceof AggregateError ? error.cause.errors[0] : error.cause;
  return cause instanceof Error ? cause.message || cause.name : error.message;
};
