import { expect, test } from '@jest/globals';
import fc from 'fast-check';

import { findBodyRecords, MAX_RECORDS } from '../../../src/http/ingest/bodyRecords.ts';
import type { BodyRecord } from '../../../src/http/ingest/bodyRecords.ts';
import { samples } from '../../support/samples.ts';

const recordsOf = (body: string | Buffer): readonly BodyRecord[] => {
  const found = findBodyRecords(Buffer.from(body));
  if ('status' in found) throw new Error('The body was refused.');
  const records = [...found.records];
  expect(records).toHaveLength(found.count);
  return records;
};

const someText = fc.oneof(
  fc.string(),
  fc.string({ unit: fc.constantFrom('"', '\\', '[', ']', '{', '}', ',', '\n', 'é') }),
);
const someObject = fc.dictionary(
  someText,
  fc.oneof(someText, fc.integer(), fc.array(someText), fc.dictionary(someText, someText)),
);

test('objects without a separator, or with blanks between them, are the records that they are in lines', () => {
  fc.assert(
    fc.property(
      fc.array(someObject, { minLength: 1 }),
      fc.constantFrom('', ' ', '\t\r '),
      (objects, blanks) => {
        const texts = objects.map((object) => JSON.stringify(object));
        const expected = texts.map((text, index) => ({
          kind: 'VALUE',
          line: index + 1,
          value: JSON.parse(text) as unknown,
        }));
        expect(recordsOf(texts.join('\n'))).toEqual(expected);
        expect(recordsOf(texts.join(blanks) + blanks)).toEqual(expected);
      },
    ),
    samples(300),
  );
});

test('only the object fails that is incomplete, is not JSON or is not UTF-8', () => {
  const kinds = (body: string | Buffer) => recordsOf(body).map(({ kind }) => kind);
  expect(kinds('{"a":1}{"b":')).toEqual(['VALUE', 'FAILED']);
  expect(kinds('{"a":1}{b}{"c":3}')).toEqual(['VALUE', 'FAILED', 'VALUE']);
  expect(kinds(Buffer.from('{"a":"\xE4"}{"b":2}', 'latin1'))).toEqual(['FAILED', 'VALUE']);
});

test.each(['{"a":1} and text', '{"a":1}]', '{"a":1},{"b":2}', '{"a":{"b":1}'])(
  'the line %s is one record that fails',
  (line) => {
    expect(recordsOf(line)).toEqual([{ kind: 'FAILED', line: 1, reason: 'not JSON' }]);
  },
);

test('50,000 objects without a separator are read, and more are refused', () => {
  expect(recordsOf('{}'.repeat(MAX_RECORDS))).toHaveLength(50_000);
  const refusal = { status: 413, code: 'TOO_MANY_RECORDS' };
  expect(findBodyRecords(Buffer.from('{}'.repeat(MAX_RECORDS + 1)))).toMatchObject(refusal);
});
