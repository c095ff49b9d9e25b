import type { Config } from '../config/config.ts';

import { rebuildSessions } from '../domain/rebuildSessions.ts';
import type { Rebuild } from '../domain/rebuildSessions.ts';

import { openDatabase } from '../db/client.ts';
import { joinEmbedded } from '../db/embedded/joinEmbedded.ts';
import { migrate } from '../db/migrate.ts';

import { explain, openPostgres } from './openPostgres.ts';

const DEADLINE_MS = 60_000;
const NOTICE_MS = 2000;

/** Stitches all sessions anew and says how far it is; servers on the same database go on meanwhile. */
export const runRebuild = async (config: Config): Promise<void> => {
  const undo: (() => Promise<void>)[] = [];
  const interrupt = new AbortController();
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => interrupt.abort());
  const say = (line: string): boolean => process.stdout.write(`rebuild: ${line}\n`);
  try {
    const startOwn = () =>
      joinEmbedded({ dataDir: config.dataDir, log: (message) => process.stderr.write(`${message}\n`) });
    const url = await openPostgres(config, { isDemo: false, startOwn, undo });
    await migrate(url);
    // One connection for the progress, one for a host's login ids, one for the batch.
    const database = openDatabase({ url, readers: 1, writers: 3, deadlineMs: DEADLINE_MS });
    undo.push(database.close);
    let saidAtMs = Date.now();
    const onHost = (hostname: string, total: Rebuild): void => {
      if (Date.now() - saidAtMs < NOTICE_MS) return;
      saidAtMs = Date.now();
      say(`${format(total)}; done up to ${hostname}`);
    };
    const rebuild = await rebuildSessions(database, onHost, interrupt.signal);
    if (rebuild === null) throw new Error('another process rebuilds this database already.');
    say(format(rebuild));
    if (interrupt.signal.aborted) {
      say('stopped; start it again to go on from here');
      process.exitCode = 130;
    }
  } catch (error) {
    process.stderr.write(`rebuild: ${explain(error, config)}\n`);
    process.exitCode = 1;
  } finally {
    for (const step of undo.toReversed()) await step();
  }
};

const format = ({ hosts, pairs, left, changed }: Rebuild): string =>
  `${hosts} hosts, ${pairs} login ids stitched, ${changed} sessions changed` +
  (left === 0 ? '' : `, ${left} login ids left alone because retention took their first events`);
