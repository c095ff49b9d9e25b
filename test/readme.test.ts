import { readFileSync } from 'node:fs';

import { beforeAll, expect, test } from '@jest/globals';

import { recordDemo } from '../src/domain/recordDemo.ts';

import { useApi } from './support/api.ts';
import { RULES, useDatabase } from './support/database.ts';

const database = useDatabase();
const api = useApi(database);

const README = readFileSync(new URL('../README.md', import.meta.url), 'utf8');

/** Each example and, where the README shows one, its answer. */
const EXAMPLES = [...README.matchAll(/```graphql\n([\s\S]*?)```\n(?:\n```json\n([\s\S]*?)```)?/g)].map(
  ([, query = '', answer]) => ({ query, answer }),
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
