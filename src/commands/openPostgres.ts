import type { Config } from '../config/config.ts';

import { createDatabase } from '../db/createDatabase.ts';
import { EmbeddedError } from '../db/embedded/EmbeddedError.ts';
import { OutageError, UnknownOutcomeError } from '../db/errors.ts';
import type { EmbeddedPostgres } from '../db/embedded/startEmbedded.ts';

import { StoppedError } from './untilStopped.ts';

type Opening = {
  readonly isDemo: boolean;
  /** Gives the embedded Postgres, when the user has none. */
  readonly startOwn: () => Promise<EmbeddedPostgres>;
  /** Gets what stops it. */
  readonly undo: (() => Promise<void>)[];
};

/**
 * The URL of the user's Postgres, or of the embedded one; the demo has a database of its own and never mixes with evidence.
 *
 * @throws StartError, EmbeddedError
 */
export const openPostgres = async (
  { databaseUrl, readerUrl }: Config,
  { isDemo, startOwn, undo }: Opening,
): Promise<string> => {
  if (databaseUrl !== null) {
    if (isDemo) throw new StartError('the demo runs on the embedded Postgres; unset DATABASE_URL.');
    return databaseUrl;
  }
  if (readerUrl !== null) {
    throw new StartError(
      isDemo
        ? 'the demo runs on the embedded Postgres; unset DATABASE_READER_URL and DATABASE_WRITER_URL.'
        : 'this is work for the owner of the tables; set DATABASE_URL to its login.',
    );
  }
  const embedded = await startOwn();
  undo.push(embedded.stop);
  return createDatabase(embedded.url, isDemo ? 'sessionscope_demo' : 'sessionscope');
};

/** Something the user can put right. */
export class StartError extends Error {}

/** SQLSTATE. */
const LOCK_NOT_AVAILABLE = '55P03';

/** Says to the person at the terminal why a start or a command failed. */
export const explainStartError = (error: unknown, { host, port }: Config): string => {
  if (error instanceof StartError || error instanceof EmbeddedError) return error.message;
  if (error instanceof StoppedError) return `stopped before the end. ${MAY_BE_DONE}`;
  if (error instanceof UnknownOutcomeError) return `${error.message} ${MAY_BE_DONE}`;
  const { code, message } = (
    error instanceof OutageError ? error.cause : error
  ) as Partial<NodeJS.ErrnoException>;
  if (code === 'EADDRINUSE') return `port ${port} on ${host} is taken; stop what uses it or set PORT.`;
  if (code === 'EACCES') return `port ${port} on ${host} needs more rights; set PORT above 1023.`;
  if (code === 'ECONNREFUSED' || code === 'ENOTFOUND')
    return `no Postgres answers at DATABASE_URL (${code}).`;
  // Migrations throw what Postgres says; waits of other work are outages.
  if (code === LOCK_NOT_AVAILABLE && !(error instanceof OutageError))
    return 'bringing the database up to date waited 5 s for a table that another transaction holds. Nothing was changed; end that one, and start again.';
  return `${message ?? 'unknown error'}${code === undefined ? '' : ` (${code})`}`;
};

const MAY_BE_DONE =
  'The last step may have been done. The same command may be run again, but for keys add: npm run keys -- list shows whether the key was made; revoke it then, since nobody has its text.';
