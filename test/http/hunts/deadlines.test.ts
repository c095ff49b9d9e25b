import { expect, test } from '@jest/globals';
import { graphql } from 'graphql';

import { makeContext } from '../../../src/graphql/context.ts';
import { makeSchema } from '../../../src/graphql/schema.ts';
import { ANYONE } from '../../../src/model/access/caller.ts';
import { RULES, useDatabase } from '../../support/database.ts';
import { withEventsLocked, withSessionsLocked } from '../../support/lockedEvents.ts';
import { withDeadline } from '../../support/withDeadline.ts';

const database = useDatabase();
const schema = makeSchema();

const DAY = 'range: { from: "2026-11-16T00:00:00Z", until: "2026-11-17T00:00:00Z" }';

test.each([
  [`concurrentSessions(${DAY}) { nodes { peak } }`, 'range', /narrow range/],
  [`longSessions(${DAY}) { nodes { duration } }`, 'range', /narrow range/],
  [`longSessions(${DAY}) { totalCount { value } }`, 'range', /narrow range/],
  [`neverLocked(${DAY}) { nodes { duration } }`, 'range', /narrow range/],
  [`reconnectFromNewSource(${DAY}) { nodes { reconnect { id } } }`, 'range', /narrow range/],
  [`reconnectFromNewSource(${DAY}) { totalCount { value } }`, 'range', /narrow range/],
  [`reconnectWithoutLogin(${DAY}) { nodes { reconnect { id } } }`, 'range', /narrow range, and .* window/],
  [`reconnectWithoutLogin(${DAY}) { totalCount { value } }`, 'range', /narrow range/],
  [`orphans(${DAY}) { nodes { reason } }`, 'range', /narrow range/],
  [`orphans(${DAY}) { rates { rate } }`, 'range', /narrow range/],
  ['unlockedAt(at: "2026-11-16T00:00:00Z") { nodes { unlockedFor } }', 'at', /fewer loginTypes/],
])(
  '%s that cannot be read within the deadline is refused, with the field %s',
  async (call, field, remedy) => {
    await withDeadline(database(), async (impatient) =>
      withEventsLocked(database(), async () =>
        withSessionsLocked(database(), async () => {
          const { errors } = await graphql({
            schema,
            source: `{ hunts { ${call} } }`,
            contextValue: makeContext({ database: impatient, makeRules: () => RULES }, { caller: ANYONE }),
          });
          expect(errors?.[0]?.originalError).toMatchObject({
            code: 'DEADLINE_EXCEEDED',
            field,
            message: expect.stringMatching(remedy),
          });
        }),
      ),
    );
  },
);
