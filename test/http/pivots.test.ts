import { beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';

import { INGEST, useApi } from '../support/api.ts';
import { ask, at, HOSTS, useCompanyLog, uuidOf } from '../support/companyLog.ts';
import { useDatabase } from '../support/database.ts';
import { aLock, aLogin } from '../support/events.ts';
import { listenToStatements } from '../support/listenToStatements.ts';
import { foldUser, isNoise, loggedOn, overlap } from '../support/pivotOracle.ts';
import { samples } from '../support/samples.ts';
import { coverageAt } from '../support/sessions/coverageAt.ts';
import { huntEnd } from '../support/sessions/periods.ts';

const database = useDatabase();
let statements = 0;
// Set before the first connection is opened.
beforeAll(() => {
  listenToStatements(database().readPool, () => {
    statements += 1;
  });
});
const api = useApi(database);
const log = useCompanyLog(api);

describe('loggedOn', () => {
  const LOGGED_ON = `query ($hostname: String!, $at: DateTime!, $loginTypes: [LoginType!], $excludeNoise: Boolean!) {
    host(hostname: $hostname) { loggedOn(at: $at, loginTypes: $loginTypes, excludeNoise: $excludeNoise) {
      at coverage { status eventBefore eventAfter } truncated
      accounts { account { user } state certainty since provenUntil loginTypes sessions { id } } } } }`;

  test('lists at any time the same accounts as the oracle, once each, with state and start', async () => {
    let named = 0;
    let shared = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...HOSTS),
        fc.oneof(
          fc.integer({ min: -900, max: 190_000 }),
          fc.nat(199).map((n) => n * 900),
        ),
        fc.option(fc.subarray(['RDP', 'REMOTE', 'INTERACTIVE'], { minLength: 1 })),
        fc.boolean(),
        async (hostname, second, loginTypes, excludeNoise) => {
          const request = { hostname, at: at(second), loginTypes, excludeNoise };
          const { host } = await ask(api(), LOGGED_ON, request);
          const answered = host.loggedOn.accounts.map((entry: any) => ({
            account: entry.account?.user ?? null,
            since: entry.since,
            state: entry.state,
            certainty: entry.certainty,
            provenUntil: entry.provenUntil,
            loginTypes: entry.loginTypes,
            sessions: entry.sessions.map(uuidOf),
          }));
          const folded = log().hosts.find(({ facts }) => facts[0]?.hostname === hostname);
          if (folded === undefined) throw new Error('unknown host');
          const expected = loggedOn(folded, request);
          // Accounts that share their start have no order among them.
          const starts = (entries: readonly any[]): readonly string[] => entries.map(({ since }) => since);
          const inOrder = (entries: readonly any[]): readonly any[] =>
            entries.toSorted((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
          expect(starts(answered)).toEqual(starts(expected));
          expect(inOrder(answered)).toEqual(inOrder(expected));
          named += expected.length;
          shared += answered.filter((entry: any) => entry.sessions.length > 1).length;
          const { status, eventBefore, eventAfter } = coverageAt(folded, request.at);
          expect(host.loggedOn).toMatchObject({
            at: request.at,
            truncated: false,
            coverage: {
              status,
              eventBefore: eventBefore?.time ?? null,
              eventAfter: eventAfter?.time ?? null,
            },
          });
        },
      ),
      samples(150),
    );
    expect(named).toBeGreaterThan(150);
    expect(shared).toBeGreaterThan(5);
  });

  test('a start is a fact of its host: the time after it is after the last event', async () => {
    const { host } = await ask(
      api(),
      '{ host(hostname: "quiet") { firstSeenAt lastSeenAt loggedOn { coverage { status eventBefore eventAfter } accounts { since } } } }',
    );
    expect(host).toEqual({
      firstSeenAt: null,
      lastSeenAt: null,
      loggedOn: {
        coverage: { status: 'AFTER_LAST_EVENT', eventBefore: at(5), eventAfter: null },
        accounts: [],
      },
    });
  });
});

describe('concurrentSessions', () => {
  test.each([
    { sharing: 'HOST', includeUnknown: false },
    { sharing: 'ACCOUNT', includeUnknown: false },
    { sharing: 'HOST', includeUnknown: true },
    { sharing: 'ACCOUNT', includeUnknown: true },
  ])(
    'with the same $sharing and includeUnknown $includeUnknown are those that comparing all pairs of sessions finds',
    async ({ sharing, includeUnknown }) => {
      const accountOf = ({ user }: { user: string | null }): string | null =>
        user === null ? null : foldUser(user);
      const found = await ask(
        api(),
        `query ($sharing: SessionSharing!, $includeUnknown: Boolean!) { sessions(first: 1000) { nodes { id
        all: concurrentSessions(sharing: $sharing, includeUnknown: $includeUnknown, excludeNoise: false, first: 1000) { totalCount(mode: EXACT) { value } nodes { id } }
        people: concurrentSessions(sharing: $sharing, includeUnknown: $includeUnknown, first: 1000, order: { field: STARTED, direction: ASCENDING }) { nodes { id } } } } }`,
        { sharing, includeUnknown },
      );
      expect(found.sessions.nodes).toHaveLength(log().sessions.length);
      const sessions = log().hosts.flatMap((host) =>
        host.sessions.map((session) => ({
          ...session,
          presentUntil: huntEnd(host, session, '9999-12-31', includeUnknown),
        })),
      );
      let pairs = 0;
      let ended = 0;
      for (const node of found.sessions.nodes) {
        const own = sessions.find(({ startUuid }) => startUuid === uuidOf(node));
        if (own === undefined) throw new Error('unknown session');
        const others = sessions.filter(
          (other) =>
            other !== own &&
            overlap(own, other) &&
            (sharing === 'HOST'
              ? other.hostname === own.hostname
              : accountOf(own) !== null && accountOf(other) === accountOf(own)),
        );
        const people = others.filter((session) => !isNoise(session));
        pairs += others.length;
        ended += own.presentUntil < (own.endedAt ?? '9999') ? 1 : 0;
        expect(node.all.nodes.map(uuidOf).toSorted()).toEqual(
          others.map(({ startUuid }) => startUuid).toSorted(),
        );
        expect(node.all.totalCount.value).toBe(others.length);
        expect(node.people.nodes.map(uuidOf)).toEqual(
          people
            .map(({ startedAt, startUuid }) => `${startedAt} ${startUuid}`)
            .toSorted()
            .map((key) => key.split(' ')[1]),
        );
      }
      expect(pairs).toBeGreaterThan(50);
      expect(ended > 20).toBe(!includeUnknown);
    },
  );
});

test('the cursors of concurrentSessions stay valid when an open session gets more events', async () => {
  const login = (second: number) =>
    aLogin({ hostname: 'MOVING', loginId: `0x${second + 1}`, time: at(second), sourceId: null });
  await ask(api(), INGEST, { events: [0, 1, 2, 3].map(login) });
  const PAGE = `query ($after: String) { sessions(filter: { hostname: { eq: "moving" }, loginId: { eq: "0x1" } }) { nodes {
    concurrentSessions(first: 2, after: $after) { nodes { loginId } pageInfo { endCursor } } } } }`;
  const pageAfter = async (after: string | null): Promise<any> =>
    (await ask(api(), PAGE, { after })).sessions.nodes[0].concurrentSessions;
  const { nodes, pageInfo } = await pageAfter(null);
  await ask(api(), INGEST, { events: [aLock({ hostname: 'MOVING', loginId: '0x1', time: at(600) })] });
  const next = await pageAfter(pageInfo.endCursor);
  expect([...nodes, ...next.nodes].map(({ loginId }: any) => loginId)).toEqual(['0x4', '0x3', '0x2']);
});

test('the number of statements does not grow with the rows', async () => {
  const counted: number[] = [];
  for (const first of [2, 80]) {
    statements = 0;
    const data = await ask(
      api(),
      `query ($first: Int!) { sessions(first: $first) { nodes {
        host { hostname firstSeenAt lastLogin { time account { user } } contextEvents(first: 2) { nodes { id host { lastSeenAt } } }
          loggedOn(at: "2026-10-02T08:00:00Z") { coverage { status } accounts { account { lastSeenAt } state } } }
        account { lastLogin { host { lastSeenAt } }
          sessions(first: 3) { totalCount { value } nodes { events(first: 2) { nodes { id } } } } }
        startEvent { session { id } } endEvent { id } state
        concurrentSessions(first: 4) { nodes { account { firstSeenAt } } } } } }`,
      { first },
    );
    expect(data.sessions.nodes).toHaveLength(first);
    counted.push(statements);
  }
  expect(counted[0]).toBeGreaterThan(5);
  expect(counted[1]).toBe(counted[0]);
});
