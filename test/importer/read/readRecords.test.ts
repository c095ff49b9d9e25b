import { gzipSync } from 'node:zlib';

import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';

import { MAX_RECORD_BYTES } from '../../../src/importer/read/rawRecord.ts';
import type { RawRecord } from '../../../src/importer/read/rawRecord.ts';
import { readRecords } from '../../../src/importer/read/readRecords.ts';

import { writeFile } from '../importing.ts';
import { samples } from '../../support/samples.ts';

const readAll = async (content: string | Buffer): Promise<readonly RawRecord[]> => {
  const records: RawRecord[] = [];
  for await (const block of readRecords(writeFile(content), {
    signal: new AbortController().signal,
    format: null,
  })) {
    records.push(...block.records);
  }
  return records;
};

/** Lists the records as `line:value` or `line:reason`. */
const listAll = async (content: string | Buffer): Promise<readonly string[]> =>
  (await readAll(content)).map((record) =>
    record.kind === 'VALUE'
      ? `${record.line}:${JSON.stringify(record.value)}`
      : `${record.line}:${record.reason}`,
  );

const MIB = 1_048_576;
const utf16 = (text: string): Buffer => Buffer.from(`\uFEFF${text}`, 'utf16le');
const SYSTEM = '<System><EventID>4624</EventID><Computer>WS1</Computer></System>';
const event = (data: string): string =>
  `<Event xmlns="http://schemas.microsoft.com/win/2004/08/events/event">${SYSTEM}<EventData>${data}</EventData></Event>`;
const tree = (data: object): string =>
  JSON.stringify({
    Event: {
      System: {
        EventID: { '#text': '4624', '#attributes': {} },
        Computer: { '#text': 'WS1', '#attributes': {} },
      },
      EventData: data,
    },
  });

const TOO_LONG = "longer than 16 MiB; write each record as a line of its own, such as with jq -c '.[]'";

describe('carriage returns without newlines end lines', () => {
  const LINES = ['Nov 16 10:00:00 web1 sshd[1]: a', 'Nov 16 10:00:01 web1 sshd[2]: b'];

  test.each([
    ['of text', LINES, LINES.map((line, index) => `${index + 1}:${JSON.stringify(line)}`)],
    ['of JSON', ['{"a":1}', '{"a":2}'], ['1:{"a":1}', '2:{"a":2}']],
  ])('%s', async (_, lines, expected) => {
    expect(await listAll(lines.join('\r'))).toEqual(expected);
    expect(await listAll(`${lines.join('\r')}\r`)).toEqual(expected);
  });

  test('in a file of more than one block', async () => {
    const records = await readAll(`${LINES.join('\r')}\r`.repeat(5_000));
    expect(records).toHaveLength(10_000);
    expect(records.every((record) => record.kind === 'VALUE')).toBe(true);
  });

  test('in a file that also has newlines they belong to their line', async () => {
    expect(await listAll(`${LINES.join('\r')}\n`)).toEqual([`1:${JSON.stringify(LINES.join('\r'))}`]);
  });
});

describe('lines of JSON', () => {
  test.each([
    ['nothing', '', []],
    ['blank lines', '\n \n\t\r\n', []],
    ['an end without newline', '1\n2', ['1:1', '2:2']],
    ['an end with newline', '1\n2\n', ['1:1', '2:2']],
    ['blank lines between, which are numbered', '\n1\n\n\n2', ['2:1', '5:2']],
    ['a byte order mark', '\uFEFF1\n\uFEFF2', ['1:1', '2:not JSON']],
    ['other characters', '"ä€😀"\n{}', ['1:"ä€😀"', '2:{}']],
    ['an incomplete line', '{"a":1\n{"a":2}\n', ['1:not JSON', '2:{"a":2}']],
    ['a first line without its beginning', 'a":1}\n{"a":2}\n', ['1:not JSON', '2:{"a":2}']],
  ])('%s', async (_, content, expected) => {
    expect(await listAll(content)).toEqual(expected);
  });

  test('the size of the chunks does not matter', async () => {
    // Lines of any length around the block size, with characters of several bytes across its borders.
    const line = fc
      .integer({ min: 1, max: 400_000 })
      .map((length) => 'ä€😀x'.repeat(length).slice(0, length).toWellFormed());
    await fc.assert(
      fc.asyncProperty(fc.array(line, { minLength: 1, maxLength: 8 }), async (texts) => {
        const records = await readAll(texts.map((text) => JSON.stringify({ text })).join('\n'));
        expect(records).toEqual(
          texts.map((text, index) => ({ kind: 'VALUE', line: index + 1, value: { text } })),
        );
      }),
      samples(15),
    );
  });

  test('only the line that is not UTF-8 is read as Latin-1', async () => {
    const content = Buffer.concat([Buffer.from('"ä"\n"a'), Buffer.from([0xff]), Buffer.from('"\n"€"\n')]);
    expect(await listAll(content)).toEqual(['1:"ä"', '2:"aÿ"', '3:"€"']);
  });

  test.each([
    ['as long as allowed', 0, 'not JSON'],
    ['longer', 1, TOO_LONG],
    ['much longer', 5 * MIB, TOO_LONG],
  ])('a line %s', async (_, moreBytes, reason) => {
    const long = Buffer.alloc(MAX_RECORD_BYTES + moreBytes, 'x');
    for (const end of ['', '\n', '\n3\n']) {
      const content = Buffer.concat([Buffer.from('1\n2\n'), long, Buffer.from(end)]);
      expect(await listAll(content)).toEqual([
        '1:1',
        '2:2',
        `3:${reason}`,
        ...(end === '\n3\n' ? ['4:3'] : []),
      ]);
    }
  });
});

describe('JSON objects over several lines', () => {
  test.each([
    ['an array in a line', '[{"a":1},{"a":2}]', ['1:{"a":1}', '1:{"a":2}']],
    ['an array over lines', '\uFEFF[\r\n  {\n"a": 1 },\n\n {"a": [{}]}\n]\n', ['2:{"a":1}', '5:{"a":[{}]}']],
    ['an empty array', '[]', []],
    [
      'braces and quotes in texts',
      '[{"a":"}\\\\"},{"b\\"{":"[\\\\\\"}"}]',
      ['1:{"a":"}\\\\"}', '1:{"b\\"{":"[\\\\\\"}"}'],
    ],
    ['objects in sequence', '{\n"a":1\n}\n{\n"a":2\n}\n', ['1:{"a":1}', '4:{"a":2}']],
    ["evtx_dump's", 'Record 1\n{\n"a":1\n}\nRecord 2\n{\n"a":2\n}\n', ['2:{"a":1}', '6:{"a":2}']],
    ['something else between', '[{"a":1}, 7,\n"x", {"a":2}]', ['1:{"a":1}', '2:not JSON', '2:{"a":2}']],
    ['something else at the end', '[{"a":1}]\nEOF', ['1:{"a":1}', '2:not JSON']],
    ['an object that is not JSON', '[{a:1},{"a":2}]', ['1:not JSON', '1:{"a":2}']],
    [
      'an incomplete object',
      '[{"a":1},\n{"a":[',
      ['1:{"a":1}', '2:incomplete: the JSON object does not end'],
    ],
  ])('%s', async (_, content, expected) => {
    expect(await listAll(content)).toEqual(expected);
  });

  test('the size of the chunks does not matter', async () => {
    const object = fc.record({
      text: fc.string({ unit: fc.constantFrom('{', '}', '"', '\\', 'ä', '😀', '\n'), maxLength: 30 }),
      long: fc.integer({ min: 0, max: 500_000 }).map((length) => '}"€'.repeat(length)),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(object, { maxLength: 6 }), fc.constantFrom(0, 2), async (values, indent) => {
        const records = await readAll(JSON.stringify(values, null, indent));
        expect(records.map((record) => ('value' in record ? record.value : record))).toEqual(values);
      }),
      samples(15),
    );
  });

  test('an object that is too long fails, and the next one is read', async () => {
    const long = Buffer.alloc(MAX_RECORD_BYTES, 'x');
    const content = Buffer.concat([Buffer.from('[\n{"a":"'), long, Buffer.from('"},\n{"a":2}]')]);
    expect(await listAll(content)).toEqual([`2:${TOO_LONG}`, '3:{"a":2}']);
  });
});

describe('event XML', () => {
  const three = `<Data Name="LogonType">3</Data>`;
  const seven = `<Data Name='LogonType'>7</Data><Data>unnamed</Data><Data Name="TargetUserName">a&amp;b&#13;\n</Data>`;
  const trees = [
    tree({ LogonType: '3' }),
    tree({ LogonType: '7', Data: 'unnamed', TargetUserName: 'a&b\r\n' }),
  ];

  test.each([
    ['one per line', `${event(three)}\n${event(seven)}\n`, [1, 2]],
    ['several per line', `${event(three)}${event(seven)}`, [1, 1]],
    [
      'an export',
      `\uFEFF<?xml version="1.0" encoding="utf-8" standalone="yes"?>\r\n<Events>\r\n${event(three)}\r\n${event(seven)}\r\n</Events>`,
      [3, 4],
    ],
  ])('%s', async (_, content, lines) => {
    expect(await listAll(content)).toEqual(trees.map((value, index) => `${lines[index]}:${value}`));
  });

  test('only the damaged events fail', async () => {
    const cut = event(three).slice(0, 150);
    const content = `${event(three)}\n${cut}\n${event(three)}\nnoise\n${event('<Data Name="a">')}\n${event(three)}\n${cut}`;
    expect(await listAll(content)).toEqual([
      `1:${trees[0]}`,
      '2:not event XML',
      `3:${trees[0]}`,
      '4:not event XML',
      '5:not event XML',
      `6:${trees[0]}`,
      '7:not event XML',
    ]);
  });

  test('an event that is too long fails, and the next one is read', async () => {
    const long = 'x'.repeat(MAX_RECORD_BYTES);
    const content = `${event(three)}\n${event(`<Data>${long}</Data>`)}\n${event(three)}\n`;
    expect(await listAll(content)).toEqual([`1:${trees[0]}`, '2:longer than 16 MiB', `3:${trees[0]}`]);
  });
});

describe('EVTX', () => {
  const header = Buffer.alloc(4096);
  header.write('ElfFile\0', 'latin1');
  const chunk = Buffer.alloc(65_536);
  chunk.write('ElfChnk\0', 'latin1');
  const unused = Buffer.alloc(65_536);
  const DAMAGED = 'a damaged EVTX record: it is overwritten, cut off or not written yet';
  const CUT_OFF = 'a damaged EVTX file: it ends within its header';

  test.each([
    ['a log without records', [header, unused], []],
    ['a chunk with wrong checksums', [header, chunk, unused, chunk], [`1:${DAMAGED}`, `2:${DAMAGED}`]],
    ['a chunk of other content', [header, Buffer.alloc(65_536, 'x')], [`1:${DAMAGED}`]],
    ['an incomplete chunk', [header, unused, chunk.subarray(0, 70)], [`1:${DAMAGED}`]],
    ['an incomplete header', [header.subarray(0, 70)], [`1:${CUT_OFF}`]],
  ])('%s', async (_, pieces, expected) => {
    expect(await listAll(Buffer.concat(pieces))).toEqual(expected);
    expect(await listAll(gzipSync(Buffer.concat(pieces)))).toEqual(expected);
  });
});

describe('lines of text', () => {
  test.each([
    ['syslog', 'Nov  6 10:00:00 web01 sshd[1]: Accepted'],
    ['syslog with a priority', '<38>Nov 16 10:00:00 web01 sshd[1]: Accepted'],
    ['syslog of RFC 5424', '<38>1 2026-11-16T10:00:00Z web01 sshd 1 - - Accepted'],
    ['syslog with ISO times', '2026-11-16T10:00:00+01:00 web01 sshd[1]: Accepted'],
    ['auditd', 'type=USER_LOGIN msg=audit(1481077043.193:421): pid=1'],
    ['auditd with a node', 'node=web01 type=USER_LOGIN msg=audit(1481077043.193:421): pid=1'],
  ])('%s', async (_, line) => {
    expect(await listAll(`${line}\n\n${line}\r\n`)).toEqual([
      `1:${JSON.stringify(line)}`,
      `3:${JSON.stringify(`${line}\r`)}`,
    ]);
  });

  test('a line that is not UTF-8 is kept', async () => {
    const line = Buffer.from('Nov 16 10:00:00 web01 sshd[1]: Failed password for \u00E9 from', 'latin1');
    const content = Buffer.concat([Buffer.from('Nov 16 10:00:00 web01 a: ä\n'), line]);
    expect(await listAll(content)).toEqual([
      '1:"Nov 16 10:00:00 web01 a: ä"',
      '2:"Nov 16 10:00:00 web01 sshd[1]: Failed password for é from"',
    ]);
  });
});

describe('compression and encoding', () => {
  const text = '{"a":"ä😀"}\n{"a":2}\n';
  const expected = ['1:{"a":"ä😀"}', '2:{"a":2}'];

  test.each([
    ['gzip', gzipSync(text)],
    ['gzip in several members', Buffer.concat([gzipSync(text.slice(0, 14)), gzipSync(text.slice(14))])],
    ['UTF-16, little endian', utf16(text)],
    ['UTF-16, big endian', utf16(text).swap16()],
    ['UTF-16 in gzip', gzipSync(utf16(text))],
  ])('%s', async (_, content) => {
    expect(await listAll(content)).toEqual(expected);
  });

  test('an export in UTF-16', async () => {
    const xml = `<Events>${event('<Data Name="LogonType">3</Data>')}</Events>`;
    expect(await listAll(utf16(xml))).toEqual([`1:${tree({ LogonType: '3' })}`]);
  });

  test.each([
    ['as it is', (content: string) => Buffer.from(content)],
    ['as gzip', gzipSync],
    ['as UTF-16', utf16],
  ])('the bytes add up to the file, %s', async (_, store) => {
    const content = store('{"a":"ä"}\n'.repeat(200_000));
    let sum = 0;
    for await (const { bytes } of readRecords(writeFile(content), {
      signal: new AbortController().signal,
      format: null,
    }))
      sum += bytes;
    expect(sum).toBe(content.length);
  });
});
