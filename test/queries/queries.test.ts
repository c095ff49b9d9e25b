import { readdirSync, readFileSync } from 'node:fs';

import { afterEach, beforeAll, expect, test } from '@jest/globals';
import { graphql } from 'graphql';

import { recordDemo } from '../../src/demo/recordDemo.ts';
import { makeContext } from '../../src/graphql/context.ts';
import { makeSchema } from '../../src/graphql/schema.ts';
import { ANYONE } from '../../src/model/access/caller.ts';
import { RULES, useDatabase } from '../support/database.ts';
import { expectGolden } from '../support/golden.ts';
import { listenToStatements } from '../support/listenToStatements.ts';

/**
 * Runs each x.graphql on the demo's events and compares the response with x.json and the SQL statements with x.sql, so that a review
 * shows when the number of statements grows with the number of rows. UPDATE_GOLDENS=1 rewrites the files; CI refuses that.
 */
const FOLDER = new URL('.', import.meta.url);
const NOW = '2026-11-17T00:00:00.000000Z';

const database = useDatabase();
const schema = makeSchema();
let statements: string[] = [];

beforeAll(async () => {
  await recordDemo(database(), RULES);
  listenToStatements(database().readPool, (text, values) => {
    statements.push(`${text};\n-- ${JSON.stringify(values)}\n`);
  });
});

afterEach(() => {
  statements = [];
});

const QUERIES = readdirSync(FOLDER).filter((file) => file.endsWith('.graphql'));

test.each(QUERIES)('%s matches its goldens', async (file) => {
  const answer = await graphql({
    schema,
    source: readFileSync(new URL(file, FOLDER), 'utf8'),
    contextValue: {
      ...makeContext({ database: database(), makeRules: () => RULES }, { caller: ANYONE }),
      now: NOW,
    },
  });
  const name = file.replace('.graphql', '');
  expectGolden(new URL(`${name}.json`, FOLDER), `${JSON.stringify(answer, null, 2)}\n`);
  // Sibling resolvers run concurrently, so the order of statements varies.
  expectGolden(new URL(`${name}.sql`, FOLDER), statements.toSorted().join('\n'));
});

test('the folder has queries', () => {
  expect(QUERIES.length).toBeGreaterThan(3);
});
