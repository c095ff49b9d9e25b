import type { LoginType } from '../../model/action.ts';

/** The content of a message, before it is joined with others. */
export type MappedMessage = { readonly sensorEvent: string } & (
  | {
      readonly kind: 'SKIPPED';
      readonly reason: string;
      /** The user of the session that it opened, which logind also reports. */
      readonly opened?: string;
    }
  | ({ readonly kind: 'DESTINATION' } & Endpoints)
  | ({
      readonly kind: 'LOGIN';
      readonly loginType: LoginType;
      readonly user: string;
      readonly loginSuccessful: boolean;
      /** The number of logins that the line stands for. */
      readonly count: number;
      readonly method: string | null;
      readonly uid?: string | undefined;
    } & Partial<Source>)
  | { readonly kind: 'LOGOUT'; readonly loginType: LoginType; readonly user: string }
  | ({ readonly kind: 'RECONNECT' } & XrdpSession)
  | ({ readonly kind: 'DISCONNECT' } & XrdpSession)
  | { readonly kind: 'HOST_STOP' }
  | {
      readonly kind: 'SESSION_START';
      readonly id: string;
      readonly user: string;
      /** Why it is not a user session; null if it is one. */
      readonly reason: string | null;
    }
  | { readonly kind: 'SESSION_END'; readonly id: string }
);

type XrdpSession = {
  readonly user: string;
  /** The process that runs the session, which is that of PAM's lines about it. */
  readonly pid: number;
  readonly srcIp: string | undefined;
};
type Source = { readonly srcIp: string; readonly srcPort: number };
type Endpoints = Source & { readonly destIp: string; readonly destPort: number };
