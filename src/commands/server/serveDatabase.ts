import type { Logger } from 'pino';

import type { Config } from '../../config/config.ts';

import { makeServer } from '../../http/server.ts';

import { recordDemo } from '../../demo/recordDemo.ts';

import { maintainDatabase } from '../../domain/maintainDatabase.ts';
import type { Expiries } from '../../domain/maintainDatabase.ts';

import { checkDatabase } from '../../db/checkDatabase.ts';
import { openDatabase } from '../../db/client.ts';
import type { Database } from '../../db/client.ts';
import { isMigrated } from '../../db/migrate.ts';
import { checkLogins } from '../../db/roles/checkLogins.ts';

import type { InputRules } from '../../model/readField.ts';
import { formatTime } from '../../model/values/time.ts';

import { expiriesAt } from '../expiriesAt.ts';
import { StartError } from '../openPostgres.ts';
import { chooseLogins } from './chooseLogins.ts';
import { makeAccess } from './makeAccess.ts';
import { repeatMaintenance } from './repeatMaintenance.ts';

const READ_CONNECTIONS = 10;
const WRITE_CONNECTIONS = 6;
const DEADLINE_MS = 10_000;
const WRITE_DEADLINE_MS = 10_000;

type Serving = {
  readonly config: Config;
  /** Whether to record the events of the demo first. */
  readonly isDemo: boolean;
  /** The login of the owner of the tables; null when the settings have only those of reader and writer. */
  readonly ownerUrl: string | null;
  readonly countRestarts: () => number;
  readonly logger: Logger;
  /** The functions that stop what was started are added here. */
  readonly undo: (() => Promise<void>)[];
};

/** Where the API is, the notice for the terminal about who has access, and the key with which this process imports into itself. */
export type Served = { readonly address: string; readonly notice: string; readonly ownKey: string | null };

/** Migrates the database and serves the API on it. */
export const serveDatabase = async ({
  config,
  isDemo,
  ownerUrl,
  countRestarts,
  logger,
  undo,
}: Serving): Promise<Served> => {
  logger.info('Preparing the database: migrations and roles.');
  const { logins, warning } = await chooseLogins(config, ownerUrl);
  if (warning !== null) logger.warn(warning);
  const sizes = {
    readConnections: READ_CONNECTIONS,
    writeConnections: WRITE_CONNECTIONS,
    deadlineMs: DEADLINE_MS,
    writeDeadlineMs: WRITE_DEADLINE_MS,
  };
  const database = openDatabase({ logins, ...sizes, silenceUs: config.silenceUs, aliases: config.aliases });
  undo.push(database.close);
  await check(database, config, logger);
  const makeRules = (): InputRules => rulesAt(config, Date.now());
  if (ownerUrl !== null) {
    undo.push(maintain({ database, ownerUrl }, () => expiriesAt(config, Date.now()), logger));
  }
  if (isDemo) {
    logger.info('Recording the events of the demo.');
    await recordDemo(database, makeRules());
  }
  const { access, notice, ownKey } = await makeAccess(config, database);
  const server = await makeServer({
    access,
    serverContext: { database, makeRules },
    introspection: config.introspection,
    limits: config.limits,
    corsOrigins: config.corsOrigins,
    tlsFiles: config.tlsFiles,
    countRestarts,
    logger,
  });
  undo.push(server.close);
  const address = await server.listen(config);
  return { address, notice, ownKey };
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

/** The bounds for the time of events, as of now; retention advances the lower bound. */
const rulesAt = (config: Config, nowMs: number): InputRules => {
  const { events: expiry } = expiriesAt(config, nowMs);
  return {
    timeBounds: {
      earliest: expiry !== null && expiry > config.earliest ? expiry : config.earliest,
      latest: formatTime(nowMs + config.maxFutureMs),
    },
    hostnames: config.hostnames,
  };
};

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
        deadlineMs: DEADLINE_MS,
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
