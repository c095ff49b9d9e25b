import { expect, test } from '@jest/globals';
import fc from 'fast-check';

import { findBodyRecords } from '../../../src/http/ingest/bodyRecords.ts';
import { makeWorkerPool } from '../../../src/http/ingest/makeWorkerPool.ts';
import { measureJson } from '../../../src/http/ingest/measureJson.ts';
import { samples } from '../../support/samples.ts';

const depthOf = (value: unknown): number =>
  typeof value === 'object' && value !== null
    ? 1 + Math.max(0, ...Object.values(value).map((part) => depthOf(part)))
    : 0;

test('depth and separators are those of the parsed value, regardless of its strings', () => {
  const text = fc.oneof(
    fc.string(),
    fc.string({ unit: fc.constantFrom('"', '\\', '[', ']', '{', '}', ',') }),
  );
  const { value } = fc.letrec((tie) => ({
    value: fc.oneof(
      { maxDepth: 4 },
      text,
      fc.integer(),
      fc.constant(null),
      fc.array(tie('value'), { maxLength: 4 }),
      fc.dictionary(text, tie('value'), { maxKeys: 4 }),
    ),
  }));
  fc.assert(
    fc.property(value, fc.nat(2), (json, spaces) => {
      const printed = JSON.stringify(json, null, spaces);
      const depth = depthOf(json);
      const members = depth === 0 ? 0 : Object.keys(json as object).length;
      expect(measureJson(printed, depth)).toEqual({ isTooDeep: false, separators: Math.max(0, members - 1) });
      expect(measureJson(printed, depth - 1).isTooDeep).toBe(depth > 0);
    }),
    samples(300),
  );
});

const nest = (levels: number): string => `${'['.repeat(levels)}${']'.repeat(levels)}`;

test('an array of 1,000 levels is read, and a deeper one is refused', () => {
  expect(findBodyRecords(Buffer.from(nest(1000)))).toMatchObject({ count: 1 });
  expect(findBodyRecords(Buffer.from(nest(1001)))).toMatchObject({ status: 400, code: 'BAD_JSON' });
});

test('only the long line that is nested too deeply fails', () => {
  const deep = `{"a":${nest(40_000)}}`;
  const found = findBodyRecords(Buffer.from(`{"b":1}\n${deep}\n{"c":2}\n`));
  if ('status' in found) throw new Error('The body was refused.');
  expect([...found.records].map(({ kind }) => kind)).toEqual(['VALUE', 'FAILED', 'VALUE']);
});

const LARGE = 8 * 1_048_576;

test.each([
  ['brackets that are never closed', '['.repeat(LARGE), /deeper than 1000 levels/],
  ['brackets that are closed', nest(LARGE / 2), /deeper than 1000 levels/],
  ['small arrays', `[${'[],'.repeat(LARGE / 3 - 2)}[]]`, /more than 50000 records/],
  ['small objects', `[${'{},'.repeat(LARGE / 3 - 2)}{}]`, /more than 50000 records/],
])('8 MiB of %s are refused before they are parsed', async (_, text, message) => {
  // Not enough memory for the parsed values.
  const workers = makeWorkerPool({ maxHeapMib: 48 });
  try {
    const steps = [];
    for await (const step of workers.read({ body: Buffer.from(text), query: {} })) steps.push(step);
    expect(steps).toMatchObject([{ kind: 'REFUSED', refusal: { message: expect.stringMatching(message) } }]);
  } finally {
    await workers.close();
  }
});
