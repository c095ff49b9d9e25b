import { beforeAll, expect, test } from '@jest/globals';

import { INGEST, useApi } from '../support/api.ts';
import { ask } from '../support/companyLog.ts';
import { useDatabase } from '../support/database.ts';
import { aLock, aLogin, anUnlock } from '../support/events.ts';

const api = useApi(useDatabase());

const at = (minute: number): string => `2026-11-16T09:0${minute}:00.000000Z`;
/** A user whose login id is the number that Windows uses for SYSTEM. */
const ANA = { loginId: '0x3e7', uid: '1000' };
const SYSTEM = { loginId: '0x3e7', uid: 'S-1-5-18', user: 'NT AUTHORITY\\SYSTEM' };

beforeAll(async () => {
  await ask(api(), INGEST, {
    events: [
      aLogin({ ...ANA, time: at(0) }),
      aLock({ ...SYSTEM, time: at(1) }),
      aLock({ ...ANA, time: at(4) }),
      anUnlock({ ...SYSTEM, time: at(5) }),
      anUnlock({ ...ANA, time: at(6) }),
    ],
  });
});

test('the events of a fixed logon of Windows do not belong to a session with the same number', async () => {
  const { sessions } = await ask(
    api(),
    `{ sessions { nodes { uid events { totalCount { value } nodes { time uid } } } } }`,
  );
  const events = [at(0), at(4), at(6)].map((time) => ({ time, uid: '1000' }));
  expect(sessions.nodes).toEqual([{ uid: '1000', events: { totalCount: { value: 3 }, nodes: events } }]);
});

test.each([
  [2, 'ACTIVE'],
  [4, 'LOCKED'],
  [5, 'LOCKED'],
  [6, 'ACTIVE'],
])('nor do they change its state: minute %d, %s', async (minute, state) => {
  const { sessions } = await ask(api(), `{ sessions { nodes { state(at: "${at(minute)}") } } }`);
  expect(sessions.nodes).toEqual([{ state }]);
});
