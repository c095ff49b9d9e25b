import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { connect } from 'node:tls';
import type { TLSSocket } from 'node:tls';

import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import pino from 'pino';

import { makeServer } from '../../../src/http/server.ts';
import type { Server } from '../../../src/http/server.ts';
import { awaitUntil } from '../../support/awaitUntil.ts';
import { RULES, useDatabase } from '../../support/database.ts';
import { failedLoginEntries } from '../../support/ingest/uploads.ts';
import { LENIENT_LIMITS } from '../../support/lenientLimits.ts';
import { makeCertificate } from '../../support/makeCertificate.ts';
import { awaitLogins, failedLogins, portsFrom } from '../../support/shippers/failedLogins.ts';
import { useFolder } from '../../support/useFolder.ts';

const database = useDatabase();
const folder = useFolder('slow-tls');

let server: Server;
let port = 0;
beforeAll(async () => {
  const files = join(folder(), 'tls');
  mkdirSync(files);
  const { cert, key } = makeCertificate();
  const tlsFiles = { certFile: join(files, 'cert.pem'), keyFile: join(files, 'key.pem') };
  writeFileSync(tlsFiles.certFile, cert);
  writeFileSync(tlsFiles.keyFile, key);
  server = await makeServer({
    access: { kind: 'OPEN' },
    serverContext: { database: database(), makeRules: () => RULES },
    introspection: true,
    logger: pino({ level: 'silent' }),
    socketLimits: { ...LENIENT_LIMITS, bodyPauseMs: 3000, uploadPauseMs: 3000 },
    tlsFiles,
  });
  port = Number(new URL(await server.listen({ host: '127.0.0.1', port: 0 })).port);
});
afterAll(async () => server.close());

let sockets: TLSSocket[] = [];
afterEach(() => {
  for (const socket of sockets) socket.destroy();
  sockets = [];
});

const open = (): { readonly socket: TLSSocket; readonly heard: () => string } => {
  const socket = connect({ host: '127.0.0.1', port, rejectUnauthorized: false });
  let heard = '';
  socket.on('data', (chunk) => (heard += chunk.toString()));
  socket.on('error', () => undefined);
  sockets.push(socket);
  return { socket, heard: () => heard };
};

const headOf = (path: string, bytes: number): string =>
  `POST ${path} HTTP/1.1\r\nhost: localhost\r\ncontent-type: application/vnd.fdo.journal\r\ncontent-length: ${bytes}\r\n\r\n`;

const portsOf = async (host: string): Promise<readonly number[]> =>
  (await awaitLogins(database(), host, 0)).ports;

/** A path, its body of 20 failed logins, and how many of them are stored when the last byte is missing. */
const WAYS: readonly (readonly [string, (host: string) => Buffer, number])[] = [
  ['/ingest', (host: string) => Buffer.from(failedLogins(host, 1000, 20)), 0],
  ['/upload', (host: string) => failedLoginEntries(host, 1000, 20), 19],
];

test.each(WAYS)('a slow client of %s with TLS stores each event once', async (path, bodyOf) => {
  const host = `slow${path.at(1)}`;
  for (const accepted of [20, 0]) {
    const { socket, heard } = open();
    const body = bodyOf(host);
    socket.write(headOf(path, body.length));
    // More than the rate that is asked, in small records of TLS.
    for (let start = 0; start < body.length; start += 200) {
      socket.write(body.subarray(start, start + 200));
      await sleep(10);
    }
    await awaitUntil('it is answered', async () => heard().includes('"accepted"'));
    expect(heard()).toContain(`{"accepted":${accepted},"duplicates":${20 - accepted},`);
    expect(await portsOf(host)).toEqual(portsFrom(1000, 20));
  }
});

test.each(WAYS)(
  'a client of %s with TLS that is too slow is refused, and can send again',
  async (path, bodyOf, kept) => {
    const host = `paused${path.at(1)}`;
    const body = bodyOf(host);
    const paused = open();
    paused.socket.write(headOf(path, body.length));
    paused.socket.write(body.subarray(0, -1));
    await awaitUntil('it is refused', async () => paused.heard().includes('REQUEST_TIMEOUT'));
    expect(paused.heard()).toMatch(/^HTTP\/1\.1 408 /);
    expect(await portsOf(host)).toEqual(portsFrom(1000, kept));
    await awaitUntil('its connection is closed', async () => paused.socket.destroyed);
    const again = open();
    again.socket.write(headOf(path, body.length));
    again.socket.write(body);
    await awaitUntil('it is answered', async () => again.heard().includes('"accepted"'));
    expect(again.heard()).toContain(`{"accepted":${20 - kept},"duplicates":${kept},`);
    expect(await portsOf(host)).toEqual(portsFrom(1000, 20));
  },
);
