import { ADDRESS_FIELDS, isLocalLoginType } from './action.ts';
import type { Action, LoginType } from './action.ts';
import { makeEventUuid } from './identity.ts';
import type { UnidentifiedEvent } from './identity.ts';
import { parseStoredTime, parseStyledHostname, readRequired, readOptional } from './readField.ts';
import type { InputError, InputRules, Parsed, Reading } from './readField.ts';
import type { NewEvent } from './sessionEvent.ts';
import { parseClaimedHostname } from './values/hostname.ts';
import { parseIpAddress } from './values/ipAddress.ts';
import { parseLoginId } from './values/loginId.ts';
import { parsePort } from './values/port.ts';
import { parseSourceId } from './values/text.ts';
import { parseUid } from './values/uid.ts';
import { parseUser } from './values/user.ts';

/** An event as a caller sends it. GraphQL has checked its shape, not its values. */
export type EventInput = {
  readonly time: unknown;
  readonly hostname: unknown;
  readonly user?: unknown;
  readonly uid?: unknown;
  readonly loginId?: unknown;
  readonly sourceId?: unknown;
  readonly loginType?: LoginType | null;
  readonly loginSuccessful?: boolean;
  readonly linkedLoginId?: unknown;
  readonly srcIp?: unknown;
  readonly srcPort?: unknown;
  readonly destIp?: unknown;
  readonly destPort?: unknown;
  readonly srcHostname?: unknown;
};

/** A parsed event, or its errors. */
export type ParsedEvent = Parsed<NewEvent>;

/** Parses one event's values to their canonical form; reports all errors of the event together. */
export const parseEventInput = (action: Action, input: EventInput, rules: InputRules): ParsedEvent => {
  const reading: Reading = { input, rules, errors: [] };
  const time = readRequired(reading, 'time', parseStoredTime) ?? '';
  const hostname = readRequired(reading, 'hostname', parseStyledHostname) ?? '';
  const { user, userDomain, userName } = readOptional(reading, 'user', parseUser) ?? NO_USER;
  const fields: Fields = {
    time,
    hostname,
    user,
    userDomain,
    userName,
    uid: readOptional(reading, 'uid', parseUid),
    loginId: readOptional(reading, 'loginId', parseLoginId),
    sourceId: readOptional(reading, 'sourceId', parseSourceId),
    loginType: input.loginType ?? null,
    srcIp: readOptional(reading, 'srcIp', parseIpAddress),
    srcPort: readOptional(reading, 'srcPort', parsePort),
    destIp: readOptional(reading, 'destIp', parseIpAddress),
    destPort: readOptional(reading, 'destPort', parsePort),
    srcHostname: parseClaimedHostname(input.srcHostname, rules.hostnames),
    loginSuccessful: input.loginSuccessful === true,
    linkedLoginId: readOptional(reading, 'linkedLoginId', parseLoginId),
  };
  const errors = reading.errors.concat(findInapplicable(fields));
  if (errors.length > 0) return { kind: 'ERRORS', errors };
  const event = BUILD[action](fields);
  return { kind: 'EVENT', event: Object.assign(event, { uuid: makeEventUuid(event) }) };
};

const NO_USER = { user: null, userDomain: null, userName: null } as const;

/** The fields of all actions: a login has every one of them. */
type Fields = Omit<Extract<NewEvent, { action: 'LOGIN' }>, 'uuid' | 'action'>;

/** Takes only the fields that apply. Assign, because spreading this many fields makes a dictionary, which costs as much as all the parsing. */
const BUILD = {
  LOGIN: (fields) =>
    Object.assign(pickEverywhere('LOGIN', fields), pickRemote(fields), {
      loginSuccessful: fields.loginSuccessful,
      linkedLoginId: fields.linkedLoginId,
      srcHostname: fields.srcHostname,
    }),
  LOGOUT: (fields) => Object.assign(pickEverywhere('LOGOUT', fields), pickRemote(fields)),
  RECONNECT: (fields) =>
    Object.assign(pickEverywhere('RECONNECT', fields), pickRemote(fields), {
      srcHostname: fields.srcHostname,
    }),
  LOCK: (fields) => pickEverywhere('LOCK', fields),
  UNLOCK: (fields) => pickEverywhere('UNLOCK', fields),
} as const satisfies Record<Action, (fields: Fields) => UnidentifiedEvent>;

const pickEverywhere = <A extends Action>(action: A, fields: Fields) => ({
  action,
  time: fields.time,
  hostname: fields.hostname,
  user: fields.user,
  userDomain: fields.userDomain,
  userName: fields.userName,
  uid: fields.uid,
  loginId: fields.loginId,
  sourceId: fields.sourceId,
});

const pickRemote = (fields: Fields) => ({
  loginType: fields.loginType,
  srcIp: fields.srcIp,
  srcPort: fields.srcPort,
  destIp: fields.destIp,
  destPort: fields.destPort,
});

/** CAR: the address fields are "only applicable to remote or RDP sessions". */
const findInapplicable = (fields: Fields): readonly InputError[] => {
  const { loginType } = fields;
  if (!isLocalLoginType(loginType)) return [];
  return ADDRESS_FIELDS.filter((field) => fields[field] !== null).map((field) => ({
    field,
    code: 'FIELD_NOT_APPLICABLE',
    message: `${field} applies to REMOTE and RDP only, and loginType is ${loginType}; leave one of them out.`,
  }));
};
