import type { NameFolding } from '../nameFolding.ts';
import type { RecentMap } from '../recentMap.ts';
import type { EventOutcome, Outcome } from '../sensor.ts';
import type { CommonInput } from '../sessionEventInput.ts';

import { endConnection, hasEnded, noteConnection } from './joinConnections.ts';
import type { Connection, ConnectionJoin } from './joinConnections.ts';
import type { MappedMessage } from './mappedMessage.ts';
import { numberEvent } from './numberEvents.ts';
import type { ReadLine } from './numberEvents.ts';
import { addressOf } from './readAttempt.ts';

/** The part of the syslog sensor's state that reading connections requires. */
export type ConnectionState = {
  readonly connections: ConnectionJoin;
  readonly names: NameFolding;
  readonly repeats: RecentMap<number>;
};

/** A line about a connection, with the fields of every action. */
export type ConnectionLine<Mapped> = ReadLine & {
  /** Host and pid. */
  readonly process: string;
  readonly mapped: Mapped;
  readonly common: CommonInput;
};

type Login = Extract<MappedMessage, { readonly kind: 'LOGIN' }>;
type End = Extract<MappedMessage, { readonly kind: 'CONNECTION_END' }>;
type Logout = Extract<MappedMessage, { readonly kind: 'LOGOUT' }>;

/** Notes a login that a server accepted. */
export const noteAcceptedConnection = (
  { connections, names }: ConnectionState,
  { process, mapped, common, timeMs }: ConnectionLine<Login>,
  isOfPam: boolean,
): void => {
  const { user, loginId, hostname } = common;
  const { srcIp, srcPort } = mapped;
  const client =
    srcIp === undefined || srcPort === undefined ? null : clientOf(names, hostname, { srcIp, srcPort });
  const account = names.foldAccount(user);
  noteConnection(
    connections,
    { process, client },
    { timeMs, account, user, loginId, isOfPam, endedMs: null },
  );
};

/** Reads the end of a connection of sshd, which is a logout if PAM has not opened a session. */
export const readConnectionEnd = (state: ConnectionState, line: ConnectionLine<End>): readonly Outcome[] => {
  const { names, repeats, connections } = state;
  const { mapped, common, timeMs, origin } = line;
  const { srcIp, srcPort } = mapped;
  const makeLogout = ({ user, loginId }: Connection): readonly EventOutcome[] => {
    const logout = {
      ...common,
      user,
      loginId,
      loginType: 'REMOTE',
      srcIp: addressOf(srcIp),
      srcPort,
    } as const;
    return numberEvent(repeats, line, { logout });
  };
  const client = clientOf(names, common.hostname, mapped);
  const account = common.user === undefined ? null : names.foldAccount(common.user);
  return endConnection(connections, { client, timeMs, account, origin, makeLogout });
};

/** Whether a logout of PAM repeats the end of a connection that is a logout already. */
export const repeatsConnectionEnd = (
  { connections, names }: ConnectionState,
  { process, message, timeMs }: Pick<ConnectionLine<Logout>, 'process' | 'message' | 'timeMs'>,
  { user }: CommonInput,
): boolean =>
  message.pid !== null && hasEnded(connections, process, { account: names.foldAccount(user), timeMs });

const clientOf = (
  names: NameFolding,
  hostname: string,
  { srcIp, srcPort }: { readonly srcIp: string; readonly srcPort: number },
): string => `${names.foldHost(hostname)} ${srcIp} ${srcPort}`;
