import { beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';

import { rebuildSessions } from '../../src/domain/rebuildSessions.ts';
import { useDatabase } from '../support/database.ts';
import { clear, expectedSessions, itemsOf, store, storedSessions } from '../support/sessionItems.ts';
import type { Item } from '../support/sessionItems.ts';
import { samples } from '../support/samples.ts';

const database = useDatabase();
const HOSTS = ['A', 'BB', 'CCC'];

/** Makes sessions missing, superfluous or wrong, as an earlier version may have left them. */
const COLUMNS = `hostname, login_id, started_at, start_id, start_reason, src_ips, last_at, last_id, own_last_at, lock_count, unlock_count,
  reconnect_count, state, state_since, is_diverted, over_at, duration_rank`;
/** Those after the key. */
const VALUES = `'LOGIN', '{}', now(), gen_random_uuid(), now(), 0, 0, 0, 'ACTIVE', now(), false, now(), now()`;

const damage = async (): Promise<void> => {
  await database().writePool.query(`delete from session where right(start_id::text, 1) < '6'`);
  await database().writePool.query(
    `update session set lock_count = 77, ended_at = null, end_reason = null, end_id = null, over_at = '9999-12-31T23:59:59.999999Z'
     where right(start_id::text, 1) < 'a'`,
  );
  await database().writePool.query(
    `insert into session (${COLUMNS}) select hostname, '0x99', '2026-11-16T05:00:00Z', gen_random_uuid(), ${VALUES} from host`,
  );
};

const listen = (): void => undefined;

const anEventOf = (host: string): Item[] =>
  fc
    .sample(itemsOf([host], 12), 20)
    .flat()
    .filter((item) => 'event' in item)
    .slice(0, 1);

/** Creates the partition of the month. A rebuild does not touch sessions before the earliest partition, as after retention. */
beforeAll(async () => {
  await store(database(), anEventOf('A'));
});

describe('a rebuild', () => {
  test('replaces any stored sessions with those of the events during ingest', async () => {
    await fc.assert(
      fc.asyncProperty(itemsOf(HOSTS, 40), fc.nat(40), async (items, cut) => {
        await clear(database());
        await store(database(), items.slice(0, cut));
        await damage();
        await Promise.all([rebuildSessions(database(), listen), store(database(), items.slice(cut))]);
        expect(await storedSessions(database())).toEqual(expectedSessions(items));
      }),
      samples(30),
    );
  });

  test('does not change correct sessions', async () => {
    const [items] = fc.sample(itemsOf(HOSTS, 40), 1);
    await clear(database());
    await store(database(), items ?? []);
    expect(await rebuildSessions(database(), listen)).toMatchObject({ changed: 0, left: 0 });
  });

  test('resumes an interrupted one, and starts again from the first host after a complete one', async () => {
    await clear(database());
    await store(
      database(),
      HOSTS.flatMap((host) => anEventOf(host)),
    );
    const cutOff = new AbortController();
    const done: string[] = [];
    const onHost = (hostname: string): void => {
      done.push(hostname);
      cutOff.abort();
    };
    await rebuildSessions(database(), onHost, cutOff.signal);
    expect(done).toEqual(['A']);
    await rebuildSessions(database(), onHost);
    expect(done).toEqual(HOSTS);
    await rebuildSessions(database(), onHost);
    expect(done).toEqual([...HOSTS, ...HOSTS]);
  });

  test('starts again from the first host if an interrupted one had another SILENCE', async () => {
    await clear(database());
    await store(
      database(),
      HOSTS.flatMap((host) => anEventOf(host)),
    );
    const cutOff = new AbortController();
    const halfSilence = { ...database(), silenceUs: database().silenceUs / 2 };
    await rebuildSessions(halfSilence, () => cutOff.abort(), cutOff.signal);
    const done: string[] = [];
    await rebuildSessions(database(), (hostname) => void done.push(hostname));
    expect(done).toEqual(HOSTS);
  });

  test('runs in one process at a time', async () => {
    await clear(database());
    await store(database(), fc.sample(itemsOf(HOSTS, 40), 1)[0] ?? []);
    const both = await Promise.all([
      rebuildSessions(database(), listen),
      rebuildSessions(database(), listen),
    ]);
    expect(both.filter((rebuild) => rebuild === null)).toHaveLength(1);
  });

  test('does not change sessions whose first events retention has dropped', async () => {
    await clear(database());
    await store(database(), fc.sample(itemsOf(['A'], 24), 1)[0] ?? []);
    await database().writePool.query('truncate session_event');
    await database().writePool.query(
      `insert into session (${COLUMNS}) select 'A', '0x1', '2020-01-01T00:00:00Z', gen_random_uuid(), ${VALUES} on conflict do nothing`,
    );
    const before = await storedSessions(database());
    const kept = before.filter((row) => 'loginId' in row && row.loginId === '0x1');
    expect(await rebuildSessions(database(), listen)).toMatchObject({ left: 1 });
    expect(await storedSessions(database())).toEqual(kept);
  });
});
