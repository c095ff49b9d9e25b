import { beforeAll, describe, expect, test } from '@jest/globals';

import { INGEST, useApi } from '../support/api.ts';
import { useDatabase } from '../support/database.ts';
import { aLock, aLogin, aLogout, anUnlock } from '../support/events.ts';
import { expectRefusedQuery } from '../support/expectRefusedQuery.ts';

const api = useApi(useDatabase());

const at = (clock: string): string => `2026-10-01T${clock}:00.000000Z`;
const fields = (clock: string) => ({ time: at(clock), hostname: 'A', loginId: '0x1', user: 'CORP\\ana' });

beforeAll(async () => {
  const events = [
    aLogin({ ...fields('08:00'), loginType: 'INTERACTIVE' }),
    aLock(fields('09:00')),
    anUnlock(fields('10:00')),
    aLogout({ ...fields('11:00'), loginType: 'INTERACTIVE' }),
  ];
  const { data } = await api().query(INGEST, { events });
  expect(data.ingestSessionEvents).toMatchObject({ accepted: 4 });
});

const periodsOf = async (first: number) =>
  api().query(
    'query ($first: Int!) { sessions { nodes { periods(first: $first) { from until state truncated } } } }',
    { first },
  );

const PERIODS = [
  { from: at('08:00'), until: at('09:00'), state: 'ACTIVE', truncated: false },
  { from: at('09:00'), until: at('10:00'), state: 'LOCKED', truncated: false },
  { from: at('10:00'), until: at('11:00'), state: 'ACTIVE', truncated: false },
];

describe('the periods of a session', () => {
  test.each([3, 4, 1000])('are all listed when there are at most %d', async (first) => {
    const { data } = await periodsOf(first);
    expect(data.sessions.nodes).toEqual([{ periods: PERIODS }]);
  });

  test('say in the last one that later ones are left out', async () => {
    const { data } = await periodsOf(2);
    const [first, second] = PERIODS;
    expect(data.sessions.nodes).toEqual([{ periods: [first, { ...second, truncated: true }] }]);
  });

  test.each([0, -1, 1001])('are refused in a list of %d', async (first) => {
    const answer = await api().query(`{ sessions { nodes { periods(first: ${first}) { state } } } }`);
    expectRefusedQuery(answer, 'BAD_PAGE');
    expect(answer.errors?.[0]?.extensions).toMatchObject({ field: 'first' });
  });
});
