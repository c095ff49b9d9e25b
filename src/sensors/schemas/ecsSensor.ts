import { LOGIN_TYPES } from '../../model/action.ts';
import type { Action, LoginType } from '../../model/action.ts';

import { asFields } from '../fields.ts';
import type { Fields } from '../fields.ts';
import { readUser, readValue } from '../fieldValues.ts';
import type { Sensor, SensorContext } from '../sensor.ts';

import { hashContent } from './hashContent.ts';
import { plainLogonName, typeOfLogonName } from './logonTypeNames.ts';
import { makeSessionRecordSensor } from './sessionRecord.ts';
import type { SessionRecord } from './sessionRecord.ts';

/**
 * Creates the sensor of the Elastic Common Schema: documents of the category authentication or session that keep neither the raw record nor its
 * message, such as those of Auditbeat's system module. https://www.elastic.co/docs/reference/ecs/ecs-allowed-values-event-category
 */
export const makeEcsSensor = (context: SensorContext): Sensor<SessionRecord> =>
  makeSessionRecordSensor(context, (value) => {
    const document = asFields(value);
    const categories = listOf(asFields(document['event'])['category']);
    const isSession = categories.includes('authentication') || categories.includes('session');
    return isSession && Object.hasOwn(document, '@timestamp') && !Object.hasOwn(document, 'winlog')
      ? parseEcs(document)
      : null;
  });

/** The actions of Auditbeat, of Elastic's integrations, and of this project's export. */
const ACTIONS: ReadonlyMap<string, 'LOGIN' | 'LOGOUT'> = new Map([
  ['ssh_login', 'LOGIN'],
  ['user_login', 'LOGIN'],
  ['logged-in', 'LOGIN'],
  ['logged-on', 'LOGIN'],
  ['login', 'LOGIN'],
  ['log_on', 'LOGIN'],
  ['session-start', 'LOGIN'],
  ['logon-failed', 'LOGIN'],
  ['authentication_failure', 'LOGIN'],
  ['user_logout', 'LOGOUT'],
  ['logged-out', 'LOGOUT'],
  ['logged-off', 'LOGOUT'],
  ['logout', 'LOGOUT'],
  ['log_off', 'LOGOUT'],
  ['session-end', 'LOGOUT'],
]);

const parseEcs = (document: Fields): SessionRecord => {
  const event = asFields(document['event']);
  const { action, outcome } = event;
  // A detection alert has the fields of the document that it is about, and a time of its own.
  if (event['kind'] === 'signal')
    return { kind: 'SKIPPED', sensorEvent: 'ecs other', reason: 'ECS: an alert about another document' };
  const own = asFields(document['sessionscope']);
  const kind =
    OWN_ACTIONS.find((one) => one === own['action']) ?? ACTIONS.get(String(action)) ?? kindOfType(document);
  if (kind === undefined) return explainOther(document);
  const sensorEvent =
    typeof action === 'string' && ACTIONS.has(action) ? `ecs ${action}` : `ecs ${kind.toLowerCase()}`;
  if (kind === 'LOGIN' && outcome !== 'success' && outcome !== 'failure') {
    return { kind: 'FAILED', sensorEvent, reason: 'ECS login: event.outcome is neither success nor failure' };
  }
  if (kind === 'LOGOUT' && outcome === 'failure')
    return { kind: 'SKIPPED', sensorEvent, reason: 'ECS logout: it failed' };
  const logonName = plainLogonName(String(logonNameOf(document)));
  if (UNLOCKS.has(logonName) && (kind === 'LOGOUT' || outcome === 'success'))
    return { kind: 'SKIPPED', sensorEvent, reason: 'ECS: a logon that unlocks is not a session' };
  const user = asFields(document['user']);
  const source = asFields(document['source']);
  const { pid } = asFields(document['process']);
  const destination = asFields(document['destination']);
  const time = document['@timestamp'];
  const hostname = hostnameOf(document);
  const isOwn = own['action'] !== undefined;
  return {
    kind,
    sensorEvent,
    loginSuccessful: outcome === 'success',
    time: typeof time === 'string' ? time : '',
    hostname,
    user: readUser(user, 'domain', 'name'),
    uid: user['id'],
    loginId: isOwn ? own['loginId'] : loginIdOf(document),
    linkedLoginId: own['linkedLoginId'],
    loginType: isOwn ? (LOGIN_TYPES.find((one) => one === own['loginType']) ?? null) : typeOf(document),
    source: { ip: source['ip'], port: source['port'], hostname: source['domain'] },
    destination: { ip: destination['ip'], port: destination['port'] },
    sourceId: isOwn
      ? readValue(event, 'id')
      : hashContent('ecs', [
          time,
          hostname,
          action,
          outcome,
          user['name'],
          source['ip'],
          source['port'],
          pid,
        ]),
  };
};

const UNLOCKS = new Set(['unlock', 'cachedunlock']);

/** The actions in this project's export. */
const OWN_ACTIONS: readonly Action[] = ['LOGIN', 'LOGOUT', 'RECONNECT', 'LOCK', 'UNLOCK'];

/** An authentication without an action has a type: https://www.elastic.co/docs/reference/ecs/ecs-allowed-values-event-category */
const kindOfType = (document: Fields): Action | undefined => {
  const { action, category, type } = asFields(document['event']);
  const isAtHost = listOf(category).includes('authentication') && hostnameOf(document) !== undefined;
  if (action !== undefined || !isAtHost) return undefined;
  if (listOf(type).includes('start')) return 'LOGIN';
  return listOf(type).includes('end') ? 'LOGOUT' : undefined;
};

const explainOther = (document: Fields): SessionRecord => {
  const { action, category } = asFields(document['event']);
  const sensorEvent = 'ecs other';
  const isAtHost = listOf(category).includes('authentication') && hostnameOf(document) !== undefined;
  if (!isAtHost || NO_LOGINS.has(String(action))) {
    return { kind: 'SKIPPED', sensorEvent, reason: 'ECS: neither a login nor a logout at a host' };
  }
  const text = `ECS, event.action ${typeof action === 'string' ? action : 'without a value'}`;
  return {
    kind: 'NOT_UNDERSTOOD',
    sensorEvent,
    reason: 'ECS: an authentication with another event.action',
    text,
  };
};

/** Steps of a login that has a document of its own, and changes of accounts, as Auditbeat and Elastic's integrations name them. */
const NO_LOGINS = new Set([
  'authenticated',
  'acquired-credentials',
  'disposed-credentials',
  'refreshed-credentials',
  'was-authorized',
  'negotiated-crypto-key',
  'started-session',
  'ended-session',
  'changed-password',
  'password-changed',
  'changed-role-to',
  'boot',
  'shutdown',
]);

const hostnameOf = (document: Fields): unknown => {
  const { hostname, name } = asFields(document['host']);
  return hostname ?? name;
};

/** Elastic Defend names the logon type of Windows, and the process that logged the user in instead of the login's id. */
const logonNameOf = (document: Fields): unknown =>
  asFields(asFields(asFields(document['process'])['Ext'])['session_info'])['logon_type'];

const loginIdOf = (document: Fields): unknown => {
  const { type, family } = asFields(asFields(document['host'])['os']);
  const isWindows = type === 'windows' || family === 'windows' || logonNameOf(document) !== undefined;
  return isWindows ? undefined : asFields(document['process'])['pid'];
};

const typeOf = (document: Fields): LoginType | null => {
  const name = logonNameOf(document);
  // A wrong password at the lock screen.
  if (typeof name === 'string')
    return UNLOCKS.has(plainLogonName(name)) ? 'INTERACTIVE' : typeOfLogonName(name);
  return asFields(document['source'])['ip'] === undefined ? null : 'REMOTE';
};

const listOf = (value: unknown): readonly unknown[] =>
  Array.isArray(value) ? (value as readonly unknown[]) : [value];
