import type { LoginType } from '../../model/action.ts';
import { canonicalAddress } from '../../model/values/ipAddress.ts';

import { asFields } from '../fields.ts';
import type { Fields } from '../fields.ts';
import { readText, readUser } from '../fieldValues.ts';
import type { Sensor, SensorContext } from '../sensor.ts';

import { hashContent } from './hashContent.ts';
import { plainLogonName, typeOfLogonName } from './logonTypeNames.ts';
import { makeSessionRecordSensor } from './sessionRecord.ts';
import type { SessionRecord } from './sessionRecord.ts';

/** A row of osquery's results, as the wrapper of its logs writes it. */
export type OsqueryRow = {
  readonly osquery: {
    readonly action: 'added' | 'removed' | 'snapshot';
    readonly columns: Fields;
    /** Seconds of Unix time of the query. */
    readonly unixTime: unknown;
  };
};

/**
 * Creates the sensor of osquery: rows of the tables last, logged_in_users and logon_sessions. The name of the query is not used. The same row in several
 * results is the same login. https://osquery.io/schema
 */
export const makeOsquerySensor = (context: SensorContext): Sensor<SessionRecord> =>
  makeSessionRecordSensor(context, (value) => {
    const row = asFields(asFields(value)['osquery']);
    return typeof row['columns'] === 'object' ? parseRow(row, asFields(row['columns'])) : null;
  });

const parseRow = (row: Fields, columns: Fields): SessionRecord => {
  const has = (...names: readonly string[]): boolean => names.every((name) => Object.hasOwn(columns, name));
  if (has('logon_id', 'logon_time', 'user')) return parseLogonSession(row, columns);
  if (has('username', 'tty', 'pid', 'time', 'type')) return parseLast(row, columns);
  if (has('user', 'tty', 'time', 'type')) return parseLoggedIn(row, columns);
  if (has('auid', 'message', 'path', 'terminal', 'type'))
    return {
      kind: 'NOT_UNDERSTOOD',
      sensorEvent: 'osquery user_events',
      reason: USER_EVENTS,
      text: readText(columns, 'message'),
    };
  const reason = 'osquery: not the table last, logged_in_users or logon_sessions with its columns';
  return { kind: 'SKIPPED', sensorEvent: 'osquery other', reason };
};

/** https://osquery.io/schema/current/#user_events: on Linux. */
const USER_EVENTS =
  'osquery user_events: records of auditd without the number of their session; import the log of auditd';

/** Windows: https://osquery.io/schema/current/#logon_sessions */
const parseLogonSession = (row: Fields, columns: Fields): SessionRecord => {
  const sensorEvent = 'osquery logon_sessions';
  const typeName = readText(columns, 'logon_type');
  const type = plainLogonName(typeName);
  if (type === 'unlock' || type === 'cachedunlock') {
    return { kind: 'SKIPPED', sensorEvent, reason: 'osquery: a logon that unlocks is not a session' };
  }
  if (type === 'undefinedlogontype' || type === 'system') {
    return {
      kind: 'SKIPPED',
      sensorEvent,
      reason: 'osquery: a logon without a type: the host started, nobody logged in',
    };
  }
  const { logon_id: loginId, logon_time: time, logon_sid: uid } = columns;
  const login = {
    sensorEvent,
    loginSuccessful: true,
    hostname: undefined,
    user: readUser(columns, 'logon_domain', 'user'),
    uid,
    loginId,
    loginType: typeOfLogonName(typeName),
  } as const;
  const id = ['logon_sessions', loginId, time];
  return isRemoved(row)
    ? {
        ...login,
        kind: 'LOGOUT',
        time: formatSeconds(row['unixTime']),
        sourceId: hashContent('osquery', ['end', ...id]),
      }
    : { ...login, kind: 'LOGIN', time: formatSeconds(time), sourceId: hashContent('osquery', id) };
};

/** https://osquery.io/schema/current/#last: types 7 and 8 of utmp are the start and the end of a session, 2 is the start of the host, and 1 may be its end. */
const parseLast = (row: Fields, columns: Fields): SessionRecord => {
  const sensorEvent = 'osquery last';
  const type = readText(columns, 'type');
  if (isRemoved(row)) {
    return { kind: 'SKIPPED', sensorEvent, reason: 'osquery last: a row that has left wtmp' };
  }
  const { time: seconds } = columns;
  const fact = { sensorEvent, time: formatSeconds(seconds) };
  if (type === '2')
    return { ...fact, kind: 'HOST_START', sourceId: identify('HOST_START', columns, seconds) };
  // Other changes of the run level have the user `runlevel`.
  if (type === '1' && readText(columns, 'username') === 'shutdown') {
    return { ...fact, kind: 'HOST_STOP', sourceId: identify('HOST_STOP', columns, seconds) };
  }
  if (type !== '7' && type !== '8') {
    return { kind: 'SKIPPED', sensorEvent, reason: 'osquery last: neither a login nor a logout' };
  }
  const login = ofTerminal(columns, readText(columns, 'username'));
  const kind = type === '7' ? 'LOGIN' : 'LOGOUT';
  return { ...login, ...fact, kind, sourceId: identify(kind, columns, seconds) };
};

/** https://osquery.io/schema/current/#logged_in_users: a user of a terminal; on Windows of a session. */
const parseLoggedIn = (row: Fields, columns: Fields): SessionRecord => {
  const sensorEvent = 'osquery logged_in_users';
  if (!SESSION_TYPES.has(readText(columns, 'type'))) {
    return { kind: 'SKIPPED', sensorEvent, reason: 'osquery logged_in_users: not a user session' };
  }
  const login = { ...ofTerminal(columns, readText(columns, 'user')), uid: columns['sid'] };
  const { time } = columns;
  return isRemoved(row)
    ? {
        ...login,
        kind: 'LOGOUT',
        sensorEvent,
        time: formatSeconds(row['unixTime']),
        sourceId: identify('LOGOUT', columns, time),
      }
    : {
        ...login,
        kind: 'LOGIN',
        sensorEvent,
        time: formatSeconds(time),
        sourceId: identify('LOGIN', columns, time),
      };
};

const SESSION_TYPES = new Set(['user', 'active', 'disconnected', 'connected']);

/** The login of a terminal, which the tables share: last and logged_in_users tell the same one. */
const ofTerminal = (columns: Fields, user: string) => {
  const pid = Number(columns['pid']);
  const host = readText(columns, 'host');
  return {
    loginSuccessful: true,
    hostname: undefined,
    user: user === '' ? undefined : user,
    loginId: Number.isSafeInteger(pid) && pid > 0 ? `0x${pid.toString(16)}` : undefined,
    loginType: typeOf(readText(columns, 'tty').toLowerCase(), host),
    source: { ip: host },
  } as const;
};

const typeOf = (tty: string, host: string): LoginType | null => {
  if (tty.startsWith('rdp-')) return 'RDP';
  if (tty.startsWith(':') || host.startsWith(':') || tty === 'console') return 'INTERACTIVE';
  if (canonicalAddress(host) !== null) return 'REMOTE';
  return /^tty\d/.test(tty) ? 'LOCAL' : null;
};

const identify = (kind: string, columns: Fields, time: unknown): string => {
  const { tty, pid, host } = columns;
  return hashContent(
    'osquery',
    [kind, columns['username'] ?? columns['user'], tty, pid, host, time].map(String),
  );
};

const isRemoved = (row: Fields): boolean => row['action'] === 'removed';

/** Empty for anything but seconds of Unix time. */
const formatSeconds = (value: unknown): string =>
  /^[1-9]\d{8,9}$/.test(String(value)) ? new Date(Number(value) * 1000).toISOString() : '';
