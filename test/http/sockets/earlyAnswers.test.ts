import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

import { beforeAll, describe, expect, test } from '@jest/globals';

import { DEFAULT_COST_LIMITS } from '../../../src/http/cost/limits.ts';
import { useApi } from '../../support/api.ts';
import { useDatabase } from '../../support/database.ts';
import { anEntry } from '../../support/ingest/uploads.ts';
import { guardedBy, keyFor } from '../../support/keys.ts';
import { LENIENT_LIMITS } from '../../support/lenientLimits.ts';
import { statusOf } from '../../support/sendRaw.ts';
import { useFolder } from '../../support/useFolder.ts';

const database = useDatabase();
const folder = useFolder('early');
const api = useApi(database);
const guarded = useApi(database, { access: async () => guardedBy(database()) });
const poor = useApi(database, { limits: { ...DEFAULT_COST_LIMITS, perMinute: 1 } });
const modest = useApi(database, { limits: { ...DEFAULT_COST_LIMITS, perMinute: 1 } });
const impatient = useApi(database, { socketLimits: { ...LENIENT_LIMITS, bodyPauseMs: 500 } });

const TOO_LONG = 8 * 1_048_576 + 1;
let reader: string;
beforeAll(async () => {
  reader = (await keyFor(database(), 'events:read')).authorization;
  // The cost of these leaves a debt, which takes 99 minutes to pay.
  const request = { method: 'POST', body: 'x\n'.repeat(100) };
  expect((await fetch(new URL('/ingest', poor().url), request)).status).toBe(200);
});

type Talk = {
  readonly write: (text: string) => void;
  /** Stops reading. */
  readonly pause: () => void;
  readonly resume: () => void;
  readonly heard: () => string;
  /** Waits until the answer has arrived that ends with this text. */
  readonly hear: (end: string) => Promise<void>;
  readonly isClosed: () => boolean;
  readonly closed: Promise<void>;
};

const talk = async (to: string): Promise<Talk> => {
  const { hostname, port } = new URL(to);
  const socket = connect(Number(port), hostname);
  let heard = '';
  socket.on('data', (chunk) => (heard += chunk.toString('latin1')));
  // Sending to a closed connection causes a reset.
  socket.on('error', () => undefined);
  const closed = new Promise<void>((resolve) => {
    socket.once('close', () => resolve());
  });
  await once(socket, 'connect');
  return {
    write: (text) => void (socket.writable && socket.write(text)),
    pause: () => void socket.pause(),
    resume: () => void socket.resume(),
    heard: () => heard,
    hear: async (end) => {
      while (!heard.includes(end) && !socket.destroyed) await Promise.race([once(socket, 'data'), closed]);
    },
    isClosed: () => socket.destroyed,
    closed,
  };
};

const headOf = (path: string, headers: Readonly<Record<string, string>>): string =>
  [`POST ${path} HTTP/1.1`, 'host: localhost', ...Object.entries(headers).map((pair) => pair.join(': '))]
    .map((line) => `${line}\r\n`)
    .join('')
    .concat('\r\n');

const JSON_BODY = { 'content-type': 'application/json', 'content-length': '1000' };
const LINES = { 'content-type': 'text/plain', 'content-length': '1000' };
const JOURNAL = { 'content-type': 'application/vnd.fdo.journal', 'transfer-encoding': 'chunked' };

const REFUSED = [
  [401, 'a missing key', guarded, '/graphql', JSON_BODY],
  [401, 'a missing key', guarded, '/ingest', LINES],
  [401, 'a missing key', guarded, '/upload', JOURNAL],
  [403, 'a key without the scope', guarded, '/ingest', { ...LINES, authorization: () => reader }],
  [403, 'a web page', api, '/ingest', { ...LINES, origin: 'http://localhost' }],
  [403, 'a web page', api, '/upload', { ...JOURNAL, origin: 'http://localhost' }],
  [404, 'an unknown address', api, '/nothing', LINES],
  [413, 'a long body', api, '/graphql', { ...JSON_BODY, 'content-length': String(TOO_LONG) }],
  [413, 'a long body', api, '/ingest', { ...LINES, 'content-length': String(TOO_LONG) }],
  [415, 'another type', api, '/graphql', LINES],
  [415, 'an unreadable type', api, '/ingest', { ...LINES, 'content-type': 'lines' }],
  [415, 'another encoding', api, '/graphql', { ...JSON_BODY, 'content-encoding': 'gzip' }],
  [415, 'another encoding', api, '/ingest', { ...LINES, 'content-encoding': 'zstd' }],
  [415, 'another type', api, '/upload', { ...JOURNAL, 'content-type': 'text/plain' }],
  [400, 'a bad query', api, '/ingest?timezone=Mars', LINES],
  [400, 'a bad query', api, '/upload?timezone=Mars', JOURNAL],
  [429, 'a spent budget', poor, '/ingest', LINES],
] as const;

describe('a client that waits for 100 Continue is refused before it sends its body', () => {
  test.each(REFUSED)('with %i for %s (%#)', async (status, _, to, path, given) => {
    const headers = Object.fromEntries(
      Object.entries(given).map(([name, value]: [string, string | (() => string)]) => [
        name,
        typeof value === 'string' ? value : value(),
      ]),
    );
    const client = await talk(to().url);
    client.write(headOf(path, { ...headers, expect: '100-continue' }));
    await client.hear('\r\n\r\n');
    expect(statusOf(client.heard())).toBe(status);
    // Whether the body follows cannot be known.
    await client.closed;
    expect(client.heard()).toMatch(/\r\nconnection: close\r\n/i);
  });

  test('and curl does not upload its file', async () => {
    const file = join(folder(), 'lines');
    writeFileSync(file, 'a line\n'.repeat(1_000_000));
    const url = new URL('/ingest', guarded().url).href;
    const arguments_ = ['-s', '-o', '/dev/null', '-w', '%{http_code} %{size_upload}', '--data-binary'];
    const curl = spawn('curl', [...arguments_, `@${file}`, '--expect100-timeout', '600', url]);
    let written = '';
    curl.stdout.on('data', (chunk: Buffer) => (written += chunk.toString()));
    await once(curl, 'close');
    expect(written).toBe('401 0');
  });
});

describe('a client that waits for 100 Continue receives it', () => {
  test.each([
    ['/graphql', 'application/json', '{"query": "{ __typename }"}'],
    ['/ingest', 'text/plain', 'a line\n'],
    ['/upload', 'application/vnd.fdo.journal', anEntry(1).toString()],
  ])('from %s', async (path, type, body) => {
    const client = await talk(api().url);
    const headers = { 'content-type': type, 'content-length': String(body.length), connection: 'close' };
    client.write(headOf(path, { ...headers, expect: '100-continue' }));
    await client.hear('\r\n\r\n');
    expect(client.heard()).toBe('HTTP/1.1 100 Continue\r\n\r\n');
    client.write(body);
    await client.closed;
    expect(client.heard()).toMatch(/^HTTP\/1\.1 100 Continue\r\n\r\nHTTP\/1\.1 200 OK\r\n/);
  });
});

test('a budget for one record lets one client at a time send its body', async () => {
  const ask = { ...LINES, 'content-length': '2', expect: '100-continue', connection: 'close' };
  const first = await talk(modest().url);
  first.write(headOf('/ingest', ask));
  await first.hear('\r\n\r\n');
  expect(statusOf(first.heard())).toBe(100);
  const second = await talk(modest().url);
  second.write(headOf('/ingest', ask));
  await second.closed;
  expect(statusOf(second.heard())).toBe(429);
  first.write('x\n');
  await first.closed;
  expect(first.heard()).toMatch(/\r\nHTTP\/1\.1 200 OK\r\n/);
});

test('a client of HTTP/1.0 receives no 100 Continue, which it does not know', async () => {
  const client = await talk(api().url);
  client.write(
    'POST /ingest HTTP/1.0\r\nhost: localhost\r\nexpect: 100-continue\r\ncontent-length: 2\r\n\r\nx\n',
  );
  await client.closed;
  expect(statusOf(client.heard())).toBe(200);
});

describe('behind an early answer', () => {
  const NEXT = 'GET /livez HTTP/1.1\r\nhost: localhost\r\n\r\n';

  test.each([
    [415, '/graphql', LINES],
    [415, '/ingest', { ...LINES, 'content-encoding': 'zstd' }],
    [415, '/upload', LINES],
    [413, '/graphql', { ...JSON_BODY, 'content-length': String(TOO_LONG) }],
    [413, '/ingest', { ...LINES, 'content-length': String(TOO_LONG) }],
    // Noticed when 8 MiB have arrived.
    [413, '/ingest', { 'content-type': 'text/plain', 'transfer-encoding': 'chunked' }],
  ])(
    'with %i the rest of the body to %s is discarded, and the next request is answered',
    async (status, path, headers: Record<string, string>) => {
      const client = await talk(api().url);
      client.pause();
      client.write(headOf(path, headers));
      const body = 'x'.repeat(Number(headers['content-length'] ?? 12_000_000));
      client.write(
        'transfer-encoding' in headers ? `${body.length.toString(16)}\r\n${body}\r\n0\r\n\r\n` : body,
      );
      client.write(NEXT);
      client.resume();
      await client.hear('"ok"');
      expect(statusOf(client.heard())).toBe(status);
      expect(client.heard()).toMatch(/\}\]\}HTTP\/1\.1 200 OK\r\n.*\{"status":"ok"\}$/s);
    },
  );

  test.each([
    ['that pauses', ''],
    ['that trickles', 'x'],
  ])('a body %s ends the connection, without a second answer', async (_, piece) => {
    const client = await talk(impatient().url);
    client.write(headOf('/ingest', { ...LINES, 'content-encoding': 'zstd' }));
    while (!client.isClosed()) {
      if (piece !== '') client.write(piece);
      await sleep(100);
    }
    expect(client.heard().match(/HTTP\/1\.1/g)).toEqual(['HTTP/1.1']);
    expect(statusOf(client.heard())).toBe(415);
  });

  test('an endless body ends the connection', async () => {
    const client = await talk(api().url);
    client.write(headOf('/upload', { ...JOURNAL, 'content-type': 'text/plain' }));
    const chunk = `${(1_048_576).toString(16)}\r\n${'x'.repeat(1_048_576)}\r\n`;
    while (!client.isClosed()) {
      client.write(chunk);
      await sleep(20);
    }
    expect(statusOf(client.heard())).toBe(415);
  });
});
