import { beforeAll, beforeEach, describe, expect, test } from '@jest/globals';

import { findMatches } from '../../src/domain/search/findMatches.ts';
import { makeContext } from '../../src/graphql/context.ts';
import { ANYONE } from '../../src/model/access/caller.ts';
import type { SearchKind } from '../../src/model/search/searchMatch.ts';
import { RULES, useDatabase } from '../support/database.ts';
import { listenToStatements } from '../support/listenToStatements.ts';
import { countRowsRead, genericPlanOf } from '../support/planOf.ts';
import type { Sent } from '../support/planOf.ts';

const database = useDatabase();

let statements: Sent[] = [];

const MONTHS = 14;
const EVENTS = 40_000;

/** Half of the events have one uid, one address and one login id, which sort before those of the other half. */
beforeAll(async () => {
  const { writePool, partitions } = database();
  await partitions.ensure(
    Array.from({ length: MONTHS }, (_, month) => new Date(Date.UTC(2025, month, 15)).toISOString()),
  );
  await writePool.query(
    `insert into session_event (hostname, time, id, action, uid, "user", user_name, user_domain, login_type, login_successful, src_ip, login_id)
     select 'H' || n % 700, timestamptz '2025-01-01' + n * interval '14 minutes', gen_random_uuid(), 'LOGIN',
       'S-1-5-21-1-2-3-' || case when busy then 1000 else 1001 + n % 900 end, 'ana', 'ana', null, 'REMOTE', true,
       ('10.0.' || case when busy then 0 else 1 + n % 200 end || '.1')::inet, '0x1' || case when busy then '0' else to_hex(16 + n % 900) end
     from generate_series(1, ${EVENTS}) n, lateral (select n % 2 = 0 as busy) b`,
  );
  await writePool.query('analyze session_event');
  listenToStatements(database().readPool, (text, values) => {
    statements.push({ text, values });
  });
});

beforeEach(() => {
  statements = [];
});

const KINDS: readonly (readonly [SearchKind, string])[] = [
  ['UID', 'S-1-5-21-1-2-3-1'],
  ['ADDRESS', '10.0.'],
  ['LOGIN_ID', '0x1'],
];

describe.each(KINDS)('a search of %s %s', (kind, text) => {
  const findSix = async () =>
    findMatches(makeContext({ database: database(), makeRules: () => RULES }, { caller: ANYONE }), {
      text,
      kinds: [kind],
      first: 6,
    });

  test('takes at most one statement for each match, of the index alone, and none is longer for a value with many events', async () => {
    const { nodes, truncatedKinds } = await findSix();
    expect([nodes.length, truncatedKinds]).toEqual([6, [kind]]);
    expect(statements.length).toBeGreaterThan(1);
    expect(statements.length).toBeLessThanOrEqual(7);
    for (const statement of statements) {
      const plan = await genericPlanOf(database().writePool, statement);
      const scans = plan.filter((node) => node['Node Type'].includes('Scan'));
      expect(scans.length).toBeGreaterThanOrEqual(MONTHS - 1);
      expect(scans.map((scan) => scan['Node Type'])).toEqual(
        scans.map(() => expect.stringMatching(/^Index (Only )?Scan$/)),
      );
      // A merge has read one row of each partition when it returns a hundred.
      expect(countRowsRead(scans)).toBeLessThanOrEqual(100 + MONTHS + 1);
    }
  });
});
