import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { PassThrough } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';

import { beforeAll, describe, expect, test } from '@jest/globals';

import { runExport } from '../../src/exporter/runExport.ts';
import { startFakeServer } from '../importer/fakeServer.ts';
import type { Behaviour } from '../importer/fakeServer.ts';
import { SHORT_RETRY, writeFile } from '../importer/importing.ts';
import { INGEST, useApi } from '../support/api.ts';
import { awaitUntil } from '../support/awaitUntil.ts';
import { useDatabase } from '../support/database.ts';
import { aNumberedLogin } from '../support/events.ts';
import { LONG_WAIT_MS } from '../support/timeLimits.ts';

import { eventPage, parseLines, runExportCommand } from './exporting.ts';

const api = useApi(useDatabase());
const COUNT = 2_500;

beforeAll(async () => {
  const events = Array.from({ length: COUNT }, (_, n) =>
    aNumberedLogin(n, { hostname: n % 5 === 0 ? 'OTHER' : 'HOST1' }),
  );
  // Stored with the newest first, because the order of an export must not depend on the order of arrival.
  const { data } = await api().query(INGEST, { events: events.toReversed() });
  expect(data.ingestSessionEvents.accepted).toBe(COUNT);
});

const run = async (...words: readonly string[]) => runExportCommand([...words, '--url', api().url]);

describe('an export', () => {
  test('writes every event once, oldest first, in pages of a thousand', async () => {
    const asked = api().log().length;
    const { code, output, errors } = await run('events');
    const numbers = parseLines(output).map(({ login }) => Number(login.sourceId.split('/').at(-1)));
    expect(numbers).toEqual(Array.from({ length: COUNT }, (_, n) => n));
    expect(errors).toBe('2,500 events exported\n');
    expect(code).toBe(0);
    const requests = (): readonly string[] =>
      api()
        .log()
        .slice(asked)
        .filter((line) => line.includes('Request ended.'));
    await awaitUntil('the last request is in the log', async () => requests().length >= 3);
    expect(requests()).toHaveLength(3);
  });

  test('accepts a filter of the API', async () => {
    const filter = { hostname: { eq: 'other' }, time: { until: '2026-10-01T00:00:10Z' } };
    const { output, errors } = await run('events', '--filter', JSON.stringify(filter));
    expect(parseLines(output).map(({ login }) => login.sourceId)).toEqual([
      'windows/security/0',
      'windows/security/5',
    ]);
    expect(errors).toBe('2 events exported\n');
  });

  test('of nothing is empty', async () => {
    const { code, output, errors } = await run('events', '--filter', '{"hostname":{"eq":"NOBODY"}}');
    expect([code, output, errors]).toEqual([0, '', '0 events exported\n']);
  });

  test('replaces the content of a file', async () => {
    const file = writeFile('x'.repeat(10_000_000), 'out.jsonl');
    const { code, output } = await run('events', '--output', file);
    expect([code, output]).toEqual([0, '']);
    expect(readFileSync(file, 'utf8')).toBe((await run('events', '--output', '-')).output);
  });

  test('does not read ahead of its reader', async () => {
    const server = await startFakeServer((_, nth) => ({
      body: eventPage(Array<string>(1_000).fill('ana'), `c${nth}`),
    }));
    const interrupt = new AbortController();
    // A stream that buffers 16 KiB and is not read.
    const output = new PassThrough();
    const errors = new PassThrough();
    const running = runExport(['events', '--url', server.url], {
      output,
      errors,
      interrupt: interrupt.signal,
    });
    await awaitUntil('two pages are requested', async () => server.requests.length >= 2);
    // Wait, so that a third request would be seen. Two are expected: for the page that is written, and the next one.
    await sleep(400);
    expect(server.requests).toHaveLength(2);
    interrupt.abort();
    output.resume();
    expect(await running).toBe(130);
  });
});

describe('an invalid filter', () => {
  test.each([
    [
      { hostname: { eq: null } },
      /^export: the server refused the request \(BAD_FILTER\): filter\.hostname\.eq is null; to find/,
    ],
    [{ srcIp: { inCidr: ['10/8'] } }, /\(INVALID_CIDR\): filter\.srcIp\.inCidr\[0\]: /],
    [{ host: { eq: 'A' } }, /\(BAD_USER_INPUT\): filter: Field "host" is not defined/],
  ])('%j is reported with the message of the server, and nothing is written', async (filter, words) => {
    const file = writeFile('the last good export', 'out.jsonl');
    const { code, errors } = await run('events', '--output', file, '--filter', JSON.stringify(filter));
    expect(errors).toMatch(words);
    expect(errors.split('\n')).toHaveLength(2);
    expect(readFileSync(file, 'utf8')).toBe('the last good export');
    expect(code).toBe(2);
  });
});

describe('an invalid command line', () => {
  test.each([
    [[], 'name one LIST'],
    [['event'], 'name one LIST'],
    [['__proto__'], 'name one LIST'],
    [['events', 'events'], 'name one LIST'],
    [['events', '--speed', '9'], "Unknown option '--speed'"],
    [['events', '--filter', '{'], '--filter must be a JSON object'],
    [['events', '--filter', '[]'], '--filter must be a JSON object'],
    [['events', '--filter', 'null'], '--filter must be a JSON object'],
    [['events', '--format', 'xml'], '--format must be one of: ndjson, csv, timesketch, ocsf, ecs'],
    [
      ['sessions', '--format', 'ocsf'],
      '--format ocsf exports events only; use ndjson, csv or timesketch for sessions',
    ],
    [
      ['context-events', '--format', 'ecs'],
      '--format ecs exports events only; use ndjson, csv or timesketch for context-events',
    ],
    [['events', '--format', 'toString'], '--format must be one of: ndjson, csv, timesketch, ocsf, ecs'],
    [['events', '--output', ''], '--output must be a file'],
    [['events', '--url', 'http://user:secret@x/'], '--url must be'],
  ])('%j', async (words, message) => {
    const { code, output, errors } = await runExportCommand(words);
    expect(errors).toContain(message);
    expect(errors).not.toContain('secret');
    expect(output).toBe('');
    expect(code).toBe(2);
  });

  test('--help prints the usage with exit code 0', async () => {
    const { code, output } = await runExportCommand(['--help']);
    expect(output).toContain('Usage: npm run export -- [options] LIST');
    expect(code).toBe(0);
  });
});

const RETRYABLE = { errors: [{ message: 'Try again.', extensions: { retryable: true } }] };

describe('a request that may succeed later is retried', () => {
  test.each<[string, Behaviour]>([
    ['a connection that drops', 'DROP'],
    ['HTTP 429', { status: 429 }],
    ['HTTP 503', { status: 503, body: RETRYABLE }],
    [
      'an error that says it is retryable',
      { status: 200, body: { data: { sessionEvents: null }, ...RETRYABLE } },
    ],
  ])('%s', async (_, trouble) => {
    const server = await startFakeServer((__, nth) => {
      if (nth === 0) return { body: eventPage(['first'], 'c') };
      return nth < 3 ? trouble : { body: eventPage(['second'], null) };
    });
    const { code, output, errors } = await runExportCommand(['events', '--url', server.url]);
    expect(parseLines(output).map(({ lock }) => lock.user)).toEqual(['first', 'second']);
    expect(errors).toMatch(/^the server does not answer, retrying: .+\n2 events exported\n$/);
    expect(code).toBe(0);
  });

  test('no sooner than Retry-After says', async () => {
    const server = await startFakeServer((_, nth) =>
      nth === 0 ? { status: 503, headers: { 'retry-after': '1' } } : { body: eventPage([], null) },
    );
    const retry = { firstDelayMs: 1, maxDelayMs: 1, budgetMs: LONG_WAIT_MS };
    expect((await runExportCommand(['events', '--url', server.url], { retry })).code).toBe(0);
    const [first = 0, second = 0] = server.arrivedMs;
    expect(second - first).toBeGreaterThanOrEqual(990);
  });

  test('for longer when the server limits the rate', async () => {
    const server = await startFakeServer((_, nth) =>
      nth < 2 ? { status: 429, headers: { 'retry-after': '1' } } : { body: eventPage(['late'], null) },
    );
    const retry = { firstDelayMs: 1, maxDelayMs: 1, budgetMs: 500 };
    const { code, output } = await runExportCommand(['events', '--url', server.url], { retry });
    expect(parseLines(output).map(({ lock }) => lock.user)).toEqual(['late']);
    expect([server.requests.length, code]).toEqual([3, 0]);
  });

  test('but not forever: the output is reported as incomplete', async () => {
    const server = await startFakeServer((_, nth) =>
      nth === 0 ? { body: eventPage(['a', 'b'], 'c') } : 'DROP',
    );
    const words = ['events', '--url', server.url];
    const { code, output, errors } = await runExportCommand(words, { retry: SHORT_RETRY });
    expect(parseLines(output)).toHaveLength(2);
    expect(errors).toMatch(/\nexport: .*(closed|hang up|reset).*\nexport: incomplete: 2 events exported\n$/);
    expect(code).toBe(1);
  });
});

describe('an answer that is not from this API, or an error', () => {
  test.each<[string, Behaviour, string]>([
    ['a web page', { body: '<html>' }, 'HTTP 200; the answer is not from this API; check --url'],
    [
      'another API',
      { body: { data: { other: [] } } },
      'HTTP 200; the answer is not from this API; check --url',
    ],
    ['the cursor of the same page', { body: eventPage([], '') }, 'HTTP 200; the answer is not from this API'],
    [
      'no permission',
      { status: 401, body: { errors: [{ message: 'Who are you?' }] } },
      'export: HTTP 401: Who are you?',
    ],
    [
      'a list that is refused',
      {
        body: {
          data: { sessionEvents: null },
          errors: [{ message: 'Too long.', extensions: { code: 'DEADLINE_EXCEEDED' } }],
        },
      },
      'export: the server refused the request (DEADLINE_EXCEEDED): Too long.',
    ],
    [
      'an older server',
      {
        status: 400,
        body: { errors: [{ message: 'No field.', extensions: { code: 'GRAPHQL_VALIDATION_FAILED' } }] },
      },
      'export: the server refused the request (GRAPHQL_VALIDATION_FAILED): No field.',
    ],
  ])('%s ends the export', async (_, behaviour, reason) => {
    // A second request would return the same cursor again.
    const server = await startFakeServer(() => behaviour);
    const { code, output, errors } = await runExportCommand(['events', '--url', server.url]);
    expect(errors).toContain(reason);
    expect(output).toBe('');
    expect(server.requests.length).toBeLessThanOrEqual(2);
    expect(code).toBe(1);
  });
});

test('a file that cannot be written is reported', async () => {
  const file = join(dirname(writeFile('x')), 'no', 'folder.jsonl');
  const { code, errors } = await run('events', '--output', file);
  expect(errors).toMatch(/^export: the output cannot be written: ENOENT.*folder\.jsonl'\n$/);
  expect(existsSync(file)).toBe(false);
  expect(code).toBe(1);
});

test('an interruption ends the wait for a server that is down', async () => {
  const server = await startFakeServer(() => ({ status: 503, headers: { 'retry-after': '30' } }));
  const interrupt = new AbortController();
  const retry = { firstDelayMs: 5, maxDelayMs: 20, budgetMs: 60_000 };
  const running = runExportCommand(['events', '--url', server.url], { retry, interrupt: interrupt.signal });
  await sleep(200);
  interrupt.abort();
  const { code, errors } = await running;
  expect(errors).toContain('export: interrupted\nexport: incomplete: 0 events exported\n');
  expect(code).toBe(130);
});
