import type { Explainer } from './explain.ts';
import type { OutgoingItem } from '../send/delivery.ts';
import type { IngestResult } from '../send/parseResults.ts';
import { countReason, formatOrigin } from './tally.ts';
import type { Tally } from './tally.ts';

/** Where the results of items are recorded: the counts, and the explainer for single records. */
export type ImportReporter = { readonly tally: Tally; readonly explainer: Explainer };

/** The result of an item; VALID occurs only in a dry run. */
export type ImportResult = IngestResult | { readonly status: 'VALID' };

/** Counts the result of an item. A rejected item is counted once, under the code of its first error. */
export const countResult = (
  { tally, explainer }: ImportReporter,
  item: OutgoingItem,
  result: ImportResult,
): void => {
  const { origin } = item;
  if (result.status !== 'REJECTED') {
    tally[COUNTED_AS[result.status]] += 1;
    return explainer.explainResult(origin, EXPLAINED_AS[result.status]);
  }
  const { errors } = result;
  const mistakes = errors
    .map(({ field, message }) => (field === null ? message : `${field}: ${message}`))
    .join(' ');
  const code = errors[0]?.code ?? 'UNKNOWN';
  countReason(tally.rejected, code, () => `${formatOrigin(origin)}  ${mistakes}`);
  explainer.explainResult(origin, `is rejected: ${code} ${mistakes}`);
};

const COUNTED_AS = { ACCEPTED: 'accepted', DUPLICATE: 'duplicates', VALID: 'valid' } as const;
const EXPLAINED_AS = {
  ACCEPTED: 'is stored',
  DUPLICATE: 'is a duplicate: it is already stored',
  VALID: 'is valid',
} as const;

/** Counts items that the server did not store. */
export const countNotStored = (
  { tally, explainer }: ImportReporter,
  items: readonly OutgoingItem[],
  reason: string,
): void => {
  for (const { origin } of items) {
    countReason(tally.notStored, reason, () => formatOrigin(origin));
    explainer.explainResult(origin, `is not stored: ${reason}`);
  }
};

/** Counts items that the server may have stored: they were sent, but its answer was lost. */
export const countUnconfirmed = (
  { tally, explainer }: ImportReporter,
  items: readonly OutgoingItem[],
  reason: string,
): void => {
  for (const { origin } of items) {
    countReason(tally.unconfirmed, reason, () => formatOrigin(origin));
    explainer.explainResult(origin, `may be stored, because the answer was lost: ${reason}`);
  }
};
