import pg from 'pg';

import type { IngestCounts } from '../model/ingestCounts.ts';

import { openPool } from './openPool.ts';
import type { BoundedPool } from './openPool.ts';
import { makePartitions } from './partitions.ts';
import type { Partitions } from './partitions.ts';

/** How a pool connects. */
export type DatabaseLogin = {
  readonly url: string;
  /** The role that its connections take on, for a login that may do more; null keeps the login's own. */
  readonly role: string | null;
};

export type DatabaseOptions = DatabaseSizes & (OneLogin | { readonly logins: DatabaseLogins });

/** One login for everything, the owner's. */
type OneLogin = { readonly url: string };

type DatabaseSizes = {
  /** Connections for reads and, apart from them, for writes: a slow question must not hold up ingest. */
  readonly readConnections: number;
  readonly writeConnections: number;
  /** The longest that the reads of one request may take, in Postgres itself. */
  readonly deadlineMs: number;
  /** The longest that one write may take, waits included, and in Postgres itself; null for writes that may take any time: a command's. */
  readonly writeDeadlineMs?: number | null;
  /** The longest that a statement waits for a free connection; the default is five seconds. */
  readonly maxWaitMs?: number;
  /** The longest that a write waits for a lock; the default is 30 seconds. */
  readonly lockTimeoutMs?: number;
};

/** Who reads and who writes: what the network reaches should be able to do no more than its work. */
export type DatabaseLogins = { readonly reader: DatabaseLogin; readonly writer: DatabaseLogin };

const CONNECT_TIMEOUT_MS = 5000;
const MAX_WAIT_MS = 5000;
const LOCK_TIMEOUT_MS = 30_000;
const GRACE_MS = 2000;
const KEYS_TIMEOUT_MS = 3000;
/** Four statements for each of the 64 requests in hand. Ten connections answer them within the deadline when each takes 0.4 s. */
const MAX_WAITING_READS = 256;
/** With those that write they leave reads 26 of the 64 places, however many shippers there are. */
const MAX_WAITING_WRITES = 32;
const MAX_WAITING_FOR_KEYS = 32;

/** The open database: its pools and what is known of the partitions. */
export type Database = {
  readonly readPool: BoundedPool;
  readonly writePool: BoundedPool;
  /** One connection for API keys: who may come in is known however busy the others are. */
  readonly keyPool: BoundedPool;
  readonly partitions: Partitions;
  /** Who wants to know how long things took; told of figures, and of no event's values. */
  readonly observers: Set<DatabaseObserver>;
  readonly deadlineMs: number;
  readonly writeDeadlineMs: number | null;
  readonly close: () => Promise<void>;
};

export type DatabaseObserver = {
  readonly onStitched: (durationMs: number) => void;
  readonly onIngested: (counts: IngestCounts) => void;
};

/** Opens the pools; connects on first use. */
export const openDatabase = ({
  readConnections,
  writeConnections,
  deadlineMs,
  writeDeadlineMs = null,
  maxWaitMs = MAX_WAIT_MS,
  lockTimeoutMs = LOCK_TIMEOUT_MS,
  ...who
}: DatabaseOptions): Database => {
  const { reader, writer } = 'logins' in who ? who.logins : asOne({ url: who.url, role: null });
  // The last word in `options` wins, also over a role's own settings: an acknowledged event is on disk.
  const settings = '-c timezone=UTC -c synchronous_commit=on -c datestyle=ISO';
  const base = {
    application_name: 'sessionscope',
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
    maxWaitMs,
    // A machine that vanished without a word is noticed after twenty seconds, rather than never.
    keepAlive: true,
    keepAliveInitialDelayMillis: 10_000,
    types: TEXT_TIMES,
  };
  const readPool = openPool({
    ...base,
    connectionString: reader.url,
    max: readConnections,
    maxWaiting: MAX_WAITING_READS,
    onConnect: noticeHangUp,
    // A Postgres that hangs cannot keep its own deadline.
    query_timeout: deadlineMs + GRACE_MS,
    options: `${settings}${asRole(reader)} -c statement_timeout=${deadlineMs} -c default_transaction_read_only=on`,
  });
  const writePool = openPool({
    ...base,
    connectionString: writer.url,
    max: writeConnections,
    maxWaiting: MAX_WAITING_WRITES,
    // A connection that was destroyed at its deadline lets go of its locks.
    onConnect: noticeHangUp,
    options: `${settings}${asRole(writer)} -c lock_timeout=${lockTimeoutMs}${writeDeadlineMs === null ? '' : ` -c statement_timeout=${writeDeadlineMs}`}`,
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
    partitions: makePartitions(writePool, writeDeadlineMs),
    observers: new Set(),
    deadlineMs,
    writeDeadlineMs,
    close: async () => {
      await Promise.all([readPool.end(), writePool.end(), keyPool.end()]);
    },
  };
};

const asOne = (login: DatabaseLogin): DatabaseLogins => ({ reader: login, writer: login });

const asRole = ({ role }: DatabaseLogin): string => (role === null ? '' : ` -c role=${role}`);

/**
 * Lets Postgres notice that a connection was closed while a statement runs, and end it. Not among the options of the connection: a Postgres on
 * Windows, which cannot see that a socket was closed, would refuse it.
 */
const noticeHangUp = (client: pg.ClientBase): unknown =>
  // The pool waits for the promise, which its types do not know of, and has no timeout for it.
  client.query(SET_CHECK_INTERVAL).catch(() => undefined);

/** pg has a timeout for each statement, which its types do not know of. */
const SET_CHECK_INTERVAL: pg.QueryConfig & { readonly query_timeout: number } = {
  text: 'set client_connection_check_interval = 500',
  query_timeout: CONNECT_TIMEOUT_MS,
};

/** timestamptz stays text: a JS Date would drop the microseconds. */
const TEXT_TIMES: pg.CustomTypesConfig = {
  getTypeParser: (type: number, format?: 'text' | 'binary'): unknown =>
    type === pg.types.builtins.TIMESTAMPTZ ? String : pg.types.getTypeParser(type, format),
};
