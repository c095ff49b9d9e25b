import { makeAssumptions } from '../../src/sensors/assumptions.ts';
import { makeNameFolding } from '../../src/sensors/nameFolding.ts';
import { NO_OPTIONS } from '../../src/sensors/sensor.ts';
import type {
  Outcome,
  Sensor,
  SensorContext,
  SensorOptions,
  SensorRecord,
} from '../../src/sensors/sensor.ts';

/** The context that startSensors passes to each sensor. */
export const makeContext = (options: Partial<SensorOptions> = {}): SensorContext => ({
  options: { ...NO_OPTIONS, ...options },
  names: makeNameFolding(),
  assumptions: makeAssumptions(),
});

/** Reads a record that the sensor must recognize. */
export const readOne = (sensor: Sensor, { value, origin }: SensorRecord): readonly Outcome[] => {
  const message = sensor.recognize(value);
  if (message === null) throw new Error(`The sensor does not recognize ${JSON.stringify(value)}.`);
  return sensor.read(message, origin);
};

/** Reads records and flushes, as at the end of the input. */
export const readToEnd = (sensor: Sensor, records: readonly SensorRecord[]): readonly Outcome[] => [
  ...records.flatMap((record) => readOne(sensor, record)),
  ...sensor.flush(Number.POSITIVE_INFINITY),
];
