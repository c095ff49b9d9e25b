import { expect, test } from '@jest/globals';

import { INGEST, useApi } from '../support/api.ts';
import { ask } from '../support/companyLog.ts';
import { useDatabase } from '../support/database.ts';
import { aLogin, aLogout } from '../support/events.ts';

const api = useApi(useDatabase());

const at = (second: number): string => new Date(Date.UTC(2026, 9, 1, 8) + second * 1000).toISOString();

const list = async (filter: object): Promise<any[]> => {
  const query = `query ($filter: SessionFilter) { sessions(filter: $filter) { nodes { loginId startReason durationSeconds } } }`;
  return (await ask(api(), query, { filter })).sessions.nodes;
};

test('overlaps finds no session of zero length', async () => {
  const logout = aLogout({ hostname: 'INSTANT', time: at(60), loginId: '0xf1', loginType: 'RDP' });
  const inside = ['0xf2', '0xf3'].map((loginId, n) =>
    aLogin({ hostname: 'INSTANT', time: at(59 + n), loginId, loginType: 'RDP' }),
  );
  await api().query(INGEST, { events: [logout, ...inside] });
  const hostname = { eq: 'instant' };
  const stored = await list({ hostname, startedAt: { from: at(0), until: at(120) } });
  const lengths = stored.map(({ loginId, startReason, durationSeconds }: any) =>
    [loginId, startReason, durationSeconds].join(' '),
  );
  expect(lengths.toSorted()).toEqual(['0xf1 FIRST_SEEN 0', '0xf2 LOGIN ', '0xf3 LOGIN ']);
  for (const overlaps of [
    { from: at(0), until: at(120) },
    { from: at(60), until: at(61) },
  ]) {
    const found = await list({ hostname, overlaps });
    expect(found.map(({ loginId }: any) => loginId).toSorted()).toEqual(['0xf2', '0xf3']);
  }
});
