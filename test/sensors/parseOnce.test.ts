import { afterEach, describe, expect, jest, test } from '@jest/globals';

import { NO_OPTIONS } from '../../src/sensors/sensor.ts';
import { startSensors } from '../../src/sensors/startSensors.ts';
import { parseInputZone } from '../../src/sensors/timeZone.ts';
import { COVERED_RECORDS } from '../support/filled/coveredRecords.ts';

import { anNxlogRecord } from './windows/records.ts';

/** Shorter texts, such as names, are in several fields of one record. */
const LONG_TEXT = 15;
const LOGIN = 'Accepted password for ana from 10.0.0.9 port 50000 ssh2';

/** Records by sensor: those of docs/coverage.md, and other notations of a login. */
const RECORDS: Readonly<Record<string, readonly unknown[]>> = {
  ...COVERED_RECORDS,
  'syslog of RFC 3164': [`Nov 16 10:00:00 web01 sshd[4711]: ${LOGIN}`],
  'syslog of RFC 5424': [`<38>1 2026-11-16T10:00:00+01:00 web01 sshd 4711 - - ${LOGIN}`],
  'syslog in JSON': [{ message: `Nov 16 10:00:00 web01 sshd[4711]: ${LOGIN}` }],
  journald: [
    {
      __REALTIME_TIMESTAMP: '1794823200123456',
      __CURSOR: 's=1',
      _HOSTNAME: 'web01',
      SYSLOG_IDENTIFIER: 'sshd',
      _PID: '4711',
      MESSAGE: LOGIN,
    },
  ],
  NXLog: [anNxlogRecord()],
};

afterEach(() => {
  jest.restoreAllMocks();
});

describe.each(Object.entries(RECORDS))('%s', (name, records) => {
  // NXLog writes three: those of the event, its receipt and its arrival.
  const timestampsInRecord = name === 'NXLog' ? 3 : 1;

  test('each timestamp is parsed once, and no expression matches a text twice', () => {
    const sensors = startSensors({
      ...NO_OPTIONS,
      hostname: 'HOST1',
      timeZone: parseInputZone('Europe/Berlin'),
      terminalServices: 'READ',
      now: () => Date.parse('2026-12-01T00:00:00Z'),
    });
    let timestamps = 0;
    const matches: string[] = [];
    const { parse } = Date;
    const exec = Object.getOwnPropertyDescriptor(RegExp.prototype, 'exec')?.value as RegExp['exec'];
    jest.spyOn(Date, 'parse').mockImplementation((text) => {
      timestamps += 1;
      return parse(text);
    });
    jest.spyOn(RegExp.prototype, 'exec').mockImplementation(function (this: RegExp, text) {
      // A global expression continues where its last match ended.
      if (text.length >= LONG_TEXT) matches.push(`${this.source} from ${this.lastIndex} of ${text}`);
      return exec.call(this, text);
    });
    let events = 0;
    for (const [index, value] of records.entries()) {
      const outcomes = sensors.read({ value, origin: { file: 'test', line: index + 1 } });
      events += outcomes.filter((outcome) => 'event' in outcome).length;
      expect(timestamps).toBeLessThanOrEqual(timestampsInRecord);
      expect(new Set(matches).size).toBe(matches.length);
      timestamps = 0;
      matches.length = 0;
    }
    events += [...sensors.flush()].filter((outcome) => 'event' in outcome).length;
    expect(events).toBeGreaterThan(0);
    expect(timestamps).toBe(0);
    expect(matches).toEqual([]);
  });
});

test('a line that begins with a digit is not parsed as JSON', () => {
  const sensors = startSensors(NO_OPTIONS);
  const parse = jest.spyOn(JSON, 'parse');
  const value = `2026-11-16T10:00:00+01:00 web01 sshd[4711]: ${LOGIN}`;
  expect(sensors.read({ value, origin: { file: 'test', line: 1 } })).toHaveLength(1);
  expect(parse).not.toHaveBeenCalled();
});
