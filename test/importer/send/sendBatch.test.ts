import { describe, expect, test } from '@jest/globals';

import { answer, startFakeServer } from '../fakeServer.ts';
import type { Behaviour } from '../fakeServer.ts';
import { readCounts, runCommand, SHORT_RETRY, someRecords, writeFile } from '../importing.ts';
import { LONG_WAIT_MS } from '../../support/timeLimits.ts';
import { awaitUntil } from '../../support/awaitUntil.ts';
import { makeDeferred } from '../../support/makeDeferred.ts';

const UNCONFIRMED = 'not confirmed: may be stored, import them again';
const RETRYABLE = { errors: [{ message: 'Try again.', extensions: { retryable: true } }] };

describe('a request that may succeed later is retried', () => {
  test.each<[string, Behaviour]>([
    ['a connection that drops', 'DROP'],
    ['HTTP 429', { status: 429 }],
    ['HTTP 502', { status: 502, body: '<html>' }],
    ['HTTP 503', { status: 503, body: RETRYABLE }],
    ['HTTP 504', { status: 504 }],
    ['an error that says it is retryable', { status: 200, body: RETRYABLE }],
  ])('%s', async (_, trouble) => {
    const server = await startFakeServer((events, nth) => (nth < 3 ? trouble : { body: answer(events) }));
    const { code, output } = await runCommand(['--url', server.url, writeFile(someRecords(5))]);
    expect(server.requests).toHaveLength(4);
    expect(new Set(server.requests.map((events) => JSON.stringify(events))).size).toBe(1);
    expect(readCounts(output)).toMatchObject({ events: 5, accepted: 5 });
    expect(code).toBe(0);
  });

  test('no sooner than Retry-After says', async () => {
    const server = await startFakeServer((events, nth) =>
      nth === 0 ? { status: 503, headers: { 'retry-after': '1' } } : { body: answer(events) },
    );
    const retry = { firstDelayMs: 1, maxDelayMs: 1, budgetMs: LONG_WAIT_MS };
    const { code } = await runCommand(['--url', server.url, writeFile(someRecords(1))], { retry });
    const [first = 0, second = 0] = server.arrivedMs;
    expect(second - first).toBeGreaterThanOrEqual(990);
    expect(code).toBe(0);
  });

  test('for longer when the server limits the rate: every wait that it asks for is kept', async () => {
    const server = await startFakeServer((events, nth) =>
      nth < 3 ? { status: 429, headers: { 'retry-after': '1' }, body: RETRYABLE } : { body: answer(events) },
    );
    const retry = { firstDelayMs: 1, maxDelayMs: 1, budgetMs: 500 };
    const { code, output } = await runCommand(['--url', server.url, writeFile(someRecords(5))], { retry });
    expect(server.requests).toHaveLength(4);
    expect(readCounts(output)).toMatchObject({ events: 5, accepted: 5 });
    expect(code).toBe(0);
  });

  test.each([
    ['503 is not a rate limit', { status: 503, headers: { 'retry-after': '1' } }],
    ['an hour is too long for a rate limit', { status: 429, headers: { 'retry-after': '3600' } }],
  ])('but %s', async (_, trouble) => {
    const server = await startFakeServer(() => trouble);
    const retry = { firstDelayMs: 1, maxDelayMs: 1, budgetMs: 500 };
    const { code } = await runCommand(['--url', server.url, writeFile(someRecords(1))], { retry });
    expect([server.requests.length, code]).toEqual([1, 1]);
  });

  test('with growing, random waits', async () => {
    const server = await startFakeServer((events, nth) =>
      nth < 4 ? { status: 503 } : { body: answer(events) },
    );
    const retry = { firstDelayMs: 20, maxDelayMs: 10_000, budgetMs: LONG_WAIT_MS };
    await runCommand(['--url', server.url, writeFile(someRecords(1))], { retry });
    const waits = server.arrivedMs.slice(1).map((time, index) => time - (server.arrivedMs[index] ?? 0));
    expect(waits).toHaveLength(4);
    for (const [index, wait] of waits.entries()) expect(wait).toBeGreaterThanOrEqual(10 * 2 ** index - 2);
  });
});

describe('a server that stays down', () => {
  test('stops the import with the reason, and every event is counted', async () => {
    const server = await startFakeServer((events, nth) => (nth < 2 ? { body: answer(events) } : 'DROP'));
    const file = writeFile(someRecords(9_500).map((record) => ({ ...record, Message: 'x'.repeat(2_000) })));
    const { code, output, errors } = await runCommand(['--url', server.url, file], { retry: SHORT_RETRY });
    const counts = readCounts(output);
    expect(output).toMatch(/^STOPPED before the end: /m);
    expect(errors).toMatch(/^the server does not accept events, retrying: /m);
    expect(counts['records read']).toBeLessThan(9_500);
    expect(counts).toMatchObject({ events: counts['records read'], accepted: 2_000 });
    // Events whose connection dropped may have been stored.
    expect(counts[UNCONFIRMED]).toBeGreaterThanOrEqual(1_000);
    expect((counts['not stored'] ?? 0) + (counts[UNCONFIRMED] ?? 0)).toBe((counts['events'] ?? 0) - 2_000);
    expect(code).toBe(1);
  });

  test.each<[string, Behaviour]>([
    ['a connection that drops', 'DROP'],
    ['a gateway that lost the answer', { status: 504 }],
    [
      'a commit that was not confirmed',
      {
        status: 503,
        body: { errors: [{ message: 'Maybe.', extensions: { retryable: true, outcome: 'UNKNOWN' } }] },
      },
    ],
  ])(
    'after %s is reported with events that may be stored, also when later attempts did not reach it',
    async (_, lost) => {
      const server = await startFakeServer((_events, nth) => (nth === 0 ? lost : { status: 503 }));
      const words = ['--url', server.url, writeFile(someRecords(5))];
      const { code, output } = await runCommand(words, { retry: SHORT_RETRY });
      const counts = readCounts(output);
      expect([counts[UNCONFIRMED], counts['not stored']]).toEqual([5, undefined]);
      expect(code).toBe(1);
    },
  );

  test('is not waited for when its Retry-After exceeds the budget', async () => {
    const server = await startFakeServer(() => ({ status: 503, headers: { 'retry-after': '3600' } }));
    const { output } = await runCommand(['--url', server.url, writeFile(someRecords(1))]);
    expect(server.requests).toHaveLength(1);
    expect(output).toContain('STOPPED before the end: HTTP 503');
  });
});

describe('a refused request is not retried', () => {
  test('a refused batch fails with the message of the server, and the next ones are sent', async () => {
    const message = 'events[3]: Field "hostname" is missing.';
    const server = await startFakeServer((events, nth) =>
      nth === 0 ? { status: 400, body: { errors: [{ message }] } } : { body: answer(events) },
    );
    const { code, output } = await runCommand(['--url', server.url, writeFile(someRecords(2_500))]);
    expect(server.requests).toHaveLength(3);
    expect(readCounts(output)).toMatchObject({
      accepted: 1_500,
      'not stored': 1_000,
      [`HTTP 400: ${message}`]: 1_000,
    });
    expect(code).toBe(1);
  });

  test.each<[string, Behaviour, string]>([
    [
      'no permission',
      { status: 401, body: { errors: [{ message: 'A key is needed. Send the header Authorization.' }] } },
      'HTTP 401: A key is needed. Import needs the scope events:write, export events:read. Commands take the key from a file, --key-file FILE, or from SESSIONSCOPE_KEY.',
    ],
    [
      'another address',
      { status: 404, body: 'Not found' },
      'HTTP 404; the answer is not from this API; check --url',
    ],
    ['a web page', { status: 200, body: '<html>' }, 'HTTP 200; the answer is not from this API; check --url'],
    [
      'results for other events',
      { status: 200, body: answer([{}]) },
      'HTTP 200; the answer is not from this API; check --url',
    ],
  ])('%s stops the import', async (_, behaviour, reason) => {
    const server = await startFakeServer(() => behaviour);
    const { code, output } = await runCommand(['--url', server.url, writeFile(someRecords(2))]);
    expect(server.requests).toHaveLength(1);
    expect(output).toContain(`STOPPED before the end: ${reason}\n`);
    expect(readCounts(output)).toMatchObject({ accepted: 0, 'not stored': 2 });
    expect(code).toBe(1);
  });

  test('a batch that is too large is split in halves, in order', async () => {
    const server = await startFakeServer((events) =>
      events.length > 300 ? { status: 413 } : { body: answer(events) },
    );
    const { code, output } = await runCommand(['--url', server.url, writeFile(someRecords(1_000))]);
    expect(server.requests.map((events) => events.length)).toEqual([1_000, 500, 250, 250, 500, 250, 250]);
    expect(readCounts(output)).toMatchObject({ accepted: 1_000 });
    expect(code).toBe(0);
  });
});

describe('an interruption', () => {
  test('lets requests in flight finish, sends no others, and prints the summary', async () => {
    const { promise: isReleased, resolve: release } = makeDeferred();
    const server = await startFakeServer(async (events) => {
      await isReleased;
      return { body: answer(events) };
    });
    const interrupt = new AbortController();
    const records = someRecords(20_000).map((record) => ({ ...record, Message: 'x'.repeat(800) }));
    const importing = runCommand(['--url', server.url, writeFile(records)], { interrupt: interrupt.signal });
    await awaitUntil('four requests are in flight', async () => server.requests.length === 4);
    interrupt.abort();
    release();
    const { code, output } = await importing;
    const counts = readCounts(output);
    expect(output).toContain('STOPPED before the end: interrupted\n');
    expect(server.requests).toHaveLength(4);
    expect(counts['accepted']).toBe(4_000);
    expect(counts['events']).toBe((counts['accepted'] ?? 0) + (counts['not stored'] ?? 0));
    expect(code).toBe(130);
  });

  test('ends the wait for a server that is down', async () => {
    const server = await startFakeServer(() => ({ status: 503, headers: { 'retry-after': '30' } }));
    const interrupt = new AbortController();
    const retry = { firstDelayMs: 5, maxDelayMs: 20, budgetMs: 60_000 };
    const importing = runCommand(['--url', server.url, writeFile(someRecords(5))], {
      retry,
      interrupt: interrupt.signal,
    });
    await awaitUntil('it is told to wait', async () => server.requests.length > 0);
    interrupt.abort();
    const { code, output } = await importing;
    expect(readCounts(output)).toMatchObject({ events: 5, accepted: 0, 'not stored': 5 });
    expect(code).toBe(130);
  });
});
