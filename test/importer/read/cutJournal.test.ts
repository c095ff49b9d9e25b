import { describe, expect, test } from '@jest/globals';

import { recognizeFormat } from '../../../src/importer/read/formats.ts';
import { NO_HINTS } from '../../../src/importer/read/inputHints.ts';
import type { RawRecord } from '../../../src/importer/read/rawRecord.ts';
import { MAX_RECORD_BYTES } from '../../../src/importer/read/rawRecord.ts';

/** Reads content in pieces of the given size. */
const read = (content: string | Buffer, pieceBytes = Number.POSITIVE_INFINITY): readonly RawRecord[] => {
  const bytes = Buffer.from(content);
  const cutter = recognizeFormat(bytes)?.makeCutter(NO_HINTS);
  if (cutter === undefined) throw new Error('The format is not recognized.');
  const records: RawRecord[] = [];
  for (let start = 0; start < bytes.length; start += pieceBytes) {
    records.push(...cutter.push(bytes.subarray(start, start + pieceBytes)));
  }
  return [...records, ...cutter.end()];
};

const binary = (name: string, value: Buffer, length = value.length): Buffer => {
  const size = Buffer.alloc(8);
  size.writeBigUInt64LE(BigInt(length));
  return Buffer.concat([Buffer.from(`${name}\n`), size, value, Buffer.from('\n')]);
};

/** https://systemd.io/JOURNAL_EXPORT_FORMATS/ */
const anEntry = (n: number): string =>
  `__CURSOR=s=1;i=${n}\n__REALTIME_TIMESTAMP=179482320012345${n}\n_HOSTNAME=web01\nSYSLOG_IDENTIFIER=sshd\n_PID=71${n}\nMESSAGE=a=b ${n}\n\n`;
const theValue = (n: number) => ({
  __CURSOR: `s=1;i=${n}`,
  __REALTIME_TIMESTAMP: `179482320012345${n}`,
  _HOSTNAME: 'web01',
  SYSLOG_IDENTIFIER: 'sshd',
  _PID: `71${n}`,
  MESSAGE: `a=b ${n}`,
});

describe('journalctl -o export', () => {
  test.each([1, 2, 7, 64, Number.POSITIVE_INFINITY])('in pieces of %p bytes', (pieceBytes) => {
    expect(read(`${anEntry(1)}${anEntry(2)}`, pieceBytes)).toEqual([
      { kind: 'VALUE', line: 1, value: theValue(1) },
      { kind: 'VALUE', line: 8, value: theValue(2) },
    ]);
  });

  test.each([1, 5, Number.POSITIVE_INFINITY])(
    'values with control characters, in pieces of %p bytes',
    (pieceBytes) => {
      const value = Buffer.from('two lines\n\nand =é\0');
      const entry = Buffer.concat([
        Buffer.from('__CURSOR=s=1\n'),
        binary('MESSAGE', value),
        Buffer.from('_PID=7\n\n'),
      ]);
      expect(read(Buffer.concat([entry, Buffer.from(anEntry(2))]), pieceBytes)).toEqual([
        { kind: 'VALUE', line: 1, value: { __CURSOR: 's=1', MESSAGE: 'two lines\n\nand =é\0', _PID: '7' } },
        { kind: 'VALUE', line: expect.any(Number), value: theValue(2) },
      ]);
    },
  );

  test('the last entry may end without an empty line', () => {
    expect(read(anEntry(1).trimEnd() + '\n')).toMatchObject([{ kind: 'VALUE', value: theValue(1) }]);
  });

  test('the first of several values counts, and bytes that are not UTF-8 are read as Latin-1', () => {
    const content = Buffer.from('__CURSOR=s=1\nMESSAGE=\xe9\nMESSAGE=b\n\n', 'latin1');
    expect(read(content)).toMatchObject([{ value: { MESSAGE: 'é' } }]);
  });

  test('a damaged entry fails alone', () => {
    const damaged = Buffer.concat([
      Buffer.from('__CURSOR=s=1\n'),
      binary('MESSAGE', Buffer.from('x'), 2 ** 50),
      Buffer.from('\n'),
    ]);
    const records = read(Buffer.concat([Buffer.from(anEntry(1)), damaged, Buffer.from(anEntry(2))]));
    expect(records.filter(({ kind }) => kind === 'VALUE')).toHaveLength(2);
    expect(records[1]).toMatchObject({ kind: 'FAILED', reason: 'a damaged entry of the journal' });
  });

  test('an entry that was torn, with the next one behind it, fails', () => {
    const torn = '__CURSOR=s=1\n__REALTIME_TIMESTAMP=1\n_HOSTNAME=we';
    expect(read(`${torn}__CURSOR=s=2\n__REALTIME_TIMESTAMP=2\n_HOSTNAME=web01\nMESSAGE=a\n\n`)).toEqual([
      { kind: 'FAILED', line: 1, reason: 'a damaged entry of the journal' },
    ]);
  });

  test('an unfinished entry fails', () => {
    expect(read(`${anEntry(1)}__CURSOR=s=2\n_PI`)).toMatchObject([{ kind: 'VALUE' }, { kind: 'FAILED' }]);
  });

  test('an entry that is too long fails alone', () => {
    const long = `__CURSOR=s=9\nMESSAGE=${'x'.repeat(MAX_RECORD_BYTES)}\n\n`;
    expect(read(`${anEntry(1)}${long}${anEntry(2)}`, 131_072).map(({ kind }) => kind)).toEqual([
      'VALUE',
      'FAILED',
      'VALUE',
    ]);
  });
});

describe('journalctl -o verbose', () => {
  const entry = (n: number): string =>
    [
      `Mon 2026-11-16 10:00:00.12345${n} UTC [s=1;i=${n};b=2;m=3;t=6604b6b4ac2c${n};x=5]`,
      '    PRIORITY=6',
      '    _HOSTNAME=web01',
      '    SYSLOG_IDENTIFIER=sshd',
      '    MESSAGE=first line',
      '            second line',
      '    _PID=712',
      '',
    ].join('\n');

  test.each([1, 16, Number.POSITIVE_INFINITY])('in pieces of %p bytes', (pieceBytes) => {
    const records = read(`${entry(1)}-- Boot 12ab --\n${entry(2)}`, pieceBytes);
    expect(records).toEqual(
      [1, 2].map((n) => ({
        kind: 'VALUE',
        line: n === 1 ? 1 : 9,
        value: {
          __CURSOR: `s=1;i=${n};b=2;m=3;t=6604b6b4ac2c${n};x=5`,
          __REALTIME_TIMESTAMP: String(Number.parseInt(`6604b6b4ac2c${n}`, 16)),
          PRIORITY: '6',
          _HOSTNAME: 'web01',
          SYSLOG_IDENTIFIER: 'sshd',
          MESSAGE: 'first line',
          _PID: '712',
        },
      })),
    );
  });

  test('an entry that was torn, with the next one behind it, fails', () => {
    const [torn] = entry(1).split('b01\n', 1);
    expect(read(`${torn}${entry(2)}`)).toEqual([
      { kind: 'FAILED', line: 3, reason: 'a damaged entry of the journal' },
    ]);
  });

  test('a line that belongs to no entry fails', () => {
    expect(read(`${entry(1)}what is this\n`)).toMatchObject([{ kind: 'FAILED', line: 8 }, { kind: 'VALUE' }]);
  });
});
