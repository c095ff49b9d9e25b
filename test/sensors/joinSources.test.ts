import { describe, expect, test } from '@jest/globals';

import { joinSource, makeSourceJoin } from '../../src/sensors/joinSources.ts';
import { makeNameFolding } from '../../src/sensors/nameFolding.ts';
import type { LinuxSource, Outcome } from '../../src/sensors/sensor.ts';

const origin = { file: 'test', line: 1, sensorEvent: 'test' };

type Fields = Readonly<Record<string, unknown>> & { readonly time?: string };

const login = ({ time = '2026-11-16T09:00:00.000000Z', ...fields }: Fields = {}): Outcome => ({
  kind: 'EVENT',
  origin,
  timeMs: Date.parse(time),
  event: {
    login: {
      time,
      hostname: 'web01',
      user: 'ana',
      loginId: '0x1',
      srcIp: '10.0.0.9',
      srcPort: 50000,
      loginSuccessful: true,
      ...fields,
    },
  },
});

const logout = (loginId: string): Outcome => ({
  kind: 'EVENT',
  origin,
  timeMs: Date.parse('2026-11-16T09:30:00Z'),
  event: { logout: { time: '2026-11-16T09:30:00.000000Z', hostname: 'web01', user: 'ana', loginId } },
});

const reconnect = (loginId: string): Outcome => ({
  kind: 'EVENT',
  origin,
  timeMs: Date.parse('2026-11-16T09:20:00Z'),
  event: { reconnect: { time: '2026-11-16T09:20:00.000000Z', hostname: 'web01', user: 'ana', loginId } },
});

const disconnect = (loginId: string): Outcome => ({
  kind: 'CONTEXT',
  origin,
  timeMs: Date.parse('2026-11-16T09:10:00Z'),
  event: { disconnect: { time: '2026-11-16T09:10:00.000000Z', hostname: 'web01', user: 'ana', loginId } },
});

const hostStop: Outcome = {
  kind: 'CONTEXT',
  origin,
  timeMs: Date.parse('2026-11-16T10:00:00Z'),
  event: { hostStop: { time: '2026-11-16T10:00:00.000000Z', hostname: 'web01' } },
};

const readAll = (outcomes: readonly (readonly [LinuxSource, Outcome])[]): readonly string[] => {
  const join = makeSourceJoin(makeNameFolding());
  return outcomes.map(([source, outcome]) => {
    const joined = joinSource(join, source, outcome);
    return joined.kind === 'SKIPPED' ? joined.reason : joined.kind;
  });
};

const BY_AUDIT = 'already reported by auditd in this run';
const BY_UTMP = 'already reported by wtmp or btmp in this run';
const BY_SYSLOG = 'already reported by sshd or PAM in this run';

describe('the same login in several logs', () => {
  test('is kept once, with its logout, from the log that is read first', () => {
    expect(
      readAll([
        ['audit', login({ loginId: '0x3' })],
        ['audit', logout('0x3')],
        [
          'syslog',
          login({ loginId: '0x1267', time: '2026-11-16T09:00:04Z', hostname: 'WEB01.corp.example' }),
        ],
        ['syslog', logout('0x1267')],
      ]),
    ).toEqual(['EVENT', 'EVENT', BY_AUDIT, BY_AUDIT]);
  });

  test('is found if the log that is read first has no port', () => {
    expect(
      readAll([
        ['audit', login({ srcPort: undefined })],
        ['syslog', login()],
      ]),
    ).toEqual(['EVENT', BY_AUDIT]);
  });

  test.each([
    ['another port', { srcPort: 50001 }],
    ['another user', { user: 'ben' }],
    ['another address', { srcIp: '10.0.0.8' }],
    ['another host', { hostname: 'web02' }],
    ['another outcome', { loginSuccessful: false }],
    ['6 s later', { time: '2026-11-16T09:00:06Z' }],
  ])('is a different login with %s', (_, fields) => {
    expect(
      readAll([
        ['syslog', login()],
        ['audit', login({ loginId: '0x2', ...fields })],
      ]),
    ).toEqual(['EVENT', 'EVENT']);
  });

  test('is found without a user by its process, which macOS names in utmpx', () => {
    const atScreen = { loginId: '0x5a', srcIp: undefined, srcPort: undefined };
    const ofUtmp = login(atScreen);
    const ofLogShow = login({ ...atScreen, user: undefined, time: '2026-11-16T09:00:02Z' });
    expect(
      readAll([
        ['utmp', ofUtmp],
        ['syslog', ofLogShow],
        ['syslog', logout('0x5a')],
      ]),
    ).toEqual(['EVENT', BY_UTMP, BY_UTMP]);
    // The login with the user is kept in any order.
    expect(
      readAll([
        ['syslog', ofLogShow],
        ['utmp', ofUtmp],
      ]),
    ).toEqual(['EVENT', 'EVENT']);
    for (const fields of [{ loginId: '0x5b' }, { hostname: 'web02' }, { time: '2026-11-16T09:00:06Z' }]) {
      const another = login({ ...atScreen, user: undefined, ...fields });
      expect(
        readAll([
          ['utmp', ofUtmp],
          ['syslog', another],
        ]),
      ).toEqual(['EVENT', 'EVENT']);
    }
    expect(
      readAll([
        ['utmp', ofUtmp],
        ['syslog', login({ ...atScreen, user: 'ben' })],
      ]),
    ).toEqual(['EVENT', 'EVENT']);
  });

  test('is found without an address by its number, which systemd-logind shares with auditd', () => {
    const atLogind = { srcIp: undefined, srcPort: undefined };
    expect(
      readAll([
        ['audit', login({ loginId: '0xc' })],
        ['audit', logout('0xc')],
        ['syslog', login({ loginId: '0xc', ...atLogind })],
        ['syslog', logout('0xc')],
        ['syslog', login({ loginId: '0xd', ...atLogind })],
        ['syslog', login({ loginId: '0xc', user: 'ben', ...atLogind })],
      ]),
    ).toEqual(['EVENT', 'EVENT', BY_AUDIT, BY_AUDIT, 'EVENT', 'EVENT']);
  });

  test('has disconnects and reconnects without the id that no session has', () => {
    const join = makeSourceJoin(makeNameFolding());
    const byAudit = login({ loginId: '0x3', srcPort: undefined });
    joinSource(join, 'audit', byAudit);
    joinSource(join, 'syslog', login({ loginId: '0x1267' }));
    expect(joinSource(join, 'syslog', disconnect('0x1267'))).toMatchObject({
      kind: 'CONTEXT',
      event: { disconnect: { user: 'ana', loginId: undefined } },
    });
    expect(joinSource(join, 'syslog', reconnect('0x1267'))).toMatchObject({
      kind: 'EVENT',
      event: { reconnect: { user: 'ana', loginId: undefined } },
    });
  });

  test('that are not known leave disconnects, reconnects and stops unchanged', () => {
    const join = makeSourceJoin(makeNameFolding());
    joinSource(join, 'syslog', login({ loginId: '0x1267' }));
    for (const outcome of [disconnect('0x1267'), reconnect('0x1267'), disconnect('0x9'), hostStop]) {
      expect(joinSource(join, 'syslog', outcome)).toBe(outcome);
    }
  });

  test('two logins of one log are both kept', () => {
    expect(
      readAll([
        ['syslog', login()],
        ['syslog', login()],
      ]),
    ).toEqual(['EVENT', 'EVENT']);
  });

  test('an id that is reused for another login belongs to the new login', () => {
    expect(
      readAll([
        ['syslog', login({ loginId: '0x9' })],
        ['audit', login({ srcPort: undefined })],
        ['audit', logout('0x1')],
        ['audit', login({ srcPort: undefined, time: '2026-11-16T12:00:00Z' })],
        ['audit', logout('0x1')],
      ]),
    ).toEqual(['EVENT', BY_SYSLOG, BY_SYSLOG, 'EVENT', 'EVENT']);
  });
});
