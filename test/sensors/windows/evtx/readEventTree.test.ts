import { describe, expect, test } from '@jest/globals';

import {
  FRAGMENT,
  literal,
  makeElements,
  nameOf,
  number,
  substitution,
  utf16,
  value,
  writeInstance,
} from '../../../support/binaryXml.ts';
import type { Placed, Value } from '../../../support/binaryXml.ts';
import { writeChunkOf } from '../../../support/evtxFile.ts';

import { readValues } from './readValues.ts';

const UNREADABLE = 'a damaged EVTX record: its binary XML cannot be read';
const [NOTHING, TEXT, BINARY_XML] = [0x00, 0x01, 0x21];

const inTemplate = makeElements([]);
const inRecord = makeElements([], 'RECORD');

/** Reads a chunk with one record, of this binary XML behind the header of its fragment. */
const readOne = (write: Placed): unknown => {
  const writeXml = (offset: number): Buffer =>
    Buffer.concat([FRAGMENT, write(offset + FRAGMENT.length), Buffer.from([0x00])]);
  return readValues(writeChunkOf([{ recordNumber: 1, ticks: 1n, writeXml }]))[0];
};

/** An event whose template has these elements in EventData. */
const anEvent = (...data: readonly Placed[]): Placed =>
  inTemplate('Event', {}, [inTemplate('EventData', {}, data)]);

const aDatum = (name: string, ...content: readonly Buffer[]): Placed =>
  inTemplate(
    'Data',
    { Name: literal(name) },
    content.map((bytes) => () => bytes),
  );

const dataOf = (template: Placed, values: readonly Value[]): unknown => {
  const record = readOne(writeInstance(template, values));
  return (record as any).Event?.EventData ?? record;
};

const text = (content: string): Value => value(TEXT, utf16(content));
const NULL = value(NOTHING, Buffer.alloc(0));

/** A token for a character or an entity, which the name follows. */
const character = (code: number, token = 0x08): Buffer =>
  Buffer.concat([Buffer.from([token]), number(2, code)]);
const entity =
  (name: string): Placed =>
  (offset) =>
    Buffer.concat([Buffer.from([0x49]), number(4, offset + 5), nameOf(name)]);
const cdata = (content: string): Buffer =>
  Buffer.concat([Buffer.from([0x07]), number(2, content.length), utf16(content)]);

describe('content', () => {
  test('is joined from text, values, characters, entities and CDATA', () => {
    const parts = [literal('a'), substitution(0, TEXT), character(0xe9), character(38, 0x48), cdata('<x>')];
    expect(dataOf(anEvent(aDatum('A', ...parts)), [text('b')])).toEqual({ A: 'abé&<x>' });
    const entities = ['lt', 'gt', 'amp', 'quot', 'apos'].map(entity);
    expect(dataOf(anEvent(inTemplate('Data', { Name: literal('A') }, entities)), [])).toEqual({ A: `<>&"'` });
  });

  test('is unreadable with an entity that XML does not define', () => {
    expect(dataOf(anEvent(inTemplate('Data', {}, [entity('nbsp')])), [])).toBe(UNREADABLE);
  });

  test('leaves out processing instructions', () => {
    const instruction: Placed = (offset) =>
      Buffer.concat([
        Buffer.from([0x0a]),
        number(4, offset + 5),
        nameOf('go'),
        Buffer.from([0x0b]),
        number(2, 1),
        utf16('x'),
      ]);
    expect(dataOf(anEvent(inTemplate('A', {}, [instruction, () => literal('a')])), [])).toEqual({ A: 'a' });
  });

  test('takes names from attributes that are values', () => {
    const template = anEvent(
      inTemplate('Data', { Name: substitution(0, TEXT) }, [() => substitution(1, TEXT)]),
    );
    expect(dataOf(template, [text('TargetUserName'), text('ana')])).toEqual({ TargetUserName: 'ana' });
  });

  test('takes a name that every object has', () => {
    const data = dataOf(anEvent(aDatum('__proto__', literal('a')), aDatum('constructor', literal('b'))), []);
    expect(Object.entries(data as object)).toEqual([
      ['__proto__', 'a'],
      ['constructor', 'b'],
    ]);
  });
});

describe('values that are null', () => {
  test('leave out the element or attribute that is optional', () => {
    const template = anEvent(
      aDatum('A', substitution(0, TEXT, 0x0e)),
      aDatum('B', substitution(1, TEXT, 0x0e)),
      aDatum('C', substitution(0, TEXT)),
      inTemplate('D', {}, [() => literal('d')], 0),
      inTemplate('E', {}, [() => literal('e')], 1),
    );
    expect(dataOf(template, [NULL, text('')])).toEqual({ B: '', C: '', E: 'e' });
  });

  test('leave out an attribute', () => {
    const template = inTemplate('Event', {}, [
      inTemplate('System', {}, [
        inTemplate('EventID', { Qualifiers: substitution(0, 6, 0x0e) }, [() => substitution(1, 6)]),
        inTemplate('Provider', { Name: substitution(2, TEXT), Guid: substitution(2, TEXT, 0x0e) }, null),
      ]),
    ]);
    expect(readOne(writeInstance(template, [NULL, value(6, number(2, 7036)), text('SCM')]))).toEqual({
      Event: {
        System: {
          EventID: { '#text': '7036', '#attributes': {} },
          Provider: { '#text': '', '#attributes': { Name: 'SCM', Guid: 'SCM' } },
        },
      },
    });
  });
});

describe('arrays', () => {
  test('repeat the element', () => {
    const system = inTemplate('Event', {}, [
      inTemplate('UserData', {}, [inTemplate('X', {}, [inTemplate('A', {}, [() => substitution(0, 0x81)])])]),
    ]);
    // Fields with the same name replace each other, as in event XML.
    expect(readOne(writeInstance(system, [value(0x81, utf16('a\0b\0'))]))).toEqual({
      Event: { UserData: { X: { A: 'b' } } },
    });
    expect(readOne(writeInstance(system, [value(0x81, utf16(''))]))).toEqual({
      Event: { UserData: { X: { A: '' } } },
    });
  });
});

describe('values that are binary XML', () => {
  /** The value must know its place, so it is written in two passes. */
  const withNested = (nested: Placed, template: Placed): unknown => {
    const write =
      (bytes: Buffer): Placed =>
      (offset) =>
        writeInstance(template, [text('x'), value(BINARY_XML, bytes)])(offset);
    return readOne((offset) => {
      const size = nested(0).length;
      const before = write(Buffer.alloc(size))(offset).length - size;
      return write(nested(offset + before))(offset);
    });
  };
  const template = inTemplate('Event', {}, [inTemplate('UserData', {}, [() => substitution(1, BINARY_XML)])]);
  const expected = { Event: { UserData: { EventXML: { User: 'ana' } } } };

  test.each<readonly [string, Placed]>([
    ['an element', inRecord('EventXML', {}, [inRecord('User', {}, [() => literal('ana')])])],
    [
      'a fragment with an element',
      (offset) =>
        Buffer.concat([
          FRAGMENT,
          inRecord('EventXML', {}, [inRecord('User', {}, [() => literal('ana')])])(offset + 4),
          Buffer.from([0]),
        ]),
    ],
    [
      'an instance of a template',
      (offset) =>
        Buffer.concat([
          FRAGMENT,
          writeInstance(
            inTemplate('EventXML', {}, [inTemplate('User', {}, [() => substitution(0, TEXT)])]),
            [text('ana')],
            Buffer.alloc(16, 9),
          )(offset + 4),
          Buffer.from([0]),
        ]),
    ],
  ])('can be %s', (_, nested) => {
    expect(withNested(nested, template)).toEqual(expected);
  });

  test('of no bytes are nothing', () => {
    expect(withNested(() => Buffer.alloc(0), template)).toEqual({ Event: { UserData: {} } });
  });
});

describe('hostile sizes', () => {
  const template = anEvent(aDatum('A', substitution(0, TEXT)));

  test.each([
    ['more values than bytes', (bytes: Buffer) => bytes.writeUInt32LE(0x8000_0000, bytes.length - 4 - 4 - 2)],
    ['a value behind the end', (bytes: Buffer) => bytes.writeUInt16LE(0xffff, bytes.length - 4 - 2)],
    ['a template behind the end', (bytes: Buffer) => bytes.writeUInt32LE(0x8000_0000, 6)],
    ['a template before the chunk', (bytes: Buffer) => bytes.writeUInt32LE(4, 6)],
    ['a template of 2 GiB', (bytes: Buffer) => bytes.writeUInt32LE(0x8000_0000, 10 + 20)],
    ['an element of 2 GiB', (bytes: Buffer) => bytes.writeUInt32LE(0x8000_0000, 10 + 24 + 4 + 3)],
    ['a name behind the end', (bytes: Buffer) => bytes.writeUInt32LE(0x8000_0000, 10 + 24 + 4 + 7)],
  ])('%s is unreadable', (_, change) => {
    const record = readOne((offset) => {
      const bytes = writeInstance(template, [text('a')])(offset);
      change(bytes);
      return bytes;
    });
    expect(record).toBe(UNREADABLE);
  });

  test('a value shorter than its bytes is unreadable if the checksum of the chunk is wrong', () => {
    const writeXml = (offset: number): Buffer => {
      const bytes = writeInstance(template, [text('ab')])(offset + FRAGMENT.length);
      bytes.writeUInt16LE(2, bytes.length - 4 - 4);
      return Buffer.concat([FRAGMENT, bytes, Buffer.from([0x00])]);
    };
    const chunk = writeChunkOf([{ recordNumber: 1, ticks: 1n, writeXml }]);
    chunk.writeUInt32LE(0, 52);
    expect(readValues(chunk)).toEqual([UNREADABLE]);
  });

  test('a value that the record does not have is unreadable', () => {
    expect(dataOf(anEvent(aDatum('A', substitution(1, TEXT))), [text('a')])).toBe(UNREADABLE);
  });

  test('a few bytes cannot stand for more text than a record can have', () => {
    const many = Array.from({ length: 100 }, () => substitution(0, TEXT));
    expect(dataOf(anEvent(aDatum('A', ...many)), [text('x'.repeat(10_000))])).toBe(UNREADABLE);
    const some = Array.from({ length: 10 }, () => substitution(0, TEXT));
    expect(dataOf(anEvent(aDatum('A', ...some)), [text('xy'.repeat(1000))])).toEqual({
      A: 'xy'.repeat(10_000),
    });
  });

  test('elements cannot be deeper than 64', () => {
    const deep = (depth: number): Placed => inRecord('Event', {}, depth === 0 ? null : [deep(depth - 1)]);
    expect(readOne(deep(60))).toEqual({ Event: {} });
    expect(readOne(deep(70))).toBe(UNREADABLE);
  });
});

test('a template of another id is not used', () => {
  const template = anEvent(aDatum('A', substitution(0, TEXT)));
  const write = (id: number, place: number): Placed =>
    writeInstance(place, [text('b')], Buffer.alloc(16, id));
  const chunk = (id: number): Buffer =>
    writeChunkOf([
      {
        recordNumber: 1,
        ticks: 1n,
        writeXml: (offset) => Buffer.concat([FRAGMENT, writeInstance(template, [text('a')])(offset + 4)]),
      },
      {
        recordNumber: 2,
        ticks: 2n,
        writeXml: (offset) => Buffer.concat([FRAGMENT, write(id, 512 + 24 + 4 + 10)(offset + 4)]),
      },
    ]);
  const first = { Event: { EventData: { A: 'a' } } };
  expect(readValues(chunk(7))).toEqual([first, { Event: { EventData: { A: 'b' } } }]);
  expect(readValues(chunk(8))).toEqual([first, UNREADABLE]);
});

test('a record that is not an event is unreadable', () => {
  expect(readOne(inRecord('Other', {}, null))).toBe(UNREADABLE);
  expect(readOne(() => Buffer.alloc(0))).toBe(UNREADABLE);
});
