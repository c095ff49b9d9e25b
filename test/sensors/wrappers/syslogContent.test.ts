import { describe, expect, test } from '@jest/globals';

import { NO_OPTIONS } from '../../../src/sensors/sensor.ts';
import type { Outcome } from '../../../src/sensors/sensor.ts';
import { startSensors } from '../../../src/sensors/startSensors.ts';
import { parseInputZone } from '../../../src/sensors/timeZone.ts';

const OPTIONS = {
  ...NO_OPTIONS,
  timeZone: parseInputZone('UTC'),
  now: () => Date.parse('2026-11-23T12:00:00Z'),
};

const readAll = (value: unknown): readonly Outcome[] => {
  const sensors = startSensors(OPTIONS);
  return [...sensors.read({ value, origin: { file: 'messages', line: 1 } }), ...sensors.flush()];
};
const listEvents = (value: unknown): readonly unknown[] =>
  readAll(value).flatMap((outcome) => ('event' in outcome ? [outcome.event] : []));

const AUDIT = `type=USER_LOGIN msg=audit(1794823200.345:449): pid=712 uid=0 auid=1000 ses=7 msg='op=login id=1000 exe="/usr/sbin/sshd" hostname=10.0.0.9 addr=10.0.0.9 terminal=/dev/pts/0 res=success'`;

describe('records of auditd in syslog', () => {
  // https://man7.org/linux/man-pages/man8/auditd-plugins.5.html, https://www.rsyslog.com/doc/configuration/modules/imfile.html
  test.each([
    ['audisp-syslog', `Nov 16 10:00:01 web01 audisp-syslog[900]: node=web01 ${AUDIT}`],
    ['audispd of RHEL 6 and 7', `Nov 16 10:00:01 web01 audispd: node=web01 ${AUDIT}`],
    ['imfile', `<134>Nov 16 10:00:01 web01 tag_audit_log: ${AUDIT}`],
    ['imfile without a tag', `2026-11-16T10:00:01Z web01 ${AUDIT}`],
    ['RFC 5424', `<134>1 2026-11-16T10:00:01Z web01 audit - - - ${AUDIT}`],
  ])('of %s', (_, line) => {
    expect(listEvents(line)).toMatchObject([
      {
        login: {
          hostname: 'web01',
          time: '2026-11-16T10:00:00.345000Z',
          sourceId: 'audit/449',
          loginSuccessful: true,
          srcIp: '10.0.0.9',
        },
      },
    ]);
  });

  test('a user name cannot forge one', () => {
    const line = `Nov 16 10:00:01 web01 sshd[7]: Failed password for invalid user ${AUDIT} from 10.0.0.8 port 5 ssh2`;
    expect(listEvents(line)).toMatchObject([{ login: { loginSuccessful: false, srcIp: '10.0.0.8' } }]);
  });
});

describe('events of Windows in syslog', () => {
  const FIELDS = {
    EventID: 4624,
    Channel: 'Security',
    RecordNumber: 812,
    TargetUserName: 'ana',
    TargetDomainName: 'CORP',
    TargetLogonId: '0x5a1b2',
    LogonType: '3',
    IpAddress: '10.0.0.9',
    IpPort: '50123',
  };
  const LOGIN = {
    hostname: 'WS7',
    time: '2026-11-16T10:00:00.000000Z',
    user: 'CORP\\ana',
    loginId: '0x5a1b2',
    srcIp: '10.0.0.9',
  };

  test.each([
    ['to_json()', `<14>Nov 16 10:00:01 WS7 Microsoft-Windows-Security-Auditing[700]: `],
    ['to_json() with @cee', `<14>Nov 16 10:00:01 WS7 nxlog: @cee: `],
  ])("of NXLog's %s", (_, header) => {
    const json = { ...FIELDS, Hostname: 'WS7', TimeCreated: '2026-11-16T10:00:00Z' };
    expect(listEvents(`${header}${JSON.stringify(json)}`)).toMatchObject([{ login: LOGIN }]);
  });

  test("of NXLog's to_syslog_ietf(), whose values may contain brackets and quotes", () => {
    const parameters = Object.entries({ ...FIELDS, ProcessName: 'C:\\\\a\\"b\\]' })
      .map(([name, value]) => `${name}="${value}"`)
      .join(' ');
    const line = `<14>1 2026-11-16T10:00:00.000000Z WS7 Microsoft-Windows-Security-Auditing 700 - [NXLOG@14506 ${parameters}] An account was successfully logged on.`;
    expect(listEvents(line)).toMatchObject([{ login: { ...LOGIN, sourceId: 'windows/security/812' } }]);
  });

  test('the JSON of other programs is their message', () => {
    const line = 'Nov 16 10:00:01 web01 shop[7]: {"level":"info","text":"EventID"}';
    expect(readAll(line).map(({ kind }) => kind)).not.toContain('FAILED');
  });
});
