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
  /** The id of the line that began the connection, such as `Invalid user`; null if it was not read. */
  begunBy: string | null;
  /** The time of the first line that was read. */
  readonly firstMs: number;
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
): Opened => {
  const { client, timeMs } = line;
  const known = findConnection(connections, line);
  if (known === undefined) return addConnection(connections, line);
  known.lastMs = Math.max(known.lastMs, timeMs);
  known.client = joinClients(known.client, client);
  return { connection: known, evicted: NOTHING };
};

type Opened = { readonly connection: Connection; readonly evicted: readonly Outcome[] };

const addConnection = (
  connections: Connection[],
  { client, timeMs }: Pick<Report, 'client' | 'timeMs'>,
): Opened => {
  const connection = {
    lastMs: timeMs,
    firstMs: timeMs,
    client,
    weak: null,
    hasAttempt: false,
    begunBy: null,
    source: {},
  };
  connections.push(connection);
  const isFull = connections.length > MAX_PER_PROCESS;
  return { connection, evicted: isFull ? takeWeak(connections.splice(0, 1)) : NOTHING };
};

/**
 * Opens the connection that a line such as `Invalid user` begins. sshd writes it once per connection, so without a pid it is of a new one, unless its
 * port is known, it was read before from another file, or what follows it was read first.
 * https://github.com/openssh/openssh-portable/blob/master/auth2.c (input_userauth_request)
 */
export const beginConnection = (
  connections: Connection[],
  line: Pick<Report, 'client' | 'timeMs'>,
  id: string,
): Opened => {
  const { client, timeMs } = line;
  const ofClient = connections.filter((one) => isSameClient(one.client, client));
  const known =
    ofClient.find(({ begunBy }) => begunBy === id) ??
    ofClient.findLast(
      (one) =>
        Math.abs(one.lastMs - timeMs) <= SAME_PROCESS_MS &&
        (hasPort(one, client) || (one.begunBy === null && one.hasAttempt && one.firstMs >= timeMs)),
    );
  const opened =
    known === undefined ? addConnection(connections, line) : { connection: known, evicted: NOTHING };
  opened.connection.begunBy = id;
  return opened;
};

const NOTHING: readonly Outcome[] = [];

/** The connection of a line: the one that has its port, otherwise one that waits for the line, otherwise the latest. */
export const findConnection = (
  connections: readonly Connection[],
  { client, timeMs }: Pick<Report, 'client' | 'timeMs'>,
): Connection | undefined => {
  let waiting: Connection | undefined;
  let ofAddress: Connection | undefined;
  let latest: Connection | undefined;
  for (let index = connections.length - 1; index >= 0; index -= 1) {
    const known = connections[index];
    if (known === undefined || Math.abs(timeMs - known.lastMs) > SAME_PROCESS_MS) continue;
    if (!isSameClient(known.client, client)) continue;
    if (hasPort(known, client)) return known;
    latest ??= known;
    if (!isUnnamed(known) || known.weak === null) continue;
    waiting ??= known;
    if (known.client.srcIp === client.srcIp) ofAddress ??= known;
  }
  return ofAddress ?? waiting ?? latest;
};

const hasPort = ({ client: { srcPort } }: Connection, client: Client): boolean =>
  srcPort !== undefined && srcPort === client.srcPort;

/** Whether only the user and the address of a connection are known. */
const isUnnamed = ({ begunBy, client }: Connection): boolean =>
  begunBy !== null && client.srcPort === undefined;

/** Takes the lines that are events, because nothing else is reported of their connections. */
export const takeWeak = (connections: readonly Connection[]): readonly Outcome[] =>
  connections.flatMap((connection) => {
    const outcomes = connection.weak?.outcomes ?? [];
    if (connection.weak !== null) connection.hasAttempt = true;
    connection.weak = null;
    return outcomes;
  });
