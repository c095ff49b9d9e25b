import { expect, test } from '@jest/globals';
import fc from 'fast-check';

import { NO_OPTIONS } from '../../src/sensors/sensor.ts';
import type { SensorOptions } from '../../src/sensors/sensor.ts';
import { startSensors } from '../../src/sensors/startSensors.ts';
import { COVERED_RECORDS } from '../support/filled/coveredRecords.ts';
import { samples } from '../support/samples.ts';

import { aRecord } from './windows/records.ts';
import { systemTime } from './windows/systemTime.ts';

const CRASH = {
  Channel: 'System',
  EventID: 6008,
  SourceName: 'EventLog',
  Binary: systemTime('2026-11-16T03:55:10.357Z') + systemTime('2026-11-16T08:55:10.357Z'),
};

/** Records of all sensors and kinds, also of some that are skipped or fail. */
const RECORDS: readonly unknown[] = [
  ...Object.values(COVERED_RECORDS).flat(),
  aRecord(CRASH),
  aRecord({ ...CRASH, Binary: undefined }),
  aRecord({ ...CRASH, Binary: '00' }),
  aRecord({ EventID: 4616, PreviousTime: '2026-11-16T09:00:00Z', NewTime: '2026-11-16T10:00:00Z' }),
  { hostSeen: { time: '2026-11-16T09:00:00Z', hostname: 'WS1' } },
  { disconnect: { time: '2026-11-16T09:00:00Z', hostname: 'WS1', uid: '501' } },
];

const OPTIONS: SensorOptions = { ...NO_OPTIONS, hostname: 'HOST1' };

test('every record of every sensor has exactly one outcome, in any order and number', () => {
  const input = fc.constantFrom('FILES', 'REQUEST');
  const terminalServices = fc.constantFrom('READ', 'SKIP');
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom(...RECORDS), { maxLength: 60 }),
      fc.record({ input, terminalServices }),
      (records, options) => {
        const sensors = startSensors({ ...OPTIONS, ...options });
        const outcomes = records.flatMap((value, index) =>
          sensors.read({ value, origin: { file: 'test', line: index + 1 } }),
        );
        const lines = [...outcomes, ...sensors.flush()]
          .filter((outcome) => !('isExtra' in outcome))
          .map(({ origin }) => origin.line);
        expect(lines.toSorted((a, b) => a - b)).toEqual(records.map((_, index) => index + 1));
      },
    ),
    samples(300),
  );
});
