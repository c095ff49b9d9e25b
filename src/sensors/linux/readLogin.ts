import { readValue } from '../fieldValues.ts';
import { holdFailedKey, skipFailedKeys } from '../failedKeys.ts';
import type { FailedKeys } from '../failedKeys.ts';
import { getRecent, setRecent } from '../recentMap.ts';
import type { RecentMap } from '../recentMap.ts';
import type { EventOutcome, Outcome, SensorOptions } from '../sensor.ts';
import type { LoginInput } from '../sessionEventInput.ts';

import { isSessionOfConnection } from './joinConnections.ts';
import { numberEvents } from './numberEvents.ts';
import { addressOf, settleByLogin } from './readAttempt.ts';
import type { AttemptLine, AttemptState, MappedLogin } from './readAttempt.ts';
import { noteAcceptedConnection } from './readConnection.ts';
import type { ConnectionState } from './readConnection.ts';
import { noteOpened } from './readLogind.ts';
import type { LogindState } from './readLogind.ts';
import { KEY_TOLD_LATER, tellTried, withJoin } from './shippedAttempts.ts';
import { makeShippedLine } from './shippedLine.ts';
import { joinLogin } from './shippedLogins.ts';

/** The part of the syslog sensor's state that reading logins requires. */
export type LoginState = AttemptState &
  ConnectionState &
  LogindState & {
    readonly options: Pick<SensorOptions, 'input' | 'logind' | 'eventsAtOnce'>;
    readonly destinations: RecentMap<{ readonly destIp: string; readonly destPort: number }>;
    /** By host, pid, address and port. */
    readonly failedKeys: FailedKeys;
    /** The time when PAM opened a session of login, by process and user. */
    readonly opened: RecentMap<number>;
    /** The events of the last line that are not created yet. */
    rest: Rest | null;
  };

export type Rest = { readonly count: number; readonly make: (count: number) => readonly Outcome[] };

type LoginLine = AttemptLine<MappedLogin>;

/** The longest time from PAM's `session opened` to the line of its program. After that a pid may be reused. */
const OPENED_WITHIN_MS = 60_000;

/** Reads the line of a login, or of failed ones. */
export const readLogin = (state: LoginState, line: LoginLine): readonly Outcome[] =>
  state.options.input === 'REQUEST' ? readShippedLogin(state, line) : readLoginOfFile(state, line);

const readShippedLogin = (state: LoginState, line: LoginLine): readonly Outcome[] => {
  const { mapped, origin } = line;
  const shipped = { ...makeShippedLine(state.names, line, mapped), mapped };
  if (!mapped.loginSuccessful && mapped.method === 'publickey') {
    return [{ kind: 'SKIPPED', reason: KEY_TOLD_LATER, origin, join: tellTried(shipped) }];
  }
  return makeLogins(state, line, {
    finish: (events) => withJoin(events, (sourceId) => joinLogin(state.names, shipped, sourceId)),
  });
};

const readLoginOfFile = (state: LoginState, line: LoginLine): readonly Outcome[] => {
  const { origin, process, timeMs, mapped, common, message } = line;
  const { loginType, loginSuccessful, method } = mapped;
  const isAccepted = loginSuccessful && method !== null;
  const told = [
    ...settleByLogin(state, line),
    ...(loginSuccessful ? noteOpened(state, { ...common, timeMs, pid: message.pid }) : []),
  ];
  if (loginSuccessful && method === null && repeatsOpened(state, line)) {
    return [{ kind: 'SKIPPED', reason: 'login: repeats the session that PAM opened', origin }, ...told];
  }
  if (loginSuccessful && !isAccepted && loginType === 'REMOTE') {
    if (isSessionOfConnection(state.connections, sessionKey(state, line), timeMs)) {
      return [{ kind: 'SKIPPED', reason: 'PAM session opened: repeats Accepted', origin }, ...told];
    }
  }
  const connection = connectionKey(process, mapped);
  const isHeld = !isAccepted && method === 'publickey';
  const finish = (events: readonly EventOutcome[]): readonly Outcome[] =>
    isHeld ? holdFailedKey(state.failedKeys, connection, { timeMs, outcomes: events }) : events;
  const outcomes = makeLogins(state, line, {
    finish,
    destination: getRecent(state.destinations, connection),
  });
  if (!isAccepted) return [...outcomes, ...told];
  noteAcceptedConnection(state, { ...line, process: sessionKey(state, line) }, isOpened(state, line));
  return [...skipFailedKeys(state.failedKeys, connection), ...outcomes, ...told];
};

/** The process that reports a session and that PAM opens it. Without a pid, the user tells sessions apart. */
const sessionKey = ({ names }: LoginState, { process, message, common }: LoginLine): string =>
  message.pid === null ? `${process} ${names.foldAccount(common.user)}` : process;

type Making = {
  readonly finish: (events: readonly EventOutcome[]) => readonly Outcome[];
  readonly destination?: { readonly destIp: string; readonly destPort: number } | undefined;
};

/** Makes the events of a line: a line of 100 bytes may stand for 99,999, so `readMore` makes most of them. */
const makeLogins = (
  state: LoginState,
  line: LoginLine,
  { finish, destination }: Making,
): readonly Outcome[] => {
  const { loginType, loginSuccessful, count, srcIp, srcPort, destIp, uid } = line.mapped;
  const login: LoginInput = {
    ...line.common,
    loginId: loginSuccessful ? line.common.loginId : undefined,
    uid: readValue({ uid }, 'uid') ?? (uid === '0' ? '0' : undefined),
    loginType,
    loginSuccessful,
    srcIp: addressOf(srcIp),
    srcPort,
    destIp: addressOf(destIp),
    ...destination,
  };
  const make = (some: number): readonly EventOutcome[] =>
    numberEvents(state.repeats, line, { event: { login }, count: some });
  const some = Math.min(count, state.options.eventsAtOnce);
  state.added += count - 1;
  if (some < count) {
    const makeRest = (more: number): readonly Outcome[] =>
      finish(make(more).map((outcome) => ({ ...outcome, isExtra: true }) as const));
    state.rest = { count: count - some, make: makeRest };
  }
  return finish(make(some));
};

/** Whether a line of login repeats a session that PAM opened before. */
const repeatsOpened = (state: LoginState, line: LoginLine): boolean => {
  const { process, timeMs, mapped, common } = line;
  if (mapped.repeatsOpened === true) return isOpened(state, line);
  setRecent(state.opened, `${process} ${common.user ?? ''}`, timeMs);
  return false;
};

/** Whether PAM opened a session of the process and user before. */
const isOpened = ({ opened }: LoginState, { process, timeMs, common }: LoginLine): boolean => {
  const openedMs = getRecent(opened, `${process} ${common.user ?? ''}`);
  return openedMs !== undefined && Math.abs(timeMs - openedMs) <= OPENED_WITHIN_MS;
};

/** The process of sshd, and the address and port of its client. */
export const connectionKey = (
  process: string,
  source: { readonly srcIp?: string; readonly srcPort?: number },
): string => `${process} ${source.srcIp ?? ''} ${source.srcPort ?? ''}`;
