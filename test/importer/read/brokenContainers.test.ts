import { gzipSync } from 'node:zlib';

import { describe, expect, test } from '@jest/globals';

import { listLogons } from '../../sensors/windows/evtx/aLogon.ts';
import { writeChunk, writeEvtxFile } from '../../support/evtxFile.ts';
import { LOG, XZ, ZSTD } from '../../support/packedLog.ts';
import { makeUtmpRecord } from '../../support/utmpFile.ts';
import { LINES, read, readWhole } from './readContainer.ts';

const GZIP = gzipSync(LOG);
const MAGIC = Buffer.from([0x1f, 0x8b]);

describe('the records before damage are kept, and the damage is named once', () => {
  const NOT_GZIP = 'x: damaged gzip: the bytes behind its end are not gzip, and are not read';
  const ENDS = 'x: damaged or incomplete gzip: unexpected end of file';
  const CHECKSUM = 'x: damaged gzip: its checksum or its size is wrong';
  const changed = (at: number): Buffer => {
    const damaged = Buffer.from(GZIP);
    damaged.writeUInt8(damaged.readUInt8(GZIP.length + at) ^ 1, GZIP.length + at);
    return damaged;
  };
  const LONG = Buffer.concat(Array.from({ length: 9_000 }, () => GZIP));

  test.each([
    ['text behind gzip', Buffer.concat([GZIP, Buffer.from('rest')]), NOT_GZIP],
    ['the magic number of gzip behind gzip', Buffer.concat([GZIP, MAGIC]), ENDS],
    [
      'a wrong header behind gzip',
      Buffer.concat([GZIP, MAGIC, Buffer.alloc(20, 1)]),
      'x: damaged gzip: its header is wrong',
    ],
    [
      'a damaged member behind gzip',
      Buffer.concat([GZIP, GZIP.subarray(0, 10), Buffer.alloc(20, 0xff)]),
      'x: damaged or incomplete gzip: invalid block type',
    ],
    ['gzip without its checksum', GZIP.subarray(0, -8), ENDS],
    ['a wrong checksum of gzip', changed(-8), CHECKSUM],
    ['a wrong size of gzip', changed(-1), CHECKSUM],
    [
      'the magic number of zstd behind zstd',
      Buffer.concat([ZSTD, ZSTD.subarray(0, 4)]),
      'x: incomplete zstd',
    ],
    ['text behind zstd', Buffer.concat([ZSTD, Buffer.from('rest')]), 'x: damaged zstd'],
    ['text behind xz', Buffer.concat([XZ, Buffer.from('restrest')]), 'x: damaged or incomplete xz'],
    [
      'the magic number of xz behind xz',
      Buffer.concat([XZ, XZ.subarray(0, 6)]),
      'x: damaged or incomplete xz',
    ],
  ])('%s', async (_, content, problem) => {
    expect(await read(content)).toMatchObject({ records: { x: LINES }, problems: [problem] });
  });

  test('many members, and then text', async () => {
    const { records, problems } = await read(Buffer.concat([LONG, Buffer.from('rest')]));
    expect(records['x']).toHaveLength(9_000 * LINES.length);
    expect(problems).toEqual([NOT_GZIP]);
  });

  test('a line without its end is not a record', async () => {
    const [first = ''] = LINES;
    const packed = gzipSync(LOG.slice(0, first.length + 10));
    const { records, problems } = await read(packed.subarray(0, -8));
    expect([records, problems]).toEqual([{ x: [first] }, [ENDS]]);
  });
});

test('NULs behind gzip, between members and at the end, are padding', async () => {
  const padding = Buffer.alloc(1_000);
  expect(await readWhole(Buffer.concat([GZIP, padding, GZIP, padding]))).toEqual({ x: [...LINES, ...LINES] });
});

test('the header of gzip may have a name, a comment, extra bytes and a checksum', async () => {
  const header = Buffer.from(GZIP.subarray(0, 10));
  header.writeUInt8(2 | 4 | 8 | 16, 3);
  const texts = Buffer.from('\u0003\0abcauth.log\0a comment\0##', 'latin1');
  expect(await readWhole(Buffer.concat([header, texts, GZIP.subarray(10)]))).toEqual({ x: LINES });
});

describe('records that wait for the end of their file', () => {
  const REST = Buffer.from('rest');
  const readBroken = async (content: Buffer | string): Promise<readonly unknown[]> => {
    const { records, problems } = await read(Buffer.concat([gzipSync(content), REST]));
    expect(problems).toHaveLength(1);
    return records['x'] ?? [];
  };

  test('rows of CSV and events of wevtutil whose dates do not show the order of day and month', async () => {
    const row = 'Audit Success,2/11/2026 8:00:00 AM,a,4624,Logon,"text"\n';
    const csv = `Keywords,Date and Time,Source,Event ID,Task Category\n${row}${row}${row.slice(0, 30)}`;
    expect(await readBroken(csv)).toHaveLength(2);
    const event = (number: number): string =>
      `Event[${number}]:\n  Log Name: Security\n  Source: a\n  Date: 2/11/2026 8:00:00 AM\n  Event ID: 4624\n  Computer: WS1\n  Description:\ntext\n\n`;
    expect(await readBroken(`${event(0)}${event(1)}${event(2)}`)).toHaveLength(2);
  });

  test('the last chunk of EVTX', async () => {
    const file = writeEvtxFile([writeChunk(listLogons(1, 3)), writeChunk(listLogons(4, 5))]);
    expect(await readBroken(file)).toHaveLength(5);
  });

  test('records of wtmp behind bytes that are lost', async () => {
    const layout = { recordBytes: 384, endian: 'LE' } as const;
    const login = makeUtmpRecord(layout, {
      type: 7,
      pid: 700,
      line: 'pts/0',
      user: 'ana',
      seconds: 1_794_823_200,
    });
    const damaged = Buffer.concat([login, login.subarray(0, 100), login]);
    const inFile = (await read(damaged)).records['x'] ?? [];
    expect(inFile.length).toBeGreaterThan(2);
    expect(await readBroken(damaged)).toEqual(inFile);
  });
});
