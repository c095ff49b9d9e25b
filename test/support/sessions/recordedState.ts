/** Rules 11, 12 and 13: what the session's own facts that are kept say about its state, apart from its start and end. */
import { SECOND, microsBetween } from './micros.ts';
import type { OracleEvent, OraclePairFact, OracleSession } from './types.ts';

/** Rule 12: Windows writes 4778, then 4801. */
const SAME_RECONNECT = 60 * SECOND;

type Flags = { readonly locked: boolean; readonly disconnected: boolean };

/**
 * The session's facts that tell the state: opening, LOCK, UNLOCK, RECONNECT, Disconnect. Of those that retention dropped only the opening is left,
 * and it tells no more than a LOGIN.
 */
const factsOfState = ({ ownFacts, keptFrom }: OracleSession): readonly OraclePairFact[] => {
  const [opening, ...others] = ownFacts as readonly [OracleEvent, ...OraclePairFact[]];
  return [
    isKept(opening, keptFrom) ? opening : { ...opening, action: 'LOGIN' },
    ...others.filter(
      (fact) => isOneOf(fact, ['LOCK', 'UNLOCK', 'RECONNECT', 'DISCONNECT']) && isKept(fact, keptFrom),
    ),
  ];
};

const isKept = ({ time }: OraclePairFact, keptFrom: string | null): boolean =>
  keptFrom === null || time >= keptFrom;

const nameOf = (fact: OraclePairFact): string => (fact.kind === 'EVENT' ? fact.action : fact.kind);

const isOneOf = (fact: OraclePairFact, names: readonly string[]): boolean => names.includes(nameOf(fact));

/** Rule 11: the flags after these facts. */
const flagsAfter = (facts: readonly OraclePairFact[]): Flags => {
  let locked = false;
  let disconnected = false;
  for (const fact of facts) {
    if (isOneOf(fact, ['LOCK'])) locked = true;
    if (isOneOf(fact, ['DISCONNECT'])) disconnected = true;
    if (isOneOf(fact, ['UNLOCK', 'RECONNECT'])) locked = disconnected = false;
  }
  return { locked, disconnected };
};

/** Rule 12: the fact since which the state is unknown, if this fact proves that a record before it is missing. */
const unknownSince = (
  before: readonly OraclePairFact[],
  fact: OraclePairFact,
): OraclePairFact | undefined => {
  const { locked, disconnected } = flagsAfter(before);
  const previous = before.at(-1);
  switch (nameOf(fact)) {
    case 'LOCK':
      return locked ? before.findLast((earlierFact) => isOneOf(earlierFact, ['LOCK'])) : undefined;
    case 'DISCONNECT':
      return disconnected
        ? before.findLast((earlierFact) => isOneOf(earlierFact, ['DISCONNECT']))
        : undefined;
    case 'RECONNECT':
      return !disconnected && !locked ? previous : undefined;
    case 'UNLOCK': {
      const isOfReconnect =
        previous !== undefined &&
        isOneOf(previous, ['RECONNECT']) &&
        microsBetween(previous.time, fact.time) <= SAME_RECONNECT;
      return !disconnected && !locked && !isOfReconnect ? previous : undefined;
    }
    default:
      return undefined;
  }
};

/** Rule 12: the half-open ranges in which the state is unknown; `until` is null where nothing recorded ends one. */
const unknownRanges = (
  session: OracleSession,
): readonly { readonly from: string; readonly until: string | null }[] => {
  const facts = factsOfState(session);
  return facts.flatMap((fact, index) => {
    const before = facts.slice(0, index);
    const since = unknownSince(before, fact);
    const ranges = since === undefined ? [] : [{ from: since.time, until: fact.time }];
    const { locked, disconnected } = flagsAfter(before);
    if (!isOneOf(fact, ['LOCK']) || !locked || !disconnected) return ranges;
    // A LOCK when both locked and disconnected leaves UNKNOWN until the next RECONNECT, UNLOCK or Disconnect.
    const next = facts
      .slice(index + 1)
      .find((later) => isOneOf(later, ['RECONNECT', 'UNLOCK', 'DISCONNECT']));
    return [...ranges, { from: fact.time, until: next?.time ?? null }];
  });
};

/** The last four cases of rule 11: UNKNOWN by rules 12 and 13, DISCONNECTED, LOCKED, ACTIVE. */
export const recordedState = (
  session: OracleSession,
  time: string,
): 'UNKNOWN' | 'DISCONNECTED' | 'LOCKED' | 'ACTIVE' => {
  const [opening, firstKept] = factsOfState(session);
  // Rule 13.
  if (!isKept(opening!, session.keptFrom) && (firstKept === undefined || time < firstKept.time))
    return 'UNKNOWN';
  const isUnknown = unknownRanges(session).some(
    ({ from, until }) => from <= time && (until === null || time < until),
  );
  if (isUnknown) return 'UNKNOWN';
  const flags = flagsAfter(factsOfState(session).filter((fact) => fact.time <= time));
  if (flags.disconnected) return 'DISCONNECTED';
  return flags.locked ? 'LOCKED' : 'ACTIVE';
};
