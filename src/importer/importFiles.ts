import { setTimeout as sleep } from 'node:timers/promises';

import { countAssumption, listAssumptions, makeAssumptions } from '../sensors/assumptions.ts';
import type { Assumptions, CountedAssumption } from '../sensors/assumptions.ts';
import { UNKNOWN_EVENT } from '../sensors/sensor.ts';
import type { RecordOrigin, SensorOptions } from '../sensors/sensor.ts';
import { findYearOfLine } from '../sensors/linux/yearWalk.ts';
import type { YearWalk } from '../sensors/linux/yearWalk.ts';
import { startSensors } from '../sensors/startSensors.ts';
import type { Sensors } from '../sensors/startSensors.ts';

import { makeBatcher, takeBatches, takeRest } from './send/batcher.ts';
import { countNotStored } from './report/countItems.ts';
import type { ImportReporter } from './report/countItems.ts';
import type { Delivery } from './send/delivery.ts';
import { followFile } from './read/followFile.ts';
import type { InputFormat } from './read/formats.ts';
import { NO_HINTS } from './read/inputHints.ts';
import type { InputHints } from './read/inputHints.ts';
import { listWarnings, makeHostDomains } from './report/hostDomains.ts';
import type { RawRecord } from './read/rawRecord.ts';
import { STANDARD_INPUT } from './read/openInput.ts';
import { readRecords } from './read/readRecords.ts';
import { makeFindUntil } from './read/rotation.ts';
import type { FindUntil } from './read/rotation.ts';
import { listOverridden } from './report/listOverridden.ts';
import { addFileFailures, makeFileFailures, settleFileFailures } from './report/fileFailures.ts';
import { listClockWarnings, makeClockChanges } from './report/clockChanges.ts';
import type { ClockChanges } from './report/clockChanges.ts';
import { formatOrigin, nameOfFile } from './report/tally.ts';
import { isUnknownRecord, takeOutcome } from './takeOutcome.ts';
import type { Counting } from './takeOutcome.ts';

export type ImportOptions = {
  readonly files: readonly string[];
  readonly sensors: SensorOptions;
  /** The format of the files; null to recognize it by their content. */
  readonly format: InputFormat | null;
  /** What the files do not state about themselves. */
  readonly hints?: InputHints;
  /** Aborts when the user stops the import. */
  readonly interrupt: AbortSignal;
  readonly mode: 'ONCE' | 'FOLLOW';
  readonly onBytes: (bytes: number) => void;
};

/** How an import ended; the counts are in the tally. */
export type ImportEnd = {
  readonly assumptions: readonly CountedAssumption[];
  /** Why the import ended before its input; null when it did not. */
  readonly stopReason: string | null;
  /** The last record that was read, `security.jsonl:17`; null when no record was read. */
  readonly lastRead: string | null;
  /** Files that could not be read completely, with the reason. */
  readonly unreadable: readonly string[];
  /** Files from which no record could be read, with the reason. */
  readonly noLogs: readonly string[];
  /** The files and the members of archives that were read, in order. */
  readonly files: readonly string[];
  readonly clockChanges: ClockChanges;
  /** Results that may be misleading. */
  readonly warnings: readonly string[];
};

/** Reads the files with the sensors and passes the events and context events to the delivery. Files are read in order; followed files concurrently. */
export const importFiles = async (
  reporter: ImportReporter,
  delivery: Delivery,
  options: ImportOptions,
): Promise<ImportEnd> => {
  const run: Run = {
    reporter,
    delivery,
    options,
    batchers: { EVENT: makeBatcher('EVENT'), CONTEXT: makeBatcher('CONTEXT') },
    sensors: startSensors(options.sensors),
    lastRead: null,
    unreadable: [],
    noLogs: [],
    files: [],
    failures: null,
    hosts: makeHostDomains(),
    clockChanges: makeClockChanges(),
    behind: new Set(),
    findUntil: makeFindUntil(options.files, options.interrupt, options.sensors.now),
    assumptions: makeAssumptions(),
  };
  if (options.mode === 'ONCE') for (const file of options.files) await importFile(run, file);
  else await followFiles(run);
  for (const outcome of run.sensors.flush()) takeOutcome(run, outcome);
  for (const batch of Object.values(run.batchers).flatMap(takeRest)) {
    if (stopReasonOf(run) === null) await delivery.send(batch);
    else countNotStored(reporter, batch.items, 'not sent: the import was stopped');
  }
  await delivery.finish();
  const assumptions = [...run.sensors.listAssumptions(), ...listAssumptions(run.assumptions)];
  return {
    assumptions,
    stopReason: stopReasonOf(run),
    lastRead: run.lastRead && formatOrigin(run.lastRead),
    unreadable: run.unreadable,
    noLogs: run.noLogs,
    files: run.files,
    clockChanges: run.clockChanges,
    warnings: [
      ...listOverridden(assumptions, options.sensors.timeZone),
      ...listWarnings(run.hosts),
      ...listClockWarnings(run.clockChanges),
    ],
  };
};

type Run = Counting & {
  readonly delivery: Delivery;
  readonly options: ImportOptions;
  readonly sensors: Sensors;
  lastRead: RecordOrigin | null;
  readonly unreadable: string[];
  readonly noLogs: string[];
  readonly files: string[];
  /** Files with more content to read. */
  readonly behind: Set<string>;
  readonly findUntil: FindUntil;
  /** Those about the text of files; sensors have their own. */
  readonly assumptions: Assumptions;
};

/** An interrupt is the normal end of following: the records that were read are still sent. */
const stopReasonOf = ({ delivery, options: { mode, interrupt } }: Run): string | null =>
  delivery.stopReason() ?? (mode === 'ONCE' && interrupt.aborted ? 'interrupted' : null);

const importFile = async (run: Run, file: string): Promise<void> => {
  const { interrupt: signal, format, hints = NO_HINTS, mode, onBytes } = run.options;
  const follows = mode === 'FOLLOW' && file !== STANDARD_INPUT;
  let member: string | null = null;
  const given = run.options.sensors.year;
  // Lines of followed standard input are new: each has the newest year.
  const isLive = mode === 'FOLLOW' && !follows && given === null;
  const years = isLive ? undefined : { given, findUntil: run.findUntil };
  try {
    const options = { signal, format, hints, years };
    for await (const block of (follows ? followFile : readRecords)(file, options)) {
      if (stopReasonOf(run) !== null) return;
      if (block.file !== member) {
        if (member !== null) settleFile(run, member);
        member = block.file;
        beginFile(run, member);
      }
      for (const record of block.records) importRecord(run, member, { record, years: block.years });
      if (block.problem !== undefined) run.unreadable.push(`${nameOfFile(member)}: ${block.problem}`);
      await send(run, takeBatches);
      onBytes(block.bytes);
      if (block.isCaughtUp) run.behind.delete(file);
      else run.behind.add(file);
    }
  } catch (error) {
    if (!isFileError(error)) throw error;
    if (!signal.aborted) run.unreadable.push(`${nameOfFile(file)}: ${error.message}`);
  }
  run.behind.delete(file);
  settleFile(run, member ?? file);
};

/** Begins a file, or a member of an archive. */
const beginFile = (run: Run, file: string): void => {
  run.files.push(file);
  run.failures = run.options.mode === 'FOLLOW' ? null : makeFileFailures();
};

const settleFile = (run: Run, file: string): void => {
  const noLog = run.failures === null ? null : settleFileFailures(run.failures, run.reporter.tally, file);
  run.failures = null;
  if (noLog !== null) run.noLogs.push(noLog);
};

/** Follows all files concurrently until the user stops. Every second it sends what was read, and flushes records that have waited long enough. */
const followFiles = async (run: Run): Promise<void> => {
  const { files, sensors } = run.options;
  const end = new AbortController();
  const settle = async (): Promise<void> => {
    while (await sleep(SETTLE_MS, true, { signal: end.signal }).catch(() => false)) {
      // While a file has unread content, the record that a waiting one needs may be in it.
      if (run.behind.size === 0) {
        for (const outcome of run.sensors.flush(sensors.now())) takeOutcome(run, outcome);
      }
      await send(run, takeRest);
    }
  };
  const settling = settle();
  await Promise.all(files.map((file) => importFile(run, file)));
  end.abort();
  await settling;
};

const SETTLE_MS = 1_000;

const send = async ({ batchers, delivery }: Run, take: typeof takeBatches): Promise<void> => {
  for (const batch of Object.values(batchers).flatMap(take)) await delivery.send(batch);
};

type Read = { readonly record: RawRecord; readonly years: YearWalk | null };

const importRecord = (run: Run, file: string, { record, years }: Read): void => {
  const { tally, explainer } = run.reporter;
  tally.records += 1;
  const year =
    years !== null && record.kind === 'VALUE' && typeof record.value === 'string'
      ? findYearOfLine(years, record.value)
      : undefined;
  const origin = year === undefined ? { file, line: record.line } : { file, line: record.line, year };
  run.lastRead = origin;
  if (record.kind === 'FAILED') {
    const { reason } = record;
    return takeOutcome(run, { kind: 'FAILED', reason, origin: { ...origin, sensorEvent: UNKNOWN_EVENT } });
  }
  if (record.encoding !== undefined)
    countAssumption(run.assumptions, { kind: 'ENCODING', ...record.encoding });
  explainer.explainRecord(origin, record.value);
  const before = run.sensors.countInner();
  const outcomes = run.sensors.read({ value: record.value, origin });
  tally.records += run.sensors.countInner() - before;
  const own = outcomes.filter((outcome) => outcome.origin.line === record.line);
  const isUnknown = own.length > 0 && own.every(isUnknownRecord);
  if (!isUnknown && run.failures !== null) {
    addFileFailures(run.failures, tally);
    run.failures = null;
  }
  for (const outcome of outcomes) takeOutcome(run, outcome);
};

/** Whether an error comes from the file system or from the abort signal. */
const isFileError = (error: unknown): error is Error =>
  error instanceof Error && ('syscall' in error || error.name === 'AbortError');
