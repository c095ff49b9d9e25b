import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, test } from '@jest/globals';

import { startFakeServer } from '../fakeServer.ts';
import { aRecord, readCounts, runCommand, someRecords, writeFile } from '../importing.ts';

const own = (name: string, fields: object = {}) => ({
  [name]: { time: '2026-11-16T09:00:00Z', hostname: 'WS1', ...fields },
});

const NO_CONTEXT = { hostStarts: 0, hostStops: 0, hostSeen: 0, disconnects: 0 };

describe('the report of an import', () => {
  test('has counts by file, sensor event and reason, which add up', async () => {
    const server = await startFakeServer();
    const logins = writeFile(
      [...someRecords(2), aRecord(3, { EventID: 4672 }), { some: 'thing' }],
      'a.jsonl',
    );
    const others = writeFile([
      own('lock'),
      own('lock', { srcIp: '10.0.0.1' }),
      aRecord(9, { EventID: 4608 }),
    ]);
    const report = join(others, '../report.json');
    const { code, output } = await runCommand(['--url', server.url, '--report', report, logins, others]);
    expect(code).toBe(1);
    expect(output).toContain('  security 4624: 2 records, 2 events\n');
    expect(output).toContain(`  ${logins}: 4 records, 2 events, 1 skipped, 1 failed\n`);
    const told = JSON.parse(readFileSync(report, 'utf8'));
    expect(told).toMatchObject({
      mode: 'IMPORT',
      records: 7,
      events: 3,
      hostStarts: 1,
      hostStops: 0,
      hostSeen: 0,
      disconnects: 0,
      extra: 0,
      accepted: 4,
    });
    expect(told.files).toEqual([
      {
        name: logins,
        records: 4,
        events: 2,
        ...NO_CONTEXT,
        skipped: 1,
        unrelated: 0,
        notUnderstood: 0,
        failed: 1,
      },
      {
        name: others,
        records: 3,
        events: 1,
        ...NO_CONTEXT,
        hostStarts: 1,
        skipped: 0,
        unrelated: 0,
        notUnderstood: 0,
        failed: 1,
      },
    ]);
    expect(told.sensorEvents).toContainEqual({
      name: 'own lock',
      records: 2,
      events: 1,
      ...NO_CONTEXT,
      skipped: 0,
      unrelated: 0,
      notUnderstood: 0,
      failed: 1,
    });
    expect(told.failed.map(({ count, examples }: any) => [count, examples])).toEqual([
      [1, [`${logins}:4`]],
      [1, [`${others}:2`]],
    ]);
  });

  test('a line with several events counts as one record', async () => {
    const line =
      'Nov 16 10:00:00 web01 sshd[7]: message repeated 3 times: [ Failed password for root from 10.0.0.9 port 5 ssh2]';
    const { output } = await runCommand([
      '--dry-run',
      '--timezone',
      'UTC',
      '--year',
      '2025',
      writeFile(line),
    ]);
    expect(output).toMatch(/^ +1 {2}records read\n +3 {2}events\n/);
    expect(output).toMatch(/^ +2 {4}of these, further ones of the same record$/m);
    expect(output).toContain('year 2025 given by --year for 1 record\n');
  });

  test('the same login in auth.log and auditd is one event', async () => {
    const syslog = writeFile(
      [
        '2026-11-16T09:00:00Z web01 sshd[4711]: Accepted password for ana from 10.0.0.9 port 50000 ssh2',
        '2026-11-16T09:30:00Z web01 sshd[4711]: pam_unix(sshd:session): session closed for user ana',
      ].join('\n'),
    );
    const audit = writeFile(
      'node=web01 type=USER_LOGIN msg=audit(1794819600.100:421): pid=4711 uid=0 auid=1000 ses=3 msg=\'op=login acct="ana" exe="/usr/sbin/sshd" hostname=10.0.0.9 addr=10.0.0.9 terminal=ssh res=success\'\n',
    );
    const { output } = await runCommand(['--dry-run', syslog, audit]);
    expect(output).toMatch(/^ +2 {2}events$/m);
    expect(output).toContain('1  already reported by sshd or PAM in this run\n');
  });

  test.each([
    ['--year', '26', /--year must be a year/],
    ['--host', '10.0.0.256', /--host must be/],
  ])('%s %s is refused', async (option, value, message) => {
    const { code, errors } = await runCommand([option, value, writeFile(someRecords(1))]);
    expect(code).toBe(2);
    expect(errors).toMatch(message);
  });
});

describe('records that are not understood', () => {
  const LINES = [
    'Nov 16 10:00:00 web01 sshd[7]: Accepted password for ana from 10.0.0.9 port 5 ssh2',
    ...['ana', 'ben'].map(
      (user) => `Nov 16 10:00:01 web01 vpnd[8]: user ${user} failed authentication from 10.0.0.7`,
    ),
    'Nov 16 10:00:02 web01 vpnd[8]: session of carol opened',
    'Nov 16 10:00:03 web01 kernel: usb 1-1: new device',
  ];
  const OPTIONS = ['--dry-run', '--timezone', 'UTC', '--year', '2026'];

  test('come first in the summary, with their values masked, and are in the report', async () => {
    const file = writeFile(LINES.join('\n'), 'auth.log');
    const report = join(file, '../report.json');
    const { code, output } = await runCommand([...OPTIONS, '--report', report, file]);
    expect(code).toBe(0);
    expect(output.split('\n').slice(0, 4)).toEqual([
      '        3  not understood: may be logins that are not read; --strict makes the import fail',
      `          2  vpnd: user * failed authentication from * (${file}:2)`,
      `          1  vpnd: session of * opened (${file}:4)`,
      '        5  records read',
    ]);
    expect(output).not.toMatch(/ben|carol/);
    expect(readCounts(output)).toMatchObject({ events: 1, skipped: 0, unrelated: 1, failed: 0 });
    expect(JSON.parse(readFileSync(report, 'utf8')).notUnderstood.map(({ count }: any) => count)).toEqual([
      2, 1,
    ]);
  });

  test('make an import with --strict exit with 1', async () => {
    expect((await runCommand([...OPTIONS, '--strict', writeFile(LINES.join('\n'))])).code).toBe(1);
    const understood = [LINES[0], LINES[4]].join('\n');
    expect((await runCommand([...OPTIONS, '--strict', writeFile(understood)])).code).toBe(0);
  });
});
