import { describe, expect, test } from '@jest/globals';

import { listAssumptions } from '../../../src/sensors/assumptions.ts';
import { parseInputZone } from '../../../src/sensors/timeZone.ts';
import { makeWindowsSensor } from '../../../src/sensors/windows/windowsSensor.ts';
import { makeContext, readOne } from '../makeContext.ts';

import { anNxlogRecord, aRecord, listEvents, listFates } from './records.ts';
import type { Fields } from './records.ts';

const NEW_YORK = parseInputZone('America/New_York');
const timeOf = (record: Fields, timeZone: typeof NEW_YORK = null): unknown => {
  const [event] = listEvents([record], timeZone);
  return (event?.['login'] as Fields | undefined)?.['time'];
};
const nxlogAt = (EventTime: string, EventReceivedTime: string, timestamp: string): Fields =>
  anNxlogRecord({ EventTime, EventReceivedTime, '@timestamp': timestamp });

const NO_ZONE =
  'FAILED: no time zone: EventTime has none, and EventReceivedTime and @timestamp do not imply one; give it with --timezone, such as --timezone Europe/Berlin';

describe('NXLog’s local time', () => {
  test.each([
    [
      'New York in summer',
      '2026-07-01 03:07:18',
      '2026-07-01 03:07:20',
      '2026-07-01T07:07:20.213Z',
      '07:07:18',
    ],
    [
      'New York in winter',
      '2026-12-01 20:49:48',
      '2026-12-01 20:49:49',
      '2026-12-02T01:49:49.301Z',
      '01:49:48',
    ],
    ['UTC', '2026-07-01 03:07:18', '2026-07-01 03:07:20', '2026-07-01T03:07:20.213Z', '03:07:18'],
    ['India', '2026-07-01 12:37:18', '2026-07-01 12:37:20', '2026-07-01T07:07:21Z', '07:07:18'],
    ['Nepal', '2026-07-01 12:52:18', '2026-07-01 12:52:20', '2026-07-01T07:07:21Z', '07:07:18'],
    ['the Line Islands', '2026-07-01 21:07:18', '2026-07-01 21:07:20', '2026-07-01T07:07:21Z', '07:07:18'],
  ])('is read with the offset between receipt and arrival: %s', (_, eventTime, received, arrived, time) => {
    expect(timeOf(nxlogAt(eventTime, received, arrived))).toBe(`${arrived.slice(0, 10)}T${time}.000000Z`);
  });

  test('is the time of the event, not of the arrival, which was up to 56 s late', () => {
    const record = nxlogAt('2026-07-01 03:08:20', '2026-07-01 03:09:14', '2026-07-01T07:09:22.558Z');
    expect(timeOf(record)).toBe('2026-07-01T07:08:20.000000Z');
  });

  test('keeps its fraction', () => {
    const record = nxlogAt('2026-07-01 03:07:18.1234567', '2026-07-01 03:07:20', '2026-07-01T07:07:20Z');
    expect(timeOf(record)).toBe('2026-07-01T07:07:18.123456Z');
  });

  test('with its own offset needs no inference', () => {
    const record = anNxlogRecord({ EventTime: '2026-07-01T03:07:18.5+02:00', EventReceivedTime: undefined });
    expect(timeOf(record)).toBe('2026-07-01T01:07:18.500000Z');
  });

  test.each([
    ['without a receipt', anNxlogRecord({ EventReceivedTime: undefined })],
    ['without an arrival', anNxlogRecord({ '@timestamp': undefined })],
    [
      'shipped again years later',
      nxlogAt('2020-07-01 03:07:18', '2020-07-01 03:07:20', '2026-07-01T07:07:20Z'),
    ],
    [
      'five minutes on its way',
      nxlogAt('2026-07-01 03:07:18', '2026-07-01 03:07:20', '2026-07-01T07:12:20Z'),
    ],
    [
      'an offset that nobody uses',
      nxlogAt('2026-07-01 03:07:18', '2026-07-01 03:07:20', '2026-07-01T07:22:20Z'),
    ],
    ['read a day after', nxlogAt('2026-07-01 03:07:18', '2026-07-02 03:07:20', '2026-07-02T07:07:20Z')],
    ['the clock set back', nxlogAt('2026-11-01 01:59:58', '2026-11-01 01:00:03', '2026-11-01T06:00:04Z')],
  ])('is not guessed: %s', (_, record) => {
    expect(listFates([record])).toEqual([NO_ZONE]);
    expect(listFates([record], NEW_YORK)).toEqual([
      record['EventTime'] === '2026-11-01 01:59:58'
        ? 'FAILED: EventTime does not exist or exists twice in America/New_York (the clock was set); import these records alone, with their offset: --timezone +HH:MM'
        : 'login',
    ]);
  });

  test('is read with the inferred offset even if a zone is given', () => {
    const record = nxlogAt('2026-07-01 03:07:18', '2026-07-01 03:07:20', '2026-07-01T01:07:20Z');
    expect(timeOf(record, NEW_YORK)).toBe('2026-07-01T01:07:18.000000Z');
  });
});

describe('an ISO time', () => {
  test.each([
    ['2026-11-16T09:00:00Z', '2026-11-16T09:00:00.000000Z'],
    ['2026-11-16 09:00:00.1234567Z', '2026-11-16T09:00:00.123456Z'],
    ['2026-11-16T10:30:00.5+01:30', '2026-11-16T09:00:00.500000Z'],
  ])('%s', (TimeCreated, time) => {
    expect(timeOf(aRecord({ TimeCreated }))).toBe(time);
  });

  test('without a zone needs a given one', () => {
    const record = aRecord({ TimeCreated: '2026-07-01 02:17:06.119' });
    expect(listFates([record])).toEqual([
      'FAILED: no time zone: TimeCreated has none; give it with --timezone, such as --timezone Europe/Berlin',
    ]);
    expect(timeOf(record, NEW_YORK)).toBe('2026-07-01T06:17:06.119000Z');
  });

  test.each([
    '2026-02-30T09:00:00Z',
    '2026-02-30 09:00:00',
    '2026-11-16T24:00:00',
    '2026-11-16T09:00:60Z',
    '16.11.2026 09:00:00',
    '/Date(1763283600000)/',
    '',
    1763283600000,
    null,
  ])('%p is not a time', (TimeCreated) => {
    expect(listFates([aRecord({ TimeCreated })], NEW_YORK)).toEqual([
      'FAILED: TimeCreated is not a valid time',
    ]);
  });

  test.each([
    ['the hour that is skipped', '2026-03-08 02:30:00'],
    ['the hour that comes twice', '2026-11-01 01:30:00'],
  ])('of %s is not guessed', (_, TimeCreated) => {
    expect(listFates([aRecord({ TimeCreated })], NEW_YORK)).toEqual([
      'FAILED: TimeCreated does not exist or exists twice in America/New_York (the clock was set); import these records alone, with their offset: --timezone +HH:MM',
    ]);
    expect(timeOf(aRecord({ TimeCreated: '2026-11-01 01:30:00' }), parseInputZone('-05:00'))).toBe(
      '2026-11-01T06:30:00.000000Z',
    );
  });
});

test('the zones are counted, including those of skipped records', () => {
  const records = [
    anNxlogRecord(),
    anNxlogRecord({ EventID: 4672 }),
    nxlogAt('2026-07-01 03:07:18', '2026-07-01 03:07:20', '2026-07-01T07:07:20Z'),
    aRecord({ TimeCreated: '2026-07-01 02:17:06' }),
    aRecord(),
  ];
  const context = makeContext({ timeZone: NEW_YORK });
  const sensor = makeWindowsSensor(context);
  for (const value of records) readOne(sensor, { value, origin: { file: 'test', line: 1 } });
  expect(listAssumptions(context.assumptions)).toEqual([
    { kind: 'ZONE', name: '-05:00', from: 'INFERRED', records: 2 },
    { kind: 'ZONE', name: '-04:00', from: 'INFERRED', records: 1 },
    { kind: 'ZONE', name: 'America/New_York', from: 'GIVEN', records: 1 },
  ]);
});
