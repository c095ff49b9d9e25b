import type { Action } from '../model/action.ts';

import { asText } from '../client/looseJson.ts';
import type { JsonObject } from '../client/looseJson.ts';

import { formatLine, pickKnown, pickRenamed, splitAccount, unlessEmpty } from './format.ts';
import type { ExportFormat } from './format.ts';

/** The version of the schema, https://www.elastic.co/docs/reference/ecs. */
const ECS_VERSION = '9.0.0';

type Kind = {
  /** As Winlogbeat names it. */
  readonly action: string;
  readonly category: readonly string[];
  readonly type: readonly string[];
};

const KINDS: Readonly<Record<Action, Kind>> = {
  LOGIN: { action: 'logged-in', category: ['authentication', 'session'], type: ['start'] },
  LOGOUT: { action: 'logged-out', category: ['authentication', 'session'], type: ['end'] },
  RECONNECT: { action: 'session-reconnected', category: ['session'], type: ['info'] },
  LOCK: { action: 'workstation-locked', category: ['session'], type: ['info'] },
  UNLOCK: { action: 'workstation-unlocked', category: ['session'], type: ['info'] },
};
const FAILED_LOGIN: Kind = { action: 'logon-failed', category: ['authentication'], type: ['start'] };
const UNKNOWN: Kind = { action: 'unknown', category: ['session'], type: ['info'] };

const formatEvent = (row: JsonObject): string => {
  const isFailed = row['loginSuccessful'] === false;
  const kind = isFailed ? FAILED_LOGIN : (KINDS[row['action'] as Action] ?? UNKNOWN);
  const user = { ...splitAccount(row), ...pickRenamed(row, { id: 'uid' }) };
  const source = pickRenamed(row, { ip: 'srcIp', port: 'srcPort', domain: 'srcHostname' });
  const destination = pickRenamed(row, { ip: 'destIp', port: 'destPort' });
  const hostname = asText(row['hostname']);
  return formatLine({
    '@timestamp': row['time'],
    ecs: { version: ECS_VERSION },
    event: {
      kind: 'event',
      module: 'sessionscope',
      dataset: 'sessionscope.events',
      ...kind,
      outcome: isFailed ? 'failure' : 'success',
      ...pickRenamed(row, { id: 'sourceId' }),
    },
    host: { hostname, name: hostname },
    related: {
      hosts: [hostname],
      ...listKnown('user', [user['name']]),
      ...listKnown('ip', [source['ip'], destination['ip']]),
    },
    ...unlessEmpty({ user, source, destination, sessionscope: pickKnown(row, OWN_FIELDS) }),
  });
};

/** ECS has no fields for these. */
const OWN_FIELDS = ['action', 'loginId', 'linkedLoginId', 'loginType'];

const listKnown = (name: string, values: readonly unknown[]): JsonObject => {
  const known = values.filter((value) => value !== undefined);
  return known.length === 0 ? {} : { [name]: known };
};

/** Session events as documents of the categories authentication and session. */
export const ECS: { readonly events: ExportFormat } = { events: { head: '', formatRow: formatEvent } };
