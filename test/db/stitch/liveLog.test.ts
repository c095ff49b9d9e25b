import { beforeAll, beforeEach, describe, expect, test } from '@jest/globals';

import { makeRequestDatabase } from '../../../src/db/makeRequestDatabase.ts';
import { recordItems } from '../../../src/domain/recordItems.ts';
import type { ContextEventToRecord, EventToRecord } from '../../../src/domain/recordItems.ts';
import { findState } from '../../../src/domain/sessionStates.ts';
import { RULES, useDatabase } from '../../support/database.ts';
import { listenToStatements } from '../../support/listenToStatements.ts';
import { clearFacts, readSessions } from '../../support/sessions/storeFacts.ts';

const database = useDatabase();
const statements: string[] = [];
// Set before the first connection is opened.
beforeAll(() => listenToStatements(database().writePool, (text) => statements.push(text)));
beforeEach(async () => clearFacts(database()));

const at = (minute: number): string => `2026-11-16T09:${String(minute).padStart(2, '0')}:00.000000Z`;

const anEvent = (
  action: 'LOGIN' | 'LOGOUT',
  minute: number,
  loginId: string,
  hostname = 'A',
): EventToRecord => ({
  action,
  input: {
    time: at(minute),
    hostname,
    loginId,
    user: 'CORP\\ana',
    loginType: 'REMOTE',
    ...(action === 'LOGIN' && { loginSuccessful: true }),
  },
});

const aDisconnect = (minute: number, loginId: string): ContextEventToRecord => ({
  kind: 'DISCONNECT',
  input: { time: at(minute), hostname: 'A', loginId },
});

const record = async (
  events: readonly EventToRecord[],
  contextEvents: readonly ContextEventToRecord[] = [],
): Promise<void> => {
  const numbered = <Item extends object>(items: readonly Item[]) =>
    items.map((item, index) => ({ record: index, ...item }));
  await recordItems(
    { database: database(), rules: RULES },
    { events: numbered(events), contextEvents: numbered(contextEvents) },
    () => undefined,
  );
};

/** The statements that read the stored events of pairs. */
const readsOfEvents = (): readonly string[] =>
  statements.filter((text) => /cross join lateral \(select \* from session_event/.test(text));

describe('a batch whose logins follow the last event of their hosts', () => {
  test('reads no stored events', async () => {
    await record([anEvent('LOGIN', 1, '0x1'), anEvent('LOGIN', 2, '0x2', 'B')]);
    statements.length = 0;
    await record([anEvent('LOGIN', 3, '0x3'), anEvent('LOGOUT', 4, '0x1'), anEvent('LOGIN', 4, '0x4', 'B')]);
    expect(readsOfEvents()).toEqual([]);
    expect((await readSessions(database())).map(({ loginId, endedAt }) => [loginId, endedAt])).toEqual([
      ['0x1', at(4)],
      ['0x3', null],
      ['0x2', null],
      ['0x4', null],
    ]);
  });

  test('reads the disconnects that were stored before its logins', async () => {
    await record([], [aDisconnect(5, '0x1')]);
    await record([anEvent('LOGIN', 4, '0x1')]);
    const [session] = await readSessions(database());
    if (session === undefined) throw new Error('There is no session.');
    expect(await findState(makeRequestDatabase(database()), session, at(6))).toBe('DISCONNECTED');
  });
});

describe('a login before the last event of its host', () => {
  test.each([4, 5])('in minute %d of 5 finds the logout that was stored before it', async (minute) => {
    await record([anEvent('LOGOUT', 5, '0x1')]);
    statements.length = 0;
    await record([anEvent('LOGIN', minute, '0x1')]);
    expect(readsOfEvents()).toHaveLength(1);
    expect((await readSessions(database())).map(({ endedAt }) => endedAt)).toEqual([at(5)]);
  });

  test('finds the logout that another batch stored although a later batch of the host was stored between', async () => {
    await record([anEvent('LOGOUT', 5, '0x1'), anEvent('LOGIN', 9, '0x2')]);
    await record([anEvent('LOGIN', 20, '0x3')]);
    await record([anEvent('LOGIN', 4, '0x1')]);
    const ends = (await readSessions(database())).map(({ loginId, endedAt }) => [loginId, endedAt]);
    expect(ends).toEqual([
      ['0x1', at(5)],
      ['0x2', null],
      ['0x3', null],
    ]);
  });
});
