import { postGraphql, refuseForeign } from '../../client/postGraphql.ts';
import type { Endpoint, GraphqlResult } from '../../client/postGraphql.ts';

import type { Batch } from './delivery.ts';
import { parseResults } from './parseResults.ts';
import type { IngestResult } from './parseResults.ts';

/** The result of one request. After RETRY the same batch can be sent again, because the server detects duplicates. */
export type PostResult =
  | { readonly kind: 'ANSWERED'; readonly results: readonly IngestResult[] }
  | Exclude<GraphqlResult, { readonly kind: 'DATA' }>;

/** The mutation of each kind, and its name in the answer. */
const MUTATIONS = {
  EVENT: { name: 'ingestSessionEvents', argument: 'events', type: 'SessionEventInput' },
  HOST_START: { name: 'ingestHostStarts', argument: 'starts', type: 'HostStartInput' },
} as const satisfies Record<Batch['kind'], object>;

/** Sends one batch with the mutation of its kind; never throws for a failure of the server or the network. */
export const postBatch = async (
  endpoint: Endpoint,
  batch: Batch,
  signal: AbortSignal,
): Promise<PostResult> => {
  const { name, argument, type } = MUTATIONS[batch.kind];
  const mutation = `mutation Ingest($${argument}: [${type}!]!) { ${name}(${argument}: $${argument}) { results { index status errors { field code message } } } }`;
  const items = batch.items.map(({ json }) => json).join(',');
  const body = `{"query":${JSON.stringify(mutation)},"variables":{"${argument}":[${items}]}}`;
  const result = await postGraphql(endpoint, body, signal);
  if (result.kind !== 'DATA') return result;
  const results = parseResults(result.data[name], batch.items.length);
  return results === null ? refuseForeign(result.status) : { kind: 'ANSWERED', results };
};
