/** Rule 10: how far the facts prove a session. */
import { compareFacts } from './compareFacts.ts';
import { earlier, microsBetween } from './micros.ts';
import type { OracleFact, OracleHost, OracleSession } from './types.ts';

/** The session is proven until this time, which is at most `asOf`; null when it starts after `asOf`. */
export const endedAfter = (
  host: OracleHost,
  session: OracleSession,
  asOf: string | null = null,
): string | null =>
  asOf !== null && asOf < session.startedAt ? null : earlier(lastProof(host, session), asOf);

/** `endedAfter` by all facts. */
export const lastProof = (host: OracleHost, session: OracleSession): string => {
  const { endReason, endedAt, endFact } = session;
  if (endReason === 'LOGOUT') return endedAt!;
  const ownLast = session.ownFacts.at(-1)!;
  if (endReason === 'SUPERSEDED') return ownLast.time;
  // HOST_STOP: up to and including the stop. HOST_RESTART: before the start. Open: all facts.
  const isWithin = (fact: OracleFact): boolean =>
    endFact === null || compareFacts(fact, endFact) < (endReason === 'HOST_STOP' ? 1 : 0);
  let reached: OracleFact = ownLast;
  for (const fact of host.facts.slice(host.facts.indexOf(ownLast) + 1)) {
    if (!isWithin(fact) || microsBetween(reached.time, fact.time) > host.silence) break;
    reached = fact;
  }
  return reached.time;
};

/** `provenAt: T` means startedAt ≤ T ≤ `endedAfter` and T < `endedAt`. */
export const isProvenAt = (host: OracleHost, session: OracleSession, time: string): boolean =>
  session.startedAt <= time &&
  time <= lastProof(host, session) &&
  (session.endedAt === null || time < session.endedAt);

/** The ranges of facts of the host without a silence longer than SILENCE. Both ends are times of facts. */
export const stretches = (host: OracleHost): readonly { from: string; until: string }[] => {
  const ranges: { from: string; until: string }[] = [];
  for (const { time } of host.facts) {
    const last = ranges.at(-1);
    if (last !== undefined && microsBetween(last.until, time) <= host.silence) last.until = time;
    else ranges.push({ from: time, until: time });
  }
  return ranges;
};

/** For each host start and stop the last fact before it in the order of the fold. */
export const factsBeforeStartsAndStops = (
  host: OracleHost,
): readonly { readonly fact: OracleFact; readonly before: OracleFact | null }[] =>
  host.facts
    .map((fact, index) => ({ fact, before: host.facts[index - 1] ?? null }))
    .filter(({ fact }) => fact.kind === 'HOST_START' || fact.kind === 'HOST_STOP');
