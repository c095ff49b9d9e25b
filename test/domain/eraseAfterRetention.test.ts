import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';

import type { Database } from '../../src/db/client.ts';
import type { Erasure } from '../../src/db/erasure/erasure.ts';
import { makeRequestDatabase } from '../../src/db/makeRequestDatabase.ts';
import { eraseEvents } from '../../src/domain/eraseEvents.ts';
import { maintainDatabase } from '../../src/domain/maintainDatabase.ts';
import { rebuildSessions } from '../../src/domain/rebuildSessions.ts';
import { findEndedAfter } from '../../src/domain/sessionStates.ts';
import { hasFixedLoginId } from '../../src/model/session/isStitched.ts';

import { useDatabase } from '../support/database.ts';
import { samples } from '../support/samples.ts';
import { factsBeforeStartsAndStops, lastProof } from '../support/sessions/endedAfter.ts';
import type { FactDraft } from '../support/sessions/facts.ts';
import { arbitraryFactsAround, SILENCE } from '../support/sessions/facts.ts';
import { readStitched, readStored } from '../support/sessions/readStitched.ts';
import { clearFacts, foldHosts, identify, readSessions, storeFacts } from '../support/sessions/storeFacts.ts';
import type { OracleFact } from '../support/sessions/types.ts';

const database = useDatabase();
const fresh = useDatabase();
const emptied = useDatabase();

/** Retention drops whole partitions. The clock decides which months have partitions of their own. */
const KEPT_FROM = `${new Date().getUTCFullYear() - 1}-07-01T00:00:00.000000Z`;
const NOTHING: Erasure = { hostname: null, account: null, from: null, until: null, source: null };

/** Retention drops twins and the logins that judge facts without a uid, and which facts these concern is unknown afterwards. */
const isForgotten = (fact: OracleFact): boolean =>
  fact.time < KEPT_FROM &&
  fact.kind === 'EVENT' &&
  fact.action === 'LOGIN' &&
  (hasFixedLoginId(fact) || (fact.linkedLoginId ?? null) !== null);

/** The facts of hosts that had an event when retention dropped something, or never had one before. */
const someFacts = arbitraryFactsAround(identify, KEPT_FROM, 30).map((all) => {
  const facts = all.filter((fact) => !isForgotten(fact));
  const dropped = new Set(
    facts.flatMap(({ kind, hostname, time }) => (kind === 'EVENT' && time < KEPT_FROM ? [hostname] : [])),
  );
  return facts.filter(
    ({ kind, hostname, time }) => kind !== 'DISCONNECT' || time >= KEPT_FROM || dropped.has(hostname),
  );
});

const storeAndDrop = async (into: Database, facts: readonly OracleFact[]): Promise<void> => {
  await clearFacts(into);
  await storeFacts(into, facts);
  await maintainDatabase(into, { events: KEPT_FROM, audit: null });
};

const TEXT = `'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'`;

/** The ends of the ranges of activity. */
const readEnds = async ({ writePool }: Database): Promise<readonly { hostname: string; time: string }[]> =>
  (
    await writePool.query(
      `select hostname, to_char(unnest(array[from_at, until_at]), ${TEXT}) as time from host_activity`,
    )
  ).rows;

/** The last facts before host starts. */
const readLastFacts = async ({
  writePool,
}: Database): Promise<readonly { id: string; time: string | null }[]> =>
  (
    await writePool.query(
      `select id, to_char(last_fact_at, ${TEXT}) as time from context_event where kind = 'HOST_START'`,
    )
  ).rows;

const hostsIn = async ({ writePool }: Database): Promise<readonly object[]> =>
  (await writePool.query('select * from host order by 1')).rows;

const domainsIn = async ({ writePool }: Database): Promise<readonly string[]> =>
  (
    await writePool.query<{ user_domain: string }>('select distinct user_domain from login_domain order by 1')
  ).rows.map(({ user_domain: domain }) => domain);

/** Up to when each session is proven, by the uuid of its first event. */
const readProofs = async (from: Database): Promise<ReadonlyMap<string, string | null>> => {
  const db = makeRequestDatabase(from);
  const proofs = (await readSessions(from)).map(
    async (session) => [session.startUuid, await findEndedAfter(db, session, null)] as const,
  );
  return new Map(await Promise.all(proofs));
};

const proofsOf = (facts: readonly OracleFact[]): ReadonlyMap<string, string> =>
  new Map(
    foldHosts(facts, SILENCE).flatMap((host) =>
      host.sessions.map((session) => [session.startUuid, lastProof(host, session)] as const),
    ),
  );

describe('after retention', () => {
  test('sessions, what proves them, and the domains that had a login are as before', async () => {
    await fc.assert(
      fc.asyncProperty(someFacts, async (facts) => {
        await storeAndDrop(database(), facts);
        expect(await readProofs(database())).toEqual(proofsOf(facts));
        const domains = facts.flatMap((fact) =>
          fact.kind === 'EVENT' && fact.loginSuccessful === true && fact.userName !== null
            ? [fact.userDomain ?? '']
            : [],
        );
        expect(await domainsIn(database())).toEqual([...new Set(domains)].toSorted());
      }),
      samples(20),
    );
  });

  test('a rebuild changes nothing', async () => {
    await fc.assert(
      fc.asyncProperty(someFacts, async (facts) => {
        await storeAndDrop(database(), facts);
        const before = [await readStored(database()), await readStitched(database())];
        await rebuildSessions(database(), () => undefined);
        expect([await readStored(database()), await readStitched(database())]).toEqual(before);
      }),
      samples(20),
    );
  });

  test('an erasure of kept facts leaves ranges of activity from fact to fact, and no later last facts', async () => {
    await fc.assert(
      fc.asyncProperty(someFacts, fc.integer({ min: 1, max: 9 }), async (facts, digit) => {
        const erasure = { ...NOTHING, hostname: 'HOST1', from: KEPT_FROM, source: `log/${digit}` };
        const kept = facts.filter(
          ({ hostname, time, sourceId }) =>
            hostname !== erasure.hostname ||
            time < erasure.from ||
            sourceId?.startsWith(erasure.source) !== true,
        );
        await storeAndDrop(database(), facts);
        await eraseEvents(database(), erasure);
        const times = new Set(kept.map(({ hostname, time }) => `${hostname} ${time}`));
        for (const { hostname, time } of await readEnds(database()))
          expect(times).toContain(`${hostname} ${time}`);
        const before = new Map(
          foldHosts(kept, SILENCE)
            .flatMap(factsBeforeStartsAndStops)
            .map(({ fact, before: last }) => [fact.uuid, last?.time ?? '']),
        );
        for (const { id, time } of await readLastFacts(database()))
          expect((time ?? '') <= before.get(id)!).toBe(true);
      }),
      samples(20),
    );
  });

  test('an erasure of a host leaves nothing of it', async () => {
    await fc.assert(
      fc.asyncProperty(someFacts, async (facts) => {
        const kept = facts.filter(({ hostname }) => hostname !== 'HOST1');
        await storeAndDrop(database(), facts);
        await eraseEvents(database(), { ...NOTHING, hostname: 'HOST1' });
        await storeAndDrop(fresh(), kept);
        expect(await readStitched(database())).toEqual(await readStitched(fresh()));
        expect(await hostsIn(database())).toEqual(await hostsIn(fresh()));
      }),
      samples(15),
    );
  });
});

test('when retention has dropped all events, a rebuild and an erasure leave the host, its session and its proof', async () => {
  const at = (clock: string): string => KEPT_FROM.replace('-07-01T00:00', `-05-01T${clock}`);
  const host = { hostname: 'HOST1', sourceId: null } as const;
  const drafts: readonly FactDraft[] = [
    {
      ...host,
      kind: 'EVENT',
      action: 'LOGIN',
      time: at('08:00'),
      loginId: '0x1',
      loginSuccessful: true,
      user: 'ana',
      userDomain: null,
      userName: 'ana',
      uid: null,
    },
    {
      ...host,
      kind: 'EVENT',
      action: 'LOCK',
      time: at('09:00'),
      loginId: '0x2',
      user: null,
      userDomain: null,
      userName: null,
      uid: null,
    },
    { ...host, kind: 'HOST_START', time: at('10:00') },
    { ...host, kind: 'HOST_SEEN', time: at('11:00'), sourceId: 'log/1' },
  ];
  await storeFacts(
    emptied(),
    drafts.map((draft): OracleFact => ({ ...draft, uuid: identify(draft) })),
  );
  await maintainDatabase(emptied(), { events: KEPT_FROM, audit: null });
  expect(await emptied().partitions.list()).toEqual([]);
  const read = async (): Promise<object> => ({
    hosts: await hostsIn(emptied()),
    proofs: await readProofs(emptied()),
    starts: await readLastFacts(emptied()),
    ends: await readEnds(emptied()),
  });
  const before = await read();
  expect(before).toMatchObject({ starts: [{ time: at('09:00') }] });
  await rebuildSessions(emptied(), () => undefined);
  expect(await read()).toEqual(before);
  await eraseEvents(emptied(), { ...NOTHING, hostname: 'HOST1', source: 'log/' });
  expect(await read()).toMatchObject({ ...before, ends: expect.anything() });
});
