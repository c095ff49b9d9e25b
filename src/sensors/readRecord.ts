import { listAssumptions, makeAssumptions } from './assumptions.ts';
import type { Assumptions, CountedAssumption } from './assumptions.ts';
import { flushAudit, isAuditRecord, readAuditRecord, startAudit } from './linux/auditSensor.ts';
import type { AuditState } from './linux/auditSensor.ts';
import { flushSyslog, isSyslogRecord, readSyslogRecord, startSyslog } from './linux/syslogSensor.ts';
import type { SyslogState } from './linux/syslogSensor.ts';
import { joinSource, makeSourceJoin } from './joinSources.ts';
import type { SourceJoin } from './joinSources.ts';
import { flushSanta, isSantaRecord, readSantaRecord, startSanta } from './macos/santaSensor.ts';
import type { SantaState } from './macos/santaSensor.ts';
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
  santa: SantaState;
  readonly sources: SourceJoin;
};

export const startSensors = (options: SensorOptions): SensorsState => {
  const assumptions = makeAssumptions();
  return {
    assumptions,
    windows: startWindows(options, assumptions),
    syslog: startSyslog(options, assumptions),
    audit: startAudit(options),
    santa: startSanta(options),
    sources: makeSourceJoin(),
  };
};

/** Reads a record by the sensor that knows its shape; what none knows is told by that of Windows, which has most. */
export const readRecord = (state: SensorsState, record: SensorRecord): readonly Outcome[] => {
  if (isSantaRecord(record.value)) return keep(state, 'santa', readSantaRecord(state.santa, record));
  if (isOwnEvent(record.value)) return [readOwnEvent(record)];
  if (isAuditRecord(record.value)) return keep(state, 'audit', readAuditRecord(state.audit, record));
  if (isSyslogRecord(record.value)) return keep(state, 'syslog', readSyslogRecord(state.syslog, record));
  return keep(state, 'windows', readWindowsRecord(state.windows, record));
};

/** Gives the outcomes that are still waiting when the input ends. */
export const flushSensors = (state: SensorsState): readonly Outcome[] => [
  ...keep(state, 'windows', flushWindows(state.windows)),
  ...keep(state, 'santa', flushSanta(state.santa)),
  ...keep(state, 'audit', flushAudit(state.audit)),
  ...keep(state, 'syslog', flushSyslog(state.syslog)),
];

export const listAssumed = ({ assumptions }: SensorsState): readonly CountedAssumption[] =>
  listAssumptions(assumptions);

const keep = <Name extends 'windows' | 'santa' | 'syslog' | 'audit'>(
  state: SensorsState,
  name: Name,
  step: Step<SensorsState[Name]>,
): readonly Outcome[] => {
  state[name] = step.state;
  if (name === 'windows' || name === 'santa') return step.outcomes;
  const source = name === 'audit' ? 'audit' : 'syslog';
  return step.outcomes.map((outcome) => joinSource(state.sources, source, outcome));
};
