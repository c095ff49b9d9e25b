import { readFileSync } from 'node:fs';

import { expect, test } from '@jest/globals';

import { aRecord, runCommand, writeFile } from '../importing.ts';

const aChange = (n: number, NewTime: string, fields: object = {}) =>
  aRecord(n, { EventID: 4616, PreviousTime: '2026-09-01T00:00:00Z', NewTime, ...fields });
const OLD = '2026-09-01T00:00:00.000000Z';

test('changes of a clock by a minute or more are warned about and reported; their records are skipped', async () => {
  const file = writeFile([
    aChange(0, '2026-09-01T00:00:00.5Z'),
    aChange(1, '2024-09-01T00:00:00Z'),
    aChange(2, '2026-09-01T00:01:00Z', { Hostname: 'WS2' }),
  ]);
  const report = `${file}.report.json`;
  const { code, output } = await runCommand(['--dry-run', '--report', report, file]);
  const back = { hostname: 'WS1', oldTime: OLD, newTime: '2024-09-01T00:00:00.000000Z' };
  const ahead = { hostname: 'WS2', oldTime: OLD, newTime: '2026-09-01T00:01:00.000000Z' };
  for (const [{ hostname, oldTime, newTime }, line] of [
    [back, 2],
    [ahead, 3],
  ] as const) {
    expect(output).toContain(
      `WARNING: the clock of ${hostname} was set from ${oldTime} to ${newTime} (${file}:${line}); times before and after that may not be comparable\n`,
    );
  }
  expect(output.match(/WARNING/g)).toHaveLength(2);
  expect(output).toMatch(/^ +2 {2}4616 clock set by a minute or more: see the warnings$/m);
  expect(output).toMatch(/^ +1 {2}4616 clock set by less than a minute$/m);
  expect(code).toBe(0);
  expect(JSON.parse(readFileSync(report, 'utf8'))).toMatchObject({
    records: 3,
    events: 0,
    clockChanges: [
      { ...back, record: `${file}:2` },
      { ...ahead, record: `${file}:3` },
    ],
    clockChangeCount: 2,
    warnings: [expect.stringContaining('WS1'), expect.stringContaining('WS2')],
  });
});

test('after twenty the others are counted, and the report has them', async () => {
  const file = writeFile(Array.from({ length: 23 }, (_, n) => aChange(n, '2026-09-02T00:00:00Z')));
  const report = `${file}.report.json`;
  const { output } = await runCommand(['--dry-run', '--report', report, file]);
  expect(output.match(/WARNING: the clock of WS1/g)).toHaveLength(20);
  expect(output).toContain('WARNING: clocks were set 3 more times (--report lists them)\n');
  expect(JSON.parse(readFileSync(report, 'utf8')).clockChanges).toHaveLength(23);
});

test('without changes the report has none', async () => {
  const file = writeFile([aRecord(0)]);
  const report = `${file}.report.json`;
  await runCommand(['--dry-run', '--report', report, file]);
  expect(JSON.parse(readFileSync(report, 'utf8'))).toMatchObject({ clockChanges: [], clockChangeCount: 0 });
});
