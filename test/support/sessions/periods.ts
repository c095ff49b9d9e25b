/** Rules 11 and 13: the states of a session over time. */
import { lastProof } from './endedAfter.ts';
import { addMicros, earlier, microsBetween } from './micros.ts';
import { recordedState } from './recordedState.ts';
import type { OracleHost, OracleSession, OracleState } from './types.ts';

export type OraclePeriod = {
  readonly from: string;
  readonly until: string | null;
  readonly state: OracleState;
};

/** Microseconds. */
export type OracleSeconds = {
  readonly duration: number;
  readonly active: number;
  readonly locked: number;
  readonly disconnected: number;
  readonly unknown: number;
};

/**
 * Rule 11: the time after which the state is UNKNOWN because of the end: `endedAfter` where it differs from `endedAt`; of an open
 * session `endedAfter` plus SILENCE. Null where the two are equal.
 */
export const unknownAfter = (host: OracleHost, session: OracleSession): string | null => {
  const proven = lastProof(host, session);
  if (session.endedAt === null) return addMicros(proven, host.silence);
  return proven === session.endedAt ? null : proven;
};

/** Rule 11. */
export const stateAt = (host: OracleHost, session: OracleSession, time: string): OracleState | null => {
  if (time < session.startedAt) return null;
  if (session.endedAt !== null && time >= session.endedAt) return 'ENDED';
  const after = unknownAfter(host, session);
  if (after !== null && time > after) return 'UNKNOWN';
  return recordedState(session, time);
};

/**
 * Rule 11: half-open, tile the session, and merge equal neighbours. UNKNOWN because of the end starts at `endedAfter`; `stateAt` still
 * returns the state before at that instant. A session of length zero has no periods.
 */
export const periods = (
  host: OracleHost,
  session: OracleSession,
  asOf: string | null = null,
): readonly OraclePeriod[] => {
  const end = earlier(session.endedAt, asOf);
  const after = unknownAfter(host, session);
  const times = [
    session.startedAt,
    ...session.ownFacts.map(({ time }) => time),
    ...(after === null ? [] : [after]),
  ];
  const starts = [...new Set(times)].filter((time) => end === null || time < end).toSorted();
  const merged: OraclePeriod[] = [];
  for (const [index, from] of starts.entries()) {
    const state = after !== null && from >= after ? 'UNKNOWN' : recordedState(session, from);
    const until = starts[index + 1] ?? end;
    const last = merged.at(-1);
    if (last?.state === state) merged[merged.length - 1] = { ...last, until };
    else merged.push({ from, until, state });
  }
  return merged;
};

/** Rule 13: the duration and the sums by state; null for an open session without `asOf`, and when it starts after `asOf`. */
export const seconds = (
  host: OracleHost,
  session: OracleSession,
  asOf: string | null,
): OracleSeconds | null => {
  const end = earlier(session.endedAt, asOf);
  if (end === null || end < session.startedAt) return null;
  const sum = (state: OracleState): number =>
    periods(host, session, asOf)
      .filter((period) => period.state === state)
      .reduce((total, { from, until }) => total + microsBetween(from, until!), 0);
  return {
    duration: microsBetween(session.startedAt, end),
    active: sum('ACTIVE'),
    locked: sum('LOCKED'),
    disconnected: sum('DISCONNECTED'),
    unknown: sum('UNKNOWN'),
  };
};

/**
 * Hunts end a session when rule 11 first says ENDED, or UNKNOWN because of its end, not after `until`; `includeUnknown` uses
 * `endedAt`.
 */
export const huntEnd = (
  host: OracleHost,
  session: OracleSession,
  until: string,
  includeUnknown: boolean,
): string => {
  const end = includeUnknown ? session.endedAt : (unknownAfter(host, session) ?? session.endedAt);
  return earlier(end, until)!;
};
