import { describe, expect, test } from '@jest/globals';

import { NO_OPTIONS } from '../../../src/sensors/sensor.ts';

import { listEvents, listFates, readFiles } from './syslogLines.ts';

describe('a shutdown', () => {
  const line = (program: string, text: string): string =>
    `2026-11-16T17:00:00.250Z web01 ${program}: ${text}`;
  const hostStop = {
    time: '2026-11-16T17:00:00.250000Z',
    hostname: 'web01',
    sourceId: expect.stringMatching(/^text\/[\da-f]{16}\/1$/),
  };

  test.each([
    ['systemd-logind[411]', 'System is powering down.', 'logind shutdown'],
    ['systemd-logind[411]', 'System is rebooting.', 'logind shutdown'],
    ['systemd[1]', 'Shutting down.', 'systemd shutdown'],
    ['systemd', 'Shutting down.', 'systemd shutdown'],
    ['systemd[1]', 'Reached target Power-Off.', 'systemd shutdown'],
    ['systemd[1]', 'Reached target Reboot.', 'systemd shutdown'],
    ['systemd[1]', 'Reached target System Power Off.', 'systemd shutdown'],
    ['systemd[1]', 'Reached target reboot.target - System Reboot.', 'systemd shutdown'],
    ['systemd[1]', 'Reached target halt.target - System Halt.', 'systemd shutdown'],
  ])('%s: %s', (program, text, sensorEvent) => {
    expect(readFiles([[line(program, text)]])).toEqual([
      {
        kind: 'CONTEXT',
        event: { hostStop },
        timeMs: Date.parse('2026-11-16T17:00:00.250Z'),
        origin: { file: 'file0', line: 1, sensorEvent },
      },
    ]);
  });

  test.each([
    // A user's manager writes this at each logout.
    ['systemd[1917]', 'Reached target Shutdown.'],
    ['systemd[1917]', 'Shutting down.'],
    ['systemd[1917]', 'Reached target System Power Off.'],
    ['systemd[1]', 'Reached target System Shutdown.'],
    ['systemd[1]', 'Starting System Power Off...'],
    ['systemd[1]', 'Stopped target Power-Off.'],
    ['systemd[1]', 'Shutting down. Or not.'],
    ['systemd-journald[300]', 'Shutting down.'],
    ['myapp[1]', 'Shutting down.'],
    ['shutdown[700]', 'shutting down for system reboot'],
  ])('is not %s: %s', (program, text) => {
    expect(readFiles([[line(program, text)]])).toMatchObject([
      { kind: expect.stringMatching(/^(?:SKIPPED|UNRELATED)$/) },
    ]);
  });

  test('is read from the journal, where systemd is process 1', () => {
    const journal = (_PID: string) => ({
      __REALTIME_TIMESTAMP: '1794848400250000',
      __CURSOR: 's=9',
      _HOSTNAME: 'web01',
      SYSLOG_IDENTIFIER: 'systemd',
      _PID,
      MESSAGE: 'Reached target System Power Off.',
    });
    expect(listEvents([journal('1'), journal('1917')])).toEqual([{ hostStop }]);
  });

  test('is read in requests, too, where sessions of logind are skipped', () => {
    expect(
      listFates([[line('systemd-logind[411]', 'System is rebooting.')]], { ...NO_OPTIONS, input: 'REQUEST' }),
    ).toEqual(['hostStop']);
  });

  test('in each of several lines is a stop with its own source', () => {
    const lines = [
      line('systemd-logind[411]', 'System is powering down.'),
      line('systemd[1]', 'Shutting down.'),
      line('systemd[1]', 'Shutting down.'),
    ];
    const ids = listEvents(lines).map((event) => (event as any).hostStop.sourceId);
    expect(new Set(ids).size).toBe(3);
  });

  test('needs a time zone and a host as events do', () => {
    expect(listFates([['Nov 16 17:00:00 web01 systemd[1]: Shutting down.']])).toEqual([
      expect.stringMatching(/^no time zone/),
    ]);
  });
});
