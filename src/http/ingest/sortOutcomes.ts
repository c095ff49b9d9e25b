import type { ItemJoin } from '../../domain/joinItems.ts';
import type { ItemsToRecord } from '../../domain/recordItems.ts';

import type { Join } from '../../model/joins/join.ts';

import { splitContextEvent } from '../../sensors/contextEventInput.ts';
import type { Outcome } from '../../sensors/sensor.ts';
import { splitEvent } from '../../sensors/sessionEventInput.ts';

import { makeFirstMistakes } from './firstMistakes.ts';
import type { FirstMistakes } from './firstMistakes.ts';

/** The items to record of a request, and the numbers and errors of its other records. */
export type SortedOutcomes = {
  readonly [Kind in 'events' | 'contextEvents']: ItemsToRecord[Kind][number][];
} & {
  readonly joins: ItemJoin[];
  readonly mistakes: FirstMistakes;
  failed: number;
  skipped: number;
  unrelated: number;
  notUnderstood: number;
};

export const makeSortedOutcomes = (): SortedOutcomes => ({
  events: [],
  contextEvents: [],
  joins: [],
  mistakes: makeFirstMistakes(),
  failed: 0,
  skipped: 0,
  unrelated: 0,
  notUnderstood: 0,
});

/** Adds outcomes to the previous ones. */
export const sortOutcomes = (sorted: SortedOutcomes, outcomes: readonly Outcome[]): void => {
  for (const outcome of outcomes) add(sorted, outcome);
};

const add = (sorted: SortedOutcomes, outcome: Outcome): void => {
  const record = outcome.origin.line;
  switch (outcome.kind) {
    case 'EVENT':
      addJoin(sorted, outcome, { list: 'EVENTS', index: sorted.events.length });
      sorted.events.push({ record, ...splitEvent(outcome.event) });
      return;
    case 'CONTEXT':
      addJoin(sorted, outcome, { list: 'CONTEXT_EVENTS', index: sorted.contextEvents.length });
      sorted.contextEvents.push({ record, ...splitContextEvent(outcome.event) });
      return;
    case 'SKIPPED':
      addJoin(sorted, outcome, null);
      sorted.skipped += 1;
      return;
    case 'UNRELATED':
      sorted.unrelated += 1;
      return;
    case 'NOT_UNDERSTOOD':
      sorted.notUnderstood += 1;
      return;
    case 'FAILED':
      sorted.failed += 1;
      sorted.mistakes.add(record, () => [
        { record, code: 'UNREADABLE_RECORD', field: outcome.field ?? null, message: outcome.reason },
      ]);
  }
};

const addJoin = (
  { joins }: SortedOutcomes,
  { join }: { readonly join?: Join },
  item: ItemJoin['item'],
): void => {
  if (join !== undefined) joins.push({ join, item });
};
