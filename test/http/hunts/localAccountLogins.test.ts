import { expect, test } from '@jest/globals';
import fc from 'fast-check';

import { useApi } from '../../support/api.ts';
import type { Api } from '../../support/api.ts';
import { uuidOf } from '../../support/companyLog.ts';
import { useDatabase } from '../../support/database.ts';
import { checkAgainstOracle } from '../../support/hunts/checkAgainstOracle.ts';
import { logs, minute } from '../../support/hunts/huntEvents.ts';
import type { HuntEvent } from '../../support/hunts/huntEvents.ts';
import { accountOf, isShown, lies, ok } from '../../support/hunts/huntOracle.ts';
import type { Range } from '../../support/hunts/huntOracle.ts';
import { makeAsk } from '../../support/hunts/makeAsk.ts';
import { describeReal, LAB, useRealLog } from '../../support/hunts/realLog.ts';
import { isLocal } from '../../support/pivotOracle.ts';

const database = useDatabase();
const api = useApi(database);

const asked = makeAsk({
  root: 'car',
  field: 'localAccountLogins',
  variables: { range: 'TimeRange!', excludeNoise: 'Boolean!' },
  select: 'login { id }',
});

type Parameters = { readonly range: Range; readonly excludeNoise: boolean };

const isAnonymous = ({ uid, user }: HuntEvent): boolean =>
  uid === 'S-1-5-7' || (uid === null && /\\anonymous logon$/i.test(user ?? ''));

/** Successful REMOTE logins of users whose domain is the host, except ANONYMOUS LOGON. */
const oracle = (events: readonly HuntEvent[], { range, excludeNoise }: Parameters): object[] =>
  events
    .filter((event) => ok(event) && lies(event, range) && isShown(event, excludeNoise))
    .filter(({ loginType }) => loginType === 'REMOTE')
    .filter((event) => isLocal(accountOf(event) ?? '', event.hostname))
    .filter((event) => !isAnonymous(event))
    .map(({ uuid }) => ({ login: uuid, evidence: [uuid] }));

const answerOf = async (server: Api, given: Parameters): Promise<object[]> =>
  (await asked(server, given)).matches.map(({ login, evidence }) => ({ login: uuidOf(login), evidence }));

test('localAccountLogins finds network logins of accounts of the host itself', async () => {
  await checkAgainstOracle(database(), {
    log: logs({
      kinds: ['OK', 'OK', 'OK', 'TWIN', 'BAD', 'RECONNECT'],
      hosts: ['A', 'B', '10.0.0.9', 'FINANCE-WORKSTATION'],
      users: [
        'A\\ana',
        'a.local\\ben',
        'ana@a',
        'B\\ana',
        'ana',
        'CORP\\ana',
        null,
        '10.0.0.9\\ana',
        'A\\A$',
        'FINANCE-WORKSTA\\ana',
        'FINANCE-WORKSTA\\A$',
        'A\\Anonymous Logon',
      ],
      loginTypes: ['REMOTE', 'REMOTE', 'RDP', null],
    }),
    parameters: fc.record({
      range: fc.constantFrom(
        { from: minute(0, -1), until: minute(215) },
        { from: minute(60), until: minute(120, 1) },
      ),
      excludeNoise: fc.boolean(),
    }),
    asked: async (given) => answerOf(api(), given),
    oracle,
  });
});

describeReal('localAccountLogins on a real log', () => {
  const real = useRealLog(...LAB, 'windows-evtx/security.evtx');

  test.each([true, false])('without noise: %s, finds the same as the oracle', async (excludeNoise) => {
    const range = { from: '2010-01-01T00:00:00.000000Z', until: '2026-01-01T00:00:00.000000Z' };
    const expected = oracle(real().events, { range, excludeNoise });
    expect(await answerOf(real().api, { range, excludeNoise })).toEqual(expected);
  });
});
