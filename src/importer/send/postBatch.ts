import { postGraphql, refuseForeign } from '../../client/postGraphql.ts';
import type { Endpoint, GraphqlResult } from '../../client/postGraphql.ts';

import type { Batch } from './delivery.ts';
import { parseResults } from './parseResults.ts';
import type { IngestResult } from './parseResults.ts';

/** The result of one request. After RETRY the same batch can be sent again, because the server detects duplicates. */
export type PostResult =
  | { readonly kind: 'ANSWERED'; readonly results: readonly IngestResult[] }
  | Exclude<GraphqlResult, { readonly kind: 'DATA' }>;

/** The mutation of each kind, which is also its name in the answer, and the type of its items. */
const MUTATIONS = {
  EVENT: { name: 'ingestSessionEvents', type: 'SessionEventInput' },
  CONTEXT: { name: 'ingestContextEvents', type: 'ContextEventInput' },
} as const satisfies Record<Batch['kind'], object>;

/** Sends one batch with the mutation of its kind; never throws for a failure of the server or the network. */
export const postBatch = async (
  endpoint: Endpoint,
  batch: Batch,
  signal: AbortSignal,
): Promise<PostResult> => {
  const { name, type } = MUTATIONS[batch.kind];
  const mutation = `mutation Ingest($events: [${type}!]!) { ${name}(events: $events) { results { index status errors { field code message } } } }`;
  const items = batch.items.map(({ json }) => json).join(',');
  const body = `{"query":${JSON.stringify(mutation)},"variables":{"events":[${items}]}}`;
  const result = await postGraphql(endpoint, body, signal);
  if (result.kind !== 'DATA') return result;
  const results = parseResults(result.data[name], batch.items.length);
  return results === null ? refuseForeign(result.status) : { kind: 'ANSWERED', results };
};
