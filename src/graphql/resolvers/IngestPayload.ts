import { reserveWork } from '../../model/reserveWork.ts';

import type {
  IngestHostStartsPayloadResolvers,
  IngestResult,
  IngestSessionEventsPayloadResolvers,
} from '../generated.ts';

/** Results that GraphQL completes per turn of the event loop. */
const SLICE = 250;
/** The work of completing one result, in units of WORK_PER_TURN. */
const RESULT_WEIGHT = 0.5;

/**
 * Returns results as promises that resolve slice by slice; GraphQL would complete a plain list of 5,000 without a pause. Do not use this for
 * lists whose fields are loaded in batches: the batches would be as small as the slices.
 */
const giveInSlices = (
  results: readonly IngestResult[],
): readonly (IngestResult | Promise<IngestResult>)[] => {
  let turn: Promise<void> | null = null;
  return results.map((result, index) => {
    if (index % SLICE === 0) turn = reserveWork(Math.min(SLICE, results.length - index) * RESULT_WEIGHT);
    return turn === null ? result : turn.then(() => result);
  });
};

export const IngestSessionEventsPayload: IngestSessionEventsPayloadResolvers = {
  results: ({ results }) => giveInSlices(results),
};

export const IngestHostStartsPayload: IngestHostStartsPayloadResolvers = {
  results: ({ results }) => giveInSlices(results),
};
