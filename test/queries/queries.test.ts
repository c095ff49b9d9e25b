import { readdirSync, readFileSync, writeFileSync, existsSync } from 'node:fs';

import { afterEach, beforeAll, expect, test } from '@jest/globals';
import { graphql } from 'graphql';

import { recordDemo } from '../../src/demo/recordDemo.ts';
import { makeContext } from '../../src/graphql/context.ts';
import { makeSchema } from '../../src/graphql/schema.ts';
import { ANYONE } from '../../src/model/access/caller.ts';
import { RULES, useDatabase } from '../support/database.ts';
import { listenToStatements } from '../support/listenToStatements.ts';

/**
 * Runs each x.graphql on the demo's events and compares the response with x.json and the SQL statements with x.sql, so that a review
 * shows when the number of statements grows with the number of rows. UPDATE_GOLDENS=1 rewrites the files; CI refuses that.
 */
const FOLDER = new URL('.', import.meta.url);
const NOW = '2026-11-17T00:00:00.000000Z';
const IS_UPDATE = process.env['UPDATE_GOLDENS'] === '1';

const database = useDatabase();
const schema = makeSchema();
let statements: string[] = [];

beforeAll(async () => {
  if (IS_UPDATE && process.env['CI'] !== undefined) throw new Error('UPDATE_GOLDENS is refused in CI.');
  await recordDemo(database(), RULES);
  listenToStatements(database().readPool, (text, values) => {
    statements.push(`${text};\n-- ${JSON.stringify(values)}\n`);
  });
});

afterEach(() => {
  statements = [];
});

const golden = (file: string, content: string): void => {
  const url = new URL(file, FOLDER);
  if (IS_UPDATE) writeFileSync(url, content);
  expect(existsSync(url) ? readFileSync(url, 'utf8') : `${file} is missing`).toBe(content);
};

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
  golden(`${name}.json`, `${JSON.stringify(answer, null, 2)}\n`);
  // Sibling resolvers run concurrently, so the order of statements varies.
  golden(`${name}.sql`, statements.toSorted().join('\n'));
});

test('the folder has queries', () => {
  expect(QUERIES.length).toBeGreaterThan(3);
});
