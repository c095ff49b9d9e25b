import { describe, expect, test } from '@jest/globals';

import { mapLogind } from '../../../src/sensors/linux/mapLogind.ts';

const NO_PERSON = 'systemd-logind: a greeter, user manager or similar: not a user session';

describe('messages of systemd-logind', () => {
  test.each([
    ['New session 12 of user ana.', { id: '12', user: 'ana' }],
    ["New session '12' of user 'ana' with class 'user' and type 'tty'.", { id: '12', user: 'ana' }],
    ["New session '12' of user 'ana' with class 'user-early' and type 'x11'.", { id: '12', user: 'ana' }],
    ['New session 12 of user CORP\\ana.b.', { id: '12', user: 'CORP\\ana.b' }],
  ])('%s', (text, session) => {
    expect(mapLogind(text)).toEqual({
      kind: 'SESSION_START',
      sensorEvent: 'logind New session',
      reason: null,
      ...session,
    });
  });

  test.each(['manager', 'manager-early', 'greeter', 'lock-screen', 'background', 'none'])(
    'a session of class %s is not a user session',
    (kind) => {
      const text = `New session '2' of user 'ana' with class '${kind}' and type 'unspecified'.`;
      expect(mapLogind(text)).toMatchObject({ kind: 'SESSION_START', id: '2', reason: NO_PERSON });
    },
  );

  test.each([
    'New session c1 of user gdm.',
    "New session 'c1' of user 'sddm' with class 'greeter' and type 'wayland'.",
    'Removed session c1.',
    'Session c1 logged out. Waiting for processes to exit.',
  ])('%s is not about a user session', (text) => {
    expect(mapLogind(text)).toMatchObject({ kind: 'SKIPPED', reason: NO_PERSON });
  });

  test.each([
    'Removed session 12.',
    "Removed session '12'.",
    'Session 12 logged out. Waiting for processes to exit.',
    "Session '12' logged out. Waiting for processes to exit.",
  ])('%s', (text) => {
    expect(mapLogind(text)).toEqual({ kind: 'SESSION_END', sensorEvent: 'logind session ended', id: '12' });
  });

  test.each([
    'System is powering down.',
    'System is powering down (hypervisor initiated shutdown).',
    'System is powering down',
    'System is rebooting.',
    'System is rebooting with kexec.',
    'System is halting.',
  ])('%s stops the host', (text) => {
    expect(mapLogind(text)).toEqual({ kind: 'HOST_STOP', sensorEvent: 'logind shutdown' });
  });

  test.each([
    'Powering off...',
    'Power key pressed short.',
    'The system will power off now!',
    'The system will reboot at Mon 2026-11-16 18:00:00 UTC!',
    'System is rebooted.',
    'New session 12 of user System is rebooting.',
  ])('%s does not prove that the host stops', (text) => {
    expect(mapLogind(text).kind).not.toBe('HOST_STOP');
  });

  test.each(['New seat seat0.', 'Watching system buttons on /dev/input/event1 (Sleep Button)', ''])(
    '%j is neither the start nor the end of a session',
    (text) => {
      expect(mapLogind(text)).toMatchObject({
        kind: 'SKIPPED',
        reason: 'systemd-logind: neither the start nor the end of a session',
      });
    },
  );
});
