import type { Config } from '../config/config.ts';

import { rebuildSessions } from '../domain/rebuildSessions.ts';
import type { Rebuild } from '../domain/rebuildSessions.ts';

import { withOwnDatabase } from './withOwnDatabase.ts';

const DEADLINE_MS = 60_000;
const NOTICE_MS = 2000;

/** Rebuilds all sessions and prints the progress; servers on the same database may keep running, unless SILENCE or DOMAIN_ALIASES has changed. */
export const runRebuild = async (config: Config): Promise<void> => {
  const tell = (line: string): boolean => process.stdout.write(`rebuild: ${line}\n`);
  const say = (line: string): boolean => process.stderr.write(`rebuild: ${line}\n`);
  // One connection for the progress, one for a host's login ids, one for the batch.
  await withOwnDatabase(
    { config, isRebuild: true, writeConnections: 3, deadlineMs: DEADLINE_MS, say },
    async ({ database, signal }) => {
      let saidAtMs = Date.now();
      const onHost = (hostname: string, total: Rebuild): void => {
        if (Date.now() - saidAtMs < NOTICE_MS) return;
        saidAtMs = Date.now();
        tell(`${format(total)}; done up to ${hostname}`);
      };
      const rebuild = await rebuildSessions(database, onHost, signal);
      if (rebuild === null) throw new Error('another process is already rebuilding this database.');
      tell(format(rebuild));
      if (signal.aborted) tell('stopped; run it again to resume from here');
    },
  );
};

const format = ({ hosts, pairs, left, changed }: Rebuild): string =>
  `${hosts} hosts, ${pairs} login ids processed, ${changed} sessions changed` +
  (left === 0 ? '' : `, ${left} login ids skipped because retention dropped their first events`);
