import { execFileSync } from 'node:child_process';
import { writeFile as write } from 'node:fs/promises';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';

import { describe, expect, test } from '@jest/globals';

import { LOG, makeTar, XZ, ZSTD } from '../support/packedLog.ts';
import { makeZip } from '../support/zipFile.ts';
import { aRecord, readCounts, runCommand, writeFile } from './importing.ts';

const SYSLOG = ['--dry-run', '--timezone', 'UTC', '--year', '2026'];

describe('archives', () => {
  test('each file in them is one of its own in summary and report', async () => {
    const picture = Buffer.from('89504e470d0a1a0a0000000d', 'hex');
    const content = makeZip([
      { name: 'var/log/auth.log', content: LOG },
      { name: 'a.png', content: picture },
      { name: 'secret.log', content: LOG, flags: 1 },
      { name: 'win.jsonl.gz', content: gzipSync(JSON.stringify(aRecord(0))) },
    ]);
    const file = writeFile(content, 'evidence.zip');
    const report = join(dirname(file), 'report.json');
    const { code, output } = await runCommand([...SYSLOG, '--report', report, file]);
    expect(code).toBe(1);
    expect(output).toContain(`not read as a log: ${file}/a.png: a picture, not a log\n`);
    expect(output).toContain(
      `could not be read completely: ${file}/secret.log: encrypted; unpack the ZIP file`,
    );
    expect(output).toContain(`  ${file}/var/log/auth.log: 2 records, 2 events\n`);
    expect(output).toContain(`  ${file}/win.jsonl.gz: 1 record, 1 event\n`);
    expect(readCounts(output)).toMatchObject({ 'records read': 4, events: 3, failed: 1 });
    const written = JSON.parse(readFileSync(report, 'utf8'));
    expect(written.files.map(({ name }: { name: string }) => name)).toEqual([
      `${file}/var/log/auth.log`,
      `${file}/a.png`,
      `${file}/win.jsonl.gz`,
    ]);
    expect(written.unreadable).toHaveLength(1);
  });

  test('--explain counts in each of them', async () => {
    const file = writeFile(await makeTar({ 'a.log': LOG, 'b.log': `${LOG.split('\n')[0]}\n` }), 'x.tar');
    const { output } = await runCommand([...SYSLOG, '--explain', '2', file]);
    expect(output).toContain(`${file}/a.log:2  read: Nov 16 10:00:05`);
    expect(output).toContain(`${file}/b.log:2  there is no such record; the last one is 1\n`);
    expect(output).not.toContain(`${file}:2`);
  });

  test('the summary names the first files that are not logs, and the report all', async () => {
    const names = Array.from({ length: 45 }, (_, n) => `${n}.bin`);
    const file = writeFile(makeZip(names.map((name) => ({ name, content: 'GIF89a' }))), 'x.zip');
    const report = join(dirname(file), 'report.json');
    const { output } = await runCommand([...SYSLOG, '--report', report, file]);
    expect(output).toContain(`not read as a log: ${file}/39.bin: a picture, not a log\n`);
    expect(output).toContain('not read as a log: 5 more (--report has all)\n');
    expect(JSON.parse(readFileSync(report, 'utf8')).noLogs).toHaveLength(45);
  });

  test('a damaged one is read up to the damage, and the exit code is 1', async () => {
    const content = makeZip([
      { name: 'a.log', content: LOG, crc: 1 },
      { name: 'b.log', content: LOG },
    ]);
    const file = writeFile(content, 'x.zip');
    const { code, output } = await runCommand([...SYSLOG, file]);
    expect(output).toContain(`could not be read completely: ${file}/a.log: damaged ZIP`);
    expect(readCounts(output)).toMatchObject({ events: 4 });
    expect(code).toBe(1);
  });

  test.each([
    ['cut off', gzipSync(LOG).subarray(0, -8)],
    ['followed by bytes like gzip', Buffer.concat([gzipSync(LOG), Buffer.from([0x1f, 0x8b, 8, 0, 1, 2])])],
    ['followed by text', Buffer.concat([gzipSync(LOG), Buffer.from('rest')])],
  ])('lines without a year in gzip that is %s are read', async (_, content) => {
    const file = writeFile(content, 'auth.log.gz');
    const { code, output } = await runCommand(['--dry-run', '--timezone', 'UTC', file]);
    expect(output.match(/could not be read completely/g)).toHaveLength(1);
    expect(readCounts(output)).toMatchObject({ 'records read': 2, events: 2 });
    expect(code).toBe(1);
  });

  test.each([
    ['ZIP', makeZip([{ name: 'a.log', content: LOG }])],
    ['xz', XZ],
    ['zstd', ZSTD],
  ])('%s from a pipe', async (_, content) => {
    const pipe = join(dirname(writeFile('', 'beside')), 'pipe');
    execFileSync('mkfifo', [pipe]);
    const [{ code, output }] = await Promise.all([runCommand([...SYSLOG, pipe]), write(pipe, content)]);
    expect(readCounts(output)).toMatchObject({ events: 2, failed: 0 });
    expect(code).toBe(0);
  });

  test.each([
    ['zip', makeZip([{ name: 'a.log', content: LOG }])],
    ['gzip', gzipSync(LOG)],
    ['xz', XZ],
    ['zstd', ZSTD],
  ])('%s cannot be followed', async (kind, content) => {
    const file = writeFile(content, 'x');
    const { code, errors } = await runCommand(['--follow', file]);
    expect(errors).toContain(`import: ${file} cannot be followed (${kind}); import it without --follow\n`);
    expect(code).toBe(2);
  });
});
