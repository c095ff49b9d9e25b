import { expect, test } from '@jest/globals';
import fc from 'fast-check';

import { useApi } from '../../support/api.ts';
import type { Api } from '../../support/api.ts';
import { uuidOf } from '../../support/companyLog.ts';
import { useDatabase } from '../../support/database.ts';
import { baselineOf, timesOn } from '../../support/hunts/baselineOracle.ts';
import { checkAgainstOracle } from '../../support/hunts/checkAgainstOracle.ts';
import { logs, minute } from '../../support/hunts/huntEvents.ts';
import type { HuntEvent } from '../../support/hunts/huntEvents.ts';
import { accountOf, isShown, lengthOf, lies, micros, ok } from '../../support/hunts/huntOracle.ts';
import type { Range } from '../../support/hunts/huntOracle.ts';
import { makeAsk } from '../../support/hunts/makeAsk.ts';
import { describeReal, LAB, useRealLog } from '../../support/hunts/realLog.ts';

const database = useDatabase();
const api = useApi(database);

const asked = makeAsk({
  root: 'hunts',
  field: 'unusualRdpSource',
  variables: {
    range: 'TimeRange!',
    lookback: 'Duration!',
    minCoverage: 'Float!',
    approvedSources: '[CIDR!]',
    excludeNoise: 'Boolean!',
  },
  select: 'login { id } reasons baseline { status coverage }',
});

type Parameters = {
  readonly range: Range;
  readonly lookback: string;
  readonly minCoverage: number;
  readonly approvedSources: readonly string[] | null;
  readonly excludeNoise: boolean;
};

/** The reasons why each generated source is unusual, regardless of the log. */
const SOURCES: Readonly<Record<string, readonly string[]>> = {
  '10.0.0.1': [],
  '10.0.0.2': [],
  '172.31.255.255': [],
  'fe80::1': [],
  'fd00::1': [],
  '172.32.0.0': ['PUBLIC'],
  '203.0.113.5': ['PUBLIC'],
  '2001:db8::1': ['PUBLIC'],
  '127.0.0.1': ['LOOPBACK'],
  '::1': ['LOOPBACK'],
};
const ALLOWED: Readonly<Record<string, readonly string[]>> = {
  '10.0.0.0/31': ['10.0.0.1'],
  '203.0.113.0/24': ['203.0.113.5'],
  '::1': ['::1'],
};

/** Successful RDP logins from public addresses, from loopback, or not seen for (user, host) in [from - lookback, from). */
const oracle = (
  events: readonly HuntEvent[],
  { range, lookback, minCoverage, approvedSources, excludeNoise }: Parameters,
): object[] => {
  const allowed = new Set((approvedSources ?? []).flatMap((network) => ALLOWED[network] ?? []));
  const desktops = events.filter((event) => ok(event) && event.loginType === 'RDP' && event.srcIp !== null);
  return desktops
    .filter((event) => lies(event, range) && isShown(event, excludeNoise) && !allowed.has(event.srcIp!))
    .map((login) => {
      const seen = desktops.some(
        (other) =>
          other.time < range.from &&
          micros(other.time) >= micros(range.from) - lengthOf(lookback) &&
          accountOf(login) !== null &&
          accountOf(other) === accountOf(login) &&
          other.hostname === login.hostname &&
          other.srcIp === login.srcIp,
      );
      return {
        login: login.uuid,
        reasons: [...SOURCES[login.srcIp!]!, ...(seen ? [] : ['NOT_SEEN'])],
        baseline: baselineOf(timesOn(events, login.hostname), { range, lookback, minCoverage }),
        evidence: [login.uuid],
      };
    })
    .filter(({ reasons }) => reasons.length > 0);
};

const answerOf = async (server: Api, given: Parameters): Promise<object[]> =>
  (await asked(server, given)).matches.map(({ login, ...match }) => ({ login: uuidOf(login), ...match }));

test('unusualRdpSource finds unusual sources with the reasons', async () => {
  await checkAgainstOracle(database(), {
    log: logs({
      kinds: ['OK', 'OK', 'OK', 'TWIN', 'BAD', 'RECONNECT'],
      hosts: ['A', 'B'],
      users: ['CORP\\ana', 'corp.example\\ANA', 'ana', null, 'CORP\\A$'],
      sources: [...Object.keys(SOURCES), '10.0.0.1', '10.0.0.1', null],
      loginTypes: ['RDP', 'RDP', 'RDP', 'REMOTE', null],
    }),
    parameters: fc.record({
      range: fc.constantFrom(
        { from: minute(60), until: minute(215) },
        { from: minute(120, 1), until: minute(180) },
        { from: minute(150), until: minute(215) },
      ),
      lookback: fc.constantFrom('PT30M', 'PT1H', 'P2D', 'P30D'),
      minCoverage: fc.constantFrom(0, 0.5, 1),
      approvedSources: fc.constantFrom(null, ['10.0.0.0/31'], ['203.0.113.0/24', '::1']),
      excludeNoise: fc.boolean(),
    }),
    asked: async (given) => answerOf(api(), given),
    oracle,
  });
});

describeReal('unusualRdpSource on a real log', () => {
  const real = useRealLog(...LAB);

  test('finds the remote desktop from 1.2.3.4', async () => {
    const range = { from: '2020-01-01T00:00:00.000000Z', until: '2021-01-01T00:00:00.000000Z' };
    const desktops = real().events.filter(
      (event) => ok(event) && event.loginType === 'RDP' && event.srcIp !== null,
    );
    expect(desktops.map(({ srcIp }) => srcIp)).toContain('1.2.3.4');
    const found = await answerOf(real().api, {
      range,
      lookback: 'P30D',
      minCoverage: 0.5,
      approvedSources: null,
      excludeNoise: false,
    });
    expect(found).toEqual(
      desktops.map(({ uuid, srcIp, hostname }) => ({
        login: uuid,
        reasons: [...(srcIp!.startsWith('1.') ? ['PUBLIC'] : []), 'NOT_SEEN'],
        baseline: baselineOf(timesOn(real().events, hostname), { range, lookback: 'P30D', minCoverage: 0.5 }),
        evidence: [uuid],
      })),
    );
  });
});
