import type { LoginType } from '../../model/action.ts';
import { isLocalLoginType } from '../../model/action.ts';
import { canonicalAddress } from '../../model/values/ipAddress.ts';

import { NAME_THE_HOST } from '../advice.ts';
import { asFields } from '../fields.ts';
import { readName, readText, readValue } from '../fieldValues.ts';
import { makeRecentMap, getRecent, setRecent } from '../recentMap.ts';
import type { RecentMap } from '../recentMap.ts';
import type { Outcome, OutcomeOrigin, Sensor, SensorContext } from '../sensor.ts';
import type { CommonInput, RemoteInput } from '../sessionEventInput.ts';

import { makeSourceIds } from './hashSourceId.ts';
import type { UtmpRecord } from './parseUtmp.ts';

type State = SensorContext & {
  /** The latest login of each pid; null once it has ended. */
  readonly logins: RecentMap<Login | null>;
  /** The times at which the host started. */
  readonly boots: number[];
  /** Ends whose login has not been read yet: rotated files may be read from the newest to the oldest. */
  ends: End[];
  /** The number of events that equal records of a file became. */
  readonly repeats: RecentMap<number>;
};

type Login = Pick<RemoteInput, 'user' | 'loginId' | 'loginType'> & { readonly ut_tv: number };
type End = { readonly record: UtmpRecord; readonly logout: CommonInput; readonly origin: OutcomeOrigin };

/** Creates the sensor of utmp, wtmp and btmp. https://man7.org/linux/man-pages/man5/utmp.5.html */
export const makeUtmpSensor = (context: SensorContext): Sensor<UtmpRecord> => {
  const state: State = {
    ...context,
    logins: makeRecentMap(REMEMBERED),
    boots: [],
    ends: [],
    repeats: makeRecentMap(REMEMBERED),
  };
  return {
    waitMs: 10_000,
    linuxSource: 'utmp',
    recognize: (value) => (isUtmpRecord(value) ? value : null),
    read: (record, origin) => {
      const [sensorEvent, reason] = KINDS[record.ut_type] ?? UNKNOWN_KIND;
      const place = { ...origin, sensorEvent };
      if (reason !== null && !isFailedLogin(record) && !isShutdown(record))
        return [{ kind: 'SKIPPED', reason, origin: place }];
      return readUtmp(state, record, place);
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
};
const UNKNOWN_KIND = ['utmp other', 'utmp: neither a login nor a logout'] as const;

/** btmp writes failed logins with the type that in utmp means the prompt of a getty. The user of a prompt is `LOGIN`. */
const isFailedLogin = ({ ut_type: type, ut_user: user, ut_host: host }: UtmpRecord): boolean =>
  type === LOGIN_PROCESS && user !== '' && (user !== 'LOGIN' || host !== '');

/** systemd and sysvinit write `shutdown` when the host shuts down, and `runlevel` for other changes. */
const isShutdown = ({ ut_type: type, ut_user: user }: UtmpRecord): boolean =>
  type === RUN_LVL && user === 'shutdown';

const readUtmp = (state: State, record: UtmpRecord, origin: OutcomeOrigin): readonly Outcome[] => {
  const { hostname } = state.options;
  if (hostname === null) return [{ kind: 'FAILED', reason: `no host name: ${NAME_THE_HOST}`, origin }];
  const timeMs = Math.floor(record.ut_tv / 1000);
  const time = formatTime(timeMs, record.ut_tv);
  const common: CommonInput = { time, hostname, sourceId: identify(state, record, origin) };
  if (record.ut_type === DEAD_PROCESS) return readEnd(state, { record, logout: common, origin });
  if (record.ut_type === BOOT_TIME) {
    state.boots.push(record.ut_tv);
    return [{ kind: 'CONTEXT', event: { hostStart: common }, timeMs, origin }];
  }
  if (record.ut_type === RUN_LVL) return [{ kind: 'CONTEXT', event: { hostStop: common }, timeMs, origin }];
  const loginType = typeOf(record);
  const user = readName(record, 'ut_user');
  const remote = isLocalLoginType(loginType) ? {} : { srcIp: addressOf(record) };
  const login = { ...common, user, loginType, ...remote };
  if (record.ut_type === LOGIN_PROCESS) {
    return [{ kind: 'EVENT', event: { login: { ...login, loginSuccessful: false } }, timeMs, origin }];
  }
  const { ut_pid: pid, ut_tv } = record;
  const loginId = pid > 0 ? `0x${pid.toString(16)}` : undefined;
  if (loginId !== undefined) setRecent(state.logins, `${pid}`, { user, loginId, loginType, ut_tv });
  return [{ kind: 'EVENT', event: { login: { ...login, loginId, loginSuccessful: true } }, timeMs, origin }];
};

const readEnd = (state: State, end: End): readonly Outcome[] => {
  const outcome = endLogin(state, end);
  if (outcome !== null) return [outcome];
  state.ends.push(end);
  return state.ends.length > MAX_WAITING ? settleEarliest(state) : [];
};

/** Returns the logout of the pid's login that has not ended yet; null without one. */
const endLogin = (state: State, { record, logout, origin }: End): Outcome | null => {
  const { ut_pid: pid, ut_tv: endedAt } = record;
  const login = getRecent(state.logins, `${pid}`) ?? null;
  if (login === null || login.ut_tv > endedAt) return null;
  // After a restart of the host the pid is another process.
  if (state.boots.some((boot) => boot > login.ut_tv && boot <= endedAt)) return null;
  setRecent(state.logins, `${pid}`, null);
  const { ut_tv: _, ...known } = login;
  const timeMs = Math.floor(endedAt / 1000);
  return { kind: 'EVENT', event: { logout: { ...logout, ...known } }, timeMs, origin };
};

const identify = ({ repeats }: State, record: UtmpRecord, { file }: OutcomeOrigin): string => {
  const content = JSON.stringify(record);
  const [sourceId = ''] = makeSourceIds(repeats, { kind: 'utmp', file, content, count: 1 });
  return sourceId;
};

/** Every safe integer of microseconds is within the range of a JavaScript Date. */
const formatTime = (ms: number, micros: number): string =>
  new Date(ms).toISOString().replace('Z', `${String(micros - ms * 1000).padStart(3, '0')}Z`);

/** sshd also writes the address as the host, which distinguishes 2001:db8:: from 32.1.13.184; mosh writes `10.0.0.9 via mosh [700]`. */
const addressOf = (record: UtmpRecord): string | undefined => {
  const [name = ''] = readText(record, 'ut_host').split(' ', 1);
  return canonicalAddress(name) ?? readValue(record, 'ut_addr');
};

const typeOf = (record: UtmpRecord): LoginType | null => {
  const [line, host] = [readText(record, 'ut_line'), readText(record, 'ut_host')];
  if (line.startsWith(':') || host.startsWith(':') || host === 'login screen') return 'INTERACTIVE';
  if (addressOf(record) !== undefined || /^ssh(?:d|:|$)/.test(line)) return 'REMOTE';
  // tmux and screen write records for a pts, which have no login type in CAR.
  return line.startsWith('tty') ? 'LOCAL' : null;
};
