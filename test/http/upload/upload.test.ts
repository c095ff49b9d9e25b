import { isDeepStrictEqual } from 'node:util';
import { gzipSync } from 'node:zlib';

import { beforeEach, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';

import { runCommand, writeFile } from '../../importer/importing.ts';
import { useApi } from '../../support/api.ts';
import { awaitUntil } from '../../support/awaitUntil.ts';
import { useDatabase } from '../../support/database.ts';
import { binaryField } from '../../support/ingest/journalExport.ts';
import { someShippedLog } from '../../support/ingest/shippedLog.ts';
import { anEntry, beginUpload, failedLoginEntries, uploadTo } from '../../support/ingest/uploads.ts';
import { samples } from '../../support/samples.ts';
import { clear, storedSessions } from '../../support/sessionItems.ts';
import { awaitLogins, portsFrom } from '../../support/shippers/failedLogins.ts';
import { spawnMain } from '../../support/spawnMain.ts';

const database = useDatabase();
const api = useApi(database);
const url = (): string => api().url;

beforeEach(async () => clear(database()));

const readStored = async () => {
  const { rows } = await database().writePool.query<object>(
    `select hostname, time::text, id, action, login_id, "user", login_type, login_successful, src_ip, src_port, source_id from session_event
     union all
     select hostname, time::text, id, kind, login_id, "user", null, null, src_ip, null, source_id from context_event
     order by 1, 2, 3`,
  );
  return { events: rows, sessions: await storedSessions(database()) };
};

const portsOf = async (host: string): Promise<readonly number[]> =>
  (await awaitLogins(database(), host, 0)).ports;

describe('an upload stores what the same file stores otherwise', () => {
  test('in one import, in one request to /ingest, and in uploads of any size, also if each is sent again', async () => {
    await fc.assert(
      fc.asyncProperty(
        someShippedLog,
        fc.array(fc.tuple(fc.integer({ min: 1, max: 6 }), fc.boolean()), { minLength: 60, maxLength: 60 }),
        async (records, cuts) => {
          const entries = records.flatMap(toEntry);
          fc.pre(entries.length > 0);
          const body = Buffer.concat(entries);
          await clear(database());
          await sendLines(body);
          const whole = await readStored();
          await clear(database());
          expect((await uploadTo(url(), body)).status).toBe(200);
          expect(await readStored()).toEqual(whole);
          await clear(database());
          let start = 0;
          for (const [length, isResent] of cuts) {
            const part = Buffer.concat(entries.slice(start, start + length));
            for (let sent = 0; sent < (isResent ? 2 : 1); sent += 1) await uploadTo(url(), part);
            start += length;
          }
          expect(await readStored()).toEqual(whole);
        },
      ),
      samples(15),
    );
  });

  test('in an import of the file', async () => {
    const pid = { _PID: '712' };
    const lines = [
      'Failed password for ana from 10.0.0.9 port 50000 ssh2',
      'Accepted password for ana from 10.0.0.9 port 50000 ssh2',
      'pam_unix(sshd:session): session opened for user ana(uid=1000) by (uid=0)',
      'pam_unix(sshd:session): session closed for user ana',
    ];
    const body = Buffer.concat(lines.map((MESSAGE, n) => anEntry(n + 1, { ...pid, MESSAGE })));
    const file = writeFile(body, 'journal.export');
    expect(await runCommand(['--url', url(), file])).toMatchObject({ code: 0 });
    const imported = await readStored();
    expect(imported.events).toHaveLength(3);
    const answer = await uploadTo(url(), body);
    expect(answer).toMatchObject({ status: 200, body: { accepted: 0, duplicates: 3, skipped: 1 } });
    expect(await readStored()).toEqual(imported);
  });

  test('compressed with gzip', async () => {
    const body = failedLoginEntries('gzip1', 1000, 3000);
    const answer = await uploadTo(url(), gzipSync(body), { 'content-encoding': 'gzip' });
    expect(answer).toMatchObject({ status: 200, body: { accepted: 3000, rejected: 0 } });
    expect(await portsOf('gzip1')).toEqual(portsFrom(1000, 3000));
  });
});

/** The entry of a line `TIME HOST PROGRAM[PID]: TEXT`; none for the other records of a log. */
const toEntry = (line: string, index: number): readonly Buffer[] => {
  const [, time, host = '', program = '', pid = '', text = ''] =
    /^(\S+) (\S+) ([\w-]+)\[(\d+)\]: (.*)$/.exec(line) ?? [];
  if (time === undefined) return [];
  const fields = {
    __REALTIME_TIMESTAMP: `${Date.parse(time)}000`,
    _HOSTNAME: host,
    SYSLOG_IDENTIFIER: program,
    _PID: pid,
    MESSAGE: text,
  };
  return [anEntry(index + 1, fields)];
};

const sendLines = async (body: Buffer): Promise<void> => {
  const objects = body
    .toString()
    .trimEnd()
    .split('\n\n')
    .map((entry) =>
      Object.fromEntries(
        entry.split('\n').map((field) => [field.split('=', 1)[0], field.slice(field.indexOf('=') + 1)]),
      ),
    );
  const lines = objects.map((object) => JSON.stringify(object)).join('\n');
  const response = await fetch(new URL('/ingest', url()), { method: 'POST', body: lines });
  expect(response.status).toBe(200);
};

describe('an open upload', () => {
  test('stores entries before its end', async () => {
    const upload = beginUpload(url());
    upload.send(anEntry(1000));
    await awaitUntil('the first is stored', async () => (await portsOf('web01')).length === 1);
    upload.send(anEntry(1001).subarray(0, 100));
    upload.send(anEntry(1001).subarray(100));
    await awaitUntil('the second is stored', async () => (await portsOf('web01')).length === 2);
    upload.send(anEntry(1002));
    upload.end();
    expect(await upload.answered).toMatchObject({ status: 200, body: { accepted: 3, errors: [] } });
  });

  test('that breaks at any byte, and is sent again, stores each entry once', async () => {
    const body = failedLoginEntries('broken', 1000, 5);
    let host = 0;
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: body.length - 1 }), fc.boolean(), async (end, isClean) => {
        host += 1;
        const name = `broken${host}`;
        const whole = failedLoginEntries(name, 1000, 5);
        const part = whole.subarray(0, Math.min(end, whole.length - 1));
        const upload = beginUpload(url());
        upload.send(part);
        if (isClean) upload.end();
        else upload.cut();
        const answer = await upload.answered;
        if (answer?.status !== 200)
          expect(answer?.body.errors[0].extensions.code ?? 'INCOMPLETE_UPLOAD').toBe('INCOMPLETE_UPLOAD');
        expect(await uploadTo(url(), whole)).toMatchObject({ status: 200, body: { rejected: 0 } });
        expect(await portsOf(name)).toEqual(portsFrom(1000, 5));
      }),
      samples(25),
    );
  });

  test('that ends inside an entry is refused, and the entries before are stored', async () => {
    const body = failedLoginEntries('short', 1000, 2);
    const answer = await uploadTo(url(), body.subarray(0, -1));
    expect([answer.status, answer.body.errors[0].extensions.code]).toEqual([400, 'INCOMPLETE_UPLOAD']);
    expect(await portsOf('short')).toEqual([1000]);
    const packed = gzipSync(body);
    const broken = await uploadTo(url(), packed.subarray(0, -4), { 'content-encoding': 'gzip' });
    expect([broken.status, broken.body.errors[0].extensions.code]).toEqual([400, 'BAD_ENCODING']);
  });

  test('without entries is accepted', async () => {
    expect(await uploadTo(url(), Buffer.alloc(0))).toMatchObject({ status: 200, body: { accepted: 0 } });
    expect(await uploadTo(url(), Buffer.from('\n\n'))).toMatchObject({ status: 200, body: { rejected: 0 } });
  });
});

describe('an entry that cannot be stored does not end an upload, which would never succeed', () => {
  test.each([
    ['is damaged', Buffer.from('__CURSOR=s=1\nno name=\n\n'), 'UNREADABLE_RECORD'],
    [
      'is too long',
      Buffer.concat([binaryField('MESSAGE', Buffer.alloc(3_000_000)), Buffer.from('\n')]),
      'UNREADABLE_RECORD',
    ],
    ['is too old', anEntry(7, { __REALTIME_TIMESTAMP: '631152000000000' }), 'TIME_OUT_OF_RANGE'],
    [
      'stands for too many events',
      anEntry(7, {
        MESSAGE: 'message repeated 60000 times: [ Failed password for root from 203.0.113.7 port 7 ssh2]',
      }),
      'TOO_MANY_RECORDS',
    ],
  ])('because it %s', async (_what, entry, code) => {
    const body = Buffer.concat([
      failedLoginEntries('bad', 1000, 1500),
      entry,
      failedLoginEntries('bad', 2500, 700),
    ]);
    const { status, body: answer } = await uploadTo(url(), body);
    expect([status, answer.accepted, answer.rejected]).toEqual([200, 2200, 1]);
    expect(answer.errors).toMatchObject([{ record: 1501, code }]);
    expect(await portsOf('bad')).toEqual(portsFrom(1000, 2200));
  });

  test('and what stands inside its values is not an entry', async () => {
    const forged = Buffer.concat([Buffer.from('\n\n'), anEntry(6666, { _HOSTNAME: 'forged' })]);
    const entries = [forged, Buffer.concat(Array.from({ length: 9000 }, () => forged))].map((value, index) =>
      Buffer.concat([
        anEntry(index + 1, { MESSAGE: 'x' }).subarray(0, -1),
        binaryField('A', value),
        Buffer.from('\n'),
      ]),
    );
    const answer = await uploadTo(url(), Buffer.concat([...entries, anEntry(1000)]));
    expect(answer).toMatchObject({ status: 200, body: { accepted: 1, rejected: 1 } });
    expect(await portsOf('forged')).toEqual([]);
  });
});

test('an upload takes a bounded amount of memory', async () => {
  const MIB = 1_048_576;
  const chunk = Buffer.alloc(MIB, 'x');
  const upload = beginUpload(url());
  upload.send(binaryField('MESSAGE', Buffer.alloc(0), BigInt(200 * MIB)).subarray(0, -1));
  const before = process.memoryUsage().arrayBuffers;
  let most = 0;
  for (let count = 0; count < 200; count += 1) {
    await upload.sendSlowly(chunk);
    most = Math.max(most, process.memoryUsage().arrayBuffers - before);
  }
  upload.send(Buffer.from('\n\n'));
  upload.end();
  expect(await upload.answered).toMatchObject({ status: 200, body: { rejected: 1 } });
  expect(most).toBeLessThan(64 * MIB);
});

test('two uploads of the same entries at once store each event once', async () => {
  const body = failedLoginEntries('twice', 1000, 3000);
  const answers = await Promise.all([uploadTo(url(), body), uploadTo(url(), body)]);
  for (const { status, body: counts } of answers) {
    expect([status, counts.accepted + counts.duplicates]).toEqual([200, 3000]);
  }
  expect(await portsOf('twice')).toEqual(portsFrom(1000, 3000));
});

test('an upload whose server is killed is sent again, and each event is stored once', async () => {
  const settings = { DATABASE_URL: database().readPool.options.connectionString ?? '', AUTH: 'none' };
  const body = failedLoginEntries('killed', 1000, 20_000);
  const main = spawnMain({ settings });
  const upload = beginUpload((await main.url) ?? '');
  upload.send(body);
  upload.end();
  await awaitLogins(database(), 'killed', 1000);
  main.child.kill('SIGKILL');
  await main.ended;
  expect(await upload.answered).toBeNull();
  expect((await portsOf('killed')).length).toBeLessThan(20_000);
  expect((await uploadTo(url(), body)).status).toBe(200);
  expect(await portsOf('killed')).toEqual(portsFrom(1000, 20_000));
});

test('an upload leaves one entry in the audit, with the counts of all batches', async () => {
  await uploadTo(url(), failedLoginEntries('audited', 1000, 2500));
  const AUDIT = `{ auditLog(first: 50, filter: { operationName: "upload" }) { nodes { operationType outcome accepted duplicates rejected } } }`;
  const counts = { accepted: 2500, duplicates: 0, rejected: 0 };
  await awaitUntil('it is in the audit', async () => {
    const nodes: readonly (typeof counts)[] = (await api().query(AUDIT)).data.auditLog.nodes;
    return nodes.some((node) =>
      isDeepStrictEqual({ ...node }, { operationType: 'INGEST', outcome: 'OK', ...counts }),
    );
  });
  const metrics = await (await fetch(new URL('/metrics', url()))).text();
  expect(metrics).toMatch(/sessionscope_requests_total\{route="\/upload",status="200",outcome="ok"\} \d/);
});
