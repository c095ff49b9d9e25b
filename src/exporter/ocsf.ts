import type { Action, LoginType } from '../model/action.ts';
import { VERSION } from '../model/version.ts';

import { asText } from '../client/looseJson.ts';
import type { JsonObject } from '../client/looseJson.ts';

import { formatLine, pickKnown, pickRenamed, splitAccount, unlessEmpty } from './format.ts';
import type { ExportFormat } from './format.ts';

/** The version of the schema, https://schema.ocsf.io/1.8.0/classes/authentication. */
const OCSF_VERSION = '1.8.0';
const IDENTITY_AND_ACCESS_MANAGEMENT = 3;
const AUTHENTICATION = 3002;
const OTHER = 99;
const UNKNOWN = 0;
const INFORMATIONAL = 1;
const SUCCESS = { status_id: 1, status: 'Success' };
const FAILURE = { status_id: 2, status: 'Failure' };

/** OCSF has no activities for a reconnect, a lock and an unlock. */
const ACTIVITIES: Readonly<Record<Action, readonly [number, string]>> = {
  LOGIN: [1, 'Logon'],
  LOGOUT: [2, 'Logoff'],
  RECONNECT: [OTHER, 'Reconnect'],
  LOCK: [OTHER, 'Lock'],
  UNLOCK: [OTHER, 'Unlock'],
};

/** The types of OCSF name what Windows logs; it has none for a terminal of a local user. */
const LOGON_TYPES: Readonly<Record<LoginType, JsonObject>> = {
  INTERACTIVE: { logon_type_id: 2, logon_type: 'Interactive', is_remote: false },
  REMOTE: { logon_type_id: 3, logon_type: 'Network', is_remote: true },
  RDP: { logon_type_id: 10, logon_type: 'Remote Interactive', is_remote: true },
  LOCAL: { logon_type_id: OTHER, logon_type: 'Local', is_remote: false },
};

const formatEvent = (row: JsonObject): string => {
  const time = asText(row['time']);
  const [activity, activityName] = ACTIVITIES[row['action'] as Action] ?? [OTHER, asText(row['action'])];
  const { hostname } = row;
  const source = pickRenamed(row, { ip: 'srcIp', port: 'srcPort', hostname: 'srcHostname' });
  const session = pickRenamed(row, { uid: 'loginId' });
  const unmapped = pickKnown(row, ['linkedLoginId']);
  return formatLine({
    category_uid: IDENTITY_AND_ACCESS_MANAGEMENT,
    category_name: 'Identity & Access Management',
    class_uid: AUTHENTICATION,
    class_name: 'Authentication',
    activity_id: activity,
    activity_name: activityName,
    type_uid: AUTHENTICATION * 100 + activity,
    severity_id: INFORMATIONAL,
    ...(row['loginSuccessful'] === false ? FAILURE : SUCCESS),
    time: Date.parse(time),
    time_dt: time,
    metadata: {
      version: OCSF_VERSION,
      profiles: ['datetime', 'host'],
      product: { name: 'Sessionscope', vendor_name: 'Sessionscope', version: VERSION },
      ...pickRenamed(row, { uid: 'sourceId' }),
    },
    device: { hostname, type_id: UNKNOWN },
    dst_endpoint: { hostname, ...pickRenamed(row, { ip: 'destIp', port: 'destPort' }) },
    user: formatUser(row),
    ...LOGON_TYPES[row['loginType'] as LoginType],
    ...unlessEmpty({ src_endpoint: source, session, unmapped }),
  });
};

/** A user has a name or a uid in OCSF. */
const formatUser = (row: JsonObject): JsonObject => {
  const user = { ...splitAccount(row), ...pickKnown(row, ['uid']) };
  return Object.keys(user).length === 0 ? { name: NOT_KNOWN } : user;
};

const NOT_KNOWN = '-';

/** Session events as lines of the class Authentication. */
export const OCSF: { readonly events: ExportFormat } = { events: { head: '', formatRow: formatEvent } };
