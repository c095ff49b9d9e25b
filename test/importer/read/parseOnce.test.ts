import { afterEach, expect, jest, test } from '@jest/globals';

import { readRecords } from '../../../src/importer/read/readRecords.ts';

import { aRecord, writeFile } from '../importing.ts';

afterEach(() => {
  jest.restoreAllMocks();
});

test.each([
  ['lines of JSON', [1, 2, 3].map((n) => JSON.stringify(aRecord(n))).join('\n')],
  ['a JSON array', JSON.stringify([1, 2, 3].map((n) => aRecord(n)))],
  ['JSON objects over several lines', [1, 2, 3].map((n) => JSON.stringify(aRecord(n), null, 2)).join('\n')],
])('%s are recognized without parsing, and each record is parsed once', async (_, content) => {
  const parse = jest.spyOn(JSON, 'parse');
  const file = writeFile(content);
  let records = 0;
  for await (const block of readRecords(file, { signal: new AbortController().signal, format: null })) {
    records += block.records.length;
  }
  expect(records).toBe(3);
  // Other code of this process also parses JSON.
  expect(parse.mock.calls.filter(([text]) => text.includes('TargetUserName'))).toHaveLength(3);
});
