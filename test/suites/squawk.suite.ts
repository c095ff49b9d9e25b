import { readdirSync } from 'node:fs';
import { resolve } from 'node:path';

import { expect, test } from '@jest/globals';

import { runTool } from './runTool.ts';

type Report = readonly { readonly file: string; readonly rule_name: string }[];

/** Released migrations are never changed. When these two ran, their tables contained too little for a server to wait noticeably. */
const ACCEPTED = [
  '0001_sessions.sql constraint-missing-not-valid',
  '0002_hosts_accounts.sql adding-not-nullable-field',
];

test('squawk reports no migrations that block a running server except the first two', async () => {
  const migrations = readdirSync('drizzle').filter((name) => name.endsWith('.sql'));
  const paths = migrations.map((name) => resolve('drizzle', name));
  expect(paths.length).toBeGreaterThan(0);
  const { output } = await runTool('squawk', ['--config', 'squawk.toml', '--reporter', 'json', ...paths]);
  const found = (JSON.parse(output) as Report).map(
    ({ file, rule_name: rule }) => `${file.replace(/^.*\//, '')} ${rule}`,
  );
  expect(found.toSorted()).toEqual(ACCEPTED);
});
