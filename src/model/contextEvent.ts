import { makeContextEventUuid } from './identity.ts';
import { parseStoredTime, parseStyledHostname, readRequired, readOptional } from './readField.ts';
import type { InputRules, Parsed, Reading } from './readField.ts';
import { parseIpAddress } from './values/ipAddress.ts';
import { parseLoginId } from './values/loginId.ts';
import { parseSourceId } from './values/text.ts';
import { parseUser } from './values/user.ts';

/** The kinds of context events. CAR's model lacks them; sessions cannot be told without them, and CAR-2015-07-001 needs host starts. */
export const CONTEXT_KINDS = ['HOST_START', 'HOST_STOP', 'HOST_SEEN', 'DISCONNECT'] as const;

export type ContextKind = (typeof CONTEXT_KINDS)[number];

type ContextBase<Kind extends ContextKind> = {
  readonly kind: Kind;
  /** RFC 9562 version 8 uuid, derived from the identity: see makeContextEventUuid. */
  readonly uuid: string;
  readonly time: string;
  readonly hostname: string;
  readonly sourceId: string | null;
};

/** A session was disconnected and stays open, so that its user can return to it. */
type NewDisconnect = ContextBase<'DISCONNECT'> & {
  readonly loginId: string | null;
  /** As the source wrote it; compared by `userDomain` and `userName`. */
  readonly user: string | null;
  readonly userDomain: string | null;
  readonly userName: string | null;
  readonly srcIp: string | null;
};

/** The kinds that only concern a host: it started; a record that only a shutdown writes; a record that only proves that it ran. */
type HostKind = Exclude<ContextKind, 'DISCONNECT'>;

/** A parsed context event that is not stored yet. */
export type NewContextEvent = ContextBase<HostKind> | NewDisconnect;

type Stored = { readonly ingestedAt: string };

export type HostStart = ContextBase<'HOST_START'> & Stored;
export type HostStop = ContextBase<'HOST_STOP'> & Stored;
export type HostSeen = ContextBase<'HOST_SEEN'> & Stored;
export type Disconnect = NewDisconnect & Stored;

/** A stored context event. */
export type ContextEvent = HostStart | HostStop | HostSeen | Disconnect;

/** A context event as a caller sends it. GraphQL has checked its shape, not its values. */
export type ContextInput = {
  readonly time: unknown;
  readonly hostname: unknown;
  readonly sourceId?: unknown;
  readonly loginId?: unknown;
  readonly user?: unknown;
  readonly srcIp?: unknown;
};

/** Parses a context event's values to their canonical form; reports all errors together. */
export const parseContextEventInput = (
  kind: ContextKind,
  input: ContextInput,
  rules: InputRules,
): Parsed<NewContextEvent> => {
  const reading: Reading = { input, rules, errors: [] };
  const base = {
    time: readRequired(reading, 'time', parseStoredTime) ?? '',
    hostname: readRequired(reading, 'hostname', parseStyledHostname) ?? '',
    sourceId: readOptional(reading, 'sourceId', parseSourceId),
  };
  const event = kind === 'DISCONNECT' ? { kind, ...base, ...readDisconnect(reading) } : { kind, ...base };
  if (reading.errors.length > 0) return { kind: 'ERRORS', errors: reading.errors };
  return { kind: 'EVENT', event: { uuid: makeContextEventUuid(event), ...event } };
};

const readDisconnect = (reading: Reading) => {
  const { user, userDomain, userName } = readOptional(reading, 'user', parseUser) ?? NO_USER;
  return {
    loginId: readOptional(reading, 'loginId', parseLoginId),
    user,
    userDomain,
    userName,
    srcIp: readOptional(reading, 'srcIp', parseIpAddress),
  };
};

const NO_USER = { user: null, userDomain: null, userName: null } as const;
