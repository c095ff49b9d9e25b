import { awaitAnswer } from '../client/awaitAnswer.ts';
import { asArray, asObject, asTextOrNull } from '../client/looseJson.ts';
import type { JsonObject } from '../client/looseJson.ts';
import { postGraphql, refuseForeign } from '../client/postGraphql.ts';
import type { Endpoint, GraphqlError, GraphqlResult } from '../client/postGraphql.ts';
import { waitBeforeRetry } from '../client/waitBeforeRetry.ts';
import type { RetryPolicy } from '../client/waitBeforeRetry.ts';

import type { ExportedList } from './exportedList.ts';
import { ExportError } from './ExportError.ts';

/** A walk over a list of a running server. */
export type Walk = Endpoint & {
  readonly list: ExportedList;
  /** The API's own filter input; null for all. */
  readonly filter: JsonObject | null;
  readonly retry: RetryPolicy;
  /** Aborts when no more is wanted. */
  readonly signal: AbortSignal;
  /** How long a request may take before the user is told that it is waited for. */
  readonly noticeMs: number;
  /** Gets a sentence for the user: why a page is requested again or waited for. Gets null when the page has arrived. */
  readonly onTrouble: (sentence: string | null) => void;
};

/**
 * Reads a list page by page, at least one, each while the one before is written: memory is flat in the size of the list.
 *
 * @throws ExportError when the server refuses, or does not answer for longer than is worth it.
 */
export async function* listPages(walk: Walk): AsyncGenerator<readonly JsonObject[], void> {
  let asked = askPage(walk, null);
  for (;;) {
    const { rows, next } = await asked;
    if (next !== null) {
      asked = askPage(walk, next);
      // Whoever stops after this page does not wait for it.
      asked.catch(() => undefined);
    }
    yield rows;
    if (next === null) return;
  }
}

/** The most that the API gives at once. */
const PAGE_SIZE = 1_000;

/** The rows of a page, and the cursor of the next one, null when it was the last. */
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
    if (!signal.aborted) onTrouble(`the server does not answer, trying again: ${result.reason}`);
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
  // A next page that is this one would never end.
  const isWhole = Array.isArray(nodes) && (hasNextPage === false || (next !== null && next !== after));
  if (!isWhole) throw explainRefusal(refuseForeign(result.status).reason, []);
  return { rows: asArray(nodes).map(asObject), next };
};

/** The server's own words: it names the part of the filter that is wrong, and the remedy. */
const explainRefusal = (reason: string, [error]: readonly GraphqlError[]): ExportError => {
  const isFilter = error?.field?.startsWith('filter') === true;
  const message = error?.code ? `the server refuses (${error.code}): ${error.message}` : reason;
  return new ExportError(isFilter ? 'WRONG_USAGE' : 'FAILED', message);
};
