import { afterEach, expect, test } from '@jest/globals';

import { askServer, QuestionError } from '../../src/explorer/api/askServer.ts';
import type { Answer, Failure } from '../../src/explorer/api/askServer.ts';
import { StoredRange } from '../../src/explorer/api/documents.ts';
import type { StoredRangeQuery } from '../../src/explorer/api/documents.ts';

const realFetch = globalThis.fetch;
afterEach(() => {
  globalThis.fetch = realFetch;
});

/** Asks a server that answers with this response. */
const ask = async (response: Response): Promise<Answer<StoredRangeQuery> | Failure> => {
  globalThis.fetch = async () => response;
  return askServer(StoredRange, { variables: {}, signal: new AbortController().signal }).catch(
    (error: unknown) => {
      if (error instanceof QuestionError) return error.failure;
      throw error;
    },
  );
};

const answer = (status: number, body: unknown): Response => new Response(JSON.stringify(body), { status });
const refuse = (status: number, extensions: object): Response =>
  answer(status, { errors: [{ message: 'The reason.', extensions }] });

test('a part that failed is a problem that names it, and the rest is answered', async () => {
  const data = { overview: null };
  const errors = [{ message: 'Too slow.', path: ['overview', 0], extensions: { code: 'DEADLINE_EXCEEDED' } }];
  expect(await ask(answer(200, { data, errors }))).toEqual({
    data,
    problems: [{ path: 'overview.0', message: 'Too slow.' }],
  });
});

test.each<[string, Response, Failure]>([
  [
    'an unknown key',
    refuse(401, { code: 'UNAUTHENTICATED' }),
    { kind: 'KEY_NEEDED', message: 'The reason.', retryAfterSeconds: null },
  ],
  [
    'a key without the scope',
    refuse(403, { code: 'FORBIDDEN' }),
    { kind: 'FORBIDDEN', message: 'The reason.', retryAfterSeconds: null },
  ],
  [
    'a busy server that says when to ask again',
    refuse(429, { code: 'RATE_LIMITED', retryAfterSeconds: 17 }),
    { kind: 'BUSY', message: 'The reason.', retryAfterSeconds: 17 },
  ],
  [
    'a busy proxy that says when to ask again',
    new Response('<h1>Busy</h1>', { status: 429, headers: { 'retry-after': '40' } }),
    {
      kind: 'BUSY',
      message: 'The server answered with HTTP status 429 and without a reason.',
      retryAfterSeconds: 40,
    },
  ],
  [
    'a proxy whose server is unavailable',
    new Response('<h1>Bad gateway</h1>', { status: 502 }),
    {
      kind: 'UNAVAILABLE',
      message: 'The server answered with HTTP status 502 and without a reason.',
      retryAfterSeconds: null,
    },
  ],
  [
    'a server whose database is unavailable',
    new Response('<h1>Busy</h1>', { status: 503 }),
    {
      kind: 'UNAVAILABLE',
      message: 'The server answered with HTTP status 503 and without a reason.',
      retryAfterSeconds: 5,
    },
  ],
  [
    'a question that the API refuses',
    refuse(400, { code: 'BAD_PARAMETER' }),
    { kind: 'REFUSED', message: 'The reason.', retryAfterSeconds: null },
  ],
])('%s is a failure of its own kind', async (_, response, failure) => {
  expect(await ask(response)).toEqual(failure);
});

test('a login page of a proxy is not taken for an answer', async () => {
  expect(await ask(new Response('<form>Log in</form>'))).toMatchObject({
    kind: 'FAILED',
    message: expect.stringContaining('reload the page'),
  });
});

test('a connection that breaks in the middle of the answer is a failure', async () => {
  const cut = new ReadableStream({
    start: (controller) => {
      controller.enqueue(new TextEncoder().encode('{"data":{"overv'));
      controller.error(new TypeError('terminated'));
    },
  });
  expect(await ask(new Response(cut))).toMatchObject({ kind: 'OFFLINE', retryAfterSeconds: null });
});
