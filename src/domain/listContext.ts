import type { RequestDatabase } from '../db/makeRequestDatabase.ts';
import type { CountedList, EventPageQuery } from '../db/eventPageQuery.ts';
import type { LockQuery } from '../db/hunts/selectHostLocks.ts';
import type { HostOfLogins } from '../db/hunts/selectHostsOf.ts';
import type { RdpLoginQuery } from '../db/hunts/selectSeen.ts';
import type { SessionEventsPageQuery } from '../db/selectEventsOfSessions.ts';
import type { SessionPageQuery } from '../db/selectSessions.ts';
import type { PairPosition } from '../db/selectSessionsOfEvents.ts';

import type { Account } from '../model/account.ts';
import type { Host } from '../model/host.ts';
import type { Evidence } from '../model/hunts/match.ts';
import type { StoredSession } from '../model/session/session.ts';
import type { EventKey, SessionEvent } from '../model/sessionEvent.ts';
import type { HostnameStyle } from '../model/values/hostname.ts';

/** Reads of lists; what asks at the same time is read by one statement. */
export type ListReads = {
  readonly events: (query: EventPageQuery) => Promise<readonly SessionEvent[]>;
  readonly eventsOfSession: (query: SessionEventsPageQuery) => Promise<readonly SessionEvent[]>;
  readonly countEvents: (list: CountedList) => Promise<number>;
  readonly sessions: (query: SessionPageQuery) => Promise<readonly StoredSession[]>;
  readonly countSessions: (list: CountedList) => Promise<number>;
  /** Null for an event that is not stored (any more). */
  readonly event: (key: EventKey) => Promise<SessionEvent | null>;
  /** Null for a host that nothing was recorded of. */
  readonly host: (hostname: string) => Promise<Host | null>;
  readonly accountsOf: (evidence: Evidence) => Promise<readonly Account[]>;
  readonly seen: (ask: RdpLoginQuery) => Promise<boolean>;
  readonly hostLocks: (ask: LockQuery) => Promise<boolean>;
  readonly sourcesBefore: (reconnect: PairPosition) => Promise<readonly string[]>;
  readonly hostsOf: (evidence: Evidence) => Promise<readonly HostOfLogins[]>;
};

/** What lists are read with. */
export type ListContext = {
  readonly db: RequestDatabase;
  readonly lists: ListReads;
  readonly hostnames: HostnameStyle;
  /** The moment of the request, canonical time. */
  readonly now: string;
};
