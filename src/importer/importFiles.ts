import type { CountedAssumption } from '../sensors/assumptions.ts';
import { UNKNOWN_EVENT } from '../sensors/sensor.ts';
import type { Outcome, RecordOrigin, SensorOptions } from '../sensors/sensor.ts';
import { flushSensors, listAssumed, readRecord, startSensors } from '../sensors/readRecord.ts';
import type { SensorsState } from '../sensors/readRecord.ts';

import { addItem, makeBatcher, takeBatches, takeRest } from './batcher.ts';
import type { Batcher } from './batcher.ts';
import { countNotStored } from './countItems.ts';
import type { Delivery } from './delivery.ts';
import type { Batch } from './outgoingItem.ts';
import type { RawRecord } from './rawRecord.ts';
import { readRecords } from './readRecords.ts';
import { countOutcome, countReason, formatOrigin } from './tally.ts';
import type { Tally } from './tally.ts';

export type ImportOptions = {
  readonly files: readonly string[];
  readonly sensors: SensorOptions;
  /** Aborts when the user wants to stop. */
  readonly interrupt: AbortSignal;
  readonly onBytes: (bytes: number) => void;
};

/** How an import ended; the counts are in the tally. */
export type ImportEnd = {
  readonly assumptions: readonly CountedAssumption[];
  /** Why it ended before the input did; null when it did not. */
  readonly stopReason: string | null;
  /** The last record that was read, `security.jsonl:17`; null when there was none. */
  readonly lastRead: string | null;
  /** Files that could not be read to their end, with the reason. */
  readonly unreadable: readonly string[];
};

/** Reads the files in order through the sensor, and gives the events and host starts to the delivery. */
export const importFiles = async (
  tally: Tally,
  delivery: Delivery,
  options: ImportOptions,
): Promise<ImportEnd> => {
  const run: Run = {
    tally,
    delivery,
    options,
    batchers: { EVENT: makeBatcher('EVENT'), HOST_START: makeBatcher('HOST_START') },
    state: startSensors(options.sensors),
    lastRead: null,
  };
  const unreadable: string[] = [];
  for (const file of options.files) {
    if (stopReasonOf(run) !== null) break;
    try {
      await importFile(run, file);
    } catch (error) {
      if (!isFileError(error)) throw error;
      if (!options.interrupt.aborted) unreadable.push(`${file}: ${error.message}`);
    }
  }
  for (const outcome of flushSensors(run.state)) count(run, outcome);
  for (const batch of Object.values(run.batchers).flatMap(takeRest)) {
    if (stopReasonOf(run) === null) await delivery.send(batch);
    else countNotStored(tally, batch.items, 'not sent: the import was stopped');
  }
  await delivery.finish();
  return {
    assumptions: listAssumed(run.state),
    stopReason: stopReasonOf(run),
    lastRead: run.lastRead && formatOrigin(run.lastRead),
    unreadable,
  };
};

type Run = {
  readonly tally: Tally;
  readonly delivery: Delivery;
  readonly options: ImportOptions;
  readonly batchers: Readonly<Record<Batch['kind'], Batcher>>;
  readonly state: SensorsState;
  lastRead: RecordOrigin | null;
};

const stopReasonOf = ({ delivery, options }: Run): string | null =>
  delivery.stopReason() ?? (options.interrupt.aborted ? 'interrupted' : null);

const importFile = async (run: Run, file: string): Promise<void> => {
  for await (const { records, bytes } of readRecords(file, run.options.interrupt)) {
    for (const record of records) importRecord(run, file, record);
    for (const batch of Object.values(run.batchers).flatMap(takeBatches)) await run.delivery.send(batch);
    run.options.onBytes(bytes);
    if (stopReasonOf(run) !== null) return;
  }
};

const importRecord = (run: Run, file: string, record: RawRecord): void => {
  run.tally.records += 1;
  const origin = { file, line: record.line };
  run.lastRead = origin;
  if (record.kind === 'FAILED') {
    const { reason } = record;
    return count(run, { kind: 'FAILED', reason, origin: { ...origin, sensorEvent: UNKNOWN_EVENT } });
  }
  for (const outcome of readRecord(run.state, { value: record.value, origin })) count(run, outcome);
};

const count = ({ tally, batchers }: Run, outcome: Outcome): void => {
  countOutcome(tally, outcome);
  const { origin } = outcome;
  if ('isExtra' in outcome) tally.extra += 1;
  switch (outcome.kind) {
    case 'EVENT':
      tally.events += 1;
      return addItem(batchers.EVENT, { ...outcome, json: JSON.stringify(outcome.event) });
    case 'HOST_START':
      tally.hostStarts += 1;
      return addItem(batchers.HOST_START, { ...outcome, json: JSON.stringify(outcome.start) });
    case 'SKIPPED':
      return countReason(tally.skipped, outcome.reason, () => formatOrigin(origin));
    case 'FAILED':
      return countReason(tally.failed, outcome.reason, () => formatOrigin(origin));
  }
};

/** The file system's, zlib's, or the signal's. */
const isFileError = (error: unknown): error is Error =>
  error instanceof Error &&
  ('syscall' in error ||
    error.name === 'AbortError' ||
    ('code' in error && String(error.code).startsWith('Z_')));
