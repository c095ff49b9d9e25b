import type { Action, LoginType } from '../../model/action.ts';

import { asFields } from '../fields.ts';
import type { Fields } from '../fields.ts';
import { readUser } from '../fieldValues.ts';
import type { Sensor, SensorContext } from '../sensor.ts';
import { isUnlockLogon, loginTypeOf } from '../windows/logonType.ts';

import { hashContent } from './hashContent.ts';
import { makeSessionRecordSensor } from './sessionRecord.ts';
import type { SessionRecord } from './sessionRecord.ts';

/**
 * Creates the sensor of OCSF: events of the class Authentication (3002), of every version, also as Amazon Security Lake stores them.
 * https://schema.ocsf.io/classes/authentication
 */
export const makeOcsfSensor = (context: SensorContext): Sensor<SessionRecord> =>
  makeSessionRecordSensor(context, (value) => {
    const event = asFields(value);
    return Object.hasOwn(event, 'class_uid') ? parseOcsf(event) : null;
  });

const LOGON = 1;

const parseOcsf = (event: Fields): SessionRecord => {
  if (Number(event['class_uid']) !== 3002) {
    return {
      kind: 'SKIPPED',
      sensorEvent: 'ocsf other',
      reason: 'OCSF: not of the class Authentication (3002)',
    };
  }
  const activity = Number(event['activity_id']);
  const kind = ACTIVITIES.get(activity) ?? findOwnActivity(event);
  if (kind !== undefined) return parseActivity(event, kind);
  const sensorEvent = 'ocsf other';
  if (NO_LOGINS.has(activity)) {
    return {
      kind: 'SKIPPED',
      sensorEvent,
      reason: 'OCSF Authentication: a ticket, preauthentication or switch of account',
    };
  }
  const text = `OCSF Authentication, activity ${String(event['activity_name'] ?? event['activity_id'])}`;
  return { kind: 'NOT_UNDERSTOOD', sensorEvent, reason: 'OCSF Authentication: another activity', text };
};

const ACTIVITIES: ReadonlyMap<number, Action> = new Map([
  [LOGON, 'LOGIN'],
  [2, 'LOGOUT'],
]);
/** Tickets of Kerberos (3 to 5), Preauth (6, since 1.3) and Account Switch (7, since 1.5). */
const NO_LOGINS = new Set([3, 4, 5, 6, 7]);

/** The activities that this project's export names, because OCSF has none for them. */
const findOwnActivity = (event: Fields): Action | undefined => {
  const name = String(event['activity_name']).toUpperCase();
  return isOwn(event) ? OWN_ACTIVITIES.find((action) => action === name) : undefined;
};

const OWN_ACTIVITIES = ['RECONNECT', 'LOCK', 'UNLOCK'] as const;

const isOwn = ({ metadata }: Fields): boolean =>
  asFields(asFields(metadata)['product'])['name'] === 'Sessionscope';

const parseActivity = (event: Fields, kind: Action): SessionRecord => {
  const sensorEvent = kind === 'LOGIN' ? 'ocsf Logon' : kind === 'LOGOUT' ? 'ocsf Logoff' : 'ocsf other';
  const status = readStatus(event);
  if (kind === 'LOGOUT' && status === false) {
    return { kind: 'SKIPPED', sensorEvent, reason: 'OCSF Logoff: it failed' };
  }
  if (kind === 'LOGIN' && status === null) {
    return {
      kind: 'FAILED',
      sensorEvent,
      reason: 'OCSF Logon: status_id is neither 1 (Success) nor 2 (Failure)',
    };
  }
  const logonType = String(event['logon_type_id']);
  if (logonType === '0' && isWindowsSystem(event)) {
    return {
      kind: 'SKIPPED',
      sensorEvent,
      reason: 'OCSF logon type 0 (System): the host started, nobody logged in',
    };
  }
  if (isUnlockLogon(logonType) && status !== false) {
    const reason =
      'OCSF logon type 7 or 13 (Unlock): not a login; the Security log tells which unlock it belongs to';
    return { kind: 'SKIPPED', sensorEvent, reason };
  }
  const target = findHostname(event);
  if (target === undefined && SERVICES.some((name) => (event[name] ?? null) !== null)) {
    return { kind: 'SKIPPED', sensorEvent, reason: 'OCSF: at a service, not at a host' };
  }
  const { ip, port, hostname, name } = asFields(event['src_endpoint']);
  const destination = asFields(event['dst_endpoint']);
  const user = asFields(event['user']);
  return {
    kind,
    sensorEvent,
    loginSuccessful: status === true,
    time: readTime(event),
    hostname: target,
    user: readUser(user, 'domain', 'name') ?? readUser(user, '', 'email_addr'),
    uid: user['uid'],
    loginId: asFields(event['session'])['uid'],
    linkedLoginId: asFields(event['unmapped'])['linkedLoginId'],
    loginType: typeOf(event, logonType),
    source: { ip, port, hostname: hostname ?? name },
    destination: { ip: destination['ip'], port: destination['port'] },
    sourceId: identify(event, [user, ip, port, logonType, status]),
  };
};

/** Members of events about logins at services, mostly of clouds. Those of hosts in a cloud have `cloud`. */
const SERVICES = ['api', 'http_request', 'service'];

const identify = (event: Fields, values: readonly unknown[]): string | undefined => {
  const { uid } = asFields(event['metadata']);
  const id = typeof uid === 'string' && uid !== '' ? uid.slice(0, 200) : undefined;
  if (isOwn(event)) return id;
  return id === undefined
    ? hashContent('ocsf', [event['time'], event['device'], event['session'], ...values])
    : `ocsf/${id}`;
};

/** True for success, false for failure, null if the event does not tell. */
const readStatus = (event: Fields): boolean | null => {
  const id = Number(event['status_id']);
  if (id === 1 || id === 2) return id === 1;
  const text = String(event['status']).toLowerCase();
  if (text.startsWith('success')) return true;
  return text.startsWith('fail') ? false : null;
};

/** Until version 1.1, 0 was the unknown type of other systems, too. */
const isWindowsSystem = ({ logon_type: name = 'System' }: Fields): boolean =>
  typeof name === 'string' && name.toLowerCase() === 'system';

const typeOf = (event: Fields, logonType: string): LoginType | null => {
  // A wrong password at the lock screen.
  if (isUnlockLogon(logonType)) return 'INTERACTIVE';
  if (isOwn(event) && event['logon_type'] === 'Local') return 'LOCAL';
  return loginTypeOf(logonType) ?? (event['is_remote'] === true ? 'REMOTE' : null);
};

/** Where the event happened: the device that recorded it, else the target of the login. */
const findHostname = (event: Fields): unknown => {
  const device = asFields(event['device']);
  const target = asFields(event['dst_endpoint']);
  const names = [
    device['hostname'],
    target['hostname'],
    device['name'],
    target['name'],
    device['ip'],
    target['ip'],
  ];
  return names.find((name) => typeof name === 'string' && name !== '');
};

/**
 * Milliseconds of Unix time; some sources write seconds or microseconds, which their number of digits shows, or text. The profile of dates adds
 * text, which can have a finer fraction.
 */
const readTime = (event: Fields): string => {
  const { time, time_dt: text } = event;
  const zoned = [text, time].find(
    (value) => typeof value === 'string' && /\d(?:Z|[+-]\d\d:\d\d)$/.test(value),
  );
  if (typeof zoned === 'string') return zoned;
  const digits = typeof time === 'number' || typeof time === 'string' ? String(time) : '';
  if (!UNIX_TIME.test(digits)) return '';
  const second = new Date(Number(digits.slice(0, 10)) * 1000).toISOString().slice(0, 19);
  return `${second}.${digits.slice(10).padEnd(6, '0')}Z`;
};

/** A time since 2001 in seconds, milliseconds or microseconds. */
const UNIX_TIME = /^\d{10}(?:\d{3}|\d{6})?$/;
