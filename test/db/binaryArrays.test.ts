import { expect, test } from '@jest/globals';
import fc from 'fast-check';

import { jsonsParameter, textsParameter, timesParameter, uuidsParameter } from '../../src/db/binaryArrays.ts';
import { canonicalTime } from '../../src/db/tables.ts';
import { useDatabase } from '../support/database.ts';
import { samples } from '../support/samples.ts';

const database = useDatabase();

const selectTimes = async (times: readonly (string | null)[]): Promise<readonly (string | null)[]> => {
  const { rows } = await database().writePool.query<{ times: (string | null)[] }>(
    'select $1::timestamptz[]::text[] as times',
    [timesParameter(times)],
  );
  return (rows[0]?.times ?? []).map((time) => (time === null ? null : canonicalTime(time)));
};

const selectUuids = async (uuids: readonly (string | null)[]): Promise<unknown> => {
  const { rows } = await database().writePool.query('select $1::uuid[]::text[] as uuids', [
    uuidsParameter(uuids),
  ]);
  return rows;
};

test('Postgres reads the times that were written, of all years', async () => {
  const time = fc
    .record({
      day: fc.date({
        min: new Date('0001-01-01T00:00:00Z'),
        max: new Date('9999-12-31T23:59:59Z'),
        noInvalidDate: true,
      }),
      us: fc.nat(999_999),
    })
    .map(({ day, us }) => `${day.toISOString().slice(0, 19)}.${String(us).padStart(6, '0')}Z`);
  await fc.assert(
    fc.asyncProperty(fc.array(fc.option(time), { maxLength: 200 }), async (times) => {
      expect(await selectTimes(times)).toEqual(times);
    }),
    samples(100),
  );
});

test('Postgres reads the first and last time, leap days, and times around those that a double holds exactly', async () => {
  const times = [
    '0001-01-01T00:00:00.000000Z',
    '1714-10-20T08:00:00.000001Z',
    '1900-02-28T23:59:59.999999Z',
    '1900-03-01T00:00:00.000000Z',
    '1969-12-31T23:59:59.999999Z',
    '1999-12-31T23:59:59.999999Z',
    '2000-01-01T00:00:00.000000Z',
    '2000-02-29T12:00:00.000000Z',
    '2024-02-29T23:59:59.999999Z',
    '2285-03-14T15:59:59.999999Z',
    '2285-03-14T16:00:00.000001Z',
    '9999-12-31T23:59:59.999999Z',
  ];
  expect(await selectTimes(times)).toEqual(times);
});

test('Postgres reads the uuids that were written', async () => {
  const uuid = fc.uuid({ version: [1, 4, 8] });
  await fc.assert(
    fc.asyncProperty(fc.array(fc.option(uuid), { maxLength: 200 }), async (uuids) => {
      expect(await selectUuids(uuids)).toEqual([{ uuids }]);
    }),
    samples(100),
  );
});

test('arrays without values and with only nulls', async () => {
  expect(await selectTimes([])).toEqual([]);
  expect(await selectTimes([null, null])).toEqual([null, null]);
  expect(await selectUuids([])).toEqual([{ uuids: [] }]);
  expect(await selectUuids([null])).toEqual([{ uuids: [null] }]);
});

test.each([
  'infinity',
  '2026-11-22T10:23:30Z',
  '2026-11-22 10:23:30.336123+00',
  '2026-13-22T10:23:30.336123Z',
  '2026-11-32T10:23:30.336123Z',
  '2026-11-22T24:23:30.336123Z',
  '2026-11-22 10:23:30.336123Z',
  '2026-11-22T10:23:30.33612xZ',
  '2026-11-22T10:23:30.336123+',
  '',
])('the time "%s" is not canonical', (time) => {
  expect(() => timesParameter([time])).toThrow('not canonical');
});

test.each([
  '',
  '00000000-0000-0000-0000-00000000000g',
  '00000000-0000-0000-0000-0000000000é0',
  '00000000-0000-0000-0000-00000000000A',
  '00000000-0000-0000-0000-0000000000000',
  '0000000-00000-0000-0000-000000000000',
  '00000000 0000-0000-0000-000000000000',
  '00000000-0000-0000-0000_000000000000',
])('the uuid "%s" is not canonical', (uuid) => {
  expect(() => uuidsParameter([uuid])).toThrow('not canonical');
});

test('Postgres reads the texts and JSON that were written, with any letters', async () => {
  const value = fc.oneof(
    fc.string({ maxLength: 30 }),
    fc.string({ unit: 'binary', maxLength: 5 }).map((text) => text.replaceAll('\0', '')),
    fc.constantFrom('', 'NULL', '{}', '"', '\\', 'zoë', 'ÿ', '\u{7f}', '\u{80}', '日本', '😀'),
    fc.constant(null),
  );
  await fc.assert(
    fc.asyncProperty(fc.array(value, { maxLength: 50 }), async (texts) => {
      const jsons = texts.map((text) => (text === null ? null : JSON.stringify([text])));
      const { rows } = await database().writePool.query(
        'select $1::text[] as texts, $2::json[]::text[] as jsons',
        [textsParameter(texts), jsonsParameter(jsons)],
      );
      expect(rows).toEqual([{ texts, jsons }]);
    }),
    samples(200),
  );
});
