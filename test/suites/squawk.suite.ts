import { readdirSync } from 'node:fs';
import { resolve } from 'node:path';

import { expect, test } from '@jest/globals';

import { runTool } from './runTool.ts';

type Report = readonly { readonly file: string; readonly rule_name: string }[];

/**
 * Released migrations are never changed. When the first two ran, their tables contained too little for a server to wait noticeably. Context
 * events are few, too, and the upgrade guide says that servers of the previous version must be stopped first. That also covers the columns of
 * sessions that the next one drops and makes mandatory, and the constraint for which 0011 reads all events. No released server writes the notes
 * of joins, to which 0016 adds a column.
 */
const ACCEPTED = [
  '0001_sessions.sql constraint-missing-not-valid',
  '0002_hosts_accounts.sql adding-not-nullable-field',
  '0008_context_events.sql constraint-missing-not-valid',
  '0008_context_events.sql renaming-table',
  '0009_known_sessions.sql adding-not-nullable-field',
  '0009_known_sessions.sql ban-drop-column',
  '0011_client_names.sql constraint-missing-not-valid',
  '0016_join_note_source.sql adding-required-field',
];

test('squawk reports no migrations that block or break a running server except the accepted ones', async () => {
  const migrations = readdirSync('drizzle').filter((name) => name.endsWith('.sql'));
  const paths = migrations.map((name) => resolve('drizzle', name));
  expect(paths.length).toBeGreaterThan(0);
  const { output } = await runTool('squawk', ['--config', 'squawk.toml', '--reporter', 'json', ...paths]);
  const found = (JSON.parse(output) as Report).map(
    ({ file, rule_name: rule }) => `${file.replace(/^.*\//, '')} ${rule}`,
  );
  expect([...new Set(found)].toSorted()).toEqual(ACCEPTED);
});
