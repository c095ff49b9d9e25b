import type { LoginType } from './action.ts';

/** The fields of every session event. Times are canonical text (`2026-11-22T10:23:30.336123Z`), never a JS Date. */
type EventBase = {
  /** RFC 9562 version 8 uuid, derived from the event's identity: see makeEventUuid. */
  readonly uuid: string;
  readonly time: string;
  readonly hostname: string;
  /** As the source wrote it; compared by `userDomain` and `userName`. */
  readonly user: string | null;
  readonly userDomain: string | null;
  readonly userName: string | null;
  readonly uid: string | null;
  readonly loginId: string | null;
  readonly sourceId: string | null;
};

/** The additional fields of login, logout and reconnect: how and from where. */
type RemoteCapable = {
  readonly loginType: LoginType | null;
  readonly srcIp: string | null;
  readonly srcPort: number | null;
  readonly destIp: string | null;
  readonly destPort: number | null;
};

/** The additional fields of login and reconnect: the client, which only connections have. */
type Connecting = {
  /** The name that the client claimed for itself, canonical like a hostname. Not part of the event's identity. */
  readonly srcHostname: string | null;
};

type Login = EventBase &
  RemoteCapable &
  Connecting & {
    readonly action: 'LOGIN';
    readonly loginSuccessful: boolean;
    /** Only on the elevated twin that Windows writes with an administrator's login: the login id of the session. */
    readonly linkedLoginId: string | null;
  };
type Logout = EventBase & RemoteCapable & { readonly action: 'LOGOUT' };
type Reconnect = EventBase & RemoteCapable & Connecting & { readonly action: 'RECONNECT' };
type Lock = EventBase & { readonly action: 'LOCK' };
type Unlock = EventBase & { readonly action: 'UNLOCK' };

/** A parsed event that is not stored yet. */
export type NewEvent = Login | Logout | Reconnect | Lock | Unlock;

type Stored = { readonly ingestedAt: string };

export type LoginEvent = Login & Stored;
export type LogoutEvent = Logout & Stored;
export type ReconnectEvent = Reconnect & Stored;
export type LockEvent = Lock & Stored;
export type UnlockEvent = Unlock & Stored;

/** A stored event: one member for each action, with only the fields that apply to it. */
export type SessionEvent = LoginEvent | LogoutEvent | ReconnectEvent | LockEvent | UnlockEvent;

/** The primary key of an event; its global id contains it. */
export type EventKey = Pick<EventBase, 'hostname' | 'time' | 'uuid'>;

/** A position in a list of events ordered by (time, id). */
export type Position = Pick<EventKey, 'time' | 'uuid'>;
