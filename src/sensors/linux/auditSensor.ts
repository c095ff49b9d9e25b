import { isLocalLoginType } from '../../model/action.ts';
import type { Join } from '../../model/joins/join.ts';

import { ADVICE } from '../advice.ts';
import { countAssumption } from '../assumptions.ts';
import { readLocalTime } from '../readLocalTime.ts';
import type { TimeReading } from '../readLocalTime.ts';
import { makeRecentMap, getRecent, setRecent } from '../recentMap.ts';
import type { RecentMap } from '../recentMap.ts';
import { UNKNOWN_EVENT } from '../sensor.ts';
import type { Outcome, OutcomeOrigin, Sensor, SensorContext } from '../sensor.ts';

import { factsOf, noteFacts } from './auditFacts.ts';
import type { FactValues, ProcessFacts } from './auditFacts.ts';
import { classifyAuditType } from './auditTypes.ts';
import { auditLoginType, DISPLAY_MANAGERS, isSuccess, makeAuditEvent } from './makeAuditEvent.ts';
import { DAMAGED, parseAudit, parseFields, SEPARATOR } from './parseAudit.ts';
import type { AuditHeader, AuditLine, AuditRecord } from './parseAudit.ts';
import { isGreeterUser } from './pamServices.ts';
import { joinAudit, tellFacts } from './shippedAudit.ts';

type State = SensorContext & {
  /** The details of a login from all records of its process, by host and pid. */
  readonly facts: ProcessFacts;
  /** Starts and ends that a USER_LOGIN or USER_LOGOUT reported, by host, kind, session and pid. */
  readonly told: RecentMap<true>;
  /** Logins and logouts whose process may have more records: records are in any order. */
  waiting: Waiting[];
};

type Waiting = {
  readonly record: AuditRecord;
  readonly timeMs: number;
  readonly time: string;
  readonly hostname: string;
  readonly host: string;
  readonly origin: OutcomeOrigin;
  /** Of the process when the record was read, as a later process may have the pid; null if none of its records had any. */
  readonly facts: FactValues | null;
};

/** Creates the sensor of auditd. https://github.com/linux-audit/audit-documentation/wiki */
export const makeAuditSensor = (context: SensorContext): Sensor<AuditLine> => {
  const state: State = {
    ...context,
    facts: makeRecentMap(REMEMBERED),
    told: makeRecentMap(REMEMBERED),
    waiting: [],
  };
  return {
    waitMs: 10_000,
    linuxSource: 'audit',
    readsText: true,
    recognize: (value) => (typeof value === 'string' ? parseAudit(value) : null),
    read: (line, origin, known) => {
      if (line === DAMAGED) {
        const unknown = { ...origin, sensorEvent: UNKNOWN_EVENT };
        return [{ kind: 'FAILED', reason: 'not a line of auditd', origin: unknown }];
      }
      if (line === SEPARATOR) {
        const separator = { ...origin, sensorEvent: 'auditd other' };
        return [{ kind: 'SKIPPED', reason: 'ausearch: the line between two events', origin: separator }];
      }
      if (!READ_TYPES.has(line.type)) return [classify(line, { ...origin, sensorEvent: 'auditd other' })];
      const record = { ...parseFields(line), node: line.node ?? known?.hostname ?? null };
      return readAudit(state, record, { ...origin, sensorEvent: `auditd ${line.type}` });
    },
    flush: (untilMs) => {
      const due = state.waiting.filter(({ timeMs }) => timeMs <= untilMs).toSorted(byTime);
      state.waiting = state.waiting.filter(({ timeMs }) => timeMs > untilMs);
      return settleEach(state, due);
    },
    repeats: null,
  };
};

const REMEMBERED = 20_000;
const MAX_WAITING = 10_000;
/** The number of records to settle if too many wait. Settling all 10,000 for one new record would take too long. */
const SETTLED_AT_ONCE = 100;

const byTime = (a: Waiting, b: Waiting): number => a.timeMs - b.timeMs;

const settleEarliest = (state: State): readonly Outcome[] => {
  const sorted = state.waiting.toSorted(byTime);
  state.waiting = sorted.slice(SETTLED_AT_ONCE);
  return [...settleEach(state, sorted.slice(0, SETTLED_AT_ONCE))];
};

function* settleEach(state: State, due: readonly Waiting[]): Generator<Outcome> {
  for (const one of due) yield settle(state, one);
}

/** The start of a session has two records, and so has its end. */
const KINDS = {
  USER_LOGIN: 'START',
  USER_START: 'START',
  USER_AUTH: 'START',
  USER_LOGOUT: 'END',
  USER_END: 'END',
} as const;
type SessionType = keyof typeof KINDS;
const READ_TYPES = new Set([
  ...Object.keys(KINDS),
  'SYSTEM_BOOT',
  'SYSTEM_SHUTDOWN',
  'CRYPTO_SESSION',
  'USER_ACCT',
  'CRED_ACQ',
]);
const SERVICES =
  /^.*\/(?:sshd|sshd-session|sshd-auth|login|gdm[\w-]*|lightdm|sddm[\w-]*|plasmalogin[\w-]*|[kxw]dm|lxdm|slim|greetd|xrdp-ses(?:man|exec)|cockpit-session)$/s;
/** They write USER_LOGIN for each login, also for one that failed. For the others, PAM's USER_AUTH reports it. */
const WRITES_LOGIN = /^.*\/(?:sshd|sshd-session|sshd-auth|login|gdm[\w-]*)$/s;

const readAudit = (state: State, record: AuditRecord, origin: OutcomeOrigin): readonly Outcome[] => {
  const { type, fields } = record;
  const hostname = record.node ?? state.options.hostname;
  if (hostname === null)
    return [{ kind: 'FAILED', reason: `no host name: ${ADVICE[state.options.input].host}`, origin }];
  const host = state.names.foldHost(hostname);
  const isShipped = state.options.input === 'REQUEST';
  if (!isShipped) noteFacts(state.facts, host, record);
  const isHostEvent = type === 'SYSTEM_BOOT' || type === 'SYSTEM_SHUTDOWN';
  if (!isHostEvent && (!isSessionType(type) || (type === 'USER_AUTH' && !isFailedLogin(record)))) {
    const join = isShipped ? joinStep(state, record, hostname) : null;
    return [
      { kind: 'SKIPPED', reason: 'auditd: a step of a login', origin, ...(join === null ? {} : { join }) },
    ];
  }
  if (isSessionType(type) && type !== 'USER_LOGIN' && type !== 'USER_LOGOUT') {
    const reason = whyNoSession(fields);
    if (reason !== null) return [{ kind: 'SKIPPED', reason, origin }];
  }
  const reading = readTime(state, record);
  if (reading.kind === 'FAILED') return [{ ...reading, origin }];
  const { time, timeMs } = reading;
  if (isHostEvent) {
    const fact = { time, hostname, sourceId: `audit/${record.serial}` };
    const event = type === 'SYSTEM_BOOT' ? { hostStart: fact } : { hostStop: fact };
    return [{ kind: 'CONTEXT', event, timeMs, origin }];
  }
  if (isShipped && isSessionType(type)) {
    const event = makeAuditEvent({ record, hostname, origin, time, timeMs }, NO_FACTS);
    const isOfPam = type !== 'USER_LOGIN' && type !== 'USER_LOGOUT';
    const isLocal = isLocalLoginType(auditLoginType(fields));
    return [
      { ...event, join: joinAudit({ record, hostname, timeMs }, { kind: KINDS[type], isOfPam, isLocal }) },
    ];
  }
  if (type === 'USER_LOGIN' || type === 'USER_LOGOUT') {
    setRecent(state.told, toldKey(host, record, type), true);
  }
  state.waiting.push({
    record,
    hostname,
    host,
    origin,
    time,
    timeMs,
    facts: factsOf(state.facts, host, record),
  });
  return state.waiting.length > MAX_WAITING ? settleEarliest(state) : [];
};

/** What a step of a login leaves for the login, in a request. */
const joinStep = (state: State, record: AuditRecord, hostname: string): Join | null => {
  const reading = SERVICES.test(record.fields.get('exe') ?? '') ? readTime(state, record) : null;
  return reading?.kind === 'TIME' ? tellFacts({ record, hostname, timeMs: reading.timeMs }) : null;
};

const classify = ({ type }: AuditHeader, origin: OutcomeOrigin): Outcome => {
  const kind = classifyAuditType(type);
  if (kind === 'NOT_UNDERSTOOD')
    return { kind, reason: 'auditd: a record type that is not known', text: `auditd: ${type}`, origin };
  const reason =
    kind === 'UNRELATED'
      ? 'auditd: a record type that reports no logins'
      : 'auditd: neither a login nor a logout';
  return { kind, reason, origin };
};

/** Why a record of PAM is not about the session of a user; null if it is. */
const whyNoSession = (fields: AuditRecord['fields']): string | null => {
  const exe = fields.get('exe') ?? '';
  if (!SERVICES.test(exe)) return 'auditd: cron, su, sudo and similar: not a user session';
  if (!/^PAM:(?:session_|authentication$)/.test(fields.get('op') ?? '')) return 'auditd: a step of a login';
  const isGreeter = DISPLAY_MANAGERS.test(exe) && isGreeterUser(fields.get('acct') ?? '');
  return isGreeter ? 'auditd: a login screen: its own session, not that of a user' : null;
};

const isFailedLogin = ({ fields }: AuditRecord): boolean =>
  !isSuccess(fields) && !WRITES_LOGIN.test(fields.get('exe') ?? '');

const readTime = ({ options, assumptions }: State, { clock }: AuditRecord): TimeReading => {
  if (clock.kind === 'UNIX') {
    const time = new Date(clock.timeMs).toISOString().replace('Z', '000Z');
    return { kind: 'TIME', time, timeMs: clock.timeMs, zone: null };
  }
  if (clock.kind === 'UNKNOWN') return { kind: 'FAILED', reason: UNKNOWN_DATE };
  if (options.timeZone === null) {
    return { kind: 'FAILED', reason: `${NO_ZONE}; ${ADVICE[options.input].zone}` };
  }
  const reading = readLocalTime({ field: 'the time', ...clock }, options.timeZone, options.input);
  if (reading.kind === 'TIME' && reading.zone !== null) countAssumption(assumptions, reading.zone);
  return reading;
};

const UNKNOWN_DATE =
  'the date of ausearch -i is not in the order of en_US, C or ISO 8601: export it with LC_ALL=C, or without -i';
const NO_ZONE = 'no time zone: ausearch -i writes local times';

const isSessionType = (type: string): type is SessionType => Object.hasOwn(KINDS, type);

const toldKey = (host: string, { fields }: AuditRecord, type: SessionType): string =>
  `${host} ${KINDS[type]} ${fields.get('ses') ?? ''} ${fields.get('pid') ?? ''}`;

const settle = (state: State, waiting: Waiting): Outcome => {
  const { record, host, origin } = waiting;
  const { type } = record;
  if (!isSessionType(type)) throw new Error(`${type} is not the start or end of a session.`);
  const isRepeat = type === 'USER_START' || type === 'USER_END';
  if (isRepeat && getRecent(state.told, toldKey(host, record, type)) === true) {
    return {
      kind: 'SKIPPED',
      reason: `${type}: repeats ${type === 'USER_START' ? 'USER_LOGIN' : 'USER_LOGOUT'}`,
      origin,
    };
  }
  return makeAuditEvent(waiting, waiting.facts ?? factsOf(state.facts, host, record) ?? NO_FACTS);
};

const NO_FACTS: FactValues = new Map();
