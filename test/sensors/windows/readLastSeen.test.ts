import { describe, expect, test } from '@jest/globals';

import { readLastSeen } from '../../../src/sensors/windows/readLastSeen.ts';

import { systemTime } from './systemTime.ts';
import { aRecord, listEvents, listFates } from './records.ts';
import type { Fields } from './records.ts';

/** A System 6008, whose texts are local time: `3:55:10 AM` on `11/16/2026` is 08:55:10 UTC. */
const aCrash = (fields: Fields): Fields =>
  aRecord({ Channel: 'System', EventID: 6008, SourceName: 'EventLog', ...fields });
const TEXTS = { Data: '3:55:10 AM', Data_1: '11/16/2026' };
const LOCAL = systemTime('2026-11-16T03:55:10.357Z');
const UTC = systemTime('2026-11-16T08:55:10.357Z');
const SEEN = '2026-11-16T08:55:10.357000Z';

describe('System 6008', () => {
  test('reports that the host was seen at the time in UTC in its binary data, not at its own', () => {
    const rest = '3C0000003C0000000000';
    for (const Binary of [LOCAL + UTC, LOCAL + UTC + rest, (LOCAL + UTC).toLowerCase()]) {
      expect(listEvents([aCrash({ ...TEXTS, Binary })])).toEqual([
        { hostSeen: { time: SEEN, hostname: 'WS1.corp.example', sourceId: 'windows/system/1001' } },
      ]);
    }
  });

  // As Windows wrote it on 25 November 2025 at 10:23:28.357 in New York.
  test('has the layout of a real one', () => {
    const Binary =
      'E9070B00020019000A0017001C006501E9070B00020019000F0017001C0065013C0000003C000000000000000000000000000000000000000000000000000000';
    expect(readLastSeen({ Binary })).toEqual({
      kind: 'TIME',
      time: '2025-11-25T15:23:28.357000Z',
      timeMs: Date.parse('2025-11-25T15:23:28.357Z'),
      zone: null,
    });
  });

  test('is skipped without its binary data: its texts are ambiguous', () => {
    for (const Binary of [undefined, '', ' ']) {
      expect(listFates([aCrash({ ...TEXTS, Binary })])).toEqual([
        'SKIPPED: 6008 unexpected shutdown: without the binary data that has its time',
      ]);
    }
  });

  test.each([
    ['one time', UTC],
    ['no hexadecimal', 'z'.repeat(64)],
    ['times that are not a zone apart', LOCAL + systemTime('2026-11-16T08:54:10.357Z')],
    ['times that are more than 14 h apart', LOCAL + systemTime('2026-11-16T18:10:10.357Z')],
    ['a day that does not exist', LOCAL + systemTime('2026-11-16T08:55:10.357Z').replace('1000', '2000')],
    ['zeros', '0'.repeat(64)],
  ])('fails with %s', (_, Binary) => {
    expect(listFates([aCrash({ Binary })])).toEqual(['FAILED: 6008: Binary is not two times']);
  });
});
