import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
import type { LoginEvent as LoginEventModel, LogoutEvent as LogoutEventModel, ReconnectEvent as ReconnectEventModel, LockEvent as LockEventModel, UnlockEvent as UnlockEventModel } from '../model/sessionEvent.ts';
import type { EventPage, EventEdge } from '../domain/listEvents.ts';
import type { StoredSession } from '../model/session/session.ts';
import type { SessionPage, SessionEdge as SessionEdgeModel } from '../domain/listSessions.ts';
import type { HostKey } from '../model/host.ts';
import type { HostPage, HostEdge as HostEdgeModel } from '../domain/listHosts.ts';
import type { NewHostStart } from '../model/hostStart.ts';
import type { HostStartPage, HostStartEdge as HostStartEdgeModel } from '../domain/listHostStarts.ts';
import type { AuditEntry as AuditEntryModel } from '../model/audit/auditEntry.ts';
import type { AuditPage, AuditEdge } from '../domain/audit/listAuditEntries.ts';
import type { Account as AccountModel } from '../model/account.ts';
import type { AccountPage, AccountEdge as AccountEdgeModel } from '../domain/listAccounts.ts';
import type { LoggedOn as LoggedOnModel, LoggedOnAccount as LoggedOnAccountModel } from '../domain/findLoggedOn.ts';
import type { EventStats as EventStatsModel, EventStatsGroup as EventStatsGroupModel, EventStatsBucket as EventStatsBucketModel } from '../domain/getEventStats.ts';
import type { EventStatsKey as EventStatsKeyModel } from '../model/stats/eventStats.ts';
import type { SessionStats as SessionStatsModel, SessionStatsGroup as SessionStatsGroupModel, SessionStatsBucket as SessionStatsBucketModel } from '../domain/getSessionStats.ts';
import type { SessionStatsKey as SessionStatsKeyModel } from '../model/stats/sessionStats.ts';
import type { PageEnds } from '../domain/listPage.ts';
import type { SimultaneousLogins as SimultaneousLoginsModel } from '../model/hunts/simultaneousLogins.ts';
import type { SimultaneousLoginsPage, SimultaneousLoginsEdge as SimultaneousLoginsEdgeModel } from '../domain/hunts/listSimultaneousLogins.ts';
import type { MultiHostLogins as MultiHostLoginsModel } from '../model/hunts/multiHostLogins.ts';
import type { HostOfLogins } from '../db/hunts/selectHostsOf.ts';
import type { MultiHostLoginsPage, MultiHostLoginsEdge as MultiHostLoginsEdgeModel } from '../domain/hunts/listMultiHostLogins.ts';
import type { LoginActivity as LoginActivityModel, TopUser } from '../model/hunts/loginActivity.ts';
import type { LoginActivityPage, LoginActivityEdge as LoginActivityEdgeModel } from '../domain/hunts/listLoginActivity.ts';
import type { LocalAccountLogins as LocalAccountLoginsModel } from '../model/hunts/localAccountLogins.ts';
import type { LocalAccountLoginsPage, LocalAccountLoginsEdge as LocalAccountLoginsEdgeModel } from '../domain/hunts/listLocalAccountLogins.ts';
import type { RemoteDesktopLogins as RemoteDesktopLoginsModel } from '../model/hunts/remoteDesktopLogins.ts';
import type { RemoteDesktopLoginsPage, RemoteDesktopLoginsEdge as RemoteDesktopLoginsEdgeModel } from '../domain/hunts/listRemoteDesktopLogins.ts';
import type { LoginsSince as LoginsSinceModel } from '../model/hunts/loginsSince.ts';
import type { LoginsSincePage, LoginsSinceEdge as LoginsSinceEdgeModel } from '../domain/hunts/listLoginsSince.ts';
import type { BruteForceThenSuccess as BruteForceThenSuccessModel } from '../model/hunts/bruteForceThenSuccess.ts';
import type { BruteForceThenSuccessPage, BruteForceThenSuccessEdge as BruteForceThenSuccessEdgeModel } from '../domain/hunts/listBruteForceThenSuccess.ts';
import type { PasswordSpray as PasswordSprayModel } from '../model/hunts/passwordSpray.ts';
import type { PasswordSprayPage, PasswordSprayEdge as PasswordSprayEdgeModel } from '../domain/hunts/listPasswordSpray.ts';
import type { FirstSeen as FirstSeenModel } from '../model/hunts/firstSeen.ts';
import type { FirstSeenPage, FirstSeenEdge as FirstSeenEdgeModel } from '../domain/hunts/listFirstSeen.ts';
import type { UnusualRdpSource as UnusualRdpSourceModel } from '../model/hunts/unusualRdpSource.ts';
import type { UnusualRdpSourcePage, UnusualRdpSourceEdge as UnusualRdpSourceEdgeModel } from '../domain/hunts/listUnusualRdpSource.ts';
import type { ConcurrentSessions as ConcurrentSessionsModel } from '../model/hunts/concurrentSessions.ts';
import type { ConcurrentSessionsPage, ConcurrentSessionsEdge as ConcurrentSessionsEdgeModel } from '../domain/hunts/listConcurrentSessions.ts';
import type { LongSessions as LongSessionsModel } from '../model/hunts/longSessions.ts';
import type { LongSessionsPage, LongSessionsEdge as LongSessionsEdgeModel } from '../domain/hunts/listLongSessions.ts';
import type { NeverLocked as NeverLockedModel } from '../model/hunts/neverLocked.ts';
import type { NeverLockedPage, NeverLockedEdge as NeverLockedEdgeModel } from '../domain/hunts/listNeverLocked.ts';
import type { UnlockedAt as UnlockedAtModel } from '../model/hunts/unlockedAt.ts';
import type { UnlockedAtPage, UnlockedAtEdge as UnlockedAtEdgeModel } from '../domain/hunts/listUnlockedAt.ts';
import type { ReconnectFromNewSource as ReconnectFromNewSourceModel } from '../model/hunts/reconnectFromNewSource.ts';
import type { ReconnectFromNewSourcePage, ReconnectFromNewSourceEdge as ReconnectFromNewSourceEdgeModel } from '../domain/hunts/listReconnectFromNewSource.ts';
import type { ReconnectWithoutLogin as ReconnectWithoutLoginModel } from '../model/hunts/reconnectWithoutLogin.ts';
import type { ReconnectWithoutLoginPage, ReconnectWithoutLoginEdge as ReconnectWithoutLoginEdgeModel } from '../domain/hunts/listReconnectWithoutLogin.ts';
import type { OffHours as OffHoursModel } from '../model/hunts/offHours.ts';
import type { OffHoursPage, OffHoursEdge as OffHoursEdgeModel } from '../domain/hunts/listOffHours.ts';
import type { Orphans as OrphansModel, OrphanRate as OrphanRateModel } from '../model/hunts/orphans.ts';
import type { OrphansPage, OrphansEdge as OrphansEdgeModel } from '../domain/hunts/listOrphans.ts';
import type { LateralPaths as LateralPathsModel } from '../model/hunts/lateralPaths.ts';
import type { Hop } from '../model/hunts/lateral/linkHops.ts';
import type { LateralGraph as LateralGraphModel, GraphNode } from '../model/hunts/lateral/makeGraph.ts';
import type { LateralPathsPage, LateralPathsEdge as LateralPathsEdgeModel } from '../domain/hunts/listLateralPaths.ts';
import type { GraphqlContext } from './context.ts';
export type Maybe<T> = T | null;
export type InputMaybe<T> = Maybe<T>;
export type RequireFields<T, K extends keyof T> = Omit<T, K> & { [P in K]-?: NonNullable<T[P]> };
/** All built-in and custom scalars, mapped to their actual values */
export type Scalars = {
  ID: { input: string; output: string; }
  String: { input: string; output: string; }
  Boolean: { input: boolean; output: boolean; }
  Int: { input: number; output: number; }
  Float: { input: number; output: number; }
  /** A network, `10.0.0.0/8` or `fe80::/10`; an address alone is the network of that one address. */
  CIDR: { input: unknown; output: string; }
  /**
   * A moment: RFC 3339 with an offset from UTC and 0 to 9 fraction digits. Answers are UTC with microseconds,
   * `2026-11-22T10:23:30.336123Z`, and sort as text. Digits past the sixth are cut off.
   */
  DateTime: { input: unknown; output: string; }
  /**
   * A length of time, ISO 8601 in weeks, days, hours, minutes and seconds: `PT24H`, `P30D`. Months and years have no exact length
   * and are refused, except in a TimeBucketInput.
   */
  Duration: { input: unknown; output: string; }
  /** An IPv4 or IPv6 address, `10.0.0.54` or `fe80::1`. IPv4 inside IPv6 (`::ffff:10.0.0.54`) is answered as IPv4. */
  IPAddress: { input: unknown; output: string; }
  /**
   * CAR login_id: the number that a host gives to a logon, unique on that host until it restarts. Accepts `"0xf61f3"`, zero-padded or not,
   * and decimals (`1008115`, as text or number); answers lower-case hex without leading zeros, at most 64 bits.
   */
  LoginId: { input: unknown; output: string; }
  /** A TCP port, 0 to 65535. */
  Port: { input: unknown; output: number; }
};

/** A user as every spelling of the name is folded: THESHIRE\ana, theshire.local\ANA and ana@theshire.local are one account. */
export type Account = Node & {
  readonly __typename?: 'Account';
  /** Its events, newest first unless ordered otherwise. */
  readonly events: SessionEventConnection;
  /** Time of its oldest event, null when there is none (any more). */
  readonly firstSeenAt?: Maybe<Scalars['DateTime']['output']>;
  /** Opaque and stable. */
  readonly id: Scalars['ID']['output'];
  /** Its newest successful login. */
  readonly lastLogin?: Maybe<LoginEvent>;
  /** Time of its newest event, null when there is none (any more). */
  readonly lastSeenAt?: Maybe<Scalars['DateTime']['output']>;
  /** Its sessions on all hosts, the latest first unless ordered otherwise. */
  readonly sessions: SessionConnection;
  /** `THESHIRE\ana`, folded; `ana` without a domain. */
  readonly user: Scalars['String']['output'];
  /** First label of the domain, upper case; null without one, as on Linux, where one name on two hosts may be two people. */
  readonly userDomain?: Maybe<Scalars['String']['output']>;
  /** The name, lower case. */
  readonly userName: Scalars['String']['output'];
};


/** A user as every spelling of the name is folded: THESHIRE\ana, theshire.local\ANA and ana@theshire.local are one account. */
export type AccountEventsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<SessionEventFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  order?: TimeOrder;
};


/** A user as every spelling of the name is folded: THESHIRE\ana, theshire.local\ANA and ana@theshire.local are one account. */
export type AccountSessionsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<SessionFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  order?: SessionOrder;
};

/** A page of accounts. */
export type AccountConnection = {
  readonly __typename?: 'AccountConnection';
  /** The accounts with their cursors. */
  readonly edges: ReadonlyArray<AccountEdge>;
  /** The accounts alone. */
  readonly nodes: ReadonlyArray<Account>;
  /** How to page on. */
  readonly pageInfo: PageInfo;
  /** How many accounts there are in all; counted only when asked for. */
  readonly totalCount: TotalCount;
};


/** A page of accounts. */
export type AccountConnectionTotalCountArgs = {
  mode?: CountMode;
};

/** An account and its place in the list. */
export type AccountEdge = {
  readonly __typename?: 'AccountEdge';
  /** Opaque; valid with the same filter. */
  readonly cursor: Scalars['String']['output'];
  /** The account. */
  readonly node: Account;
};

/** Which accounts. All members that are given must hold. */
export type AccountFilter = {
  /** All of these hold. */
  readonly and?: InputMaybe<ReadonlyArray<AccountFilter>>;
  /** This does not hold. */
  readonly not?: InputMaybe<AccountFilter>;
  /** At least one of these holds. */
  readonly or?: InputMaybe<ReadonlyArray<AccountFilter>>;
  /** The user: `ana` is that name in any domain. */
  readonly user?: InputMaybe<UserFilter>;
  /** The domain, in any case; isNull: true finds accounts without one. */
  readonly userDomain?: InputMaybe<TextFilter>;
};

/** An analytic: what it is and where it comes from. */
export type Analytic = {
  readonly __typename?: 'Analytic';
  /** What it may find. */
  readonly attackTechniques: ReadonlyArray<AttackTechnique>;
  /** Its id at its source: `CAR-2013-02-008`. */
  readonly id: Scalars['String']['output'];
  /** Its title. */
  readonly title: Scalars['String']['output'];
  /** Where it is described. */
  readonly url: Scalars['String']['output'];
};

/** A technique of MITRE ATT&CK. */
export type AttackTechnique = {
  readonly __typename?: 'AttackTechnique';
  /** Its id: `T1078.002`. */
  readonly id: Scalars['String']['output'];
  /** Its name. */
  readonly name: Scalars['String']['output'];
  /** Its page. */
  readonly url: Scalars['String']['output'];
};

/**
 * One operation, who ran it, and what came of it. What was asked for is hashed with a secret of the database: equal questions are found, and
 * their values are not. It is there a second or so after the answer.
 */
export type AuditEntry = {
  readonly __typename?: 'AuditEntry';
  /** How many items that were sent were stored. */
  readonly accepted?: Maybe<Scalars['Int']['output']>;
  /** Where the request came from; behind a proxy, the proxy. */
  readonly address?: Maybe<Scalars['IPAddress']['output']>;
  /** How the caller was known. */
  readonly callerKind: CallerKind;
  /** What the key is called, or the subject of the token, or the account of the operating system. */
  readonly callerName: Scalars['String']['output'];
  /** What it cost, as in `extensions.cost`. */
  readonly cost?: Maybe<Scalars['Int']['output']>;
  /** The same for the same document. */
  readonly documentHash?: Maybe<Scalars['String']['output']>;
  /** How many items that were sent were there already. */
  readonly duplicates?: Maybe<Scalars['Int']['output']>;
  /** How long it took, in milliseconds. */
  readonly durationMs: Scalars['Float']['output'];
  /** Codes of the errors in the answer, each once. */
  readonly errorCodes: ReadonlyArray<Scalars['String']['output']>;
  /** The id of the key, or of the key that a command made or revoked: what follows `ss_` in it. */
  readonly keyId?: Maybe<Scalars['String']['output']>;
  /** The name that the caller gave the operation, or the command's. */
  readonly operationName?: Maybe<Scalars['String']['output']>;
  /** What was sent; null for a document that is not valid. */
  readonly operationType?: Maybe<AuditOperationType>;
  /** How it ended. */
  readonly outcome: AuditOutcome;
  /** How many items that were sent were refused. */
  readonly rejected?: Maybe<Scalars['Int']['output']>;
  /** The id of the request: the header `x-request-id` of its answer, and `reqId` in the log. A command has one of its own. */
  readonly requestId: Scalars['String']['output'];
  /** The root fields that were asked for, in order of their names. */
  readonly rootFields: ReadonlyArray<Scalars['String']['output']>;
  /** How many items the lists in the answer had, or how many events and host starts an erasure took. */
  readonly rows?: Maybe<Scalars['Int']['output']>;
  /** When it was answered. */
  readonly time: Scalars['DateTime']['output'];
  /** The same for the same values, in whatever order their keys are; null without variables, and for more than 64 KiB of a mutation. */
  readonly variablesHash?: Maybe<Scalars['String']['output']>;
};

/** A page of the audit. */
export type AuditEntryConnection = {
  readonly __typename?: 'AuditEntryConnection';
  /** The entries with their cursors. */
  readonly edges: ReadonlyArray<AuditEntryEdge>;
  /** The entries alone. */
  readonly nodes: ReadonlyArray<AuditEntry>;
  /** How to page on. */
  readonly pageInfo: PageInfo;
  /** How many entries there are in all; counted only when asked for. */
  readonly totalCount: TotalCount;
};


/** A page of the audit. */
export type AuditEntryConnectionTotalCountArgs = {
  mode?: CountMode;
};

/** An entry of the audit and its place in the list. */
export type AuditEntryEdge = {
  readonly __typename?: 'AuditEntryEdge';
  /** Opaque; valid with the same filter and order. */
  readonly cursor: Scalars['String']['output'];
  /** The entry. */
  readonly node: AuditEntry;
};

/** Which entries of the audit. All members that are given must hold. */
export type AuditFilter = {
  /** Exactly this name of a key, or subject of a token. */
  readonly callerName?: InputMaybe<Scalars['String']['input']>;
  /** The key of this id. */
  readonly keyId?: InputMaybe<Scalars['String']['input']>;
  /** Exactly this name of an operation. */
  readonly operationName?: InputMaybe<Scalars['String']['input']>;
  /** How it ended. */
  readonly outcome?: InputMaybe<AuditOutcome>;
  /** This field is among the root fields: `sessionEvents`. */
  readonly rootField?: InputMaybe<Scalars['String']['input']>;
  /** When it was answered. */
  readonly time?: InputMaybe<TimeFilter>;
  /** With these hashed values: the same question about the same. */
  readonly variablesHash?: InputMaybe<Scalars['String']['input']>;
};

/** What was sent. */
export type AuditOperationType =
  /** A command that changes what is stored, or who gets in: `keysAdd`, `keysRevoke`, `erase`. */
  | 'COMMAND'
  /** Records, to `/ingest`. */
  | 'INGEST'
  /** A mutation. */
  | 'MUTATION'
  /** A query. */
  | 'QUERY';

/** How a request ended. */
export type AuditOutcome =
  /** Failed, through no fault of the caller. */
  | 'FAILED'
  /** Answered whole. */
  | 'OK'
  /** Refused, for a reason that the caller can put right; `errorCodes` has it. */
  | 'REFUSED';

/** Whether the events of a host reach back to the beginning of a baseline. */
export type BaselineCoverage =
  /** They do. */
  | 'COVERED'
  /** They begin later: the login may be new only to the log. */
  | 'INSUFFICIENT_BASELINE';

/** Compares a yes or no. */
export type BooleanFilter = {
  /** Is this. */
  readonly eq?: InputMaybe<Scalars['Boolean']['input']>;
  /** True finds events without a value (all but logins), false those with one. */
  readonly isNull?: InputMaybe<Scalars['Boolean']['input']>;
};

/** What the failures and the success of a brute force have in common. */
export type BruteForceKey =
  /** The source, whatever the host and the user. */
  | 'SRC_IP'
  /** The source and the host. */
  | 'SRC_IP_HOST'
  /** The source and the user. */
  | 'SRC_IP_USER'
  /** The user, from wherever to whatever host. */
  | 'USER'
  /** The user and the host: for failures without a source. */
  | 'USER_HOST';

/** A success after many failures. The evidence is the failures and the success; ask the success for its session. */
export type BruteForceThenSuccess = HuntMatch & {
  readonly __typename?: 'BruteForceThenSuccess';
  /** The user, null when the key has none. */
  readonly account?: Maybe<Account>;
  /** How many different users the failures named. */
  readonly distinctUsersTried: Scalars['Int']['output'];
  /** The events that prove it, oldest first. */
  readonly evidence: SessionEventConnection;
  /** How many failures. */
  readonly failureCount: Scalars['Int']['output'];
  /** Time of the first of the failures. */
  readonly firstFailureAt: Scalars['DateTime']['output'];
  /** The host, null when the key has none. */
  readonly host?: Maybe<Host>;
  /** The source, null when the key has none. */
  readonly srcIp?: Maybe<Scalars['IPAddress']['output']>;
  /** Time of the login that succeeded. */
  readonly succeededAt: Scalars['DateTime']['output'];
  /** The login that succeeded, null after its retention. */
  readonly success?: Maybe<LoginEvent>;
};


/** A success after many failures. The evidence is the failures and the success; ask the success for its session. */
export type BruteForceThenSuccessEvidenceArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
};

/** A page of what bruteForceThenSuccess found. */
export type BruteForceThenSuccessConnection = HuntAnswer & {
  readonly __typename?: 'BruteForceThenSuccessConnection';
  /** What was asked: bruteForceThenSuccess. */
  readonly analytic: Analytic;
  /** The matches with their cursors. */
  readonly edges: ReadonlyArray<BruteForceThenSuccessEdge>;
  /** The matches alone. */
  readonly nodes: ReadonlyArray<BruteForceThenSuccess>;
  /** How to page on. */
  readonly pageInfo: PageInfo;
  /** With which parameters. */
  readonly parameters: BruteForceThenSuccessParameters;
  /** How many matches there are in all; counted only when asked for. */
  readonly totalCount: TotalCount;
  /** True when there are more than 10,000 matches: only the first 10,000 are listed. `totalCount(mode: EXACT)` counts all of them. */
  readonly truncated: Scalars['Boolean']['output'];
};


/** A page of what bruteForceThenSuccess found. */
export type BruteForceThenSuccessConnectionTotalCountArgs = {
  mode?: CountMode;
};

/** A match and its place in the list. */
export type BruteForceThenSuccessEdge = {
  readonly __typename?: 'BruteForceThenSuccessEdge';
  /** Opaque; valid with the same parameters. */
  readonly cursor: Scalars['String']['output'];
  /** The match. */
  readonly node: BruteForceThenSuccess;
};

/** Parameters of bruteForceThenSuccess as they were used. */
export type BruteForceThenSuccessParameters = {
  readonly __typename?: 'BruteForceThenSuccessParameters';
  /** Whether noise is hidden. */
  readonly excludeNoise: Scalars['Boolean']['output'];
  /** What they have in common. */
  readonly key: BruteForceKey;
  /** The least number of failures. */
  readonly minFailures: Scalars['Int']['output'];
  /** The range. */
  readonly range: Period;
  /** The window. */
  readonly window: Scalars['Duration']['output'];
};

/** How a caller was known. */
export type CallerKind =
  /** Not at all: the server is open. */
  | 'ANYONE'
  /** By the account of the operating system that a command ran as. */
  | 'COMMAND'
  /** By an API key. */
  | 'KEY'
  /** By a token of an identity provider. */
  | 'TOKEN';

/**
 * The analytics of MITRE CAR that are about user sessions, each with exact windows. All look at a range of time and hide noise unless told otherwise.
 * A range that is too much to read within the deadline is refused as DEADLINE_EXCEEDED. An analytic that fails is null, and those beside it are answered.
 */
export type Car = {
  readonly __typename?: 'Car';
  /**
   * CAR-2016-04-004: successful REMOTE logins of users whose domain is the host itself, ANONYMOUS LOGON never among them: accounts of one machine used over the
   * network, as with a stolen hash. On Linux users have no domain, so there are none.
   */
  readonly localAccountLogins?: Maybe<LocalAccountLoginsConnection>;
  /**
   * CAR-2013-10-001: successful logins of users who are not among the most frequent ones of the range. Who has as many logins as the last of those is excluded
   * too. Logins of unknown users are of none of them, so they are shown.
   */
  readonly loginActivity?: Maybe<LoginActivityConnection>;
  /** CAR-2015-07-001: users with a successful login on a host strictly between its last start and a moment: whose credentials its memory may have held. */
  readonly loginsSince?: Maybe<LoginsSinceConnection>;
  /**
   * CAR-2013-02-012: users who logged in to several hosts. For each successful login at t the different hosts that its user logged in to in (t - window, t];
   * windows with at least `minHosts` that overlap are one match. It looks back beyond `range.from` by the window. Logins of unknown users do not count.
   */
  readonly multiHostLogins?: Maybe<MultiHostLoginsConnection>;
  /** CAR-2016-04-005: successful RDP logins from sources that are not approved. A source that is not known is not approved. */
  readonly remoteDesktopLogins?: Maybe<RemoteDesktopLoginsConnection>;
  /**
   * CAR-2013-02-008: hosts with several users at once. For each successful login at t the different users who logged in to the host in (t - window, t]; windows
   * with at least `minUsers` that overlap are one match. It looks back beyond `range.from` by the window. Logins of unknown users do not count.
   */
  readonly simultaneousLogins?: Maybe<SimultaneousLoginsConnection>;
};


/**
 * The analytics of MITRE CAR that are about user sessions, each with exact windows. All look at a range of time and hide noise unless told otherwise.
 * A range that is too much to read within the deadline is refused as DEADLINE_EXCEEDED. An analytic that fails is null, and those beside it are answered.
 */
export type CarLocalAccountLoginsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  excludeNoise?: Scalars['Boolean']['input'];
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  range: TimeRange;
};


/**
 * The analytics of MITRE CAR that are about user sessions, each with exact windows. All look at a range of time and hide noise unless told otherwise.
 * A range that is too much to read within the deadline is refused as DEADLINE_EXCEEDED. An analytic that fails is null, and those beside it are answered.
 */
export type CarLoginActivityArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  excludeNoise?: Scalars['Boolean']['input'];
  excludeTopUsers?: Scalars['Int']['input'];
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  range: TimeRange;
};


/**
 * The analytics of MITRE CAR that are about user sessions, each with exact windows. All look at a range of time and hide noise unless told otherwise.
 * A range that is too much to read within the deadline is refused as DEADLINE_EXCEEDED. An analytic that fails is null, and those beside it are answered.
 */
export type CarLoginsSinceArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  at: Scalars['DateTime']['input'];
  before?: InputMaybe<Scalars['String']['input']>;
  bootTime?: InputMaybe<Scalars['DateTime']['input']>;
  excludeNoise?: Scalars['Boolean']['input'];
  first?: InputMaybe<Scalars['Int']['input']>;
  hostname: Scalars['String']['input'];
  last?: InputMaybe<Scalars['Int']['input']>;
};


/**
 * The analytics of MITRE CAR that are about user sessions, each with exact windows. All look at a range of time and hide noise unless told otherwise.
 * A range that is too much to read within the deadline is refused as DEADLINE_EXCEEDED. An analytic that fails is null, and those beside it are answered.
 */
export type CarMultiHostLoginsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  excludeNoise?: Scalars['Boolean']['input'];
  excludeUsers?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  minHosts?: Scalars['Int']['input'];
  range: TimeRange;
  remoteOnly?: Scalars['Boolean']['input'];
  window?: Scalars['Duration']['input'];
};


/**
 * The analytics of MITRE CAR that are about user sessions, each with exact windows. All look at a range of time and hide noise unless told otherwise.
 * A range that is too much to read within the deadline is refused as DEADLINE_EXCEEDED. An analytic that fails is null, and those beside it are answered.
 */
export type CarRemoteDesktopLoginsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  approvedSources?: InputMaybe<ReadonlyArray<Scalars['CIDR']['input']>>;
  before?: InputMaybe<Scalars['String']['input']>;
  excludeNoise?: Scalars['Boolean']['input'];
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  range: TimeRange;
};


/**
 * The analytics of MITRE CAR that are about user sessions, each with exact windows. All look at a range of time and hide noise unless told otherwise.
 * A range that is too much to read within the deadline is refused as DEADLINE_EXCEEDED. An analytic that fails is null, and those beside it are answered.
 */
export type CarSimultaneousLoginsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  excludeNoise?: Scalars['Boolean']['input'];
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  loginTypes?: InputMaybe<ReadonlyArray<LoginType>>;
  minUsers?: Scalars['Int']['input'];
  mode?: SimultaneityMode;
  range: TimeRange;
  window?: Scalars['Duration']['input'];
};

/** Whose sessions are counted together. */
export type ConcurrencyKey =
  /** Those on one host, of all accounts. */
  | 'HOST'
  /** Those of one account, on all hosts. */
  | 'USER';

/** What may be different among sessions. */
export type ConcurrencyTrait =
  /** The hosts that they are on. */
  | 'HOST'
  /** The addresses that they come from. */
  | 'SRC_IP'
  /** The accounts that they are of. */
  | 'USER';

/** A time in which so many sessions were open at once at every moment. The evidence is the events that they begin with. */
export type ConcurrentSessions = HuntMatch & {
  readonly __typename?: 'ConcurrentSessions';
  /** Whose sessions, null when they are counted by host. */
  readonly account?: Maybe<Account>;
  /** How many different ones in all there were of what is counted; without `distinct` the sessions. */
  readonly distinctCount: Scalars['Int']['output'];
  /** The events that prove it, oldest first. */
  readonly evidence: SessionEventConnection;
  /** Since when so many were open. */
  readonly from: Scalars['DateTime']['output'];
  /** Where they were, null when they are counted by user. */
  readonly host?: Maybe<Host>;
  /** The most at one moment: sessions, or what was to be distinct. */
  readonly peak: Scalars['Int']['output'];
  /** Since when there were the most, for the first time. */
  readonly peakAt: Scalars['DateTime']['output'];
  /** How many sessions were open at some moment of that time. */
  readonly sessionCount: Scalars['Int']['output'];
  /** The sessions that were open at some moment of that time, first started first. */
  readonly sessions: SessionConnection;
  /** Until when so many were open. */
  readonly until: Scalars['DateTime']['output'];
};


/** A time in which so many sessions were open at once at every moment. The evidence is the events that they begin with. */
export type ConcurrentSessionsEvidenceArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
};


/** A time in which so many sessions were open at once at every moment. The evidence is the events that they begin with. */
export type ConcurrentSessionsSessionsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
};

/** A page of what concurrentSessions found. */
export type ConcurrentSessionsConnection = HuntAnswer & {
  readonly __typename?: 'ConcurrentSessionsConnection';
  /** What was asked. */
  readonly analytic: Analytic;
  /** The matches with their cursors. */
  readonly edges: ReadonlyArray<ConcurrentSessionsEdge>;
  /** The matches alone. */
  readonly nodes: ReadonlyArray<ConcurrentSessions>;
  /** How to page on. */
  readonly pageInfo: PageInfo;
  /** With which parameters. */
  readonly parameters: ConcurrentSessionsParameters;
  /** How many matches there are in all; counted only when asked for. */
  readonly totalCount: TotalCount;
  /** True when there are more than 10,000 matches: only the first 10,000 are listed. `totalCount(mode: EXACT)` counts all of them. */
  readonly truncated: Scalars['Boolean']['output'];
};


/** A page of what concurrentSessions found. */
export type ConcurrentSessionsConnectionTotalCountArgs = {
  mode?: CountMode;
};

/** A match and its place in the list. */
export type ConcurrentSessionsEdge = {
  readonly __typename?: 'ConcurrentSessionsEdge';
  /** Opaque; valid with the same parameters. */
  readonly cursor: Scalars['String']['output'];
  /** The match. */
  readonly node: ConcurrentSessions;
};

/** Parameters of concurrentSessions as they were used. */
export type ConcurrentSessionsParameters = {
  readonly __typename?: 'ConcurrentSessionsParameters';
  /** What is counted, null for the sessions themselves. */
  readonly distinct?: Maybe<ConcurrencyTrait>;
  /** Whether noise is hidden. */
  readonly excludeNoise: Scalars['Boolean']['output'];
  /** Whose sessions are counted together. */
  readonly key: ConcurrencyKey;
  /** The login types, null for all. */
  readonly loginTypes?: Maybe<ReadonlyArray<LoginType>>;
  /** The least number at once. */
  readonly minPeak: Scalars['Int']['output'];
  /** The range. */
  readonly range: Period;
};

/** Compares a number. All members that are given must hold. */
export type CountFilter = {
  /** At least this many. */
  readonly gte?: InputMaybe<Scalars['Int']['input']>;
  /** At most this many. */
  readonly lte?: InputMaybe<Scalars['Int']['input']>;
};

/** How exactly to count. */
export type CountMode =
  /** Stops at 10,000: the answer is then 10,000 and AT_LEAST. */
  | 'CAPPED'
  /** Counts all, which may take long. */
  | 'EXACT';

/** How a count relates to the truth. */
export type CountRelation =
  /** There are as many or more. */
  | 'AT_LEAST'
  /** There are exactly as many. */
  | 'EQUAL';

/** How a moment lies to what is stored of a host. */
export type Coverage =
  /** After its newest event: somebody may have come or gone since. */
  | 'AFTER_LAST_EVENT'
  /** Before its oldest event, or it has none: somebody may have been on whom no log names. */
  | 'BEFORE_FIRST_EVENT'
  /** Between its oldest and its newest event. */
  | 'COVERED';

/** Compares a duration in ISO 8601; an open session has none. All members that are given must hold. */
export type DurationFilter = {
  /** At least this long. */
  readonly gte?: InputMaybe<Scalars['Duration']['input']>;
  /** Shorter than this. */
  readonly lt?: InputMaybe<Scalars['Duration']['input']>;
};

/**
 * Durations of sessions in seconds, exact to the microsecond, up to their ends (which are upper bounds where `endReason` is SUPERSEDED or
 * HOST_RESTART). Each is one that a session had: the shortest that so large a part of them does not exceed.
 */
export type DurationPercentiles = {
  readonly __typename?: 'DurationPercentiles';
  /** The longest. */
  readonly max: Scalars['Float']['output'];
  /** Half of them were as long or shorter. */
  readonly p50: Scalars['Float']['output'];
  /** Nine of ten were as long or shorter. */
  readonly p90: Scalars['Float']['output'];
  /** 99 of 100 were as long or shorter. */
  readonly p99: Scalars['Float']['output'];
};

/** What events can be grouped by. */
export type EventDimension =
  /** What happened. */
  | 'ACTION'
  /** The port that was logged on to. */
  | 'DEST_PORT'
  /** The host. */
  | 'HOST'
  /** How the user is logged on. */
  | 'LOGIN_TYPE'
  /** Whether a login was successful; other actions have no outcome. */
  | 'OUTCOME'
  /** The address that it came from. */
  | 'SRC_IP'
  /** The network of that address: /24 of IPv4, /64 of IPv6. */
  | 'SRC_NETWORK'
  /** The user's id at its system. */
  | 'UID'
  /** The account: folded domain and name. */
  | 'USER';

/** Counts of events. `count` is the sum of the counts of `groups` and `otherCount`. */
export type EventStats = {
  readonly __typename?: 'EventStats';
  /** How many events the filter matches: the exact totalCount of `sessionEvents` with it. */
  readonly count: Scalars['Int']['output'];
  /** The dimensions of the keys, as they were asked for. */
  readonly groupBy: ReadonlyArray<EventDimension>;
  /** The first of the groups that `having` keeps, in order. */
  readonly groups: ReadonlyArray<EventStatsGroup>;
  /** Events that are in none of `groups`: left out by `having` or beyond `first`. */
  readonly otherCount: Scalars['Int']['output'];
  /** How many groups there are in all, of which `groups` lists the first; with `having` those that it keeps. */
  readonly totalCount: TotalCount;
  /** How many groups there would be without `having`. */
  readonly totalCountWithoutHaving: TotalCount;
};


/** Counts of events. `count` is the sum of the counts of `groups` and `otherCount`. */
export type EventStatsTotalCountArgs = {
  mode?: CountMode;
};


/** Counts of events. `count` is the sum of the counts of `groups` and `otherCount`. */
export type EventStatsTotalCountWithoutHavingArgs = {
  mode?: CountMode;
};

/** What a group has in a stretch of time. The first and the last bucket may reach beyond the time that the filter asks for. */
export type EventStatsBucket = {
  readonly __typename?: 'EventStatsBucket';
  /** How many events. */
  readonly count: Scalars['Int']['output'];
  /** How many hosts they happened on. */
  readonly distinctHosts: Scalars['Int']['output'];
  /** How many addresses they came from. */
  readonly distinctSources: Scalars['Int']['output'];
  /** How many accounts they name. */
  readonly distinctUsers: Scalars['Int']['output'];
  /** Failed logins among them. */
  readonly failures: Scalars['Int']['output'];
  /** Time of the oldest, null when there is none. */
  readonly firstAt?: Maybe<Scalars['DateTime']['output']>;
  /** When it begins. */
  readonly from: Scalars['DateTime']['output'];
  /** Time of the newest, null when there is none. */
  readonly lastAt?: Maybe<Scalars['DateTime']['output']>;
  /** Successful logins among them. */
  readonly successes: Scalars['Int']['output'];
  /** When it is over: where the next begins. */
  readonly until: Scalars['DateTime']['output'];
};

/** Events with the same key. Each number is computed only when it is asked for. */
export type EventStatsGroup = {
  readonly __typename?: 'EventStatsGroup';
  /**
   * Its events by time, oldest first, empty buckets included; null without the argument `bucket`. They cover the time that the filter bounds,
   * `last` up to now; where it does not, they begin or end with the first or last event that it matches.
   */
  readonly buckets?: Maybe<ReadonlyArray<EventStatsBucket>>;
  /** How many events. */
  readonly count: Scalars['Int']['output'];
  /** How many hosts they happened on. */
  readonly distinctHosts: Scalars['Int']['output'];
  /** How many addresses they came from. */
  readonly distinctSources: Scalars['Int']['output'];
  /** How many accounts they name. */
  readonly distinctUsers: Scalars['Int']['output'];
  /** Failed logins among them. */
  readonly failures: Scalars['Int']['output'];
  /** Time of the oldest, null when there is none. */
  readonly firstAt?: Maybe<Scalars['DateTime']['output']>;
  /** What they have in common. */
  readonly key: EventStatsKey;
  /** Time of the newest, null when there is none. */
  readonly lastAt?: Maybe<Scalars['DateTime']['output']>;
  /** Successful logins among them. */
  readonly successes: Scalars['Int']['output'];
};

/** Which groups of events, by what they count; at least one condition. All members that are given must hold. */
export type EventStatsHaving = {
  /** Events: `{ lte: 3 }` finds rare combinations. */
  readonly count?: InputMaybe<CountFilter>;
  /** Hosts. */
  readonly distinctHosts?: InputMaybe<CountFilter>;
  /** Source addresses. */
  readonly distinctSources?: InputMaybe<CountFilter>;
  /** Accounts. */
  readonly distinctUsers?: InputMaybe<CountFilter>;
  /** Failed logins. */
  readonly failures?: InputMaybe<CountFilter>;
  /** The oldest event: `{ from: … }` finds what is new since then. */
  readonly firstAt?: InputMaybe<TimeFilter>;
  /** The newest event: `{ until: … }` finds what has been silent since then. */
  readonly lastAt?: InputMaybe<TimeFilter>;
  /** Successful logins. */
  readonly successes?: InputMaybe<CountFilter>;
};

/**
 * What the events of a group have in common. A field is null when its dimension is not in `groupBy`, and in the group of the events that
 * have no such value.
 */
export type EventStatsKey = {
  readonly __typename?: 'EventStatsKey';
  /** Of USER. */
  readonly account?: Maybe<Account>;
  /** Of ACTION. */
  readonly action?: Maybe<SessionAction>;
  /** Of DEST_PORT. */
  readonly destPort?: Maybe<Scalars['Port']['output']>;
  /** Of HOST. */
  readonly host?: Maybe<Host>;
  /** Of HOST: its name. */
  readonly hostname?: Maybe<Scalars['String']['output']>;
  /** Of LOGIN_TYPE; locks and unlocks have none. */
  readonly loginType?: Maybe<LoginType>;
  /** Of OUTCOME; only logins have it. */
  readonly outcome?: Maybe<LoginOutcome>;
  /** Of SRC_IP. */
  readonly srcIp?: Maybe<Scalars['IPAddress']['output']>;
  /** Of SRC_NETWORK: `10.0.0.0/24`, `fe80::/64`. */
  readonly srcNetwork?: Maybe<Scalars['CIDR']['output']>;
  /** Of UID. */
  readonly uid?: Maybe<Scalars['String']['output']>;
};

/** Order of groups of events. Groups that are equal by it are in the ascending order of their keys. */
export type EventStatsOrder = {
  /** In which direction. */
  readonly direction?: OrderDirection;
  /** What to order by. */
  readonly field: EventStatsOrderField;
};

/** What groups of events are ordered by. */
export type EventStatsOrderField =
  /** How many events. */
  | 'COUNT'
  /** How many hosts. */
  | 'DISTINCT_HOSTS'
  /** How many source addresses. */
  | 'DISTINCT_SOURCES'
  /** How many accounts. */
  | 'DISTINCT_USERS'
  /** How many failed logins. */
  | 'FAILURES'
  /** The oldest event. */
  | 'FIRST_AT'
  /** The key: its dimensions in the order of `groupBy`. Ascending, groups without a value come last. */
  | 'KEY'
  /** The newest event. */
  | 'LAST_AT'
  /** How many successful logins. */
  | 'SUCCESSES';

/** A user who was left out for being among the most frequent. */
export type ExcludedUser = {
  readonly __typename?: 'ExcludedUser';
  /** The user. */
  readonly account: Account;
  /** How many successful logins the user has in the range. */
  readonly loginCount: Scalars['Int']['output'];
};

/** A combination that was not there before. The evidence is its logins in the range. */
export type FirstSeen = HuntMatch & {
  readonly __typename?: 'FirstSeen';
  /** The user; null when it is not of the combination or not known. */
  readonly account?: Maybe<Account>;
  /** Whether the events of the host of its first login reach back to the beginning of the baseline: what no log could show is not new. */
  readonly baseline: BaselineCoverage;
  /** The events that prove it, oldest first. */
  readonly evidence: SessionEventConnection;
  /** Time of its first login. */
  readonly firstAt: Scalars['DateTime']['output'];
  /** The host, null when it is not of the combination. */
  readonly host?: Maybe<Host>;
  /** Time of its last login in the range. */
  readonly lastAt: Scalars['DateTime']['output'];
  /** How many logins it has in the range. */
  readonly loginCount: Scalars['Int']['output'];
  /** The login type; null when it is not of the combination or not known. */
  readonly loginType?: Maybe<LoginType>;
  /** The source; null when it is not of the combination or not known. */
  readonly srcIp?: Maybe<Scalars['IPAddress']['output']>;
  /** The network of the source, /24 of IPv4 and /64 of IPv6; null when it is not of the combination or not known. */
  readonly srcNetwork?: Maybe<Scalars['CIDR']['output']>;
};


/** A combination that was not there before. The evidence is its logins in the range. */
export type FirstSeenEvidenceArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
};

/** A page of what firstSeen found. */
export type FirstSeenConnection = HuntAnswer & {
  readonly __typename?: 'FirstSeenConnection';
  /** What was asked: firstSeen. */
  readonly analytic: Analytic;
  /** The matches with their cursors. */
  readonly edges: ReadonlyArray<FirstSeenEdge>;
  /** The matches alone. */
  readonly nodes: ReadonlyArray<FirstSeen>;
  /** How to page on. */
  readonly pageInfo: PageInfo;
  /** With which parameters. */
  readonly parameters: FirstSeenParameters;
  /** How many matches there are in all; counted only when asked for. */
  readonly totalCount: TotalCount;
  /** True when there are more than 10,000 matches: only the first 10,000 are listed. `totalCount(mode: EXACT)` counts all of them. */
  readonly truncated: Scalars['Boolean']['output'];
};


/** A page of what firstSeen found. */
export type FirstSeenConnectionTotalCountArgs = {
  mode?: CountMode;
};

/** A match and its place in the list. */
export type FirstSeenEdge = {
  readonly __typename?: 'FirstSeenEdge';
  /** Opaque; valid with the same parameters. */
  readonly cursor: Scalars['String']['output'];
  /** The match. */
  readonly node: FirstSeen;
};

/** Parameters of firstSeen as they were used. */
export type FirstSeenParameters = {
  readonly __typename?: 'FirstSeenParameters';
  /** Whether noise is hidden. */
  readonly excludeNoise: Scalars['Boolean']['output'];
  /** The baseline. */
  readonly lookback: Scalars['Duration']['output'];
  /** The range. */
  readonly range: Period;
  /** What a combination is made of. */
  readonly tuple: ReadonlyArray<SeenTrait>;
};

/** A machine that something was recorded of. */
export type Host = Node & {
  readonly __typename?: 'Host';
  /** Its events, newest first unless ordered otherwise. */
  readonly events: SessionEventConnection;
  /** Time of the first event that was ever recorded of it, null while only its starts are known. */
  readonly firstSeenAt?: Maybe<Scalars['DateTime']['output']>;
  /** CAR hostname: without the domain, in upper case: `HOST1`. */
  readonly hostname: Scalars['String']['output'];
  /** Opaque and stable. */
  readonly id: Scalars['ID']['output'];
  /** The newest successful login on it. */
  readonly lastLogin?: Maybe<LoginEvent>;
  /** Time of the last event that was recorded of it, null while only its starts are known. */
  readonly lastSeenAt?: Maybe<Scalars['DateTime']['output']>;
  /** Who was logged on at a moment. */
  readonly loggedOn: LoggedOn;
  /** Sessions on it, the latest first unless ordered otherwise. */
  readonly sessions: SessionConnection;
};


/** A machine that something was recorded of. */
export type HostEventsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<SessionEventFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  order?: TimeOrder;
};


/** A machine that something was recorded of. */
export type HostLastLoginArgs = {
  excludeNoise?: Scalars['Boolean']['input'];
};


/** A machine that something was recorded of. */
export type HostLoggedOnArgs = {
  at?: InputMaybe<Scalars['DateTime']['input']>;
  excludeNoise?: Scalars['Boolean']['input'];
  loginTypes?: InputMaybe<ReadonlyArray<LoginType>>;
};


/** A machine that something was recorded of. */
export type HostSessionsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<SessionFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  order?: SessionOrder;
};

/** A page of hosts. */
export type HostConnection = {
  readonly __typename?: 'HostConnection';
  /** The hosts with their cursors. */
  readonly edges: ReadonlyArray<HostEdge>;
  /** The hosts alone. */
  readonly nodes: ReadonlyArray<Host>;
  /** How to page on. */
  readonly pageInfo: PageInfo;
  /** How many hosts there are in all; counted only when asked for. */
  readonly totalCount: TotalCount;
};


/** A page of hosts. */
export type HostConnectionTotalCountArgs = {
  mode?: CountMode;
};

/** A host and its place in the list. */
export type HostEdge = {
  readonly __typename?: 'HostEdge';
  /** Opaque; valid with the same filter. */
  readonly cursor: Scalars['String']['output'];
  /** The host. */
  readonly node: Host;
};

/** Which hosts. All members that are given must hold. */
export type HostFilter = {
  /** All of these hold. */
  readonly and?: InputMaybe<ReadonlyArray<HostFilter>>;
  /** The name, in any case, with or without its domain. */
  readonly hostname?: InputMaybe<TextFilter>;
  /** This does not hold. */
  readonly not?: InputMaybe<HostFilter>;
  /** At least one of these holds. */
  readonly or?: InputMaybe<ReadonlyArray<HostFilter>>;
};

/** The start of a host, which ends its sessions. CAR's model lacks it and its analytic CAR-2015-07-001 needs it. */
export type HostStart = {
  readonly __typename?: 'HostStart';
  /** The host. */
  readonly host: Host;
  /** The host, as in events: without the domain, in upper case. */
  readonly hostname: Scalars['String']['output'];
  /** What identifies the record at its source: `windows/system/12`. */
  readonly sourceId?: Maybe<Scalars['String']['output']>;
  /** When the host started, by its clock. */
  readonly time: Scalars['DateTime']['output'];
};

/** A page of host starts. */
export type HostStartConnection = {
  readonly __typename?: 'HostStartConnection';
  /** The host starts with their cursors. */
  readonly edges: ReadonlyArray<HostStartEdge>;
  /** The host starts alone. */
  readonly nodes: ReadonlyArray<HostStart>;
  /** How to page on. */
  readonly pageInfo: PageInfo;
  /** How many host starts there are in all; counted only when asked for. */
  readonly totalCount: TotalCount;
};


/** A page of host starts. */
export type HostStartConnectionTotalCountArgs = {
  mode?: CountMode;
};

/** A host start and its place in the list. */
export type HostStartEdge = {
  readonly __typename?: 'HostStartEdge';
  /** Opaque; valid with the same filter and order. */
  readonly cursor: Scalars['String']['output'];
  /** The host start. */
  readonly node: HostStart;
};

/** Which host starts. All members that are given must hold. */
export type HostStartFilter = {
  /** All of these hold. */
  readonly and?: InputMaybe<ReadonlyArray<HostStartFilter>>;
  /** The host: a name in any case, with or without its domain. */
  readonly hostname?: InputMaybe<TextFilter>;
  /** This does not hold. */
  readonly not?: InputMaybe<HostStartFilter>;
  /** At least one of these holds. */
  readonly or?: InputMaybe<ReadonlyArray<HostStartFilter>>;
  /** When the host started. */
  readonly time?: InputMaybe<TimeFilter>;
};

/** The start of a host to record. */
export type HostStartInput = {
  /** The host, as in events: short or fully qualified, any case. */
  readonly hostname: Scalars['String']['input'];
  /** What identifies the record at its source, such as `windows/system/12`. */
  readonly sourceId?: InputMaybe<Scalars['String']['input']>;
  /** When the host started: RFC 3339 with an offset from UTC. */
  readonly time: Scalars['DateTime']['input'];
};

/** What every analytic and hunt answers: a page of matches, oldest first. */
export type HuntAnswer = {
  /** What was asked. */
  readonly analytic: Analytic;
  /** How to page on. */
  readonly pageInfo: PageInfo;
  /** How many matches there are in all; counted only when asked for. */
  readonly totalCount: TotalCount;
  /** True when there are more than 10,000 matches: only the first 10,000 are listed. `totalCount(mode: EXACT)` counts all of them. */
  readonly truncated: Scalars['Boolean']['output'];
};


/** What every analytic and hunt answers: a page of matches, oldest first. */
export type HuntAnswerTotalCountArgs = {
  mode?: CountMode;
};

/** What a hunt found, with its proof. */
export type HuntMatch = {
  /** The events that prove it, oldest first. */
  readonly evidence: SessionEventConnection;
};


/** What a hunt found, with its proof. */
export type HuntMatchEvidenceArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
};

/**
 * Hunts over user sessions, with exact windows and baselines that never contain the range they are compared with. All look at a range of time, or at a moment, and hide
 * noise unless told otherwise. What is too much to read within the deadline is refused as DEADLINE_EXCEEDED. A hunt that fails is null, and those beside it are answered.
 */
export type Hunts = {
  readonly __typename?: 'Hunts';
  /**
   * A successful login with at least `minFailures` failed ones of the same key before it, later than `window` before it and since the key's previous success. It
   * looks back beyond `range.from` by the window. A login without what the key is made of is of no key.
   */
  readonly bruteForceThenSuccess?: Maybe<BruteForceThenSuccessConnection>;
  /**
   * Sessions that were open at once: of one user, as of an account that is shared or stolen, or on one host. A session is open until just before its end;
   * one that is open beyond the range is cut at its ends. Sessions of unknown users do not count where users do, nor those without an address where
   * addresses do. A session that changed its address by a reconnect counts with the one that it had at the time.
   */
  readonly concurrentSessions?: Maybe<ConcurrentSessionsConnection>;
  /**
   * Combinations, such as of user and host, with a successful login in the range and none in [range.from - lookback, range.from). The baseline never contains the
   * range. What is not known, such as the source of a login at the keyboard, is a value like others.
   */
  readonly firstSeen?: Maybe<FirstSeenConnection>;
  /**
   * Ways over several machines. Hops are successful REMOTE and RDP logins and reconnects with a source, in the range. A hop continues another when it is later, comes
   * from the other's host and lies in the other's session or within `maxGap` of it (`containment`). Where it comes from: at a moment an address is the host whose last event
   * before has it as `destIp`. What comes from the host itself is no hop. A path begins with a hop that `from` describes, without it with one that continues none; it ends with
   * one that `to` describes, without it with one that none continues; what is longer than `maxDepth` is cut at such an end. Without both, one hop is no path.
   */
  readonly lateralPaths?: Maybe<LateralPathsConnection>;
  /**
   * Sessions that were open at some moment of the range and lasted long: a foothold that is kept, or a desktop that nobody logs off. What is measured is the time from the
   * start of a session, also where that is before the range, to its end; one that is not over by `range.until` is measured to there. With `startReason` FIRST_SEEN a
   * session began earlier, so that it lasted longer; with `endReason` SUPERSEDED or HOST_RESTART its end is not known and it ended no later, so that it may have lasted
   * shorter. First started first, so that of those still open the longest come first.
   */
  readonly longSessions?: Maybe<LongSessionsConnection>;
  /**
   * Sessions that were open at some moment of the range, lasted at least `minDuration`, and that no event says were ever locked, neither before, in nor after the range: no LOCK
   * and no UNLOCK, which tells of a lock that was not recorded. Measured as in longSessions. A host whose locks are not audited, or that knows none, reports no LOCK of any
   * session, so that all of its sessions are here: `hostLocks` says whether it reports them. First started first.
   */
  readonly neverLocked?: Maybe<NeverLockedConnection>;
  /**
   * Successful logins outside of the hours in which people work. What the clock on a wall of the zone shows decides: the days on which it is set forward or back have the same
   * hours, and an hour that comes twice is open both times, or closed. The rules of the zone are those of the server's Node.js, as for buckets of statistics. The list is never cut.
   */
  readonly offHours?: Maybe<OffHoursConnection>;
  /**
   * Events that belong to no session, noise too, why, and the rate of them by host and day: where a host records logouts and no logins, or a log has a hole. Most events that have a
   * login id open a session if there is none, so that only a REMOTE logout can miss its login. The list is never cut.
   */
  readonly orphans?: Maybe<OrphansConnection>;
  /**
   * Failed logins of many users from one place. For each failure at t the different users among the failures of its key in (t - window, t], users with more than
   * `maxFailuresPerUser` of them not counted; windows with at least `minUsers` that overlap are one match. It looks back beyond `range.from` by the window. Failures of
   * unknown users do not count.
   */
  readonly passwordSpray?: Maybe<PasswordSprayConnection>;
  /**
   * Reconnects to a session from a source that none of the session's events before, in (time, id), came from. A reconnect without a source matches never. One to a session
   * without any known source before, such as one at the keyboard, does. A reconnect that a session begins with (`startReason` FIRST_SEEN) has nothing before it to differ from,
   * and one without a session none: neither matches.
   */
  readonly reconnectFromNewSource?: Maybe<ReconnectFromNewSourceConnection>;
  /**
   * Reconnects without a successful login of the same account on the host from `window` before to `window` after, both inclusive: who comes back by remote desktop proves who they
   * are, and Windows records that as a login, often REMOTE, a second before or after the reconnect; who takes a session over with tscon does not. It looks beyond the range by
   * the window. Accounts are compared by domain and name, an unknown domain only equals an unknown one. A reconnect of an unknown user always matches: no login is known to be theirs.
   */
  readonly reconnectWithoutLogin?: Maybe<ReconnectWithoutLoginConnection>;
  /**
   * Sessions that are open and not locked at a moment, and since when: since the first UNLOCK after the last LOCK up to then, or since their start where no LOCK came before. What
   * happens at the moment itself counts, a session that ends then is over. A reconnect changes nothing, an UNLOCK of a session that is not locked neither. A session whose
   * end was not recorded is open until its login id comes back or its host restarts. A host that reports no locks has none that is locked: `hostLocks`. The longest
   * unlocked come first.
   */
  readonly unlockedAt?: Maybe<UnlockedAtConnection>;
  /**
   * Successful RDP logins from public addresses, from the host itself, or from a source that the user was not seen to come to the host from by RDP in
   * [range.from - lookback, range.from). Logins without a source are none of these.
   */
  readonly unusualRdpSource?: Maybe<UnusualRdpSourceConnection>;
};


/**
 * Hunts over user sessions, with exact windows and baselines that never contain the range they are compared with. All look at a range of time, or at a moment, and hide
 * noise unless told otherwise. What is too much to read within the deadline is refused as DEADLINE_EXCEEDED. A hunt that fails is null, and those beside it are answered.
 */
export type HuntsBruteForceThenSuccessArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  excludeNoise?: Scalars['Boolean']['input'];
  first?: InputMaybe<Scalars['Int']['input']>;
  key?: BruteForceKey;
  last?: InputMaybe<Scalars['Int']['input']>;
  minFailures?: Scalars['Int']['input'];
  range: TimeRange;
  window?: Scalars['Duration']['input'];
};


/**
 * Hunts over user sessions, with exact windows and baselines that never contain the range they are compared with. All look at a range of time, or at a moment, and hide
 * noise unless told otherwise. What is too much to read within the deadline is refused as DEADLINE_EXCEEDED. A hunt that fails is null, and those beside it are answered.
 */
export type HuntsConcurrentSessionsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  distinct?: InputMaybe<ConcurrencyTrait>;
  excludeNoise?: Scalars['Boolean']['input'];
  first?: InputMaybe<Scalars['Int']['input']>;
  key?: ConcurrencyKey;
  last?: InputMaybe<Scalars['Int']['input']>;
  loginTypes?: InputMaybe<ReadonlyArray<LoginType>>;
  minPeak?: Scalars['Int']['input'];
  range: TimeRange;
};


/**
 * Hunts over user sessions, with exact windows and baselines that never contain the range they are compared with. All look at a range of time, or at a moment, and hide
 * noise unless told otherwise. What is too much to read within the deadline is refused as DEADLINE_EXCEEDED. A hunt that fails is null, and those beside it are answered.
 */
export type HuntsFirstSeenArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  excludeNoise?: Scalars['Boolean']['input'];
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  lookback?: Scalars['Duration']['input'];
  range: TimeRange;
  tuple?: ReadonlyArray<SeenTrait>;
};


/**
 * Hunts over user sessions, with exact windows and baselines that never contain the range they are compared with. All look at a range of time, or at a moment, and hide
 * noise unless told otherwise. What is too much to read within the deadline is refused as DEADLINE_EXCEEDED. A hunt that fails is null, and those beside it are answered.
 */
export type HuntsLateralPathsArgs = {
  addressLookback?: Scalars['Duration']['input'];
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  containment?: LateralContainment;
  excludeNoise?: Scalars['Boolean']['input'];
  first?: InputMaybe<Scalars['Int']['input']>;
  from?: InputMaybe<LateralEnd>;
  last?: InputMaybe<Scalars['Int']['input']>;
  maxDepth?: Scalars['Int']['input'];
  maxGap?: Scalars['Duration']['input'];
  maxPaths?: Scalars['Int']['input'];
  range: TimeRange;
  sameUser?: Scalars['Boolean']['input'];
  to?: InputMaybe<LateralEnd>;
};


/**
 * Hunts over user sessions, with exact windows and baselines that never contain the range they are compared with. All look at a range of time, or at a moment, and hide
 * noise unless told otherwise. What is too much to read within the deadline is refused as DEADLINE_EXCEEDED. A hunt that fails is null, and those beside it are answered.
 */
export type HuntsLongSessionsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  excludeNoise?: Scalars['Boolean']['input'];
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  loginTypes?: InputMaybe<ReadonlyArray<LoginType>>;
  minDuration?: Scalars['Duration']['input'];
  range: TimeRange;
};


/**
 * Hunts over user sessions, with exact windows and baselines that never contain the range they are compared with. All look at a range of time, or at a moment, and hide
 * noise unless told otherwise. What is too much to read within the deadline is refused as DEADLINE_EXCEEDED. A hunt that fails is null, and those beside it are answered.
 */
export type HuntsNeverLockedArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  excludeNoise?: Scalars['Boolean']['input'];
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  loginTypes?: InputMaybe<ReadonlyArray<LoginType>>;
  minDuration?: Scalars['Duration']['input'];
  range: TimeRange;
};


/**
 * Hunts over user sessions, with exact windows and baselines that never contain the range they are compared with. All look at a range of time, or at a moment, and hide
 * noise unless told otherwise. What is too much to read within the deadline is refused as DEADLINE_EXCEEDED. A hunt that fails is null, and those beside it are answered.
 */
export type HuntsOffHoursArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  excludeNoise?: Scalars['Boolean']['input'];
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  loginTypes?: InputMaybe<ReadonlyArray<LoginType>>;
  openHours?: ReadonlyArray<OpenHoursInput>;
  range: TimeRange;
  timeZone: Scalars['String']['input'];
};


/**
 * Hunts over user sessions, with exact windows and baselines that never contain the range they are compared with. All look at a range of time, or at a moment, and hide
 * noise unless told otherwise. What is too much to read within the deadline is refused as DEADLINE_EXCEEDED. A hunt that fails is null, and those beside it are answered.
 */
export type HuntsOrphansArgs = {
  actions?: ReadonlyArray<SessionAction>;
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  range: TimeRange;
};


/**
 * Hunts over user sessions, with exact windows and baselines that never contain the range they are compared with. All look at a range of time, or at a moment, and hide
 * noise unless told otherwise. What is too much to read within the deadline is refused as DEADLINE_EXCEEDED. A hunt that fails is null, and those beside it are answered.
 */
export type HuntsPasswordSprayArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  excludeNoise?: Scalars['Boolean']['input'];
  first?: InputMaybe<Scalars['Int']['input']>;
  key?: SprayKey;
  last?: InputMaybe<Scalars['Int']['input']>;
  maxFailuresPerUser?: Scalars['Int']['input'];
  minUsers?: Scalars['Int']['input'];
  range: TimeRange;
  window?: Scalars['Duration']['input'];
};


/**
 * Hunts over user sessions, with exact windows and baselines that never contain the range they are compared with. All look at a range of time, or at a moment, and hide
 * noise unless told otherwise. What is too much to read within the deadline is refused as DEADLINE_EXCEEDED. A hunt that fails is null, and those beside it are answered.
 */
export type HuntsReconnectFromNewSourceArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  excludeNoise?: Scalars['Boolean']['input'];
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  range: TimeRange;
};


/**
 * Hunts over user sessions, with exact windows and baselines that never contain the range they are compared with. All look at a range of time, or at a moment, and hide
 * noise unless told otherwise. What is too much to read within the deadline is refused as DEADLINE_EXCEEDED. A hunt that fails is null, and those beside it are answered.
 */
export type HuntsReconnectWithoutLoginArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  excludeNoise?: Scalars['Boolean']['input'];
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  range: TimeRange;
  window?: Scalars['Duration']['input'];
};


/**
 * Hunts over user sessions, with exact windows and baselines that never contain the range they are compared with. All look at a range of time, or at a moment, and hide
 * noise unless told otherwise. What is too much to read within the deadline is refused as DEADLINE_EXCEEDED. A hunt that fails is null, and those beside it are answered.
 */
export type HuntsUnlockedAtArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  at: Scalars['DateTime']['input'];
  before?: InputMaybe<Scalars['String']['input']>;
  excludeNoise?: Scalars['Boolean']['input'];
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  loginTypes?: InputMaybe<ReadonlyArray<LoginType>>;
  minUnlocked?: Scalars['Duration']['input'];
};


/**
 * Hunts over user sessions, with exact windows and baselines that never contain the range they are compared with. All look at a range of time, or at a moment, and hide
 * noise unless told otherwise. What is too much to read within the deadline is refused as DEADLINE_EXCEEDED. A hunt that fails is null, and those beside it are answered.
 */
export type HuntsUnusualRdpSourceArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  approvedSources?: InputMaybe<ReadonlyArray<Scalars['CIDR']['input']>>;
  before?: InputMaybe<Scalars['String']['input']>;
  excludeNoise?: Scalars['Boolean']['input'];
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  lookback?: Scalars['Duration']['input'];
  range: TimeRange;
};

/** Compares an IP address. */
export type IpAddressFilter = {
  /** Is this address. */
  readonly eq?: InputMaybe<Scalars['IPAddress']['input']>;
  /** Is one of these, at most 1,000. */
  readonly in?: InputMaybe<ReadonlyArray<Scalars['IPAddress']['input']>>;
  /** Lies in one of these networks, at most 1,000. */
  readonly inCidr?: InputMaybe<ReadonlyArray<Scalars['CIDR']['input']>>;
  /** True: the host itself (127/8, ::1). False: not, or without an address. */
  readonly isLoopback?: InputMaybe<Scalars['Boolean']['input']>;
  /** True finds events without an address, false those with one. */
  readonly isNull?: InputMaybe<Scalars['Boolean']['input']>;
  /** True: in a private or link-local network (10/8, 172.16/12, 192.168/16, 169.254/16, fc00::/7, fe80::/10). False: not, or without an address. */
  readonly isPrivate?: InputMaybe<Scalars['Boolean']['input']>;
  /** Lies in none of these networks. An event without an address lies in none, so it matches: add isNull: false to leave it out. */
  readonly notInCidr?: InputMaybe<ReadonlyArray<Scalars['CIDR']['input']>>;
};

/**
 * The verdicts on the host starts of one call. When the database cannot commit, there is no payload but an error and HTTP 503 with Retry-After. Nothing
 * was stored then, unless the error's extensions say `outcome: "UNKNOWN"`. Sending the same again is safe in both cases.
 */
export type IngestHostStartsPayload = {
  readonly __typename?: 'IngestHostStartsPayload';
  /** Host starts that are new and stored. */
  readonly accepted: Scalars['Int']['output'];
  /** Host starts that were recorded before. */
  readonly duplicates: Scalars['Int']['output'];
  /** Host starts that were not stored. */
  readonly rejected: Scalars['Int']['output'];
  /** One verdict for each host start, in the order of the call; their `id` is null. */
  readonly results: ReadonlyArray<IngestResult>;
};

/** A remark on an event that was kept. */
export type IngestNote = {
  readonly __typename?: 'IngestNote';
  /** Stable code of the remark. */
  readonly code: IngestNoteCode;
  /** The remark in words. */
  readonly message: Scalars['String']['output'];
};

/** Something to know about an event that was kept. */
export type IngestNoteCode =
  /** The event has no loginId, so it belongs to no session. */
  | 'NO_LOGIN_ID';

/** The verdict on one event. */
export type IngestResult = {
  readonly __typename?: 'IngestResult';
  /** Every mistake of a rejected event. */
  readonly errors: ReadonlyArray<InputError>;
  /** Global id of the stored event, null when it was rejected. */
  readonly id?: Maybe<Scalars['ID']['output']>;
  /** Position of the event in the call, from 0. */
  readonly index: Scalars['Int']['output'];
  /** Remarks on an event that was kept. */
  readonly notes: ReadonlyArray<IngestNote>;
  /** What became of it. */
  readonly status: IngestStatus;
};

/**
 * The verdicts on the events of one call. When the database cannot commit, there is no payload but an error and HTTP 503 with Retry-After. Nothing was
 * stored then, unless the error's extensions say `outcome: "UNKNOWN"`: the events may have been stored. Sending the same again is safe in both cases.
 */
export type IngestSessionEventsPayload = {
  readonly __typename?: 'IngestSessionEventsPayload';
  /** Events that are new and stored. */
  readonly accepted: Scalars['Int']['output'];
  /** Events that were recorded before. */
  readonly duplicates: Scalars['Int']['output'];
  /** Events that were not stored. */
  readonly rejected: Scalars['Int']['output'];
  /** One verdict for each event, in the order of the call. */
  readonly results: ReadonlyArray<IngestResult>;
};

/** What became of one event. */
export type IngestStatus =
  /** Stored: the transaction is committed. */
  | 'ACCEPTED'
  /** Recorded before, by this call or an earlier one; nothing changed. */
  | 'DUPLICATE'
  /** Not stored; `errors` says why. */
  | 'REJECTED';

/** One mistake in one event. */
export type InputError = {
  readonly __typename?: 'InputError';
  /** Stable code of the mistake. */
  readonly code: InputErrorCode;
  /** The field of the event, or null when it is the event as a whole. */
  readonly field?: Maybe<Scalars['String']['output']>;
  /** What is wrong and what to send instead. */
  readonly message: Scalars['String']['output'];
};

/** What is wrong with a value. */
export type InputErrorCode =
  /** An address field together with a login type that has no address. */
  | 'FIELD_NOT_APPLICABLE'
  /** Empty, too long, with control characters, or digits and dots that are no address. */
  | 'INVALID_HOSTNAME'
  /** No IPv4 or IPv6 address; leading zeros in IPv4 are refused. */
  | 'INVALID_IP_ADDRESS'
  /** Neither 0x-hex nor decimal, or longer than 64 bits. */
  | 'INVALID_LOGIN_ID'
  /** Not a whole number from 0 to 65535. */
  | 'INVALID_PORT'
  /** Empty, too long, or with control characters. */
  | 'INVALID_SOURCE_ID'
  /** Not RFC 3339 with an offset, or a moment that does not exist. */
  | 'INVALID_TIME'
  /** Empty, too long, or with control characters. */
  | 'INVALID_UID'
  /** Empty, without a name, too long, or with control characters. */
  | 'INVALID_USER'
  /** Before the earliest time that is stored, or too far in the future. */
  | 'TIME_OUT_OF_RANGE';

/** What holds a path together. */
export type LateralContainment =
  /** A hop continues another within `maxGap`, whatever the sessions. */
  | 'GAP'
  /** A hop continues another while that one's session is open. */
  | 'SESSION';

/** An end of paths: exactly one member. */
export type LateralEnd =
  /** A host: a name in any case, with or without its domain. */
  { readonly hostname: Scalars['String']['input']; readonly ip?: never; readonly user?: never; }
  |  /** An address. */
  { readonly hostname?: never; readonly ip: Scalars['IPAddress']['input']; readonly user?: never; }
  |  /** A user: `ana` is that name in any domain. */
  { readonly hostname?: never; readonly ip?: never; readonly user: Scalars['String']['input']; };

/** An end of paths as it was used: one member, the others null. */
export type LateralEndUsed = {
  readonly __typename?: 'LateralEndUsed';
  /** The host. */
  readonly hostname?: Maybe<Scalars['String']['output']>;
  /** The address. */
  readonly ip?: Maybe<Scalars['IPAddress']['output']>;
  /** The user, folded. */
  readonly user?: Maybe<Scalars['String']['output']>;
};

/** Machines and the ways between them: of all paths, also those that are not listed. */
export type LateralGraph = {
  readonly __typename?: 'LateralGraph';
  /** How many ways there are in all. */
  readonly edgeTotalCount: TotalCount;
  /** The ways, by their first hops: the first 1,000. */
  readonly edges: ReadonlyArray<LateralGraphEdge>;
  /** How many machines there are in all. */
  readonly nodeTotalCount: TotalCount;
  /** The machines, by name: the first 1,000. */
  readonly nodes: ReadonlyArray<LateralGraphNode>;
};


/** Machines and the ways between them: of all paths, also those that are not listed. */
export type LateralGraphEdgeTotalCountArgs = {
  mode?: CountMode;
};


/** Machines and the ways between them: of all paths, also those that are not listed. */
export type LateralGraphNodeTotalCountArgs = {
  mode?: CountMode;
};

/** All hops of paths from one machine to another. */
export type LateralGraphEdge = {
  readonly __typename?: 'LateralGraphEdge';
  /** How many hops. */
  readonly count: Scalars['Int']['output'];
  /** How many logins of the range failed on this way. */
  readonly failures: Scalars['Int']['output'];
  /** Time of the first hop. */
  readonly firstAt: Scalars['DateTime']['output'];
  /** Name of the machine that they come from. */
  readonly from: Scalars['String']['output'];
  /** Time of the last hop. */
  readonly lastAt: Scalars['DateTime']['output'];
  /** Name of the host that they go to. */
  readonly to: Scalars['String']['output'];
};

/** A machine of the graph. */
export type LateralGraphNode = {
  readonly __typename?: 'LateralGraphNode';
  /** How many hops of paths come to it. */
  readonly hopsIn: Scalars['Int']['output'];
  /** How many hops of paths leave it. */
  readonly hopsOut: Scalars['Int']['output'];
  /** The host, null for an address. */
  readonly host?: Maybe<Host>;
  /** The address, null for a host. */
  readonly ip?: Maybe<Scalars['IPAddress']['output']>;
  /** The host's name, or the address where no host is known by it. */
  readonly name: Scalars['String']['output'];
};

/** A login or reconnect from one machine to another. */
export type LateralHop = {
  readonly __typename?: 'LateralHop';
  /** Who, null when that is not known. */
  readonly account?: Maybe<Account>;
  /** LOGIN or RECONNECT. */
  readonly action: SessionAction;
  /** The event, null after its retention. */
  readonly event?: Maybe<SessionEvent>;
  /** The host that it goes to. */
  readonly host: Host;
  /** The host that this address was, null when no event before tells. */
  readonly sourceHost?: Maybe<Host>;
  /** The address that it comes from. */
  readonly srcIp: Scalars['IPAddress']['output'];
  /** When. */
  readonly time: Scalars['DateTime']['output'];
};

/** A way over several machines. The evidence is the events of its hops. */
export type LateralPaths = HuntMatch & {
  readonly __typename?: 'LateralPaths';
  /** How many hops. */
  readonly depth: Scalars['Int']['output'];
  /** The events that prove it, oldest first. */
  readonly evidence: SessionEventConnection;
  /** Time of the first hop. */
  readonly firstAt: Scalars['DateTime']['output'];
  /** The hops in their order. */
  readonly hops: ReadonlyArray<LateralHop>;
  /** Time of the last hop. */
  readonly lastAt: Scalars['DateTime']['output'];
};


/** A way over several machines. The evidence is the events of its hops. */
export type LateralPathsEvidenceArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
};

/** A page of what lateralPaths found. */
export type LateralPathsConnection = HuntAnswer & {
  readonly __typename?: 'LateralPathsConnection';
  /** What was asked: lateralPaths. */
  readonly analytic: Analytic;
  /** The matches with their cursors. */
  readonly edges: ReadonlyArray<LateralPathsEdge>;
  /** The machines and ways of all paths. */
  readonly graph: LateralGraph;
  /** The matches alone. */
  readonly nodes: ReadonlyArray<LateralPaths>;
  /** How to page on. */
  readonly pageInfo: PageInfo;
  /** With which parameters. */
  readonly parameters: LateralPathsParameters;
  /** How many paths there are in all, a billion at most; counted only when asked for. */
  readonly totalCount: TotalCount;
  /** True when there are more than `maxPaths` paths: only the first of them are listed. `totalCount(mode: EXACT)` counts all of them. */
  readonly truncated: Scalars['Boolean']['output'];
};


/** A page of what lateralPaths found. */
export type LateralPathsConnectionTotalCountArgs = {
  mode?: CountMode;
};

/** A match and its place in the list. */
export type LateralPathsEdge = {
  readonly __typename?: 'LateralPathsEdge';
  /** Opaque; valid with the same parameters. */
  readonly cursor: Scalars['String']['output'];
  /** The match. */
  readonly node: LateralPaths;
};

/** Parameters of lateralPaths as they were used. */
export type LateralPathsParameters = {
  readonly __typename?: 'LateralPathsParameters';
  /** How far back from the range addresses are learnt. */
  readonly addressLookback: Scalars['Duration']['output'];
  /** What holds a path together. */
  readonly containment: LateralContainment;
  /** Whether noise is hidden. */
  readonly excludeNoise: Scalars['Boolean']['output'];
  /** Where paths begin, null for wherever movement does. */
  readonly from?: Maybe<LateralEndUsed>;
  /** The most hops of a path. */
  readonly maxDepth: Scalars['Int']['output'];
  /** The gap. */
  readonly maxGap: Scalars['Duration']['output'];
  /** How many paths are listed at most. */
  readonly maxPaths: Scalars['Int']['output'];
  /** The range. */
  readonly range: Period;
  /** Whether all hops of a path are of one user. */
  readonly sameUser: Scalars['Boolean']['output'];
  /** Where paths end, null for wherever movement does. */
  readonly to?: Maybe<LateralEndUsed>;
};

/** A login over the network with an account of the host itself. */
export type LocalAccountLogins = HuntMatch & {
  readonly __typename?: 'LocalAccountLogins';
  /** The events that prove it, oldest first. */
  readonly evidence: SessionEventConnection;
  /** The login. */
  readonly login: LoginEvent;
};


/** A login over the network with an account of the host itself. */
export type LocalAccountLoginsEvidenceArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
};

/** A page of what localAccountLogins found. */
export type LocalAccountLoginsConnection = HuntAnswer & {
  readonly __typename?: 'LocalAccountLoginsConnection';
  /** What was asked: CAR-2016-04-004. */
  readonly analytic: Analytic;
  /** The matches with their cursors. */
  readonly edges: ReadonlyArray<LocalAccountLoginsEdge>;
  /** The matches alone. */
  readonly nodes: ReadonlyArray<LocalAccountLogins>;
  /** How to page on. */
  readonly pageInfo: PageInfo;
  /** With which parameters. */
  readonly parameters: LocalAccountLoginsParameters;
  /** How many matches there are in all; counted only when asked for. */
  readonly totalCount: TotalCount;
  /** True when there are more than 10,000 matches: only the first 10,000 are listed. `totalCount(mode: EXACT)` counts all of them. */
  readonly truncated: Scalars['Boolean']['output'];
};


/** A page of what localAccountLogins found. */
export type LocalAccountLoginsConnectionTotalCountArgs = {
  mode?: CountMode;
};

/** A match and its place in the list. */
export type LocalAccountLoginsEdge = {
  readonly __typename?: 'LocalAccountLoginsEdge';
  /** Opaque; valid with the same parameters. */
  readonly cursor: Scalars['String']['output'];
  /** The match. */
  readonly node: LocalAccountLogins;
};

/** Parameters of localAccountLogins as they were used. */
export type LocalAccountLoginsParameters = {
  readonly __typename?: 'LocalAccountLoginsParameters';
  /** Whether noise is hidden. */
  readonly excludeNoise: Scalars['Boolean']['output'];
  /** The range. */
  readonly range: Period;
};

/** CAR lock: the session's screen was locked. Its type and source are the session's, not the event's. */
export type LockEvent = Node & SessionEvent & {
  readonly __typename?: 'LockEvent';
  /** The account that `user` names, null without one. */
  readonly account?: Maybe<Account>;
  /** CAR action: always LOCK. */
  readonly action: SessionAction;
  /** The host that recorded it. */
  readonly host: Host;
  /** CAR hostname: the host, without the domain, in upper case: `HOST1`. */
  readonly hostname: Scalars['String']['output'];
  /** Opaque and stable: the same record always gets the same id. */
  readonly id: Scalars['ID']['output'];
  /** When Sessionscope stored it. */
  readonly ingestedAt: Scalars['DateTime']['output'];
  /** CAR login_id: the logon that the event is of: `0xf61f3` (CAR writes it 1008115). */
  readonly loginId?: Maybe<Scalars['LoginId']['output']>;
  /** The session that it belongs to; null for a failed login, an event without loginId, or a remote logout alone. */
  readonly session?: Maybe<Session>;
  /** What identifies the record at its source: `windows/security/48812`. */
  readonly sourceId?: Maybe<Scalars['String']['output']>;
  /** When it happened, by the host's clock. Events of one instant are in the order in which they happened. */
  readonly time: Scalars['DateTime']['output'];
  /** CAR uid: the user's id at its system: `S-1-5-18`, or `1000` on Linux (where it means another person on every host). */
  readonly uid?: Maybe<Scalars['String']['output']>;
  /** CAR user: as the source wrote it: `HOST1\LOCALUSER`. */
  readonly user?: Maybe<Scalars['String']['output']>;
  /** The domain part of `user`, first label, upper case: `THESHIRE` for THESHIRE\ana, theshire.local\ANA and ana@theshire.local. */
  readonly userDomain?: Maybe<Scalars['String']['output']>;
  /** The name part of `user`, lower case. */
  readonly userName?: Maybe<Scalars['String']['output']>;
};

/** A CAR lock to record. */
export type LockEventInput = {
  /** CAR hostname: short or fully qualified, any case: `HOST1`. */
  readonly hostname: Scalars['String']['input'];
  /** CAR login_id: hex with 0x or decimal: `1008115`. Without it the event belongs to no session. */
  readonly loginId?: InputMaybe<Scalars['LoginId']['input']>;
  /** What identifies the record at its source, such as `windows/security/48812`. With it an event is recorded once by (hostname, time, action, sourceId), without it by all its fields. A number at its end orders events of one instant. */
  readonly sourceId?: InputMaybe<Scalars['String']['input']>;
  /** When it happened: RFC 3339 with an offset from UTC. */
  readonly time: Scalars['DateTime']['input'];
  /** CAR uid: a SID or the system's own id: `S-1-5-18`. */
  readonly uid?: InputMaybe<Scalars['String']['input']>;
  /** CAR user: `DOMAIN\name`, `name@domain.tld` or a plain name: `HOST1\LOCALUSER`. */
  readonly user?: InputMaybe<Scalars['String']['input']>;
};

/** Who was logged on to a host at a moment. */
export type LoggedOn = {
  readonly __typename?: 'LoggedOn';
  /** One entry for each account, the longest logged on first. */
  readonly accounts: ReadonlyArray<LoggedOnAccount>;
  /** The moment. */
  readonly at: Scalars['DateTime']['output'];
  /** Whether the host's events reach to the moment: no logs is not nobody. */
  readonly coverage: Coverage;
  /** Whether machine accounts, SYSTEM, service and anonymous logons are hidden. */
  readonly excludeNoise: Scalars['Boolean']['output'];
  /** Which types of sessions were looked at, null for all. */
  readonly loginTypes?: Maybe<ReadonlyArray<LoginType>>;
  /** True when more than 10,000 sessions were active, of which the first are looked at; ask for `loginTypes` then. */
  readonly truncated: Scalars['Boolean']['output'];
};

/** An account that was logged on to a host. */
export type LoggedOnAccount = {
  readonly __typename?: 'LoggedOnAccount';
  /** Who; null for sessions of which no event names the user. */
  readonly account?: Maybe<Account>;
  /** The sessions, first started first. */
  readonly sessions: ReadonlyArray<Session>;
  /** Since when: the start of the first of its sessions that were active. */
  readonly since: Scalars['DateTime']['output'];
  /** ACTIVE when one of its sessions was, LOCKED when all were locked. */
  readonly state: SessionState;
};

/** A login of a user who is not among the most frequent ones. */
export type LoginActivity = HuntMatch & {
  readonly __typename?: 'LoginActivity';
  /** The events that prove it, oldest first. */
  readonly evidence: SessionEventConnection;
  /** The login. */
  readonly login: LoginEvent;
};


/** A login of a user who is not among the most frequent ones. */
export type LoginActivityEvidenceArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
};

/** A page of what loginActivity found. */
export type LoginActivityConnection = HuntAnswer & {
  readonly __typename?: 'LoginActivityConnection';
  /** What was asked: CAR-2013-10-001. */
  readonly analytic: Analytic;
  /** The matches with their cursors. */
  readonly edges: ReadonlyArray<LoginActivityEdge>;
  /** How many `excludedUsers` there are in all. */
  readonly excludedUserTotalCount: TotalCount;
  /** Who was left out, the most frequent first: the first 1,000. */
  readonly excludedUsers: ReadonlyArray<ExcludedUser>;
  /** The matches alone. */
  readonly nodes: ReadonlyArray<LoginActivity>;
  /** How to page on. */
  readonly pageInfo: PageInfo;
  /** With which parameters. */
  readonly parameters: LoginActivityParameters;
  /** How many matches there are in all; counted only when asked for. */
  readonly totalCount: TotalCount;
  /** True when there are more than 10,000 matches: only the first 10,000 are listed. `totalCount(mode: EXACT)` counts all of them. */
  readonly truncated: Scalars['Boolean']['output'];
};


/** A page of what loginActivity found. */
export type LoginActivityConnectionExcludedUserTotalCountArgs = {
  mode?: CountMode;
};


/** A page of what loginActivity found. */
export type LoginActivityConnectionTotalCountArgs = {
  mode?: CountMode;
};

/** A match and its place in the list. */
export type LoginActivityEdge = {
  readonly __typename?: 'LoginActivityEdge';
  /** Opaque; valid with the same parameters. */
  readonly cursor: Scalars['String']['output'];
  /** The match. */
  readonly node: LoginActivity;
};

/** Parameters of loginActivity as they were used. */
export type LoginActivityParameters = {
  readonly __typename?: 'LoginActivityParameters';
  /** Whether noise is hidden. */
  readonly excludeNoise: Scalars['Boolean']['output'];
  /** How many of the most frequent users were to be left out. */
  readonly excludeTopUsers: Scalars['Int']['output'];
  /** The range. */
  readonly range: Period;
};

/** CAR login: a user logged on to a host, or tried to. */
export type LoginEvent = Node & RemoteCapableEvent & SessionEvent & {
  readonly __typename?: 'LoginEvent';
  /** The account that `user` names, null without one. */
  readonly account?: Maybe<Account>;
  /** CAR action: always LOGIN. */
  readonly action: SessionAction;
  /** CAR dest_ip: the address that was logged on to: `192.168.1.5`. */
  readonly destIp?: Maybe<Scalars['IPAddress']['output']>;
  /** CAR dest_port: the port at that address: `1900`. */
  readonly destPort?: Maybe<Scalars['Port']['output']>;
  /** The host that recorded it. */
  readonly host: Host;
  /** CAR hostname: the host, without the domain, in upper case: `HOST1`. */
  readonly hostname: Scalars['String']['output'];
  /** Opaque and stable: the same record always gets the same id. */
  readonly id: Scalars['ID']['output'];
  /** When Sessionscope stored it. */
  readonly ingestedAt: Scalars['DateTime']['output'];
  /** On the elevated twin that Windows writes beside an administrator's login: the login id of the session. */
  readonly linkedLoginId?: Maybe<Scalars['LoginId']['output']>;
  /** CAR login_id: the logon that the event is of: `0xf61f3` (CAR writes it 1008115). */
  readonly loginId?: Maybe<Scalars['LoginId']['output']>;
  /** CAR login_successful: whether the user was let in; false is a failed attempt. */
  readonly loginSuccessful: Scalars['Boolean']['output'];
  /** CAR login_type: how the user is logged on: RDP. */
  readonly loginType?: Maybe<LoginType>;
  /** The session that it belongs to; null for a failed login, an event without loginId, or a remote logout alone. */
  readonly session?: Maybe<Session>;
  /** What identifies the record at its source: `windows/security/48812`. */
  readonly sourceId?: Maybe<Scalars['String']['output']>;
  /** CAR src_ip: the address that the login comes from: `10.0.0.54`. */
  readonly srcIp?: Maybe<Scalars['IPAddress']['output']>;
  /** CAR src_port: the port at that address: `50438`. */
  readonly srcPort?: Maybe<Scalars['Port']['output']>;
  /** When it happened, by the host's clock. Events of one instant are in the order in which they happened. */
  readonly time: Scalars['DateTime']['output'];
  /** CAR uid: the user's id at its system: `S-1-5-18`, or `1000` on Linux (where it means another person on every host). */
  readonly uid?: Maybe<Scalars['String']['output']>;
  /** CAR user: as the source wrote it: `HOST1\LOCALUSER`. */
  readonly user?: Maybe<Scalars['String']['output']>;
  /** The domain part of `user`, first label, upper case: `THESHIRE` for THESHIRE\ana, theshire.local\ANA and ana@theshire.local. */
  readonly userDomain?: Maybe<Scalars['String']['output']>;
  /** The name part of `user`, lower case. */
  readonly userName?: Maybe<Scalars['String']['output']>;
};

/** A CAR login to record. */
export type LoginEventInput = {
  /** CAR dest_ip: `192.168.1.5`. Not with loginType INTERACTIVE or LOCAL. */
  readonly destIp?: InputMaybe<Scalars['IPAddress']['input']>;
  /** CAR dest_port: `1900`. Not with loginType INTERACTIVE or LOCAL. */
  readonly destPort?: InputMaybe<Scalars['Port']['input']>;
  /** CAR hostname: short or fully qualified, any case: `HOST1`. */
  readonly hostname: Scalars['String']['input'];
  /** On the elevated twin that Windows writes beside an administrator's login (TargetLinkedLogonId): the login id of the session. */
  readonly linkedLoginId?: InputMaybe<Scalars['LoginId']['input']>;
  /** CAR login_id: hex with 0x or decimal: `1008115`. Without it the event belongs to no session. */
  readonly loginId?: InputMaybe<Scalars['LoginId']['input']>;
  /** CAR login_successful: whether the user was let in. */
  readonly loginSuccessful: Scalars['Boolean']['input'];
  /** CAR login_type: how the user is logged on: RDP. */
  readonly loginType?: InputMaybe<LoginType>;
  /** What identifies the record at its source, such as `windows/security/48812`. With it an event is recorded once by (hostname, time, action, sourceId), without it by all its fields. A number at its end orders events of one instant. */
  readonly sourceId?: InputMaybe<Scalars['String']['input']>;
  /** CAR src_ip: `10.0.0.54`. Not with loginType INTERACTIVE or LOCAL. */
  readonly srcIp?: InputMaybe<Scalars['IPAddress']['input']>;
  /** CAR src_port: `50438`. Not with loginType INTERACTIVE or LOCAL. */
  readonly srcPort?: InputMaybe<Scalars['Port']['input']>;
  /** When it happened: RFC 3339 with an offset from UTC. */
  readonly time: Scalars['DateTime']['input'];
  /** CAR uid: a SID or the system's own id: `S-1-5-18`. */
  readonly uid?: InputMaybe<Scalars['String']['input']>;
  /** CAR user: `DOMAIN\name`, `name@domain.tld` or a plain name: `HOST1\LOCALUSER`. */
  readonly user?: InputMaybe<Scalars['String']['input']>;
};

/** Compares a login id. */
export type LoginIdFilter = {
  /** Is this login id. */
  readonly eq?: InputMaybe<Scalars['LoginId']['input']>;
  /** Is one of these, at most 1,000. */
  readonly in?: InputMaybe<ReadonlyArray<Scalars['LoginId']['input']>>;
  /** True finds events without a login id, false those with one. */
  readonly isNull?: InputMaybe<Scalars['Boolean']['input']>;
};

/** What became of a login. */
export type LoginOutcome =
  /** The user was refused. */
  | 'FAILURE'
  /** The user was let in. */
  | 'SUCCESS';

/** CAR login_type: how the user is logged on. */
export type LoginType =
  /** At the machine, with its screen and keyboard (Windows types 2 and 11). */
  | 'INTERACTIVE'
  /** On the machine without a desktop: services, batch jobs, run as (Windows types 4, 5 and 9; Linux consoles). */
  | 'LOCAL'
  /** A remote desktop (Windows types 10 and 12). */
  | 'RDP'
  /** Over the network without a desktop: file shares, ssh, WinRM (Windows types 3 and 8). */
  | 'REMOTE';

/** Compares a login type. */
export type LoginTypeFilter = {
  /** Is this type. */
  readonly eq?: InputMaybe<LoginType>;
  /** Is one of these, at most 1,000. */
  readonly in?: InputMaybe<ReadonlyArray<LoginType>>;
  /** True finds events without a type (locks and unlocks among them), false those with one. */
  readonly isNull?: InputMaybe<Scalars['Boolean']['input']>;
};

/** A user who logged in to a host since it started. The evidence is the logins. */
export type LoginsSince = HuntMatch & {
  readonly __typename?: 'LoginsSince';
  /** Who; null for logins of which no event names the user. */
  readonly account?: Maybe<Account>;
  /** The events that prove it, oldest first. */
  readonly evidence: SessionEventConnection;
  /** Time of the first login. */
  readonly firstAt: Scalars['DateTime']['output'];
  /** Time of the last login. */
  readonly lastAt: Scalars['DateTime']['output'];
  /** How many logins. */
  readonly loginCount: Scalars['Int']['output'];
  /** How the user logged in, as far as it is known. */
  readonly loginTypes: ReadonlyArray<LoginType>;
  /** Whether the user had an open session on the host at that moment. */
  readonly stillLoggedOn: Scalars['Boolean']['output'];
};


/** A user who logged in to a host since it started. The evidence is the logins. */
export type LoginsSinceEvidenceArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
};

/** A page of what loginsSince found. */
export type LoginsSinceConnection = HuntAnswer & {
  readonly __typename?: 'LoginsSinceConnection';
  /** What was asked: CAR-2015-07-001. */
  readonly analytic: Analytic;
  /** The matches with their cursors. */
  readonly edges: ReadonlyArray<LoginsSinceEdge>;
  /** The matches alone. */
  readonly nodes: ReadonlyArray<LoginsSince>;
  /** How to page on. */
  readonly pageInfo: PageInfo;
  /** With which parameters. */
  readonly parameters: LoginsSinceParameters;
  /** How many matches there are in all; counted only when asked for. */
  readonly totalCount: TotalCount;
  /** True when there are more than 10,000 matches: only the first 10,000 are listed. `totalCount(mode: EXACT)` counts all of them. */
  readonly truncated: Scalars['Boolean']['output'];
};


/** A page of what loginsSince found. */
export type LoginsSinceConnectionTotalCountArgs = {
  mode?: CountMode;
};

/** A match and its place in the list. */
export type LoginsSinceEdge = {
  readonly __typename?: 'LoginsSinceEdge';
  /** Opaque; valid with the same parameters. */
  readonly cursor: Scalars['String']['output'];
  /** The match. */
  readonly node: LoginsSince;
};

/** Parameters of loginsSince as they were used. */
export type LoginsSinceParameters = {
  readonly __typename?: 'LoginsSinceParameters';
  /** The moment. */
  readonly at: Scalars['DateTime']['output'];
  /** When the host started. */
  readonly bootTime: Scalars['DateTime']['output'];
  /** Whether noise is hidden. */
  readonly excludeNoise: Scalars['Boolean']['output'];
  /** The host. */
  readonly hostname: Scalars['String']['output'];
};

/** CAR logout: a session ended. */
export type LogoutEvent = Node & RemoteCapableEvent & SessionEvent & {
  readonly __typename?: 'LogoutEvent';
  /** The account that `user` names, null without one. */
  readonly account?: Maybe<Account>;
  /** CAR action: always LOGOUT. */
  readonly action: SessionAction;
  /** CAR dest_ip: the address that was logged on to: `192.168.1.5`. */
  readonly destIp?: Maybe<Scalars['IPAddress']['output']>;
  /** CAR dest_port: the port at that address: `1900`. */
  readonly destPort?: Maybe<Scalars['Port']['output']>;
  /** The host that recorded it. */
  readonly host: Host;
  /** CAR hostname: the host, without the domain, in upper case: `HOST1`. */
  readonly hostname: Scalars['String']['output'];
  /** Opaque and stable: the same record always gets the same id. */
  readonly id: Scalars['ID']['output'];
  /** When Sessionscope stored it. */
  readonly ingestedAt: Scalars['DateTime']['output'];
  /** CAR login_id: the logon that the event is of: `0xf61f3` (CAR writes it 1008115). */
  readonly loginId?: Maybe<Scalars['LoginId']['output']>;
  /** CAR login_type: how the user is logged on: RDP. */
  readonly loginType?: Maybe<LoginType>;
  /** The session that it belongs to; null for a failed login, an event without loginId, or a remote logout alone. */
  readonly session?: Maybe<Session>;
  /** What identifies the record at its source: `windows/security/48812`. */
  readonly sourceId?: Maybe<Scalars['String']['output']>;
  /** CAR src_ip: the address that the logout comes from: `10.0.0.54`. */
  readonly srcIp?: Maybe<Scalars['IPAddress']['output']>;
  /** CAR src_port: the port at that address: `50438`. */
  readonly srcPort?: Maybe<Scalars['Port']['output']>;
  /** When it happened, by the host's clock. Events of one instant are in the order in which they happened. */
  readonly time: Scalars['DateTime']['output'];
  /** CAR uid: the user's id at its system: `S-1-5-18`, or `1000` on Linux (where it means another person on every host). */
  readonly uid?: Maybe<Scalars['String']['output']>;
  /** CAR user: as the source wrote it: `HOST1\LOCALUSER`. */
  readonly user?: Maybe<Scalars['String']['output']>;
  /** The domain part of `user`, first label, upper case: `THESHIRE` for THESHIRE\ana, theshire.local\ANA and ana@theshire.local. */
  readonly userDomain?: Maybe<Scalars['String']['output']>;
  /** The name part of `user`, lower case. */
  readonly userName?: Maybe<Scalars['String']['output']>;
};

/** A CAR logout to record. */
export type LogoutEventInput = {
  /** CAR dest_ip: `192.168.1.5`. Not with loginType INTERACTIVE or LOCAL. */
  readonly destIp?: InputMaybe<Scalars['IPAddress']['input']>;
  /** CAR dest_port: `1900`. Not with loginType INTERACTIVE or LOCAL. */
  readonly destPort?: InputMaybe<Scalars['Port']['input']>;
  /** CAR hostname: short or fully qualified, any case: `HOST1`. */
  readonly hostname: Scalars['String']['input'];
  /** CAR login_id: hex with 0x or decimal: `1008115`. Without it the event belongs to no session. */
  readonly loginId?: InputMaybe<Scalars['LoginId']['input']>;
  /** CAR login_type: how the user is logged on: RDP. */
  readonly loginType?: InputMaybe<LoginType>;
  /** What identifies the record at its source, such as `windows/security/48812`. With it an event is recorded once by (hostname, time, action, sourceId), without it by all its fields. A number at its end orders events of one instant. */
  readonly sourceId?: InputMaybe<Scalars['String']['input']>;
  /** CAR src_ip: `10.0.0.54`. Not with loginType INTERACTIVE or LOCAL. */
  readonly srcIp?: InputMaybe<Scalars['IPAddress']['input']>;
  /** CAR src_port: `50438`. Not with loginType INTERACTIVE or LOCAL. */
  readonly srcPort?: InputMaybe<Scalars['Port']['input']>;
  /** When it happened: RFC 3339 with an offset from UTC. */
  readonly time: Scalars['DateTime']['input'];
  /** CAR uid: a SID or the system's own id: `S-1-5-18`. */
  readonly uid?: InputMaybe<Scalars['String']['input']>;
  /** CAR user: `DOMAIN\name`, `name@domain.tld` or a plain name: `HOST1\LOCALUSER`. */
  readonly user?: InputMaybe<Scalars['String']['input']>;
};

/** A session that lasts long. The evidence is the event that it begins with and the logout that ended it, also one after the range. */
export type LongSessions = HuntMatch & {
  readonly __typename?: 'LongSessions';
  /** How long it lasted, until the end of the range where it was not over by then: `PT26H3M0.5S`. */
  readonly duration: Scalars['Duration']['output'];
  /** The same in seconds, exact to the microsecond. */
  readonly durationSeconds: Scalars['Float']['output'];
  /** The events that prove it, oldest first. */
  readonly evidence: SessionEventConnection;
  /** The session; its `startReason` and `endReason` say how exact its times are. */
  readonly session: Session;
};


/** A session that lasts long. The evidence is the event that it begins with and the logout that ended it, also one after the range. */
export type LongSessionsEvidenceArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
};

/** A page of what longSessions found. */
export type LongSessionsConnection = HuntAnswer & {
  readonly __typename?: 'LongSessionsConnection';
  /** What was asked: longSessions. */
  readonly analytic: Analytic;
  /** The matches with their cursors. */
  readonly edges: ReadonlyArray<LongSessionsEdge>;
  /** The matches alone. */
  readonly nodes: ReadonlyArray<LongSessions>;
  /** How to page on. */
  readonly pageInfo: PageInfo;
  /** With which parameters. */
  readonly parameters: LongSessionsParameters;
  /** How many matches there are in all; counted only when asked for. */
  readonly totalCount: TotalCount;
  /** Always false: all matches are listed, however many there are. */
  readonly truncated: Scalars['Boolean']['output'];
};


/** A page of what longSessions found. */
export type LongSessionsConnectionTotalCountArgs = {
  mode?: CountMode;
};

/** A match and its place in the list. */
export type LongSessionsEdge = {
  readonly __typename?: 'LongSessionsEdge';
  /** Opaque; valid with the same parameters. */
  readonly cursor: Scalars['String']['output'];
  /** The match. */
  readonly node: LongSessions;
};

/** Parameters of longSessions as they were used. */
export type LongSessionsParameters = {
  readonly __typename?: 'LongSessionsParameters';
  /** Whether noise is hidden. */
  readonly excludeNoise: Scalars['Boolean']['output'];
  /** The login types, null for all. */
  readonly loginTypes?: Maybe<ReadonlyArray<LoginType>>;
  /** The least duration. */
  readonly minDuration: Scalars['Duration']['output'];
  /** The range. */
  readonly range: Period;
};

/** A user who logged in to several hosts. The evidence is the logins. */
export type MultiHostLogins = HuntMatch & {
  readonly __typename?: 'MultiHostLogins';
  /** The user. */
  readonly account: Account;
  /** How many logins. */
  readonly eventCount: Scalars['Int']['output'];
  /** The events that prove it, oldest first. */
  readonly evidence: SessionEventConnection;
  /** Time of the first login. */
  readonly firstAt: Scalars['DateTime']['output'];
  /** How many different hosts. */
  readonly hostCount: Scalars['Int']['output'];
  /** The hosts, in the order of the first login to them: the first 1,000. */
  readonly hosts: ReadonlyArray<MultiHostLoginsHost>;
  /** Time of the last login. */
  readonly lastAt: Scalars['DateTime']['output'];
  /** The most different hosts of one window. */
  readonly peak: Scalars['Int']['output'];
};


/** A user who logged in to several hosts. The evidence is the logins. */
export type MultiHostLoginsEvidenceArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
};

/** A page of what multiHostLogins found. */
export type MultiHostLoginsConnection = HuntAnswer & {
  readonly __typename?: 'MultiHostLoginsConnection';
  /** What was asked: CAR-2013-02-012. */
  readonly analytic: Analytic;
  /** The matches with their cursors. */
  readonly edges: ReadonlyArray<MultiHostLoginsEdge>;
  /** The matches alone. */
  readonly nodes: ReadonlyArray<MultiHostLogins>;
  /** How to page on. */
  readonly pageInfo: PageInfo;
  /** With which parameters. */
  readonly parameters: MultiHostLoginsParameters;
  /** How many matches there are in all; counted only when asked for. */
  readonly totalCount: TotalCount;
  /** True when there are more than 10,000 matches: only the first 10,000 are listed. `totalCount(mode: EXACT)` counts all of them. */
  readonly truncated: Scalars['Boolean']['output'];
};


/** A page of what multiHostLogins found. */
export type MultiHostLoginsConnectionTotalCountArgs = {
  mode?: CountMode;
};

/** A match and its place in the list. */
export type MultiHostLoginsEdge = {
  readonly __typename?: 'MultiHostLoginsEdge';
  /** Opaque; valid with the same parameters. */
  readonly cursor: Scalars['String']['output'];
  /** The match. */
  readonly node: MultiHostLogins;
};

/** One of several hosts that a user logged in to. */
export type MultiHostLoginsHost = {
  readonly __typename?: 'MultiHostLoginsHost';
  /** Time of the first login to it. */
  readonly firstAt: Scalars['DateTime']['output'];
  /** The host. */
  readonly host: Host;
  /** Time of the last login to it. */
  readonly lastAt: Scalars['DateTime']['output'];
  /** How many logins. */
  readonly loginCount: Scalars['Int']['output'];
  /** The logons: the first 100, as text. */
  readonly loginIds: ReadonlyArray<Scalars['LoginId']['output']>;
  /** How the user logged in, as far as it is known. */
  readonly loginTypes: ReadonlyArray<LoginType>;
  /** The addresses that the user came from: the first 100. */
  readonly srcIps: ReadonlyArray<Scalars['IPAddress']['output']>;
};

/** Parameters of multiHostLogins as they were used. */
export type MultiHostLoginsParameters = {
  readonly __typename?: 'MultiHostLoginsParameters';
  /** Whether noise is hidden. */
  readonly excludeNoise: Scalars['Boolean']['output'];
  /** The users left out, folded; null when there are none. */
  readonly excludeUsers?: Maybe<ReadonlyArray<Scalars['String']['output']>>;
  /** The least number of hosts. */
  readonly minHosts: Scalars['Int']['output'];
  /** The range. */
  readonly range: Period;
  /** Whether only REMOTE and RDP logins were looked at. */
  readonly remoteOnly: Scalars['Boolean']['output'];
  /** The window. */
  readonly window: Scalars['Duration']['output'];
};

/** Everything that can be changed. A field that fails is null, with an error that names it in its `path`; the HTTP status is then never 200. */
export type Mutation = {
  readonly __typename?: 'Mutation';
  /** Records host starts, with the promises of events: a verdict for each, after the commit. */
  readonly ingestHostStarts?: Maybe<IngestHostStartsPayload>;
  /** Records events: a verdict for each, after the commit. A bad event is rejected and its neighbours are stored; an event seen before is a duplicate. */
  readonly ingestSessionEvents?: Maybe<IngestSessionEventsPayload>;
};


/** Everything that can be changed. A field that fails is null, with an error that names it in its `path`; the HTTP status is then never 200. */
export type MutationIngestHostStartsArgs = {
  starts: ReadonlyArray<HostStartInput>;
};


/** Everything that can be changed. A field that fails is null, with an error that names it in its `path`; the HTTP status is then never 200. */
export type MutationIngestSessionEventsArgs = {
  events: ReadonlyArray<SessionEventInput>;
};

/** A session that is never locked. The evidence is the event that it begins with and the logout that ended it, also one after the range. */
export type NeverLocked = HuntMatch & {
  readonly __typename?: 'NeverLocked';
  /** How long it lasted, until the end of the range where it was not over by then: `PT26H3M0.5S`. */
  readonly duration: Scalars['Duration']['output'];
  /** The same in seconds, exact to the microsecond. */
  readonly durationSeconds: Scalars['Float']['output'];
  /** The events that prove it, oldest first. */
  readonly evidence: SessionEventConnection;
  /** Whether its host reported a LOCK of any session in the range. When it did not, the match may mean only that nobody records locks there. */
  readonly hostLocks: Scalars['Boolean']['output'];
  /** The session; its `startReason` and `endReason` say how exact its times are. */
  readonly session: Session;
};


/** A session that is never locked. The evidence is the event that it begins with and the logout that ended it, also one after the range. */
export type NeverLockedEvidenceArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
};

/** A page of what neverLocked found. */
export type NeverLockedConnection = HuntAnswer & {
  readonly __typename?: 'NeverLockedConnection';
  /** What was asked: neverLocked. */
  readonly analytic: Analytic;
  /** The matches with their cursors. */
  readonly edges: ReadonlyArray<NeverLockedEdge>;
  /** The matches alone. */
  readonly nodes: ReadonlyArray<NeverLocked>;
  /** How to page on. */
  readonly pageInfo: PageInfo;
  /** With which parameters. */
  readonly parameters: NeverLockedParameters;
  /** How many matches there are in all; counted only when asked for. */
  readonly totalCount: TotalCount;
  /** Always false: all matches are listed, however many there are. */
  readonly truncated: Scalars['Boolean']['output'];
};


/** A page of what neverLocked found. */
export type NeverLockedConnectionTotalCountArgs = {
  mode?: CountMode;
};

/** A match and its place in the list. */
export type NeverLockedEdge = {
  readonly __typename?: 'NeverLockedEdge';
  /** Opaque; valid with the same parameters. */
  readonly cursor: Scalars['String']['output'];
  /** The match. */
  readonly node: NeverLocked;
};

/** Parameters of neverLocked as they were used. */
export type NeverLockedParameters = {
  readonly __typename?: 'NeverLockedParameters';
  /** Whether noise is hidden. */
  readonly excludeNoise: Scalars['Boolean']['output'];
  /** The login types, null for all. */
  readonly loginTypes?: Maybe<ReadonlyArray<LoginType>>;
  /** The least duration. */
  readonly minDuration: Scalars['Duration']['output'];
  /** The range. */
  readonly range: Period;
};

/** Anything with a global id. */
export type Node = {
  /** Opaque and stable; give it to `node` to find the object again. */
  readonly id: Scalars['ID']['output'];
};

/** A login outside of the hours in which people work. */
export type OffHours = HuntMatch & {
  readonly __typename?: 'OffHours';
  /** The events that prove it, oldest first. */
  readonly evidence: SessionEventConnection;
  /** When it was by the clock of the zone, with its offset from UTC: `2026-11-16T22:07:00.000000+01:00`. */
  readonly localTime: Scalars['String']['output'];
  /** The login. */
  readonly login: LoginEvent;
  /** The day of the week by that clock. */
  readonly weekday: Weekday;
};


/** A login outside of the hours in which people work. */
export type OffHoursEvidenceArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
};

/** A page of what offHours found. */
export type OffHoursConnection = HuntAnswer & {
  readonly __typename?: 'OffHoursConnection';
  /** What was asked: offHours. */
  readonly analytic: Analytic;
  /** The matches with their cursors. */
  readonly edges: ReadonlyArray<OffHoursEdge>;
  /** The matches alone. */
  readonly nodes: ReadonlyArray<OffHours>;
  /** How to page on. */
  readonly pageInfo: PageInfo;
  /** With which parameters. */
  readonly parameters: OffHoursParameters;
  /** How many matches there are in all; counted only when asked for. */
  readonly totalCount: TotalCount;
  /** Always false: the list is never cut. */
  readonly truncated: Scalars['Boolean']['output'];
};


/** A page of what offHours found. */
export type OffHoursConnectionTotalCountArgs = {
  mode?: CountMode;
};

/** A match and its place in the list. */
export type OffHoursEdge = {
  readonly __typename?: 'OffHoursEdge';
  /** Opaque; valid with the same parameters. */
  readonly cursor: Scalars['String']['output'];
  /** The match. */
  readonly node: OffHours;
};

/** Parameters of offHours as they were used. */
export type OffHoursParameters = {
  readonly __typename?: 'OffHoursParameters';
  /** Whether noise is hidden. */
  readonly excludeNoise: Scalars['Boolean']['output'];
  /** Logins of these types only, null for all. */
  readonly loginTypes?: Maybe<ReadonlyArray<LoginType>>;
  /** When people work. */
  readonly openHours: ReadonlyArray<OpenHours>;
  /** The range. */
  readonly range: Period;
  /** The time zone. */
  readonly timeZone: Scalars['String']['output'];
};

/** Hours of some days of each week as they were used. */
export type OpenHours = {
  readonly __typename?: 'OpenHours';
  /** The days on which they begin, each once, Monday first. */
  readonly days: ReadonlyArray<Weekday>;
  /** When they begin. */
  readonly from: Scalars['String']['output'];
  /** When they end; earlier than `from` on the next day. */
  readonly until: Scalars['String']['output'];
};

/** Hours of some days of each week. */
export type OpenHoursInput = {
  /** The days on which they begin. */
  readonly days: ReadonlyArray<Weekday>;
  /** When they begin, `00:00` to `23:59`. */
  readonly from: Scalars['String']['input'];
  /** When they end, up to `24:00`; earlier than `from` it is on the next day. It is no open minute itself. A whole day is `00:00` to `24:00`. */
  readonly until: Scalars['String']['input'];
};

/** Direction of an order. */
export type OrderDirection =
  /** Smallest first. */
  | 'ASCENDING'
  /** Largest first. */
  | 'DESCENDING';

/** How many events of a host and day have no session. */
export type OrphanRate = {
  readonly __typename?: 'OrphanRate';
  /** The day of UTC, such as 2026-11-16; at the ends of the range only what is in it. */
  readonly day: Scalars['String']['output'];
  /** How many events of the actions there are. */
  readonly events: Scalars['Int']['output'];
  /** The host. */
  readonly host: Host;
  /** How many events have no session, at least one. */
  readonly orphans: Scalars['Int']['output'];
  /** orphans / events, above 0 and up to 1. */
  readonly rate: Scalars['Float']['output'];
};

/** Why an event has no session. */
export type OrphanReason =
  /** It is of SYSTEM, a service or ANONYMOUS LOGON by one of Windows' fixed login ids, which are no sessions. */
  | 'FIXED_LOGON'
  /** A REMOTE logout whose login id has no session at that time: its login was not recorded, or the host restarted since. */
  | 'NO_LOGIN'
  /** It has no login id. */
  | 'NO_LOGIN_ID';

/** An event without a session. */
export type Orphans = HuntMatch & {
  readonly __typename?: 'Orphans';
  /** The event. */
  readonly event: SessionEvent;
  /** The events that prove it, oldest first. */
  readonly evidence: SessionEventConnection;
  /** Why it has none. */
  readonly reason: OrphanReason;
};


/** An event without a session. */
export type OrphansEvidenceArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
};

/** A page of what orphans found. */
export type OrphansConnection = HuntAnswer & {
  readonly __typename?: 'OrphansConnection';
  /** What was asked: orphans. */
  readonly analytic: Analytic;
  /** The matches with their cursors. */
  readonly edges: ReadonlyArray<OrphansEdge>;
  /** The matches alone. */
  readonly nodes: ReadonlyArray<Orphans>;
  /** How to page on. */
  readonly pageInfo: PageInfo;
  /** With which parameters. */
  readonly parameters: OrphansParameters;
  /** How many `rates` there are in all: pairs of a host and a day with orphans. */
  readonly rateTotalCount: TotalCount;
  /** Hosts and days with orphans, the same on every page: those with most orphans first, then by day and name; at most 1,000 of them. */
  readonly rates: ReadonlyArray<OrphanRate>;
  /** How many matches there are in all; counted only when asked for. */
  readonly totalCount: TotalCount;
  /** Always false: the list is never cut. */
  readonly truncated: Scalars['Boolean']['output'];
};


/** A page of what orphans found. */
export type OrphansConnectionRateTotalCountArgs = {
  mode?: CountMode;
};


/** A page of what orphans found. */
export type OrphansConnectionTotalCountArgs = {
  mode?: CountMode;
};

/** A match and its place in the list. */
export type OrphansEdge = {
  readonly __typename?: 'OrphansEdge';
  /** Opaque; valid with the same parameters. */
  readonly cursor: Scalars['String']['output'];
  /** The match. */
  readonly node: Orphans;
};

/** Parameters of orphans as they were used. */
export type OrphansParameters = {
  readonly __typename?: 'OrphansParameters';
  /** The actions, each once. */
  readonly actions: ReadonlyArray<SessionAction>;
  /** The range. */
  readonly range: Period;
};

/** What is stored: the first thing an analyst asks. */
export type Overview = {
  readonly __typename?: 'Overview';
  /** How many accounts (folded domain and name) events have named. */
  readonly accounts: TotalCount;
  /** How many events. */
  readonly events: TotalCount;
  /** Time of the oldest event, null when nothing is stored. */
  readonly firstAt?: Maybe<Scalars['DateTime']['output']>;
  /** How many hosts something was recorded of. */
  readonly hosts: TotalCount;
  /** Time of the newest event, null when nothing is stored. */
  readonly lastAt?: Maybe<Scalars['DateTime']['output']>;
  /** How many sessions. */
  readonly sessions: TotalCount;
  /** The version of the server, such as `0.1.0`. */
  readonly version: Scalars['String']['output'];
};


/** What is stored: the first thing an analyst asks. */
export type OverviewAccountsArgs = {
  mode?: CountMode;
};


/** What is stored: the first thing an analyst asks. */
export type OverviewEventsArgs = {
  mode?: CountMode;
};


/** What is stored: the first thing an analyst asks. */
export type OverviewHostsArgs = {
  mode?: CountMode;
};


/** What is stored: the first thing an analyst asks. */
export type OverviewSessionsArgs = {
  mode?: CountMode;
};

/** Where a page lies in its list, https://relay.dev/graphql/connections.htm. */
export type PageInfo = {
  readonly __typename?: 'PageInfo';
  /** Cursor of the last item, null on an empty page. */
  readonly endCursor?: Maybe<Scalars['String']['output']>;
  /** Whether there are items after this page. */
  readonly hasNextPage: Scalars['Boolean']['output'];
  /** Whether there are items before this page. */
  readonly hasPreviousPage: Scalars['Boolean']['output'];
  /** Cursor of the first item, null on an empty page. */
  readonly startCursor?: Maybe<Scalars['String']['output']>;
};

/** Failed logins of many users from one place. The evidence is the failures. */
export type PasswordSpray = HuntMatch & {
  readonly __typename?: 'PasswordSpray';
  /** Who logged in from the same place at `firstAt` or later and before one hour after `lastAt`, by name: the first 1,000. */
  readonly compromisedUsers: ReadonlyArray<Account>;
  /** The events that prove it, oldest first. */
  readonly evidence: SessionEventConnection;
  /** How many failures. */
  readonly failureCount: Scalars['Int']['output'];
  /** Time of the first failure. */
  readonly firstAt: Scalars['DateTime']['output'];
  /** The host, null with another key. */
  readonly host?: Maybe<Host>;
  /** Time of the last failure. */
  readonly lastAt: Scalars['DateTime']['output'];
  /** The most users of one window. */
  readonly peak: Scalars['Int']['output'];
  /** The source, null with another key. */
  readonly srcIp?: Maybe<Scalars['IPAddress']['output']>;
  /** The network that the failures come from, /24 of IPv4 and /64 of IPv6; null with another key. */
  readonly srcNetwork?: Maybe<Scalars['CIDR']['output']>;
  /** Their logins, oldest first. */
  readonly successes: SessionEventConnection;
  /** How many different users the failures name. */
  readonly userCount: Scalars['Int']['output'];
  /** Whose passwords were tried, by name: the first 1,000. */
  readonly users: ReadonlyArray<Account>;
};


/** Failed logins of many users from one place. The evidence is the failures. */
export type PasswordSprayEvidenceArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
};


/** Failed logins of many users from one place. The evidence is the failures. */
export type PasswordSpraySuccessesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
};

/** A page of what passwordSpray found. */
export type PasswordSprayConnection = HuntAnswer & {
  readonly __typename?: 'PasswordSprayConnection';
  /** What was asked: passwordSpray. */
  readonly analytic: Analytic;
  /** The matches with their cursors. */
  readonly edges: ReadonlyArray<PasswordSprayEdge>;
  /** The matches alone. */
  readonly nodes: ReadonlyArray<PasswordSpray>;
  /** How to page on. */
  readonly pageInfo: PageInfo;
  /** With which parameters. */
  readonly parameters: PasswordSprayParameters;
  /** How many matches there are in all; counted only when asked for. */
  readonly totalCount: TotalCount;
  /** True when there are more than 10,000 matches: only the first 10,000 are listed. `totalCount(mode: EXACT)` counts all of them. */
  readonly truncated: Scalars['Boolean']['output'];
};


/** A page of what passwordSpray found. */
export type PasswordSprayConnectionTotalCountArgs = {
  mode?: CountMode;
};

/** A match and its place in the list. */
export type PasswordSprayEdge = {
  readonly __typename?: 'PasswordSprayEdge';
  /** Opaque; valid with the same parameters. */
  readonly cursor: Scalars['String']['output'];
  /** The match. */
  readonly node: PasswordSpray;
};

/** Parameters of passwordSpray as they were used. */
export type PasswordSprayParameters = {
  readonly __typename?: 'PasswordSprayParameters';
  /** Whether noise is hidden. */
  readonly excludeNoise: Scalars['Boolean']['output'];
  /** Where the failures come from. */
  readonly key: SprayKey;
  /** The most failures of a user that counts. */
  readonly maxFailuresPerUser: Scalars['Int']['output'];
  /** The least number of users. */
  readonly minUsers: Scalars['Int']['output'];
  /** The range. */
  readonly range: Period;
  /** The window. */
  readonly window: Scalars['Duration']['output'];
};

/** A range of time that a hunt looked at, half-open. */
export type Period = {
  readonly __typename?: 'Period';
  /** The first moment. */
  readonly from: Scalars['DateTime']['output'];
  /** The moment after the last. */
  readonly until: Scalars['DateTime']['output'];
};

/** Compares a port. */
export type PortFilter = {
  /** Is this port. */
  readonly eq?: InputMaybe<Scalars['Port']['input']>;
  /** Is one of these, at most 1,000. */
  readonly in?: InputMaybe<ReadonlyArray<Scalars['Port']['input']>>;
  /** True finds events without a port, false those with one. */
  readonly isNull?: InputMaybe<Scalars['Boolean']['input']>;
};

/** Everything that can be asked. A field that fails is null, with an error that names it in its `path`; the fields beside it are answered. */
export type Query = {
  readonly __typename?: 'Query';
  /** This account, null when no event named it. */
  readonly account?: Maybe<Account>;
  /** Accounts that events named, by name and domain, in Relay pages. */
  readonly accounts?: Maybe<AccountConnection>;
  /** Who asked what: operations and what came of them, newest first unless ordered otherwise, in Relay pages. For the scope admin. */
  readonly auditLog?: Maybe<AuditEntryConnection>;
  /** The analytics of MITRE CAR that are about user sessions. */
  readonly car?: Maybe<Car>;
  /** Counts of events by what they have in common; over all of them without `groupBy`. */
  readonly eventStats?: Maybe<EventStats>;
  /** The host of this name, null when nothing was recorded of it. */
  readonly host?: Maybe<Host>;
  /** Starts of hosts, newest first unless ordered otherwise, in Relay pages. */
  readonly hostStarts?: Maybe<HostStartConnection>;
  /** Hosts that something was recorded of, by name, in Relay pages. */
  readonly hosts?: Maybe<HostConnection>;
  /** Hunts over user sessions. */
  readonly hunts?: Maybe<Hunts>;
  /** The object with this global id, null when there is none. */
  readonly node?: Maybe<Node>;
  /** The objects with these global ids, in order, null where there is none. */
  readonly nodes?: Maybe<ReadonlyArray<Maybe<Node>>>;
  /** What is stored: first and last time, how many events, hosts and accounts; and the version of the server. */
  readonly overview?: Maybe<Overview>;
  /** Events, newest first unless ordered otherwise, in Relay pages. */
  readonly sessionEvents?: Maybe<SessionEventConnection>;
  /** Counts of sessions by what they have in common; over all of them without `groupBy`. */
  readonly sessionStats?: Maybe<SessionStats>;
  /** Sessions, the latest first unless ordered otherwise, in Relay pages. */
  readonly sessions?: Maybe<SessionConnection>;
};


/** Everything that can be asked. A field that fails is null, with an error that names it in its `path`; the fields beside it are answered. */
export type QueryAccountArgs = {
  user: Scalars['String']['input'];
};


/** Everything that can be asked. A field that fails is null, with an error that names it in its `path`; the fields beside it are answered. */
export type QueryAccountsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<AccountFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
};


/** Everything that can be asked. A field that fails is null, with an error that names it in its `path`; the fields beside it are answered. */
export type QueryAuditLogArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<AuditFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  order?: TimeOrder;
};


/** Everything that can be asked. A field that fails is null, with an error that names it in its `path`; the fields beside it are answered. */
export type QueryEventStatsArgs = {
  bucket?: InputMaybe<TimeBucketInput>;
  filter?: InputMaybe<SessionEventFilter>;
  first?: Scalars['Int']['input'];
  groupBy?: ReadonlyArray<EventDimension>;
  having?: InputMaybe<EventStatsHaving>;
  order?: EventStatsOrder;
};


/** Everything that can be asked. A field that fails is null, with an error that names it in its `path`; the fields beside it are answered. */
export type QueryHostArgs = {
  hostname: Scalars['String']['input'];
};


/** Everything that can be asked. A field that fails is null, with an error that names it in its `path`; the fields beside it are answered. */
export type QueryHostStartsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<HostStartFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  order?: TimeOrder;
};


/** Everything that can be asked. A field that fails is null, with an error that names it in its `path`; the fields beside it are answered. */
export type QueryHostsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<HostFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
};


/** Everything that can be asked. A field that fails is null, with an error that names it in its `path`; the fields beside it are answered. */
export type QueryNodeArgs = {
  id: Scalars['ID']['input'];
};


/** Everything that can be asked. A field that fails is null, with an error that names it in its `path`; the fields beside it are answered. */
export type QueryNodesArgs = {
  ids: ReadonlyArray<Scalars['ID']['input']>;
};


/** Everything that can be asked. A field that fails is null, with an error that names it in its `path`; the fields beside it are answered. */
export type QuerySessionEventsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<SessionEventFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  order?: TimeOrder;
};


/** Everything that can be asked. A field that fails is null, with an error that names it in its `path`; the fields beside it are answered. */
export type QuerySessionStatsArgs = {
  bucket?: InputMaybe<TimeBucketInput>;
  filter?: InputMaybe<SessionFilter>;
  first?: Scalars['Int']['input'];
  groupBy?: ReadonlyArray<SessionDimension>;
  having?: InputMaybe<SessionStatsHaving>;
  order?: SessionStatsOrder;
};


/** Everything that can be asked. A field that fails is null, with an error that names it in its `path`; the fields beside it are answered. */
export type QuerySessionsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<SessionFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  order?: SessionOrder;
};

/** CAR reconnect: a user came back to a session that was disconnected, possibly from another address. */
export type ReconnectEvent = Node & RemoteCapableEvent & SessionEvent & {
  readonly __typename?: 'ReconnectEvent';
  /** The account that `user` names, null without one. */
  readonly account?: Maybe<Account>;
  /** CAR action: always RECONNECT. */
  readonly action: SessionAction;
  /** CAR dest_ip: the address that was logged on to: `192.168.1.5`. */
  readonly destIp?: Maybe<Scalars['IPAddress']['output']>;
  /** CAR dest_port: the port at that address: `1900`. */
  readonly destPort?: Maybe<Scalars['Port']['output']>;
  /** The host that recorded it. */
  readonly host: Host;
  /** CAR hostname: the host, without the domain, in upper case: `HOST1`. */
  readonly hostname: Scalars['String']['output'];
  /** Opaque and stable: the same record always gets the same id. */
  readonly id: Scalars['ID']['output'];
  /** When Sessionscope stored it. */
  readonly ingestedAt: Scalars['DateTime']['output'];
  /** CAR login_id: the logon that the event is of: `0xf61f3` (CAR writes it 1008115). */
  readonly loginId?: Maybe<Scalars['LoginId']['output']>;
  /** CAR login_type: how the user is logged on: RDP. */
  readonly loginType?: Maybe<LoginType>;
  /** The session that it belongs to; null for a failed login, an event without loginId, or a remote logout alone. */
  readonly session?: Maybe<Session>;
  /** What identifies the record at its source: `windows/security/48812`. */
  readonly sourceId?: Maybe<Scalars['String']['output']>;
  /** CAR src_ip: the address that the reconnect comes from: `10.0.0.54`. */
  readonly srcIp?: Maybe<Scalars['IPAddress']['output']>;
  /** CAR src_port: the port at that address: `50438`. */
  readonly srcPort?: Maybe<Scalars['Port']['output']>;
  /** When it happened, by the host's clock. Events of one instant are in the order in which they happened. */
  readonly time: Scalars['DateTime']['output'];
  /** CAR uid: the user's id at its system: `S-1-5-18`, or `1000` on Linux (where it means another person on every host). */
  readonly uid?: Maybe<Scalars['String']['output']>;
  /** CAR user: as the source wrote it: `HOST1\LOCALUSER`. */
  readonly user?: Maybe<Scalars['String']['output']>;
  /** The domain part of `user`, first label, upper case: `THESHIRE` for THESHIRE\ana, theshire.local\ANA and ana@theshire.local. */
  readonly userDomain?: Maybe<Scalars['String']['output']>;
  /** The name part of `user`, lower case. */
  readonly userName?: Maybe<Scalars['String']['output']>;
};

/** A CAR reconnect to record. */
export type ReconnectEventInput = {
  /** CAR dest_ip: `192.168.1.5`. Not with loginType INTERACTIVE or LOCAL. */
  readonly destIp?: InputMaybe<Scalars['IPAddress']['input']>;
  /** CAR dest_port: `1900`. Not with loginType INTERACTIVE or LOCAL. */
  readonly destPort?: InputMaybe<Scalars['Port']['input']>;
  /** CAR hostname: short or fully qualified, any case: `HOST1`. */
  readonly hostname: Scalars['String']['input'];
  /** CAR login_id: hex with 0x or decimal: `1008115`. Without it the event belongs to no session. */
  readonly loginId?: InputMaybe<Scalars['LoginId']['input']>;
  /** CAR login_type: how the user is logged on: RDP. */
  readonly loginType?: InputMaybe<LoginType>;
  /** What identifies the record at its source, such as `windows/security/48812`. With it an event is recorded once by (hostname, time, action, sourceId), without it by all its fields. A number at its end orders events of one instant. */
  readonly sourceId?: InputMaybe<Scalars['String']['input']>;
  /** CAR src_ip: `10.0.0.54`. Not with loginType INTERACTIVE or LOCAL. */
  readonly srcIp?: InputMaybe<Scalars['IPAddress']['input']>;
  /** CAR src_port: `50438`. Not with loginType INTERACTIVE or LOCAL. */
  readonly srcPort?: InputMaybe<Scalars['Port']['input']>;
  /** When it happened: RFC 3339 with an offset from UTC. */
  readonly time: Scalars['DateTime']['input'];
  /** CAR uid: a SID or the system's own id: `S-1-5-18`. */
  readonly uid?: InputMaybe<Scalars['String']['input']>;
  /** CAR user: `DOMAIN\name`, `name@domain.tld` or a plain name: `HOST1\LOCALUSER`. */
  readonly user?: InputMaybe<Scalars['String']['input']>;
};

/** A reconnect from a source that is new to its session. */
export type ReconnectFromNewSource = HuntMatch & {
  readonly __typename?: 'ReconnectFromNewSource';
  /** The events that prove it, oldest first. */
  readonly evidence: SessionEventConnection;
  /** The reconnect; its session is its `session`. */
  readonly reconnect: ReconnectEvent;
  /** The sources of the session's events before it, in their order, at most 1,000; empty when none is known. */
  readonly sourcesBefore: ReadonlyArray<Scalars['IPAddress']['output']>;
};


/** A reconnect from a source that is new to its session. */
export type ReconnectFromNewSourceEvidenceArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
};

/** A page of what reconnectFromNewSource found. */
export type ReconnectFromNewSourceConnection = HuntAnswer & {
  readonly __typename?: 'ReconnectFromNewSourceConnection';
  /** What was asked: reconnectFromNewSource. */
  readonly analytic: Analytic;
  /** The matches with their cursors. */
  readonly edges: ReadonlyArray<ReconnectFromNewSourceEdge>;
  /** The matches alone. */
  readonly nodes: ReadonlyArray<ReconnectFromNewSource>;
  /** How to page on. */
  readonly pageInfo: PageInfo;
  /** With which parameters. */
  readonly parameters: ReconnectFromNewSourceParameters;
  /** How many matches there are in all; counted only when asked for. */
  readonly totalCount: TotalCount;
  /** Always false: all matches are listed, however many there are. */
  readonly truncated: Scalars['Boolean']['output'];
};


/** A page of what reconnectFromNewSource found. */
export type ReconnectFromNewSourceConnectionTotalCountArgs = {
  mode?: CountMode;
};

/** A match and its place in the list. */
export type ReconnectFromNewSourceEdge = {
  readonly __typename?: 'ReconnectFromNewSourceEdge';
  /** Opaque; valid with the same parameters. */
  readonly cursor: Scalars['String']['output'];
  /** The match. */
  readonly node: ReconnectFromNewSource;
};

/** Parameters of reconnectFromNewSource as they were used. */
export type ReconnectFromNewSourceParameters = {
  readonly __typename?: 'ReconnectFromNewSourceParameters';
  /** Whether noise is hidden. */
  readonly excludeNoise: Scalars['Boolean']['output'];
  /** The range. */
  readonly range: Period;
};

/** A reconnect that no login goes with. */
export type ReconnectWithoutLogin = HuntMatch & {
  readonly __typename?: 'ReconnectWithoutLogin';
  /** The events that prove it, oldest first. */
  readonly evidence: SessionEventConnection;
  /** The reconnect; its session is its `session`. */
  readonly reconnect: ReconnectEvent;
};


/** A reconnect that no login goes with. */
export type ReconnectWithoutLoginEvidenceArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
};

/** A page of what reconnectWithoutLogin found. */
export type ReconnectWithoutLoginConnection = HuntAnswer & {
  readonly __typename?: 'ReconnectWithoutLoginConnection';
  /** What was asked: reconnectWithoutLogin. */
  readonly analytic: Analytic;
  /** The matches with their cursors. */
  readonly edges: ReadonlyArray<ReconnectWithoutLoginEdge>;
  /** The matches alone. */
  readonly nodes: ReadonlyArray<ReconnectWithoutLogin>;
  /** How to page on. */
  readonly pageInfo: PageInfo;
  /** With which parameters. */
  readonly parameters: ReconnectWithoutLoginParameters;
  /** How many matches there are in all; counted only when asked for. */
  readonly totalCount: TotalCount;
  /** Always false: all matches are listed, however many there are. */
  readonly truncated: Scalars['Boolean']['output'];
};


/** A page of what reconnectWithoutLogin found. */
export type ReconnectWithoutLoginConnectionTotalCountArgs = {
  mode?: CountMode;
};

/** A match and its place in the list. */
export type ReconnectWithoutLoginEdge = {
  readonly __typename?: 'ReconnectWithoutLoginEdge';
  /** Opaque; valid with the same parameters. */
  readonly cursor: Scalars['String']['output'];
  /** The match. */
  readonly node: ReconnectWithoutLogin;
};

/** Parameters of reconnectWithoutLogin as they were used. */
export type ReconnectWithoutLoginParameters = {
  readonly __typename?: 'ReconnectWithoutLoginParameters';
  /** Whether noise is hidden. */
  readonly excludeNoise: Scalars['Boolean']['output'];
  /** The range. */
  readonly range: Period;
  /** How far from the reconnect a login excuses it. */
  readonly window: Scalars['Duration']['output'];
};

/**
 * An event that may have come over the network. CAR: the four address fields are "only applicable to remote or RDP sessions", so
 * they are null when `loginType` is INTERACTIVE or LOCAL.
 */
export type RemoteCapableEvent = {
  /** The account that `user` names, null without one. */
  readonly account?: Maybe<Account>;
  /** CAR action: what happened. */
  readonly action: SessionAction;
  /** CAR dest_ip: the address that was logged on to: `192.168.1.5`. */
  readonly destIp?: Maybe<Scalars['IPAddress']['output']>;
  /** CAR dest_port: the port at that address: `1900`. */
  readonly destPort?: Maybe<Scalars['Port']['output']>;
  /** The host that recorded it. */
  readonly host: Host;
  /** CAR hostname: the host, without the domain, in upper case: `HOST1`. */
  readonly hostname: Scalars['String']['output'];
  /** Opaque and stable: the same record always gets the same id. */
  readonly id: Scalars['ID']['output'];
  /** When Sessionscope stored it. */
  readonly ingestedAt: Scalars['DateTime']['output'];
  /** CAR login_id: the logon that the event is of: `0xf61f3` (CAR writes it 1008115). */
  readonly loginId?: Maybe<Scalars['LoginId']['output']>;
  /** CAR login_type: how the user is logged on: RDP. */
  readonly loginType?: Maybe<LoginType>;
  /** The session that it belongs to; null for a failed login, an event without loginId, or a remote logout alone. */
  readonly session?: Maybe<Session>;
  /** What identifies the record at its source: `windows/security/48812`. */
  readonly sourceId?: Maybe<Scalars['String']['output']>;
  /** CAR src_ip: the address that the session comes from: `10.0.0.54`. */
  readonly srcIp?: Maybe<Scalars['IPAddress']['output']>;
  /** CAR src_port: the port at that address: `50438`. */
  readonly srcPort?: Maybe<Scalars['Port']['output']>;
  /** When it happened, by the host's clock. Events of one instant are in the order in which they happened. */
  readonly time: Scalars['DateTime']['output'];
  /** CAR uid: the user's id at its system: `S-1-5-18`, or `1000` on Linux (where it means another person on every host). */
  readonly uid?: Maybe<Scalars['String']['output']>;
  /** CAR user: as the source wrote it: `HOST1\LOCALUSER`. */
  readonly user?: Maybe<Scalars['String']['output']>;
  /** The domain part of `user`, first label, upper case: `THESHIRE` for THESHIRE\ana, theshire.local\ANA and ana@theshire.local. */
  readonly userDomain?: Maybe<Scalars['String']['output']>;
  /** The name part of `user`, lower case. */
  readonly userName?: Maybe<Scalars['String']['output']>;
};

/** A remote desktop login from a source that is not approved. */
export type RemoteDesktopLogins = HuntMatch & {
  readonly __typename?: 'RemoteDesktopLogins';
  /** The events that prove it, oldest first. */
  readonly evidence: SessionEventConnection;
  /** The login. */
  readonly login: LoginEvent;
  /** Whether there was a successful RDP login of the same user to the same host from the same source at any time before `range.from`; null when the user or the source is not known. */
  readonly seenBefore?: Maybe<Scalars['Boolean']['output']>;
};


/** A remote desktop login from a source that is not approved. */
export type RemoteDesktopLoginsEvidenceArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
};

/** A page of what remoteDesktopLogins found. */
export type RemoteDesktopLoginsConnection = HuntAnswer & {
  readonly __typename?: 'RemoteDesktopLoginsConnection';
  /** What was asked: CAR-2016-04-005. */
  readonly analytic: Analytic;
  /** The matches with their cursors. */
  readonly edges: ReadonlyArray<RemoteDesktopLoginsEdge>;
  /** The matches alone. */
  readonly nodes: ReadonlyArray<RemoteDesktopLogins>;
  /** How to page on. */
  readonly pageInfo: PageInfo;
  /** With which parameters. */
  readonly parameters: RemoteDesktopLoginsParameters;
  /** How many matches there are in all; counted only when asked for. */
  readonly totalCount: TotalCount;
  /** True when there are more than 10,000 matches: only the first 10,000 are listed. `totalCount(mode: EXACT)` counts all of them. */
  readonly truncated: Scalars['Boolean']['output'];
};


/** A page of what remoteDesktopLogins found. */
export type RemoteDesktopLoginsConnectionTotalCountArgs = {
  mode?: CountMode;
};

/** A match and its place in the list. */
export type RemoteDesktopLoginsEdge = {
  readonly __typename?: 'RemoteDesktopLoginsEdge';
  /** Opaque; valid with the same parameters. */
  readonly cursor: Scalars['String']['output'];
  /** The match. */
  readonly node: RemoteDesktopLogins;
};

/** Parameters of remoteDesktopLogins as they were used. */
export type RemoteDesktopLoginsParameters = {
  readonly __typename?: 'RemoteDesktopLoginsParameters';
  /** The approved networks, null when there are none. */
  readonly approvedSources?: Maybe<ReadonlyArray<Scalars['CIDR']['output']>>;
  /** Whether noise is hidden. */
  readonly excludeNoise: Scalars['Boolean']['output'];
  /** The range. */
  readonly range: Period;
};

/** What a combination that is seen for the first time may be made of. */
export type SeenTrait =
  /** The host. */
  | 'HOST'
  /** The login type. */
  | 'LOGIN_TYPE'
  /** The source. */
  | 'SRC_IP'
  /** The network of the source: /24 of IPv4, /64 of IPv6. */
  | 'SRC_NETWORK'
  /** The user. */
  | 'USER';

/** Who was on a host, from when to when: the events of one login id of one host from its login to its end. */
export type Session = Node & {
  readonly __typename?: 'Session';
  /** Who was logged on, null when no event says it. */
  readonly account?: Maybe<Account>;
  /** Other sessions that overlap it in time, on its host or of its account; none of an account that is not known. */
  readonly concurrentSessions: SessionConnection;
  /** The same as ISO 8601: `PT8H3M21.5S`. */
  readonly duration?: Maybe<Scalars['Duration']['output']>;
  /** Seconds from start to end, exact to the microsecond; null while it is open, unless `asOf` says when to count to. */
  readonly durationSeconds?: Maybe<Scalars['Float']['output']>;
  /** The logout that ended it, null when there was none or after its retention. */
  readonly endEvent?: Maybe<SessionEvent>;
  /** What ended it, null while it is open. */
  readonly endReason?: Maybe<SessionEndReason>;
  /** When it ended, null while it is open; with SUPERSEDED and HOST_RESTART it ended no later. */
  readonly endedAt?: Maybe<Scalars['DateTime']['output']>;
  /** Its events, elevated twins of its login among them. */
  readonly events: SessionEventConnection;
  /** The host. */
  readonly host: Host;
  /** CAR hostname: the host. */
  readonly hostname: Scalars['String']['output'];
  /** Opaque; made of its first event, so that only an event before that one moves it. */
  readonly id: Scalars['ID']['output'];
  /** How often it was locked. */
  readonly lockCount: Scalars['Int']['output'];
  /** Seconds that it is known to have been locked, up to its last event. */
  readonly lockedSeconds: Scalars['Float']['output'];
  /** CAR login_id: the logon. */
  readonly loginId: Scalars['LoginId']['output'];
  /** CAR login_type: how the user is logged on. */
  readonly loginType?: Maybe<LoginType>;
  /** How often its user came back to it. */
  readonly reconnectCount: Scalars['Int']['output'];
  /** CAR src_ip: the first address that the session is known to come from. */
  readonly srcIp?: Maybe<Scalars['IPAddress']['output']>;
  /** Every address that the session came from, sorted. */
  readonly srcIps: ReadonlyArray<Scalars['IPAddress']['output']>;
  /** The event that began it, null after its retention. */
  readonly startEvent?: Maybe<SessionEvent>;
  /** What began it. */
  readonly startReason: SessionStartReason;
  /** When it began; with `startReason` FIRST_SEEN it began earlier. */
  readonly startedAt: Scalars['DateTime']['output'];
  /** State at a moment, null before the session began. */
  readonly state?: Maybe<SessionState>;
  /** CAR uid: the user's id at its system. */
  readonly uid?: Maybe<Scalars['String']['output']>;
  /** How often it was unlocked. */
  readonly unlockCount: Scalars['Int']['output'];
  /** Seconds that it is known to have been not locked, up to its last event. */
  readonly unlockedSeconds: Scalars['Float']['output'];
  /** CAR user: as the first event that names one wrote it. */
  readonly user?: Maybe<Scalars['String']['output']>;
  /** The domain part of `user`, first label, upper case. */
  readonly userDomain?: Maybe<Scalars['String']['output']>;
  /** The name part of `user`, lower case. */
  readonly userName?: Maybe<Scalars['String']['output']>;
};


/** Who was on a host, from when to when: the events of one login id of one host from its login to its end. */
export type SessionConcurrentSessionsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  excludeNoise?: Scalars['Boolean']['input'];
  filter?: InputMaybe<SessionFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  order?: SessionOrder;
  sharing?: SessionSharing;
};


/** Who was on a host, from when to when: the events of one login id of one host from its login to its end. */
export type SessionDurationArgs = {
  asOf?: InputMaybe<Scalars['DateTime']['input']>;
};


/** Who was on a host, from when to when: the events of one login id of one host from its login to its end. */
export type SessionDurationSecondsArgs = {
  asOf?: InputMaybe<Scalars['DateTime']['input']>;
};


/** Who was on a host, from when to when: the events of one login id of one host from its login to its end. */
export type SessionEventsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  order?: TimeOrder;
};


/** Who was on a host, from when to when: the events of one login id of one host from its login to its end. */
export type SessionStateArgs = {
  at?: InputMaybe<Scalars['DateTime']['input']>;
};

/** The MITRE CAR "User Session" actions, https://car.mitre.org/data_model/user_session. */
export type SessionAction =
  /** CAR lock: the session's screen is locked. */
  | 'LOCK'
  /** CAR login: a user logs on to a host, or tries to (see `loginSuccessful`). */
  | 'LOGIN'
  /** CAR logout: a session ends. */
  | 'LOGOUT'
  /** CAR reconnect: a user comes back to a session that was disconnected, possibly from another address. */
  | 'RECONNECT'
  /** CAR unlock: the session's screen is unlocked. */
  | 'UNLOCK';

/** Compares an action. */
export type SessionActionFilter = {
  /** Is this action. */
  readonly eq?: InputMaybe<SessionAction>;
  /** Is one of these, at most 1,000. */
  readonly in?: InputMaybe<ReadonlyArray<SessionAction>>;
};

/** A page of sessions. */
export type SessionConnection = {
  readonly __typename?: 'SessionConnection';
  /** The sessions with their cursors. */
  readonly edges: ReadonlyArray<SessionEdge>;
  /** The sessions alone. */
  readonly nodes: ReadonlyArray<Session>;
  /** How to page on. */
  readonly pageInfo: PageInfo;
  /** How many sessions there are in all; counted only when asked for. */
  readonly totalCount: TotalCount;
};


/** A page of sessions. */
export type SessionConnectionTotalCountArgs = {
  mode?: CountMode;
};

/** What sessions can be grouped by. */
export type SessionDimension =
  /** What ended it; open sessions have no reason. */
  | 'END_REASON'
  /** The host. */
  | 'HOST'
  /** How the user is logged on. */
  | 'LOGIN_TYPE'
  /** Whether it is open. */
  | 'OPEN'
  /** The addresses that it came from. A session with several is in the group of each, as it is in the list of each. */
  | 'SRC_IP'
  /** The networks of these addresses: /24 of IPv4, /64 of IPv6. A session with several is in the group of each. */
  | 'SRC_NETWORK'
  /** What began it. */
  | 'START_REASON'
  /** The user's id at its system. */
  | 'UID'
  /** The account: folded domain and name. */
  | 'USER';

/** A session and its place in the list. */
export type SessionEdge = {
  readonly __typename?: 'SessionEdge';
  /** Opaque; valid with the same filter and order. */
  readonly cursor: Scalars['String']['output'];
  /** The session. */
  readonly node: Session;
};

/** What ended a session. */
export type SessionEndReason =
  /** Its host started anew; the session ended no later. */
  | 'HOST_RESTART'
  /** A logout. */
  | 'LOGOUT'
  /** Its login id came back with another login; the session ended no later. */
  | 'SUPERSEDED';

/** Compares what ended a session. */
export type SessionEndReasonFilter = {
  /** Is this reason. */
  readonly eq?: InputMaybe<SessionEndReason>;
  /** Is one of these. */
  readonly in?: InputMaybe<ReadonlyArray<SessionEndReason>>;
  /** True finds open sessions, false those that ended. */
  readonly isNull?: InputMaybe<Scalars['Boolean']['input']>;
};

/** What a host recorded about a user's session. Each action has a type of its own that carries only the fields that apply to it. */
export type SessionEvent = {
  /** The account that `user` names, null without one. */
  readonly account?: Maybe<Account>;
  /** CAR action: what happened. */
  readonly action: SessionAction;
  /** The host that recorded it. */
  readonly host: Host;
  /** CAR hostname: the host, without the domain, in upper case: `HOST1`. */
  readonly hostname: Scalars['String']['output'];
  /** Opaque and stable: the same record always gets the same id. */
  readonly id: Scalars['ID']['output'];
  /** When Sessionscope stored it. */
  readonly ingestedAt: Scalars['DateTime']['output'];
  /** CAR login_id: the logon that the event is of: `0xf61f3` (CAR writes it 1008115). */
  readonly loginId?: Maybe<Scalars['LoginId']['output']>;
  /** The session that it belongs to; null for a failed login, an event without loginId, or a remote logout alone. */
  readonly session?: Maybe<Session>;
  /** What identifies the record at its source: `windows/security/48812`. */
  readonly sourceId?: Maybe<Scalars['String']['output']>;
  /** When it happened, by the host's clock. Events of one instant are in the order in which they happened. */
  readonly time: Scalars['DateTime']['output'];
  /** CAR uid: the user's id at its system: `S-1-5-18`, or `1000` on Linux (where it means another person on every host). */
  readonly uid?: Maybe<Scalars['String']['output']>;
  /** CAR user: as the source wrote it: `HOST1\LOCALUSER`. */
  readonly user?: Maybe<Scalars['String']['output']>;
  /** The domain part of `user`, first label, upper case: `THESHIRE` for THESHIRE\ana, theshire.local\ANA and ana@theshire.local. */
  readonly userDomain?: Maybe<Scalars['String']['output']>;
  /** The name part of `user`, lower case. */
  readonly userName?: Maybe<Scalars['String']['output']>;
};

/** A page of events. */
export type SessionEventConnection = {
  readonly __typename?: 'SessionEventConnection';
  /** The events with their cursors. */
  readonly edges: ReadonlyArray<SessionEventEdge>;
  /** The events alone. */
  readonly nodes: ReadonlyArray<SessionEvent>;
  /** How to page on. */
  readonly pageInfo: PageInfo;
  /** How many events there are in all; counted only when asked for. */
  readonly totalCount: TotalCount;
};


/** A page of events. */
export type SessionEventConnectionTotalCountArgs = {
  mode?: CountMode;
};

/** An event and its place in the list. */
export type SessionEventEdge = {
  readonly __typename?: 'SessionEventEdge';
  /** Opaque; valid with the same filter and order. */
  readonly cursor: Scalars['String']['output'];
  /** The event. */
  readonly node: SessionEvent;
};

/**
 * Which events. All members that are given must hold; a member that is null or absent is not given, so that optional variables work. Two-valued
 * logic: `not` keeps events without a value.
 */
export type SessionEventFilter = {
  /** What happened. */
  readonly action?: InputMaybe<SessionActionFilter>;
  /** All of these hold. */
  readonly and?: InputMaybe<ReadonlyArray<SessionEventFilter>>;
  /** The address that was logged on to. */
  readonly destIp?: InputMaybe<IpAddressFilter>;
  /** The port that was logged on to. */
  readonly destPort?: InputMaybe<PortFilter>;
  /** Hides machine accounts (but not local accounts named like one), SYSTEM, service and anonymous logons. False unless given: a list shows everything that is stored. */
  readonly excludeNoise?: Scalars['Boolean']['input'];
  /** The host: a name in any case, with or without its domain. */
  readonly hostname?: InputMaybe<TextFilter>;
  /** When it was stored. */
  readonly ingestedAt?: InputMaybe<TimeFilter>;
  /** The logon. */
  readonly loginId?: InputMaybe<LoginIdFilter>;
  /** Whether the user was let in; only logins have it. */
  readonly loginSuccessful?: InputMaybe<BooleanFilter>;
  /** How the user is logged on. */
  readonly loginType?: InputMaybe<LoginTypeFilter>;
  /** This does not hold. */
  readonly not?: InputMaybe<SessionEventFilter>;
  /** At least one of these holds. */
  readonly or?: InputMaybe<ReadonlyArray<SessionEventFilter>>;
  /** What identifies the record at its source. */
  readonly sourceId?: InputMaybe<TextFilter>;
  /** The address that it came from. */
  readonly srcIp?: InputMaybe<IpAddressFilter>;
  /** The port that it came from. */
  readonly srcPort?: InputMaybe<PortFilter>;
  /** When it happened. */
  readonly time?: InputMaybe<TimeFilter>;
  /** The user's id at its system. */
  readonly uid?: InputMaybe<TextFilter>;
  /** The user. */
  readonly user?: InputMaybe<UserFilter>;
  /** The user's domain, in any case. */
  readonly userDomain?: InputMaybe<TextFilter>;
};

/** One event to record: exactly one member. */
export type SessionEventInput =
  /** A screen locked. */
  { readonly lock: LockEventInput; readonly login?: never; readonly logout?: never; readonly reconnect?: never; readonly unlock?: never; }
  |  /** A login or an attempt. */
  { readonly lock?: never; readonly login: LoginEventInput; readonly logout?: never; readonly reconnect?: never; readonly unlock?: never; }
  |  /** The end of a session. */
  { readonly lock?: never; readonly login?: never; readonly logout: LogoutEventInput; readonly reconnect?: never; readonly unlock?: never; }
  |  /** A user coming back to a disconnected session. */
  { readonly lock?: never; readonly login?: never; readonly logout?: never; readonly reconnect: ReconnectEventInput; readonly unlock?: never; }
  |  /** A screen unlocked. */
  { readonly lock?: never; readonly login?: never; readonly logout?: never; readonly reconnect?: never; readonly unlock: UnlockEventInput; };

/**
 * Which sessions. All members that are given must hold; a member that is null or absent is not given. Two-valued logic: `not` keeps sessions
 * without a value.
 */
export type SessionFilter = {
  /** Begun at or before this moment and not over by then: who was on. */
  readonly activeAt?: InputMaybe<Scalars['DateTime']['input']>;
  /** All of these hold. */
  readonly and?: InputMaybe<ReadonlyArray<SessionFilter>>;
  /** How long it was. */
  readonly duration?: InputMaybe<DurationFilter>;
  /** What ended it. */
  readonly endReason?: InputMaybe<SessionEndReasonFilter>;
  /** When it ended; open sessions did not. */
  readonly endedAt?: InputMaybe<TimeFilter>;
  /** True finds sessions that were locked at least once, false those that never were. */
  readonly everLocked?: InputMaybe<Scalars['Boolean']['input']>;
  /** Hides machine accounts (but not local accounts named like one), SYSTEM, service and anonymous logons. False unless given: a list shows everything that is stored. */
  readonly excludeNoise?: Scalars['Boolean']['input'];
  /** The host: a name in any case, with or without its domain. */
  readonly hostname?: InputMaybe<TextFilter>;
  /** The logon. */
  readonly loginId?: InputMaybe<LoginIdFilter>;
  /** How the user is logged on. */
  readonly loginType?: InputMaybe<LoginTypeFilter>;
  /** This does not hold. */
  readonly not?: InputMaybe<SessionFilter>;
  /** True finds sessions that are open, false those that ended. */
  readonly open?: InputMaybe<Scalars['Boolean']['input']>;
  /** At least one of these holds. */
  readonly or?: InputMaybe<ReadonlyArray<SessionFilter>>;
  /** Active at some moment of this range. */
  readonly overlaps?: InputMaybe<TimeRange>;
  /** Any address that the session came from; isNull: true finds sessions without one. */
  readonly srcIp?: InputMaybe<IpAddressFilter>;
  /** What began it. */
  readonly startReason?: InputMaybe<SessionStartReasonFilter>;
  /** When it began. */
  readonly startedAt?: InputMaybe<TimeFilter>;
  /** The user's id at its system. */
  readonly uid?: InputMaybe<TextFilter>;
  /** The user. */
  readonly user?: InputMaybe<UserFilter>;
  /** The user's domain, in any case. */
  readonly userDomain?: InputMaybe<TextFilter>;
};

/** Order of a list of sessions. */
export type SessionOrder = {
  /** In which direction. */
  readonly direction?: OrderDirection;
  /** What to order by. */
  readonly field: SessionOrderField;
};

/** What sessions are ordered by. */
export type SessionOrderField =
  /** How long they were; open sessions count as longest, those open longest before others. */
  | 'DURATION'
  /** When they ended; open sessions count as ending last. */
  | 'ENDED'
  /** When they began. */
  | 'STARTED';

/** What concurrent sessions have in common. */
export type SessionSharing =
  /** The account: where else it was. */
  | 'ACCOUNT'
  /** The host: who else was on it. */
  | 'HOST';

/** What began a session. */
export type SessionStartReason =
  /** The first event known of it: the log begins in its middle, the true start is earlier. */
  | 'FIRST_SEEN'
  /** A successful login. */
  | 'LOGIN';

/** Compares what began a session. */
export type SessionStartReasonFilter = {
  /** Is this reason. */
  readonly eq?: InputMaybe<SessionStartReason>;
  /** Is one of these. */
  readonly in?: InputMaybe<ReadonlyArray<SessionStartReason>>;
};

/** State of a session at a moment. CAR has no disconnect, so a user may be away from an active session. */
export type SessionState =
  /** Begun, not locked. */
  | 'ACTIVE'
  /** Over. */
  | 'ENDED'
  /** Begun, locked. */
  | 'LOCKED';

/** Counts of sessions. `count` is the sum of the counts of `groups` and `otherCount`, unless sessions are in the groups of several sources. */
export type SessionStats = {
  readonly __typename?: 'SessionStats';
  /** How many sessions the filter matches: the exact totalCount of `sessions` with it. */
  readonly count: Scalars['Int']['output'];
  /** The dimensions of the keys, as they were asked for. */
  readonly groupBy: ReadonlyArray<SessionDimension>;
  /** The first of the groups that `having` keeps, in order. */
  readonly groups: ReadonlyArray<SessionStatsGroup>;
  /** Sessions that are in none of `groups`: left out by `having` or beyond `first`. */
  readonly otherCount: Scalars['Int']['output'];
  /** How many groups there are in all, of which `groups` lists the first; with `having` those that it keeps. */
  readonly totalCount: TotalCount;
  /** How many groups there would be without `having`. */
  readonly totalCountWithoutHaving: TotalCount;
};


/** Counts of sessions. `count` is the sum of the counts of `groups` and `otherCount`, unless sessions are in the groups of several sources. */
export type SessionStatsTotalCountArgs = {
  mode?: CountMode;
};


/** Counts of sessions. `count` is the sum of the counts of `groups` and `otherCount`, unless sessions are in the groups of several sources. */
export type SessionStatsTotalCountWithoutHavingArgs = {
  mode?: CountMode;
};

/**
 * What a group has in a stretch of time: the sessions that began in it. The first and the last bucket may reach beyond the time that the filter
 * asks for.
 */
export type SessionStatsBucket = {
  readonly __typename?: 'SessionStatsBucket';
  /** How many sessions. */
  readonly count: Scalars['Int']['output'];
  /** How many hosts they are on. */
  readonly distinctHosts: Scalars['Int']['output'];
  /** How many addresses they came from, all of each. */
  readonly distinctSources: Scalars['Int']['output'];
  /** How many accounts they are of. */
  readonly distinctUsers: Scalars['Int']['output'];
  /** How long they were, of those that ended; null when none did. */
  readonly durationSeconds?: Maybe<DurationPercentiles>;
  /** Sessions that were locked at least once. */
  readonly everLocked: Scalars['Int']['output'];
  /** When the first of them began, null when there is none. */
  readonly firstStartedAt?: Maybe<Scalars['DateTime']['output']>;
  /** When it begins. */
  readonly from: Scalars['DateTime']['output'];
  /** When the last of them began, null when there is none. */
  readonly lastStartedAt?: Maybe<Scalars['DateTime']['output']>;
  /** Open ones among them. */
  readonly open: Scalars['Int']['output'];
  /** When it is over: where the next begins. */
  readonly until: Scalars['DateTime']['output'];
};

/** Sessions with the same key. Each number is computed only when it is asked for. */
export type SessionStatsGroup = {
  readonly __typename?: 'SessionStatsGroup';
  /**
   * Its sessions by the time that they began, oldest first, empty buckets included; null without the argument `bucket`. They cover the time that
   * `started` bounds in the filter, `last` up to now; where it does not, they begin or end with the first or last session that it matches.
   */
  readonly buckets?: Maybe<ReadonlyArray<SessionStatsBucket>>;
  /** How many sessions. */
  readonly count: Scalars['Int']['output'];
  /** How many hosts they are on. */
  readonly distinctHosts: Scalars['Int']['output'];
  /** How many addresses they came from, all of each. */
  readonly distinctSources: Scalars['Int']['output'];
  /** How many accounts they are of. */
  readonly distinctUsers: Scalars['Int']['output'];
  /** How long they were, of those that ended; null when none did. */
  readonly durationSeconds?: Maybe<DurationPercentiles>;
  /** Sessions that were locked at least once. */
  readonly everLocked: Scalars['Int']['output'];
  /** When the first of them began, null when there is none. */
  readonly firstStartedAt?: Maybe<Scalars['DateTime']['output']>;
  /** What they have in common. */
  readonly key: SessionStatsKey;
  /** When the last of them began, null when there is none. */
  readonly lastStartedAt?: Maybe<Scalars['DateTime']['output']>;
  /** Open ones among them. */
  readonly open: Scalars['Int']['output'];
};

/** Which groups of sessions, by what they count; at least one condition. All members that are given must hold. */
export type SessionStatsHaving = {
  /** Sessions: `{ lte: 3 }` finds rare combinations. */
  readonly count?: InputMaybe<CountFilter>;
  /** Hosts. */
  readonly distinctHosts?: InputMaybe<CountFilter>;
  /** Source addresses. */
  readonly distinctSources?: InputMaybe<CountFilter>;
  /** Accounts. */
  readonly distinctUsers?: InputMaybe<CountFilter>;
  /** Sessions that were locked at least once. */
  readonly everLocked?: InputMaybe<CountFilter>;
  /** When the first session began: `{ from: … }` finds what is new since then. */
  readonly firstStartedAt?: InputMaybe<TimeFilter>;
  /** When the last session began: `{ until: … }` finds what has been silent since then. */
  readonly lastStartedAt?: InputMaybe<TimeFilter>;
  /** Open sessions. */
  readonly open?: InputMaybe<CountFilter>;
};

/**
 * What the sessions of a group have in common. A field is null when its dimension is not in `groupBy`, and in the group of the sessions that
 * have no such value.
 */
export type SessionStatsKey = {
  readonly __typename?: 'SessionStatsKey';
  /** Of USER. */
  readonly account?: Maybe<Account>;
  /** Of END_REASON. */
  readonly endReason?: Maybe<SessionEndReason>;
  /** Of HOST. */
  readonly host?: Maybe<Host>;
  /** Of HOST: its name. */
  readonly hostname?: Maybe<Scalars['String']['output']>;
  /** Of LOGIN_TYPE. */
  readonly loginType?: Maybe<LoginType>;
  /** Of OPEN. */
  readonly open?: Maybe<Scalars['Boolean']['output']>;
  /** Of SRC_IP. */
  readonly srcIp?: Maybe<Scalars['IPAddress']['output']>;
  /** Of SRC_NETWORK: `10.0.0.0/24`, `fe80::/64`. */
  readonly srcNetwork?: Maybe<Scalars['CIDR']['output']>;
  /** Of START_REASON. */
  readonly startReason?: Maybe<SessionStartReason>;
  /** Of UID. */
  readonly uid?: Maybe<Scalars['String']['output']>;
};

/** Order of groups of sessions. Groups that are equal by it are in the ascending order of their keys. */
export type SessionStatsOrder = {
  /** In which direction. */
  readonly direction?: OrderDirection;
  /** What to order by. */
  readonly field: SessionStatsOrderField;
};

/** What groups of sessions are ordered by. */
export type SessionStatsOrderField =
  /** How many sessions. */
  | 'COUNT'
  /** How many hosts. */
  | 'DISTINCT_HOSTS'
  /** How many source addresses. */
  | 'DISTINCT_SOURCES'
  /** How many accounts. */
  | 'DISTINCT_USERS'
  /** The longest session; groups of open sessions come last. */
  | 'DURATION_MAX'
  /** Half of the sessions were as long or shorter; groups of open sessions come last. */
  | 'DURATION_P50'
  /** Nine of ten sessions were as long or shorter; groups of open sessions come last. */
  | 'DURATION_P90'
  /** 99 of 100 sessions were as long or shorter; groups of open sessions come last. */
  | 'DURATION_P99'
  /** How many sessions that were locked at least once. */
  | 'EVER_LOCKED'
  /** When the first session began. */
  | 'FIRST_STARTED_AT'
  /** The key: its dimensions in the order of `groupBy`. Ascending, groups without a value come last. */
  | 'KEY'
  /** When the last session began. */
  | 'LAST_STARTED_AT'
  /** How many open sessions. */
  | 'OPEN';

/** What counts as simultaneous. */
export type SimultaneityMode =
  /** Users whose sessions were open at the same moment. A session is open until just before its end; one that is open beyond the range is cut at its ends. */
  | 'OVERLAP'
  /** Users who logged in within one window. */
  | 'WINDOW';

/** Several users on one host at once. The evidence is their logins, with mode OVERLAP the events that their sessions begin with. */
export type SimultaneousLogins = HuntMatch & {
  readonly __typename?: 'SimultaneousLogins';
  /** How many logins; with mode OVERLAP sessions. */
  readonly eventCount: Scalars['Int']['output'];
  /** The events that prove it, oldest first. */
  readonly evidence: SessionEventConnection;
  /** Time of the first login; with mode OVERLAP since when so many were on. */
  readonly firstAt: Scalars['DateTime']['output'];
  /** The host. */
  readonly host: Host;
  /** Time of the last login; with mode OVERLAP until when so many were on. */
  readonly lastAt: Scalars['DateTime']['output'];
  /** The most different users of one window; with mode OVERLAP of one moment. */
  readonly peak: Scalars['Int']['output'];
  /** How many different users. */
  readonly userCount: Scalars['Int']['output'];
  /** Who they were, by name: the first 1,000. */
  readonly users: ReadonlyArray<Account>;
};


/** Several users on one host at once. The evidence is their logins, with mode OVERLAP the events that their sessions begin with. */
export type SimultaneousLoginsEvidenceArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
};

/** A page of what simultaneousLogins found. */
export type SimultaneousLoginsConnection = HuntAnswer & {
  readonly __typename?: 'SimultaneousLoginsConnection';
  /** What was asked: CAR-2013-02-008. */
  readonly analytic: Analytic;
  /** The matches with their cursors. */
  readonly edges: ReadonlyArray<SimultaneousLoginsEdge>;
  /** The matches alone. */
  readonly nodes: ReadonlyArray<SimultaneousLogins>;
  /** How to page on. */
  readonly pageInfo: PageInfo;
  /** With which parameters. */
  readonly parameters: SimultaneousLoginsParameters;
  /** How many matches there are in all; counted only when asked for. */
  readonly totalCount: TotalCount;
  /** True when there are more than 10,000 matches: only the first 10,000 are listed. `totalCount(mode: EXACT)` counts all of them. */
  readonly truncated: Scalars['Boolean']['output'];
};


/** A page of what simultaneousLogins found. */
export type SimultaneousLoginsConnectionTotalCountArgs = {
  mode?: CountMode;
};

/** A match and its place in the list. */
export type SimultaneousLoginsEdge = {
  readonly __typename?: 'SimultaneousLoginsEdge';
  /** Opaque; valid with the same parameters. */
  readonly cursor: Scalars['String']['output'];
  /** The match. */
  readonly node: SimultaneousLogins;
};

/** Parameters of simultaneousLogins as they were used. */
export type SimultaneousLoginsParameters = {
  readonly __typename?: 'SimultaneousLoginsParameters';
  /** Whether noise is hidden. */
  readonly excludeNoise: Scalars['Boolean']['output'];
  /** The login types, null for all. */
  readonly loginTypes?: Maybe<ReadonlyArray<LoginType>>;
  /** The least number of users. */
  readonly minUsers: Scalars['Int']['output'];
  /** The mode. */
  readonly mode: SimultaneityMode;
  /** The range. */
  readonly range: Period;
  /** The window, null with mode OVERLAP. */
  readonly window?: Maybe<Scalars['Duration']['output']>;
};

/** Where the failures of a spray come from. */
export type SprayKey =
  /** Anywhere, to one host. */
  | 'HOST'
  /** One address. */
  | 'SRC_IP'
  /** One network: /24 of IPv4, /64 of IPv6. */
  | 'SRC_NETWORK';

/** Compares text. */
export type TextFilter = {
  /** Contains this text; walks the list, so bound the time. */
  readonly contains?: InputMaybe<Scalars['String']['input']>;
  /** Is this text (host and domain in any case). */
  readonly eq?: InputMaybe<Scalars['String']['input']>;
  /** Is one of these, at most 1,000. */
  readonly in?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  /** True finds events without a value, false those with one. */
  readonly isNull?: InputMaybe<Scalars['Boolean']['input']>;
  /** Begins with this text. */
  readonly startsWith?: InputMaybe<Scalars['String']['input']>;
};

/**
 * Stretches of time to count by. They are as long as the clock of the zone makes them: a day may have 23 or 25 hours, and an hour that comes
 * twice, when the clock is set back, is two.
 */
export type TimeBucketInput = {
  /**
   * How long: a length that divides a day evenly, such as `PT15M`, `PT1H` or `PT6H`, days (`P1D`), weeks from Monday (`P1W`), months or
   * years (`P1M`, `P3M`, `P1Y`). A stretch within a day begins whenever the clock shows a multiple of its length since midnight, or is set
   * forward over one.
   */
  readonly every: Scalars['Duration']['input'];
  /** Whose clock: an IANA name, `Europe/Berlin`. */
  readonly timeZone?: Scalars['String']['input'];
};

/** Compares a time. All members that are given must hold. */
export type TimeFilter = {
  /** At or after this moment. */
  readonly from?: InputMaybe<Scalars['DateTime']['input']>;
  /** Within this length of time before now; pages of one walk keep the now of the first. */
  readonly last?: InputMaybe<Scalars['Duration']['input']>;
  /** Before this moment. */
  readonly until?: InputMaybe<Scalars['DateTime']['input']>;
};

/** Order of a list of events. */
export type TimeOrder =
  /** By time, descending. */
  | 'NEWEST_FIRST'
  /** By time, ascending. */
  | 'OLDEST_FIRST';

/** Two moments. */
export type TimeRange = {
  /** The first moment. */
  readonly from: Scalars['DateTime']['input'];
  /** The moment after the last; later than `from`. */
  readonly until: Scalars['DateTime']['input'];
};

/** How many items the whole list has. */
export type TotalCount = {
  readonly __typename?: 'TotalCount';
  /** Whether that is all. */
  readonly relation: CountRelation;
  /** The number. */
  readonly value: Scalars['Int']['output'];
};

/** CAR unlock: the session's screen was unlocked. Its type and source are the session's, not the event's. */
export type UnlockEvent = Node & SessionEvent & {
  readonly __typename?: 'UnlockEvent';
  /** The account that `user` names, null without one. */
  readonly account?: Maybe<Account>;
  /** CAR action: always UNLOCK. */
  readonly action: SessionAction;
  /** The host that recorded it. */
  readonly host: Host;
  /** CAR hostname: the host, without the domain, in upper case: `HOST1`. */
  readonly hostname: Scalars['String']['output'];
  /** Opaque and stable: the same record always gets the same id. */
  readonly id: Scalars['ID']['output'];
  /** When Sessionscope stored it. */
  readonly ingestedAt: Scalars['DateTime']['output'];
  /** CAR login_id: the logon that the event is of: `0xf61f3` (CAR writes it 1008115). */
  readonly loginId?: Maybe<Scalars['LoginId']['output']>;
  /** The session that it belongs to; null for a failed login, an event without loginId, or a remote logout alone. */
  readonly session?: Maybe<Session>;
  /** What identifies the record at its source: `windows/security/48812`. */
  readonly sourceId?: Maybe<Scalars['String']['output']>;
  /** When it happened, by the host's clock. Events of one instant are in the order in which they happened. */
  readonly time: Scalars['DateTime']['output'];
  /** CAR uid: the user's id at its system: `S-1-5-18`, or `1000` on Linux (where it means another person on every host). */
  readonly uid?: Maybe<Scalars['String']['output']>;
  /** CAR user: as the source wrote it: `HOST1\LOCALUSER`. */
  readonly user?: Maybe<Scalars['String']['output']>;
  /** The domain part of `user`, first label, upper case: `THESHIRE` for THESHIRE\ana, theshire.local\ANA and ana@theshire.local. */
  readonly userDomain?: Maybe<Scalars['String']['output']>;
  /** The name part of `user`, lower case. */
  readonly userName?: Maybe<Scalars['String']['output']>;
};

/** A CAR unlock to record. */
export type UnlockEventInput = {
  /** CAR hostname: short or fully qualified, any case: `HOST1`. */
  readonly hostname: Scalars['String']['input'];
  /** CAR login_id: hex with 0x or decimal: `1008115`. Without it the event belongs to no session. */
  readonly loginId?: InputMaybe<Scalars['LoginId']['input']>;
  /** What identifies the record at its source, such as `windows/security/48812`. With it an event is recorded once by (hostname, time, action, sourceId), without it by all its fields. A number at its end orders events of one instant. */
  readonly sourceId?: InputMaybe<Scalars['String']['input']>;
  /** When it happened: RFC 3339 with an offset from UTC. */
  readonly time: Scalars['DateTime']['input'];
  /** CAR uid: a SID or the system's own id: `S-1-5-18`. */
  readonly uid?: InputMaybe<Scalars['String']['input']>;
  /** CAR user: `DOMAIN\name`, `name@domain.tld` or a plain name: `HOST1\LOCALUSER`. */
  readonly user?: InputMaybe<Scalars['String']['input']>;
};

/** A session that is open and not locked at a moment. The evidence is the event that it begins with and the UNLOCK since which it is not locked, if there is one. */
export type UnlockedAt = HuntMatch & {
  readonly __typename?: 'UnlockedAt';
  /** The events that prove it, oldest first. */
  readonly evidence: SessionEventConnection;
  /** Whether its host reported a LOCK of any session from the start of this one to the moment. When it did not, the match may mean only that nobody records locks there. */
  readonly hostLocks: Scalars['Boolean']['output'];
  /** The session; with `startReason` FIRST_SEEN it began earlier, and may be unlocked for longer. */
  readonly session: Session;
  /** How long it is not locked at the moment: `PT26H3M0.5S`. */
  readonly unlockedFor: Scalars['Duration']['output'];
  /** The same in seconds, exact to the microsecond. */
  readonly unlockedSeconds: Scalars['Float']['output'];
  /** Since when it is not locked. */
  readonly unlockedSince: Scalars['DateTime']['output'];
};


/** A session that is open and not locked at a moment. The evidence is the event that it begins with and the UNLOCK since which it is not locked, if there is one. */
export type UnlockedAtEvidenceArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
};

/** A page of what unlockedAt found. */
export type UnlockedAtConnection = HuntAnswer & {
  readonly __typename?: 'UnlockedAtConnection';
  /** What was asked: unlockedAt. */
  readonly analytic: Analytic;
  /** The matches with their cursors. */
  readonly edges: ReadonlyArray<UnlockedAtEdge>;
  /** The matches alone. */
  readonly nodes: ReadonlyArray<UnlockedAt>;
  /** How to page on. */
  readonly pageInfo: PageInfo;
  /** With which parameters. */
  readonly parameters: UnlockedAtParameters;
  /** How many matches there are in all; counted only when asked for. */
  readonly totalCount: TotalCount;
  /** True when there are more than 10,000 matches: only the first 10,000 are listed. `totalCount(mode: EXACT)` counts all of them. */
  readonly truncated: Scalars['Boolean']['output'];
};


/** A page of what unlockedAt found. */
export type UnlockedAtConnectionTotalCountArgs = {
  mode?: CountMode;
};

/** A match and its place in the list. */
export type UnlockedAtEdge = {
  readonly __typename?: 'UnlockedAtEdge';
  /** Opaque; valid with the same parameters. */
  readonly cursor: Scalars['String']['output'];
  /** The match. */
  readonly node: UnlockedAt;
};

/** Parameters of unlockedAt as they were used. */
export type UnlockedAtParameters = {
  readonly __typename?: 'UnlockedAtParameters';
  /** The moment. */
  readonly at: Scalars['DateTime']['output'];
  /** Whether noise is hidden. */
  readonly excludeNoise: Scalars['Boolean']['output'];
  /** The login types, null for all. */
  readonly loginTypes?: Maybe<ReadonlyArray<LoginType>>;
  /** The least time that a session is unlocked. */
  readonly minUnlocked: Scalars['Duration']['output'];
};

/** A remote desktop login from an unusual source. */
export type UnusualRdpSource = HuntMatch & {
  readonly __typename?: 'UnusualRdpSource';
  /** The events that prove it, oldest first. */
  readonly evidence: SessionEventConnection;
  /** The login. */
  readonly login: LoginEvent;
  /** All that is unusual about it. */
  readonly reasons: ReadonlyArray<UnusualSourceReason>;
};


/** A remote desktop login from an unusual source. */
export type UnusualRdpSourceEvidenceArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
};

/** A page of what unusualRdpSource found. */
export type UnusualRdpSourceConnection = HuntAnswer & {
  readonly __typename?: 'UnusualRdpSourceConnection';
  /** What was asked: unusualRdpSource. */
  readonly analytic: Analytic;
  /** The matches with their cursors. */
  readonly edges: ReadonlyArray<UnusualRdpSourceEdge>;
  /** The matches alone. */
  readonly nodes: ReadonlyArray<UnusualRdpSource>;
  /** How to page on. */
  readonly pageInfo: PageInfo;
  /** With which parameters. */
  readonly parameters: UnusualRdpSourceParameters;
  /** How many matches there are in all; counted only when asked for. */
  readonly totalCount: TotalCount;
  /** True when there are more than 10,000 matches: only the first 10,000 are listed. `totalCount(mode: EXACT)` counts all of them. */
  readonly truncated: Scalars['Boolean']['output'];
};


/** A page of what unusualRdpSource found. */
export type UnusualRdpSourceConnectionTotalCountArgs = {
  mode?: CountMode;
};

/** A match and its place in the list. */
export type UnusualRdpSourceEdge = {
  readonly __typename?: 'UnusualRdpSourceEdge';
  /** Opaque; valid with the same parameters. */
  readonly cursor: Scalars['String']['output'];
  /** The match. */
  readonly node: UnusualRdpSource;
};

/** Parameters of unusualRdpSource as they were used. */
export type UnusualRdpSourceParameters = {
  readonly __typename?: 'UnusualRdpSourceParameters';
  /** The networks that are never unusual, null when there are none. */
  readonly approvedSources?: Maybe<ReadonlyArray<Scalars['CIDR']['output']>>;
  /** Whether noise is hidden. */
  readonly excludeNoise: Scalars['Boolean']['output'];
  /** How far back from the range a source may have been seen. */
  readonly lookback: Scalars['Duration']['output'];
  /** The range. */
  readonly range: Period;
};

/** Why a source is unusual. */
export type UnusualSourceReason =
  /** The host itself, as through a tunnel. */
  | 'LOOPBACK'
  /** The user did not come to the host from it by RDP in the time before; a user who is not known never did. */
  | 'NOT_SEEN'
  /** Neither private nor the host itself: remote desktops from the internet. */
  | 'PUBLIC';

/** Compares a user in any case. `ana` is that name in any domain; `THESHIRE\\ana` and `ana@theshire.local` only the one of that domain. */
export type UserFilter = {
  /** The name contains this; `THESHIRE\a` looks in that domain only. Walks the list, so bound the time. */
  readonly contains?: InputMaybe<Scalars['String']['input']>;
  /** Is this user. */
  readonly eq?: InputMaybe<Scalars['String']['input']>;
  /** Is one of these, at most 1,000. */
  readonly in?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  /** True finds events without a user, false those with one. */
  readonly isNull?: InputMaybe<Scalars['Boolean']['input']>;
  /** The name begins with this; `THESHIRE\a` looks in that domain only. */
  readonly startsWith?: InputMaybe<Scalars['String']['input']>;
};

/** A day of the week. */
export type Weekday =
  /** The fifth. */
  | 'FRIDAY'
  /** The first day of the week. */
  | 'MONDAY'
  /** The sixth. */
  | 'SATURDAY'
  /** The last. */
  | 'SUNDAY'
  /** The fourth. */
  | 'THURSDAY'
  /** The second. */
  | 'TUESDAY'
  /** The third. */
  | 'WEDNESDAY';



export type ResolverTypeWrapper<T> = Promise<T> | T;


export type ResolverWithResolve<TResult, TParent, TContext, TArgs> = {
  resolve: ResolverFn<TResult, TParent, TContext, TArgs>;
};
export type Resolver<TResult, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> = ResolverFn<TResult, TParent, TContext, TArgs> | ResolverWithResolve<TResult, TParent, TContext, TArgs>;

export type ResolverFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => Promise<TResult> | TResult;

export type SubscriptionSubscribeFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => AsyncIterable<TResult> | Promise<AsyncIterable<TResult>>;

export type SubscriptionResolveFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => TResult | Promise<TResult>;

export interface SubscriptionSubscriberObject<TResult, TKey extends string, TParent, TContext, TArgs> {
  subscribe: SubscriptionSubscribeFn<{ [key in TKey]: TResult }, TParent, TContext, TArgs>;
  resolve?: SubscriptionResolveFn<TResult, { [key in TKey]: TResult }, TContext, TArgs>;
}

export interface SubscriptionResolverObject<TResult, TParent, TContext, TArgs> {
  subscribe: SubscriptionSubscribeFn<any, TParent, TContext, TArgs>;
  resolve: SubscriptionResolveFn<TResult, any, TContext, TArgs>;
}

export type SubscriptionObject<TResult, TKey extends string, TParent, TContext, TArgs> =
  | SubscriptionSubscriberObject<TResult, TKey, TParent, TContext, TArgs>
  | SubscriptionResolverObject<TResult, TParent, TContext, TArgs>;

export type SubscriptionResolver<TResult, TKey extends string, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> =
  | ((...args: any[]) => SubscriptionObject<TResult, TKey, TParent, TContext, TArgs>)
  | SubscriptionObject<TResult, TKey, TParent, TContext, TArgs>;

export type TypeResolveFn<TTypes, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>> = (
  parent: TParent,
  context: TContext,
  info: GraphQLResolveInfo
) => Maybe<TTypes> | Promise<Maybe<TTypes>>;

export type IsTypeOfResolverFn<T = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>> = (obj: T, context: TContext, info: GraphQLResolveInfo) => boolean | Promise<boolean>;

export type NextResolverFn<T> = () => Promise<T>;

export type DirectiveResolverFn<TResult = Record<PropertyKey, never>, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> = (
  next: NextResolverFn<TResult>,
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => TResult | Promise<TResult>;




/** Mapping of interface types */
export type ResolversInterfaceTypes<_RefType extends Record<string, unknown>> = {
  HuntAnswer:
    | ( BruteForceThenSuccessPage )
    | ( ConcurrentSessionsPage )
    | ( FirstSeenPage )
    | ( LateralPathsPage )
    | ( LocalAccountLoginsPage )
    | ( LoginActivityPage )
    | ( LoginsSincePage )
    | ( LongSessionsPage )
    | ( MultiHostLoginsPage )
    | ( NeverLockedPage )
    | ( OffHoursPage )
    | ( OrphansPage )
    | ( PasswordSprayPage )
    | ( ReconnectFromNewSourcePage )
    | ( ReconnectWithoutLoginPage )
    | ( RemoteDesktopLoginsPage )
    | ( SimultaneousLoginsPage )
    | ( UnlockedAtPage )
    | ( UnusualRdpSourcePage )
  ;
  HuntMatch:
    | ( BruteForceThenSuccessModel )
    | ( ConcurrentSessionsModel )
    | ( FirstSeenModel )
    | ( LateralPathsModel )
    | ( LocalAccountLoginsModel )
    | ( LoginActivityModel )
    | ( LoginsSinceModel )
    | ( LongSessionsModel )
    | ( MultiHostLoginsModel )
    | ( NeverLockedModel )
    | ( OffHoursModel )
    | ( OrphansModel )
    | ( PasswordSprayModel )
    | ( ReconnectFromNewSourceModel )
    | ( ReconnectWithoutLoginModel )
    | ( RemoteDesktopLoginsModel )
    | ( SimultaneousLoginsModel )
    | ( UnlockedAtModel )
    | ( UnusualRdpSourceModel )
  ;
  Node:
    | ( AccountModel )
    | ( HostKey )
    | ( LockEventModel )
    | ( LoginEventModel )
    | ( LogoutEventModel )
    | ( ReconnectEventModel )
    | ( StoredSession )
    | ( UnlockEventModel )
  ;
  RemoteCapableEvent:
    | ( LoginEventModel )
    | ( LogoutEventModel )
    | ( ReconnectEventModel )
  ;
  SessionEvent:
    | ( LockEventModel )
    | ( LoginEventModel )
    | ( LogoutEventModel )
    | ( ReconnectEventModel )
    | ( UnlockEventModel )
  ;
};

/** Mapping between all available schema types and the resolvers types */
export type ResolversTypes = {
  Account: ResolverTypeWrapper<AccountModel>;
  AccountConnection: ResolverTypeWrapper<AccountPage>;
  AccountEdge: ResolverTypeWrapper<AccountEdgeModel>;
  AccountFilter: AccountFilter;
  Analytic: ResolverTypeWrapper<Analytic>;
  AttackTechnique: ResolverTypeWrapper<AttackTechnique>;
  AuditEntry: ResolverTypeWrapper<AuditEntryModel>;
  AuditEntryConnection: ResolverTypeWrapper<AuditPage>;
  AuditEntryEdge: ResolverTypeWrapper<AuditEdge>;
  AuditFilter: AuditFilter;
  AuditOperationType: AuditOperationType;
  AuditOutcome: AuditOutcome;
  BaselineCoverage: BaselineCoverage;
  Boolean: ResolverTypeWrapper<Scalars['Boolean']['output']>;
  BooleanFilter: BooleanFilter;
  BruteForceKey: BruteForceKey;
  BruteForceThenSuccess: ResolverTypeWrapper<BruteForceThenSuccessModel>;
  BruteForceThenSuccessConnection: ResolverTypeWrapper<BruteForceThenSuccessPage>;
  BruteForceThenSuccessEdge: ResolverTypeWrapper<BruteForceThenSuccessEdgeModel>;
  BruteForceThenSuccessParameters: ResolverTypeWrapper<BruteForceThenSuccessParameters>;
  CIDR: ResolverTypeWrapper<Scalars['CIDR']['output']>;
  CallerKind: CallerKind;
  Car: ResolverTypeWrapper<Record<never, never>>;
  ConcurrencyKey: ConcurrencyKey;
  ConcurrencyTrait: ConcurrencyTrait;
  ConcurrentSessions: ResolverTypeWrapper<ConcurrentSessionsModel>;
  ConcurrentSessionsConnection: ResolverTypeWrapper<ConcurrentSessionsPage>;
  ConcurrentSessionsEdge: ResolverTypeWrapper<ConcurrentSessionsEdgeModel>;
  ConcurrentSessionsParameters: ResolverTypeWrapper<ConcurrentSessionsParameters>;
  CountFilter: CountFilter;
  CountMode: CountMode;
  CountRelation: CountRelation;
  Coverage: Coverage;
  DateTime: ResolverTypeWrapper<Scalars['DateTime']['output']>;
  Duration: ResolverTypeWrapper<Scalars['Duration']['output']>;
  DurationFilter: DurationFilter;
  DurationPercentiles: ResolverTypeWrapper<DurationPercentiles>;
  EventDimension: EventDimension;
  EventStats: ResolverTypeWrapper<EventStatsModel>;
  EventStatsBucket: ResolverTypeWrapper<EventStatsBucketModel>;
  EventStatsGroup: ResolverTypeWrapper<EventStatsGroupModel>;
  EventStatsHaving: EventStatsHaving;
  EventStatsKey: ResolverTypeWrapper<EventStatsKeyModel>;
  EventStatsOrder: EventStatsOrder;
  EventStatsOrderField: EventStatsOrderField;
  ExcludedUser: ResolverTypeWrapper<TopUser>;
  FirstSeen: ResolverTypeWrapper<FirstSeenModel>;
  FirstSeenConnection: ResolverTypeWrapper<FirstSeenPage>;
  FirstSeenEdge: ResolverTypeWrapper<FirstSeenEdgeModel>;
  FirstSeenParameters: ResolverTypeWrapper<FirstSeenParameters>;
  Float: ResolverTypeWrapper<Scalars['Float']['output']>;
  Host: ResolverTypeWrapper<HostKey>;
  HostConnection: ResolverTypeWrapper<HostPage>;
  HostEdge: ResolverTypeWrapper<HostEdgeModel>;
  HostFilter: HostFilter;
  HostStart: ResolverTypeWrapper<NewHostStart>;
  HostStartConnection: ResolverTypeWrapper<HostStartPage>;
  HostStartEdge: ResolverTypeWrapper<HostStartEdgeModel>;
  HostStartFilter: HostStartFilter;
  HostStartInput: HostStartInput;
  HuntAnswer: ResolverTypeWrapper<ResolversInterfaceTypes<ResolversTypes>['HuntAnswer']>;
  HuntMatch: ResolverTypeWrapper<ResolversInterfaceTypes<ResolversTypes>['HuntMatch']>;
  Hunts: ResolverTypeWrapper<Record<never, never>>;
  ID: ResolverTypeWrapper<Scalars['ID']['output']>;
  IPAddress: ResolverTypeWrapper<Scalars['IPAddress']['output']>;
  IPAddressFilter: IpAddressFilter;
  IngestHostStartsPayload: ResolverTypeWrapper<IngestHostStartsPayload>;
  IngestNote: ResolverTypeWrapper<IngestNote>;
  IngestNoteCode: IngestNoteCode;
  IngestResult: ResolverTypeWrapper<IngestResult>;
  IngestSessionEventsPayload: ResolverTypeWrapper<IngestSessionEventsPayload>;
  IngestStatus: IngestStatus;
  InputError: ResolverTypeWrapper<InputError>;
  InputErrorCode: InputErrorCode;
  Int: ResolverTypeWrapper<Scalars['Int']['output']>;
  LateralContainment: LateralContainment;
  LateralEnd: LateralEnd;
  LateralEndUsed: ResolverTypeWrapper<LateralEndUsed>;
  LateralGraph: ResolverTypeWrapper<LateralGraphModel>;
  LateralGraphEdge: ResolverTypeWrapper<LateralGraphEdge>;
  LateralGraphNode: ResolverTypeWrapper<GraphNode>;
  LateralHop: ResolverTypeWrapper<Hop>;
  LateralPaths: ResolverTypeWrapper<LateralPathsModel>;
  LateralPathsConnection: ResolverTypeWrapper<LateralPathsPage>;
  LateralPathsEdge: ResolverTypeWrapper<LateralPathsEdgeModel>;
  LateralPathsParameters: ResolverTypeWrapper<LateralPathsParameters>;
  LocalAccountLogins: ResolverTypeWrapper<LocalAccountLoginsModel>;
  LocalAccountLoginsConnection: ResolverTypeWrapper<LocalAccountLoginsPage>;
  LocalAccountLoginsEdge: ResolverTypeWrapper<LocalAccountLoginsEdgeModel>;
  LocalAccountLoginsParameters: ResolverTypeWrapper<LocalAccountLoginsParameters>;
  LockEvent: ResolverTypeWrapper<LockEventModel>;
  LockEventInput: LockEventInput;
  LoggedOn: ResolverTypeWrapper<LoggedOnModel>;
  LoggedOnAccount: ResolverTypeWrapper<LoggedOnAccountModel>;
  LoginActivity: ResolverTypeWrapper<LoginActivityModel>;
  LoginActivityConnection: ResolverTypeWrapper<LoginActivityPage>;
  LoginActivityEdge: ResolverTypeWrapper<LoginActivityEdgeModel>;
  LoginActivityParameters: ResolverTypeWrapper<LoginActivityParameters>;
  LoginEvent: ResolverTypeWrapper<LoginEventModel>;
  LoginEventInput: LoginEventInput;
  LoginId: ResolverTypeWrapper<Scalars['LoginId']['output']>;
  LoginIdFilter: LoginIdFilter;
  LoginOutcome: LoginOutcome;
  LoginType: LoginType;
  LoginTypeFilter: LoginTypeFilter;
  LoginsSince: ResolverTypeWrapper<LoginsSinceModel>;
  LoginsSinceConnection: ResolverTypeWrapper<LoginsSincePage>;
  LoginsSinceEdge: ResolverTypeWrapper<LoginsSinceEdgeModel>;
  LoginsSinceParameters: ResolverTypeWrapper<LoginsSinceParameters>;
  LogoutEvent: ResolverTypeWrapper<LogoutEventModel>;
  LogoutEventInput: LogoutEventInput;
  LongSessions: ResolverTypeWrapper<LongSessionsModel>;
  LongSessionsConnection: ResolverTypeWrapper<LongSessionsPage>;
  LongSessionsEdge: ResolverTypeWrapper<LongSessionsEdgeModel>;
  LongSessionsParameters: ResolverTypeWrapper<LongSessionsParameters>;
  MultiHostLogins: ResolverTypeWrapper<MultiHostLoginsModel>;
  MultiHostLoginsConnection: ResolverTypeWrapper<MultiHostLoginsPage>;
  MultiHostLoginsEdge: ResolverTypeWrapper<MultiHostLoginsEdgeModel>;
  MultiHostLoginsHost: ResolverTypeWrapper<HostOfLogins>;
  MultiHostLoginsParameters: ResolverTypeWrapper<MultiHostLoginsParameters>;
  Mutation: ResolverTypeWrapper<Record<PropertyKey, never>>;
  NeverLocked: ResolverTypeWrapper<NeverLockedModel>;
  NeverLockedConnection: ResolverTypeWrapper<NeverLockedPage>;
  NeverLockedEdge: ResolverTypeWrapper<NeverLockedEdgeModel>;
  NeverLockedParameters: ResolverTypeWrapper<NeverLockedParameters>;
  Node: ResolverTypeWrapper<ResolversInterfaceTypes<ResolversTypes>['Node']>;
  OffHours: ResolverTypeWrapper<OffHoursModel>;
  OffHoursConnection: ResolverTypeWrapper<OffHoursPage>;
  OffHoursEdge: ResolverTypeWrapper<OffHoursEdgeModel>;
  OffHoursParameters: ResolverTypeWrapper<OffHoursParameters>;
  OpenHours: ResolverTypeWrapper<OpenHours>;
  OpenHoursInput: OpenHoursInput;
  OrderDirection: OrderDirection;
  OrphanRate: ResolverTypeWrapper<OrphanRateModel>;
  OrphanReason: OrphanReason;
  Orphans: ResolverTypeWrapper<OrphansModel>;
  OrphansConnection: ResolverTypeWrapper<OrphansPage>;
  OrphansEdge: ResolverTypeWrapper<OrphansEdgeModel>;
  OrphansParameters: ResolverTypeWrapper<OrphansParameters>;
  Overview: ResolverTypeWrapper<Record<never, never>>;
  PageInfo: ResolverTypeWrapper<PageEnds>;
  PasswordSpray: ResolverTypeWrapper<PasswordSprayModel>;
  PasswordSprayConnection: ResolverTypeWrapper<PasswordSprayPage>;
  PasswordSprayEdge: ResolverTypeWrapper<PasswordSprayEdgeModel>;
  PasswordSprayParameters: ResolverTypeWrapper<PasswordSprayParameters>;
  Period: ResolverTypeWrapper<Period>;
  Port: ResolverTypeWrapper<Scalars['Port']['output']>;
  PortFilter: PortFilter;
  Query: ResolverTypeWrapper<Record<PropertyKey, never>>;
  ReconnectEvent: ResolverTypeWrapper<ReconnectEventModel>;
  ReconnectEventInput: ReconnectEventInput;
  ReconnectFromNewSource: ResolverTypeWrapper<ReconnectFromNewSourceModel>;
  ReconnectFromNewSourceConnection: ResolverTypeWrapper<ReconnectFromNewSourcePage>;
  ReconnectFromNewSourceEdge: ResolverTypeWrapper<ReconnectFromNewSourceEdgeModel>;
  ReconnectFromNewSourceParameters: ResolverTypeWrapper<ReconnectFromNewSourceParameters>;
  ReconnectWithoutLogin: ResolverTypeWrapper<ReconnectWithoutLoginModel>;
  ReconnectWithoutLoginConnection: ResolverTypeWrapper<ReconnectWithoutLoginPage>;
  ReconnectWithoutLoginEdge: ResolverTypeWrapper<ReconnectWithoutLoginEdgeModel>;
  ReconnectWithoutLoginParameters: ResolverTypeWrapper<ReconnectWithoutLoginParameters>;
  RemoteCapableEvent: ResolverTypeWrapper<ResolversInterfaceTypes<ResolversTypes>['RemoteCapableEvent']>;
  RemoteDesktopLogins: ResolverTypeWrapper<RemoteDesktopLoginsModel>;
  RemoteDesktopLoginsConnection: ResolverTypeWrapper<RemoteDesktopLoginsPage>;
  RemoteDesktopLoginsEdge: ResolverTypeWrapper<RemoteDesktopLoginsEdgeModel>;
  RemoteDesktopLoginsParameters: ResolverTypeWrapper<RemoteDesktopLoginsParameters>;
  SeenTrait: SeenTrait;
  Session: ResolverTypeWrapper<StoredSession>;
  SessionAction: SessionAction;
  SessionActionFilter: SessionActionFilter;
  SessionConnection: ResolverTypeWrapper<SessionPage>;
  SessionDimension: SessionDimension;
  SessionEdge: ResolverTypeWrapper<SessionEdgeModel>;
  SessionEndReason: SessionEndReason;
  SessionEndReasonFilter: SessionEndReasonFilter;
  SessionEvent: ResolverTypeWrapper<ResolversInterfaceTypes<ResolversTypes>['SessionEvent']>;
  SessionEventConnection: ResolverTypeWrapper<EventPage>;
  SessionEventEdge: ResolverTypeWrapper<EventEdge>;
  SessionEventFilter: SessionEventFilter;
  SessionEventInput: SessionEventInput;
  SessionFilter: SessionFilter;
  SessionOrder: SessionOrder;
  SessionOrderField: SessionOrderField;
  SessionSharing: SessionSharing;
  SessionStartReason: SessionStartReason;
  SessionStartReasonFilter: SessionStartReasonFilter;
  SessionState: SessionState;
  SessionStats: ResolverTypeWrapper<SessionStatsModel>;
  SessionStatsBucket: ResolverTypeWrapper<SessionStatsBucketModel>;
  SessionStatsGroup: ResolverTypeWrapper<SessionStatsGroupModel>;
  SessionStatsHaving: SessionStatsHaving;
  SessionStatsKey: ResolverTypeWrapper<SessionStatsKeyModel>;
  SessionStatsOrder: SessionStatsOrder;
  SessionStatsOrderField: SessionStatsOrderField;
  SimultaneityMode: SimultaneityMode;
  SimultaneousLogins: ResolverTypeWrapper<SimultaneousLoginsModel>;
  SimultaneousLoginsConnection: ResolverTypeWrapper<SimultaneousLoginsPage>;
  SimultaneousLoginsEdge: ResolverTypeWrapper<SimultaneousLoginsEdgeModel>;
  SimultaneousLoginsParameters: ResolverTypeWrapper<SimultaneousLoginsParameters>;
  SprayKey: SprayKey;
  String: ResolverTypeWrapper<Scalars['String']['output']>;
  TextFilter: TextFilter;
  TimeBucketInput: TimeBucketInput;
  TimeFilter: TimeFilter;
  TimeOrder: TimeOrder;
  TimeRange: TimeRange;
  TotalCount: ResolverTypeWrapper<TotalCount>;
  UnlockEvent: ResolverTypeWrapper<UnlockEventModel>;
  UnlockEventInput: UnlockEventInput;
  UnlockedAt: ResolverTypeWrapper<UnlockedAtModel>;
  UnlockedAtConnection: ResolverTypeWrapper<UnlockedAtPage>;
  UnlockedAtEdge: ResolverTypeWrapper<UnlockedAtEdgeModel>;
  UnlockedAtParameters: ResolverTypeWrapper<UnlockedAtParameters>;
  UnusualRdpSource: ResolverTypeWrapper<UnusualRdpSourceModel>;
  UnusualRdpSourceConnection: ResolverTypeWrapper<UnusualRdpSourcePage>;
  UnusualRdpSourceEdge: ResolverTypeWrapper<UnusualRdpSourceEdgeModel>;
  UnusualRdpSourceParameters: ResolverTypeWrapper<UnusualRdpSourceParameters>;
  UnusualSourceReason: UnusualSourceReason;
  UserFilter: UserFilter;
  Weekday: Weekday;
};

/** Mapping between all available schema types and the resolvers parents */
export type ResolversParentTypes = {
  Account: AccountModel;
  AccountConnection: AccountPage;
  AccountEdge: AccountEdgeModel;
  AccountFilter: AccountFilter;
  Analytic: Analytic;
  AttackTechnique: AttackTechnique;
  AuditEntry: AuditEntryModel;
  AuditEntryConnection: AuditPage;
  AuditEntryEdge: AuditEdge;
  AuditFilter: AuditFilter;
  Boolean: Scalars['Boolean']['output'];
  BooleanFilter: BooleanFilter;
  BruteForceThenSuccess: BruteForceThenSuccessModel;
  BruteForceThenSuccessConnection: BruteForceThenSuccessPage;
  BruteForceThenSuccessEdge: BruteForceThenSuccessEdgeModel;
  BruteForceThenSuccessParameters: BruteForceThenSuccessParameters;
  CIDR: Scalars['CIDR']['output'];
  Car: Record<never, never>;
  ConcurrentSessions: ConcurrentSessionsModel;
  ConcurrentSessionsConnection: ConcurrentSessionsPage;
  ConcurrentSessionsEdge: ConcurrentSessionsEdgeModel;
  ConcurrentSessionsParameters: ConcurrentSessionsParameters;
  CountFilter: CountFilter;
  DateTime: Scalars['DateTime']['output'];
  Duration: Scalars['Duration']['output'];
  DurationFilter: DurationFilter;
  DurationPercentiles: DurationPercentiles;
  EventStats: EventStatsModel;
  EventStatsBucket: EventStatsBucketModel;
  EventStatsGroup: EventStatsGroupModel;
  EventStatsHaving: EventStatsHaving;
  EventStatsKey: EventStatsKeyModel;
  EventStatsOrder: EventStatsOrder;
  ExcludedUser: TopUser;
  FirstSeen: FirstSeenModel;
  FirstSeenConnection: FirstSeenPage;
  FirstSeenEdge: FirstSeenEdgeModel;
  FirstSeenParameters: FirstSeenParameters;
  Float: Scalars['Float']['output'];
  Host: HostKey;
  HostConnection: HostPage;
  HostEdge: HostEdgeModel;
  HostFilter: HostFilter;
  HostStart: NewHostStart;
  HostStartConnection: HostStartPage;
  HostStartEdge: HostStartEdgeModel;
  HostStartFilter: HostStartFilter;
  HostStartInput: HostStartInput;
  HuntAnswer: ResolversInterfaceTypes<ResolversParentTypes>['HuntAnswer'];
  HuntMatch: ResolversInterfaceTypes<ResolversParentTypes>['HuntMatch'];
  Hunts: Record<never, never>;
  ID: Scalars['ID']['output'];
  IPAddress: Scalars['IPAddress']['output'];
  IPAddressFilter: IpAddressFilter;
  IngestHostStartsPayload: IngestHostStartsPayload;
  IngestNote: IngestNote;
  IngestResult: IngestResult;
  IngestSessionEventsPayload: IngestSessionEventsPayload;
  InputError: InputError;
  Int: Scalars['Int']['output'];
  LateralEnd: LateralEnd;
  LateralEndUsed: LateralEndUsed;
  LateralGraph: LateralGraphModel;
  LateralGraphEdge: LateralGraphEdge;
  LateralGraphNode: GraphNode;
  LateralHop: Hop;
  LateralPaths: LateralPathsModel;
  LateralPathsConnection: LateralPathsPage;
  LateralPathsEdge: LateralPathsEdgeModel;
  LateralPathsParameters: LateralPathsParameters;
  LocalAccountLogins: LocalAccountLoginsModel;
  LocalAccountLoginsConnection: LocalAccountLoginsPage;
  LocalAccountLoginsEdge: LocalAccountLoginsEdgeModel;
  LocalAccountLoginsParameters: LocalAccountLoginsParameters;
  LockEvent: LockEventModel;
  LockEventInput: LockEventInput;
  LoggedOn: LoggedOnModel;
  LoggedOnAccount: LoggedOnAccountModel;
  LoginActivity: LoginActivityModel;
  LoginActivityConnection: LoginActivityPage;
  LoginActivityEdge: LoginActivityEdgeModel;
  LoginActivityParameters: LoginActivityParameters;
  LoginEvent: LoginEventModel;
  LoginEventInput: LoginEventInput;
  LoginId: Scalars['LoginId']['output'];
  LoginIdFilter: LoginIdFilter;
  LoginTypeFilter: LoginTypeFilter;
  LoginsSince: LoginsSinceModel;
  LoginsSinceConnection: LoginsSincePage;
  LoginsSinceEdge: LoginsSinceEdgeModel;
  LoginsSinceParameters: LoginsSinceParameters;
  LogoutEvent: LogoutEventModel;
  LogoutEventInput: LogoutEventInput;
  LongSessions: LongSessionsModel;
  LongSessionsConnection: LongSessionsPage;
  LongSessionsEdge: LongSessionsEdgeModel;
  LongSessionsParameters: LongSessionsParameters;
  MultiHostLogins: MultiHostLoginsModel;
  MultiHostLoginsConnection: MultiHostLoginsPage;
  MultiHostLoginsEdge: MultiHostLoginsEdgeModel;
  MultiHostLoginsHost: HostOfLogins;
  MultiHostLoginsParameters: MultiHostLoginsParameters;
  Mutation: Record<PropertyKey, never>;
  NeverLocked: NeverLockedModel;
  NeverLockedConnection: NeverLockedPage;
  NeverLockedEdge: NeverLockedEdgeModel;
  NeverLockedParameters: NeverLockedParameters;
  Node: ResolversInterfaceTypes<ResolversParentTypes>['Node'];
  OffHours: OffHoursModel;
  OffHoursConnection: OffHoursPage;
  OffHoursEdge: OffHoursEdgeModel;
  OffHoursParameters: OffHoursParameters;
  OpenHours: OpenHours;
  OpenHoursInput: OpenHoursInput;
  OrphanRate: OrphanRateModel;
  Orphans: OrphansModel;
  OrphansConnection: OrphansPage;
  OrphansEdge: OrphansEdgeModel;
  OrphansParameters: OrphansParameters;
  Overview: Record<never, never>;
  PageInfo: PageEnds;
  PasswordSpray: PasswordSprayModel;
  PasswordSprayConnection: PasswordSprayPage;
  PasswordSprayEdge: PasswordSprayEdgeModel;
  PasswordSprayParameters: PasswordSprayParameters;
  Period: Period;
  Port: Scalars['Port']['output'];
  PortFilter: PortFilter;
  Query: Record<PropertyKey, never>;
  ReconnectEvent: ReconnectEventModel;
  ReconnectEventInput: ReconnectEventInput;
  ReconnectFromNewSource: ReconnectFromNewSourceModel;
  ReconnectFromNewSourceConnection: ReconnectFromNewSourcePage;
  ReconnectFromNewSourceEdge: ReconnectFromNewSourceEdgeModel;
  ReconnectFromNewSourceParameters: ReconnectFromNewSourceParameters;
  ReconnectWithoutLogin: ReconnectWithoutLoginModel;
  ReconnectWithoutLoginConnection: ReconnectWithoutLoginPage;
  ReconnectWithoutLoginEdge: ReconnectWithoutLoginEdgeModel;
  ReconnectWithoutLoginParameters: ReconnectWithoutLoginParameters;
  RemoteCapableEvent: ResolversInterfaceTypes<ResolversParentTypes>['RemoteCapableEvent'];
  RemoteDesktopLogins: RemoteDesktopLoginsModel;
  RemoteDesktopLoginsConnection: RemoteDesktopLoginsPage;
  RemoteDesktopLoginsEdge: RemoteDesktopLoginsEdgeModel;
  RemoteDesktopLoginsParameters: RemoteDesktopLoginsParameters;
  Session: StoredSession;
  SessionActionFilter: SessionActionFilter;
  SessionConnection: SessionPage;
  SessionEdge: SessionEdgeModel;
  SessionEndReasonFilter: SessionEndReasonFilter;
  SessionEvent: ResolversInterfaceTypes<ResolversParentTypes>['SessionEvent'];
  SessionEventConnection: EventPage;
  SessionEventEdge: EventEdge;
  SessionEventFilter: SessionEventFilter;
  SessionEventInput: SessionEventInput;
  SessionFilter: SessionFilter;
  SessionOrder: SessionOrder;
  SessionStartReasonFilter: SessionStartReasonFilter;
  SessionStats: SessionStatsModel;
  SessionStatsBucket: SessionStatsBucketModel;
  SessionStatsGroup: SessionStatsGroupModel;
  SessionStatsHaving: SessionStatsHaving;
  SessionStatsKey: SessionStatsKeyModel;
  SessionStatsOrder: SessionStatsOrder;
  SimultaneousLogins: SimultaneousLoginsModel;
  SimultaneousLoginsConnection: SimultaneousLoginsPage;
  SimultaneousLoginsEdge: SimultaneousLoginsEdgeModel;
  SimultaneousLoginsParameters: SimultaneousLoginsParameters;
  String: Scalars['String']['output'];
  TextFilter: TextFilter;
  TimeBucketInput: TimeBucketInput;
  TimeFilter: TimeFilter;
  TimeRange: TimeRange;
  TotalCount: TotalCount;
  UnlockEvent: UnlockEventModel;
  UnlockEventInput: UnlockEventInput;
  UnlockedAt: UnlockedAtModel;
  UnlockedAtConnection: UnlockedAtPage;
  UnlockedAtEdge: UnlockedAtEdgeModel;
  UnlockedAtParameters: UnlockedAtParameters;
  UnusualRdpSource: UnusualRdpSourceModel;
  UnusualRdpSourceConnection: UnusualRdpSourcePage;
  UnusualRdpSourceEdge: UnusualRdpSourceEdgeModel;
  UnusualRdpSourceParameters: UnusualRdpSourceParameters;
  UserFilter: UserFilter;
};

export type AccountResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['Account'] = ResolversParentTypes['Account']> = {
  events?: Resolver<ResolversTypes['SessionEventConnection'], ParentType, ContextType, RequireFields<AccountEventsArgs, 'order'>>;
  firstSeenAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  lastLogin?: Resolver<Maybe<ResolversTypes['LoginEvent']>, ParentType, ContextType>;
  lastSeenAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  sessions?: Resolver<ResolversTypes['SessionConnection'], ParentType, ContextType, RequireFields<AccountSessionsArgs, 'order'>>;
  user?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  userDomain?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  userName?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type AccountConnectionResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['AccountConnection'] = ResolversParentTypes['AccountConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['AccountEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['Account']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['TotalCount'], ParentType, ContextType, RequireFields<AccountConnectionTotalCountArgs, 'mode'>>;
};

export type AccountEdgeResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['AccountEdge'] = ResolversParentTypes['AccountEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Account'], ParentType, ContextType>;
};

export type AnalyticResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['Analytic'] = ResolversParentTypes['Analytic']> = {
  attackTechniques?: Resolver<ReadonlyArray<ResolversTypes['AttackTechnique']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  title?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  url?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type AttackTechniqueResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['AttackTechnique'] = ResolversParentTypes['AttackTechnique']> = {
  id?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  url?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type AuditEntryResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['AuditEntry'] = ResolversParentTypes['AuditEntry']> = {
  accepted?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  address?: Resolver<Maybe<ResolversTypes['IPAddress']>, ParentType, ContextType>;
  callerKind?: Resolver<ResolversTypes['CallerKind'], ParentType, ContextType>;
  callerName?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  cost?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  documentHash?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  duplicates?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  durationMs?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  errorCodes?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  keyId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  operationName?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  operationType?: Resolver<Maybe<ResolversTypes['AuditOperationType']>, ParentType, ContextType>;
  outcome?: Resolver<ResolversTypes['AuditOutcome'], ParentType, ContextType>;
  rejected?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  requestId?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  rootFields?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  rows?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  time?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  variablesHash?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type AuditEntryConnectionResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['AuditEntryConnection'] = ResolversParentTypes['AuditEntryConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['AuditEntryEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['AuditEntry']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['TotalCount'], ParentType, ContextType, RequireFields<AuditEntryConnectionTotalCountArgs, 'mode'>>;
};

export type AuditEntryEdgeResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['AuditEntryEdge'] = ResolversParentTypes['AuditEntryEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['AuditEntry'], ParentType, ContextType>;
};

export type BruteForceThenSuccessResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['BruteForceThenSuccess'] = ResolversParentTypes['BruteForceThenSuccess']> = {
  account?: Resolver<Maybe<ResolversTypes['Account']>, ParentType, ContextType>;
  distinctUsersTried?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  evidence?: Resolver<ResolversTypes['SessionEventConnection'], ParentType, ContextType, Partial<BruteForceThenSuccessEvidenceArgs>>;
  failureCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  firstFailureAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  host?: Resolver<Maybe<ResolversTypes['Host']>, ParentType, ContextType>;
  srcIp?: Resolver<Maybe<ResolversTypes['IPAddress']>, ParentType, ContextType>;
  succeededAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  success?: Resolver<Maybe<ResolversTypes['LoginEvent']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type BruteForceThenSuccessConnectionResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['BruteForceThenSuccessConnection'] = ResolversParentTypes['BruteForceThenSuccessConnection']> = {
  analytic?: Resolver<ResolversTypes['Analytic'], ParentType, ContextType>;
  edges?: Resolver<ReadonlyArray<ResolversTypes['BruteForceThenSuccessEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['BruteForceThenSuccess']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  parameters?: Resolver<ResolversTypes['BruteForceThenSuccessParameters'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['TotalCount'], ParentType, ContextType, RequireFields<BruteForceThenSuccessConnectionTotalCountArgs, 'mode'>>;
  truncated?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type BruteForceThenSuccessEdgeResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['BruteForceThenSuccessEdge'] = ResolversParentTypes['BruteForceThenSuccessEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['BruteForceThenSuccess'], ParentType, ContextType>;
};

export type BruteForceThenSuccessParametersResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['BruteForceThenSuccessParameters'] = ResolversParentTypes['BruteForceThenSuccessParameters']> = {
  excludeNoise?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  key?: Resolver<ResolversTypes['BruteForceKey'], ParentType, ContextType>;
  minFailures?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  range?: Resolver<ResolversTypes['Period'], ParentType, ContextType>;
  window?: Resolver<ResolversTypes['Duration'], ParentType, ContextType>;
};

export interface CidrScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['CIDR'], any> {
  name: 'CIDR';
}

export type CarResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['Car'] = ResolversParentTypes['Car']> = {
  localAccountLogins?: Resolver<Maybe<ResolversTypes['LocalAccountLoginsConnection']>, ParentType, ContextType, RequireFields<CarLocalAccountLoginsArgs, 'excludeNoise' | 'range'>>;
  loginActivity?: Resolver<Maybe<ResolversTypes['LoginActivityConnection']>, ParentType, ContextType, RequireFields<CarLoginActivityArgs, 'excludeNoise' | 'excludeTopUsers' | 'range'>>;
  loginsSince?: Resolver<Maybe<ResolversTypes['LoginsSinceConnection']>, ParentType, ContextType, RequireFields<CarLoginsSinceArgs, 'at' | 'excludeNoise' | 'hostname'>>;
  multiHostLogins?: Resolver<Maybe<ResolversTypes['MultiHostLoginsConnection']>, ParentType, ContextType, RequireFields<CarMultiHostLoginsArgs, 'excludeNoise' | 'minHosts' | 'range' | 'remoteOnly' | 'window'>>;
  remoteDesktopLogins?: Resolver<Maybe<ResolversTypes['RemoteDesktopLoginsConnection']>, ParentType, ContextType, RequireFields<CarRemoteDesktopLoginsArgs, 'excludeNoise' | 'range'>>;
  simultaneousLogins?: Resolver<Maybe<ResolversTypes['SimultaneousLoginsConnection']>, ParentType, ContextType, RequireFields<CarSimultaneousLoginsArgs, 'excludeNoise' | 'minUsers' | 'mode' | 'range' | 'window'>>;
};

export type ConcurrentSessionsResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['ConcurrentSessions'] = ResolversParentTypes['ConcurrentSessions']> = {
  account?: Resolver<Maybe<ResolversTypes['Account']>, ParentType, ContextType>;
  distinctCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  evidence?: Resolver<ResolversTypes['SessionEventConnection'], ParentType, ContextType, Partial<ConcurrentSessionsEvidenceArgs>>;
  from?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  host?: Resolver<Maybe<ResolversTypes['Host']>, ParentType, ContextType>;
  peak?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  peakAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  sessionCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  sessions?: Resolver<ResolversTypes['SessionConnection'], ParentType, ContextType, Partial<ConcurrentSessionsSessionsArgs>>;
  until?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ConcurrentSessionsConnectionResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['ConcurrentSessionsConnection'] = ResolversParentTypes['ConcurrentSessionsConnection']> = {
  analytic?: Resolver<ResolversTypes['Analytic'], ParentType, ContextType>;
  edges?: Resolver<ReadonlyArray<ResolversTypes['ConcurrentSessionsEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['ConcurrentSessions']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  parameters?: Resolver<ResolversTypes['ConcurrentSessionsParameters'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['TotalCount'], ParentType, ContextType, RequireFields<ConcurrentSessionsConnectionTotalCountArgs, 'mode'>>;
  truncated?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ConcurrentSessionsEdgeResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['ConcurrentSessionsEdge'] = ResolversParentTypes['ConcurrentSessionsEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['ConcurrentSessions'], ParentType, ContextType>;
};

export type ConcurrentSessionsParametersResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['ConcurrentSessionsParameters'] = ResolversParentTypes['ConcurrentSessionsParameters']> = {
  distinct?: Resolver<Maybe<ResolversTypes['ConcurrencyTrait']>, ParentType, ContextType>;
  excludeNoise?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  key?: Resolver<ResolversTypes['ConcurrencyKey'], ParentType, ContextType>;
  loginTypes?: Resolver<Maybe<ReadonlyArray<ResolversTypes['LoginType']>>, ParentType, ContextType>;
  minPeak?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  range?: Resolver<ResolversTypes['Period'], ParentType, ContextType>;
};

export interface DateTimeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['DateTime'], any> {
  name: 'DateTime';
}

export interface DurationScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['Duration'], any> {
  name: 'Duration';
}

export type DurationPercentilesResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['DurationPercentiles'] = ResolversParentTypes['DurationPercentiles']> = {
  max?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  p50?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  p90?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  p99?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
};

export type EventStatsResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['EventStats'] = ResolversParentTypes['EventStats']> = {
  count?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  groupBy?: Resolver<ReadonlyArray<ResolversTypes['EventDimension']>, ParentType, ContextType>;
  groups?: Resolver<ReadonlyArray<ResolversTypes['EventStatsGroup']>, ParentType, ContextType>;
  otherCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['TotalCount'], ParentType, ContextType, RequireFields<EventStatsTotalCountArgs, 'mode'>>;
  totalCountWithoutHaving?: Resolver<ResolversTypes['TotalCount'], ParentType, ContextType, RequireFields<EventStatsTotalCountWithoutHavingArgs, 'mode'>>;
};

export type EventStatsBucketResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['EventStatsBucket'] = ResolversParentTypes['EventStatsBucket']> = {
  count?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  distinctHosts?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  distinctSources?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  distinctUsers?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  failures?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  firstAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  from?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  lastAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  successes?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  until?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
};

export type EventStatsGroupResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['EventStatsGroup'] = ResolversParentTypes['EventStatsGroup']> = {
  buckets?: Resolver<Maybe<ReadonlyArray<ResolversTypes['EventStatsBucket']>>, ParentType, ContextType>;
  count?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  distinctHosts?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  distinctSources?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  distinctUsers?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  failures?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  firstAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  key?: Resolver<ResolversTypes['EventStatsKey'], ParentType, ContextType>;
  lastAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  successes?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type EventStatsKeyResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['EventStatsKey'] = ResolversParentTypes['EventStatsKey']> = {
  account?: Resolver<Maybe<ResolversTypes['Account']>, ParentType, ContextType>;
  action?: Resolver<Maybe<ResolversTypes['SessionAction']>, ParentType, ContextType>;
  destPort?: Resolver<Maybe<ResolversTypes['Port']>, ParentType, ContextType>;
  host?: Resolver<Maybe<ResolversTypes['Host']>, ParentType, ContextType>;
  hostname?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  loginType?: Resolver<Maybe<ResolversTypes['LoginType']>, ParentType, ContextType>;
  outcome?: Resolver<Maybe<ResolversTypes['LoginOutcome']>, ParentType, ContextType>;
  srcIp?: Resolver<Maybe<ResolversTypes['IPAddress']>, ParentType, ContextType>;
  srcNetwork?: Resolver<Maybe<ResolversTypes['CIDR']>, ParentType, ContextType>;
  uid?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type ExcludedUserResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['ExcludedUser'] = ResolversParentTypes['ExcludedUser']> = {
  account?: Resolver<ResolversTypes['Account'], ParentType, ContextType>;
  loginCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type FirstSeenResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['FirstSeen'] = ResolversParentTypes['FirstSeen']> = {
  account?: Resolver<Maybe<ResolversTypes['Account']>, ParentType, ContextType>;
  baseline?: Resolver<ResolversTypes['BaselineCoverage'], ParentType, ContextType>;
  evidence?: Resolver<ResolversTypes['SessionEventConnection'], ParentType, ContextType, Partial<FirstSeenEvidenceArgs>>;
  firstAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  host?: Resolver<Maybe<ResolversTypes['Host']>, ParentType, ContextType>;
  lastAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  loginCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  loginType?: Resolver<Maybe<ResolversTypes['LoginType']>, ParentType, ContextType>;
  srcIp?: Resolver<Maybe<ResolversTypes['IPAddress']>, ParentType, ContextType>;
  srcNetwork?: Resolver<Maybe<ResolversTypes['CIDR']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type FirstSeenConnectionResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['FirstSeenConnection'] = ResolversParentTypes['FirstSeenConnection']> = {
  analytic?: Resolver<ResolversTypes['Analytic'], ParentType, ContextType>;
  edges?: Resolver<ReadonlyArray<ResolversTypes['FirstSeenEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['FirstSeen']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  parameters?: Resolver<ResolversTypes['FirstSeenParameters'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['TotalCount'], ParentType, ContextType, RequireFields<FirstSeenConnectionTotalCountArgs, 'mode'>>;
  truncated?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type FirstSeenEdgeResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['FirstSeenEdge'] = ResolversParentTypes['FirstSeenEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['FirstSeen'], ParentType, ContextType>;
};

export type FirstSeenParametersResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['FirstSeenParameters'] = ResolversParentTypes['FirstSeenParameters']> = {
  excludeNoise?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  lookback?: Resolver<ResolversTypes['Duration'], ParentType, ContextType>;
  range?: Resolver<ResolversTypes['Period'], ParentType, ContextType>;
  tuple?: Resolver<ReadonlyArray<ResolversTypes['SeenTrait']>, ParentType, ContextType>;
};

export type HostResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['Host'] = ResolversParentTypes['Host']> = {
  events?: Resolver<ResolversTypes['SessionEventConnection'], ParentType, ContextType, RequireFields<HostEventsArgs, 'order'>>;
  firstSeenAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  hostname?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  lastLogin?: Resolver<Maybe<ResolversTypes['LoginEvent']>, ParentType, ContextType, RequireFields<HostLastLoginArgs, 'excludeNoise'>>;
  lastSeenAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  loggedOn?: Resolver<ResolversTypes['LoggedOn'], ParentType, ContextType, RequireFields<HostLoggedOnArgs, 'excludeNoise'>>;
  sessions?: Resolver<ResolversTypes['SessionConnection'], ParentType, ContextType, RequireFields<HostSessionsArgs, 'order'>>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type HostConnectionResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['HostConnection'] = ResolversParentTypes['HostConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['HostEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['Host']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['TotalCount'], ParentType, ContextType, RequireFields<HostConnectionTotalCountArgs, 'mode'>>;
};

export type HostEdgeResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['HostEdge'] = ResolversParentTypes['HostEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Host'], ParentType, ContextType>;
};

export type HostStartResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['HostStart'] = ResolversParentTypes['HostStart']> = {
  host?: Resolver<ResolversTypes['Host'], ParentType, ContextType>;
  hostname?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  sourceId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  time?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
};

export type HostStartConnectionResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['HostStartConnection'] = ResolversParentTypes['HostStartConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['HostStartEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['HostStart']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['TotalCount'], ParentType, ContextType, RequireFields<HostStartConnectionTotalCountArgs, 'mode'>>;
};

export type HostStartEdgeResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['HostStartEdge'] = ResolversParentTypes['HostStartEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['HostStart'], ParentType, ContextType>;
};

export type HuntAnswerResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['HuntAnswer'] = ResolversParentTypes['HuntAnswer']> = {
  __resolveType: TypeResolveFn<'BruteForceThenSuccessConnection' | 'ConcurrentSessionsConnection' | 'FirstSeenConnection' | 'LateralPathsConnection' | 'LocalAccountLoginsConnection' | 'LoginActivityConnection' | 'LoginsSinceConnection' | 'LongSessionsConnection' | 'MultiHostLoginsConnection' | 'NeverLockedConnection' | 'OffHoursConnection' | 'OrphansConnection' | 'PasswordSprayConnection' | 'ReconnectFromNewSourceConnection' | 'ReconnectWithoutLoginConnection' | 'RemoteDesktopLoginsConnection' | 'SimultaneousLoginsConnection' | 'UnlockedAtConnection' | 'UnusualRdpSourceConnection', ParentType, ContextType>;
  analytic?: Resolver<ResolversTypes['Analytic'], ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['TotalCount'], ParentType, ContextType, RequireFields<HuntAnswerTotalCountArgs, 'mode'>>;
  truncated?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type HuntMatchResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['HuntMatch'] = ResolversParentTypes['HuntMatch']> = {
  __resolveType: TypeResolveFn<'BruteForceThenSuccess' | 'ConcurrentSessions' | 'FirstSeen' | 'LateralPaths' | 'LocalAccountLogins' | 'LoginActivity' | 'LoginsSince' | 'LongSessions' | 'MultiHostLogins' | 'NeverLocked' | 'OffHours' | 'Orphans' | 'PasswordSpray' | 'ReconnectFromNewSource' | 'ReconnectWithoutLogin' | 'RemoteDesktopLogins' | 'SimultaneousLogins' | 'UnlockedAt' | 'UnusualRdpSource', ParentType, ContextType>;
  evidence?: Resolver<ResolversTypes['SessionEventConnection'], ParentType, ContextType, Partial<HuntMatchEvidenceArgs>>;
};

export type HuntsResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['Hunts'] = ResolversParentTypes['Hunts']> = {
  bruteForceThenSuccess?: Resolver<Maybe<ResolversTypes['BruteForceThenSuccessConnection']>, ParentType, ContextType, RequireFields<HuntsBruteForceThenSuccessArgs, 'excludeNoise' | 'key' | 'minFailures' | 'range' | 'window'>>;
  concurrentSessions?: Resolver<Maybe<ResolversTypes['ConcurrentSessionsConnection']>, ParentType, ContextType, RequireFields<HuntsConcurrentSessionsArgs, 'excludeNoise' | 'key' | 'loginTypes' | 'minPeak' | 'range'>>;
  firstSeen?: Resolver<Maybe<ResolversTypes['FirstSeenConnection']>, ParentType, ContextType, RequireFields<HuntsFirstSeenArgs, 'excludeNoise' | 'lookback' | 'range' | 'tuple'>>;
  lateralPaths?: Resolver<Maybe<ResolversTypes['LateralPathsConnection']>, ParentType, ContextType, RequireFields<HuntsLateralPathsArgs, 'addressLookback' | 'containment' | 'excludeNoise' | 'maxDepth' | 'maxGap' | 'maxPaths' | 'range' | 'sameUser'>>;
  longSessions?: Resolver<Maybe<ResolversTypes['LongSessionsConnection']>, ParentType, ContextType, RequireFields<HuntsLongSessionsArgs, 'excludeNoise' | 'loginTypes' | 'minDuration' | 'range'>>;
  neverLocked?: Resolver<Maybe<ResolversTypes['NeverLockedConnection']>, ParentType, ContextType, RequireFields<HuntsNeverLockedArgs, 'excludeNoise' | 'loginTypes' | 'minDuration' | 'range'>>;
  offHours?: Resolver<Maybe<ResolversTypes['OffHoursConnection']>, ParentType, ContextType, RequireFields<HuntsOffHoursArgs, 'excludeNoise' | 'openHours' | 'range' | 'timeZone'>>;
  orphans?: Resolver<Maybe<ResolversTypes['OrphansConnection']>, ParentType, ContextType, RequireFields<HuntsOrphansArgs, 'actions' | 'range'>>;
  passwordSpray?: Resolver<Maybe<ResolversTypes['PasswordSprayConnection']>, ParentType, ContextType, RequireFields<HuntsPasswordSprayArgs, 'excludeNoise' | 'key' | 'maxFailuresPerUser' | 'minUsers' | 'range' | 'window'>>;
  reconnectFromNewSource?: Resolver<Maybe<ResolversTypes['ReconnectFromNewSourceConnection']>, ParentType, ContextType, RequireFields<HuntsReconnectFromNewSourceArgs, 'excludeNoise' | 'range'>>;
  reconnectWithoutLogin?: Resolver<Maybe<ResolversTypes['ReconnectWithoutLoginConnection']>, ParentType, ContextType, RequireFields<HuntsReconnectWithoutLoginArgs, 'excludeNoise' | 'range' | 'window'>>;
  unlockedAt?: Resolver<Maybe<ResolversTypes['UnlockedAtConnection']>, ParentType, ContextType, RequireFields<HuntsUnlockedAtArgs, 'at' | 'excludeNoise' | 'loginTypes' | 'minUnlocked'>>;
  unusualRdpSource?: Resolver<Maybe<ResolversTypes['UnusualRdpSourceConnection']>, ParentType, ContextType, RequireFields<HuntsUnusualRdpSourceArgs, 'excludeNoise' | 'lookback' | 'range'>>;
};

export interface IpAddressScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['IPAddress'], any> {
  name: 'IPAddress';
}

export type IngestHostStartsPayloadResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['IngestHostStartsPayload'] = ResolversParentTypes['IngestHostStartsPayload']> = {
  accepted?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  duplicates?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  rejected?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  results?: Resolver<ReadonlyArray<ResolversTypes['IngestResult']>, ParentType, ContextType>;
};

export type IngestNoteResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['IngestNote'] = ResolversParentTypes['IngestNote']> = {
  code?: Resolver<ResolversTypes['IngestNoteCode'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type IngestResultResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['IngestResult'] = ResolversParentTypes['IngestResult']> = {
  errors?: Resolver<ReadonlyArray<ResolversTypes['InputError']>, ParentType, ContextType>;
  id?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  index?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  notes?: Resolver<ReadonlyArray<ResolversTypes['IngestNote']>, ParentType, ContextType>;
  status?: Resolver<ResolversTypes['IngestStatus'], ParentType, ContextType>;
};

export type IngestSessionEventsPayloadResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['IngestSessionEventsPayload'] = ResolversParentTypes['IngestSessionEventsPayload']> = {
  accepted?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  duplicates?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  rejected?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  results?: Resolver<ReadonlyArray<ResolversTypes['IngestResult']>, ParentType, ContextType>;
};

export type InputErrorResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['InputError'] = ResolversParentTypes['InputError']> = {
  code?: Resolver<ResolversTypes['InputErrorCode'], ParentType, ContextType>;
  field?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type LateralEndUsedResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['LateralEndUsed'] = ResolversParentTypes['LateralEndUsed']> = {
  hostname?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  ip?: Resolver<Maybe<ResolversTypes['IPAddress']>, ParentType, ContextType>;
  user?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type LateralGraphResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['LateralGraph'] = ResolversParentTypes['LateralGraph']> = {
  edgeTotalCount?: Resolver<ResolversTypes['TotalCount'], ParentType, ContextType, RequireFields<LateralGraphEdgeTotalCountArgs, 'mode'>>;
  edges?: Resolver<ReadonlyArray<ResolversTypes['LateralGraphEdge']>, ParentType, ContextType>;
  nodeTotalCount?: Resolver<ResolversTypes['TotalCount'], ParentType, ContextType, RequireFields<LateralGraphNodeTotalCountArgs, 'mode'>>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['LateralGraphNode']>, ParentType, ContextType>;
};

export type LateralGraphEdgeResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['LateralGraphEdge'] = ResolversParentTypes['LateralGraphEdge']> = {
  count?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  failures?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  firstAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  from?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  lastAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  to?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type LateralGraphNodeResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['LateralGraphNode'] = ResolversParentTypes['LateralGraphNode']> = {
  hopsIn?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  hopsOut?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  host?: Resolver<Maybe<ResolversTypes['Host']>, ParentType, ContextType>;
  ip?: Resolver<Maybe<ResolversTypes['IPAddress']>, ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type LateralHopResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['LateralHop'] = ResolversParentTypes['LateralHop']> = {
  account?: Resolver<Maybe<ResolversTypes['Account']>, ParentType, ContextType>;
  action?: Resolver<ResolversTypes['SessionAction'], ParentType, ContextType>;
  event?: Resolver<Maybe<ResolversTypes['SessionEvent']>, ParentType, ContextType>;
  host?: Resolver<ResolversTypes['Host'], ParentType, ContextType>;
  sourceHost?: Resolver<Maybe<ResolversTypes['Host']>, ParentType, ContextType>;
  srcIp?: Resolver<ResolversTypes['IPAddress'], ParentType, ContextType>;
  time?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
};

export type LateralPathsResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['LateralPaths'] = ResolversParentTypes['LateralPaths']> = {
  depth?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  evidence?: Resolver<ResolversTypes['SessionEventConnection'], ParentType, ContextType, Partial<LateralPathsEvidenceArgs>>;
  firstAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  hops?: Resolver<ReadonlyArray<ResolversTypes['LateralHop']>, ParentType, ContextType>;
  lastAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type LateralPathsConnectionResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['LateralPathsConnection'] = ResolversParentTypes['LateralPathsConnection']> = {
  analytic?: Resolver<ResolversTypes['Analytic'], ParentType, ContextType>;
  edges?: Resolver<ReadonlyArray<ResolversTypes['LateralPathsEdge']>, ParentType, ContextType>;
  graph?: Resolver<ResolversTypes['LateralGraph'], ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['LateralPaths']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  parameters?: Resolver<ResolversTypes['LateralPathsParameters'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['TotalCount'], ParentType, ContextType, RequireFields<LateralPathsConnectionTotalCountArgs, 'mode'>>;
  truncated?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type LateralPathsEdgeResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['LateralPathsEdge'] = ResolversParentTypes['LateralPathsEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['LateralPaths'], ParentType, ContextType>;
};

export type LateralPathsParametersResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['LateralPathsParameters'] = ResolversParentTypes['LateralPathsParameters']> = {
  addressLookback?: Resolver<ResolversTypes['Duration'], ParentType, ContextType>;
  containment?: Resolver<ResolversTypes['LateralContainment'], ParentType, ContextType>;
  excludeNoise?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  from?: Resolver<Maybe<ResolversTypes['LateralEndUsed']>, ParentType, ContextType>;
  maxDepth?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  maxGap?: Resolver<ResolversTypes['Duration'], ParentType, ContextType>;
  maxPaths?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  range?: Resolver<ResolversTypes['Period'], ParentType, ContextType>;
  sameUser?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  to?: Resolver<Maybe<ResolversTypes['LateralEndUsed']>, ParentType, ContextType>;
};

export type LocalAccountLoginsResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['LocalAccountLogins'] = ResolversParentTypes['LocalAccountLogins']> = {
  evidence?: Resolver<ResolversTypes['SessionEventConnection'], ParentType, ContextType, Partial<LocalAccountLoginsEvidenceArgs>>;
  login?: Resolver<ResolversTypes['LoginEvent'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type LocalAccountLoginsConnectionResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['LocalAccountLoginsConnection'] = ResolversParentTypes['LocalAccountLoginsConnection']> = {
  analytic?: Resolver<ResolversTypes['Analytic'], ParentType, ContextType>;
  edges?: Resolver<ReadonlyArray<ResolversTypes['LocalAccountLoginsEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['LocalAccountLogins']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  parameters?: Resolver<ResolversTypes['LocalAccountLoginsParameters'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['TotalCount'], ParentType, ContextType, RequireFields<LocalAccountLoginsConnectionTotalCountArgs, 'mode'>>;
  truncated?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type LocalAccountLoginsEdgeResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['LocalAccountLoginsEdge'] = ResolversParentTypes['LocalAccountLoginsEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['LocalAccountLogins'], ParentType, ContextType>;
};

export type LocalAccountLoginsParametersResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['LocalAccountLoginsParameters'] = ResolversParentTypes['LocalAccountLoginsParameters']> = {
  excludeNoise?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  range?: Resolver<ResolversTypes['Period'], ParentType, ContextType>;
};

export type LockEventResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['LockEvent'] = ResolversParentTypes['LockEvent']> = {
  account?: Resolver<Maybe<ResolversTypes['Account']>, ParentType, ContextType>;
  action?: Resolver<ResolversTypes['SessionAction'], ParentType, ContextType>;
  host?: Resolver<ResolversTypes['Host'], ParentType, ContextType>;
  hostname?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  ingestedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  loginId?: Resolver<Maybe<ResolversTypes['LoginId']>, ParentType, ContextType>;
  session?: Resolver<Maybe<ResolversTypes['Session']>, ParentType, ContextType>;
  sourceId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  time?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  uid?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  user?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  userDomain?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  userName?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type LoggedOnResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['LoggedOn'] = ResolversParentTypes['LoggedOn']> = {
  accounts?: Resolver<ReadonlyArray<ResolversTypes['LoggedOnAccount']>, ParentType, ContextType>;
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  coverage?: Resolver<ResolversTypes['Coverage'], ParentType, ContextType>;
  excludeNoise?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  loginTypes?: Resolver<Maybe<ReadonlyArray<ResolversTypes['LoginType']>>, ParentType, ContextType>;
  truncated?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type LoggedOnAccountResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['LoggedOnAccount'] = ResolversParentTypes['LoggedOnAccount']> = {
  account?: Resolver<Maybe<ResolversTypes['Account']>, ParentType, ContextType>;
  sessions?: Resolver<ReadonlyArray<ResolversTypes['Session']>, ParentType, ContextType>;
  since?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  state?: Resolver<ResolversTypes['SessionState'], ParentType, ContextType>;
};

export type LoginActivityResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['LoginActivity'] = ResolversParentTypes['LoginActivity']> = {
  evidence?: Resolver<ResolversTypes['SessionEventConnection'], ParentType, ContextType, Partial<LoginActivityEvidenceArgs>>;
  login?: Resolver<ResolversTypes['LoginEvent'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type LoginActivityConnectionResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['LoginActivityConnection'] = ResolversParentTypes['LoginActivityConnection']> = {
  analytic?: Resolver<ResolversTypes['Analytic'], ParentType, ContextType>;
  edges?: Resolver<ReadonlyArray<ResolversTypes['LoginActivityEdge']>, ParentType, ContextType>;
  excludedUserTotalCount?: Resolver<ResolversTypes['TotalCount'], ParentType, ContextType, RequireFields<LoginActivityConnectionExcludedUserTotalCountArgs, 'mode'>>;
  excludedUsers?: Resolver<ReadonlyArray<ResolversTypes['ExcludedUser']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['LoginActivity']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  parameters?: Resolver<ResolversTypes['LoginActivityParameters'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['TotalCount'], ParentType, ContextType, RequireFields<LoginActivityConnectionTotalCountArgs, 'mode'>>;
  truncated?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type LoginActivityEdgeResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['LoginActivityEdge'] = ResolversParentTypes['LoginActivityEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['LoginActivity'], ParentType, ContextType>;
};

export type LoginActivityParametersResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['LoginActivityParameters'] = ResolversParentTypes['LoginActivityParameters']> = {
  excludeNoise?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  excludeTopUsers?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  range?: Resolver<ResolversTypes['Period'], ParentType, ContextType>;
};

export type LoginEventResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['LoginEvent'] = ResolversParentTypes['LoginEvent']> = {
  account?: Resolver<Maybe<ResolversTypes['Account']>, ParentType, ContextType>;
  action?: Resolver<ResolversTypes['SessionAction'], ParentType, ContextType>;
  destIp?: Resolver<Maybe<ResolversTypes['IPAddress']>, ParentType, ContextType>;
  destPort?: Resolver<Maybe<ResolversTypes['Port']>, ParentType, ContextType>;
  host?: Resolver<ResolversTypes['Host'], ParentType, ContextType>;
  hostname?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  ingestedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  linkedLoginId?: Resolver<Maybe<ResolversTypes['LoginId']>, ParentType, ContextType>;
  loginId?: Resolver<Maybe<ResolversTypes['LoginId']>, ParentType, ContextType>;
  loginSuccessful?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  loginType?: Resolver<Maybe<ResolversTypes['LoginType']>, ParentType, ContextType>;
  session?: Resolver<Maybe<ResolversTypes['Session']>, ParentType, ContextType>;
  sourceId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  srcIp?: Resolver<Maybe<ResolversTypes['IPAddress']>, ParentType, ContextType>;
  srcPort?: Resolver<Maybe<ResolversTypes['Port']>, ParentType, ContextType>;
  time?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  uid?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  user?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  userDomain?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  userName?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export interface LoginIdScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['LoginId'], any> {
  name: 'LoginId';
}

export type LoginsSinceResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['LoginsSince'] = ResolversParentTypes['LoginsSince']> = {
  account?: Resolver<Maybe<ResolversTypes['Account']>, ParentType, ContextType>;
  evidence?: Resolver<ResolversTypes['SessionEventConnection'], ParentType, ContextType, Partial<LoginsSinceEvidenceArgs>>;
  firstAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  lastAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  loginCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  loginTypes?: Resolver<ReadonlyArray<ResolversTypes['LoginType']>, ParentType, ContextType>;
  stillLoggedOn?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type LoginsSinceConnectionResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['LoginsSinceConnection'] = ResolversParentTypes['LoginsSinceConnection']> = {
  analytic?: Resolver<ResolversTypes['Analytic'], ParentType, ContextType>;
  edges?: Resolver<ReadonlyArray<ResolversTypes['LoginsSinceEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['LoginsSince']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  parameters?: Resolver<ResolversTypes['LoginsSinceParameters'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['TotalCount'], ParentType, ContextType, RequireFields<LoginsSinceConnectionTotalCountArgs, 'mode'>>;
  truncated?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type LoginsSinceEdgeResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['LoginsSinceEdge'] = ResolversParentTypes['LoginsSinceEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['LoginsSince'], ParentType, ContextType>;
};

export type LoginsSinceParametersResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['LoginsSinceParameters'] = ResolversParentTypes['LoginsSinceParameters']> = {
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  bootTime?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  excludeNoise?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  hostname?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type LogoutEventResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['LogoutEvent'] = ResolversParentTypes['LogoutEvent']> = {
  account?: Resolver<Maybe<ResolversTypes['Account']>, ParentType, ContextType>;
  action?: Resolver<ResolversTypes['SessionAction'], ParentType, ContextType>;
  destIp?: Resolver<Maybe<ResolversTypes['IPAddress']>, ParentType, ContextType>;
  destPort?: Resolver<Maybe<ResolversTypes['Port']>, ParentType, ContextType>;
  host?: Resolver<ResolversTypes['Host'], ParentType, ContextType>;
  hostname?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  ingestedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  loginId?: Resolver<Maybe<ResolversTypes['LoginId']>, ParentType, ContextType>;
  loginType?: Resolver<Maybe<ResolversTypes['LoginType']>, ParentType, ContextType>;
  session?: Resolver<Maybe<ResolversTypes['Session']>, ParentType, ContextType>;
  sourceId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  srcIp?: Resolver<Maybe<ResolversTypes['IPAddress']>, ParentType, ContextType>;
  srcPort?: Resolver<Maybe<ResolversTypes['Port']>, ParentType, ContextType>;
  time?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  uid?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  user?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  userDomain?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  userName?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type LongSessionsResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['LongSessions'] = ResolversParentTypes['LongSessions']> = {
  duration?: Resolver<ResolversTypes['Duration'], ParentType, ContextType>;
  durationSeconds?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  evidence?: Resolver<ResolversTypes['SessionEventConnection'], ParentType, ContextType, Partial<LongSessionsEvidenceArgs>>;
  session?: Resolver<ResolversTypes['Session'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type LongSessionsConnectionResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['LongSessionsConnection'] = ResolversParentTypes['LongSessionsConnection']> = {
  analytic?: Resolver<ResolversTypes['Analytic'], ParentType, ContextType>;
  edges?: Resolver<ReadonlyArray<ResolversTypes['LongSessionsEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['LongSessions']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  parameters?: Resolver<ResolversTypes['LongSessionsParameters'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['TotalCount'], ParentType, ContextType, RequireFields<LongSessionsConnectionTotalCountArgs, 'mode'>>;
  truncated?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type LongSessionsEdgeResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['LongSessionsEdge'] = ResolversParentTypes['LongSessionsEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['LongSessions'], ParentType, ContextType>;
};

export type LongSessionsParametersResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['LongSessionsParameters'] = ResolversParentTypes['LongSessionsParameters']> = {
  excludeNoise?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  loginTypes?: Resolver<Maybe<ReadonlyArray<ResolversTypes['LoginType']>>, ParentType, ContextType>;
  minDuration?: Resolver<ResolversTypes['Duration'], ParentType, ContextType>;
  range?: Resolver<ResolversTypes['Period'], ParentType, ContextType>;
};

export type MultiHostLoginsResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['MultiHostLogins'] = ResolversParentTypes['MultiHostLogins']> = {
  account?: Resolver<ResolversTypes['Account'], ParentType, ContextType>;
  eventCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  evidence?: Resolver<ResolversTypes['SessionEventConnection'], ParentType, ContextType, Partial<MultiHostLoginsEvidenceArgs>>;
  firstAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  hostCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  hosts?: Resolver<ReadonlyArray<ResolversTypes['MultiHostLoginsHost']>, ParentType, ContextType>;
  lastAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  peak?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type MultiHostLoginsConnectionResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['MultiHostLoginsConnection'] = ResolversParentTypes['MultiHostLoginsConnection']> = {
  analytic?: Resolver<ResolversTypes['Analytic'], ParentType, ContextType>;
  edges?: Resolver<ReadonlyArray<ResolversTypes['MultiHostLoginsEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['MultiHostLogins']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  parameters?: Resolver<ResolversTypes['MultiHostLoginsParameters'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['TotalCount'], ParentType, ContextType, RequireFields<MultiHostLoginsConnectionTotalCountArgs, 'mode'>>;
  truncated?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type MultiHostLoginsEdgeResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['MultiHostLoginsEdge'] = ResolversParentTypes['MultiHostLoginsEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['MultiHostLogins'], ParentType, ContextType>;
};

export type MultiHostLoginsHostResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['MultiHostLoginsHost'] = ResolversParentTypes['MultiHostLoginsHost']> = {
  firstAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  host?: Resolver<ResolversTypes['Host'], ParentType, ContextType>;
  lastAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  loginCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  loginIds?: Resolver<ReadonlyArray<ResolversTypes['LoginId']>, ParentType, ContextType>;
  loginTypes?: Resolver<ReadonlyArray<ResolversTypes['LoginType']>, ParentType, ContextType>;
  srcIps?: Resolver<ReadonlyArray<ResolversTypes['IPAddress']>, ParentType, ContextType>;
};

export type MultiHostLoginsParametersResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['MultiHostLoginsParameters'] = ResolversParentTypes['MultiHostLoginsParameters']> = {
  excludeNoise?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  excludeUsers?: Resolver<Maybe<ReadonlyArray<ResolversTypes['String']>>, ParentType, ContextType>;
  minHosts?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  range?: Resolver<ResolversTypes['Period'], ParentType, ContextType>;
  remoteOnly?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  window?: Resolver<ResolversTypes['Duration'], ParentType, ContextType>;
};

export type MutationResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['Mutation'] = ResolversParentTypes['Mutation']> = {
  ingestHostStarts?: Resolver<Maybe<ResolversTypes['IngestHostStartsPayload']>, ParentType, ContextType, RequireFields<MutationIngestHostStartsArgs, 'starts'>>;
  ingestSessionEvents?: Resolver<Maybe<ResolversTypes['IngestSessionEventsPayload']>, ParentType, ContextType, RequireFields<MutationIngestSessionEventsArgs, 'events'>>;
};

export type NeverLockedResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['NeverLocked'] = ResolversParentTypes['NeverLocked']> = {
  duration?: Resolver<ResolversTypes['Duration'], ParentType, ContextType>;
  durationSeconds?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  evidence?: Resolver<ResolversTypes['SessionEventConnection'], ParentType, ContextType, Partial<NeverLockedEvidenceArgs>>;
  hostLocks?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  session?: Resolver<ResolversTypes['Session'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type NeverLockedConnectionResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['NeverLockedConnection'] = ResolversParentTypes['NeverLockedConnection']> = {
  analytic?: Resolver<ResolversTypes['Analytic'], ParentType, ContextType>;
  edges?: Resolver<ReadonlyArray<ResolversTypes['NeverLockedEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['NeverLocked']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  parameters?: Resolver<ResolversTypes['NeverLockedParameters'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['TotalCount'], ParentType, ContextType, RequireFields<NeverLockedConnectionTotalCountArgs, 'mode'>>;
  truncated?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type NeverLockedEdgeResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['NeverLockedEdge'] = ResolversParentTypes['NeverLockedEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['NeverLocked'], ParentType, ContextType>;
};

export type NeverLockedParametersResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['NeverLockedParameters'] = ResolversParentTypes['NeverLockedParameters']> = {
  excludeNoise?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  loginTypes?: Resolver<Maybe<ReadonlyArray<ResolversTypes['LoginType']>>, ParentType, ContextType>;
  minDuration?: Resolver<ResolversTypes['Duration'], ParentType, ContextType>;
  range?: Resolver<ResolversTypes['Period'], ParentType, ContextType>;
};

export type NodeResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['Node'] = ResolversParentTypes['Node']> = {
  __resolveType: TypeResolveFn<'Account' | 'Host' | 'LockEvent' | 'LoginEvent' | 'LogoutEvent' | 'ReconnectEvent' | 'Session' | 'UnlockEvent', ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type OffHoursResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['OffHours'] = ResolversParentTypes['OffHours']> = {
  evidence?: Resolver<ResolversTypes['SessionEventConnection'], ParentType, ContextType, Partial<OffHoursEvidenceArgs>>;
  localTime?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  login?: Resolver<ResolversTypes['LoginEvent'], ParentType, ContextType>;
  weekday?: Resolver<ResolversTypes['Weekday'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type OffHoursConnectionResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['OffHoursConnection'] = ResolversParentTypes['OffHoursConnection']> = {
  analytic?: Resolver<ResolversTypes['Analytic'], ParentType, ContextType>;
  edges?: Resolver<ReadonlyArray<ResolversTypes['OffHoursEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['OffHours']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  parameters?: Resolver<ResolversTypes['OffHoursParameters'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['TotalCount'], ParentType, ContextType, RequireFields<OffHoursConnectionTotalCountArgs, 'mode'>>;
  truncated?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type OffHoursEdgeResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['OffHoursEdge'] = ResolversParentTypes['OffHoursEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['OffHours'], ParentType, ContextType>;
};

export type OffHoursParametersResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['OffHoursParameters'] = ResolversParentTypes['OffHoursParameters']> = {
  excludeNoise?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  loginTypes?: Resolver<Maybe<ReadonlyArray<ResolversTypes['LoginType']>>, ParentType, ContextType>;
  openHours?: Resolver<ReadonlyArray<ResolversTypes['OpenHours']>, ParentType, ContextType>;
  range?: Resolver<ResolversTypes['Period'], ParentType, ContextType>;
  timeZone?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type OpenHoursResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['OpenHours'] = ResolversParentTypes['OpenHours']> = {
  days?: Resolver<ReadonlyArray<ResolversTypes['Weekday']>, ParentType, ContextType>;
  from?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  until?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type OrphanRateResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['OrphanRate'] = ResolversParentTypes['OrphanRate']> = {
  day?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  events?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  host?: Resolver<ResolversTypes['Host'], ParentType, ContextType>;
  orphans?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  rate?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
};

export type OrphansResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['Orphans'] = ResolversParentTypes['Orphans']> = {
  event?: Resolver<ResolversTypes['SessionEvent'], ParentType, ContextType>;
  evidence?: Resolver<ResolversTypes['SessionEventConnection'], ParentType, ContextType, Partial<OrphansEvidenceArgs>>;
  reason?: Resolver<ResolversTypes['OrphanReason'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type OrphansConnectionResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['OrphansConnection'] = ResolversParentTypes['OrphansConnection']> = {
  analytic?: Resolver<ResolversTypes['Analytic'], ParentType, ContextType>;
  edges?: Resolver<ReadonlyArray<ResolversTypes['OrphansEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['Orphans']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  parameters?: Resolver<ResolversTypes['OrphansParameters'], ParentType, ContextType>;
  rateTotalCount?: Resolver<ResolversTypes['TotalCount'], ParentType, ContextType, RequireFields<OrphansConnectionRateTotalCountArgs, 'mode'>>;
  rates?: Resolver<ReadonlyArray<ResolversTypes['OrphanRate']>, ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['TotalCount'], ParentType, ContextType, RequireFields<OrphansConnectionTotalCountArgs, 'mode'>>;
  truncated?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type OrphansEdgeResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['OrphansEdge'] = ResolversParentTypes['OrphansEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Orphans'], ParentType, ContextType>;
};

export type OrphansParametersResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['OrphansParameters'] = ResolversParentTypes['OrphansParameters']> = {
  actions?: Resolver<ReadonlyArray<ResolversTypes['SessionAction']>, ParentType, ContextType>;
  range?: Resolver<ResolversTypes['Period'], ParentType, ContextType>;
};

export type OverviewResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['Overview'] = ResolversParentTypes['Overview']> = {
  accounts?: Resolver<ResolversTypes['TotalCount'], ParentType, ContextType, RequireFields<OverviewAccountsArgs, 'mode'>>;
  events?: Resolver<ResolversTypes['TotalCount'], ParentType, ContextType, RequireFields<OverviewEventsArgs, 'mode'>>;
  firstAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  hosts?: Resolver<ResolversTypes['TotalCount'], ParentType, ContextType, RequireFields<OverviewHostsArgs, 'mode'>>;
  lastAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  sessions?: Resolver<ResolversTypes['TotalCount'], ParentType, ContextType, RequireFields<OverviewSessionsArgs, 'mode'>>;
  version?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type PageInfoResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['PageInfo'] = ResolversParentTypes['PageInfo']> = {
  endCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  hasNextPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  hasPreviousPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  startCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type PasswordSprayResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['PasswordSpray'] = ResolversParentTypes['PasswordSpray']> = {
  compromisedUsers?: Resolver<ReadonlyArray<ResolversTypes['Account']>, ParentType, ContextType>;
  evidence?: Resolver<ResolversTypes['SessionEventConnection'], ParentType, ContextType, Partial<PasswordSprayEvidenceArgs>>;
  failureCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  firstAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  host?: Resolver<Maybe<ResolversTypes['Host']>, ParentType, ContextType>;
  lastAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  peak?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  srcIp?: Resolver<Maybe<ResolversTypes['IPAddress']>, ParentType, ContextType>;
  srcNetwork?: Resolver<Maybe<ResolversTypes['CIDR']>, ParentType, ContextType>;
  successes?: Resolver<ResolversTypes['SessionEventConnection'], ParentType, ContextType, Partial<PasswordSpraySuccessesArgs>>;
  userCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  users?: Resolver<ReadonlyArray<ResolversTypes['Account']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type PasswordSprayConnectionResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['PasswordSprayConnection'] = ResolversParentTypes['PasswordSprayConnection']> = {
  analytic?: Resolver<ResolversTypes['Analytic'], ParentType, ContextType>;
  edges?: Resolver<ReadonlyArray<ResolversTypes['PasswordSprayEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['PasswordSpray']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  parameters?: Resolver<ResolversTypes['PasswordSprayParameters'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['TotalCount'], ParentType, ContextType, RequireFields<PasswordSprayConnectionTotalCountArgs, 'mode'>>;
  truncated?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type PasswordSprayEdgeResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['PasswordSprayEdge'] = ResolversParentTypes['PasswordSprayEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['PasswordSpray'], ParentType, ContextType>;
};

export type PasswordSprayParametersResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['PasswordSprayParameters'] = ResolversParentTypes['PasswordSprayParameters']> = {
  excludeNoise?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  key?: Resolver<ResolversTypes['SprayKey'], ParentType, ContextType>;
  maxFailuresPerUser?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  minUsers?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  range?: Resolver<ResolversTypes['Period'], ParentType, ContextType>;
  window?: Resolver<ResolversTypes['Duration'], ParentType, ContextType>;
};

export type PeriodResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['Period'] = ResolversParentTypes['Period']> = {
  from?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  until?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
};

export interface PortScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['Port'], any> {
  name: 'Port';
}

export type QueryResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['Query'] = ResolversParentTypes['Query']> = {
  account?: Resolver<Maybe<ResolversTypes['Account']>, ParentType, ContextType, RequireFields<QueryAccountArgs, 'user'>>;
  accounts?: Resolver<Maybe<ResolversTypes['AccountConnection']>, ParentType, ContextType, Partial<QueryAccountsArgs>>;
  auditLog?: Resolver<Maybe<ResolversTypes['AuditEntryConnection']>, ParentType, ContextType, RequireFields<QueryAuditLogArgs, 'order'>>;
  car?: Resolver<Maybe<ResolversTypes['Car']>, ParentType, ContextType>;
  eventStats?: Resolver<Maybe<ResolversTypes['EventStats']>, ParentType, ContextType, RequireFields<QueryEventStatsArgs, 'first' | 'groupBy' | 'order'>>;
  host?: Resolver<Maybe<ResolversTypes['Host']>, ParentType, ContextType, RequireFields<QueryHostArgs, 'hostname'>>;
  hostStarts?: Resolver<Maybe<ResolversTypes['HostStartConnection']>, ParentType, ContextType, RequireFields<QueryHostStartsArgs, 'order'>>;
  hosts?: Resolver<Maybe<ResolversTypes['HostConnection']>, ParentType, ContextType, Partial<QueryHostsArgs>>;
  hunts?: Resolver<Maybe<ResolversTypes['Hunts']>, ParentType, ContextType>;
  node?: Resolver<Maybe<ResolversTypes['Node']>, ParentType, ContextType, RequireFields<QueryNodeArgs, 'id'>>;
  nodes?: Resolver<Maybe<ReadonlyArray<Maybe<ResolversTypes['Node']>>>, ParentType, ContextType, RequireFields<QueryNodesArgs, 'ids'>>;
  overview?: Resolver<Maybe<ResolversTypes['Overview']>, ParentType, ContextType>;
  sessionEvents?: Resolver<Maybe<ResolversTypes['SessionEventConnection']>, ParentType, ContextType, RequireFields<QuerySessionEventsArgs, 'order'>>;
  sessionStats?: Resolver<Maybe<ResolversTypes['SessionStats']>, ParentType, ContextType, RequireFields<QuerySessionStatsArgs, 'first' | 'groupBy' | 'order'>>;
  sessions?: Resolver<Maybe<ResolversTypes['SessionConnection']>, ParentType, ContextType, RequireFields<QuerySessionsArgs, 'order'>>;
};

export type ReconnectEventResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['ReconnectEvent'] = ResolversParentTypes['ReconnectEvent']> = {
  account?: Resolver<Maybe<ResolversTypes['Account']>, ParentType, ContextType>;
  action?: Resolver<ResolversTypes['SessionAction'], ParentType, ContextType>;
  destIp?: Resolver<Maybe<ResolversTypes['IPAddress']>, ParentType, ContextType>;
  destPort?: Resolver<Maybe<ResolversTypes['Port']>, ParentType, ContextType>;
  host?: Resolver<ResolversTypes['Host'], ParentType, ContextType>;
  hostname?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  ingestedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  loginId?: Resolver<Maybe<ResolversTypes['LoginId']>, ParentType, ContextType>;
  loginType?: Resolver<Maybe<ResolversTypes['LoginType']>, ParentType, ContextType>;
  session?: Resolver<Maybe<ResolversTypes['Session']>, ParentType, ContextType>;
  sourceId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  srcIp?: Resolver<Maybe<ResolversTypes['IPAddress']>, ParentType, ContextType>;
  srcPort?: Resolver<Maybe<ResolversTypes['Port']>, ParentType, ContextType>;
  time?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  uid?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  user?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  userDomain?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  userName?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ReconnectFromNewSourceResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['ReconnectFromNewSource'] = ResolversParentTypes['ReconnectFromNewSource']> = {
  evidence?: Resolver<ResolversTypes['SessionEventConnection'], ParentType, ContextType, Partial<ReconnectFromNewSourceEvidenceArgs>>;
  reconnect?: Resolver<ResolversTypes['ReconnectEvent'], ParentType, ContextType>;
  sourcesBefore?: Resolver<ReadonlyArray<ResolversTypes['IPAddress']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ReconnectFromNewSourceConnectionResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['ReconnectFromNewSourceConnection'] = ResolversParentTypes['ReconnectFromNewSourceConnection']> = {
  analytic?: Resolver<ResolversTypes['Analytic'], ParentType, ContextType>;
  edges?: Resolver<ReadonlyArray<ResolversTypes['ReconnectFromNewSourceEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['ReconnectFromNewSource']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  parameters?: Resolver<ResolversTypes['ReconnectFromNewSourceParameters'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['TotalCount'], ParentType, ContextType, RequireFields<ReconnectFromNewSourceConnectionTotalCountArgs, 'mode'>>;
  truncated?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ReconnectFromNewSourceEdgeResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['ReconnectFromNewSourceEdge'] = ResolversParentTypes['ReconnectFromNewSourceEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['ReconnectFromNewSource'], ParentType, ContextType>;
};

export type ReconnectFromNewSourceParametersResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['ReconnectFromNewSourceParameters'] = ResolversParentTypes['ReconnectFromNewSourceParameters']> = {
  excludeNoise?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  range?: Resolver<ResolversTypes['Period'], ParentType, ContextType>;
};

export type ReconnectWithoutLoginResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['ReconnectWithoutLogin'] = ResolversParentTypes['ReconnectWithoutLogin']> = {
  evidence?: Resolver<ResolversTypes['SessionEventConnection'], ParentType, ContextType, Partial<ReconnectWithoutLoginEvidenceArgs>>;
  reconnect?: Resolver<ResolversTypes['ReconnectEvent'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ReconnectWithoutLoginConnectionResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['ReconnectWithoutLoginConnection'] = ResolversParentTypes['ReconnectWithoutLoginConnection']> = {
  analytic?: Resolver<ResolversTypes['Analytic'], ParentType, ContextType>;
  edges?: Resolver<ReadonlyArray<ResolversTypes['ReconnectWithoutLoginEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['ReconnectWithoutLogin']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  parameters?: Resolver<ResolversTypes['ReconnectWithoutLoginParameters'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['TotalCount'], ParentType, ContextType, RequireFields<ReconnectWithoutLoginConnectionTotalCountArgs, 'mode'>>;
  truncated?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ReconnectWithoutLoginEdgeResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['ReconnectWithoutLoginEdge'] = ResolversParentTypes['ReconnectWithoutLoginEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['ReconnectWithoutLogin'], ParentType, ContextType>;
};

export type ReconnectWithoutLoginParametersResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['ReconnectWithoutLoginParameters'] = ResolversParentTypes['ReconnectWithoutLoginParameters']> = {
  excludeNoise?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  range?: Resolver<ResolversTypes['Period'], ParentType, ContextType>;
  window?: Resolver<ResolversTypes['Duration'], ParentType, ContextType>;
};

export type RemoteCapableEventResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['RemoteCapableEvent'] = ResolversParentTypes['RemoteCapableEvent']> = {
  __resolveType: TypeResolveFn<'LoginEvent' | 'LogoutEvent' | 'ReconnectEvent', ParentType, ContextType>;
  account?: Resolver<Maybe<ResolversTypes['Account']>, ParentType, ContextType>;
  action?: Resolver<ResolversTypes['SessionAction'], ParentType, ContextType>;
  destIp?: Resolver<Maybe<ResolversTypes['IPAddress']>, ParentType, ContextType>;
  destPort?: Resolver<Maybe<ResolversTypes['Port']>, ParentType, ContextType>;
  host?: Resolver<ResolversTypes['Host'], ParentType, ContextType>;
  hostname?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  ingestedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  loginId?: Resolver<Maybe<ResolversTypes['LoginId']>, ParentType, ContextType>;
  loginType?: Resolver<Maybe<ResolversTypes['LoginType']>, ParentType, ContextType>;
  session?: Resolver<Maybe<ResolversTypes['Session']>, ParentType, ContextType>;
  sourceId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  srcIp?: Resolver<Maybe<ResolversTypes['IPAddress']>, ParentType, ContextType>;
  srcPort?: Resolver<Maybe<ResolversTypes['Port']>, ParentType, ContextType>;
  time?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  uid?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  user?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  userDomain?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  userName?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type RemoteDesktopLoginsResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['RemoteDesktopLogins'] = ResolversParentTypes['RemoteDesktopLogins']> = {
  evidence?: Resolver<ResolversTypes['SessionEventConnection'], ParentType, ContextType, Partial<RemoteDesktopLoginsEvidenceArgs>>;
  login?: Resolver<ResolversTypes['LoginEvent'], ParentType, ContextType>;
  seenBefore?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type RemoteDesktopLoginsConnectionResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['RemoteDesktopLoginsConnection'] = ResolversParentTypes['RemoteDesktopLoginsConnection']> = {
  analytic?: Resolver<ResolversTypes['Analytic'], ParentType, ContextType>;
  edges?: Resolver<ReadonlyArray<ResolversTypes['RemoteDesktopLoginsEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['RemoteDesktopLogins']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  parameters?: Resolver<ResolversTypes['RemoteDesktopLoginsParameters'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['TotalCount'], ParentType, ContextType, RequireFields<RemoteDesktopLoginsConnectionTotalCountArgs, 'mode'>>;
  truncated?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type RemoteDesktopLoginsEdgeResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['RemoteDesktopLoginsEdge'] = ResolversParentTypes['RemoteDesktopLoginsEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['RemoteDesktopLogins'], ParentType, ContextType>;
};

export type RemoteDesktopLoginsParametersResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['RemoteDesktopLoginsParameters'] = ResolversParentTypes['RemoteDesktopLoginsParameters']> = {
  approvedSources?: Resolver<Maybe<ReadonlyArray<ResolversTypes['CIDR']>>, ParentType, ContextType>;
  excludeNoise?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  range?: Resolver<ResolversTypes['Period'], ParentType, ContextType>;
};

export type SessionResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['Session'] = ResolversParentTypes['Session']> = {
  account?: Resolver<Maybe<ResolversTypes['Account']>, ParentType, ContextType>;
  concurrentSessions?: Resolver<ResolversTypes['SessionConnection'], ParentType, ContextType, RequireFields<SessionConcurrentSessionsArgs, 'excludeNoise' | 'order' | 'sharing'>>;
  duration?: Resolver<Maybe<ResolversTypes['Duration']>, ParentType, ContextType, Partial<SessionDurationArgs>>;
  durationSeconds?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType, Partial<SessionDurationSecondsArgs>>;
  endEvent?: Resolver<Maybe<ResolversTypes['SessionEvent']>, ParentType, ContextType>;
  endReason?: Resolver<Maybe<ResolversTypes['SessionEndReason']>, ParentType, ContextType>;
  endedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  events?: Resolver<ResolversTypes['SessionEventConnection'], ParentType, ContextType, RequireFields<SessionEventsArgs, 'order'>>;
  host?: Resolver<ResolversTypes['Host'], ParentType, ContextType>;
  hostname?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  lockCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  lockedSeconds?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  loginId?: Resolver<ResolversTypes['LoginId'], ParentType, ContextType>;
  loginType?: Resolver<Maybe<ResolversTypes['LoginType']>, ParentType, ContextType>;
  reconnectCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  srcIp?: Resolver<Maybe<ResolversTypes['IPAddress']>, ParentType, ContextType>;
  srcIps?: Resolver<ReadonlyArray<ResolversTypes['IPAddress']>, ParentType, ContextType>;
  startEvent?: Resolver<Maybe<ResolversTypes['SessionEvent']>, ParentType, ContextType>;
  startReason?: Resolver<ResolversTypes['SessionStartReason'], ParentType, ContextType>;
  startedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  state?: Resolver<Maybe<ResolversTypes['SessionState']>, ParentType, ContextType, Partial<SessionStateArgs>>;
  uid?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  unlockCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  unlockedSeconds?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  user?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  userDomain?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  userName?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type SessionConnectionResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['SessionConnection'] = ResolversParentTypes['SessionConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['SessionEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['Session']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['TotalCount'], ParentType, ContextType, RequireFields<SessionConnectionTotalCountArgs, 'mode'>>;
};

export type SessionEdgeResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['SessionEdge'] = ResolversParentTypes['SessionEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Session'], ParentType, ContextType>;
};

export type SessionEventResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['SessionEvent'] = ResolversParentTypes['SessionEvent']> = {
  __resolveType: TypeResolveFn<'LockEvent' | 'LoginEvent' | 'LogoutEvent' | 'ReconnectEvent' | 'UnlockEvent', ParentType, ContextType>;
  account?: Resolver<Maybe<ResolversTypes['Account']>, ParentType, ContextType>;
  action?: Resolver<ResolversTypes['SessionAction'], ParentType, ContextType>;
  host?: Resolver<ResolversTypes['Host'], ParentType, ContextType>;
  hostname?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  ingestedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  loginId?: Resolver<Maybe<ResolversTypes['LoginId']>, ParentType, ContextType>;
  session?: Resolver<Maybe<ResolversTypes['Session']>, ParentType, ContextType>;
  sourceId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  time?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  uid?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  user?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  userDomain?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  userName?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type SessionEventConnectionResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['SessionEventConnection'] = ResolversParentTypes['SessionEventConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['SessionEventEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['SessionEvent']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['TotalCount'], ParentType, ContextType, RequireFields<SessionEventConnectionTotalCountArgs, 'mode'>>;
};

export type SessionEventEdgeResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['SessionEventEdge'] = ResolversParentTypes['SessionEventEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['SessionEvent'], ParentType, ContextType>;
};

export type SessionStatsResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['SessionStats'] = ResolversParentTypes['SessionStats']> = {
  count?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  groupBy?: Resolver<ReadonlyArray<ResolversTypes['SessionDimension']>, ParentType, ContextType>;
  groups?: Resolver<ReadonlyArray<ResolversTypes['SessionStatsGroup']>, ParentType, ContextType>;
  otherCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['TotalCount'], ParentType, ContextType, RequireFields<SessionStatsTotalCountArgs, 'mode'>>;
  totalCountWithoutHaving?: Resolver<ResolversTypes['TotalCount'], ParentType, ContextType, RequireFields<SessionStatsTotalCountWithoutHavingArgs, 'mode'>>;
};

export type SessionStatsBucketResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['SessionStatsBucket'] = ResolversParentTypes['SessionStatsBucket']> = {
  count?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  distinctHosts?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  distinctSources?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  distinctUsers?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  durationSeconds?: Resolver<Maybe<ResolversTypes['DurationPercentiles']>, ParentType, ContextType>;
  everLocked?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  firstStartedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  from?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  lastStartedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  open?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  until?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
};

export type SessionStatsGroupResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['SessionStatsGroup'] = ResolversParentTypes['SessionStatsGroup']> = {
  buckets?: Resolver<Maybe<ReadonlyArray<ResolversTypes['SessionStatsBucket']>>, ParentType, ContextType>;
  count?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  distinctHosts?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  distinctSources?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  distinctUsers?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  durationSeconds?: Resolver<Maybe<ResolversTypes['DurationPercentiles']>, ParentType, ContextType>;
  everLocked?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  firstStartedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  key?: Resolver<ResolversTypes['SessionStatsKey'], ParentType, ContextType>;
  lastStartedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  open?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type SessionStatsKeyResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['SessionStatsKey'] = ResolversParentTypes['SessionStatsKey']> = {
  account?: Resolver<Maybe<ResolversTypes['Account']>, ParentType, ContextType>;
  endReason?: Resolver<Maybe<ResolversTypes['SessionEndReason']>, ParentType, ContextType>;
  host?: Resolver<Maybe<ResolversTypes['Host']>, ParentType, ContextType>;
  hostname?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  loginType?: Resolver<Maybe<ResolversTypes['LoginType']>, ParentType, ContextType>;
  open?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  srcIp?: Resolver<Maybe<ResolversTypes['IPAddress']>, ParentType, ContextType>;
  srcNetwork?: Resolver<Maybe<ResolversTypes['CIDR']>, ParentType, ContextType>;
  startReason?: Resolver<Maybe<ResolversTypes['SessionStartReason']>, ParentType, ContextType>;
  uid?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type SimultaneousLoginsResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['SimultaneousLogins'] = ResolversParentTypes['SimultaneousLogins']> = {
  eventCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  evidence?: Resolver<ResolversTypes['SessionEventConnection'], ParentType, ContextType, Partial<SimultaneousLoginsEvidenceArgs>>;
  firstAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  host?: Resolver<ResolversTypes['Host'], ParentType, ContextType>;
  lastAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  peak?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  userCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  users?: Resolver<ReadonlyArray<ResolversTypes['Account']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type SimultaneousLoginsConnectionResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['SimultaneousLoginsConnection'] = ResolversParentTypes['SimultaneousLoginsConnection']> = {
  analytic?: Resolver<ResolversTypes['Analytic'], ParentType, ContextType>;
  edges?: Resolver<ReadonlyArray<ResolversTypes['SimultaneousLoginsEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['SimultaneousLogins']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  parameters?: Resolver<ResolversTypes['SimultaneousLoginsParameters'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['TotalCount'], ParentType, ContextType, RequireFields<SimultaneousLoginsConnectionTotalCountArgs, 'mode'>>;
  truncated?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type SimultaneousLoginsEdgeResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['SimultaneousLoginsEdge'] = ResolversParentTypes['SimultaneousLoginsEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['SimultaneousLogins'], ParentType, ContextType>;
};

export type SimultaneousLoginsParametersResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['SimultaneousLoginsParameters'] = ResolversParentTypes['SimultaneousLoginsParameters']> = {
  excludeNoise?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  loginTypes?: Resolver<Maybe<ReadonlyArray<ResolversTypes['LoginType']>>, ParentType, ContextType>;
  minUsers?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  mode?: Resolver<ResolversTypes['SimultaneityMode'], ParentType, ContextType>;
  range?: Resolver<ResolversTypes['Period'], ParentType, ContextType>;
  window?: Resolver<Maybe<ResolversTypes['Duration']>, ParentType, ContextType>;
};

export type TotalCountResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['TotalCount'] = ResolversParentTypes['TotalCount']> = {
  relation?: Resolver<ResolversTypes['CountRelation'], ParentType, ContextType>;
  value?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type UnlockEventResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['UnlockEvent'] = ResolversParentTypes['UnlockEvent']> = {
  account?: Resolver<Maybe<ResolversTypes['Account']>, ParentType, ContextType>;
  action?: Resolver<ResolversTypes['SessionAction'], ParentType, ContextType>;
  host?: Resolver<ResolversTypes['Host'], ParentType, ContextType>;
  hostname?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  ingestedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  loginId?: Resolver<Maybe<ResolversTypes['LoginId']>, ParentType, ContextType>;
  session?: Resolver<Maybe<ResolversTypes['Session']>, ParentType, ContextType>;
  sourceId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  time?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  uid?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  user?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  userDomain?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  userName?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type UnlockedAtResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['UnlockedAt'] = ResolversParentTypes['UnlockedAt']> = {
  evidence?: Resolver<ResolversTypes['SessionEventConnection'], ParentType, ContextType, Partial<UnlockedAtEvidenceArgs>>;
  hostLocks?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  session?: Resolver<ResolversTypes['Session'], ParentType, ContextType>;
  unlockedFor?: Resolver<ResolversTypes['Duration'], ParentType, ContextType>;
  unlockedSeconds?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  unlockedSince?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type UnlockedAtConnectionResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['UnlockedAtConnection'] = ResolversParentTypes['UnlockedAtConnection']> = {
  analytic?: Resolver<ResolversTypes['Analytic'], ParentType, ContextType>;
  edges?: Resolver<ReadonlyArray<ResolversTypes['UnlockedAtEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['UnlockedAt']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  parameters?: Resolver<ResolversTypes['UnlockedAtParameters'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['TotalCount'], ParentType, ContextType, RequireFields<UnlockedAtConnectionTotalCountArgs, 'mode'>>;
  truncated?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type UnlockedAtEdgeResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['UnlockedAtEdge'] = ResolversParentTypes['UnlockedAtEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['UnlockedAt'], ParentType, ContextType>;
};

export type UnlockedAtParametersResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['UnlockedAtParameters'] = ResolversParentTypes['UnlockedAtParameters']> = {
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  excludeNoise?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  loginTypes?: Resolver<Maybe<ReadonlyArray<ResolversTypes['LoginType']>>, ParentType, ContextType>;
  minUnlocked?: Resolver<ResolversTypes['Duration'], ParentType, ContextType>;
};

export type UnusualRdpSourceResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['UnusualRdpSource'] = ResolversParentTypes['UnusualRdpSource']> = {
  evidence?: Resolver<ResolversTypes['SessionEventConnection'], ParentType, ContextType, Partial<UnusualRdpSourceEvidenceArgs>>;
  login?: Resolver<ResolversTypes['LoginEvent'], ParentType, ContextType>;
  reasons?: Resolver<ReadonlyArray<ResolversTypes['UnusualSourceReason']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type UnusualRdpSourceConnectionResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['UnusualRdpSourceConnection'] = ResolversParentTypes['UnusualRdpSourceConnection']> = {
  analytic?: Resolver<ResolversTypes['Analytic'], ParentType, ContextType>;
  edges?: Resolver<ReadonlyArray<ResolversTypes['UnusualRdpSourceEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['UnusualRdpSource']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  parameters?: Resolver<ResolversTypes['UnusualRdpSourceParameters'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['TotalCount'], ParentType, ContextType, RequireFields<UnusualRdpSourceConnectionTotalCountArgs, 'mode'>>;
  truncated?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type UnusualRdpSourceEdgeResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['UnusualRdpSourceEdge'] = ResolversParentTypes['UnusualRdpSourceEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['UnusualRdpSource'], ParentType, ContextType>;
};

export type UnusualRdpSourceParametersResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['UnusualRdpSourceParameters'] = ResolversParentTypes['UnusualRdpSourceParameters']> = {
  approvedSources?: Resolver<Maybe<ReadonlyArray<ResolversTypes['CIDR']>>, ParentType, ContextType>;
  excludeNoise?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  lookback?: Resolver<ResolversTypes['Duration'], ParentType, ContextType>;
  range?: Resolver<ResolversTypes['Period'], ParentType, ContextType>;
};

export type Resolvers<ContextType = GraphqlContext> = {
  Account?: AccountResolvers<ContextType>;
  AccountConnection?: AccountConnectionResolvers<ContextType>;
  AccountEdge?: AccountEdgeResolvers<ContextType>;
  Analytic?: AnalyticResolvers<ContextType>;
  AttackTechnique?: AttackTechniqueResolvers<ContextType>;
  AuditEntry?: AuditEntryResolvers<ContextType>;
  AuditEntryConnection?: AuditEntryConnectionResolvers<ContextType>;
  AuditEntryEdge?: AuditEntryEdgeResolvers<ContextType>;
  BruteForceThenSuccess?: BruteForceThenSuccessResolvers<ContextType>;
  BruteForceThenSuccessConnection?: BruteForceThenSuccessConnectionResolvers<ContextType>;
  BruteForceThenSuccessEdge?: BruteForceThenSuccessEdgeResolvers<ContextType>;
  BruteForceThenSuccessParameters?: BruteForceThenSuccessParametersResolvers<ContextType>;
  CIDR?: GraphQLScalarType;
  Car?: CarResolvers<ContextType>;
  ConcurrentSessions?: ConcurrentSessionsResolvers<ContextType>;
  ConcurrentSessionsConnection?: ConcurrentSessionsConnectionResolvers<ContextType>;
  ConcurrentSessionsEdge?: ConcurrentSessionsEdgeResolvers<ContextType>;
  ConcurrentSessionsParameters?: ConcurrentSessionsParametersResolvers<ContextType>;
  DateTime?: GraphQLScalarType;
  Duration?: GraphQLScalarType;
  DurationPercentiles?: DurationPercentilesResolvers<ContextType>;
  EventStats?: EventStatsResolvers<ContextType>;
  EventStatsBucket?: EventStatsBucketResolvers<ContextType>;
  EventStatsGroup?: EventStatsGroupResolvers<ContextType>;
  EventStatsKey?: EventStatsKeyResolvers<ContextType>;
  ExcludedUser?: ExcludedUserResolvers<ContextType>;
  FirstSeen?: FirstSeenResolvers<ContextType>;
  FirstSeenConnection?: FirstSeenConnectionResolvers<ContextType>;
  FirstSeenEdge?: FirstSeenEdgeResolvers<ContextType>;
  FirstSeenParameters?: FirstSeenParametersResolvers<ContextType>;
  Host?: HostResolvers<ContextType>;
  HostConnection?: HostConnectionResolvers<ContextType>;
  HostEdge?: HostEdgeResolvers<ContextType>;
  HostStart?: HostStartResolvers<ContextType>;
  HostStartConnection?: HostStartConnectionResolvers<ContextType>;
  HostStartEdge?: HostStartEdgeResolvers<ContextType>;
  HuntAnswer?: HuntAnswerResolvers<ContextType>;
  HuntMatch?: HuntMatchResolvers<ContextType>;
  Hunts?: HuntsResolvers<ContextType>;
  IPAddress?: GraphQLScalarType;
  IngestHostStartsPayload?: IngestHostStartsPayloadResolvers<ContextType>;
  IngestNote?: IngestNoteResolvers<ContextType>;
  IngestResult?: IngestResultResolvers<ContextType>;
  IngestSessionEventsPayload?: IngestSessionEventsPayloadResolvers<ContextType>;
  InputError?: InputErrorResolvers<ContextType>;
  LateralEndUsed?: LateralEndUsedResolvers<ContextType>;
  LateralGraph?: LateralGraphResolvers<ContextType>;
  LateralGraphEdge?: LateralGraphEdgeResolvers<ContextType>;
  LateralGraphNode?: LateralGraphNodeResolvers<ContextType>;
  LateralHop?: LateralHopResolvers<ContextType>;
  LateralPaths?: LateralPathsResolvers<ContextType>;
  LateralPathsConnection?: LateralPathsConnectionResolvers<ContextType>;
  LateralPathsEdge?: LateralPathsEdgeResolvers<ContextType>;
  LateralPathsParameters?: LateralPathsParametersResolvers<ContextType>;
  LocalAccountLogins?: LocalAccountLoginsResolvers<ContextType>;
  LocalAccountLoginsConnection?: LocalAccountLoginsConnectionResolvers<ContextType>;
  LocalAccountLoginsEdge?: LocalAccountLoginsEdgeResolvers<ContextType>;
  LocalAccountLoginsParameters?: LocalAccountLoginsParametersResolvers<ContextType>;
  LockEvent?: LockEventResolvers<ContextType>;
  LoggedOn?: LoggedOnResolvers<ContextType>;
  LoggedOnAccount?: LoggedOnAccountResolvers<ContextType>;
  LoginActivity?: LoginActivityResolvers<ContextType>;
  LoginActivityConnection?: LoginActivityConnectionResolvers<ContextType>;
  LoginActivityEdge?: LoginActivityEdgeResolvers<ContextType>;
  LoginActivityParameters?: LoginActivityParametersResolvers<ContextType>;
  LoginEvent?: LoginEventResolvers<ContextType>;
  LoginId?: GraphQLScalarType;
  LoginsSince?: LoginsSinceResolvers<ContextType>;
  LoginsSinceConnection?: LoginsSinceConnectionResolvers<ContextType>;
  LoginsSinceEdge?: LoginsSinceEdgeResolvers<ContextType>;
  LoginsSinceParameters?: LoginsSinceParametersResolvers<ContextType>;
  LogoutEvent?: LogoutEventResolvers<ContextType>;
  LongSessions?: LongSessionsResolvers<ContextType>;
  LongSessionsConnection?: LongSessionsConnectionResolvers<ContextType>;
  LongSessionsEdge?: LongSessionsEdgeResolvers<ContextType>;
  LongSessionsParameters?: LongSessionsParametersResolvers<ContextType>;
  MultiHostLogins?: MultiHostLoginsResolvers<ContextType>;
  MultiHostLoginsConnection?: MultiHostLoginsConnectionResolvers<ContextType>;
  MultiHostLoginsEdge?: MultiHostLoginsEdgeResolvers<ContextType>;
  MultiHostLoginsHost?: MultiHostLoginsHostResolvers<ContextType>;
  MultiHostLoginsParameters?: MultiHostLoginsParametersResolvers<ContextType>;
  Mutation?: MutationResolvers<ContextType>;
  NeverLocked?: NeverLockedResolvers<ContextType>;
  NeverLockedConnection?: NeverLockedConnectionResolvers<ContextType>;
  NeverLockedEdge?: NeverLockedEdgeResolvers<ContextType>;
  NeverLockedParameters?: NeverLockedParametersResolvers<ContextType>;
  Node?: NodeResolvers<ContextType>;
  OffHours?: OffHoursResolvers<ContextType>;
  OffHoursConnection?: OffHoursConnectionResolvers<ContextType>;
  OffHoursEdge?: OffHoursEdgeResolvers<ContextType>;
  OffHoursParameters?: OffHoursParametersResolvers<ContextType>;
  OpenHours?: OpenHoursResolvers<ContextType>;
  OrphanRate?: OrphanRateResolvers<ContextType>;
  Orphans?: OrphansResolvers<ContextType>;
  OrphansConnection?: OrphansConnectionResolvers<ContextType>;
  OrphansEdge?: OrphansEdgeResolvers<ContextType>;
  OrphansParameters?: OrphansParametersResolvers<ContextType>;
  Overview?: OverviewResolvers<ContextType>;
  PageInfo?: PageInfoResolvers<ContextType>;
  PasswordSpray?: PasswordSprayResolvers<ContextType>;
  PasswordSprayConnection?: PasswordSprayConnectionResolvers<ContextType>;
  PasswordSprayEdge?: PasswordSprayEdgeResolvers<ContextType>;
  PasswordSprayParameters?: PasswordSprayParametersResolvers<ContextType>;
  Period?: PeriodResolvers<ContextType>;
  Port?: GraphQLScalarType;
  Query?: QueryResolvers<ContextType>;
  ReconnectEvent?: ReconnectEventResolvers<ContextType>;
  ReconnectFromNewSource?: ReconnectFromNewSourceResolvers<ContextType>;
  ReconnectFromNewSourceConnection?: ReconnectFromNewSourceConnectionResolvers<ContextType>;
  ReconnectFromNewSourceEdge?: ReconnectFromNewSourceEdgeResolvers<ContextType>;
  ReconnectFromNewSourceParameters?: ReconnectFromNewSourceParametersResolvers<ContextType>;
  ReconnectWithoutLogin?: ReconnectWithoutLoginResolvers<ContextType>;
  ReconnectWithoutLoginConnection?: ReconnectWithoutLoginConnectionResolvers<ContextType>;
  ReconnectWithoutLoginEdge?: ReconnectWithoutLoginEdgeResolvers<ContextType>;
  ReconnectWithoutLoginParameters?: ReconnectWithoutLoginParametersResolvers<ContextType>;
  RemoteCapableEvent?: RemoteCapableEventResolvers<ContextType>;
  RemoteDesktopLogins?: RemoteDesktopLoginsResolvers<ContextType>;
  RemoteDesktopLoginsConnection?: RemoteDesktopLoginsConnectionResolvers<ContextType>;
  RemoteDesktopLoginsEdge?: RemoteDesktopLoginsEdgeResolvers<ContextType>;
  RemoteDesktopLoginsParameters?: RemoteDesktopLoginsParametersResolvers<ContextType>;
  Session?: SessionResolvers<ContextType>;
  SessionConnection?: SessionConnectionResolvers<ContextType>;
  SessionEdge?: SessionEdgeResolvers<ContextType>;
  SessionEvent?: SessionEventResolvers<ContextType>;
  SessionEventConnection?: SessionEventConnectionResolvers<ContextType>;
  SessionEventEdge?: SessionEventEdgeResolvers<ContextType>;
  SessionStats?: SessionStatsResolvers<ContextType>;
  SessionStatsBucket?: SessionStatsBucketResolvers<ContextType>;
  SessionStatsGroup?: SessionStatsGroupResolvers<ContextType>;
  SessionStatsKey?: SessionStatsKeyResolvers<ContextType>;
  SimultaneousLogins?: SimultaneousLoginsResolvers<ContextType>;
  SimultaneousLoginsConnection?: SimultaneousLoginsConnectionResolvers<ContextType>;
  SimultaneousLoginsEdge?: SimultaneousLoginsEdgeResolvers<ContextType>;
  SimultaneousLoginsParameters?: SimultaneousLoginsParametersResolvers<ContextType>;
  TotalCount?: TotalCountResolvers<ContextType>;
  UnlockEvent?: UnlockEventResolvers<ContextType>;
  UnlockedAt?: UnlockedAtResolvers<ContextType>;
  UnlockedAtConnection?: UnlockedAtConnectionResolvers<ContextType>;
  UnlockedAtEdge?: UnlockedAtEdgeResolvers<ContextType>;
  UnlockedAtParameters?: UnlockedAtParametersResolvers<ContextType>;
  UnusualRdpSource?: UnusualRdpSourceResolvers<ContextType>;
  UnusualRdpSourceConnection?: UnusualRdpSourceConnectionResolvers<ContextType>;
  UnusualRdpSourceEdge?: UnusualRdpSourceEdgeResolvers<ContextType>;
  UnusualRdpSourceParameters?: UnusualRdpSourceParametersResolvers<ContextType>;
};

