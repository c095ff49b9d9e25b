import { UNKNOWN_EVENT } from '../../sensors/sensor.ts';
import type { Outcome, SensorOptions } from '../../sensors/sensor.ts';
import { startSensors } from '../../sensors/startSensors.ts';
import type { Sensors } from '../../sensors/startSensors.ts';

import { findBodyRecords, MAX_RECORDS, RECORDS_PER_STEP, TOO_MANY_RECORDS } from './bodyRecords.ts';
import type { BodyRecord, BodyRecords, BodyRefusal } from './bodyRecords.ts';

/**
 * A step of reading a body. COUNTED reports the number of records, again whenever a line turns out to stand for several events. READ contains
 * the outcomes of some records. REFUSED ends the reading.
 */
export type ReadingStep =
  | { readonly kind: 'REFUSED'; readonly refusal: BodyRefusal }
  | { readonly kind: 'COUNTED'; readonly records: number }
  | { readonly kind: 'READ'; readonly outcomes: readonly Outcome[] };

/**
 * Reads a decompressed body in steps of bounded work, in a worker thread or in the main thread. The first step counts the records and the
 * second starts the sensors, so that the caller can charge for records before they are read. `message repeated N times` counts as N
 * records; they are counted when the line is read, before most of its events are made. A value with several records inside, such as a request
 * of OpenTelemetry, counts as that many, which are counted while they are read.
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

/** Reads records that are parsed already and whose times have years, as readBody does. */
export function* readEntries(
  records: readonly BodyRecord[],
  options: SensorOptions,
): Generator<ReadingStep, void> {
  yield { kind: 'COUNTED', records: records.length };
  yield* readRecords({ count: records.length, records }, options);
}

function* readRecords({ count, records }: BodyRecords, options: SensorOptions): Generator<ReadingStep, void> {
  const sensors = startSensors(options);
  let repeats = 0;
  let work = 0;
  let outcomes: readonly Outcome[] = [];
  for (const part of readParts(sensors, records)) {
    outcomes = outcomes.concat(part.outcomes);
    work += part.work;
    const more = sensors.countRepeats() + sensors.countInner();
    if (work + more - repeats < RECORDS_PER_STEP && !part.isLast) continue;
    if (more > repeats) {
      repeats = more;
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

/** The outcomes read between two pauses, and the work that they took, in records. */
type Part = { readonly outcomes: readonly Outcome[]; readonly work: number; readonly isLast?: true };

function* readParts(sensors: Sensors, records: Iterable<BodyRecord>): Generator<Part, void> {
  for (const record of records) {
    yield { outcomes: readOne(sensors, record), work: 1 };
    for (let more = sensors.readMore(); more !== null; more = sensors.readMore()) {
      yield { outcomes: more, work: RECORDS_PER_STEP };
    }
  }
  for (const outcome of sensors.flush()) yield { outcomes: [outcome], work: 1 };
  yield { outcomes: [], work: 0, isLast: true };
}

const readOne = (sensors: Sensors, record: BodyRecord): readonly Outcome[] => {
  const origin = { file: 'request', line: record.line };
  if (record.kind === 'VALUE') return sensors.read({ value: record.value, origin });
  const { reason } = record;
  return [{ kind: 'FAILED', reason, origin: { ...origin, sensorEvent: UNKNOWN_EVENT } }];
};

/** Yields at least one step, because records without an outcome yet are work, too. One record may lead to many outcomes. */
function* listSteps(outcomes: readonly Outcome[]): Generator<ReadingStep, void> {
  yield { kind: 'READ', outcomes: outcomes.slice(0, RECORDS_PER_STEP) };
  for (let start = RECORDS_PER_STEP; start < outcomes.length; start += RECORDS_PER_STEP) {
    yield { kind: 'READ', outcomes: outcomes.slice(start, start + RECORDS_PER_STEP) };
  }
}
