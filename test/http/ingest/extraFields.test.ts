import { expect, test } from '@jest/globals';

import { useApi } from '../../support/api.ts';
import { useDatabase } from '../../support/database.ts';
import { useSend } from '../../support/ingest/useSend.ts';

const database = useDatabase();
const api = useApi(database);
const send = useSend(api);

test('the error names the field that does not apply, and no name that may be data', async () => {
  const place = { time: '2026-11-16T08:00:00Z', hostname: 'EXTRA' };
  const records = [{ lock: { ...place, srcIp: '10.0.0.9' } }, { lock: { ...place, 'my secret': 1 } }];
  const answer = await send(...records.map((record) => JSON.stringify(record)));
  expect(answer).toMatchObject({
    accepted: 0,
    rejected: 2,
    errors: [
      {
        record: 1,
        code: 'UNREADABLE_RECORD',
        field: 'srcIp',
        message: expect.stringMatching(
          /^lock has a field that does not apply to it, srcIp; it supports time, /,
        ),
      },
      { record: 2, code: 'UNREADABLE_RECORD', field: null },
    ],
  });
  expect(JSON.stringify(answer)).not.toContain('secret');
});
