import type { Config } from '../config/config.ts';

import { maintainDatabase } from '../domain/maintainDatabase.ts';

import { expiriesAt } from './expiriesAt.ts';
import { untilStopped } from './untilStopped.ts';
import { withOwnDatabase } from './withOwnDatabase.ts';

const DEADLINE_MS = 60_000;

/** Runs the owner's work once. For servers that have only the logins of reader and writer: after an update, and from a timer. */
export const runMaintain = async (config: Config): Promise<void> => {
  const tell = (line: string): boolean => process.stdout.write(`maintain: ${line}\n`);
  const say = (line: string): boolean => process.stderr.write(`maintain: ${line}\n`);
  // One connection for the lock, two for a host's sessions.
  await withOwnDatabase(
    { config, writeConnections: 3, deadlineMs: DEADLINE_MS, say },
    async ({ database, roles, signal }) => {
      tell(
        roles === 'REFUSED'
          ? 'tables are up to date; this login may not create the roles, or may not use them'
          : 'tables and roles are up to date',
      );
      const { partitions, disconnects, auditEntries } = await untilStopped(
        signal,
        maintainDatabase(database, expiriesAt(config, Date.now())),
      );
      const dropped = [
        ...partitions,
        ...(disconnects === 0 ? [] : [`${disconnects} disconnects`]),
        ...(auditEntries === 0 ? [] : [`${auditEntries} entries of the audit`]),
      ];
      tell(`retention dropped ${dropped.join(', ') || 'nothing'}`);
    },
  );
};
