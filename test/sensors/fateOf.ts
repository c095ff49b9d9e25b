import type { Outcome } from '../../src/sensors/sensor.ts';

/** The result of a record: the kind of its event, or the reason. */
export const fateOf = (outcome: Outcome): string => {
  if ('event' in outcome) return Object.keys(outcome.event)[0] ?? '';
  const { kind, reason } = outcome;
  return kind === 'UNRELATED' || kind === 'NOT_UNDERSTOOD' ? `${kind}: ${reason}` : reason;
};
