import { describe, expect, test } from '@jest/globals';

import { useApi } from '../support/api.ts';
import { useDatabase } from '../support/database.ts';

import { answer, startFakeServer } from './fakeServer.ts';
import { aRecord, readCounts, runCommand, someRecords, writeFile } from './importing.ts';

const api = useApi(useDatabase());

/** A start of the host as the n-th record. */
const aStart = (n: number, fields: Readonly<Record<string, unknown>> = {}) =>
  aRecord(n, { EventID: 4608, ...fields });

describe('host starts', () => {
  test('are sent in separate batches, and counted', async () => {
    const server = await startFakeServer();
    const file = writeFile([aRecord(0), aStart(1), aRecord(2), aStart(3), aRecord(4, { EventID: 4672 })]);
    const { code, output } = await runCommand(['--url', server.url, file]);
    expect(server.requests.map((items) => items.length)).toEqual([2, 2]);
    expect(server.requests).toContainEqual([
      { time: '2026-09-01T00:00:01.000000Z', hostname: 'WS1', sourceId: 'windows/security/2' },
      { time: '2026-09-01T00:00:03.000000Z', hostname: 'WS1', sourceId: 'windows/security/4' },
    ]);
    expect(readCounts(output)).toMatchObject({
      'records read': 5,
      events: 2,
      'host starts': 2,
      accepted: 4,
      skipped: 1,
      failed: 0,
    });
    expect(code).toBe(0);
  });

  test('fill batches of a thousand', async () => {
    const server = await startFakeServer();
    const starts = Array.from({ length: 1_500 }, (_, n) => aStart(n));
    const { output } = await runCommand(['--url', server.url, writeFile([...starts, aRecord(2_000)])]);
    expect(server.requests.map((items) => items.length).toSorted((a, b) => a - b)).toEqual([1, 500, 1_000]);
    expect(readCounts(output)).toMatchObject({ events: 1, 'host starts': 1_500, accepted: 1_501 });
  });

  test('are retried and split like events', async () => {
    const server = await startFakeServer((items, nth) => {
      if (nth === 0) return { status: 503 };
      return items.length > 1 ? { status: 413 } : { body: answer(items) };
    });
    const { code, output } = await runCommand(['--url', server.url, writeFile([aStart(0), aStart(1)])]);
    expect(server.requests.map((items) => items.length)).toEqual([2, 2, 1, 1]);
    expect(readCounts(output)).toMatchObject({ 'host starts': 2, accepted: 2 });
    expect(code).toBe(0);
  });

  test('are reported when they are rejected', async () => {
    const error = { code: 'INVALID_HOSTNAME', field: 'hostname', message: 'hostname is invalid.' };
    const server = await startFakeServer((items) => ({ body: answer(items, () => error) }));
    const file = writeFile([aStart(0)]);
    const { code, output } = await runCommand(['--url', server.url, file]);
    expect(output).toContain(`${file}:1  hostname: hostname is invalid.`);
    expect(readCounts(output)).toMatchObject({ accepted: 0, rejected: 1, INVALID_HOSTNAME: 1 });
    expect(code).toBe(1);
  });

  test('are counted when they are not sent', async () => {
    const server = await startFakeServer(() => ({ status: 401 }));
    const { output } = await runCommand(['--url', server.url, writeFile([...someRecords(2), aStart(3)])]);
    expect(readCounts(output)).toMatchObject({ events: 2, 'host starts': 1, accepted: 0, 'not stored': 3 });
  });

  test('are checked by a dry run', async () => {
    const file = writeFile([aStart(0), aStart(1, { Hostname: 'x'.repeat(300) }), aRecord(2)]);
    const { code, output } = await runCommand(['--dry-run', file]);
    expect(readCounts(output)).toMatchObject({
      events: 1,
      'host starts': 2,
      'valid (dry run: nothing was sent)': 2,
      rejected: 1,
      INVALID_HOSTNAME: 1,
    });
    expect(code).toBe(1);
  });
});

describe('an import into the real API', () => {
  test('ends sessions at host starts, and counts an administrator’s two logons as one session', async () => {
    const TimeCreated = '2026-09-01T00:00:00Z';
    const link = { LogonType: '2', TargetLogonId: '0xa1', TargetLinkedLogonId: '0xa2' };
    const file = writeFile([
      aRecord(0, { ...link, ElevatedToken: '%%1842' }),
      aRecord(1, {
        ...link,
        ElevatedToken: '%%1843',
        TargetLogonId: '0xa2',
        TargetLinkedLogonId: '0xa1',
        TimeCreated,
      }),
      aRecord(60, { Channel: 'System', EventID: 12, SourceName: 'Microsoft-Windows-Kernel-General' }),
    ]);
    const words = ['--url', api().url, file];
    const { code, output } = await runCommand(words);
    expect(readCounts(output)).toMatchObject({ events: 2, 'host starts': 1, accepted: 3, rejected: 0 });
    expect(code).toBe(0);
    expect(readCounts((await runCommand(words)).output)).toMatchObject({ accepted: 0, duplicates: 3 });
    const { data } = await api().query(
      `{ sessions { nodes { loginId startedAt endedAt endReason events { nodes { loginId } } } } }`,
    );
    expect(data.sessions.nodes).toEqual([
      {
        loginId: '0xa2',
        startedAt: '2026-09-01T00:00:00.000000Z',
        endedAt: '2026-09-01T00:01:00.000000Z',
        endReason: 'HOST_RESTART',
        events: { nodes: expect.arrayContaining([{ loginId: '0xa1' }, { loginId: '0xa2' }]) },
      },
    ]);
  });
});
