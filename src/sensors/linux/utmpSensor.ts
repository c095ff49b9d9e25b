import { isLocalLoginType } from '../../model/action.ts';

import { ADVICE } from '../advice.ts';
import { asFields } from '../fields.ts';
import { readName } from '../fieldValues.ts';
import { makeRecentMap, getRecent, setRecent } from '../recentMap.ts';
import type { RecentMap } from '../recentMap.ts';
import type { Outcome, OutcomeOrigin, Sensor, SensorContext } from '../sensor.ts';
import type { CommonInput, RemoteInput } from '../sessionEventInput.ts';

import { makeSourceIds } from './hashSourceId.ts';
import type { UtmpRecord } from './parseUtmp.ts';
import { addressOf, isWindow, lineOf, loginIdOf, typeOf } from './readUtmpSession.ts';
import { joinEnd, tellSession } from './shippedUtmp.ts';

type State = SensorContext & {
  /** The last logins of each terminal line, by time. */
  readonly byLine: RecentMap<readonly Login[]>;
  /** The latest login of each pid that belongs to one session. */
  readonly byPid: RecentMap<Login>;
  /** The times at which the host started. */
  readonly boots: number[];
  /** Ends whose login has not been read yet: rotated files may be read from the newest to the oldest. */
  ends: End[];
  /** The number of events that equal records of a file became. */
  readonly repeats: RecentMap<number>;
};

type Login = {
  readonly session: Pick<RemoteInput, 'user' | 'loginId' | 'loginType'>;
  readonly line: string;
  readonly ut_tv: number;
  hasEnded: boolean;
};
type End = { readonly record: UtmpRecord; readonly logout: CommonInput; readonly origin: OutcomeOrigin };

/** Creates the sensor of utmp, wtmp and btmp. https://man7.org/linux/man-pages/man5/utmp.5.html */
export const makeUtmpSensor = (context: SensorContext): Sensor<UtmpRecord> => {
  const state: State = {
    ...context,
    byLine: makeRecentMap(REMEMBERED),
    byPid: makeRecentMap(REMEMBERED),
    boots: [],
    ends: [],
    repeats: makeRecentMap(REMEMBERED),
  };
  return {
    waitMs: 10_000,
    linuxSource: 'utmp',
    readsText: false,
    recognize: (value) => (isUtmpRecord(value) ? value : null),
    read: (record, origin) => {
      const [sensorEvent, reason] = KINDS[record.ut_type] ?? UNKNOWN_KIND;
      const place = { ...origin, sensorEvent };
      const isFailed = isFailedLogin(record, origin.file);
      if (reason !== null && !isFailed && !isShutdown(record)) {
        return [{ kind: 'SKIPPED', reason, origin: place }];
      }
      return readUtmp(state, record, { origin: place, isFailed });
    },
    flush: (untilMs) => {
      const isDue = ({ record }: End): boolean => record.ut_tv / 1000 <= untilMs;
      const due = state.ends.filter(isDue).toSorted(byTime);
      state.ends = state.ends.filter((end) => !isDue(end));
      return settleEach(state, due);
    },
    repeats: null,
  };
};

const REMEMBERED = 20_000;
const MAX_WAITING = 10_000;
/** The number of records to settle if too many wait. Settling all 10,000 for one new record would take too long. */
const SETTLED_AT_ONCE = 100;

/** Whether a value is a record of utmp, wtmp or btmp as parseUtmp returns it. */
const isUtmpRecord = (value: unknown): value is UtmpRecord => {
  const fields = asFields(value);
  return (
    INTEGERS.every((name) => Number.isSafeInteger(fields[name])) &&
    TEXTS.every((name) => typeof fields[name] === 'string')
  );
};

const INTEGERS = ['ut_type', 'ut_pid', 'ut_tv'];
const TEXTS = ['ut_line', 'ut_user', 'ut_host', 'ut_addr'];

const settleEarliest = (state: State): readonly Outcome[] => {
  const sorted = state.ends.toSorted(byTime);
  state.ends = sorted.slice(SETTLED_AT_ONCE);
  return [...settleEach(state, sorted.slice(0, SETTLED_AT_ONCE))];
};

const byTime = (a: End, b: End): number => a.record.ut_tv - b.record.ut_tv;

function* settleEach(state: State, due: readonly End[]): Generator<Outcome> {
  const reason = 'utmp: the end of a prompt, or of a login before the log began';
  for (const end of due) yield endLogin(state, end) ?? { kind: 'SKIPPED', reason, origin: end.origin };
}

const [RUN_LVL, BOOT_TIME, LOGIN_PROCESS, USER_PROCESS, DEAD_PROCESS] = [1, 2, 6, 7, 8];
/** Of macOS. */
const SHUTDOWN_TIME = 11;

/** The names of the types, and the reason why a type is not an event. */
const KINDS: Readonly<Record<number, readonly [string, string | null]>> = {
  0: ['utmp EMPTY', 'utmp: an empty record'],
  [RUN_LVL]: ['utmp RUN_LVL', 'utmp: change of the run level: no shutdown'],
  [BOOT_TIME]: ['utmp BOOT_TIME', null],
  3: ['utmp NEW_TIME', 'utmp: the clock was set: no CAR action'],
  4: ['utmp OLD_TIME', 'utmp: the clock was set: no CAR action'],
  5: ['utmp INIT_PROCESS', 'utmp: a process of init: not a session'],
  [LOGIN_PROCESS]: ['utmp LOGIN_PROCESS', 'utmp: a prompt that waits for a login'],
  [USER_PROCESS]: ['utmp USER_PROCESS', null],
  [DEAD_PROCESS]: ['utmp DEAD_PROCESS', null],
  10: ['utmp SIGNATURE', 'utmp: the signature of a file of macOS'],
  [SHUTDOWN_TIME]: ['utmp SHUTDOWN_TIME', null],
};
const UNKNOWN_KIND = ['utmp other', 'utmp: neither a login nor a logout'] as const;

/**
 * btmp writes failed logins with the type that in utmp means the prompt of a getty. The user of a prompt is `LOGIN`, and it has no host. GDM writes them with the type
 * of a login (gdm-session-record.c), so only the name of the file tells that they failed.
 */
const isFailedLogin = ({ ut_type: type, ut_user: user, ut_host: host }: UtmpRecord, file: string): boolean =>
  (type === LOGIN_PROCESS && ((user !== '' && user !== 'LOGIN') || host !== '')) ||
  (type === USER_PROCESS && /^(?:.*[\\/])?btmp[^\\/]*$/s.test(file));

/** systemd and sysvinit write `shutdown` when the host shuts down. init also writes the change to run level 0 (halt) or 6 (reboot). */
const isShutdown = ({ ut_type: type, ut_user: user, ut_pid: pid }: UtmpRecord): boolean =>
  type === RUN_LVL && (user === 'shutdown' || (user === 'runlevel' && HALT_LEVELS.has(pid & 0xff)));

/** The last byte of the pid is the new level as a character. */
const HALT_LEVELS = new Set(['0', '6'].map((level) => level.charCodeAt(0)));

type Place = { readonly origin: OutcomeOrigin; readonly isFailed: boolean };

const readUtmp = (state: State, record: UtmpRecord, { origin, isFailed }: Place): readonly Outcome[] => {
  const { hostname } = state.options;
  if (hostname === null)
    return [{ kind: 'FAILED', reason: `no host name: ${ADVICE[state.options.input].host}`, origin }];
  const timeMs = Math.floor(record.ut_tv / 1000);
  const time = formatTime(timeMs, record.ut_tv);
  const sourceId = identify(state, record, origin);
  const common: CommonInput = { time, hostname, sourceId };
  if (record.ut_type === BOOT_TIME) {
    state.boots.push(record.ut_tv);
    return [{ kind: 'CONTEXT', event: { hostStart: common }, timeMs, origin }];
  }
  if (record.ut_type === RUN_LVL || record.ut_type === SHUTDOWN_TIME) {
    return [{ kind: 'CONTEXT', event: { hostStop: common }, timeMs, origin }];
  }
  // Some programs write the end of a session as a login without a user; last reads it so, too.
  const isEnd = record.ut_type === DEAD_PROCESS || (record.ut_user === '' && !isFailed);
  const isShipped = state.options.input === 'REQUEST';
  if (isEnd && isShipped) {
    const join = joinEnd({ hostname, timeMs, line: lineOf(record), sourceId });
    return [{ kind: 'EVENT', event: { logout: common }, timeMs, origin, join }];
  }
  if (isEnd) return readEnd(state, { record, logout: common, origin });
  const loginType = typeOf(record);
  const user = readName(record, 'ut_user');
  const remote = isLocalLoginType(loginType) ? {} : { srcIp: addressOf(record) };
  const login = { ...common, user, loginType, ...remote };
  if (isFailed) {
    return [{ kind: 'EVENT', event: { login: { ...login, loginSuccessful: false } }, timeMs, origin }];
  }
  const loginId = loginIdOf(record);
  const session = { user, loginId, loginType };
  const outcome = {
    kind: 'EVENT',
    event: { login: { ...login, loginId, loginSuccessful: true } },
    timeMs,
    origin,
  } as const;
  if (isShipped)
    return [{ ...outcome, join: tellSession({ hostname, timeMs, line: lineOf(record), sourceId }, session) }];
  noteLogin(state, record, session);
  return [outcome];
};

/** Keeps the last logins of a line in the order of their times. */
const noteLogin = (state: State, record: UtmpRecord, session: Login['session']): void => {
  const line = lineOf(record);
  const login: Login = { session, line, ut_tv: record.ut_tv, hasEnded: false };
  if (line !== '') {
    const sorted = [...(getRecent(state.byLine, line) ?? []), login].toSorted((a, b) => a.ut_tv - b.ut_tv);
    setRecent(state.byLine, line, sorted.slice(-KEPT_PER_LINE));
  }
  if (!isWindow(record)) setRecent(state.byPid, `${record.ut_pid}`, login);
};

const KEPT_PER_LINE = 8;

const readEnd = (state: State, end: End): readonly Outcome[] => {
  const outcome = endLogin(state, end);
  if (outcome !== null) return [outcome];
  state.ends.push(end);
  return state.ends.length > MAX_WAITING ? settleEarliest(state) : [];
};

/** Returns the logout of the login that the record ends; null without one. */
const endLogin = (state: State, { record, logout, origin }: End): Outcome | null => {
  const { ut_tv: endedAt } = record;
  const login = findLogin(state, record);
  if (login === undefined) return null;
  login.hasEnded = true;
  const timeMs = Math.floor(endedAt / 1000);
  return { kind: 'EVENT', event: { logout: { ...logout, ...login.session } }, timeMs, origin };
};

/**
 * Finds the latest open login of the line, as `last` does: a line has one session at a time, while the end may have another pid or none. Otherwise
 * it finds the login of the pid.
 */
const findLogin = ({ byLine, byPid, boots }: State, record: UtmpRecord): Login | undefined => {
  const { ut_tv: endedAt } = record;
  // After a restart of the host, the line has another session and the pid is another process.
  const canEnd = (login: Login | undefined): login is Login =>
    login !== undefined &&
    !login.hasEnded &&
    login.ut_tv <= endedAt &&
    !boots.some((boot) => boot > login.ut_tv && boot <= endedAt);
  const ofLine = (getRecent(byLine, lineOf(record)) ?? []).findLast((login) => login.ut_tv <= endedAt);
  if (canEnd(ofLine)) return ofLine;
  const ofPid = getRecent(byPid, `${record.ut_pid}`);
  return canEnd(ofPid) ? ofPid : undefined;
};

const identify = ({ repeats }: State, record: UtmpRecord, { file }: OutcomeOrigin): string => {
  const content = JSON.stringify(record);
  const [sourceId = ''] = makeSourceIds(repeats, { kind: 'utmp', file, content, count: 1 });
  return sourceId;
};

/** Every safe integer of microseconds is within the range of a JavaScript Date. */
const formatTime = (ms: number, micros: number): string =>
  new Date(ms).toISOString().replace('Z', `${String(micros - ms * 1000).padStart(3, '0')}Z`);
