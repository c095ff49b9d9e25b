import { parentPort } from 'node:worker_threads';

import { parseIngestQuery } from './parseIngestQuery.ts';
import { readBody } from './readBody.ts';
import type { ReadingStep } from './readBody.ts';
import { unpackBlocking } from './unpackBody.ts';

/** A request of the main thread to a worker thread: start a body, or do the next step. Each is answered with one step. */
export type WorkerRequest =
  { readonly kind: 'BEGIN'; readonly body: Uint8Array; readonly query: unknown } | { readonly kind: 'NEXT' };

/** A step, or the end of the body. */
export type WorkerResponse = ReadingStep | { readonly kind: 'END' };

let steps: Iterator<ReadingStep, void> | null = null;

parentPort?.on('message', (request: WorkerRequest) => {
  if (request.kind === 'BEGIN') steps = begin(request);
  const step = steps?.next();
  const answer: WorkerResponse = step?.done === false ? step.value : { kind: 'END' };
  // Frees the body, which may have megabytes, before the next one arrives.
  if (answer.kind === 'END') steps = null;
  parentPort?.postMessage(answer, []);
});

function* begin({ body, query }: Extract<WorkerRequest, { kind: 'BEGIN' }>): Generator<ReadingStep, void> {
  const options = parseIngestQuery(query);
  if (typeof options === 'string') throw new Error('The main thread did not validate the query.');
  const plain = unpackBlocking(Buffer.from(body.buffer, body.byteOffset, body.byteLength));
  if (Buffer.isBuffer(plain)) yield* readBody(plain, options);
  else yield { kind: 'REFUSED', refusal: plain };
}
