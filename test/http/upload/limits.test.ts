import { setTimeout as sleep } from 'node:timers/promises';
import { createGzip, gzipSync } from 'node:zlib';

import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';

import { openDatabase } from '../../../src/db/client.ts';
import type { Database } from '../../../src/db/client.ts';
import { migrate } from '../../../src/db/migrate.ts';
import { addKey, revokeKey } from '../../../src/domain/access/addKey.ts';
import { DEFAULT_COST_LIMITS } from '../../../src/http/cost/limits.ts';

import { useApi } from '../../support/api.ts';
import { awaitUntil } from '../../support/awaitUntil.ts';
import { useDatabase } from '../../support/database.ts';
import { anEntry, beginUpload, failedLoginEntries, uploadTo } from '../../support/ingest/uploads.ts';
import type { Upload, UploadAnswer } from '../../support/ingest/uploads.ts';
import { guardedBy } from '../../support/keys.ts';
import { LENIENT_LIMITS } from '../../support/lenientLimits.ts';
import { openServer } from '../../support/openServer.ts';
import { makeOwnPostgres } from '../../support/ownPostgres.ts';
import type { OwnPostgres } from '../../support/ownPostgres.ts';
import { awaitLogins, failedLogins, portsFrom } from '../../support/shippers/failedLogins.ts';
import { PATIENT } from '../../support/timeLimits.ts';

const database = useDatabase();
const api = useApi(database);
const guarded = useApi(database, { access: async () => guardedBy(database()) });
const budgeted = useApi(database, { limits: { ...DEFAULT_COST_LIMITS, perMinute: 6000 } });
const poor = useApi(database, { limits: { ...DEFAULT_COST_LIMITS, perMinute: 1 } });
const bytesBudgeted = useApi(database, { limits: { ...DEFAULT_COST_LIMITS, perMinute: 3000 } });
/** One entry costs half a minute. */
const slowlyFilled = useApi(database, { limits: { ...DEFAULT_COST_LIMITS, perMinute: 2 } });
const hasty = useApi(database, { socketLimits: { ...LENIENT_LIMITS, uploadPauseMs: 500 } });
const brief = useApi(database, {
  socketLimits: { ...LENIENT_LIMITS, requestMs: 500, bodyPauseMs: 500, headersMs: 500 },
});

const codeOf = (answer: UploadAnswer | null): readonly unknown[] => [
  answer?.status,
  answer?.body.errors[0].extensions.code,
];

const portsOf = async (host: string, from: Database = database()): Promise<readonly number[]> =>
  (await awaitLogins(from, host, 0)).ports;

const uploads: Upload[] = [];
afterEach(() => {
  for (const upload of uploads.splice(0)) upload.cut();
});
const begin = (...parameters: Parameters<typeof beginUpload>): Upload => {
  const upload = beginUpload(...parameters);
  uploads.push(upload);
  return upload;
};

describe('an upload is refused before its body is read', () => {
  test.each([
    [401, 'UNAUTHENTICATED', guarded, {}, ''],
    [415, 'UNSUPPORTED_MEDIA_TYPE', api, { 'content-type': 'application/json' }, ''],
    [415, 'UNSUPPORTED_MEDIA_TYPE', api, { 'content-encoding': 'zstd' }, ''],
    [403, 'FORBIDDEN', api, { origin: 'http://localhost' }, ''],
    [403, 'FORBIDDEN', api, { 'sec-fetch-site': 'same-origin' }, ''],
    [400, 'BAD_USER_INPUT', api, {}, '?timezone=Mars'],
  ])('with %i %s', async (status, code, to, headers: Record<string, string>, query) => {
    const upload = begin(to().url, headers, query);
    upload.send(anEntry(1, { _HOSTNAME: 'refused' }));
    expect(codeOf(await upload.answered)).toEqual([status, code]);
    expect(await portsOf('refused')).toEqual([]);
  });

  test('without the scope events:write', async () => {
    const upload = begin(guarded().url, { authorization: `Bearer ${keyOf('reader').text}` });
    expect(codeOf(await upload.answered)).toEqual([403, 'FORBIDDEN']);
  });

  test('only POST exists', async () => {
    expect((await fetch(new URL('/upload', api().url))).status).toBe(404);
  });
});

const keys = new Map<string, Awaited<ReturnType<typeof addKey>>>();
// Before the first request: a server reads the keys at most twice a second.
beforeAll(async () => {
  for (const name of ['kept', 'revoked', 'reader']) {
    const scopes = name === 'reader' ? (['events:read'] as const) : (['events:write', 'admin'] as const);
    keys.set(name, await addKey(database(), { name, scopes, lifetimeMs: null }));
  }
});
const keyOf = (name: string) => {
  const key = keys.get(name);
  if (key === undefined) throw new Error(`There is no key ${name}.`);
  return key;
};

describe('a key', () => {
  const basic = (password: string) => ({
    authorization: `Basic ${Buffer.from(`any user:${password}`).toString('base64')}`,
  });

  test('is accepted as the password of the URL, only for uploads', async () => {
    const { text } = keyOf('kept');
    const answer = await uploadTo(guarded().url, failedLoginEntries('basic1', 1000, 1), basic(text));
    expect(answer).toMatchObject({ status: 200, body: { accepted: 1 } });
    expect(codeOf(await uploadTo(guarded().url, anEntry(1), basic(`${text}x`)))).toEqual([
      401,
      'UNAUTHENTICATED',
    ]);
    for (const path of ['/ingest', '/graphql', '/metrics']) {
      const method = path === '/metrics' ? 'GET' : 'POST';
      const { status } = await fetch(new URL(path, guarded().url), { method, headers: basic(text) });
      expect([path, status]).toEqual([path, 401]);
    }
  });

  test.each([
    ['as the user', 'ss_abc.def:'],
    ['with a blank', 'any user:ss_abc .def'],
    ['that is unknown', 'any user:ss_abc.def'],
    ['that is missing', 'any user'],
  ])('%s is refused with the place where it belongs', async (_, credential) => {
    const headers = { authorization: `Basic ${Buffer.from(credential).toString('base64')}` };
    const answer = await uploadTo(guarded().url, anEntry(1), headers);
    expect(codeOf(answer)).toEqual([401, 'UNAUTHENTICATED']);
    expect(answer.body.errors[0].message).toContain('With Basic authorization the key is the password');
    const response = await fetch(new URL('/ingest', guarded().url), { method: 'POST', headers });
    expect(await response.json()).toMatchObject({
      errors: [{ message: expect.stringContaining('Only /upload accepts Basic authorization') }],
    });
  });

  test('that is revoked ends an upload, and the entries before are stored', async () => {
    const { key, text } = keyOf('revoked');
    const upload = begin(guarded().url, { authorization: `Bearer ${text}` });
    upload.send(anEntry(1000, { _HOSTNAME: 'revoked' }));
    await awaitUntil('it is stored', async () => (await portsOf('revoked')).length === 1);
    await revokeKey(database(), key.id);
    const answered = upload.answered;
    let isAnswered = false;
    void answered.then(() => (isAnswered = true));
    for (let port = 1001; !isAnswered; port += 1) {
      upload.send(anEntry(port, { _HOSTNAME: 'revoked' }));
      await sleep(100);
    }
    expect(codeOf(await answered)).toEqual([401, 'UNAUTHENTICATED']);
    const ports = await portsOf('revoked');
    expect(ports).toEqual(portsFrom(1000, ports.length));
  });
});

describe('the budget of the caller', () => {
  test('slows an upload down that spends it', async () => {
    const answer = await uploadTo(budgeted().url, failedLoginEntries('slow1', 1000, 6100));
    expect(answer).toMatchObject({ status: 200, body: { accepted: 6100 } });
    // The budget for these is refilled after 59 s.
    const request = { method: 'POST', body: failedLogins('slow2', 1000, 5900) };
    expect((await fetch(new URL('/ingest', budgeted().url), request)).status).toBe(429);
  });

  test('is charged for bytes without entries, also for compressed ones', async () => {
    // 32 MiB cost as much as 2,048 entries.
    const { url } = bytesBudgeted();
    const answer = await uploadTo(url, gzipSync(Buffer.alloc(32 * 1_048_576, '\n')), {
      'content-encoding': 'gzip',
    });
    expect(answer).toMatchObject({ status: 200, body: { accepted: 0 } });
    const request = { method: 'POST', body: failedLogins('bytes1', 1000, 1500) };
    expect((await fetch(new URL('/ingest', url), request)).status).toBe(429);
  });

  test('refuses an upload that would have to wait for too long', async () => {
    expect((await uploadTo(poor().url, failedLoginEntries('poor1', 1000, 100))).status).toBe(200);
    const answer = await uploadTo(poor().url, failedLoginEntries('poor2', 1000, 1));
    expect(codeOf(answer)).toEqual([429, 'RATE_LIMITED']);
    expect(Number(answer.retryAfter)).toBeGreaterThan(60);
    expect(await portsOf('poor2')).toEqual([]);
  });
});

test('a batch that waits for the budget is dropped when its client disconnects', async () => {
  const upload = begin(slowlyFilled().url);
  upload.send(failedLoginEntries('dropped', 1000, 3));
  await awaitLogins(database(), 'dropped', 3);
  upload.send(failedLoginEntries('dropped', 1003, 1));
  // The batch is stored within a second, or waits for a minute.
  await sleep(3000);
  upload.cut();
  const AUDIT = '{ auditLog(first: 100, filter: { operationName: "upload" }) { nodes { accepted } } }';
  await awaitUntil('it is in the audit', async () => {
    const { nodes } = (await api().query(AUDIT)).data.auditLog;
    return nodes.some(({ accepted }: { accepted: number | null }) => accepted === 3 || accepted === 4);
  });
  expect(await portsOf('dropped')).toEqual(portsFrom(1000, 3));
});

describe('the time of an upload', () => {
  test.each([
    ['that pauses', ''],
    ['that trickles', 'X'],
  ])('is limited for one %s', async (_what, piece) => {
    const upload = begin(hasty().url);
    const [answered, host] = [upload.answered, `hasty${piece.length}`];
    upload.send(anEntry(1000, { _HOSTNAME: host }));
    const timer = setInterval(() => piece !== '' && upload.send(Buffer.from(piece)), 100);
    expect(codeOf(await answered)).toEqual([408, 'REQUEST_TIMEOUT']);
    clearInterval(timer);
    expect(await portsOf(host)).toEqual([1000]);
  });

  test('is limited by the bytes that arrive, not by what they are decompressed to', async () => {
    // Some 40 bytes at a time, less than half of the minimum rate, and 200 times the rate when decompressed.
    const upload = begin(hasty().url, { 'content-encoding': 'gzip' });
    const gzip = createGzip();
    gzip.on('data', (bytes: Buffer) => upload.send(bytes));
    const timer = setInterval(() => {
      gzip.write(Buffer.alloc(20_000, 'X'));
      gzip.flush();
    }, 100);
    expect(codeOf(await upload.answered)).toEqual([408, 'REQUEST_TIMEOUT']);
    clearInterval(timer);
  });

  test('is not limited as that of other requests', async () => {
    const upload = begin(brief().url);
    for (const port of portsFrom(1000, 4)) {
      upload.send(anEntry(port, { _HOSTNAME: 'long1' }));
      await sleep(400);
    }
    upload.end();
    expect(await upload.answered).toMatchObject({ status: 200, body: { accepted: 4 } });
  });

  test('is limited behind its answer', async () => {
    const upload = begin(brief().url, { 'content-encoding': 'zstd' });
    expect((await upload.answered)?.status).toBe(415);
    const closed = new Promise<void>((resolve) => {
      upload.onClose(resolve);
    });
    const timer = setInterval(() => upload.send(Buffer.alloc(1000)), 50);
    await closed;
    clearInterval(timer);
  });
});

test('uploads have slots of their own', async () => {
  const open = Array.from({ length: 64 }, () => begin(api().url));
  open.forEach((upload, index) => upload.send(anEntry(1000 + index, { _HOSTNAME: 'many1' })));
  await awaitUntil('all have begun', async () => (await portsOf('many1')).length === 64);
  expect(codeOf(await begin(api().url).answered)).toEqual([503, 'OVERLOADED']);
  expect((await api().query('{ __typename }')).status).toBe(200);
  for (const upload of open) upload.end();
  for (const upload of open) expect((await upload.answered)?.status).toBe(200);
  expect((await uploadTo(api().url, anEntry(1))).status).toBe(200);
});

test('a closing server answers open uploads, and stores what has come', async () => {
  const { server, url } = await openServer(database());
  const upload = begin(url);
  upload.send(anEntry(1000, { _HOSTNAME: 'closing' }));
  await awaitUntil('it is stored', async () => (await portsOf('closing')).length === 1);
  upload.send(anEntry(1001, { _HOSTNAME: 'closing' }).subarray(0, -1));
  await server.close();
  expect(codeOf(await upload.answered)).toEqual([503, 'SERVICE_UNAVAILABLE']);
  expect(await portsOf('closing')).toEqual([1000]);
});

describe('when Postgres stops in the middle of an upload', () => {
  let postgres: OwnPostgres;
  let own: Database;
  beforeAll(async () => {
    postgres = await makeOwnPostgres();
    await migrate(postgres.url);
    own = openDatabase({ url: postgres.url, readConnections: 2, writeConnections: 2, ...PATIENT });
  });
  afterAll(async () => {
    await own.close();
    await postgres.remove();
  });
  const owned = useApi(() => own);

  test('it is refused, and stores each entry once when it is sent again', async () => {
    const upload = begin(owned().url);
    upload.send(failedLoginEntries('down1', 1000, 10));
    await awaitUntil('it is stored', async () => (await portsOf('down1', own)).length === 10);
    await postgres.end('STOP');
    upload.send(failedLoginEntries('down1', 1010, 10));
    const answer = await upload.answered;
    expect(codeOf(answer)).toEqual([503, 'SERVICE_UNAVAILABLE']);
    expect(answer?.retryAfter).toBe('1');
    await postgres.start();
    await awaitUntil(
      'it is stored',
      async () => (await uploadTo(owned().url, failedLoginEntries('down1', 1000, 20))).status === 200,
    );
    expect(await portsOf('down1', own)).toEqual(portsFrom(1000, 20));
  });
});
