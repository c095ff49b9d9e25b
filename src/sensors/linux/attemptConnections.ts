import type { Outcome } from '../sensor.ts';

import { isSameClient, joinClients } from './client.ts';
import type { Client } from './client.ts';

/** What other lines of the connection say about the client. */
export type KnownSource = { readonly user?: string; readonly srcIp?: string; readonly srcPort?: number };

/** The line of an attempt. */
export type Report = {
  readonly process: string;
  readonly client: Client;
  /** Host and address; null if the attempt cannot be reported by another process. */
  readonly source: string | null;
  /** Folded; null if it is not known. */
  readonly account: string | null;
  readonly timeMs: number;
  /** Who reports; each reports an attempt at most once. */
  readonly channel: string;
  readonly outcomes: readonly Outcome[];
};

/**
 * A connection of a process. Without pids, all lines of a program are of one process, and a pid may be used again within minutes. Mutable; changed by
 * the functions in this file and in joinAttempts.ts.
 */
export type Connection = {
  lastMs: number;
  client: Client;
  /** The first line that is an event only if nothing else is reported. */
  weak: Report | null;
  hasAttempt: boolean;
  source: KnownSource;
};

/** sshd closes a connection without a login after 120 s by default, and a pid may be used again later. */
export const SAME_PROCESS_MS = 600_000;
/** Of connections, and of attempts that wait. */
export const MAX_PER_PROCESS = 100;

/** Opens the connection of a line. */
export const openConnection = (
  connections: Connection[],
  line: Pick<Report, 'client' | 'timeMs'>,
): { readonly connection: Connection; readonly evicted: readonly Outcome[] } => {
  const { client, timeMs } = line;
  const known = findConnection(connections, line);
  if (known !== undefined) {
    known.lastMs = Math.max(known.lastMs, timeMs);
    known.client = joinClients(known.client, client);
    return { connection: known, evicted: NOTHING };
  }
  const connection = { lastMs: timeMs, client, weak: null, hasAttempt: false, source: {} };
  connections.push(connection);
  const isFull = connections.length > MAX_PER_PROCESS;
  return { connection, evicted: isFull ? takeWeak(connections.splice(0, 1)) : NOTHING };
};

const NOTHING: readonly Outcome[] = [];

/** The latest connection that can be that of a line. */
export const findConnection = (
  connections: readonly Connection[],
  { client, timeMs }: Pick<Report, 'client' | 'timeMs'>,
): Connection | undefined =>
  connections.findLast(
    (known) => Math.abs(timeMs - known.lastMs) <= SAME_PROCESS_MS && isSameClient(known.client, client),
  );

/** Takes the lines that are events, because nothing else is reported of their connections. */
export const takeWeak = (connections: readonly Connection[]): readonly Outcome[] =>
  connections.flatMap((connection) => {
    const outcomes = connection.weak?.outcomes ?? [];
    if (connection.weak !== null) connection.hasAttempt = true;
    connection.weak = null;
    return outcomes;
  });
