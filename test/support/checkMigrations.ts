// Checks that the migrations in drizzle/ create the tables of src/db: drizzle-kit, which runs on a copy, finds no change.
// drizzle-kit compares snapshots, so that no database is needed.
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const TIMEOUT_MS = 600_000;

const main = (): void => {
  const copy = mkdtempSync(join(tmpdir(), 'sessionscope-migrations-'));
  try {
    cpSync('drizzle', join(copy, 'drizzle'), { recursive: true });
    for (const name of ['src', 'node_modules', 'package.json']) symlinkSync(resolve(name), join(copy, name));
    const problem = findProblem(copy);
    if (problem === null) return;
    console.error(problem);
    process.exitCode = 1;
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
};

const findProblem = (copy: string): string | null => {
  const kit = resolve('node_modules/drizzle-kit/bin.cjs');
  const { stdout, stderr } = spawnSync(process.execPath, [kit, 'generate', '--config', 'drizzle/config.ts'], {
    cwd: copy,
    encoding: 'utf8',
    // drizzle-kit prompts for renamed columns; without a terminal it fails instead of waiting.
    stdio: ['ignore', 'pipe', 'pipe'],
    timeout: TIMEOUT_MS,
  });
  // Its exit code is 0 even when it throws, so that only its files and its output count.
  const added = listMigrations(join(copy, 'drizzle')).filter(
    (name) => !listMigrations('drizzle').includes(name),
  );
  if (added.length > 0) {
    const sql = added.map((name) => readFileSync(join(copy, 'drizzle', name), 'utf8')).join('\n');
    return `the tables of src/db have changes without a migration; run npm run generate:migration. They are:\n${sql}`;
  }
  if (stdout.includes('No schema changes')) return null;
  const [reason = 'it printed nothing'] = (stderr.trim() || stdout.trim()).split('\n    at ');
  return `drizzle-kit generate failed: ${reason}`;
};

const listMigrations = (folder: string): readonly string[] =>
  readdirSync(folder).filter((name) => name.endsWith('.sql'));

main();
