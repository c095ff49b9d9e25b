/** Stores facts of the oracle, and reads what the server makes of them in the oracle's own form. */
import { sql } from 'drizzle-orm';

import type { Database } from '../../../src/db/client.ts';
import { compilePredicate, SESSIONS } from '../../../src/db/compilePredicate.ts';
import { makeRequestDatabase } from '../../../src/db/makeRequestDatabase.ts';
import { isDisconnectOf } from '../../../src/db/membership.ts';
import { selectEventsOfSession } from '../../../src/db/selectEventsOfSession.ts';
import { selectSessionOfEvent } from '../../../src/db/selectSessionOfEvent.ts';
import { storeItems } from '../../../src/db/storeItems.ts';
import { toStoredSession } from '../../../src/db/stitch/sessionRows.ts';
import type { SessionRow } from '../../../src/db/stitch/sessionRows.ts';
import { SESSION_EXTENT } from '../../../src/db/tables.ts';
import type { NewContextEvent } from '../../../src/model/contextEvent.ts';
import type { Predicate } from '../../../src/model/filter/predicate.ts';
import { makeContextEventUuid, makeEventUuid } from '../../../src/model/identity.ts';
import type { StoredSession } from '../../../src/model/session/session.ts';
import type { NewEvent, SessionEvent } from '../../../src/model/sessionEvent.ts';

import type { FactDraft } from './facts.ts';
import { foldHost } from './foldHost.ts';
import type { OracleFact, OracleHost, OracleSession } from './types.ts';

const toItem = (draft: FactDraft): object => {
  if (draft.kind !== 'EVENT') return draft;
  const { kind: _, ...event } = draft;
  const isRemote = draft.action !== 'LOCK' && draft.action !== 'UNLOCK';
  return {
    ...event,
    ...(isRemote && {
      loginType: draft.loginType ?? null,
      srcIp: draft.srcIp ?? null,
      srcPort: null,
      destIp: null,
      destPort: null,
    }),
    ...((draft.action === 'LOGIN' || draft.action === 'RECONNECT') && { srcHostname: null }),
    ...(draft.action === 'LOGIN' && {
      loginSuccessful: draft.loginSuccessful ?? true,
      linkedLoginId: draft.linkedLoginId ?? null,
    }),
  };
};

/** The uuid that the server gives to a fact. */
export const identify = (draft: FactDraft): string =>
  draft.kind === 'EVENT'
    ? makeEventUuid(toItem(draft) as Parameters<typeof makeEventUuid>[0])
    : makeContextEventUuid(toItem(draft) as Parameters<typeof makeContextEventUuid>[0]);

type Keyed = { readonly hostname: string; readonly time: string; readonly uuid: string };

const byKey = (a: Keyed, b: Keyed): number =>
  `${a.hostname} ${a.time} ${a.uuid}` < `${b.hostname} ${b.time} ${b.uuid}` ? -1 : 1;

/** Stores facts in one transaction. */
export const storeFacts = async (database: Database, facts: readonly OracleFact[]): Promise<void> => {
  const unique = [...new Map(facts.map((fact) => [fact.uuid, fact])).values()].sort(byKey);
  await storeItems(database, {
    events: unique.filter(({ kind }) => kind === 'EVENT').map((fact) => toItem(fact) as NewEvent),
    contextEvents: unique.filter(({ kind }) => kind !== 'EVENT') as readonly NewContextEvent[],
  });
};

export const clearFacts = async ({ writePool }: Database): Promise<void> => {
  await writePool.query(`delete from session_event; delete from context_event; delete from session; delete from host;
    delete from account; delete from login_domain; delete from twin; delete from host_activity`);
};

/** The hosts of facts, folded by the oracle. */
export const foldHosts = (facts: readonly OracleFact[], silence: number): readonly OracleHost[] =>
  [...new Set(facts.map(({ hostname }) => hostname))].sort().map((hostname) =>
    foldHost(
      facts.filter((fact) => fact.hostname === hostname),
      { silence },
    ),
  );

/** The stored sessions of a host. */
export const readSessions = async ({ writePool }: Database): Promise<readonly StoredSession[]> => {
  const { rows } = await writePool.query<SessionRow>(
    'select * from session order by hostname, started_at, start_id',
  );
  return rows.map(toStoredSession);
};

/** The facts that the server says belong to a session, in no order. */
export const readMembers = async (database: Database, session: StoredSession): Promise<readonly string[]> => {
  const db = makeRequestDatabase(database);
  const events = await selectEventsOfSession(db, {
    extent: session,
    scan: 'ASCENDING',
    after: null,
    before: null,
    limit: 1000,
  });
  const disconnects = await db.rows<{
    id: string;
  }>(sql`select context_event.id from session join context_event
    on ${isDisconnectOf(SESSION_EXTENT)} where session.hostname = ${session.hostname} and session.started_at = ${session.startedAt}
      and session.start_id = ${session.startUuid}`);
  return [...events.map(({ uuid }) => uuid), ...disconnects.map(({ id }) => id)];
};

/** The session that the server says an event belongs to, for each event among facts; null for none. */
export const readSessionsOf = async (
  database: Database,
  facts: readonly OracleFact[],
): Promise<ReadonlyMap<string, StoredSession | null>> => {
  const db = makeRequestDatabase(database);
  const events = facts.filter(({ kind }) => kind === 'EVENT').map((fact) => toItem(fact) as SessionEvent);
  const found = events.map(async (event) => [event.uuid, await selectSessionOfEvent(db, event)] as const);
  return new Map(await Promise.all(found));
};

/** The uuids of the first events of the sessions that match a predicate with a time, for each time. */
export const readMatches = async (
  database: Database,
  times: readonly string[],
  predicateAt: (time: string) => Predicate,
): Promise<readonly (readonly string[])[]> => {
  const parts = times.map(
    (time, index) =>
      sql`select ${String(index)}::text as index, session.start_id as id from session where ${compilePredicate(predicateAt(time), time, SESSIONS)}`,
  );
  const rows = await makeRequestDatabase(database).rows<{ index: string; id: string }>(
    sql.join(parts, sql` union all `),
  );
  return times.map((_, index) =>
    rows.flatMap((row) => (row.index === String(index) ? [row.id] : [])).toSorted(),
  );
};

/** The fields of a session that are compared. */
const COMPARED = [
  'hostname',
  'loginId',
  'startedAt',
  'startUuid',
  'startReason',
  'endedAt',
  'endReason',
  'endUuid',
  'user',
  'userDomain',
  'userName',
  'uid',
  'loginType',
  'srcIp',
  'lockCount',
  'unlockCount',
  'reconnectCount',
] as const;

export const comparable = (session: OracleSession | StoredSession): object => ({
  ...Object.fromEntries(COMPARED.map((field) => [field, session[field]])),
  srcIps: session.srcIps.toSorted(),
});
