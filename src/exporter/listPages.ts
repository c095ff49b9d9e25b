import { awaitAnswer } from '../client/awaitAnswer.ts';
import { asArray, asObject, asTextOrNull } from '../client/looseJson.ts';
import type { JsonObject } from '../client/looseJson.ts';
import { postGraphql, refuseForeign } from '../client/postGraphql.ts';
import type { Endpoint, GraphqlError, GraphqlResult } from '../client/postGraphql.ts';
import { waitBeforeRetry } from '../client/waitBeforeRetry.ts';
import type { RetryPolicy } from '../client/waitBeforeRetry.ts';

import type { ExportedList } from './exportedList.ts';
import { ExportError } from './ExportError.ts';

/** The parameters for reading a list of a running server. */
export type Walk = Endpoint & {
  readonly list: ExportedList;
  /** The filter input of the API; null for no filter. */
  readonly filter: JsonObject | null;
  readonly retry: RetryPolicy;
  /** Aborts when no further page is needed. */
  readonly signal: AbortSignal;
  /** How long a request may take before the user is told that it still waits. */
  readonly noticeMs: number;
  /** Called with the reason for the user why a page is retried or still waits; called with null when the page has arrived. */
  readonly onTrouble: (sentence: string | null) => void;
};

/**
 * Reads a list page by page, at least one page. Each page is requested while the one before is written, so memory does not depend on the size of
 * the list.
 *
 * @throws ExportError when the server refuses, or does not answer within the budget for retries.
 */
export async function* listPages(walk: Walk): AsyncGenerator<readonly JsonObject[], void> {
  let asked = askPage(walk, null);
  for (;;) {
    const { rows, next } = await asked;
    if (next !== null) {
      asked = askPage(walk, next);
      // A reader that stops after the current page never awaits this one.
      asked.catch(() => undefined);
    }
    yield rows;
    if (next === null) return;
  }
}

/** The largest page of the API. */
const PAGE_SIZE = 1_000;

/** The rows of a page, and the cursor of the next page; null for the last page. */
type Page = { readonly rows: readonly JsonObject[]; readonly next: string | null };

const askPage = async (walk: Walk, after: string | null): Promise<Page> => {
  const { list, filter, retry, signal, onTrouble } = walk;
  const query = `query Export($filter: ${list.filterType}, $after: String) {
    ${list.connection}(filter: $filter, order: ${list.order}, first: ${PAGE_SIZE}, after: $after) {
      nodes { ${list.selection} }
      pageInfo { hasNextPage endCursor }
    }
  }`;
  const body = JSON.stringify({ query, variables: { filter, after } });
  let startedMs = performance.now();
  for (let attempt = 0; ; attempt += 1) {
    const result = await awaitAnswer(postGraphql(walk, body, signal), walk.noticeMs, () =>
      onTrouble(`the server at ${walk.url} has not answered yet; waiting for a page of ${list.noun}`),
    );
    if (result.kind !== 'RETRY') {
      onTrouble(null);
      return readPage(list, result, after);
    }
    if (!signal.aborted) onTrouble(`the server does not answer, retrying: ${result.reason}`);
    const { retryAfterMs, isPaced } = result;
    if (isPaced) startedMs = performance.now();
    const failedTry = { attempt, startedMs, retryAfterMs, isPaced };
    if (!(await waitBeforeRetry(retry, failedTry, signal))) throw new ExportError('FAILED', result.reason);
  }
};

type Final = Exclude<GraphqlResult, { readonly kind: 'RETRY' }>;

const readPage = (list: ExportedList, result: Final, after: string | null): Page => {
  if (result.kind === 'REFUSED') throw explainRefusal(result.reason, result.errors);
  if (result.kind === 'TOO_LARGE') throw new ExportError('WRONG_USAGE', result.reason);
  const { nodes, pageInfo } = asObject(result.data[list.connection]);
  const { hasNextPage, endCursor } = asObject(pageInfo);
  const next = hasNextPage === true ? asTextOrNull(endCursor) : null;
  // The same cursor again would repeat this page forever.
  const isWhole = Array.isArray(nodes) && (hasNextPage === false || (next !== null && next !== after));
  if (!isWhole) throw explainRefusal(refuseForeign(result.status).reason, []);
  return { rows: asArray(nodes).map(asObject), next };
};

/** Uses the message of the server: it names the wrong part of the filter and the remedy. */
const explainRefusal = (reason: string, [error]: readonly GraphqlError[]): ExportError => {
  const isFilter = error?.field?.startsWith('filter') === true;
  const message = error?.code ? `the server refused the request (${error.code}): ${error.message}` : reason;
  return new ExportError(isFilter ? 'WRONG_USAGE' : 'FAILED', message);
};
