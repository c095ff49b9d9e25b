import { expect, test } from '@jest/globals';
import fc from 'fast-check';

import { useApi } from '../../support/api.ts';
import type { Api } from '../../support/api.ts';
import { uuidOf } from '../../support/companyLog.ts';
import { useDatabase } from '../../support/database.ts';
import { checkAgainstOracle } from '../../support/hunts/checkAgainstOracle.ts';
import { logs, minute } from '../../support/hunts/huntEvents.ts';
import type { HuntEvent } from '../../support/hunts/huntEvents.ts';
import { accountOf, different, inOrder } from '../../support/hunts/huntOracle.ts';
import type { Range } from '../../support/hunts/huntOracle.ts';
import { makeAsk } from '../../support/hunts/makeAsk.ts';
import { describeReal, LAB, useRealLog } from '../../support/hunts/realLog.ts';
import { endOf, isOpenAt, sessionsOfLog } from '../../support/hunts/sessionsOfLog.ts';
import type { SessionOfLog } from '../../support/hunts/sessionsOfLog.ts';

const database = useDatabase();
const api = useApi(database);

const asked = makeAsk({
  root: 'hunts',
  field: 'concurrentSessions',
  variables: {
    range: 'TimeRange!',
    key: 'ConcurrencyKey!',
    minPeak: 'Int!',
    distinct: 'ConcurrencyTrait',
    loginTypes: '[LoginType!]',
    includeUnknown: 'Boolean!',
    excludeNoise: 'Boolean!',
  },
  select: `account { user } host { hostname } from since until peak peakAt sessionCount distinctCount
    sessions(first: 1000) { nodes { id } }`,
});

type Parameters = {
  readonly range: Range;
  readonly key: string;
  readonly minPeak: number;
  readonly distinct: string | null;
  readonly loginTypes: readonly string[] | null;
  readonly includeUnknown: boolean;
  readonly excludeNoise: boolean;
};

const parameters = fc
  .record({
    range: fc.constantFrom(
      { from: minute(0, -1), until: minute(215) },
      { from: minute(60), until: minute(125) },
      { from: minute(60, 1), until: minute(120, 1) },
    ),
    key: fc.constantFrom('USER', 'HOST'),
    minPeak: fc.constantFrom(2, 2, 3),
    distinct: fc.constantFrom(null, 'HOST', 'USER', 'SRC_IP', 'SRC_IP'),
    loginTypes: fc.constantFrom(null, null, ['RDP', 'REMOTE', 'INTERACTIVE'], ['RDP']),
    includeUnknown: fc.boolean(),
    excludeNoise: fc.boolean(),
  })
  .filter(({ key, distinct }) => key !== distinct);

const askOf = async (server: Api, given: Parameters): Promise<object[]> =>
  (await asked(server, given)).matches.map(({ account, host, sessions, since, ...match }) => {
    expect(since).toBe(match.from);
    expect(sessions.nodes.map(uuidOf)).toEqual(match.evidence);
    return { account: account?.user ?? null, hostname: host?.hostname ?? null, ...match };
  });

/** The reconnects of a session up to its end that have a source. */
const movesOf = ({ folded }: SessionOfLog): readonly { time: string; srcIp: string }[] =>
  folded.ownFacts.flatMap((fact) =>
    fact.kind === 'EVENT' && fact.action === 'RECONNECT' && fact.srcIp
      ? [{ time: fact.time, srcIp: fact.srcIp }]
      : [],
  );

/** The source of a session: that of its login until a reconnect has another one; before the first known source there is none. */
const sourceAt = (session: SessionOfLog, moment: string): string | null => {
  const login = session.events.find(
    ({ action, srcIp, linkedLoginId }) => action === 'LOGIN' && srcIp !== null && linkedLoginId === null,
  );
  return movesOf(session).findLast(({ time }) => time <= moment)?.srcIp ?? login?.srcIp ?? null;
};

const valueAt = (session: SessionOfLog, distinct: string | null, moment: string): string | null => {
  if (distinct === 'HOST') return session.hostname;
  if (distinct === 'USER') return accountOf(session);
  return distinct === 'SRC_IP' ? sourceAt(session, moment) : session.startUuid;
};

/** At each time of a change, the distinct values among the open sessions of a key. */
const atOnce = (events: readonly HuntEvent[], given: Parameters): object[] => {
  const { from, until } = given.range;
  const keyOf = (session: SessionOfLog) => (given.key === 'USER' ? accountOf(session) : session.hostname);
  const sessions = sessionsOfLog(events, given).filter((session) => keyOf(session) !== null);
  return different(sessions.map(keyOf))
    .flatMap((key) => {
      const own = sessions.filter((session) => keyOf(session) === key);
      const openAt = (moment: string) =>
        own.filter(
          (session) => isOpenAt(session, given, moment) && valueAt(session, given.distinct, moment) !== null,
        );
      const valuesAt = (moment: string) =>
        different(openAt(moment).map((session) => valueAt(session, given.distinct, moment)));
      const moments = different([
        from,
        ...own.flatMap((session) => [session.startedAt, endOf(session, given)]),
        ...own.flatMap(movesOf).map(({ time }) => time),
      ])
        .filter((moment) => moment >= from && moment < until)
        .toSorted();
      const overlaps: string[][] = [];
      moments.forEach((moment, index) => {
        if (valuesAt(moment).length < given.minPeak) return;
        const previous = moments[index - 1];
        if (previous !== undefined && valuesAt(previous).length >= given.minPeak)
          overlaps.at(-1)!.push(moment);
        else overlaps.push([moment]);
      });
      return overlaps.map((overlap) => {
        const [since = ''] = overlap;
        const before = moments[moments.indexOf(since) - 1];
        const came = openAt(since).filter(
          (session) =>
            before === undefined ||
            !isOpenAt(session, given, before) ||
            valueAt(session, given.distinct, before) !== valueAt(session, given.distinct, since),
        );
        const open = different(overlap.flatMap(openAt));
        const peak = Math.max(...overlap.map((moment) => valuesAt(moment).length));
        return {
          place: `${since} ${came.map(({ startUuid }) => startUuid).toSorted()[0]}`,
          account: given.key === 'USER' ? key : null,
          hostname: given.key === 'HOST' ? key : null,
          from: since,
          until: moments[moments.indexOf(overlap.at(-1)!) + 1] ?? until,
          peak,
          peakAt: overlap.find((moment) => valuesAt(moment).length === peak),
          sessionCount: open.length,
          distinctCount: different(overlap.flatMap(valuesAt)).length,
          evidence: inOrder(
            open.map(({ startedAt, startUuid }) => ({ time: startedAt, uuid: startUuid })),
          ).map(({ uuid }) => uuid),
        };
      });
    })
    .toSorted((a, b) => (a.place < b.place ? -1 : 1))
    .map(({ place: _, ...match }) => match);
};

const SESSIONS = logs({
  kinds: ['OK', 'OK', 'OK', 'OK', 'LOGOUT', 'RECONNECT', 'LOCK', 'TWIN'],
  maxLength: 50,
});
/** A log of few users, who often reconnect from another address. */
const MOVES = logs({
  kinds: ['OK', 'OK', 'RECONNECT', 'RECONNECT', 'RECONNECT', 'RECONNECT', 'LOGOUT'],
  users: ['CORP\\ana', 'CORP\\ana', 'CORP\\ben', null],
  hosts: ['A', 'A', 'B'],
  loginTypes: ['RDP'],
  sources: ['10.0.0.1', '10.0.0.2', 'fe80::1', null],
  minLength: 10,
});

test.each([
  ['sessions', SESSIONS, parameters],
  ['sources', MOVES, parameters.map((given) => ({ ...given, distinct: 'SRC_IP', loginTypes: null }))],
])('concurrentSessions, %s, finds the same as the oracle', async (_, log, given) => {
  await checkAgainstOracle(database(), {
    log,
    parameters: given,
    asked: async (some) => askOf(api(), some),
    oracle: atOnce,
  });
});

describeReal('concurrentSessions on a real log', () => {
  const real = useRealLog(...LAB);

  test.each([
    ['USER', null, null],
    ['USER', 'HOST', null],
    ['USER', 'SRC_IP', ['RDP', 'REMOTE']],
    ['HOST', 'USER', null],
    ['HOST', null, ['INTERACTIVE', 'RDP']],
  ])('by %s, distinct %s, of %j finds the same as the oracle', async (key, distinct, loginTypes) => {
    const range = { from: '2020-01-01T00:00:00.000000Z', until: '2021-01-01T00:00:00.000000Z' };
    let matches = 0;
    for (const includeUnknown of [false, true]) {
      const given = { range, key, distinct, minPeak: 2, loginTypes, includeUnknown, excludeNoise: true };
      const expected = atOnce(real().events, given);
      expect(await askOf(real().api, given)).toEqual(expected);
      matches += expected.length;
    }
    expect(matches).toBeGreaterThan(0);
  });
});
