import { Agent } from 'node:http';

import { formatCount, median } from './measurement.ts';
import type { Measurement } from './measurement.ts';
import { postQuery } from './postQuery.ts';
import type { Child } from './spawnChild.ts';

const MUTATION =
  'mutation ($events: [SessionEventInput!]!) { ingestSessionEvents(events: $events) { accepted } }';
const BATCH = 5000;
const TIMES = 100;

/** Measures one event more of a login id that has `count` events, against one of a new login id, in turns. */
export const measureLongPair = async (api: Child, count: number): Promise<Measurement> => {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const startMs = Date.now() - (count + TIMES) * 1000;
  const event = (loginId: string, second: number) => ({
    [second % 2 === 0 ? 'lock' : 'unlock']: {
      time: new Date(startMs + second * 1000).toISOString(),
      hostname: 'KIOSK',
      user: 'KIOSK\\guest',
      loginId,
    },
  });
  const send = async (events: readonly object[]): Promise<number> => {
    const body = JSON.stringify({ query: MUTATION, variables: { events } });
    const sentMs = performance.now();
    const answer = await postQuery(agent, api, body);
    const tookMs = performance.now() - sentMs;
    if (!answer.includes(`"accepted":${events.length}}`)) throw new Error(answer.slice(0, 300));
    return tookMs;
  };
  for (let sent = 0; sent < count; sent += BATCH)
    await send(Array.from({ length: BATCH }, (_, index) => event('0x10', sent + index)));
  const longMs: number[] = [];
  const newMs: number[] = [];
  for (let n = 0; n < TIMES; n += 1) {
    longMs.push(await send([event('0x10', count + n)]));
    newMs.push(await send([event(`0x${(0x1000 + n).toString(16)}`, count + n)]));
  }
  agent.destroy();
  return {
    name: `one event more of a login id that has ${formatCount(count)} / one of a new login id`,
    ratio: median(longMs) / median(newMs),
    target: { most: 2 },
    detail: `${median(longMs).toFixed(2)} / ${median(newMs).toFixed(2)} ms, medians of ${TIMES}`,
  };
};
