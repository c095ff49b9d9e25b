import { compareFacts } from './compareFacts.ts';
import type { Draft } from './Pair.ts';
import type { OracleEvent, OracleSession } from './types.ts';

/** Derives the fields of a session from its facts. Own events contribute; Disconnects and what changes nothing do not. */
export const finishSession = (draft: Draft): OracleSession => {
  const { loginId, opening, startReason, ownFacts, end } = draft;
  const events = ownFacts.filter((fact) => fact.kind === 'EVENT');
  const named = events.find(({ userName }) => userName !== null);
  const addresses = known(events, 'srcIp');
  const members = [...ownFacts, ...draft.otherFacts].toSorted(compareFacts);
  return {
    hostname: opening.hostname,
    loginId,
    startedAt: opening.time,
    startUuid: opening.uuid,
    startReason,
    user: named?.user ?? null,
    userDomain: named?.userDomain ?? null,
    userName: named?.userName ?? null,
    uid: known(events, 'uid')[0] ?? null,
    loginType: known(events, 'loginType')[0] ?? null,
    srcIp: addresses[0] ?? null,
    srcIps: [...new Set(addresses)].toSorted(),
    endedAt: end?.fact.time ?? null,
    endReason: end?.reason ?? null,
    endUuid: end?.reason === 'LOGOUT' ? end.fact.uuid : null,
    lockCount: count(events, 'LOCK'),
    unlockCount: count(events, 'UNLOCK'),
    reconnectCount: count(events, 'RECONNECT'),
    memberUuids: members.filter(({ kind }) => kind === 'EVENT').map(({ uuid }) => uuid),
    memberContextUuids: members.filter(({ kind }) => kind === 'DISCONNECT').map(({ uuid }) => uuid),
    ownFacts,
    endFact: end?.fact ?? null,
    keptFrom: null,
  };
};

const known = (events: readonly OracleEvent[], field: 'uid' | 'loginType' | 'srcIp'): readonly string[] =>
  events.flatMap((event) => event[field] ?? []);

const count = (events: readonly OracleEvent[], action: OracleEvent['action']): number =>
  events.filter((event) => event.action === action).length;
