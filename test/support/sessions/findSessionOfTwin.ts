import { SECOND, microsBetween } from './micros.ts';
import type { Draft } from './Pair.ts';
import type { OracleEvent, OracleFact } from './types.ts';

const OPENS_AFTER = 60 * SECOND;

/**
 * Rule 2: a twin belongs to the session of its linked id that is open at its time, else to the one that a LOGIN of that id opens
 * within 60 s after it in the same boot, else to no session.
 *
 * A session is open at all times from its start until before its end, as rule 11 defines ENDED: a twin at the time at which a login
 * supersedes a session belongs to the next session. "After" is the order of the fold.
 */
export const findSessionOfTwin = (
  twin: OracleEvent,
  facts: readonly OracleFact[],
  drafts: readonly Draft[],
): Draft | undefined => {
  const ofLinkedId = drafts.filter(({ loginId }) => loginId === twin.linkedLoginId);
  const open = ofLinkedId.find(
    ({ opening, end }) => opening.time <= twin.time && (end === null || twin.time < end.fact.time),
  );
  if (open !== undefined) return open;
  for (const fact of facts.slice(facts.indexOf(twin) + 1)) {
    if (fact.kind === 'HOST_START' || microsBetween(twin.time, fact.time) > OPENS_AFTER) return undefined;
    const opened = ofLinkedId.find(({ opening, startReason }) => opening === fact && startReason === 'LOGIN');
    if (opened !== undefined) return opened;
  }
  return undefined;
};
