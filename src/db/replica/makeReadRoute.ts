import { setTimeout as sleep } from 'node:timers/promises';

import type pg from 'pg';

import { lsnOf } from '../../model/position.ts';
import type { Position } from '../../model/position.ts';

import type { Database } from '../client.ts';
import { OutageError, OverloadedError, unwrap } from '../errors.ts';
import type { Wait } from '../makeSemaphore.ts';
import type { BoundedPool } from '../openPool.ts';

import type { MoveReason, Replica } from './watchReplica.ts';

/** Where the statements of one request run: on the replica, and from the first that it cannot answer on the primary. */
export type ReadRoute = {
  readonly acquire: (wait: Wait) => Promise<pg.PoolClient>;
  /** Moves the request to the primary if the replica caused the error of a statement. Returns whether to run the statement again. */
  readonly moveAfter: (error: unknown) => boolean;
};

/** The longest that a request waits for the replica to reach a position. */
const POSITION_WAIT_MS = 1000;
const [FIRST_PAUSE_MS, LAST_PAUSE_MS] = [2, 50];

/** Makes the route of a request, which reads what was committed before `position`. Without a replica it costs nothing. */
export const makeReadRoute = (
  { readPool, replica }: Pick<Database, 'readPool' | 'replica'>,
  position: Position | null,
): ReadRoute => {
  if (replica === null) return { acquire: readPool.acquire, moveAfter: () => false };
  let isMoved = false;
  const move = (reason: MoveReason): void => {
    isMoved = true;
    replica.noteMove(reason);
  };
  return {
    acquire: async (wait) => {
      if (!isMoved && !replica.isUsed()) move('NOT_USED');
      if (isMoved) return replica.primaryPool.acquire(wait);
      const client = await acquireAt({ readPool, replica }, position, wait);
      if (client !== null) return client;
      move('BEHIND');
      return replica.primaryPool.acquire(wait);
    },
    moveAfter: (error) => {
      if (isMoved || !(error instanceof OutageError)) return false;
      // A full queue is not a reason to load the primary with these reads.
      if (error instanceof OverloadedError && replica.isUsed()) return false;
      const isConflict = CONFLICT.test(codeOf(error));
      if (!isConflict) replica.noteFailure();
      move(isConflict ? 'CONFLICT' : 'FAILED');
      return true;
    },
  };
};

/** SQLSTATEs of statements that are cancelled because replay must remove what they read. */
const CONFLICT = /^40(001|P01)$/;

const codeOf = ({ cause }: OutageError): string => (unwrap(cause) as { readonly code?: string }).code ?? '';

type Reader = { readonly readPool: BoundedPool; readonly replica: Replica };

/** Acquires a connection to a replica that has replayed the log up to a position; null if it does not in time. */
const acquireAt = async (
  { readPool, replica }: Reader,
  position: Position | null,
  wait: Wait,
): Promise<pg.PoolClient | null> => {
  if (position === null || replica.state() === 'SAME') return readPool.acquire(wait);
  if (isLate(replica, position)) return null;
  const client = await readPool.acquire(wait);
  try {
    if (await reaches(client, position, wait)) return client;
    noteLate(replica, position);
  } catch (error) {
    client.release(true);
    throw error;
  }
  client.release();
  return null;
};

/** A position that a replica did not reach in time, and until when requests do not wait for it again: they would hold all connections. */
type Late = { readonly position: Position; readonly untilMs: number };

const LATE = new WeakMap<Replica, Late>();

const isLate = (replica: Replica, position: Position): boolean => {
  const late = LATE.get(replica);
  return late !== undefined && position >= late.position && performance.now() < late.untilMs;
};

const noteLate = (replica: Replica, position: Position): void => {
  if (isLate(replica, position)) return;
  LATE.set(replica, { position, untilMs: performance.now() + POSITION_WAIT_MS });
};

/** The latest position that the server of a connection is known to have replayed. */
const REACHED = new WeakMap<pg.PoolClient, Position>();

const reaches = async (
  client: pg.PoolClient,
  position: Position,
  { waitMs, signal }: Wait,
): Promise<boolean> => {
  if ((REACHED.get(client) ?? '') >= position) return true;
  const endMs = performance.now() + Math.min(waitMs, POSITION_WAIT_MS);
  for (let pauseMs = FIRST_PAUSE_MS; ; pauseMs = Math.min(2 * pauseMs, LAST_PAUSE_MS)) {
    const { rows } = await client.query<{ hasReached: boolean }>({
      ...HAS_REACHED,
      values: [lsnOf(position)],
    });
    if (rows[0]?.hasReached === true) break;
    if (signal?.aborted === true || performance.now() + pauseMs > endMs) return false;
    await sleep(pauseMs);
  }
  REACHED.set(client, position);
  return true;
};

/** A server that was promoted may never have received the position. Reads no table. */
const HAS_REACHED = {
  name: 'replica_has_reached',
  text: `select pg_is_in_recovery() and pg_last_wal_replay_lsn() >= $1::pg_lsn as "hasReached"`,
};
