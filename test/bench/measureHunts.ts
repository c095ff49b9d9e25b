import { Agent } from 'node:http';

import { HUNTS, VARIANTS } from './hunts.ts';
import { median } from './measurement.ts';
import type { Measurement } from './measurement.ts';
import type { Period } from './measureQuestions.ts';
import { postQuery } from './postQuery.ts';
import type { Child } from './spawnChild.ts';

const DAY_MS = 86_400_000;
const SECOND_MS = 1000;
/** The server's deadline for a statement. */
const DEADLINE_MS = 10_000;

/** How many ranges of a day and of thirty days each hunt searches, and the events that are stored, as text. */
export type HuntRanges = { readonly days: number; readonly months: number; readonly stored: string };

/**
 * Measures each hunt over a day against one second, and over thirty days against the deadline: the median of several ranges spread over the
 * period.
 */
export const measureHunts = async (
  api: Child,
  { fromMs, untilMs }: Period,
  { days, months, stored }: HuntRanges,
): Promise<readonly Measurement[]> => {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const measurements: Measurement[] = [];
  const timesOf = async (query: string, lengthMs: number, count: number): Promise<readonly number[]> => {
    const times: number[] = [];
    for (let n = 0; n < count; n += 1) {
      const startMs = fromMs + ((untilMs - lengthMs - fromMs) * (n + 1)) / (count + 1);
      const [from = '', until = ''] = [startMs, startMs + lengthMs].map((ms) => new Date(ms).toISOString());
      const body = JSON.stringify({
        query: `{ ${query.replace('$from', from).replace('$until', until)} }`,
      });
      const beganMs = performance.now();
      await postQuery(agent, api, body);
      times.push(performance.now() - beganMs);
    }
    return times;
  };
  for (const [name, query] of Object.entries({ ...HUNTS, ...VARIANTS })) {
    const day = median(await timesOf(query, DAY_MS, days));
    measurements.push(compare(`${name} of a day, of ${stored} / one second`, day, SECOND_MS));
    if (months === 0) continue;
    const month = median(await timesOf(query, 30 * DAY_MS, months));
    measurements.push(compare(`${name} of thirty days, of ${stored} / the deadline`, month, DEADLINE_MS));
  }
  agent.destroy();
  return measurements;
};

const compare = (name: string, tookMs: number, mostMs: number): Measurement => ({
  name,
  ratio: tookMs / mostMs,
  target: { most: 1 },
  detail: `${tookMs.toFixed(0)} / ${mostMs} ms`,
});
