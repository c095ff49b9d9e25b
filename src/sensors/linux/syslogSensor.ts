import { ADVICE } from '../advice.ts';
import { countAssumption } from '../assumptions.ts';
import { readName } from '../fieldValues.ts';
import { makeRecentMap, setRecent } from '../recentMap.ts';
import type { RecentMap } from '../recentMap.ts';
import { makeFailedKeys, settleFailedKeys } from '../failedKeys.ts';
import type { Outcome, OutcomeOrigin, RecordOrigin, Sensor, SensorContext } from '../sensor.ts';
import type { CommonInput } from '../sessionEventInput.ts';
import type { Known } from '../wrappers/wrapper.ts';

import { settleProcesses } from './attemptProcesses.ts';
import { makeAttemptJoin } from './joinAttempts.ts';
import { makeConnectionJoin, settleConnections } from './joinConnections.ts';
import { makeLogindJoin, settleSessions } from './joinLogind.ts';
import { mapSyslogMessage } from './mapSyslogMessage.ts';
import type { MappedMessage } from './mappedMessage.ts';
import { numberContextEvent, numberEvent } from './numberEvents.ts';
import { parseOtherLine, readOtherLine } from './otherLines.ts';
import type { OtherLine } from './otherLines.ts';
import { parseSyslogLine } from './parseSyslog.ts';
import type { SyslogMessage } from './parseSyslog.ts';
import { parseSyslogObject } from './parseSyslogObject.ts';
import { addressOf, readAttempt, settleByModule } from './readAttempt.ts';
import { readConnectionEnd, repeatsConnectionEnd } from './readConnection.ts';
import { noteOpened, readLogind } from './readLogind.ts';
import { boundBy, readSyslogTime } from './readSyslogTime.ts';
import type { SyslogTime } from './readSyslogTime.ts';
import { connectionKey, readLogin } from './readLogin.ts';
import type { LoginState } from './readLogin.ts';
import { readLeft, readShippedAttempt } from './shippedAttempts.ts';
import { makeShippedLine } from './shippedLine.ts';
import { readShippedEnd, tellDestination } from './shippedLogins.ts';
import { findRepeated, makeLastMessages, mapRepeated, noteMessage } from './repeatedLines.ts';
import type { LastMessages } from './repeatedLines.ts';

type State = SensorContext &
  LoginState & {
    /** The number of events that equal lines of a file became. */
    readonly repeats: RecentMap<number>;
    readonly lastMessages: LastMessages;
    /** The number of events beyond one per line from `message repeated N times`, including those that are not created yet. */
    added: number;
  };

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
    readsText: true,
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
      if (state.options.input === 'REQUEST') return [skipRepeated({ file, line })];
      const before = findRepeated(state.lastMessages, file, host);
      const mapped = mapRepeated(before && mapSyslogMessage(before), repeated);
      return readSyslog(state, { ...(before ?? message), time, source }, { mapped, file, line, year, known });
    },
    flush: function* (untilMs) {
      yield* settleFailedKeys(state.failedKeys, untilMs);
      yield* settleProcesses(state.attempts.processes, untilMs);
      yield* settleSessions(state.logind, untilMs);
      yield* settleConnections(state.connections, untilMs);
    },
    repeats: { readMore: () => readMore(state), count: () => state.added },
  };
};

const REMEMBERED = 20_000;

const readMore = (state: State): readonly Outcome[] | null => {
  const { rest, options } = state;
  if (rest === null) return null;
  const count = Math.min(rest.count, options.eventsAtOnce);
  state.rest = count < rest.count ? { ...rest, count: rest.count - count } : null;
  return rest.make(count);
};

/** The line before may be in another request. */
const skipRepeated = (origin: RecordOrigin): Outcome => ({
  kind: 'SKIPPED',
  reason: 'last message repeated: read in files only; have syslogd send each line',
  origin: { ...origin, sensorEvent: 'syslog repeated' },
});

const DESTINATION = 'Connection: provides the destination of its login';

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
  const isShipped = state.options.input === 'REQUEST';
  if (mapped.kind === 'UNRELATED') return [{ kind: 'UNRELATED', reason: mapped.reason, origin }];
  if (mapped.kind === 'NOT_UNDERSTOOD') {
    const text = `${message.program}: ${message.text}`;
    return [{ kind: 'NOT_UNDERSTOOD', reason: mapped.reason, text, origin }];
  }
  const hostname = message.host ?? known?.hostname ?? state.options.hostname;
  if (mapped.kind === 'SKIPPED') {
    const skipped = { kind: 'SKIPPED', reason: mapped.reason, origin } as const;
    const isTimed = isShipped ? mapped.isEnd === true : mapped.opened !== undefined;
    if (!isTimed || hostname === null) return [skipped];
    const { reading } = readTimeOf(state, message, { year, known });
    if (reading.kind === 'FAILED') return [skipped];
    const { time, timeMs } = reading;
    if (isShipped) {
      const part = { origin, timeMs, message, common: { time, hostname }, pid: mapped.endOf };
      return readLeft(state, makeShippedLine(state.names, part, mapped.client ?? {}));
    }
    const opened = { hostname, user: mapped.opened, timeMs, pid: message.pid };
    return [skipped, ...noteOpened(state, opened)];
  }
  if (hostname === null)
    return [{ kind: 'FAILED', reason: `no host name: ${ADVICE[state.options.input].host}`, origin }];
  const process = `${state.names.foldHost(hostname)} ${message.pid ?? message.program}`;
  if (mapped.kind === 'DESTINATION' && !isShipped) {
    const { destIp, destPort } = mapped;
    setRecent(state.destinations, connectionKey(process, mapped), { destIp, destPort });
    return [{ kind: 'SKIPPED', reason: DESTINATION, origin }];
  }
  const { reading, assumed } = readTimeOf(state, message, { year, known });
  if (reading.kind === 'FAILED') return [{ ...reading, origin }];
  if (reading.zone !== null) countAssumption(state.assumptions, reading.zone);
  if (assumed !== null) countAssumption(state.assumptions, assumed);
  const { timeMs } = reading;
  const user = 'user' in mapped ? readName({ user: mapped.user }, 'user') : undefined;
  const common = { time: reading.time, hostname, user };
  const read = { origin, timeMs, message, common };
  if (mapped.kind === 'DESTINATION') {
    const join = tellDestination(makeShippedLine(state.names, read, mapped), mapped);
    return [{ kind: 'SKIPPED', reason: DESTINATION, origin, join }];
  }
  if (isOfLogind) return readLogind(state, { origin, message, timeMs, mapped, common });
  if (mapped.kind === 'HOST_STOP') {
    const hostStop = { time: reading.time, hostname };
    return [numberContextEvent(state.repeats, { origin, message, timeMs }, { hostStop })];
  }
  const parts = { ...read, process };
  if (mapped.kind === 'CONNECTION_END') {
    return isShipped
      ? readShippedEnd(state, { ...makeShippedLine(state.names, read, mapped), mapped })
      : readConnectionEnd(state, { ...parts, mapped });
  }
  if (mapped.kind === 'ATTEMPT' || mapped.kind === 'WEAK') {
    return isShipped
      ? readShippedAttempt(state, makeShippedLine(state.names, read, mapped), mapped)
      : readAttempt(state, { ...parts, mapped });
  }
  if (mapped.kind === 'ACCEPTED') {
    const told = isShipped ? [] : settleByModule(state, { ...parts, mapped });
    return [{ kind: 'SKIPPED', reason: mapped.reason, origin }, ...told];
  }
  const pid = 'pid' in mapped ? mapped.pid : message.pid;
  const loginId = pid === null || pid === undefined ? undefined : `0x${pid.toString(16)}`;
  if (mapped.kind === 'LOCK' || mapped.kind === 'UNLOCK') {
    const change = { ...common, loginId, uid: mapped.uid };
    const event = mapped.kind === 'LOCK' ? { lock: change } : { unlock: change };
    return numberEvent(state.repeats, { origin, message, timeMs }, event);
  }
  return join(state, { origin, process, timeMs, message, mapped }, { ...common, loginId });
};

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
  const { mapped, origin } = place;
  if (mapped.kind === 'LOGOUT') {
    if (repeatsConnectionEnd(state, place, common)) return [{ kind: 'SKIPPED', reason: REPEATS_END, origin }];
    return numberEvent(state.repeats, place, { logout: { ...common, loginType: mapped.loginType } });
  }
  if (mapped.kind === 'RECONNECT') {
    const reconnect = { ...common, loginType: 'RDP', srcIp: addressOf(mapped.srcIp) } as const;
    return numberEvent(state.repeats, place, { reconnect });
  }
  if (mapped.kind === 'DISCONNECT') {
    const disconnect = { ...common, srcIp: addressOf(mapped.srcIp) };
    return [numberContextEvent(state.repeats, place, { disconnect })];
  }
  return readLogin(state, { ...place, mapped, common });
};
