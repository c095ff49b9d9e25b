import { readFileSync } from 'node:fs';

import { describe, expect, test } from '@jest/globals';

import { useApi } from '../support/api.ts';
import { useDatabase } from '../support/database.ts';
import { makeUtmpRecord } from '../support/utmpFile.ts';
import type { UtmpFields } from '../support/utmpFile.ts';

import { answer, startFakeServer } from './fakeServer.ts';
import { aRecord, readCounts, runCommand, someRecords, writeFile } from './importing.ts';

const api = useApi(useDatabase());

const SYSTEM = { Channel: 'System', SourceName: 'Microsoft-Windows-Kernel-General' };

/** One record of each kind of context event, from the n-th record on. */
const oneOfEach = (n: number) => [
  aRecord(n, { EventID: 4608 }),
  aRecord(n + 1, { ...SYSTEM, EventID: 13 }),
  aRecord(n + 2, { EventID: 1100 }),
  aRecord(n + 3, { EventID: 4779, AccountName: 'ana', LogonID: '0x1000', ClientAddress: '10.0.0.54' }),
];
const at = (seconds: number): string => `2026-09-01T00:00:0${seconds}.000000Z`;

/** A start of the host as the n-th record. */
const aStart = (n: number, fields: Readonly<Record<string, unknown>> = {}) =>
  aRecord(n, { EventID: 4608, ...fields });

describe('context events', () => {
  test('are sent in separate batches, and counted by kind', async () => {
    const server = await startFakeServer();
    const file = writeFile([aRecord(0), ...oneOfEach(1), aRecord(5), aRecord(6, { EventID: 4672 })]);
    const { code, output } = await runCommand(['--url', server.url, file]);
    expect(server.requests.map((items) => items.length)).toEqual([2, 4]);
    const place = { hostname: 'WS1' };
    expect(server.requests).toContainEqual([
      { hostStart: { time: at(1), ...place, sourceId: 'windows/security/2' } },
      { hostStop: { time: at(2), ...place, sourceId: 'windows/system/3' } },
      { hostSeen: { time: at(3), ...place, sourceId: 'windows/security/4' } },
      {
        disconnect: {
          time: at(4),
          ...place,
          sourceId: 'windows/security/5',
          user: 'ana',
          loginId: '0x1000',
          srcIp: '10.0.0.54',
        },
      },
    ]);
    expect(readCounts(output)).toMatchObject({
      'records read': 7,
      events: 2,
      'host starts': 1,
      'host stops': 1,
      'host seen': 1,
      disconnects: 1,
      accepted: 6,
      skipped: 1,
      failed: 0,
    });
    expect(output).toContain('  system 13: 1 record, 1 host stop\n');
    expect(output).toContain('  security 1100: 1 record, 1 host seen\n');
    expect(output).toContain('  security 4779: 1 record, 1 disconnect\n');
    expect(code).toBe(0);
  });

  test('are in the report by kind', async () => {
    const file = writeFile(oneOfEach(0));
    const report = `${file}.report.json`;
    await runCommand(['--dry-run', '--report', report, file]);
    const counts = { events: 0, hostStarts: 1, hostStops: 1, hostSeen: 1, disconnects: 1 };
    expect(JSON.parse(readFileSync(report, 'utf8'))).toMatchObject({
      records: 4,
      ...counts,
      valid: 4,
      files: [{ name: file, records: 4, ...counts, skipped: 0, unrelated: 0, notUnderstood: 0, failed: 0 }],
    });
  });

  test('are explained', async () => {
    const file = writeFile(oneOfEach(0));
    const { output } = await runCommand(['--dry-run', '--explain', '2', file]);
    expect(output).toContain(
      `${file}:2  system 13 becomes {"hostStop":{"time":"${at(1)}","hostname":"WS1","sourceId":"windows/system/2"}}\n`,
    );
    expect(output).toContain(`${file}:2  is valid\n`);
  });

  test('of this API are imported as they are', async () => {
    const server = await startFakeServer();
    const place = { time: '2026-09-01T00:00:00Z', hostname: 'WS1' };
    const own = [
      { hostStart: place },
      { hostStop: place },
      { hostSeen: place },
      { disconnect: { ...place, loginId: '0x1', user: 'ana', srcIp: '10.0.0.9' } },
    ];
    const { code } = await runCommand(['--url', server.url, writeFile(own)]);
    expect(server.requests).toEqual([own]);
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
    const badAddress = { EventID: 4779, LogonID: '0x1000', ClientAddress: '10.0.0.256' };
    const records = [aStart(0), aStart(1, { Hostname: 'x'.repeat(300) }), aRecord(2, badAddress), aRecord(3)];
    const { code, output } = await runCommand(['--dry-run', writeFile(records)]);
    expect(readCounts(output)).toMatchObject({
      events: 1,
      'host starts': 2,
      disconnects: 1,
      'valid (dry run: nothing was sent)': 2,
      rejected: 2,
      INVALID_HOSTNAME: 1,
      INVALID_IP_ADDRESS: 1,
    });
    expect(code).toBe(1);
  });
});

/** Ana logs on to WS-OFF on a Friday and shuts it down in the evening; it starts again on Monday. */
const writeWindowsLog = (): string => {
  const event = (id: number, provider: string, time: string, data: string, channel = 'System'): string =>
    `<Event xmlns='http://schemas.microsoft.com/win/2004/08/events/event'><System><Provider Name='${provider}'/><EventID>${id}</EventID><TimeCreated SystemTime='${time}'/><EventRecordID>${500 + id}</EventRecordID><Channel>${channel}</Channel><Computer>WS-OFF</Computer></System><EventData>${data}</EventData></Event>`;
  const kernel = 'Microsoft-Windows-Kernel-General';
  const login = Object.entries({
    TargetUserName: 'ana',
    TargetDomainName: 'CORP',
    TargetLogonId: '0x5a1',
    LogonType: '2',
  }).map(([name, value]) => `<Data Name='${name}'>${value}</Data>`);
  return writeFile(
    [
      event(4624, 'Microsoft-Windows-Security-Auditing', '2026-11-06T08:00:00Z', login.join(''), 'Security'),
      event(1074, 'User32', '2026-11-06T16:59:50.0000001Z', "<Data Name='param5'>power off</Data>"),
      event(6006, 'EventLog', '2026-11-06T17:00:00.0000001Z', ''),
      event(13, kernel, '2026-11-06T17:00:03.0000001Z', "<Data Name='StopTime'>2026-11-06T17:00:03Z</Data>"),
      event(12, kernel, '2026-11-09T07:00:00.0000001Z', "<Data Name='MajorVersion'>10</Data>"),
    ].join('\n'),
    'windows.xml',
  );
};

/** The same on a Linux host. */
const writeWtmp = (): string => {
  const record = (time: string, fields: UtmpFields): Buffer =>
    makeUtmpRecord({ recordBytes: 384, endian: 'LE' }, { ...fields, seconds: Date.parse(time) / 1000 });
  return writeFile(
    Buffer.concat([
      record('2026-11-06T07:00:00Z', { type: 2, line: '~', user: 'reboot' }),
      record('2026-11-06T08:00:00Z', { type: 7, pid: 812, line: 'tty1', user: 'ana' }),
      record('2026-11-06T17:00:00Z', { type: 1, line: '~', user: 'shutdown' }),
      record('2026-11-09T07:00:00Z', { type: 2, line: '~', user: 'reboot' }),
    ]),
    'wtmp',
  );
};

describe('a shutdown on Friday is in the files that a host keeps', () => {
  const explainAll = async (file: string): Promise<string> =>
    (await runCommand(['--dry-run', '--host', 'web01', '--explain', 'all', file])).output;

  test('in the System log, exported as XML', async () => {
    const output = await explainAll(writeWindowsLog());
    expect(output).toContain(
      'system 13 becomes {"hostStop":{"time":"2026-11-06T17:00:03.000000Z","hostname":"WS-OFF","sourceId":"windows/system/513"}}',
    );
    expect(readCounts(output)).toMatchObject({
      events: 1,
      'host starts': 1,
      'host stops': 1,
      'host seen': 1,
      skipped: 1,
    });
  });

  test('in wtmp', async () => {
    const output = await explainAll(writeWtmp());
    expect(output).toContain('utmp RUN_LVL becomes {"hostStop":{"time":"2026-11-06T17:00:00.000000Z"');
    expect(readCounts(output)).toMatchObject({ events: 1, 'host starts': 2, 'host stops': 1, skipped: 0 });
  });

  test.each([
    ['ws-off', writeWindowsLog, '2026-11-06T17:00:03.000000Z'],
    ['web01', writeWtmp, '2026-11-06T17:00:00.000000Z'],
  ])('after their import nobody is logged on to %s on Saturday', async (hostname, write, stoppedAt) => {
    const { code } = await runCommand(['--url', api().url, '--host', 'web01', write()]);
    expect(code).toBe(0);
    const loggedOn = `{ coverage { status } accounts { account { userName } state certainty } truncated }`;
    const { data } = await api().query(
      `query ($hostname: String!) { host(hostname: $hostname) { sessions { nodes { startedAt endedAt endedAfter endReason } }
        friday: loggedOn(at: "2026-11-06T16:59:00Z") ${loggedOn}
        saturday: loggedOn(at: "2026-11-07T12:00:00Z") ${loggedOn} } }`,
      { hostname },
    );
    expect(data.host).toEqual({
      sessions: {
        nodes: [
          {
            startedAt: '2026-11-06T08:00:00.000000Z',
            endedAt: stoppedAt,
            endedAfter: stoppedAt,
            endReason: 'HOST_STOP',
          },
        ],
      },
      friday: {
        coverage: { status: 'COVERED' },
        accounts: [{ account: { userName: 'ana' }, state: 'ACTIVE', certainty: 'PROVEN' }],
        truncated: false,
      },
      saturday: { coverage: { status: 'HOST_DOWN' }, accounts: [], truncated: false },
    });
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
      `{ sessions(filter: { hostname: { eq: "ws1" } }) { nodes { loginId startedAt endedAt endReason events { nodes { loginId } } } } }`,
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
