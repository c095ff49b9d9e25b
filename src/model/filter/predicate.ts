import type { Account } from '../account.ts';
import type { Action, LoginType } from '../action.ts';
import type { EndReason, SessionExtent, SessionKey, StartReason } from '../session/session.ts';
import type { Position } from '../sessionEvent.ts';
import type { User } from '../values/user.ts';

/** Fields compared for being one of some values. */
type InValues = {
  readonly action: Action;
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
  readonly sourceId: string;
  readonly startReason: StartReason;
  readonly endReason: EndReason;
};

export type TextField = 'hostname' | 'userDomain' | 'uid' | 'sourceId';
export type IpField = 'srcIp' | 'destIp';
export type TimeField = 'time' | 'ingestedAt' | 'started' | 'ended';
/** Fields of events and of sessions; which apply, the schema says. */
export type Field = keyof InValues | 'user' | TimeField;

/** A range of the week in minutes since Monday 00:00, half-open. */
export type WeekRange = { readonly from: number; readonly until: number };

/** A user to compare with: without a domain, any domain matches. */
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
  | { readonly kind: 'inCidr'; readonly field: IpField; readonly networks: readonly string[] }
  | { readonly kind: 'from' | 'until'; readonly field: TimeField; readonly time: string }
  | { readonly kind: 'last'; readonly field: TimeField; readonly durationMs: number }
  | { readonly kind: 'noise' }
  // Exactly these: a user without a domain is one of none.
  | { readonly kind: 'accountIn'; readonly accounts: readonly Account[] }
  // The user's domain is the host itself.
  | { readonly kind: 'localAccount' }
  // Of logins: the same user came to the same host from the same source, by remote desktop, in this half-open range.
  | { readonly kind: 'desktopSeen'; readonly from: string; readonly until: string }
  // Of reconnects: from a source that none of the session's events before has.
  | { readonly kind: 'fromNewSource' }
  // Of events in this half-open range: the same user logged in to the same host so many microseconds before or after at most.
  | { readonly kind: 'loginNearby'; readonly windowUs: number; readonly from: string; readonly until: string }
  // Of events that are no logins: they belong to no session.
  | { readonly kind: 'orphan' }
  // Of events: by a clock so far ahead of UTC their time lies in one of these ranges of the week, in minutes since Monday.
  | { readonly kind: 'inWeek'; readonly aheadSeconds: number; readonly weekRanges: readonly WeekRange[] }
  // Of events. Both ends are inclusive.
  | { readonly kind: 'between'; readonly first: Position; readonly last: Position }
  | (SessionExtent & { readonly kind: 'ofSession' })
  // Of sessions.
  | { readonly kind: 'activeAt'; readonly time: string }
  | { readonly kind: 'overlaps'; readonly from: string; readonly until: string }
  // What activeAt and overlaps say too, but of sessions on any host, where its index is the best.
  | { readonly kind: 'endsAfter'; readonly time: string }
  | { readonly kind: 'lastsAtLeast' | 'lastsLessThan'; readonly durationMs: number }
  // It lasted at least so long, or is not over.
  | { readonly kind: 'openOrLasts'; readonly durationMs: number }
  | { readonly kind: 'everLocked' | 'everUnlocked' }
  // It ended in the microsecond in which it began.
  | { readonly kind: 'momentary' }
  | (Pick<SessionKey, 'startedAt' | 'startUuid'> & { readonly kind: 'otherThan' });

type InPredicate = {
  [Name in keyof InValues]: {
    readonly kind: 'in';
    readonly field: Name;
    readonly values: readonly InValues[Name][];
  };
}[keyof InValues];

/** Holds for all. */
export const MATCH_ALL: Predicate = { kind: 'and', of: [] };
