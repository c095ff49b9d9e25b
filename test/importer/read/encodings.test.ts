import { describe, expect, test } from '@jest/globals';
import iconv from 'iconv-lite';

import { LATIN_1, parseEncoding } from '../../../src/importer/read/decodeText.ts';
import { makeEventXmlCutter } from '../../../src/importer/read/cutEventXml.ts';
import { makeJsonLineCutter, makeTextLineCutter } from '../../../src/importer/read/cutLines.ts';
import { makeCutter } from '../../../src/importer/read/formats.ts';
import { NO_HINTS } from '../../../src/importer/read/inputHints.ts';
import type { Cutter, RawRecord } from '../../../src/importer/read/rawRecord.ts';
import { runCommand, writeFile } from '../importing.ts';

const EVENT = (user: string): string =>
  `<Event xmlns='http://schemas.microsoft.com/win/2004/08/events/event'><System><Provider Name='Microsoft-Windows-Security-Auditing'/><EventID>4624</EventID><TimeCreated SystemTime='2026-11-16T09:00:00.1234567Z'/><EventRecordID>1001</EventRecordID><Channel>Security</Channel><Computer>WS1</Computer></System><EventData><Data Name='TargetUserName'>${user}</Data><Data Name='TargetDomainName'>CORP</Data><Data Name='TargetLogonId'>0x8a1f0</Data><Data Name='LogonType'>2</Data></EventData></Event>\r\n`;

const read = (cutter: Cutter, bytes: Buffer): readonly RawRecord[] => [
  ...cutter.push(bytes),
  ...cutter.end(),
];
const hintsOf = (name: string) => {
  const encoding = parseEncoding(name);
  if (encoding === null) throw new Error(name);
  return { ...NO_HINTS, encoding };
};

/** The code pages of consoles (OEM) and of programs (ANSI) of Windows, and a name that each can write. */
const CODE_PAGES: readonly (readonly [string, string])[] = [
  ['cp437', 'josé'],
  ['cp720', 'josé'],
  ['cp737', 'Γιώργος'],
  ['cp775', 'Jūratė'],
  ['cp850', 'Jürgen'],
  ['cp852', 'Łukasz'],
  ['cp855', 'Иван'],
  ['cp857', 'Gülşen'],
  ['cp858', 'Jürgen'],
  ['cp862', 'דוד'],
  ['cp866', 'Иван'],
  ['cp874', 'สมชาย'],
  ['cp932', '表計算'],
  ['cp936', '王伟'],
  ['cp949', '김민수'],
  ['cp950', '許功蓋'],
  ['cp1250', 'Łukasz'],
  ['cp1251', 'Иван'],
  ['cp1252', 'Jürgen'],
  ['cp1253', 'Γιώργος'],
  ['cp1254', 'Gülşen'],
  ['cp1255', 'דוד'],
  ['cp1256', 'محمد'],
  ['cp1257', 'Jūratė'],
  ['cp1258', 'Jürgen'],
];

describe('event XML in code pages', () => {
  test.each(CODE_PAGES)('%s', (name, user) => {
    const bytes = iconv.encode(EVENT(user) + EVENT('ana'), name);
    expect(read(makeEventXmlCutter(hintsOf(name)), bytes)).toMatchObject([
      { kind: 'VALUE', value: { Event: { EventData: { TargetUserName: user } } }, encoding: { name } },
      { kind: 'VALUE', value: { Event: { EventData: { TargetUserName: 'ana' } } } },
    ]);
    expect(read(makeEventXmlCutter(), bytes)).toMatchObject([
      { kind: 'VALUE', encoding: LATIN_1 },
      { kind: 'VALUE', value: { Event: { EventData: { TargetUserName: 'ana' } } } },
    ]);
  });

  test.each([
    ['cp850', 'Jürgen'],
    ['shift_jis', '表計算'],
    ['windows-1252', 'Jürgen'],
  ])('the XML declaration names %s', (name, user) => {
    const bytes = iconv.encode(`<?xml version="1.0" encoding="${name}"?>\r\n${EVENT(user)}`, name);
    const [record] = read(makeCutter('xml', bytes, NO_HINTS), bytes);
    expect(record).toMatchObject({
      value: { Event: { EventData: { TargetUserName: user } } },
      encoding: { name, from: 'ASSUMED' },
    });
    expect(read(makeCutter('xml', bytes, hintsOf('cp866')), bytes)).toMatchObject([
      { encoding: { name: 'cp866', from: 'GIVEN' } },
    ]);
  });

  test.each(['utf-8', 'utf-16', 'cp9999'])('the XML declaration names %s in vain', (name) => {
    const bytes = iconv.encode(`<?xml version="1.0" encoding="${name}"?>\r\n${EVENT('José')}`, 'latin1');
    expect(read(makeCutter('xml', bytes, NO_HINTS), bytes)).toMatchObject([
      { value: { Event: { EventData: { TargetUserName: 'José' } } }, encoding: LATIN_1 },
    ]);
  });

  test('UTF-8 stays UTF-8 in the same file', () => {
    const bytes = Buffer.concat([Buffer.from(EVENT('Jürgen')), iconv.encode(EVENT('Jürgen'), 'cp850')]);
    const records = read(makeEventXmlCutter(hintsOf('cp850')), bytes);
    expect(records).toMatchObject([
      { value: { Event: { EventData: { TargetUserName: 'Jürgen' } } } },
      { value: { Event: { EventData: { TargetUserName: 'Jürgen' } } } },
    ]);
    expect(records[0]).not.toHaveProperty('encoding');
  });
});

describe('other text', () => {
  test('lines of text and of JSON', () => {
    const line = iconv.encode(
      'Nov 16 10:00:00 web01 sshd[1]: Failed password for Иван from 10.0.0.1',
      'cp866',
    );
    expect(read(makeTextLineCutter(hintsOf('cp866')), line)).toMatchObject([
      { value: 'Nov 16 10:00:00 web01 sshd[1]: Failed password for Иван from 10.0.0.1' },
    ]);
    const json = iconv.encode('{"user":"表"}', 'cp932');
    expect(read(makeJsonLineCutter(hintsOf('cp932')), json)).toMatchObject([{ value: { user: '表' } }]);
    const objects = iconv.encode('[{"user":"Jürgen"}]', 'cp1252');
    expect(read(makeCutter('json', objects, NO_HINTS), objects)).toMatchObject([
      { value: { user: 'Jürgen' } },
    ]);
  });

  test("events of Splunk's forwarder have several lines", () => {
    const text = '11/16/2026 09:00:00 AM\r\nLogName=Security\r\nMessage=Jürgen\r\n\r\nSubject:\r\n';
    const bytes = Buffer.concat([Buffer.from(text), iconv.encode(text, 'cp1252')]);
    expect(read(makeCutter('text', bytes, NO_HINTS), bytes)).toEqual([
      { kind: 'VALUE', line: 1, value: expect.stringMatching(/^11.*Jürgen.*Subject:/s) },
      { kind: 'VALUE', line: 6, value: expect.stringMatching(/^11.*Jürgen.*Subject:/s), encoding: LATIN_1 },
    ]);
  });
});

describe('npm run import', () => {
  const file = () => writeFile(iconv.encode(EVENT('josé'), 'cp850'), 'security.xml');

  test('reports the encoding that it assumes', async () => {
    const { code, output } = await runCommand(['--dry-run', file()]);
    expect(output).toContain(
      'text that is not UTF-8 read as latin1 (set another with --encoding) for 1 record\n',
    );
    expect(code).toBe(0);
  });

  test('reads the encoding that is given', async () => {
    const { code, output } = await runCommand([
      '--dry-run',
      '--encoding',
      'cp850',
      '--explain',
      'all',
      file(),
    ]);
    expect(output).toContain('CORP\\\\josé');
    expect(output).toContain('text that is not UTF-8 read as cp850 given by --encoding for 1 record\n');
    expect(code).toBe(0);
  });

  test.each([
    [['--encoding', 'cp9999'], '--encoding must be the name of an encoding such as cp850'],
    [['--date-order', 'ymd'], '--date-order must be dmy or mdy'],
    [['--encoding', 'base64'], '--encoding must be the name of an encoding such as cp850'],
  ])('refuses %j', async (words, message) => {
    const { code, errors } = await runCommand(['--dry-run', ...words, file()]);
    expect(errors).toContain(message);
    expect(code).toBe(2);
  });
});
