import type { Config } from '../config/config.ts';

import { maintainDatabase } from '../domain/maintainDatabase.ts';

import { openDatabase } from '../db/client.ts';
import { joinEmbedded } from '../db/embedded/joinEmbedded.ts';
import { migrate } from '../db/migrate.ts';

import { expiriesAt } from './expiriesAt.ts';
import { explain, openPostgres } from './openPostgres.ts';

const DEADLINE_MS = 60_000;

/** Does the owner's work once: for servers that know reader and writer alone, after an update and from a timer. */
export const runMaintain = async (config: Config): Promise<void> => {
  const undo: (() => Promise<void>)[] = [];
  const say = (line: string): boolean => process.stdout.write(`maintain: ${line}\n`);
  try {
    const startOwn = () =>
      joinEmbedded({ dataDir: config.dataDir, log: (message) => process.stderr.write(`${message}\n`) });
    const url = await openPostgres(config, { isDemo: false, startOwn, undo });
    const roles = await migrate(url);
    say(
      roles === 'GRANTED'
        ? 'tables and roles are up to date'
        : 'tables are up to date; this login may not make the roles, or not work as them',
    );
    // One connection for the lock, two for a host's sessions.
    const database = openDatabase({ url, readers: 1, writers: 3, deadlineMs: DEADLINE_MS });
    undo.push(database.close);
    const { partitions, auditEntries } = await maintainDatabase(database, expiriesAt(config, Date.now()));
    const dropped = auditEntries === 0 ? partitions : [...partitions, `${auditEntries} entries of the audit`];
    say(`retention dropped ${dropped.join(', ') || 'nothing'}`);
  } catch (error) {
    process.stderr.write(`maintain: ${explain(error, config)}\n`);
    process.exitCode = 1;
  } finally {
    for (const step of undo.toReversed()) await step();
  }
};
