import { gzipSync } from 'node:zlib';

import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';

import { findUtmpLayout } from '../../../src/importer/read/cutUtmp.ts';
import type { RawRecord } from '../../../src/importer/read/rawRecord.ts';
import { readRecords } from '../../../src/importer/read/readRecords.ts';
import { UTMP_LAYOUTS } from '../../../src/sensors/linux/parseUtmp.ts';
import type { UtmpLayout } from '../../../src/sensors/linux/parseUtmp.ts';

import { makeUtmpRecord } from '../../support/utmpFile.ts';
import { writeFile } from '../importing.ts';
import { samples } from '../../support/samples.ts';

const X86: UtmpLayout = { recordBytes: 384, endian: 'LE' };
const LOGIN = {
  type: 7,
  pid: 700,
  line: 'pts/0',
  user: 'ana',
  host: '10.0.0.9',
  address: [10, 0, 0, 9],
  seconds: 1_794_823_200,
  micros: 250_123,
};
const VALUE = {
  ut_type: 7,
  ut_pid: 700,
  ut_line: 'pts/0',
  ut_user: 'ana',
  ut_host: '10.0.0.9',
  ut_addr: '10.0.0.9',
  ut_tv: 1_794_823_200_250_123,
};

const readAll = async (content: Buffer): Promise<readonly RawRecord[]> => {
  const records: RawRecord[] = [];
  for await (const block of readRecords(writeFile(content, 'wtmp'), {
    signal: new AbortController().signal,
    format: null,
  })) {
    records.push(...block.records);
  }
  return records;
};

describe('utmp, wtmp and btmp', () => {
  test.each(UTMP_LAYOUTS)('are read as $recordBytes bytes $endian', async (layout) => {
    const content = Buffer.concat([
      makeUtmpRecord(layout, LOGIN),
      makeUtmpRecord(layout, { ...LOGIN, type: 8, user: '', host: '', address: [] }),
    ]);
    expect(findUtmpLayout(content)).toEqual(layout);
    // macOS writes the address as the host only.
    const value = layout.recordBytes === 628 ? { ...VALUE, ut_addr: '' } : VALUE;
    expect(await readAll(content)).toEqual([
      { kind: 'VALUE', line: 1, value },
      { kind: 'VALUE', line: 2, value: { ...VALUE, ut_type: 8, ut_user: '', ut_host: '', ut_addr: '' } },
    ]);
  });

  test('may contain IPv6 addresses, names that fill their fields, and times after 2038', async () => {
    const host = 'h'.repeat(256);
    const [record] = await readAll(
      makeUtmpRecord(X86, {
        ...LOGIN,
        user: 'u'.repeat(32),
        host,
        address: [0x20, 1, 0xd, 0xb8, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 9],
        seconds: 2_208_988_800,
      }),
    );
    expect(record).toMatchObject({
      value: {
        ut_user: 'u'.repeat(32),
        ut_host: host,
        ut_addr: '2001:0db8:0000:0000:0000:0000:0000:0009',
        ut_tv: 2_208_988_800_250_123,
      },
    });
  });

  test('are read from gzip, in chunks of any size, and after empty records', async () => {
    const content = Buffer.concat([Buffer.alloc(768), makeUtmpRecord(X86, LOGIN)]);
    const records = await readAll(gzipSync(content));
    expect(records.map(({ line, kind }) => [line, kind])).toEqual([
      [1, 'VALUE'],
      [2, 'VALUE'],
      [3, 'VALUE'],
    ]);
  });

  test('count a damaged record as one failure, with its number', async () => {
    const damaged = Buffer.alloc(384, 0xab);
    const good = makeUtmpRecord(X86, LOGIN);
    const records = await readAll(Buffer.concat([good, damaged, good, good.subarray(0, 200)]));
    expect(
      records.map((record) => (record.kind === 'VALUE' ? 'read' : `${record.line}: ${record.reason}`)),
    ).toEqual(['read', '2: a damaged utmp record', 'read', '4: incomplete: the utmp record does not end']);
  });

  const readFates = async (content: Buffer): Promise<readonly string[]> =>
    (await readAll(content)).map((record) =>
      record.kind === 'VALUE' ? (record.value as any).ut_user : `${record.line}: ${record.reason}`,
    );
  const DAMAGED = 'a damaged utmp record';

  test('are recognized and read when most records are damaged', async () => {
    const damaged = makeUtmpRecord(X86, { type: 99 });
    const content = Buffer.concat([damaged, damaged, damaged, makeUtmpRecord(X86, LOGIN), damaged]);
    expect(findUtmpLayout(content)).toEqual(X86);
    expect(await readFates(content)).toEqual([
      `1: ${DAMAGED}`,
      `2: ${DAMAGED}`,
      `3: ${DAMAGED}`,
      'ana',
      `5: ${DAMAGED}`,
    ]);
  });

  test.each(UTMP_LAYOUTS)(
    'are found behind lost and inserted bytes, as $recordBytes bytes $endian',
    async (layout) => {
      const names = ['ana', 'bob', 'eve'];
      const [ana, bob, eve] = names.map((user) => makeUtmpRecord(layout, { ...LOGIN, user })) as [
        Buffer,
        Buffer,
        Buffer,
      ];
      const inserted = Buffer.concat([ana, Buffer.alloc(50, 7), bob, eve]);
      expect(await readFates(inserted)).toEqual(['ana', `2: ${DAMAGED}`, 'bob', 'eve']);
      const lost = Buffer.concat([ana, bob.subarray(0, 200), eve, ana]);
      expect(await readFates(lost)).toEqual(['ana', `2: ${DAMAGED}`, 'eve', 'ana']);
      const beginning = Buffer.concat([ana.subarray(150), bob, eve]);
      expect(await readFates(beginning)).toEqual([`1: ${DAMAGED}`, 'bob', 'eve']);
    },
  );

  test('may contain old bytes behind the text of a field', async () => {
    const record = makeUtmpRecord(X86, LOGIN);
    record.write('old', 48);
    record.write('old', 370);
    expect(await readFates(Buffer.concat([makeUtmpRecord(X86, LOGIN), record]))).toEqual(['ana', 'ana']);
  });

  test('may contain control characters in the user name, which an attacker chooses', async () => {
    const record = makeUtmpRecord(X86, { ...LOGIN, type: 6, user: 'r\u0003t' });
    expect(await readFates(Buffer.concat([makeUtmpRecord(X86, LOGIN), record]))).toEqual(['ana', 'r\u0003t']);
  });

  test('never give a record made of parts of others, wherever they are cut or joined', async () => {
    const names = ['ana', 'bob', 'eve', 'kim'];
    const content = Buffer.concat(
      names.map((user, index) =>
        makeUtmpRecord(X86, { ...LOGIN, user, line: `pts/${index}`, seconds: LOGIN.seconds + index }),
      ),
    );
    await fc.assert(
      fc.asyncProperty(
        // Bytes that are lost within a record, or inserted between two. Others can leave a whole record with another time.
        fc.oneof(
          fc.record({
            at: fc.integer({ min: 384, max: 1151 }),
            lost: fc.nat(383),
            inserted: fc.constant([]),
          }),
          fc.record({
            at: fc.constantFrom(384, 768, 1152),
            lost: fc.constant(0),
            inserted: fc.array(fc.nat(255), { maxLength: 383 }),
          }),
        ),
        async ({ at, lost, inserted }) => {
          fc.pre((at % 384) + lost <= 384);
          const damaged = Buffer.concat([
            content.subarray(0, at),
            Buffer.from(inserted),
            content.subarray(at + lost),
          ]);
          for (const record of await readAll(damaged)) {
            if (record.kind === 'FAILED') continue;
            const { ut_type: type, ut_user: user, ut_line: line, ut_tv: micros } = record.value as any;
            if (type !== 7) continue;
            const index = names.indexOf(user);
            expect(index).toBeGreaterThanOrEqual(0);
            expect([line, micros]).toEqual([
              `pts/${index}`,
              (LOGIN.seconds + index) * 1_000_000 + LOGIN.micros,
            ]);
          }
        },
      ),
      samples(200),
    );
  });

  test.each([
    ['nothing', Buffer.alloc(0)],
    ['zeros', Buffer.alloc(3840)],
    ['text', Buffer.from('Nov 16 10:00:00 web01 sshd[1]: Server listening\n'.repeat(50))],
    ['lines of JSON', Buffer.from('{"EventID":4624}\n'.repeat(100))],
    ['UTF-16', Buffer.from('\uFEFF<Events>'.repeat(100), 'utf16le')],
  ])('are not confused with %s', (_, content) => {
    expect(findUtmpLayout(content)).toBeNull();
  });

  test('never throw, and count every record, for any bytes', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ minLength: 384, maxLength: 2000 }), async (bytes) => {
        const content = Buffer.concat([makeUtmpRecord(X86, LOGIN), makeUtmpRecord(X86, LOGIN), bytes]);
        if (findUtmpLayout(content)?.recordBytes !== 384) return;
        const rest =
          content.length % 384 !== 0 && content.subarray(-(content.length % 384)).some((byte) => byte !== 0);
        expect(await readAll(content)).toHaveLength(Math.floor(content.length / 384) + (rest ? 1 : 0));
      }),
      samples(50),
    );
  });
});
