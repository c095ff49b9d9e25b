import { countRepeats, flushSensors, readMore, readRecord, startSensors } from '../../sensors/readRecord.ts';
import type { SensorsState } from '../../sensors/readRecord.ts';
import { UNKNOWN_EVENT } from '../../sensors/sensor.ts';
import type { Outcome, SensorOptions } from '../../sensors/sensor.ts';

import { findBodyRecords, MAX_RECORDS, RECORDS_PER_STEP, TOO_MANY_RECORDS } from './bodyRecords.ts';
import type { BodyRecord, BodyRecords, BodyRefusal } from './bodyRecords.ts';

/**
 * A step in the reading of a body: its records are counted, again when a line stands for more than one event, and then read, some in each
 * step; or it is refused.
 */
export type ReadingStep =
  | { readonly kind: 'REFUSED'; readonly refusal: BodyRefusal }
  | { readonly kind: 'COUNTED'; readonly records: number }
  | { readonly kind: 'READ'; readonly outcomes: readonly Outcome[] };

/**
 * Reads an unpacked body in steps of bounded work, in a worker thread and in the main thread alike. The first step counts the records; the
 * sensors begin in the second, so that whoever charges for records does it before they are read. `message repeated N times` counts as N
 * records, which are counted when the line is read and before most of its events are made.
 */
export function* readBody(plain: Buffer, options: SensorOptions): Generator<ReadingStep, void> {
  const found = findBodyRecords(plain);
  if ('status' in found) {
    yield { kind: 'REFUSED', refusal: found };
    return;
  }
  yield { kind: 'COUNTED', records: found.count };
  yield* readRecords(found, options);
}

function* readRecords({ count, records }: BodyRecords, options: SensorOptions): Generator<ReadingStep, void> {
  const state = startSensors(options);
  let repeats = 0;
  let work = 0;
  let outcomes: readonly Outcome[] = [];
  for (const part of readParts(state, records)) {
    outcomes = outcomes.concat(part.outcomes);
    work += part.work;
    if (work + countRepeats(state) - repeats < RECORDS_PER_STEP && !part.isLast) continue;
    if (countRepeats(state) > repeats) {
      repeats = countRepeats(state);
      if (count + repeats > MAX_RECORDS) {
        yield { kind: 'REFUSED', refusal: TOO_MANY_RECORDS };
        return;
      }
      yield { kind: 'COUNTED', records: count + repeats };
    }
    yield* listSteps(outcomes);
    work = 0;
    outcomes = [];
  }
}

/** What was read between two pauses, and how much work it was, in records. */
type Part = { readonly outcomes: readonly Outcome[]; readonly work: number; readonly isLast?: true };

function* readParts(state: SensorsState, records: Iterable<BodyRecord>): Generator<Part, void> {
  for (const record of records) {
    yield { outcomes: readOne(state, record), work: 1 };
    for (let more = readMore(state); more !== null; more = readMore(state)) {
      yield { outcomes: more, work: RECORDS_PER_STEP };
    }
  }
  for (const outcome of flushSensors(state)) yield { outcomes: [outcome], work: 1 };
  yield { outcomes: [], work: 0, isLast: true };
}

const readOne = (state: SensorsState, record: BodyRecord): readonly Outcome[] => {
  const origin = { file: 'request', line: record.line };
  if (record.kind === 'VALUE') return readRecord(state, { value: record.value, origin });
  const { reason } = record;
  return [{ kind: 'FAILED', reason, origin: { ...origin, sensorEvent: UNKNOWN_EVENT } }];
};

/** At least one step, since records that wait for others are work, too; a record may release many outcomes. */
function* listSteps(outcomes: readonly Outcome[]): Generator<ReadingStep, void> {
  yield { kind: 'READ', outcomes: outcomes.slice(0, RECORDS_PER_STEP) };
  for (let start = RECORDS_PER_STEP; start < outcomes.length; start += RECORDS_PER_STEP) {
    yield { kind: 'READ', outcomes: outcomes.slice(start, start + RECORDS_PER_STEP) };
  }
}
