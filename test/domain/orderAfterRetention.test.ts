import { expect, test } from '@jest/globals';
import fc from 'fast-check';

import { rebuildSessions } from '../../src/domain/rebuildSessions.ts';
import { hasFixedLoginId } from '../../src/model/session/isStitched.ts';
import type { StoredSession } from '../../src/model/session/session.ts';

import { useDatabase } from '../support/database.ts';
import { samples } from '../support/samples.ts';
import { KEPT_FROM, storeLate, withUuid } from '../support/aroundRetention.ts';
import { arbitraryFactsAround, SILENCE } from '../support/sessions/facts.ts';
import { comparable, foldHosts, identify, readSessions } from '../support/sessions/storeFacts.ts';
import type { OracleFact, OracleSession } from '../support/sessions/types.ts';

const database = useDatabase();

/** Retention drops twins and the logins that judge facts without a uid, and which facts these concern is unknown afterwards. */
const isForgotten = (fact: OracleFact): boolean =>
  fact.time < KEPT_FROM &&
  fact.kind === 'EVENT' &&
  fact.action === 'LOGIN' &&
  (hasFixedLoginId(fact) || (fact.linkedLoginId ?? null) !== null);

/** Names the account of a dropped event: otherwise a stored account may be that of a kept event, and belong to another session later. */
const withAccount = (fact: OracleFact): OracleFact => {
  if (fact.kind !== 'EVENT' || fact.time >= KEPT_FROM || fact.userName !== null) return fact;
  const { uuid: _, ...draft } = fact;
  return withUuid({ ...draft, user: 'THESHIRE\\ana', userDomain: 'THESHIRE', userName: 'ana' });
};

type Arrivals = {
  readonly early: readonly OracleFact[];
  readonly late: readonly (readonly OracleFact[])[];
};

/** Facts, and those of them that arrive after retention, in any order and split into batches. */
const arrivals: fc.Arbitrary<Arrivals> = arbitraryFactsAround(identify, KEPT_FROM, 24)
  .map((facts) => facts.filter((fact) => !isForgotten(fact)).map(withAccount))
  .chain((facts) =>
    fc
      .record({
        shuffled: fc.shuffledSubarray(facts.filter(({ time }) => time >= KEPT_FROM)),
        cut: fc.nat(24),
      })
      .map(({ shuffled, cut }) => ({
        early: facts.filter((fact) => !shuffled.includes(fact)),
        late: [shuffled.slice(0, cut), shuffled.slice(cut)],
      })),
  );

/** The fields that a late fact must not change otherwise than if retention had dropped nothing. */
const provenOf = (session: OracleSession | StoredSession): object => {
  const { hostname, loginId, startedAt, startUuid, startReason, endedAt, endReason, endUuid } = session;
  const { userDomain, userName } = session;
  const key = { hostname, loginId, startedAt, startUuid };
  return { ...key, startReason, endedAt, endReason, endUuid, userDomain, userName };
};

const isOld = ({ startedAt }: { readonly startedAt: string }): boolean => startedAt < KEPT_FROM;
const keyOf = ({ hostname, startUuid }: { readonly hostname: string; readonly startUuid: string }): string =>
  `${hostname} ${startUuid}`;

/** The login type that the dropped facts of a session tell; null if none does. */
const droppedTypeOf = ({ ownFacts }: OracleSession): string | null =>
  ownFacts
    .filter((fact) => fact.kind === 'EVENT')
    .find(({ time, loginType }) => time < KEPT_FROM && (loginType ?? null) !== null)?.loginType ?? null;

test('late kept facts in any order give the sessions that they give before retention, also after a rebuild', async () => {
  await fc.assert(
    fc.asyncProperty(arrivals, async ({ early, late }) => {
      const found = new Map(
        (await storeLate(database(), early, late)).map((session) => [keyOf(session), session]),
      );
      const expected = foldHosts([...early, ...late.flat()], SILENCE).flatMap(({ sessions }) => sessions);
      expect([...found.keys()].toSorted()).toEqual(expected.map(keyOf).toSorted());
      for (const session of expected) {
        const stored = found.get(keyOf(session))!;
        if (!isOld(session)) {
          expect(comparable(stored)).toEqual(comparable(session));
          continue;
        }
        expect(provenOf(stored)).toEqual(provenOf(session));
        const loginType = droppedTypeOf(session);
        if (loginType !== null) expect(stored.loginType).toBe(loginType);
        // What dropped facts counted may be lost. Nothing is counted twice, and nothing is proven that no fact tells.
        expect(stored.lockCount).toBeLessThanOrEqual(session.lockCount);
        expect(stored.unlockCount).toBeLessThanOrEqual(session.unlockCount);
        expect(stored.reconnectCount).toBeLessThanOrEqual(session.reconnectCount);
        expect(stored.ownLastAt <= session.ownFacts.at(-1)!.time).toBe(true);
      }
      const before = (await readSessions(database())).map(provenOf);
      await rebuildSessions(database(), () => undefined);
      expect((await readSessions(database())).map(provenOf)).toEqual(before);
    }),
    samples(60),
  );
});
