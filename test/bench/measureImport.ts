import { writeFile } from 'node:fs/promises';
import { Agent } from 'node:http';
import { join } from 'node:path';

import { BATCH, measureApi, takeBatches } from './measureIngest.ts';
import type { Contestant, IngestRounds } from './measureIngest.ts';
import { formatCount, median } from './measurement.ts';
import type { Measurement } from './measurement.ts';
import { runImport } from './runImport.ts';
import type { Child } from './spawnChild.ts';

/** Measures the importer, a process of its own with a file of lines, against the requests of the ingest benchmark, in turns. */
export const measureImport = async (
  api: Contestant<Child>,
  { count, batches }: IngestRounds,
  folder: string,
): Promise<Measurement> => {
  const agent = new Agent({ keepAlive: true });
  const rates: { importer: number; api: number }[] = [];
  for (let round = 0; round < count; round += 1) {
    const importer = await measureImporter(api, batches, folder);
    rates.push({ importer, api: await measureApi(agent, api, { batches }) });
  }
  agent.destroy();
  return {
    name: `import of ${formatCount(batches * BATCH)} lines, from start to exit / the ingest of as many events`,
    ratio: median(rates.map((rate) => rate.importer / rate.api)),
    target: { least: 0.7 },
    detail: `${formatCount(median(rates.map(({ importer }) => importer)))} / ${formatCount(median(rates.map((rate) => rate.api)))} events/s`,
  };
};

/** Events a second. */
const measureImporter = async (
  { target, events }: Contestant<Child>,
  batches: number,
  folder: string,
): Promise<number> => {
  const file = join(folder, 'import.ndjson');
  const lines = takeBatches(events, batches)
    .flat()
    .map(({ action, input }) => `${JSON.stringify({ [action.toLowerCase()]: input })}\n`);
  await writeFile(file, lines.join(''));
  const startMs = performance.now();
  await runImport(target, file);
  return (lines.length * 1000) / (performance.now() - startMs);
};
