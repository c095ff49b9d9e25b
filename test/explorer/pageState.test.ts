import { describe, expect, test } from '@jest/globals';

import { applyChange, EMPTY_STATE, formatState, parseState } from '../../src/explorer/state/pageState.ts';
import type { PageState } from '../../src/explorer/state/pageState.ts';
import { parseTime } from '../../src/explorer/state/times.ts';

const at = (text: string): number => Date.parse(text);
const DAY = { from: at('2026-11-16T00:00:00Z'), until: at('2026-11-17T00:00:00Z') };

test.each<[string, Partial<PageState>]>([
  ['the empty state', {}],
  ['a range', { range: DAY }],
  [
    'all of a host',
    {
      view: 'host',
      entity: 'RDP1',
      range: DAY,
      zoom: DAY,
      zone: 'Europe/Berlin',
      isNoiseShown: true,
      at: DAY.from,
      selected: 'abc=',
    },
  ],
  [
    'a form and a page of a list',
    {
      view: 'hunts',
      entity: 'lateralPaths',
      form: { from: 'hostname:WS5', 'user.not': '', 'a&b': '=\n' },
      page: 'after:abc=',
    },
  ],
  [
    'a case',
    {
      view: 'case',
      pins: [
        { host: 'RDP1', account: null },
        { host: null, account: 'CORP\\carol' },
        { host: 'a/b&c', account: '<img>\u200F' },
      ],
      notes: [{ at: DAY.from, text: 'a & b = c\n#' }],
    },
  ],
  ['a name with characters of URLs', { view: 'host', entity: `a&b=c#d?e%/:<img onerror="x"> \u200F` }],
])('%s is the same after its URL was read', (_, changed) => {
  const state = { ...EMPTY_STATE, ...changed };
  expect(parseState(formatState(state))).toEqual({ state, problems: [] });
});

test.each([
  ['?from=yesterday&until=2026-11-17', 'from'],
  ['?from=2026-02-30T00:00:00Z&until=2026-11-17', 'from'],
  ['?from=2026-11-17&until=2026-11-16', 'from must be before until'],
  ['?from=2026-11-16', 'belong together'],
  ['?zone=Mars/Olympus', 'zone'],
  ['?zone=%2B05:30', 'zone'],
  ['?from=2026-11-16T00:00:00%2B99:99&until=2026-11-17', 'from'],
  ['?at=2026-11-16T00:00:00-24:00', 'at'],
  ['?from=0001-01-01&until=2026-11-17', 'from'],
  ['?from=2026-11-16&until=9999-12-31T23:59:59-01:00', 'until'],
  ['?view=nothing', 'view'],
  ['?noise=perhaps', 'noise'],
  ['?pin=moon:WS5', 'pin'],
  ['?note=noon%20text', 'note'],
])('%s is ignored with a reason that names %s', (search, reason) => {
  const { state, problems } = parseState(search);
  expect(state).toEqual(EMPTY_STATE);
  expect(problems.join()).toContain(reason);
});

describe('a typed time', () => {
  test.each([
    ['2026-11-16 09:00', 'UTC', '2026-11-16T09:00:00.000Z'],
    ['2026-11-16T09:00:30.5Z', 'Europe/Berlin', '2026-11-16T09:00:30.500Z'],
    ['2026-11-16 09:00', 'Europe/Berlin', '2026-11-16T08:00:00.000Z'],
    ['2026-07-16', 'Europe/Berlin', '2026-07-15T22:00:00.000Z'],
    ['2026-11-16T09:00+05:30', 'UTC', '2026-11-16T03:30:00.000Z'],
  ])('%s in %s is %s', (text, zone, expected) => {
    expect(new Date(parseTime(text, zone) ?? NaN).toISOString()).toBe(expected);
  });

  test.each(['', 'noon', '2026-13-01', '2026-11-16 24:30', '16.11.2026'])('“%s” is refused', (text) => {
    expect(parseTime(text, 'UTC')).toBeNull();
  });
});

test.each<[string, Partial<PageState>, string | null]>([
  ['another range', { range: DAY }, null],
  ['another form', { form: {} }, null],
  ['noise', { isNoiseShown: true }, null],
  ['a selection', { selected: 'x' }, 'after:abc='],
  ['another page', { form: {}, page: 'before:abc=' }, 'before:abc='],
])('%s shows the right page of a list', (_, changed, page) => {
  expect(applyChange({ ...EMPTY_STATE, page: 'after:abc=' }, changed).page).toBe(page);
});
