import { createHash } from 'node:crypto';

import { expect, test } from '@jest/globals';
import fc from 'fast-check';

import { samples } from '../samples.ts';
import { coverageAt } from './coverageAt.ts';
import { endedAfter } from './endedAfter.ts';
import { SILENCE, arbitraryFacts, timesAround } from './facts.ts';
import type { FactDraft } from './facts.ts';
import { foldHost, sessionOf } from './foldHost.ts';
import { periods, seconds, stateAt } from './periods.ts';
import { addMicros } from './micros.ts';
import type { OracleFact, OracleHost, OracleSession } from './types.ts';

/** Stands for the server's uuid. */
const identify = (draft: FactDraft): string =>
  createHash('sha256').update(JSON.stringify(draft)).digest('hex').slice(0, 12);

const facts = arbitraryFacts(identify);

const foldHosts = (all: readonly OracleFact[]): readonly OracleHost[] =>
  [...new Set(all.map(({ hostname }) => hostname))].toSorted().map((name) =>
    foldHost(
      all.filter(({ hostname }) => hostname === name),
      { silence: SILENCE },
    ),
  );

test('the sessions do not depend on the order of the facts', () => {
  fc.assert(
    fc.property(
      facts.chain((all) =>
        fc.tuple(fc.constant(all), fc.shuffledSubarray([...all], { minLength: all.length })),
      ),
      ([all, shuffled]) => {
        const sessions = (list: readonly OracleFact[]) => foldHosts(list).map((host) => host.sessions);
        expect(sessions(shuffled)).toEqual(sessions(all));
      },
    ),
    samples(200),
  );
});

test('the sessions of a pair do not overlap, and no fact belongs to two', () => {
  fc.assert(
    fc.property(facts, (all) => {
      for (const { sessions } of foldHosts(all)) {
        for (const [index, { loginId, endedAt }] of sessions.entries()) {
          const next = sessions.slice(index + 1).find((other) => other.loginId === loginId);
          if (next !== undefined) expect(endedAt! <= next.startedAt).toBe(true);
        }
        const members = sessions.flatMap((session) => [
          ...session.memberUuids,
          ...session.memberContextUuids,
        ]);
        expect(new Set(members).size).toBe(members.length);
      }
    }),
    samples(200),
  );
});

test('periods tile each session', () => {
  checkSessions((host, session) => {
    const list = periods(host, session);
    const isEmpty = session.startedAt === session.endedAt;
    expect([...list.map(({ from }) => from), session.endedAt]).toEqual(
      isEmpty ? [session.endedAt] : [session.startedAt, ...list.map(({ until }) => until)],
    );
    expect(list.every(({ state }, index) => state !== list[index + 1]?.state)).toBe(true);
  });
});

test('the state is that of the period, except at the last instant before UNKNOWN because of the end', () => {
  checkSessions((host, session) => {
    const { startedAt, endedAt } = session;
    const list = periods(host, session);
    const proven = endedAfter(host, session)!;
    const lastKnown = endedAt === null ? addMicros(proven, SILENCE) : proven;
    for (const time of timesAround(host.facts).filter((other) => other !== lastKnown)) {
      const period = list.find(({ from, until }) => from <= time && (until === null || time < until));
      expect(stateAt(host, session, time)).toBe(period?.state ?? (time < startedAt ? null : 'ENDED'));
    }
  });
});

test('the seconds by state add up, and the proof is within the session', () => {
  checkSessions((host, session) => {
    const proven = endedAfter(host, session)!;
    expect(session.startedAt <= proven && proven <= (session.endedAt ?? proven)).toBe(true);
    for (const asOf of timesAround(host.facts)) {
      const sums = seconds(host, session, asOf);
      if (sums === null) expect(asOf < session.startedAt).toBe(true);
      else expect(sums.active + sums.locked + sums.disconnected + sums.unknown).toBe(sums.duration);
    }
  });
});

const checkSessions = (check: (host: OracleHost, session: OracleSession) => void): void =>
  fc.assert(
    fc.property(facts, (all) => {
      for (const host of foldHosts(all)) for (const session of host.sessions) check(host, session);
    }),
    samples(50),
  );

test('the generated facts reach every rule', () => {
  const reached = new Map<string, number>();
  const count = (what: string): void => void reached.set(what, (reached.get(what) ?? 0) + 1);
  for (const all of fc.sample(facts, { numRuns: 1000, seed: 1 })) {
    for (const host of foldHosts(all)) {
      for (const fact of host.facts) {
        const session = sessionOf(host, fact.uuid);
        if (host.lateUuids.has(fact.uuid)) count('late');
        else if (session !== null && fact.kind === 'EVENT') {
          if (fact.loginId !== session.loginId) count(fact.action === 'LOGIN' ? 'twin' : 'follows a twin');
          else if (fact.action === 'LOGIN' && fact.uuid !== session.startUuid) count('second record');
          else if (fact.action === 'LOGOUT' && fact.uuid !== session.endUuid) count('later logout');
        }
        for (const time of timesAround([fact])) count(coverageAt(host, time).status);
      }
      for (const session of host.sessions) {
        count(session.startReason);
        count(session.endReason ?? 'open');
        const proven = endedAfter(host, session);
        if (session.endReason?.startsWith('HOST_') === true)
          count(proven === session.endedAt ? 'proven' : 'bounded');
        for (const { state } of periods(host, session)) count(state);
      }
    }
  }
  const rare = [...reached].filter(([, times]) => times < 20);
  expect(rare).toEqual([]);
  expect([...reached.keys()].toSorted()).toEqual(
    [
      'ACTIVE AFTER_LAST_EVENT BEFORE_FIRST_EVENT COVERED DISCONNECTED FIRST_SEEN GAP HOST_DOWN HOST_RESTART HOST_STOP LOCKED LOGIN',
      'LOGOUT SUPERSEDED UNKNOWN bounded late open proven twin',
    ]
      .flatMap((line) => line.split(' '))
      .concat('follows a twin', 'later logout', 'second record')
      .toSorted(),
  );
});
