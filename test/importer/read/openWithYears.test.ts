import { execFileSync } from 'node:child_process';
import { appendFileSync, createWriteStream, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';

import { describe, expect, test } from '@jest/globals';

import { followFile } from '../../../src/importer/read/followFile.ts';
import type { YearOptions } from '../../../src/importer/read/openWithYears.ts';
import { readRecords } from '../../../src/importer/read/readRecords.ts';
import type { RecordBlock } from '../../../src/importer/read/readRecords.ts';
import { findYearOfLine } from '../../../src/sensors/linux/yearWalk.ts';

import { writeFile } from '../importing.ts';

const NOW = Date.parse('2026-11-23T12:00:00Z');
const YEARS = { given: null, findUntil: () => Promise.resolve(NOW) };
const on = (date: string): string => `${date} 10:00:00 web01 sshd[1]: x\n`;
const LINES = `${on('Mar 10')}${on('Dec 20')}${on('Feb  3')}${on('Apr  5')}`;
const FOUND = [2025, 2025, 2026, 2026];

const listYears = ({ records, years }: RecordBlock): readonly (number | undefined)[] =>
  records.map((record) =>
    years !== null && record.kind === 'VALUE' && typeof record.value === 'string'
      ? findYearOfLine(years, record.value)
      : undefined,
  );

const read = async (file: string, years: YearOptions = YEARS) => {
  const found: (number | undefined)[] = [];
  let bytes = 0;
  const { signal } = new AbortController();
  for await (const block of readRecords(file, { signal, format: null, years })) {
    found.push(...listYears(block));
    bytes += block.bytes;
  }
  return { found, bytes };
};

describe('the years of a file', () => {
  test('are found by all its lines, and its bytes are counted once', async () => {
    expect(await read(writeFile(LINES, 'auth.log'))).toEqual({ found: FOUND, bytes: LINES.length });
  });

  test.each([
    ['gzip', gzipSync(LINES)],
    ['UTF-16', Buffer.from(`\uFEFF${LINES}`, 'utf16le')],
    ['a byte order mark', Buffer.from(`\uFEFF${LINES}`)],
    ['NULs at the beginning', Buffer.concat([Buffer.alloc(100), Buffer.from(LINES)])],
  ])('of %s', async (_, content) => {
    expect((await read(writeFile(content, 'auth.log'))).found).toEqual(FOUND);
  });

  test('also when the lines that decide are in other pieces of the file', async () => {
    const many = on('Mar 10').repeat(10_000);
    const { found } = await read(
      writeFile(`${many}${on('Dec 20')}${on('Feb  3').repeat(10_000)}`, 'auth.log'),
    );
    expect([found[0], found[10_000], found.at(-1)]).toEqual([2025, 2025, 2026]);
    expect(found).toHaveLength(20_001);
  });

  test('of a pipe are found by a copy, which is deleted', async () => {
    const pipe = join(dirname(writeFile('', 'x')), 'pipe');
    execFileSync('sh', ['-c', 'mkfifo "$0"', pipe]);
    const temporary = dirname(writeFile('', 'x'));
    rmSync(join(temporary, 'x'));
    const { TMPDIR } = process.env;
    process.env['TMPDIR'] = temporary;
    try {
      const reading = read(pipe);
      const stream = createWriteStream(pipe);
      for (const line of LINES.split(/(?<=\n)/)) stream.write(line);
      stream.end();
      expect((await reading).found).toEqual(FOUND);
    } finally {
      if (TMPDIR === undefined) delete process.env['TMPDIR'];
      else process.env['TMPDIR'] = TMPDIR;
    }
    expect(readdirSync(temporary)).toEqual([]);
  });

  test('begin with the given one', async () => {
    const { found } = await read(writeFile(LINES, 'auth.log'), { ...YEARS, given: 2019 });
    expect(found).toEqual([2019, 2019, 2020, 2020]);
  });

  test('are not needed by JSON', async () => {
    expect((await read(writeFile('{"a":1}\n{"a":2}\n'))).found).toEqual([undefined, undefined]);
  });
});

test('a followed file continues its years, also in the next file', async () => {
  const file = writeFile(`${on('Mar 10')}${on('Dec 20')}`, 'auth.log');
  const end = new AbortController();
  const found: (number | undefined)[] = [];
  let step = 0;
  const options = {
    signal: end.signal,
    format: null,
    years: { given: null, findUntil: () => Promise.resolve(Date.parse('2025-12-20T12:00:00Z')) },
  };
  for await (const block of followFile(file, options)) {
    found.push(...listYears(block));
    if (!block.isCaughtUp) continue;
    if (step === 0 && found.length === 2) {
      appendFileSync(file, on('Jan  2'));
      step = 1;
    } else if (step === 1 && found.length === 3) {
      renameSync(file, `${file}.1`);
      writeFileSync(file, on('Jan  3'));
      step = 2;
    } else if (step === 2 && found.length === 4) end.abort();
  }
  expect(found).toEqual([2025, 2025, 2026, 2026]);
});
