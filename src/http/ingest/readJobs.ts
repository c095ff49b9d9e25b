import { parentPort } from 'node:worker_threads';

import { parseIngestQuery } from './parseIngestQuery.ts';
import { readBody } from './readBody.ts';
import type { ReadingStep } from './readBody.ts';
import { unpackBlocking } from './unpackBody.ts';

/** What the main thread asks of a reader thread: to begin with a body, or to go on with the next step. Each is answered with one step. */
export type ReaderRequest =
  { readonly kind: 'BEGIN'; readonly body: Uint8Array; readonly query: unknown } | { readonly kind: 'NEXT' };

/** A step, or that there is none any more. */
export type ReaderAnswer = ReadingStep | { readonly kind: 'END' };

let steps: Iterator<ReadingStep, void> | null = null;

parentPort?.on('message', (request: ReaderRequest) => {
  if (request.kind === 'BEGIN') steps = begin(request);
  const step = steps?.next();
  const answer: ReaderAnswer = step?.done === false ? step.value : { kind: 'END' };
  // A body of megabytes is not kept until the next one comes.
  if (answer.kind === 'END') steps = null;
  parentPort?.postMessage(answer, []);
});

function* begin({ body, query }: Extract<ReaderRequest, { kind: 'BEGIN' }>): Generator<ReadingStep, void> {
  const options = parseIngestQuery(query);
  if (typeof options === 'string') throw new Error('The query was not checked before.');
  const plain = unpackBlocking(Buffer.from(body.buffer, body.byteOffset, body.byteLength));
  if (Buffer.isBuffer(plain)) yield* readBody(plain, options);
  else yield { kind: 'REFUSED', refusal: plain };
}
