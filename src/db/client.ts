import type { SQLWrapper } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/node-postgres';
import type { NodePgDatabase } from 'drizzle-orm/node-postgres';
import { PgDialect } from 'drizzle-orm/pg-core';
import pg from 'pg';

import type { IngestCounts } from '../model/ingestCounts.ts';

import { asDatabaseError, DeadlineError, OutageError } from './errors.ts';
import { makePartitions } from './partitions.ts';
import type { Partitions } from './partitions.ts';
import { readEach } from './readEach.ts';

export type DatabaseOptions = {
  readonly url: string;
  /** Connections for reads and, apart from them, for writes: a slow question must not hold up ingest. */
  readonly readers: number;
  readonly writers: number;
  /** The longest that a read may take, in Postgres itself. */
  readonly deadlineMs: number;
};

const GRACE_MS = 2000;
const KEYS_TIMEOUT_MS = 3000;

/** The open database: its pools and what is known of the partitions. */
export type Database = {
  readonly readPool: pg.Pool;
  readonly writePool: pg.Pool;
  /** One connection for API keys: who may come in is known however busy the others are. */
  readonly keyPool: pg.Pool;
  readonly partitions: Partitions;
  /** Who wants to know how long things took; told of figures, and of no event's values. */
  readonly watchers: Set<Watcher>;
  readonly deadlineMs: number;
  readonly close: () => Promise<void>;
};

export type Watcher = {
  readonly onStitched: (durationMs: number) => void;
  readonly onIngested: (counts: IngestCounts) => void;
};

/** Reads of one request, through Drizzle; gives its connection up when the request is aborted. */
export type Reader = NodePgDatabase & {
  readonly partitions: Partitions;
  /**
   * Runs a select and gives the rows as pg does: for lists, since Drizzle takes 1.7 µs to map a row.
   *
   * With a name, which must always mean the same text, a connection plans it once and for any values: for reads by key over many
   * partitions, of which each takes 0.2 ms to plan.
   */
  readonly rows: <Row>(select: SQLWrapper, name?: string) => Promise<readonly Row[]>;
  /** Runs a select and gives its rows one by one, so that however many there are, few are in memory; all within the deadline. */
  readonly each: <Row>(select: SQLWrapper, onRow: (row: Row) => void) => Promise<void>;
};

const DIALECT = new PgDialect();

/** Opens the pools; connects on first use. */
export const openDatabase = ({ url, readers, writers, deadlineMs }: DatabaseOptions): Database => {
  // The last word in `options` wins, also over a role's own settings: an acknowledged event is on disk.
  const settings = '-c timezone=UTC -c synchronous_commit=on -c datestyle=ISO';
  const base = {
    connectionString: url,
    application_name: 'sessionscope',
    connectionTimeoutMillis: 5000,
    // A machine that vanished without a word is noticed after twenty seconds, rather than never.
    keepAlive: true,
    keepAliveInitialDelayMillis: 10_000,
    types: TEXT_TIMES,
  };
  const readPool = new pg.Pool({
    ...base,
    max: readers,
    onConnect: watchReader,
    // A Postgres that hangs cannot keep its own deadline.
    query_timeout: deadlineMs + GRACE_MS,
    options: `${settings} -c statement_timeout=${deadlineMs} -c default_transaction_read_only=on`,
  });
  const writePool = new pg.Pool({
    ...base,
    max: writers,
    options: `${settings} -c lock_timeout=30000`,
  });
  const keyPool = new pg.Pool({
    ...base,
    max: 1,
    query_timeout: KEYS_TIMEOUT_MS + GRACE_MS,
    options: `${settings} -c statement_timeout=${KEYS_TIMEOUT_MS}`,
  });
  // A connection that breaks fails its statement, and an idle one is replaced at the next, which reports the outage if there is
  // one. Unheard, these events would end the process: the pool listens to its idle connections only.
  for (const pool of [readPool, writePool, keyPool]) {
    pool.on('error', () => undefined);
    pool.on('connect', (client) => void client.on('error', () => undefined));
  }
  return {
    readPool,
    writePool,
    keyPool,
    partitions: makePartitions(writePool),
    watchers: new Set(),
    deadlineMs,
    close: async () => {
      await Promise.all([readPool.end(), writePool.end(), keyPool.end()]);
    },
  };
};

/**
 * Lets Postgres notice that a reader hung up. Not among the options of the connection: a Postgres on Windows, which cannot see that a
 * socket was closed, would refuse it.
 */
const watchReader = (client: pg.ClientBase): unknown =>
  // The pool waits for the promise, which its types do not know of.
  client.query('set client_connection_check_interval = 500').catch(() => undefined);

/** timestamptz stays text: a JS Date would drop the microseconds. */
const TEXT_TIMES: pg.CustomTypesConfig = {
  getTypeParser: (type: number, format?: 'text' | 'binary'): unknown =>
    type === pg.types.builtins.TIMESTAMPTZ ? String : pg.types.getTypeParser(type, format),
};

/**
 * Makes the reader of one request. When `signal` aborts, because the reader hung up, the connection is destroyed and Postgres
 * stops the statement within `client_connection_check_interval` (0.4 s measured).
 */
export const makeReader = ({ readPool, partitions, deadlineMs }: Database, signal?: AbortSignal): Reader => {
  const query = async (config: pg.QueryConfig, values?: unknown[]): Promise<pg.QueryResult> =>
    config.name === undefined
      ? lendUntilAborted(readPool, {
          signal,
          afterFailure: 'KEEP',
          work: async (client) => client.query(config, values),
        })
      : lendUntilAborted(readPool, {
          signal,
          // It plans as for a name.
          afterFailure: 'DESTROY',
          work: async (client) => {
            await client.query('set plan_cache_mode = force_generic_plan');
            const result = await client.query(config, values);
            await client.query('reset plan_cache_mode');
            return result;
          },
        });
  const reader = drizzle({ client: { query } as unknown as pg.Pool });
  unwrapErrors(reader._.session);
  const rows: Reader['rows'] = async (select, name) => {
    const { sql, params } = DIALECT.sqlToQuery(select.getSQL());
    const { rows: found } = await query({ text: sql, ...(name !== undefined && { name }) }, params);
    return found as never[];
  };
  const each: Reader['each'] = async (select, onRow) => {
    const { sql, params } = DIALECT.sqlToQuery(select.getSQL());
    await lendUntilAborted(readPool, {
      signal,
      // It is in the middle of a transaction.
      afterFailure: 'DESTROY',
      work: async (client) => readEach(client, { text: sql, values: params, deadlineMs }, onRow),
    });
  };
  return Object.assign(reader, { partitions, rows, each });
};

/**
 * Drizzle puts what its client throws into an error of its own, whose message holds the statement and its parameters. Taken off
 * here, for every read: the door knows our errors, and the log gets no values.
 */
const unwrapErrors = (session: NodePgDatabase['_']['session']): void => {
  const prepare = session.prepareQuery.bind(session);
  session.prepareQuery = (...parameters) => {
    const prepared = prepare(...parameters);
    const execute = prepared.execute.bind(prepared);
    prepared.execute = async (...values) =>
      execute(...values).catch((error: unknown) => {
        throw asDatabaseError(error);
      });
    return prepared;
  };
};

type Loan<Result> = {
  readonly signal: AbortSignal | undefined;
  /** Whether the next reader may have the connection after the work failed. */
  readonly afterFailure: 'KEEP' | 'DESTROY';
  readonly work: (client: pg.PoolClient) => Promise<Result>;
};

const lendUntilAborted = async <Result>(
  pool: pg.Pool,
  { signal, afterFailure, work }: Loan<Result>,
): Promise<Result> => {
  const client = await connect(pool, signal);
  let released = false;
  const release = (destroy: boolean): void => {
    if (released) return;
    released = true;
    client.release(destroy);
  };
  const onAbort = (): void => release(true);
  signal?.addEventListener('abort', onAbort, { once: true });
  try {
    return await work(client);
  } catch (error) {
    checkReader(signal);
    const known = asDatabaseError(error);
    // The next reader must not get a connection that is on its way down.
    if (known instanceof OutageError || afterFailure === 'DESTROY') release(true);
    throw known;
  } finally {
    signal?.removeEventListener('abort', onAbort);
    release(false);
  }
};

/** Lends a connection, unless the reader hung up before, or while none was free. */
const connect = async (pool: pg.Pool, signal: AbortSignal | undefined): Promise<pg.PoolClient> => {
  checkReader(signal);
  const client = await pool.connect().catch((error: unknown) => {
    throw asDatabaseError(error);
  });
  try {
    checkReader(signal);
    return client;
  } catch (error) {
    client.release();
    throw error;
  }
};

const checkReader = (signal: AbortSignal | undefined): void => {
  if (signal?.aborted === true) throw new DeadlineError(signal.reason);
};
