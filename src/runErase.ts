import { createHash } from 'node:crypto';

import { eraseEvents } from './domain/eraseEvents.ts';

import { openDatabase } from './db/client.ts';
import type { Database } from './db/client.ts';
import { joinEmbedded } from './db/embedded/joinEmbedded.ts';
import { countErasable } from './db/erasure.ts';
import type { Erasure } from './db/erasure.ts';
import { migrate } from './db/migrate.ts';

import { formatAccount } from './model/account.ts';

import type { Config } from './config.ts';
import { explain, openPostgres } from './openPostgres.ts';
import { parseErasure, USAGE } from './parseErasure.ts';

const DEADLINE_MS = 60_000;

/** Counts or erases, as the tables' owner, and prints a report that can be kept as proof. */
export const runErase = async (readSettings: () => Config, words: readonly string[]): Promise<void> => {
  // Help and mistakes need no settings but the style of host names.
  const config = readSettings();
  const asked = parseErasure(words, config.hostnames);
  if (asked.kind === 'HELP') {
    process.stdout.write(USAGE);
    return;
  }
  if (asked.kind === 'MISTAKE') {
    process.stderr.write(`erase: ${asked.message}\n`);
    process.exitCode = 2;
    return;
  }
  const undo: (() => Promise<void>)[] = [];
  try {
    const startOwn = () =>
      joinEmbedded({ dataDir: config.dataDir, log: (message) => process.stderr.write(`${message}\n`) });
    const url = await openPostgres(config, { isDemo: false, startOwn, undo });
    await migrate(url);
    // One connection for the lock, two for a host's sessions.
    const database = openDatabase({ url, readers: 1, writers: 4, deadlineMs: DEADLINE_MS });
    undo.push(database.close);
    const found = await (asked.kind === 'COUNT' ? count : erase)(database, asked.erasure);
    print(asked.erasure, found);
    if (asked.kind === 'COUNT') process.stderr.write('erase: nothing was erased; --yes erases this.\n');
  } catch (error) {
    process.stderr.write(`erase: ${explain(error, config)}\n`);
    process.exitCode = 1;
  } finally {
    for (const step of undo.toReversed()) await step();
  }
};

const count = async (database: Database, erasure: Erasure): Promise<object> => ({
  kind: 'COUNT',
  hosts: await countErasable(database, erasure),
});

const erase = async (database: Database, erasure: Erasure): Promise<object> => {
  const report = await eraseEvents(database, erasure);
  if (report === null)
    throw new Error(
      'another process maintains, rebuilds or erases this database; try again when it is done.',
    );
  const isOfWholeAccount = [erasure.hostname, erasure.from, erasure.until, erasure.source].every(
    (bound) => bound === null,
  );
  if (isOfWholeAccount && report.left !== null && Object.values(report.left).some((left) => left > 0)) {
    process.stderr.write('erase: something is left of the account, or came meanwhile; run it again.\n');
    process.exitCode = 1;
  }
  return { kind: 'ERASED', ...report };
};

/** The hash is of the report without it, as one line of JSON. */
const print = ({ account, ...bounds }: Erasure, found: object): void => {
  const asked = { ...bounds, account: account === null ? null : formatAccount(account) };
  const report = { at: new Date().toISOString(), asked, ...found };
  const sha256 = createHash('sha256').update(JSON.stringify(report)).digest('hex');
  process.stdout.write(`${JSON.stringify({ ...report, sha256 }, null, 2)}\n`);
};
