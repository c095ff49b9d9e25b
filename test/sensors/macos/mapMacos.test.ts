import { describe, expect, test } from '@jest/globals';

import { NO_OPTIONS } from '../../../src/sensors/sensor.ts';
import { lineAt, listEvents, readFiles } from '../linux/syslogLines.ts';

const OPTIONS = { ...NO_OPTIONS, hostname: 'MAC1' };

const readText = (program: string, text: string): any => {
  const line = `2026-11-16 10:00:00.000000+0100  localhost ${program}: ${text}`;
  const [outcome] = readFiles([[line]], OPTIONS);
  return outcome !== undefined && 'event' in outcome ? outcome.event : outcome;
};

const COMMON = { hostname: 'MAC1', time: '2026-11-16T09:00:00.000000Z' };

describe('the programs of macOS', () => {
  // https://man.freebsd.org/cgi/man.cgi?pututxline(3) of macOS: it logs each record.
  test.each([
    ['loginwindow[140]', '140 console', 'INTERACTIVE', '0x8c'],
    ['login[900]', '900 ttys000', 'LOCAL', '0x384'],
  ])('%s logs the start and the end of a session without the user', (program, record, loginType, loginId) => {
    const session = { ...COMMON, loginId, loginType };
    const { login } = readText(program, `USER_PROCESS: ${record}`);
    expect(login).toMatchObject({ ...session, loginSuccessful: true });
    expect(login.user).toBeUndefined();
    expect(readText(program, `DEAD_PROCESS: ${record}`)).toMatchObject({ logout: session });
  });

  // system.log has the title of the process and no other line about the login; the unified log has both.
  test('sshd logs the start and the end of a session with the user in its title', () => {
    const text = (state: string): string => `ana [priv][901]: ${state}_PROCESS: 905 ttys001`;
    const session = { hostname: 'web01', user: 'ana', loginId: '0x385', loginType: 'REMOTE' };
    expect(
      listEvents([lineAt(0, 'sshd-session', text('USER')), lineAt(9, 'sshd', text('DEAD'))]),
    ).toMatchObject([{ login: { ...session, loginSuccessful: true } }, { logout: session }]);
    const { login } = readText('sshd[901]', 'USER_PROCESS: 905 ttys001');
    expect(login).toMatchObject({ ...COMMON, loginId: '0x385', loginType: 'REMOTE' });
    expect(login.user).toBeUndefined();
  });

  test('sshd repeats with USER_PROCESS the login that it accepted', () => {
    const lines = [
      'Accepted password for ana from 10.0.0.9 port 50000 ssh2',
      'USER_PROCESS: 905 ttys001',
    ].map((text) => `2026-11-16 10:00:00.000000+0100  localhost sshd[901]: ${text}`);
    expect(readFiles([lines], OPTIONS)).toMatchObject([
      { event: { login: { user: 'ana', loginId: '0x385' } } },
      { kind: 'SKIPPED', reason: 'PAM session opened: repeats Accepted' },
    ]);
  });

  test('shutdown logs the end of the host', () => {
    expect(readText('shutdown[15]', 'SHUTDOWN_TIME: 1794819600 123456')).toMatchObject({ hostStop: COMMON });
    expect(readText('shutdown[15]', 'halt by ana')).toMatchObject({ kind: 'UNRELATED' });
  });

  // https://github.com/wazuh/wazuh/tree/main/ruleset/testing/tests: macOS
  const notify = (state: string, by = 'userID'): string =>
    `[com.apple.loginwindow.logging:Standard] -[SessionAgentNotificationCenter sendBSDNotification:forUserID:] | sendBSDNotification: com.apple.sessionagent.screenIs${state}, with ${by}:501`;

  test.each(['userID', 'object'])('the login window logs a lock and an unlock with %s', (by) => {
    const session = { ...COMMON, loginId: '0x8c', uid: '501' };
    expect(readText('loginwindow[140]', notify('Locked', by))).toMatchObject({ lock: session });
    expect(readText('loginwindow[140]', notify('Unlocked', by))).toMatchObject({ unlock: session });
    const toOthers = `-[SessionAgentNotificationCenter sendDistributedNotification:forUserID:] | sendDistributedNotification: com.apple.screenIsLocked, with ${by}:501`;
    expect(readText('loginwindow[140]', toOthers)).toMatchObject({
      kind: 'SKIPPED',
      reason: 'macOS: repeats the notification of a lock or unlock',
    });
  });

  test('another program that quotes the notification locks nothing', () => {
    expect(readText('acme[9]', notify('Locked'))).not.toHaveProperty('lock');
  });

  // https://github.com/fail2ban/fail2ban: screensharingd
  test.each([
    ['SUCCEEDED', 'ana', true],
    ['FAILED', 'a :: Viewer Address: 9.9.9.9 :: Type: DH', false],
  ])('screen sharing: %s, %s', (result, user, loginSuccessful) => {
    const text = `Authentication: ${result} :: User Name: ${user} :: Viewer Address: 10.0.0.9 :: Type: DH`;
    const { login } = readText('screensharingd[77]', text);
    expect(login).toMatchObject({ ...COMMON, user, loginType: 'RDP', loginSuccessful, srcIp: '10.0.0.9' });
    // One process serves all viewers.
    expect(login.loginId).toBeUndefined();
  });

  test.each([
    ['SecurityAgent[920]', 'User info context values set for ana'],
    ['authorizationhost[921]', 'Failed to authenticate user <ana> (error: 9).'],
  ])('%s checks passwords for other programs', (program, text) => {
    expect(readText(program, text)).toMatchObject({ kind: 'SKIPPED' });
  });
});
