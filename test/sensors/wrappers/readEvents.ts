import { NO_OPTIONS } from '../../../src/sensors/sensor.ts';
import type { Outcome, SensorOptions } from '../../../src/sensors/sensor.ts';
import { startSensors } from '../../../src/sensors/startSensors.ts';
import { parseInputZone } from '../../../src/sensors/timeZone.ts';

const OPTIONS: SensorOptions = {
  ...NO_OPTIONS,
  timeZone: parseInputZone('UTC'),
  now: () => Date.parse('2026-12-01T00:00:00Z'),
};

/** Reads values as one file, to its end. */
const readOutcomes = (
  values: readonly unknown[],
  options: Partial<SensorOptions> = {},
): readonly Outcome[] => {
  const sensors = startSensors({ ...OPTIONS, ...options });
  const outcomes = values.flatMap((value, index) => {
    const read = [...sensors.read({ value, origin: { file: 'test', line: index + 1 } })];
    for (let more = sensors.readMore(); more !== null; more = sensors.readMore()) read.push(...more);
    return read;
  });
  return [...outcomes, ...sensors.flush()];
};

/** The events of values, without their position. */
export const readEvents = (
  values: readonly unknown[],
  options: Partial<SensorOptions> = {},
): readonly unknown[] =>
  readOutcomes(values, options).flatMap((outcome) => ('event' in outcome ? [outcome.event] : []));

/** The kinds of the outcomes, with the reasons of those that became no event. */
export const readFates = (
  values: readonly unknown[],
  options: Partial<SensorOptions> = {},
): readonly string[] =>
  readOutcomes(values, options).map((outcome) =>
    'reason' in outcome ? `${outcome.kind}: ${outcome.reason}` : outcome.kind,
  );
