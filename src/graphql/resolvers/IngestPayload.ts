import { reserveWork } from '../../model/reserveWork.ts';

import type {
  IngestHostStartsPayloadResolvers,
  IngestResult,
  IngestSessionEventsPayloadResolvers,
} from '../generated.ts';

/** So many results go into the answer in a turn of the event loop. */
const SLICE = 250;
/** The work for a result, in the units of WORK_PER_TURN, when GraphQL puts its fields into the answer. */
const RESULT_WEIGHT = 0.5;

/**
 * Gives results as promises, slice by slice: GraphQL would put a list of 5,000 into the answer in one go. Nothing else may be a list of
 * promises like this that is loaded in batches: the batches would be as small as the slices.
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
