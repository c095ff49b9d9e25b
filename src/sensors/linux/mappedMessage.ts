import type { LoginType } from '../../model/action.ts';

/** The content of a message, before it is joined with others. */
export type MappedMessage = { readonly sensorEvent: string } & (
  | { readonly kind: 'UNRELATED'; readonly reason: string }
  | { readonly kind: 'NOT_UNDERSTOOD'; readonly reason: string }
  | {
      readonly kind: 'SKIPPED';
      readonly reason: string;
      /** The user of the session that it opened, which logind also reports. */
      readonly opened?: string;
      /** Whether the line is the end of a connection of sshd. */
      readonly isEnd?: true;
      /** The process of the connection, if another one wrote the line. */
      readonly endOf?: number | undefined;
      /** The client of the connection, if the line names only one. */
      readonly client?: Source | undefined;
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
      /** Whether the line of login repeats a session that PAM opened. */
      readonly repeatsOpened?: true;
      readonly destIp?: string | undefined;
    } & OfServer &
      Partial<Source>)
  | MappedAttempt
  | { readonly kind: 'ACCEPTED'; readonly reason: string; readonly user: string }
  | ({
      /** A line about a failed login that only counts if no other line reports it. */
      readonly kind: 'WEAK';
      readonly user: string;
      /** Where the line stands in its connection: before all attempts, before the line of its attempt, or behind it. */
      readonly place: 'FIRST' | 'BEFORE' | 'LAST';
    } & Partial<Source>)
  | ({
      readonly kind: 'LOGOUT';
      readonly loginType: LoginType | null;
      readonly user: string;
    } & OfServer)
  | ({
      /** The end of a connection of sshd: a logout if PAM does not report it. */
      readonly kind: 'CONNECTION_END';
      /** Empty if the line does not contain the user. */
      readonly user: string;
    } & Source)
  | { readonly kind: 'LOCK'; readonly uid: string }
  | { readonly kind: 'UNLOCK'; readonly uid: string }
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

/** A failed login that other lines may report, too. */
export type MappedAttempt = {
  readonly kind: 'ATTEMPT';
  readonly sensorEvent: string;
  readonly loginType: LoginType;
  readonly user: string | undefined;
  readonly srcIp: string | undefined;
  /** Who reports: a PAM module, or the program itself. */
  readonly channel: string;
  /** The number of attempts of `2 more authentication failures`; null for the line of one attempt. */
  readonly more: number | null;
  /** Whether the program itself reports each failed login. */
  readonly isTold: boolean;
  /** Whether the line of sshd states that it does not know the user, or does not allow it. */
  readonly isInvalid: boolean;
};

/** Null if the process of the line serves all sessions, so that its pid is not the id of one. */
type OfServer = { readonly pid?: null };

type XrdpSession = {
  readonly user: string;
  /** The process that runs the session, which is that of PAM's lines about it. */
  readonly pid: number;
  readonly srcIp: string | undefined;
};
type Source = { readonly srcIp: string; readonly srcPort: number };
type Endpoints = Source & { readonly destIp: string; readonly destPort: number };

/** For the name of a user who logged in that contains another line. Attackers choose the names of failed logins only. */
export const tornLine = (sensorEvent: string): MappedMessage => ({
  kind: 'NOT_UNDERSTOOD',
  sensorEvent,
  reason: 'the line was torn, and another one stands behind it',
});

/** Whether the name of a user who logged in contains another line, behind a torn one. No account has such a name. */
export const isTornName = (name: string): boolean => /:| (?:for|from) /.test(name);
