import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { request } from 'node:https';
import type { IncomingMessage } from 'node:http';
import { connect as connectPlain } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connect } from 'node:tls';
import type { ConnectionOptions } from 'node:tls';
import { setTimeout as sleep } from 'node:timers/promises';

import { afterAll, beforeAll, expect, test } from '@jest/globals';
import pino from 'pino';

import { makeServer } from '../../../src/http/server.ts';
import type { Server } from '../../../src/http/server.ts';
import type { SocketLimits } from '../../../src/http/sockets/socketLimits.ts';
import { awaitUntil } from '../../support/awaitUntil.ts';
import { RULES, useDatabase } from '../../support/database.ts';
import { LENIENT_LIMITS } from '../../support/lenientLimits.ts';
import { awaitWaiting, withEventsLocked } from '../../support/lockedEvents.ts';
import { makeCertificate } from '../../support/makeCertificate.ts';

const database = useDatabase();

let folder = '';
let server: Server;
let address = '';
let pair = makeCertificate();
const log: string[] = [];

const write = async (texts: { readonly cert: string; readonly key: string }) => {
  const files = { certFile: join(folder, 'cert.pem'), keyFile: join(folder, 'key.pem') };
  await writeFile(files.certFile, texts.cert);
  await writeFile(files.keyFile, texts.key);
  return files;
};

const openServer = async (
  socketLimits: SocketLimits,
): Promise<{ readonly server: Server; readonly address: string }> => {
  const opened = await makeServer({
    access: { kind: 'OPEN' },
    serverContext: { database: database(), makeRules: () => RULES },
    introspection: true,
    logger: pino({ level: 'info' }, { write: (line: string) => void log.push(line) }),
    socketLimits,
    tlsFiles: await write(pair),
  });
  return { server: opened, address: await opened.listen({ host: '127.0.0.1', port: 0 }) };
};

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sessionscope-tls-'));
  ({ server, address } = await openServer({
    ...LENIENT_LIMITS,
    headersMs: 500,
    renewEveryMs: 50,
  }));
});

afterAll(async () => {
  await server.close();
  await rm(folder, { recursive: true });
});

type Got = {
  readonly status: number | undefined;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
};

const ask = async (query: string, { ca = pair.cert, from = address } = {}): Promise<Got> => {
  const asked = request(`${from}/graphql`, {
    method: 'POST',
    ca,
    agent: false,
    headers: { 'content-type': 'application/json' },
  });
  asked.end(JSON.stringify({ query }));
  const [answer] = (await once(asked, 'response')) as [IncomingMessage];
  const chunks = await answer.toArray();
  return { status: answer.statusCode, headers: answer.headers, body: Buffer.concat(chunks).toString() };
};

/** Returns the negotiated protocol. */
const agree = async (options: ConnectionOptions): Promise<string | null> => {
  const socket = connect({
    host: '127.0.0.1',
    port: Number(new URL(address).port),
    ca: pair.cert,
    ...options,
  });
  await once(socket, 'secureConnect');
  const protocol = socket.getProtocol();
  socket.destroy();
  return protocol;
};

test('answers over TLS, and tells browsers to require it', async () => {
  expect(address).toMatch(/^https:\/\/127\.0\.0\.1:\d+$/);
  const { status, headers, body } = await ask('{ __typename }');
  expect([status, JSON.parse(body).data]).toEqual([200, { __typename: 'Query' }]);
  expect(headers['strict-transport-security']).toBe('max-age=31536000');
  expect(headers['x-frame-options']).toBe('DENY');
});

test('accepts TLS 1.2 and 1.3, but no older versions', async () => {
  expect(await agree({})).toBe('TLSv1.3');
  expect(await agree({ maxVersion: 'TLSv1.2' })).toBe('TLSv1.2');
  const old = agree({ minVersion: 'TLSv1', maxVersion: 'TLSv1.1', ciphers: 'DEFAULT@SECLEVEL=0' });
  await expect(old).rejects.toThrow(/protocol|alert/i);
});

test.each([
  'ECDHE-ECDSA-AES128-SHA256',
  'ECDHE-RSA-AES128-SHA256',
  'ECDHE-ECDSA-AES128-CCM8',
  'AES128-GCM-SHA256',
])('does not accept ciphers such as %s', async (ciphers) => {
  await expect(agree({ maxVersion: 'TLSv1.2', ciphers })).rejects.toThrow(/handshake|alert/i);
});

test('a client that does not complete the handshake is disconnected', async () => {
  const socket = connectPlain(Number(new URL(address).port), '127.0.0.1');
  socket.on('error', () => undefined);
  // Node itself would wait for two minutes, and the server's other limits are ten seconds and more.
  const closed = once(socket, 'close').then(() => 'closed');
  expect(await Promise.race([closed, sleep(60_000, 'open', { ref: false })])).toBe('closed');
});

test('a renewed certificate is used without a restart; one that does not match its key is not', async () => {
  const old = pair;
  const renewed = makeCertificate();
  await write({ cert: renewed.cert, key: old.key });
  await awaitUntil('it is complained of', async () =>
    log.some((line) => line.includes('not the key of the certificate')),
  );
  expect((await ask('{ __typename }')).status).toBe(200);
  await write(renewed);
  await awaitUntil('it is renewed', async () => log.some((line) => line.includes('was renewed')));
  expect((await ask('{ __typename }', { ca: renewed.cert })).status).toBe(200);
  await expect(ask('{ __typename }', { ca: old.cert })).rejects.toMatchObject({
    code: 'DEPTH_ZERO_SELF_SIGNED_CERT',
  });
  pair = renewed;
  // Logged once, not at every check.
  expect(log.filter((line) => line.includes('not the key of the certificate'))).toHaveLength(1);
  for (const { key } of [old, renewed]) expect(log.join('')).not.toContain(key.split('\n')[1]);
});

test('a closing server answers requests in flight, and does not wait for unused connections', async () => {
  // A connection that the server waits for would outlast the test.
  const patient = await openServer(LENIENT_LIMITS);
  const unused = connect({ host: '127.0.0.1', port: Number(new URL(patient.address).port), ca: pair.cert });
  const ended = once(unused, 'close');
  await once(unused, 'secureConnect');
  let answer: Promise<Got> | undefined;
  let closing: Promise<void> | undefined;
  await withEventsLocked(database(), async () => {
    answer = ask('{ sessionEvents { nodes { id } } }', { from: patient.address });
    await awaitWaiting(database(), 1);
    closing = patient.server.close();
    await ended;
  });
  expect((await answer)?.status).toBe(200);
  await closing;
});
