/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core';
/** Condition on a value that is true, false or missing. All given members must match. */
export type BooleanFilter = {
  /** Equals this value. */
  readonly eq?: boolean | null | undefined;
  /** True: the value is missing, as on every event but logins. False: it is present. */
  readonly isNull?: boolean | null | undefined;
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

/** Condition on a session's duration. An open session has none. All given members must match. */
export type DurationFilter = {
  /** At least this long. */
  readonly gte?: string | null | undefined;
  /** Shorter than this. */
  readonly lt?: string | null | undefined;
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

/** Condition on an IP address. All given members must match. */
export type IpAddressFilter = {
  /** Equals this value. */
  readonly eq?: string | null | undefined;
  /** Equals one of these values, 1 to 1,000. */
  readonly in?: ReadonlyArray<string> | null | undefined;
  /** Lies in one of these networks, 1 to 1,000. */
  readonly inCidr?: ReadonlyArray<string> | null | undefined;
  /** True: a loopback address (127/8, ::1). False: another address, or none. */
  readonly isLoopback?: boolean | null | undefined;
  /** True: there is no address. False: there is one. */
  readonly isNull?: boolean | null | undefined;
  /** True: a private or link-local address (10/8, 172.16/12, 192.168/16, 169.254/16, fc00::/7, fe80::/10). False: another address, or none. */
  readonly isPrivate?: boolean | null | undefined;
  /** Lies in none of these networks, 1 to 1,000. A missing address also matches; add `isNull: false` to exclude it. */
  readonly notInCidr?: ReadonlyArray<string> | null | undefined;
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

/** Whether events prove that an account was logged on at a time. */
export type LoggedOnCertainty =
  /** The proof of all its sessions ends earlier, and their ends are not known or are only upper bounds. */
  | 'POSSIBLE'
  /** One of its sessions is proven at the time: its `endedAfter` is not earlier. */
  | 'PROVEN';

/** Condition on a login id. All given members must match. */
export type LoginIdFilter = {
  /** Equals this value. */
  readonly eq?: string | null | undefined;
  /** Equals one of these values, 1 to 1,000. */
  readonly in?: ReadonlyArray<string> | null | undefined;
  /** True: there is no login id. False: there is one. */
  readonly isNull?: boolean | null | undefined;
};

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
  readonly eq?: LoginType | null | undefined;
  /** Equals one of these values, 1 to 1,000. */
  readonly in?: ReadonlyArray<LoginType> | null | undefined;
  /** True: there is no login type, as on every lock and unlock. False: there is one. */
  readonly isNull?: boolean | null | undefined;
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

/** Direction of an order. */
export type OrderDirection =
  /** Smallest or earliest first. */
  | 'ASCENDING'
  /** Largest or latest first. */
  | 'DESCENDING';

/** Condition on a port. All given members must match. */
export type PortFilter = {
  /** Equals this value. */
  readonly eq?: number | null | undefined;
  /** Equals one of these values, 1 to 1,000. */
  readonly in?: ReadonlyArray<number> | null | undefined;
  /** True: there is no port. False: there is one. */
  readonly isNull?: boolean | null | undefined;
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
  readonly eq?: SessionAction | null | undefined;
  /** Equals one of these values, 1 to 1,000. */
  readonly in?: ReadonlyArray<SessionAction> | null | undefined;
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
  readonly eq?: SessionEndReason | null | undefined;
  /** Equals one of these values, 1 to 1,000. */
  readonly in?: ReadonlyArray<SessionEndReason> | null | undefined;
  /** True: the session is open. False: it has ended. */
  readonly isNull?: boolean | null | undefined;
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
  readonly action?: SessionActionFilter | null | undefined;
  /** All of these filters must match. */
  readonly and?: ReadonlyArray<SessionEventFilter> | null | undefined;
  /** Address that the user connected to. */
  readonly destIp?: IpAddressFilter | null | undefined;
  /** Port that the user connected to. */
  readonly destPort?: PortFilter | null | undefined;
  /**
   * Leaves out noise: machine accounts (names that end in `$`, except local accounts of the host), SYSTEM, service, window
   * manager, font driver and virtual machine accounts, and ANONYMOUS LOGON. A failed login whose user name is that of
   * SYSTEM or a service is kept, since an attacker can type any name. False by default: a list shows everything that is
   * stored.
   */
  readonly excludeNoise?: boolean;
  /** Host name in any case, with or without its domain. */
  readonly hostname?: TextFilter | null | undefined;
  /** When the event was stored. */
  readonly ingestedAt?: TimeFilter | null | undefined;
  /** Login id. */
  readonly loginId?: LoginIdFilter | null | undefined;
  /** Whether a login was successful. Other events have no value. */
  readonly loginSuccessful?: BooleanFilter | null | undefined;
  /** How the user logged on. */
  readonly loginType?: LoginTypeFilter | null | undefined;
  /** This filter must not match. */
  readonly not?: SessionEventFilter | null | undefined;
  /** At least one of these filters must match. */
  readonly or?: ReadonlyArray<SessionEventFilter> | null | undefined;
  /** Id of the record at its source. */
  readonly sourceId?: TextFilter | null | undefined;
  /** Name that the client claimed for itself, in any case. No index serves it: combine it with `time`. */
  readonly srcHostname?: TextFilter | null | undefined;
  /** Source address. */
  readonly srcIp?: IpAddressFilter | null | undefined;
  /** Source port. */
  readonly srcPort?: PortFilter | null | undefined;
  /** When the event happened. */
  readonly time?: TimeFilter | null | undefined;
  /** Id of the user on the system. */
  readonly uid?: TextFilter | null | undefined;
  /** User that the event names. */
  readonly user?: UserFilter | null | undefined;
  /** Domain of the user, in any case. A domain with aliases (`DOMAIN_ALIASES`) has its first name, which `eq` and `in` find by any of them. */
  readonly userDomain?: TextFilter | null | undefined;
};

/**
 * Which sessions match. All given members must match; a member that is null or absent is ignored. `not` also matches
 * sessions without the value in question. Limits and errors are those of `SessionEventFilter`.
 */
export type SessionFilter = {
  /** Started at or before this time and not ended by then. */
  readonly activeAt?: string | null | undefined;
  /** All of these filters must match. */
  readonly and?: ReadonlyArray<SessionFilter> | null | undefined;
  /** Time from start to end. */
  readonly duration?: DurationFilter | null | undefined;
  /** What marks the end. */
  readonly endReason?: SessionEndReasonFilter | null | undefined;
  /** When the session ended. Open sessions have no value. */
  readonly endedAt?: TimeFilter | null | undefined;
  /** True: the session was locked at least once; an UNLOCK proves it too. False: it never was. */
  readonly everLocked?: boolean | null | undefined;
  /**
   * Leaves out sessions of noise accounts, as defined by `SessionEventFilter.excludeNoise`. False by default: a list shows
   * everything that is stored.
   */
  readonly excludeNoise?: boolean;
  /** Host name in any case, with or without its domain. */
  readonly hostname?: TextFilter | null | undefined;
  /** Login id. */
  readonly loginId?: LoginIdFilter | null | undefined;
  /** How the user logged on. */
  readonly loginType?: LoginTypeFilter | null | undefined;
  /** This filter must not match. */
  readonly not?: SessionFilter | null | undefined;
  /** True: the session is open. False: it has ended. */
  readonly open?: boolean | null | undefined;
  /** At least one of these filters must match. */
  readonly or?: ReadonlyArray<SessionFilter> | null | undefined;
  /** Open at any time in this range. A session of zero length is open at no time. */
  readonly overlaps?: TimeRange | null | undefined;
  /** Proven at this time: started at or before it, proven at least up to it, and not ended by then. A part of `activeAt`. */
  readonly provenAt?: string | null | undefined;
  /**
   * Any source address of the session: `notInCidr` and false operands match sessions with an address outside, even if others of
   * it are inside, and sessions without one. `isNull: true` matches sessions without one.
   */
  readonly srcIp?: IpAddressFilter | null | undefined;
  /** What marks the start. */
  readonly startReason?: SessionStartReasonFilter | null | undefined;
  /** When the session started. */
  readonly startedAt?: TimeFilter | null | undefined;
  /** Id of the user on the system. */
  readonly uid?: TextFilter | null | undefined;
  /** User of the session. */
  readonly user?: UserFilter | null | undefined;
  /** Domain of the user, in any case. A domain with aliases (`DOMAIN_ALIASES`) has its first name, which `eq` and `in` find by any of them. */
  readonly userDomain?: TextFilter | null | undefined;
};

/** What marks the start of a session. */
export type SessionStartReason =
  /** The first recorded event of the session. Its login was not recorded, so it started earlier. */
  | 'FIRST_SEEN'
  /** A successful login. */
  | 'LOGIN';

/** Condition on what marks a session's start. All given members must match. */
export type SessionStartReasonFilter = {
  /** Equals this value. */
  readonly eq?: SessionStartReason | null | undefined;
  /** Equals one of these values, 1 to 1,000. */
  readonly in?: ReadonlyArray<SessionStartReason> | null | undefined;
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

/** Condition on text. All given members must match. */
export type TextFilter = {
  /**
   * Contains this text, 1 to 512 characters. Names of hosts are looked up first, and are fast if up to 20 or very many match. For other fields the list is
   * scanned, so also limit the time.
   */
  readonly contains?: string | null | undefined;
  /** Equals this text. Case is ignored in host and domain names. */
  readonly eq?: string | null | undefined;
  /** Equals one of these values, 1 to 1,000. */
  readonly in?: ReadonlyArray<string> | null | undefined;
  /** True: there is no value. False: there is one. */
  readonly isNull?: boolean | null | undefined;
  /** Starts with this text, 1 to 512 characters. */
  readonly startsWith?: string | null | undefined;
};

/** Condition on a time. All given members must match. Errors: BAD_FILTER if `until` is before `from`. */
export type TimeFilter = {
  /** At or after this time. */
  readonly from?: string | null | undefined;
  /**
   * Within this duration before now: `P7D` is the last seven days. Later times match too, since clocks of hosts can be
   * ahead. On later pages of a list, now is the time of the first request.
   */
  readonly last?: string | null | undefined;
  /** Before this time. */
  readonly until?: string | null | undefined;
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
  readonly from: string;
  /** End of the range, exclusive. Must be later than `from`. */
  readonly until: string;
};

/**
 * Condition on a user; case is ignored. `ana` matches that name in any domain; `THESHIRE\ana` and `ana@theshire.local`
 * match it in domain THESHIRE only. All given members must match.
 */
export type UserFilter = {
  /**
   * The name contains this text. `THESHIRE\a` looks in that domain only. Names are looked up first: fast if up to 20 or very many match, otherwise also
   * limit the time.
   */
  readonly contains?: string | null | undefined;
  /** Is this user. */
  readonly eq?: string | null | undefined;
  /** Is one of these users, 1 to 1,000. */
  readonly in?: ReadonlyArray<string> | null | undefined;
  /** True: no user is known. False: one is. */
  readonly isNull?: boolean | null | undefined;
  /** The name starts with this text. `THESHIRE\a` looks in that domain only. */
  readonly startsWith?: string | null | undefined;
};

export type AccountFactsQueryVariables = Exact<{
  user: string;
  marks: SessionEventFilter;
}>;


export type AccountFactsQuery = { readonly account: { readonly user: string, readonly firstSeenAt: string | null, readonly lastSeenAt: string | null, readonly lastLogin: { readonly time: string, readonly hostname: string } | null, readonly marks: { readonly nodes: ReadonlyArray<
        | { readonly id: string, readonly time: string, readonly action: SessionAction, readonly hostname: string, readonly user: string | null, readonly account: { readonly id: string, readonly user: string } | null }
        | { readonly srcIp: string | null, readonly id: string, readonly time: string, readonly action: SessionAction, readonly hostname: string, readonly user: string | null, readonly account: { readonly id: string, readonly user: string } | null }
        | { readonly srcIp: string | null, readonly id: string, readonly time: string, readonly action: SessionAction, readonly hostname: string, readonly user: string | null, readonly account: { readonly id: string, readonly user: string } | null }
        | { readonly srcIp: string | null, readonly id: string, readonly time: string, readonly action: SessionAction, readonly hostname: string, readonly user: string | null, readonly account: { readonly id: string, readonly user: string } | null }
        | { readonly id: string, readonly time: string, readonly action: SessionAction, readonly hostname: string, readonly user: string | null, readonly account: { readonly id: string, readonly user: string } | null }
      >, readonly pageInfo: { readonly hasNextPage: boolean } } } | null };

export type AccountSessionsQueryVariables = Exact<{
  user: string;
  filter: SessionFilter;
  after?: string | null | undefined;
}>;


export type AccountSessionsQuery = { readonly account: { readonly sessions: { readonly nodes: ReadonlyArray<{ readonly id: string, readonly hostname: string, readonly loginId: string, readonly user: string | null, readonly loginType: LoginType | null, readonly srcIp: string | null, readonly srcIps: ReadonlyArray<string>, readonly startedAt: string, readonly startReason: SessionStartReason, readonly endedAt: string | null, readonly endedAfter: string | null, readonly endReason: SessionEndReason | null, readonly periods: ReadonlyArray<{ readonly from: string, readonly until: string | null, readonly state: SessionState, readonly truncated: boolean }>, readonly account: { readonly id: string, readonly user: string } | null }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } } | null };

export type AccountLoginsQueryVariables = Exact<{
  filter: SessionEventFilter;
  successful: SessionEventFilter;
  zone: string;
  areHoursCounted: boolean;
}>;


export type AccountLoginsQuery = { readonly sources: { readonly totalCount: { readonly value: number, readonly relation: CountRelation }, readonly groups: ReadonlyArray<{ readonly successes: number, readonly failures: number, readonly count: number, readonly firstAt: string | null, readonly lastAt: string | null, readonly key: { readonly srcIp: string | null } }> } | null, readonly perHour?: { readonly groups: ReadonlyArray<{ readonly buckets: ReadonlyArray<{ readonly from: string, readonly successes: number }> | null }> } | null };

export type AccountPresenceFragment = { readonly user: string, readonly sessions: { readonly nodes: ReadonlyArray<{ readonly id: string, readonly hostname: string, readonly startedAt: string, readonly endedAfter: string | null, readonly state: SessionState | null }>, readonly pageInfo: { readonly hasNextPage: boolean } } };

export type HostFactsQueryVariables = Exact<{
  hostname: string;
  time: TimeFilter;
  marks: SessionEventFilter;
  noNoise: boolean;
}>;


export type HostFactsQuery = { readonly host: { readonly hostname: string, readonly firstSeenAt: string | null, readonly lastSeenAt: string | null, readonly lastLogin: { readonly time: string, readonly user: string | null, readonly account: { readonly user: string } | null } | null, readonly marks: { readonly nodes: ReadonlyArray<
        | { readonly id: string, readonly time: string, readonly action: SessionAction, readonly hostname: string, readonly user: string | null, readonly account: { readonly id: string, readonly user: string } | null }
        | { readonly srcIp: string | null, readonly id: string, readonly time: string, readonly action: SessionAction, readonly hostname: string, readonly user: string | null, readonly account: { readonly id: string, readonly user: string } | null }
        | { readonly srcIp: string | null, readonly id: string, readonly time: string, readonly action: SessionAction, readonly hostname: string, readonly user: string | null, readonly account: { readonly id: string, readonly user: string } | null }
        | { readonly srcIp: string | null, readonly id: string, readonly time: string, readonly action: SessionAction, readonly hostname: string, readonly user: string | null, readonly account: { readonly id: string, readonly user: string } | null }
        | { readonly id: string, readonly time: string, readonly action: SessionAction, readonly hostname: string, readonly user: string | null, readonly account: { readonly id: string, readonly user: string } | null }
      >, readonly pageInfo: { readonly hasNextPage: boolean } }, readonly power: { readonly nodes: ReadonlyArray<
        | { readonly __typename: 'Disconnect', readonly time: string }
        | { readonly __typename: 'HostSeen', readonly time: string }
        | { readonly __typename: 'HostStart', readonly time: string }
        | { readonly __typename: 'HostStop', readonly time: string }
      >, readonly pageInfo: { readonly hasNextPage: boolean } } } | null };

export type HostSessionsQueryVariables = Exact<{
  hostname: string;
  filter: SessionFilter;
  after?: string | null | undefined;
}>;


export type HostSessionsQuery = { readonly host: { readonly sessions: { readonly nodes: ReadonlyArray<{ readonly id: string, readonly hostname: string, readonly loginId: string, readonly user: string | null, readonly loginType: LoginType | null, readonly srcIp: string | null, readonly srcIps: ReadonlyArray<string>, readonly startedAt: string, readonly startReason: SessionStartReason, readonly endedAt: string | null, readonly endedAfter: string | null, readonly endReason: SessionEndReason | null, readonly periods: ReadonlyArray<{ readonly from: string, readonly until: string | null, readonly state: SessionState, readonly truncated: boolean }>, readonly account: { readonly id: string, readonly user: string } | null }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } } | null };

export type LoggedOnQueryVariables = Exact<{
  hostname: string;
  at: string;
  noNoise: boolean;
}>;


export type LoggedOnQuery = { readonly host: { readonly hostname: string, readonly loggedOn: { readonly truncated: boolean, readonly coverage: { readonly status: HostCoverageStatus }, readonly accounts: ReadonlyArray<{ readonly state: SessionState, readonly certainty: LoggedOnCertainty, readonly since: string, readonly account: { readonly user: string } | null, readonly sessions: ReadonlyArray<{ readonly id: string }> }> } } | null };

export type HostPresenceFragment = { readonly hostname: string, readonly loggedOn: { readonly truncated: boolean, readonly coverage: { readonly status: HostCoverageStatus }, readonly accounts: ReadonlyArray<{ readonly state: SessionState, readonly certainty: LoggedOnCertainty, readonly since: string, readonly account: { readonly user: string } | null, readonly sessions: ReadonlyArray<{ readonly id: string }> }> } };

export type LogonsQueryVariables = Exact<{
  range: TimeRange;
  filter?: SessionEventFilter | null | undefined;
  kinds: ReadonlyArray<LogonNodeKind> | LogonNodeKind;
  noNoise: boolean;
  order: LogonGraphOrder;
}>;


export type LogonsQuery = { readonly logonGraph: { readonly count: number, readonly edgelessCount: number, readonly nodeTotalCount: { readonly value: number }, readonly edgeTotalCount: { readonly value: number }, readonly nodes: ReadonlyArray<{ readonly key: string, readonly kind: LogonNodeKind, readonly name: string, readonly edgeCount: number, readonly count: number, readonly failures: number, readonly srcIp: string | null, readonly srcHostname: string | null, readonly account: { readonly user: string, readonly userDomain: string | null } | null, readonly host: { readonly hostname: string } | null }>, readonly edges: ReadonlyArray<{ readonly from: string, readonly to: string, readonly count: number, readonly successes: number, readonly failures: number, readonly reconnects: number, readonly firstAt: string, readonly lastAt: string }> } | null };

export type LogonPathsQueryVariables = Exact<{
  range: TimeRange;
  noNoise: boolean;
}>;


export type LogonPathsQuery = { readonly hunts: { readonly lateralPaths: { readonly truncated: boolean, readonly totalCount: { readonly value: number, readonly relation: CountRelation }, readonly nodes: ReadonlyArray<{ readonly firstAt: string, readonly lastAt: string, readonly hops: ReadonlyArray<{ readonly time: string, readonly action: SessionAction, readonly srcIp: string | null, readonly srcHostname: string | null, readonly evidence: ReadonlyArray<LateralEvidence>, readonly isAmbiguous: boolean, readonly sourceHost: { readonly hostname: string } | null, readonly host: { readonly hostname: string }, readonly account: { readonly user: string, readonly userDomain: string | null } | null, readonly event:
            | { readonly id: string, readonly session: { readonly id: string } | null }
            | { readonly id: string, readonly session: { readonly id: string } | null }
            | { readonly id: string, readonly session: { readonly id: string } | null }
            | { readonly id: string, readonly session: { readonly id: string } | null }
            | { readonly id: string, readonly session: { readonly id: string } | null }
           | null }> }> } | null } | null };

export type LogonHopFragment = { readonly time: string, readonly action: SessionAction, readonly srcIp: string | null, readonly srcHostname: string | null, readonly evidence: ReadonlyArray<LateralEvidence>, readonly isAmbiguous: boolean, readonly sourceHost: { readonly hostname: string } | null, readonly host: { readonly hostname: string }, readonly account: { readonly user: string, readonly userDomain: string | null } | null, readonly event:
    | { readonly id: string, readonly session: { readonly id: string } | null }
    | { readonly id: string, readonly session: { readonly id: string } | null }
    | { readonly id: string, readonly session: { readonly id: string } | null }
    | { readonly id: string, readonly session: { readonly id: string } | null }
    | { readonly id: string, readonly session: { readonly id: string } | null }
   | null };

export type OverviewQueryVariables = Exact<{
  filter: SessionEventFilter;
  failed: SessionEventFilter;
  every: string;
  zone: string;
}>;


export type OverviewQuery = { readonly overview: { readonly firstAt: string | null, readonly lastAt: string | null, readonly events: { readonly value: number, readonly relation: CountRelation }, readonly sessions: { readonly value: number, readonly relation: CountRelation }, readonly hosts: { readonly value: number, readonly relation: CountRelation }, readonly accounts: { readonly value: number, readonly relation: CountRelation } } | null, readonly perBucket: { readonly groups: ReadonlyArray<{ readonly count: number, readonly failures: number, readonly distinctUsers: number, readonly distinctHosts: number, readonly buckets: ReadonlyArray<{ readonly from: string, readonly count: number, readonly failures: number }> | null }> } | null, readonly failingHosts: { readonly otherCount: number, readonly groups: ReadonlyArray<{ readonly count: number, readonly key: { readonly host: { readonly hostname: string } | null } }> } | null, readonly failingAccounts: { readonly otherCount: number, readonly groups: ReadonlyArray<{ readonly count: number, readonly key: { readonly account: { readonly user: string } | null } }> } | null, readonly failingSources: { readonly otherCount: number, readonly groups: ReadonlyArray<{ readonly count: number, readonly key: { readonly srcIp: string | null } }> } | null };

export type CountFragment = { readonly value: number, readonly relation: CountRelation };

export type SearchQueryVariables = Exact<{
  text: string;
}>;


export type SearchQuery = { readonly search: { readonly truncatedKinds: ReadonlyArray<SearchKind>, readonly nodes: ReadonlyArray<
      | { readonly __typename: 'AccountMatch', readonly value: string }
      | { readonly __typename: 'AddressMatch', readonly value: string, readonly events: { readonly nodes: ReadonlyArray<
            | { readonly hostname: string, readonly time: string }
            | { readonly hostname: string, readonly time: string }
            | { readonly hostname: string, readonly time: string }
            | { readonly hostname: string, readonly time: string }
            | { readonly hostname: string, readonly time: string }
          > } }
      | { readonly __typename: 'HostMatch', readonly value: string }
      | { readonly __typename: 'LoginIdMatch', readonly value: string, readonly sessions: { readonly nodes: ReadonlyArray<{ readonly id: string, readonly hostname: string, readonly user: string | null, readonly startedAt: string }> } }
      | { readonly __typename: 'UidMatch', readonly value: string, readonly events: { readonly nodes: ReadonlyArray<
            | { readonly hostname: string, readonly time: string }
            | { readonly hostname: string, readonly time: string }
            | { readonly hostname: string, readonly time: string }
            | { readonly hostname: string, readonly time: string }
            | { readonly hostname: string, readonly time: string }
          > } }
    > } | null };

export type LastSeenFragment = { readonly nodes: ReadonlyArray<
    | { readonly hostname: string, readonly time: string }
    | { readonly hostname: string, readonly time: string }
    | { readonly hostname: string, readonly time: string }
    | { readonly hostname: string, readonly time: string }
    | { readonly hostname: string, readonly time: string }
  > };

export type SessionFactsQueryVariables = Exact<{
  id: string | number;
  noNoise: boolean;
}>;


export type SessionFactsQuery = { readonly node:
    | { readonly __typename: 'Account', readonly name: string }
    | { readonly __typename: 'Disconnect' }
    | { readonly __typename: 'Host', readonly hostname: string }
    | { readonly __typename: 'HostSeen' }
    | { readonly __typename: 'HostStart' }
    | { readonly __typename: 'HostStop' }
    | { readonly __typename: 'LockEvent' }
    | { readonly __typename: 'LoginEvent' }
    | { readonly __typename: 'LogoutEvent' }
    | { readonly __typename: 'ReconnectEvent' }
    | { readonly __typename: 'Session', readonly uid: string | null, readonly srcIps: ReadonlyArray<string>, readonly unlockedSeconds: number | null, readonly lockedSeconds: number | null, readonly disconnectedSeconds: number | null, readonly unknownSeconds: number | null, readonly id: string, readonly hostname: string, readonly loginId: string, readonly user: string | null, readonly loginType: LoginType | null, readonly srcIp: string | null, readonly startedAt: string, readonly startReason: SessionStartReason, readonly endedAt: string | null, readonly endedAfter: string | null, readonly endReason: SessionEndReason | null, readonly states: ReadonlyArray<{ readonly from: string, readonly until: string | null, readonly state: SessionState, readonly truncated: boolean }>, readonly disconnects: { readonly nodes: ReadonlyArray<
          | { readonly user: string | null, readonly srcIp: string | null, readonly id: string, readonly time: string, readonly sourceId: string | null }
          | { readonly id: string, readonly time: string, readonly sourceId: string | null }
          | { readonly id: string, readonly time: string, readonly sourceId: string | null }
          | { readonly id: string, readonly time: string, readonly sourceId: string | null }
        >, readonly pageInfo: { readonly hasNextPage: boolean } }, readonly onHost: { readonly totalCount: { readonly value: number, readonly relation: CountRelation }, readonly nodes: ReadonlyArray<{ readonly id: string, readonly hostname: string, readonly loginId: string, readonly user: string | null, readonly loginType: LoginType | null, readonly srcIp: string | null, readonly srcIps: ReadonlyArray<string>, readonly startedAt: string, readonly startReason: SessionStartReason, readonly endedAt: string | null, readonly endedAfter: string | null, readonly endReason: SessionEndReason | null, readonly account: { readonly id: string, readonly user: string } | null }> }, readonly periods: ReadonlyArray<{ readonly from: string, readonly until: string | null, readonly state: SessionState, readonly truncated: boolean }>, readonly account: { readonly id: string, readonly user: string } | null }
    | { readonly __typename: 'UnlockEvent' }
   | null };

export type SessionElsewhereQueryVariables = Exact<{
  id: string | number;
  hostname: string;
  noNoise: boolean;
}>;


export type SessionElsewhereQuery = { readonly node:
    | { readonly __typename: 'Account' }
    | { readonly __typename: 'Disconnect' }
    | { readonly __typename: 'Host' }
    | { readonly __typename: 'HostSeen' }
    | { readonly __typename: 'HostStart' }
    | { readonly __typename: 'HostStop' }
    | { readonly __typename: 'LockEvent' }
    | { readonly __typename: 'LoginEvent' }
    | { readonly __typename: 'LogoutEvent' }
    | { readonly __typename: 'ReconnectEvent' }
    | { readonly __typename: 'Session', readonly ofAccount: { readonly totalCount: { readonly value: number, readonly relation: CountRelation }, readonly nodes: ReadonlyArray<{ readonly id: string, readonly hostname: string, readonly loginId: string, readonly user: string | null, readonly loginType: LoginType | null, readonly srcIp: string | null, readonly srcIps: ReadonlyArray<string>, readonly startedAt: string, readonly startReason: SessionStartReason, readonly endedAt: string | null, readonly endedAfter: string | null, readonly endReason: SessionEndReason | null, readonly account: { readonly id: string, readonly user: string } | null }> } }
    | { readonly __typename: 'UnlockEvent' }
   | null };

export type NearbyFragment = { readonly totalCount: { readonly value: number, readonly relation: CountRelation }, readonly nodes: ReadonlyArray<{ readonly id: string, readonly hostname: string, readonly loginId: string, readonly user: string | null, readonly loginType: LoginType | null, readonly srcIp: string | null, readonly srcIps: ReadonlyArray<string>, readonly startedAt: string, readonly startReason: SessionStartReason, readonly endedAt: string | null, readonly endedAfter: string | null, readonly endReason: SessionEndReason | null, readonly account: { readonly id: string, readonly user: string } | null }> };

export type SessionEventsQueryVariables = Exact<{
  id: string | number;
  after?: string | null | undefined;
}>;


export type SessionEventsQuery = { readonly node:
    | { readonly __typename: 'Account' }
    | { readonly __typename: 'Disconnect' }
    | { readonly __typename: 'Host' }
    | { readonly __typename: 'HostSeen' }
    | { readonly __typename: 'HostStart' }
    | { readonly __typename: 'HostStop' }
    | { readonly __typename: 'LockEvent' }
    | { readonly __typename: 'LoginEvent' }
    | { readonly __typename: 'LogoutEvent' }
    | { readonly __typename: 'ReconnectEvent' }
    | { readonly __typename: 'Session', readonly events: { readonly nodes: ReadonlyArray<
          | { readonly id: string, readonly time: string, readonly action: SessionAction, readonly user: string | null, readonly loginId: string | null, readonly sourceId: string | null }
          | { readonly loginType: LoginType | null, readonly srcIp: string | null, readonly srcHostname: string | null, readonly id: string, readonly time: string, readonly action: SessionAction, readonly user: string | null, readonly loginId: string | null, readonly sourceId: string | null }
          | { readonly loginType: LoginType | null, readonly srcIp: string | null, readonly id: string, readonly time: string, readonly action: SessionAction, readonly user: string | null, readonly loginId: string | null, readonly sourceId: string | null }
          | { readonly loginType: LoginType | null, readonly srcIp: string | null, readonly srcHostname: string | null, readonly id: string, readonly time: string, readonly action: SessionAction, readonly user: string | null, readonly loginId: string | null, readonly sourceId: string | null }
          | { readonly id: string, readonly time: string, readonly action: SessionAction, readonly user: string | null, readonly loginId: string | null, readonly sourceId: string | null }
        >, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } }
    | { readonly __typename: 'UnlockEvent' }
   | null };

type EventOfSession_LockEvent_Fragment = { readonly id: string, readonly time: string, readonly action: SessionAction, readonly user: string | null, readonly loginId: string | null, readonly sourceId: string | null };

type EventOfSession_LoginEvent_Fragment = { readonly loginType: LoginType | null, readonly srcIp: string | null, readonly srcHostname: string | null, readonly id: string, readonly time: string, readonly action: SessionAction, readonly user: string | null, readonly loginId: string | null, readonly sourceId: string | null };

type EventOfSession_LogoutEvent_Fragment = { readonly loginType: LoginType | null, readonly srcIp: string | null, readonly id: string, readonly time: string, readonly action: SessionAction, readonly user: string | null, readonly loginId: string | null, readonly sourceId: string | null };

type EventOfSession_ReconnectEvent_Fragment = { readonly loginType: LoginType | null, readonly srcIp: string | null, readonly srcHostname: string | null, readonly id: string, readonly time: string, readonly action: SessionAction, readonly user: string | null, readonly loginId: string | null, readonly sourceId: string | null };

type EventOfSession_UnlockEvent_Fragment = { readonly id: string, readonly time: string, readonly action: SessionAction, readonly user: string | null, readonly loginId: string | null, readonly sourceId: string | null };

export type EventOfSessionFragment =
  | EventOfSession_LockEvent_Fragment
  | EventOfSession_LoginEvent_Fragment
  | EventOfSession_LogoutEvent_Fragment
  | EventOfSession_ReconnectEvent_Fragment
  | EventOfSession_UnlockEvent_Fragment
;

export type StoredRangeQueryVariables = Exact<{ [key: string]: never; }>;


export type StoredRangeQuery = { readonly overview: { readonly firstAt: string | null, readonly lastAt: string | null } | null };

export type EventRowsQueryVariables = Exact<{
  filter: SessionEventFilter;
  order: TimeOrder;
  first: number;
  after?: string | null | undefined;
}>;


export type EventRowsQuery = { readonly sessionEvents: { readonly nodes: ReadonlyArray<
      | { readonly id: string, readonly time: string, readonly action: SessionAction, readonly hostname: string, readonly user: string | null, readonly userDomain: string | null, readonly uid: string | null, readonly loginId: string | null, readonly sourceId: string | null, readonly ingestedAt: string, readonly session: { readonly id: string } | null }
      | { readonly loginType: LoginType | null, readonly srcIp: string | null, readonly srcPort: number | null, readonly destIp: string | null, readonly destPort: number | null, readonly loginSuccessful: boolean, readonly srcHostname: string | null, readonly linkedLoginId: string | null, readonly id: string, readonly time: string, readonly action: SessionAction, readonly hostname: string, readonly user: string | null, readonly userDomain: string | null, readonly uid: string | null, readonly loginId: string | null, readonly sourceId: string | null, readonly ingestedAt: string, readonly session: { readonly id: string } | null }
      | { readonly loginType: LoginType | null, readonly srcIp: string | null, readonly srcPort: number | null, readonly destIp: string | null, readonly destPort: number | null, readonly id: string, readonly time: string, readonly action: SessionAction, readonly hostname: string, readonly user: string | null, readonly userDomain: string | null, readonly uid: string | null, readonly loginId: string | null, readonly sourceId: string | null, readonly ingestedAt: string, readonly session: { readonly id: string } | null }
      | { readonly loginType: LoginType | null, readonly srcIp: string | null, readonly srcPort: number | null, readonly destIp: string | null, readonly destPort: number | null, readonly srcHostname: string | null, readonly id: string, readonly time: string, readonly action: SessionAction, readonly hostname: string, readonly user: string | null, readonly userDomain: string | null, readonly uid: string | null, readonly loginId: string | null, readonly sourceId: string | null, readonly ingestedAt: string, readonly session: { readonly id: string } | null }
      | { readonly id: string, readonly time: string, readonly action: SessionAction, readonly hostname: string, readonly user: string | null, readonly userDomain: string | null, readonly uid: string | null, readonly loginId: string | null, readonly sourceId: string | null, readonly ingestedAt: string, readonly session: { readonly id: string } | null }
    >, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } | null };

export type EventTotalQueryVariables = Exact<{
  filter: SessionEventFilter;
  mode: CountMode;
}>;


export type EventTotalQuery = { readonly sessionEvents: { readonly totalCount: { readonly value: number, readonly relation: CountRelation } } | null };

export type SessionRowsQueryVariables = Exact<{
  filter: SessionFilter;
  order: OrderDirection;
  first: number;
  after?: string | null | undefined;
}>;


export type SessionRowsQuery = { readonly sessions: { readonly nodes: ReadonlyArray<{ readonly id: string, readonly hostname: string, readonly user: string | null, readonly userDomain: string | null, readonly uid: string | null, readonly loginId: string, readonly loginType: LoginType | null, readonly srcIps: ReadonlyArray<string>, readonly startedAt: string, readonly startReason: SessionStartReason, readonly endedAt: string | null, readonly endedAfter: string | null, readonly endReason: SessionEndReason | null, readonly durationSeconds: number | null, readonly lockCount: number, readonly unlockCount: number, readonly reconnectCount: number }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } | null };

export type SessionTotalQueryVariables = Exact<{
  filter: SessionFilter;
  mode: CountMode;
}>;


export type SessionTotalQuery = { readonly sessions: { readonly totalCount: { readonly value: number, readonly relation: CountRelation } } | null };

type EventRow_LockEvent_Fragment = { readonly id: string, readonly time: string, readonly action: SessionAction, readonly hostname: string, readonly user: string | null, readonly userDomain: string | null, readonly uid: string | null, readonly loginId: string | null, readonly sourceId: string | null, readonly ingestedAt: string, readonly session: { readonly id: string } | null };

type EventRow_LoginEvent_Fragment = { readonly loginType: LoginType | null, readonly srcIp: string | null, readonly srcPort: number | null, readonly destIp: string | null, readonly destPort: number | null, readonly loginSuccessful: boolean, readonly srcHostname: string | null, readonly linkedLoginId: string | null, readonly id: string, readonly time: string, readonly action: SessionAction, readonly hostname: string, readonly user: string | null, readonly userDomain: string | null, readonly uid: string | null, readonly loginId: string | null, readonly sourceId: string | null, readonly ingestedAt: string, readonly session: { readonly id: string } | null };

type EventRow_LogoutEvent_Fragment = { readonly loginType: LoginType | null, readonly srcIp: string | null, readonly srcPort: number | null, readonly destIp: string | null, readonly destPort: number | null, readonly id: string, readonly time: string, readonly action: SessionAction, readonly hostname: string, readonly user: string | null, readonly userDomain: string | null, readonly uid: string | null, readonly loginId: string | null, readonly sourceId: string | null, readonly ingestedAt: string, readonly session: { readonly id: string } | null };

type EventRow_ReconnectEvent_Fragment = { readonly loginType: LoginType | null, readonly srcIp: string | null, readonly srcPort: number | null, readonly destIp: string | null, readonly destPort: number | null, readonly srcHostname: string | null, readonly id: string, readonly time: string, readonly action: SessionAction, readonly hostname: string, readonly user: string | null, readonly userDomain: string | null, readonly uid: string | null, readonly loginId: string | null, readonly sourceId: string | null, readonly ingestedAt: string, readonly session: { readonly id: string } | null };

type EventRow_UnlockEvent_Fragment = { readonly id: string, readonly time: string, readonly action: SessionAction, readonly hostname: string, readonly user: string | null, readonly userDomain: string | null, readonly uid: string | null, readonly loginId: string | null, readonly sourceId: string | null, readonly ingestedAt: string, readonly session: { readonly id: string } | null };

export type EventRowFragment =
  | EventRow_LockEvent_Fragment
  | EventRow_LoginEvent_Fragment
  | EventRow_LogoutEvent_Fragment
  | EventRow_ReconnectEvent_Fragment
  | EventRow_UnlockEvent_Fragment
;

export type SessionRowFragment = { readonly id: string, readonly hostname: string, readonly user: string | null, readonly userDomain: string | null, readonly uid: string | null, readonly loginId: string, readonly loginType: LoginType | null, readonly srcIps: ReadonlyArray<string>, readonly startedAt: string, readonly startReason: SessionStartReason, readonly endedAt: string | null, readonly endedAfter: string | null, readonly endReason: SessionEndReason | null, readonly durationSeconds: number | null, readonly lockCount: number, readonly unlockCount: number, readonly reconnectCount: number };

export type ListedSessionFragment = { readonly id: string, readonly hostname: string, readonly loginId: string, readonly user: string | null, readonly loginType: LoginType | null, readonly srcIp: string | null, readonly srcIps: ReadonlyArray<string>, readonly startedAt: string, readonly startReason: SessionStartReason, readonly endedAt: string | null, readonly endedAfter: string | null, readonly endReason: SessionEndReason | null, readonly account: { readonly id: string, readonly user: string } | null };

export type TimelineSessionFragment = { readonly id: string, readonly hostname: string, readonly loginId: string, readonly user: string | null, readonly loginType: LoginType | null, readonly srcIp: string | null, readonly srcIps: ReadonlyArray<string>, readonly startedAt: string, readonly startReason: SessionStartReason, readonly endedAt: string | null, readonly endedAfter: string | null, readonly endReason: SessionEndReason | null, readonly periods: ReadonlyArray<{ readonly from: string, readonly until: string | null, readonly state: SessionState, readonly truncated: boolean }>, readonly account: { readonly id: string, readonly user: string } | null };

export type TimelineSessionsFragment = { readonly nodes: ReadonlyArray<{ readonly id: string, readonly hostname: string, readonly loginId: string, readonly user: string | null, readonly loginType: LoginType | null, readonly srcIp: string | null, readonly srcIps: ReadonlyArray<string>, readonly startedAt: string, readonly startReason: SessionStartReason, readonly endedAt: string | null, readonly endedAfter: string | null, readonly endReason: SessionEndReason | null, readonly periods: ReadonlyArray<{ readonly from: string, readonly until: string | null, readonly state: SessionState, readonly truncated: boolean }>, readonly account: { readonly id: string, readonly user: string } | null }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } };

type TimelineMark_LockEvent_Fragment = { readonly id: string, readonly time: string, readonly action: SessionAction, readonly hostname: string, readonly user: string | null, readonly account: { readonly id: string, readonly user: string } | null };

type TimelineMark_LoginEvent_Fragment = { readonly srcIp: string | null, readonly id: string, readonly time: string, readonly action: SessionAction, readonly hostname: string, readonly user: string | null, readonly account: { readonly id: string, readonly user: string } | null };

type TimelineMark_LogoutEvent_Fragment = { readonly srcIp: string | null, readonly id: string, readonly time: string, readonly action: SessionAction, readonly hostname: string, readonly user: string | null, readonly account: { readonly id: string, readonly user: string } | null };

type TimelineMark_ReconnectEvent_Fragment = { readonly srcIp: string | null, readonly id: string, readonly time: string, readonly action: SessionAction, readonly hostname: string, readonly user: string | null, readonly account: { readonly id: string, readonly user: string } | null };

type TimelineMark_UnlockEvent_Fragment = { readonly id: string, readonly time: string, readonly action: SessionAction, readonly hostname: string, readonly user: string | null, readonly account: { readonly id: string, readonly user: string } | null };

export type TimelineMarkFragment =
  | TimelineMark_LockEvent_Fragment
  | TimelineMark_LoginEvent_Fragment
  | TimelineMark_LogoutEvent_Fragment
  | TimelineMark_ReconnectEvent_Fragment
  | TimelineMark_UnlockEvent_Fragment
;

export type TimelineMarksFragment = { readonly nodes: ReadonlyArray<
    | { readonly id: string, readonly time: string, readonly action: SessionAction, readonly hostname: string, readonly user: string | null, readonly account: { readonly id: string, readonly user: string } | null }
    | { readonly srcIp: string | null, readonly id: string, readonly time: string, readonly action: SessionAction, readonly hostname: string, readonly user: string | null, readonly account: { readonly id: string, readonly user: string } | null }
    | { readonly srcIp: string | null, readonly id: string, readonly time: string, readonly action: SessionAction, readonly hostname: string, readonly user: string | null, readonly account: { readonly id: string, readonly user: string } | null }
    | { readonly srcIp: string | null, readonly id: string, readonly time: string, readonly action: SessionAction, readonly hostname: string, readonly user: string | null, readonly account: { readonly id: string, readonly user: string } | null }
    | { readonly id: string, readonly time: string, readonly action: SessionAction, readonly hostname: string, readonly user: string | null, readonly account: { readonly id: string, readonly user: string } | null }
  >, readonly pageInfo: { readonly hasNextPage: boolean } };

export class TypedDocumentString<TResult, TVariables>
  extends String
  implements DocumentTypeDecoration<TResult, TVariables>
{
  __apiType?: NonNullable<DocumentTypeDecoration<TResult, TVariables>['__apiType']>;
  private value: string;
  public __meta__?: Record<string, any> | undefined;

  constructor(value: string, __meta__?: Record<string, any> | undefined) {
    super(value);
    this.value = value;
    this.__meta__ = __meta__;
  }

  override toString(): string & DocumentTypeDecoration<TResult, TVariables> {
    return this.value;
  }
}
export const AccountPresenceFragmentDoc = new TypedDocumentString(`
    fragment AccountPresence on Account {
  user
  sessions(
    filter: {activeAt: $at, excludeNoise: $noNoise}
    order: {field: STARTED, direction: ASCENDING}
    first: 500
  ) {
    nodes {
      id
      hostname
      startedAt
      endedAfter
      state(at: $at)
    }
    pageInfo {
      hasNextPage
    }
  }
}
    `, {"fragmentName":"AccountPresence"}) as unknown as TypedDocumentString<AccountPresenceFragment, unknown>;
export const HostPresenceFragmentDoc = new TypedDocumentString(`
    fragment HostPresence on Host {
  hostname
  loggedOn(at: $at, excludeNoise: $noNoise) {
    truncated
    coverage {
      status
    }
    accounts {
      account {
        user
      }
      state
      certainty
      since
      sessions {
        id
      }
    }
  }
}
    `, {"fragmentName":"HostPresence"}) as unknown as TypedDocumentString<HostPresenceFragment, unknown>;
export const LogonHopFragmentDoc = new TypedDocumentString(`
    fragment LogonHop on LateralHop {
  time
  action
  srcIp
  srcHostname
  sourceHost {
    hostname
  }
  evidence
  isAmbiguous
  host {
    hostname
  }
  account {
    user
    userDomain
  }
  event {
    id
    session {
      id
    }
  }
}
    `, {"fragmentName":"LogonHop"}) as unknown as TypedDocumentString<LogonHopFragment, unknown>;
export const CountFragmentDoc = new TypedDocumentString(`
    fragment Count on TotalCount {
  value
  relation
}
    `, {"fragmentName":"Count"}) as unknown as TypedDocumentString<CountFragment, unknown>;
export const LastSeenFragmentDoc = new TypedDocumentString(`
    fragment LastSeen on SessionEventConnection {
  nodes {
    hostname
    time
  }
}
    `, {"fragmentName":"LastSeen"}) as unknown as TypedDocumentString<LastSeenFragment, unknown>;
export const ListedSessionFragmentDoc = new TypedDocumentString(`
    fragment ListedSession on Session {
  id
  hostname
  loginId
  user
  loginType
  srcIp
  srcIps
  startedAt
  startReason
  endedAt
  endedAfter
  endReason
  account {
    id
    user
  }
}
    `, {"fragmentName":"ListedSession"}) as unknown as TypedDocumentString<ListedSessionFragment, unknown>;
export const NearbyFragmentDoc = new TypedDocumentString(`
    fragment Nearby on SessionConnection {
  totalCount {
    value
    relation
  }
  nodes {
    ...ListedSession
  }
}
    fragment ListedSession on Session {
  id
  hostname
  loginId
  user
  loginType
  srcIp
  srcIps
  startedAt
  startReason
  endedAt
  endedAfter
  endReason
  account {
    id
    user
  }
}`, {"fragmentName":"Nearby"}) as unknown as TypedDocumentString<NearbyFragment, unknown>;
export const EventOfSessionFragmentDoc = new TypedDocumentString(`
    fragment EventOfSession on SessionEvent {
  id
  time
  action
  user
  loginId
  sourceId
  ... on RemoteCapableEvent {
    loginType
    srcIp
  }
  ... on LoginEvent {
    srcHostname
  }
  ... on ReconnectEvent {
    srcHostname
  }
}
    `, {"fragmentName":"EventOfSession"}) as unknown as TypedDocumentString<EventOfSessionFragment, unknown>;
export const EventRowFragmentDoc = new TypedDocumentString(`
    fragment EventRow on SessionEvent {
  id
  time
  action
  hostname
  user
  userDomain
  uid
  loginId
  sourceId
  ingestedAt
  session {
    id
  }
  ... on RemoteCapableEvent {
    loginType
    srcIp
    srcPort
    destIp
    destPort
  }
  ... on LoginEvent {
    loginSuccessful
    srcHostname
    linkedLoginId
  }
  ... on ReconnectEvent {
    srcHostname
  }
}
    `, {"fragmentName":"EventRow"}) as unknown as TypedDocumentString<EventRowFragment, unknown>;
export const SessionRowFragmentDoc = new TypedDocumentString(`
    fragment SessionRow on Session {
  id
  hostname
  user
  userDomain
  uid
  loginId
  loginType
  srcIps
  startedAt
  startReason
  endedAt
  endedAfter
  endReason
  durationSeconds
  lockCount
  unlockCount
  reconnectCount
}
    `, {"fragmentName":"SessionRow"}) as unknown as TypedDocumentString<SessionRowFragment, unknown>;
export const TimelineSessionFragmentDoc = new TypedDocumentString(`
    fragment TimelineSession on Session {
  ...ListedSession
  periods(first: 50) {
    from
    until
    state
    truncated
  }
}
    fragment ListedSession on Session {
  id
  hostname
  loginId
  user
  loginType
  srcIp
  srcIps
  startedAt
  startReason
  endedAt
  endedAfter
  endReason
  account {
    id
    user
  }
}`, {"fragmentName":"TimelineSession"}) as unknown as TypedDocumentString<TimelineSessionFragment, unknown>;
export const TimelineSessionsFragmentDoc = new TypedDocumentString(`
    fragment TimelineSessions on SessionConnection {
  nodes {
    ...TimelineSession
  }
  pageInfo {
    hasNextPage
    endCursor
  }
}
    fragment ListedSession on Session {
  id
  hostname
  loginId
  user
  loginType
  srcIp
  srcIps
  startedAt
  startReason
  endedAt
  endedAfter
  endReason
  account {
    id
    user
  }
}
fragment TimelineSession on Session {
  ...ListedSession
  periods(first: 50) {
    from
    until
    state
    truncated
  }
}`, {"fragmentName":"TimelineSessions"}) as unknown as TypedDocumentString<TimelineSessionsFragment, unknown>;
export const TimelineMarkFragmentDoc = new TypedDocumentString(`
    fragment TimelineMark on SessionEvent {
  id
  time
  action
  hostname
  user
  account {
    id
    user
  }
  ... on RemoteCapableEvent {
    srcIp
  }
}
    `, {"fragmentName":"TimelineMark"}) as unknown as TypedDocumentString<TimelineMarkFragment, unknown>;
export const TimelineMarksFragmentDoc = new TypedDocumentString(`
    fragment TimelineMarks on SessionEventConnection {
  nodes {
    ...TimelineMark
  }
  pageInfo {
    hasNextPage
  }
}
    fragment TimelineMark on SessionEvent {
  id
  time
  action
  hostname
  user
  account {
    id
    user
  }
  ... on RemoteCapableEvent {
    srcIp
  }
}`, {"fragmentName":"TimelineMarks"}) as unknown as TypedDocumentString<TimelineMarksFragment, unknown>;
export const AccountFacts = new TypedDocumentString(`
    query AccountFacts($user: String!, $marks: SessionEventFilter!) {
  account(user: $user) {
    user
    firstSeenAt
    lastSeenAt
    lastLogin {
      time
      hostname
    }
    marks: events(filter: $marks, order: OLDEST_FIRST, first: 1000) {
      ...TimelineMarks
    }
  }
}
    fragment TimelineMark on SessionEvent {
  id
  time
  action
  hostname
  user
  account {
    id
    user
  }
  ... on RemoteCapableEvent {
    srcIp
  }
}
fragment TimelineMarks on SessionEventConnection {
  nodes {
    ...TimelineMark
  }
  pageInfo {
    hasNextPage
  }
}`) as unknown as TypedDocumentString<AccountFactsQuery, AccountFactsQueryVariables>;
export const AccountSessions = new TypedDocumentString(`
    query AccountSessions($user: String!, $filter: SessionFilter!, $after: String) {
  account(user: $user) {
    sessions(
      filter: $filter
      order: {field: STARTED, direction: ASCENDING}
      first: 500
      after: $after
    ) {
      ...TimelineSessions
    }
  }
}
    fragment ListedSession on Session {
  id
  hostname
  loginId
  user
  loginType
  srcIp
  srcIps
  startedAt
  startReason
  endedAt
  endedAfter
  endReason
  account {
    id
    user
  }
}
fragment TimelineSession on Session {
  ...ListedSession
  periods(first: 50) {
    from
    until
    state
    truncated
  }
}
fragment TimelineSessions on SessionConnection {
  nodes {
    ...TimelineSession
  }
  pageInfo {
    hasNextPage
    endCursor
  }
}`) as unknown as TypedDocumentString<AccountSessionsQuery, AccountSessionsQueryVariables>;
export const AccountLogins = new TypedDocumentString(`
    query AccountLogins($filter: SessionEventFilter!, $successful: SessionEventFilter!, $zone: String!, $areHoursCounted: Boolean!) {
  sources: eventStats(filter: $filter, groupBy: [SRC_IP], first: 20) {
    totalCount {
      value
      relation
    }
    groups {
      successes
      failures
      count
      firstAt
      lastAt
      key {
        srcIp
      }
    }
  }
  perHour: eventStats(
    filter: $successful
    bucket: {every: "PT1H", timeZone: $zone}
  ) @include(if: $areHoursCounted) {
    groups {
      buckets {
        from
        successes
      }
    }
  }
}
    `) as unknown as TypedDocumentString<AccountLoginsQuery, AccountLoginsQueryVariables>;
export const HostFacts = new TypedDocumentString(`
    query HostFacts($hostname: String!, $time: TimeFilter!, $marks: SessionEventFilter!, $noNoise: Boolean!) {
  host(hostname: $hostname) {
    hostname
    firstSeenAt
    lastSeenAt
    lastLogin(excludeNoise: $noNoise) {
      time
      user
      account {
        user
      }
    }
    marks: events(filter: $marks, order: OLDEST_FIRST, first: 1000) {
      ...TimelineMarks
    }
    power: contextEvents(
      filter: {time: $time, kind: {in: [HOST_START, HOST_STOP]}}
      order: OLDEST_FIRST
      first: 1000
    ) {
      nodes {
        __typename
        time
      }
      pageInfo {
        hasNextPage
      }
    }
  }
}
    fragment TimelineMark on SessionEvent {
  id
  time
  action
  hostname
  user
  account {
    id
    user
  }
  ... on RemoteCapableEvent {
    srcIp
  }
}
fragment TimelineMarks on SessionEventConnection {
  nodes {
    ...TimelineMark
  }
  pageInfo {
    hasNextPage
  }
}`) as unknown as TypedDocumentString<HostFactsQuery, HostFactsQueryVariables>;
export const HostSessions = new TypedDocumentString(`
    query HostSessions($hostname: String!, $filter: SessionFilter!, $after: String) {
  host(hostname: $hostname) {
    sessions(
      filter: $filter
      order: {field: STARTED, direction: ASCENDING}
      first: 500
      after: $after
    ) {
      ...TimelineSessions
    }
  }
}
    fragment ListedSession on Session {
  id
  hostname
  loginId
  user
  loginType
  srcIp
  srcIps
  startedAt
  startReason
  endedAt
  endedAfter
  endReason
  account {
    id
    user
  }
}
fragment TimelineSession on Session {
  ...ListedSession
  periods(first: 50) {
    from
    until
    state
    truncated
  }
}
fragment TimelineSessions on SessionConnection {
  nodes {
    ...TimelineSession
  }
  pageInfo {
    hasNextPage
    endCursor
  }
}`) as unknown as TypedDocumentString<HostSessionsQuery, HostSessionsQueryVariables>;
export const LoggedOn = new TypedDocumentString(`
    query LoggedOn($hostname: String!, $at: DateTime!, $noNoise: Boolean!) {
  host(hostname: $hostname) {
    ...HostPresence
  }
}
    fragment HostPresence on Host {
  hostname
  loggedOn(at: $at, excludeNoise: $noNoise) {
    truncated
    coverage {
      status
    }
    accounts {
      account {
        user
      }
      state
      certainty
      since
      sessions {
        id
      }
    }
  }
}`) as unknown as TypedDocumentString<LoggedOnQuery, LoggedOnQueryVariables>;
export const Logons = new TypedDocumentString(`
    query Logons($range: TimeRange!, $filter: SessionEventFilter, $kinds: [LogonNodeKind!]!, $noNoise: Boolean!, $order: LogonGraphOrder!) {
  logonGraph(
    range: $range
    filter: $filter
    kinds: $kinds
    excludeNoise: $noNoise
    order: $order
    first: 1000
  ) {
    count
    edgelessCount
    nodeTotalCount(mode: EXACT) {
      value
    }
    edgeTotalCount(mode: EXACT) {
      value
    }
    nodes {
      key
      kind
      name
      edgeCount
      count
      failures
      srcIp
      srcHostname
      account {
        user
        userDomain
      }
      host {
        hostname
      }
    }
    edges {
      from
      to
      count
      successes
      failures
      reconnects
      firstAt
      lastAt
    }
  }
}
    `) as unknown as TypedDocumentString<LogonsQuery, LogonsQueryVariables>;
export const LogonPaths = new TypedDocumentString(`
    query LogonPaths($range: TimeRange!, $noNoise: Boolean!) {
  hunts {
    lateralPaths(range: $range, excludeNoise: $noNoise, first: 100) {
      truncated
      totalCount {
        value
        relation
      }
      nodes {
        firstAt
        lastAt
        hops {
          ...LogonHop
        }
      }
    }
  }
}
    fragment LogonHop on LateralHop {
  time
  action
  srcIp
  srcHostname
  sourceHost {
    hostname
  }
  evidence
  isAmbiguous
  host {
    hostname
  }
  account {
    user
    userDomain
  }
  event {
    id
    session {
      id
    }
  }
}`) as unknown as TypedDocumentString<LogonPathsQuery, LogonPathsQueryVariables>;
export const Overview = new TypedDocumentString(`
    query Overview($filter: SessionEventFilter!, $failed: SessionEventFilter!, $every: Duration!, $zone: String!) {
  overview {
    firstAt
    lastAt
    events {
      ...Count
    }
    sessions {
      ...Count
    }
    hosts {
      ...Count
    }
    accounts {
      ...Count
    }
  }
  perBucket: eventStats(filter: $filter, bucket: {every: $every, timeZone: $zone}) {
    groups {
      count
      failures
      distinctUsers
      distinctHosts
      buckets {
        from
        count
        failures
      }
    }
  }
  failingHosts: eventStats(filter: $failed, groupBy: [HOST], first: 8) {
    otherCount
    groups {
      count
      key {
        host {
          hostname
        }
      }
    }
  }
  failingAccounts: eventStats(filter: $failed, groupBy: [USER], first: 8) {
    otherCount
    groups {
      count
      key {
        account {
          user
        }
      }
    }
  }
  failingSources: eventStats(filter: $failed, groupBy: [SRC_IP], first: 8) {
    otherCount
    groups {
      count
      key {
        srcIp
      }
    }
  }
}
    fragment Count on TotalCount {
  value
  relation
}`) as unknown as TypedDocumentString<OverviewQuery, OverviewQueryVariables>;
export const Search = new TypedDocumentString(`
    query Search($text: String!) {
  search(text: $text, first: 5) {
    truncatedKinds
    nodes {
      __typename
      value
      ... on UidMatch {
        events(first: 1) {
          ...LastSeen
        }
      }
      ... on AddressMatch {
        events(first: 1) {
          ...LastSeen
        }
      }
      ... on LoginIdMatch {
        sessions(first: 5) {
          nodes {
            id
            hostname
            user
            startedAt
          }
        }
      }
    }
  }
}
    fragment LastSeen on SessionEventConnection {
  nodes {
    hostname
    time
  }
}`) as unknown as TypedDocumentString<SearchQuery, SearchQueryVariables>;
export const SessionFacts = new TypedDocumentString(`
    query SessionFacts($id: ID!, $noNoise: Boolean!) {
  node(id: $id) {
    __typename
    ... on Host {
      hostname
    }
    ... on Account {
      name: user
    }
    ... on Session {
      ...TimelineSession
      uid
      srcIps
      unlockedSeconds
      lockedSeconds
      disconnectedSeconds
      unknownSeconds
      states: periods(first: 500) {
        from
        until
        state
        truncated
      }
      disconnects: contextEvents(first: 1000) {
        nodes {
          id
          time
          sourceId
          ... on Disconnect {
            user
            srcIp
          }
        }
        pageInfo {
          hasNextPage
        }
      }
      onHost: concurrentSessions(
        sharing: HOST
        includeUnknown: true
        excludeNoise: $noNoise
        order: {field: STARTED, direction: ASCENDING}
        first: 500
      ) {
        ...Nearby
      }
    }
  }
}
    fragment Nearby on SessionConnection {
  totalCount {
    value
    relation
  }
  nodes {
    ...ListedSession
  }
}
fragment ListedSession on Session {
  id
  hostname
  loginId
  user
  loginType
  srcIp
  srcIps
  startedAt
  startReason
  endedAt
  endedAfter
  endReason
  account {
    id
    user
  }
}
fragment TimelineSession on Session {
  ...ListedSession
  periods(first: 50) {
    from
    until
    state
    truncated
  }
}`) as unknown as TypedDocumentString<SessionFactsQuery, SessionFactsQueryVariables>;
export const SessionElsewhere = new TypedDocumentString(`
    query SessionElsewhere($id: ID!, $hostname: String!, $noNoise: Boolean!) {
  node(id: $id) {
    __typename
    ... on Session {
      ofAccount: concurrentSessions(
        sharing: ACCOUNT
        filter: {not: {hostname: {eq: $hostname}}}
        includeUnknown: true
        excludeNoise: $noNoise
        order: {field: STARTED, direction: ASCENDING}
        first: 500
      ) {
        ...Nearby
      }
    }
  }
}
    fragment Nearby on SessionConnection {
  totalCount {
    value
    relation
  }
  nodes {
    ...ListedSession
  }
}
fragment ListedSession on Session {
  id
  hostname
  loginId
  user
  loginType
  srcIp
  srcIps
  startedAt
  startReason
  endedAt
  endedAfter
  endReason
  account {
    id
    user
  }
}`) as unknown as TypedDocumentString<SessionElsewhereQuery, SessionElsewhereQueryVariables>;
export const SessionEvents = new TypedDocumentString(`
    query SessionEvents($id: ID!, $after: String) {
  node(id: $id) {
    __typename
    ... on Session {
      events(order: OLDEST_FIRST, first: 1000, after: $after) {
        nodes {
          ...EventOfSession
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  }
}
    fragment EventOfSession on SessionEvent {
  id
  time
  action
  user
  loginId
  sourceId
  ... on RemoteCapableEvent {
    loginType
    srcIp
  }
  ... on LoginEvent {
    srcHostname
  }
  ... on ReconnectEvent {
    srcHostname
  }
}`) as unknown as TypedDocumentString<SessionEventsQuery, SessionEventsQueryVariables>;
export const StoredRange = new TypedDocumentString(`
    query StoredRange {
  overview {
    firstAt
    lastAt
  }
}
    `) as unknown as TypedDocumentString<StoredRangeQuery, StoredRangeQueryVariables>;
export const EventRows = new TypedDocumentString(`
    query EventRows($filter: SessionEventFilter!, $order: TimeOrder!, $first: Int!, $after: String) {
  sessionEvents(filter: $filter, order: $order, first: $first, after: $after) {
    nodes {
      ...EventRow
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
    fragment EventRow on SessionEvent {
  id
  time
  action
  hostname
  user
  userDomain
  uid
  loginId
  sourceId
  ingestedAt
  session {
    id
  }
  ... on RemoteCapableEvent {
    loginType
    srcIp
    srcPort
    destIp
    destPort
  }
  ... on LoginEvent {
    loginSuccessful
    srcHostname
    linkedLoginId
  }
  ... on ReconnectEvent {
    srcHostname
  }
}`) as unknown as TypedDocumentString<EventRowsQuery, EventRowsQueryVariables>;
export const EventTotal = new TypedDocumentString(`
    query EventTotal($filter: SessionEventFilter!, $mode: CountMode!) {
  sessionEvents(filter: $filter, first: 1) {
    totalCount(mode: $mode) {
      value
      relation
    }
  }
}
    `) as unknown as TypedDocumentString<EventTotalQuery, EventTotalQueryVariables>;
export const SessionRows = new TypedDocumentString(`
    query SessionRows($filter: SessionFilter!, $order: OrderDirection!, $first: Int!, $after: String) {
  sessions(
    filter: $filter
    order: {field: STARTED, direction: $order}
    first: $first
    after: $after
  ) {
    nodes {
      ...SessionRow
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
    fragment SessionRow on Session {
  id
  hostname
  user
  userDomain
  uid
  loginId
  loginType
  srcIps
  startedAt
  startReason
  endedAt
  endedAfter
  endReason
  durationSeconds
  lockCount
  unlockCount
  reconnectCount
}`) as unknown as TypedDocumentString<SessionRowsQuery, SessionRowsQueryVariables>;
export const SessionTotal = new TypedDocumentString(`
    query SessionTotal($filter: SessionFilter!, $mode: CountMode!) {
  sessions(filter: $filter, first: 1) {
    totalCount(mode: $mode) {
      value
      relation
    }
  }
}
    `) as unknown as TypedDocumentString<SessionTotalQuery, SessionTotalQueryVariables>;