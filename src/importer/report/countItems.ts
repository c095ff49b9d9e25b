import type { Explainer } from './explain.ts';
import type { OutgoingItem } from '../send/outgoingItem.ts';
import type { IngestResult } from '../send/parseResults.ts';
import { countReason, formatOrigin } from './tally.ts';
import type { Tally } from './tally.ts';

/** Where it is told what became of items: the counts, and who wants to know of single ones. */
export type ImportReporter = { readonly tally: Tally; readonly explainer: Explainer };

/** What became of an item that was judged; VALID is a dry run's. */
export type ImportResult = IngestResult | { readonly status: 'VALID' };

/** Counts an item that was judged; one that was rejected once, by the first of its mistakes. */
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
  DUPLICATE: 'is a duplicate: it was stored before',
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

/** Counts items that the server may have stored: they were sent, and its answer was lost. */
export const countUnconfirmed = (
  { tally, explainer }: ImportReporter,
  items: readonly OutgoingItem[],
  reason: string,
): void => {
  for (const { origin } of items) {
    countReason(tally.unconfirmed, reason, () => formatOrigin(origin));
    explainer.explainResult(origin, `may be stored, since the answer was lost: ${reason}`);
  }
};
