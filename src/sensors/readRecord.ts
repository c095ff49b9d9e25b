import { listAssumptions, makeAssumptions } from './assumptions.ts';
import type { Assumptions, CountedAssumption } from './assumptions.ts';
import { flushAudit, isAuditRecord, readAuditRecord, startAudit } from './linux/auditSensor.ts';
import type { AuditState } from './linux/auditSensor.ts';
import { flushSyslog, isSyslogRecord, readSyslogRecord, startSyslog } from './linux/syslogSensor.ts';
import type { SyslogState } from './linux/syslogSensor.ts';
import { flushUtmp, isUtmpRecord, readUtmpRecord, startUtmp } from './linux/utmpSensor.ts';
import type { UtmpState } from './linux/utmpSensor.ts';
import { joinSource, makeSourceJoin } from './joinSources.ts';
import type { LinuxSource, SourceJoin } from './joinSources.ts';
import { isOwnEvent, readOwnEvent } from './ownEvents.ts';
import type { Outcome, SensorOptions, SensorRecord, Step } from './sensor.ts';
import { flushWindows, readWindowsRecord, startWindows } from './windows/windowsSensor.ts';
import type { WindowsState } from './windows/windowsSensor.ts';

/** What all sensors remember between records. A value with state: change it only through the functions here. */
export type SensorsState = {
  readonly assumptions: Assumptions;
  windows: WindowsState;
  syslog: SyslogState;
  audit: AuditState;
  utmp: UtmpState;
  readonly sources: SourceJoin;
};

export const startSensors = (options: SensorOptions): SensorsState => {
  const assumptions = makeAssumptions();
  return {
    assumptions,
    windows: startWindows(options, assumptions),
    syslog: startSyslog(options, assumptions),
    audit: startAudit(options),
    utmp: startUtmp(options),
    sources: makeSourceJoin(),
  };
};

/** Reads a record by the sensor that knows its shape; what none knows is told by that of Windows, which has most. */
export const readRecord = (state: SensorsState, record: SensorRecord): readonly Outcome[] => {
  if (isOwnEvent(record.value)) return [readOwnEvent(record)];
  if (isAuditRecord(record.value)) return keep(state, 'audit', readAuditRecord(state.audit, record));
  if (isUtmpRecord(record.value)) {
    return keep(state, 'utmp', readUtmpRecord(state.utmp, record.value, record.origin));
  }
  if (isSyslogRecord(record.value)) return keep(state, 'syslog', readSyslogRecord(state.syslog, record));
  return keep(state, 'windows', readWindowsRecord(state.windows, record));
};

/** Gives the outcomes that are still waiting when the input ends. */
export const flushSensors = (state: SensorsState): readonly Outcome[] => [
  ...keep(state, 'windows', flushWindows(state.windows)),
  ...keep(state, 'audit', flushAudit(state.audit)),
  ...keep(state, 'syslog', flushSyslog(state.syslog)),
  ...keep(state, 'utmp', flushUtmp(state.utmp)),
];

export const listAssumed = ({ assumptions }: SensorsState): readonly CountedAssumption[] =>
  listAssumptions(assumptions);

const keep = <Name extends 'windows' | LinuxSource>(
  state: SensorsState,
  name: Name,
  step: Step<SensorsState[Name]>,
): readonly Outcome[] => {
  state[name] = step.state;
  if (name === 'windows') return step.outcomes;
  return step.outcomes.map((outcome) => joinSource(state.sources, name, outcome));
};
