import { checkBatchSize, recordItems } from '../../domain/recordItems.ts';
import type { ContextEventToRecord, EventToRecord, ItemResult } from '../../domain/recordItems.ts';

import { makeContextEventId, makeEventId } from '../../model/globalId.ts';
import { reserveWork } from '../../model/reserveWork.ts';
import type { Action } from '../../model/action.ts';
import type { ContextKind } from '../../model/contextEvent.ts';
import type { EventKey } from '../../model/sessionEvent.ts';

import { recordIngested } from '../requestInfo.ts';
import type {
  ContextEventInput,
  IngestResult,
  MutationResolvers,
  SessionEventInput,
  IngestContextEventsPayloadResolvers,
  IngestSessionEventsPayloadResolvers,
} from '../generated.ts';

export const Mutation: MutationResolvers = {
  ingestSessionEvents: async (_, { events }, context) => {
    checkBatchSize('events', events);
    const numbered = events.map((event, record) => ({ record, ...toRecord(event) }));
    const results = Array.from<IngestResult>({ length: events.length });
    const counts = await recordItems(context, { events: numbered, contextEvents: [] }, (index, result) => {
      results[index] = toResult(index, result, makeEventId);
    });
    recordIngested(context, counts);
    return { ...counts, results };
  },
  ingestContextEvents: async (_, { events }, context) => {
    checkBatchSize('events', events);
    const numbered = events.map((event, record) => ({ record, ...toContextRecord(event) }));
    const results = Array.from<IngestResult>({ length: events.length });
    const counts = await recordItems(context, { events: [], contextEvents: numbered }, (index, result) => {
      results[index] = toResult(index, result, makeContextEventId);
    });
    recordIngested(context, counts);
    return { ...counts, results };
  },
};

const INPUT_OF = {
  LOGIN: ({ login }) => login,
  LOGOUT: ({ logout }) => logout,
  RECONNECT: ({ reconnect }) => reconnect,
  LOCK: ({ lock }) => lock,
  UNLOCK: ({ unlock }) => unlock,
} as const satisfies Record<Action, (event: SessionEventInput) => unknown>;

/** GraphQL ensures that exactly one member is present (`@oneOf`). */
const toRecord = (event: SessionEventInput): EventToRecord => {
  for (const [action, inputOf] of Object.entries(INPUT_OF)) {
    const input = inputOf(event);
    if (input) return { action: action as Action, input };
  }
  throw new Error('A oneOf input without a member reached the resolver.');
};

const CONTEXT_INPUT_OF = {
  HOST_START: ({ hostStart }) => hostStart,
  HOST_STOP: ({ hostStop }) => hostStop,
  HOST_SEEN: ({ hostSeen }) => hostSeen,
  DISCONNECT: ({ disconnect }) => disconnect,
} as const satisfies Record<ContextKind, (event: ContextEventInput) => unknown>;

const toContextRecord = (event: ContextEventInput): ContextEventToRecord => {
  for (const [kind, inputOf] of Object.entries(CONTEXT_INPUT_OF)) {
    const input = inputOf(event);
    if (input) return { kind: kind as ContextKind, input };
  }
  throw new Error('A oneOf input without a member reached the resolver.');
};

type MakeId = (key: EventKey) => string;

const toResult = (index: number, result: ItemResult, makeId: MakeId): IngestResult =>
  result.status === 'REJECTED'
    ? { index, status: result.status, id: null, errors: result.errors, notes: [] }
    : { index, status: result.status, id: makeId(result.key), errors: [], notes: result.notes };

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

export const IngestContextEventsPayload: IngestContextEventsPayloadResolvers = {
  results: ({ results }) => giveInSlices(results),
};
