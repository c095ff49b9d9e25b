import { describe, expect, test } from '@jest/globals';

import {
  aMessage,
  atLogin,
  atLoginWindow,
  byScreenSharing,
  bySsh,
  instigator,
  listEvents,
  listFates,
} from './santaMessages.ts';

const EVENT_ID = '9f86d081884c7d659a2feaa0c55ad015';
const COMMON = { time: '2026-11-16T09:00:00.123456Z', hostname: 'MAC1' };
/** The login id of pid 4711 with version 9001. */
const SSH_ID = `0x${(9001n * 2n ** 32n + 4711n).toString(16)}`;

describe('the login window', () => {
  const SCREEN = { ...COMMON, user: 'ana', uid: '501', loginId: '0x101' };

  test.each(['login', 'logout', 'lock', 'unlock'])('%s belongs to the graphical session', (action) => {
    const type = action.startsWith('log') ? { loginType: 'INTERACTIVE' } : {};
    const success = action === 'login' ? { loginSuccessful: true } : {};
    expect(listEvents([aMessage(atLoginWindow(action))])).toEqual([
      { [action]: { ...SCREEN, ...type, ...success, sourceId: `santa/${EVENT_ID}/${action}` } },
    ]);
  });

  test.each([[{ id: 0 }], [{ id: 4_294_967_295 }], [{}], [undefined]])(
    'session %j is not known',
    (graphical_session) => {
      const [event] = listEvents([aMessage(atLoginWindow('lock', { graphical_session }))]);
      expect(event).toEqual({ lock: expect.objectContaining({ user: 'ana', loginId: undefined }) });
    },
  );
});

describe('ssh', () => {
  test('a session: login from an address, and its end by the same process', () => {
    const success = bySsh('login', { result: 'RESULT_AUTH_SUCCESS' });
    const common = { ...COMMON, user: 'ana', uid: '501', loginId: SSH_ID, loginType: 'REMOTE' };
    expect(listEvents([aMessage(success), aMessage(bySsh('logout'))])).toEqual([
      {
        login: {
          ...common,
          srcIp: '10.0.0.9',
          loginSuccessful: true,
          sourceId: `santa/${EVENT_ID}/login`,
        },
      },
      { logout: { ...common, srcIp: '10.0.0.9', sourceId: `santa/${EVENT_ID}/logout` } },
    ]);
  });

  test('its id is never that of a graphical session', () => {
    const [event] = listEvents([
      aMessage(
        bySsh('login', { result: 'RESULT_AUTH_SUCCESS', ...instigator({ pid: 257, pidversion: -2 }) }),
      ),
    ]);
    expect(event).toMatchObject({ login: { loginId: '0xfffffffe00000101' } });
    const nameless = bySsh('login', { result: 'RESULT_AUTH_SUCCESS', instigator: { id: { pid: 257 } } });
    expect(listEvents([aMessage(nameless)])).toEqual([
      { login: expect.objectContaining({ loginId: undefined, user: 'ana' }) },
    ]);
  });

  test.each(['PASSWD', 'KBDINT', 'PUBKEY', 'HOSTBASED', 'GSSAPI'])(
    'RESULT_AUTH_FAIL_%s is a failed login without id',
    (method) => {
      const failed = bySsh('login', { result: `RESULT_AUTH_FAIL_${method}`, user: { name: 'admin' } });
      expect(listEvents([aMessage(failed)])).toEqual([
        {
          login: {
            ...COMMON,
            user: 'admin',
            loginType: 'REMOTE',
            loginSuccessful: false,
            srcIp: '10.0.0.9',
            sourceId: `santa/${EVENT_ID}/login`,
          },
        },
      ]);
    },
  );

  test.each([
    ['RESULT_AUTH_FAIL_NONE', 'SKIPPED: RESULT_AUTH_FAIL_NONE: the client asked for the list of methods'],
    ['RESULT_INVALID_USER', 'SKIPPED: RESULT_INVALID_USER: each attempt has its own message'],
    ['RESULT_LOGIN_ROOT_DENIED', 'SKIPPED: RESULT_LOGIN_ROOT_DENIED: repeats the failed attempt'],
    ['RESULT_LOGIN_EXCEED_MAXTRIES', 'SKIPPED: RESULT_LOGIN_EXCEED_MAXTRIES: repeats the failed attempts'],
    ['RESULT_UNKNOWN', 'FAILED: open_ssh login: unknown result'],
    [2, 'FAILED: open_ssh login: unknown result'],
    [undefined, 'FAILED: open_ssh login: unknown result'],
    ['constructor', 'FAILED: open_ssh login: unknown result'],
  ])('%s: %s', (result, fate) => {
    expect(listFates([aMessage(bySsh('login', { result }))])).toEqual([fate]);
  });
});

describe('login(1)', () => {
  test('a session at a terminal', () => {
    const common = { ...COMMON, user: 'ana', uid: '501', loginId: SSH_ID, loginType: 'LOCAL' };
    expect(listEvents([aMessage(atLogin('login', { success: true })), aMessage(atLogin('logout'))])).toEqual([
      { login: { ...common, loginSuccessful: true, sourceId: `santa/${EVENT_ID}/login` } },
      { logout: { ...common, sourceId: `santa/${EVENT_ID}/logout` } },
    ]);
  });

  test('a failed login has no id', () => {
    const failed = { success: false, failure_message: 'bm8=', user: { name: 'admin' } };
    expect(listEvents([aMessage(atLogin('login', failed))])).toEqual([
      {
        login: expect.objectContaining({
          user: 'admin',
          loginType: 'LOCAL',
          loginSuccessful: false,
          loginId: undefined,
        }),
      },
    ]);
  });

  test.each([[undefined], ['true']])('with success %j it fails', (success) => {
    expect(listFates([aMessage(atLogin('login', { success }))])).toEqual([
      'FAILED: login_logout login: success must be true or false',
    ]);
  });
});

describe('screen sharing', () => {
  const RDP = { ...COMMON, loginType: 'RDP', srcIp: '10.0.0.9' };

  test('attaching to a session is a reconnect of it', () => {
    expect(listEvents([aMessage(byScreenSharing('attach'))])).toEqual([
      { reconnect: { ...RDP, user: 'ana', loginId: '0x101', sourceId: `santa/${EVENT_ID}/reconnect` } },
    ]);
  });

  test('without an existing session it is a login of the user who authenticated', () => {
    const fields = { existing_session: false, session_user: undefined };
    expect(listEvents([aMessage(byScreenSharing('attach', fields))])).toEqual([
      {
        login: {
          ...RDP,
          user: 'carol',
          loginId: '0x101',
          loginSuccessful: true,
          sourceId: `santa/${EVENT_ID}/login`,
        },
      },
    ]);
  });

  test('a rejected attempt is a failed login of the user who tried, without a session', () => {
    expect(listEvents([aMessage(byScreenSharing('attach', { success: false }))])).toEqual([
      {
        login: {
          ...RDP,
          user: 'carol',
          loginId: undefined,
          loginSuccessful: false,
          sourceId: `santa/${EVENT_ID}/login`,
        },
      },
    ]);
    // The user of the screen did not try.
    const nobody = { success: false, authentication_user: undefined };
    expect(listEvents([aMessage(byScreenSharing('attach', nobody))])).toMatchObject([
      { login: { user: undefined } },
    ]);
  });

  test('fields that are not set are not known', () => {
    const unset = {
      source: { type: 'TYPE_UNKNOWN' },
      authentication_user: undefined,
      session_user: undefined,
    };
    expect(listEvents([aMessage(byScreenSharing('attach', unset))])).toEqual([
      {
        reconnect: {
          ...RDP,
          srcIp: undefined,
          user: undefined,
          loginId: '0x101',
          sourceId: `santa/${EVENT_ID}/reconnect`,
        },
      },
    ]);
  });

  test('fails if it does not state whether there was a session', () => {
    expect(listFates([aMessage(byScreenSharing('attach', { existing_session: undefined }))])).toEqual([
      'FAILED: screen_sharing attach: existing_session must be true or false',
    ]);
  });
});

describe('a viewer that leaves the screen', () => {
  const attach = (fields: object): object => aMessage(byScreenSharing('attach', { ...fields }));
  const detach = (fields: object = {}): object => aMessage(byScreenSharing('detach', { ...fields }));
  const OPENED = { existing_session: false };
  const JOINED = { existing_session: true };
  const STILL_IN_USE =
    'SKIPPED: screen_sharing detach: the viewer had joined a session, which goes on at the screen';

  test('disconnects the session that it opened', () => {
    expect(listEvents([attach(OPENED), detach()])).toEqual([
      expect.objectContaining({ login: expect.objectContaining({ loginId: '0x101' }) }),
      {
        disconnect: {
          time: '2026-11-16T09:00:00.123456Z',
          hostname: 'MAC1',
          loginId: '0x101',
          srcIp: '10.0.0.9',
          sourceId: `santa/${EVENT_ID}/disconnect`,
        },
      },
    ]);
  });

  test('does not disconnect a session that it joined', () => {
    expect(listFates([attach(JOINED), detach()])).toEqual(['reconnect', STILL_IN_USE]);
  });

  test('is told from another viewer by its address, from another session and host', () => {
    const other = { source: { address: 'MTAuMC4wLjg=', type: 'TYPE_IPV4' } };
    const records = [
      attach(OPENED),
      attach({ ...JOINED, ...other }),
      detach(other),
      detach(),
      detach({ graphical_session: { id: 258 }, ...other }),
      aMessage(byScreenSharing('detach', other), { machine_id: 'MAC2' }),
    ];
    expect(listFates(records)).toEqual([
      'login',
      'reconnect',
      STILL_IN_USE,
      'disconnect',
      'disconnect',
      'disconnect',
    ]);
  });

  test('was refused before does not count as attached', () => {
    expect(listFates([attach(OPENED), attach({ ...JOINED, success: false }), detach()])).toEqual([
      'login',
      'login',
      'disconnect',
    ]);
  });

  test('without a session fails', () => {
    expect(listFates([detach({ graphical_session: undefined })])).toEqual([
      'FAILED: screen_sharing detach: no session',
    ]);
  });
});
