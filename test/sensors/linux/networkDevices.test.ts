import { describe, expect, test } from '@jest/globals';

import { NO_OPTIONS } from '../../../src/sensors/sensor.ts';
import type { SensorOptions } from '../../../src/sensors/sensor.ts';
import { parseInputZone } from '../../../src/sensors/timeZone.ts';

import { readFiles } from './syslogLines.ts';

const OPTIONS: SensorOptions = {
  ...NO_OPTIONS,
  timeZone: parseInputZone('Europe/Berlin'),
  hostname: 'GIVEN',
  now: () => Date.parse('2026-11-23T12:00:00Z'),
};

const readLine = (line: string, options = OPTIONS): any => {
  const [outcome] = readFiles([[line]], options);
  return outcome !== undefined && 'event' in outcome ? outcome.event : outcome;
};

const FROM = { user: 'ana', srcIp: '10.0.0.9', loginType: 'REMOTE' };

// https://www.cisco.com/c/en/us/td/docs/ios-xml/ios/sec_usr_cfg/configuration/15-mt/sec-usr-cfg-15-mt-book/sec-login-enhance.html
const TEXT = 'Login Success [user: ana] [Source: 10.0.0.9] [localport: 22] at 09:00:00 UTC Mon Nov 16 2026';
const SUCCESS = `%SEC_LOGIN-5-LOGIN_SUCCESS: ${TEXT}`;

describe('Cisco IOS', () => {
  test.each([
    ['a collector and the time of the device', `Nov 16 10:00:00 rtr1 117: Nov 16 09:59:58.123: ${SUCCESS}`],
    ['a clock that is not set', `Nov 16 10:00:00 rtr1 117: *Mar  1 00:01:02.123 UTC: ${SUCCESS}`],
    ['origin-id and number', `Nov 16 10:00:00 rtr1 117: rtr1: Nov 16 09:59:58.123 CET: ${SUCCESS}`],
    ['only the header of the collector', `Nov 16 10:00:00 rtr1 ${SUCCESS}`],
    ['a number', `2026-11-16T09:00:00Z rtr1 117: ${SUCCESS}`],
    ['a priority, without a collector', `<189>117: rtr1: Nov 16 10:00:00 CET: ${SUCCESS}`],
    ['the time in UTC', `<189>117: rtr1: Nov 16 09:00:00.000 UTC: ${SUCCESS}`],
    ['the year', `<189>117: rtr1: *Nov 16 2026 10:00:00.000: ${SUCCESS}`],
  ])('%s', (_, line) => {
    expect(readLine(line)).toMatchObject({
      login: { ...FROM, hostname: 'rtr1', time: '2026-11-16T09:00:00.000000Z', loginSuccessful: true },
    });
  });

  test.each([
    ['with the mark of a clock that is not set', `Nov 16 10:00:00 rtr1 *Mar  1 00:01:02.123: ${SUCCESS}`],
    ['with the year', `Nov 16 10:00:00 rtr1 Nov 16 2026 09:59:58: ${SUCCESS}`],
  ])('behind the header of a collector, the time of the device %s does not count', (_, line) => {
    expect(readLine(line)).toMatchObject({
      login: { ...FROM, hostname: 'rtr1', time: '2026-11-16T09:00:00.000000Z' },
    });
  });

  test.each([
    `Nov 16 10:00:00 rtNov 16 10:00:00 rtr1 117: Nov 16 09:59:58.123: ${SUCCESS}`,
    `Nov 16 10:00:00 rtr1 117: Nov 16 10:00:00 rtr2 118: ${SUCCESS}`,
    `Nov 16 10:00:00 rtr1 ${SUCCESS.slice(0, 60)}Nov 16 10:00:00 rtr1 ${SUCCESS}`,
  ])('a torn line with another one behind it is not a login: %s', (line) => {
    expect(readLine(line)).not.toHaveProperty('login');
  });

  test.each([
    ['of the buffer', `*Nov 16 10:00:00.123: ${SUCCESS}`],
    ['with a number', `000117: .Nov 16 10:00:00.123: ${SUCCESS}`],
    ['with the year first', `000117: 2026 Nov 16 09:00:00.123 UTC: ${SUCCESS}`],
  ])('a line %s names no host', (_, line) => {
    expect(readLine(line)).toMatchObject({
      login: { ...FROM, hostname: 'GIVEN', time: '2026-11-16T09:00:00.123000Z' },
    });
    expect(readLine(line, { ...OPTIONS, hostname: null })).toMatchObject({
      kind: 'FAILED',
      reason: expect.stringMatching(/^no host name/),
    });
  });

  // https://www.cisco.com/c/en/us/support/docs/ip/telnet/10374-time.html: IOS begins with 1 March.
  test.each([
    `000117: *Mar  1 00:00:12.123: ${SUCCESS}`,
    `*Mar  1 00:00:12: ${SUCCESS}`,
    `117: *Feb 28 19:00:12.123 EST: ${SUCCESS}`,
  ])('the time of a clock that was not set fails: %s', (line) => {
    expect(readLine(line)).toMatchObject({
      kind: 'FAILED',
      reason: expect.stringMatching(/^the clock of the device was not set/),
    });
  });

  test.each([
    `000117: .Mar  1 10:00:00.123: ${SUCCESS}`,
    `000117: Mar  1 10:00:00.123: ${SUCCESS}`,
    `000117: *Mar 11 10:00:00.123: ${SUCCESS}`,
    `000117: *Mar  1 2026 10:00:00.123: ${SUCCESS}`,
  ])('the time of another clock does not: %s', (line) => {
    expect(readLine(line)).toHaveProperty('login');
  });

  test('a time in UTC needs no time zone, and another time does', () => {
    const withoutZone = { ...OPTIONS, timeZone: null };
    expect(readLine(`117: Nov 16 09:00:00.000 UTC: ${SUCCESS}`, withoutZone)).toHaveProperty('login');
    expect(readLine(`117: Nov 16 09:00:00.000 CET: ${SUCCESS}`, withoutZone)).toMatchObject({
      kind: 'FAILED',
      reason: expect.stringMatching(/^no time zone/),
    });
  });

  const device = (text: string): any => readLine(`Nov 16 10:00:00 rtr1 117: Nov 16 10:00:00: ${text}`);

  test('a failed login, also one whose name an attacker chose', () => {
    const reason = '[localport: 22] [Reason: Login Authentication Failed] at 09:00:00 UTC Mon Nov 16 2026';
    const failed = (user: string): string =>
      `%SEC_LOGIN-4-LOGIN_FAILED: Login failed [user: ${user}] [Source: 10.0.0.9] ${reason}`;
    expect(device(failed('ana'))).toMatchObject({ login: { ...FROM, loginSuccessful: false } });
    expect(device(failed('x] [Source: 9.9.9.9')).login).toMatchObject({
      user: 'x] [Source: 9.9.9.9',
      srcIp: '10.0.0.9',
    });
    expect(device(failed('')).login).toMatchObject({ srcIp: '10.0.0.9', loginSuccessful: false });
    expect(device(failed('')).login.user).toBeUndefined();
  });

  test.each(['LOCAL', '0.0.0.0', ''])('the source %j is the console', (source) => {
    const { login } = device(
      `%SEC_LOGIN-5-LOGIN_SUCCESS: Login Success [user: ana] [Source: ${source}] [localport: 0]`,
    );
    expect(login).toMatchObject({ user: 'ana', loginType: 'LOCAL' });
    expect(login.srcIp).toBeUndefined();
  });

  test.each([
    ['%SYS-6-LOGOUT: User ana has exited tty session 2(10.0.0.9)', 'REMOTE'],
    ['%SYS-6-LOGOUT: User ana has exited tty session 0()', 'LOCAL'],
  ])('%s', (text, loginType) => {
    expect(device(text)).toMatchObject({ logout: { user: 'ana', loginType } });
  });

  test.each([
    ['%SYS-5-CONFIG_I: Configured from console by ana on vty0 (10.0.0.9)', 'SKIPPED'],
    [
      "%SSH-5-SSH2_USERAUTH: User 'ana' authentication for SSH2 Session from 10.0.0.9 (tty = 0) using crypto cipher 'aes256-ctr', hmac 'hmac-sha2-256' Succeeded",
      'SKIPPED',
    ],
    ['%LINK-3-UPDOWN: Interface GigabitEthernet0/1, changed state to up', 'UNRELATED'],
    ['%ACME-5-LOGIN: user ana logged in', 'NOT_UNDERSTOOD'],
  ])('%s: %s', (text, kind) => {
    expect(device(text)).toMatchObject({ kind });
  });
});

describe('Cisco ASA', () => {
  // https://www.cisco.com/c/en/us/td/docs/security/asa/syslog/asa-syslog.html
  const permitted =
    '%ASA-6-605005: Login permitted from 10.0.0.9/50000 to inside:10.0.0.1/ssh for user "ana"';

  test.each([
    ['without a host', `<166>Nov 16 2026 10:00:00: ${permitted}`, 'GIVEN'],
    ['with a host', `<166>Nov 16 2026 10:00:00 asa1 : ${permitted}`, 'asa1'],
    ['behind the header of a collector', `Nov 16 10:00:00 asa1 ${permitted}`, 'asa1'],
    ['of EMBLEM', `<166>:Nov 16 10:00:00 CET: ${permitted}`, 'GIVEN'],
  ])('a line %s', (_, line, hostname) => {
    expect(readLine(line)).toMatchObject({
      login: {
        ...FROM,
        hostname,
        time: '2026-11-16T09:00:00.000000Z',
        loginSuccessful: true,
        srcPort: 50000,
        destIp: '10.0.0.1',
      },
    });
  });

  test('a failed login hides the name of an unknown user', () => {
    const { login } = readLine(
      'Nov 16 10:00:00 asa1 %ASA-6-605004: Login denied from 10.0.0.9/50000 to outside:10.0.0.1/https for user "*****"',
    );
    expect(login).toMatchObject({ srcIp: '10.0.0.9', loginSuccessful: false });
    expect(login.user).toBeUndefined();
  });

  test('a login at the console', () => {
    const line = 'Nov 16 10:00:00 asa1 %ASA-6-605005: Login permitted from serial to console for user "ana"';
    expect(readLine(line)).toMatchObject({
      login: { user: 'ana', loginType: 'LOCAL', loginSuccessful: true },
    });
  });

  test('a logout', () => {
    expect(readLine('Nov 16 10:00:00 asa1 %ASA-5-611103: User logged out: Uname: ana')).toMatchObject({
      logout: { hostname: 'asa1', user: 'ana' },
    });
  });
});

describe('MikroTik', () => {
  const device = (text: string): any => readLine(`Nov 16 10:00:00 gw1 ${text}`);

  test.each([
    ['system,info,account user ana logged in from 10.0.0.9 via winbox', true],
    ['system,info,account: user ana logged in from 10.0.0.9 via ssh', true],
    ['system,error,critical login failure for user ana from 10.0.0.9 via ssh', false],
  ])('%s', (text, loginSuccessful) => {
    expect(device(text)).toMatchObject({ login: { ...FROM, hostname: 'gw1', loginSuccessful } });
  });

  test('a login from a MAC address has no address of IP', () => {
    const { login } = device('system,info,account user ana logged in from 00:11:22:33:44:55 via winbox');
    expect(login).toMatchObject({ user: 'ana', loginType: 'REMOTE' });
    expect(login.srcIp).toBeUndefined();
  });

  test('a logout, and a login at the console', () => {
    expect(device('system,info,account user ana logged out from 10.0.0.9 via ssh')).toMatchObject({
      logout: { user: 'ana', loginType: 'REMOTE' },
    });
    expect(device('system,info,account user ana logged in via local')).toMatchObject({
      login: { user: 'ana', loginType: 'LOCAL' },
    });
  });

  test('other messages', () => {
    expect(device('system,info device changed by ana')).toMatchObject({ kind: 'UNRELATED' });
    expect(device('system,info,account user ana does something new')).toMatchObject({
      kind: 'NOT_UNDERSTOOD',
    });
  });
});
