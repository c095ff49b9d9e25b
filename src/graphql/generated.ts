import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
import type { LoginEvent as LoginEventModel, LogoutEvent as LogoutEventModel, ReconnectEvent as ReconnectEventModel, LockEvent as LockEventModel, UnlockEvent as UnlockEventModel } from '../model/sessionEvent.ts';
import type { EventPage, EventEdge as SessionEventEdgeModel } from '../domain/listEvents.ts';
import type { StoredSession } from '../model/session/session.ts';
import type { SessionPage, SessionEdge as SessionEdgeModel } from '../domain/listSessions.ts';
import type { HostKey } from '../model/host.ts';
import type { HostPage, HostEdge as HostEdgeModel } from '../domain/listHosts.ts';
import type { HostStart as HostStartModel, HostStop as HostStopModel, HostSeen as HostSeenModel, Disconnect as DisconnectModel } from '../model/contextEvent.ts';
import type { ContextEventPage, ContextEventEdge as ContextEventEdgeModel } from '../domain/listContextEvents.ts';
import type { AuditEntry as AuditEntryModel } from '../model/audit/auditEntry.ts';
import type { AuditPage, AuditEdge as AuditEntryEdgeModel } from '../domain/audit/listAuditEntries.ts';
import type { Account as AccountModel } from '../model/account.ts';
import type { AccountPage, AccountEdge as AccountEdgeModel } from '../domain/listAccounts.ts';
import type { LoggedOnRequest, LoggedOnAccount as LoggedOnAccountModel } from '../domain/findLoggedOn.ts';
import type { Coverage as HostCoverageModel } from '../db/selectCoverage.ts';
import type { SearchAnswer } from '../domain/search/findMatches.ts';
import type { LogonGraph as LogonGraphModel, LogonGraphEdge as LogonGraphEdgeModel } from '../domain/getLogonGraph.ts';
import type { LogonNode } from '../model/logonGraph/logonGraph.ts';
import type { EventStats as EventStatsModel, EventStatsGroup as EventStatsGroupModel, EventStatsBucket as EventStatsBucketModel } from '../domain/getEventStats.ts';
import type { EventStatsKey as EventStatsKeyModel } from '../model/stats/eventStats.ts';
import type { SessionStats as SessionStatsModel, SessionStatsGroup as SessionStatsGroupModel, SessionStatsBucket as SessionStatsBucketModel } from '../domain/getSessionStats.ts';
import type { SessionStatsKey as SessionStatsKeyModel } from '../model/stats/sessionStats.ts';
import type { PageEnds } from '../domain/listPage.ts';
import type { ShownHop } from '../domain/hunts/lateral/makePath.ts';
import type { LateralGraph as LateralGraphModel } from '../model/hunts/lateral/makeGraph.ts';
import type { GraphqlContext } from './context.ts';
export type Maybe<T> = T | null;
export type InputMaybe<T> = Maybe<T>;
export type Omit<T, K extends keyof T> = Pick<T, Exclude<keyof T, K>>;
export type RequireFields<T, K extends keyof T> = Omit<T, K> & { [P in K]-?: NonNullable<T[P]> };
/** All built-in and custom scalars, mapped to their actual values */
export type Scalars = {
  ID: { input: string; output: string; }
  String: { input: string; output: string; }
  Boolean: { input: boolean; output: boolean; }
  Int: { input: number; output: number; }
  Float: { input: number; output: number; }
  /**
   * A network in CIDR notation, such as `10.0.0.0/8` or `fe80::/10`. An address without a prefix length is the network of
   * that single address. Error: INVALID_CIDR.
   */
  CIDR: { input: unknown; output: string; }
  /**
   * A point in time: RFC 3339 with an offset from UTC and 0 to 9 fraction digits. Digits after the sixth are cut off.
   *
   * Responses are in UTC with microseconds, `2026-11-22T10:23:30.336123Z`, and sort as text. Errors: INVALID_TIME,
   * TIME_OUT_OF_RANGE.
   */
  DateTime: { input: unknown; output: string; }
  /**
   * A length of time: ISO 8601 in weeks, days, hours, minutes and seconds, such as `PT24H` or `P30D`. More than zero and at
   * most `P36500D`. Months and years have no exact length and are refused, except in `TimeBucketInput`. Responses may have
   * fractions of a second: `PT8H3M21.5S`. Error: INVALID_DURATION.
   */
  Duration: { input: unknown; output: string; }
  /**
   * An IPv4 or IPv6 address, such as `10.0.0.54` or `fe80::1`. An IPv4-mapped address (`::ffff:10.0.0.54`) is returned as
   * IPv4. Error: INVALID_IP_ADDRESS.
   */
  IPAddress: { input: unknown; output: string; }
  /**
   * CAR `login_id`: a number that a host assigns to a logon. It is unique on that host until the host restarts.
   *
   * Accepts hexadecimal text with `0x` (`"0xf61f3"`, zero-padded or not) and decimals as text or number (`1008115`), up to
   * 64 bits. Responses are lower-case hexadecimal without leading zeros. Error: INVALID_LOGIN_ID.
   */
  LoginId: { input: unknown; output: string; }
  /** A TCP port, 0 to 65535. Error: INVALID_PORT. */
  Port: { input: unknown; output: number; }
};

/** A user, however events spell the name: `THESHIRE\ana`, `theshire.local\ANA` and `ana@theshire.local` are one account. */
export type Account = Node & {
  readonly __typename?: 'Account';
  /** Events that name the account, newest first by default. */
  readonly events: SessionEventConnection;
  /** Time of its oldest stored event. Null when none is stored. */
  readonly firstSeenAt?: Maybe<Scalars['DateTime']['output']>;
  /**
   * Global id of the domain and name in `user`. With another `DOMAIN_ALIASES` the account may have another id. Earlier ids remain
   * valid: while the domain has an alias, the id of any of its names is this account.
   */
  readonly id: Scalars['ID']['output'];
  /** Its newest successful login. Null when there is none. */
  readonly lastLogin?: Maybe<LoginEvent>;
  /** Time of its newest stored event. Null when none is stored. */
  readonly lastSeenAt?: Maybe<Scalars['DateTime']['output']>;
  /** Sessions of the account on all hosts, latest start first by default. */
  readonly sessions: SessionConnection;
  /** Domain in upper case and name in lower case: `THESHIRE\ana`; `ana` without a domain. */
  readonly user: Scalars['String']['output'];
  /** First label of the domain in upper case. Null without a domain, as on Linux, where one name on two hosts can be two people. */
  readonly userDomain?: Maybe<Scalars['String']['output']>;
  /** Name in lower case. */
  readonly userName: Scalars['String']['output'];
};


/** A user, however events spell the name: `THESHIRE\ana`, `theshire.local\ANA` and `ana@theshire.local` are one account. */
export type AccountEventsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<SessionEventFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  order?: TimeOrder;
};


/** A user, however events spell the name: `THESHIRE\ana`, `theshire.local\ANA` and `ana@theshire.local` are one account. */
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
  /** The accounts of this page, with their cursors. */
  readonly edges: ReadonlyArray<AccountEdge>;
  /** The accounts of this page. */
  readonly nodes: ReadonlyArray<Account>;
  /** Position of this page in the list. */
  readonly pageInfo: PageInfo;
  /** Number of accounts on all pages. Counted only when selected. */
  readonly totalCount: TotalCount;
};


/** A page of accounts. */
export type AccountConnectionTotalCountArgs = {
  mode?: CountMode;
};

/** An account and its cursor. */
export type AccountEdge = {
  readonly __typename?: 'AccountEdge';
  /** Opaque position in the list, for `after` and `before` with the same filter. */
  readonly cursor: Scalars['String']['output'];
  /** The account. */
  readonly node: Account;
};

/** Which accounts match. All given members must match. */
export type AccountFilter = {
  /** All of these filters must match. */
  readonly and?: InputMaybe<ReadonlyArray<AccountFilter>>;
  /** This filter must not match. */
  readonly not?: InputMaybe<AccountFilter>;
  /** At least one of these filters must match. */
  readonly or?: InputMaybe<ReadonlyArray<AccountFilter>>;
  /** User: `ana` matches that name in any domain. */
  readonly user?: InputMaybe<UserFilter>;
  /** Domain in any case. `isNull: true` matches accounts without one. */
  readonly userDomain?: InputMaybe<TextFilter>;
};

/** An account that a search found. */
export type AccountMatch = SearchMatch & {
  readonly __typename?: 'AccountMatch';
  /** The account. */
  readonly account: Account;
  /** Time of the oldest stored event with the value; of a host, of the oldest ever recorded. Null when there is none. */
  readonly firstSeenAt?: Maybe<Scalars['DateTime']['output']>;
  /** Kind of the value. */
  readonly kind: SearchKind;
  /** Time of the newest stored event with the value; of a host, of the newest ever recorded. Null when there is none. */
  readonly lastSeenAt?: Maybe<Scalars['DateTime']['output']>;
  /** How the text matches the value. */
  readonly match: MatchType;
  /** The value as text: `HOST1`, `CORP\ana`, `S-1-5-18`, `10.0.0.54`, `0xf61f3`. */
  readonly value: Scalars['String']['output'];
};

/** A source address that a search found. */
export type AddressMatch = SearchMatch & {
  readonly __typename?: 'AddressMatch';
  /** CAR `src_ip`: the address. */
  readonly address: Scalars['IPAddress']['output'];
  /** Events from the address, newest first by default. */
  readonly events: SessionEventConnection;
  /** Time of the oldest stored event with the value; of a host, of the oldest ever recorded. Null when there is none. */
  readonly firstSeenAt?: Maybe<Scalars['DateTime']['output']>;
  /** Kind of the value. */
  readonly kind: SearchKind;
  /** Time of the newest stored event with the value; of a host, of the newest ever recorded. Null when there is none. */
  readonly lastSeenAt?: Maybe<Scalars['DateTime']['output']>;
  /** How the text matches the value. */
  readonly match: MatchType;
  /** The value as text: `HOST1`, `CORP\ana`, `S-1-5-18`, `10.0.0.54`, `0xf61f3`. */
  readonly value: Scalars['String']['output'];
};


/** A source address that a search found. */
export type AddressMatchEventsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<SessionEventFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  order?: TimeOrder;
};

/** An analytic or hunt, and where it is documented. */
export type Analytic = {
  readonly __typename?: 'Analytic';
  /** MITRE ATT&CK techniques that it can detect. */
  readonly attackTechniques: ReadonlyArray<AttackTechnique>;
  /** CAR id, such as `CAR-2013-02-008`; for a hunt the name of its field. */
  readonly id: Scalars['String']['output'];
  /** Title. */
  readonly title: Scalars['String']['output'];
  /** Page of the analytic at CAR, or of the hunt's first technique at ATT&CK. */
  readonly url: Scalars['String']['output'];
};

/** A technique of MITRE ATT&CK. */
export type AttackTechnique = {
  readonly __typename?: 'AttackTechnique';
  /** Id, such as `T1078.002`. */
  readonly id: Scalars['String']['output'];
  /** Name, such as `Valid Accounts: Domain Accounts`. */
  readonly name: Scalars['String']['output'];
  /** Page at https://attack.mitre.org. */
  readonly url: Scalars['String']['output'];
};

/**
 * An operation: who ran it, when, and its outcome. Appears about a second after the response.
 *
 * Documents and variables are stored only as hashes, keyed with a secret of the database. Equal ones have equal hashes,
 * but the values cannot be recovered.
 */
export type AuditEntry = {
  readonly __typename?: 'AuditEntry';
  /** Number of sent items that were stored. Null when the operation stores none. */
  readonly accepted?: Maybe<Scalars['Int']['output']>;
  /** IP address that the request came from; behind a proxy, that of the proxy. Null for commands. */
  readonly address?: Maybe<Scalars['IPAddress']['output']>;
  /** How the caller was identified. */
  readonly callerKind: CallerKind;
  /** Name of the API key, subject of the token, or operating system account. */
  readonly callerName: Scalars['String']['output'];
  /** Cost of the operation, as in `extensions.cost`. Null when unknown. */
  readonly cost?: Maybe<Scalars['Int']['output']>;
  /** Keyed hash of the document. Null without a document. */
  readonly documentHash?: Maybe<Scalars['String']['output']>;
  /** Number of sent items that were already stored. Null when the operation stores none. */
  readonly duplicates?: Maybe<Scalars['Int']['output']>;
  /** Duration in milliseconds. */
  readonly durationMs: Scalars['Float']['output'];
  /** Codes of the errors in the response, each once. */
  readonly errorCodes: ReadonlyArray<Scalars['String']['output']>;
  /** Id of the caller's API key, or of the key that a command added or revoked: the 16 hexadecimal digits after `ss_`. Null otherwise. */
  readonly keyId?: Maybe<Scalars['String']['output']>;
  /** Name that the client gave the operation, or name of the command. Null without one. */
  readonly operationName?: Maybe<Scalars['String']['output']>;
  /** Type of the operation. Null when the document is not valid. */
  readonly operationType?: Maybe<AuditOperationType>;
  /** Outcome of the operation. */
  readonly outcome: AuditOutcome;
  /** Number of sent items that were rejected. Null when the operation stores none. */
  readonly rejected?: Maybe<Scalars['Int']['output']>;
  /** Id of the request: the response header `x-request-id`, and `reqId` in the log. A command has an id of its own. */
  readonly requestId: Scalars['String']['output'];
  /** Root fields that the operation selects, sorted by name. */
  readonly rootFields: ReadonlyArray<Scalars['String']['output']>;
  /** Number of items in the lists of the response; for an erasure, the number of events and context events that it removed. Null when unknown. */
  readonly rows?: Maybe<Scalars['Int']['output']>;
  /** Time of the response. */
  readonly time: Scalars['DateTime']['output'];
  /** Keyed hash of the variables, independent of the order of their keys. Null without variables, and for a mutation of more than 64 KiB. */
  readonly variablesHash?: Maybe<Scalars['String']['output']>;
};

/** A page of audit entries. */
export type AuditEntryConnection = {
  readonly __typename?: 'AuditEntryConnection';
  /** The entries of this page, with their cursors. */
  readonly edges: ReadonlyArray<AuditEntryEdge>;
  /** The entries of this page. */
  readonly nodes: ReadonlyArray<AuditEntry>;
  /** Position of this page in the list. */
  readonly pageInfo: PageInfo;
  /** Number of entries on all pages. Counted only when selected. */
  readonly totalCount: TotalCount;
};


/** A page of audit entries. */
export type AuditEntryConnectionTotalCountArgs = {
  mode?: CountMode;
};

/** An entry and its cursor. */
export type AuditEntryEdge = {
  readonly __typename?: 'AuditEntryEdge';
  /** Opaque position in the list, for `after` and `before` with the same filter and order. */
  readonly cursor: Scalars['String']['output'];
  /** The entry. */
  readonly node: AuditEntry;
};

/** Which entries match. All given members must match; a member that is null or absent is ignored. Error: BAD_FILTER. */
export type AuditFilter = {
  /** Exact name of the API key, subject of the token, or operating system account. */
  readonly callerName?: InputMaybe<Scalars['String']['input']>;
  /** Id of the API key. */
  readonly keyId?: InputMaybe<Scalars['String']['input']>;
  /** Exact name of the operation. */
  readonly operationName?: InputMaybe<Scalars['String']['input']>;
  /** Outcome of the operation. */
  readonly outcome?: InputMaybe<AuditOutcome>;
  /** A root field that the operation selects, such as `sessionEvents`. */
  readonly rootField?: InputMaybe<Scalars['String']['input']>;
  /** Time of the response. */
  readonly time?: InputMaybe<TimeFilter>;
  /** Hash of the variables, copied from an entry: finds the same variables again. */
  readonly variablesHash?: InputMaybe<Scalars['String']['input']>;
};

/** Type of an operation. */
export type AuditOperationType =
  /** A command that changes stored data or access: `keysAdd`, `keysRevoke`, `erase`. */
  | 'COMMAND'
  /** A request to `/ingest`. */
  | 'INGEST'
  /** A GraphQL mutation. */
  | 'MUTATION'
  /** A GraphQL query. */
  | 'QUERY';

/** Outcome of an operation. */
export type AuditOutcome =
  /** Failed for another reason, such as an outage or a deadline. */
  | 'FAILED'
  /** Answered without errors. */
  | 'OK'
  /** Refused for a reason that the caller can fix; see `errorCodes`. */
  | 'REFUSED';

/** How much of a baseline the facts of a host cover. Facts are all its events and context events. */
export type Baseline = {
  readonly __typename?: 'Baseline';
  /**
   * Share of the days of the baseline on which the host has facts, 0 to 1.
   *
   * A day has 24 hours and ends at `range.from` or a whole number of days before it; the first day of the baseline may be shorter. A day counts when the host
   * recorded a fact on it, or when it lies between facts without a silence longer than SILENCE (24 hours unless the server has another value); for a whole day
   * and a SILENCE of up to 24 hours that is the same. Days whose events retention has dropped do not count.
   */
  readonly coverage: Scalars['Float']['output'];
  /** Whether `coverage` is at least `minCoverage`. */
  readonly status: BaselineStatus;
};

/** Whether a baseline suffices to call something new. */
export type BaselineStatus =
  /** The facts of the host cover enough days. */
  | 'COVERED'
  /** They do not: what looks new may only be new to the log. It is not a finding. */
  | 'INSUFFICIENT_BASELINE';

/** Condition on a value that is true, false or missing. All given members must match. */
export type BooleanFilter = {
  /** Equals this value. */
  readonly eq?: InputMaybe<Scalars['Boolean']['input']>;
  /** True: the value is missing, as on every event but logins. False: it is present. */
  readonly isNull?: InputMaybe<Scalars['Boolean']['input']>;
};

/** What the failures and the success share. */
export type BruteForceKey =
  /** Source address; any host and user. */
  | 'SRC_IP'
  /** Source address and host. */
  | 'SRC_IP_HOST'
  /** Source address and user; failures match by the user's name in any domain. */
  | 'SRC_IP_USER'
  /** User; any source address and host. Failures match by domain and name; see `bruteForceThenSuccess` for the exception. */
  | 'USER'
  /** User and host; failures match by the user's name in any domain. Also finds failures without a source address. */
  | 'USER_HOST';

/** A successful login after many failed ones. The evidence is the failures and the success. */
export type BruteForceThenSuccess = HuntMatch & {
  readonly __typename?: 'BruteForceThenSuccess';
  /** User. Null when it is not in the key. */
  readonly account?: Maybe<Account>;
  /** Number of different users that the failures name. Names are compared without their domains. */
  readonly distinctUsersTried: Scalars['Int']['output'];
  /** The events that prove the match, oldest first. */
  readonly evidence: SessionEventConnection;
  /** Number of failed logins. */
  readonly failureCount: Scalars['Int']['output'];
  /** Time of the first failure. */
  readonly firstFailureAt: Scalars['DateTime']['output'];
  /** Host. Null when it is not in the key. */
  readonly host?: Maybe<Host>;
  /** Source address. Null when it is not in the key. */
  readonly srcIp?: Maybe<Scalars['IPAddress']['output']>;
  /** Time of the successful login. */
  readonly succeededAt: Scalars['DateTime']['output'];
  /** The successful login; its `session` shows what followed. Null when it is past the retention period. */
  readonly success?: Maybe<LoginEvent>;
};


/** A successful login after many failed ones. The evidence is the failures and the success. */
export type BruteForceThenSuccessEvidenceArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
};

/** A page of matches of `bruteForceThenSuccess`. */
export type BruteForceThenSuccessConnection = HuntAnswer & {
  readonly __typename?: 'BruteForceThenSuccessConnection';
  /** Id, title and ATT&CK techniques of the analytic. */
  readonly analytic: Analytic;
  /** The matches of this page, with their cursors. */
  readonly edges: ReadonlyArray<BruteForceThenSuccessEdge>;
  /** The matches of this page. */
  readonly nodes: ReadonlyArray<BruteForceThenSuccess>;
  /** Position of this page in the list. */
  readonly pageInfo: PageInfo;
  /** The parameters that the analytic used, defaults included. */
  readonly parameters: BruteForceThenSuccessParameters;
  /** Number of matches on all pages. Counted only when selected. */
  readonly totalCount: TotalCount;
  /** True when there are more than 10,000 matches. Only the first 10,000 are listed; `totalCount` counts all. */
  readonly truncated: Scalars['Boolean']['output'];
};


/** A page of matches of `bruteForceThenSuccess`. */
export type BruteForceThenSuccessConnectionTotalCountArgs = {
  mode?: CountMode;
};

/** A match and its cursor. */
export type BruteForceThenSuccessEdge = {
  readonly __typename?: 'BruteForceThenSuccessEdge';
  /** Opaque position of the match, for `after` and `before` with the same arguments. */
  readonly cursor: Scalars['String']['output'];
  /** The match. */
  readonly node: BruteForceThenSuccess;
};

/** Parameters that `bruteForceThenSuccess` used. */
export type BruteForceThenSuccessParameters = {
  readonly __typename?: 'BruteForceThenSuccessParameters';
  /** Whether noise is left out. */
  readonly excludeNoise: Scalars['Boolean']['output'];
  /** What the failures and the success share. */
  readonly key: BruteForceKey;
  /** Minimum number of failures. */
  readonly minFailures: Scalars['Int']['output'];
  /** The range that was searched. */
  readonly range: Period;
  /** Length of the window. */
  readonly window: Scalars['Duration']['output'];
};

/** How a caller was identified. */
export type CallerKind =
  /** Not at all: the server requires no authentication. */
  | 'ANYONE'
  /** By the operating system account that ran a command. */
  | 'COMMAND'
  /** By an API key. */
  | 'KEY'
  /** By a token of an identity provider. */
  | 'TOKEN';

/**
 * The analytics of MITRE CAR that concern user sessions, https://car.mitre.org/analytics/.
 *
 * Each is answered independently: one that fails is null with an entry in `errors`. All leave out noise by default.
 * Errors: BAD_PARAMETER, BAD_FILTER (an empty list), DEADLINE_EXCEEDED (the range is too large to read in time).
 */
export type Car = {
  readonly __typename?: 'Car';
  /** Always `car`, so that caches keep together what different queries select here. `node` does not accept it. */
  readonly id: Scalars['ID']['output'];
  /**
   * CAR-2016-04-004: successful REMOTE logins of accounts that are local to the host (the user's domain is the name of the
   * host, or its first 15 characters, its NetBIOS name), as in an attack with a stolen password hash. ANONYMOUS LOGON never
   * matches. Linux users have no domain, so they never match either.
   */
  readonly localAccountLogins?: Maybe<LocalAccountLoginsConnection>;
  /**
   * CAR-2013-10-001: successful logins of users who are not among the most frequent ones in the range.
   *
   * A user with as many logins as the last of the most frequent ones is left out too. Logins of unknown users are listed.
   */
  readonly loginActivity?: Maybe<LoginActivityConnection>;
  /**
   * CAR-2015-07-001: users who logged in to a host after its last start and before `at`, both exclusive. Their credentials
   * may have been in the host's memory.
   */
  readonly loginsSince?: Maybe<LoginsSinceConnection>;
  /**
   * CAR-2013-02-012: a user who logged in to several hosts.
   *
   * For each successful login at time t, counts the different hosts that its user logged in to in the window (t - window,
   * t]. Windows with at least `minHosts` hosts match; windows that overlap are merged into one match. Logins up to one
   * window before `range.from` count too. Logins of unknown users are ignored.
   */
  readonly multiHostLogins?: Maybe<MultiHostLoginsConnection>;
  /** CAR-2016-04-005: successful RDP logins from source addresses that are not approved. An unknown source address counts as not approved. */
  readonly remoteDesktopLogins?: Maybe<RemoteDesktopLoginsConnection>;
  /**
   * CAR-2013-02-008: several users on one host at the same time.
   *
   * For each successful login at time t, counts the different users that logged in to the host in the window (t - window,
   * t]. Windows with at least `minUsers` users match; windows that overlap are merged into one match. Logins up to one
   * window before `range.from` count too. Logins of unknown users are ignored.
   */
  readonly simultaneousLogins?: Maybe<SimultaneousLoginsConnection>;
};


/**
 * The analytics of MITRE CAR that concern user sessions, https://car.mitre.org/analytics/.
 *
 * Each is answered independently: one that fails is null with an entry in `errors`. All leave out noise by default.
 * Errors: BAD_PARAMETER, BAD_FILTER (an empty list), DEADLINE_EXCEEDED (the range is too large to read in time).
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
 * The analytics of MITRE CAR that concern user sessions, https://car.mitre.org/analytics/.
 *
 * Each is answered independently: one that fails is null with an entry in `errors`. All leave out noise by default.
 * Errors: BAD_PARAMETER, BAD_FILTER (an empty list), DEADLINE_EXCEEDED (the range is too large to read in time).
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
 * The analytics of MITRE CAR that concern user sessions, https://car.mitre.org/analytics/.
 *
 * Each is answered independently: one that fails is null with an entry in `errors`. All leave out noise by default.
 * Errors: BAD_PARAMETER, BAD_FILTER (an empty list), DEADLINE_EXCEEDED (the range is too large to read in time).
 */
export type CarLoginsSinceArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  at: Scalars['DateTime']['input'];
  before?: InputMaybe<Scalars['String']['input']>;
  bootTime?: InputMaybe<Scalars['DateTime']['input']>;
  excludeNoise?: Scalars['Boolean']['input'];
  first?: InputMaybe<Scalars['Int']['input']>;
  hostname: Scalars['String']['input'];
  includeUnknown?: Scalars['Boolean']['input'];
  last?: InputMaybe<Scalars['Int']['input']>;
};


/**
 * The analytics of MITRE CAR that concern user sessions, https://car.mitre.org/analytics/.
 *
 * Each is answered independently: one that fails is null with an entry in `errors`. All leave out noise by default.
 * Errors: BAD_PARAMETER, BAD_FILTER (an empty list), DEADLINE_EXCEEDED (the range is too large to read in time).
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
 * The analytics of MITRE CAR that concern user sessions, https://car.mitre.org/analytics/.
 *
 * Each is answered independently: one that fails is null with an entry in `errors`. All leave out noise by default.
 * Errors: BAD_PARAMETER, BAD_FILTER (an empty list), DEADLINE_EXCEEDED (the range is too large to read in time).
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
 * The analytics of MITRE CAR that concern user sessions, https://car.mitre.org/analytics/.
 *
 * Each is answered independently: one that fails is null with an entry in `errors`. All leave out noise by default.
 * Errors: BAD_PARAMETER, BAD_FILTER (an empty list), DEADLINE_EXCEEDED (the range is too large to read in time).
 */
export type CarSimultaneousLoginsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  excludeNoise?: Scalars['Boolean']['input'];
  first?: InputMaybe<Scalars['Int']['input']>;
  includeUnknown?: Scalars['Boolean']['input'];
  last?: InputMaybe<Scalars['Int']['input']>;
  loginTypes?: InputMaybe<ReadonlyArray<LoginType>>;
  minUsers?: Scalars['Int']['input'];
  mode?: SimultaneityMode;
  range: TimeRange;
  window?: Scalars['Duration']['input'];
};

/** Which sessions are counted together. */
export type ConcurrencyKey =
  /** Those on one host, of all accounts. */
  | 'HOST'
  /** Those of one account, on all hosts. */
  | 'USER';

/** What can be counted instead of sessions. */
export type ConcurrencyTrait =
  /** Different hosts. */
  | 'HOST'
  /** Different source addresses. */
  | 'SRC_IP'
  /** Different accounts. */
  | 'USER';

/**
 * A period during which at least `minPeak` sessions, or different values of `distinct`, were open at the same time. The
 * evidence is their first events.
 */
export type ConcurrentSessions = HuntMatch & {
  readonly __typename?: 'ConcurrentSessions';
  /** Account of the sessions. Null with key HOST. */
  readonly account?: Maybe<Account>;
  /** Number of different values of `distinct` in the period; without `distinct` the number of sessions. */
  readonly distinctCount: Scalars['Int']['output'];
  /** The events that prove the match, oldest first. */
  readonly evidence: SessionEventConnection;
  /** Start of the period, inclusive. */
  readonly from: Scalars['DateTime']['output'];
  /** Host of the sessions. Null with key USER. */
  readonly host?: Maybe<Host>;
  /** Largest number at one time, of sessions or of different values of `distinct`. */
  readonly peak: Scalars['Int']['output'];
  /** When `peak` was first reached. */
  readonly peakAt: Scalars['DateTime']['output'];
  /** Number of sessions that were open at any time in the period. */
  readonly sessionCount: Scalars['Int']['output'];
  /** The sessions that were open at any time in the period, earliest start first. */
  readonly sessions: SessionConnection;
  /**
   * The name of `from` in version 0.1.
   * @deprecated Use `from`.
   */
  readonly since: Scalars['DateTime']['output'];
  /** End of the period, exclusive. */
  readonly until: Scalars['DateTime']['output'];
};


/**
 * A period during which at least `minPeak` sessions, or different values of `distinct`, were open at the same time. The
 * evidence is their first events.
 */
export type ConcurrentSessionsEvidenceArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
};


/**
 * A period during which at least `minPeak` sessions, or different values of `distinct`, were open at the same time. The
 * evidence is their first events.
 */
export type ConcurrentSessionsSessionsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
};

/** A page of matches of `concurrentSessions`. */
export type ConcurrentSessionsConnection = HuntAnswer & {
  readonly __typename?: 'ConcurrentSessionsConnection';
  /** Id, title and ATT&CK techniques of the analytic. */
  readonly analytic: Analytic;
  /** The matches of this page, with their cursors. */
  readonly edges: ReadonlyArray<ConcurrentSessionsEdge>;
  /** The matches of this page. */
  readonly nodes: ReadonlyArray<ConcurrentSessions>;
  /** Position of this page in the list. */
  readonly pageInfo: PageInfo;
  /** The parameters that the analytic used, defaults included. */
  readonly parameters: ConcurrentSessionsParameters;
  /** Number of matches on all pages. Counted only when selected. */
  readonly totalCount: TotalCount;
  /** True when there are more than 10,000 matches. Only the first 10,000 are listed; `totalCount` counts all. */
  readonly truncated: Scalars['Boolean']['output'];
};


/** A page of matches of `concurrentSessions`. */
export type ConcurrentSessionsConnectionTotalCountArgs = {
  mode?: CountMode;
};

/** A match and its cursor. */
export type ConcurrentSessionsEdge = {
  readonly __typename?: 'ConcurrentSessionsEdge';
  /** Opaque position of the match, for `after` and `before` with the same arguments. */
  readonly cursor: Scalars['String']['output'];
  /** The match. */
  readonly node: ConcurrentSessions;
};

/** Parameters that `concurrentSessions` used. */
export type ConcurrentSessionsParameters = {
  readonly __typename?: 'ConcurrentSessionsParameters';
  /** Trait whose different values were counted. Null when sessions were. */
  readonly distinct?: Maybe<ConcurrencyTrait>;
  /** Whether noise is left out. */
  readonly excludeNoise: Scalars['Boolean']['output'];
  /** Whether sessions counted up to `endedAt`. */
  readonly includeUnknown: Scalars['Boolean']['output'];
  /** Which sessions were counted together. */
  readonly key: ConcurrencyKey;
  /** The login types that were searched; null for all. */
  readonly loginTypes?: Maybe<ReadonlyArray<LoginType>>;
  /** Minimum number at the same time. */
  readonly minPeak: Scalars['Int']['output'];
  /** The range that was searched. */
  readonly range: Period;
};

/** A record about a host or a connection, beside CAR's five actions: without it, sessions cannot be told correctly. */
export type ContextEvent = {
  /** Host that recorded it. */
  readonly host: Host;
  /** Name of the host, as in events. */
  readonly hostname: Scalars['String']['output'];
  /** Global id. The same record always gets the same id. */
  readonly id: Scalars['ID']['output'];
  /** When Sessionscope stored it. */
  readonly ingestedAt: Scalars['DateTime']['output'];
  /** Id of the record at its source: `windows/system/12`. Null when the sender gave none. */
  readonly sourceId?: Maybe<Scalars['String']['output']>;
  /** When it happened, by the host's clock. */
  readonly time: Scalars['DateTime']['output'];
};

/** A page of context events. */
export type ContextEventConnection = {
  readonly __typename?: 'ContextEventConnection';
  /** The context events of this page, with their cursors. */
  readonly edges: ReadonlyArray<ContextEventEdge>;
  /** The context events of this page. */
  readonly nodes: ReadonlyArray<ContextEvent>;
  /** Position of this page in the list. */
  readonly pageInfo: PageInfo;
  /** Number of context events on all pages. Counted only when selected. */
  readonly totalCount: TotalCount;
};


/** A page of context events. */
export type ContextEventConnectionTotalCountArgs = {
  mode?: CountMode;
};

/** A context event and its cursor. */
export type ContextEventEdge = {
  readonly __typename?: 'ContextEventEdge';
  /** Opaque position in the list, for `after` and `before` with the same filter and order. */
  readonly cursor: Scalars['String']['output'];
  /** The context event. */
  readonly node: ContextEvent;
};

/** Which context events match. All given members must match; a member that is null or absent is ignored. */
export type ContextEventFilter = {
  /** All of these filters must match. */
  readonly and?: InputMaybe<ReadonlyArray<ContextEventFilter>>;
  /** Host name in any case, with or without its domain. */
  readonly hostname?: InputMaybe<TextFilter>;
  /** What kind it is. */
  readonly kind?: InputMaybe<ContextEventKindFilter>;
  /** Login id of a disconnect. Other kinds have none. */
  readonly loginId?: InputMaybe<LoginIdFilter>;
  /** This filter must not match. */
  readonly not?: InputMaybe<ContextEventFilter>;
  /** At least one of these filters must match. */
  readonly or?: InputMaybe<ReadonlyArray<ContextEventFilter>>;
  /** Client address of a disconnect. Other kinds have none. */
  readonly srcIp?: InputMaybe<IpAddressFilter>;
  /** When it happened. */
  readonly time?: InputMaybe<TimeFilter>;
  /** User of a disconnect. Other kinds have none. */
  readonly user?: InputMaybe<UserFilter>;
};

/** A context event to store: exactly one of these. */
export type ContextEventInput =
  /** A session was disconnected. */
  { readonly disconnect: DisconnectInput; readonly hostSeen?: never; readonly hostStart?: never; readonly hostStop?: never; }
  |  /** The host ran. */
  { readonly disconnect?: never; readonly hostSeen: HostSeenInput; readonly hostStart?: never; readonly hostStop?: never; }
  |  /** The host started. */
  { readonly disconnect?: never; readonly hostSeen?: never; readonly hostStart: HostStartInput; readonly hostStop?: never; }
  |  /** The host stopped. */
  { readonly disconnect?: never; readonly hostSeen?: never; readonly hostStart?: never; readonly hostStop: HostStopInput; };

/** Kinds of context events. */
export type ContextEventKind =
  /** A session was disconnected: `Disconnect`. */
  | 'DISCONNECT'
  /** The host ran: `HostSeen`. */
  | 'HOST_SEEN'
  /** The host started: `HostStart`. */
  | 'HOST_START'
  /** The host stopped: `HostStop`. */
  | 'HOST_STOP';

/** Condition on the kind of a context event. All given members must match. */
export type ContextEventKindFilter = {
  /** Equals this value. */
  readonly eq?: InputMaybe<ContextEventKind>;
  /** Equals one of these values, 1 to 1,000. */
  readonly in?: InputMaybe<ReadonlyArray<ContextEventKind>>;
};

/** Condition on a number, 0 or more. All given members must match. */
export type CountFilter = {
  /** At least this many. */
  readonly gte?: InputMaybe<Scalars['Int']['input']>;
  /** At most this many. */
  readonly lte?: InputMaybe<Scalars['Int']['input']>;
};

/** How exactly to count. */
export type CountMode =
  /** Stops at 10,000. A longer list has the value 10,000 and the relation AT_LEAST. */
  | 'CAPPED'
  /** Counts everything, which can take long. */
  | 'EXACT';

/** How a count relates to the real number. */
export type CountRelation =
  /** The count is a lower bound. */
  | 'AT_LEAST'
  /** The count is exact. */
  | 'EQUAL';

/** A user's connection to a session ended, and the session stays open: the user may reconnect. */
export type Disconnect = ContextEvent & Node & {
  readonly __typename?: 'Disconnect';
  /** Host that recorded it. */
  readonly host: Host;
  /** Name of the host, as in events. */
  readonly hostname: Scalars['String']['output'];
  /** Global id. The same record always gets the same id. */
  readonly id: Scalars['ID']['output'];
  /** When Sessionscope stored it. */
  readonly ingestedAt: Scalars['DateTime']['output'];
  /** The logon that was disconnected: `0xf61f3`. Null when the source has none. */
  readonly loginId?: Maybe<Scalars['LoginId']['output']>;
  /** Id of the record at its source: `windows/security/4779`. Null when the sender gave none. */
  readonly sourceId?: Maybe<Scalars['String']['output']>;
  /** Address of the client that was disconnected: `10.0.0.54`. Null when unknown. */
  readonly srcIp?: Maybe<Scalars['IPAddress']['output']>;
  /** When it happened, by the host's clock. */
  readonly time: Scalars['DateTime']['output'];
  /** The user as the source wrote it: `HOST1\LOCALUSER`. Null when the source names none. */
  readonly user?: Maybe<Scalars['String']['output']>;
  /** Domain of `user`, first label in upper case: `THESHIRE` for `theshire.local\ana` and `ana@theshire.local`. Null without one. */
  readonly userDomain?: Maybe<Scalars['String']['output']>;
  /** Name part of `user` in lower case: `localuser`. Null without a user. */
  readonly userName?: Maybe<Scalars['String']['output']>;
};

/** A disconnect to store. */
export type DisconnectInput = {
  /** Name of the host, as in events: short or fully qualified, in any case. */
  readonly hostname: Scalars['String']['input'];
  /** The disconnected logon: hexadecimal with `0x` or decimal: `1008115`. Without it the disconnect belongs to no session. */
  readonly loginId?: InputMaybe<Scalars['LoginId']['input']>;
  /**
   * Id of the record at its source, such as `windows/security/4779`. 1 to 512 characters.
   *
   * With it, context events of one kind with the same host, time and `sourceId` are duplicates; without it,
   * those that are equal in all fields.
   */
  readonly sourceId?: InputMaybe<Scalars['String']['input']>;
  /** Address of the client that was disconnected: `10.0.0.54`. Leave out when unknown. */
  readonly srcIp?: InputMaybe<Scalars['IPAddress']['input']>;
  /** When it happened, with an offset from UTC: `2026-11-16T09:00:00Z`. */
  readonly time: Scalars['DateTime']['input'];
  /** `DOMAIN\name`, `name@domain.tld` or a plain name: `HOST1\LOCALUSER`. 1 to 512 characters. Leave out when unknown. */
  readonly user?: InputMaybe<Scalars['String']['input']>;
};

/** Condition on a session's duration. An open session has none. All given members must match. */
export type DurationFilter = {
  /** At least this long. */
  readonly gte?: InputMaybe<Scalars['Duration']['input']>;
  /** Shorter than this. */
  readonly lt?: InputMaybe<Scalars['Duration']['input']>;
};

/**
 * Percentiles of session durations, in seconds with microseconds. Each is the duration of an actual session (nearest
 * rank). Only sessions whose end is exact count, `endedAfter` equals `endedAt`: those that ended by LOGOUT, and by HOST_STOP when the facts of the host
 * reach up to the stop. The end of another session is an upper bound; `boundedCount` is their number.
 */
export type DurationPercentiles = {
  readonly __typename?: 'DurationPercentiles';
  /** The longest duration. */
  readonly max: Scalars['Float']['output'];
  /** Half of the sessions were this long or shorter. */
  readonly p50: Scalars['Float']['output'];
  /** 90% of the sessions were this long or shorter. */
  readonly p90: Scalars['Float']['output'];
  /** 99% of the sessions were this long or shorter. */
  readonly p99: Scalars['Float']['output'];
};

/** What events can be grouped by. */
export type EventDimension =
  /** What happened. */
  | 'ACTION'
  /** Port that the user connected to. */
  | 'DEST_PORT'
  /** The host. */
  | 'HOST'
  /** How the user logged on. */
  | 'LOGIN_TYPE'
  /** Whether a login was successful. Other actions have no outcome. */
  | 'OUTCOME'
  /** Source address. */
  | 'SRC_IP'
  /** Network of the source address: /24 for IPv4, /64 for IPv6. */
  | 'SRC_NETWORK'
  /** Id of the user on the system. */
  | 'UID'
  /** The account: domain and name. */
  | 'USER';

/** Counts of events. The counts of `groups` and `otherCount` add up to `count`. */
export type EventStats = {
  readonly __typename?: 'EventStats';
  /** Number of events that match the filter: the exact `totalCount` of `sessionEvents`. */
  readonly count: Scalars['Int']['output'];
  /** The dimensions of the groups, as requested. */
  readonly groupBy: ReadonlyArray<EventDimension>;
  /** Groups in the requested order, at most `first`. */
  readonly groups: ReadonlyArray<EventStatsGroup>;
  /** Number of matching events that are in no returned group: left out by `having` or beyond `first`. */
  readonly otherCount: Scalars['Int']['output'];
  /** Number of groups, including those beyond `first`. With `having`, only groups that match it. */
  readonly totalCount: TotalCount;
  /** Number of groups, including those that `having` leaves out. */
  readonly totalCountWithoutHaving: TotalCount;
};


/** Counts of events. The counts of `groups` and `otherCount` add up to `count`. */
export type EventStatsTotalCountArgs = {
  mode?: CountMode;
};


/** Counts of events. The counts of `groups` and `otherCount` add up to `count`. */
export type EventStatsTotalCountWithoutHavingArgs = {
  mode?: CountMode;
};

/**
 * Events of a group in a time bucket. The first and the last bucket may reach beyond the range of the filter, but count
 * only events that match it.
 */
export type EventStatsBucket = {
  readonly __typename?: 'EventStatsBucket';
  /** Number of events. */
  readonly count: Scalars['Int']['output'];
  /** Number of different hosts among them. */
  readonly distinctHosts: Scalars['Int']['output'];
  /** Number of different source addresses among them. */
  readonly distinctSources: Scalars['Int']['output'];
  /** Number of different accounts among them. */
  readonly distinctUsers: Scalars['Int']['output'];
  /** Number of failed logins among them. */
  readonly failures: Scalars['Int']['output'];
  /** Time of the oldest event. Null when there are none. */
  readonly firstAt?: Maybe<Scalars['DateTime']['output']>;
  /** Start of the bucket, inclusive. */
  readonly from: Scalars['DateTime']['output'];
  /** Time of the newest event. Null when there are none. */
  readonly lastAt?: Maybe<Scalars['DateTime']['output']>;
  /** Number of successful logins among them. */
  readonly successes: Scalars['Int']['output'];
  /** End of the bucket, exclusive: the start of the next one. */
  readonly until: Scalars['DateTime']['output'];
};

/** Events that have the same key. Each number is computed only when selected. */
export type EventStatsGroup = {
  readonly __typename?: 'EventStatsGroup';
  /**
   * Events of the group by time bucket, oldest first, empty buckets included. Null without the argument `bucket`.
   *
   * The buckets cover the range of `time` in the filter. With `last` they reach up to now, or to a later event that
   * matches. A side that the filter leaves open ends at the first or last event that matches.
   */
  readonly buckets?: Maybe<ReadonlyArray<EventStatsBucket>>;
  /** Number of events. */
  readonly count: Scalars['Int']['output'];
  /** Number of different hosts among them. */
  readonly distinctHosts: Scalars['Int']['output'];
  /** Number of different source addresses among them. */
  readonly distinctSources: Scalars['Int']['output'];
  /** Number of different accounts among them. */
  readonly distinctUsers: Scalars['Int']['output'];
  /** Number of failed logins among them. */
  readonly failures: Scalars['Int']['output'];
  /** Time of the oldest event. Null when there are none. */
  readonly firstAt?: Maybe<Scalars['DateTime']['output']>;
  /** What the members of the group share. */
  readonly key: EventStatsKey;
  /** Time of the newest event. Null when there are none. */
  readonly lastAt?: Maybe<Scalars['DateTime']['output']>;
  /** Number of successful logins among them. */
  readonly successes: Scalars['Int']['output'];
};

/** Which groups of events to keep, by their numbers. All given members must match; at least one is required (BAD_FILTER). */
export type EventStatsHaving = {
  /** Number of events. `{ lte: 3 }` finds rare combinations. */
  readonly count?: InputMaybe<CountFilter>;
  /** Number of different hosts. */
  readonly distinctHosts?: InputMaybe<CountFilter>;
  /** Number of different source addresses. */
  readonly distinctSources?: InputMaybe<CountFilter>;
  /** Number of different accounts. */
  readonly distinctUsers?: InputMaybe<CountFilter>;
  /** Number of failed logins. */
  readonly failures?: InputMaybe<CountFilter>;
  /** Time of the oldest event. `{ from: … }` finds groups that are new since then. */
  readonly firstAt?: InputMaybe<TimeFilter>;
  /** Time of the newest event. `{ until: … }` finds groups that have been silent since then. */
  readonly lastAt?: InputMaybe<TimeFilter>;
  /** Number of successful logins. */
  readonly successes?: InputMaybe<CountFilter>;
};

/**
 * What the events of a group share. A field is null when its dimension is not in `groupBy`, and in the group of events
 * without a value.
 */
export type EventStatsKey = {
  readonly __typename?: 'EventStatsKey';
  /** USER: the account. */
  readonly account?: Maybe<Account>;
  /** ACTION: what happened. */
  readonly action?: Maybe<SessionAction>;
  /** DEST_PORT: port that the user connected to. */
  readonly destPort?: Maybe<Scalars['Port']['output']>;
  /** HOST: the host. */
  readonly host?: Maybe<Host>;
  /** HOST: name of the host. */
  readonly hostname?: Maybe<Scalars['String']['output']>;
  /** LOGIN_TYPE: how the user logged on. Null for locks and unlocks. */
  readonly loginType?: Maybe<LoginType>;
  /** OUTCOME: whether the login was successful. Null for other actions. */
  readonly outcome?: Maybe<LoginOutcome>;
  /** SRC_IP: source address. */
  readonly srcIp?: Maybe<Scalars['IPAddress']['output']>;
  /** SRC_NETWORK: network of the source address: `10.0.0.0/24`, `fe80::/64`. */
  readonly srcNetwork?: Maybe<Scalars['CIDR']['output']>;
  /** UID: id of the user on the system. */
  readonly uid?: Maybe<Scalars['String']['output']>;
};

/** Order of groups of events. Groups with equal values are ordered by ascending key. */
export type EventStatsOrder = {
  /** Direction of the order. */
  readonly direction?: OrderDirection;
  /** What to order by. */
  readonly field: EventStatsOrderField;
};

/** What groups of events can be ordered by. */
export type EventStatsOrderField =
  /** Number of events. */
  | 'COUNT'
  /** Number of different hosts. */
  | 'DISTINCT_HOSTS'
  /** Number of different source addresses. */
  | 'DISTINCT_SOURCES'
  /** Number of different accounts. */
  | 'DISTINCT_USERS'
  /** Number of failed logins. */
  | 'FAILURES'
  /** Time of the oldest event. */
  | 'FIRST_AT'
  /** The key: its dimensions in the order of `groupBy`. In ascending order, groups without a value come last. */
  | 'KEY'
  /** Time of the newest event. */
  | 'LAST_AT'
  /** Number of successful logins. */
  | 'SUCCESSES';

/** A user who was left out as one of the most frequent ones. */
export type ExcludedUser = {
  readonly __typename?: 'ExcludedUser';
  /** The user. */
  readonly account: Account;
  /** Number of the user's successful logins in the range. */
  readonly loginCount: Scalars['Int']['output'];
};

/** A combination that is new in the range. The evidence is its logins in the range. */
export type FirstSeen = HuntMatch & {
  readonly __typename?: 'FirstSeen';
  /** User. Null when it is unknown or not in the combination. */
  readonly account?: Maybe<Account>;
  /** How much of the baseline the facts of the host with the first login cover. INSUFFICIENT_BASELINE: the combination may only be new to the log. */
  readonly baseline: Baseline;
  /** The events that prove the match, oldest first. */
  readonly evidence: SessionEventConnection;
  /** Time of its first login. */
  readonly firstAt: Scalars['DateTime']['output'];
  /** Host. Null when it is not in the combination. */
  readonly host?: Maybe<Host>;
  /** Time of its last login in the range. */
  readonly lastAt: Scalars['DateTime']['output'];
  /** Number of its logins in the range. */
  readonly loginCount: Scalars['Int']['output'];
  /** Login type. Null when it is unknown or not in the combination. */
  readonly loginType?: Maybe<LoginType>;
  /** Source address. Null when it is unknown or not in the combination. */
  readonly srcIp?: Maybe<Scalars['IPAddress']['output']>;
  /** Network of the source address: /24 for IPv4, /64 for IPv6. Null when it is unknown or not in the combination. */
  readonly srcNetwork?: Maybe<Scalars['CIDR']['output']>;
};


/** A combination that is new in the range. The evidence is its logins in the range. */
export type FirstSeenEvidenceArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
};

/** A page of matches of `firstSeen`. */
export type FirstSeenConnection = HuntAnswer & {
  readonly __typename?: 'FirstSeenConnection';
  /** Id, title and ATT&CK techniques of the analytic. */
  readonly analytic: Analytic;
  /** The matches of this page, with their cursors. */
  readonly edges: ReadonlyArray<FirstSeenEdge>;
  /** The matches of this page. */
  readonly nodes: ReadonlyArray<FirstSeen>;
  /** Position of this page in the list. */
  readonly pageInfo: PageInfo;
  /** The parameters that the analytic used, defaults included. */
  readonly parameters: FirstSeenParameters;
  /** Number of matches on all pages. Counted only when selected. */
  readonly totalCount: TotalCount;
  /** True when there are more than 10,000 matches. Only the first 10,000 are listed; `totalCount` counts all. */
  readonly truncated: Scalars['Boolean']['output'];
};


/** A page of matches of `firstSeen`. */
export type FirstSeenConnectionTotalCountArgs = {
  mode?: CountMode;
};

/** A match and its cursor. */
export type FirstSeenEdge = {
  readonly __typename?: 'FirstSeenEdge';
  /** Opaque position of the match, for `after` and `before` with the same arguments. */
  readonly cursor: Scalars['String']['output'];
  /** The match. */
  readonly node: FirstSeen;
};

/** Parameters that `firstSeen` used. */
export type FirstSeenParameters = {
  readonly __typename?: 'FirstSeenParameters';
  /** Whether noise is left out. */
  readonly excludeNoise: Scalars['Boolean']['output'];
  /** Length of the baseline. */
  readonly lookback: Scalars['Duration']['output'];
  /** The least coverage from which on something new is a finding. */
  readonly minCoverage: Scalars['Float']['output'];
  /** The range that was searched. */
  readonly range: Period;
  /** What a combination consists of. */
  readonly tuple: ReadonlyArray<SeenTrait>;
};

/** A machine with at least one recorded event or context event. */
export type Host = Node & {
  readonly __typename?: 'Host';
  /** Context events of the host, newest first by default. */
  readonly contextEvents: ContextEventConnection;
  /** Events of the host, newest first by default. */
  readonly events: SessionEventConnection;
  /** Time of the oldest session event ever recorded on the host. Null while only context events are known. */
  readonly firstSeenAt?: Maybe<Scalars['DateTime']['output']>;
  /** CAR `hostname`: name in upper case, `HOST1`. With its domain only if the server runs with HOSTNAMES=full. */
  readonly hostname: Scalars['String']['output'];
  /** Global id. It never changes. */
  readonly id: Scalars['ID']['output'];
  /** Newest successful login on the host. Null when there is none. */
  readonly lastLogin?: Maybe<LoginEvent>;
  /** Time of the newest session event ever recorded on the host. Null while only context events are known. */
  readonly lastSeenAt?: Maybe<Scalars['DateTime']['output']>;
  /** Who was logged on at a time. */
  readonly loggedOn: LoggedOn;
  /** Sessions on the host, latest start first by default. */
  readonly sessions: SessionConnection;
};


/** A machine with at least one recorded event or context event. */
export type HostContextEventsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<ContextEventFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  order?: TimeOrder;
};


/** A machine with at least one recorded event or context event. */
export type HostEventsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<SessionEventFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  order?: TimeOrder;
};


/** A machine with at least one recorded event or context event. */
export type HostLastLoginArgs = {
  excludeNoise?: Scalars['Boolean']['input'];
};


/** A machine with at least one recorded event or context event. */
export type HostLoggedOnArgs = {
  at?: InputMaybe<Scalars['DateTime']['input']>;
  excludeNoise?: Scalars['Boolean']['input'];
  loginTypes?: InputMaybe<ReadonlyArray<LoginType>>;
};


/** A machine with at least one recorded event or context event. */
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
  /** The hosts of this page, with their cursors. */
  readonly edges: ReadonlyArray<HostEdge>;
  /** The hosts of this page. */
  readonly nodes: ReadonlyArray<Host>;
  /** Position of this page in the list. */
  readonly pageInfo: PageInfo;
  /** Number of hosts on all pages. Counted only when selected. */
  readonly totalCount: TotalCount;
};


/** A page of hosts. */
export type HostConnectionTotalCountArgs = {
  mode?: CountMode;
};

/** What the recorded events and context events of a host cover at a time. */
export type HostCoverage = {
  readonly __typename?: 'HostCoverage';
  /** Time of the host's first event or context event after the time. Null if there is none, or if retention deleted those close to the time. */
  readonly eventAfter?: Maybe<Scalars['DateTime']['output']>;
  /** Time of the host's last event or context event at or before the time. Null if there is none, or if retention deleted those close to the time. */
  readonly eventBefore?: Maybe<Scalars['DateTime']['output']>;
  /** The first status that applies. */
  readonly status: HostCoverageStatus;
};

/** Whether the recorded events and context events of a host cover a time. */
export type HostCoverageStatus =
  /** The time is after the host's last event. Logins and logouts since then may be missing. */
  | 'AFTER_LAST_EVENT'
  /** The time is before the host's first event, or the host has none. Somebody may have been logged on without a record. */
  | 'BEFORE_FIRST_EVENT'
  /** The host has events at or before the time and after it, without a silence longer than SILENCE between them, or an event at exactly the time. */
  | 'COVERED'
  /** The time is in a silence longer than SILENCE between two events of the host: records may be missing. */
  | 'GAP'
  /**
   * The host was shut down: the last record before the time that shows whether it ran is a stop. Logouts and disconnects after a stop, and records of the
   * sessions that it ended within 10 minutes, do not show that the host ran again.
   */
  | 'HOST_DOWN';

/** A host and its cursor. */
export type HostEdge = {
  readonly __typename?: 'HostEdge';
  /** Opaque position in the list, for `after` and `before` with the same filter. */
  readonly cursor: Scalars['String']['output'];
  /** The host. */
  readonly node: Host;
};

/** Which hosts match. All given members must match. */
export type HostFilter = {
  /** All of these filters must match. */
  readonly and?: InputMaybe<ReadonlyArray<HostFilter>>;
  /** Host name in any case, with or without its domain. */
  readonly hostname?: InputMaybe<TextFilter>;
  /** This filter must not match. */
  readonly not?: InputMaybe<HostFilter>;
  /** At least one of these filters must match. */
  readonly or?: InputMaybe<ReadonlyArray<HostFilter>>;
};

/** A host that a search found. */
export type HostMatch = SearchMatch & {
  readonly __typename?: 'HostMatch';
  /** Time of the oldest stored event with the value; of a host, of the oldest ever recorded. Null when there is none. */
  readonly firstSeenAt?: Maybe<Scalars['DateTime']['output']>;
  /** The host. */
  readonly host: Host;
  /** Kind of the value. */
  readonly kind: SearchKind;
  /** Time of the newest stored event with the value; of a host, of the newest ever recorded. Null when there is none. */
  readonly lastSeenAt?: Maybe<Scalars['DateTime']['output']>;
  /** How the text matches the value. */
  readonly match: MatchType;
  /** The value as text: `HOST1`, `CORP\ana`, `S-1-5-18`, `10.0.0.54`, `0xf61f3`. */
  readonly value: Scalars['String']['output'];
};

/** A record that only proves that the host ran at that time. */
export type HostSeen = ContextEvent & Node & {
  readonly __typename?: 'HostSeen';
  /** Host that recorded it. */
  readonly host: Host;
  /** Name of the host, as in events. */
  readonly hostname: Scalars['String']['output'];
  /** Global id. The same record always gets the same id. */
  readonly id: Scalars['ID']['output'];
  /** When Sessionscope stored it. */
  readonly ingestedAt: Scalars['DateTime']['output'];
  /** Id of the record at its source: `windows/system/6013`. Null when the sender gave none. */
  readonly sourceId?: Maybe<Scalars['String']['output']>;
  /** When it happened, by the host's clock. */
  readonly time: Scalars['DateTime']['output'];
};

/** Proof that a host ran, to store. */
export type HostSeenInput = {
  /** Name of the host, as in events: short or fully qualified, in any case. */
  readonly hostname: Scalars['String']['input'];
  /**
   * Id of the record at its source, such as `windows/system/6013`. 1 to 512 characters.
   *
   * With it, context events of one kind with the same host, time and `sourceId` are duplicates; without it,
   * those that are equal in all fields.
   */
  readonly sourceId?: InputMaybe<Scalars['String']['input']>;
  /** When the host ran, with an offset from UTC: `2026-11-16T12:00:00Z`. */
  readonly time: Scalars['DateTime']['input'];
};

/** The start of a host, which ends all sessions on it. CAR-2015-07-001 needs it. */
export type HostStart = ContextEvent & Node & {
  readonly __typename?: 'HostStart';
  /** Host that recorded it. */
  readonly host: Host;
  /** Name of the host, as in events. */
  readonly hostname: Scalars['String']['output'];
  /** Global id. The same record always gets the same id. */
  readonly id: Scalars['ID']['output'];
  /** When Sessionscope stored it. */
  readonly ingestedAt: Scalars['DateTime']['output'];
  /** Id of the record at its source: `windows/system/12`. Null when the sender gave none. */
  readonly sourceId?: Maybe<Scalars['String']['output']>;
  /** When it happened, by the host's clock. */
  readonly time: Scalars['DateTime']['output'];
};

/** A host start to store. */
export type HostStartInput = {
  /** Name of the host, as in events: short or fully qualified, in any case. */
  readonly hostname: Scalars['String']['input'];
  /**
   * Id of the record at its source, such as `windows/system/12`. 1 to 512 characters.
   *
   * With it, context events of one kind with the same host, time and `sourceId` are duplicates; without it,
   * those that are equal in all fields.
   */
  readonly sourceId?: InputMaybe<Scalars['String']['input']>;
  /** When the host started, with an offset from UTC: `2026-11-16T03:12:00Z`. */
  readonly time: Scalars['DateTime']['input'];
};

/** The stop of a host: a record that a shutdown writes and nothing else does. It ends all open sessions of the host (`endReason` HOST_STOP). */
export type HostStop = ContextEvent & Node & {
  readonly __typename?: 'HostStop';
  /** Host that recorded it. */
  readonly host: Host;
  /** Name of the host, as in events. */
  readonly hostname: Scalars['String']['output'];
  /** Global id. The same record always gets the same id. */
  readonly id: Scalars['ID']['output'];
  /** When Sessionscope stored it. */
  readonly ingestedAt: Scalars['DateTime']['output'];
  /** Id of the record at its source: `windows/system/13`. Null when the sender gave none. */
  readonly sourceId?: Maybe<Scalars['String']['output']>;
  /** When it happened, by the host's clock. */
  readonly time: Scalars['DateTime']['output'];
};

/** A host stop to store. */
export type HostStopInput = {
  /** Name of the host, as in events: short or fully qualified, in any case. */
  readonly hostname: Scalars['String']['input'];
  /**
   * Id of the record at its source, such as `windows/system/13`. 1 to 512 characters.
   *
   * With it, context events of one kind with the same host, time and `sourceId` are duplicates; without it,
   * those that are equal in all fields.
   */
  readonly sourceId?: InputMaybe<Scalars['String']['input']>;
  /** When the host stopped, with an offset from UTC: `2026-11-14T18:02:00Z`. */
  readonly time: Scalars['DateTime']['input'];
};

/** A page of matches of an analytic or hunt, earliest first. */
export type HuntAnswer = {
  /** Id, title and ATT&CK techniques of the analytic. */
  readonly analytic: Analytic;
  /** Position of this page in the list. */
  readonly pageInfo: PageInfo;
  /** Number of matches on all pages. Counted only when selected. */
  readonly totalCount: TotalCount;
  /** True when matches are left out. The types of the answers say whether one lists all matches or the first 10,000; `totalCount` counts all. */
  readonly truncated: Scalars['Boolean']['output'];
};


/** A page of matches of an analytic or hunt, earliest first. */
export type HuntAnswerTotalCountArgs = {
  mode?: CountMode;
};

/** A match of an analytic or hunt, with the events that prove it. */
export type HuntMatch = {
  /** The events that prove the match, oldest first. */
  readonly evidence: SessionEventConnection;
};


/** A match of an analytic or hunt, with the events that prove it. */
export type HuntMatchEvidenceArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
};

/**
 * Hunts over user sessions.
 *
 * Each is answered independently: one that fails is null with an entry in `errors`. All but `orphans` leave out noise by
 * default. A baseline never overlaps the range that is compared with it. Errors: BAD_PARAMETER, BAD_FILTER (an empty
 * list), DEADLINE_EXCEEDED (the range is too large to read in time).
 */
export type Hunts = {
  readonly __typename?: 'Hunts';
  /**
   * A successful login after at least `minFailures` failed ones with the same key.
   *
   * Failures count when they are less than `window` older than the success and newer than the key's previous success.
   * Failures before `range.from` count too. Logins that lack a value of the key are ignored.
   *
   * A failed login carries the domain that the client sent, so with SRC_IP_USER and USER_HOST failures count for every account
   * of the same name: those of `KALI\ana` for `CORP\ana`. With USER the domain must match too, unless no login in the
   * domain of the failure ever succeeded. Successful logins are compared as accounts.
   */
  readonly bruteForceThenSuccess?: Maybe<BruteForceThenSuccessConnection>;
  /**
   * Sessions that were open at the same time, of one user (as with a shared or stolen account) or on one host.
   *
   * Only the part of a session within the range counts, and its end is exclusive. Sessions of unknown users are ignored
   * where users count. Where addresses count, a session counts with the address that it had at the time, and not before
   * its first known one.
   */
  readonly concurrentSessions?: Maybe<ConcurrentSessionsConnection>;
  /**
   * Combinations, such as of user and host, that have a successful login in the range and none in the baseline,
   * [range.from - lookback, range.from). An unknown value, such as the source address of a login at the keyboard, is a
   * value like any other.
   */
  readonly firstSeen?: Maybe<FirstSeenConnection>;
  /** Always `hunts`, so that caches keep together what different queries select here. `node` does not accept it. */
  readonly id: Scalars['ID']['output'];
  /**
   * Paths of a user or intruder over several machines.
   *
   * A hop is a successful REMOTE or RDP login, or a reconnect, within the range, with a source address or a name that the
   * client claimed; hops from a host to itself are ignored. The hosts that a hop can have come from are its `candidates`:
   *
   * - the host of the latest earlier evidence for the source address (DEST_IP, MACHINE_LOGON), and other hosts that earlier
   *   evidence within `addressOverlap` before the hop names;
   * - the hosts with the name that the client claimed (CLIENT_NAME), unless one of them is the host that it logs on to.
   *
   * Several candidates mean that the evidence conflicts. All of them are shown, and the hop counts as a hop from each. Hop B
   * continues hop A when B comes later, A's host is a candidate of B, and as `containment` requires.
   *
   * A path starts with a hop that matches `from`, or without `from` with one that continues no other. It ends with a hop
   * that matches `to`, or without `to` with one that no other continues. Where an end is not given, paths longer than
   * `maxDepth` are cut there. Without both ends a path has at least two hops. More than 500,000 hops are refused
   * (RANGE_TOO_LARGE).
   */
  readonly lateralPaths?: Maybe<LateralPathsConnection>;
  /**
   * Sessions that were open in the range and lasted long: a foothold that is kept, or a desktop that nobody logs off.
   * Earliest start first.
   *
   * The duration runs from the session's start, even before the range, to its end or `range.until`, whichever is earlier.
   * The end is `endedAfter`, or SILENCE after it for an open session, unless `includeUnknown` is true. With `startReason`
   * FIRST_SEEN the session lasted longer.
   */
  readonly longSessions?: Maybe<LongSessionsConnection>;
  /**
   * Sessions that were open in the range, lasted at least `minDuration` and have no LOCK and no UNLOCK event at any time,
   * even outside of the range. (An UNLOCK implies a LOCK that was not recorded.) Earliest start first. Only the
   * time in state ACTIVE counts, up to the end that `longSessions` uses.
   *
   * On a host that does not record locks all sessions match; `hostLocks` shows whether the host does.
   */
  readonly neverLocked?: Maybe<NeverLockedConnection>;
  /**
   * Successful logins, reconnects and unlocks outside of working hours, by the local time of a time zone: when someone began to use a host.
   *
   * Working hours follow the clock on days when it changes: an hour that occurs twice is inside or outside both times. The
   * time zone rules are those of the server's Node.js, as in statistics.
   */
  readonly offHours?: Maybe<OffHoursConnection>;
  /**
   * Events that belong to no session, with the reason, and their rate by host and day. High rates show hosts that record
   * logouts but no logins, and gaps in a log. Noise is included.
   *
   * Most events with a login id open a session when there is none. Only REMOTE logouts and events of fixed Windows logons
   * do not.
   */
  readonly orphans?: Maybe<OrphansConnection>;
  /**
   * Failed logins of many users with the same key, few for each user.
   *
   * For each failure at time t, counts the different users among the failures with the same key in the window (t - window,
   * t]. A user with more than `maxFailuresPerUser` failures in the window does not count. Windows with at least `minUsers`
   * users match; windows that overlap are merged into one match. Failures up to one window before `range.from` count too.
   * Failures of unknown users are ignored. A failed login carries the domain that the client sent, so users are compared by
   * their names alone: `KALI\ana` and `CORP\ana` are one user.
   */
  readonly passwordSpray?: Maybe<PasswordSprayConnection>;
  /**
   * Reconnects to a session from a source address that no earlier event of the session has.
   *
   * A reconnect to a session without a known source address, such as one at the keyboard, matches. A reconnect does not
   * match when it has no source address, no session, or is the first event of its session.
   */
  readonly reconnectFromNewSource?: Maybe<ReconnectFromNewSourceConnection>;
  /**
   * Reconnects without a successful login of the same account on the same host within `window` before or after, both
   * inclusive.
   *
   * A user who returns by remote desktop must authenticate, which Windows records as a login (often REMOTE) within about a
   * second of the reconnect. Taking over a session with tscon leaves no login. Also reads one window before and after the
   * range. Accounts match by domain and name, and a missing domain only matches a missing one. A reconnect of an unknown
   * user always matches.
   */
  readonly reconnectWithoutLogin?: Maybe<ReconnectWithoutLoginConnection>;
  /**
   * Sessions that are open and not locked at a time, longest unlocked first.
   *
   * A session is unlocked while its state is ACTIVE: from its start, an UNLOCK or a reconnect until the next LOCK, disconnect or end.
   * Events at exactly `at` count. A session that ends at `at` has ended, and one whose proof ended before is UNKNOWN. On a host that does
   * not record locks no session is ever locked; see `hostLocks`.
   */
  readonly unlockedAt?: Maybe<UnlockedAtConnection>;
  /**
   * Successful RDP logins from a public or loopback address, or from one that the user did not use for RDP to this host in
   * the baseline, [range.from - lookback, range.from). Logins without a source address never match.
   */
  readonly unusualRdpSource?: Maybe<UnusualRdpSourceConnection>;
};


/**
 * Hunts over user sessions.
 *
 * Each is answered independently: one that fails is null with an entry in `errors`. All but `orphans` leave out noise by
 * default. A baseline never overlaps the range that is compared with it. Errors: BAD_PARAMETER, BAD_FILTER (an empty
 * list), DEADLINE_EXCEEDED (the range is too large to read in time).
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
 * Hunts over user sessions.
 *
 * Each is answered independently: one that fails is null with an entry in `errors`. All but `orphans` leave out noise by
 * default. A baseline never overlaps the range that is compared with it. Errors: BAD_PARAMETER, BAD_FILTER (an empty
 * list), DEADLINE_EXCEEDED (the range is too large to read in time).
 */
export type HuntsConcurrentSessionsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  distinct?: InputMaybe<ConcurrencyTrait>;
  excludeNoise?: Scalars['Boolean']['input'];
  first?: InputMaybe<Scalars['Int']['input']>;
  includeUnknown?: Scalars['Boolean']['input'];
  key?: ConcurrencyKey;
  last?: InputMaybe<Scalars['Int']['input']>;
  loginTypes?: InputMaybe<ReadonlyArray<LoginType>>;
  minPeak?: Scalars['Int']['input'];
  range: TimeRange;
};


/**
 * Hunts over user sessions.
 *
 * Each is answered independently: one that fails is null with an entry in `errors`. All but `orphans` leave out noise by
 * default. A baseline never overlaps the range that is compared with it. Errors: BAD_PARAMETER, BAD_FILTER (an empty
 * list), DEADLINE_EXCEEDED (the range is too large to read in time).
 */
export type HuntsFirstSeenArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  excludeNoise?: Scalars['Boolean']['input'];
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  lookback?: Scalars['Duration']['input'];
  minCoverage?: Scalars['Float']['input'];
  range: TimeRange;
  tuple?: ReadonlyArray<SeenTrait>;
};


/**
 * Hunts over user sessions.
 *
 * Each is answered independently: one that fails is null with an entry in `errors`. All but `orphans` leave out noise by
 * default. A baseline never overlaps the range that is compared with it. Errors: BAD_PARAMETER, BAD_FILTER (an empty
 * list), DEADLINE_EXCEEDED (the range is too large to read in time).
 */
export type HuntsLateralPathsArgs = {
  addressLookback?: Scalars['Duration']['input'];
  addressOverlap?: Scalars['Duration']['input'];
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  containment?: LateralContainment;
  excludeNoise?: Scalars['Boolean']['input'];
  first?: InputMaybe<Scalars['Int']['input']>;
  from?: InputMaybe<LateralEnd>;
  includeUnknown?: Scalars['Boolean']['input'];
  last?: InputMaybe<Scalars['Int']['input']>;
  maxDepth?: Scalars['Int']['input'];
  maxGap?: Scalars['Duration']['input'];
  maxPaths?: Scalars['Int']['input'];
  range: TimeRange;
  sameUser?: Scalars['Boolean']['input'];
  to?: InputMaybe<LateralEnd>;
};


/**
 * Hunts over user sessions.
 *
 * Each is answered independently: one that fails is null with an entry in `errors`. All but `orphans` leave out noise by
 * default. A baseline never overlaps the range that is compared with it. Errors: BAD_PARAMETER, BAD_FILTER (an empty
 * list), DEADLINE_EXCEEDED (the range is too large to read in time).
 */
export type HuntsLongSessionsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  excludeNoise?: Scalars['Boolean']['input'];
  first?: InputMaybe<Scalars['Int']['input']>;
  includeUnknown?: Scalars['Boolean']['input'];
  last?: InputMaybe<Scalars['Int']['input']>;
  loginTypes?: InputMaybe<ReadonlyArray<LoginType>>;
  minDuration?: Scalars['Duration']['input'];
  range: TimeRange;
};


/**
 * Hunts over user sessions.
 *
 * Each is answered independently: one that fails is null with an entry in `errors`. All but `orphans` leave out noise by
 * default. A baseline never overlaps the range that is compared with it. Errors: BAD_PARAMETER, BAD_FILTER (an empty
 * list), DEADLINE_EXCEEDED (the range is too large to read in time).
 */
export type HuntsNeverLockedArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  excludeNoise?: Scalars['Boolean']['input'];
  first?: InputMaybe<Scalars['Int']['input']>;
  includeUnknown?: Scalars['Boolean']['input'];
  last?: InputMaybe<Scalars['Int']['input']>;
  loginTypes?: InputMaybe<ReadonlyArray<LoginType>>;
  minDuration?: Scalars['Duration']['input'];
  range: TimeRange;
};


/**
 * Hunts over user sessions.
 *
 * Each is answered independently: one that fails is null with an entry in `errors`. All but `orphans` leave out noise by
 * default. A baseline never overlaps the range that is compared with it. Errors: BAD_PARAMETER, BAD_FILTER (an empty
 * list), DEADLINE_EXCEEDED (the range is too large to read in time).
 */
export type HuntsOffHoursArgs = {
  actions?: ReadonlyArray<SessionAction>;
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
 * Hunts over user sessions.
 *
 * Each is answered independently: one that fails is null with an entry in `errors`. All but `orphans` leave out noise by
 * default. A baseline never overlaps the range that is compared with it. Errors: BAD_PARAMETER, BAD_FILTER (an empty
 * list), DEADLINE_EXCEEDED (the range is too large to read in time).
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
 * Hunts over user sessions.
 *
 * Each is answered independently: one that fails is null with an entry in `errors`. All but `orphans` leave out noise by
 * default. A baseline never overlaps the range that is compared with it. Errors: BAD_PARAMETER, BAD_FILTER (an empty
 * list), DEADLINE_EXCEEDED (the range is too large to read in time).
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
 * Hunts over user sessions.
 *
 * Each is answered independently: one that fails is null with an entry in `errors`. All but `orphans` leave out noise by
 * default. A baseline never overlaps the range that is compared with it. Errors: BAD_PARAMETER, BAD_FILTER (an empty
 * list), DEADLINE_EXCEEDED (the range is too large to read in time).
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
 * Hunts over user sessions.
 *
 * Each is answered independently: one that fails is null with an entry in `errors`. All but `orphans` leave out noise by
 * default. A baseline never overlaps the range that is compared with it. Errors: BAD_PARAMETER, BAD_FILTER (an empty
 * list), DEADLINE_EXCEEDED (the range is too large to read in time).
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
 * Hunts over user sessions.
 *
 * Each is answered independently: one that fails is null with an entry in `errors`. All but `orphans` leave out noise by
 * default. A baseline never overlaps the range that is compared with it. Errors: BAD_PARAMETER, BAD_FILTER (an empty
 * list), DEADLINE_EXCEEDED (the range is too large to read in time).
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
 * Hunts over user sessions.
 *
 * Each is answered independently: one that fails is null with an entry in `errors`. All but `orphans` leave out noise by
 * default. A baseline never overlaps the range that is compared with it. Errors: BAD_PARAMETER, BAD_FILTER (an empty
 * list), DEADLINE_EXCEEDED (the range is too large to read in time).
 */
export type HuntsUnusualRdpSourceArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  approvedSources?: InputMaybe<ReadonlyArray<Scalars['CIDR']['input']>>;
  before?: InputMaybe<Scalars['String']['input']>;
  excludeNoise?: Scalars['Boolean']['input'];
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  lookback?: Scalars['Duration']['input'];
  minCoverage?: Scalars['Float']['input'];
  range: TimeRange;
};

/** Condition on an IP address. All given members must match. */
export type IpAddressFilter = {
  /** Equals this value. */
  readonly eq?: InputMaybe<Scalars['IPAddress']['input']>;
  /** Equals one of these values, 1 to 1,000. */
  readonly in?: InputMaybe<ReadonlyArray<Scalars['IPAddress']['input']>>;
  /** Lies in one of these networks, 1 to 1,000. */
  readonly inCidr?: InputMaybe<ReadonlyArray<Scalars['CIDR']['input']>>;
  /** True: a loopback address (127/8, ::1). False: another address, or none. */
  readonly isLoopback?: InputMaybe<Scalars['Boolean']['input']>;
  /** True: there is no address. False: there is one. */
  readonly isNull?: InputMaybe<Scalars['Boolean']['input']>;
  /** True: a private or link-local address (10/8, 172.16/12, 192.168/16, 169.254/16, fc00::/7, fe80::/10). False: another address, or none. */
  readonly isPrivate?: InputMaybe<Scalars['Boolean']['input']>;
  /** Lies in none of these networks, 1 to 1,000. A missing address also matches; add `isNull: false` to exclude it. */
  readonly notInCidr?: InputMaybe<ReadonlyArray<Scalars['CIDR']['input']>>;
};

/** Results for the context events of one mutation. A failed commit is answered as in `ingestSessionEvents`. */
export type IngestContextEventsPayload = {
  readonly __typename?: 'IngestContextEventsPayload';
  /** Number of context events that are new and now stored. */
  readonly accepted: Scalars['Int']['output'];
  /** Number of context events that were already stored or are repeated in the request. */
  readonly duplicates: Scalars['Int']['output'];
  /** Number of context events that were not stored. */
  readonly rejected: Scalars['Int']['output'];
  /** One result for each context event, in the order of the request. */
  readonly results: ReadonlyArray<IngestResult>;
};

/** A remark on an event that was not rejected. */
export type IngestNote = {
  readonly __typename?: 'IngestNote';
  /** Stable code of the remark. */
  readonly code: IngestNoteCode;
  /** The remark in words. */
  readonly message: Scalars['String']['output'];
};

/** What a remark is about. */
export type IngestNoteCode =
  /** The event or disconnect has no `loginId`, so it belongs to no session. */
  | 'NO_LOGIN_ID';

/** Result for one event or context event. */
export type IngestResult = {
  readonly __typename?: 'IngestResult';
  /** All mistakes of a rejected event. Empty otherwise. */
  readonly errors: ReadonlyArray<InputError>;
  /** Global id of the stored event. Null when it was rejected. */
  readonly id?: Maybe<Scalars['ID']['output']>;
  /** Position in the request, starting at 0. */
  readonly index: Scalars['Int']['output'];
  /** Remarks on an event that was not rejected. */
  readonly notes: ReadonlyArray<IngestNote>;
  /** Whether it was stored. */
  readonly status: IngestStatus;
};

/**
 * Results for the events of one mutation.
 *
 * When the database cannot commit, there is no payload but an error and HTTP 503 with Retry-After. Nothing is stored then,
 * unless the error's extensions contain `outcome: "UNKNOWN"`: the events may have been stored. Resending is safe in both
 * cases.
 */
export type IngestSessionEventsPayload = {
  readonly __typename?: 'IngestSessionEventsPayload';
  /** Number of events that are new and now stored. */
  readonly accepted: Scalars['Int']['output'];
  /** Number of events that were already stored or are repeated in the request. */
  readonly duplicates: Scalars['Int']['output'];
  /** Number of events that were not stored. */
  readonly rejected: Scalars['Int']['output'];
  /** One result for each event, in the order of the request. */
  readonly results: ReadonlyArray<IngestResult>;
};

/** Whether an event was stored. */
export type IngestStatus =
  /** Stored and committed. */
  | 'ACCEPTED'
  /** Already stored, or repeated in the request. Nothing changed. */
  | 'DUPLICATE'
  /** Not stored; `errors` has the reasons. */
  | 'REJECTED';

/** A mistake in an event. */
export type InputError = {
  readonly __typename?: 'InputError';
  /** Stable code of the mistake. */
  readonly code: InputErrorCode;
  /** The field with the mistake. Null when it concerns the whole event. */
  readonly field?: Maybe<Scalars['String']['output']>;
  /** What is wrong, and how to fix it. */
  readonly message: Scalars['String']['output'];
};

/** What is wrong with a value. */
export type InputErrorCode =
  /** An address or port together with `loginType` INTERACTIVE or LOCAL. */
  | 'FIELD_NOT_APPLICABLE'
  /** Empty, too long, with control characters, or digits and dots that are not an IP address. */
  | 'INVALID_HOSTNAME'
  /** Not an IPv4 or IPv6 address. Leading zeros in IPv4 are refused. */
  | 'INVALID_IP_ADDRESS'
  /** Neither hexadecimal with `0x` nor decimal, or more than 64 bits. */
  | 'INVALID_LOGIN_ID'
  /** Not a whole number from 0 to 65535. */
  | 'INVALID_PORT'
  /** Empty, too long, or with control characters. */
  | 'INVALID_SOURCE_ID'
  /** Not RFC 3339 with an offset from UTC, or a time that does not exist. */
  | 'INVALID_TIME'
  /** Empty, too long, or with control characters. */
  | 'INVALID_UID'
  /** Empty, without a name, too long, or with control characters. */
  | 'INVALID_USER'
  /** Before the earliest time that the server stores (EARLIEST or the retention period), or too far in the future (MAX_FUTURE_HOURS). */
  | 'TIME_OUT_OF_RANGE';

/** A host that a hop can have come from. */
export type LateralCandidate = {
  readonly __typename?: 'LateralCandidate';
  /** What shows that the hop came from it, at least one. */
  readonly evidence: ReadonlyArray<LateralEvidence>;
  /** The host. Null when no event of it is stored: a name that only the client claimed. */
  readonly host?: Maybe<Host>;
  /** Name of the host. */
  readonly hostname: Scalars['String']['output'];
};

/** When a hop continues another. */
export type LateralContainment =
  /** Within `maxGap` after the earlier hop, regardless of sessions. */
  | 'GAP'
  /** While the session of the earlier hop is open. `includeUnknown` says when it counts as over. */
  | 'SESSION';

/** The start or end of paths: exactly one member. */
export type LateralEnd =
  /** Host name in any case, with or without its domain. */
  { readonly hostname: Scalars['String']['input']; readonly ip?: never; readonly user?: never; }
  |  /** Address of the machine. */
  { readonly hostname?: never; readonly ip: Scalars['IPAddress']['input']; readonly user?: never; }
  |  /** User: `ana` is that name in any domain. */
  { readonly hostname?: never; readonly ip?: never; readonly user: Scalars['String']['input']; };

/** The start or end of paths, as it was used: one member is set, the others are null. */
export type LateralEndUsed = {
  readonly __typename?: 'LateralEndUsed';
  /** Host name. */
  readonly hostname?: Maybe<Scalars['String']['output']>;
  /** Address. */
  readonly ip?: Maybe<Scalars['IPAddress']['output']>;
  /** User, domain in upper case and name in lower case. */
  readonly user?: Maybe<Scalars['String']['output']>;
};

/**
 * What shows that a hop came from a host. Evidence for an address (DEST_IP, MACHINE_LOGON) is older than the hop, and is the
 * latest for its address or at most `addressOverlap` older than the hop. Windows cuts names of hosts to 15 characters
 * (NetBIOS) in machine accounts and clients, so `FINANCE-WORKSTA` is FINANCE-WORKSTATION, too.
 */
export type LateralEvidence =
  /** The client called itself by the name of the host (`srcHostname`). Any client can claim any name. */
  | 'CLIENT_NAME'
  /** An event of the host has the source address as its `destIp`. */
  | 'DEST_IP'
  /**
   * The machine account of the host (`WS5$`) logged on over the network from the source address. Accounts that no stored
   * host is named like, and loopback and link-local addresses, are ignored.
   */
  | 'MACHINE_LOGON';

/** The machines and connections of all paths, including paths that are not listed. */
export type LateralGraph = {
  readonly __typename?: 'LateralGraph';
  /** Number of connections between machines. */
  readonly edgeTotalCount: TotalCount;
  /** Connections between machines in the order of their first hop, at most 1,000. */
  readonly edges: ReadonlyArray<LateralGraphEdge>;
  /** Number of machines. */
  readonly nodeTotalCount: TotalCount;
  /** Machines by name, at most 1,000. */
  readonly nodes: ReadonlyArray<LateralGraphNode>;
};


/** The machines and connections of all paths, including paths that are not listed. */
export type LateralGraphEdgeTotalCountArgs = {
  mode?: CountMode;
};


/** The machines and connections of all paths, including paths that are not listed. */
export type LateralGraphNodeTotalCountArgs = {
  mode?: CountMode;
};

/** All hops of the paths from one machine to another. */
export type LateralGraphEdge = {
  readonly __typename?: 'LateralGraphEdge';
  /** Number of hops among them that have several candidates. */
  readonly ambiguousCount: Scalars['Int']['output'];
  /** Number of hops. A hop with several candidates counts for each of them. */
  readonly count: Scalars['Int']['output'];
  /** Number of failed logins in the range from this machine to this host. */
  readonly failures: Scalars['Int']['output'];
  /** Time of the first hop. */
  readonly firstAt: Scalars['DateTime']['output'];
  /** `name` of the source machine. */
  readonly from: Scalars['String']['output'];
  /** Time of the last hop. */
  readonly lastAt: Scalars['DateTime']['output'];
  /** `name` of the target host. */
  readonly to: Scalars['String']['output'];
};

/** A machine in the graph. */
export type LateralGraphNode = {
  readonly __typename?: 'LateralGraphNode';
  /** Number of hops to this machine. */
  readonly hopsIn: Scalars['Int']['output'];
  /** Number of hops from this machine. */
  readonly hopsOut: Scalars['Int']['output'];
  /** The host. Null for an address and for a name that only a client claimed. */
  readonly host?: Maybe<Host>;
  /** The address. Null for a host and for a name. */
  readonly ip?: Maybe<Scalars['IPAddress']['output']>;
  /** Host name; the address when no stored host is known for it; without an address, the name that the client claimed. */
  readonly name: Scalars['String']['output'];
};

/** A login or reconnect from one machine to another. */
export type LateralHop = {
  readonly __typename?: 'LateralHop';
  /** User. Null when unknown. */
  readonly account?: Maybe<Account>;
  /** LOGIN or RECONNECT. */
  readonly action: SessionAction;
  /** Hosts that it can have come from, that of the latest evidence for its address first, names that only the client claimed last. At most 20. */
  readonly candidates: ReadonlyArray<LateralCandidate>;
  /** The event. Null when it is past the retention period. */
  readonly event?: Maybe<SessionEvent>;
  /** What shows that it came from `sourceHost`. Empty when that is null. */
  readonly evidence: ReadonlyArray<LateralEvidence>;
  /** Host that was logged on to. */
  readonly host: Host;
  /** Whether it has several candidates: evidence conflicts, and another candidate than `sourceHost` may be the true one. */
  readonly isAmbiguous: Scalars['Boolean']['output'];
  /**
   * Host that it came from: the host of the hop before. For the first hop, the only candidate; null when there is none, when
   * there are several, or when no event of that host is stored.
   */
  readonly sourceHost?: Maybe<Host>;
  /** Name that the client claimed for itself. Null when unknown. */
  readonly srcHostname?: Maybe<Scalars['String']['output']>;
  /** Source address. Null when only the name of the client is known. */
  readonly srcIp?: Maybe<Scalars['IPAddress']['output']>;
  /** Time of the event. */
  readonly time: Scalars['DateTime']['output'];
};

/** A path over several machines. The evidence is the events of its hops. */
export type LateralPaths = HuntMatch & {
  readonly __typename?: 'LateralPaths';
  /** Number of hops. */
  readonly depth: Scalars['Int']['output'];
  /** The events that prove the match, oldest first. */
  readonly evidence: SessionEventConnection;
  /** Time of the first hop. */
  readonly firstAt: Scalars['DateTime']['output'];
  /** The hops in order. */
  readonly hops: ReadonlyArray<LateralHop>;
  /** Time of the last hop. */
  readonly lastAt: Scalars['DateTime']['output'];
};


/** A path over several machines. The evidence is the events of its hops. */
export type LateralPathsEvidenceArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
};

/** A page of matches of `lateralPaths`. */
export type LateralPathsConnection = HuntAnswer & {
  readonly __typename?: 'LateralPathsConnection';
  /** Id, title and ATT&CK techniques of the analytic. */
  readonly analytic: Analytic;
  /** The matches of this page, with their cursors. */
  readonly edges: ReadonlyArray<LateralPathsEdge>;
  /** The machines and connections of all paths. */
  readonly graph: LateralGraph;
  /** The matches of this page. */
  readonly nodes: ReadonlyArray<LateralPaths>;
  /** Position of this page in the list. */
  readonly pageInfo: PageInfo;
  /** The parameters that the analytic used, defaults included. */
  readonly parameters: LateralPathsParameters;
  /** Number of paths on all pages, up to 1,000,000,000. Counted only when selected. */
  readonly totalCount: TotalCount;
  /** True when there are more than `maxPaths` paths. Only the first ones are listed; `totalCount(mode: EXACT)` counts all of them. */
  readonly truncated: Scalars['Boolean']['output'];
};


/** A page of matches of `lateralPaths`. */
export type LateralPathsConnectionTotalCountArgs = {
  mode?: CountMode;
};

/** A match and its cursor. */
export type LateralPathsEdge = {
  readonly __typename?: 'LateralPathsEdge';
  /** Opaque position of the match, for `after` and `before` with the same arguments. */
  readonly cursor: Scalars['String']['output'];
  /** The match. */
  readonly node: LateralPaths;
};

/** Parameters that `lateralPaths` used. */
export type LateralPathsParameters = {
  readonly __typename?: 'LateralPathsParameters';
  /** How long before the range events showed which host an address belongs to. */
  readonly addressLookback: Scalars['Duration']['output'];
  /** How long before a hop the evidence of another host made that host a candidate. */
  readonly addressOverlap: Scalars['Duration']['output'];
  /** When a hop continued another. */
  readonly containment: LateralContainment;
  /** Whether noise is left out. */
  readonly excludeNoise: Scalars['Boolean']['output'];
  /** Source machine or user of the first hop. Null for any. */
  readonly from?: Maybe<LateralEndUsed>;
  /** Whether sessions counted up to `endedAt`. Null with containment GAP. */
  readonly includeUnknown?: Maybe<Scalars['Boolean']['output']>;
  /** Maximum number of hops in a path. */
  readonly maxDepth: Scalars['Int']['output'];
  /** Maximum time between two hops, where it applies. */
  readonly maxGap: Scalars['Duration']['output'];
  /** Maximum number of paths to list. */
  readonly maxPaths: Scalars['Int']['output'];
  /** The range that was searched. */
  readonly range: Period;
  /** Whether all hops of a path had to belong to the same user. */
  readonly sameUser: Scalars['Boolean']['output'];
  /** Host or user of the last hop. Null for any. */
  readonly to?: Maybe<LateralEndUsed>;
};

/** A login over the network with an account that is local to the host. */
export type LocalAccountLogins = HuntMatch & {
  readonly __typename?: 'LocalAccountLogins';
  /** The events that prove the match, oldest first. */
  readonly evidence: SessionEventConnection;
  /** The login. */
  readonly login: LoginEvent;
};


/** A login over the network with an account that is local to the host. */
export type LocalAccountLoginsEvidenceArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
};

/** A page of matches of `localAccountLogins`. */
export type LocalAccountLoginsConnection = HuntAnswer & {
  readonly __typename?: 'LocalAccountLoginsConnection';
  /** Id, title and ATT&CK techniques of the analytic. */
  readonly analytic: Analytic;
  /** The matches of this page, with their cursors. */
  readonly edges: ReadonlyArray<LocalAccountLoginsEdge>;
  /** The matches of this page. */
  readonly nodes: ReadonlyArray<LocalAccountLogins>;
  /** Position of this page in the list. */
  readonly pageInfo: PageInfo;
  /** The parameters that the analytic used, defaults included. */
  readonly parameters: LocalAccountLoginsParameters;
  /** Number of matches on all pages. Counted only when selected. */
  readonly totalCount: TotalCount;
  /** Always false: all matches are listed, however many there are. */
  readonly truncated: Scalars['Boolean']['output'];
};


/** A page of matches of `localAccountLogins`. */
export type LocalAccountLoginsConnectionTotalCountArgs = {
  mode?: CountMode;
};

/** A match and its cursor. */
export type LocalAccountLoginsEdge = {
  readonly __typename?: 'LocalAccountLoginsEdge';
  /** Opaque position of the match, for `after` and `before` with the same arguments. */
  readonly cursor: Scalars['String']['output'];
  /** The match. */
  readonly node: LocalAccountLogins;
};

/** Parameters that `localAccountLogins` used. */
export type LocalAccountLoginsParameters = {
  readonly __typename?: 'LocalAccountLoginsParameters';
  /** Whether noise is left out. */
  readonly excludeNoise: Scalars['Boolean']['output'];
  /** The range that was searched. */
  readonly range: Period;
};

/** CAR `lock`: the screen of a session was locked. For the login type and source address see its `session`. */
export type LockEvent = Node & SessionEvent & {
  readonly __typename?: 'LockEvent';
  /** Account that `user` names. Null without a user. */
  readonly account?: Maybe<Account>;
  /** CAR action: always LOCK. */
  readonly action: SessionAction;
  /** Host that recorded the event. */
  readonly host: Host;
  /** CAR `hostname`: name of the host in upper case, `HOST1`. With its domain only if the server runs with HOSTNAMES=full. */
  readonly hostname: Scalars['String']['output'];
  /** Global id. The same record always gets the same id. */
  readonly id: Scalars['ID']['output'];
  /** When Sessionscope stored the event. */
  readonly ingestedAt: Scalars['DateTime']['output'];
  /** CAR `login_id`: the logon that the event belongs to: `0xf61f3` (1008115 on CAR's page). Null when the source has none. */
  readonly loginId?: Maybe<Scalars['LoginId']['output']>;
  /**
   * Session that the event belongs to. Null for a failed login, an event without `loginId`, an event of a fixed Windows
   * logon (SYSTEM, services, anonymous), and a REMOTE logout whose login was not recorded.
   */
  readonly session?: Maybe<Session>;
  /** Id of the record at its source: `windows/security/48812`. Null when the sender gave none. */
  readonly sourceId?: Maybe<Scalars['String']['output']>;
  /** When it happened, by the host's clock. Events with the same time are listed in the order in which they happened. */
  readonly time: Scalars['DateTime']['output'];
  /** CAR `uid`: a SID (`S-1-5-18`), or a Linux user id (`1000`), which can be another person on each host. Null when unknown. */
  readonly uid?: Maybe<Scalars['String']['output']>;
  /** CAR `user`: the user as the source wrote it: `HOST1\LOCALUSER`. Null when the source names none. */
  readonly user?: Maybe<Scalars['String']['output']>;
  /** Domain of `user`, first label in upper case: `THESHIRE` for `theshire.local\ana` and `ana@theshire.local`. Null without one. */
  readonly userDomain?: Maybe<Scalars['String']['output']>;
  /** Name part of `user` in lower case: `localuser`. Null without a user. */
  readonly userName?: Maybe<Scalars['String']['output']>;
};

/** A lock to store. */
export type LockEventInput = {
  /** CAR `hostname`: short or fully qualified, in any case: `HOST1`. 1 to 255 characters. */
  readonly hostname: Scalars['String']['input'];
  /** CAR `login_id`: hexadecimal with `0x` or decimal: `1008115`. Without it the event belongs to no session. */
  readonly loginId?: InputMaybe<Scalars['LoginId']['input']>;
  /**
   * Id of the record at its source, such as `windows/security/48812`. 1 to 512 characters.
   *
   * With it, events with the same host, time, action and `sourceId` are duplicates; without it, events that are equal in
   * all fields. A number at its end orders events with the same time.
   */
  readonly sourceId?: InputMaybe<Scalars['String']['input']>;
  /** When it happened, with an offset from UTC: `2026-11-16T09:00:00Z`. */
  readonly time: Scalars['DateTime']['input'];
  /** CAR `uid`: id of the user on the system, such as a SID: `S-1-5-18`. 1 to 256 characters. Leave out when unknown. */
  readonly uid?: InputMaybe<Scalars['String']['input']>;
  /** CAR `user`: `DOMAIN\name`, `name@domain.tld` or a plain name: `HOST1\LOCALUSER`. 1 to 512 characters. Leave out when unknown. */
  readonly user?: InputMaybe<Scalars['String']['input']>;
};

/** Who was logged on to a host at a time. */
export type LoggedOn = {
  readonly __typename?: 'LoggedOn';
  /**
   * One entry for each account, and one for all unknown users together, longest logged on first. Accounts that have only network logons
   * (`loginType` REMOTE) come last: most are file shares or service calls, but ssh is REMOTE too.
   */
  readonly accounts: ReadonlyArray<LoggedOnAccount>;
  /** The time in question. */
  readonly at: Scalars['DateTime']['output'];
  /** What the host's events and context events cover. Where they do not cover `at`, empty `accounts` do not prove that nobody was logged on. */
  readonly coverage: HostCoverage;
  /** Whether noise is left out. */
  readonly excludeNoise: Scalars['Boolean']['output'];
  /** The login types that were searched; null for all. */
  readonly loginTypes?: Maybe<ReadonlyArray<LoginType>>;
  /** True when more than 10,000 sessions were open. Only the first 10,000 were searched; narrow them down with `loginTypes`. */
  readonly truncated: Scalars['Boolean']['output'];
};

/** An account that was logged on to a host. */
export type LoggedOnAccount = {
  readonly __typename?: 'LoggedOnAccount';
  /** The account. Null for sessions of unknown users. */
  readonly account?: Maybe<Account>;
  /** Whether events prove that the account was logged on at the time. */
  readonly certainty: LoggedOnCertainty;
  /** The login types of `sessions`. A session of unknown type adds none. */
  readonly loginTypes: ReadonlyArray<LoginType>;
  /** The latest `endedAfter` of `sessions`: until then the events prove that the account was logged on. It can be before or after `at`. */
  readonly provenUntil: Scalars['DateTime']['output'];
  /** Its sessions that were open, earliest start first. */
  readonly sessions: ReadonlyArray<Session>;
  /** Start of the earliest of `sessions` that is proven at the time (`endedAfter` is not earlier); of the earliest one if none is. */
  readonly since: Scalars['DateTime']['output'];
  /** The first of ACTIVE, LOCKED, DISCONNECTED and UNKNOWN that is the state of one of `sessions`. */
  readonly state: SessionState;
};

/** Whether events prove that an account was logged on at a time. */
export type LoggedOnCertainty =
  /** The proof of all its sessions ends earlier, and their ends are not known or are only upper bounds. */
  | 'POSSIBLE'
  /** One of its sessions is proven at the time: its `endedAfter` is not earlier. */
  | 'PROVEN';

/** A login of a user who is not among the most frequent ones. */
export type LoginActivity = HuntMatch & {
  readonly __typename?: 'LoginActivity';
  /** The events that prove the match, oldest first. */
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

/** A page of matches of `loginActivity`. */
export type LoginActivityConnection = HuntAnswer & {
  readonly __typename?: 'LoginActivityConnection';
  /** Id, title and ATT&CK techniques of the analytic. */
  readonly analytic: Analytic;
  /** The matches of this page, with their cursors. */
  readonly edges: ReadonlyArray<LoginActivityEdge>;
  /** Number of users that were left out. */
  readonly excludedUserTotalCount: TotalCount;
  /** Users that were left out, most frequent first, at most 1,000. */
  readonly excludedUsers: ReadonlyArray<ExcludedUser>;
  /** The matches of this page. */
  readonly nodes: ReadonlyArray<LoginActivity>;
  /** Position of this page in the list. */
  readonly pageInfo: PageInfo;
  /** The parameters that the analytic used, defaults included. */
  readonly parameters: LoginActivityParameters;
  /** Number of matches on all pages. Counted only when selected. */
  readonly totalCount: TotalCount;
  /** Always false: all matches are listed, however many there are. */
  readonly truncated: Scalars['Boolean']['output'];
};


/** A page of matches of `loginActivity`. */
export type LoginActivityConnectionExcludedUserTotalCountArgs = {
  mode?: CountMode;
};


/** A page of matches of `loginActivity`. */
export type LoginActivityConnectionTotalCountArgs = {
  mode?: CountMode;
};

/** A match and its cursor. */
export type LoginActivityEdge = {
  readonly __typename?: 'LoginActivityEdge';
  /** Opaque position of the match, for `after` and `before` with the same arguments. */
  readonly cursor: Scalars['String']['output'];
  /** The match. */
  readonly node: LoginActivity;
};

/** Parameters that `loginActivity` used. */
export type LoginActivityParameters = {
  readonly __typename?: 'LoginActivityParameters';
  /** Whether noise is left out. */
  readonly excludeNoise: Scalars['Boolean']['output'];
  /** Requested number of users to leave out. Ties can add more. */
  readonly excludeTopUsers: Scalars['Int']['output'];
  /** The range that was searched. */
  readonly range: Period;
};

/** CAR `login`: a user logged on to a host, or failed to. */
export type LoginEvent = Node & RemoteCapableEvent & SessionEvent & {
  readonly __typename?: 'LoginEvent';
  /** Account that `user` names. Null without a user. */
  readonly account?: Maybe<Account>;
  /** CAR action: always LOGIN. */
  readonly action: SessionAction;
  /** CAR `dest_ip`: address that the user connected to: `192.168.1.5`. Null when unknown, and for INTERACTIVE and LOCAL. */
  readonly destIp?: Maybe<Scalars['IPAddress']['output']>;
  /** CAR `dest_port`: port at `destIp`: `1900`. Null when unknown, and for INTERACTIVE and LOCAL. */
  readonly destPort?: Maybe<Scalars['Port']['output']>;
  /** Host that recorded the event. */
  readonly host: Host;
  /** CAR `hostname`: name of the host in upper case, `HOST1`. With its domain only if the server runs with HOSTNAMES=full. */
  readonly hostname: Scalars['String']['output'];
  /** Global id. The same record always gets the same id. */
  readonly id: Scalars['ID']['output'];
  /** When Sessionscope stored the event. */
  readonly ingestedAt: Scalars['DateTime']['output'];
  /**
   * Set only on the second, elevated logon that Windows records when an administrator logs in: the login id of the session
   * (TargetLinkedLogonId). Null on all other logins.
   */
  readonly linkedLoginId?: Maybe<Scalars['LoginId']['output']>;
  /** CAR `login_id`: the logon that the event belongs to: `0xf61f3` (1008115 on CAR's page). Null when the source has none. */
  readonly loginId?: Maybe<Scalars['LoginId']['output']>;
  /** CAR `login_successful`: true for a successful login, false for a failed one. */
  readonly loginSuccessful: Scalars['Boolean']['output'];
  /** CAR `login_type`: how the user logged on: `RDP`. Null when unknown. */
  readonly loginType?: Maybe<LoginType>;
  /**
   * Session that the event belongs to. Null for a failed login, an event without `loginId`, an event of a fixed Windows
   * logon (SYSTEM, services, anonymous), and a REMOTE logout whose login was not recorded.
   */
  readonly session?: Maybe<Session>;
  /** Id of the record at its source: `windows/security/48812`. Null when the sender gave none. */
  readonly sourceId?: Maybe<Scalars['String']['output']>;
  /**
   * Name that the client claimed for itself, in the form of `hostname`: `WS5` (Windows WorkstationName and ClientName). Any
   * client can claim any name. Null when unknown or not a valid host name.
   */
  readonly srcHostname?: Maybe<Scalars['String']['output']>;
  /** CAR `src_ip`: address that the user came from: `10.0.0.54`. Null when unknown, and for INTERACTIVE and LOCAL. */
  readonly srcIp?: Maybe<Scalars['IPAddress']['output']>;
  /** CAR `src_port`: port at `srcIp`: `50438`. Null when unknown, and for INTERACTIVE and LOCAL. */
  readonly srcPort?: Maybe<Scalars['Port']['output']>;
  /** When it happened, by the host's clock. Events with the same time are listed in the order in which they happened. */
  readonly time: Scalars['DateTime']['output'];
  /** CAR `uid`: a SID (`S-1-5-18`), or a Linux user id (`1000`), which can be another person on each host. Null when unknown. */
  readonly uid?: Maybe<Scalars['String']['output']>;
  /** CAR `user`: the user as the source wrote it: `HOST1\LOCALUSER`. Null when the source names none. */
  readonly user?: Maybe<Scalars['String']['output']>;
  /** Domain of `user`, first label in upper case: `THESHIRE` for `theshire.local\ana` and `ana@theshire.local`. Null without one. */
  readonly userDomain?: Maybe<Scalars['String']['output']>;
  /** Name part of `user` in lower case: `localuser`. Null without a user. */
  readonly userName?: Maybe<Scalars['String']['output']>;
};

/** A login to store. */
export type LoginEventInput = {
  /**
   * CAR `dest_ip`: address that the user connected to: `192.168.1.5`. Not allowed with `loginType` INTERACTIVE or LOCAL
   * (FIELD_NOT_APPLICABLE).
   */
  readonly destIp?: InputMaybe<Scalars['IPAddress']['input']>;
  /** CAR `dest_port`: port at `destIp`: `1900`. Not allowed with `loginType` INTERACTIVE or LOCAL (FIELD_NOT_APPLICABLE). */
  readonly destPort?: InputMaybe<Scalars['Port']['input']>;
  /** CAR `hostname`: short or fully qualified, in any case: `HOST1`. 1 to 255 characters. */
  readonly hostname: Scalars['String']['input'];
  /**
   * Only on the second, elevated logon that Windows records when an administrator logs in: the login id of the session
   * (TargetLinkedLogonId).
   */
  readonly linkedLoginId?: InputMaybe<Scalars['LoginId']['input']>;
  /** CAR `login_id`: hexadecimal with `0x` or decimal: `1008115`. Without it the event belongs to no session. */
  readonly loginId?: InputMaybe<Scalars['LoginId']['input']>;
  /** CAR `login_successful`: true for a successful login, false for a failed one. */
  readonly loginSuccessful: Scalars['Boolean']['input'];
  /** CAR `login_type`: how the user logged on: `RDP`. Leave out when unknown. */
  readonly loginType?: InputMaybe<LoginType>;
  /**
   * Id of the record at its source, such as `windows/security/48812`. 1 to 512 characters.
   *
   * With it, events with the same host, time, action and `sourceId` are duplicates; without it, events that are equal in
   * all fields. A number at its end orders events with the same time.
   */
  readonly sourceId?: InputMaybe<Scalars['String']['input']>;
  /**
   * Name that the client claimed for itself: `WS5` (Windows WorkstationName and ClientName). It does not identify the event:
   * a duplicate with another name changes nothing. `-` and a name that is not a valid host name become null without an error.
   */
  readonly srcHostname?: InputMaybe<Scalars['String']['input']>;
  /** CAR `src_ip`: address that the user came from: `10.0.0.54`. Not allowed with `loginType` INTERACTIVE or LOCAL (FIELD_NOT_APPLICABLE). */
  readonly srcIp?: InputMaybe<Scalars['IPAddress']['input']>;
  /** CAR `src_port`: port at `srcIp`: `50438`. Not allowed with `loginType` INTERACTIVE or LOCAL (FIELD_NOT_APPLICABLE). */
  readonly srcPort?: InputMaybe<Scalars['Port']['input']>;
  /** When it happened, with an offset from UTC: `2026-11-16T09:00:00Z`. */
  readonly time: Scalars['DateTime']['input'];
  /** CAR `uid`: id of the user on the system, such as a SID: `S-1-5-18`. 1 to 256 characters. Leave out when unknown. */
  readonly uid?: InputMaybe<Scalars['String']['input']>;
  /** CAR `user`: `DOMAIN\name`, `name@domain.tld` or a plain name: `HOST1\LOCALUSER`. 1 to 512 characters. Leave out when unknown. */
  readonly user?: InputMaybe<Scalars['String']['input']>;
};

/** Condition on a login id. All given members must match. */
export type LoginIdFilter = {
  /** Equals this value. */
  readonly eq?: InputMaybe<Scalars['LoginId']['input']>;
  /** Equals one of these values, 1 to 1,000. */
  readonly in?: InputMaybe<ReadonlyArray<Scalars['LoginId']['input']>>;
  /** True: there is no login id. False: there is one. */
  readonly isNull?: InputMaybe<Scalars['Boolean']['input']>;
};

/** A login id that a search found. It can belong to sessions on several hosts, and to several on one host, one after each restart. */
export type LoginIdMatch = SearchMatch & {
  readonly __typename?: 'LoginIdMatch';
  /** Events with the login id, newest first by default. */
  readonly events: SessionEventConnection;
  /** Time of the oldest stored event with the value; of a host, of the oldest ever recorded. Null when there is none. */
  readonly firstSeenAt?: Maybe<Scalars['DateTime']['output']>;
  /** Kind of the value. */
  readonly kind: SearchKind;
  /** Time of the newest stored event with the value; of a host, of the newest ever recorded. Null when there is none. */
  readonly lastSeenAt?: Maybe<Scalars['DateTime']['output']>;
  /** CAR `login_id`. */
  readonly loginId: Scalars['LoginId']['output'];
  /** How the text matches the value. */
  readonly match: MatchType;
  /** Sessions with the login id, latest start first by default. */
  readonly sessions: SessionConnection;
  /** The value as text: `HOST1`, `CORP\ana`, `S-1-5-18`, `10.0.0.54`, `0xf61f3`. */
  readonly value: Scalars['String']['output'];
};


/** A login id that a search found. It can belong to sessions on several hosts, and to several on one host, one after each restart. */
export type LoginIdMatchEventsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<SessionEventFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  order?: TimeOrder;
};


/** A login id that a search found. It can belong to sessions on several hosts, and to several on one host, one after each restart. */
export type LoginIdMatchSessionsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<SessionFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  order?: SessionOrder;
};

/** Outcome of a login. */
export type LoginOutcome =
  /** The login failed. */
  | 'FAILURE'
  /** The login was successful. */
  | 'SUCCESS';

/** CAR `login_type`: how the user logged on. */
export type LoginType =
  /** At the machine's own screen and keyboard (Windows logon types 2 and 11). */
  | 'INTERACTIVE'
  /** On the machine without a desktop: services, batch jobs, run-as (Windows logon types 4, 5 and 9), Linux consoles. */
  | 'LOCAL'
  /** By remote desktop (Windows logon types 10 and 12). */
  | 'RDP'
  /** Over the network without a desktop: file shares, ssh, WinRM (Windows logon types 3 and 8). */
  | 'REMOTE';

/** Condition on a login type. All given members must match. */
export type LoginTypeFilter = {
  /** Equals this value. */
  readonly eq?: InputMaybe<LoginType>;
  /** Equals one of these values, 1 to 1,000. */
  readonly in?: InputMaybe<ReadonlyArray<LoginType>>;
  /** True: there is no login type, as on every lock and unlock. False: there is one. */
  readonly isNull?: InputMaybe<Scalars['Boolean']['input']>;
};

/** A user who logged in to a host since its start. The evidence is the logins. */
export type LoginsSince = HuntMatch & {
  readonly __typename?: 'LoginsSince';
  /** The user. Null for logins of unknown users. */
  readonly account?: Maybe<Account>;
  /** The events that prove the match, oldest first. */
  readonly evidence: SessionEventConnection;
  /** Time of the first login. */
  readonly firstAt: Scalars['DateTime']['output'];
  /** Time of the last login. */
  readonly lastAt: Scalars['DateTime']['output'];
  /** Number of logins. */
  readonly loginCount: Scalars['Int']['output'];
  /** Types of the logins, as far as known. */
  readonly loginTypes: ReadonlyArray<LoginType>;
  /** Whether the user had an open session on the host at the time in question. `includeUnknown` says when a session counts as over. */
  readonly stillLoggedOn: Scalars['Boolean']['output'];
};


/** A user who logged in to a host since its start. The evidence is the logins. */
export type LoginsSinceEvidenceArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
};

/** A page of matches of `loginsSince`. */
export type LoginsSinceConnection = HuntAnswer & {
  readonly __typename?: 'LoginsSinceConnection';
  /** Id, title and ATT&CK techniques of the analytic. */
  readonly analytic: Analytic;
  /** The matches of this page, with their cursors. */
  readonly edges: ReadonlyArray<LoginsSinceEdge>;
  /** The matches of this page. */
  readonly nodes: ReadonlyArray<LoginsSince>;
  /** Position of this page in the list. */
  readonly pageInfo: PageInfo;
  /** The parameters that the analytic used, defaults included. */
  readonly parameters: LoginsSinceParameters;
  /** Number of matches on all pages. Counted only when selected. */
  readonly totalCount: TotalCount;
  /** True when there are more than 10,000 matches. Only the first 10,000 are listed; `totalCount` counts all. */
  readonly truncated: Scalars['Boolean']['output'];
};


/** A page of matches of `loginsSince`. */
export type LoginsSinceConnectionTotalCountArgs = {
  mode?: CountMode;
};

/** A match and its cursor. */
export type LoginsSinceEdge = {
  readonly __typename?: 'LoginsSinceEdge';
  /** Opaque position of the match, for `after` and `before` with the same arguments. */
  readonly cursor: Scalars['String']['output'];
  /** The match. */
  readonly node: LoginsSince;
};

/** Parameters that `loginsSince` used. */
export type LoginsSinceParameters = {
  readonly __typename?: 'LoginsSinceParameters';
  /** The time in question. */
  readonly at: Scalars['DateTime']['output'];
  /** Time of the host's start. */
  readonly bootTime: Scalars['DateTime']['output'];
  /** Whether noise is left out. */
  readonly excludeNoise: Scalars['Boolean']['output'];
  /** Name of the host. */
  readonly hostname: Scalars['String']['output'];
  /** Whether sessions counted up to `endedAt`. */
  readonly includeUnknown: Scalars['Boolean']['output'];
};

/** A graph of logins and reconnects. It lists the first edges in the requested order and the nodes that they connect. */
export type LogonGraph = {
  readonly __typename?: 'LogonGraph';
  /** Number of logins and reconnects that match. */
  readonly count: Scalars['Int']['output'];
  /** Number of edges, listed or not. */
  readonly edgeTotalCount: TotalCount;
  /** Number of matching events without an edge, because fewer than two of the requested kinds are known of them. */
  readonly edgelessCount: Scalars['Int']['output'];
  /** The edges in the requested order, at most `first`. Edges with equal values are ordered by their ends. */
  readonly edges: ReadonlyArray<LogonGraphEdge>;
  /** Whether noise is left out. */
  readonly excludeNoise: Scalars['Boolean']['output'];
  /** The kinds of nodes, as requested. */
  readonly kinds: ReadonlyArray<LogonNodeKind>;
  /** Number of nodes that have edges, listed or not. */
  readonly nodeTotalCount: TotalCount;
  /** The ends of the listed edges, each once, in the order in which the edges name them. */
  readonly nodes: ReadonlyArray<LogonGraphNode>;
  /** The range that was read. */
  readonly range: Period;
};


/** A graph of logins and reconnects. It lists the first edges in the requested order and the nodes that they connect. */
export type LogonGraphEdgeTotalCountArgs = {
  mode?: CountMode;
};


/** A graph of logins and reconnects. It lists the first edges in the requested order and the nodes that they connect. */
export type LogonGraphNodeTotalCountArgs = {
  mode?: CountMode;
};

/** All events from one node to another: from a source to an account or a host, or from an account to a host. */
export type LogonGraphEdge = {
  readonly __typename?: 'LogonGraphEdge';
  /** Number of events: logins, successful or not, and reconnects. */
  readonly count: Scalars['Int']['output'];
  /** The events, newest first by default. */
  readonly events: SessionEventConnection;
  /** Number of failed logins among them. */
  readonly failures: Scalars['Int']['output'];
  /** Time of the oldest event in the range. */
  readonly firstAt: Scalars['DateTime']['output'];
  /** `key` of the source or account. */
  readonly from: Scalars['String']['output'];
  /** Time of the newest event in the range. */
  readonly lastAt: Scalars['DateTime']['output'];
  /** Number of reconnects among them. */
  readonly reconnects: Scalars['Int']['output'];
  /** Number of successful logins among them. */
  readonly successes: Scalars['Int']['output'];
  /** `key` of the account or host. */
  readonly to: Scalars['String']['output'];
};


/** All events from one node to another: from a source to an account or a host, or from an account to a host. */
export type LogonGraphEdgeEventsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<SessionEventFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  order?: TimeOrder;
};

/** A source, an account or a host. Its numbers count all of its events that match, also those whose edges are not listed. */
export type LogonGraphNode = {
  readonly __typename?: 'LogonGraphNode';
  /** The account. Null for other nodes. */
  readonly account?: Maybe<Account>;
  /** Number of events: logins, successful or not, and reconnects. */
  readonly count: Scalars['Int']['output'];
  /** Number of edges, listed or not. */
  readonly edgeCount: Scalars['Int']['output'];
  /** Number of failed logins among them. */
  readonly failures: Scalars['Int']['output'];
  /** Time of the oldest event in the range. */
  readonly firstAt: Scalars['DateTime']['output'];
  /** The host; for a source with `srcHostname`, the stored host of that name. Null for other nodes, and when no such host is stored. */
  readonly host?: Maybe<Host>;
  /** Text by which edges name the node. It is the same in every graph, and has no other use. */
  readonly key: Scalars['String']['output'];
  /** What the node is. */
  readonly kind: LogonNodeKind;
  /** Time of the newest event in the range. */
  readonly lastAt: Scalars['DateTime']['output'];
  /** Text to show: `10.0.0.54`, `WS5`, `CORP\ana`. */
  readonly name: Scalars['String']['output'];
  /** Number of reconnects among them. */
  readonly reconnects: Scalars['Int']['output'];
  /** Name that a client without a known address claimed for itself. Null for other nodes. */
  readonly srcHostname?: Maybe<Scalars['String']['output']>;
  /** Source address. Null for other nodes, and for a source that is known only by the name that the client claimed. */
  readonly srcIp?: Maybe<Scalars['IPAddress']['output']>;
  /** Number of successful logins among them. */
  readonly successes: Scalars['Int']['output'];
};

/** Order of edges. */
export type LogonGraphOrder = {
  /** Direction of the order. */
  readonly direction?: OrderDirection;
  /** What to order by. */
  readonly field: LogonGraphOrderField;
};

/** What edges can be ordered by. */
export type LogonGraphOrderField =
  /** Number of events. */
  | 'COUNT'
  /** Number of failed logins. */
  | 'FAILURES'
  /** Time of the oldest event: new connections first, or last. */
  | 'FIRST_AT'
  /** Time of the newest event. */
  | 'LAST_AT';

/** Kinds of nodes, in the direction of the edges. */
export type LogonNodeKind =
  /** The account that logs on or reconnects. */
  | 'ACCOUNT'
  /** The host that is logged on to. */
  | 'HOST'
  /** Where logins come from: an address, or the name that a client without a known address claimed. */
  | 'SOURCE';

/** CAR `logout`: a session ended. */
export type LogoutEvent = Node & RemoteCapableEvent & SessionEvent & {
  readonly __typename?: 'LogoutEvent';
  /** Account that `user` names. Null without a user. */
  readonly account?: Maybe<Account>;
  /** CAR action: always LOGOUT. */
  readonly action: SessionAction;
  /** CAR `dest_ip`: address that the user connected to: `192.168.1.5`. Null when unknown, and for INTERACTIVE and LOCAL. */
  readonly destIp?: Maybe<Scalars['IPAddress']['output']>;
  /** CAR `dest_port`: port at `destIp`: `1900`. Null when unknown, and for INTERACTIVE and LOCAL. */
  readonly destPort?: Maybe<Scalars['Port']['output']>;
  /** Host that recorded the event. */
  readonly host: Host;
  /** CAR `hostname`: name of the host in upper case, `HOST1`. With its domain only if the server runs with HOSTNAMES=full. */
  readonly hostname: Scalars['String']['output'];
  /** Global id. The same record always gets the same id. */
  readonly id: Scalars['ID']['output'];
  /** When Sessionscope stored the event. */
  readonly ingestedAt: Scalars['DateTime']['output'];
  /** CAR `login_id`: the logon that the event belongs to: `0xf61f3` (1008115 on CAR's page). Null when the source has none. */
  readonly loginId?: Maybe<Scalars['LoginId']['output']>;
  /** CAR `login_type`: how the user logged on: `RDP`. Null when unknown. */
  readonly loginType?: Maybe<LoginType>;
  /**
   * Session that the event belongs to. Null for a failed login, an event without `loginId`, an event of a fixed Windows
   * logon (SYSTEM, services, anonymous), and a REMOTE logout whose login was not recorded.
   */
  readonly session?: Maybe<Session>;
  /** Id of the record at its source: `windows/security/48812`. Null when the sender gave none. */
  readonly sourceId?: Maybe<Scalars['String']['output']>;
  /** CAR `src_ip`: address that the user came from: `10.0.0.54`. Null when unknown, and for INTERACTIVE and LOCAL. */
  readonly srcIp?: Maybe<Scalars['IPAddress']['output']>;
  /** CAR `src_port`: port at `srcIp`: `50438`. Null when unknown, and for INTERACTIVE and LOCAL. */
  readonly srcPort?: Maybe<Scalars['Port']['output']>;
  /** When it happened, by the host's clock. Events with the same time are listed in the order in which they happened. */
  readonly time: Scalars['DateTime']['output'];
  /** CAR `uid`: a SID (`S-1-5-18`), or a Linux user id (`1000`), which can be another person on each host. Null when unknown. */
  readonly uid?: Maybe<Scalars['String']['output']>;
  /** CAR `user`: the user as the source wrote it: `HOST1\LOCALUSER`. Null when the source names none. */
  readonly user?: Maybe<Scalars['String']['output']>;
  /** Domain of `user`, first label in upper case: `THESHIRE` for `theshire.local\ana` and `ana@theshire.local`. Null without one. */
  readonly userDomain?: Maybe<Scalars['String']['output']>;
  /** Name part of `user` in lower case: `localuser`. Null without a user. */
  readonly userName?: Maybe<Scalars['String']['output']>;
};

/** A logout to store. */
export type LogoutEventInput = {
  /**
   * CAR `dest_ip`: address that the user connected to: `192.168.1.5`. Not allowed with `loginType` INTERACTIVE or LOCAL
   * (FIELD_NOT_APPLICABLE).
   */
  readonly destIp?: InputMaybe<Scalars['IPAddress']['input']>;
  /** CAR `dest_port`: port at `destIp`: `1900`. Not allowed with `loginType` INTERACTIVE or LOCAL (FIELD_NOT_APPLICABLE). */
  readonly destPort?: InputMaybe<Scalars['Port']['input']>;
  /** CAR `hostname`: short or fully qualified, in any case: `HOST1`. 1 to 255 characters. */
  readonly hostname: Scalars['String']['input'];
  /** CAR `login_id`: hexadecimal with `0x` or decimal: `1008115`. Without it the event belongs to no session. */
  readonly loginId?: InputMaybe<Scalars['LoginId']['input']>;
  /** CAR `login_type`: how the user logged on: `RDP`. Leave out when unknown. */
  readonly loginType?: InputMaybe<LoginType>;
  /**
   * Id of the record at its source, such as `windows/security/48812`. 1 to 512 characters.
   *
   * With it, events with the same host, time, action and `sourceId` are duplicates; without it, events that are equal in
   * all fields. A number at its end orders events with the same time.
   */
  readonly sourceId?: InputMaybe<Scalars['String']['input']>;
  /** CAR `src_ip`: address that the user came from: `10.0.0.54`. Not allowed with `loginType` INTERACTIVE or LOCAL (FIELD_NOT_APPLICABLE). */
  readonly srcIp?: InputMaybe<Scalars['IPAddress']['input']>;
  /** CAR `src_port`: port at `srcIp`: `50438`. Not allowed with `loginType` INTERACTIVE or LOCAL (FIELD_NOT_APPLICABLE). */
  readonly srcPort?: InputMaybe<Scalars['Port']['input']>;
  /** When it happened, with an offset from UTC: `2026-11-16T09:00:00Z`. */
  readonly time: Scalars['DateTime']['input'];
  /** CAR `uid`: id of the user on the system, such as a SID: `S-1-5-18`. 1 to 256 characters. Leave out when unknown. */
  readonly uid?: InputMaybe<Scalars['String']['input']>;
  /** CAR `user`: `DOMAIN\name`, `name@domain.tld` or a plain name: `HOST1\LOCALUSER`. 1 to 512 characters. Leave out when unknown. */
  readonly user?: InputMaybe<Scalars['String']['input']>;
};

/** A long session. The evidence is its first event and the logout that ended it, even after the range. */
export type LongSessions = HuntMatch & {
  readonly __typename?: 'LongSessions';
  /** Time from its start to its end or `range.until`, whichever is earlier: `PT26H3M0.5S`. */
  readonly duration: Scalars['Duration']['output'];
  /** `duration` in seconds, exact to the microsecond. */
  readonly durationSeconds: Scalars['Float']['output'];
  /** The events that prove the match, oldest first. */
  readonly evidence: SessionEventConnection;
  /** The session. Its `startReason` and `endReason` show how exact its times are. */
  readonly session: Session;
};


/** A long session. The evidence is its first event and the logout that ended it, even after the range. */
export type LongSessionsEvidenceArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
};

/** A page of matches of `longSessions`. */
export type LongSessionsConnection = HuntAnswer & {
  readonly __typename?: 'LongSessionsConnection';
  /** Id, title and ATT&CK techniques of the analytic. */
  readonly analytic: Analytic;
  /** The matches of this page, with their cursors. */
  readonly edges: ReadonlyArray<LongSessionsEdge>;
  /** The matches of this page. */
  readonly nodes: ReadonlyArray<LongSessions>;
  /** Position of this page in the list. */
  readonly pageInfo: PageInfo;
  /** The parameters that the analytic used, defaults included. */
  readonly parameters: LongSessionsParameters;
  /** Number of matches on all pages. Counted only when selected. */
  readonly totalCount: TotalCount;
  /** Always false: all matches are listed, however many there are. */
  readonly truncated: Scalars['Boolean']['output'];
};


/** A page of matches of `longSessions`. */
export type LongSessionsConnectionTotalCountArgs = {
  mode?: CountMode;
};

/** A match and its cursor. */
export type LongSessionsEdge = {
  readonly __typename?: 'LongSessionsEdge';
  /** Opaque position of the match, for `after` and `before` with the same arguments. */
  readonly cursor: Scalars['String']['output'];
  /** The match. */
  readonly node: LongSessions;
};

/** Parameters that `longSessions` used. */
export type LongSessionsParameters = {
  readonly __typename?: 'LongSessionsParameters';
  /** Whether noise is left out. */
  readonly excludeNoise: Scalars['Boolean']['output'];
  /** Whether sessions counted up to `endedAt`. */
  readonly includeUnknown: Scalars['Boolean']['output'];
  /** The login types that were searched; null for all. */
  readonly loginTypes?: Maybe<ReadonlyArray<LoginType>>;
  /** Minimum duration. */
  readonly minDuration: Scalars['Duration']['output'];
  /** The range that was searched. */
  readonly range: Period;
};

/** How a text matches a value. */
export type MatchType =
  /** It is equal to the value, or, without a domain, to the user name. */
  | 'EXACT'
  /** The host name or user name contains it, or the domain of the account begins with it, and the name does not. */
  | 'PART'
  /** The value, or the user name, begins with it. For `ana@co`: the domain does. */
  | 'PREFIX';

/** A user who logged in to several hosts. The evidence is the logins. */
export type MultiHostLogins = HuntMatch & {
  readonly __typename?: 'MultiHostLogins';
  /** The user. */
  readonly account: Account;
  /** Number of logins. */
  readonly eventCount: Scalars['Int']['output'];
  /** The events that prove the match, oldest first. */
  readonly evidence: SessionEventConnection;
  /** Time of the first login. */
  readonly firstAt: Scalars['DateTime']['output'];
  /** Number of different hosts. */
  readonly hostCount: Scalars['Int']['output'];
  /** The hosts in the order of their first login, at most 1,000. */
  readonly hosts: ReadonlyArray<MultiHostLoginsHost>;
  /** Time of the last login. */
  readonly lastAt: Scalars['DateTime']['output'];
  /** Largest number of different hosts in one window. */
  readonly peak: Scalars['Int']['output'];
};


/** A user who logged in to several hosts. The evidence is the logins. */
export type MultiHostLoginsEvidenceArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
};

/** A page of matches of `multiHostLogins`. */
export type MultiHostLoginsConnection = HuntAnswer & {
  readonly __typename?: 'MultiHostLoginsConnection';
  /** Id, title and ATT&CK techniques of the analytic. */
  readonly analytic: Analytic;
  /** The matches of this page, with their cursors. */
  readonly edges: ReadonlyArray<MultiHostLoginsEdge>;
  /** The matches of this page. */
  readonly nodes: ReadonlyArray<MultiHostLogins>;
  /** Position of this page in the list. */
  readonly pageInfo: PageInfo;
  /** The parameters that the analytic used, defaults included. */
  readonly parameters: MultiHostLoginsParameters;
  /** Number of matches on all pages. Counted only when selected. */
  readonly totalCount: TotalCount;
  /** True when there are more than 10,000 matches. Only the first 10,000 are listed; `totalCount` counts all. */
  readonly truncated: Scalars['Boolean']['output'];
};


/** A page of matches of `multiHostLogins`. */
export type MultiHostLoginsConnectionTotalCountArgs = {
  mode?: CountMode;
};

/** A match and its cursor. */
export type MultiHostLoginsEdge = {
  readonly __typename?: 'MultiHostLoginsEdge';
  /** Opaque position of the match, for `after` and `before` with the same arguments. */
  readonly cursor: Scalars['String']['output'];
  /** The match. */
  readonly node: MultiHostLogins;
};

/** One of the hosts that a user logged in to. */
export type MultiHostLoginsHost = {
  readonly __typename?: 'MultiHostLoginsHost';
  /** Time of the first login to this host. */
  readonly firstAt: Scalars['DateTime']['output'];
  /** The host. */
  readonly host: Host;
  /** Time of the last login to this host. */
  readonly lastAt: Scalars['DateTime']['output'];
  /** Number of logins. */
  readonly loginCount: Scalars['Int']['output'];
  /** Login ids, sorted as text, at most 100. */
  readonly loginIds: ReadonlyArray<Scalars['LoginId']['output']>;
  /** Types of the logins, as far as known. */
  readonly loginTypes: ReadonlyArray<LoginType>;
  /** Source addresses, at most 100. */
  readonly srcIps: ReadonlyArray<Scalars['IPAddress']['output']>;
};

/** Parameters that `multiHostLogins` used. */
export type MultiHostLoginsParameters = {
  readonly __typename?: 'MultiHostLoginsParameters';
  /** Whether noise is left out. */
  readonly excludeNoise: Scalars['Boolean']['output'];
  /** Users that were left out, domain in upper case and name in lower case. Null when there are none. */
  readonly excludeUsers?: Maybe<ReadonlyArray<Scalars['String']['output']>>;
  /** Minimum number of different hosts. */
  readonly minHosts: Scalars['Int']['output'];
  /** The range that was searched. */
  readonly range: Period;
  /** Whether only REMOTE and RDP logins counted. */
  readonly remoteOnly: Scalars['Boolean']['output'];
  /** Length of the window. */
  readonly window: Scalars['Duration']['output'];
};

/**
 * Every mutation that a client can send. All fields need the scope `events:write`.
 *
 * A field that fails is null and `errors` has an entry with its `path`; the HTTP status is then never 200.
 */
export type Mutation = {
  readonly __typename?: 'Mutation';
  /**
   * Stores context events and returns one result for each, after the commit. Invalid and duplicate ones are handled as in
   * `ingestSessionEvents`.
   */
  readonly ingestContextEvents?: Maybe<IngestContextEventsPayload>;
  /**
   * Stores events and returns one result for each, after the commit. An invalid event is rejected without affecting the
   * others. An event that is already stored is reported as a duplicate, so resending is safe.
   */
  readonly ingestSessionEvents?: Maybe<IngestSessionEventsPayload>;
};


/**
 * Every mutation that a client can send. All fields need the scope `events:write`.
 *
 * A field that fails is null and `errors` has an entry with its `path`; the HTTP status is then never 200.
 */
export type MutationIngestContextEventsArgs = {
  events: ReadonlyArray<ContextEventInput>;
};


/**
 * Every mutation that a client can send. All fields need the scope `events:write`.
 *
 * A field that fails is null and `errors` has an entry with its `path`; the HTTP status is then never 200.
 */
export type MutationIngestSessionEventsArgs = {
  events: ReadonlyArray<SessionEventInput>;
};

/** A session that was never locked. The evidence is its first event and the logout that ended it, even after the range. */
export type NeverLocked = HuntMatch & {
  readonly __typename?: 'NeverLocked';
  /** Time in state ACTIVE before its end or `range.until`, whichever is earlier: `PT26H3M0.5S`. */
  readonly duration: Scalars['Duration']['output'];
  /** `duration` in seconds, exact to the microsecond. */
  readonly durationSeconds: Scalars['Float']['output'];
  /** The events that prove the match, oldest first. */
  readonly evidence: SessionEventConnection;
  /** Whether the host recorded a LOCK of any session in the range. If not, the match may only mean that the host does not record locks. */
  readonly hostLocks: Scalars['Boolean']['output'];
  /** The session. Its `startReason` and `endReason` show how exact its times are. */
  readonly session: Session;
};


/** A session that was never locked. The evidence is its first event and the logout that ended it, even after the range. */
export type NeverLockedEvidenceArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
};

/** A page of matches of `neverLocked`. */
export type NeverLockedConnection = HuntAnswer & {
  readonly __typename?: 'NeverLockedConnection';
  /** Id, title and ATT&CK techniques of the analytic. */
  readonly analytic: Analytic;
  /** The matches of this page, with their cursors. */
  readonly edges: ReadonlyArray<NeverLockedEdge>;
  /** The matches of this page. */
  readonly nodes: ReadonlyArray<NeverLocked>;
  /** Position of this page in the list. */
  readonly pageInfo: PageInfo;
  /** The parameters that the analytic used, defaults included. */
  readonly parameters: NeverLockedParameters;
  /** Number of matches on all pages. Counted only when selected. */
  readonly totalCount: TotalCount;
  /** Always false: all matches are listed, however many there are. */
  readonly truncated: Scalars['Boolean']['output'];
};


/** A page of matches of `neverLocked`. */
export type NeverLockedConnectionTotalCountArgs = {
  mode?: CountMode;
};

/** A match and its cursor. */
export type NeverLockedEdge = {
  readonly __typename?: 'NeverLockedEdge';
  /** Opaque position of the match, for `after` and `before` with the same arguments. */
  readonly cursor: Scalars['String']['output'];
  /** The match. */
  readonly node: NeverLocked;
};

/** Parameters that `neverLocked` used. */
export type NeverLockedParameters = {
  readonly __typename?: 'NeverLockedParameters';
  /** Whether noise is left out. */
  readonly excludeNoise: Scalars['Boolean']['output'];
  /** Whether sessions counted up to `endedAt`. */
  readonly includeUnknown: Scalars['Boolean']['output'];
  /** The login types that were searched; null for all. */
  readonly loginTypes?: Maybe<ReadonlyArray<LoginType>>;
  /** Minimum duration. */
  readonly minDuration: Scalars['Duration']['output'];
  /** The range that was searched. */
  readonly range: Period;
};

/** An object with a global id. */
export type Node = {
  /** Global id: opaque text that `node` and `nodes` accept. */
  readonly id: Scalars['ID']['output'];
};

/** A login, reconnect or unlock outside of working hours. */
export type OffHours = HuntMatch & {
  readonly __typename?: 'OffHours';
  /** The event. */
  readonly event: SessionEvent;
  /** The events that prove the match, oldest first. */
  readonly evidence: SessionEventConnection;
  /** Local time of the event, with its offset from UTC: `2026-11-16T22:07:00.000000+01:00`. */
  readonly localTime: Scalars['String']['output'];
  /** Local day of the week. */
  readonly weekday: Weekday;
};


/** A login, reconnect or unlock outside of working hours. */
export type OffHoursEvidenceArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
};

/** A page of matches of `offHours`. */
export type OffHoursConnection = HuntAnswer & {
  readonly __typename?: 'OffHoursConnection';
  /** Id, title and ATT&CK techniques of the analytic. */
  readonly analytic: Analytic;
  /** The matches of this page, with their cursors. */
  readonly edges: ReadonlyArray<OffHoursEdge>;
  /** The matches of this page. */
  readonly nodes: ReadonlyArray<OffHours>;
  /** Position of this page in the list. */
  readonly pageInfo: PageInfo;
  /** The parameters that the analytic used, defaults included. */
  readonly parameters: OffHoursParameters;
  /** Number of matches on all pages. Counted only when selected. */
  readonly totalCount: TotalCount;
  /** Always false: all matches are listed, however many there are. */
  readonly truncated: Scalars['Boolean']['output'];
};


/** A page of matches of `offHours`. */
export type OffHoursConnectionTotalCountArgs = {
  mode?: CountMode;
};

/** A match and its cursor. */
export type OffHoursEdge = {
  readonly __typename?: 'OffHoursEdge';
  /** Opaque position of the match, for `after` and `before` with the same arguments. */
  readonly cursor: Scalars['String']['output'];
  /** The match. */
  readonly node: OffHours;
};

/** Parameters that `offHours` used. */
export type OffHoursParameters = {
  readonly __typename?: 'OffHoursParameters';
  /** The actions that were searched, each once. */
  readonly actions: ReadonlyArray<SessionAction>;
  /** Whether noise is left out. */
  readonly excludeNoise: Scalars['Boolean']['output'];
  /** The login types that were searched; null for all. */
  readonly loginTypes?: Maybe<ReadonlyArray<LoginType>>;
  /** The working hours. */
  readonly openHours: ReadonlyArray<OpenHours>;
  /** The range that was searched. */
  readonly range: Period;
  /** The time zone. */
  readonly timeZone: Scalars['String']['output'];
};

/** Hours that repeat on some days of the week, as they were used. */
export type OpenHours = {
  readonly __typename?: 'OpenHours';
  /** Days on which they start, each once, Monday first. */
  readonly days: ReadonlyArray<Weekday>;
  /** Local time at which they start, inclusive. */
  readonly from: Scalars['String']['output'];
  /** Local time at which they end, exclusive. Earlier than `from` means on the next day. */
  readonly until: Scalars['String']['output'];
};

/** Hours that repeat on some days of the week. */
export type OpenHoursInput = {
  /** Days on which they start, at least one. */
  readonly days: ReadonlyArray<Weekday>;
  /** Local time at which they start, inclusive, `00:00` to `23:59`. */
  readonly from: Scalars['String']['input'];
  /**
   * Local time at which they end, exclusive, `00:00` to `24:00`. Earlier than `from` means on the next day. A whole day is
   * `00:00` to `24:00`.
   */
  readonly until: Scalars['String']['input'];
};

/** Direction of an order. */
export type OrderDirection =
  /** Smallest or earliest first. */
  | 'ASCENDING'
  /** Largest or latest first. */
  | 'DESCENDING';

/** Share of a host's events on one day that have no session. */
export type OrphanRate = {
  readonly __typename?: 'OrphanRate';
  /** UTC day, `2026-11-16`. The first and last day of the range count only what is in the range. */
  readonly day: Scalars['String']['output'];
  /** Number of events with the requested actions. */
  readonly events: Scalars['Int']['output'];
  /** The host. */
  readonly host: Host;
  /** Number of events without a session, 1 or more. */
  readonly orphans: Scalars['Int']['output'];
  /** `orphans` / `events`: above 0, at most 1. */
  readonly rate: Scalars['Float']['output'];
};

/** Why an event has no session. */
export type OrphanReason =
  /** It belongs to a fixed Windows logon (SYSTEM, services, anonymous), which is not a session. */
  | 'FIXED_LOGON'
  /** It is a REMOTE logout, and no session with its login id was open: the login was not recorded, or the host has restarted since. */
  | 'NO_LOGIN'
  /** It has no login id. */
  | 'NO_LOGIN_ID';

/** An event without a session. */
export type Orphans = HuntMatch & {
  readonly __typename?: 'Orphans';
  /** The event. */
  readonly event: SessionEvent;
  /** The events that prove the match, oldest first. */
  readonly evidence: SessionEventConnection;
  /** Why it has no session. */
  readonly reason: OrphanReason;
};


/** An event without a session. */
export type OrphansEvidenceArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
};

/** A page of matches of `orphans`. */
export type OrphansConnection = HuntAnswer & {
  readonly __typename?: 'OrphansConnection';
  /** Id, title and ATT&CK techniques of the analytic. */
  readonly analytic: Analytic;
  /** The matches of this page, with their cursors. */
  readonly edges: ReadonlyArray<OrphansEdge>;
  /** The matches of this page. */
  readonly nodes: ReadonlyArray<Orphans>;
  /** Position of this page in the list. */
  readonly pageInfo: PageInfo;
  /** The parameters that the analytic used, defaults included. */
  readonly parameters: OrphansParameters;
  /** Number of pairs of host and day with orphans. */
  readonly rateTotalCount: TotalCount;
  /** Hosts and days with orphans, the same on every page. Most orphans first, then by day and host name, at most 1,000. */
  readonly rates: ReadonlyArray<OrphanRate>;
  /** Number of matches on all pages. Counted only when selected. */
  readonly totalCount: TotalCount;
  /** Always false: all matches are listed, however many there are. */
  readonly truncated: Scalars['Boolean']['output'];
};


/** A page of matches of `orphans`. */
export type OrphansConnectionRateTotalCountArgs = {
  mode?: CountMode;
};


/** A page of matches of `orphans`. */
export type OrphansConnectionTotalCountArgs = {
  mode?: CountMode;
};

/** A match and its cursor. */
export type OrphansEdge = {
  readonly __typename?: 'OrphansEdge';
  /** Opaque position of the match, for `after` and `before` with the same arguments. */
  readonly cursor: Scalars['String']['output'];
  /** The match. */
  readonly node: Orphans;
};

/** Parameters that `orphans` used. */
export type OrphansParameters = {
  readonly __typename?: 'OrphansParameters';
  /** The actions that were searched, each once. */
  readonly actions: ReadonlyArray<SessionAction>;
  /** The range that was searched. */
  readonly range: Period;
};

/** Summary of the stored data, and the server's version. Each field is read only when selected. */
export type Overview = {
  readonly __typename?: 'Overview';
  /** Number of accounts. */
  readonly accounts: TotalCount;
  /** Number of events. */
  readonly events: TotalCount;
  /** Time of the oldest event. Null when none is stored. */
  readonly firstAt?: Maybe<Scalars['DateTime']['output']>;
  /** Number of hosts. */
  readonly hosts: TotalCount;
  /** Always `overview`, so that caches keep together what different queries select here. `node` does not accept it. */
  readonly id: Scalars['ID']['output'];
  /** Time of the newest event. Null when none is stored. */
  readonly lastAt?: Maybe<Scalars['DateTime']['output']>;
  /** Number of sessions. */
  readonly sessions: TotalCount;
  /**
   * Domains of successful logins whose users have the same domain in their SIDs (`S-1-5-21-…`), so that they seem to be one
   * domain with several names; ordered by SID, at most 100. Names of hosts and the setting DOMAIN_ALIASES are taken into
   * account. Empty when there are none.
   */
  readonly sharedSids: ReadonlyArray<SharedSid>;
  /** Version of the server, such as `0.2.0`. */
  readonly version: Scalars['String']['output'];
};


/** Summary of the stored data, and the server's version. Each field is read only when selected. */
export type OverviewAccountsArgs = {
  mode?: CountMode;
};


/** Summary of the stored data, and the server's version. Each field is read only when selected. */
export type OverviewEventsArgs = {
  mode?: CountMode;
};


/** Summary of the stored data, and the server's version. Each field is read only when selected. */
export type OverviewHostsArgs = {
  mode?: CountMode;
};


/** Summary of the stored data, and the server's version. Each field is read only when selected. */
export type OverviewSessionsArgs = {
  mode?: CountMode;
};

/**
 * Position of a page in its list, as in https://relay.dev/graphql/connections.htm. For the next page pass `endCursor` as
 * `after`, with all other arguments unchanged.
 *
 * Errors of every list: BAD_PAGE (size out of bounds, or `first` with `last`) and BAD_CURSOR (not a cursor of this list,
 * filter and order).
 */
export type PageInfo = {
  readonly __typename?: 'PageInfo';
  /** Cursor of the last item. Null when the page is empty. */
  readonly endCursor?: Maybe<Scalars['String']['output']>;
  /** Whether there are items after this page. */
  readonly hasNextPage: Scalars['Boolean']['output'];
  /** Whether there are items before this page. */
  readonly hasPreviousPage: Scalars['Boolean']['output'];
  /** Cursor of the first item. Null when the page is empty. */
  readonly startCursor?: Maybe<Scalars['String']['output']>;
};

/** Failed logins of many users with the same key. The evidence is the failures. */
export type PasswordSpray = HuntMatch & {
  readonly __typename?: 'PasswordSpray';
  /**
   * Users with a successful login with the same key, from `firstAt` until one hour after `lastAt`; by name, at most 1,000.
   * They need no failure: a password that is right at the first attempt leaves none.
   */
  readonly compromisedUsers: ReadonlyArray<Account>;
  /** The events that prove the match, oldest first. */
  readonly evidence: SessionEventConnection;
  /** Number of failed logins. */
  readonly failureCount: Scalars['Int']['output'];
  /** Time of the first failure. */
  readonly firstAt: Scalars['DateTime']['output'];
  /** Host. Null with another key. */
  readonly host?: Maybe<Host>;
  /** Time of the last failure. */
  readonly lastAt: Scalars['DateTime']['output'];
  /** Largest number of different users that counted in one window. */
  readonly peak: Scalars['Int']['output'];
  /** Source address. Null with another key. */
  readonly srcIp?: Maybe<Scalars['IPAddress']['output']>;
  /** Network of the source addresses: /24 for IPv4, /64 for IPv6. Null with another key. */
  readonly srcNetwork?: Maybe<Scalars['CIDR']['output']>;
  /** The successful logins of `compromisedUsers`, oldest first. */
  readonly successes: SessionEventConnection;
  /** Number of different users that the failures name. Names are compared without their domains. */
  readonly userCount: Scalars['Int']['output'];
  /** The users as the client named them, by name, at most 1,000. A name with two domains is listed twice. */
  readonly users: ReadonlyArray<Account>;
};


/** Failed logins of many users with the same key. The evidence is the failures. */
export type PasswordSprayEvidenceArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
};


/** Failed logins of many users with the same key. The evidence is the failures. */
export type PasswordSpraySuccessesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
};

/** A page of matches of `passwordSpray`. */
export type PasswordSprayConnection = HuntAnswer & {
  readonly __typename?: 'PasswordSprayConnection';
  /** Id, title and ATT&CK techniques of the analytic. */
  readonly analytic: Analytic;
  /** The matches of this page, with their cursors. */
  readonly edges: ReadonlyArray<PasswordSprayEdge>;
  /** The matches of this page. */
  readonly nodes: ReadonlyArray<PasswordSpray>;
  /** Position of this page in the list. */
  readonly pageInfo: PageInfo;
  /** The parameters that the analytic used, defaults included. */
  readonly parameters: PasswordSprayParameters;
  /** Number of matches on all pages. Counted only when selected. */
  readonly totalCount: TotalCount;
  /** True when there are more than 10,000 matches. Only the first 10,000 are listed; `totalCount` counts all. */
  readonly truncated: Scalars['Boolean']['output'];
};


/** A page of matches of `passwordSpray`. */
export type PasswordSprayConnectionTotalCountArgs = {
  mode?: CountMode;
};

/** A match and its cursor. */
export type PasswordSprayEdge = {
  readonly __typename?: 'PasswordSprayEdge';
  /** Opaque position of the match, for `after` and `before` with the same arguments. */
  readonly cursor: Scalars['String']['output'];
  /** The match. */
  readonly node: PasswordSpray;
};

/** Parameters that `passwordSpray` used. */
export type PasswordSprayParameters = {
  readonly __typename?: 'PasswordSprayParameters';
  /** Whether noise is left out. */
  readonly excludeNoise: Scalars['Boolean']['output'];
  /** What the failures share. */
  readonly key: SprayKey;
  /** Maximum failures of a user in a window. */
  readonly maxFailuresPerUser: Scalars['Int']['output'];
  /** Minimum number of different users. */
  readonly minUsers: Scalars['Int']['output'];
  /** The range that was searched. */
  readonly range: Period;
  /** Length of the window. */
  readonly window: Scalars['Duration']['output'];
};

/** The time range that a hunt or a graph searched. `from` is inclusive, `until` exclusive. */
export type Period = {
  readonly __typename?: 'Period';
  /** Start of the range, inclusive. */
  readonly from: Scalars['DateTime']['output'];
  /** End of the range, exclusive. */
  readonly until: Scalars['DateTime']['output'];
};

/** Condition on a port. All given members must match. */
export type PortFilter = {
  /** Equals this value. */
  readonly eq?: InputMaybe<Scalars['Port']['input']>;
  /** Equals one of these values, 1 to 1,000. */
  readonly in?: InputMaybe<ReadonlyArray<Scalars['Port']['input']>>;
  /** True: there is no port. False: there is one. */
  readonly isNull?: InputMaybe<Scalars['Boolean']['input']>;
};

/**
 * Every query that a client can send. All fields need the scope `events:read`, except `auditLog`.
 *
 * Root fields are answered independently: one that fails is null and `errors` has an entry with its `path`; the others are
 * answered. An operation may have at most 30 root fields (TOO_MANY_ROOT_FIELDS), 12 levels of fields, not counting
 * `edges`, `node` and `nodes` (QUERY_TOO_DEEP), 30 aliases (TOO_MANY_ALIASES) and a cost up to the server's COST_LIMIT
 * (QUERY_TOO_COSTLY).
 */
export type Query = {
  readonly __typename?: 'Query';
  /** The account of this user. Null when neither an event nor a disconnect names it. */
  readonly account?: Maybe<Account>;
  /** Accounts that events or disconnects name, ordered by user name, then domain. */
  readonly accounts?: Maybe<AccountConnection>;
  /** Audit log: who ran which operation, and its outcome. Newest first by default. Needs the scope `admin`. */
  readonly auditLog?: Maybe<AuditEntryConnection>;
  /** The analytics of MITRE CAR that concern user sessions. */
  readonly car?: Maybe<Car>;
  /** Context events, newest first by default: starts and stops of hosts, proof that a host ran, and disconnects. */
  readonly contextEvents?: Maybe<ContextEventConnection>;
  /** Counts of events, grouped by fields that they share. One group for all events when `groupBy` is empty. */
  readonly eventStats?: Maybe<EventStats>;
  /** The host with this name. Null when nothing was recorded about it. */
  readonly host?: Maybe<Host>;
  /** Hosts with at least one recorded event or context event, ordered by name. */
  readonly hosts?: Maybe<HostConnection>;
  /** Hunts over user sessions that go beyond CAR. */
  readonly hunts?: Maybe<Hunts>;
  /**
   * Who logged on to what and from where: a graph of logins and reconnects, from sources to accounts to hosts.
   *
   * An event makes an edge from its source to its account and one from its account to its host. Where the account is not known, or `kinds`
   * leaves it out, it makes one from its source to its host instead; where only one of the three is known, it makes none. A source is the address
   * that the event came from or, without one, the name that the client claimed. Edges with the same ends are one.
   *
   * Reads all events that match, by the index of a list with the same filter. To see the neighbourhood of a host, an account or an address, filter
   * by it. Errors: BAD_PARAMETER, BAD_FILTER, BAD_PAGE.
   */
  readonly logonGraph?: Maybe<LogonGraph>;
  /** The object with this global id. Null when there is no such object. */
  readonly node?: Maybe<Node>;
  /** The objects with these global ids, in the same order. Null where there is no such object. */
  readonly nodes?: Maybe<ReadonlyArray<Maybe<Node>>>;
  /** Summary of the stored data, and the server's version. */
  readonly overview?: Maybe<Overview>;
  /**
   * Searches hosts, accounts, uids, source addresses and login ids by the beginning of their names, as a search box does while someone types.
   *
   * Case is ignored where filters ignore it. What a text finds:
   *
   * - HOST: names that begin with it or contain it. `host1.example.com` is HOST1, unless the server runs with HOSTNAMES=full.
   * - ACCOUNT: user names that begin with it or contain it, in any domain, and then accounts whose domain begins with it. `CORP\an` searches one
   *   domain; `ana@co` is the name `ana` in domains that begin with CO.
   * - UID: uids that begin with it; with less than three characters those that are equal to it.
   * - ADDRESS: source addresses of events. `10.2` finds 10.2.0.1 and 10.20.0.1; `2001:db8:` finds the addresses that begin with these groups. A
   *   whole address may have any notation.
   * - LOGIN_ID: `0xf6` finds login ids that begin with it; a decimal (`1008115`) finds the one that is equal to it.
   *
   * Indexes serve all of these, except names that contain the text and domains: to find those, all names of hosts or accounts may be read. Destination
   * addresses and names that clients claimed are not searched. Error: BAD_PARAMETER.
   */
  readonly search?: Maybe<Search>;
  /** Events, newest first by default. */
  readonly sessionEvents?: Maybe<SessionEventConnection>;
  /** Counts of sessions, grouped by fields that they share. One group for all sessions when `groupBy` is empty. */
  readonly sessionStats?: Maybe<SessionStats>;
  /** Sessions, latest start first by default. */
  readonly sessions?: Maybe<SessionConnection>;
};


/**
 * Every query that a client can send. All fields need the scope `events:read`, except `auditLog`.
 *
 * Root fields are answered independently: one that fails is null and `errors` has an entry with its `path`; the others are
 * answered. An operation may have at most 30 root fields (TOO_MANY_ROOT_FIELDS), 12 levels of fields, not counting
 * `edges`, `node` and `nodes` (QUERY_TOO_DEEP), 30 aliases (TOO_MANY_ALIASES) and a cost up to the server's COST_LIMIT
 * (QUERY_TOO_COSTLY).
 */
export type QueryAccountArgs = {
  user: Scalars['String']['input'];
};


/**
 * Every query that a client can send. All fields need the scope `events:read`, except `auditLog`.
 *
 * Root fields are answered independently: one that fails is null and `errors` has an entry with its `path`; the others are
 * answered. An operation may have at most 30 root fields (TOO_MANY_ROOT_FIELDS), 12 levels of fields, not counting
 * `edges`, `node` and `nodes` (QUERY_TOO_DEEP), 30 aliases (TOO_MANY_ALIASES) and a cost up to the server's COST_LIMIT
 * (QUERY_TOO_COSTLY).
 */
export type QueryAccountsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<AccountFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
};


/**
 * Every query that a client can send. All fields need the scope `events:read`, except `auditLog`.
 *
 * Root fields are answered independently: one that fails is null and `errors` has an entry with its `path`; the others are
 * answered. An operation may have at most 30 root fields (TOO_MANY_ROOT_FIELDS), 12 levels of fields, not counting
 * `edges`, `node` and `nodes` (QUERY_TOO_DEEP), 30 aliases (TOO_MANY_ALIASES) and a cost up to the server's COST_LIMIT
 * (QUERY_TOO_COSTLY).
 */
export type QueryAuditLogArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<AuditFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  order?: TimeOrder;
};


/**
 * Every query that a client can send. All fields need the scope `events:read`, except `auditLog`.
 *
 * Root fields are answered independently: one that fails is null and `errors` has an entry with its `path`; the others are
 * answered. An operation may have at most 30 root fields (TOO_MANY_ROOT_FIELDS), 12 levels of fields, not counting
 * `edges`, `node` and `nodes` (QUERY_TOO_DEEP), 30 aliases (TOO_MANY_ALIASES) and a cost up to the server's COST_LIMIT
 * (QUERY_TOO_COSTLY).
 */
export type QueryContextEventsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<ContextEventFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  order?: TimeOrder;
};


/**
 * Every query that a client can send. All fields need the scope `events:read`, except `auditLog`.
 *
 * Root fields are answered independently: one that fails is null and `errors` has an entry with its `path`; the others are
 * answered. An operation may have at most 30 root fields (TOO_MANY_ROOT_FIELDS), 12 levels of fields, not counting
 * `edges`, `node` and `nodes` (QUERY_TOO_DEEP), 30 aliases (TOO_MANY_ALIASES) and a cost up to the server's COST_LIMIT
 * (QUERY_TOO_COSTLY).
 */
export type QueryEventStatsArgs = {
  bucket?: InputMaybe<TimeBucketInput>;
  filter?: InputMaybe<SessionEventFilter>;
  first?: Scalars['Int']['input'];
  groupBy?: ReadonlyArray<EventDimension>;
  having?: InputMaybe<EventStatsHaving>;
  order?: EventStatsOrder;
};


/**
 * Every query that a client can send. All fields need the scope `events:read`, except `auditLog`.
 *
 * Root fields are answered independently: one that fails is null and `errors` has an entry with its `path`; the others are
 * answered. An operation may have at most 30 root fields (TOO_MANY_ROOT_FIELDS), 12 levels of fields, not counting
 * `edges`, `node` and `nodes` (QUERY_TOO_DEEP), 30 aliases (TOO_MANY_ALIASES) and a cost up to the server's COST_LIMIT
 * (QUERY_TOO_COSTLY).
 */
export type QueryHostArgs = {
  hostname: Scalars['String']['input'];
};


/**
 * Every query that a client can send. All fields need the scope `events:read`, except `auditLog`.
 *
 * Root fields are answered independently: one that fails is null and `errors` has an entry with its `path`; the others are
 * answered. An operation may have at most 30 root fields (TOO_MANY_ROOT_FIELDS), 12 levels of fields, not counting
 * `edges`, `node` and `nodes` (QUERY_TOO_DEEP), 30 aliases (TOO_MANY_ALIASES) and a cost up to the server's COST_LIMIT
 * (QUERY_TOO_COSTLY).
 */
export type QueryHostsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<HostFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
};


/**
 * Every query that a client can send. All fields need the scope `events:read`, except `auditLog`.
 *
 * Root fields are answered independently: one that fails is null and `errors` has an entry with its `path`; the others are
 * answered. An operation may have at most 30 root fields (TOO_MANY_ROOT_FIELDS), 12 levels of fields, not counting
 * `edges`, `node` and `nodes` (QUERY_TOO_DEEP), 30 aliases (TOO_MANY_ALIASES) and a cost up to the server's COST_LIMIT
 * (QUERY_TOO_COSTLY).
 */
export type QueryLogonGraphArgs = {
  excludeNoise?: Scalars['Boolean']['input'];
  filter?: InputMaybe<SessionEventFilter>;
  first?: Scalars['Int']['input'];
  kinds?: ReadonlyArray<LogonNodeKind>;
  order?: LogonGraphOrder;
  range: TimeRange;
};


/**
 * Every query that a client can send. All fields need the scope `events:read`, except `auditLog`.
 *
 * Root fields are answered independently: one that fails is null and `errors` has an entry with its `path`; the others are
 * answered. An operation may have at most 30 root fields (TOO_MANY_ROOT_FIELDS), 12 levels of fields, not counting
 * `edges`, `node` and `nodes` (QUERY_TOO_DEEP), 30 aliases (TOO_MANY_ALIASES) and a cost up to the server's COST_LIMIT
 * (QUERY_TOO_COSTLY).
 */
export type QueryNodeArgs = {
  id: Scalars['ID']['input'];
};


/**
 * Every query that a client can send. All fields need the scope `events:read`, except `auditLog`.
 *
 * Root fields are answered independently: one that fails is null and `errors` has an entry with its `path`; the others are
 * answered. An operation may have at most 30 root fields (TOO_MANY_ROOT_FIELDS), 12 levels of fields, not counting
 * `edges`, `node` and `nodes` (QUERY_TOO_DEEP), 30 aliases (TOO_MANY_ALIASES) and a cost up to the server's COST_LIMIT
 * (QUERY_TOO_COSTLY).
 */
export type QueryNodesArgs = {
  ids: ReadonlyArray<Scalars['ID']['input']>;
};


/**
 * Every query that a client can send. All fields need the scope `events:read`, except `auditLog`.
 *
 * Root fields are answered independently: one that fails is null and `errors` has an entry with its `path`; the others are
 * answered. An operation may have at most 30 root fields (TOO_MANY_ROOT_FIELDS), 12 levels of fields, not counting
 * `edges`, `node` and `nodes` (QUERY_TOO_DEEP), 30 aliases (TOO_MANY_ALIASES) and a cost up to the server's COST_LIMIT
 * (QUERY_TOO_COSTLY).
 */
export type QuerySearchArgs = {
  first?: Scalars['Int']['input'];
  kinds?: ReadonlyArray<SearchKind>;
  text: Scalars['String']['input'];
};


/**
 * Every query that a client can send. All fields need the scope `events:read`, except `auditLog`.
 *
 * Root fields are answered independently: one that fails is null and `errors` has an entry with its `path`; the others are
 * answered. An operation may have at most 30 root fields (TOO_MANY_ROOT_FIELDS), 12 levels of fields, not counting
 * `edges`, `node` and `nodes` (QUERY_TOO_DEEP), 30 aliases (TOO_MANY_ALIASES) and a cost up to the server's COST_LIMIT
 * (QUERY_TOO_COSTLY).
 */
export type QuerySessionEventsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<SessionEventFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  order?: TimeOrder;
};


/**
 * Every query that a client can send. All fields need the scope `events:read`, except `auditLog`.
 *
 * Root fields are answered independently: one that fails is null and `errors` has an entry with its `path`; the others are
 * answered. An operation may have at most 30 root fields (TOO_MANY_ROOT_FIELDS), 12 levels of fields, not counting
 * `edges`, `node` and `nodes` (QUERY_TOO_DEEP), 30 aliases (TOO_MANY_ALIASES) and a cost up to the server's COST_LIMIT
 * (QUERY_TOO_COSTLY).
 */
export type QuerySessionStatsArgs = {
  bucket?: InputMaybe<TimeBucketInput>;
  filter?: InputMaybe<SessionFilter>;
  first?: Scalars['Int']['input'];
  groupBy?: ReadonlyArray<SessionDimension>;
  having?: InputMaybe<SessionStatsHaving>;
  order?: SessionStatsOrder;
};


/**
 * Every query that a client can send. All fields need the scope `events:read`, except `auditLog`.
 *
 * Root fields are answered independently: one that fails is null and `errors` has an entry with its `path`; the others are
 * answered. An operation may have at most 30 root fields (TOO_MANY_ROOT_FIELDS), 12 levels of fields, not counting
 * `edges`, `node` and `nodes` (QUERY_TOO_DEEP), 30 aliases (TOO_MANY_ALIASES) and a cost up to the server's COST_LIMIT
 * (QUERY_TOO_COSTLY).
 */
export type QuerySessionsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<SessionFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  order?: SessionOrder;
};

/** CAR `reconnect`: a user returned to a disconnected session, possibly from another address. */
export type ReconnectEvent = Node & RemoteCapableEvent & SessionEvent & {
  readonly __typename?: 'ReconnectEvent';
  /** Account that `user` names. Null without a user. */
  readonly account?: Maybe<Account>;
  /** CAR action: always RECONNECT. */
  readonly action: SessionAction;
  /** CAR `dest_ip`: address that the user connected to: `192.168.1.5`. Null when unknown, and for INTERACTIVE and LOCAL. */
  readonly destIp?: Maybe<Scalars['IPAddress']['output']>;
  /** CAR `dest_port`: port at `destIp`: `1900`. Null when unknown, and for INTERACTIVE and LOCAL. */
  readonly destPort?: Maybe<Scalars['Port']['output']>;
  /** Host that recorded the event. */
  readonly host: Host;
  /** CAR `hostname`: name of the host in upper case, `HOST1`. With its domain only if the server runs with HOSTNAMES=full. */
  readonly hostname: Scalars['String']['output'];
  /** Global id. The same record always gets the same id. */
  readonly id: Scalars['ID']['output'];
  /** When Sessionscope stored the event. */
  readonly ingestedAt: Scalars['DateTime']['output'];
  /** CAR `login_id`: the logon that the event belongs to: `0xf61f3` (1008115 on CAR's page). Null when the source has none. */
  readonly loginId?: Maybe<Scalars['LoginId']['output']>;
  /** CAR `login_type`: how the user logged on: `RDP`. Null when unknown. */
  readonly loginType?: Maybe<LoginType>;
  /**
   * Session that the event belongs to. Null for a failed login, an event without `loginId`, an event of a fixed Windows
   * logon (SYSTEM, services, anonymous), and a REMOTE logout whose login was not recorded.
   */
  readonly session?: Maybe<Session>;
  /** Id of the record at its source: `windows/security/48812`. Null when the sender gave none. */
  readonly sourceId?: Maybe<Scalars['String']['output']>;
  /**
   * Name that the client claimed for itself, in the form of `hostname`: `WS5` (Windows WorkstationName and ClientName). Any
   * client can claim any name. Null when unknown or not a valid host name.
   */
  readonly srcHostname?: Maybe<Scalars['String']['output']>;
  /** CAR `src_ip`: address that the user came from: `10.0.0.54`. Null when unknown, and for INTERACTIVE and LOCAL. */
  readonly srcIp?: Maybe<Scalars['IPAddress']['output']>;
  /** CAR `src_port`: port at `srcIp`: `50438`. Null when unknown, and for INTERACTIVE and LOCAL. */
  readonly srcPort?: Maybe<Scalars['Port']['output']>;
  /** When it happened, by the host's clock. Events with the same time are listed in the order in which they happened. */
  readonly time: Scalars['DateTime']['output'];
  /** CAR `uid`: a SID (`S-1-5-18`), or a Linux user id (`1000`), which can be another person on each host. Null when unknown. */
  readonly uid?: Maybe<Scalars['String']['output']>;
  /** CAR `user`: the user as the source wrote it: `HOST1\LOCALUSER`. Null when the source names none. */
  readonly user?: Maybe<Scalars['String']['output']>;
  /** Domain of `user`, first label in upper case: `THESHIRE` for `theshire.local\ana` and `ana@theshire.local`. Null without one. */
  readonly userDomain?: Maybe<Scalars['String']['output']>;
  /** Name part of `user` in lower case: `localuser`. Null without a user. */
  readonly userName?: Maybe<Scalars['String']['output']>;
};

/** A reconnect to store. */
export type ReconnectEventInput = {
  /**
   * CAR `dest_ip`: address that the user connected to: `192.168.1.5`. Not allowed with `loginType` INTERACTIVE or LOCAL
   * (FIELD_NOT_APPLICABLE).
   */
  readonly destIp?: InputMaybe<Scalars['IPAddress']['input']>;
  /** CAR `dest_port`: port at `destIp`: `1900`. Not allowed with `loginType` INTERACTIVE or LOCAL (FIELD_NOT_APPLICABLE). */
  readonly destPort?: InputMaybe<Scalars['Port']['input']>;
  /** CAR `hostname`: short or fully qualified, in any case: `HOST1`. 1 to 255 characters. */
  readonly hostname: Scalars['String']['input'];
  /** CAR `login_id`: hexadecimal with `0x` or decimal: `1008115`. Without it the event belongs to no session. */
  readonly loginId?: InputMaybe<Scalars['LoginId']['input']>;
  /** CAR `login_type`: how the user logged on: `RDP`. Leave out when unknown. */
  readonly loginType?: InputMaybe<LoginType>;
  /**
   * Id of the record at its source, such as `windows/security/48812`. 1 to 512 characters.
   *
   * With it, events with the same host, time, action and `sourceId` are duplicates; without it, events that are equal in
   * all fields. A number at its end orders events with the same time.
   */
  readonly sourceId?: InputMaybe<Scalars['String']['input']>;
  /**
   * Name that the client claimed for itself: `WS5` (Windows WorkstationName and ClientName). It does not identify the event:
   * a duplicate with another name changes nothing. `-` and a name that is not a valid host name become null without an error.
   */
  readonly srcHostname?: InputMaybe<Scalars['String']['input']>;
  /** CAR `src_ip`: address that the user came from: `10.0.0.54`. Not allowed with `loginType` INTERACTIVE or LOCAL (FIELD_NOT_APPLICABLE). */
  readonly srcIp?: InputMaybe<Scalars['IPAddress']['input']>;
  /** CAR `src_port`: port at `srcIp`: `50438`. Not allowed with `loginType` INTERACTIVE or LOCAL (FIELD_NOT_APPLICABLE). */
  readonly srcPort?: InputMaybe<Scalars['Port']['input']>;
  /** When it happened, with an offset from UTC: `2026-11-16T09:00:00Z`. */
  readonly time: Scalars['DateTime']['input'];
  /** CAR `uid`: id of the user on the system, such as a SID: `S-1-5-18`. 1 to 256 characters. Leave out when unknown. */
  readonly uid?: InputMaybe<Scalars['String']['input']>;
  /** CAR `user`: `DOMAIN\name`, `name@domain.tld` or a plain name: `HOST1\LOCALUSER`. 1 to 512 characters. Leave out when unknown. */
  readonly user?: InputMaybe<Scalars['String']['input']>;
};

/** A reconnect from a source address that is new to its session. */
export type ReconnectFromNewSource = HuntMatch & {
  readonly __typename?: 'ReconnectFromNewSource';
  /** The events that prove the match, oldest first. */
  readonly evidence: SessionEventConnection;
  /** The reconnect. Its `session` is the session in question. */
  readonly reconnect: ReconnectEvent;
  /** Source addresses of the session's earlier events, oldest first, at most 1,000. Empty when none is known. */
  readonly sourcesBefore: ReadonlyArray<Scalars['IPAddress']['output']>;
};


/** A reconnect from a source address that is new to its session. */
export type ReconnectFromNewSourceEvidenceArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
};

/** A page of matches of `reconnectFromNewSource`. */
export type ReconnectFromNewSourceConnection = HuntAnswer & {
  readonly __typename?: 'ReconnectFromNewSourceConnection';
  /** Id, title and ATT&CK techniques of the analytic. */
  readonly analytic: Analytic;
  /** The matches of this page, with their cursors. */
  readonly edges: ReadonlyArray<ReconnectFromNewSourceEdge>;
  /** The matches of this page. */
  readonly nodes: ReadonlyArray<ReconnectFromNewSource>;
  /** Position of this page in the list. */
  readonly pageInfo: PageInfo;
  /** The parameters that the analytic used, defaults included. */
  readonly parameters: ReconnectFromNewSourceParameters;
  /** Number of matches on all pages. Counted only when selected. */
  readonly totalCount: TotalCount;
  /** Always false: all matches are listed, however many there are. */
  readonly truncated: Scalars['Boolean']['output'];
};


/** A page of matches of `reconnectFromNewSource`. */
export type ReconnectFromNewSourceConnectionTotalCountArgs = {
  mode?: CountMode;
};

/** A match and its cursor. */
export type ReconnectFromNewSourceEdge = {
  readonly __typename?: 'ReconnectFromNewSourceEdge';
  /** Opaque position of the match, for `after` and `before` with the same arguments. */
  readonly cursor: Scalars['String']['output'];
  /** The match. */
  readonly node: ReconnectFromNewSource;
};

/** Parameters that `reconnectFromNewSource` used. */
export type ReconnectFromNewSourceParameters = {
  readonly __typename?: 'ReconnectFromNewSourceParameters';
  /** Whether noise is left out. */
  readonly excludeNoise: Scalars['Boolean']['output'];
  /** The range that was searched. */
  readonly range: Period;
};

/** A reconnect without a matching login. */
export type ReconnectWithoutLogin = HuntMatch & {
  readonly __typename?: 'ReconnectWithoutLogin';
  /** The events that prove the match, oldest first. */
  readonly evidence: SessionEventConnection;
  /** The reconnect. Its `session` is the session in question. */
  readonly reconnect: ReconnectEvent;
};


/** A reconnect without a matching login. */
export type ReconnectWithoutLoginEvidenceArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
};

/** A page of matches of `reconnectWithoutLogin`. */
export type ReconnectWithoutLoginConnection = HuntAnswer & {
  readonly __typename?: 'ReconnectWithoutLoginConnection';
  /** Id, title and ATT&CK techniques of the analytic. */
  readonly analytic: Analytic;
  /** The matches of this page, with their cursors. */
  readonly edges: ReadonlyArray<ReconnectWithoutLoginEdge>;
  /** The matches of this page. */
  readonly nodes: ReadonlyArray<ReconnectWithoutLogin>;
  /** Position of this page in the list. */
  readonly pageInfo: PageInfo;
  /** The parameters that the analytic used, defaults included. */
  readonly parameters: ReconnectWithoutLoginParameters;
  /** Number of matches on all pages. Counted only when selected. */
  readonly totalCount: TotalCount;
  /** Always false: all matches are listed, however many there are. */
  readonly truncated: Scalars['Boolean']['output'];
};


/** A page of matches of `reconnectWithoutLogin`. */
export type ReconnectWithoutLoginConnectionTotalCountArgs = {
  mode?: CountMode;
};

/** A match and its cursor. */
export type ReconnectWithoutLoginEdge = {
  readonly __typename?: 'ReconnectWithoutLoginEdge';
  /** Opaque position of the match, for `after` and `before` with the same arguments. */
  readonly cursor: Scalars['String']['output'];
  /** The match. */
  readonly node: ReconnectWithoutLogin;
};

/** Parameters that `reconnectWithoutLogin` used. */
export type ReconnectWithoutLoginParameters = {
  readonly __typename?: 'ReconnectWithoutLoginParameters';
  /** Whether noise is left out. */
  readonly excludeNoise: Scalars['Boolean']['output'];
  /** The range that was searched. */
  readonly range: Period;
  /** Maximum time between the reconnect and the login. */
  readonly window: Scalars['Duration']['output'];
};

/**
 * An event whose user may have come over the network. CAR: the four address fields are "only applicable to remote or RDP
 * sessions", so they are null when `loginType` is INTERACTIVE or LOCAL.
 */
export type RemoteCapableEvent = {
  /** Account that `user` names. Null without a user. */
  readonly account?: Maybe<Account>;
  /** CAR action: what happened. */
  readonly action: SessionAction;
  /** CAR `dest_ip`: address that the user connected to: `192.168.1.5`. Null when unknown, and for INTERACTIVE and LOCAL. */
  readonly destIp?: Maybe<Scalars['IPAddress']['output']>;
  /** CAR `dest_port`: port at `destIp`: `1900`. Null when unknown, and for INTERACTIVE and LOCAL. */
  readonly destPort?: Maybe<Scalars['Port']['output']>;
  /** Host that recorded the event. */
  readonly host: Host;
  /** CAR `hostname`: name of the host in upper case, `HOST1`. With its domain only if the server runs with HOSTNAMES=full. */
  readonly hostname: Scalars['String']['output'];
  /** Global id. The same record always gets the same id. */
  readonly id: Scalars['ID']['output'];
  /** When Sessionscope stored the event. */
  readonly ingestedAt: Scalars['DateTime']['output'];
  /** CAR `login_id`: the logon that the event belongs to: `0xf61f3` (1008115 on CAR's page). Null when the source has none. */
  readonly loginId?: Maybe<Scalars['LoginId']['output']>;
  /** CAR `login_type`: how the user logged on: `RDP`. Null when unknown. */
  readonly loginType?: Maybe<LoginType>;
  /**
   * Session that the event belongs to. Null for a failed login, an event without `loginId`, an event of a fixed Windows
   * logon (SYSTEM, services, anonymous), and a REMOTE logout whose login was not recorded.
   */
  readonly session?: Maybe<Session>;
  /** Id of the record at its source: `windows/security/48812`. Null when the sender gave none. */
  readonly sourceId?: Maybe<Scalars['String']['output']>;
  /** CAR `src_ip`: address that the user came from: `10.0.0.54`. Null when unknown, and for INTERACTIVE and LOCAL. */
  readonly srcIp?: Maybe<Scalars['IPAddress']['output']>;
  /** CAR `src_port`: port at `srcIp`: `50438`. Null when unknown, and for INTERACTIVE and LOCAL. */
  readonly srcPort?: Maybe<Scalars['Port']['output']>;
  /** When it happened, by the host's clock. Events with the same time are listed in the order in which they happened. */
  readonly time: Scalars['DateTime']['output'];
  /** CAR `uid`: a SID (`S-1-5-18`), or a Linux user id (`1000`), which can be another person on each host. Null when unknown. */
  readonly uid?: Maybe<Scalars['String']['output']>;
  /** CAR `user`: the user as the source wrote it: `HOST1\LOCALUSER`. Null when the source names none. */
  readonly user?: Maybe<Scalars['String']['output']>;
  /** Domain of `user`, first label in upper case: `THESHIRE` for `theshire.local\ana` and `ana@theshire.local`. Null without one. */
  readonly userDomain?: Maybe<Scalars['String']['output']>;
  /** Name part of `user` in lower case: `localuser`. Null without a user. */
  readonly userName?: Maybe<Scalars['String']['output']>;
};

/** A remote desktop login from a source address that is not approved. */
export type RemoteDesktopLogins = HuntMatch & {
  readonly __typename?: 'RemoteDesktopLogins';
  /** The events that prove the match, oldest first. */
  readonly evidence: SessionEventConnection;
  /** The login. */
  readonly login: LoginEvent;
  /**
   * Whether the same user logged in to the same host from the same source address by RDP at any time before `range.from`.
   * Null when the user or the source address is unknown.
   */
  readonly seenBefore?: Maybe<Scalars['Boolean']['output']>;
};


/** A remote desktop login from a source address that is not approved. */
export type RemoteDesktopLoginsEvidenceArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
};

/** A page of matches of `remoteDesktopLogins`. */
export type RemoteDesktopLoginsConnection = HuntAnswer & {
  readonly __typename?: 'RemoteDesktopLoginsConnection';
  /** Id, title and ATT&CK techniques of the analytic. */
  readonly analytic: Analytic;
  /** The matches of this page, with their cursors. */
  readonly edges: ReadonlyArray<RemoteDesktopLoginsEdge>;
  /** The matches of this page. */
  readonly nodes: ReadonlyArray<RemoteDesktopLogins>;
  /** Position of this page in the list. */
  readonly pageInfo: PageInfo;
  /** The parameters that the analytic used, defaults included. */
  readonly parameters: RemoteDesktopLoginsParameters;
  /** Number of matches on all pages. Counted only when selected. */
  readonly totalCount: TotalCount;
  /** Always false: all matches are listed, however many there are. */
  readonly truncated: Scalars['Boolean']['output'];
};


/** A page of matches of `remoteDesktopLogins`. */
export type RemoteDesktopLoginsConnectionTotalCountArgs = {
  mode?: CountMode;
};

/** A match and its cursor. */
export type RemoteDesktopLoginsEdge = {
  readonly __typename?: 'RemoteDesktopLoginsEdge';
  /** Opaque position of the match, for `after` and `before` with the same arguments. */
  readonly cursor: Scalars['String']['output'];
  /** The match. */
  readonly node: RemoteDesktopLogins;
};

/** Parameters that `remoteDesktopLogins` used. */
export type RemoteDesktopLoginsParameters = {
  readonly __typename?: 'RemoteDesktopLoginsParameters';
  /** Approved networks. Null when there are none. */
  readonly approvedSources?: Maybe<ReadonlyArray<Scalars['CIDR']['output']>>;
  /** Whether noise is left out. */
  readonly excludeNoise: Scalars['Boolean']['output'];
  /** The range that was searched. */
  readonly range: Period;
};

/** What a search found. */
export type Search = {
  readonly __typename?: 'Search';
  /** Matches: exact ones first, then those that begin with the text, then those that contain it; in each by kind, in the order of SearchKind, and by value. */
  readonly nodes: ReadonlyArray<SearchMatch>;
  /** Kinds with more than `first` matches. Make the text longer, or list `hosts` and `accounts` by a filter. */
  readonly truncatedKinds: ReadonlyArray<SearchKind>;
};

/** Kinds of values that a search finds. */
export type SearchKind =
  /** An account: `AccountMatch`. */
  | 'ACCOUNT'
  /** Source address of events: `AddressMatch`. */
  | 'ADDRESS'
  /** A host: `HostMatch`. */
  | 'HOST'
  /** Login id of events: `LoginIdMatch`. */
  | 'LOGIN_ID'
  /** Id of a user on a system: `UidMatch`. */
  | 'UID';

/** A value that a search found. Each kind has its own type, with what belongs to the value. */
export type SearchMatch = {
  /** Time of the oldest stored event with the value; of a host, of the oldest ever recorded. Null when there is none. */
  readonly firstSeenAt?: Maybe<Scalars['DateTime']['output']>;
  /** Kind of the value. */
  readonly kind: SearchKind;
  /** Time of the newest stored event with the value; of a host, of the newest ever recorded. Null when there is none. */
  readonly lastSeenAt?: Maybe<Scalars['DateTime']['output']>;
  /** How the text matches the value. */
  readonly match: MatchType;
  /** The value as text: `HOST1`, `CORP\ana`, `S-1-5-18`, `10.0.0.54`, `0xf61f3`. */
  readonly value: Scalars['String']['output'];
};

/** What a combination can consist of. */
export type SeenTrait =
  /** Host. */
  | 'HOST'
  /** Login type. */
  | 'LOGIN_TYPE'
  /** Source address. */
  | 'SRC_IP'
  /** Network of the source address: /24 for IPv4, /64 for IPv6. */
  | 'SRC_NETWORK'
  /** User. */
  | 'USER';

/**
 * A logon of a user on a host, from its login to its end: the events with the same host and login id. A login id that
 * returns after a restart of the host is a new session.
 */
export type Session = Node & {
  readonly __typename?: 'Session';
  /** Account that was logged on. Null when no event names the user. */
  readonly account?: Maybe<Account>;
  /**
   * Other sessions that were open at the same time, on the same host or of the same account. Empty with `sharing: ACCOUNT`
   * when the account is unknown. Ends are exclusive; sessions that are open for no time are not listed, and list none.
   */
  readonly concurrentSessions: SessionConnection;
  /** Disconnects that belong to the session. */
  readonly contextEvents: ContextEventConnection;
  /** Seconds in the state DISCONNECTED. */
  readonly disconnectedSeconds?: Maybe<Scalars['Float']['output']>;
  /** Same as `durationSeconds`, in ISO 8601: `PT8H3M21.5S`. */
  readonly duration?: Maybe<Scalars['Duration']['output']>;
  /** Seconds from start to end, exact to the microsecond. Null while the session is open, unless `asOf` is given. */
  readonly durationSeconds?: Maybe<Scalars['Float']['output']>;
  /** Logout that ended the session. Null when there is none or it is past the retention period. */
  readonly endEvent?: Maybe<SessionEvent>;
  /** What marks the end. Null while the session is open. */
  readonly endReason?: Maybe<SessionEndReason>;
  /**
   * Up to when the session is proven, at most `endedAt`. A LOGOUT proves its time. A session that another login superseded is proven up to its own
   * last event. Otherwise the events of the host prove it, up to the end, as long as they are not interrupted by a silence longer than
   * the setting SILENCE. Later data can move this time in both directions. Null only if the session starts after `asOf`.
   */
  readonly endedAfter?: Maybe<Scalars['DateTime']['output']>;
  /**
   * End of the session. Null while it is open. It may have ended earlier, after `endedAfter`, where the two differ: with `endReason` SUPERSEDED,
   * HOST_RESTART or HOST_STOP.
   */
  readonly endedAt?: Maybe<Scalars['DateTime']['output']>;
  /** Events of the session, including the elevated logon that Windows records beside an administrator's login. */
  readonly events: SessionEventConnection;
  /** The host. */
  readonly host: Host;
  /** CAR `hostname`: name of the host in upper case. */
  readonly hostname: Scalars['String']['output'];
  /** Global id, derived from the session's first event. It changes only when an earlier event of the session arrives later. */
  readonly id: Scalars['ID']['output'];
  /** Number of lock events. */
  readonly lockCount: Scalars['Int']['output'];
  /**
   * Seconds in the state LOCKED. `lockedSeconds`, `unlockedSeconds`, `disconnectedSeconds` and `unknownSeconds` add up to `durationSeconds`, and are
   * null when it is.
   */
  readonly lockedSeconds?: Maybe<Scalars['Float']['output']>;
  /** CAR `login_id`: the login id that all events of the session share. */
  readonly loginId: Scalars['LoginId']['output'];
  /** CAR `login_type`: how the user logged on. Null when unknown. */
  readonly loginType?: Maybe<LoginType>;
  /** States from the start of the session to its end, in order, without gaps; neighbours differ. */
  readonly periods: ReadonlyArray<SessionPeriod>;
  /** Number of reconnect events. */
  readonly reconnectCount: Scalars['Int']['output'];
  /** CAR `src_ip`: the first known source address. Null when none is known. */
  readonly srcIp?: Maybe<Scalars['IPAddress']['output']>;
  /** All source addresses of the session, sorted. Empty when none is known. */
  readonly srcIps: ReadonlyArray<Scalars['IPAddress']['output']>;
  /** First event of the session. Null when it is past the retention period. */
  readonly startEvent?: Maybe<SessionEvent>;
  /** What marks the start. */
  readonly startReason: SessionStartReason;
  /** Start of the session. With `startReason` FIRST_SEEN: time of its first recorded event; it started earlier. */
  readonly startedAt: Scalars['DateTime']['output'];
  /** State at a time. Null before the session started. */
  readonly state?: Maybe<SessionState>;
  /** CAR `uid`: id of the user on the system. Null when unknown. */
  readonly uid?: Maybe<Scalars['String']['output']>;
  /** Seconds in the state UNKNOWN. */
  readonly unknownSeconds?: Maybe<Scalars['Float']['output']>;
  /** Number of unlock events. */
  readonly unlockCount: Scalars['Int']['output'];
  /** Seconds in the state ACTIVE. */
  readonly unlockedSeconds?: Maybe<Scalars['Float']['output']>;
  /** CAR `user`, as the first event that names one wrote it. Null when no event does. */
  readonly user?: Maybe<Scalars['String']['output']>;
  /** Domain of `user`: its first label in upper case. Null without a domain. */
  readonly userDomain?: Maybe<Scalars['String']['output']>;
  /** Name part of `user` in lower case. Null without a user. */
  readonly userName?: Maybe<Scalars['String']['output']>;
};


/**
 * A logon of a user on a host, from its login to its end: the events with the same host and login id. A login id that
 * returns after a restart of the host is a new session.
 */
export type SessionConcurrentSessionsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  excludeNoise?: Scalars['Boolean']['input'];
  filter?: InputMaybe<SessionFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  includeUnknown?: Scalars['Boolean']['input'];
  last?: InputMaybe<Scalars['Int']['input']>;
  order?: SessionOrder;
  sharing?: SessionSharing;
};


/**
 * A logon of a user on a host, from its login to its end: the events with the same host and login id. A login id that
 * returns after a restart of the host is a new session.
 */
export type SessionContextEventsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  order?: TimeOrder;
};


/**
 * A logon of a user on a host, from its login to its end: the events with the same host and login id. A login id that
 * returns after a restart of the host is a new session.
 */
export type SessionDisconnectedSecondsArgs = {
  asOf?: InputMaybe<Scalars['DateTime']['input']>;
};


/**
 * A logon of a user on a host, from its login to its end: the events with the same host and login id. A login id that
 * returns after a restart of the host is a new session.
 */
export type SessionDurationArgs = {
  asOf?: InputMaybe<Scalars['DateTime']['input']>;
};


/**
 * A logon of a user on a host, from its login to its end: the events with the same host and login id. A login id that
 * returns after a restart of the host is a new session.
 */
export type SessionDurationSecondsArgs = {
  asOf?: InputMaybe<Scalars['DateTime']['input']>;
};


/**
 * A logon of a user on a host, from its login to its end: the events with the same host and login id. A login id that
 * returns after a restart of the host is a new session.
 */
export type SessionEndedAfterArgs = {
  asOf?: InputMaybe<Scalars['DateTime']['input']>;
};


/**
 * A logon of a user on a host, from its login to its end: the events with the same host and login id. A login id that
 * returns after a restart of the host is a new session.
 */
export type SessionEventsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  order?: TimeOrder;
};


/**
 * A logon of a user on a host, from its login to its end: the events with the same host and login id. A login id that
 * returns after a restart of the host is a new session.
 */
export type SessionLockedSecondsArgs = {
  asOf?: InputMaybe<Scalars['DateTime']['input']>;
};


/**
 * A logon of a user on a host, from its login to its end: the events with the same host and login id. A login id that
 * returns after a restart of the host is a new session.
 */
export type SessionPeriodsArgs = {
  first?: Scalars['Int']['input'];
};


/**
 * A logon of a user on a host, from its login to its end: the events with the same host and login id. A login id that
 * returns after a restart of the host is a new session.
 */
export type SessionStateArgs = {
  at?: InputMaybe<Scalars['DateTime']['input']>;
};


/**
 * A logon of a user on a host, from its login to its end: the events with the same host and login id. A login id that
 * returns after a restart of the host is a new session.
 */
export type SessionUnknownSecondsArgs = {
  asOf?: InputMaybe<Scalars['DateTime']['input']>;
};


/**
 * A logon of a user on a host, from its login to its end: the events with the same host and login id. A login id that
 * returns after a restart of the host is a new session.
 */
export type SessionUnlockedSecondsArgs = {
  asOf?: InputMaybe<Scalars['DateTime']['input']>;
};

/** The actions of CAR's object "User Session", https://car.mitre.org/data_model/user_session. */
export type SessionAction =
  /** CAR `lock`: the screen of a session is locked. */
  | 'LOCK'
  /** CAR `login`: a user logs on to a host or fails to; see `loginSuccessful`. */
  | 'LOGIN'
  /** CAR `logout`: a session ends. */
  | 'LOGOUT'
  /** CAR `reconnect`: a user returns to a disconnected session, possibly from another address. */
  | 'RECONNECT'
  /** CAR `unlock`: the screen of a session is unlocked. */
  | 'UNLOCK';

/** Condition on an event's action. All given members must match. */
export type SessionActionFilter = {
  /** Equals this value. */
  readonly eq?: InputMaybe<SessionAction>;
  /** Equals one of these values, 1 to 1,000. */
  readonly in?: InputMaybe<ReadonlyArray<SessionAction>>;
};

/** A page of sessions. */
export type SessionConnection = {
  readonly __typename?: 'SessionConnection';
  /** The sessions of this page, with their cursors. */
  readonly edges: ReadonlyArray<SessionEdge>;
  /** The sessions of this page. */
  readonly nodes: ReadonlyArray<Session>;
  /** Position of this page in the list. */
  readonly pageInfo: PageInfo;
  /** Number of sessions on all pages. Counted only when selected. */
  readonly totalCount: TotalCount;
};


/** A page of sessions. */
export type SessionConnectionTotalCountArgs = {
  mode?: CountMode;
};

/** What sessions can be grouped by. */
export type SessionDimension =
  /** What marks the end. Open sessions have no end reason. */
  | 'END_REASON'
  /** The host. */
  | 'HOST'
  /** How the user logged on. */
  | 'LOGIN_TYPE'
  /** Whether the session is open. */
  | 'OPEN'
  /** Source addresses. A session with several is in the group of each. */
  | 'SRC_IP'
  /** Networks of the source addresses: /24 for IPv4, /64 for IPv6. A session with several is in the group of each. */
  | 'SRC_NETWORK'
  /** What marks the start. */
  | 'START_REASON'
  /** Id of the user on the system. */
  | 'UID'
  /** The account: domain and name. */
  | 'USER';

/** A session and its cursor. */
export type SessionEdge = {
  readonly __typename?: 'SessionEdge';
  /** Opaque position in the list, for `after` and `before` with the same filter and order. */
  readonly cursor: Scalars['String']['output'];
  /** The session. */
  readonly node: Session;
};

/** What marks the end of a session. */
export type SessionEndReason =
  /** The next start of the host. The logout was not recorded, so the session may have ended earlier. */
  | 'HOST_RESTART'
  /** The stop of the host. If `endedAfter` is earlier than `endedAt`, the session may have ended earlier. */
  | 'HOST_STOP'
  /** A logout. */
  | 'LOGOUT'
  /** The next login with the same login id. The logout was not recorded, so the session may have ended earlier. */
  | 'SUPERSEDED';

/** Condition on what marks a session's end. All given members must match. */
export type SessionEndReasonFilter = {
  /** Equals this value. */
  readonly eq?: InputMaybe<SessionEndReason>;
  /** Equals one of these values, 1 to 1,000. */
  readonly in?: InputMaybe<ReadonlyArray<SessionEndReason>>;
  /** True: the session is open. False: it has ended. */
  readonly isNull?: InputMaybe<Scalars['Boolean']['input']>;
};

/**
 * An event in the life of a user session, as a host recorded it. Each action has its own type with only the fields that
 * apply to it.
 */
export type SessionEvent = {
  /** Account that `user` names. Null without a user. */
  readonly account?: Maybe<Account>;
  /** CAR action: what happened. */
  readonly action: SessionAction;
  /** Host that recorded the event. */
  readonly host: Host;
  /** CAR `hostname`: name of the host in upper case, `HOST1`. With its domain only if the server runs with HOSTNAMES=full. */
  readonly hostname: Scalars['String']['output'];
  /** Global id. The same record always gets the same id. */
  readonly id: Scalars['ID']['output'];
  /** When Sessionscope stored the event. */
  readonly ingestedAt: Scalars['DateTime']['output'];
  /** CAR `login_id`: the logon that the event belongs to: `0xf61f3` (1008115 on CAR's page). Null when the source has none. */
  readonly loginId?: Maybe<Scalars['LoginId']['output']>;
  /**
   * Session that the event belongs to. Null for a failed login, an event without `loginId`, an event of a fixed Windows
   * logon (SYSTEM, services, anonymous), and a REMOTE logout whose login was not recorded.
   */
  readonly session?: Maybe<Session>;
  /** Id of the record at its source: `windows/security/48812`. Null when the sender gave none. */
  readonly sourceId?: Maybe<Scalars['String']['output']>;
  /** When it happened, by the host's clock. Events with the same time are listed in the order in which they happened. */
  readonly time: Scalars['DateTime']['output'];
  /** CAR `uid`: a SID (`S-1-5-18`), or a Linux user id (`1000`), which can be another person on each host. Null when unknown. */
  readonly uid?: Maybe<Scalars['String']['output']>;
  /** CAR `user`: the user as the source wrote it: `HOST1\LOCALUSER`. Null when the source names none. */
  readonly user?: Maybe<Scalars['String']['output']>;
  /** Domain of `user`, first label in upper case: `THESHIRE` for `theshire.local\ana` and `ana@theshire.local`. Null without one. */
  readonly userDomain?: Maybe<Scalars['String']['output']>;
  /** Name part of `user` in lower case: `localuser`. Null without a user. */
  readonly userName?: Maybe<Scalars['String']['output']>;
};

/** A page of events. */
export type SessionEventConnection = {
  readonly __typename?: 'SessionEventConnection';
  /** The events of this page, with their cursors. */
  readonly edges: ReadonlyArray<SessionEventEdge>;
  /** The events of this page. */
  readonly nodes: ReadonlyArray<SessionEvent>;
  /** Position of this page in the list. */
  readonly pageInfo: PageInfo;
  /** Number of events on all pages. Counted only when selected. */
  readonly totalCount: TotalCount;
};


/** A page of events. */
export type SessionEventConnectionTotalCountArgs = {
  mode?: CountMode;
};

/** An event and its cursor. */
export type SessionEventEdge = {
  readonly __typename?: 'SessionEventEdge';
  /** Opaque position in the list, for `after` and `before` with the same filter and order. */
  readonly cursor: Scalars['String']['output'];
  /** The event. */
  readonly node: SessionEvent;
};

/**
 * Which events match. All given members must match; a member that is null or absent is ignored, so that optional variables
 * work. `not` also matches events without the value in question.
 *
 * Error BAD_FILTER: an operator (`eq`, `in` …) that is null, an empty list, an empty filter in `and`, `or` or `not`, more
 * than 10 levels or more than 5,000 values.
 */
export type SessionEventFilter = {
  /** What happened. */
  readonly action?: InputMaybe<SessionActionFilter>;
  /** All of these filters must match. */
  readonly and?: InputMaybe<ReadonlyArray<SessionEventFilter>>;
  /** Address that the user connected to. */
  readonly destIp?: InputMaybe<IpAddressFilter>;
  /** Port that the user connected to. */
  readonly destPort?: InputMaybe<PortFilter>;
  /**
   * Leaves out noise: machine accounts (names that end in `$`, except local accounts of the host), SYSTEM, service, window
   * manager, font driver and virtual machine accounts, and ANONYMOUS LOGON. A failed login whose user name is that of
   * SYSTEM or a service is kept, since an attacker can type any name. False by default: a list shows everything that is
   * stored.
   */
  readonly excludeNoise?: Scalars['Boolean']['input'];
  /** Host name in any case, with or without its domain. */
  readonly hostname?: InputMaybe<TextFilter>;
  /** When the event was stored. */
  readonly ingestedAt?: InputMaybe<TimeFilter>;
  /** Login id. */
  readonly loginId?: InputMaybe<LoginIdFilter>;
  /** Whether a login was successful. Other events have no value. */
  readonly loginSuccessful?: InputMaybe<BooleanFilter>;
  /** How the user logged on. */
  readonly loginType?: InputMaybe<LoginTypeFilter>;
  /** This filter must not match. */
  readonly not?: InputMaybe<SessionEventFilter>;
  /** At least one of these filters must match. */
  readonly or?: InputMaybe<ReadonlyArray<SessionEventFilter>>;
  /** Id of the record at its source. */
  readonly sourceId?: InputMaybe<TextFilter>;
  /** Name that the client claimed for itself, in any case. No index serves it: combine it with `time`. */
  readonly srcHostname?: InputMaybe<TextFilter>;
  /** Source address. */
  readonly srcIp?: InputMaybe<IpAddressFilter>;
  /** Source port. */
  readonly srcPort?: InputMaybe<PortFilter>;
  /** When the event happened. */
  readonly time?: InputMaybe<TimeFilter>;
  /** Id of the user on the system. */
  readonly uid?: InputMaybe<TextFilter>;
  /** User that the event names. */
  readonly user?: InputMaybe<UserFilter>;
  /** Domain of the user, in any case. A domain with aliases (`DOMAIN_ALIASES`) has its first name, which `eq` and `in` find by any of them. */
  readonly userDomain?: InputMaybe<TextFilter>;
};

/** An event to store: exactly one member. */
export type SessionEventInput =
  /** The lock of a session's screen. */
  { readonly lock: LockEventInput; readonly login?: never; readonly logout?: never; readonly reconnect?: never; readonly unlock?: never; }
  |  /** A login, successful or failed. */
  { readonly lock?: never; readonly login: LoginEventInput; readonly logout?: never; readonly reconnect?: never; readonly unlock?: never; }
  |  /** The end of a session. */
  { readonly lock?: never; readonly login?: never; readonly logout: LogoutEventInput; readonly reconnect?: never; readonly unlock?: never; }
  |  /** A user's return to a disconnected session. */
  { readonly lock?: never; readonly login?: never; readonly logout?: never; readonly reconnect: ReconnectEventInput; readonly unlock?: never; }
  |  /** The unlock of a session's screen. */
  { readonly lock?: never; readonly login?: never; readonly logout?: never; readonly reconnect?: never; readonly unlock: UnlockEventInput; };

/**
 * Which sessions match. All given members must match; a member that is null or absent is ignored. `not` also matches
 * sessions without the value in question. Limits and errors are those of `SessionEventFilter`.
 */
export type SessionFilter = {
  /** Started at or before this time and not ended by then. */
  readonly activeAt?: InputMaybe<Scalars['DateTime']['input']>;
  /** All of these filters must match. */
  readonly and?: InputMaybe<ReadonlyArray<SessionFilter>>;
  /** Time from start to end. */
  readonly duration?: InputMaybe<DurationFilter>;
  /** What marks the end. */
  readonly endReason?: InputMaybe<SessionEndReasonFilter>;
  /** When the session ended. Open sessions have no value. */
  readonly endedAt?: InputMaybe<TimeFilter>;
  /** True: the session was locked at least once; an UNLOCK proves it too. False: it never was. */
  readonly everLocked?: InputMaybe<Scalars['Boolean']['input']>;
  /**
   * Leaves out sessions of noise accounts, as defined by `SessionEventFilter.excludeNoise`. False by default: a list shows
   * everything that is stored.
   */
  readonly excludeNoise?: Scalars['Boolean']['input'];
  /** Host name in any case, with or without its domain. */
  readonly hostname?: InputMaybe<TextFilter>;
  /** Login id. */
  readonly loginId?: InputMaybe<LoginIdFilter>;
  /** How the user logged on. */
  readonly loginType?: InputMaybe<LoginTypeFilter>;
  /** This filter must not match. */
  readonly not?: InputMaybe<SessionFilter>;
  /** True: the session is open. False: it has ended. */
  readonly open?: InputMaybe<Scalars['Boolean']['input']>;
  /** At least one of these filters must match. */
  readonly or?: InputMaybe<ReadonlyArray<SessionFilter>>;
  /** Open at any time in this range. A session of zero length is open at no time. */
  readonly overlaps?: InputMaybe<TimeRange>;
  /** Proven at this time: started at or before it, proven at least up to it, and not ended by then. A part of `activeAt`. */
  readonly provenAt?: InputMaybe<Scalars['DateTime']['input']>;
  /**
   * Any source address of the session: `notInCidr` and false operands match sessions with an address outside, even if others of
   * it are inside, and sessions without one. `isNull: true` matches sessions without one.
   */
  readonly srcIp?: InputMaybe<IpAddressFilter>;
  /** What marks the start. */
  readonly startReason?: InputMaybe<SessionStartReasonFilter>;
  /** When the session started. */
  readonly startedAt?: InputMaybe<TimeFilter>;
  /** Id of the user on the system. */
  readonly uid?: InputMaybe<TextFilter>;
  /** User of the session. */
  readonly user?: InputMaybe<UserFilter>;
  /** Domain of the user, in any case. A domain with aliases (`DOMAIN_ALIASES`) has its first name, which `eq` and `in` find by any of them. */
  readonly userDomain?: InputMaybe<TextFilter>;
};

/** Order of a list of sessions. */
export type SessionOrder = {
  /** Direction of the order. */
  readonly direction?: OrderDirection;
  /** What to order by. */
  readonly field: SessionOrderField;
};

/** What sessions can be ordered by. */
export type SessionOrderField =
  /** Duration. Open sessions count as longer than all others, and the earlier they started, the longer. */
  | 'DURATION'
  /** End time. Open sessions count as the latest. */
  | 'ENDED'
  /** Start time. */
  | 'STARTED';

/** The state of a session in a half-open range of time. */
export type SessionPeriod = {
  readonly __typename?: 'SessionPeriod';
  /** Start of the period. */
  readonly from: Scalars['DateTime']['output'];
  /** ACTIVE, LOCKED, DISCONNECTED or UNKNOWN. */
  readonly state: SessionState;
  /** Whether this is the last period because `first` left out later ones. */
  readonly truncated: Scalars['Boolean']['output'];
  /** End of the period, exclusive. Null while the session is open. */
  readonly until?: Maybe<Scalars['DateTime']['output']>;
};

/** What concurrent sessions share. */
export type SessionSharing =
  /** The account: where else it was logged on. */
  | 'ACCOUNT'
  /** The host: who else was on it. */
  | 'HOST';

/** What marks the start of a session. */
export type SessionStartReason =
  /** The first recorded event of the session. Its login was not recorded, so it started earlier. */
  | 'FIRST_SEEN'
  /** A successful login. */
  | 'LOGIN';

/** Condition on what marks a session's start. All given members must match. */
export type SessionStartReasonFilter = {
  /** Equals this value. */
  readonly eq?: InputMaybe<SessionStartReason>;
  /** Equals one of these values, 1 to 1,000. */
  readonly in?: InputMaybe<ReadonlyArray<SessionStartReason>>;
};

/** State of a session at a time. */
export type SessionState =
  /** In use: neither locked nor disconnected. */
  | 'ACTIVE'
  /** The client is disconnected, and the session continues. */
  | 'DISCONNECTED'
  /** Ended. */
  | 'ENDED'
  /** Locked, and not disconnected. */
  | 'LOCKED'
  /**
   * Not known: the proof ended before the session did, a missing record is proven, or retention dropped the events. A LOCK of a locked session, an
   * UNLOCK of an unlocked one, a RECONNECT of a connected and unlocked one, and a disconnect of a disconnected one prove that a record
   * between is missing.
   */
  | 'UNKNOWN';

/**
 * Counts of sessions. The counts of `groups` and `otherCount` add up to `count`, unless a session with several source
 * addresses is in several groups.
 */
export type SessionStats = {
  readonly __typename?: 'SessionStats';
  /** Number of sessions that match the filter: the exact `totalCount` of `sessions`. */
  readonly count: Scalars['Int']['output'];
  /** The dimensions of the groups, as requested. */
  readonly groupBy: ReadonlyArray<SessionDimension>;
  /** Groups in the requested order, at most `first`. */
  readonly groups: ReadonlyArray<SessionStatsGroup>;
  /** Number of matching sessions that are in no returned group: left out by `having` or beyond `first`. */
  readonly otherCount: Scalars['Int']['output'];
  /** Number of groups, including those beyond `first`. With `having`, only groups that match it. */
  readonly totalCount: TotalCount;
  /** Number of groups, including those that `having` leaves out. */
  readonly totalCountWithoutHaving: TotalCount;
};


/**
 * Counts of sessions. The counts of `groups` and `otherCount` add up to `count`, unless a session with several source
 * addresses is in several groups.
 */
export type SessionStatsTotalCountArgs = {
  mode?: CountMode;
};


/**
 * Counts of sessions. The counts of `groups` and `otherCount` add up to `count`, unless a session with several source
 * addresses is in several groups.
 */
export type SessionStatsTotalCountWithoutHavingArgs = {
  mode?: CountMode;
};

/**
 * Sessions of a group that started in a time bucket. The first and the last bucket may reach beyond the range of the
 * filter, but count only sessions that match it.
 */
export type SessionStatsBucket = {
  readonly __typename?: 'SessionStatsBucket';
  /** Number of sessions that have ended, but not exactly at `endedAt`: it is an upper bound, later than `endedAfter`. `durationSeconds` does not count them. */
  readonly boundedCount: Scalars['Int']['output'];
  /** Number of sessions. */
  readonly count: Scalars['Int']['output'];
  /** Number of different hosts among them. */
  readonly distinctHosts: Scalars['Int']['output'];
  /** Number of different source addresses among them; all addresses of a session count. */
  readonly distinctSources: Scalars['Int']['output'];
  /** Number of different accounts among them. */
  readonly distinctUsers: Scalars['Int']['output'];
  /** Durations of the sessions with an exact end: `endedAfter` equals `endedAt`. Null when there are none. */
  readonly durationSeconds?: Maybe<DurationPercentiles>;
  /** Number of sessions that were locked at least once. */
  readonly everLocked: Scalars['Int']['output'];
  /** Start of the earliest session. Null when there are none. */
  readonly firstStartedAt?: Maybe<Scalars['DateTime']['output']>;
  /** Start of the bucket, inclusive. */
  readonly from: Scalars['DateTime']['output'];
  /** Start of the latest session. Null when there are none. */
  readonly lastStartedAt?: Maybe<Scalars['DateTime']['output']>;
  /** Number of open sessions among them. */
  readonly open: Scalars['Int']['output'];
  /** End of the bucket, exclusive: the start of the next one. */
  readonly until: Scalars['DateTime']['output'];
};

/** Sessions that have the same key. Each number is computed only when selected. */
export type SessionStatsGroup = {
  readonly __typename?: 'SessionStatsGroup';
  /** Number of sessions that have ended, but not exactly at `endedAt`: it is an upper bound, later than `endedAfter`. `durationSeconds` does not count them. */
  readonly boundedCount: Scalars['Int']['output'];
  /**
   * Sessions of the group by the time bucket in which they started, oldest first, empty buckets included. Null without the
   * argument `bucket`.
   *
   * The buckets cover the range of `startedAt` in the filter. With `last` they reach up to now, or to a later session that
   * matches. A side that the filter leaves open ends at the first or last session that matches.
   */
  readonly buckets?: Maybe<ReadonlyArray<SessionStatsBucket>>;
  /** Number of sessions. */
  readonly count: Scalars['Int']['output'];
  /** Number of different hosts among them. */
  readonly distinctHosts: Scalars['Int']['output'];
  /** Number of different source addresses among them; all addresses of a session count. */
  readonly distinctSources: Scalars['Int']['output'];
  /** Number of different accounts among them. */
  readonly distinctUsers: Scalars['Int']['output'];
  /** Durations of the sessions with an exact end: `endedAfter` equals `endedAt`. Null when there are none. */
  readonly durationSeconds?: Maybe<DurationPercentiles>;
  /** Number of sessions that were locked at least once. */
  readonly everLocked: Scalars['Int']['output'];
  /** Start of the earliest session. Null when there are none. */
  readonly firstStartedAt?: Maybe<Scalars['DateTime']['output']>;
  /** What the members of the group share. */
  readonly key: SessionStatsKey;
  /** Start of the latest session. Null when there are none. */
  readonly lastStartedAt?: Maybe<Scalars['DateTime']['output']>;
  /** Number of open sessions among them. */
  readonly open: Scalars['Int']['output'];
};

/** Which groups of sessions to keep, by their numbers. All given members must match; at least one is required (BAD_FILTER). */
export type SessionStatsHaving = {
  /** Number of sessions that have ended, but not exactly at `endedAt`. */
  readonly boundedCount?: InputMaybe<CountFilter>;
  /** Number of sessions. `{ lte: 3 }` finds rare combinations. */
  readonly count?: InputMaybe<CountFilter>;
  /** Number of different hosts. */
  readonly distinctHosts?: InputMaybe<CountFilter>;
  /** Number of different source addresses. */
  readonly distinctSources?: InputMaybe<CountFilter>;
  /** Number of different accounts. */
  readonly distinctUsers?: InputMaybe<CountFilter>;
  /** Number of sessions that were locked at least once. */
  readonly everLocked?: InputMaybe<CountFilter>;
  /** Start of the earliest session. `{ from: … }` finds groups that are new since then. */
  readonly firstStartedAt?: InputMaybe<TimeFilter>;
  /** Start of the latest session. `{ until: … }` finds groups that have been silent since then. */
  readonly lastStartedAt?: InputMaybe<TimeFilter>;
  /** Number of open sessions. */
  readonly open?: InputMaybe<CountFilter>;
};

/**
 * What the sessions of a group share. A field is null when its dimension is not in `groupBy`, and in the group of sessions
 * without a value.
 */
export type SessionStatsKey = {
  readonly __typename?: 'SessionStatsKey';
  /** USER: the account. */
  readonly account?: Maybe<Account>;
  /** END_REASON: what marks the end. Null for open sessions. */
  readonly endReason?: Maybe<SessionEndReason>;
  /** HOST: the host. */
  readonly host?: Maybe<Host>;
  /** HOST: name of the host. */
  readonly hostname?: Maybe<Scalars['String']['output']>;
  /** LOGIN_TYPE: how the user logged on. */
  readonly loginType?: Maybe<LoginType>;
  /** OPEN: whether the session is open. */
  readonly open?: Maybe<Scalars['Boolean']['output']>;
  /** SRC_IP: source address. */
  readonly srcIp?: Maybe<Scalars['IPAddress']['output']>;
  /** SRC_NETWORK: network of the source address: `10.0.0.0/24`, `fe80::/64`. */
  readonly srcNetwork?: Maybe<Scalars['CIDR']['output']>;
  /** START_REASON: what marks the start. */
  readonly startReason?: Maybe<SessionStartReason>;
  /** UID: id of the user on the system. */
  readonly uid?: Maybe<Scalars['String']['output']>;
};

/** Order of groups of sessions. Groups with equal values are ordered by ascending key. */
export type SessionStatsOrder = {
  /** Direction of the order. */
  readonly direction?: OrderDirection;
  /** What to order by. */
  readonly field: SessionStatsOrderField;
};

/** What groups of sessions can be ordered by. */
export type SessionStatsOrderField =
  /** Number of sessions that have ended, but not exactly at `endedAt`. */
  | 'BOUNDED_COUNT'
  /** Number of sessions. */
  | 'COUNT'
  /** Number of different hosts. */
  | 'DISTINCT_HOSTS'
  /** Number of different source addresses. */
  | 'DISTINCT_SOURCES'
  /** Number of different accounts. */
  | 'DISTINCT_USERS'
  /** `durationSeconds.max`. Groups without an exactly ended session come last. */
  | 'DURATION_MAX'
  /** `durationSeconds.p50`. Groups without an exactly ended session come last. */
  | 'DURATION_P50'
  /** `durationSeconds.p90`. Groups without an exactly ended session come last. */
  | 'DURATION_P90'
  /** `durationSeconds.p99`. Groups without an exactly ended session come last. */
  | 'DURATION_P99'
  /** Number of sessions that were locked at least once. */
  | 'EVER_LOCKED'
  /** Start of the earliest session. */
  | 'FIRST_STARTED_AT'
  /** The key: its dimensions in the order of `groupBy`. In ascending order, groups without a value come last. */
  | 'KEY'
  /** Start of the latest session. */
  | 'LAST_STARTED_AT'
  /** Number of open sessions. */
  | 'OPEN';

/** A SID that several domains share. */
export type SharedSid = {
  readonly __typename?: 'SharedSid';
  /**
   * What to add to the setting DOMAIN_ALIASES to make them one domain: `CORP=COMPANY`. The first name is the one that is
   * shown; choose another one if it fits better. See `docs/operating.md`, Names of one domain.
   */
  readonly aliases: Scalars['String']['output'];
  /** The domains by name, at most 100. */
  readonly domains: ReadonlyArray<Scalars['String']['output']>;
  /** The part of the SIDs that the users of one domain have in common, such as `S-1-5-21-1004336348-1177238915-682003330`. */
  readonly sid: Scalars['String']['output'];
};

/** What counts as simultaneous. */
export type SimultaneityMode =
  /** Users whose sessions were open at the same time. Only the part of a session within the range counts, and its end is exclusive. */
  | 'OVERLAP'
  /** Users who logged in within one window. */
  | 'WINDOW';

/**
 * Several users on one host at the same time. The evidence is their logins; with mode OVERLAP, the first events of their
 * sessions.
 */
export type SimultaneousLogins = HuntMatch & {
  readonly __typename?: 'SimultaneousLogins';
  /** Number of logins. With mode OVERLAP: number of sessions. */
  readonly eventCount: Scalars['Int']['output'];
  /** The events that prove the match, oldest first. */
  readonly evidence: SessionEventConnection;
  /** Time of the first login. With mode OVERLAP: start of the period with at least `minUsers` users. */
  readonly firstAt: Scalars['DateTime']['output'];
  /** The host. */
  readonly host: Host;
  /** Time of the last login. With mode OVERLAP: end of that period. */
  readonly lastAt: Scalars['DateTime']['output'];
  /** Largest number of different users in one window. With mode OVERLAP: at one time. */
  readonly peak: Scalars['Int']['output'];
  /** Number of different users. */
  readonly userCount: Scalars['Int']['output'];
  /** The users by name, at most 1,000. */
  readonly users: ReadonlyArray<Account>;
};


/**
 * Several users on one host at the same time. The evidence is their logins; with mode OVERLAP, the first events of their
 * sessions.
 */
export type SimultaneousLoginsEvidenceArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
};

/** A page of matches of `simultaneousLogins`. */
export type SimultaneousLoginsConnection = HuntAnswer & {
  readonly __typename?: 'SimultaneousLoginsConnection';
  /** Id, title and ATT&CK techniques of the analytic. */
  readonly analytic: Analytic;
  /** The matches of this page, with their cursors. */
  readonly edges: ReadonlyArray<SimultaneousLoginsEdge>;
  /** The matches of this page. */
  readonly nodes: ReadonlyArray<SimultaneousLogins>;
  /** Position of this page in the list. */
  readonly pageInfo: PageInfo;
  /** The parameters that the analytic used, defaults included. */
  readonly parameters: SimultaneousLoginsParameters;
  /** Number of matches on all pages. Counted only when selected. */
  readonly totalCount: TotalCount;
  /** True when there are more than 10,000 matches. Only the first 10,000 are listed; `totalCount` counts all. */
  readonly truncated: Scalars['Boolean']['output'];
};


/** A page of matches of `simultaneousLogins`. */
export type SimultaneousLoginsConnectionTotalCountArgs = {
  mode?: CountMode;
};

/** A match and its cursor. */
export type SimultaneousLoginsEdge = {
  readonly __typename?: 'SimultaneousLoginsEdge';
  /** Opaque position of the match, for `after` and `before` with the same arguments. */
  readonly cursor: Scalars['String']['output'];
  /** The match. */
  readonly node: SimultaneousLogins;
};

/** Parameters that `simultaneousLogins` used. */
export type SimultaneousLoginsParameters = {
  readonly __typename?: 'SimultaneousLoginsParameters';
  /** Whether noise is left out. */
  readonly excludeNoise: Scalars['Boolean']['output'];
  /** Whether sessions counted up to `endedAt`. Null with mode WINDOW. */
  readonly includeUnknown?: Maybe<Scalars['Boolean']['output']>;
  /** The login types that were searched; null for all. */
  readonly loginTypes?: Maybe<ReadonlyArray<LoginType>>;
  /** Minimum number of different users. */
  readonly minUsers: Scalars['Int']['output'];
  /** What counted as simultaneous. */
  readonly mode: SimultaneityMode;
  /** The range that was searched. */
  readonly range: Period;
  /** Length of the window. Null with mode OVERLAP. */
  readonly window?: Maybe<Scalars['Duration']['output']>;
};

/** What the failures of a password spray share. */
export type SprayKey =
  /** Host; any source address. */
  | 'HOST'
  /** Source address. */
  | 'SRC_IP'
  /** Network of the source address: /24 for IPv4, /64 for IPv6. */
  | 'SRC_NETWORK';

/** Condition on text. All given members must match. */
export type TextFilter = {
  /**
   * Contains this text, 1 to 512 characters. Names of hosts are looked up first, and are fast if up to 20 or very many match. For other fields the list is
   * scanned, so also limit the time.
   */
  readonly contains?: InputMaybe<Scalars['String']['input']>;
  /** Equals this text. Case is ignored in host and domain names. */
  readonly eq?: InputMaybe<Scalars['String']['input']>;
  /** Equals one of these values, 1 to 1,000. */
  readonly in?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  /** True: there is no value. False: there is one. */
  readonly isNull?: InputMaybe<Scalars['Boolean']['input']>;
  /** Starts with this text, 1 to 512 characters. */
  readonly startsWith?: InputMaybe<Scalars['String']['input']>;
};

/**
 * Divides time into buckets by the clock of a time zone. When the clock changes, a day has 23 or 25 hours, and an hour
 * that occurs twice is two buckets.
 */
export type TimeBucketInput = {
  /**
   * Length of a bucket: a part of a day that divides it evenly (`PT15M`, `PT1H`, `PT6H`), days (`P1D`), weeks from Monday
   * (`P1W`), months or years (`P1M`, `P3M`, `P1Y`). Error: INVALID_DURATION.
   *
   * A bucket shorter than a day starts each time the clock shows a multiple of its length since midnight, or skips over
   * one.
   */
  readonly every: Scalars['Duration']['input'];
  /** IANA name of the time zone: `Europe/Berlin`. Error: INVALID_TIME_ZONE. */
  readonly timeZone?: Scalars['String']['input'];
};

/** Condition on a time. All given members must match. Errors: BAD_FILTER if `until` is before `from`. */
export type TimeFilter = {
  /** At or after this time. */
  readonly from?: InputMaybe<Scalars['DateTime']['input']>;
  /**
   * Within this duration before now: `P7D` is the last seven days. Later times match too, since clocks of hosts can be
   * ahead. On later pages of a list, now is the time of the first request.
   */
  readonly last?: InputMaybe<Scalars['Duration']['input']>;
  /** Before this time. */
  readonly until?: InputMaybe<Scalars['DateTime']['input']>;
};

/** Order of a list by time. */
export type TimeOrder =
  /** Descending. */
  | 'NEWEST_FIRST'
  /** Ascending. */
  | 'OLDEST_FIRST';

/**
 * A time range. `from` is inclusive, `until` exclusive. Error when it is empty: BAD_FILTER in a filter, BAD_PARAMETER
 * elsewhere.
 */
export type TimeRange = {
  /** Start of the range, inclusive. */
  readonly from: Scalars['DateTime']['input'];
  /** End of the range, exclusive. Must be later than `from`. */
  readonly until: Scalars['DateTime']['input'];
};

/** Number of items on all pages of a list. */
export type TotalCount = {
  readonly __typename?: 'TotalCount';
  /** Whether `value` is exact. */
  readonly relation: CountRelation;
  /** The number, or a lower bound of it. */
  readonly value: Scalars['Int']['output'];
};

/** A uid that a search found. */
export type UidMatch = SearchMatch & {
  readonly __typename?: 'UidMatch';
  /** Events with the uid, newest first by default. */
  readonly events: SessionEventConnection;
  /** Time of the oldest stored event with the value; of a host, of the oldest ever recorded. Null when there is none. */
  readonly firstSeenAt?: Maybe<Scalars['DateTime']['output']>;
  /** Kind of the value. */
  readonly kind: SearchKind;
  /** Account of the newest event that has the uid and names a user. Null when there is none. */
  readonly lastAccount?: Maybe<Account>;
  /** Time of the newest stored event with the value; of a host, of the newest ever recorded. Null when there is none. */
  readonly lastSeenAt?: Maybe<Scalars['DateTime']['output']>;
  /** How the text matches the value. */
  readonly match: MatchType;
  /** CAR `uid`: a SID (`S-1-5-18`), or a Linux user id (`1000`), which can be another person on each host. */
  readonly uid: Scalars['String']['output'];
  /** The value as text: `HOST1`, `CORP\ana`, `S-1-5-18`, `10.0.0.54`, `0xf61f3`. */
  readonly value: Scalars['String']['output'];
};


/** A uid that a search found. */
export type UidMatchEventsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<SessionEventFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  order?: TimeOrder;
};

/** CAR `unlock`: the screen of a session was unlocked. For the login type and source address see its `session`. */
export type UnlockEvent = Node & SessionEvent & {
  readonly __typename?: 'UnlockEvent';
  /** Account that `user` names. Null without a user. */
  readonly account?: Maybe<Account>;
  /** CAR action: always UNLOCK. */
  readonly action: SessionAction;
  /** Host that recorded the event. */
  readonly host: Host;
  /** CAR `hostname`: name of the host in upper case, `HOST1`. With its domain only if the server runs with HOSTNAMES=full. */
  readonly hostname: Scalars['String']['output'];
  /** Global id. The same record always gets the same id. */
  readonly id: Scalars['ID']['output'];
  /** When Sessionscope stored the event. */
  readonly ingestedAt: Scalars['DateTime']['output'];
  /** CAR `login_id`: the logon that the event belongs to: `0xf61f3` (1008115 on CAR's page). Null when the source has none. */
  readonly loginId?: Maybe<Scalars['LoginId']['output']>;
  /**
   * Session that the event belongs to. Null for a failed login, an event without `loginId`, an event of a fixed Windows
   * logon (SYSTEM, services, anonymous), and a REMOTE logout whose login was not recorded.
   */
  readonly session?: Maybe<Session>;
  /** Id of the record at its source: `windows/security/48812`. Null when the sender gave none. */
  readonly sourceId?: Maybe<Scalars['String']['output']>;
  /** When it happened, by the host's clock. Events with the same time are listed in the order in which they happened. */
  readonly time: Scalars['DateTime']['output'];
  /** CAR `uid`: a SID (`S-1-5-18`), or a Linux user id (`1000`), which can be another person on each host. Null when unknown. */
  readonly uid?: Maybe<Scalars['String']['output']>;
  /** CAR `user`: the user as the source wrote it: `HOST1\LOCALUSER`. Null when the source names none. */
  readonly user?: Maybe<Scalars['String']['output']>;
  /** Domain of `user`, first label in upper case: `THESHIRE` for `theshire.local\ana` and `ana@theshire.local`. Null without one. */
  readonly userDomain?: Maybe<Scalars['String']['output']>;
  /** Name part of `user` in lower case: `localuser`. Null without a user. */
  readonly userName?: Maybe<Scalars['String']['output']>;
};

/** An unlock to store. */
export type UnlockEventInput = {
  /** CAR `hostname`: short or fully qualified, in any case: `HOST1`. 1 to 255 characters. */
  readonly hostname: Scalars['String']['input'];
  /** CAR `login_id`: hexadecimal with `0x` or decimal: `1008115`. Without it the event belongs to no session. */
  readonly loginId?: InputMaybe<Scalars['LoginId']['input']>;
  /**
   * Id of the record at its source, such as `windows/security/48812`. 1 to 512 characters.
   *
   * With it, events with the same host, time, action and `sourceId` are duplicates; without it, events that are equal in
   * all fields. A number at its end orders events with the same time.
   */
  readonly sourceId?: InputMaybe<Scalars['String']['input']>;
  /** When it happened, with an offset from UTC: `2026-11-16T09:00:00Z`. */
  readonly time: Scalars['DateTime']['input'];
  /** CAR `uid`: id of the user on the system, such as a SID: `S-1-5-18`. 1 to 256 characters. Leave out when unknown. */
  readonly uid?: InputMaybe<Scalars['String']['input']>;
  /** CAR `user`: `DOMAIN\name`, `name@domain.tld` or a plain name: `HOST1\LOCALUSER`. 1 to 512 characters. Leave out when unknown. */
  readonly user?: InputMaybe<Scalars['String']['input']>;
};

/**
 * A session that is open and not locked at a time. The evidence is its first event and the UNLOCK at `unlockedSince`, if
 * any.
 */
export type UnlockedAt = HuntMatch & {
  readonly __typename?: 'UnlockedAt';
  /** The events that prove the match, oldest first. */
  readonly evidence: SessionEventConnection;
  /**
   * Whether the host recorded a LOCK of any session between the start of this session and `at`. If not, the match may only
   * mean that the host does not record locks.
   */
  readonly hostLocks: Scalars['Boolean']['output'];
  /** The session. With `startReason` FIRST_SEEN it started earlier and may have been unlocked for longer. */
  readonly session: Session;
  /** How long it has been unlocked at `at`: `PT26H3M0.5S`. */
  readonly unlockedFor: Scalars['Duration']['output'];
  /** `unlockedFor` in seconds, exact to the microsecond. */
  readonly unlockedSeconds: Scalars['Float']['output'];
  /** When it was unlocked, or when it started if it was never locked. */
  readonly unlockedSince: Scalars['DateTime']['output'];
};


/**
 * A session that is open and not locked at a time. The evidence is its first event and the UNLOCK at `unlockedSince`, if
 * any.
 */
export type UnlockedAtEvidenceArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
};

/** A page of matches of `unlockedAt`. */
export type UnlockedAtConnection = HuntAnswer & {
  readonly __typename?: 'UnlockedAtConnection';
  /** Id, title and ATT&CK techniques of the analytic. */
  readonly analytic: Analytic;
  /** The matches of this page, with their cursors. */
  readonly edges: ReadonlyArray<UnlockedAtEdge>;
  /** The matches of this page. */
  readonly nodes: ReadonlyArray<UnlockedAt>;
  /** Position of this page in the list. */
  readonly pageInfo: PageInfo;
  /** The parameters that the analytic used, defaults included. */
  readonly parameters: UnlockedAtParameters;
  /** Number of matches on all pages. Counted only when selected. */
  readonly totalCount: TotalCount;
  /** True when there are more than 10,000 matches. Only the first 10,000 are listed; `totalCount` counts all. */
  readonly truncated: Scalars['Boolean']['output'];
};


/** A page of matches of `unlockedAt`. */
export type UnlockedAtConnectionTotalCountArgs = {
  mode?: CountMode;
};

/** A match and its cursor. */
export type UnlockedAtEdge = {
  readonly __typename?: 'UnlockedAtEdge';
  /** Opaque position of the match, for `after` and `before` with the same arguments. */
  readonly cursor: Scalars['String']['output'];
  /** The match. */
  readonly node: UnlockedAt;
};

/** Parameters that `unlockedAt` used. */
export type UnlockedAtParameters = {
  readonly __typename?: 'UnlockedAtParameters';
  /** The time in question. */
  readonly at: Scalars['DateTime']['output'];
  /** Whether noise is left out. */
  readonly excludeNoise: Scalars['Boolean']['output'];
  /** The login types that were searched; null for all. */
  readonly loginTypes?: Maybe<ReadonlyArray<LoginType>>;
  /** Minimum time that a session had been unlocked. */
  readonly minUnlocked: Scalars['Duration']['output'];
};

/** A remote desktop login from an unusual source address. */
export type UnusualRdpSource = HuntMatch & {
  readonly __typename?: 'UnusualRdpSource';
  /** How much of the baseline the facts of the host cover. INSUFFICIENT_BASELINE: NOT_SEEN is not a finding, the other reasons are. */
  readonly baseline: Baseline;
  /** The events that prove the match, oldest first. */
  readonly evidence: SessionEventConnection;
  /** The login. */
  readonly login: LoginEvent;
  /** All reasons why the source address is unusual. */
  readonly reasons: ReadonlyArray<UnusualSourceReason>;
};


/** A remote desktop login from an unusual source address. */
export type UnusualRdpSourceEvidenceArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
};

/** A page of matches of `unusualRdpSource`. */
export type UnusualRdpSourceConnection = HuntAnswer & {
  readonly __typename?: 'UnusualRdpSourceConnection';
  /** Id, title and ATT&CK techniques of the analytic. */
  readonly analytic: Analytic;
  /** The matches of this page, with their cursors. */
  readonly edges: ReadonlyArray<UnusualRdpSourceEdge>;
  /** The matches of this page. */
  readonly nodes: ReadonlyArray<UnusualRdpSource>;
  /** Position of this page in the list. */
  readonly pageInfo: PageInfo;
  /** The parameters that the analytic used, defaults included. */
  readonly parameters: UnusualRdpSourceParameters;
  /** Number of matches on all pages. Counted only when selected. */
  readonly totalCount: TotalCount;
  /** Always false: all matches are listed, however many there are. */
  readonly truncated: Scalars['Boolean']['output'];
};


/** A page of matches of `unusualRdpSource`. */
export type UnusualRdpSourceConnectionTotalCountArgs = {
  mode?: CountMode;
};

/** A match and its cursor. */
export type UnusualRdpSourceEdge = {
  readonly __typename?: 'UnusualRdpSourceEdge';
  /** Opaque position of the match, for `after` and `before` with the same arguments. */
  readonly cursor: Scalars['String']['output'];
  /** The match. */
  readonly node: UnusualRdpSource;
};

/** Parameters that `unusualRdpSource` used. */
export type UnusualRdpSourceParameters = {
  readonly __typename?: 'UnusualRdpSourceParameters';
  /** Networks that are never unusual. Null when there are none. */
  readonly approvedSources?: Maybe<ReadonlyArray<Scalars['CIDR']['output']>>;
  /** Whether noise is left out. */
  readonly excludeNoise: Scalars['Boolean']['output'];
  /** Length of the baseline. */
  readonly lookback: Scalars['Duration']['output'];
  /** The least coverage from which on something new is a finding. */
  readonly minCoverage: Scalars['Float']['output'];
  /** The range that was searched. */
  readonly range: Period;
};

/** Why a source address is unusual. */
export type UnusualSourceReason =
  /** It is a loopback address, as behind a tunnel. */
  | 'LOOPBACK'
  /** The user did not use it for RDP to this host in the baseline. Always given for unknown users. */
  | 'NOT_SEEN'
  /** It is neither private, link-local nor loopback: a remote desktop from the internet. */
  | 'PUBLIC';

/**
 * Condition on a user; case is ignored. `ana` matches that name in any domain; `THESHIRE\ana` and `ana@theshire.local`
 * match it in domain THESHIRE only. All given members must match.
 */
export type UserFilter = {
  /**
   * The name contains this text. `THESHIRE\a` looks in that domain only. Names are looked up first: fast if up to 20 or very many match, otherwise also
   * limit the time.
   */
  readonly contains?: InputMaybe<Scalars['String']['input']>;
  /** Is this user. */
  readonly eq?: InputMaybe<Scalars['String']['input']>;
  /** Is one of these users, 1 to 1,000. */
  readonly in?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  /** True: no user is known. False: one is. */
  readonly isNull?: InputMaybe<Scalars['Boolean']['input']>;
  /** The name starts with this text. `THESHIRE\a` looks in that domain only. */
  readonly startsWith?: InputMaybe<Scalars['String']['input']>;
};

/** A day of the week. */
export type Weekday =
  /** Friday. */
  | 'FRIDAY'
  /** Monday, the first day of the week. */
  | 'MONDAY'
  /** Saturday. */
  | 'SATURDAY'
  /** Sunday. */
  | 'SUNDAY'
  /** Thursday. */
  | 'THURSDAY'
  /** Tuesday. */
  | 'TUESDAY'
  /** Wednesday. */
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
  ContextEvent:
    | ( DisconnectModel )
    | ( HostSeenModel )
    | ( HostStartModel )
    | ( HostStopModel )
  ;
  HuntAnswer:
    | ( import('../domain/hunts/registry.ts').PageOf<'bruteForceThenSuccess'> )
    | ( import('../domain/hunts/registry.ts').PageOf<'concurrentSessions'> )
    | ( import('../domain/hunts/registry.ts').PageOf<'firstSeen'> )
    | ( import('../domain/hunts/registry.ts').PageOf<'lateralPaths'> )
    | ( import('../domain/hunts/registry.ts').PageOf<'localAccountLogins'> )
    | ( import('../domain/hunts/registry.ts').PageOf<'loginActivity'> )
    | ( import('../domain/hunts/registry.ts').PageOf<'loginsSince'> )
    | ( import('../domain/hunts/registry.ts').PageOf<'longSessions'> )
    | ( import('../domain/hunts/registry.ts').PageOf<'multiHostLogins'> )
    | ( import('../domain/hunts/registry.ts').PageOf<'neverLocked'> )
    | ( import('../domain/hunts/registry.ts').PageOf<'offHours'> )
    | ( import('../domain/hunts/registry.ts').PageOf<'orphans'> )
    | ( import('../domain/hunts/registry.ts').PageOf<'passwordSpray'> )
    | ( import('../domain/hunts/registry.ts').PageOf<'reconnectFromNewSource'> )
    | ( import('../domain/hunts/registry.ts').PageOf<'reconnectWithoutLogin'> )
    | ( import('../domain/hunts/registry.ts').PageOf<'remoteDesktopLogins'> )
    | ( import('../domain/hunts/registry.ts').PageOf<'simultaneousLogins'> )
    | ( import('../domain/hunts/registry.ts').PageOf<'unlockedAt'> )
    | ( import('../domain/hunts/registry.ts').PageOf<'unusualRdpSource'> )
  ;
  HuntMatch:
    | ( import('../domain/hunts/registry.ts').MatchOf<'bruteForceThenSuccess'> )
    | ( import('../domain/hunts/registry.ts').MatchOf<'concurrentSessions'> )
    | ( import('../domain/hunts/registry.ts').MatchOf<'firstSeen'> )
    | ( import('../domain/hunts/registry.ts').MatchOf<'lateralPaths'> )
    | ( import('../domain/hunts/registry.ts').MatchOf<'localAccountLogins'> )
    | ( import('../domain/hunts/registry.ts').MatchOf<'loginActivity'> )
    | ( import('../domain/hunts/registry.ts').MatchOf<'loginsSince'> )
    | ( import('../domain/hunts/registry.ts').MatchOf<'longSessions'> )
    | ( import('../domain/hunts/registry.ts').MatchOf<'multiHostLogins'> )
    | ( import('../domain/hunts/registry.ts').MatchOf<'neverLocked'> )
    | ( import('../domain/hunts/registry.ts').MatchOf<'offHours'> )
    | ( import('../domain/hunts/registry.ts').MatchOf<'orphans'> )
    | ( import('../domain/hunts/registry.ts').MatchOf<'passwordSpray'> )
    | ( import('../domain/hunts/registry.ts').MatchOf<'reconnectFromNewSource'> )
    | ( import('../domain/hunts/registry.ts').MatchOf<'reconnectWithoutLogin'> )
    | ( import('../domain/hunts/registry.ts').MatchOf<'remoteDesktopLogins'> )
    | ( import('../domain/hunts/registry.ts').MatchOf<'simultaneousLogins'> )
    | ( import('../domain/hunts/registry.ts').MatchOf<'unlockedAt'> )
    | ( import('../domain/hunts/registry.ts').MatchOf<'unusualRdpSource'> )
  ;
  Node:
    | ( AccountModel )
    | ( DisconnectModel )
    | ( HostKey )
    | ( HostSeenModel )
    | ( HostStartModel )
    | ( HostStopModel )
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
  SearchMatch:
    | ( import('../model/search/searchMatch.ts').MatchOf<'ACCOUNT'> )
    | ( import('../model/search/searchMatch.ts').MatchOf<'ADDRESS'> )
    | ( import('../model/search/searchMatch.ts').MatchOf<'HOST'> )
    | ( import('../model/search/searchMatch.ts').MatchOf<'LOGIN_ID'> )
    | ( import('../model/search/searchMatch.ts').MatchOf<'UID'> )
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
  AccountMatch: ResolverTypeWrapper<import('../model/search/searchMatch.ts').MatchOf<'ACCOUNT'>>;
  AddressMatch: ResolverTypeWrapper<import('../model/search/searchMatch.ts').MatchOf<'ADDRESS'>>;
  Analytic: ResolverTypeWrapper<Analytic>;
  AttackTechnique: ResolverTypeWrapper<AttackTechnique>;
  AuditEntry: ResolverTypeWrapper<AuditEntryModel>;
  AuditEntryConnection: ResolverTypeWrapper<AuditPage>;
  AuditEntryEdge: ResolverTypeWrapper<AuditEntryEdgeModel>;
  AuditFilter: AuditFilter;
  AuditOperationType: AuditOperationType;
  AuditOutcome: AuditOutcome;
  Baseline: ResolverTypeWrapper<Baseline>;
  BaselineStatus: BaselineStatus;
  Boolean: ResolverTypeWrapper<Scalars['Boolean']['output']>;
  BooleanFilter: BooleanFilter;
  BruteForceKey: BruteForceKey;
  BruteForceThenSuccess: ResolverTypeWrapper<import('../domain/hunts/registry.ts').MatchOf<'bruteForceThenSuccess'>>;
  BruteForceThenSuccessConnection: ResolverTypeWrapper<import('../domain/hunts/registry.ts').PageOf<'bruteForceThenSuccess'>>;
  BruteForceThenSuccessEdge: ResolverTypeWrapper<{ readonly page: import('../domain/hunts/registry.ts').PageOf<'bruteForceThenSuccess'>; readonly item: import('../domain/hunts/registry.ts').MatchOf<'bruteForceThenSuccess'> }>;
  BruteForceThenSuccessParameters: ResolverTypeWrapper<BruteForceThenSuccessParameters>;
  CIDR: ResolverTypeWrapper<Scalars['CIDR']['output']>;
  CallerKind: CallerKind;
  Car: ResolverTypeWrapper<Record<never, never>>;
  ConcurrencyKey: ConcurrencyKey;
  ConcurrencyTrait: ConcurrencyTrait;
  ConcurrentSessions: ResolverTypeWrapper<import('../domain/hunts/registry.ts').MatchOf<'concurrentSessions'>>;
  ConcurrentSessionsConnection: ResolverTypeWrapper<import('../domain/hunts/registry.ts').PageOf<'concurrentSessions'>>;
  ConcurrentSessionsEdge: ResolverTypeWrapper<{ readonly page: import('../domain/hunts/registry.ts').PageOf<'concurrentSessions'>; readonly item: import('../domain/hunts/registry.ts').MatchOf<'concurrentSessions'> }>;
  ConcurrentSessionsParameters: ResolverTypeWrapper<ConcurrentSessionsParameters>;
  ContextEvent: ResolverTypeWrapper<ResolversInterfaceTypes<ResolversTypes>['ContextEvent']>;
  ContextEventConnection: ResolverTypeWrapper<ContextEventPage>;
  ContextEventEdge: ResolverTypeWrapper<ContextEventEdgeModel>;
  ContextEventFilter: ContextEventFilter;
  ContextEventInput: ContextEventInput;
  ContextEventKind: ContextEventKind;
  ContextEventKindFilter: ContextEventKindFilter;
  CountFilter: CountFilter;
  CountMode: CountMode;
  CountRelation: CountRelation;
  DateTime: ResolverTypeWrapper<Scalars['DateTime']['output']>;
  Disconnect: ResolverTypeWrapper<DisconnectModel>;
  DisconnectInput: DisconnectInput;
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
  ExcludedUser: ResolverTypeWrapper<Omit<ExcludedUser, 'account'> & { account: ResolversTypes['Account'] }>;
  FirstSeen: ResolverTypeWrapper<import('../domain/hunts/registry.ts').MatchOf<'firstSeen'>>;
  FirstSeenConnection: ResolverTypeWrapper<import('../domain/hunts/registry.ts').PageOf<'firstSeen'>>;
  FirstSeenEdge: ResolverTypeWrapper<{ readonly page: import('../domain/hunts/registry.ts').PageOf<'firstSeen'>; readonly item: import('../domain/hunts/registry.ts').MatchOf<'firstSeen'> }>;
  FirstSeenParameters: ResolverTypeWrapper<FirstSeenParameters>;
  Float: ResolverTypeWrapper<Scalars['Float']['output']>;
  Host: ResolverTypeWrapper<HostKey>;
  HostConnection: ResolverTypeWrapper<HostPage>;
  HostCoverage: ResolverTypeWrapper<HostCoverageModel>;
  HostCoverageStatus: HostCoverageStatus;
  HostEdge: ResolverTypeWrapper<HostEdgeModel>;
  HostFilter: HostFilter;
  HostMatch: ResolverTypeWrapper<import('../model/search/searchMatch.ts').MatchOf<'HOST'>>;
  HostSeen: ResolverTypeWrapper<HostSeenModel>;
  HostSeenInput: HostSeenInput;
  HostStart: ResolverTypeWrapper<HostStartModel>;
  HostStartInput: HostStartInput;
  HostStop: ResolverTypeWrapper<HostStopModel>;
  HostStopInput: HostStopInput;
  HuntAnswer: ResolverTypeWrapper<ResolversInterfaceTypes<ResolversTypes>['HuntAnswer']>;
  HuntMatch: ResolverTypeWrapper<ResolversInterfaceTypes<ResolversTypes>['HuntMatch']>;
  Hunts: ResolverTypeWrapper<Record<never, never>>;
  ID: ResolverTypeWrapper<Scalars['ID']['output']>;
  IPAddress: ResolverTypeWrapper<Scalars['IPAddress']['output']>;
  IPAddressFilter: IpAddressFilter;
  IngestContextEventsPayload: ResolverTypeWrapper<IngestContextEventsPayload>;
  IngestNote: ResolverTypeWrapper<IngestNote>;
  IngestNoteCode: IngestNoteCode;
  IngestResult: ResolverTypeWrapper<IngestResult>;
  IngestSessionEventsPayload: ResolverTypeWrapper<IngestSessionEventsPayload>;
  IngestStatus: IngestStatus;
  InputError: ResolverTypeWrapper<InputError>;
  InputErrorCode: InputErrorCode;
  Int: ResolverTypeWrapper<Scalars['Int']['output']>;
  LateralCandidate: ResolverTypeWrapper<Omit<LateralCandidate, 'host'> & { host?: Maybe<ResolversTypes['Host']> }>;
  LateralContainment: LateralContainment;
  LateralEnd: LateralEnd;
  LateralEndUsed: ResolverTypeWrapper<LateralEndUsed>;
  LateralEvidence: LateralEvidence;
  LateralGraph: ResolverTypeWrapper<LateralGraphModel>;
  LateralGraphEdge: ResolverTypeWrapper<LateralGraphEdge>;
  LateralGraphNode: ResolverTypeWrapper<Omit<LateralGraphNode, 'host'> & { host?: Maybe<ResolversTypes['Host']> }>;
  LateralHop: ResolverTypeWrapper<ShownHop>;
  LateralPaths: ResolverTypeWrapper<import('../domain/hunts/registry.ts').MatchOf<'lateralPaths'>>;
  LateralPathsConnection: ResolverTypeWrapper<import('../domain/hunts/registry.ts').PageOf<'lateralPaths'>>;
  LateralPathsEdge: ResolverTypeWrapper<{ readonly page: import('../domain/hunts/registry.ts').PageOf<'lateralPaths'>; readonly item: import('../domain/hunts/registry.ts').MatchOf<'lateralPaths'> }>;
  LateralPathsParameters: ResolverTypeWrapper<LateralPathsParameters>;
  LocalAccountLogins: ResolverTypeWrapper<import('../domain/hunts/registry.ts').MatchOf<'localAccountLogins'>>;
  LocalAccountLoginsConnection: ResolverTypeWrapper<import('../domain/hunts/registry.ts').PageOf<'localAccountLogins'>>;
  LocalAccountLoginsEdge: ResolverTypeWrapper<{ readonly page: import('../domain/hunts/registry.ts').PageOf<'localAccountLogins'>; readonly item: import('../domain/hunts/registry.ts').MatchOf<'localAccountLogins'> }>;
  LocalAccountLoginsParameters: ResolverTypeWrapper<LocalAccountLoginsParameters>;
  LockEvent: ResolverTypeWrapper<LockEventModel>;
  LockEventInput: LockEventInput;
  LoggedOn: ResolverTypeWrapper<LoggedOnRequest>;
  LoggedOnAccount: ResolverTypeWrapper<LoggedOnAccountModel>;
  LoggedOnCertainty: LoggedOnCertainty;
  LoginActivity: ResolverTypeWrapper<import('../domain/hunts/registry.ts').MatchOf<'loginActivity'>>;
  LoginActivityConnection: ResolverTypeWrapper<import('../domain/hunts/registry.ts').PageOf<'loginActivity'>>;
  LoginActivityEdge: ResolverTypeWrapper<{ readonly page: import('../domain/hunts/registry.ts').PageOf<'loginActivity'>; readonly item: import('../domain/hunts/registry.ts').MatchOf<'loginActivity'> }>;
  LoginActivityParameters: ResolverTypeWrapper<LoginActivityParameters>;
  LoginEvent: ResolverTypeWrapper<LoginEventModel>;
  LoginEventInput: LoginEventInput;
  LoginId: ResolverTypeWrapper<Scalars['LoginId']['output']>;
  LoginIdFilter: LoginIdFilter;
  LoginIdMatch: ResolverTypeWrapper<import('../model/search/searchMatch.ts').MatchOf<'LOGIN_ID'>>;
  LoginOutcome: LoginOutcome;
  LoginType: LoginType;
  LoginTypeFilter: LoginTypeFilter;
  LoginsSince: ResolverTypeWrapper<import('../domain/hunts/registry.ts').MatchOf<'loginsSince'>>;
  LoginsSinceConnection: ResolverTypeWrapper<import('../domain/hunts/registry.ts').PageOf<'loginsSince'>>;
  LoginsSinceEdge: ResolverTypeWrapper<{ readonly page: import('../domain/hunts/registry.ts').PageOf<'loginsSince'>; readonly item: import('../domain/hunts/registry.ts').MatchOf<'loginsSince'> }>;
  LoginsSinceParameters: ResolverTypeWrapper<LoginsSinceParameters>;
  LogonGraph: ResolverTypeWrapper<LogonGraphModel>;
  LogonGraphEdge: ResolverTypeWrapper<LogonGraphEdgeModel>;
  LogonGraphNode: ResolverTypeWrapper<LogonNode>;
  LogonGraphOrder: LogonGraphOrder;
  LogonGraphOrderField: LogonGraphOrderField;
  LogonNodeKind: LogonNodeKind;
  LogoutEvent: ResolverTypeWrapper<LogoutEventModel>;
  LogoutEventInput: LogoutEventInput;
  LongSessions: ResolverTypeWrapper<import('../domain/hunts/registry.ts').MatchOf<'longSessions'>>;
  LongSessionsConnection: ResolverTypeWrapper<import('../domain/hunts/registry.ts').PageOf<'longSessions'>>;
  LongSessionsEdge: ResolverTypeWrapper<{ readonly page: import('../domain/hunts/registry.ts').PageOf<'longSessions'>; readonly item: import('../domain/hunts/registry.ts').MatchOf<'longSessions'> }>;
  LongSessionsParameters: ResolverTypeWrapper<LongSessionsParameters>;
  MatchType: MatchType;
  MultiHostLogins: ResolverTypeWrapper<import('../domain/hunts/registry.ts').MatchOf<'multiHostLogins'>>;
  MultiHostLoginsConnection: ResolverTypeWrapper<import('../domain/hunts/registry.ts').PageOf<'multiHostLogins'>>;
  MultiHostLoginsEdge: ResolverTypeWrapper<{ readonly page: import('../domain/hunts/registry.ts').PageOf<'multiHostLogins'>; readonly item: import('../domain/hunts/registry.ts').MatchOf<'multiHostLogins'> }>;
  MultiHostLoginsHost: ResolverTypeWrapper<Omit<MultiHostLoginsHost, 'host'> & { host: ResolversTypes['Host'] }>;
  MultiHostLoginsParameters: ResolverTypeWrapper<MultiHostLoginsParameters>;
  Mutation: ResolverTypeWrapper<Record<PropertyKey, never>>;
  NeverLocked: ResolverTypeWrapper<import('../domain/hunts/registry.ts').MatchOf<'neverLocked'>>;
  NeverLockedConnection: ResolverTypeWrapper<import('../domain/hunts/registry.ts').PageOf<'neverLocked'>>;
  NeverLockedEdge: ResolverTypeWrapper<{ readonly page: import('../domain/hunts/registry.ts').PageOf<'neverLocked'>; readonly item: import('../domain/hunts/registry.ts').MatchOf<'neverLocked'> }>;
  NeverLockedParameters: ResolverTypeWrapper<NeverLockedParameters>;
  Node: ResolverTypeWrapper<ResolversInterfaceTypes<ResolversTypes>['Node']>;
  OffHours: ResolverTypeWrapper<import('../domain/hunts/registry.ts').MatchOf<'offHours'>>;
  OffHoursConnection: ResolverTypeWrapper<import('../domain/hunts/registry.ts').PageOf<'offHours'>>;
  OffHoursEdge: ResolverTypeWrapper<{ readonly page: import('../domain/hunts/registry.ts').PageOf<'offHours'>; readonly item: import('../domain/hunts/registry.ts').MatchOf<'offHours'> }>;
  OffHoursParameters: ResolverTypeWrapper<OffHoursParameters>;
  OpenHours: ResolverTypeWrapper<OpenHours>;
  OpenHoursInput: OpenHoursInput;
  OrderDirection: OrderDirection;
  OrphanRate: ResolverTypeWrapper<Omit<OrphanRate, 'host'> & { host: ResolversTypes['Host'] }>;
  OrphanReason: OrphanReason;
  Orphans: ResolverTypeWrapper<import('../domain/hunts/registry.ts').MatchOf<'orphans'>>;
  OrphansConnection: ResolverTypeWrapper<import('../domain/hunts/registry.ts').PageOf<'orphans'>>;
  OrphansEdge: ResolverTypeWrapper<{ readonly page: import('../domain/hunts/registry.ts').PageOf<'orphans'>; readonly item: import('../domain/hunts/registry.ts').MatchOf<'orphans'> }>;
  OrphansParameters: ResolverTypeWrapper<OrphansParameters>;
  Overview: ResolverTypeWrapper<Record<never, never>>;
  PageInfo: ResolverTypeWrapper<PageEnds>;
  PasswordSpray: ResolverTypeWrapper<import('../domain/hunts/registry.ts').MatchOf<'passwordSpray'>>;
  PasswordSprayConnection: ResolverTypeWrapper<import('../domain/hunts/registry.ts').PageOf<'passwordSpray'>>;
  PasswordSprayEdge: ResolverTypeWrapper<{ readonly page: import('../domain/hunts/registry.ts').PageOf<'passwordSpray'>; readonly item: import('../domain/hunts/registry.ts').MatchOf<'passwordSpray'> }>;
  PasswordSprayParameters: ResolverTypeWrapper<PasswordSprayParameters>;
  Period: ResolverTypeWrapper<Period>;
  Port: ResolverTypeWrapper<Scalars['Port']['output']>;
  PortFilter: PortFilter;
  Query: ResolverTypeWrapper<Record<PropertyKey, never>>;
  ReconnectEvent: ResolverTypeWrapper<ReconnectEventModel>;
  ReconnectEventInput: ReconnectEventInput;
  ReconnectFromNewSource: ResolverTypeWrapper<import('../domain/hunts/registry.ts').MatchOf<'reconnectFromNewSource'>>;
  ReconnectFromNewSourceConnection: ResolverTypeWrapper<import('../domain/hunts/registry.ts').PageOf<'reconnectFromNewSource'>>;
  ReconnectFromNewSourceEdge: ResolverTypeWrapper<{ readonly page: import('../domain/hunts/registry.ts').PageOf<'reconnectFromNewSource'>; readonly item: import('../domain/hunts/registry.ts').MatchOf<'reconnectFromNewSource'> }>;
  ReconnectFromNewSourceParameters: ResolverTypeWrapper<ReconnectFromNewSourceParameters>;
  ReconnectWithoutLogin: ResolverTypeWrapper<import('../domain/hunts/registry.ts').MatchOf<'reconnectWithoutLogin'>>;
  ReconnectWithoutLoginConnection: ResolverTypeWrapper<import('../domain/hunts/registry.ts').PageOf<'reconnectWithoutLogin'>>;
  ReconnectWithoutLoginEdge: ResolverTypeWrapper<{ readonly page: import('../domain/hunts/registry.ts').PageOf<'reconnectWithoutLogin'>; readonly item: import('../domain/hunts/registry.ts').MatchOf<'reconnectWithoutLogin'> }>;
  ReconnectWithoutLoginParameters: ResolverTypeWrapper<ReconnectWithoutLoginParameters>;
  RemoteCapableEvent: ResolverTypeWrapper<ResolversInterfaceTypes<ResolversTypes>['RemoteCapableEvent']>;
  RemoteDesktopLogins: ResolverTypeWrapper<import('../domain/hunts/registry.ts').MatchOf<'remoteDesktopLogins'>>;
  RemoteDesktopLoginsConnection: ResolverTypeWrapper<import('../domain/hunts/registry.ts').PageOf<'remoteDesktopLogins'>>;
  RemoteDesktopLoginsEdge: ResolverTypeWrapper<{ readonly page: import('../domain/hunts/registry.ts').PageOf<'remoteDesktopLogins'>; readonly item: import('../domain/hunts/registry.ts').MatchOf<'remoteDesktopLogins'> }>;
  RemoteDesktopLoginsParameters: ResolverTypeWrapper<RemoteDesktopLoginsParameters>;
  Search: ResolverTypeWrapper<SearchAnswer>;
  SearchKind: SearchKind;
  SearchMatch: ResolverTypeWrapper<ResolversInterfaceTypes<ResolversTypes>['SearchMatch']>;
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
  SessionEventEdge: ResolverTypeWrapper<SessionEventEdgeModel>;
  SessionEventFilter: SessionEventFilter;
  SessionEventInput: SessionEventInput;
  SessionFilter: SessionFilter;
  SessionOrder: SessionOrder;
  SessionOrderField: SessionOrderField;
  SessionPeriod: ResolverTypeWrapper<SessionPeriod>;
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
  SharedSid: ResolverTypeWrapper<SharedSid>;
  SimultaneityMode: SimultaneityMode;
  SimultaneousLogins: ResolverTypeWrapper<import('../domain/hunts/registry.ts').MatchOf<'simultaneousLogins'>>;
  SimultaneousLoginsConnection: ResolverTypeWrapper<import('../domain/hunts/registry.ts').PageOf<'simultaneousLogins'>>;
  SimultaneousLoginsEdge: ResolverTypeWrapper<{ readonly page: import('../domain/hunts/registry.ts').PageOf<'simultaneousLogins'>; readonly item: import('../domain/hunts/registry.ts').MatchOf<'simultaneousLogins'> }>;
  SimultaneousLoginsParameters: ResolverTypeWrapper<SimultaneousLoginsParameters>;
  SprayKey: SprayKey;
  String: ResolverTypeWrapper<Scalars['String']['output']>;
  TextFilter: TextFilter;
  TimeBucketInput: TimeBucketInput;
  TimeFilter: TimeFilter;
  TimeOrder: TimeOrder;
  TimeRange: TimeRange;
  TotalCount: ResolverTypeWrapper<TotalCount>;
  UidMatch: ResolverTypeWrapper<import('../model/search/searchMatch.ts').MatchOf<'UID'>>;
  UnlockEvent: ResolverTypeWrapper<UnlockEventModel>;
  UnlockEventInput: UnlockEventInput;
  UnlockedAt: ResolverTypeWrapper<import('../domain/hunts/registry.ts').MatchOf<'unlockedAt'>>;
  UnlockedAtConnection: ResolverTypeWrapper<import('../domain/hunts/registry.ts').PageOf<'unlockedAt'>>;
  UnlockedAtEdge: ResolverTypeWrapper<{ readonly page: import('../domain/hunts/registry.ts').PageOf<'unlockedAt'>; readonly item: import('../domain/hunts/registry.ts').MatchOf<'unlockedAt'> }>;
  UnlockedAtParameters: ResolverTypeWrapper<UnlockedAtParameters>;
  UnusualRdpSource: ResolverTypeWrapper<import('../domain/hunts/registry.ts').MatchOf<'unusualRdpSource'>>;
  UnusualRdpSourceConnection: ResolverTypeWrapper<import('../domain/hunts/registry.ts').PageOf<'unusualRdpSource'>>;
  UnusualRdpSourceEdge: ResolverTypeWrapper<{ readonly page: import('../domain/hunts/registry.ts').PageOf<'unusualRdpSource'>; readonly item: import('../domain/hunts/registry.ts').MatchOf<'unusualRdpSource'> }>;
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
  AccountMatch: import('../model/search/searchMatch.ts').MatchOf<'ACCOUNT'>;
  AddressMatch: import('../model/search/searchMatch.ts').MatchOf<'ADDRESS'>;
  Analytic: Analytic;
  AttackTechnique: AttackTechnique;
  AuditEntry: AuditEntryModel;
  AuditEntryConnection: AuditPage;
  AuditEntryEdge: AuditEntryEdgeModel;
  AuditFilter: AuditFilter;
  Baseline: Baseline;
  Boolean: Scalars['Boolean']['output'];
  BooleanFilter: BooleanFilter;
  BruteForceThenSuccess: import('../domain/hunts/registry.ts').MatchOf<'bruteForceThenSuccess'>;
  BruteForceThenSuccessConnection: import('../domain/hunts/registry.ts').PageOf<'bruteForceThenSuccess'>;
  BruteForceThenSuccessEdge: { readonly page: import('../domain/hunts/registry.ts').PageOf<'bruteForceThenSuccess'>; readonly item: import('../domain/hunts/registry.ts').MatchOf<'bruteForceThenSuccess'> };
  BruteForceThenSuccessParameters: BruteForceThenSuccessParameters;
  CIDR: Scalars['CIDR']['output'];
  Car: Record<never, never>;
  ConcurrentSessions: import('../domain/hunts/registry.ts').MatchOf<'concurrentSessions'>;
  ConcurrentSessionsConnection: import('../domain/hunts/registry.ts').PageOf<'concurrentSessions'>;
  ConcurrentSessionsEdge: { readonly page: import('../domain/hunts/registry.ts').PageOf<'concurrentSessions'>; readonly item: import('../domain/hunts/registry.ts').MatchOf<'concurrentSessions'> };
  ConcurrentSessionsParameters: ConcurrentSessionsParameters;
  ContextEvent: ResolversInterfaceTypes<ResolversParentTypes>['ContextEvent'];
  ContextEventConnection: ContextEventPage;
  ContextEventEdge: ContextEventEdgeModel;
  ContextEventFilter: ContextEventFilter;
  ContextEventInput: ContextEventInput;
  ContextEventKindFilter: ContextEventKindFilter;
  CountFilter: CountFilter;
  DateTime: Scalars['DateTime']['output'];
  Disconnect: DisconnectModel;
  DisconnectInput: DisconnectInput;
  Duration: Scalars['Duration']['output'];
  DurationFilter: DurationFilter;
  DurationPercentiles: DurationPercentiles;
  EventStats: EventStatsModel;
  EventStatsBucket: EventStatsBucketModel;
  EventStatsGroup: EventStatsGroupModel;
  EventStatsHaving: EventStatsHaving;
  EventStatsKey: EventStatsKeyModel;
  EventStatsOrder: EventStatsOrder;
  ExcludedUser: Omit<ExcludedUser, 'account'> & { account: ResolversParentTypes['Account'] };
  FirstSeen: import('../domain/hunts/registry.ts').MatchOf<'firstSeen'>;
  FirstSeenConnection: import('../domain/hunts/registry.ts').PageOf<'firstSeen'>;
  FirstSeenEdge: { readonly page: import('../domain/hunts/registry.ts').PageOf<'firstSeen'>; readonly item: import('../domain/hunts/registry.ts').MatchOf<'firstSeen'> };
  FirstSeenParameters: FirstSeenParameters;
  Float: Scalars['Float']['output'];
  Host: HostKey;
  HostConnection: HostPage;
  HostCoverage: HostCoverageModel;
  HostEdge: HostEdgeModel;
  HostFilter: HostFilter;
  HostMatch: import('../model/search/searchMatch.ts').MatchOf<'HOST'>;
  HostSeen: HostSeenModel;
  HostSeenInput: HostSeenInput;
  HostStart: HostStartModel;
  HostStartInput: HostStartInput;
  HostStop: HostStopModel;
  HostStopInput: HostStopInput;
  HuntAnswer: ResolversInterfaceTypes<ResolversParentTypes>['HuntAnswer'];
  HuntMatch: ResolversInterfaceTypes<ResolversParentTypes>['HuntMatch'];
  Hunts: Record<never, never>;
  ID: Scalars['ID']['output'];
  IPAddress: Scalars['IPAddress']['output'];
  IPAddressFilter: IpAddressFilter;
  IngestContextEventsPayload: IngestContextEventsPayload;
  IngestNote: IngestNote;
  IngestResult: IngestResult;
  IngestSessionEventsPayload: IngestSessionEventsPayload;
  InputError: InputError;
  Int: Scalars['Int']['output'];
  LateralCandidate: Omit<LateralCandidate, 'host'> & { host?: Maybe<ResolversParentTypes['Host']> };
  LateralEnd: LateralEnd;
  LateralEndUsed: LateralEndUsed;
  LateralGraph: LateralGraphModel;
  LateralGraphEdge: LateralGraphEdge;
  LateralGraphNode: Omit<LateralGraphNode, 'host'> & { host?: Maybe<ResolversParentTypes['Host']> };
  LateralHop: ShownHop;
  LateralPaths: import('../domain/hunts/registry.ts').MatchOf<'lateralPaths'>;
  LateralPathsConnection: import('../domain/hunts/registry.ts').PageOf<'lateralPaths'>;
  LateralPathsEdge: { readonly page: import('../domain/hunts/registry.ts').PageOf<'lateralPaths'>; readonly item: import('../domain/hunts/registry.ts').MatchOf<'lateralPaths'> };
  LateralPathsParameters: LateralPathsParameters;
  LocalAccountLogins: import('../domain/hunts/registry.ts').MatchOf<'localAccountLogins'>;
  LocalAccountLoginsConnection: import('../domain/hunts/registry.ts').PageOf<'localAccountLogins'>;
  LocalAccountLoginsEdge: { readonly page: import('../domain/hunts/registry.ts').PageOf<'localAccountLogins'>; readonly item: import('../domain/hunts/registry.ts').MatchOf<'localAccountLogins'> };
  LocalAccountLoginsParameters: LocalAccountLoginsParameters;
  LockEvent: LockEventModel;
  LockEventInput: LockEventInput;
  LoggedOn: LoggedOnRequest;
  LoggedOnAccount: LoggedOnAccountModel;
  LoginActivity: import('../domain/hunts/registry.ts').MatchOf<'loginActivity'>;
  LoginActivityConnection: import('../domain/hunts/registry.ts').PageOf<'loginActivity'>;
  LoginActivityEdge: { readonly page: import('../domain/hunts/registry.ts').PageOf<'loginActivity'>; readonly item: import('../domain/hunts/registry.ts').MatchOf<'loginActivity'> };
  LoginActivityParameters: LoginActivityParameters;
  LoginEvent: LoginEventModel;
  LoginEventInput: LoginEventInput;
  LoginId: Scalars['LoginId']['output'];
  LoginIdFilter: LoginIdFilter;
  LoginIdMatch: import('../model/search/searchMatch.ts').MatchOf<'LOGIN_ID'>;
  LoginTypeFilter: LoginTypeFilter;
  LoginsSince: import('../domain/hunts/registry.ts').MatchOf<'loginsSince'>;
  LoginsSinceConnection: import('../domain/hunts/registry.ts').PageOf<'loginsSince'>;
  LoginsSinceEdge: { readonly page: import('../domain/hunts/registry.ts').PageOf<'loginsSince'>; readonly item: import('../domain/hunts/registry.ts').MatchOf<'loginsSince'> };
  LoginsSinceParameters: LoginsSinceParameters;
  LogonGraph: LogonGraphModel;
  LogonGraphEdge: LogonGraphEdgeModel;
  LogonGraphNode: LogonNode;
  LogonGraphOrder: LogonGraphOrder;
  LogoutEvent: LogoutEventModel;
  LogoutEventInput: LogoutEventInput;
  LongSessions: import('../domain/hunts/registry.ts').MatchOf<'longSessions'>;
  LongSessionsConnection: import('../domain/hunts/registry.ts').PageOf<'longSessions'>;
  LongSessionsEdge: { readonly page: import('../domain/hunts/registry.ts').PageOf<'longSessions'>; readonly item: import('../domain/hunts/registry.ts').MatchOf<'longSessions'> };
  LongSessionsParameters: LongSessionsParameters;
  MultiHostLogins: import('../domain/hunts/registry.ts').MatchOf<'multiHostLogins'>;
  MultiHostLoginsConnection: import('../domain/hunts/registry.ts').PageOf<'multiHostLogins'>;
  MultiHostLoginsEdge: { readonly page: import('../domain/hunts/registry.ts').PageOf<'multiHostLogins'>; readonly item: import('../domain/hunts/registry.ts').MatchOf<'multiHostLogins'> };
  MultiHostLoginsHost: Omit<MultiHostLoginsHost, 'host'> & { host: ResolversParentTypes['Host'] };
  MultiHostLoginsParameters: MultiHostLoginsParameters;
  Mutation: Record<PropertyKey, never>;
  NeverLocked: import('../domain/hunts/registry.ts').MatchOf<'neverLocked'>;
  NeverLockedConnection: import('../domain/hunts/registry.ts').PageOf<'neverLocked'>;
  NeverLockedEdge: { readonly page: import('../domain/hunts/registry.ts').PageOf<'neverLocked'>; readonly item: import('../domain/hunts/registry.ts').MatchOf<'neverLocked'> };
  NeverLockedParameters: NeverLockedParameters;
  Node: ResolversInterfaceTypes<ResolversParentTypes>['Node'];
  OffHours: import('../domain/hunts/registry.ts').MatchOf<'offHours'>;
  OffHoursConnection: import('../domain/hunts/registry.ts').PageOf<'offHours'>;
  OffHoursEdge: { readonly page: import('../domain/hunts/registry.ts').PageOf<'offHours'>; readonly item: import('../domain/hunts/registry.ts').MatchOf<'offHours'> };
  OffHoursParameters: OffHoursParameters;
  OpenHours: OpenHours;
  OpenHoursInput: OpenHoursInput;
  OrphanRate: Omit<OrphanRate, 'host'> & { host: ResolversParentTypes['Host'] };
  Orphans: import('../domain/hunts/registry.ts').MatchOf<'orphans'>;
  OrphansConnection: import('../domain/hunts/registry.ts').PageOf<'orphans'>;
  OrphansEdge: { readonly page: import('../domain/hunts/registry.ts').PageOf<'orphans'>; readonly item: import('../domain/hunts/registry.ts').MatchOf<'orphans'> };
  OrphansParameters: OrphansParameters;
  Overview: Record<never, never>;
  PageInfo: PageEnds;
  PasswordSpray: import('../domain/hunts/registry.ts').MatchOf<'passwordSpray'>;
  PasswordSprayConnection: import('../domain/hunts/registry.ts').PageOf<'passwordSpray'>;
  PasswordSprayEdge: { readonly page: import('../domain/hunts/registry.ts').PageOf<'passwordSpray'>; readonly item: import('../domain/hunts/registry.ts').MatchOf<'passwordSpray'> };
  PasswordSprayParameters: PasswordSprayParameters;
  Period: Period;
  Port: Scalars['Port']['output'];
  PortFilter: PortFilter;
  Query: Record<PropertyKey, never>;
  ReconnectEvent: ReconnectEventModel;
  ReconnectEventInput: ReconnectEventInput;
  ReconnectFromNewSource: import('../domain/hunts/registry.ts').MatchOf<'reconnectFromNewSource'>;
  ReconnectFromNewSourceConnection: import('../domain/hunts/registry.ts').PageOf<'reconnectFromNewSource'>;
  ReconnectFromNewSourceEdge: { readonly page: import('../domain/hunts/registry.ts').PageOf<'reconnectFromNewSource'>; readonly item: import('../domain/hunts/registry.ts').MatchOf<'reconnectFromNewSource'> };
  ReconnectFromNewSourceParameters: ReconnectFromNewSourceParameters;
  ReconnectWithoutLogin: import('../domain/hunts/registry.ts').MatchOf<'reconnectWithoutLogin'>;
  ReconnectWithoutLoginConnection: import('../domain/hunts/registry.ts').PageOf<'reconnectWithoutLogin'>;
  ReconnectWithoutLoginEdge: { readonly page: import('../domain/hunts/registry.ts').PageOf<'reconnectWithoutLogin'>; readonly item: import('../domain/hunts/registry.ts').MatchOf<'reconnectWithoutLogin'> };
  ReconnectWithoutLoginParameters: ReconnectWithoutLoginParameters;
  RemoteCapableEvent: ResolversInterfaceTypes<ResolversParentTypes>['RemoteCapableEvent'];
  RemoteDesktopLogins: import('../domain/hunts/registry.ts').MatchOf<'remoteDesktopLogins'>;
  RemoteDesktopLoginsConnection: import('../domain/hunts/registry.ts').PageOf<'remoteDesktopLogins'>;
  RemoteDesktopLoginsEdge: { readonly page: import('../domain/hunts/registry.ts').PageOf<'remoteDesktopLogins'>; readonly item: import('../domain/hunts/registry.ts').MatchOf<'remoteDesktopLogins'> };
  RemoteDesktopLoginsParameters: RemoteDesktopLoginsParameters;
  Search: SearchAnswer;
  SearchMatch: ResolversInterfaceTypes<ResolversParentTypes>['SearchMatch'];
  Session: StoredSession;
  SessionActionFilter: SessionActionFilter;
  SessionConnection: SessionPage;
  SessionEdge: SessionEdgeModel;
  SessionEndReasonFilter: SessionEndReasonFilter;
  SessionEvent: ResolversInterfaceTypes<ResolversParentTypes>['SessionEvent'];
  SessionEventConnection: EventPage;
  SessionEventEdge: SessionEventEdgeModel;
  SessionEventFilter: SessionEventFilter;
  SessionEventInput: SessionEventInput;
  SessionFilter: SessionFilter;
  SessionOrder: SessionOrder;
  SessionPeriod: SessionPeriod;
  SessionStartReasonFilter: SessionStartReasonFilter;
  SessionStats: SessionStatsModel;
  SessionStatsBucket: SessionStatsBucketModel;
  SessionStatsGroup: SessionStatsGroupModel;
  SessionStatsHaving: SessionStatsHaving;
  SessionStatsKey: SessionStatsKeyModel;
  SessionStatsOrder: SessionStatsOrder;
  SharedSid: SharedSid;
  SimultaneousLogins: import('../domain/hunts/registry.ts').MatchOf<'simultaneousLogins'>;
  SimultaneousLoginsConnection: import('../domain/hunts/registry.ts').PageOf<'simultaneousLogins'>;
  SimultaneousLoginsEdge: { readonly page: import('../domain/hunts/registry.ts').PageOf<'simultaneousLogins'>; readonly item: import('../domain/hunts/registry.ts').MatchOf<'simultaneousLogins'> };
  SimultaneousLoginsParameters: SimultaneousLoginsParameters;
  String: Scalars['String']['output'];
  TextFilter: TextFilter;
  TimeBucketInput: TimeBucketInput;
  TimeFilter: TimeFilter;
  TimeRange: TimeRange;
  TotalCount: TotalCount;
  UidMatch: import('../model/search/searchMatch.ts').MatchOf<'UID'>;
  UnlockEvent: UnlockEventModel;
  UnlockEventInput: UnlockEventInput;
  UnlockedAt: import('../domain/hunts/registry.ts').MatchOf<'unlockedAt'>;
  UnlockedAtConnection: import('../domain/hunts/registry.ts').PageOf<'unlockedAt'>;
  UnlockedAtEdge: { readonly page: import('../domain/hunts/registry.ts').PageOf<'unlockedAt'>; readonly item: import('../domain/hunts/registry.ts').MatchOf<'unlockedAt'> };
  UnlockedAtParameters: UnlockedAtParameters;
  UnusualRdpSource: import('../domain/hunts/registry.ts').MatchOf<'unusualRdpSource'>;
  UnusualRdpSourceConnection: import('../domain/hunts/registry.ts').PageOf<'unusualRdpSource'>;
  UnusualRdpSourceEdge: { readonly page: import('../domain/hunts/registry.ts').PageOf<'unusualRdpSource'>; readonly item: import('../domain/hunts/registry.ts').MatchOf<'unusualRdpSource'> };
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

export type AccountMatchResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['AccountMatch'] = ResolversParentTypes['AccountMatch']> = {
  account?: Resolver<ResolversTypes['Account'], ParentType, ContextType>;
  firstSeenAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['SearchKind'], ParentType, ContextType>;
  lastSeenAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  match?: Resolver<ResolversTypes['MatchType'], ParentType, ContextType>;
  value?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type AddressMatchResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['AddressMatch'] = ResolversParentTypes['AddressMatch']> = {
  address?: Resolver<ResolversTypes['IPAddress'], ParentType, ContextType>;
  events?: Resolver<ResolversTypes['SessionEventConnection'], ParentType, ContextType, RequireFields<AddressMatchEventsArgs, 'order'>>;
  firstSeenAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['SearchKind'], ParentType, ContextType>;
  lastSeenAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  match?: Resolver<ResolversTypes['MatchType'], ParentType, ContextType>;
  value?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
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

export type BaselineResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['Baseline'] = ResolversParentTypes['Baseline']> = {
  coverage?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  status?: Resolver<ResolversTypes['BaselineStatus'], ParentType, ContextType>;
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
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  localAccountLogins?: Resolver<Maybe<ResolversTypes['LocalAccountLoginsConnection']>, ParentType, ContextType, RequireFields<CarLocalAccountLoginsArgs, 'excludeNoise' | 'range'>>;
  loginActivity?: Resolver<Maybe<ResolversTypes['LoginActivityConnection']>, ParentType, ContextType, RequireFields<CarLoginActivityArgs, 'excludeNoise' | 'excludeTopUsers' | 'range'>>;
  loginsSince?: Resolver<Maybe<ResolversTypes['LoginsSinceConnection']>, ParentType, ContextType, RequireFields<CarLoginsSinceArgs, 'at' | 'excludeNoise' | 'hostname' | 'includeUnknown'>>;
  multiHostLogins?: Resolver<Maybe<ResolversTypes['MultiHostLoginsConnection']>, ParentType, ContextType, RequireFields<CarMultiHostLoginsArgs, 'excludeNoise' | 'minHosts' | 'range' | 'remoteOnly' | 'window'>>;
  remoteDesktopLogins?: Resolver<Maybe<ResolversTypes['RemoteDesktopLoginsConnection']>, ParentType, ContextType, RequireFields<CarRemoteDesktopLoginsArgs, 'excludeNoise' | 'range'>>;
  simultaneousLogins?: Resolver<Maybe<ResolversTypes['SimultaneousLoginsConnection']>, ParentType, ContextType, RequireFields<CarSimultaneousLoginsArgs, 'excludeNoise' | 'includeUnknown' | 'minUsers' | 'mode' | 'range' | 'window'>>;
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
  since?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
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
  includeUnknown?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  key?: Resolver<ResolversTypes['ConcurrencyKey'], ParentType, ContextType>;
  loginTypes?: Resolver<Maybe<ReadonlyArray<ResolversTypes['LoginType']>>, ParentType, ContextType>;
  minPeak?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  range?: Resolver<ResolversTypes['Period'], ParentType, ContextType>;
};

export type ContextEventResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['ContextEvent'] = ResolversParentTypes['ContextEvent']> = {
  __resolveType: TypeResolveFn<'Disconnect' | 'HostSeen' | 'HostStart' | 'HostStop', ParentType, ContextType>;
  host?: Resolver<ResolversTypes['Host'], ParentType, ContextType>;
  hostname?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  ingestedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  sourceId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  time?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
};

export type ContextEventConnectionResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['ContextEventConnection'] = ResolversParentTypes['ContextEventConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['ContextEventEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['ContextEvent']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['TotalCount'], ParentType, ContextType, RequireFields<ContextEventConnectionTotalCountArgs, 'mode'>>;
};

export type ContextEventEdgeResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['ContextEventEdge'] = ResolversParentTypes['ContextEventEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['ContextEvent'], ParentType, ContextType>;
};

export interface DateTimeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['DateTime'], any> {
  name: 'DateTime';
}

export type DisconnectResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['Disconnect'] = ResolversParentTypes['Disconnect']> = {
  host?: Resolver<ResolversTypes['Host'], ParentType, ContextType>;
  hostname?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  ingestedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  loginId?: Resolver<Maybe<ResolversTypes['LoginId']>, ParentType, ContextType>;
  sourceId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  srcIp?: Resolver<Maybe<ResolversTypes['IPAddress']>, ParentType, ContextType>;
  time?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  user?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  userDomain?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  userName?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

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
  baseline?: Resolver<ResolversTypes['Baseline'], ParentType, ContextType>;
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
  minCoverage?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  range?: Resolver<ResolversTypes['Period'], ParentType, ContextType>;
  tuple?: Resolver<ReadonlyArray<ResolversTypes['SeenTrait']>, ParentType, ContextType>;
};

export type HostResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['Host'] = ResolversParentTypes['Host']> = {
  contextEvents?: Resolver<ResolversTypes['ContextEventConnection'], ParentType, ContextType, RequireFields<HostContextEventsArgs, 'order'>>;
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

export type HostCoverageResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['HostCoverage'] = ResolversParentTypes['HostCoverage']> = {
  eventAfter?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  eventBefore?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  status?: Resolver<ResolversTypes['HostCoverageStatus'], ParentType, ContextType>;
};

export type HostEdgeResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['HostEdge'] = ResolversParentTypes['HostEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Host'], ParentType, ContextType>;
};

export type HostMatchResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['HostMatch'] = ResolversParentTypes['HostMatch']> = {
  firstSeenAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  host?: Resolver<ResolversTypes['Host'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['SearchKind'], ParentType, ContextType>;
  lastSeenAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  match?: Resolver<ResolversTypes['MatchType'], ParentType, ContextType>;
  value?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type HostSeenResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['HostSeen'] = ResolversParentTypes['HostSeen']> = {
  host?: Resolver<ResolversTypes['Host'], ParentType, ContextType>;
  hostname?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  ingestedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  sourceId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  time?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type HostStartResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['HostStart'] = ResolversParentTypes['HostStart']> = {
  host?: Resolver<ResolversTypes['Host'], ParentType, ContextType>;
  hostname?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  ingestedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  sourceId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  time?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type HostStopResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['HostStop'] = ResolversParentTypes['HostStop']> = {
  host?: Resolver<ResolversTypes['Host'], ParentType, ContextType>;
  hostname?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  ingestedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  sourceId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  time?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
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
  concurrentSessions?: Resolver<Maybe<ResolversTypes['ConcurrentSessionsConnection']>, ParentType, ContextType, RequireFields<HuntsConcurrentSessionsArgs, 'excludeNoise' | 'includeUnknown' | 'key' | 'loginTypes' | 'minPeak' | 'range'>>;
  firstSeen?: Resolver<Maybe<ResolversTypes['FirstSeenConnection']>, ParentType, ContextType, RequireFields<HuntsFirstSeenArgs, 'excludeNoise' | 'lookback' | 'minCoverage' | 'range' | 'tuple'>>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  lateralPaths?: Resolver<Maybe<ResolversTypes['LateralPathsConnection']>, ParentType, ContextType, RequireFields<HuntsLateralPathsArgs, 'addressLookback' | 'addressOverlap' | 'containment' | 'excludeNoise' | 'includeUnknown' | 'maxDepth' | 'maxGap' | 'maxPaths' | 'range' | 'sameUser'>>;
  longSessions?: Resolver<Maybe<ResolversTypes['LongSessionsConnection']>, ParentType, ContextType, RequireFields<HuntsLongSessionsArgs, 'excludeNoise' | 'includeUnknown' | 'loginTypes' | 'minDuration' | 'range'>>;
  neverLocked?: Resolver<Maybe<ResolversTypes['NeverLockedConnection']>, ParentType, ContextType, RequireFields<HuntsNeverLockedArgs, 'excludeNoise' | 'includeUnknown' | 'loginTypes' | 'minDuration' | 'range'>>;
  offHours?: Resolver<Maybe<ResolversTypes['OffHoursConnection']>, ParentType, ContextType, RequireFields<HuntsOffHoursArgs, 'actions' | 'excludeNoise' | 'openHours' | 'range' | 'timeZone'>>;
  orphans?: Resolver<Maybe<ResolversTypes['OrphansConnection']>, ParentType, ContextType, RequireFields<HuntsOrphansArgs, 'actions' | 'range'>>;
  passwordSpray?: Resolver<Maybe<ResolversTypes['PasswordSprayConnection']>, ParentType, ContextType, RequireFields<HuntsPasswordSprayArgs, 'excludeNoise' | 'key' | 'maxFailuresPerUser' | 'minUsers' | 'range' | 'window'>>;
  reconnectFromNewSource?: Resolver<Maybe<ResolversTypes['ReconnectFromNewSourceConnection']>, ParentType, ContextType, RequireFields<HuntsReconnectFromNewSourceArgs, 'excludeNoise' | 'range'>>;
  reconnectWithoutLogin?: Resolver<Maybe<ResolversTypes['ReconnectWithoutLoginConnection']>, ParentType, ContextType, RequireFields<HuntsReconnectWithoutLoginArgs, 'excludeNoise' | 'range' | 'window'>>;
  unlockedAt?: Resolver<Maybe<ResolversTypes['UnlockedAtConnection']>, ParentType, ContextType, RequireFields<HuntsUnlockedAtArgs, 'at' | 'excludeNoise' | 'loginTypes' | 'minUnlocked'>>;
  unusualRdpSource?: Resolver<Maybe<ResolversTypes['UnusualRdpSourceConnection']>, ParentType, ContextType, RequireFields<HuntsUnusualRdpSourceArgs, 'excludeNoise' | 'lookback' | 'minCoverage' | 'range'>>;
};

export interface IpAddressScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['IPAddress'], any> {
  name: 'IPAddress';
}

export type IngestContextEventsPayloadResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['IngestContextEventsPayload'] = ResolversParentTypes['IngestContextEventsPayload']> = {
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

export type LateralCandidateResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['LateralCandidate'] = ResolversParentTypes['LateralCandidate']> = {
  evidence?: Resolver<ReadonlyArray<ResolversTypes['LateralEvidence']>, ParentType, ContextType>;
  host?: Resolver<Maybe<ResolversTypes['Host']>, ParentType, ContextType>;
  hostname?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
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
  ambiguousCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
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
  candidates?: Resolver<ReadonlyArray<ResolversTypes['LateralCandidate']>, ParentType, ContextType>;
  event?: Resolver<Maybe<ResolversTypes['SessionEvent']>, ParentType, ContextType>;
  evidence?: Resolver<ReadonlyArray<ResolversTypes['LateralEvidence']>, ParentType, ContextType>;
  host?: Resolver<ResolversTypes['Host'], ParentType, ContextType>;
  isAmbiguous?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  sourceHost?: Resolver<Maybe<ResolversTypes['Host']>, ParentType, ContextType>;
  srcHostname?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  srcIp?: Resolver<Maybe<ResolversTypes['IPAddress']>, ParentType, ContextType>;
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
  addressOverlap?: Resolver<ResolversTypes['Duration'], ParentType, ContextType>;
  containment?: Resolver<ResolversTypes['LateralContainment'], ParentType, ContextType>;
  excludeNoise?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  from?: Resolver<Maybe<ResolversTypes['LateralEndUsed']>, ParentType, ContextType>;
  includeUnknown?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
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
  coverage?: Resolver<ResolversTypes['HostCoverage'], ParentType, ContextType>;
  excludeNoise?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  loginTypes?: Resolver<Maybe<ReadonlyArray<ResolversTypes['LoginType']>>, ParentType, ContextType>;
  truncated?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type LoggedOnAccountResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['LoggedOnAccount'] = ResolversParentTypes['LoggedOnAccount']> = {
  account?: Resolver<Maybe<ResolversTypes['Account']>, ParentType, ContextType>;
  certainty?: Resolver<ResolversTypes['LoggedOnCertainty'], ParentType, ContextType>;
  loginTypes?: Resolver<ReadonlyArray<ResolversTypes['LoginType']>, ParentType, ContextType>;
  provenUntil?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
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
  srcHostname?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
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

export type LoginIdMatchResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['LoginIdMatch'] = ResolversParentTypes['LoginIdMatch']> = {
  events?: Resolver<ResolversTypes['SessionEventConnection'], ParentType, ContextType, RequireFields<LoginIdMatchEventsArgs, 'order'>>;
  firstSeenAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['SearchKind'], ParentType, ContextType>;
  lastSeenAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  loginId?: Resolver<ResolversTypes['LoginId'], ParentType, ContextType>;
  match?: Resolver<ResolversTypes['MatchType'], ParentType, ContextType>;
  sessions?: Resolver<ResolversTypes['SessionConnection'], ParentType, ContextType, RequireFields<LoginIdMatchSessionsArgs, 'order'>>;
  value?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

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
  includeUnknown?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type LogonGraphResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['LogonGraph'] = ResolversParentTypes['LogonGraph']> = {
  count?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  edgeTotalCount?: Resolver<ResolversTypes['TotalCount'], ParentType, ContextType, RequireFields<LogonGraphEdgeTotalCountArgs, 'mode'>>;
  edgelessCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  edges?: Resolver<ReadonlyArray<ResolversTypes['LogonGraphEdge']>, ParentType, ContextType>;
  excludeNoise?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  kinds?: Resolver<ReadonlyArray<ResolversTypes['LogonNodeKind']>, ParentType, ContextType>;
  nodeTotalCount?: Resolver<ResolversTypes['TotalCount'], ParentType, ContextType, RequireFields<LogonGraphNodeTotalCountArgs, 'mode'>>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['LogonGraphNode']>, ParentType, ContextType>;
  range?: Resolver<ResolversTypes['Period'], ParentType, ContextType>;
};

export type LogonGraphEdgeResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['LogonGraphEdge'] = ResolversParentTypes['LogonGraphEdge']> = {
  count?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  events?: Resolver<ResolversTypes['SessionEventConnection'], ParentType, ContextType, RequireFields<LogonGraphEdgeEventsArgs, 'order'>>;
  failures?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  firstAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  from?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  lastAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  reconnects?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  successes?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  to?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type LogonGraphNodeResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['LogonGraphNode'] = ResolversParentTypes['LogonGraphNode']> = {
  account?: Resolver<Maybe<ResolversTypes['Account']>, ParentType, ContextType>;
  count?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  edgeCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  failures?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  firstAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  host?: Resolver<Maybe<ResolversTypes['Host']>, ParentType, ContextType>;
  key?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['LogonNodeKind'], ParentType, ContextType>;
  lastAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  reconnects?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  srcHostname?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  srcIp?: Resolver<Maybe<ResolversTypes['IPAddress']>, ParentType, ContextType>;
  successes?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
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
  includeUnknown?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
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
  ingestContextEvents?: Resolver<Maybe<ResolversTypes['IngestContextEventsPayload']>, ParentType, ContextType, RequireFields<MutationIngestContextEventsArgs, 'events'>>;
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
  includeUnknown?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  loginTypes?: Resolver<Maybe<ReadonlyArray<ResolversTypes['LoginType']>>, ParentType, ContextType>;
  minDuration?: Resolver<ResolversTypes['Duration'], ParentType, ContextType>;
  range?: Resolver<ResolversTypes['Period'], ParentType, ContextType>;
};

export type NodeResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['Node'] = ResolversParentTypes['Node']> = {
  __resolveType: TypeResolveFn<'Account' | 'Disconnect' | 'Host' | 'HostSeen' | 'HostStart' | 'HostStop' | 'LockEvent' | 'LoginEvent' | 'LogoutEvent' | 'ReconnectEvent' | 'Session' | 'UnlockEvent', ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type OffHoursResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['OffHours'] = ResolversParentTypes['OffHours']> = {
  event?: Resolver<ResolversTypes['SessionEvent'], ParentType, ContextType>;
  evidence?: Resolver<ResolversTypes['SessionEventConnection'], ParentType, ContextType, Partial<OffHoursEvidenceArgs>>;
  localTime?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
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
  actions?: Resolver<ReadonlyArray<ResolversTypes['SessionAction']>, ParentType, ContextType>;
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
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  lastAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  sessions?: Resolver<ResolversTypes['TotalCount'], ParentType, ContextType, RequireFields<OverviewSessionsArgs, 'mode'>>;
  sharedSids?: Resolver<ReadonlyArray<ResolversTypes['SharedSid']>, ParentType, ContextType>;
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
  contextEvents?: Resolver<Maybe<ResolversTypes['ContextEventConnection']>, ParentType, ContextType, RequireFields<QueryContextEventsArgs, 'order'>>;
  eventStats?: Resolver<Maybe<ResolversTypes['EventStats']>, ParentType, ContextType, RequireFields<QueryEventStatsArgs, 'first' | 'groupBy' | 'order'>>;
  host?: Resolver<Maybe<ResolversTypes['Host']>, ParentType, ContextType, RequireFields<QueryHostArgs, 'hostname'>>;
  hosts?: Resolver<Maybe<ResolversTypes['HostConnection']>, ParentType, ContextType, Partial<QueryHostsArgs>>;
  hunts?: Resolver<Maybe<ResolversTypes['Hunts']>, ParentType, ContextType>;
  logonGraph?: Resolver<Maybe<ResolversTypes['LogonGraph']>, ParentType, ContextType, RequireFields<QueryLogonGraphArgs, 'excludeNoise' | 'first' | 'kinds' | 'order' | 'range'>>;
  node?: Resolver<Maybe<ResolversTypes['Node']>, ParentType, ContextType, RequireFields<QueryNodeArgs, 'id'>>;
  nodes?: Resolver<Maybe<ReadonlyArray<Maybe<ResolversTypes['Node']>>>, ParentType, ContextType, RequireFields<QueryNodesArgs, 'ids'>>;
  overview?: Resolver<Maybe<ResolversTypes['Overview']>, ParentType, ContextType>;
  search?: Resolver<Maybe<ResolversTypes['Search']>, ParentType, ContextType, RequireFields<QuerySearchArgs, 'first' | 'kinds' | 'text'>>;
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
  srcHostname?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
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

export type SearchResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['Search'] = ResolversParentTypes['Search']> = {
  nodes?: Resolver<ReadonlyArray<ResolversTypes['SearchMatch']>, ParentType, ContextType>;
  truncatedKinds?: Resolver<ReadonlyArray<ResolversTypes['SearchKind']>, ParentType, ContextType>;
};

export type SearchMatchResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['SearchMatch'] = ResolversParentTypes['SearchMatch']> = {
  __resolveType: TypeResolveFn<'AccountMatch' | 'AddressMatch' | 'HostMatch' | 'LoginIdMatch' | 'UidMatch', ParentType, ContextType>;
  firstSeenAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['SearchKind'], ParentType, ContextType>;
  lastSeenAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  match?: Resolver<ResolversTypes['MatchType'], ParentType, ContextType>;
  value?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type SessionResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['Session'] = ResolversParentTypes['Session']> = {
  account?: Resolver<Maybe<ResolversTypes['Account']>, ParentType, ContextType>;
  concurrentSessions?: Resolver<ResolversTypes['SessionConnection'], ParentType, ContextType, RequireFields<SessionConcurrentSessionsArgs, 'excludeNoise' | 'includeUnknown' | 'order' | 'sharing'>>;
  contextEvents?: Resolver<ResolversTypes['ContextEventConnection'], ParentType, ContextType, RequireFields<SessionContextEventsArgs, 'order'>>;
  disconnectedSeconds?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType, Partial<SessionDisconnectedSecondsArgs>>;
  duration?: Resolver<Maybe<ResolversTypes['Duration']>, ParentType, ContextType, Partial<SessionDurationArgs>>;
  durationSeconds?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType, Partial<SessionDurationSecondsArgs>>;
  endEvent?: Resolver<Maybe<ResolversTypes['SessionEvent']>, ParentType, ContextType>;
  endReason?: Resolver<Maybe<ResolversTypes['SessionEndReason']>, ParentType, ContextType>;
  endedAfter?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType, Partial<SessionEndedAfterArgs>>;
  endedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  events?: Resolver<ResolversTypes['SessionEventConnection'], ParentType, ContextType, RequireFields<SessionEventsArgs, 'order'>>;
  host?: Resolver<ResolversTypes['Host'], ParentType, ContextType>;
  hostname?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  lockCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  lockedSeconds?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType, Partial<SessionLockedSecondsArgs>>;
  loginId?: Resolver<ResolversTypes['LoginId'], ParentType, ContextType>;
  loginType?: Resolver<Maybe<ResolversTypes['LoginType']>, ParentType, ContextType>;
  periods?: Resolver<ReadonlyArray<ResolversTypes['SessionPeriod']>, ParentType, ContextType, RequireFields<SessionPeriodsArgs, 'first'>>;
  reconnectCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  srcIp?: Resolver<Maybe<ResolversTypes['IPAddress']>, ParentType, ContextType>;
  srcIps?: Resolver<ReadonlyArray<ResolversTypes['IPAddress']>, ParentType, ContextType>;
  startEvent?: Resolver<Maybe<ResolversTypes['SessionEvent']>, ParentType, ContextType>;
  startReason?: Resolver<ResolversTypes['SessionStartReason'], ParentType, ContextType>;
  startedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  state?: Resolver<Maybe<ResolversTypes['SessionState']>, ParentType, ContextType, Partial<SessionStateArgs>>;
  uid?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  unknownSeconds?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType, Partial<SessionUnknownSecondsArgs>>;
  unlockCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  unlockedSeconds?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType, Partial<SessionUnlockedSecondsArgs>>;
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

export type SessionPeriodResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['SessionPeriod'] = ResolversParentTypes['SessionPeriod']> = {
  from?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  state?: Resolver<ResolversTypes['SessionState'], ParentType, ContextType>;
  truncated?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  until?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
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
  boundedCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
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
  boundedCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
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

export type SharedSidResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['SharedSid'] = ResolversParentTypes['SharedSid']> = {
  aliases?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  domains?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  sid?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
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
  includeUnknown?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
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

export type UidMatchResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['UidMatch'] = ResolversParentTypes['UidMatch']> = {
  events?: Resolver<ResolversTypes['SessionEventConnection'], ParentType, ContextType, RequireFields<UidMatchEventsArgs, 'order'>>;
  firstSeenAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['SearchKind'], ParentType, ContextType>;
  lastAccount?: Resolver<Maybe<ResolversTypes['Account']>, ParentType, ContextType>;
  lastSeenAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  match?: Resolver<ResolversTypes['MatchType'], ParentType, ContextType>;
  uid?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  value?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
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
  baseline?: Resolver<ResolversTypes['Baseline'], ParentType, ContextType>;
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
  minCoverage?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  range?: Resolver<ResolversTypes['Period'], ParentType, ContextType>;
};

export type Resolvers<ContextType = GraphqlContext> = {
  Account?: AccountResolvers<ContextType>;
  AccountConnection?: AccountConnectionResolvers<ContextType>;
  AccountEdge?: AccountEdgeResolvers<ContextType>;
  AccountMatch?: AccountMatchResolvers<ContextType>;
  AddressMatch?: AddressMatchResolvers<ContextType>;
  Analytic?: AnalyticResolvers<ContextType>;
  AttackTechnique?: AttackTechniqueResolvers<ContextType>;
  AuditEntry?: AuditEntryResolvers<ContextType>;
  AuditEntryConnection?: AuditEntryConnectionResolvers<ContextType>;
  AuditEntryEdge?: AuditEntryEdgeResolvers<ContextType>;
  Baseline?: BaselineResolvers<ContextType>;
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
  ContextEvent?: ContextEventResolvers<ContextType>;
  ContextEventConnection?: ContextEventConnectionResolvers<ContextType>;
  ContextEventEdge?: ContextEventEdgeResolvers<ContextType>;
  DateTime?: GraphQLScalarType;
  Disconnect?: DisconnectResolvers<ContextType>;
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
  HostCoverage?: HostCoverageResolvers<ContextType>;
  HostEdge?: HostEdgeResolvers<ContextType>;
  HostMatch?: HostMatchResolvers<ContextType>;
  HostSeen?: HostSeenResolvers<ContextType>;
  HostStart?: HostStartResolvers<ContextType>;
  HostStop?: HostStopResolvers<ContextType>;
  HuntAnswer?: HuntAnswerResolvers<ContextType>;
  HuntMatch?: HuntMatchResolvers<ContextType>;
  Hunts?: HuntsResolvers<ContextType>;
  IPAddress?: GraphQLScalarType;
  IngestContextEventsPayload?: IngestContextEventsPayloadResolvers<ContextType>;
  IngestNote?: IngestNoteResolvers<ContextType>;
  IngestResult?: IngestResultResolvers<ContextType>;
  IngestSessionEventsPayload?: IngestSessionEventsPayloadResolvers<ContextType>;
  InputError?: InputErrorResolvers<ContextType>;
  LateralCandidate?: LateralCandidateResolvers<ContextType>;
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
  LoginIdMatch?: LoginIdMatchResolvers<ContextType>;
  LoginsSince?: LoginsSinceResolvers<ContextType>;
  LoginsSinceConnection?: LoginsSinceConnectionResolvers<ContextType>;
  LoginsSinceEdge?: LoginsSinceEdgeResolvers<ContextType>;
  LoginsSinceParameters?: LoginsSinceParametersResolvers<ContextType>;
  LogonGraph?: LogonGraphResolvers<ContextType>;
  LogonGraphEdge?: LogonGraphEdgeResolvers<ContextType>;
  LogonGraphNode?: LogonGraphNodeResolvers<ContextType>;
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
  Search?: SearchResolvers<ContextType>;
  SearchMatch?: SearchMatchResolvers<ContextType>;
  Session?: SessionResolvers<ContextType>;
  SessionConnection?: SessionConnectionResolvers<ContextType>;
  SessionEdge?: SessionEdgeResolvers<ContextType>;
  SessionEvent?: SessionEventResolvers<ContextType>;
  SessionEventConnection?: SessionEventConnectionResolvers<ContextType>;
  SessionEventEdge?: SessionEventEdgeResolvers<ContextType>;
  SessionPeriod?: SessionPeriodResolvers<ContextType>;
  SessionStats?: SessionStatsResolvers<ContextType>;
  SessionStatsBucket?: SessionStatsBucketResolvers<ContextType>;
  SessionStatsGroup?: SessionStatsGroupResolvers<ContextType>;
  SessionStatsKey?: SessionStatsKeyResolvers<ContextType>;
  SharedSid?: SharedSidResolvers<ContextType>;
  SimultaneousLogins?: SimultaneousLoginsResolvers<ContextType>;
  SimultaneousLoginsConnection?: SimultaneousLoginsConnectionResolvers<ContextType>;
  SimultaneousLoginsEdge?: SimultaneousLoginsEdgeResolvers<ContextType>;
  SimultaneousLoginsParameters?: SimultaneousLoginsParametersResolvers<ContextType>;
  TotalCount?: TotalCountResolvers<ContextType>;
  UidMatch?: UidMatchResolvers<ContextType>;
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

