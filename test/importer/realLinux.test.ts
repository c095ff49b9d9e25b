import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, test } from '@jest/globals';

import { readCounts, runCommand } from './importing.ts';

// Real logs of third parties, which are not part of this project; the tests are skipped when the folder does not exist.
const FOLDER = join(process.cwd(), '../shared/realdata/linux');
const describeReal = existsSync(FOLDER) ? describe : describe.skip;

const importReal = (name: string, ...options: readonly string[]) =>
  runCommand(['--dry-run', ...options, join(FOLDER, name)]);

describeReal('real Linux logs', () => {
  test.each([
    ['syslog_ssh.log', /Accepted \S+ for/, /Failed \S+ for/],
    ['sshd-success-logs.log', /Accepted \S+ for/, /Failed \S+ for/],
    // Each line has another pid, and nothing else is logged about these attempts.
    ['opnsense-sshd.log', /Accepted \S+ for/, /Invalid user \S+ from/],
  ])('each line of %s with a login becomes one', async (name, accepted, failed) => {
    const lines = readFileSync(join(FOLDER, name), 'utf8').split('\n').filter(Boolean);
    const logins = lines.filter((line) => accepted.test(line) || failed.test(line));
    const { code, output } = await importReal(name, '--timezone', 'UTC');
    expect(code).toBe(0);
    expect(readCounts(output)).toMatchObject({
      'records read': lines.length,
      events: logins.length,
      skipped: lines.length - logins.length,
      failed: 0,
    });
  });

  test('auditd: the ssh session, and a malformed record', async () => {
    const { code, output } = await importReal('audit-rhel7.log', '--host', 'rhel7');
    const lines = readFileSync(join(FOLDER, 'audit-rhel7.log'), 'utf8').split('\n').filter(Boolean);
    expect(readCounts(output)).toMatchObject({
      'records read': lines.length,
      events: 2,
      'host starts': lines.filter((line) => line.startsWith('type=SYSTEM_BOOT')).length,
      failed: 1,
    });
    expect(code).toBe(1);
  });

  test.each([
    // Counted with Python's struct: in wtmp.1 one 7 and one 8 of the same pid and two empty records, then a single NUL;
    // in utmp_x86_64 one record of each of the types 0 1 2 3 4 8.
    ['wtmp.1', { 'records read': 4, events: 2, 'host starts': 0, skipped: 2, failed: 0 }],
    [
      'utmp_x86_64',
      { 'records read': 6, events: 0, 'host starts': 1, 'host stops': 1, skipped: 4, failed: 0 },
    ],
  ])('every record of %s is counted', async (name, counts) => {
    const { code, output } = await importReal(name, '--host', 'web01');
    expect(code).toBe(0);
    expect(readCounts(output)).toMatchObject(counts);
  });
});
