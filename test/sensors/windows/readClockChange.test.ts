import { describe, expect, test } from '@jest/globals';

import { aRecord, listFates, readAll } from './records.ts';
import type { Fields } from './records.ts';

const OLD = '2026-11-16T09:00:00.1234567Z';

const aChange = (NewTime: unknown, fields: Fields = {}): Fields =>
  aRecord({ EventID: 4616, PreviousTime: OLD, NewTime, ...fields });

describe('Security 4616', () => {
  test.each([
    ['a minute ahead', '2026-11-16T09:01:00.1234567Z', '2026-11-16T09:01:00.123456Z'],
    ['a minute back', '2026-11-16T08:59:00.1234567Z', '2026-11-16T08:59:00.123456Z'],
    ['two years back', '2024-11-16T09:00:00.0000000Z', '2024-11-16T09:00:00.000000Z'],
    ['an hour ahead, in another zone', '2026-11-16T11:00:00.1234567+01:00', '2026-11-16T10:00:00.123456Z'],
  ])('that sets the clock %s is skipped and reported', (_, NewTime, newTime) => {
    const [outcome] = readAll([aChange(NewTime)]);
    expect(outcome).toEqual({
      kind: 'SKIPPED',
      reason: '4616 clock set by a minute or more: see the warnings',
      clockChange: {
        hostname: 'WS1.corp.example',
        oldTime: '2026-11-16T09:00:00.123456Z',
        newTime,
      },
      origin: { file: 'test', line: 1, sensorEvent: 'security 4616' },
    });
  });

  test.each(['2026-11-16T09:00:59.1224567Z', '2026-11-16T09:00:00.1234568Z', OLD])(
    'that sets it by less than a minute, to %s, is not reported',
    (NewTime) => {
      const [outcome] = readAll([aChange(NewTime)]);
      expect(outcome).not.toHaveProperty('clockChange');
      expect(outcome).toMatchObject({ kind: 'SKIPPED', reason: '4616 clock set by less than a minute' });
    },
  );

  test.each([undefined, '', '11/16/2026 9:05:00 AM', '2026-11-16 09:05:00', 5])(
    'with the new time %j is skipped',
    (NewTime) => {
      expect(listFates([aChange(NewTime)])).toEqual([
        'SKIPPED: 4616 clock set: the old and new time cannot be read',
      ]);
    },
  );

  test('needs neither a time nor a host of its own', () => {
    const [outcome] = readAll([aChange('2026-11-16T09:05:00Z', { TimeCreated: 'then', Hostname: '-' })]);
    expect(outcome).toMatchObject({ kind: 'SKIPPED', clockChange: { hostname: '(no host name)' } });
  });

  test('of PowerShell has its times among its properties', () => {
    const values = ['S-1-5-19', 'LOCAL SERVICE', 'NT AUTHORITY', 997];
    const aRecordOf = (times: readonly unknown[]): Fields => ({
      Id: 4616,
      ProviderName: 'Microsoft-Windows-Security-Auditing',
      LogName: 'Security',
      MachineName: 'WS1',
      RecordId: 7,
      TimeCreated: OLD,
      Properties: [...values, ...times, 612, 'C:\\Windows\\System32\\svchost.exe'].map((Value) => ({
        Value,
      })),
    });
    const [first, second] = readAll([
      aRecordOf([OLD, '2026-11-16T10:10:00.5+01:00']),
      aRecordOf(['/Date(1794819600123)/', '/Date(1794820200500)/']),
    ]);
    const newTime = '2026-11-16T09:10:00.500000Z';
    expect(first).toMatchObject({ clockChange: { oldTime: '2026-11-16T09:00:00.123456Z', newTime } });
    expect(second).toMatchObject({ clockChange: { oldTime: '2026-11-16T09:00:00.123000Z', newTime } });
  });

  test('of another channel is not a clock change', () => {
    expect(listFates([aChange('2027-01-01T00:00:00Z', { Channel: 'System' })])).toEqual([
      'SKIPPED: not a session event (system)',
    ]);
  });
});
