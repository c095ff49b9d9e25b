import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';

import type { Database } from '../../src/db/client.ts';
import { makeRequestDatabase } from '../../src/db/makeRequestDatabase.ts';
import { selectCoverage, selectFactsAround } from '../../src/db/selectCoverage.ts';
import { findLoggedOn, findLoggedOnState } from '../../src/domain/findLoggedOn.ts';

import { useDatabase } from '../support/database.ts';
import { samples } from '../support/samples.ts';
import { coverageAt } from '../support/sessions/coverageAt.ts';
import type { FactDraft } from '../support/sessions/facts.ts';
import { arbitraryFacts, SHORT_SILENCE, SILENCE, timesAround } from '../support/sessions/facts.ts';
import { loggedOnAt } from '../support/sessions/loggedOnAt.ts';
import { addMicros, MINUTE } from '../support/sessions/micros.ts';
import { clearFacts, foldHosts, identify, storeFacts } from '../support/sessions/storeFacts.ts';
import type { OracleFact, OracleHost } from '../support/sessions/types.ts';

const database = useDatabase();

type Question = { readonly host: OracleHost; readonly hostname: string; readonly at: string };

/** Times at, just before and just after each fact, SILENCE after it, and where late events of a stop end. */
const timesOf = (facts: readonly OracleFact[], silence: number): readonly string[] => [
  ...timesAround(facts, silence),
  ...facts.filter(({ kind }) => kind === 'HOST_STOP').map(({ time }) => addMicros(time, 10 * MINUTE + 1)),
];

const storeAndAsk = async (facts: readonly OracleFact[], silence: number): Promise<readonly Question[]> => {
  await clearFacts(database());
  await storeFacts(withSilence(silence), facts);
  return foldHosts(facts, silence).flatMap((host) =>
    timesOf(facts, silence).map((at) => ({ host, hostname: host.facts[0]!.hostname, at })),
  );
};

const withSilence = (silenceUs: number): Database => ({ ...database(), silenceUs });

/** Each SILENCE, and how many samples. */
const SILENCES = [
  ['24 hours', SILENCE, 60],
  ['2 hours', SHORT_SILENCE, 20],
] as const;

/** Accounts that share their start have no order among them. */
const inOrder = (
  entries: readonly { readonly since: string; readonly loginTypes: readonly unknown[] }[],
): readonly object[] => {
  const keyOf = (entry: (typeof entries)[number]): string =>
    `${Number(isRemote(entry.loginTypes))} ${entry.since}`;
  expect(entries.map(keyOf)).toEqual(entries.map(keyOf).toSorted());
  return entries.toSorted((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
};

const isRemote = (types: readonly unknown[]): boolean => types.every((type) => type === 'REMOTE');

const keysOf = (sessions: readonly { startedAt: string; startUuid: string }[]): readonly string[] =>
  sessions.map(({ startedAt, startUuid }) => `${startedAt} ${startUuid}`).toSorted();

/** The types of sessions, null for an unknown one. */
const typesOf = (sessions: readonly { loginType: string | null }[]): readonly (string | null)[] =>
  [...new Set(sessions.map(({ loginType }) => loginType))].toSorted();

describe('who was on a host is as section 7 specifies', () => {
  test.each(SILENCES)('what its facts cover, with a SILENCE of %s', async (_, silence, count) => {
    const seen = new Map<string, number>();
    await fc.assert(
      fc.asyncProperty(arbitraryFacts(identify, 24, silence), async (facts) => {
        const questions = await storeAndAsk(facts, silence);
        const db = makeRequestDatabase(withSilence(silence));
        const found = await Promise.all(
          questions.map(async ({ hostname, at }) => {
            const coverage = await selectCoverage(db, { hostname, at });
            return { status: coverage.status, ...(await selectFactsAround(db, coverage)) };
          }),
        );
        const expected = questions.map(({ host, at }) => {
          const { status, eventBefore, eventAfter } = coverageAt(host, at);
          seen.set(status, (seen.get(status) ?? 0) + 1);
          return { status, eventBefore: eventBefore?.time ?? null, eventAfter: eventAfter?.time ?? null };
        });
        expect(found).toEqual(expected);
      }),
      samples(count * 3),
    );
    expect([...seen.keys()].toSorted()).toEqual([
      'AFTER_LAST_EVENT',
      'BEFORE_FIRST_EVENT',
      'COVERED',
      'GAP',
      'HOST_DOWN',
    ]);
  });

  test.each(SILENCES)('its accounts, with a SILENCE of %s', async (_, silence, count) => {
    await fc.assert(
      fc.asyncProperty(arbitraryFacts(identify, 20, silence), async (facts) => {
        const questions = await storeAndAsk(facts, silence);
        const db = makeRequestDatabase(withSilence(silence));
        const found = await Promise.all(
          questions.map(async ({ hostname, at }) => {
            const request = { hostname, at, loginTypes: null, excludeNoise: false };
            const { accounts, truncated } = await findLoggedOn(db, request);
            expect(truncated).toBe(false);
            const entries = await Promise.all(
              accounts.map(async (entry) => ({
                account: entry.account && [entry.account.userDomain, entry.account.userName],
                state: await findLoggedOnState(db, entry),
                certainty: entry.certainty,
                since: entry.since,
                provenUntil: entry.provenUntil,
                loginTypes: typesOf(entry.sessions.map(({ session }) => session)),
                sessions: keysOf(entry.sessions.map(({ session }) => session)),
              })),
            );
            return inOrder(entries);
          }),
        );
        expect(found).toEqual(
          questions.map(({ host, at }) =>
            inOrder(
              loggedOnAt(host, at).map(({ account, sessions, state, certainty, since, provenUntil }) => ({
                account: account && [account.userDomain, account.userName],
                state,
                certainty,
                since,
                provenUntil,
                loginTypes: typesOf(
                  sessions.map(({ loginType = null }: { loginType?: string | null }) => ({ loginType })),
                ),
                sessions: keysOf(sessions),
              })),
            ),
          ),
        );
      }),
      samples(count),
    );
  });
});

test('sessions beyond the limit are left out, latest start first, and the answer says so', async () => {
  const at = '2025-03-03T12:00:00.000000Z';
  const drafts = [1, 2, 3].map((hour): FactDraft => ({
    kind: 'EVENT',
    action: 'LOGIN',
    hostname: 'HOST1',
    time: `2025-03-03T0${hour}:00:00.000000Z`,
    loginId: `0x${hour}`,
    loginSuccessful: true,
    user: `CORP\\u${hour}`,
    userDomain: 'CORP',
    userName: `u${hour}`,
    uid: null,
    sourceId: null,
  }));
  await clearFacts(database());
  await storeFacts(
    database(),
    drafts.map((draft) => ({ ...draft, uuid: identify(draft) })),
  );
  const db = makeRequestDatabase(database());
  const request = { hostname: 'HOST1', at, loginTypes: null, excludeNoise: false };
  const namesOf = async (limit?: number) => {
    const { accounts, truncated } = await findLoggedOn(db, request, limit);
    return { names: accounts.map(({ account }) => account?.userName), truncated };
  };
  expect(await namesOf(2)).toEqual({ names: ['u1', 'u2'], truncated: true });
  expect(await namesOf(3)).toEqual({ names: ['u1', 'u2', 'u3'], truncated: false });
  expect(await namesOf()).toEqual({ names: ['u1', 'u2', 'u3'], truncated: false });
});
