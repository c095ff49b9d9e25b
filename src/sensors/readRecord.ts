import { listAssumptions, makeAssumptions } from './assumptions.ts';
import type { Assumptions, CountedAssumption } from './assumptions.ts';
import { isOwnEvent, readOwnEvent } from './ownEvents.ts';
import type { Outcome, SensorOptions, SensorRecord, Step } from './sensor.ts';
import { flushWindows, readWindowsRecord, startWindows } from './windows/windowsSensor.ts';
import type { WindowsState } from './windows/windowsSensor.ts';

/** What all sensors remember between records. A value with state: change it only through the functions here. */
export type SensorsState = {
  readonly assumptions: Assumptions;
  windows: WindowsState;
};

export const startSensors = (options: SensorOptions): SensorsState => {
  const assumptions = makeAssumptions();
  return {
    assumptions,
    windows: startWindows(options, assumptions),
  };
};

/** Reads a record by the sensor that knows its shape; what none knows is told by that of Windows, which has most. */
export const readRecord = (state: SensorsState, record: SensorRecord): readonly Outcome[] => {
  if (isOwnEvent(record.value)) return [readOwnEvent(record)];
  return keepWindows(state, readWindowsRecord(state.windows, record));
};

/** Gives the outcomes that are still waiting when the input ends. */
export const flushSensors = (state: SensorsState): readonly Outcome[] =>
  keepWindows(state, flushWindows(state.windows));

export const listAssumed = ({ assumptions }: SensorsState): readonly CountedAssumption[] =>
  listAssumptions(assumptions);

const keepWindows = (state: SensorsState, step: Step<WindowsState>): readonly Outcome[] => {
  state.windows = step.state;
  return step.outcomes;
};
