import { countAssumption, listAssumptions, makeAssumptions } from './assumptions.ts';
import type { CountedAssumption } from './assumptions.ts';
import { splitContextEvent } from './contextEventInput.ts';
import { joinSource, makeSourceJoin } from './joinSources.ts';
import { makeAuditSensor } from './linux/auditSensor.ts';
import { judgeWrappedText } from './linux/otherLines.ts';
import { makeSyslogSensor } from './linux/syslogSensor.ts';
import { makeUtmpSensor } from './linux/utmpSensor.ts';
import { makeWtmpdbSensor } from './linux/wtmpdbSensor.ts';
import { makeSantaSensor } from './macos/santaSensor.ts';
import { makeFindNearest } from './knownFormats/findNearest.ts';
import { makeNameFolding } from './nameFolding.ts';
import { makeOwnSensor } from './ownSensor.ts';
import { makeEcsSensor } from './schemas/ecsSensor.ts';
import { makeOcsfSensor } from './schemas/ocsfSensor.ts';
import { makeOsquerySensor } from './schemas/osquerySensor.ts';
import { UNKNOWN_EVENT } from './sensor.ts';
import type { MakeSensor, Outcome, RecordOrigin, Sensor, SensorOptions, SensorRecord } from './sensor.ts';
import { splitEvent } from './sessionEventInput.ts';
import { joinShippedSource } from './shippedSources.ts';
import { shiftOutcome } from './shiftTimes.ts';
import { makeWindowsSensor } from './windows/windowsSensor.ts';
import { makeInnerReader } from './wrappers/innerReader.ts';
import { openRecord } from './wrappers/openRecord.ts';
import type { Known } from './wrappers/wrapper.ts';

/**
 * All sensors, in the order in which they recognize and flush. The first sensor that recognizes a record reads it, so a sensor for
 * lines of text must precede syslog, which recognizes every line. Windows recognizes every value, to report which formats it looked
 * for: it flushes first and recognizes last.
 */
export const SENSORS = [
  makeWindowsSensor,
  makeSantaSensor,
  makeOwnSensor,
  makeAuditSensor,
  makeOcsfSensor,
  makeOsquerySensor,
  makeSyslogSensor,
  // Its documents may have the message that syslog reads.
  makeEcsSensor,
  makeUtmpSensor,
  makeWtmpdbSensor,
] as const satisfies readonly MakeSensor[];

/** The sensors of one run, with private state. */
export type Sensors = {
  /**
   * Opens the wrappers of a value and reads the records inside it. Returns the outcomes that are known now, of these records and of earlier
   * ones.
   */
  readonly read: (record: SensorRecord) => readonly Outcome[];
  /** Reads more of the last value, where `eventsAtOnce` limits its records and events; null when there are no more. */
  readonly readMore: () => readonly Outcome[] | null;
  /** Counts the events beyond one per record so far, including those that `readMore` has yet to create. */
  readonly countRepeats: () => number;
  /** Counts the records beyond one per value so far: those that are inside the same value as another. */
  readonly countInner: () => number;
  /**
   * Returns the outcomes that still wait: all of them at the end of the input, otherwise those of records so old at `nowMs` that no
   * later record can decide them. Each is computed when it is taken; take all before the next record is read.
   */
  readonly flush: (nowMs?: number) => Generator<Outcome, void>;
  readonly listAssumptions: () => readonly CountedAssumption[];
};

/** Creates the sensors of one run: an import, or a request to `/ingest`. */
export const startSensors = (options: SensorOptions): Sensors => {
  const assumptions = makeAssumptions();
  const names = makeNameFolding();
  const sources = makeSourceJoin(names);
  const [fallback, ...others] = SENSORS.map((make: MakeSensor) => make({ options, names, assumptions }));
  if (fallback === undefined) throw new Error('There is no sensor.');
  const ofText = others.filter(({ readsText }) => readsText);
  const repeating = others.filter(({ repeats }) => repeats !== null);

  /** Joins before it shifts, because records are joined by the clock that wrote them. */
  const finish = ({ linuxSource }: Sensor, outcome: Outcome): Outcome => {
    if (linuxSource !== null && options.input === 'REQUEST')
      return joinShippedSource(names, linuxSource, outcome);
    const joined = linuxSource === null ? outcome : joinSource(sources, linuxSource, outcome);
    if (options.shifts.size === 0) return joined;
    const hostname = hostnameOf(joined);
    const shift = hostname === undefined ? undefined : options.shifts.get(names.foldHost(hostname));
    if (shift === undefined) return joined;
    const name = `${shift.text} of ${shift.hostname}`;
    countAssumption(assumptions, { kind: 'SHIFT', name, from: 'GIVEN' });
    return shiftOutcome(joined, shift);
  };
  const isFinished = ({ linuxSource }: Sensor): boolean => linuxSource === null && options.shifts.size === 0;
  const finishAll = (sensor: Sensor, outcomes: readonly Outcome[]): readonly Outcome[] =>
    isFinished(sensor) || !outcomes.some(isOfEvent)
      ? outcomes
      : outcomes.map((outcome) => finish(sensor, outcome));

  const findNearest = makeFindNearest();
  /** Adds to the reason of an unknown record what it resembles. */
  const nameNearest = (value: unknown, outcomes: readonly Outcome[]): readonly Outcome[] => {
    const [outcome] = outcomes;
    if (outcome?.kind !== 'FAILED' || outcome.origin.sensorEvent !== UNKNOWN_EVENT) return outcomes;
    const nearest = findNearest(value);
    return nearest === null
      ? outcomes
      : [{ ...outcome, reason: `${outcome.reason}; ${nearest}` }, ...outcomes.slice(1)];
  };

  const readOne = (value: unknown, origin: RecordOrigin, known?: Known): readonly Outcome[] => {
    for (const sensor of typeof value === 'string' ? ofText : others) {
      const message = sensor.recognize(value);
      if (message !== null) return nameNearest(value, finishAll(sensor, sensor.read(message, origin, known)));
    }
    const outcomes = fallback.read(fallback.recognize(value), origin, known);
    return nameNearest(value, finishAll(fallback, outcomes));
  };
  const readRepeats = (): readonly Outcome[] | null => {
    for (const sensor of repeating) {
      const outcomes = sensor.repeats?.readMore() ?? null;
      if (outcomes !== null) return finishAll(sensor, outcomes);
    }
    return null;
  };

  const inner = makeInnerReader({
    readOne: (opened, origin) => {
      if (opened.kind === 'FAILED') return [fail(opened.reason, origin)];
      const { value, known } = opened;
      if (isTooLong(value)) return [fail(TOO_LONG, origin)];
      const outcomes = readOne(value, origin, known);
      return typeof value === 'string'
        ? outcomes.map((outcome) => judgeWrappedText(value, outcome))
        : outcomes;
    },
    readRepeats,
    recordsAtOnce: options.eventsAtOnce,
  });

  return {
    read: ({ value, origin }) => {
      if (isTooLong(value)) return [fail(TOO_LONG, origin)];
      const opened = openRecord(value);
      return opened === null ? readOne(value, origin) : inner.start(opened, origin);
    },
    readMore: () => readRepeats() ?? inner.readMore(),
    countInner: inner.count,
    countRepeats: () => repeating.reduce((sum, { repeats }) => sum + (repeats?.count() ?? 0), 0),
    flush: function* (nowMs = Number.POSITIVE_INFINITY) {
      for (const sensor of [fallback, ...others]) {
        for (const outcome of sensor.flush(nowMs - sensor.waitMs)) yield finish(sensor, outcome);
      }
    },
    listAssumptions: () => listAssumptions(assumptions),
  };
};

/**
 * No log has longer lines: auditd writes at most 8,970 bytes, rsyslog 8 KiB and syslog-ng 64 KiB by default, and a Windows event has at
 * most 64 KiB.
 */
const MAX_LINE_LENGTH = 1_048_576;

const isTooLong = (value: unknown): boolean => typeof value === 'string' && value.length > MAX_LINE_LENGTH;

const TOO_LONG = `the line has more than ${MAX_LINE_LENGTH} characters; send one record per line`;

const fail = (reason: string, origin: RecordOrigin): Outcome => ({
  kind: 'FAILED',
  reason,
  origin: { ...origin, sensorEvent: UNKNOWN_EVENT },
});

/** Whether an outcome is one that the logs of a host can report twice, and whose time can be shifted. */
const isOfEvent = ({ kind }: Outcome): boolean => kind === 'EVENT' || kind === 'CONTEXT';

const hostnameOf = (outcome: Outcome): string | undefined => {
  if (outcome.kind === 'CONTEXT') return splitContextEvent(outcome.event).input.hostname;
  if (outcome.kind !== 'EVENT') return undefined;
  return String(splitEvent(outcome.event).input['hostname']);
};
