import { beforeAll, expect } from '@jest/globals';

import { INGEST, INGEST_CONTEXT } from './api.ts';
import type { Api } from './api.ts';
import { aLock, aLogin, aLogout, anUnlock, aReconnect } from './events.ts';
import type { Input } from './events.ts';
import { foldFacts, sessionsOf } from './sessionOracle.ts';
import type { OracleEvent, OracleSession } from './sessionOracle.ts';
import type { OracleHost } from './sessions/types.ts';

export const HOSTS = ['A', 'B', 'C', 'WEB_1'];
export const USERS = [
  'CORP\\ana',
  'corp.example\\ANA',
  'ana@corp.example',
  'ana',
  'LAB\\ana',
  'CORP\\ben',
  null,
  'CORP\\A$',
  'A\\A$',
  'NT AUTHORITY\\SYSTEM',
];
const TYPES = ['RDP', 'REMOTE', 'INTERACTIVE', null];
/** The canonical time this many seconds after the start of the log. */
export const at = (second: number): string =>
  new Date(Date.UTC(2026, 9, 1, 8) + second * 1000).toISOString().replace('Z', '000Z');
const pick = <T>(values: readonly T[], n: number): T => values[n % values.length] as T;

/** 400 events at intervals of 15 minutes, some at the same time. They belong to 28 pairs whose user and type change with each login. */
const EVENTS = Array.from({ length: 400 }, (_, n) => {
  const life = Math.floor(n / 40);
  const pair = (n * 11) % 28;
  const fields: Input = {
    time: at(Math.floor(n / 2) * 900),
    hostname: pick(HOSTS, pair),
    loginId: `0x${pair + 1}`,
    user: pick(USERS, pair + life * 3),
    uid: pair % 9 === 4 ? 'S-1-5-18' : null,
    sourceId: `w/${n}`,
  };
  const remote = { ...fields, loginType: pick(TYPES, pair + life) };
  const kind = (n * 7) % 13;
  if (kind < 5) return aLogin(remote);
  if (kind < 7) return aLogout(remote);
  if (kind < 10) return aLock(fields);
  return kind < 12 ? anUnlock(fields) : aReconnect(remote);
});
const STARTS = [{ hostname: 'B', time: at(90_000), sourceId: 'windows/system/1' }];

/** Sends a query that must succeed; returns its data. */
export const ask = async (api: Api, query: string, variables: object = {}): Promise<any> => {
  const { data, errors } = await api.query(query, variables);
  expect(errors).toBeUndefined();
  return data;
};

/** Extracts the uuid of an event or session from its global id. */
export const uuidOf = ({ id }: { readonly id: string }): string =>
  Buffer.from(id, 'base64url').toString('utf8').split(' ')[2] ?? '';

/** A stored log, oldest first, and its sessions as computed by the oracle. */
export type CompanyLog = {
  readonly events: readonly OracleEvent[];
  readonly sessions: readonly OracleSession[];
  /** Its hosts, as the oracle folds them. */
  readonly hosts: readonly OracleHost[];
};

/** Ingests the log before the tests of the file. */
export const useCompanyLog = (api: () => Api): (() => CompanyLog) => {
  let log: CompanyLog = { events: [], sessions: [], hosts: [] };
  beforeAll(async () => {
    const starts = [...STARTS, { hostname: 'QUIET', time: at(5) }];
    await ask(api(), INGEST_CONTEXT, { events: starts.map((hostStart) => ({ hostStart })) });
    const { ingestSessionEvents } = await ask(api(), INGEST, { events: EVENTS });
    expect(ingestSessionEvents.accepted).toBe(EVENTS.length);
    const { sessionEvents } = await ask(
      api(),
      `{ sessionEvents(first: 1000, order: OLDEST_FIRST) { nodes { id time action hostname user uid loginId
        ... on RemoteCapableEvent { loginType srcIp } ... on LoginEvent { loginSuccessful linkedLoginId } } } }`,
    );
    const events = sessionEvents.nodes.map((event: any) => ({ ...event, uuid: uuidOf(event) }));
    log = { events, sessions: sessionsOf(events, STARTS), hosts: foldFacts(events, STARTS) };
    expect(log.sessions.length).toBeGreaterThan(100);
  });
  return () => log;
};
