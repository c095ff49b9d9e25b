import { copyFileSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';

import { afterAll, expect, test } from '@jest/globals';

import { runTool, SUITES } from './runTool.ts';

// Beside its configuration: eslint looks at nothing above that.
const folder = join(SUITES, 'linted');
afterAll(() => rmSync(folder, { recursive: true, force: true }));

type Report = readonly {
  readonly messages: readonly { readonly ruleId: string; readonly message: string }[];
}[];

test('graphql-eslint has one objection to the schema: the name that CAR gave to a host', async () => {
  mkdirSync(folder, { recursive: true });
  copyFileSync('schema.graphql', join(folder, 'schema.graphql'));
  const { output, errors } = await runTool('eslint', ['--format', 'json', 'linted/schema.graphql']);
  expect(errors).toBe('');
  const [file] = JSON.parse(output) as Report;
  expect(file?.messages.map(({ ruleId, message }) => [ruleId, message])).toEqual([
    ['@graphql-eslint/no-typename-prefix', 'Field "hostname" starts with the name of the parent type "Host"'],
  ]);
});
