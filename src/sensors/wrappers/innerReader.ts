import { UNKNOWN_EVENT } from '../sensor.ts';
import type { Outcome, RecordOrigin } from '../sensor.ts';

import type { OpenedRecord } from './openRecord.ts';

/** Reads the records inside a value, some at a time. */
export type InnerReader = {
  /** Reads the first records. */
  readonly start: (records: Iterable<OpenedRecord>, origin: RecordOrigin) => readonly Outcome[];
  /** Reads more records of the last value; null when there are no more. */
  readonly readMore: () => readonly Outcome[] | null;
  /** Counts the records beyond one per value so far. */
  readonly count: () => number;
};

type Reading = {
  readonly readOne: (opened: OpenedRecord, origin: RecordOrigin) => readonly Outcome[];
  /** Creates more events of the last record; null when there are no more. */
  readonly readRepeats: () => readonly Outcome[] | null;
  readonly recordsAtOnce: number;
};

export const makeInnerReader = ({ readOne, readRepeats, recordsAtOnce }: Reading): InnerReader => {
  let beyondFirst = 0;
  let rest: Rest | null = null;
  const readMore = (): readonly Outcome[] | null => {
    if (rest === null) return null;
    const { records, origin } = rest;
    const outcomes: Outcome[] = [];
    for (let read = 0; read < recordsAtOnce; read += 1) {
      const next = records.next();
      if (next.done === true) {
        if (rest.count === 0) outcomes.push(skipEmpty(origin));
        rest = null;
        break;
      }
      if (rest.count > 0) beyondFirst += 1;
      rest.count += 1;
      for (const outcome of readOne(next.value, origin)) outcomes.push(outcome);
      // The other events of a line such as `message repeated 2 times` precede those of the next record.
      const repeats = readRepeats();
      if (repeats === null) continue;
      for (const outcome of repeats) outcomes.push(outcome);
      break;
    }
    return outcomes;
  };
  return {
    start: (records, origin) => {
      rest = { records: records[Symbol.iterator](), origin, count: 0 };
      return readMore() ?? [];
    },
    readMore,
    count: () => beyondFirst,
  };
};

type Rest = { readonly records: Iterator<OpenedRecord>; readonly origin: RecordOrigin; count: number };

const skipEmpty = (origin: RecordOrigin): Outcome => ({
  kind: 'SKIPPED',
  reason: 'it contains no records',
  origin: { ...origin, sensorEvent: UNKNOWN_EVENT },
});
