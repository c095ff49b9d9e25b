import pg from 'pg';

import { NO_ALIASES } from '../model/domainAliases.ts';
import type { DomainAliases } from '../model/domainAliases.ts';
import type { IngestCounts } from '../model/ingestCounts.ts';

import { makeApplySettings } from './applySettings.ts';
import type { ConnectionSettings } from './applySettings.ts';
import { openPool } from './openPool.ts';
import type { BoundedPool } from './openPool.ts';
import { makePartitions } from './partitions.ts';
import type { Partitions } from './partitions.ts';
import { primaryUrl } from './replica/primaryUrl.ts';
import { watchReplica } from './replica/watchReplica.ts';
import type { Replica } from './replica/watchReplica.ts';

/** How a pool connects. */
export type DatabaseLogin = {
  readonly url: string;
  /** The role that its connections use, for a login with more privileges; null for the role of the login itself. */
  readonly role: string | null;
};

export type DatabaseOptions = DatabaseSizes & (OneLogin | { readonly logins: DatabaseLogins });

/** One login, of the owner, for everything. */
type OneLogin = { readonly url: string };

type DatabaseSizes = {
  /** The numbers of connections for reads and for writes. They are separate so that a slow query does not delay ingest. */
  readonly readConnections: number;
  readonly writeConnections: number;
  /** The maximum duration of all reads of one request. Postgres enforces it, too. */
  readonly deadlineMs: number;
  /** The maximum duration of one write including waits. Postgres enforces it, too. Null for the writes of a command, which are not limited. */
  readonly writeDeadlineMs?: number | null;
  /** The longest silence of a host, in microseconds, after which it still counts as running; see SILENCE. The default is a day. */
  readonly silenceUs?: number;
  /** The domains that have several names; see DOMAIN_ALIASES. */
  readonly aliases?: DomainAliases;
  /** The maximum wait of a statement for a free connection, and of a new connection for Postgres; the default is five seconds each. */
  readonly maxWaitMs?: number;
  /** The maximum wait of a write for a lock; the default is 30 seconds. */
  readonly lockTimeoutMs?: number;
  /** When Postgres confirms a commit of ingest: once it is on disk, or once a synchronous standby has applied it, too. */
  readonly synchronousCommit?: 'on' | 'remote_apply';
  /** Reads go to the primary while a replica has more lag; see MAX_REPLICA_LAG. The default is 30 seconds. */
  readonly maxReplicaLagMs?: number;
};

/** The logins for reads and for writes. They have only the privileges that a server needs, because clients on the network reach it. */
export type DatabaseLogins = { readonly reader: DatabaseLogin; readonly writer: DatabaseLogin };

const SILENCE_US = 86_400_000_000;
const MAX_WAIT_MS = 5000;
const LOCK_TIMEOUT_MS = 30_000;
const MAX_REPLICA_LAG_MS = 30_000;
const GRACE_MS = 2000;
const KEYS_TIMEOUT_MS = 3000;
/** Four statements for each of the 64 concurrent requests. Ten connections run them within the deadline if each takes 0.4 s. */
const MAX_WAITING_READS = 256;
/** Together with the writes that run, they leave 26 of the 64 request slots to reads, regardless of the number of shippers. */
const MAX_WAITING_WRITES = 32;
const MAX_WAITING_FOR_KEYS = 32;

/** The pools of the open database and its known partitions. */
export type Database = {
  readonly readPool: BoundedPool;
  readonly writePool: BoundedPool;
  /** One connection for API keys, so that callers can be authenticated while the other pools are busy. */
  readonly keyPool: BoundedPool;
  /** The server of the read pool; null if it is that of the other pools. */
  readonly replica: Replica | null;
  readonly partitions: Partitions;
  /** Callbacks that receive durations and counts, but no values of events. */
  readonly observers: Set<DatabaseObserver>;
  readonly deadlineMs: number;
  readonly writeDeadlineMs: number | null;
  readonly silenceUs: number;
  readonly aliases: DomainAliases;
  readonly close: () => Promise<void>;
};

export type DatabaseObserver = {
  readonly onStitched: (durationMs: number) => void;
  /** Requests that shared a transaction, which failed, are stored again, each alone. */
  readonly onGroupSplit: () => void;
  readonly onIngested: (counts: IngestCounts) => void;
};

/** Opens the pools. They connect on first use. */
export const openDatabase = ({
  readConnections,
  writeConnections,
  deadlineMs,
  writeDeadlineMs = null,
  silenceUs = SILENCE_US,
  aliases = NO_ALIASES,
  maxWaitMs = MAX_WAIT_MS,
  lockTimeoutMs = LOCK_TIMEOUT_MS,
  synchronousCommit = 'on',
  maxReplicaLagMs = MAX_REPLICA_LAG_MS,
  ...who
}: DatabaseOptions): Database => {
  const { reader, writer } = 'logins' in who ? who.logins : asOne({ url: who.url, role: null });
  const base = {
    application_name: 'sessionscope',
    connectionTimeoutMillis: maxWaitMs,
    maxWaitMs,
    // A connection to a machine that disappeared is detected after twenty seconds.
    keepAlive: true,
    keepAliveInitialDelayMillis: 10_000,
    types: TEXT_TIMES,
  };
  const reading = {
    ...base,
    max: readConnections,
    maxWaiting: MAX_WAITING_READS,
    onConnect: settle(reader, { ...READ_ONLY, statement_timeout: deadlineMs }),
    // A Postgres that hangs does not enforce its own timeout.
    query_timeout: deadlineMs + GRACE_MS,
  };
  const readPool = openPool({ ...reading, connectionString: reader.url });
  const writePool = openPool({
    ...base,
    connectionString: writer.url,
    max: writeConnections,
    maxWaiting: MAX_WAITING_WRITES,
    // A connection that is destroyed at its deadline releases its locks.
    onConnect: settle(
      writer,
      {
        synchronous_commit: synchronousCommit,
        lock_timeout: lockTimeoutMs,
        ...(writeDeadlineMs !== null && { statement_timeout: writeDeadlineMs }),
      },
      SEQUENTIAL_WRITES,
    ),
  });
  const keyPool = openPool({
    ...base,
    connectionString: writer.url,
    max: 1,
    maxWaiting: MAX_WAITING_FOR_KEYS,
    query_timeout: KEYS_TIMEOUT_MS + GRACE_MS,
    onConnect: settle(writer, { statement_timeout: KEYS_TIMEOUT_MS }),
  });
  const primaryReaderUrl = primaryUrl(reader.url, writer.url);
  const primaryPool =
    primaryReaderUrl === null ? null : openPool({ ...reading, connectionString: primaryReaderUrl });
  const probePool =
    primaryPool === null
      ? null
      : openPool({
          ...base,
          connectionString: reader.url,
          max: 1,
          maxWaiting: 0,
          connectionTimeoutMillis: KEYS_TIMEOUT_MS,
          query_timeout: KEYS_TIMEOUT_MS,
          onConnect: settle(reader, READ_ONLY),
        });
  // If a connection breaks, its statement fails; an idle connection is replaced at the next statement, which reports the outage if there is
  // one. Without a listener, these events would end the process: the pool only listens to its idle connections.
  for (const pool of [readPool, writePool, keyPool, primaryPool, probePool]) {
    if (pool === null) continue;
    pool.on('error', () => undefined);
    pool.on('connect', (client) => void client.on('error', () => undefined));
  }
  const replica =
    primaryPool === null || probePool === null
      ? null
      : watchReplica({ primaryPool, probePool, keyPool, maxLagMs: maxReplicaLagMs });
  return {
    readPool,
    writePool,
    keyPool,
    replica,
    partitions: makePartitions(writePool, writeDeadlineMs),
    observers: new Set(),
    deadlineMs,
    writeDeadlineMs,
    silenceUs,
    aliases,
    close: async () => {
      await replica?.close();
      await Promise.all([readPool.end(), writePool.end(), keyPool.end()]);
    },
  };
};

/**
 * Settings of every connection: an acknowledged event is on disk. The estimates for reads by key over many partitions are high enough for just-in-time
 * compilation, which so few rows do not repay.
 */
const COMMON = { timezone: 'UTC', synchronous_commit: 'on', datestyle: 'ISO', jit: 'off' };
const READ_ONLY = { default_transaction_read_only: 'on' };

/** Citus refuses to write to a reference table in a transaction that has used several connections to a node before. */
const SEQUENTIAL_WRITES = { 'citus.multi_shard_modify_mode': 'sequential' };

const settle = (
  { role }: DatabaseLogin,
  own: ConnectionSettings['values'],
  onCitus: ConnectionSettings['values'] = {},
) => makeApplySettings({ role, values: { ...COMMON, ...own }, onCitus });

const asOne = (login: DatabaseLogin): DatabaseLogins => ({ reader: login, writer: login });

/** timestamptz stays text: a JS Date would drop the microseconds. */
const TEXT_TIMES: pg.CustomTypesConfig = {
  getTypeParser: (type: number, format?: 'text' | 'binary'): unknown =>
    type === pg.types.builtins.TIMESTAMPTZ ? String : pg.types.getTypeParser(type, format),
};
