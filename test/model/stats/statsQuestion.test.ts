import { describe, expect, test } from '@jest/globals';

import { parseStatsQuestion } from '../../../src/model/stats/statsQuestion.ts';
import type { StatsArguments } from '../../../src/model/stats/statsQuestion.ts';
import { refusalOf } from '../refusalOf.ts';

const NOW = '2026-11-17T12:00:00.000001Z';
const ORDERS = { COUNT: 'count', KEY: 'KEY', LAST_AT: 'lastAt' } as const;

const parse = (given: Partial<StatsArguments<string, keyof typeof ORDERS>>) =>
  parseStatsQuestion({ groupBy: [], order: { field: 'COUNT' }, first: 50, ...given }, ORDERS, NOW);

describe('parseStatsQuestion', () => {
  test('parses the arguments', () => {
    const having = {
      count: { gte: 2, lte: undefined },
      firstAt: { from: '2026-11-16T09:00:00+01:00' },
      lastAt: { until: '2026-11-17T00:00:00Z', last: 'P1D' },
    };
    expect(
      parse({ groupBy: ['A', 'B'], having, order: { field: 'LAST_AT', direction: 'ASCENDING' }, first: 3 }),
    ).toEqual({
      dimensions: ['A', 'B'],
      having: [
        { measure: 'count', operator: 'gte', value: 2 },
        { measure: 'firstAt', operator: 'from', value: '2026-11-16T08:00:00.000000Z' },
        { measure: 'lastAt', operator: 'until', value: '2026-11-17T00:00:00.000000Z' },
        { measure: 'lastAt', operator: 'from', value: '2026-11-16T12:00:00.000001Z' },
      ],
      order: { by: 'lastAt', direction: 'ASCENDING' },
      limit: 3,
    });
  });

  test('returns the largest first without a direction, and every group without a condition', () => {
    expect(parse({ having: null })).toMatchObject({
      having: [],
      order: { by: 'count', direction: 'DESCENDING' },
    });
    expect(parse({ having: { count: { gte: 0, lte: 0 } } }).having).toHaveLength(2);
  });

  test.each([
    [
      'six dimensions',
      { groupBy: ['A', 'B', 'C', 'D', 'E', 'F'] },
      'BAD_GROUPING',
      'groupBy',
      /^groupBy has 6 dimensions; the most is 5/,
    ],
    [
      'a dimension twice',
      { groupBy: ['A', 'B', 'A'] },
      'BAD_GROUPING',
      'groupBy[2]',
      /^groupBy has A twice; name each/,
    ],
    ['no groups', { first: 0 }, 'BAD_PAGE', 'first', /^first must be from 1 to 1000; request fewer/],
    ['a negative number of groups', { first: -1 }, 'BAD_PAGE', 'first', /^first must be/],
    ['too many groups', { first: 1001 }, 'BAD_PAGE', 'first', /^first must be/],
    [
      'having without a condition',
      { having: {} },
      'BAD_FILTER',
      'having',
      /^having has no condition; give one or leave it out/,
    ],
    ['a measure with no condition', { having: { count: {} } }, 'BAD_FILTER', 'having', /no condition/],
    ['a measure that is null', { having: { count: null } }, 'BAD_FILTER', 'having', /no condition/],
    [
      'a null operand',
      { having: { count: { gte: null } } },
      'BAD_FILTER',
      'having.count.gte',
      /^having\.count\.gte must be a number of at least 0/,
    ],
    [
      'a negative number',
      { having: { count: { lte: -1 } } },
      'BAD_FILTER',
      'having.count.lte',
      /number of at least 0/,
    ],
    [
      'bounds in the wrong order',
      { having: { count: { gte: 4, lte: 3 } } },
      'BAD_FILTER',
      'having.count.gte',
      /is more than its lte; exchange/,
    ],
    [
      'a time without offset',
      { having: { lastAt: { until: '2026-11-17T00:00:00' } } },
      'INVALID_TIME',
      'having.lastAt.until',
      /^having\.lastAt\.until: time has no offset/,
    ],
    [
      'a null time',
      { having: { lastAt: { from: null } } },
      'INVALID_TIME',
      'having.lastAt.from',
      /^having\.lastAt\.from: /,
    ],
    [
      'an invalid duration',
      { having: { lastAt: { last: 'P1M' } } },
      'INVALID_DURATION',
      'having.lastAt.last',
      /^having\.lastAt\.last: last must be/,
    ],
  ])('refuses %s', (_, given, code, field, message) => {
    const refusal = refusalOf(() => parse(given));
    expect([refusal.code, refusal.field]).toEqual([code, field]);
    expect(refusal.message).toMatch(message);
  });
});
