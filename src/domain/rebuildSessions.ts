import type { Database } from '../db/client.ts';
import { withRebuildProgress } from '../db/rebuildProgress.ts';
import { updateHostSessions } from '../db/stitch/updateHostSessions.ts';
import type { HostRebuild } from '../db/stitch/updateHostSessions.ts';

/** What a rebuild did, host by host and in all. */
export type Rebuild = HostRebuild & { readonly hosts: number };

/**
 * Stitches every session anew from the stored events, host by host in the order of their names, while ingest and queries go on. A run that
 * was cut off is gone on with by the next.
 *
 * @param onHost told after each host what was done so far.
 * @returns null when another process rebuilds this database.
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
    await progress.finish();
    return total;
  });
