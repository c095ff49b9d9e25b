import { expect, test } from '@jest/globals';
import fc from 'fast-check';

import { arrayParameter } from '../../src/db/arrayParameter.ts';
import { useDatabase } from '../support/database.ts';
import { samples } from '../support/samples.ts';

const database = useDatabase();

test('Postgres reads the same text that was written, for any text', async () => {
  const text = fc.oneof(
    fc.string({ unit: 'binary' }).map((value) => value.replaceAll('\0', '')),
    fc.constantFrom(
      '',
      'NULL',
      'null',
      '{}',
      ',',
      '"',
      '\\',
      String.raw`\"`,
      ' a ',
      '\n\t',
      String.raw`CORP\ana`,
    ),
    fc.constant(null),
  );
  await fc.assert(
    fc.asyncProperty(fc.array(text), async (values) => {
      const { rows } = await database().writePool.query('select $1::text[] as value', [
        arrayParameter(values),
      ]);
      expect(rows).toEqual([{ value: values }]);
    }),
    samples(300),
  );
});

test('numbers and booleans keep their types', async () => {
  const { rows } = await database().writePool.query('select $1::bigint[]::text[] as n, $2::boolean[] as b', [
    arrayParameter([0, -1, null, 9_007_199_254_740_991]),
    arrayParameter([true, null, false]),
  ]);
  expect(rows).toEqual([{ n: ['0', '-1', null, '9007199254740991'], b: [true, null, false] }]);
});
