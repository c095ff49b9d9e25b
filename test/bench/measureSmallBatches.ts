import { Agent } from 'node:http';

import { BATCH, measureApi } from './measureIngest.ts';
import type { Contestant, IngestRounds } from './measureIngest.ts';
import { formatCount, median } from './measurement.ts';
import type { Measurement } from './measurement.ts';
import type { Child } from './spawnChild.ts';

const CONNECTIONS = 16;

/** Requests of a round, for each thousand events that it sends in large batches. */
const REQUESTS_PER_BATCH = 20;

/** The number of events that the rounds need. */
export const countSmallEvents = ({ count, batches, sizes }: SmallRounds): number =>
  (count + 1) * batches * (2 * REQUESTS_PER_BATCH * sizes.reduce((sum, size) => sum + size, 0) + BATCH);

/** The sizes of small batches; the first one is compared with large batches too. */
export type SmallRounds = IngestRounds & { readonly sizes: readonly number[] };

/** The server, the same without shared transactions, and the events for both. */
type Contestants = Contestant<Child> & { readonly ungrouped: Child };

/**
 * Measures small batches over many connections against the same without shared transactions, and against large ones over a few connections, in turns.
 * A first round is not measured: a new process is slower.
 */
export const measureSmallBatches = async (
  { target, ungrouped, events }: Contestants,
  { count, batches, sizes }: SmallRounds,
): Promise<readonly Measurement[]> => {
  const agent = new Agent({ keepAlive: true, maxSockets: CONNECTIONS });
  const measure = async (child: Child, size: number): Promise<number> => {
    const shape = { size, connections: CONNECTIONS };
    return measureApi(agent, { target: child, events }, { batches: batches * REQUESTS_PER_BATCH, shape });
  };
  const rounds: { small: readonly Pair[]; large: number }[] = [];
  for (let round = 0; round <= count; round += 1) {
    const small: Pair[] = [];
    for (const size of sizes)
      small.push({ grouped: await measure(target, size), alone: await measure(ungrouped, size) });
    rounds.push({ small, large: await measureApi(agent, { target, events }, { batches }) });
  }
  agent.destroy();
  const measured = rounds.slice(1);
  const ofSizes = sizes.map((size, index) =>
    compareSize(
      size,
      measured.flatMap(({ small }) => small[index] ?? []),
    ),
  );
  const grouped = measured.map(({ small }) => small[0]?.grouped ?? Number.NaN);
  const large = measured.map((round) => round.large);
  return [
    ...ofSizes,
    {
      name: `ingest of ${sizes[0]}-event batches over ${CONNECTIONS} connections / of ${formatCount(BATCH)}-event batches over 4`,
      ratio: median(grouped.map((rate, index) => rate / (large[index] ?? Number.NaN))),
      target: null,
      detail: `${formatCount(median(grouped))} / ${formatCount(median(large))} events/s, medians of ${count} rounds`,
      values: { 'small batches, events/s': median(grouped), 'large batches, events/s': median(large) },
    },
  ];
};

/** Events a second with and without shared transactions. */
type Pair = { readonly grouped: number; readonly alone: number };

const compareSize = (size: number, pairs: readonly Pair[]): Measurement => {
  const grouped = median(pairs.map((pair) => pair.grouped));
  const alone = median(pairs.map((pair) => pair.alone));
  return {
    name: `ingest of ${size}-event batches over ${CONNECTIONS} connections, in shared transactions / each in its own`,
    ratio: median(pairs.map((pair) => pair.grouped / pair.alone)),
    target: size === 10 ? { least: 2 } : null,
    detail: `${formatCount(grouped)} / ${formatCount(alone)} events/s, medians of ${pairs.length} rounds`,
    values: { 'shared, events/s': grouped, 'own, events/s': alone },
  };
};
