import { Agent } from 'node:http';

import { BATCH, measureApi } from './measureIngest.ts';
import type { Contestant, IngestRounds, Shape } from './measureIngest.ts';
import { formatCount, median } from './measurement.ts';
import type { Measurement } from './measurement.ts';
import type { Child } from './spawnChild.ts';

const SMALL: Shape = { size: 10, connections: 16 };

/** Measures small batches over many connections against large ones over a few, in turns: what each request and its transaction cost. */
export const measureSmallBatches = async (
  api: Contestant<Child>,
  { count, batches }: IngestRounds,
): Promise<Measurement> => {
  const agent = new Agent({ keepAlive: true, maxSockets: SMALL.connections });
  const rounds: { small: number; large: number }[] = [];
  for (let round = 0; round < count; round += 1) {
    const small = await measureApi(agent, api, { batches: (batches * BATCH) / SMALL.size / 5, shape: SMALL });
    rounds.push({ small, large: await measureApi(agent, api, { batches }) });
  }
  agent.destroy();
  const small = median(rounds.map((round) => round.small));
  const large = median(rounds.map((round) => round.large));
  return {
    name: `ingest of ${SMALL.size}-event batches over ${SMALL.connections} connections / of ${formatCount(BATCH)}-event batches over 4`,
    ratio: median(rounds.map((round) => round.small / round.large)),
    target: null,
    detail: `${formatCount(small)} / ${formatCount(large)} events/s, medians of ${count} rounds`,
    values: { 'small batches, events/s': small, 'large batches, events/s': large },
  };
};
