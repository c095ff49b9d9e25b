import { gzipSync } from 'node:zlib';

import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';

import { samples } from '../../support/samples.ts';
import { makeWtmpdb } from '../../support/wtmpdbFile.ts';
import { readCounts, runCommand, writeFile } from '../importing.ts';

import { read, readWhole } from './readContainer.ts';

const HOUR = 3_600_000_000;
const START = Date.UTC(2026, 10, 16, 8) * 1000;

const ROWS = [
  { type: 1, user: 'reboot', login: START, logout: START + 9 * HOUR, tty: '~', remoteHost: '6.12.0' },
  {
    type: 3,
    user: 'ana',
    login: START + HOUR + 123_456,
    logout: START + 3 * HOUR,
    tty: 'pts/0',
    remoteHost: '10.0.0.9',
    service: 'sshd',
  },
  { type: 3, user: 'ben', login: START + 2 * HOUR, tty: 'tty1', service: 'login' },
] as const;

describe('the database of wtmpdb', () => {
  test('is read as a record per start and per end, in order of time', async () => {
    const { x = [] } = await readWhole(makeWtmpdb(ROWS));
    expect(x).toEqual([
      expect.objectContaining({ wtmpdb: 'START', id: 1, time: START }),
      expect.objectContaining({ wtmpdb: 'START', id: 2, time: START + HOUR + 123_456 }),
      expect.objectContaining({ wtmpdb: 'START', id: 3, time: START + 2 * HOUR }),
      expect.objectContaining({
        wtmpdb: 'END',
        id: 2,
        login: START + HOUR + 123_456,
        time: START + 3 * HOUR,
      }),
      expect.objectContaining({ wtmpdb: 'END', id: 1, user: 'reboot', time: START + 9 * HOUR }),
    ]);
  });

  test('may be compressed, and has all rows of a large file', async () => {
    const many = Array.from({ length: 5_000 }, (_, n) => ({
      ...ROWS[1],
      login: START + n,
      logout: START + n + 1,
    }));
    const { x = [] } = await read(gzipSync(makeWtmpdb(many))).then(({ records }) => records);
    expect(x).toHaveLength(10_000);
  });

  test('is imported with the name of the host', async () => {
    const file = writeFile(makeWtmpdb(ROWS), 'wtmp.db');
    const { output, code } = await runCommand(['--dry-run', '--strict', '--host', 'web01', file]);
    expect(readCounts(output)).toMatchObject({ events: 3, failed: 0 });
    expect(code).toBe(0);
    expect((await runCommand(['--dry-run', file])).output).toContain('--host');
  });

  test('another SQLite database is named', async () => {
    expect((await read(makeWtmpdb(ROWS, 'cookies'))).problems).toEqual([
      'x: a SQLite database other than that of wtmpdb, not a log; export its rows',
    ]);
  });

  test('that is cut or damaged ends in records or a problem', async () => {
    const whole = makeWtmpdb(ROWS);
    const flip = fc.record({ at: fc.integer({ min: 16, max: whole.length - 1 }), bit: fc.nat(7) });
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 16, max: whole.length }),
        fc.array(flip, { maxLength: 3 }),
        async (length, flips) => {
          const damaged = Buffer.from(whole);
          for (const { at, bit } of flips) damaged.writeUInt8(damaged.readUInt8(at) ^ (1 << bit), at);
          const { records, problems, bytes } = await read(damaged.subarray(0, length));
          expect(bytes).toBe(length);
          expect(problems.length + Object.keys(records).length).toBeGreaterThan(0);
        },
      ),
      samples(60),
    );
  });
});
