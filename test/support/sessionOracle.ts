/**
 * The oracle of sessions (test/support/sessions) for tests that have events as the API returns them: without the kind of fact, and with the
 * record number only in the uuid.
 */
import { foldHost } from './sessions/foldHost.ts';
import { HOUR } from './sessions/micros.ts';
import type { OracleFact, OracleHost, OracleSession as FoldedSession } from './sessions/types.ts';

export type OracleEvent = {
  readonly uuid: string;
  readonly time: string;
  readonly hostname: string;
  readonly loginId: string | null;
  readonly action: string;
  readonly loginSuccessful?: boolean;
  readonly linkedLoginId?: string | null;
  readonly loginType?: string | null;
  readonly srcIp?: string | null;
  readonly user: string | null;
  readonly uid: string | null;
};

export type OracleSession = {
  readonly hostname: string;
  readonly loginId: string;
  readonly startedAt: string;
  readonly startUuid: string;
  readonly startReason: string;
  readonly endedAt: string | null;
  readonly endReason: string | null;
  readonly user: string | null;
  readonly uid: string | null;
  readonly loginType: string | null;
  readonly srcIps: readonly string[];
  readonly locks: number;
  readonly unlocks: number;
  readonly reconnects: number;
  /** The uuids of its events and Disconnects. */
  readonly members: readonly string[];
};

type Start = { readonly hostname: string; readonly time: string };

/** Folds a user as the server does: the first label of the domain in upper case, the name in lower case. */
const foldUser = (user: string | null): { userDomain: string | null; userName: string | null } => {
  const [, before, name, after] = /^(?:([^\\]*)\\)?([^@]*)(?:@(.*))?$/.exec(user ?? '') ?? [];
  if (user === null) return { userDomain: null, userName: null };
  const domain = (before ?? after)?.split('.')[0]?.toUpperCase();
  return {
    userDomain: domain === undefined || domain === '' ? null : domain,
    userName: (name ?? user).toLowerCase(),
  };
};

const toFact = (event: OracleEvent): OracleFact => ({
  ...(event as Omit<Extract<OracleFact, { kind: 'EVENT' }>, 'kind'>),
  kind: 'EVENT',
  ...foldUser(event.user),
  sourceId: `log/${Number.parseInt(event.uuid.replace('-', '').slice(0, 12), 16)}`,
});

/** Folds events and host starts, or other facts, of any hosts. */
export const foldFacts = (
  events: readonly OracleEvent[],
  others: readonly (Start | OracleFact)[],
): readonly OracleHost[] => {
  const facts = [
    ...events.map(toFact),
    ...others.map((other, index): OracleFact =>
      'kind' in other ? other : { ...other, kind: 'HOST_START', uuid: `start ${index}`, sourceId: null },
    ),
  ];
  const hostnames = [...new Set(facts.map(({ hostname }) => hostname))];
  return hostnames.map((hostname) =>
    foldHost(
      facts.filter((fact) => fact.hostname === hostname),
      { silence: 24 * HOUR },
    ),
  );
};

export const sessionsOf = (
  events: readonly OracleEvent[],
  others: readonly (Start | OracleFact)[],
): readonly OracleSession[] => foldFacts(events, others).flatMap(({ sessions }) => sessions.map(simplify));

const simplify = (session: FoldedSession): OracleSession => ({
  hostname: session.hostname,
  loginId: session.loginId,
  startedAt: session.startedAt,
  startUuid: session.startUuid,
  startReason: session.startReason,
  endedAt: session.endedAt,
  endReason: session.endReason,
  user: session.user,
  uid: session.uid,
  loginType: session.loginType,
  srcIps: session.srcIps,
  locks: session.lockCount,
  unlocks: session.unlockCount,
  reconnects: session.reconnectCount,
  members: [...session.memberUuids, ...session.memberContextUuids],
});
