import { expect, test } from '@jest/globals';
import fc from 'fast-check';

import { useApi } from '../../support/api.ts';
import type { Api } from '../../support/api.ts';
import { uuidOf } from '../../support/companyLog.ts';
import { useDatabase } from '../../support/database.ts';
import { checkAgainstOracle } from '../../support/hunts/checkAgainstOracle.ts';
import { logs, minute } from '../../support/hunts/huntEvents.ts';
import type { HuntEvent } from '../../support/hunts/huntEvents.ts';
import {
  accountOf,
  bad,
  different,
  isShown,
  lengthOf,
  micros,
  nameOf,
  networkOf,
  ok,
  burstsOf,
} from '../../support/hunts/huntOracle.ts';
import type { Range } from '../../support/hunts/huntOracle.ts';
import { makeAsk } from '../../support/hunts/makeAsk.ts';
import { describeReal, useRealLog } from '../../support/hunts/realLog.ts';

const database = useDatabase();
const api = useApi(database);

const asked = makeAsk({
  root: 'hunts',
  field: 'passwordSpray',
  variables: {
    range: 'TimeRange!',
    key: 'SprayKey!',
    window: 'Duration!',
    minUsers: 'Int!',
    maxFailuresPerUser: 'Int!',
    excludeNoise: 'Boolean!',
  },
  select: `srcIp srcNetwork host { hostname } firstAt lastAt users { user } userCount failureCount peak compromisedUsers { user }
    successes(first: 1000) { nodes { id } }`,
});

type Parameters = {
  readonly range: Range;
  readonly key: string;
  readonly window: string;
  readonly minUsers: number;
  readonly maxFailuresPerUser: number;
  readonly excludeNoise: boolean;
};

const KEYS: Readonly<Record<string, (event: HuntEvent) => string | null>> = {
  SRC_IP: ({ srcIp }) => srcIp,
  SRC_NETWORK: ({ srcIp }) => networkOf(srcIp),
  HOST: ({ hostname }) => hostname,
};

/** The different names of users among failures of one key in (t - window, t], except those with too many failures. */
const oracle = (events: readonly HuntEvent[], given: Parameters): object[] => {
  const shown = events.filter((event) => isShown(event, given.excludeNoise));
  const keyOf = KEYS[given.key]!;
  const { range, window, minUsers: least, maxFailuresPerUser: mostOfValue } = given;
  const rule = { keyOf, valueOf: nameOf, least, mostOfValue, window, range };
  return burstsOf(shown.filter(bad), rule).map(({ group, peak }) => {
    const [first] = group;
    const last = group.at(-1)!;
    const successes = shown.filter(
      (event) =>
        ok(event) &&
        accountOf(event) !== null &&
        keyOf(event) === keyOf(first!) &&
        event.time >= first!.time &&
        micros(event.time) < micros(last.time) + lengthOf('PT1H'),
    );
    return {
      srcIp: given.key === 'SRC_IP' ? keyOf(first!) : null,
      srcNetwork: given.key === 'SRC_NETWORK' ? keyOf(first!) : null,
      host: given.key === 'HOST' ? { hostname: keyOf(first!) } : null,
      firstAt: first!.time,
      lastAt: last.time,
      users: usersOf(group),
      userCount: different(group.map(nameOf)).length,
      failureCount: group.length,
      peak,
      compromisedUsers: usersOf(successes),
      successes: successes.map(({ uuid }) => uuid),
      evidence: group.map(({ uuid }) => uuid),
    };
  });
};

const usersOf = (events: readonly HuntEvent[]): string[] =>
  different(events.map(accountOf))
    .filter((user) => user !== null)
    .toSorted();

const answerOf = async (server: Api, given: Parameters): Promise<object[]> =>
  (await asked(server, given)).matches.map(({ users, compromisedUsers, successes, ...match }) => ({
    ...match,
    users: users.map(({ user }: any) => user).toSorted(),
    compromisedUsers: compromisedUsers.map(({ user }: any) => user).toSorted(),
    successes: successes.nodes.map(uuidOf),
  }));

test('passwordSpray finds the same as checking every window', async () => {
  await checkAgainstOracle(database(), {
    log: logs({
      kinds: ['BAD', 'BAD', 'BAD', 'BAD', 'OK'],
      hosts: ['A', 'B'],
      sources: [
        '10.0.0.1',
        '10.0.0.1',
        '10.0.0.2',
        '10.0.1.1',
        '2001:db8::1',
        '2001:db8::2',
        '2001:db8:0:1::1',
        null,
      ],
      loginTypes: ['REMOTE', 'RDP', null],
    }),
    parameters: fc.record({
      range: fc.constantFrom(
        { from: minute(0, -1), until: minute(215) },
        { from: minute(60), until: minute(125) },
        // Shorter than the longest window.
        { from: minute(60), until: minute(80) },
        { from: minute(60, 1), until: minute(120, 1) },
      ),
      key: fc.constantFrom('SRC_IP', 'SRC_NETWORK', 'HOST'),
      window: fc.constantFrom('PT5M', 'PT30M', 'PT1H'),
      minUsers: fc.constantFrom(2, 2, 3, 4),
      maxFailuresPerUser: fc.constantFrom(1, 2, 5),
      excludeNoise: fc.boolean(),
    }),
    asked: async (given) => answerOf(api(), given),
    oracle,
    covers: (found) => found.some(({ compromisedUsers }) => compromisedUsers.length > 0),
  });
});

describeReal('passwordSpray on real logs', () => {
  const real = useRealLog(
    'linux/syslog_ssh.log',
    'linux/opnsense-sshd.log',
    'windows-json/windows-bf.xml.log',
  );

  test.each(['SRC_IP', 'SRC_NETWORK', 'HOST'])('by %s finds the same as the oracle', async (key) => {
    const range = { from: '2010-01-01T00:00:00.000000Z', until: '2027-01-01T00:00:00.000000Z' };
    const given = { range, key, window: 'P30D', minUsers: 2, maxFailuresPerUser: 5, excludeNoise: false };
    expect(await answerOf(real().api, given)).toEqual(oracle(real().events, given));
  });
});
