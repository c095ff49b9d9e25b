import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';

import { makeRequestDatabase } from '../../src/db/makeRequestDatabase.ts';
import { findLoggedOn, findLoggedOnState } from '../../src/domain/findLoggedOn.ts';
import { maintainDatabase } from '../../src/domain/maintainDatabase.ts';
import { findState, listFirstPeriods, sumSessionStates } from '../../src/domain/sessionStates.ts';
import { hasFixedLoginId } from '../../src/model/session/isStitched.ts';

import { useDatabase } from '../support/database.ts';
import { samples } from '../support/samples.ts';
import { arbitraryFactsAround, SILENCE, timesAround } from '../support/sessions/facts.ts';
import { withRetention } from '../support/sessions/foldHost.ts';
import { loggedOnAt } from '../support/sessions/loggedOnAt.ts';
import { periods, seconds, stateAt } from '../support/sessions/periods.ts';
import { clearFacts, foldHosts, identify, readSessions, storeFacts } from '../support/sessions/storeFacts.ts';
import type { OracleFact, OracleHost } from '../support/sessions/types.ts';

const database = useDatabase();
const emptied = useDatabase();

/** Retention drops whole partitions. The clock decides which months have partitions of their own. */
const KEPT_FROM = `${new Date().getUTCFullYear() - 1}-07-01T00:00:00.000000Z`;

/** Retention drops twins and the logins that judge facts without a uid, and which facts these concern is unknown afterwards. */
const isForgotten = (fact: OracleFact): boolean =>
  fact.time < KEPT_FROM &&
  fact.kind === 'EVENT' &&
  fact.action === 'LOGIN' &&
  (hasFixedLoginId(fact) || (fact.linkedLoginId ?? null) !== null);

const someFacts = arbitraryFactsAround(identify, KEPT_FROM, 20).map((facts) =>
  facts.filter((fact) => !isForgotten(fact)),
);

/** Stores facts and drops those before KEPT_FROM; returns the hosts by the oracle. */
const storeAndDrop = async (facts: readonly OracleFact[]): Promise<readonly OracleHost[]> => {
  await clearFacts(database());
  await storeFacts(database(), facts);
  await maintainDatabase(database(), { events: KEPT_FROM, audit: null });
  return foldHosts(facts, SILENCE).map((host) => withRetention(host, KEPT_FROM));
};

describe('states after retention are as section 7 specifies', () => {
  test('at any time, as periods and as sums', async () => {
    await fc.assert(
      fc.asyncProperty(someFacts, async (facts) => {
        const hosts = await storeAndDrop(facts);
        const db = makeRequestDatabase(database());
        const times = timesAround(facts);
        for (const session of await readSessions(database())) {
          const [host, oracle] = hosts
            .flatMap((each) => each.sessions.map((other) => [each, other] as const))
            .find(([, { startUuid }]) => startUuid === session.startUuid)!;
          expect(
            (await listFirstPeriods(db, session, 1000)).map(({ truncated: _, ...period }) => period),
          ).toEqual(periods(host, oracle));
          expect(await Promise.all(times.map(async (time) => findState(db, session, time)))).toEqual(
            times.map((time) => stateAt(host, oracle, time)),
          );
          const sums = await Promise.all(times.map(async (asOf) => sumSessionStates(db, session, asOf)));
          expect(sums.map((sum) => sum?.UNKNOWN)).toEqual(
            times.map((asOf) => seconds(host, oracle, asOf)?.unknown),
          );
        }
      }),
      samples(40),
    );
  });

  test('of the accounts on a host', async () => {
    await fc.assert(
      fc.asyncProperty(someFacts, async (facts) => {
        const hosts = await storeAndDrop(facts);
        const db = makeRequestDatabase(database());
        for (const host of hosts) {
          const { hostname } = host.facts[0]!;
          for (const at of timesAround(facts)) {
            const request = { hostname, at, loginTypes: null, excludeNoise: false };
            const { accounts } = await findLoggedOn(db, request);
            const states = await Promise.all(accounts.map(async (entry) => findLoggedOnState(db, entry)));
            expect(states.toSorted()).toEqual(
              loggedOnAt(host, at)
                .map(({ state }) => state)
                .toSorted(),
            );
          }
        }
      }),
      samples(15),
    );
  });
});

test('states are unknown when retention has dropped all events', async () => {
  const time = KEPT_FROM.replace('-07-', '-05-');
  const draft = {
    kind: 'EVENT',
    action: 'LOGIN',
    hostname: 'HOST1',
    time,
    loginId: '0x1',
    loginSuccessful: true,
    user: null,
    userDomain: null,
    userName: null,
    uid: null,
    sourceId: null,
  } as const;
  await storeFacts(emptied(), [{ ...draft, uuid: identify(draft) }]);
  await maintainDatabase(emptied(), { events: KEPT_FROM, audit: null });
  const db = makeRequestDatabase(emptied());
  const [session] = await readSessions(emptied());
  expect(await findState(db, session!, time)).toBe('UNKNOWN');
  expect((await listFirstPeriods(db, session!, 10)).map(({ state }) => state)).toEqual(['UNKNOWN']);
  expect(await sumSessionStates(db, session!, KEPT_FROM)).toMatchObject({ ACTIVE: 0 });
});
