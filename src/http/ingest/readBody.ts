import { flushSensors, readRecord, startSensors } from '../../sensors/readRecord.ts';
import { TooManyRepeatsError, UNKNOWN_EVENT } from '../../sensors/sensor.ts';
import type { Outcome, SensorOptions } from '../../sensors/sensor.ts';

import { findBodyRecords, TOO_MANY_RECORDS } from './bodyRecords.ts';
import type { BodyRecord, BodyRefusal } from './bodyRecords.ts';

/** A step in the reading of a body: its records are counted, and then read, some in each step; or it is refused. */
export type ReadingStep =
  | { readonly kind: 'REFUSED'; readonly refusal: BodyRefusal }
  | { readonly kind: 'COUNTED'; readonly records: number }
  | { readonly kind: 'READ'; readonly outcomes: readonly Outcome[] };

/** The most records that are read in a step. */
export const RECORDS_PER_STEP = 100;

/**
 * Reads an unpacked body in steps of bounded work, in a worker thread and in the main thread alike. The first step counts the records; the
 * sensors begin in the second, so that whoever charges for records does it before they are read.
 */
export function* readBody(plain: Buffer, options: SensorOptions): Generator<ReadingStep, void> {
  const found = findBodyRecords(plain);
  if ('status' in found) {
    yield { kind: 'REFUSED', refusal: found };
    return;
  }
  yield { kind: 'COUNTED', records: found.count };
  try {
    yield* readRecords(found.records, options);
  } catch (error) {
    if (!(error instanceof TooManyRepeatsError)) throw error;
    yield { kind: 'REFUSED', refusal: TOO_MANY_RECORDS };
  }
}

function* readRecords(records: Iterable<BodyRecord>, options: SensorOptions): Generator<ReadingStep, void> {
  const state = startSensors(options);
  let read = 0;
  let outcomes: Outcome[] = [];
  for (const record of records) {
    const origin = { file: 'request', line: record.line };
    outcomes = outcomes.concat(
      record.kind === 'VALUE'
        ? readRecord(state, { value: record.value, origin })
        : { kind: 'FAILED', reason: record.reason, origin: { ...origin, sensorEvent: UNKNOWN_EVENT } },
    );
    read += 1;
    if (read % RECORDS_PER_STEP > 0) continue;
    yield* listSteps(outcomes);
    outcomes = [];
  }
  yield* listSteps([...outcomes, ...flushSensors(state)]);
}

/** At least one step, since records that wait for others are work, too; a record may release many outcomes. */
function* listSteps(outcomes: readonly Outcome[]): Generator<ReadingStep, void> {
  yield { kind: 'READ', outcomes: outcomes.slice(0, RECORDS_PER_STEP) };
  for (let start = RECORDS_PER_STEP; start < outcomes.length; start += RECORDS_PER_STEP) {
    yield { kind: 'READ', outcomes: outcomes.slice(start, start + RECORDS_PER_STEP) };
  }
}
