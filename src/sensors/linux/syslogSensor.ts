import { ADVICE } from '../advice.ts';
import { countAssumption } from '../assumptions.ts';
import { readName, readValue } from '../fieldValues.ts';
import { makeRecentMap, getRecent, setRecent } from '../recentMap.ts';
import type { RecentMap } from '../recentMap.ts';
import { holdFailedKey, skipFailedKeys, makeFailedKeys, settleFailedKeys } from '../failedKeys.ts';
import type { FailedKeys } from '../failedKeys.ts';
import type { EventOutcome, Outcome, OutcomeOrigin, Sensor, SensorContext } from '../sensor.ts';
import type { CommonInput } from '../sessionEventInput.ts';
import type { Known } from '../wrappers/wrapper.ts';

import { makeAttemptJoin, settleAttempts } from './joinAttempts.ts';
import type { AttemptJoin } from './joinAttempts.ts';
import { isSessionOfConnection, makeConnectionJoin, settleConnections } from './joinConnections.ts';
import type { ConnectionJoin } from './joinConnections.ts';
import { makeLogindJoin, settleSessions } from './joinLogind.ts';
import type { LogindJoin } from './joinLogind.ts';
import { mapSyslogMessage } from './mapSyslogMessage.ts';
import type { MappedMessage } from './mappedMessage.ts';
import { numberContextEvent, numberEvents } from './numberEvents.ts';
import { parseOtherLine, readOtherLine } from './otherLines.ts';
import type { OtherLine } from './otherLines.ts';
import { parseSyslogLine } from './parseSyslog.ts';
import type { SyslogMessage } from './parseSyslog.ts';
import { parseSyslogObject } from './parseSyslogObject.ts';
import { addressOf, readAttempt, settleByLogin, settleByModule } from './readAttempt.ts';
import { noteAcceptedConnection, readConnectionEnd, repeatsConnectionEnd } from './readConnection.ts';
import { noteOpened, readLogind } from './readLogind.ts';
import { boundBy, readSyslogTime } from './readSyslogTime.ts';
import type { SyslogTime } from './readSyslogTime.ts';
import { findRepeated, makeLastMessages, mapRepeated, noteMessage } from './repeatedLines.ts';
import type { LastMessages } from './repeatedLines.ts';

type State = SensorContext & {
  readonly connections: ConnectionJoin;
  readonly destinations: RecentMap<{ readonly destIp: string; readonly destPort: number }>;
  /** The number of events that equal lines of a file became. */
  readonly repeats: RecentMap<number>;
  readonly lastMessages: LastMessages;
  /** By host, pid, address and port. */
  readonly failedKeys: FailedKeys;
  readonly attempts: AttemptJoin;
  /** The time when PAM opened a session of login, by process and user. */
  readonly opened: RecentMap<number>;
  readonly logind: LogindJoin;
  /** The number of events beyond one per line from `message repeated N times`, including those that are not created yet. */
  added: number;
  /** The events of the last line that are not created yet. */
  rest: Rest | null;
};

type Rest = { readonly count: number; readonly make: (count: number) => readonly Outcome[] };

/** Creates the sensor of syslog: lines of text, records of journald, and the JSON of shippers. It recognizes every text. */
export const makeSyslogSensor = (context: SensorContext): Sensor<SyslogMessage | OtherLine> => {
  const state: State = {
    ...context,
    connections: makeConnectionJoin(),
    destinations: makeRecentMap(REMEMBERED),
    repeats: makeRecentMap(REMEMBERED),
    lastMessages: makeLastMessages(),
    failedKeys: makeFailedKeys(),
    attempts: makeAttemptJoin(),
    opened: makeRecentMap(REMEMBERED),
    logind: makeLogindJoin(),
    added: 0,
    rest: null,
  };
  return {
    // sshd closes a connection without a login after 120 s (LoginGraceTime).
    waitMs: 120_000,
    linuxSource: 'syslog',
    recognize: (value) =>
      typeof value === 'string'
        ? (parseSyslogLine(value) ?? parseOtherLine(value))
        : parseSyslogObject(value),
    read: (message, { file, line, year = null }, known) => {
      if (typeof message === 'string') return [readOtherLine(message, { file, line })];
      if (message.repeated === undefined) {
        noteMessage(state.lastMessages, file, message);
        return readSyslog(state, message, { mapped: mapSyslogMessage(message), file, line, year, known });
      }
      const { repeated, host, time, source } = message;
      const before = findRepeated(state.lastMessages, file, host);
      const mapped = mapRepeated(before && mapSyslogMessage(before), repeated);
      return readSyslog(state, { ...(before ?? message), time, source }, { mapped, file, line, year, known });
    },
    flush: function* (untilMs) {
      yield* settleFailedKeys(state.failedKeys, untilMs);
      yield* settleAttempts(state.attempts, untilMs);
      yield* settleSessions(state.logind, untilMs);
      yield* settleConnections(state.connections, untilMs);
    },
    repeats: { readMore: () => readMore(state), count: () => state.added },
  };
};

const REMEMBERED = 20_000;
/** The longest time from PAM's `session opened` to the line of its program. After that a pid may be reused. */
const OPENED_WITHIN_MS = 60_000;

const readMore = (state: State): readonly Outcome[] | null => {
  const { rest, options } = state;
  if (rest === null) return null;
  const count = Math.min(rest.count, options.eventsAtOnce);
  state.rest = count < rest.count ? { ...rest, count: rest.count - count } : null;
  return rest.make(count);
};

type Mapped = {
  readonly mapped: MappedMessage;
  readonly file: string;
  readonly line: number;
  readonly known: Known | undefined;
  readonly year: number | null;
};

const readSyslog = (
  state: State,
  message: SyslogMessage,
  { mapped, file, line, year, known }: Mapped,
): readonly Outcome[] => {
  const origin: OutcomeOrigin = { file, line, sensorEvent: mapped.sensorEvent };
  const isOfLogind = mapped.kind === 'SESSION_START' || mapped.kind === 'SESSION_END';
  if (state.options.input === 'REQUEST' && (isOfLogind || mapped.kind === 'CONNECTION_END')) {
    return [{ kind: 'SKIPPED', reason: isOfLogind ? LOGIND_IN_FILES : END_IN_FILES, origin }];
  }
  if (mapped.kind === 'UNRELATED') return [{ kind: 'UNRELATED', reason: mapped.reason, origin }];
  if (mapped.kind === 'NOT_UNDERSTOOD') {
    const text = `${message.program}: ${message.text}`;
    return [{ kind: 'NOT_UNDERSTOOD', reason: mapped.reason, text, origin }];
  }
  const hostname = message.host ?? known?.hostname ?? state.options.hostname;
  if (mapped.kind === 'SKIPPED') {
    const skipped = { kind: 'SKIPPED', reason: mapped.reason, origin } as const;
    if (mapped.opened === undefined || hostname === null) return [skipped];
    const { reading } = readTimeOf(state, message, { year, known });
    if (reading.kind === 'FAILED') return [skipped];
    const opened = { hostname, user: mapped.opened, timeMs: reading.timeMs, pid: message.pid };
    return [skipped, ...noteOpened(state, opened)];
  }
  if (hostname === null)
    return [{ kind: 'FAILED', reason: `no host name: ${ADVICE[state.options.input].host}`, origin }];
  const process = `${state.names.foldHost(hostname)} ${message.pid ?? message.program}`;
  if (mapped.kind === 'DESTINATION') {
    const { destIp, destPort } = mapped;
    setRecent(state.destinations, connectionKey(process, mapped), { destIp, destPort });
    return [{ kind: 'SKIPPED', reason: 'Connection: provides the destination of its login', origin }];
  }
  const { reading, assumed } = readTimeOf(state, message, { year, known });
  if (reading.kind === 'FAILED') return [{ ...reading, origin }];
  if (reading.zone !== null) countAssumption(state.assumptions, reading.zone);
  if (assumed !== null) countAssumption(state.assumptions, assumed);
  const { timeMs } = reading;
  const user = 'user' in mapped ? readName({ user: mapped.user }, 'user') : undefined;
  const common = { time: reading.time, hostname, user };
  if (isOfLogind) return readLogind(state, { origin, message, timeMs, mapped, common });
  if (mapped.kind === 'HOST_STOP') {
    const hostStop = { time: reading.time, hostname };
    return [numberContextEvent(state.repeats, { origin, message, timeMs }, { hostStop })];
  }
  const parts = { origin, process, timeMs, message, common };
  if (mapped.kind === 'ATTEMPT' || mapped.kind === 'WEAK') return readAttempt(state, { ...parts, mapped });
  if (mapped.kind === 'CONNECTION_END') return readConnectionEnd(state, { ...parts, mapped });
  if (mapped.kind === 'ACCEPTED') {
    return [
      { kind: 'SKIPPED', reason: mapped.reason, origin },
      ...settleByModule(state, { ...parts, mapped }),
    ];
  }
  const pid = 'pid' in mapped ? mapped.pid : message.pid;
  const loginId = pid === null || pid === undefined ? undefined : `0x${pid.toString(16)}`;
  if (mapped.kind === 'LOCK' || mapped.kind === 'UNLOCK') {
    const change = { ...common, loginId, uid: mapped.uid };
    const event = mapped.kind === 'LOCK' ? { lock: change } : { unlock: change };
    return numberEvents(state.repeats, { origin, message, timeMs }, [event]);
  }
  return join(state, { origin, process, timeMs, message, mapped }, { ...common, loginId });
};

/** What other lines report, which may be in other requests. */
const LOGIND_IN_FILES = 'systemd-logind: read in files only';
const END_IN_FILES = 'sshd: the end of a connection: read in files only';

const readTimeOf = (
  { options }: State,
  { time }: SyslogMessage,
  { year, known }: Pick<Mapped, 'year' | 'known'>,
): SyslogTime => readSyslogTime(time, boundBy(options, known), year);

type Place = {
  readonly origin: OutcomeOrigin;
  readonly process: string;
  readonly timeMs: number;
  readonly message: SyslogMessage;
  readonly mapped: MappedEvent;
};

const REPEATS_END = 'PAM session closed: repeats the end of the connection that sshd reports';

type MappedEvent = Extract<MappedMessage, { readonly kind: 'LOGIN' | 'LOGOUT' | 'RECONNECT' | 'DISCONNECT' }>;

const join = (state: State, place: Place, common: CommonInput): readonly Outcome[] => {
  const { origin, process, timeMs, mapped } = place;
  if (mapped.kind === 'LOGOUT') {
    if (repeatsConnectionEnd(state, place, common)) return [{ kind: 'SKIPPED', reason: REPEATS_END, origin }];
    return numberEvents(state.repeats, place, [{ logout: { ...common, loginType: mapped.loginType } }]);
  }
  if (mapped.kind === 'RECONNECT') {
    const reconnect = { ...common, loginType: 'RDP', srcIp: addressOf(mapped.srcIp) } as const;
    return numberEvents(state.repeats, place, [{ reconnect }]);
  }
  if (mapped.kind === 'DISCONNECT') {
    const disconnect = { ...common, srcIp: addressOf(mapped.srcIp) };
    return [numberContextEvent(state.repeats, place, { disconnect })];
  }
  const { loginType, loginSuccessful, method, count, srcPort, uid } = mapped;
  const isAccepted = loginSuccessful && method !== null;
  const { pid } = place.message;
  const told = [
    ...settleByLogin(state, { ...place, mapped, common }),
    ...(loginSuccessful ? noteOpened(state, { ...common, timeMs, pid }) : []),
  ];
  if (loginSuccessful && method === null && repeatsOpened(state, place, common)) {
    return [{ kind: 'SKIPPED', reason: 'login: repeats the session that PAM opened', origin }, ...told];
  }
  if (loginSuccessful && !isAccepted && loginType === 'REMOTE') {
    if (isSessionOfConnection(state.connections, process, timeMs)) {
      return [{ kind: 'SKIPPED', reason: 'PAM session opened: repeats Accepted', origin }, ...told];
    }
  }
  const connection = connectionKey(process, mapped);
  const login = {
    ...common,
    loginId: loginSuccessful ? common.loginId : undefined,
    uid: readValue({ uid }, 'uid') ?? (uid === '0' ? '0' : undefined),
    loginType,
    loginSuccessful,
    srcIp: addressOf(mapped.srcIp),
    srcPort,
    destIp: addressOf(mapped.destIp),
    ...getRecent(state.destinations, connection),
  };
  const make = (some: number): readonly EventOutcome[] =>
    numberEvents(
      state.repeats,
      place,
      Array.from({ length: some }, () => ({ login })),
    );
  const isHeld = !isAccepted && method === 'publickey';
  const hold = (held: readonly Outcome[]): readonly Outcome[] =>
    holdFailedKey(state.failedKeys, connection, { timeMs, outcomes: held });
  // A line of 100 bytes may stand for 99,999 events.
  const some = Math.min(count, state.options.eventsAtOnce);
  state.added += count - 1;
  if (some < count) {
    const makeRest = (more: number): readonly Outcome[] => {
      const extra = make(more).map((outcome) => ({ ...outcome, isExtra: true }) as const);
      return isHeld ? hold(extra) : extra;
    };
    state.rest = { count: count - some, make: makeRest };
  }
  const outcomes = make(some);
  if (isAccepted) {
    noteAcceptedConnection(state, { ...place, mapped, common }, isOpened(state, place, common));
    return [...skipFailedKeys(state.failedKeys, connection), ...outcomes, ...told];
  }
  return isHeld ? [...hold(outcomes), ...told] : [...outcomes, ...told];
};

/** Whether a line of login repeats a session that PAM opened before. */
const repeatsOpened = (state: State, place: Place, { user }: CommonInput): boolean => {
  const { process, timeMs, mapped } = place;
  if (mapped.kind === 'LOGIN' && mapped.repeatsOpened === true) return isOpened(state, place, { user });
  setRecent(state.opened, `${process} ${user ?? ''}`, timeMs);
  return false;
};

/** Whether PAM opened a session of the process and user before. */
const isOpened = (
  { opened }: State,
  { process, timeMs }: Place,
  { user }: Pick<CommonInput, 'user'>,
): boolean => {
  const openedMs = getRecent(opened, `${process} ${user ?? ''}`);
  return openedMs !== undefined && Math.abs(timeMs - openedMs) <= OPENED_WITHIN_MS;
};

const connectionKey = (
  process: string,
  source: { readonly srcIp?: string; readonly srcPort?: number },
): string => `${process} ${source.srcIp ?? ''} ${source.srcPort ?? ''}`;
