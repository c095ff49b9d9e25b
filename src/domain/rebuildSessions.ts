import type { Database } from '../db/client.ts';
import { withRebuildProgress } from '../db/rebuildProgress.ts';
import { noteRules } from '../db/sessionRules.ts';
import { updateHostSessions } from '../db/stitch/updateHostSessions.ts';
import type { HostRebuild } from '../db/stitch/updateHostSessions.ts';

/** The totals of a rebuild. */
export type Rebuild = HostRebuild & { readonly hosts: number };

/**
 * Rebuilds all sessions from the stored events, host by host in order of name, while ingest and queries continue. The next run resumes an
 * interrupted one.
 *
 * @param onHost called after each host with the totals so far.
 * @returns null if another process is already rebuilding this database.
 */
export const rebuildSessions = async (
  database: Database,
  onHost: (hostname: string, total: Rebuild) => void,
  signal?: AbortSignal,
): Promise<Rebuild | null> =>
  withRebuildProgress(database, async (progress) => {
    let total: Rebuild = { hosts: 0, pairs: 0, left: 0, changed: 0 };
    for (let hostname = await progress.next(); hostname !== null; hostname = await progress.next()) {
      if (signal?.aborted === true) return total;
      const { pairs, left, changed } = await updateHostSessions(database, hostname);
      await progress.done(hostname);
      total = {
        hosts: total.hosts + 1,
        pairs: total.pairs + pairs,
        left: total.left + left,
        changed: total.changed + changed,
      };
      onHost(hostname, total);
    }
    await noteRules(database);
    await progress.finish();
    return total;
  });
