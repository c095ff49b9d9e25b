import { connect } from 'node:net';
import type { Socket } from 'node:net';

import { afterEach, describe, expect, test } from '@jest/globals';

import { useApi } from '../../support/api.ts';
import { awaitUntil } from '../../support/awaitUntil.ts';
import { useDatabase } from '../../support/database.ts';
import { anEntry, failedLoginEntries, uploadTo } from '../../support/ingest/uploads.ts';
import { awaitLogins, failedLogins, portsFrom } from '../../support/shippers/failedLogins.ts';

const database = useDatabase();
const api = useApi(database);

/** More than the server handles at once. */
const MANY = 70;

const portsOf = async (host: string): Promise<readonly number[]> =>
  (await awaitLogins(database(), host, 0)).ports;

const ingest = async (body: string) => {
  const response = await fetch(new URL('/ingest', api().url), { method: 'POST', body });
  return { status: response.status, body: await response.json() };
};

let sockets: Socket[] = [];
afterEach(() => {
  for (const socket of sockets) socket.destroy();
  sockets = [];
});

const open = (): Socket => {
  const { hostname, port } = new URL(api().url);
  const socket = connect(Number(port), hostname);
  socket.on('error', () => undefined);
  sockets.push(socket);
  return socket;
};

const requestOf = (path: string, body: Buffer | string, length = body.length): Buffer =>
  Buffer.concat([
    Buffer.from(
      `POST ${path} HTTP/1.1\r\nhost: localhost\r\ncontent-type: application/vnd.fdo.journal\r\ncontent-length: ${length}\r\n\r\n`,
    ),
    Buffer.from(body),
  ]);

describe('a disk that is full in the middle of a transaction', () => {
  /** Postgres refuses the row of this port, as it does when it cannot extend a table. */
  const withFullDisk = async (port: number, work: () => Promise<void>): Promise<void> => {
    const { writePool } = database();
    await writePool.query(`
      create function fill_disk() returns trigger language plpgsql as
        $$ begin raise exception 'could not extend file' using errcode = 'disk_full'; end $$;
      create trigger fill_disk before insert on session_event for each row when (new.src_port = ${port})
        execute function fill_disk()`);
    try {
      await work();
    } finally {
      await writePool.query('drop trigger fill_disk on session_event; drop function fill_disk');
    }
  };

  const expectRetry = (body: any): void => {
    expect(body.errors).toMatchObject([
      { extensions: { code: 'SERVICE_UNAVAILABLE', retryable: true, retryAfterSeconds: 1 } },
    ]);
    expect(JSON.stringify(body)).not.toMatch(/extend|session_event|fill_disk/);
  };

  test('refuses a request to /ingest, stores none of it, and each event once when it is sent again', async () => {
    const lines = failedLogins('full1', 1000, 20);
    await withFullDisk(1010, async () => {
      const { status, body } = await ingest(lines);
      expect(status).toBe(503);
      expectRetry(body);
      expect(body.errors[0].message).toMatch(/changed nothing; try again\.$/);
      expect(await portsOf('full1')).toEqual([]);
    });
    expect(await ingest(lines)).toMatchObject({ status: 200, body: { accepted: 20, duplicates: 0 } });
    expect(await portsOf('full1')).toEqual(portsFrom(1000, 20));
  });

  test('refuses an upload, keeps its earlier batches, and stores each event once when it is sent again', async () => {
    const entries = failedLoginEntries('full2', 1000, 3000);
    await withFullDisk(2900, async () => {
      const { status, body, retryAfter } = await uploadTo(api().url, entries);
      expect([status, retryAfter]).toEqual([503, '1']);
      expectRetry(body);
      expect(body.errors[0].message).toContain('Send the same again');
      const stored = await portsOf('full2');
      expect(stored.length).toBeGreaterThan(0);
      expect(stored).toEqual(portsFrom(1000, stored.length));
      expect(stored.length).toBeLessThan(1900);
    });
    const { status, body } = await uploadTo(api().url, entries);
    expect([status, body.accepted + body.duplicates]).toEqual([200, 3000]);
    expect(await portsOf('full2')).toEqual(portsFrom(1000, 3000));
  });
});

describe.each<readonly [string, (host: string, port: number) => string | Buffer]>([
  ['/ingest', (host: string, port: number) => failedLogins(host, port, 1)],
  ['/upload', (host: string, port: number) => failedLoginEntries(host, port, 1)],
])('clients of %s', (path, bodyOf) => {
  const host = `many${path.length}${path.at(1)}`;
  const resend = async (name: string): Promise<number> => {
    const response = await fetch(new URL(path, api().url), {
      method: 'POST',
      headers: { 'content-type': 'application/vnd.fdo.journal' },
      body: Buffer.concat(
        portsFrom(1000, MANY).map((port) =>
          Buffer.concat([
            Buffer.from(bodyOf(name, port)),
            ...(path === '/ingest' ? [Buffer.from('\n')] : []),
          ]),
        ),
      ),
    });
    expect(response.status).toBe(200);
    return ((await response.json()) as { accepted: number }).accepted;
  };

  test('that never read their answer hold no slot, and their events are stored once', async () => {
    for (const port of portsFrom(1000, MANY)) {
      const socket = open().pause();
      // Sent in turn, because more at once would be refused.
      socket.write(requestOf(path, bodyOf(`${host}a`, port)));
      await awaitUntil('it is stored', async () => (await portsOf(`${host}a`)).includes(port));
    }
    expect((await api().query('{ __typename }')).status).toBe(200);
    expect(await resend(`${host}a`)).toBe(0);
    expect(await portsOf(`${host}a`)).toEqual(portsFrom(1000, MANY));
  });

  test('that disconnect in the middle of their body hold no slot, and nothing is stored of what is incomplete', async () => {
    for (const port of portsFrom(1000, MANY)) {
      const body = Buffer.from(bodyOf(`${host}b`, port));
      const socket = open();
      socket.write(requestOf(path, body.subarray(0, -20), body.length));
      await new Promise((resolve) => {
        socket.once('connect', resolve);
      });
    }
    for (const socket of sockets) socket.destroy();
    await awaitUntil('the slots are free', async () => (await api().query('{ __typename }')).status === 200);
    expect(await portsOf(`${host}b`)).toEqual([]);
    await awaitUntil(
      'slots of uploads are free',
      async () => (await uploadTo(api().url, anEntry(1, { MESSAGE: 'x' }))).status === 200,
    );
    expect(await resend(`${host}b`)).toBe(MANY);
    expect(await portsOf(`${host}b`)).toEqual(portsFrom(1000, MANY));
  });

  test('receive the answers to pipelined requests in order', async () => {
    const socket = open();
    let heard = '';
    socket.on('data', (chunk) => (heard += chunk.toString()));
    const [first, second] = [bodyOf(`${host}c`, 1000), bodyOf(`${host}c`, 1001)];
    socket.write(
      Buffer.concat([
        requestOf('/upload', failedLoginEntries(`${host}c`, 2000, 3000)),
        requestOf(path, first),
        requestOf(path, second),
        requestOf(path, first),
        Buffer.from('GET /livez HTTP/1.1\r\nhost: localhost\r\n\r\n'),
      ]),
    );
    await awaitUntil('all are answered', async () => heard.includes('"ok"'));
    const counts = [...heard.matchAll(/"accepted":(\d+),"duplicates":(\d+)/g)].map(([, ...found]) =>
      found.map(Number),
    );
    expect(counts.slice(0, 1)).toEqual([[3000, 0]]);
    expect(counts).toHaveLength(4);
    const ofOthers = counts.slice(1).map(([accepted = 0, duplicates = 0]) => accepted + duplicates);
    expect(ofOthers).toEqual([1, 1, 1]);
    expect(heard).toMatch(/\{"status":"ok"\}$/);
    expect((await portsOf(`${host}c`)).slice(0, 3)).toEqual([1000, 1001, 2000]);
  });
});
