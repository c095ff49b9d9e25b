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
  const base = {
    time,
    hostname,
    user,
    userDomain,
    userName,
    uid: readOptional(reading, 'uid', parseUid),
    loginId: readOptional(reading, 'loginId', parseLoginId),
    sourceId: readOptional(reading, 'sourceId', parseSourceId),
  };
  const remote = {
    loginType: input.loginType ?? null,
    srcIp: readOptional(reading, 'srcIp', parseIpAddress),
    srcPort: readOptional(reading, 'srcPort', parsePort),
    destIp: readOptional(reading, 'destIp', parseIpAddress),
    destPort: readOptional(reading, 'destPort', parsePort),
  };
  const errors = [...reading.errors, ...findInapplicable(remote)];
  if (errors.length > 0) return { kind: 'ERRORS', errors };
  const event = BUILD[action](base, remote, input.loginSuccessful === true);
  return { kind: 'EVENT', event: { ...event, uuid: makeEventUuid(event) } };
};

/** One event while it is read. Closures over it would cost a third of the time of a whole event. */
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

type Base = Omit<NewEvent, 'uuid' | 'action'>;
type Remote = Pick<Extract<NewEvent, { action: 'LOGIN' }>, 'loginType' | (typeof ADDRESS_FIELDS)[number]>;

const BUILD = {
  LOGIN: (base, remote, loginSuccessful) => ({ ...base, ...remote, action: 'LOGIN', loginSuccessful }),
  LOGOUT: (base, remote) => ({ ...base, ...remote, action: 'LOGOUT' }),
  RECONNECT: (base, remote) => ({ ...base, ...remote, action: 'RECONNECT' }),
  LOCK: (base) => ({ ...base, action: 'LOCK' }),
  UNLOCK: (base) => ({ ...base, action: 'UNLOCK' }),
} as const satisfies Record<
  Action,
  (base: Base, remote: Remote, loginSuccessful: boolean) => UnidentifiedEvent
>;

/** CAR: the address fields are "only applicable to remote or RDP sessions". */
const findInapplicable = (remote: Remote): readonly InputError[] => {
  const { loginType } = remote;
  if (!isLocalLoginType(loginType)) return [];
  return ADDRESS_FIELDS.filter((field) => remote[field] !== null).map((field) => ({
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
