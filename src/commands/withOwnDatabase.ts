import type { Config } from '../config/config.ts';

import { openDatabase } from '../db/client.ts';
import type { Database } from '../db/client.ts';
import { joinEmbedded } from '../db/embedded/joinEmbedded.ts';
import { migrate } from '../db/migrate.ts';
import { readSessionSettings } from '../db/sessionRules.ts';

import { onStopSignal } from '../client/onStopSignal.ts';
import { EXIT } from '../client/commandContext.ts';

import { explainStartError, openPostgres } from './openPostgres.ts';
import { untilStopped } from './untilStopped.ts';

type Options = {
  readonly config: Config;
  readonly isDemo?: boolean;
  /** Connections for writes: those of the work, and one for each lock that it holds. */
  readonly writeConnections: number;
  readonly deadlineMs: number;
  /** Whether the work computes all sessions again with the settings. Other work uses those with which they were computed. */
  readonly isRebuild?: boolean;
  /** Writes a line to the terminal. */
  readonly say: (line: string) => unknown;
};

export type OwnDatabase = {
  readonly database: Database;
  /** Whether the roles exist, as `migrate` returns it. */
  readonly roles: Awaited<ReturnType<typeof migrate>>;
  /** Aborts when the process is asked to stop. */
  readonly signal: AbortSignal;
};

/**
 * Runs a command's work as the owner of the tables, on an up-to-date database, whether or not servers run on it. A failure is printed and sets
 * exit code 1. A stop signal ends the process with exit code 130, after the command's own Postgres has stopped.
 */
export const withOwnDatabase = async (
  { config, isDemo = false, isRebuild = false, writeConnections, deadlineMs, say }: Options,
  work: (own: OwnDatabase) => Promise<void>,
): Promise<void> => {
  const stopping = new AbortController();
  const { signal } = stopping;
  onStopSignal(() => {
    if (!signal.aborted) say('stopping');
    stopping.abort();
  });
  const undo: (() => Promise<void>)[] = [];
  const startOwn = () =>
    joinEmbedded({ dataDir: config.dataDir, log: (message) => process.stderr.write(`${message}\n`) });
  const opening = openPostgres(config, { isDemo, startOwn, undo });
  let database: Database | null = null;
  try {
    const url = await untilStopped(signal, opening);
    const roles = await untilStopped(signal, migrate(url, config.aliases));
    const { silenceUs, aliases } = isRebuild ? config : await untilStopped(signal, readSessionSettings(url));
    database = openDatabase({
      url,
      readConnections: 1,
      writeConnections,
      deadlineMs,
      silenceUs: silenceUs ?? config.silenceUs,
      aliases,
    });
    await work({ database, roles, signal });
  } catch (error) {
    say(explainStartError(error, config));
    process.exitCode = 1;
  }
  // Interrupted work still holds connections; they end with Postgres, or with this process.
  if (!signal.aborted) await database?.close();
  // A Postgres that is still starting can be stopped only once it runs.
  await opening.catch(() => null);
  for (const step of undo) await step();
  if (signal.aborted) process.exit(EXIT.INTERRUPTED);
};
