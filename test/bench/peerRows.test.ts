import { expect, test } from '@jest/globals';

import { checkSameRows, toRows } from './peerRows.ts';

test('rows of different servers have one form', () => {
  const time = '2026-12-02T07:23:00.032190Z';
  expect(toRows([{ time, srcPort: 1, user: null, ok: true }])).toEqual([{ ok: 'true', srcPort: '1', time }]);
  for (const written of ['2026-12-02T07:23:00.032190+00:00', '2026-12-02 07:23:00.03219+00']) {
    expect(toRows([{ ok: 'true', time: written, srcPort: '1' }])).toEqual(
      toRows([{ time, srcPort: 1, ok: true, user: undefined }]),
    );
  }
});

test.each([
  ['another value', [{ n: '1' }, { n: '3' }], 'A page: row 1 of one is {"n":"2"}, of other {"n":"3"}.'],
  ['a row less', [{ n: '1' }], 'A page: row 1 of one is {"n":"2"}, of other null.'],
  ['a row more', [{ n: '1' }, { n: '2' }, {}], 'A page: row 2 of one is null, of other {}.'],
])('%s is found', (_, rows, message) => {
  expect(() => checkSameRows('A page', { one: [{ n: '1' }, { n: '2' }], other: rows })).toThrow(message);
});

test('equal rows pass; no rows at all do not', () => {
  checkSameRows('A page', { one: [{ n: '1' }], other: [{ n: '1' }] });
  expect(() => checkSameRows('A page', { one: [], other: [] })).toThrow('A page: one answers without rows.');
});
