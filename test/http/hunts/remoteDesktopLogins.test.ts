import { expect, test } from '@jest/globals';
import fc from 'fast-check';

import { useApi } from '../../support/api.ts';
import type { Api } from '../../support/api.ts';
import { uuidOf } from '../../support/companyLog.ts';
import { useDatabase } from '../../support/database.ts';
import { checkAgainstOracle } from '../../support/hunts/checkAgainstOracle.ts';
import { logs, minute } from '../../support/hunts/huntEvents.ts';
import type { HuntEvent } from '../../support/hunts/huntEvents.ts';
import { accountOf, different, isShown, lies, ok } from '../../support/hunts/huntOracle.ts';
import type { Range } from '../../support/hunts/huntOracle.ts';
import { makeAsk } from '../../support/hunts/makeAsk.ts';
import { describeReal, LAB, useRealLog } from '../../support/hunts/realLog.ts';

const database = useDatabase();
const api = useApi(database);

const asked = makeAsk({
  root: 'car',
  field: 'remoteDesktopLogins',
  variables: { range: 'TimeRange!', approvedSources: '[CIDR!]', excludeNoise: 'Boolean!' },
  select: 'login { id } seenBefore',
});

type Parameters = {
  readonly range: Range;
  readonly approvedSources: readonly string[] | null;
  readonly excludeNoise: boolean;
};

/** The generated sources in the approved networks of the test. */
const MEMBERS: Readonly<Record<string, readonly string[]>> = {
  '10.0.0.0/24': ['10.0.0.1', '10.0.0.2'],
  '10.0.1.1': ['10.0.1.1'],
  '2001:db8::/32': ['2001:db8::1'],
  '0.0.0.0/0': ['10.0.0.1', '10.0.0.2', '10.0.1.1', '203.0.113.5', '127.0.0.1'],
};

/** Successful RDP logins from outside the approved networks, and whether (user, host, source) was seen before the range. */
const oracle = (
  events: readonly HuntEvent[],
  { range, approvedSources, excludeNoise }: Parameters,
): object[] => {
  const approved = new Set((approvedSources ?? []).flatMap((network) => MEMBERS[network] ?? []));
  const desktops = events.filter((event) => ok(event) && event.loginType === 'RDP');
  return desktops
    .filter((event) => lies(event, range) && isShown(event, excludeNoise))
    .filter(({ srcIp }) => srcIp === null || !approved.has(srcIp))
    .map((login) => {
      const seen = desktops.some(
        (other) =>
          other.time < range.from &&
          other.hostname === login.hostname &&
          other.srcIp === login.srcIp &&
          accountOf(other) === accountOf(login),
      );
      const isKnown = accountOf(login) !== null && login.srcIp !== null;
      return { login: login.uuid, seenBefore: isKnown ? seen : null, evidence: [login.uuid] };
    });
};

const answerOf = async (server: Api, given: Parameters): Promise<object[]> =>
  (await asked(server, given)).matches.map(({ login, ...match }) => ({ login: uuidOf(login), ...match }));

test('remoteDesktopLogins finds logins from other networks, and whether they were seen before', async () => {
  await checkAgainstOracle(database(), {
    log: logs({
      kinds: ['OK', 'OK', 'OK', 'TWIN', 'BAD', 'RECONNECT'],
      users: ['CORP\\ana', 'corp.example\\ANA', 'ana', 'LAB\\ana', null],
      loginTypes: ['RDP', 'RDP', 'RDP', 'REMOTE', null],
    }),
    parameters: fc.record({
      range: fc.constantFrom(
        { from: minute(0, -1), until: minute(215) },
        { from: minute(60), until: minute(215) },
        { from: minute(120, 1), until: minute(180) },
      ),
      approvedSources: fc.constantFrom(null, ['10.0.0.0/24'], ['10.0.1.1', '2001:db8::/32'], ['0.0.0.0/0']),
      excludeNoise: fc.boolean(),
    }),
    asked: async (given) => answerOf(api(), given),
    oracle,
    covers: (found) => different(found.map(({ seenBefore }) => seenBefore)).length === 3,
  });
});

describeReal('remoteDesktopLogins on a real log', () => {
  const real = useRealLog(...LAB);

  test.each([true, false])('without noise: %s, finds the same as the oracle', async (excludeNoise) => {
    const range = { from: '2020-01-01T00:00:00.000000Z', until: '2021-01-01T00:00:00.000000Z' };
    const given = { range, approvedSources: null, excludeNoise };
    const expected = oracle(real().events, given);
    expect(expected.length).toBeGreaterThan(0);
    expect(await answerOf(real().api, given)).toEqual(expected);
  });
});
