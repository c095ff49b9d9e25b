/** Rule 14: what the facts of a host cover. */
import { stretches } from './endedAfter.ts';
import type { OracleFact, OracleHost } from './types.ts';

export type OracleCoverage = {
  readonly status: 'BEFORE_FIRST_EVENT' | 'HOST_DOWN' | 'AFTER_LAST_EVENT' | 'GAP' | 'COVERED';
  /** The last fact at or before the time. */
  readonly eventBefore: OracleFact | null;
  /** The first fact after the time. */
  readonly eventAfter: OracleFact | null;
};

export const coverageAt = (host: OracleHost, time: string): OracleCoverage => ({
  status: statusAt(host, time),
  eventBefore: host.facts.findLast((fact) => fact.time <= time) ?? null,
  eventAfter: host.facts.find((fact) => fact.time > time) ?? null,
});

/** The first that applies. */
const statusAt = (host: OracleHost, time: string): OracleCoverage['status'] => {
  const first = host.facts.at(0);
  const last = host.facts.at(-1);
  if (first === undefined || last === undefined || time < first.time) return 'BEFORE_FIRST_EVENT';
  if (isDownAt(host, time)) return 'HOST_DOWN';
  if (time > last.time) return 'AFTER_LAST_EVENT';
  return stretches(host).some(({ from, until }) => from <= time && time <= until) ? 'COVERED' : 'GAP';
};

/** From a stop to the host's next fact that does not leave it down. */
const isDownAt = (host: OracleHost, time: string): boolean =>
  host.facts.some((stop, index) => {
    if (stop.kind !== 'HOST_STOP' || time < stop.time) return false;
    const next = host.facts.slice(index + 1).find((fact) => !leavesDown(host, fact));
    return next === undefined || time < next.time;
  });

/** A stop, LOGOUT, Disconnect or late event of rule 9. */
const leavesDown = (host: OracleHost, fact: OracleFact): boolean =>
  fact.kind === 'HOST_STOP' ||
  fact.kind === 'DISCONNECT' ||
  (fact.kind === 'EVENT' && fact.action === 'LOGOUT') ||
  host.lateUuids.has(fact.uuid);
