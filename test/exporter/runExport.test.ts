import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { PassThrough } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';

import { beforeAll, describe, expect, test } from '@jest/globals';

import { runExport } from '../../src/exporter/runExport.ts';
import { startFakeServer } from '../importer/fakeServer.ts';
import type { Behaviour } from '../importer/fakeServer.ts';
import { writeFile } from '../importer/importing.ts';
import { INGEST, useApi } from '../support/api.ts';
import { awaitUntil } from '../support/awaitUntil.ts';
import { useDatabase } from '../support/database.ts';
import { aNumberedLogin } from '../support/events.ts';

import { eventPage, parseLines, runExportCommand } from './exporting.ts';

const api = useApi(useDatabase());
const COUNT = 2_500;

beforeAll(async () => {
  const events = Array.from({ length: COUNT }, (_, n) =>
    aNumberedLogin(n, { hostname: n % 5 === 0 ? 'OTHER' : 'HOST1' }),
  );
  // The newest first: the order of an export is not that of arrival.
  const { data } = await api().query(INGEST, { events: events.toReversed() });
  expect(data.ingestSessionEvents.accepted).toBe(COUNT);
});

const run = async (...words: readonly string[]) => runExportCommand([...words, '--url', api().url]);

describe('an export', () => {
  test('writes every event once, oldest first, by pages of a thousand', async () => {
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
        .filter((line) => line.includes('A request.'));
    await awaitUntil('the last request is in the log', async () => requests().length >= 3);
    expect(requests()).toHaveLength(3);
  });

  test('takes the filter of the API', async () => {
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

  test('goes into a file, in place of what is there', async () => {
    const file = writeFile('x'.repeat(10_000_000), 'out.jsonl');
    const { code, output } = await run('events', '--output', file);
    expect([code, output]).toEqual([0, '']);
    expect(readFileSync(file, 'utf8')).toBe((await run('events', '--output', '-')).output);
  });

  test('reads no further than its reader', async () => {
    const server = await startFakeServer((_, nth) => ({
      body: eventPage(Array<string>(1_000).fill('ana'), `c${nth}`),
    }));
    const interrupt = new AbortController();
    // Takes 16 KiB and is not read.
    const output = new PassThrough();
    const errors = new PassThrough();
    const running = runExport(['events', '--url', server.url], {
      output,
      errors,
      interrupt: interrupt.signal,
    });
    await awaitUntil('two pages are asked for', async () => server.requests.length >= 2);
    // Time for a third, if it was asked for. The page that is written, and the next one:
    await sleep(400);
    expect(server.requests).toHaveLength(2);
    interrupt.abort();
    output.resume();
    expect(await running).toBe(130);
  });
});

describe('a filter that is wrong', () => {
  test.each([
    [
      { hostname: { eq: null } },
      /^export: the server refuses \(BAD_FILTER\): filter\.hostname\.eq is null; to find/,
    ],
    [{ srcIp: { inCidr: ['10/8'] } }, /\(INVALID_CIDR\): filter\.srcIp\.inCidr\[0\]: /],
    [{ host: { eq: 'A' } }, /\(BAD_USER_INPUT\): filter: Field "host" is not defined/],
  ])('%j is told by the server’s words, and nothing is written', async (filter, words) => {
    const file = writeFile('the last good export', 'out.jsonl');
    const { code, errors } = await run('events', '--output', file, '--filter', JSON.stringify(filter));
    expect(errors).toMatch(words);
    expect(errors.split('\n')).toHaveLength(2);
    expect(readFileSync(file, 'utf8')).toBe('the last good export');
    expect(code).toBe(2);
  });
});

describe('a wrong command', () => {
  test.each([
    [[], 'name one LIST'],
    [['event'], 'name one LIST'],
    [['__proto__'], 'name one LIST'],
    [['events', 'events'], 'name one LIST'],
    [['events', '--speed', '9'], "Unknown option '--speed'"],
    [['events', '--filter', '{'], '--filter must be a JSON object'],
    [['events', '--filter', '[]'], '--filter must be a JSON object'],
    [['events', '--filter', 'null'], '--filter must be a JSON object'],
    [['events', '--format', 'xml'], '--format must be one of: ndjson, csv, timesketch'],
    [['events', '--format', 'toString'], '--format must be one of: ndjson, csv, timesketch'],
    [['events', '--output', ''], '--output must be a file'],
    [['events', '--url', 'http://user:secret@x/'], '--url must be'],
  ])('%j', async (words, message) => {
    const { code, output, errors } = await runExportCommand(words);
    expect(errors).toContain(message);
    expect(errors).not.toContain('secret');
    expect(output).toBe('');
    expect(code).toBe(2);
  });

  test('--help shows how, and is no mistake', async () => {
    const { code, output } = await runExportCommand(['--help']);
    expect(output).toContain('Usage: npm run export -- [options] LIST');
    expect(code).toBe(0);
  });
});

const RETRYABLE = { errors: [{ message: 'Try again.', extensions: { retryable: true } }] };

describe('what may succeed later is asked for again', () => {
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
    expect(errors).toMatch(/^the server does not answer, trying again: .+\n2 events exported\n$/);
    expect(code).toBe(0);
  });

  test('and no sooner than Retry-After says', async () => {
    const server = await startFakeServer((_, nth) =>
      nth === 0 ? { status: 503, headers: { 'retry-after': '1' } } : { body: eventPage([], null) },
    );
    const retry = { firstDelayMs: 1, maxDelayMs: 1, budgetMs: 5_000 };
    expect((await runExportCommand(['events', '--url', server.url], { retry })).code).toBe(0);
    const [first = 0, second = 0] = server.arrivedMs;
    expect(second - first).toBeGreaterThanOrEqual(990);
  });

  test('for longer than for anything else, when the server paces us', async () => {
    const server = await startFakeServer((_, nth) =>
      nth < 2 ? { status: 429, headers: { 'retry-after': '1' } } : { body: eventPage(['late'], null) },
    );
    const retry = { firstDelayMs: 1, maxDelayMs: 1, budgetMs: 500 };
    const { code, output } = await runExportCommand(['events', '--url', server.url], { retry });
    expect(parseLines(output).map(({ lock }) => lock.user)).toEqual(['late']);
    expect([server.requests.length, code]).toEqual([3, 0]);
  });

  test('but not for ever: what was written is said to be incomplete', async () => {
    const server = await startFakeServer((_, nth) =>
      nth === 0 ? { body: eventPage(['a', 'b'], 'c') } : 'DROP',
    );
    const { code, output, errors } = await runExportCommand(['events', '--url', server.url]);
    expect(parseLines(output)).toHaveLength(2);
    expect(errors).toMatch(/\nexport: .*(closed|hang up|reset).*\nexport: incomplete: 2 events exported\n$/);
    expect(code).toBe(1);
  });
});

describe('what is no answer of this API', () => {
  test.each<[string, Behaviour, string]>([
    ['a web page', { body: '<html>' }, 'HTTP 200; no answer of this API, is --url right?'],
    ['another API', { body: { data: { other: [] } } }, 'HTTP 200; no answer of this API, is --url right?'],
    ['a page after this that is this', { body: eventPage([], '') }, 'HTTP 200; no answer of this API'],
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
      'export: the server refuses (DEADLINE_EXCEEDED): Too long.',
    ],
    [
      'an older server',
      {
        status: 400,
        body: { errors: [{ message: 'No field.', extensions: { code: 'GRAPHQL_VALIDATION_FAILED' } }] },
      },
      'export: the server refuses (GRAPHQL_VALIDATION_FAILED): No field.',
    ],
  ])('%s ends it', async (_, behaviour, reason) => {
    // The same cursor again, if there is a second request.
    const server = await startFakeServer(() => behaviour);
    const { code, output, errors } = await runExportCommand(['events', '--url', server.url]);
    expect(errors).toContain(reason);
    expect(output).toBe('');
    expect(server.requests.length).toBeLessThanOrEqual(2);
    expect(code).toBe(1);
  });
});

test('a file that cannot be written is named', async () => {
  const file = join(dirname(writeFile('x')), 'no', 'folder.jsonl');
  const { code, errors } = await run('events', '--output', file);
  expect(errors).toMatch(/^export: the output cannot be written: ENOENT.*folder\.jsonl'\n$/);
  expect(existsSync(file)).toBe(false);
  expect(code).toBe(1);
});

test('an interruption ends the waiting for a server that is away', async () => {
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
