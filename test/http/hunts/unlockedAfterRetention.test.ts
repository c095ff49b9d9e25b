import { beforeAll, expect, test } from '@jest/globals';

import { maintainDatabase } from '../../../src/domain/maintainDatabase.ts';

import { useApi } from '../../support/api.ts';
import { useDatabase } from '../../support/database.ts';
import { makeAsk } from '../../support/hunts/makeAsk.ts';
import type { FactDraft } from '../../support/sessions/facts.ts';
import { addMicros, HOUR } from '../../support/sessions/micros.ts';
import { identify, storeFacts } from '../../support/sessions/storeFacts.ts';
import type { OracleEvent } from '../../support/sessions/types.ts';

const database = useDatabase();
const api = useApi(database);

/** Retention drops whole partitions. The clock decides which months have partitions of their own. */
const KEPT_FROM = `${new Date().getUTCFullYear() - 1}-07-01T00:00:00.000000Z`;

const hours = (count: number): string => addMicros(KEPT_FROM, count * HOUR);

const anEvent = (action: OracleEvent['action'], loginId: string, time: string): OracleEvent => {
  const draft: FactDraft = {
    kind: 'EVENT',
    action,
    hostname: 'HOST1',
    time,
    loginId,
    loginType: 'RDP',
    user: null,
    userDomain: null,
    userName: null,
    uid: null,
    sourceId: null,
    ...(action === 'LOGIN' && { loginSuccessful: true }),
  };
  return { ...draft, uuid: identify(draft) };
};

/** Two sessions whose logins retention drops; only the second one has a later event. */
beforeAll(async () => {
  await storeFacts(database(), [
    anEvent('LOGIN', '0x1', hours(-1)),
    anEvent('LOGIN', '0x2', hours(-1)),
    anEvent('RECONNECT', '0x2', hours(1)),
  ]);
  await maintainDatabase(database(), { events: KEPT_FROM, audit: null });
});

const select = 'session { loginId }';

test('neverLocked counts from the first event that retention has kept', async () => {
  const ask = makeAsk({
    root: 'hunts',
    field: 'neverLocked',
    variables: { range: 'TimeRange!', minDuration: 'Duration!', includeUnknown: 'Boolean!' },
    select: `${select} durationSeconds`,
  });
  const range = { from: hours(0), until: hours(12) };
  for (const includeUnknown of [false, true]) {
    const { matches } = await ask(api(), { range, minDuration: 'PT1H', includeUnknown });
    expect(matches).toMatchObject([{ session: { loginId: '0x2' }, durationSeconds: 11 * 3600 }]);
  }
});

test('unlockedAt counts a session as unlocked from the first event that retention has kept', async () => {
  const ask = makeAsk({
    root: 'hunts',
    field: 'unlockedAt',
    variables: { at: 'DateTime!', minUnlocked: 'Duration!' },
    select: `${select} unlockedSince`,
  });
  expect((await ask(api(), { at: hours(3), minUnlocked: 'PT1H' })).matches).toMatchObject([
    { session: { loginId: '0x2' }, unlockedSince: hours(1) },
  ]);
  expect((await ask(api(), { at: hours(3), minUnlocked: 'PT3H' })).matches).toEqual([]);
});
