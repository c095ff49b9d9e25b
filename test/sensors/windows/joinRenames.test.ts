import { describe, expect, test } from '@jest/globals';

import type { HostFactInput } from '../../../src/sensors/contextEventInput.ts';

import { readAll } from './records.ts';

type Fields = Readonly<Record<string, unknown>>;

/** A record of the Security log, as NXLog writes it. */
const record = (number: number, Hostname: string, fields: Fields = {}): Fields => ({
  EventID: 4672,
  Channel: 'Security',
  Hostname,
  TimeCreated: new Date(Date.UTC(2026, 8, 1) + number * 1000).toISOString(),
  EventRecordID: number,
  ...fields,
});
const run = (from: number, until: number, hostname: string): readonly Fields[] =>
  Array.from({ length: until - from }, (_, index) => record(from + index, hostname));
const start = (number: number, hostname: string): Fields => record(number, hostname, { EventID: 4608 });

const listStarts = (records: readonly Fields[]): readonly unknown[] =>
  readAll(records).flatMap((outcome) =>
    outcome.kind === 'CONTEXT' && 'hostStart' in outcome.event
      ? [describeStart(outcome.event.hostStart, 'isExtra' in outcome ? 'extra' : 'own')]
      : [],
  );

const describeStart = ({ hostname, sourceId }: HostFactInput, which: string): string =>
  `${hostname} ${which} ${sourceId}`;

const OWN = 'NEW own windows/security/13';

describe('a host that is renamed within one log', () => {
  test('also starts under its old name', () => {
    expect(listStarts([...run(1, 13, 'OLD'), start(13, 'NEW')])).toEqual([
      OWN,
      'OLD extra windows/security/13',
    ]);
  });

  test.each([
    ['it has the same name in another spelling', [...run(1, 13, 'new.corp.example'), start(13, 'NEW')]],
    ['a record is missing between them', [...run(1, 12, 'OLD'), start(13, 'NEW')]],
    ['few records have the old name', [...run(8, 13, 'OLD'), start(13, 'NEW')]],
    ['records are missing before', [...run(1, 6, 'OLD'), ...run(7, 13, 'OLD'), start(13, 'NEW')]],
    ['the one before is of a third', [...run(1, 12, 'OLD'), record(12, 'THIRD'), start(13, 'NEW')]],
    ['there is no other', [...run(1, 13, 'NEW'), start(13, 'NEW')]],
  ])('is not renamed if %s', (_, records) => {
    expect(listStarts(records)).toEqual([OWN]);
  });

  test('is detected in each log separately', () => {
    const others = run(100, 113, 'OTHER').map((one) => ({ ...one, Channel: 'System' }));
    const turns = run(1, 13, 'OLD').flatMap((one, index) => [one, others[index] ?? one]);
    expect(listStarts([...turns, start(13, 'NEW')])).toEqual([OWN, 'OLD extra windows/security/13']);
  });

  test('does not start by a record that is not a start', () => {
    expect(listStarts([...run(1, 13, 'OLD'), record(13, 'NEW'), start(14, 'NEW')])).toEqual([
      'NEW own windows/security/14',
    ]);
  });
});
