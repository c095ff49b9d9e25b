import { gzipSync } from 'node:zlib';

import { expect, test } from '@jest/globals';

import { makeBodyParser } from '../../../src/http/ingest/makeBodyParser.ts';
import { parseIngestQuery } from '../../../src/http/ingest/parseIngestQuery.ts';
import type { SensorOptions } from '../../../src/sensors/sensor.ts';

const options = parseIngestQuery({}) as SensorOptions;

/** Whether a body is passed to a thread. */
const isReadInThread = async (body: Buffer): Promise<boolean> => {
  let wasAsked = false;
  const bodies = makeBodyParser({
    read: async function* read() {
      wasAsked = true;
      yield { kind: 'COUNTED', records: 0 };
    },
    close: async () => undefined,
  });
  await bodies.withSteps({ body, query: {}, options }, async (steps) => {
    for await (const step of steps) expect(step.kind).not.toBe('REFUSED');
  });
  return wasAsked;
};

const LINE = '{"lock":{"time":"2026-11-16T09:00:00Z","hostname":"H","user":"ana"}}';
const members = (count: number): string => Array.from({ length: count }, (_, n) => `"k${n}":1`).join();

test.each([
  ['an event with 90,000 members', `{"lock":{${members(90_000)}}}`, true],
  ['brackets', '['.repeat(520_000) + ']'.repeat(520_000), true],
  ['an array that begins after white space', ` \n\t[${'[],\n'.repeat(10_000)}[]]`, true],
  ['an object over several lines', `{\n${members(20_001).replaceAll(',', ',\n')}}`, true],
  [
    'an object over several lines in a body that is not UTF-8',
    `\u00A0{\n${members(20_001).replaceAll(',', ',\n')}}`,
    true,
  ],
  ['a line of 20,000 values', `{${','.repeat(19_999)}}\n${LINE}`, false],
  ['a line of 20,001 values', `${LINE}\n{${','.repeat(20_000)}\n${LINE}`, true],
  ['an array of 1,000 events', `[${Array.from({ length: 1000 }, () => LINE).join()}]`, false],
  ['lines of a megabyte together', `${LINE}\n`.repeat(15_000), false],
])('%s', async (_, text, expected) => {
  const body = Buffer.from(text, text.startsWith('\u00A0') ? 'latin1' : 'utf8');
  expect(body.length).toBeLessThanOrEqual(1_048_576);
  expect(await isReadInThread(body)).toBe(expected);
  expect(await isReadInThread(gzipSync(body))).toBe(expected);
});
