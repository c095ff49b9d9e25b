import { describe, expect, test } from '@jest/globals';

import {
  aMessage,
  atLogin,
  atLoginWindow,
  byScreenSharing,
  bySsh,
  instigator,
} from '../sensors/macos/santaMessages.ts';
import { useApi } from '../support/api.ts';
import { useDatabase } from '../support/database.ts';

const database = useDatabase();
const api = useApi(database);

/** The messages of the host, one per minute from 9:00 on. */
const send = async (machine_id: string, events: readonly Readonly<Record<string, unknown>>[]) => {
  const messages = events.map((event, minute) => {
    const event_time = `2026-11-16T09:${String(minute).padStart(2, '0')}:00.5Z`;
    return aMessage(event, { machine_id, event_time, event_id: `${machine_id}-${minute}` });
  });
  const body = messages.map((message) => JSON.stringify(message)).join('\n');
  const response = await fetch(new URL('/ingest', api().url), { method: 'POST', body });
  return (await response.json()) as unknown;
};

const listSessions = async (hostname: string) => {
  const { data } = await api().query(
    `query ($hostname: String!) { sessions(filter: { hostname: { eq: $hostname } }, order: { field: STARTED, direction: ASCENDING }) {
      nodes { user loginId loginType srcIps startReason startedAt endedAt endReason lockCount unlockCount reconnectCount } } }`,
    { hostname },
  );
  return data.sessions.nodes;
};

describe('a day of a Mac', () => {
  const SUCCESS = { result: 'RESULT_AUTH_SUCCESS' };
  const BEN = { user: { uid: 502, name: 'ben' } };
  /** A process whose pid is the number of the graphical session. */
  const process = instigator({ pid: 257, pidversion: 3 });
  const DAY = [
    atLoginWindow('login'),
    bySsh('login', { ...SUCCESS, ...BEN, ...process }),
    atLoginWindow('lock'),
    byScreenSharing('attach'),
    atLoginWindow('unlock'),
    bySsh('logout', { ...BEN, ...process }),
    // sshd reports the end twice: of the connection and of the process.
    bySsh('logout', { ...BEN, ...process }),
    atLogin('login', { success: true, ...instigator({ pid: 300 }) }),
    byScreenSharing('detach'),
    atLoginWindow('logout'),
    atLogin('logout', { ...instigator({ pid: 300 }) }),
  ];

  test('is three sessions', async () => {
    expect(await send('MAC1', DAY)).toEqual({
      accepted: 10,
      duplicates: 0,
      rejected: 0,
      skipped: 1,
      unrelated: 0,
      notUnderstood: 0,
      errors: [],
    });
    const atAll = { startReason: 'LOGIN', endReason: 'LOGOUT' };
    const counts = { lockCount: 0, unlockCount: 0, reconnectCount: 0 };
    expect(await listSessions('MAC1')).toEqual([
      {
        ...atAll,
        user: 'ana',
        loginId: '0x101',
        loginType: 'INTERACTIVE',
        srcIps: ['10.0.0.9'],
        startedAt: '2026-11-16T09:00:00.500000Z',
        endedAt: '2026-11-16T09:09:00.500000Z',
        lockCount: 1,
        unlockCount: 1,
        reconnectCount: 1,
      },
      {
        ...atAll,
        ...counts,
        user: 'ben',
        loginId: '0x300000101',
        loginType: 'REMOTE',
        srcIps: ['10.0.0.9'],
        startedAt: '2026-11-16T09:01:00.500000Z',
        endedAt: '2026-11-16T09:05:00.500000Z',
      },
      {
        ...atAll,
        ...counts,
        user: 'ana',
        loginId: '0x23290000012c',
        loginType: 'LOCAL',
        srcIps: [],
        startedAt: '2026-11-16T09:07:00.500000Z',
        endedAt: '2026-11-16T09:10:00.500000Z',
      },
    ]);
    expect(await send('MAC1', DAY)).toMatchObject({ accepted: 0, duplicates: 10, rejected: 0 });
  });

  test('whose log begins in the middle has a session from before', async () => {
    await send('MAC2', [atLoginWindow('unlock')]);
    expect(await listSessions('MAC2')).toMatchObject([
      { user: 'ana', loginId: '0x101', startReason: 'FIRST_SEEN', endedAt: null },
    ]);
  });
});
