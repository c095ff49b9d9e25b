import { expect, test } from '@jest/globals';

import { aRecord } from '../../importer/importing.ts';
import { useApi } from '../../support/api.ts';
import { useDatabase } from '../../support/database.ts';

const api = useApi(useDatabase());

test('/ingest stores the context events of raw records', async () => {
  const records = [
    aRecord(0, { Hostname: 'RAW2', EventID: 4779, AccountName: 'ana', LogonID: '0x1000' }),
    aRecord(1, { Hostname: 'RAW2', EventID: 1100 }),
    '2026-09-01T00:00:02Z RAW2 systemd-logind[411]: System is rebooting.',
  ];
  const body = records
    .map((record) => (typeof record === 'string' ? record : JSON.stringify(record)))
    .join('\n');
  const response = await fetch(new URL('/ingest', api().url), { method: 'POST', body });
  expect(await response.json()).toMatchObject({ accepted: 3, rejected: 0, skipped: 0 });
  const { data } = await api().query(
    '{ host(hostname: "RAW2") { contextEvents(order: OLDEST_FIRST) { nodes { __typename time } } } }',
  );
  expect(data.host.contextEvents.nodes).toEqual([
    { __typename: 'Disconnect', time: '2026-09-01T00:00:00.000000Z' },
    { __typename: 'HostSeen', time: '2026-09-01T00:00:01.000000Z' },
    { __typename: 'HostStop', time: '2026-09-01T00:00:02.000000Z' },
  ]);
});
