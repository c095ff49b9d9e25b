import type { Verdict } from '../../domain/recordBatch.ts';
import { recordEvents } from '../../domain/recordEvents.ts';
import type { EventToRecord } from '../../domain/recordEvents.ts';
import { recordHostStarts } from '../../domain/recordHostStarts.ts';

import type { Action } from '../../model/action.ts';
import { makeEventId } from '../../model/globalId.ts';
import type { EventKey } from '../../model/sessionEvent.ts';

import type { IngestResult, MutationResolvers, SessionEventInput } from '../generated.ts';

export const Mutation: MutationResolvers = {
  ingestSessionEvents: async (_, { events }, { database, rules }) => {
    return toPayload(await recordEvents(database, rules, events.map(toRecord)), makeEventId);
  },
  ingestHostStarts: async (_, { starts }, { database, rules }) =>
    toPayload(await recordHostStarts(database, rules, starts), () => null),
};

type MakeId = (key: EventKey) => string | null;

const toPayload = (verdicts: readonly Verdict[], makeId: MakeId) => {
  const count = (status: Verdict['status']): number =>
    verdicts.filter((verdict) => verdict.status === status).length;
  return {
    accepted: count('ACCEPTED'),
    duplicates: count('DUPLICATE'),
    rejected: count('REJECTED'),
    results: verdicts.map((verdict, index) => toResult(verdict, index, makeId)),
  };
};

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
