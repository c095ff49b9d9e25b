import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';

import type { Database } from '../../../src/db/client.ts';
import { makeRequestDatabase } from '../../../src/db/makeRequestDatabase.ts';
import {
  findEndedAfter,
  findState,
  listFirstPeriods,
  sumSessionStates,
} from '../../../src/domain/sessionStates.ts';
import { useDatabase } from '../../support/database.ts';
import { samples } from '../../support/samples.ts';
import { endedAfter, isProvenAt, stretches } from '../../support/sessions/endedAfter.ts';
import { arbitraryFacts, SHORT_SILENCE, SILENCE, timesAround } from '../../support/sessions/facts.ts';
import type { FactDraft } from '../../support/sessions/facts.ts';
import { sessionOf } from '../../support/sessions/foldHost.ts';
import { periods, seconds, stateAt } from '../../support/sessions/periods.ts';
import {
  clearFacts,
  comparable,
  foldHosts,
  identify,
  readMatches,
  readMembers,
  readSessions,
  readSessionsOf,
  storeFacts,
} from '../../support/sessions/storeFacts.ts';
import type { OracleFact, OracleHost, OracleSession } from '../../support/sessions/types.ts';

const database = useDatabase();

/** Facts, in any order, and where they are split into batches. */
const batches = (maxLength: number, silence = SILENCE): fc.Arbitrary<readonly (readonly OracleFact[])[]> =>
  arbitraryFacts(identify, maxLength, silence).chain((facts) =>
    fc
      .record({
        shuffled: fc.shuffledSubarray([...facts], { minLength: facts.length }),
        cuts: fc.array(fc.nat(facts.length), { maxLength: 8 }),
      })
      .map(({ shuffled, cuts }) => {
        const at = [...new Set([0, ...cuts, shuffled.length])].sort((a, b) => a - b);
        return at.slice(1).map((end, index) => shuffled.slice(at[index], end));
      }),
  );

type Expected = { readonly host: OracleHost; readonly session: OracleSession };

const byStart = (a: Expected, b: Expected): number => (keyOf(a) < keyOf(b) ? -1 : 1);
const keyOf = ({ session: { hostname, startedAt, startUuid } }: Expected): string =>
  `${hostname} ${startedAt} ${startUuid}`;

const expectedOf = (facts: readonly OracleFact[], silence: number): readonly Expected[] =>
  foldHosts(facts, silence)
    .flatMap((host) => host.sessions.map((session) => ({ host, session })))
    .sort(byStart);

const storeAll = async (
  split: readonly (readonly OracleFact[])[],
  silence = SILENCE,
): Promise<readonly Expected[]> => {
  await clearFacts(database());
  for (const batch of split) await storeFacts(withSilence(silence), batch);
  return expectedOf(split.flat(), silence);
};

const withSilence = (silenceUs: number): Database => ({ ...database(), silenceUs });

/** Each SILENCE, and how many samples. */
const SILENCES = [
  ['24 hours', SILENCE, 100],
  ['2 hours', SHORT_SILENCE, 30],
] as const;

describe('sessions are as section 7 specifies, for any order of the facts and any split into batches', () => {
  test('their fields', async () => {
    await fc.assert(
      fc.asyncProperty(batches(24), async (split) => {
        const expected = await storeAll(split);
        expect((await readSessions(database())).map(comparable)).toEqual(
          expected.map(({ session }) => comparable(session)),
        );
      }),
      samples(400),
    );
  });

  test('their events and disconnects', async () => {
    await fc.assert(
      fc.asyncProperty(batches(24), async (split) => {
        const expected = await storeAll(split);
        const sessions = await readSessions(database());
        const members = await Promise.all(
          sessions.map(async (session) => [...(await readMembers(database(), session))].sort()),
        );
        expect(members).toEqual(
          expected.map(({ session }) => [...session.memberUuids, ...session.memberContextUuids].sort()),
        );
      }),
      samples(150),
    );
  });

  test('the session of each event', async () => {
    await fc.assert(
      fc.asyncProperty(batches(24), async (split) => {
        await storeAll(split);
        const found = await readSessionsOf(database(), split.flat());
        const hosts = foldHosts(split.flat(), SILENCE);
        expect([...found].map(([uuid, session]) => [uuid, session?.startUuid ?? null])).toEqual(
          [...found.keys()].map((uuid) => [
            uuid,
            hosts.map((host) => sessionOf(host, uuid)).find((session) => session !== null)?.startUuid ?? null,
          ]),
        );
      }),
      samples(150),
    );
  });

  test('at which times they are proven and possible', async () => {
    await fc.assert(
      fc.asyncProperty(batches(20), async (split) => {
        const expected = await storeAll(split);
        const times = timesAround(split.flat());
        const uuidsOf = (holds: (one: Expected, time: string) => boolean) =>
          times.map((time) =>
            expected
              .filter((one) => holds(one, time))
              .map(({ session }) => session.startUuid)
              .toSorted(),
          );
        expect(await readMatches(database(), times, (time) => ({ kind: 'provenAt', time }))).toEqual(
          uuidsOf(({ host, session }, time) => isProvenAt(host, session, time)),
        );
        expect(await readMatches(database(), times, (time) => ({ kind: 'activeAt', time }))).toEqual(
          uuidsOf(({ host, session }, time) => ![null, 'ENDED'].includes(stateAt(host, session, time))),
        );
      }),
      samples(40),
    );
  });

  test.each(SILENCES)(
    'what proves them, and their states at any time, with a SILENCE of %s',
    async (_, silence, count) => {
      await fc.assert(
        fc.asyncProperty(batches(20, silence), async (split) => {
          const expected = await storeAll(split, silence);
          const db = makeRequestDatabase(withSilence(silence));
          const sessions = await readSessions(database());
          const times = timesAround(split.flat(), silence);
          for (const [index, session] of sessions.entries()) {
            const { host, session: oracle } = expected[index]!;
            const proofs = [null, ...times];
            expect(await Promise.all(proofs.map(async (asOf) => findEndedAfter(db, session, asOf)))).toEqual(
              proofs.map((asOf) => endedAfter(host, oracle, asOf)),
            );
            expect(
              (await listFirstPeriods(db, session, 1000)).map(({ from, until, state }) => ({
                from,
                until,
                state,
              })),
            ).toEqual(periods(host, oracle));
            expect(await Promise.all(times.map(async (time) => findState(db, session, time)))).toEqual(
              times.map((time) => stateAt(host, oracle, time)),
            );
            const sums = await Promise.all(
              [null, ...times].map(async (asOf) => sumSessionStates(db, session, asOf)),
            );
            expect(sums).toEqual([null, ...times].map((asOf) => sumsOf(host, oracle, asOf)));
          }
        }),
        samples(count),
      );
    },
  );

  test.each(SILENCES)(
    'the ranges of activity of their hosts with a SILENCE of %s',
    async (_, silence, count) => {
      await fc.assert(
        fc.asyncProperty(batches(20, silence), async (split) => {
          await storeAll(split, silence);
          const { rows } = await database().writePool.query(
            `select hostname, to_char(from_at, 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as from, to_char(until_at, 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as until
             from host_activity order by 1, 2`,
          );
          expect(rows).toEqual(
            foldHosts(split.flat(), silence).flatMap((host) =>
              stretches(host).map((range) => ({ hostname: host.facts[0]!.hostname, ...range })),
            ),
          );
        }),
        samples(count / 2),
      );
    },
  );
});

test('an event that an earlier twin takes opens no session when a later fact extends the session before it', async () => {
  const at = (clock: string): string => `2025-03-03T${clock}:00.000000Z`;
  const common = {
    kind: 'EVENT',
    hostname: 'HOST1',
    loginId: '0x1',
    user: null,
    userDomain: null,
    userName: null,
  } as const;
  const login = (clock: string, linkedLoginId: string | null): FactDraft => ({
    ...common,
    action: 'LOGIN',
    time: at(clock),
    uid: null,
    sourceId: null,
    loginSuccessful: true,
    linkedLoginId,
  });
  const drafts: readonly FactDraft[] = [
    login('08:00', null),
    { kind: 'HOST_STOP', hostname: 'HOST1', time: at('09:00'), sourceId: null },
    login('10:00', '0x2'),
    { ...common, action: 'LOCK', time: at('11:00'), uid: null, sourceId: null },
    login('12:00', '0x2'),
    { kind: 'HOST_START', hostname: 'HOST1', time: at('13:00'), sourceId: null },
  ];
  const facts = drafts.map((draft): OracleFact => ({ ...draft, uuid: identify(draft) }));
  await storeAll([facts.slice(0, 5), facts.slice(5)]);
  expect((await readSessions(database())).map(({ startUuid }) => startUuid)).toEqual([facts[0]?.uuid]);
});

test('a twin after the login of a session without length belongs to no session', async () => {
  const at = '2025-03-03T11:00:00.000000Z';
  const login = {
    kind: 'EVENT',
    action: 'LOGIN',
    hostname: 'HOST1',
    time: at,
    loginSuccessful: true,
  } as const;
  const nobody = { uid: null, user: null, userDomain: null, userName: null } as const;
  const drafts: readonly FactDraft[] = [
    { ...login, ...nobody, loginId: '0x2', linkedLoginId: null, sourceId: 'log/1' },
    { ...login, ...nobody, loginId: '0x1', linkedLoginId: '0x2', sourceId: 'log/2' },
    { kind: 'HOST_STOP', hostname: 'HOST1', time: at, sourceId: 'log/3' },
  ];
  const facts = drafts.map((draft): OracleFact => ({ ...draft, uuid: identify(draft) }));
  await storeAll([facts]);
  const [session] = await readSessions(database());
  expect(session?.endedAt).toBe(at);
  expect(await readMembers(database(), session!)).toEqual([facts[0]?.uuid]);
});

const sumsOf = (host: OracleHost, session: OracleSession, asOf: string | null): object | null => {
  const sums = seconds(host, session, asOf);
  return (
    sums && {
      ACTIVE: sums.active,
      LOCKED: sums.locked,
      DISCONNECTED: sums.disconnected,
      UNKNOWN: sums.unknown,
    }
  );
};
