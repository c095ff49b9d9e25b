import { asFields } from '../fields.ts';
import type { Fields } from '../fields.ts';
import { readUser } from '../fieldValues.ts';
import type { Sensor, SensorContext } from '../sensor.ts';

import { hashContent } from './hashContent.ts';
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
  const { action, outcome } = asFields(document['event']);
  const kind = ACTIONS.get(String(action));
  const sensorEvent = kind === undefined ? 'ecs other' : `ecs ${String(action)}`;
  if (kind === undefined) {
    return { kind: 'SKIPPED', sensorEvent, reason: 'ECS: its event.action is neither a login nor a logout' };
  }
  if (kind === 'LOGIN' && outcome !== 'success' && outcome !== 'failure') {
    return { kind: 'FAILED', sensorEvent, reason: 'ECS login: event.outcome is neither success nor failure' };
  }
  if (kind === 'LOGOUT' && outcome === 'failure')
    return { kind: 'SKIPPED', sensorEvent, reason: 'ECS logout: it failed' };
  const host = asFields(document['host']);
  const user = asFields(document['user']);
  const source = asFields(document['source']);
  const { pid } = asFields(document['process']);
  const destination = asFields(document['destination']);
  const time = document['@timestamp'];
  const hostname = host['hostname'] ?? host['name'];
  return {
    kind,
    sensorEvent,
    loginSuccessful: outcome === 'success',
    time: typeof time === 'string' ? time : '',
    hostname,
    user: readUser(user, 'domain', 'name'),
    uid: user['id'],
    loginId: pid,
    loginType: source['ip'] === undefined ? null : 'REMOTE',
    source: { ip: source['ip'], port: source['port'], hostname: source['domain'] },
    destination: { ip: destination['ip'], port: destination['port'] },
    sourceId: hashContent('ecs', [
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

const listOf = (value: unknown): readonly unknown[] =>
  Array.isArray(value) ? (value as readonly unknown[]) : [value];
