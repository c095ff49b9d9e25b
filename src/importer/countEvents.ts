import type { OutgoingEvent } from './outgoingEvent.ts';
import type { IngestError } from './parseIngestAnswer.ts';
import { countReason, formatOrigin } from './tally.ts';
import type { Tally } from './tally.ts';

/** Counts events that did not reach the server, or of which it is not known. */
export const countNotStored = (tally: Tally, events: readonly OutgoingEvent[], reason: string): void => {
  for (const { origin } of events) countReason(tally.notStored, reason, () => formatOrigin(origin));
};

/** Counts an event that was rejected, once, by the first of its mistakes. */
export const countRejected = (
  tally: Tally,
  { origin }: OutgoingEvent,
  errors: readonly IngestError[],
): void => {
  const code = errors[0]?.code ?? 'UNKNOWN';
  countReason(tally.rejected, code, () => {
    const mistakes = errors.map(({ field, message }) => (field === null ? message : `${field}: ${message}`));
    return `${formatOrigin(origin)}  ${mistakes.join(' ')}`;
  });
};
