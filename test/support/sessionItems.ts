import fc from 'fast-check';

import type { Database } from '../../src/db/client.ts';
import { storeItems } from '../../src/db/storeItems.ts';
import type { NewContextEvent } from '../../src/model/contextEvent.ts';
import { makeContextEventUuid, makeEventUuid } from '../../src/model/identity.ts';
import type { UnidentifiedEvent } from '../../src/model/identity.ts';
import type { NewEvent } from '../../src/model/sessionEvent.ts';

import { sessionsOf } from './sessionOracle.ts';

/** A record to store. */
export type Item = { readonly event: NewEvent } | { readonly context: NewContextEvent };

const timeOf = (tick: number): string => `2026-11-16T0${Math.floor(tick / 10)}:00:00.00000${tick % 10}Z`;

const base = (n: number, tick: number, host: string) => ({
  time: timeOf(tick),
  hostname: host,
  user: n % 5 === 0 ? null : `CORP\\u${n % 3}`,
  userDomain: n % 5 === 0 ? null : 'CORP',
  userName: n % 5 === 0 ? null : `u${n % 3}`,
  uid: [null, '1000', 'S-1-5-18'][n % 3] ?? null,
  sourceId: n % 4 === 0 ? `w/${n}` : `w/x${n}y`,
});

/** Random items with few pairs and few times, so that ties, reused login ids and missing events are common. */
const item = (hosts: readonly string[]): fc.Arbitrary<Item> =>
  fc
    .record({
      n: fc.nat(400),
      tick: fc.nat(29),
      host: fc.constantFrom(...hosts),
      loginId: fc.constantFrom('0x1', '0x2', '0x3e7', null),
      kind: fc.constantFrom(
        'LOGIN',
        'LOGIN',
        'LOGIN',
        'FAILED',
        'TWIN',
        'LOGOUT',
        'LOGOUT',
        'LOCK',
        'UNLOCK',
        'RECONNECT',
        'HOST_START',
        'HOST_STOP',
        'HOST_SEEN',
        'DISCONNECT',
        'DISCONNECT',
      ),
      loginType: fc.constantFrom('REMOTE', 'RDP', null),
      srcIp: fc.constantFrom('10.0.0.1', '10.0.0.2', 'fe80::1', null),
    })
    .map(({ n, tick, host, loginId, kind, loginType, srcIp }): Item => {
      const common = { ...base(n, tick, host), loginId };
      const remote = { loginType, srcIp, srcPort: null, destIp: null, destPort: null } as const;
      const identify = (event: UnidentifiedEvent): Item => ({
        event: { uuid: makeEventUuid(event), ...event } as NewEvent,
      });
      if (kind === 'DISCONNECT') {
        const { uid: _, ...fields } = common;
        const disconnect = { kind, ...fields, srcIp } as const;
        return { context: { uuid: makeContextEventUuid(disconnect), ...disconnect } };
      }
      if (kind === 'HOST_START' || kind === 'HOST_STOP' || kind === 'HOST_SEEN') {
        const { time, hostname, sourceId } = common;
        const ofHost = { kind, time, hostname, sourceId };
        return { context: { uuid: makeContextEventUuid(ofHost), ...ofHost } };
      }
      if (kind === 'LOGIN' || kind === 'FAILED' || kind === 'TWIN') {
        const login = {
          ...common,
          ...remote,
          action: 'LOGIN',
          loginSuccessful: kind !== 'FAILED',
          linkedLoginId: kind === 'TWIN' ? '0x2' : null,
          srcHostname: null,
        } as const;
        return identify(login);
      }
      if (kind === 'RECONNECT') return identify({ ...common, ...remote, action: kind, srcHostname: null });
      return identify(
        kind === 'LOCK' || kind === 'UNLOCK'
          ? { ...common, action: kind }
          : { ...common, ...remote, action: kind },
      );
    });

/** Stores items in one transaction. */
export const store = async (database: Database, items: readonly Item[]): Promise<void> => {
  const sorted = <T extends { hostname: string; time: string; uuid: string }>(rows: T[]): T[] =>
    [...new Map(rows.map((row) => [row.uuid, row])).values()].sort((a, b) =>
      `${a.hostname} ${a.time} ${a.uuid}` < `${b.hostname} ${b.time} ${b.uuid}` ? -1 : 1,
    );
  await storeItems(database, {
    events: sorted(items.flatMap((entry) => ('event' in entry ? [entry.event] : []))),
    contextEvents: sorted(items.flatMap((entry) => ('context' in entry ? [entry.context] : []))),
  });
};

/** The stored sessions, in an order that does not depend on the order in which they were stored. */
export const storedSessions = async ({ writePool }: Database): Promise<object[]> => {
  const { rows } = await writePool.query(
    `select hostname, login_id as "loginId", start_id as "startUuid", start_reason as "startReason", end_reason as "endReason",
       to_char(started_at, 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "startedAt", to_char(ended_at, 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "endedAt",
       "user", uid, login_type as "loginType", (select coalesce(array_agg(host(ip) order by host(ip)), '{}') from unnest(src_ips) ip)::text[] as "srcIps",
       lock_count as locks, unlock_count as unlocks, reconnect_count as reconnects from session`,
  );
  return inOrder(rows);
};

/** Deletes all records. For a few rows this is 20 times as fast as truncate, which creates new files for 50 indexes. */
export const clear = async ({ writePool }: Database): Promise<void> => {
  await writePool.query(`delete from session_event; delete from context_event; delete from session; delete from host;
    delete from account; delete from login_domain; delete from twin; delete from host_activity; delete from join_note`);
};

const inOrder = (rows: readonly object[]): object[] =>
  [...rows]
    .map((row) => Object.fromEntries(Object.entries(row).sort()))
    .sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));

/** The sessions that should be stored. The first content of an event is kept, so the oracle gets each uuid once. */
export const expectedSessions = (items: readonly Item[]): object[] => {
  const events = [
    ...new Map(
      items
        .flatMap((entry) => ('event' in entry ? [[entry.event.uuid, entry.event] as const] : []))
        .toReversed(),
    ).values(),
  ];
  return inOrder(sessionsOf(events, contextsIn(items)).map(({ members: _, ...session }) => session));
};

/** The context events among items. */
export const contextsIn = (items: readonly Item[]): readonly NewContextEvent[] =>
  items.flatMap((entry) => ('context' in entry ? [entry.context] : []));

/** Random items in which each uuid has only one content. Other tests cover events with the same uuid and another content. */
export const itemsOf = (hosts: readonly string[], maxLength: number): fc.Arbitrary<Item[]> =>
  fc.uniqueArray(item(hosts), {
    minLength: 1,
    maxLength,
    selector: (entry) => ('event' in entry ? entry.event.uuid : entry.context.uuid),
  });
