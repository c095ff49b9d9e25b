/** Short forms of what the oracle returns, for its tests. */
import { foldHost, sessionOf } from './foldHost.ts';
import { shortTime } from './makeFacts.ts';
import { HOUR } from './micros.ts';
import { periods } from './periods.ts';
import type { OracleFact, OracleHost, OracleSession } from './types.ts';

/** Fields of events of another pair than `0x1`, and of its twin. */
export const OTHER = { loginId: '0x2' };
export const TWIN = { loginId: '0x2', linkedLoginId: '0x1' };

export const fold = (...facts: readonly OracleFact[]): OracleHost => foldHost(facts, { silence: 24 * HOUR });

/** Each session as `LOGIN 10:00 a b; LOGOUT 11:00`: its start, its facts in the order of the fold, its end. */
export const summarize = (...facts: readonly OracleFact[]): readonly string[] => {
  const host = fold(...facts);
  return host.sessions.map((session) => {
    const members = host.facts.filter(({ uuid }) => sessionOf(host, uuid) === session);
    const end = session.endedAt === null ? 'open' : `${session.endReason} ${shortTime(session.endedAt)}`;
    return `${session.startReason} ${shortTime(session.startedAt)} ${members.map(({ uuid }) => uuid).join(' ')}; ${end}`;
  });
};

/** The only session of the facts. */
export const only = (...facts: readonly OracleFact[]): OracleSession => {
  const { sessions } = fold(...facts);
  if (sessions.length !== 1) throw new Error(`There are ${sessions.length} sessions.`);
  return sessions[0]!;
};

/** The host and the first session of `0x1`. */
export const sessionOfFirstPair = (...facts: readonly OracleFact[]): [OracleHost, OracleSession] => {
  const host = fold(...facts);
  return [host, host.sessions.find(({ loginId }) => loginId === '0x1')!];
};

/** Each period of that session as `ACTIVE 10:00`; the end of the last one at the end. */
export const showPeriods = (...facts: readonly OracleFact[]): string => {
  const list = periods(...sessionOfFirstPair(...facts));
  const until = list.at(-1)?.until ?? null;
  const states = list.map(({ from, state }) => `${state} ${shortTime(from)}`);
  return [...states, until === null ? 'open' : `end ${shortTime(until)}`].join(', ');
};
