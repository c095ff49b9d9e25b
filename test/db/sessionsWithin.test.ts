import { beforeEach, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { sql } from 'drizzle-orm';

import { sessionsWithin } from '../../src/db/sessionsWithin.ts';
import { toStatement } from '../../src/db/statement.ts';
import { useDatabase } from '../support/database.ts';
import { planOf } from '../support/planOf.ts';
import { samples } from '../support/samples.ts';

const database = useDatabase();

beforeEach(async () => void (await database().writePool.query('delete from session')));

const BASE_US = Date.parse('2024-03-01T00:00:00Z') * 1000;
const NEVER = '9999-12-31T23:59:59.999999Z';

const toTime = (us: number): string => {
  const second = new Date(Math.floor(us / 1_000_000) * 1000).toISOString().slice(0, 19);
  return `${second}.${String(us % 1_000_000).padStart(6, '0')}Z`;
};

/** Lengths around each power of four seconds, of which every second one bounds a class, up to 34 years. */
const anyLength = fc
  .tuple(fc.integer({ min: -1, max: 15 }), fc.integer({ min: -1, max: 1 }))
  .map(([power, offset]) => (power < 0 ? 0 : 4 ** power * 1_000_000 + offset));

/** Sessions that end near the start of the range or begin near its end, where the bounds of the classes decide. */
const anySession = fc.record({
  length: fc.option(anyLength, { nil: null }),
  near: fc.constantFrom('FROM', 'UNTIL', 'ELSEWHERE'),
  offset: fc.integer({ min: -1, max: 1 }),
  elsewhere: fc.integer({ min: -(10 ** 14), max: 10 ** 14 }),
});

/** Inserts sessions that are over at a time, or open. Their end was before: they have a later fact. */
const insert = async (
  sessions: readonly (readonly [startUs: number, overUs: number | null])[],
): Promise<void> => {
  await database().writePool.query(
    `insert into session (hostname, login_id, started_at, start_id, start_reason, src_ips, ended_at, end_reason, last_at, last_id, lock_count,
       unlock_count, reconnect_count, own_last_at, state, state_since, is_diverted, over_at, duration_rank)
     select 'H', '0x1', s, lpad(n::text, 32, '0')::uuid, 'LOGIN', '{}', case when o is not null then s end, case when o is not null then 'HOST_RESTART' end,
       coalesce(o, s), lpad(n::text, 32, '0')::uuid,
       0, 0, 0, s, 'ACTIVE', s, false, coalesce(o, $3::timestamptz), s
     from unnest($1::timestamptz[], $2::timestamptz[]) with ordinality as x(s, o, n)`,
    [
      sessions.map(([startUs]) => toTime(startUs)),
      sessions.map(([, overUs]) => (overUs === null ? null : toTime(overUs))),
      NEVER,
    ],
  );
};

test('the sessions within a range are all that begin before its end and are over after its start', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(anySession, { minLength: 1, maxLength: 40 }),
      fc.nat({ max: 10 ** 12 }),
      async (drawn, rangeUs) => {
        const [fromUs, untilUs] = [BASE_US, BASE_US + 1 + rangeUs];
        const sessions = drawn.map(
          ({ length, near, offset, elsewhere }): readonly [number, number | null] => {
            const edges = { FROM: fromUs - (length ?? 0), UNTIL: untilUs, ELSEWHERE: fromUs + elsewhere };
            const startUs = edges[near] + offset;
            return [startUs, length === null ? null : startUs + length];
          },
        );
        await database().writePool.query('delete from session');
        await insert(sessions);
        const range = { from: toTime(fromUs), until: toTime(untilUs) };
        const { rows } = await database().writePool.query<{ place: number }>(
          toStatement(sql`select right(start_id::text, 6)::integer as place from ${sessionsWithin(range)} session
          where over_at > ${range.from} order by 1`),
        );
        const expected = sessions.flatMap(([startUs, overUs], index) =>
          startUs < untilUs && (overUs ?? Infinity) > fromUs ? [index + 1] : [],
        );
        expect(rows.map(({ place }) => place)).toEqual(expected);
      },
    ),
    samples(60),
  );
});

test('the sessions within a short range are read by session_span, without those that are over', async () => {
  const DAY_US = 86_400_000_000;
  await insert(
    Array.from({ length: 20_000 }, (_, n) => [
      BASE_US + n * 3_600_000_000,
      BASE_US + n * 3_600_000_000 + 60_000_000,
    ]),
  );
  await database().writePool.query('analyze session');
  const range = { from: toTime(BASE_US + 100 * DAY_US), until: toTime(BASE_US + 101 * DAY_US) };
  const statement = toStatement(sql`select start_id from ${sessionsWithin(range)} session`);
  const plan = await planOf(database().writePool, statement);
  const indexes = plan.flatMap((node) => node['Index Name'] ?? []);
  expect(new Set(indexes)).toEqual(new Set(['session_span']));
});
