import type { OutgoingItem } from './outgoingItem.ts';
import type { IngestError } from './parseVerdicts.ts';
import { countReason, formatOrigin } from './tally.ts';
import type { Tally } from './tally.ts';

/** Counts items that did not reach the server, or of which it is not known. */
export const countNotStored = (tally: Tally, items: readonly OutgoingItem[], reason: string): void => {
  for (const { origin } of items) countReason(tally.notStored, reason, () => formatOrigin(origin));
};

/** Counts an item that was rejected, once, by the first of its mistakes. */
export const countRejected = (
  tally: Tally,
  { origin }: OutgoingItem,
  errors: readonly IngestError[],
): void => {
  const code = errors[0]?.code ?? 'UNKNOWN';
  countReason(tally.rejected, code, () => {
    const mistakes = errors.map(({ field, message }) => (field === null ? message : `${field}: ${message}`));
    return `${formatOrigin(origin)}  ${mistakes.join(' ')}`;
  });
};
