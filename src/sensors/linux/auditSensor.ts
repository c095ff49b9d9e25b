import type { LoginType } from '../../model/action.ts';
import { isLocalLoginType } from '../../model/action.ts';

import { NAME_THE_HOST } from '../advice.ts';
import { readName } from '../fieldValues.ts';
import { makeRecentMap, getRecent, setRecent } from '../recentMap.ts';
import type { RecentMap } from '../recentMap.ts';
import { UNKNOWN_EVENT } from '../sensor.ts';
import type { Outcome, OutcomeOrigin, Sensor, SensorContext } from '../sensor.ts';
import type { RemoteInput } from '../sessionEventInput.ts';

import { loginIdOfSession } from './loginIdOfSession.ts';
import { DAMAGED, parseAudit } from './parseAudit.ts';
import type { AuditLine, AuditRecord } from './parseAudit.ts';

type State = SensorContext & {
  /** The details of a login from all records of its process, by host and pid. */
  readonly facts: RecentMap<ReadonlyMap<string, string>>;
  /** Starts and ends that a USER_LOGIN or USER_LOGOUT reported, by host, kind, session and pid. */
  readonly told: RecentMap<true>;
  /** Logins and logouts whose process may have more records: records are in any order. */
  waiting: Waiting[];
};

type Waiting = {
  readonly record: AuditRecord;
  readonly hostname: string;
  readonly host: string;
  readonly origin: OutcomeOrigin;
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
    recognize: (value) => (typeof value === 'string' ? parseAudit(value) : null),
    read: (line, origin, known) => {
      if (line === DAMAGED) {
        const unknown = { ...origin, sensorEvent: UNKNOWN_EVENT };
        return [{ kind: 'FAILED', reason: 'not a line of auditd', origin: unknown }];
      }
      const sensorEvent = READ_TYPES.has(line.type) ? `auditd ${line.type}` : 'auditd other';
      const hostname = known?.hostname;
      const record = line.node !== null || hostname === undefined ? line : { ...line, node: hostname };
      return readAudit(state, record, { ...origin, sensorEvent });
    },
    flush: (untilMs) => {
      const due = state.waiting.filter(({ record }) => record.timeMs <= untilMs).toSorted(byTime);
      state.waiting = state.waiting.filter(({ record }) => record.timeMs > untilMs);
      return settleEach(state, due);
    },
    repeats: null,
  };
};

const REMEMBERED = 20_000;
const MAX_WAITING = 10_000;
/** The number of records to settle if too many wait. Settling all 10,000 for one new record would take too long. */
const SETTLED_AT_ONCE = 100;

const byTime = (a: Waiting, b: Waiting): number => a.record.timeMs - b.record.timeMs;

const settleEarliest = (state: State): readonly Outcome[] => {
  const sorted = state.waiting.toSorted(byTime);
  state.waiting = sorted.slice(SETTLED_AT_ONCE);
  return [...settleEach(state, sorted.slice(0, SETTLED_AT_ONCE))];
};

function* settleEach(state: State, due: readonly Waiting[]): Generator<Outcome> {
  for (const one of due) yield settle(state, one);
}

/** The start of a session has two records, and so has its end. */
const KINDS = { USER_LOGIN: 'START', USER_START: 'START', USER_LOGOUT: 'END', USER_END: 'END' } as const;
type SessionType = keyof typeof KINDS;
const READ_TYPES = new Set([
  ...Object.keys(KINDS),
  'SYSTEM_BOOT',
  'SYSTEM_SHUTDOWN',
  'CRYPTO_SESSION',
  'USER_AUTH',
  'USER_ACCT',
  'CRED_ACQ',
]);
const FACTS = ['acct', 'addr', 'rport', 'laddr', 'lport'];
const SERVICES = /^.*\/(?:sshd|sshd-session|login|gdm[\w-]*|lightdm|sddm[\w-]*|xrdp-sesman)$/s;

const readAudit = (state: State, record: AuditRecord, origin: OutcomeOrigin): readonly Outcome[] => {
  const { type, fields } = record;
  if (!READ_TYPES.has(type))
    return [{ kind: 'SKIPPED', reason: 'auditd: neither a login nor a logout', origin }];
  const hostname = record.node ?? state.options.hostname;
  if (hostname === null) return [{ kind: 'FAILED', reason: `no host name: ${NAME_THE_HOST}`, origin }];
  const host = state.names.foldHost(hostname);
  noteFacts(state, host, record);
  if (type === 'SYSTEM_BOOT' || type === 'SYSTEM_SHUTDOWN') {
    const fact = { time: timeOf(record), hostname, sourceId: `audit/${record.serial}` };
    const event = type === 'SYSTEM_BOOT' ? { hostStart: fact } : { hostStop: fact };
    return [{ kind: 'CONTEXT', event, timeMs: record.timeMs, origin }];
  }
  if (!isSessionType(type)) return [{ kind: 'SKIPPED', reason: 'auditd: a step of a login', origin }];
  if (type === 'USER_LOGIN' || type === 'USER_LOGOUT') {
    setRecent(state.told, toldKey(host, record, type), true);
  } else if (!SERVICES.test(fields.get('exe') ?? '')) {
    return [{ kind: 'SKIPPED', reason: 'auditd: cron, su, sudo and similar: not a user session', origin }];
  } else if (!(fields.get('op') ?? '').startsWith('PAM:session_')) {
    return [{ kind: 'SKIPPED', reason: 'auditd: a step of a login', origin }];
  }
  state.waiting.push({ record, hostname, host, origin });
  return state.waiting.length > MAX_WAITING ? settleEarliest(state) : [];
};

const isSessionType = (type: string): type is SessionType => Object.hasOwn(KINDS, type);

const noteFacts = ({ facts }: State, host: string, { fields }: AuditRecord): void => {
  const pid = fields.get('pid');
  const known = FACTS.flatMap((name) => {
    const value = fields.get(name);
    return value === undefined ? [] : [[name, value] as const];
  });
  if (pid === undefined || known.length === 0) return;
  const key = `${host} ${pid}`;
  setRecent(facts, key, new Map([...known, ...(getRecent(facts, key) ?? [])]));
};

const toldKey = (host: string, { fields }: AuditRecord, type: SessionType): string =>
  `${host} ${KINDS[type]} ${fields.get('ses') ?? ''} ${fields.get('pid') ?? ''}`;

const settle = (state: State, { record, hostname, host, origin }: Waiting): Outcome => {
  const { type, fields } = record;
  if (!isSessionType(type)) throw new Error(`${type} is not the start or end of a session.`);
  const isRepeat = type === 'USER_START' || type === 'USER_END';
  if (isRepeat && getRecent(state.told, toldKey(host, record, type)) === true) {
    return {
      kind: 'SKIPPED',
      reason: `${type}: repeats ${type === 'USER_START' ? 'USER_LOGIN' : 'USER_LOGOUT'}`,
      origin,
    };
  }
  const facts = getRecent(state.facts, `${host} ${fields.get('pid') ?? ''}`);
  const find = (name: string): string | undefined => fields.get(name) ?? facts?.get(name);
  const loginType = typeOf(fields);
  const common: RemoteInput = {
    time: timeOf(record),
    hostname,
    user: readName({ user: find('acct') }, 'user'),
    uid: fields.get('auid'),
    loginId: toLoginId(fields.get('ses')),
    sourceId: `audit/${record.serial}`,
    loginType,
  };
  if (KINDS[type] === 'END')
    return { kind: 'EVENT', event: { logout: common }, timeMs: record.timeMs, origin };
  const loginSuccessful = /^(?:success|yes|1)$/.test(fields.get('res') ?? '');
  const login = {
    ...common,
    ...(loginSuccessful ? {} : { loginId: undefined, uid: undefined }),
    ...(isLocalLoginType(loginType) ? {} : endpointsOf(find)),
    loginSuccessful,
  };
  return { kind: 'EVENT', event: { login }, timeMs: record.timeMs, origin };
};

const endpointsOf = (find: (name: string) => string | undefined) => ({
  srcIp: find('addr'),
  srcPort: toPort(find('rport')),
  destIp: find('laddr'),
  destPort: toPort(find('lport')),
});

const toPort = (text: string | undefined): number | undefined =>
  text !== undefined && /^\d{1,5}$/.test(text) ? Number(text) : undefined;

const toLoginId = (session: string | undefined): string | undefined =>
  session !== undefined && /^\d{1,10}$/.test(session) ? loginIdOfSession(session) : undefined;

const typeOf = (fields: ReadonlyMap<string, string>): LoginType | null => {
  const terminal = (fields.get('terminal') ?? '').replace('/dev/', '');
  if (/\/sshd(?:-session)?$/.test(fields.get('exe') ?? '') || terminal === 'ssh') return 'REMOTE';
  if (/^tty\d/.test(terminal)) return 'LOCAL';
  if (terminal.startsWith(':')) return 'INTERACTIVE';
  return terminal.startsWith('pts/') && fields.has('addr') ? 'REMOTE' : null;
};

const timeOf = ({ timeMs }: AuditRecord): string => new Date(timeMs).toISOString().replace('Z', '000Z');
