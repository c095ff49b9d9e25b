import { afterEach, beforeAll, expect, test } from '@jest/globals';
import { graphql } from 'graphql';

import { recordDemo } from '../../src/demo/recordDemo.ts';
import { HUNT_NAMES, typeNameOf } from '../../src/domain/hunts/registry.ts';
import { makeContext } from '../../src/graphql/context.ts';
import { makeSchema } from '../../src/graphql/schema.ts';
import { ANYONE } from '../../src/model/access/caller.ts';
import { RULES, useDatabase } from '../support/database.ts';
import { TABS, demoVariablesOf } from '../support/demoTabs.ts';
import { expectGolden } from '../support/golden.ts';
import { listenToStatements } from '../support/listenToStatements.ts';

const FOLDER = new URL('hunts/', import.meta.url);

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

/** Each hunt's playground tab runs on the demo; hunts/x.sql holds the statements that this takes. */
test.each(HUNT_NAMES)('%s', async (name) => {
  const tab = TABS.get(typeNameOf(name));
  if (tab === undefined) throw new Error(`${name} has no playground tab.`);
  const { errors } = await graphql({
    schema,
    source: tab.query,
    variableValues: demoVariablesOf(tab),
    contextValue: makeContext({ database: database(), makeRules: () => RULES }, { caller: ANYONE }),
  });
  expect(errors).toBeUndefined();
  // Resolvers beside each other run at once, so the order of their statements is not fixed.
  expectGolden(new URL(`${name}.sql`, FOLDER), statements.toSorted().join('\n'));
});
