import {
  flushWindows,
  listZones,
  readWindowsRecord,
  startWindows,
} from '../sensors/windows/windowsSensor.ts';
import type { WindowsState, ZoneCount } from '../sensors/windows/windowsSensor.ts';
import type { Outcome } from '../sensors/sensor.ts';
import type { TimeZone } from '../sensors/timeZone.ts';

import { addItem, makeBatcher, takeBatches, takeRest } from './batcher.ts';
import type { Batcher } from './batcher.ts';
import { countNotStored } from './countItems.ts';
import type { Delivery } from './delivery.ts';
import type { Batch } from './outgoingItem.ts';
import type { RawRecord } from './rawRecord.ts';
import { readRecords } from './readRecords.ts';
import { countReason, formatOrigin } from './tally.ts';
import type { Tally } from './tally.ts';

export type ImportOptions = {
  readonly files: readonly string[];
  /** For local times whose records do not tell their zone. */
  readonly timeZone: TimeZone | null;
  /** Aborts when the user wants to stop. */
  readonly interrupt: AbortSignal;
  readonly onBytes: (bytes: number) => void;
};

/** How an import ended; the counts are in the tally. */
export type ImportEnd = {
  readonly zones: readonly ZoneCount[];
  /** Why it ended before the input did; null when it did not. */
  readonly stopReason: string | null;
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
    state: startWindows(options.timeZone),
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
  const { state, outcomes } = flushWindows(run.state);
  for (const outcome of outcomes) count(run, outcome);
  for (const batch of Object.values(run.batchers).flatMap(takeRest)) {
    if (stopReasonOf(run) === null) await delivery.send(batch);
    else countNotStored(tally, batch.items, 'not sent: the import was stopped');
  }
  await delivery.finish();
  return { zones: listZones(state), stopReason: stopReasonOf(run), unreadable };
};

type Run = {
  readonly tally: Tally;
  readonly delivery: Delivery;
  readonly options: ImportOptions;
  readonly batchers: Readonly<Record<Batch['kind'], Batcher>>;
  state: WindowsState;
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
  if (record.kind === 'FAILED') return count(run, { kind: 'FAILED', reason: record.reason, origin });
  const { state, outcomes } = readWindowsRecord(run.state, { value: record.value, origin });
  run.state = state;
  for (const outcome of outcomes) count(run, outcome);
};

const count = ({ tally, batchers }: Run, outcome: Outcome): void => {
  const { origin } = outcome;
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
