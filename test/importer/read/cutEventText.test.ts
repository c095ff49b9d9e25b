import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';

import { makeEventTextCutter } from '../../../src/importer/read/cutEventText.ts';
import { recognizeFormat } from '../../../src/importer/read/formats.ts';
import { LOGON } from '../../sensors/windows/messages.ts';
import { samples } from '../../support/samples.ts';
import { readCounts, runCommand, writeFile } from '../importing.ts';

const PROVIDER = 'Microsoft-Windows-Security-Auditing';

/** Properties as Format-List writes them: names are padded, and the lines of a value are indented alike. */
const formatList = (properties: Readonly<Record<string, string>>): string => {
  const width = Math.max(...Object.keys(properties).map(({ length }) => length));
  const indent = ' '.repeat(width + 3);
  const lines = Object.entries(properties).map(
    ([name, value]) => `${name.padEnd(width)} : ${value.replaceAll('\r\n', `\r\n${indent}`)}`,
  );
  return `\r\n${lines.join('\r\n')}\r\n\r\n`;
};

/** `Get-WinEvent -LogName Security | Format-List *` */
const winEvent = (RecordId: string, Message = LOGON): string =>
  formatList({
    Message,
    Id: '4624',
    Version: '2',
    Level: '0',
    ProviderName: PROVIDER,
    LogName: 'Security',
    RecordId,
    MachineName: 'WS1',
    TimeCreated: '11/16/2026 10:00:00 AM',
  });

/** `Get-EventLog Security | Format-List *` */
const eventLog = (Index: string): string =>
  formatList({
    EventID: '4624',
    MachineName: 'WS1',
    Data: '{}',
    Index,
    Message: LOGON,
    Source: PROVIDER,
    ReplacementStrings: '{S-1-5-18, WS1$, CORP, 0x3e7...}',
    InstanceId: '4624',
    TimeGenerated: '11/16/2026 10:00:00 AM',
  });

/** `wevtutil qe Security /f:text`; Windows 10 leaves out the colon, and writes a Z behind the local time. https://learn.microsoft.com/windows-server/administration/windows-commands/wevtutil */
const wevtutil = (number: number, colon = ':', message = LOGON): string =>
  `Event[${number}]${colon}\r\n  Log Name: Security\r\n  Source: ${PROVIDER}\r\n  Date: 2026-11-16T10:00:00.12${number}${colon === '' ? '0000Z' : ''}\r\n  Event ID: 4624\r\n  Task: Logon\r\n  Level: Information\r\n  Opcode: Info\r\n  Keyword: Audit Success\r\n  User: N/A\r\n  User Name: N/A\r\n  Computer: WS1\r\n  Description: \r\n${message}\r\n\r\n`;

const TEXTS: readonly (readonly [name: string, text: string])[] = [
  ['Get-WinEvent | Format-List *', winEvent('1001') + winEvent('1002')],
  ['Get-EventLog | Format-List *', eventLog('1001') + eventLog('1002')],
  ['wevtutil qe /f:text', wevtutil(0) + wevtutil(1)],
  ['wevtutil of Windows 10', wevtutil(0, '') + wevtutil(1, '')],
];

const read = async (text: string, ...options: string[]) => {
  const { output } = await runCommand([
    '--dry-run',
    ...options,
    writeFile(Buffer.from(`\uFEFF${text}`, 'utf16le')),
  ]);
  return { output, counts: readCounts(output) };
};
const cut = (text: string, pieces: readonly Buffer[] = [Buffer.from(text)]) => {
  const cutter = makeEventTextCutter(text.trimStart());
  return [...pieces.flatMap((piece) => cutter.push(piece)), ...cutter.end()];
};

describe('events of Windows as text', () => {
  test.each(TEXTS)('%s', async (_, text) => {
    expect(recognizeFormat(Buffer.from(text))?.format).toBe('text');
    const { counts } = await read(text, '--timezone', 'UTC');
    expect(counts).toMatchObject({ events: 2, failed: 0 });
  });

  test.each(TEXTS)('%s needs the zone of its times', async (_, text) => {
    const { counts, output } = await read(text);
    expect(counts).toMatchObject({ events: 0, failed: 2 });
    expect(output).toContain('--timezone');
  });

  test.each(TEXTS)('%s is the same in any pieces', (_, text) => {
    const bytes = Buffer.from(text);
    const whole = cut(text);
    expect(whole).toHaveLength(2);
    expect(
      cut(
        text,
        [...bytes].map((byte) => Buffer.of(byte)),
      ),
    ).toEqual(whole);
  });

  test('a name with line breaks forges no event', () => {
    const forged = wevtutil(0).replace('Account Name:\t\tana', `Account Name:\t\ta\r\n${wevtutil(0)}`);
    const records = cut(forged + wevtutil(1) + wevtutil(2));
    const outOfOrder =
      'the number of the event does not follow that of the event before; import each export as a file of its own';
    expect(records.map((record) => (record.kind === 'FAILED' ? record.reason : 'VALUE'))).toEqual([
      outOfOrder,
      outOfOrder,
      'VALUE',
      'VALUE',
    ]);
    const inList = winEvent('1001', LOGON.replace('ana', 'a\r\nRecordId : 7\r\nId : 4624'));
    expect(cut(inList)).toMatchObject([{ kind: 'VALUE', value: { RecordId: '1001' } }]);
  });

  test('a name with the number of the next event, or with a later one, forges none and hides only its neighbours', () => {
    const kindsWith = (number: number) =>
      cut(wevtutil(0).replace('\t\tana', `\t\ta\r\n${wevtutil(number)}`) + wevtutil(1) + wevtutil(2)).map(
        ({ kind }) => kind,
      );
    expect(kindsWith(1)).toEqual(['VALUE', 'FAILED', 'FAILED', 'VALUE']);
    expect(kindsWith(7)).toEqual(['FAILED', 'FAILED', 'VALUE', 'VALUE']);
  });

  test('two exports in one file: only the events at the seam fail', () => {
    const kinds = cut(wevtutil(0) + wevtutil(1) + wevtutil(0) + wevtutil(1)).map(({ kind }) => kind);
    expect(kinds).toEqual(['VALUE', 'FAILED', 'FAILED', 'VALUE']);
  });

  test('cut and spliced texts end in records, and crash nothing', () => {
    const pieces = TEXTS.flatMap(([, text]) => text.split(/(?=\r\n)/));
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...pieces), { maxLength: 60 }), (parts) => {
        const text = `Event[0]:${parts.join('')}`;
        for (const record of cut(text)) expect(['VALUE', 'FAILED']).toContain(record.kind);
      }),
      samples(200),
    );
  });
});
