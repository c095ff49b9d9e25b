import { getRecent, makeRecentMap, setRecent } from '../recentMap.ts';
import type { RecentMap } from '../recentMap.ts';
import type { Outcome, OutcomeOrigin } from '../sensor.ts';

/**
 * Joins the lines of sshd about the end of a connection with its login. Where PAM opens a session, PAM also reports the logout. Elsewhere (BSD, Alpine,
 * macOS, Windows) the end of the connection is the logout, and only the address and port identify its login: the process that writes it is another
 * one than the process that accepted the login.
 *
 * The end of a connection waits for its login, because rotated files may be read from the newest to the oldest. Without a login it is not a logout: sshd
 * also has connections without one.
 *
 * Mutable; changed only by the functions in this file.
 */
export type ConnectionJoin = {
  /** The last login of each process, by host and pid. */
  readonly byProcess: RecentMap<Connection>;
  /** The last login of each host, address and port. */
  readonly byClient: RecentMap<Connection>;
  /** The ends of connections whose login has not been read yet. */
  readonly ends: ConnectionEnd[];
};

/** A login that sshd or another server accepted. */
export type Connection = {
  readonly timeMs: number;
  /** Folded. */
  readonly account: string;
  readonly user: string | undefined;
  readonly loginId: string | undefined;
  isOfPam: boolean;
  /** When a line reported its end. */
  endedMs: number | null;
};

/** The line about the end of a connection. */
export type ConnectionEnd = {
  readonly client: string;
  readonly timeMs: number;
  /** Folded; null if the line does not contain the user. */
  readonly account: string | null;
  readonly origin: OutcomeOrigin;
  readonly makeLogout: (connection: Connection) => readonly Outcome[];
};

export const makeConnectionJoin = (): ConnectionJoin => ({
  byProcess: makeRecentMap(REMEMBERED),
  byClient: makeRecentMap(REMEMBERED),
  ends: [],
});

const REMEMBERED = 20_000;
const MAX_WAITING = 10_000;
/** The number of ends to settle if too many wait. */
const SETTLED_AT_ONCE = 100;
/** The longest time between the lines of sshd and PAM about one login or logout. After that a pid may be reused. */
const SAME_CHANGE_MS = 60_000;

/** Notes a login that a server accepted; `client` is null for one without a port. */
export const noteConnection = (
  { byProcess, byClient }: ConnectionJoin,
  { process, client }: { readonly process: string; readonly client: string | null },
  connection: Connection,
): void => {
  setRecent(byProcess, process, connection);
  if (client !== null) setRecent(byClient, client, connection);
};

/** Notes that PAM opened a session; returns whether it is that of a login which the same process accepted. */
export const isSessionOfConnection = (join: ConnectionJoin, process: string, timeMs: number): boolean => {
  const connection = getRecent(join.byProcess, process);
  if (connection === undefined || !isNear(timeMs, connection.timeMs)) return false;
  connection.isOfPam = true;
  return true;
};

/** Whether the connection of a session of PAM is a logout already: the lines of PAM may be in a file that is read later. */
export const hasEnded = (
  join: ConnectionJoin,
  process: string,
  { account, timeMs }: Pick<Connection, 'account' | 'timeMs'>,
): boolean => {
  const connection = getRecent(join.byProcess, process);
  if (connection === undefined || connection.endedMs === null) return false;
  return connection.account === account && isNear(timeMs, connection.endedMs);
};

const isNear = (aMs: number, bMs: number): boolean => Math.abs(aMs - bMs) <= SAME_CHANGE_MS;

/** Reads the end of a connection, or lets it wait for its login. */
export const endConnection = (join: ConnectionJoin, end: ConnectionEnd): readonly Outcome[] => {
  const outcomes = settle(join, end);
  if (outcomes !== null) return outcomes;
  join.ends.push(end);
  return join.ends.length > MAX_WAITING
    ? join.ends
        .splice(0, SETTLED_AT_ONCE)
        .flatMap((waiting) => settle(join, waiting) ?? skip(waiting, NO_LOGIN))
    : [];
};

/** Returns the outcomes of the waiting ends up to that time. */
export function* settleConnections(join: ConnectionJoin, untilMs: number): Generator<Outcome, void> {
  if (join.ends.length === 0) return;
  const waiting = join.ends.splice(0);
  for (const end of waiting) {
    if (end.timeMs > untilMs) join.ends.push(end);
    else yield* settle(join, end) ?? skip(end, NO_LOGIN);
  }
}

/** Null if the login of the connection has not been read. */
const settle = (join: ConnectionJoin, end: ConnectionEnd): readonly Outcome[] | null => {
  const connection = getRecent(join.byClient, end.client);
  if (connection === undefined || connection.timeMs > end.timeMs) return null;
  if (end.account !== null && end.account !== connection.account) return null;
  if (connection.isOfPam) return skip(end, OF_PAM);
  if (connection.endedMs !== null) return skip(end, REPEATED);
  connection.endedMs = end.timeMs;
  return end.makeLogout(connection);
};

const skip = ({ origin }: ConnectionEnd, reason: string): readonly Outcome[] => [
  { kind: 'SKIPPED', reason, origin },
];

const OF_PAM = 'sshd: the end of a connection: PAM reports the logout';
const REPEATED = 'sshd: the end of a connection: repeats the line before';
const NO_LOGIN = 'sshd: the end of a connection whose login is not in the log';
