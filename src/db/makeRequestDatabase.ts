import { sql } from 'drizzle-orm';
import type { SQLWrapper } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/node-postgres';
import type { NodePgDatabase } from 'drizzle-orm/node-postgres';
import type pg from 'pg';

import type { DomainAliases } from '../model/domainAliases.ts';
import type { Position } from '../model/position.ts';

import { isCitus } from './citus/isCitus.ts';
import type { Database } from './client.ts';
import { asDatabaseError, DeadlineError, OutageError } from './errors.ts';
import type { Partitions } from './partitions.ts';
import { readEach } from './readEach.ts';
import { makeReadRoute } from './replica/makeReadRoute.ts';
import type { ReadRoute } from './replica/makeReadRoute.ts';
import { literal, toStatement } from './statement.ts';
import type { Statement } from './statement.ts';

/** Runs the reads of one request through Drizzle. Releases the connection when the request is aborted. */
export type RequestDatabase = NodePgDatabase & {
  readonly partitions: Partitions;
  readonly silenceUs: number;
  readonly aliases: DomainAliases;
  /**
   * The loaders of batchReads by the function that reads. A WeakMap of databases would keep all that a request read until the next full garbage
   * collection, because its values refer to their keys.
   */
  readonly loaders: Map<unknown, unknown>;
  /**
   * Runs a select and returns the rows of pg. Use it for lists, because Drizzle takes 1.7 µs to map a row.
   *
   * With a name, a connection plans the statement once, for any values. A name must always mean the same text. Use it for reads by key: each
   * partition takes 0.2 ms to plan.
   */
  readonly rows: <Row>(
    select: SQLWrapper | Statement,
    name?: string,
    planning?: Planning,
  ) => Promise<readonly Row[]>;
  /**
   * Runs a select and passes its rows to `onRow` one by one, so that few are in memory, all within the deadline. Waits if `onRow` returns a
   * promise.
   */
  readonly each: <Row>(select: SQLWrapper, onRow: (row: Row) => unknown) => Promise<void>;
};

/**
 * How a named statement is planned. With ANY Postgres decides, which saves the round trip of a setting; for a table without partitions it soon
 * plans once.
 */
export type Planning = 'force_generic_plan' | 'ANY';

/** A statement that starts within this time after its request gets the whole deadline as its timeout, which saves a round trip. */
const SLACK_MS = 250;

/** The request that reads. */
export type RequestLifetime = {
  /** Aborts when its client disconnects. */
  readonly signal?: AbortSignal | undefined;
  /** The time since it arrived. */
  readonly elapsedMs?: number;
  /** What was committed before this position is read, also on a replica. */
  readonly position?: Position | null;
};

/**
 * Makes the database handle of one request. Its statements share one deadline, waiting for a connection included. When `signal` aborts, because the
 * client disconnected, the connection is destroyed and Postgres stops the statement within `client_connection_check_interval` (0.4 s measured).
 */
export const makeRequestDatabase = (
  database: Database,
  { signal, elapsedMs = 0, position = null }: RequestLifetime = {},
): RequestDatabase => {
  const { partitions, deadlineMs, silenceUs, aliases } = database;
  const route = makeReadRoute(database, position);
  const endMs = performance.now() + deadlineMs - elapsedMs;
  const clock = { signal, endMs, deadlineMs };
  const query = async (
    config: pg.QueryConfig,
    values?: unknown[],
    planning: PlanCacheMode = 'auto',
  ): Promise<pg.QueryResult> =>
    withConnectionOfRoute(route, {
      ...clock,
      planning,
      afterFailure: 'KEEP',
      isRepeatable: () => true,
      work: async (client) => client.query(config, values),
    });
  const db = drizzle({ client: { query } as unknown as pg.Pool });
  unwrapErrors(db._.session);
  const rows: RequestDatabase['rows'] = async (select, name, planning = 'force_generic_plan') => {
    const statement = 'text' in select ? select : toStatement(select.getSQL());
    const { rows: found } = await (name === undefined
      ? query(statement)
      : query({ ...statement, name }, undefined, planning));
    return found as never[];
  };
  const each: RequestDatabase['each'] = async (select, onRow) => {
    let isRowPassed = false;
    await withConnectionOfRoute(route, {
      ...clock,
      planning: 'auto',
      // The connection is in a transaction.
      afterFailure: 'DESTROY',
      isRepeatable: () => !isRowPassed,
      work: async (client) =>
        readEach<never>(client, { select: select.getSQL(), endMs }, (row) => {
          isRowPassed = true;
          return onRow(row);
        }),
    });
  };
  return Object.assign(db, { partitions, silenceUs, aliases, loaders: new Map(), rows, each });
};

/**
 * Drizzle wraps errors in one of its own, whose message contains the statement and its parameters. This removes the wrapper, so that
 * callers can recognize our errors and the log contains no values.
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

type ConnectionUse<Result> = Clock & {
  readonly planning: PlanCacheMode;
  /** Whether the next request may use the connection after the work failed. */
  readonly afterFailure: 'KEEP' | 'DESTROY';
  /** Whether the work, which failed, may be done again from its start. */
  readonly isRepeatable: () => boolean;
  readonly work: (client: pg.PoolClient) => Promise<Result>;
};

type Clock = {
  readonly signal: AbortSignal | undefined;
  /** The end of the request's deadline (performance.now()), and the deadline itself. */
  readonly endMs: number;
  readonly deadlineMs: number;
};

/** Works once, and once again on the primary if the replica was the cause of the failure. */
const withConnectionOfRoute = async <Result>(
  route: ReadRoute,
  use: ConnectionUse<Result>,
): Promise<Result> => {
  try {
    return await withConnectionUntilAborted(route, use);
  } catch (error) {
    if (!use.isRepeatable() || !route.moveAfter(error)) throw error;
    return withConnectionUntilAborted(route, use);
  }
};

const withConnectionUntilAborted = async <Result>(
  route: ReadRoute,
  { afterFailure, planning, work, ...clock }: ConnectionUse<Result>,
): Promise<Result> => {
  const { signal } = clock;
  const client = await connect(route, clock);
  let released = false;
  const release = (destroy: boolean): void => {
    if (released) return;
    released = true;
    client.release(destroy);
  };
  const onAbort = (): void => release(true);
  signal?.addEventListener('abort', onAbort, { once: true });
  try {
    await applySettings(client, clock, planning);
    return await work(client);
  } catch (error) {
    throwIfDisconnected(signal);
    const known = asDatabaseError(error);
    // The next request must not get a connection that is broken.
    if (known instanceof OutageError || afterFailure === 'DESTROY') release(true);
    throw known;
  } finally {
    signal?.removeEventListener('abort', onAbort);
    release(false);
  }
};

/** Acquires a connection, unless the client disconnects first. */
const connect = async (route: ReadRoute, { signal, endMs }: Clock): Promise<pg.PoolClient> => {
  throwIfDisconnected(signal);
  const client = await route.acquire({ signal, waitMs: leftOf(endMs) }).catch((error: unknown) => {
    throw asDatabaseError(error);
  });
  try {
    throwIfDisconnected(signal);
    return client;
  } catch (error) {
    client.release();
    throw error;
  }
};

/** The plan_cache_mode of a statement; ANY leaves the one of the connection. */
type PlanCacheMode = Settings['planning'] | 'ANY';

type Settings = { readonly timeoutMs: number; readonly planning: 'auto' | 'force_generic_plan' };

/** The settings of connections that were changed. */
const settingsOf = new WeakMap<pg.PoolClient, Settings>();

/** Changes the settings of a connection for its next statement, if they differ: that takes a round trip. */
const applySettings = async (client: pg.PoolClient, clock: Clock, planning: PlanCacheMode): Promise<void> => {
  const current = settingsOf.get(client) ?? { timeoutMs: clock.deadlineMs, planning: 'auto' };
  const wanted: Settings = {
    timeoutMs: timeoutOf(clock),
    // Citus refuses many statements whose parameters it does not know.
    planning: planning === 'ANY' || isCitus(client) ? current.planning : planning,
  };
  const changes = [
    ...(current.timeoutMs === wanted.timeoutMs
      ? []
      : [sql`set statement_timeout = ${literal(wanted.timeoutMs)}`]),
    ...(current.planning === wanted.planning ? [] : [sql`set plan_cache_mode = ${literal(wanted.planning)}`]),
  ];
  if (changes.length === 0) return;
  await client.query(toStatement(sql.join(changes, sql`; `)));
  settingsOf.set(client, wanted);
};

/** The timeout of the next statement: the remaining time of its request. */
const timeoutOf = ({ endMs, deadlineMs }: Clock): number => {
  const leftMs = leftOf(endMs);
  return leftMs > deadlineMs - SLACK_MS ? deadlineMs : leftMs;
};

/** @throws DeadlineError if no time is left. */
const leftOf = (endMs: number): number => {
  const leftMs = Math.floor(endMs - performance.now());
  if (leftMs < 1) throw new DeadlineError(new Error('The deadline of the request has passed.'));
  return leftMs;
};

const throwIfDisconnected = (signal: AbortSignal | undefined): void => {
  if (signal?.aborted === true) throw new DeadlineError(signal.reason);
};
