import { writeFileSync } from 'node:fs';
import { arch, cpus, platform, totalmem } from 'node:os';

import { formatMeasurement, isMet } from './measurement.ts';
import type { Measurement } from './measurement.ts';

export type Report = {
  /** Prints a measurement. */
  readonly add: (measurement: Measurement) => void;
  /** Writes the file. */
  readonly finish: () => void;
};

/**
 * Prints the machine, and measurements as they are made. With `json`, a path, all of them are then written there as one document.
 *
 * @throws Error at once if the file cannot be written.
 */
export const makeReport = (json: string | null, words: readonly string[]): Report => {
  const machine = {
    processor: cpus()[0]?.model.trim() ?? 'unknown',
    cores: cpus().length,
    memoryGib: Math.round(totalmem() / 2 ** 30),
    system: `${platform()} ${arch()}`,
    node: process.versions.node,
  };
  const startedAt = new Date().toISOString();
  const measurements: object[] = [];
  const write = (finishedAt: string | null): void => {
    if (json === null) return;
    const document = { words, machine, startedAt, finishedAt, measurements };
    writeFileSync(json, `${JSON.stringify(document, null, 2)}\n`);
  };
  write(null);
  const { processor, cores, memoryGib, system, node } = machine;
  console.log(`${startedAt}: ${cores} cores of ${processor}, ${memoryGib} GiB, ${system}, Node ${node}\n`);
  return {
    add: (measurement) => {
      measurements.push({ ...measurement, isMet: isMet(measurement) });
      console.log(formatMeasurement(measurement));
    },
    finish: () => write(new Date().toISOString()),
  };
};
