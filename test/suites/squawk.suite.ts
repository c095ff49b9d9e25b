import { readdirSync } from 'node:fs';
import { resolve } from 'node:path';

import { expect, test } from '@jest/globals';

import { runTool } from './runTool.ts';

type Report = readonly { readonly file: string; readonly rule_name: string }[];

/** Released migrations stay as they are. Both ran on a table that held nothing that a server could wait for. */
const ACCEPTED = [
  '0001_sessions.sql constraint-missing-not-valid',
  '0002_hosts_accounts.sql adding-not-nullable-field',
];

test('squawk finds no more migrations that lock a running server out than the two of the beginning', async () => {
  const migrations = readdirSync('drizzle').filter((name) => name.endsWith('.sql'));
  const paths = migrations.map((name) => resolve('drizzle', name));
  expect(paths.length).toBeGreaterThan(0);
  const { output } = await runTool('squawk', ['--config', 'squawk.toml', '--reporter', 'json', ...paths]);
  const found = (JSON.parse(output) as Report).map(
    ({ file, rule_name: rule }) => `${file.replace(/^.*\//, '')} ${rule}`,
  );
  expect(found.toSorted()).toEqual(ACCEPTED);
});
