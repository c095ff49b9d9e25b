import { countVerdicts } from '../../domain/countVerdicts.ts';
import type { Verdict } from '../../domain/recordBatch.ts';
import { recordEvents } from '../../domain/recordEvents.ts';
import type { EventToRecord } from '../../domain/recordEvents.ts';
import { recordHostStarts } from '../../domain/recordHostStarts.ts';

import type { Action } from '../../model/action.ts';
import { makeEventId } from '../../model/globalId.ts';
import { mapInSlices } from '../../model/mapInSlices.ts';
import type { EventKey } from '../../model/sessionEvent.ts';

import type { GraphqlContext } from '../context.ts';
import type { IngestResult, MutationResolvers, SessionEventInput } from '../generated.ts';
import { noteIngested } from '../requestNotes.ts';

export const Mutation: MutationResolvers = {
  ingestSessionEvents: async (_, { events }, context) => {
    const verdicts = await recordEvents(context.database, context.rules, events.map(toRecord));
    return toPayload(context, verdicts, makeEventId);
  },
  ingestHostStarts: async (_, { starts }, context) => {
    const verdicts = await recordHostStarts(context.database, context.rules, starts);
    return toPayload(context, verdicts, () => null);
  },
};

type MakeId = (key: EventKey) => string | null;

const toPayload = async (context: GraphqlContext, verdicts: readonly Verdict[], makeId: MakeId) => {
  const counts = countVerdicts(verdicts);
  noteIngested(context, counts);
  return {
    accepted: counts.accepted,
    duplicates: counts.duplicates,
    rejected: counts.rejected,
    results: await mapInSlices(verdicts, (verdict, index) => toResult(verdict, index, makeId), weighResult),
  };
};

/** An id takes 2 µs. */
const weighResult = (): number => 0.1;

const INPUT_OF = {
  LOGIN: ({ login }) => login,
  LOGOUT: ({ logout }) => logout,
  RECONNECT: ({ reconnect }) => reconnect,
  LOCK: ({ lock }) => lock,
  UNLOCK: ({ unlock }) => unlock,
} as const satisfies Record<Action, (event: SessionEventInput) => unknown>;

/** GraphQL has seen to it that exactly one member is there (`@oneOf`). */
const toRecord = (event: SessionEventInput): EventToRecord => {
  for (const [action, inputOf] of Object.entries(INPUT_OF)) {
    const input = inputOf(event);
    if (input) return { action: action as Action, input };
  }
  throw new Error('A oneOf input without a member reached the resolver.');
};

const toResult = (verdict: Verdict, index: number, makeId: MakeId): IngestResult =>
  verdict.status === 'REJECTED'
    ? { index, status: verdict.status, id: null, errors: verdict.errors, notes: [] }
    : { index, status: verdict.status, id: makeId(verdict.key), errors: [], notes: verdict.notes };
