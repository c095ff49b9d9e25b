import type { Logger } from 'pino';

import type { Config } from '../../config/config.ts';

import type { Budgets } from '../../http/cost/makeBudgets.ts';

import { recordDemo } from '../../demo/recordDemo.ts';

import { maintainDatabase } from '../../domain/maintainDatabase.ts';
import type { Expiries } from '../../domain/maintainDatabase.ts';

import { checkDatabase } from '../../db/checkDatabase.ts';
import { openDatabase } from '../../db/client.ts';
import type { Database } from '../../db/client.ts';
import { isMigrated } from '../../db/migrate.ts';
import { checkLogins } from '../../db/roles/checkLogins.ts';

import { makeKey } from '../../model/access/apiKey.ts';
import type { ApiKey } from '../../model/access/apiKey.ts';

import { expiriesAt } from '../expiriesAt.ts';
import { refuseSharedSessions, StartError } from '../openPostgres.ts';
import { chooseLogins } from './chooseLogins.ts';
import { describeAccess } from './makeAccess.ts';
import { makeRulesFor } from './makeRules.ts';
import { repeatMaintenance } from './repeatMaintenance.ts';
import { startBudgets } from './startBudgets.ts';
import type { Workers } from './workers/forkWorkers.ts';
import { databaseSettings, poolSizes, PRIMARY_SIZES } from './workers/poolSizes.ts';

type Serving = {
  readonly config: Config;
  /** Whether to record the events of the demo first. */
  readonly isDemo: boolean;
  /** The login of the owner of the tables; null when the settings have only those of reader and writer. */
  readonly ownerUrl: string | null;
  /** The processes that serve; null if this process does. */
  readonly workers: Workers | null;
  readonly countPostgresRestarts: () => number;
  readonly logger: Logger;
  /** The functions that stop what was started are added here. */
  readonly undo: (() => Promise<void>)[];
};

/** Where the API is, the notice for the terminal about who has access, and the key with which this process imports into itself. */
export type Served = { readonly address: string; readonly notice: string; readonly ownKey: string | null };

/** Migrates the database and serves the API on it. */
export const serveDatabase = async ({ ownerUrl, workers, undo, ...serving }: Serving): Promise<Served> => {
  const { config, logger } = serving;
  logger.info('Preparing the database: migrations and roles.');
  const { readerUrl, writerUrl } = config;
  if (readerUrl !== null && writerUrl !== null)
    await refuseSharedSessions({ DATABASE_READER_URL: readerUrl, DATABASE_WRITER_URL: writerUrl });
  const { logins, warning } = await chooseLogins(config, ownerUrl);
  if (warning !== null) logger.warn(warning);
  const database = openDatabase({
    logins,
    ...(workers === null ? poolSizes(1) : PRIMARY_SIZES),
    ...databaseSettings(config),
  });
  undo.push(database.close);
  await check(database, config, logger);
  if (ownerUrl !== null) {
    undo.push(maintain({ database, ownerUrl }, () => expiriesAt(config, Date.now()), logger));
  }
  if (serving.isDemo) {
    logger.info('Recording the events of the demo.');
    await recordDemo(database, makeRulesFor(config)());
  }
  const notice = await describeAccess(config, database);
  const own =
    config.access === 'GUARDED'
      ? makeKey({ name: 'import at start', scopes: ['events:write'], lifetimeMs: null }, Date.now())
      : null;
  const ownKey = own?.key ?? null;
  const { budgets, close: closeBudgets } = startBudgets(config, database);
  undo.push(closeBudgets);
  if (workers !== null) undo.push(workers.stop);
  const address =
    workers === null
      ? await serveHere(database, { ...serving, ownKey, undo, budgets })
      : await workers.serve({ config, logins, ownKey }, budgets);
  return { address, notice, ownKey: own?.text ?? null };
};

type ServingHere = Pick<Serving, 'config' | 'countPostgresRestarts' | 'logger' | 'undo'> & {
  readonly ownKey: ApiKey | null;
  readonly budgets: Budgets | null;
};

const serveHere = async (
  database: Database,
  { config, countPostgresRestarts, logger, ownKey, budgets, undo }: ServingHere,
): Promise<string> => {
  // A primary process does not need this code.
  const { serveApi } = await import('./serveApi.ts');
  const countRestarts = () => ({ postgres: countPostgresRestarts(), worker: 0 });
  const { address, close } = await serveApi({ config, database, ownKey, budgets, countRestarts, logger });
  undo.push(close);
  return address;
};

const check = async (database: Database, config: Config, logger: Logger): Promise<void> => {
  const unfit = config.readerUrl === null ? [] : await checkLogins(database);
  if (unfit.length > 0) throw new StartError(unfit.join(' '));
  if (!(await isMigrated(database))) throw new StartError(OLD);
  const { problems, warnings } = await checkDatabase(database, config);
  for (const warning of warnings) logger.warn(warning);
  if (problems.length > 0) throw new StartError(problems.join(' '));
};

const OLD =
  'the tables are of an older version, and this server cannot migrate them without DATABASE_URL; migrate as their owner: DATABASE_URL=… npm run maintain.';

/**
 * Maintains the database regularly; returns a function that stops it. It works as the owner, since no other role may detach a partition, on
 * connections that no request uses and that are closed after each run.
 */
const maintain = (
  { database, ownerUrl }: { readonly database: Database; readonly ownerUrl: string },
  getExpiries: () => Expiries,
  logger: Logger,
): (() => Promise<void>) =>
  repeatMaintenance({
    run: async () => {
      // One connection for the lock, two for a host's sessions.
      const owner = openDatabase({
        url: ownerUrl,
        readConnections: 1,
        writeConnections: 3,
        deadlineMs: PRIMARY_SIZES.deadlineMs,
      });
      try {
        const dropped = await maintainDatabase({ ...database, writePool: owner.writePool }, getExpiries());
        const { partitions, disconnects, auditEntries } = dropped;
        if (partitions.length + disconnects + auditEntries > 0) logger.info(dropped, 'Retention.');
      } finally {
        await owner.close();
      }
    },
    onFailure: (error, retryMs) =>
      logger.warn(
        { err: error },
        `Maintenance failed; it is retried in ${Math.round(retryMs / 60_000)} min.`,
      ),
  });
