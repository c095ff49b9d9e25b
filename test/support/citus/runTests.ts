// Runs the tests that use a database on the Citus cluster of DATABASE_URL, or those that the arguments name. A file fails exactly if docs/operating.md
// lists it: the list can neither hide a new failure nor keep a file that passes.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';

import { listDatabaseTests, listKnownFailures } from './listTests.ts';
import { citusNodes, findCitusNodes } from './nodes.ts';

type Report = {
  readonly testResults: readonly { readonly name: string; readonly status: 'passed' | 'failed' }[];
};

const main = async (): Promise<void> => {
  await findCitusNodes(process.env['DATABASE_URL'] ?? '');
  if (citusNodes().length === 0)
    throw new Error('DATABASE_URL does not name a database of a Citus coordinator.');
  const wanted = process.argv.slice(2);
  const files = listDatabaseTests().filter(
    (path) => wanted.length === 0 || wanted.some((part) => path.includes(part)),
  );
  const problems = judge(runJest(files));
  for (const problem of problems) console.error(problem);
  process.exitCode = problems.length === 0 ? 0 : 1;
};

const runJest = (files: readonly string[]): Report => {
  const folder = mkdtempSync(join(tmpdir(), 'sessionscope-citus-'));
  const output = join(folder, 'report.json');
  try {
    spawnSync(
      'npm',
      ['run', '--silent', 'jest', '--', '--runTestsByPath', ...files, '--json', '--outputFile', output],
      { stdio: ['ignore', 'ignore', 'inherit'] },
    );
    return JSON.parse(readFileSync(output, 'utf8')) as Report;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};

const judge = ({ testResults }: Report): readonly string[] => {
  const known = listKnownFailures();
  return testResults.flatMap(({ name, status }) => {
    const path = relative(process.cwd(), name);
    if (status === 'failed' && !known.has(path)) return [`${path} fails on Citus`];
    if (status === 'passed' && known.has(path))
      return [`${path} passes on Citus: remove it from docs/operating.md`];
    return [];
  });
};

await main();
