import { expect, test } from '@jest/globals';
import fc from 'fast-check';

import type { Erasure } from '../../src/db/erasure/erasure.ts';
import { eraseEvents } from '../../src/domain/eraseEvents.ts';
import { useDatabase } from '../support/database.ts';
import { samples } from '../support/samples.ts';
import { arbitraryFacts, SILENCE } from '../support/sessions/facts.ts';
import { readStitched, readStored } from '../support/sessions/readStitched.ts';
import { clearFacts, foldHosts, identify, storeFacts } from '../support/sessions/storeFacts.ts';
import type { OracleFact } from '../support/sessions/types.ts';

const erased = useDatabase();
const fresh = useDatabase();

type Account = { readonly userDomain: string | null; readonly userName: string | null };

const NOTHING: Erasure = { hostname: null, account: null, from: null, until: null, source: null };

const erasures: fc.Arbitrary<Erasure> = fc.oneof(
  fc.record({
    hostname: fc.constantFrom(null, 'HOST1', 'HOST2'),
    account: fc.constant(null),
    from: fc.constantFrom(null, '2025-03-03T08:00:20.000000Z', '2025-03-03T11:00:00.000000Z'),
    until: fc.constantFrom(null, '2025-03-03T08:10:00.000000Z', '2025-03-04T08:00:00.000000Z'),
    source: fc.constantFrom(null, null, 'log/1', 'log/2'),
  }),
  fc
    .constantFrom<Account>(
      { userDomain: 'THESHIRE', userName: 'ana' },
      { userDomain: 'THESHIRE', userName: 'bob' },
      { userDomain: null, userName: 'ana' },
    )
    .map(({ userDomain, userName }) => ({ ...NOTHING, account: { userDomain, userName: userName ?? '' } })),
);

const isSame = (a: Account, b: Account): boolean =>
  a.userName === b.userName && a.userDomain === b.userDomain;

const isWithin = (fact: OracleFact, { hostname, from, until, source }: Erasure): boolean =>
  (hostname === null || fact.hostname === hostname) &&
  (from === null || fact.time >= from) &&
  (until === null || fact.time < until) &&
  (source === null || fact.sourceId?.startsWith(source) === true);

/** The facts that an erasure keeps. That of an account erases the facts that name it, and those without a user in its sessions. */
const keptOf = (facts: readonly OracleFact[], erasure: Erasure): readonly OracleFact[] => {
  const { account } = erasure;
  const hosts = foldHosts(facts, SILENCE);
  const isOf = (fact: OracleFact, of: Account): boolean => {
    if (fact.kind !== 'EVENT' && fact.kind !== 'DISCONNECT') return false;
    if (fact.userName !== null) return isSame(fact, of);
    return hosts.some(({ sessionOfFact }) => {
      const session = sessionOfFact.get(fact.uuid);
      return session !== undefined && isSame(session, of);
    });
  };
  return facts.filter((fact) => !isWithin(fact, erasure) || (account !== null && !isOf(fact, account)));
};

test('an erasure of events and context events leaves what an ingest of the others produces', async () => {
  await fc.assert(
    fc.asyncProperty(arbitraryFacts(identify, 40), erasures, async (facts, erasure) => {
      const kept = keptOf(facts, erasure);
      await clearFacts(erased());
      await clearFacts(fresh());
      await storeFacts(erased(), facts);
      if (kept.length > 0) await storeFacts(fresh(), kept);
      await eraseEvents(erased(), erasure);
      expect(await readStored(erased())).toEqual(await readStored(fresh()));
      expect(await readStitched(erased())).toEqual(await readStitched(fresh()));
    }),
    samples(100),
  );
});
