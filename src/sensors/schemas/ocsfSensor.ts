import type { LoginType } from '../../model/action.ts';

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
const LOGOFF = 2;

const parseOcsf = (event: Fields): SessionRecord => {
  if (Number(event['class_uid']) !== 3002) {
    return {
      kind: 'SKIPPED',
      sensorEvent: 'ocsf other',
      reason: 'OCSF: not of the class Authentication (3002)',
    };
  }
  const activity = Number(event['activity_id']);
  if (activity !== LOGON && activity !== LOGOFF) {
    const reason = 'OCSF Authentication: neither Logon (1) nor Logoff (2)';
    return { kind: 'SKIPPED', sensorEvent: 'ocsf other', reason };
  }
  const sensorEvent = activity === LOGON ? 'ocsf Logon' : 'ocsf Logoff';
  const status = readStatus(event);
  if (activity === LOGOFF && status === false) {
    return { kind: 'SKIPPED', sensorEvent, reason: 'OCSF Logoff: it failed' };
  }
  if (activity === LOGON && status === null) {
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
  const { ip, port, hostname, name } = asFields(event['src_endpoint']);
  const destination = asFields(event['dst_endpoint']);
  const user = asFields(event['user']);
  const { uid: recordId } = asFields(event['metadata']);
  return {
    kind: activity === LOGON ? 'LOGIN' : 'LOGOUT',
    sensorEvent,
    loginSuccessful: status === true,
    time: readTime(event),
    hostname: findHostname(event),
    user: readUser(user, 'domain', 'name') ?? readUser(user, '', 'email_addr'),
    uid: user['uid'],
    loginId: asFields(event['session'])['uid'],
    loginType: typeOf(event, logonType),
    source: { ip, port, hostname: hostname ?? name },
    destination: { ip: destination['ip'], port: destination['port'] },
    sourceId:
      typeof recordId === 'string' && recordId !== ''
        ? `ocsf/${recordId.slice(0, 200)}`
        : hashContent('ocsf', [
            event['time'],
            event['device'],
            user,
            event['session'],
            ip,
            port,
            logonType,
            status,
          ]),
  };
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

/** Milliseconds of Unix time. The profile of dates adds text, which can have a finer fraction. */
const readTime = (event: Fields): string => {
  const { time, time_dt: text } = event;
  if (typeof text === 'string' && /(?:Z|[+-]\d\d:\d\d)$/.test(text)) return text;
  const date = new Date(typeof time === 'number' || typeof time === 'string' ? Number(time) : Number.NaN);
  return Number.isNaN(date.getTime()) ? '' : date.toISOString();
};
