import type { Config } from '../config/config.ts';

import { openDatabase } from '../db/client.ts';
import type { Database } from '../db/client.ts';
import { joinEmbedded } from '../db/embedded/joinEmbedded.ts';
import { migrate } from '../db/migrate.ts';

import { explain, openPostgres } from './openPostgres.ts';

type Asked = {
  readonly config: Config;
  readonly isDemo?: boolean;
  /** Connections that write: of the work, and one for each lock that it holds meanwhile. */
  readonly writers: number;
  readonly deadlineMs: number;
  /** Tells the person at the terminal why it failed. */
  readonly say: (line: string) => unknown;
};

/** The database, and whether its roles were made: what `migrate` says. */
type Work = (database: Database, roles: Awaited<ReturnType<typeof migrate>>) => Promise<void>;

/**
 * Has a command work as the tables' owner, on a database that is up to date, whether or not servers run on it. A failure is told, and becomes the
 * exit code.
 */
export const withOwnDatabase = async (
  { config, isDemo = false, writers, deadlineMs, say }: Asked,
  work: Work,
): Promise<void> => {
  const undo: (() => Promise<void>)[] = [];
  try {
    const startOwn = () =>
      joinEmbedded({ dataDir: config.dataDir, log: (message) => process.stderr.write(`${message}\n`) });
    const url = await openPostgres(config, { isDemo, startOwn, undo });
    const roles = await migrate(url);
    const database = openDatabase({ url, readers: 1, writers, deadlineMs });
    undo.push(database.close);
    await work(database, roles);
  } catch (error) {
    say(explain(error, config));
    process.exitCode = 1;
  } finally {
    for (const step of undo.toReversed()) await step();
  }
};
