import { describe, expect, test } from '@jest/globals';

import { makeSyslogSensor } from '../../../src/sensors/linux/syslogSensor.ts';
import { NO_OPTIONS } from '../../../src/sensors/sensor.ts';
import type { Outcome, SensorOptions } from '../../../src/sensors/sensor.ts';
import { parseInputZone } from '../../../src/sensors/timeZone.ts';
import { makeContext, readToEnd } from '../makeContext.ts';

const NOW = Date.parse('2026-11-23T12:00:00Z');
const OPTIONS: SensorOptions = { ...NO_OPTIONS, timeZone: parseInputZone('UTC'), now: () => NOW };
const NAMED: SensorOptions = { ...OPTIONS, hostname: 'GIVEN' };

const readAll = (values: readonly unknown[], options = OPTIONS): readonly Outcome[] =>
  readToEnd(
    makeSyslogSensor(makeContext(options)),
    values.map((value, index) => ({ value, origin: { file: 'auth.log', line: index + 1 } })),
  ).toSorted((a, b) => a.origin.line - b.origin.line);

const listEvents = (values: readonly unknown[], options = OPTIONS): readonly unknown[] =>
  readAll(values, options).flatMap((outcome) => ('event' in outcome ? [outcome.event] : []));

/** Each outcome as its action or its reason. */
const listFates = (values: readonly unknown[], options = OPTIONS): readonly string[] =>
  readAll(values, options).map((outcome) =>
    'event' in outcome ? (Object.keys(outcome.event)[0] ?? '') : outcome.reason,
  );

const TEXT = 'Accepted publickey for ana from 10.0.0.9 port 50000 ssh2: ED25519 SHA256:x';
const LOGIN = { user: 'ana', loginId: '0x1267', loginSuccessful: true, srcIp: '10.0.0.9', srcPort: 50000 };

describe('lines that name their host', () => {
  test.each([
    // https://git.busybox.net/busybox/tree/sysklogd/syslogd.c
    ['busybox', `Nov 16 10:00:00 web01 auth.info sshd[4711]: ${TEXT}`],
    // https://man.freebsd.org/cgi/man.cgi?syslogd(8), -v and -vv
    ['FreeBSD -v', `Nov 16 10:00:00 <4.6> web01 sshd[4711]: ${TEXT}`],
    ['FreeBSD -vv', `Nov 16 10:00:00 <auth.info> web01 sshd[4711]: ${TEXT}`],
    ['FreeBSD, forwarded', `Nov 16 10:00:00 relay Forwarded from web01: sshd[4711]: ${TEXT}`],
    // https://www.ibm.com/docs/en/aix/7.3?topic=s-syslogd-daemon
    ['AIX', `Nov 16 10:00:00 web01 auth|security:info sshd[4711]: ${TEXT}`],
    ['AIX, forwarded', `Nov 16 10:00:00 relay Message forwarded from web01: sshd[4711]: ${TEXT}`],
    [
      'AIX, forwarded with priority',
      `Nov 16 10:00:00 relay Message forwarded from web01: auth|security:info sshd[4711]: ${TEXT}`,
    ],
    [
      'AIX, with the priority before the forwarded line',
      `Nov 16 10:00:00 relay auth|security:info Message forwarded from web01: sshd[4711]: ${TEXT}`,
    ],
    // QuLog Center of QNAP over TLS
    ['RFC 5424, with a colon behind the program', `<30>1 2026-11-16T10:00:00Z web01 sshd: 4711 - - ${TEXT}`],
    [
      'journalctl with colors',
      `\u001B[0;1;39mNov 16 10:00:00 web01 sshd[4711]: \u001B[0m\u001B[38;5;245m${TEXT}\u001B[0m`,
    ],
    // https://docs.oracle.com/cd/E23824_01/html/821-1456/ (message ids)
    ['Solaris', `Nov 16 10:00:00 web01 sshd[4711]: [ID 800047 auth.info] ${TEXT}`],
    ['syslog-ng with priority', `Nov 16 10:00:00 web01 [auth.info] sshd[4711]: ${TEXT}`],
    ['Apple System Log', `Nov 16 10:00:00 web01 sshd[4711] <Info>: ${TEXT}`],
    ['Juniper', `Nov 16 10:00:00  web01 sshd[4711]: ${TEXT}`],
    ['the year after the day', `Nov 16 2026 10:00:00 web01 sshd[4711]: ${TEXT}`],
    ['the year first', `2026 Nov 16 10:00:00 web01 sshd[4711]: ${TEXT}`],
    ['a fraction of the second', `Nov 16 10:00:00.000000 web01 sshd[4711]: ${TEXT}`],
    ['a path as program', `Nov 16 10:00:00 web01 /usr/sbin/sshd[4711]: ${TEXT}`],
    ['a frame with its length', `120 <38>1 2026-11-16T10:00:00Z web01 sshd 4711 - - ${TEXT}`],
    ['RFC 5424 with a byte order mark', `<38>1 2026-11-16T10:00:00Z web01 sshd 4711 - - \uFEFF${TEXT}`],
    [
      'RFC 5424 of syslog-ng',
      `<38>1 2026-11-16T11:00:00+01:00 web01 sshd 4711 - [timeQuality tzKnown="1"][meta sequenceId="7"] ${TEXT}`,
    ],
    ['RFC 5424 without its priority', `1 2026-11-16T10:00:00.000Z web01 sshd 4711 ID47 - ${TEXT}`],
    [
      'RFC 5424 of Juniper',
      `<37>1 2026-11-16T02:00:00.000-08:00 web01 sshd 4711 - [junos@2636.1.1.1.2.40] ${TEXT}`,
    ],
    ['ISO time without a colon in its offset', `2026-11-16T12:00:00+0200 web01 sshd[4711]: ${TEXT}`],
    ['ISO time without a zone', `2026-11-16T10:00:00 web01 sshd[4711]: ${TEXT}`],
    // https://www.freedesktop.org/software/systemd/man/latest/journalctl.html
    ['journalctl -o short-precise', `Nov 16 10:00:00.000000 web01 sshd[4711]: ${TEXT}`],
    ['journalctl -o short-iso', `2026-11-16T11:00:00+01:00 web01 sshd[4711]: ${TEXT}`],
    ['journalctl -o short-iso-precise', `2026-11-16T11:00:00.000000+01:00 web01 sshd[4711]: ${TEXT}`],
    ['journalctl -o short-full', `Mon 2026-11-16 10:00:00 UTC web01 sshd[4711]: ${TEXT}`],
    ['journalctl -o short-full, no letters', `Mon 2026-11-16 13:00:00 +03 web01 sshd[4711]: ${TEXT}`],
    ['journalctl -o short-unix', `1794823200.000000 web01 sshd[4711]: ${TEXT}`],
    ['journalctl -o with-unit', `Mon 2026-11-16 10:00:00 UTC web01 ssh.service[4711]: ${TEXT}`],
    ['Sophos UTM', `2026:11:16-10:00:00 web01 sshd[4711]: ${TEXT}`],
    // https://www.kiwisyslog.com/help/syslog/
    ['Kiwi', `2026-11-16 10:00:02\tAuth.Info\t10.0.0.7\tNov 16 10:00:00 web01 sshd[4711]: ${TEXT}`],
    ['a relay that adds its header', `Nov 16 10:00:02 relay Nov 16 10:00:00 web01 sshd[4711]: ${TEXT}`],
  ])('%s', (_, line) => {
    expect(listEvents([line], NAMED)).toMatchObject([
      { login: { ...LOGIN, hostname: 'web01', time: '2026-11-16T10:00:00.000000Z' } },
    ]);
  });

  test('a day of one digit behind one or two blanks', () => {
    const lines = ['Nov  7', 'Nov 7', 'Nov 07'].map((day) => `${day} 10:00:00 web01 sshd[4711]: ${TEXT}`);
    expect(listEvents(lines).map((event) => (event as any).login.time)).toEqual(
      Array.from({ length: 3 }, () => '2026-11-07T10:00:00.000000Z'),
    );
  });

  test('the zone that a name stands for is that of --timezone, except for UTC', () => {
    const options = { ...OPTIONS, timeZone: parseInputZone('Europe/Berlin') };
    const line = (zone: string) => `Mon 2026-11-16 10:00:00 ${zone} web01 sshd[4711]: ${TEXT}`;
    expect(
      listEvents([line('CET'), line('UTC'), line('GMT')], options).map((event) => (event as any).login.time),
    ).toEqual(['2026-11-16T09:00:00.000000Z', '2026-11-16T10:00:00.000000Z', '2026-11-16T10:00:00.000000Z']);
  });
});

describe('lines without a host', () => {
  const LINES = [
    // https://knowledge.broadcom.com/external/article/306962 (/var/log/auth.log)
    ['ESXi 6 and 7', `2026-11-16T10:00:00.000Z sshd[4711]: ${TEXT}`],
    ['ESXi with a severity', `2026-11-16T10:00:00.000Z info sshd[4711]: ${TEXT}`],
    ['ESXi 8', `2026-11-16T10:00:00.000Z In(38) sshd[4711]: ${TEXT}`],
    ['ESXi 8, an error', `2026-11-16T10:00:00.000Z Er(35) sshd[4711]: ${TEXT}`],
    ['RFC 3164', `<38>Nov 16 10:00:00 sshd[4711]: ${TEXT}`],
    ['RFC 5424', `<38>1 2026-11-16T10:00:00Z - sshd 4711 - - ${TEXT}`],
    // https://openwrt.org/docs/guide-user/base-system/log.essentials
    ['logread of OpenWrt', `Mon Nov 16 10:00:00 2026 authpriv.info sshd[4711]: ${TEXT}`],
    ['journalctl --no-hostname', `Nov 16 10:00:00 sshd[4711]: ${TEXT}`],
  ] as const;

  test.each(LINES)('%s: --host names it', (_, line) => {
    expect(listEvents([line], NAMED)).toMatchObject([
      { login: { ...LOGIN, hostname: 'GIVEN', time: '2026-11-16T10:00:00.000000Z' } },
    ]);
  });

  test.each(LINES)('%s: without --host the line fails', (_, line) => {
    expect(readAll([line])).toMatchObject([
      { kind: 'FAILED', reason: expect.stringMatching(/^no host name/) },
    ]);
  });

  test('metalog names only the program', () => {
    expect(listEvents([`Nov 16 10:00:00 [sshd] ${TEXT}`], NAMED)).toMatchObject([
      { login: { hostname: 'GIVEN', user: 'ana', loginId: undefined } },
    ]);
  });

  test.each(['info', 'Notice', 'auth.info', 'AUTHPRIV.INFO', 'In(38)', 'sshd[1]:', 'sshd:', '(x)', '"x"'])(
    'no host is called %s',
    (word) => {
      const hosts = listEvents([`2026-11-16T10:00:00Z ${word} sshd[4711]: ${TEXT}`], NAMED).map(
        (event) => (event as any).login.hostname,
      );
      expect(hosts.filter((host) => host !== 'GIVEN')).toEqual([]);
    },
  );
});

describe('last message repeated N times', () => {
  const FAILED = 'Failed password for root from 10.0.0.8 port 50002 ssh2';
  const failed = (host: string): string => `Nov 16 10:00:00 ${host} sshd[901]: ${FAILED}`;
  const repeated = (host: string, count: number): string =>
    `Nov 16 10:00:09 ${host} last message repeated ${count} times`;

  test('repeats a failed login at its own time', () => {
    const events = listEvents([failed('bsd1'), repeated('bsd1', 4), repeated('bsd1', 2)]);
    expect(events).toHaveLength(7);
    expect(events[6]).toMatchObject({
      login: { hostname: 'bsd1', user: 'root', loginSuccessful: false, time: '2026-11-16T10:00:09.000000Z' },
    });
    expect(new Set(events.map((event) => (event as any).login.sourceId)).size).toBe(7);
  });

  test('belongs to the line before of the same host', () => {
    const other = `Nov 16 10:00:01 bsd2 sshd[9]: Received disconnect from 10.0.0.7 port 5:11: bye`;
    expect(listEvents([failed('bsd1'), other, repeated('bsd1', 4)])).toHaveLength(5);
    expect(listEvents([failed('bsd1'), other, repeated('bsd2', 4)])).toHaveLength(1);
  });

  test.each([
    ['macOS', 'Nov 16 10:00:09 bsd1 --- last message repeated 1 time ---'],
    ['busybox', 'Nov 16 10:00:09 bsd1 last message repeated 1 times'],
    ['FreeBSD -vv', 'Nov 16 10:00:09 <auth.info> bsd1 last message repeated 1 times'],
    ['an ISO time', '2026-11-16T10:00:09Z bsd1 last message repeated 1 times'],
  ])('of %s', (_, line) => {
    expect(listEvents([failed('bsd1'), line])).toHaveLength(2);
  });

  test('is skipped by name after another line, and at the beginning of a log', () => {
    expect(listFates([`Nov 16 10:00:00 bsd1 sshd[4711]: ${TEXT}`, repeated('bsd1', 2)])).toEqual([
      'login',
      'last message repeated: the line before is not a failed login',
    ]);
    expect(listFates([repeated('bsd1', 2)])).toEqual([
      expect.stringMatching(/last message repeated: the line before is not in the log$/),
    ]);
  });
});

describe('lines without an entry', () => {
  test.each([
    '-- Journal begins at Mon 2026-11-16 08:00:00 UTC, ends at Mon 2026-11-16 09:00:00 UTC. --',
    '-- Logs begin at Mon 2026-11-16 08:00:00 UTC, end at Mon 2026-11-16 09:00:00 UTC. --',
    '-- Boot 5a093d6b361fa093d6b361fa093d6b36 --',
    '-- No entries --',
    'Timestamp                       (process)[PID]    ',
    'Timestamp               Ty Process[PID:TID]',
    'Filtering the log data using "process == "sshd""',
  ])('%s is skipped', (line) => {
    expect(readAll([line])).toMatchObject([{ kind: 'SKIPPED' }]);
  });

  test('further lines of an entry are skipped', () => {
    expect(readAll(['                             its second line', '\tits third line'])).toMatchObject([
      { kind: 'SKIPPED', reason: 'a further line of the entry before' },
      { kind: 'SKIPPED', reason: 'a further line of the entry before' },
    ]);
  });

  test.each([
    `[  123.456789] web01 sshd[4711]: ${TEXT}`,
    `[    8.123456 <    0.000100 >] web01 sshd[4711]: ${TEXT}`,
  ])('a monotonic time fails with the remedy: %s', (line) => {
    expect(readAll([line])).toMatchObject([
      {
        kind: 'FAILED',
        reason: expect.stringMatching(/export again with journalctl -o json or -o short-iso/),
      },
    ]);
  });
});

describe('entries of the journal', () => {
  const ENTRY = {
    __CURSOR: 's=1',
    __REALTIME_TIMESTAMP: '1794823200123456',
    _HOSTNAME: 'web01',
    SYSLOG_IDENTIFIER: 'sshd',
    _COMM: 'sshd-session',
    _PID: '4711',
    MESSAGE: TEXT,
  };

  test.each([
    ['the identifier', ENTRY],
    ['without an identifier, the name of the process', { ...ENTRY, SYSLOG_IDENTIFIER: undefined }],
    ['the first of several identifiers', { ...ENTRY, SYSLOG_IDENTIFIER: ['sshd', 'x'] }],
    ['without a process, that of the message', { ...ENTRY, _PID: undefined, SYSLOG_PID: '4711' }],
  ])('%s', (_, entry) => {
    const { value } = { value: JSON.parse(JSON.stringify(entry)) as unknown };
    expect(listEvents([value])).toMatchObject([
      { login: { ...LOGIN, hostname: 'web01', time: '2026-11-16T10:00:00.123456Z' } },
    ]);
  });

  test('--host names the host of entries without one', () => {
    const { _HOSTNAME, ...entry } = ENTRY;
    expect(listEvents([entry], NAMED)).toMatchObject([{ login: { hostname: 'GIVEN' } }]);
    expect(readAll([entry])).toMatchObject([{ kind: 'FAILED' }]);
  });
});
