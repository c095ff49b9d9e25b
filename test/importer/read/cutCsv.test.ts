import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import iconv from 'iconv-lite';

import { makeCsvCutter } from '../../../src/importer/read/cutCsv.ts';
import type { DateOrder } from '../../../src/importer/read/csv/readLocaleDate.ts';
import { LATIN_1, parseEncoding } from '../../../src/importer/read/decodeText.ts';
import { NO_HINTS } from '../../../src/importer/read/inputHints.ts';
import type { InputHints } from '../../../src/importer/read/inputHints.ts';
import type { RawRecord } from '../../../src/importer/read/rawRecord.ts';
import { LOGON } from '../../sensors/windows/messages.ts';
import { samples } from '../../support/samples.ts';

const cut = (
  content: string | Buffer,
  hints: Partial<InputHints> = {},
  size = 1_048_576,
): readonly RawRecord[] => {
  const bytes = Buffer.from(content as string);
  const cutter = makeCsvCutter(bytes, { ...NO_HINTS, ...hints });
  const records: RawRecord[] = [];
  for (let at = 0; at < bytes.length; at += size) records.push(...cutter.push(bytes.subarray(at, at + size)));
  return [...records, ...cutter.end()];
};
const valuesOf = (records: readonly RawRecord[]): readonly unknown[] =>
  records.map((record) => (record.kind === 'VALUE' ? record.value : record.reason));
const quote = (text: string): string => `"${text.replaceAll('"', '""')}"`;

describe('rows', () => {
  const HEADER = 'TimeCreated,Id,Message';

  test('have the names of the header, and the line of their beginning', () => {
    const content = `\uFEFF${HEADER}\r\n2026-11-16T09:00:00Z,4624,"two\r\nlines, and ""quotes"""\r\n,1,\r\n`;
    expect(cut(content)).toEqual([
      {
        kind: 'VALUE',
        line: 2,
        value: { TimeCreated: '2026-11-16T09:00:00Z', Id: '4624', Message: 'two\r\nlines, and "quotes"' },
      },
      { kind: 'VALUE', line: 4, value: { TimeCreated: '', Id: '1', Message: '' } },
    ]);
  });

  test.each([
    [
      'the type that Windows PowerShell writes',
      `#TYPE Selected.System.X\r\n"TimeCreated","Id","Message"\r\n1,2,3\r\n`,
      3,
    ],
    ['semicolons', 'TimeCreated;Id;Message\n1;2;3', 2],
    ['tabs', 'TimeCreated\tId\tMessage\n1\t2\t3\n', 2],
  ])('with %s', (_, content, line) => {
    expect(cut(content)).toEqual([
      { kind: 'VALUE', line, value: { TimeCreated: '1', Id: '2', Message: '3' } },
    ]);
  });

  test('a column of another meaning is not read as the time of the export', () => {
    expect(valuesOf(cut('_raw,Date\nline,2/11/2026 8:00:00\n'))).toEqual([
      { _raw: 'line', Date: '2/11/2026 8:00:00' },
    ]);
  });

  test('a row with another number of values fails alone', () => {
    expect(valuesOf(cut(`${HEADER}\n1,2\n1,2,3\n1,2,3,4\n`))).toEqual([
      'not as many values as the header of the CSV has names',
      { TimeCreated: '1', Id: '2', Message: '3' },
      'not as many values as the header of the CSV has names',
    ]);
  });

  test('a row that does not end is incomplete', () => {
    expect(valuesOf(cut(`${HEADER}\n1,2,3\n1,2,"3`))).toEqual([
      { TimeCreated: '1', Id: '2', Message: '3' },
      'incomplete: the CSV record does not end',
    ]);
  });

  test('a row that is too long fails alone', () => {
    const long = `1,2,"${'x\n'.repeat(9 * 1_048_576)}"\n`;
    expect(cut(`${HEADER}\n${long}1,2,3\n`, {}, 131_072)).toEqual([
      { kind: 'FAILED', line: 2, reason: 'longer than 16 MiB' },
      { kind: 'VALUE', line: 2 + 9 * 1_048_576 + 1, value: { TimeCreated: '1', Id: '2', Message: '3' } },
    ]);
  });

  test('any values in chunks of any size', () => {
    const cell = fc.stringMatching(/^[a-z ä€,;"\n\t]*$/);
    fc.assert(
      fc.property(
        fc.array(fc.tuple(cell, cell, cell), { maxLength: 8 }),
        fc.integer({ min: 1, max: 50 }),
        (rows, size) => {
          const content = [HEADER, ...rows.map((row) => row.map(quote).join(','))].join('\n');
          expect(valuesOf(cut(content, {}, size))).toEqual(
            rows.map(([TimeCreated, Id, Message]) => ({ TimeCreated, Id, Message })),
          );
        },
      ),
      samples(100),
    );
  });

  test('cuts, flips and splices are parsed or refused, and no row is lost without a record', () => {
    const rows = Array.from({ length: 5 }, (_, n) => `2026-11-16T09:00:0${n}Z,4624,${quote(LOGON)}`);
    const content = [HEADER, ...rows].join('\r\n');
    fc.assert(
      fc.property(
        fc.nat(),
        fc.nat(),
        fc.string({ maxLength: 5 }),
        fc.integer({ min: 1, max: 999 }),
        (a, b, added, size) => {
          const at = HEADER.length + 2 + (a % rows.join('\r\n').length);
          const damaged = content.slice(0, at) + added + content.slice(at + (b % 10));
          expect(cut(damaged, {}, size).length).toBeGreaterThan(0);
        },
      ),
      samples(200),
    );
  });
});

describe('the Event Viewer', () => {
  const row = (date: string): string =>
    `Überwachung erfolgreich,${date},Microsoft-Windows-Security-Auditing,4624,Logon,${quote(LOGON)}`;

  test.each([
    ['English', 'Keywords,Date and Time,Source,Event ID,Task Category'],
    ['German', 'Schlüsselwörter,Datum und Uhrzeit,Quelle,Ereignis-ID,Aufgabenkategorie'],
  ])('in %s: the columns have positions, and the message has no name', (_, header) => {
    expect(valuesOf(cut(`${header}\r\n${row('16.11.2026 09:00:00')}\r\n`))).toEqual([
      {
        Level: 'Überwachung erfolgreich',
        'Date and Time': '2026-11-16T09:00:00',
        Source: 'Microsoft-Windows-Security-Auditing',
        'Event ID': '4624',
        'Task Category': 'Logon',
        Message: LOGON,
      },
    ]);
  });
});

describe('dates', () => {
  const AMBIGUOUS =
    'no date of the file shows whether the day or the month is first; give it with --date-order dmy or mdy';
  const CONTRARY =
    'the dates of the file have the day first and the month first; give the order with --date-order';
  const read = (
    dates: readonly string[],
    dateOrder: DateOrder | null = null,
    column = 'TimeCreated',
  ): readonly unknown[] =>
    cut([`${column},Id,Message`, ...dates.map((date) => `${quote(date)},1,x`)].join('\n'), { dateOrder }).map(
      (record) =>
        record.kind === 'VALUE' ? (record.value as { TimeCreated: string }).TimeCreated : record.reason,
    );

  test.each([
    ['16.11.2026 09:00:00', '2026-11-16T09:00:00'],
    ['2.1.2026 9:00:00', '2026-01-02T09:00:00'],
    ['16/11/2026 09:00:00', '2026-11-16T09:00:00'],
    ['11/16/2026 9:00:00 AM', '2026-11-16T09:00:00'],
    ['11/16/2026 12:00:00 AM', '2026-11-16T00:00:00'],
    ['11/16/2026 12:30:00 PM', '2026-11-16T12:30:00'],
    ['11/16/2026 1:00:00.123 p.m.', '2026-11-16T13:00:00.123'],
    ['16-11-2026 09:00:00', '2026-11-16T09:00:00'],
    ['2026/11/16 9:00:00', '2026-11-16T09:00:00'],
    ['2026. 11. 16. 9:00:00', '2026-11-16T09:00:00'],
    ['3/3/2026 9:00:00', '2026-03-03T09:00:00'],
    ['\u200E16/\u200E11/\u200E2026 09:00:00', '2026-11-16T09:00:00'],
    ['11/16/2026 9:00:00\u202FAM', '2026-11-16T09:00:00'],
    ['2026-11-16T09:00:00.1234567Z', '2026-11-16T09:00:00.1234567Z'],
    ['yesterday', 'yesterday'],
    ['16/11/26 09:00:00', '16/11/26 09:00:00'],
  ])('%s', (text, expected) => {
    expect(read([text])).toEqual([expected]);
  });

  test('a date that may be two days is decided by the others of the file, before and after it', () => {
    expect(read(['2/11/2026 9:00:00', '16/11/2026 9:00:00', '3/11/2026 9:00:00'])).toEqual([
      '2026-11-02T09:00:00',
      '2026-11-16T09:00:00',
      '2026-11-03T09:00:00',
    ]);
    expect(read(['11/2/2026 9:00:00', '11/16/2026 9:00:00'])).toEqual([
      '2026-11-02T09:00:00',
      '2026-11-16T09:00:00',
    ]);
  });

  test('or by the user, or fails', () => {
    const dates = ['2/11/2026 9:00:00', '3/3/2026 9:00:00'];
    expect(read(dates)).toEqual(['2026-03-03T09:00:00', AMBIGUOUS]);
    expect(read(dates, 'DMY')).toEqual(['2026-11-02T09:00:00', '2026-03-03T09:00:00']);
    expect(read(dates, 'MDY')).toEqual(['2026-02-11T09:00:00', '2026-03-03T09:00:00']);
  });

  test('dates in both orders fail', () => {
    expect(read(['16/11/2026 9:00:00', '11/17/2026 9:00:00'])).toEqual(['2026-11-16T09:00:00', CONTRARY]);
    expect(read(['16/11/2026 9:00:00'], 'MDY')).toEqual([CONTRARY]);
  });

  test('the portal of Log Analytics writes the month first, and names the zone', () => {
    const text = '11/2/2026, 8:00:00.123 AM';
    expect(cut(`TimeGenerated [UTC],Computer,EventID\n${quote(text)},WS1,4624\n`)).toMatchObject([
      { value: { TimeGenerated: '2026-11-02T08:00:00.123Z', Computer: 'WS1', EventID: '4624' } },
    ]);
    expect(
      valuesOf(cut(`TimeGenerated [UTC],Computer,EventID\n"02/11/2026, 08:00:00.123",WS1,4624\n`)),
    ).toEqual([AMBIGUOUS]);
    expect(cut(`TimeGenerated [Local Time],Computer,EventID\n${quote(text)},WS1,4624\n`)).toMatchObject([
      { value: { TimeGenerated: '2026-11-02T08:00:00.123' } },
    ]);
  });
});

describe('encodings', () => {
  const content = 'TimeCreated,Id,Message\n1,2,"josé\nÜ"\n';

  test.each(['cp437', 'cp850', 'cp1252', 'windows-1252', 'latin1'])('%s', (name) => {
    const encoding = parseEncoding(name);
    if (encoding === null) throw new Error(name);
    expect(cut(iconv.encode(content, name), { encoding })).toEqual([
      { kind: 'VALUE', line: 2, value: { TimeCreated: '1', Id: '2', Message: 'josé\nÜ' }, encoding },
    ]);
  });

  test('UTF-8 stays, and other text is Latin-1 if no encoding is given', () => {
    const [utf8] = cut(content);
    expect(utf8).not.toHaveProperty('encoding');
    expect(cut(iconv.encode(content, 'latin1'))).toMatchObject([
      { value: { Message: 'josé\nÜ' }, encoding: LATIN_1 },
    ]);
  });
});

describe('exports of stores', () => {
  test.each([
    [
      'Kibana',
      '"@timestamp",message\n"Nov 2, 2026 @ 10:11:12.345",x',
      '@timestamp',
      '2026-11-02T10:11:12.345',
    ],
    [
      'Kibana at noon',
      '"@timestamp",message\n"Dec 31, 2026 @ 12:00:00.000",x',
      '@timestamp',
      '2026-12-31T12:00:00.000',
    ],
    [
      "Defender's portal",
      'Timestamp,ActionType,LogonType,DeviceName\n"Nov 2, 2026 9:11:12 PM",a,b,c',
      'Timestamp',
      '2026-11-02T21:11:12',
    ],
    [
      'an unknown month',
      '"@timestamp",message\n"Foo 2, 2026 @ 10:11:12.345",x',
      '@timestamp',
      'Foo 2, 2026 @ 10:11:12.345',
    ],
    [
      'Syslog of Log Analytics',
      'TimeGenerated [UTC],ProcessName,SyslogMessage\n"11/2/2026, 10:11:12.345 AM",sshd,x',
      'TimeGenerated',
      '2026-11-02T10:11:12.345Z',
    ],
  ])('%s: the date is read', (_, content, column, expected) => {
    const [value] = valuesOf(cut(content)) as readonly [Record<string, string>];
    expect(value[column]).toBe(expected);
  });
});
