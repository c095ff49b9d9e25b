import type { LoginType } from '../model/action.ts';

/** Fields of every action; values as text, which the server's parsers judge. Absent: not known. */
export type CommonInput = {
  readonly time: string;
  readonly hostname: string;
  readonly user?: string;
  readonly uid?: string;
  readonly loginId?: string;
  readonly sourceId?: string;
};

/** Fields of login, logout and reconnect. */
export type RemoteInput = CommonInput & {
  readonly loginType?: LoginType;
  readonly srcIp?: string;
  /** Text only where it is no number, so that the server can name it. */
  readonly srcPort?: number | string;
  readonly destIp?: string;
  readonly destPort?: number | string;
};

/** An event as the mutation `ingestSessionEvents` takes it (`@oneOf`). */
export type SessionEventInput =
  | { readonly login: RemoteInput & { readonly loginSuccessful: boolean } }
  | { readonly logout: RemoteInput }
  | { readonly reconnect: RemoteInput }
  | { readonly lock: CommonInput }
  | { readonly unlock: CommonInput };
