import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';

import { stringifyCapped } from '../../../src/http/graphql/stringifyCapped.ts';
import { WORK_PER_TURN } from '../../../src/model/reserveWork.ts';
import { watchWork } from '../../support/watchWork.ts';

test('it writes the same as JSON.stringify, if the limit is at least the size in bytes', async () => {
  await fc.assert(
    fc.asyncProperty(fc.jsonValue({ stringUnit: 'grapheme' }), async (value) => {
      const text = JSON.stringify(value);
      const bytes = Buffer.byteLength(text);
      expect(await stringifyCapped(value, bytes)).toBe(text);
      expect(await stringifyCapped(value, bytes - 1)).toBeNull();
    }),
  );
});

describe('undefined values', () => {
  test.each([
    [{ a: undefined, b: [{ c: undefined }] }],
    [{ a: { b: {}, c: undefined, d: [null] } }],
    [Object.assign(Object.create(null), { rows: [{ id: 'x' }] })],
  ])('%j', async (value) => {
    expect(await stringifyCapped(value, 1000)).toBe(JSON.stringify(value));
  });
});

test('it stops at the limit and does not read further rows', async () => {
  let seen = 0;
  const rows = Array.from({ length: 10_000 }, () => ({
    get id() {
      seen += 1;
      return 'x'.repeat(100);
    },
  }));
  expect(await stringifyCapped({ hosts: { nodes: rows } }, 10_000)).toBeNull();
  expect(seen).toBeGreaterThan(0);
  expect(seen).toBeLessThan(400);
});

test('it lets the event loop turn between rows, by their length', async () => {
  const rows = Array.from({ length: 1000 }, (_, id) => ({ id, text: 'x'.repeat(5000) }));
  const value = { hosts: { nodes: rows } };
  let text: string | null = null;
  const turns = await watchWork(async () => {
    text = await stringifyCapped(value, 10_000_000);
  });
  expect(text).toBe(JSON.stringify(value));
  expect(turns.length).toBeGreaterThanOrEqual(5_000_000 / 2000 / WORK_PER_TURN - 1);
  expect(Math.max(...turns)).toBeLessThanOrEqual(WORK_PER_TURN);
});
