import { expect, test } from '@jest/globals';
import fc from 'fast-check';

import { makeFirstMistakes, MAX_MISTAKES } from '../../../src/http/ingest/firstMistakes.ts';
import type { Mistake } from '../../../src/http/ingest/firstMistakes.ts';

const aMistake = (record: number, message: string): Mistake => ({
  record,
  code: 'INVALID_TIME',
  field: 'time',
  message,
});

test('keeps the first mistakes by record, those of one record in order', () => {
  const records = fc.array(fc.tuple(fc.integer({ min: 1, max: 150 }), fc.integer({ min: 1, max: 3 })), {
    maxLength: 400,
    size: 'max',
  });
  fc.assert(
    fc.property(records, (added) => {
      const all = added.map(([record, count], index) =>
        Array.from({ length: count }, (_, n) => aMistake(record, `${index} ${n}`)),
      );
      const first = makeFirstMistakes();
      for (const mistakes of all) first.add(mistakes[0]!.record, () => mistakes);
      const expected = all.flat().toSorted((a, b) => a.record - b.record);
      expect(first.list()).toEqual(expected.slice(0, MAX_MISTAKES));
    }),
  );
});

test('makes no mistakes that are not kept', () => {
  const first = makeFirstMistakes();
  let made = 0;
  for (let record = 1; record <= 50_000; record += 1) {
    first.add(record, () => {
      made += 1;
      return [aMistake(record, '')];
    });
  }
  expect(made).toBe(MAX_MISTAKES);
});
