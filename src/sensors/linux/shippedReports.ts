import { WAITS } from '../../model/joins/join.ts';
import type { Ask, NoteQuery, NoteValues, Tell } from '../../model/joins/join.ts';

import { KEPT_MS, skipIf } from '../notes.ts';

import type { ShippedLine } from './shippedLine.ts';

/**
 * The notes about failed logins of sshd that are reported already.
 *
 * sshd writes `Invalid user` or `User … not allowed because …` once per connection, before its other lines: it looks up the user at the first request
 * only (input_userauth_request in auth2.c; mm_answer_pwnamallow in monitor.c ends a connection that asks again). Without a pid and a port, these lines
 * do not name their connection. So each of them waits, and the first line with a port of another connection takes one.
 * https://github.com/openssh/openssh-portable/blob/master/auth2.c
 */

/** sshd closes a connection without a login after 120 s by default. */
export const SAME_CONNECTION_MS = 600_000;

/** Leaves that a line such as `Invalid user` reports a failed login of a connection that it does not name. */
export const tellBegun = ({ connections: [shared = ''], client }: ShippedLine, sourceId: string): Tell => {
  const key = begunKey(shared);
  return {
    key,
    values: { ...client, [sourceId]: true, [`${WAITS}${sourceId}`]: true },
    keepMs: KEPT_MS.LOGIN,
    ifKept: true,
    // It was sent before.
    unlessNoted: { key, withinMs: 0, same: { [sourceId]: true } },
  };
};

/**
 * Skips the first line that names its connection, if a line such as `Invalid user` waits. Leaves that the connection is reported: the note is open if a
 * later line reports the same failed login.
 */
export const pairReported = (line: ShippedLine, values: NoteValues): readonly Ask[] => {
  const { message, isExact, connections, client } = line;
  if (!isExact || message.pid !== null) return [];
  const key = reportedKey(connections[0] ?? '');
  const tells = [{ key, values: { ...client, ...values }, keepMs: KEPT_MS.LOGIN }];
  return pairBegun(line, { tells, unless: { key, withinMs: SAME_CONNECTION_MS } });
};

const pairBegun = (
  { connections, isExact, client }: ShippedLine,
  how: { readonly tells: readonly Tell[]; readonly unless: NoteQuery },
): readonly Ask[] =>
  connections.slice(isExact ? 1 : 0).map((shared) => ({
    key: begunKey(shared),
    withinMs: SAME_CONNECTION_MS,
    near: client,
    effect: { kind: 'PAIR', keepMs: KEPT_MS.LOGIN, ...how },
  }));

/** Leaves, for the lines of PAM that have no port, that sshd does not know or allow the user of a connection. */
export const tellInvalid = ({ connections, isExact, message, client }: ShippedLine): readonly Tell[] =>
  message.pid === null
    ? connections
        .slice(isExact ? 1 : 0)
        .map((shared) => ({ key: invalidKey(shared), values: client, keepMs: KEPT_MS.LOGIN }))
    : [];

/**
 * Skips `error: PAM: … for illegal user` without a pid, if sshd has written that it does not know or allow the user. It writes `Failed` about the same attempt, at
 * the same level (auth_log in auth.c).
 */
export const skipInvalid = ({ connections: [shared = ''] }: ShippedLine): readonly Ask[] => [
  skipIf(invalidKey(shared), SAME_CONNECTION_MS),
];

const invalidKey = (shared: string): string => `invalid ${shared}`;

/** Leaves that a line such as `Invalid user` reports a failed login; the note is open if a later line reports the same one. */
export const tellAttempt = (
  { connections: [connection = ''], client }: ShippedLine,
  state: { readonly isOpen: boolean },
): Tell => ({
  key: reportedKey(connection),
  values: { ...client, ...state },
  keepMs: KEPT_MS.LOGIN,
  ifKept: true,
});

/** Leaves that a failed login of the connection is reported, also for a line that has its user only. */
export const tellReported = (
  { connections, isExact, client }: ShippedLine,
  sourceId: string,
): readonly Tell[] =>
  connections
    .filter((_, index) => index === 0 || index === connections.length - 1)
    .map((connection) => ({
      key: reportedKey(connection),
      values: { ...client, isOpen: false, ...(isExact ? {} : { [sourceId]: true }) },
      keepMs: KEPT_MS.LOGIN,
    }));

/** Skips a line that counts only if no failed login of the connection is reported. */
export const skipReported = ({ connections, isExact, client }: ShippedLine): readonly Ask[] => {
  const reported = connections.map(reportedKey);
  const keys = isExact ? reported : [...reported, ...connections.map(begunKey)];
  return keys.map((key) => ({ ...skipIf(key, SAME_CONNECTION_MS), near: client }));
};

/** Skips the first report of the attempt that a line such as `Invalid user` has reported already, also when that report is sent again. */
export const takeReported = (line: ShippedLine, sourceId: string): readonly Ask[] => {
  const { connections, isExact, client } = line;
  const key = reportedKey(connections[0] ?? '');
  if (isExact) {
    const effect = { kind: 'TAKE', by: sourceId, keepMs: KEPT_MS.LOGIN } as const;
    return [
      { key, withinMs: SAME_CONNECTION_MS, near: client, latest: true, effect },
      ...pairReported(line, { isOpen: false, takenBy: sourceId }),
    ];
  }
  const taken = { [`taken by ${sourceId}`]: true };
  return [
    { ...skipIf(key, 0), same: taken },
    ...pairBegun(line, {
      tells: [{ key, values: taken, keepMs: KEPT_MS.LOGIN }],
      // It was sent before, when nothing waited.
      unless: { key, withinMs: 0, same: { [sourceId]: true } },
    }),
  ];
};

const reportedKey = (connection: string): string => `failed ${connection}`;

const begunKey = (connection: string): string => `begun ${connection}`;
