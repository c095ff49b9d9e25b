import { beforeAll, expect, test } from '@jest/globals';

import { listEventsOfSession } from '../../src/domain/listEvents.ts';
import { listSessions } from '../../src/domain/listSessions.ts';
import { makeContext } from '../../src/graphql/context.ts';
import { ANYONE } from '../../src/model/access/caller.ts';
import { RULES, useDatabase } from '../support/database.ts';
import { listenToStatements } from '../support/listenToStatements.ts';
import { countRowsRead, planOf } from '../support/planOf.ts';
import type { Sent } from '../support/planOf.ts';
import { recordEvents } from '../support/recordEvents.ts';

const database = useDatabase();

let statements: Sent[] = [];

const EVENTS = 40_000;

/** A session with an elevated twin, which is recorded before its login, among many events of other pairs, on its host and on others. */
beforeAll(async () => {
  const { writePool, partitions } = database();
  const pair = { hostname: 'H1', loginId: '0xabc', user: 'CORP\\ana' };
  const login = {
    ...pair,
    time: '2025-06-10T08:00:00Z',
    loginType: 'INTERACTIVE',
    loginSuccessful: true,
  } as const;
  await recordEvents(database(), [
    { action: 'LOGIN', input: login },
    {
      action: 'LOGIN',
      input: { ...login, time: '2025-06-10T07:59:15Z', loginId: '0xdef', linkedLoginId: '0xabc' },
    },
    { action: 'LOCK', input: { ...pair, time: '2025-06-10T09:00:00Z' } },
    { action: 'UNLOCK', input: { ...pair, time: '2025-06-10T10:00:00Z' } },
  ]);
  await partitions.ensure(
    Array.from({ length: 14 }, (_, month) => new Date(Date.UTC(2025, month, 15)).toISOString()),
  );
  await writePool.query(
    `insert into session_event (hostname, time, id, action, login_id, "user", user_name)
     select 'H' || n % 4, timestamptz '2025-01-01' + n * interval '14 minutes', gen_random_uuid(), 'LOCK', '0x' || to_hex(n % 900 + 1), 'u', 'u'
     from generate_series(1, ${EVENTS}) n`,
  );
  await writePool.query('analyze session_event');
  listenToStatements(database().readPool, (text, values) => statements.push({ text, values }));
});

test('counting the events of a session reads its events only', async () => {
  const context = makeContext({ database: database(), makeRules: () => RULES }, { caller: ANYONE });
  const [session] = (await listSessions(context, { filter: { loginId: { eq: '0xabc' } } })).items;
  const { count } = await listEventsOfSession(context, session!, {});
  statements = [];
  expect(await count('EXACT')).toEqual({ value: 4, relation: 'EQUAL' });
  expect(statements).toHaveLength(1);
  const [statement] = statements as [Sent];
  const plan = await planOf(database().writePool, statement);
  const scans = plan.filter((node) => node['Relation Name']?.startsWith('session_event'));
  expect(scans.length).toBeGreaterThan(0);
  expect(countRowsRead(scans)).toBeLessThan(20);
});
