import type { Action, LoginType } from '../model/action.ts';
import type { EventInput } from '../model/eventInput.ts';

/** Fields of every action. The values are text; the server parses and checks them. Absent (undefined is not sent): not known. */
export type CommonInput = {
  readonly time: string;
  readonly hostname: string;
  readonly user?: string | undefined;
  readonly uid?: string | undefined;
  readonly loginId?: string | undefined;
  readonly sourceId?: string | undefined;
};

export type RemoteInput = CommonInput & {
  readonly loginType?: LoginType | null;
  readonly srcIp?: string | undefined;
  /** Text only if it is not a number, so that the server can report it. */
  readonly srcPort?: number | string | undefined;
  readonly destIp?: string | undefined;
  readonly destPort?: number | string | undefined;
};

export type ReconnectInput = RemoteInput & {
  /** The name that the client claimed for itself. */
  readonly srcHostname?: string | undefined;
};

export type LoginInput = ReconnectInput & {
  readonly loginSuccessful: boolean;
  /** For the elevated twin of a login: the login id of the session. */
  readonly linkedLoginId?: string | undefined;
};

/** An event, as an input of the mutation `ingestSessionEvents` (`@oneOf`). */
export type SessionEventInput =
  | { readonly login: LoginInput }
  | { readonly logout: RemoteInput }
  | { readonly reconnect: ReconnectInput }
  | { readonly lock: CommonInput }
  | { readonly unlock: CommonInput };

/** Replaces some of the fields that every action has. */
export const withFields = (event: SessionEventInput, fields: Partial<CommonInput>): SessionEventInput => {
  if ('login' in event) return { login: { ...event.login, ...fields } };
  if ('logout' in event) return { logout: { ...event.logout, ...fields } };
  if ('reconnect' in event) return { reconnect: { ...event.reconnect, ...fields } };
  if ('lock' in event) return { lock: { ...event.lock, ...fields } };
  return { unlock: { ...event.unlock, ...fields } };
};

/** Splits an event into its action and its fields. */
export const splitEvent = (
  event: SessionEventInput,
): { readonly action: Action; readonly input: EventInput } => {
  if ('login' in event) return { action: 'LOGIN', input: event.login };
  if ('logout' in event) return { action: 'LOGOUT', input: event.logout };
  if ('reconnect' in event) return { action: 'RECONNECT', input: event.reconnect };
  if ('lock' in event) return { action: 'LOCK', input: event.lock };
  return { action: 'UNLOCK', input: event.unlock };
};
