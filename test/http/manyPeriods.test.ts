import { beforeAll, expect, test } from '@jest/globals';

import { INGEST, useApi } from '../support/api.ts';
import { useDatabase } from '../support/database.ts';
import { aLock, aLogin, aLogout, anUnlock } from '../support/events.ts';
import { listenToStatements } from '../support/listenToStatements.ts';

const database = useDatabase();
const statements: string[] = [];
// Set before the first connection is opened.
beforeAll(() => listenToStatements(database().readPool, (text) => statements.push(text)));
const api = useApi(database);

const SESSIONS = 1000;
const at = (clock: string): string => `2026-10-01T${clock}:00.000000Z`;

/** Every second session stays open. */
const eventsOf = (index: number): readonly object[] => {
  const fields = (clock: string) => ({
    time: at(clock),
    hostname: `WS${index % 50}`,
    loginId: `0x${(index + 1).toString(16)}`,
    user: 'CORP\\ana',
  });
  return [
    aLogin({ ...fields('08:00'), loginType: 'INTERACTIVE' }),
    aLock(fields('09:00')),
    anUnlock(fields('10:00')),
    ...(index % 2 === 0 ? [] : [aLogout({ ...fields('11:00'), loginType: 'INTERACTIVE' })]),
  ];
};

const PERIODS = [
  { from: at('08:00'), until: at('09:00'), state: 'ACTIVE' },
  { from: at('09:00'), until: at('10:00'), state: 'LOCKED' },
];

test('the periods of a thousand sessions take two statements besides that of the list', async () => {
  const events = Array.from({ length: SESSIONS }, (_, index) => eventsOf(index)).flat();
  const { data } = await api().query(INGEST, { events });
  expect(data.ingestSessionEvents).toMatchObject({ accepted: events.length });
  statements.length = 0;
  const answer = await api().query(
    `{ sessions(first: ${SESSIONS}) { nodes { periods(first: 4) { from until state } } } }`,
  );
  expect(answer.data.sessions.nodes).toHaveLength(SESSIONS);
  for (const { periods } of answer.data.sessions.nodes) expect(periods.slice(0, 2)).toEqual(PERIODS);
  expect(statements).toHaveLength(3);
});
