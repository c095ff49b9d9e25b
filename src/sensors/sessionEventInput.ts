import type { Action, LoginType } from '../model/action.ts';
import type { EventInput } from '../model/eventInput.ts';

/** Fields of every action; values as text, which the server's parsers judge. Absent (undefined is not sent): not known. */
export type CommonInput = {
  readonly time: string;
  readonly hostname: string;
  readonly user?: string | undefined;
  readonly uid?: string | undefined;
  readonly loginId?: string | undefined;
  readonly sourceId?: string | undefined;
};

/** Fields of login, logout and reconnect. */
export type RemoteInput = CommonInput & {
  readonly loginType?: LoginType | null;
  readonly srcIp?: string | undefined;
  /** Text only where it is no number, so that the server can name it. */
  readonly srcPort?: number | string | undefined;
  readonly destIp?: string | undefined;
  readonly destPort?: number | string | undefined;
};

/** Fields of a login. */
export type LoginInput = RemoteInput & {
  readonly loginSuccessful: boolean;
  /** On the elevated twin of a login: the login id of the session. */
  readonly linkedLoginId?: string | undefined;
};

/** An event as the mutation `ingestSessionEvents` takes it (`@oneOf`). */
export type SessionEventInput =
  | { readonly login: LoginInput }
  | { readonly logout: RemoteInput }
  | { readonly reconnect: RemoteInput }
  | { readonly lock: CommonInput }
  | { readonly unlock: CommonInput };

/** The same event with some of the fields that every action has replaced. */
export const withFields = (event: SessionEventInput, fields: Partial<CommonInput>): SessionEventInput => {
  if ('login' in event) return { login: { ...event.login, ...fields } };
  if ('logout' in event) return { logout: { ...event.logout, ...fields } };
  if ('reconnect' in event) return { reconnect: { ...event.reconnect, ...fields } };
  if ('lock' in event) return { lock: { ...event.lock, ...fields } };
  return { unlock: { ...event.unlock, ...fields } };
};

/** The action of an event, and its fields. */
export const splitEvent = (
  event: SessionEventInput,
): { readonly action: Action; readonly input: EventInput } => {
  if ('login' in event) return { action: 'LOGIN', input: event.login };
  if ('logout' in event) return { action: 'LOGOUT', input: event.logout };
  if ('reconnect' in event) return { action: 'RECONNECT', input: event.reconnect };
  if ('lock' in event) return { action: 'LOCK', input: event.lock };
  return { action: 'UNLOCK', input: event.unlock };
};
