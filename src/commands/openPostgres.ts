import type { Config } from '../config/config.ts';

import { createDatabase } from '../db/createDatabase.ts';
import { EmbeddedError } from '../db/embedded/EmbeddedError.ts';
import { OutageError, UnknownOutcomeError } from '../db/errors.ts';
import type { EmbeddedPostgres } from '../db/embedded/startEmbedded.ts';
import { sharesSessions } from '../db/sharesSessions.ts';

import { StoppedError } from './untilStopped.ts';

type Opening = {
  readonly isDemo: boolean;
  /** Starts the embedded Postgres; called when the settings name no other Postgres. */
  readonly startOwn: () => Promise<EmbeddedPostgres>;
  /** The function that stops the embedded Postgres is added here. */
  readonly undo: (() => Promise<void>)[];
};

/**
 * Returns the URL of the user's Postgres or of the embedded one. The demo has a separate database, so it never mixes with evidence.
 *
 * @throws StartError, EmbeddedError
 */
export const openPostgres = async (
  { databaseUrl, readerUrl }: Config,
  { isDemo, startOwn, undo }: Opening,
): Promise<string> => {
  if (databaseUrl !== null) {
    if (isDemo) throw new StartError('the demo runs on the embedded Postgres; unset DATABASE_URL.');
    await refuseSharedSessions({ DATABASE_URL: databaseUrl });
    return databaseUrl;
  }
  if (readerUrl !== null) {
    throw new StartError(
      isDemo
        ? 'the demo runs on the embedded Postgres; unset DATABASE_READER_URL and DATABASE_WRITER_URL.'
        : 'this command needs the owner of the tables; set DATABASE_URL to its login.',
    );
  }
  const embedded = await startOwn();
  undo.push(embedded.stop);
  return createDatabase(embedded.url, isDemo ? 'sessionscope_demo' : 'sessionscope');
};

/**
 * Refuses URLs of a pooler whose connections share sessions: named statements, settings of connections and locks of sessions would be mixed up.
 * Whether the servers answer at all is checked later.
 *
 * @throws StartError that names the setting.
 */
export const refuseSharedSessions = async (urls: Readonly<Record<string, string>>): Promise<void> => {
  for (const [setting, url] of Object.entries(urls)) {
    if (await sharesSessions(url).catch(() => false)) throw new StartError(`${setting} ${SHARED}`);
  }
};

const SHARED =
  'leads to a connection pooler whose connections share sessions of Postgres, such as PgBouncer with pool_mode=transaction. This server needs sessions of its own: set pool_mode=session for its database in pgbouncer.ini, or name Postgres itself.';

/** A problem that the user can fix. */
export class StartError extends Error {}

/** SQLSTATE. */
const LOCK_NOT_AVAILABLE = '55P03';

/** Describes to the user why a start or a command failed. */
export const explainStartError = (error: unknown, { host, port }: Config): string => {
  if (error instanceof StartError || error instanceof EmbeddedError) return error.message;
  if (error instanceof StoppedError) return `stopped before it was finished. ${MAY_BE_DONE}`;
  if (error instanceof UnknownOutcomeError) return `${error.message} ${MAY_BE_DONE}`;
  const { code, message } = (
    error instanceof OutageError ? error.cause : error
  ) as Partial<NodeJS.ErrnoException>;
  if (code === 'EADDRINUSE')
    return `port ${port} on ${host} is in use; stop the program that uses it, or set PORT.`;
  if (code === 'EACCES')
    return `this user has no permission to listen on port ${port} of ${host}; set PORT above 1023.`;
  if (code === 'ECONNREFUSED' || code === 'ENOTFOUND')
    return `no Postgres answers at DATABASE_URL (${code}).`;
  // Migrations throw the error of Postgres; for other work a wait for a lock is an outage.
  if (code === LOCK_NOT_AVAILABLE && !(error instanceof OutageError))
    return 'the migration waited 5 s for a table that another transaction has locked. Nothing was changed; end that transaction, and start again.';
  return `${message ?? 'unknown error'}${code === undefined ? '' : ` (${code})`}`;
};

const MAY_BE_DONE =
  'The last step may have been completed. It is safe to run the same command again, except for keys add: check with npm run keys -- list whether the key was created, and revoke it in that case, because its text is lost.';
