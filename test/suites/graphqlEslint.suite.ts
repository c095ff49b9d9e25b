import { copyFileSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';

import { afterAll, expect, test } from '@jest/globals';

import { runTool, SUITES } from './runTool.ts';

// In the folder of the configuration, because eslint ignores files outside of it.
const folder = join(SUITES, 'linted');
afterAll(() => rmSync(folder, { recursive: true, force: true }));

type Report = readonly {
  readonly messages: readonly { readonly ruleId: string; readonly message: string }[];
}[];

test('graphql-eslint reports one problem in the schema: the field name hostname, which CAR prescribes', async () => {
  mkdirSync(folder, { recursive: true });
  copyFileSync('schema.graphql', join(folder, 'schema.graphql'));
  const { output, errors } = await runTool('eslint', ['--format', 'json', 'linted/schema.graphql']);
  expect(errors).toBe('');
  const [file] = JSON.parse(output) as Report;
  expect(file?.messages.map(({ ruleId, message }) => [ruleId, message])).toEqual([
    ['@graphql-eslint/no-typename-prefix', 'Field "hostname" starts with the name of the parent type "Host"'],
  ]);
});
