import type { SQLWrapper } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/node-postgres';
import type { NodePgDatabase } from 'drizzle-orm/node-postgres';
import { PgDialect } from 'drizzle-orm/pg-core';
import pg from 'pg';

import { openPool } from './openPool.ts';
import type { BoundedPool } from './openPool.ts';
import { asDatabaseError, DeadlineError, OutageError } from './errors.ts';
import { makePartitions } from './partitions.ts';
import type { Partitions } from './partitions.ts';
import { readEach } from './readEach.ts';

/** How a pool connects. */
export type Login = {
  readonly url: string;
  /** The role that its connections take on, for a login that may do more; null keeps the login's own. */
  readonly role: string | null;
};

export type DatabaseOptions = DatabaseSizes & (OneLogin | { readonly logins: Logins });

/** One login for everything, the owner's. */
type OneLogin = { readonly url: string };

type DatabaseSizes = {
  /** Connections for reads and, apart from them, for writes: a slow question must not hold up ingest. */
  readonly readers: number;
  readonly writers: number;
  /** The longest that the reads of one request may take, in Postgres itself. */
  readonly deadlineMs: number;
};

/** Who reads and who writes: what the network reaches should be able to do no more than its work. */
export type Logins = { readonly reader: Login; readonly writer: Login };

const GRACE_MS = 2000;
const KEYS_TIMEOUT_MS = 3000;
/** Four statements for each of the 64 requests in hand. Ten connections answer them within the deadline when each takes 0.4 s. */
const MAX_WAITING_READS = 256;
/** With those that write they leave reads 26 of the 64 places, however many shippers there are. */
const MAX_WAITING_WRITES = 32;
const MAX_WAITING_FOR_KEYS = 32;
/** So much later than its request a statement may begin and still keep the whole deadline, which saves a way there and back. */
const SLACK_MS = 250;

/** The open database: its pools and what is known of the partitions. */
export type Database = {
  readonly readPool: BoundedPool;
  readonly writePool: BoundedPool;
  /** One connection for API keys: who may come in is known however busy the others are. */
  readonly keyPool: BoundedPool;
  readonly partitions: Partitions;
  readonly deadlineMs: number;
  readonly close: () => Promise<void>;
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
export const openDatabase = ({ readers, writers, deadlineMs, ...who }: DatabaseOptions): Database => {
  const { reader, writer } = 'logins' in who ? who.logins : asOne({ url: who.url, role: null });
  // The last word in `options` wins, also over a role's own settings: an acknowledged event is on disk.
  const settings = '-c timezone=UTC -c synchronous_commit=on -c datestyle=ISO';
  const base = {
    application_name: 'sessionscope',
    connectionTimeoutMillis: 5000,
    // A machine that vanished without a word is noticed after twenty seconds, rather than never.
    keepAlive: true,
    keepAliveInitialDelayMillis: 10_000,
    types: TEXT_TIMES,
  };
  const readPool = openPool({
    ...base,
    connectionString: reader.url,
    max: readers,
    maxWaiting: MAX_WAITING_READS,
    onConnect: watchReader,
    // A Postgres that hangs cannot keep its own deadline.
    query_timeout: deadlineMs + GRACE_MS,
    options: `${settings}${asRole(reader)} -c statement_timeout=${deadlineMs} -c default_transaction_read_only=on`,
  });
  const writePool = openPool({
    ...base,
    connectionString: writer.url,
    max: writers,
    maxWaiting: MAX_WAITING_WRITES,
    options: `${settings}${asRole(writer)} -c lock_timeout=30000`,
  });
  const keyPool = openPool({
    ...base,
    connectionString: writer.url,
    max: 1,
    maxWaiting: MAX_WAITING_FOR_KEYS,
    query_timeout: KEYS_TIMEOUT_MS + GRACE_MS,
    options: `${settings}${asRole(writer)} -c statement_timeout=${KEYS_TIMEOUT_MS}`,
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
    deadlineMs,
    close: async () => {
      await Promise.all([readPool.end(), writePool.end(), keyPool.end()]);
    },
  };
};

const asOne = (login: Login): Logins => ({ reader: login, writer: login });

const asRole = ({ role }: Login): string => (role === null ? '' : ` -c role=${role}`);

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

/** What is known of the request that reads: a signal that aborts when the reader hung up, and how long ago it came. */
export type Asked = { readonly signal?: AbortSignal | undefined; readonly elapsedMs?: number };

/**
 * Makes the reader of one request. Its statements share one deadline, waiting for a connection included. When `signal` aborts, because the
 * reader hung up, the connection is destroyed and Postgres stops the statement within `client_connection_check_interval` (0.4 s measured).
 */
export const makeReader = (
  { readPool, partitions, deadlineMs }: Database,
  { signal, elapsedMs = 0 }: Asked = {},
): Reader => {
  const endMs = performance.now() + deadlineMs - elapsedMs;
  const loan = { signal, endMs, deadlineMs };
  const query = async (config: pg.QueryConfig, values?: unknown[]): Promise<pg.QueryResult> =>
    config.name === undefined
      ? lendUntilAborted(readPool, {
          ...loan,
          afterFailure: 'KEEP',
          work: async (client) => client.query(config, values),
        })
      : lendUntilAborted(readPool, {
          ...loan,
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
      ...loan,
      // It is in the middle of a transaction.
      afterFailure: 'DESTROY',
      work: async (client) => readEach(client, { text: sql, values: params, endMs }, onRow),
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

type Loan<Result> = Clock & {
  /** Whether the next reader may have the connection after the work failed. */
  readonly afterFailure: 'KEEP' | 'DESTROY';
  readonly work: (client: pg.PoolClient) => Promise<Result>;
};

type Clock = {
  readonly signal: AbortSignal | undefined;
  /** When the request's time is over, and how much it had. */
  readonly endMs: number;
  readonly deadlineMs: number;
};

const lendUntilAborted = async <Result>(
  pool: BoundedPool,
  { afterFailure, work, ...clock }: Loan<Result>,
): Promise<Result> => {
  const { signal } = clock;
  const client = await connect(pool, clock);
  let released = false;
  const release = (destroy: boolean): void => {
    if (released) return;
    released = true;
    client.release(destroy);
  };
  const onAbort = (): void => release(true);
  signal?.addEventListener('abort', onAbort, { once: true });
  try {
    await setTimeLeft(client, clock);
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
const connect = async (pool: BoundedPool, { signal, endMs }: Clock): Promise<pg.PoolClient> => {
  checkReader(signal);
  const client = await pool.lend({ signal, waitMs: leftOf(endMs) }).catch((error: unknown) => {
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

/** What connections have as their statement_timeout, where it is not the whole deadline. */
const timeouts = new WeakMap<pg.PoolClient, number>();

/** Gives the next statement of a connection what is left of its request's time. */
const setTimeLeft = async (client: pg.PoolClient, { endMs, deadlineMs }: Clock): Promise<void> => {
  const leftMs = leftOf(endMs);
  const timeoutMs = leftMs > deadlineMs - SLACK_MS ? deadlineMs : leftMs;
  if (timeoutMs === (timeouts.get(client) ?? deadlineMs)) return;
  await client.query(`set statement_timeout = ${timeoutMs}`);
  timeouts.set(client, timeoutMs);
};

/** @throws DeadlineError when nothing is left. */
const leftOf = (endMs: number): number => {
  const leftMs = Math.floor(endMs - performance.now());
  if (leftMs < 1) throw new DeadlineError(new Error('The time of the request is over.'));
  return leftMs;
};

const checkReader = (signal: AbortSignal | undefined): void => {
  if (signal?.aborted === true) throw new DeadlineError(signal.reason);
};
