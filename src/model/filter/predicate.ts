import type { Account } from '../account.ts';
import type { Action, LoginType } from '../action.ts';
import type { ContextKind } from '../contextEvent.ts';
import type { EndReason, SessionExtent, SessionKey, StartReason } from '../session/session.ts';
import type { Position } from '../sessionEvent.ts';
import type { User } from '../values/user.ts';

/** The fields that can be compared with a list of values, and the type of those values. */
type InValues = {
  readonly action: Action;
  readonly kind: ContextKind;
  readonly hostname: string;
  readonly userDomain: string;
  readonly uid: string;
  readonly loginId: string;
  readonly loginType: LoginType;
  readonly loginSuccessful: boolean;
  readonly srcIp: string;
  readonly srcPort: number;
  readonly destIp: string;
  readonly destPort: number;
  readonly srcHostname: string;
  readonly sourceId: string;
  readonly startReason: StartReason;
  readonly endReason: EndReason;
};

export type TextField = 'hostname' | 'srcHostname' | 'userDomain' | 'uid' | 'sourceId';
export type IpField = 'srcIp' | 'destIp';
export type TimeField = 'time' | 'ingestedAt' | 'started' | 'ended';
/** Fields of events, of context events and of sessions. The schema determines which apply. */
export type Field = keyof InValues | 'user' | TimeField;

/** A range of the week in minutes since Monday 00:00, half-open. */
export type WeekRange = { readonly from: number; readonly until: number };

/** A user to compare with; null as the domain matches any domain. */
export type UserPattern = Pick<User, 'userDomain'> & { readonly userName: string };

/**
 * A filter after parsing: canonical values, no nulls, nothing optional. It is a plain tree, so that its JSON identifies the
 * list that a cursor belongs to; `last` stays relative until the list is read.
 */
export type Predicate =
  | { readonly kind: 'and' | 'or'; readonly of: readonly Predicate[] }
  | { readonly kind: 'not'; readonly of: Predicate }
  | InPredicate
  | { readonly kind: 'startsWith' | 'contains'; readonly field: TextField; readonly text: string }
  | { readonly kind: 'userIn'; readonly users: readonly UserPattern[] }
  | { readonly kind: 'userStartsWith' | 'userContains'; readonly user: UserPattern }
  | { readonly kind: 'isNull'; readonly field: Field }
  // For a session: one of its addresses is in, or is outside of, these networks.
  | { readonly kind: 'inCidr' | 'outsideCidr'; readonly field: IpField; readonly networks: readonly string[] }
  | { readonly kind: 'from' | 'until'; readonly field: TimeField; readonly time: string }
  | { readonly kind: 'last'; readonly field: TimeField; readonly durationMs: number }
  | { readonly kind: 'noise' }
  // Exactly these: an account without a domain does not match a user with one.
  | { readonly kind: 'accountIn'; readonly accounts: readonly Account[] }
  // The user's domain is the name of the host.
  | { readonly kind: 'localAccount' }
  // Logins: the same user logged in to the same host from the same source, by remote desktop, in this half-open range.
  | { readonly kind: 'desktopSeen'; readonly from: string; readonly until: string }
  // Reconnects: the source differs from those of all earlier events of the session.
  | { readonly kind: 'fromNewSource' }
  // Events: no successful login, at any time, has their domain.
  | { readonly kind: 'unknownDomain' }
  // Events in this half-open range: the same user logged in to the same host at most `windowUs` before or after.
  | { readonly kind: 'loginNearby'; readonly windowUs: number; readonly from: string; readonly until: string }
  // Events other than logins: they do not belong to any session.
  | { readonly kind: 'orphan' }
  // Events: their time, on a clock `aheadSeconds` ahead of UTC, lies in one of these ranges of the week.
  | { readonly kind: 'inWeek'; readonly aheadSeconds: number; readonly weekRanges: readonly WeekRange[] }
  // Events. Both ends are inclusive.
  | { readonly kind: 'between'; readonly first: Position; readonly last: Position }
  | (SessionExtent & { readonly kind: 'ofSession' })
  // Sessions.
  | { readonly kind: 'activeAt' | 'provenAt'; readonly time: string }
  | { readonly kind: 'overlaps'; readonly from: string; readonly until: string }
  // The end condition of activeAt and overlaps alone, for sessions on any host, where its index is the best.
  | { readonly kind: 'endsAfter'; readonly time: string }
  | { readonly kind: 'lastsAtLeast' | 'lastsLessThan'; readonly durationMs: number }
  // It lasted at least this long, or is still open.
  | { readonly kind: 'openOrLasts'; readonly durationMs: number }
  | { readonly kind: 'everLocked' }
  // By huntEnd it ends after the time and lasts at least this long.
  | {
      readonly kind: 'presentAfter';
      readonly time: string;
      readonly leastUs: number;
      readonly silenceUs: number;
    }
  // Sessions that were never locked: the time in state ACTIVE until a time or huntEnd, as far as records since `keptFrom` show.
  | {
      readonly kind: 'unlockedFor';
      readonly leastUs: number;
      readonly until: string;
      readonly keptFrom: string;
      readonly silenceUs: number | null;
    }
  // Its source address was known before the time and before its end; by huntEnd, unless `silenceUs` is null.
  | { readonly kind: 'sourceKnown'; readonly before: string; readonly silenceUs: number | null }
  | (Pick<SessionKey, 'startedAt' | 'startUuid'> & { readonly kind: 'otherThan' });

type InPredicate = {
  [Name in keyof InValues]: {
    readonly kind: 'in';
    readonly field: Name;
    readonly values: readonly InValues[Name][];
  };
}[keyof InValues];

/** Matches everything. */
export const MATCH_ALL: Predicate = { kind: 'and', of: [] };
