import { readFileSync, writeFileSync } from 'node:fs';

import { expect, test } from '@jest/globals';
import { format } from 'prettier';

import { ACTIONS } from '../../src/model/action.ts';
import { makeOwnSensor } from '../../src/sensors/ownSensor.ts';
import type { MakeSensor } from '../../src/sensors/sensor.ts';
import { SENSORS } from '../../src/sensors/startSensors.ts';
import { openRecord } from '../../src/sensors/wrappers/openRecord.ts';
import { makeContext } from '../sensors/makeContext.ts';
import { COVERED_RECORDS } from '../support/filled/coveredRecords.ts';
import { makeCoverage } from '../support/filled/makeCoverage.ts';

const PAGE = new URL('../../docs/coverage.md', import.meta.url);

test('docs/coverage.md is what the sensors fill', async () => {
  const page = await format(makeCoverage(), { parser: 'markdown', printWidth: 140, proseWrap: 'preserve' });
  if (process.env['UPDATE_GOLDENS'] === '1' && process.env['CI'] === undefined) writeFileSync(PAGE, page);
  expect(readFileSync(PAGE, 'utf8')).toBe(page);
});

test.each(ACTIONS)('some sensor fills %s', (action) => {
  expect(makeCoverage()).toMatch(new RegExp(`## ${action.toLowerCase()}\\n\\n[^#]*●`));
});

/** The records inside a wrapper; the record itself if it has none. */
const listInner = (record: unknown): readonly unknown[] => {
  const opened = openRecord(record);
  return opened === null ? [record] : [...opened].flatMap((one) => (one.kind === 'VALUE' ? [one.value] : []));
};

/** The sensor of events in this API's own shape reads no log. */
const OF_LOGS = SENSORS.filter((makeSensor) => makeSensor !== makeOwnSensor);

test.each(OF_LOGS.map((makeSensor: MakeSensor) => [makeSensor.name, makeSensor] as const))(
  '%s recognizes a record of the coverage',
  (_, makeSensor) => {
    const sensor = makeSensor(makeContext());
    const records = Object.values(COVERED_RECORDS).flat().flatMap(listInner);
    expect(records.filter((record) => sensor.recognize(record) !== null)).not.toEqual([]);
  },
);
