import { describe, expect, test } from '@jest/globals';

import { makeEventXmlCutter } from '../../../src/importer/read/cutEventXml.ts';
import { recognizeFormat } from '../../../src/importer/read/formats.ts';
import type { Cutter, RawRecord } from '../../../src/importer/read/rawRecord.ts';
import { readRecords } from '../../../src/importer/read/readRecords.ts';
import { writeFile } from '../importing.ts';

const anEvent = (user: string, newline = ''): string =>
  `<Event xmlns="http://schemas.microsoft.com/win/2004/08/events/event">${newline}<System><EventID>4624</EventID></System>${newline}<EventData><Data Name="TargetUserName">${user}</Data></EventData>${newline}</Event>`;

const listUsers = (records: readonly RawRecord[]): readonly string[] =>
  records.map((record) => {
    if (record.kind === 'FAILED') return `FAILED ${record.line}: ${record.reason}`;
    const { Event: event } = record.value as { Event: { EventData: { TargetUserName: string } } };
    return event.EventData.TargetUserName;
  });
const readAll = (cutter: Cutter, text: string): readonly RawRecord[] => [
  ...cutter.push(Buffer.from(text)),
  ...cutter.end(),
];
const read = (text: string): readonly string[] => listUsers(readAll(makeEventXmlCutter(), text));

const DECLARATION = '<?xml version="1.0" encoding="utf-8" standalone="yes"?>';
const TEXT_OF_THE_VIEWER =
  'Log Name:      Security\r\nSource:        Microsoft-Windows-Security-Auditing\r\nEvent ID:      4624\r\nDescription:\r\nAn account was successfully logged on.\r\nEvent Xml:\r\n';

/** What tools write around events. */
const NOTATIONS: readonly (readonly [name: string, text: string])[] = [
  [
    // The default output of https://github.com/omerbenamram/evtx
    'evtx_dump',
    `Record 1\n${DECLARATION}\n${anEvent('ana', '\n  ')}\nRecord 2\n${DECLARATION}\n${anEvent('bob', '\n  ')}\n`,
  ],
  // https://learn.microsoft.com/windows-server/administration/windows-commands/wevtutil
  ['wevtutil qe /element:NAME', `<Logs>\r\n${anEvent('ana')}\r\n${anEvent('bob')}\r\n</Logs>\r\n`],
  ['a root element with attributes', `<logs from="WS7">${anEvent('ana')}${anEvent('bob')}</logs>`],
  ['Events with attributes', `<Events xmlns:a="urn:a">\n${anEvent('ana')}${anEvent('bob')}\n</Events>`],
  ['two exports', `<Events>${anEvent('ana')}</Events>\n<Events>${anEvent('bob')}</Events>`],
  ['a comment', `${DECLARATION}\n<!-- WS7 - <b> -->\n<Events>${anEvent('ana')}${anEvent('bob')}</Events>`],
  ['events copied from the Event Viewer', `- ${anEvent('ana', '\r\n- ')}\r\n- ${anEvent('bob', '\r\n- ')}`],
  [
    'texts copied from the Event Viewer',
    `${TEXT_OF_THE_VIEWER}${anEvent('ana')}\r\n${TEXT_OF_THE_VIEWER}${anEvent('bob')}`,
  ],
];

describe('event XML', () => {
  test.each(NOTATIONS)('%s', (_, text) => {
    expect(recognizeFormat(Buffer.from(text))?.format).toBe('xml');
    expect(read(text)).toEqual(['ana', 'bob']);
  });

  test.each(NOTATIONS)('%s, byte by byte', (_, text) => {
    const cutter = makeEventXmlCutter();
    const records = [...Buffer.from(text)].flatMap((byte) => cutter.push(Buffer.of(byte)));
    expect(listUsers([...records, ...cutter.end()])).toEqual(['ana', 'bob']);
  });

  test.each([
    ['other XML', '<a><b/></a>'],
    ['an empty element that is not Events', '<Objs Version="1.1.0.1"></Objs>'],
    ['a comment that does not end', `<!-- ${'x'.repeat(1000)}`],
    ['text', 'Log Name: Security'],
  ])('%s is one failure', (_, text) => {
    expect(read(text)).toEqual(['FAILED 1: not event XML']);
  });

  test.each(['<Event ', anEvent('forged'), anEvent('forged').repeat(2)])(
    'a name with %j in a text of the Event Viewer is not an event, and hides none',
    (name) => {
      const text = TEXT_OF_THE_VIEWER.replace('logged on.', `logged on. Account Name: ${name}`);
      expect(read(`${text}${anEvent('ana')}\r\n${text}${anEvent('bob')}`)).toEqual(['ana', 'bob']);
      expect(read(text)).toEqual([expect.stringMatching(/^FAILED \d+: not event XML$/)]);
    },
  );

  test('text between events is a failure, and the events are read', () => {
    expect(read(`<Logs>${anEvent('ana')}lost${anEvent('bob')}</Logs></Other>`)).toEqual([
      'ana',
      'FAILED 1: not event XML',
      'bob',
      'FAILED 1: not event XML',
    ]);
  });

  test.each(['\u0001', '\u001F', '&#1;', '&#x1;', '&#x01;', '&#31;', '\uFFFF'])(
    'a name with %j, which XML does not allow, keeps its event',
    (character) => {
      const [record] = readAll(makeEventXmlCutter(), anEvent(`a${character}b`));
      expect(record?.kind).toBe('VALUE');
      expect(read(anEvent(`a${character}b`))[0]).toMatch(/^a[\u2401\u241F\uFFFD]b$/);
    },
  );
});

test.each([
  ['wevtutil qe /unicode:true', `<Events>\r\n${anEvent('ana')}\r\n</Events>\r\n`],
  ['one event', anEvent('ana')],
])('UTF-16 without a byte order mark: %s', async (_, text) => {
  const file = writeFile(Buffer.from(text, 'utf16le'));
  const users: string[] = [];
  const { signal } = new AbortController();
  for await (const { records } of readRecords(file, { signal, format: null }))
    users.push(...listUsers(records));
  expect(users).toEqual(['ana']);
});
