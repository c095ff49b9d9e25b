import type { ServerContext } from '../../graphql/context.ts';
import { recordIngested } from '../../graphql/requestInfo.ts';
import type { RequestInfo } from '../../graphql/requestInfo.ts';

import { recordItems } from '../../domain/recordItems.ts';

import type { RecordCounts } from '../../model/ingestCounts.ts';

import type { IngestCharge } from '../cost/makeIngestCharge.ts';
import type { ErrorAnswer } from '../errors/sendError.ts';
import { makeFirstMistakes, MAX_MISTAKES } from './firstMistakes.ts';
import type { Mistake } from './firstMistakes.ts';
import type { ReadingStep } from './readBody.ts';
import { makeSortedOutcomes, sortOutcomes } from './sortOutcomes.ts';

/** The response to a shipper. Every record counts once; a record with several events counts once per event. */
export type IngestAnswer = RecordCounts & {
  /** The first 100 errors, by record. */
  readonly errors: readonly Mistake[];
};

/** The answer after everything is committed, or why nothing was done. */
export type Ingested =
  | { readonly kind: 'STORED'; readonly answer: IngestAnswer }
  | { readonly kind: 'REFUSED'; readonly refusal: ErrorAnswer };

type Request = ServerContext & { readonly requestInfo: RequestInfo; readonly ingestCharge: IngestCharge };

/** Reads the records of a body, charges for them as soon as they are counted, and records their events and context events. */
export const ingestSteps = async (
  { database, makeRules, requestInfo, ingestCharge }: Request,
  steps: AsyncIterable<ReadingStep>,
): Promise<Ingested> => {
  const sorted = makeSortedOutcomes();
  for await (const step of steps) {
    const refusal = step.kind === 'COUNTED' ? await ingestCharge.charge(step.records) : null;
    if (refusal !== null) return { kind: 'REFUSED', refusal };
    if (step.kind === 'REFUSED') return { kind: 'REFUSED', refusal: step.refusal };
    if (step.kind === 'READ') sortOutcomes(sorted, step.outcomes);
  }
  const rejections = makeFirstMistakes();
  const counts = await recordItems({ database, rules: makeRules() }, sorted, (record, result) => {
    if (result.status !== 'REJECTED') return;
    rejections.add(record, () => result.errors.map((error) => ({ record, ...error })));
  });
  const { accepted, duplicates } = counts;
  const { failed, skipped, unrelated, notUnderstood } = sorted;
  const total = {
    ...counts,
    rejected: counts.rejected + failed,
    skipped: counts.skipped + skipped,
    unrelated,
    notUnderstood,
  };
  recordIngested({ database, requestInfo }, total);
  const errors = [...rejections.list(), ...sorted.mistakes.list()].toSorted((a, b) => a.record - b.record);
  return {
    kind: 'STORED',
    answer: {
      accepted,
      duplicates,
      rejected: total.rejected,
      skipped: total.skipped,
      unrelated,
      notUnderstood,
      errors: errors.slice(0, MAX_MISTAKES),
    },
  };
};
