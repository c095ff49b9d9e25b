import { readFileSync } from 'node:fs';

import { beforeAll, expect, test } from '@jest/globals';

import { recordDemo } from '../src/demo/recordDemo.ts';

import { runExportCommand } from './exporter/exporting.ts';
import { useApi } from './support/api.ts';
import { RULES, useDatabase } from './support/database.ts';

const database = useDatabase();
const api = useApi(database);

const README = readFileSync(new URL('../README.md', import.meta.url), 'utf8');

/** Each example and, where the README shows one, its answer. */
const EXAMPLES = [...README.matchAll(/```graphql\n([\s\S]*?)```\n(?:\n```json\n([\s\S]*?)```)?/g)].map(
  ([, query = '', answer]) => ({ query, answer }),
);

/** As a shell does, which takes what is within apostrophes as it is. */
const splitWords = (text: string): readonly string[] =>
  [...text.matchAll(/'([^']*)'|(\S+)/g)].map(([, quoted, plain = '']) => quoted ?? plain);

/** Each export whose lines the README shows. */
const EXPORTS = [...README.matchAll(/```sh\nnpm run export -- (.*)\n```\n\n```ndjson\n([\s\S]*?)```/g)].map(
  ([, words = '', lines = '']) => ({ words: splitWords(words), lines }),
);

beforeAll(async () => recordDemo(database(), RULES));

test('the README has examples, and most show their answers', () => {
  expect(EXAMPLES.length).toBeGreaterThanOrEqual(4);
  expect(EXAMPLES.filter(({ answer }) => answer !== undefined).length).toBeGreaterThanOrEqual(3);
});

test.each(EXAMPLES)('an example runs as it is written on the demo (%#)', async ({ query, answer }) => {
  const { data, errors } = await api().query(query);
  expect(errors).toBeUndefined();
  if (answer !== undefined) expect({ data }).toEqual(JSON.parse(answer));
});

test('the README shows an export', () => {
  expect(EXPORTS.length).toBeGreaterThanOrEqual(1);
});

test.each(EXPORTS)('an export gives what is written on the demo (%#)', async ({ words, lines }) => {
  const { code, output } = await runExportCommand([...words, '--url', api().url]);
  expect(output).toBe(lines);
  expect(code).toBe(0);
});
