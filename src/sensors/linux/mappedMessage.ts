import type { LoginType } from '../../model/action.ts';

/** What a message tells, before it is joined with others. */
export type MappedMessage = { readonly sensorEvent: string } & (
  | {
      readonly kind: 'SKIPPED';
      readonly reason: string;
      /** Whose session it opened, which logind tells of, too. */
      readonly opened?: string;
    }
  | ({ readonly kind: 'DESTINATION' } & Endpoints)
  | ({
      readonly kind: 'LOGIN';
      readonly loginType: LoginType;
      readonly user: string;
      readonly loginSuccessful: boolean;
      /** How often the line was repeated. */
      readonly count: number;
      readonly method: string | null;
      readonly uid?: string | undefined;
    } & Partial<Source>)
  | { readonly kind: 'LOGOUT'; readonly loginType: LoginType; readonly user: string }
  | ({ readonly kind: 'RECONNECT'; readonly user: string } & Pick<Source, 'srcIp'>)
  | {
      readonly kind: 'SESSION_START';
      readonly id: string;
      readonly user: string;
      /** Why it is no session of a person; null where it is one. */
      readonly reason: string | null;
    }
  | { readonly kind: 'SESSION_END'; readonly id: string }
);

type Source = { readonly srcIp: string; readonly srcPort: number };
type Endpoints = Source & { readonly destIp: string; readonly destPort: number };
