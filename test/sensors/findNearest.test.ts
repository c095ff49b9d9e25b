import { expect, test } from '@jest/globals';

import { findNearest, makeFindNearest } from '../../src/sensors/knownFormats/findNearest.ts';
import { NO_OPTIONS } from '../../src/sensors/sensor.ts';
import { startSensors } from '../../src/sensors/startSensors.ts';

test.each([
  [
    'the fields of Winlogbeat 6 without the host',
    {
      '@timestamp': '2026-11-16T09:00:00.123Z',
      log_name: 'Security',
      source_name: 'Microsoft-Windows-Security-Auditing',
      event_id: 4624,
      record_number: '1001',
      event_data: {},
    },
    /^it resembles Winlogbeat 6, but has no computer_name/,
  ],
  [
    'two fields of a table of Log Analytics',
    { EventID: 4624, Computer: 'WS1' },
    /^it resembles Azure \w+, but has no TimeGenerated/,
  ],
  [
    'a line of syslog whose host is missing',
    'Nov 16 09:00:00',
    /^it resembles syslog, RFC 3164, in which `Nov 16 09:00:00` is followed by ` web01 sshd/,
  ],
])('%s', (_, value, expected) => {
  expect(findNearest(value)).toMatch(expected);
});

test.each([
  ['a text', 'Dear reader,'],
  ['a text behind a priority', '<189>dear reader'],
  ['other fields', { color: 'red', size: 3 }],
  ['nothing', {}],
  ['a number', 7],
])('%s resembles no format', (_, value) => {
  expect(findNearest(value)).toBeNull();
});

test('an unknown record is a failure that names what it resembles', () => {
  const value = {
    winlog: { channel: 'Security', provider_name: 'x', event_id: 1, computer_name: 'x', record_id: 1 },
  };
  const read = startSensors(NO_OPTIONS).read({ value, origin: { file: 'a', line: 1 } });
  expect(read).toMatchObject([
    {
      kind: 'FAILED',
      reason: expect.stringMatching(/; it resembles Winlogbeat 7 and later, but has no @timestamp/),
    },
  ]);
});

test('at most 100 forms of unknown records are compared', () => {
  const findBounded = makeFindNearest();
  const line = (n: number): string => `Nov 16 09:00:00${'!'.repeat(n)}`;
  const found = Array.from({ length: 70 }, (_, n) => findBounded(line(n)));
  expect(new Set(found.slice(0, 60)).has(null)).toBe(false);
  for (let n = 0; n < 100; n += 1) findBounded({ [`x${n}`]: 1 });
  expect(findBounded('Nov 16 09:00:00 ! new')).toBeNull();
});
