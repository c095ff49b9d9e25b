import { ADDRESS_FIELDS, isLocalLoginType } from './action.ts';
import type { Action, LoginType } from './action.ts';
import { makeEventUuid } from './identity.ts';
import type { UnidentifiedEvent } from './identity.ts';
import { Refusal } from './refusal.ts';
import type { InputErrorCode } from './refusal.ts';
import type { NewEvent } from './sessionEvent.ts';
import { parseHostname } from './values/hostname.ts';
import type { HostnameStyle } from './values/hostname.ts';
import { parseIpAddress } from './values/ipAddress.ts';
import { parseLoginId } from './values/loginId.ts';
import { parsePort } from './values/port.ts';
import { parseSourceId } from './values/sourceId.ts';
import { checkTimeBounds, parseTime } from './values/time.ts';
import type { TimeBounds } from './values/time.ts';
import { parseUid } from './values/uid.ts';
import { parseUser } from './values/user.ts';

/** An event as a caller sends it: the shape was checked (by GraphQL), the values were not. */
export type EventInput = {
  readonly time: unknown;
  readonly hostname: unknown;
  readonly user?: unknown;
  readonly uid?: unknown;
  readonly loginId?: unknown;
  readonly sourceId?: unknown;
  readonly loginType?: LoginType | null;
  readonly loginSuccessful?: boolean;
  readonly srcIp?: unknown;
  readonly srcPort?: unknown;
  readonly destIp?: unknown;
  readonly destPort?: unknown;
};

/** What is wrong with one field of one event. */
export type InputError = {
  readonly field: string | null;
  readonly code: InputErrorCode;
  readonly message: string;
};

/** What holds for every event of a request. */
export type InputRules = { readonly timeBounds: TimeBounds; readonly hostnames: HostnameStyle };

export type ParsedEvent =
  | { readonly kind: 'EVENT'; readonly event: NewEvent }
  | { readonly kind: 'ERRORS'; readonly errors: readonly InputError[] };

/** Parses one event's values to their canonical form; gives every mistake of the event at once. */
export const parseEventInput = (action: Action, input: EventInput, rules: InputRules): ParsedEvent => {
  const reading: Reading = { input, rules, errors: [] };
  const time = read(reading, 'time', parseStoredTime) ?? '';
  const hostname = read(reading, 'hostname', parseStyledHostname) ?? '';
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
    loginSuccessful: input.loginSuccessful === true,
  };
  const errors = [...reading.errors, ...findInapplicable(fields)];
  if (errors.length > 0) return { kind: 'ERRORS', errors };
  const event = BUILD[action](fields);
  return { kind: 'EVENT', event: { uuid: makeEventUuid(event), ...event } };
};

/** One event while it is read. */
type Reading = { readonly input: EventInput; readonly rules: InputRules; readonly errors: InputError[] };
type Parse<T> = (value: unknown, field: string, rules: InputRules) => T;

const read = <T>({ input, rules, errors }: Reading, field: keyof EventInput, parse: Parse<T>): T | null => {
  try {
    return parse(input[field], field, rules);
  } catch (error) {
    errors.push(asInputError(error, field));
    return null;
  }
};

const readOptional = <T>(reading: Reading, field: keyof EventInput, parse: Parse<T>): T | null =>
  (reading.input[field] ?? null) === null ? null : read(reading, field, parse);

const parseStoredTime: Parse<string> = (value, field, { timeBounds }) => {
  const time = parseTime(value, field);
  checkTimeBounds(time, timeBounds);
  return time;
};

const parseStyledHostname: Parse<string> = (value, _field, { hostnames }) => parseHostname(value, hostnames);

const NO_USER = { user: null, userDomain: null, userName: null } as const;

/** The fields of every action: a login has them all. */
type Fields = Omit<Extract<NewEvent, { action: 'LOGIN' }>, 'uuid' | 'action'>;

/** Only the fields that apply. One spread, after what is added to it: a second one would cost as much as all the parsing. */
const BUILD = {
  LOGIN: (fields) => ({ action: 'LOGIN', ...fields }),
  LOGOUT: ({ loginSuccessful: _, ...fields }) => ({ action: 'LOGOUT', ...fields }),
  RECONNECT: ({ loginSuccessful: _, ...fields }) => ({ action: 'RECONNECT', ...fields }),
  LOCK: (fields) => ({ action: 'LOCK', ...pickEverywhere(fields) }),
  UNLOCK: (fields) => ({ action: 'UNLOCK', ...pickEverywhere(fields) }),
} as const satisfies Record<Action, (fields: Fields) => UnidentifiedEvent>;

const pickEverywhere = (fields: Fields) => ({
  time: fields.time,
  hostname: fields.hostname,
  user: fields.user,
  userDomain: fields.userDomain,
  userName: fields.userName,
  uid: fields.uid,
  loginId: fields.loginId,
  sourceId: fields.sourceId,
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

const asInputError = (error: unknown, field: string): InputError => {
  if (!(error instanceof Refusal)) throw error;
  // The parsers of values throw no other codes; those of requests are thrown elsewhere.
  return { field, code: error.code as InputErrorCode, message: error.message };
};
