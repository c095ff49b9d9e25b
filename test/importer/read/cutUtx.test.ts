import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';

import { readRecords } from '../../../src/importer/read/readRecords.ts';
import type { RawRecord } from '../../../src/importer/read/rawRecord.ts';
import { readCounts, runCommand, writeFile } from '../importing.ts';
import { samples } from '../../support/samples.ts';

/** `ana` logs in on pts/0 from 10.0.0.9 at 2026-11-16T10:00:00.250123Z, written by hand from struct futx (lib/libc/gen/utxdb.h). */
const text = (value: string, length: number): string =>
  Buffer.concat([Buffer.from(value)], length).toString('hex');
/** 1,794,823,200,000,000 + the given microseconds. */
const timeAt = (micros: number): string =>
  (1_794_823_200_000_000n + BigInt(micros)).toString(16).padStart(16, '0');
const ID = '6131623263336434';
/** Writes a record in hexadecimal as FreeBSD does: behind its length, and without the NULs at its end. */
const trimmed = (hex: string): Buffer => {
  const bytes = Buffer.from(hex.replace(/(?:00)+$/, ''), 'hex');
  return Buffer.concat([Buffer.from([0, bytes.length]), bytes]);
};
const LOGIN = trimmed(
  `04${timeAt(250_123)}${ID}0000032c${text('ana', 32)}${text('pts/0', 16)}${text('10.0.0.9', 128)}`,
);
/** It has another pid than the login, and no line. */
const END = trimmed(`07${timeAt(60_000_000)}${ID}0000032d`);
const BOOT = trimmed(`01${timeAt(-1_000_000)}`);
const SHUTDOWN = trimmed(`08${timeAt(90_000_000)}`);

const readAll = async (content: Buffer): Promise<readonly RawRecord[]> => {
  const records: RawRecord[] = [];
  const options = { signal: new AbortController().signal, format: null };
  for await (const block of readRecords(writeFile(content, 'utx.log'), options))
    records.push(...block.records);
  return records;
};

const NOBODY = { ut_pid: 0, ut_line: '', ut_user: '', ut_host: '', ut_addr: '' };
const VALUES = [
  { ...NOBODY, ut_type: 2, ut_tv: 1_794_823_199_000_000 },
  {
    ut_type: 7,
    ut_pid: 812,
    ut_line: 'pts/0',
    ut_user: 'ana',
    ut_host: '10.0.0.9',
    ut_addr: '',
    ut_tv: 1_794_823_200_250_123,
  },
  { ...NOBODY, ut_type: 8, ut_pid: 813, ut_line: 'pts/0', ut_tv: 1_794_823_260_000_000 },
  { ...NOBODY, ut_type: 11, ut_tv: 1_794_823_290_000_000 },
];

describe("FreeBSD's utx.log", () => {
  test('has the types of utmp, and ends with the line of their login', async () => {
    expect(await readAll(Buffer.concat([BOOT, LOGIN, END, SHUTDOWN]))).toEqual(
      VALUES.map((value, index) => ({ kind: 'VALUE', line: index + 1, value })),
    );
  });

  test('becomes a login, a logout, a start and a stop of the host', async () => {
    const file = writeFile(Buffer.concat([BOOT, LOGIN, END, SHUTDOWN]), 'utx.log');
    const { code, output } = await runCommand(['--dry-run', '--host', 'bsd1', file]);
    expect(readCounts(output)).toMatchObject({ 'records read': 4, events: 2, failed: 0 });
    expect(code).toBe(0);
  });

  test('the end of a session that began before the file has no line', async () => {
    expect(await readAll(Buffer.concat([BOOT, END]))).toMatchObject([{}, { value: { ut_line: '' } }]);
  });

  test('damage is one failed record, and the records behind it are read', async () => {
    const damage = Buffer.from('ffff00ff07ff00', 'hex');
    expect(await readAll(Buffer.concat([BOOT, damage, LOGIN, LOGIN.subarray(0, 30)]))).toEqual([
      { kind: 'VALUE', line: 1, value: VALUES[0] },
      { kind: 'FAILED', line: 2, reason: 'a damaged record of utx.log' },
      { kind: 'VALUE', line: 3, value: VALUES[1] },
      { kind: 'FAILED', line: 4, reason: 'incomplete: the record of utx.log does not end' },
    ]);
  });

  test('a record that is cut out anywhere does not change the others', async () => {
    const bytes = fc.integer({ min: 1, max: LOGIN.length - 1 });
    await fc.assert(
      fc.asyncProperty(bytes, bytes, async (from, length) => {
        const cut = Buffer.concat([LOGIN.subarray(0, from), LOGIN.subarray(from + length)]);
        const values = (await readAll(Buffer.concat([BOOT, cut, SHUTDOWN, SHUTDOWN]))).flatMap((record) =>
          record.kind === 'VALUE' ? [record.value] : [],
        );
        expect(values[0]).toEqual(VALUES[0]);
        expect(values.at(-1)).toEqual(VALUES[3]);
      }),
      samples(100),
    );
  });
});
