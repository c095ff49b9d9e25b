import { countAssumption, listAssumptions, makeAssumptions } from './assumptions.ts';
import type { Assumptions, CountedAssumption } from './assumptions.ts';
import { flushAudit, isAuditRecord, readAuditRecord, startAudit } from './linux/auditSensor.ts';
import type { AuditState } from './linux/auditSensor.ts';
import {
  flushSyslog,
  isSyslogRecord,
  readMoreSyslog,
  readSyslogRecord,
  startSyslog,
} from './linux/syslogSensor.ts';
import type { SyslogState } from './linux/syslogSensor.ts';
import { flushUtmp, isUtmpRecord, readUtmpRecord, startUtmp } from './linux/utmpSensor.ts';
import type { UtmpState } from './linux/utmpSensor.ts';
import { joinSource, makeSourceJoin } from './joinSources.ts';
import type { LinuxSource, SourceJoin } from './joinSources.ts';
import { flushSanta, isSantaRecord, readSantaRecord, startSanta } from './macos/santaSensor.ts';
import type { SantaState } from './macos/santaSensor.ts';
import { isOwnEvent, readOwnEvent } from './ownEvents.ts';
import { makeNameFolder } from './nameFolder.ts';
import type { NameFolder } from './nameFolder.ts';
import { UNKNOWN_EVENT } from './sensor.ts';
import type { Flush, Outcome, SensorOptions, SensorRecord, Step } from './sensor.ts';
import { splitEvent } from './sessionEventInput.ts';
import { shiftOutcome } from './shiftTimes.ts';
import { flushWindows, readWindowsRecord, startWindows } from './windows/windowsSensor.ts';
import type { WindowsState } from './windows/windowsSensor.ts';

/** What all sensors remember between records. A value with state: change it only through the functions here. */
export type SensorsState = {
  readonly options: SensorOptions;
  readonly assumptions: Assumptions;
  readonly names: NameFolder;
  windows: WindowsState;
  syslog: SyslogState;
  audit: AuditState;
  utmp: UtmpState;
  santa: SantaState;
  readonly sources: SourceJoin;
};

export const startSensors = (options: SensorOptions): SensorsState => {
  const assumptions = makeAssumptions();
  return {
    options,
    assumptions,
    names: makeNameFolder(),
    windows: startWindows(options, assumptions),
    syslog: startSyslog(options, assumptions),
    audit: startAudit(options),
    utmp: startUtmp(options),
    santa: startSanta(options),
    sources: makeSourceJoin(),
  };
};

/** Reads a record by the sensor that knows its shape; what none knows is told by that of Windows, which has most. */
export const readRecord = (state: SensorsState, record: SensorRecord): readonly Outcome[] =>
  (isTooLong(record.value) ? [refuseLength(record)] : read(state, record)).map((outcome) =>
    setClock(state, outcome),
  );

/**
 * No log has longer lines: auditd writes at most 8,970 bytes, rsyslog 8 KiB and syslog-ng 64 KiB unless they are set to more, and an event
 * of Windows has at most 64 KiB.
 */
const MAX_LINE_LENGTH = 1_048_576;

const isTooLong = (value: unknown): boolean => typeof value === 'string' && value.length > MAX_LINE_LENGTH;

const refuseLength = ({ origin }: SensorRecord): Outcome => ({
  kind: 'FAILED',
  reason: `the line has more than ${MAX_LINE_LENGTH} characters; send one record in a line`,
  origin: { ...origin, sensorEvent: UNKNOWN_EVENT },
});

/** Makes more events of the record that was read last, where `eventsAtOnce` bounds them; null when it has no more. */
export const readMore = (state: SensorsState): readonly Outcome[] | null => {
  const step = readMoreSyslog(state.syslog);
  return step === null ? null : keep(state, 'syslog', step).map((outcome) => setClock(state, outcome));
};

/** How many more events than lines the lines `message repeated N times` stand for, with those that readMore will make. */
export const countRepeats = ({ syslog }: SensorsState): number => syslog.added;

const read = (state: SensorsState, record: SensorRecord): readonly Outcome[] => {
  if (isSantaRecord(record.value)) return keep(state, 'santa', readSantaRecord(state.santa, record));
  if (isOwnEvent(record.value)) return [readOwnEvent(record)];
  if (isAuditRecord(record.value)) return keep(state, 'audit', readAuditRecord(state.audit, record));
  if (isUtmpRecord(record.value)) {
    return keep(state, 'utmp', readUtmpRecord(state.utmp, record.value, record.origin));
  }
  if (isSyslogRecord(record.value)) return keep(state, 'syslog', readSyslogRecord(state.syslog, record));
  return keep(state, 'windows', readWindowsRecord(state.windows, record));
};

/**
 * Gives the outcomes that are still waiting: at the end of the input all, else those of records that are so old at `nowMs` that
 * nothing can come any more that decides them. Each is worked out when it is taken; take all of them before the next record is read.
 */
export function* flushSensors(
  state: SensorsState,
  nowMs: number = Number.POSITIVE_INFINITY,
): Generator<Outcome, void> {
  for (const outcome of flushEach(state, nowMs)) yield setClock(state, outcome);
}

function* flushEach(state: SensorsState, nowMs: number): Generator<Outcome, void> {
  yield* keep(state, 'windows', flushWindows(state.windows, nowMs - WAIT_MS.windows));
  yield* keep(state, 'santa', flushSanta(state.santa, nowMs - WAIT_MS.santa));
  yield* keepFlushed(state, 'audit', flushAudit(state.audit, nowMs - WAIT_MS.audit));
  yield* keepFlushed(state, 'syslog', flushSyslog(state.syslog, nowMs - WAIT_MS.syslog));
  yield* keepFlushed(state, 'utmp', flushUtmp(state.utmp, nowMs - WAIT_MS.utmp));
}

/** Records of Windows arrive up to 56 s late; sshd gives a connection 120 s to log in (LoginGraceTime). */
const WAIT_MS = { windows: 65_000, santa: 120_000, audit: 10_000, syslog: 120_000, utmp: 10_000 } as const;

export const listAssumed = ({ assumptions }: SensorsState): readonly CountedAssumption[] =>
  listAssumptions(assumptions);

const keep = <Name extends 'windows' | 'santa' | LinuxSource>(
  state: SensorsState,
  name: Name,
  step: Step<SensorsState[Name]>,
): readonly Outcome[] => {
  state[name] = step.state;
  if (name === 'windows' || name === 'santa') return step.outcomes;
  return step.outcomes.map((outcome) => joinSource(state.sources, name, outcome));
};

/** Joins each outcome when it is taken. */
function* keepFlushed<Name extends LinuxSource>(
  state: SensorsState,
  name: Name,
  flush: Flush<SensorsState[Name]>,
): Generator<Outcome, void> {
  state[name] = flush.state;
  for (const outcome of flush.outcomes) yield joinSource(state.sources, name, outcome);
}

/** The last step, as all that is joined by time is joined by the clock that wrote it. */
const setClock = ({ options: { shifts }, names, assumptions }: SensorsState, outcome: Outcome): Outcome => {
  if (shifts.size === 0) return outcome;
  const hostname = hostnameOf(outcome);
  const shift = hostname === undefined ? undefined : shifts.get(names.foldHost(hostname));
  if (shift === undefined) return outcome;
  countAssumption(assumptions, {
    kind: 'SHIFT',
    name: `${shift.text} of ${shift.hostname}`,
    from: 'GIVEN',
  });
  return shiftOutcome(outcome, shift);
};

const hostnameOf = (outcome: Outcome): string | undefined => {
  if (outcome.kind === 'HOST_START') return outcome.start.hostname;
  if (outcome.kind !== 'EVENT') return undefined;
  return String(splitEvent(outcome.event).input['hostname']);
};
