import { expect, test } from '@jest/globals';
import fc from 'fast-check';

import { withMaintenanceLock } from '../../src/db/withMaintenanceLock.ts';
import type { Database } from '../../src/db/client.ts';
import { eraseBatch, eraseNamelessBatch } from '../../src/db/erasure/eraseBatch.ts';
import type { Erasure } from '../../src/db/erasure/erasure.ts';
import { eraseEvents, finishErasures } from '../../src/domain/eraseEvents.ts';
import { maintainDatabase } from '../../src/domain/maintainDatabase.ts';
import { makeContextEventUuid, makeEventUuid } from '../../src/model/identity.ts';
import { hasFixedLoginId } from '../../src/model/session/isStitched.ts';
import { useDatabase } from '../support/database.ts';
import {
  clear,
  expectedSessions,
  itemsOf,
  contextsIn,
  store,
  storedSessions,
} from '../support/sessionItems.ts';
import type { Item } from '../support/sessionItems.ts';
import { sessionsOf } from '../support/sessionOracle.ts';
import type { OracleSession } from '../support/sessionOracle.ts';
import { readStitched } from '../support/sessions/readStitched.ts';
import { samples } from '../support/samples.ts';

const erased = useDatabase();
const fresh = useDatabase();
const HOSTS = ['A', 'BB', 'CCC'];
const NOTHING: Erasure = { hostname: null, account: null, from: null, until: null, source: null };

const erasures = fc.oneof(
  fc.record({
    hostname: fc.constantFrom(...HOSTS),
    account: fc.constant(null),
    from: fc.constantFrom(null, '2026-11-16T00:00:00.000003Z', '2026-11-16T01:00:00.000005Z'),
    until: fc.constantFrom(null, '2026-11-16T01:00:00.000007Z', '2026-11-16T02:00:00.000005Z'),
    source: fc.constantFrom(null, null, 'w/x', 'w/1'),
  }),
  fc
    .constantFrom('u0', 'u1')
    .map((userName): Erasure => ({ ...NOTHING, account: { userDomain: 'CORP', userName } })),
);

/** Whether an item is within the bounds of an erasure, regardless of its account. */
const isWithin = (entry: Item, { hostname, from, until, source }: Erasure): boolean => {
  const item = 'event' in entry ? entry.event : entry.context;
  return (
    (hostname === null || item.hostname === hostname) &&
    (from === null || item.time >= from) &&
    (until === null || item.time < until) &&
    (source === null || item.sourceId?.startsWith(source) === true)
  );
};

/** The user of an item; null for one that names none, undefined for one that never does. */
const userOf = (entry: Item): string | null | undefined => {
  if ('event' in entry) return entry.event.user;
  return entry.context.kind === 'DISCONNECT' ? entry.context.user : undefined;
};

/** Whether an item names the account, or names no user and is in a session of the account. */
const isOf = (entry: Item, userName: string, sessions: readonly OracleSession[]): boolean => {
  if ('context' in entry && entry.context.kind !== 'DISCONNECT') return false;
  const fact = 'context' in entry ? entry.context : entry.event;
  if ('user' in fact && fact.user !== null) return fact.userName === userName;
  return sessions.some(({ user, members }) => user === `CORP\\${userName}` && members.includes(fact.uuid));
};

const keptOf = (items: readonly Item[], erasure: Erasure): readonly Item[] => {
  const sessions = sessionsOf(
    items.flatMap((entry) => ('event' in entry ? [entry.event] : [])),
    contextsIn(items),
  );
  return items.filter(
    (entry) =>
      !isWithin(entry, erasure) ||
      (erasure.account !== null && !isOf(entry, erasure.account.userName, sessions)),
  );
};

/** All stored records, without their times of ingest. */
const storedIn = async (database: Database): Promise<object> => {
  const rowsOf = async (statement: string): Promise<unknown> =>
    (await database.writePool.query(statement)).rows;
  return {
    sessions: await storedSessions(database),
    events: await rowsOf('select hostname, time, id from session_event order by 1, 2, 3'),
    contextEvents: await rowsOf('select hostname, time, id, kind from context_event order by 1, 2, 3'),
    hosts: await rowsOf('select * from host order by 1'),
    accounts: await rowsOf('select * from account order by 1, 2'),
    loginDomains: await rowsOf('select * from login_domain order by 1, 2'),
    notes: await rowsOf(`select name from maintenance_progress where name like 'ERASED%'`),
  };
};

const runs = fc.record({ items: itemsOf(HOSTS, 40), erasure: erasures });

test('the database is then as if the erased events had never been ingested', async () => {
  await fc.assert(
    fc.asyncProperty(runs, async ({ items, erasure }) => {
      const kept = keptOf(items, erasure);
      await clear(erased());
      await clear(fresh());
      await store(erased(), items);
      await store(fresh(), kept);
      const report = await eraseEvents(erased(), erasure);
      expect(await storedIn(erased())).toEqual(await storedIn(fresh()));
      const nameless = (report?.hosts ?? []).reduce((sum, host) => sum + host.eventsWithoutUser, 0);
      const gone = items.filter((item) => !kept.includes(item) && userOf(item) === null);
      expect(nameless).toBe(erasure.account === null ? 0 : gone.length);
      const count = (report?.hosts ?? []).reduce((sum, host) => sum + host.events + host.contextEvents, 0);
      expect(count).toBe(items.length - kept.length);
      if (erasure.account !== null)
        expect(report?.left).toEqual({ events: 0, contextEvents: 0, sessions: 0, accounts: 0 });
    }),
    samples(30),
  );
});

test('the result is the same during ingest', async () => {
  await fc.assert(
    fc.asyncProperty(runs, fc.nat(40), async ({ items, erasure }, cut) => {
      // Without events that name no user: whether those are in a session of the account depends on what was ingested in the meantime.
      const known = items.filter((item) => erasure.account === null || userOf(item) !== null);
      const late = keptOf(known.slice(cut), erasure);
      const early = known.slice(0, cut);
      const kept = [...keptOf(early, erasure), ...late];
      await clear(erased());
      await clear(fresh());
      await store(erased(), early);
      await store(fresh(), kept);
      await Promise.all([eraseEvents(erased(), erasure), ...late.map((item) => store(erased(), [item]))]);
      expect(await storedIn(erased())).toEqual(await storedIn(fresh()));
      expect(await storedSessions(erased())).toEqual(expectedSessions(kept));
    }),
    samples(20),
  );
});

test('the next erasure, of any records, finishes an interrupted one', async () => {
  await fc.assert(
    fc.asyncProperty(itemsOf(['A'], 24), async (items) => {
      const erasure = { ...NOTHING, hostname: 'A' as const, until: '2026-11-16T01:00:00.000005Z' };
      await clear(erased());
      await clear(fresh());
      await store(erased(), items);
      await store(fresh(), keptOf(items, erasure));
      await eraseBatch(erased(), erasure);
      await finishErasures(erased());
      expect(await storedIn(erased())).toEqual(await storedIn(fresh()));
      // An erasure of other records finishes it, too.
      await clear(erased());
      await store(erased(), items);
      await eraseBatch(erased(), erasure);
      await eraseEvents(erased(), { ...NOTHING, hostname: 'NOWHERE' });
      expect(await storedIn(erased())).toEqual(await storedIn(fresh()));
    }),
    samples(20),
  );
});

test('the same erasure resumes one that was interrupted after the events without a user', async () => {
  await fc.assert(
    fc.asyncProperty(itemsOf(['A'], 40), async (items) => {
      const erasure = { ...NOTHING, account: { userDomain: 'CORP', userName: 'u1' } };
      await clear(erased());
      await clear(fresh());
      await store(erased(), items);
      await store(fresh(), keptOf(items, erasure));
      await eraseNamelessBatch(erased(), { ...erasure, hostname: 'A' });
      await eraseEvents(erased(), erasure);
      expect(await storedIn(erased())).toEqual(await storedIn(fresh()));
    }),
    samples(20),
  );
});

test('an erasure of an account deletes only its own sessions, also those whose events retention has dropped', async () => {
  const items = fc
    .sample(itemsOf(['A'], 40), 500)
    .map((some) => some.filter((entry) => 'event' in entry))
    .find((some) => ofAccount(some, 'u1') && ofAccount(some, 'u2'));
  await clear(erased());
  await store(erased(), items ?? []);
  await erased().writePool.query('truncate session_event');
  const before = await storedSessions(erased());
  const report = await eraseEvents(erased(), { ...NOTHING, account: { userDomain: 'CORP', userName: 'u1' } });
  expect(report?.sessions).toBeGreaterThan(0);
  expect(report?.left).toEqual({ events: 0, contextEvents: 0, sessions: 0, accounts: 0 });
  const kept = before.filter((row) => !('user' in row && row.user === 'CORP\\u1'));
  expect(await storedSessions(erased())).toEqual(kept);
});

/** Login ids are reused, on Linux after each restart, so retention may have dropped older events of the same login id. */
test('sessions of login ids whose older events retention has dropped are updated correctly', async () => {
  const erasure = { ...NOTHING, hostname: 'A', from: '2026-11-02T00:00:00.000000Z' };
  const restart: Item = {
    context: {
      kind: 'HOST_START',
      uuid: '00000000-0000-8000-8000-000000000001',
      time: '2026-11-01T00:00:00.000000Z',
      hostname: 'A',
      sourceId: null,
    },
  };
  await fc.assert(
    fc.asyncProperty(
      itemsOf(['A'], 24),
      itemsOf(['A'], 24),
      erasures,
      async (old, items, { until, source }) => {
        const bounds = { ...erasure, until, source };
        const older = [
          ...withRememberedFacts(old.filter((item) => !judgesOthers(item))).map(aMonthEarlier),
          restart,
        ];
        for (const [database, stored] of [
          [erased(), items],
          [fresh(), keptOf(items, bounds)],
        ] as const) {
          await clear(database);
          await store(database, [...older, ...stored]);
          await maintainDatabase(database, { events: '2026-11-01T00:00:00.000000Z', audit: null });
        }
        await eraseEvents(erased(), bounds);
        expect(await storedSessions(erased())).toEqual(await storedSessions(fresh()));
        expect(await readStitched(erased())).toEqual(await readStitched(fresh()));
      },
    ),
    samples(20),
  );
});

/** Whether events without a uid are judged by a login. After retention has dropped the login, a new stitch cannot judge them as before. */
const judgesOthers = (item: Item): boolean =>
  'event' in item && item.event.action === 'LOGIN' && hasFixedLoginId(item.event);

/** Without disconnects if there are no events: retention does not remember the disconnects of a host of which it drops no event. */
const withRememberedFacts = (items: readonly Item[]): readonly Item[] =>
  items.some((item) => 'event' in item)
    ? items
    : items.filter((item) => 'event' in item || item.context.kind !== 'DISCONNECT');

const aMonthEarlier = (entry: Item): Item => {
  if ('context' in entry) {
    const { context } = entry;
    const earlier = { ...context, time: inOctober(context.time) };
    return { context: { ...earlier, uuid: makeContextEventUuid(earlier) } };
  }
  const event = { ...entry.event, time: inOctober(entry.event.time) };
  return { event: { ...event, uuid: makeEventUuid(event) } };
};

const inOctober = (time: string): string => time.replace('-11-', '-10-');

const ofAccount = (items: readonly Item[], userName: string): boolean =>
  expectedSessions(items).some((row) => 'user' in row && row.user === `CORP\\${userName}`);

test('nothing is erased while a partition is half dropped or another process maintains the database', async () => {
  await clear(erased());
  await store(erased(), fc.sample(itemsOf(['A'], 24), 1)[0] ?? []);
  const maintained = await withMaintenanceLock(erased(), async () => ({
    report: await eraseEvents(erased(), { ...NOTHING, hostname: 'A' }),
  }));
  expect(maintained).toEqual({ report: null });
  await erased().writePool.query('create table session_event_y2001 (like session_event)');
  await expect(eraseEvents(erased(), { ...NOTHING, hostname: 'A' })).rejects.toThrow(/session_event_y2001/);
  await erased().writePool.query('drop table session_event_y2001');
});
