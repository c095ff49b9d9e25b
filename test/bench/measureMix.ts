import { Agent } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';

import type { EventToRecord } from '../../src/domain/recordItems.ts';

import { HUNTS } from './hunts.ts';
import { makeEvents } from './makeEvents.ts';
import { PAGE } from './measureHostPage.ts';
import type { Rounds } from './measureHostPage.ts';
import { INGEST_MUTATION } from './measureIngest.ts';
import { formatCount, median, percentile99 } from './measurement.ts';
import type { Measurement } from './measurement.ts';
import { makePageBody } from './pageQuery.ts';
import { postQuery } from './postQuery.ts';
import { readMemoryMib } from './readCpu.ts';
import type { Store } from './withStore.ts';

const PAGES_PER_SECOND = 20;
const BATCHES_PER_SECOND = 5;
const BATCH_EVENTS = 100;
const BLOCK_MS = 50;
const DAY_MS = 86_400_000;
const KINDS = {
  page: 'a page',
  hunt: 'a hunt of thirty days',
  ingest: `a batch of ${BATCH_EVENTS} events`,
} as const;

/** How long each answered request took, in milliseconds, and how many failed. */
type Times = { readonly answeredMs: number[]; failed: number };

/**
 * Measures a page beside hunts against a page alone, and then pages, hunts and ingest at the same time for some minutes: pages and batches come
 * at a fixed rate, and one hunt follows another. The server is one that watchBlocks.js watches.
 */
export const measureMix = async (
  store: Store,
  { minutes, rounds }: { readonly minutes: number; readonly rounds: Rounds },
): Promise<readonly Measurement[]> => {
  const agent = new Agent({ keepAlive: true });
  try {
    return [await measureBesideHunts(agent, store, rounds), ...(await mix(agent, store, minutes * 60_000))];
  } finally {
    agent.destroy();
  }
};

const measureBesideHunts = async (
  agent: Agent,
  { api, period }: Store,
  { count, seconds }: Rounds,
): Promise<Measurement> => {
  const body = makePageBody(PAGE);
  const alone = makeTimes();
  const beside = makeTimes();
  // Both servers and compilers are warm after the first of each.
  await runInTurn([body, ...huntBodies(period)], async (one) => postQuery(agent, api, one));
  for (let round = 0; round < count; round += 1) {
    for (const [times, hasHunts] of [
      [alone, false],
      [beside, true],
    ] as const) {
      const untilMs = performance.now() + seconds * 1000;
      const isOver = (): boolean => performance.now() > untilMs;
      const pages = repeat(times, isOver, async () => postQuery(agent, api, body));
      const hunts = hasHunts ? huntUntil(makeTimes(), isOver, { agent, api, period }) : Promise.resolve();
      await Promise.all([pages, hunts]);
    }
  }
  if (alone.failed + beside.failed > 0) throw new Error('A page was not answered.');
  const [aloneMs, besideMs] = [percentile99(alone.answeredMs), percentile99(beside.answeredMs)];
  return {
    name: 'p99 of a page beside hunts of thirty days / alone',
    ratio: besideMs / aloneMs,
    target: { most: 5 },
    detail: `${besideMs.toFixed(1)} / ${aloneMs.toFixed(1)} ms, of ${beside.answeredMs.length} and ${alone.answeredMs.length} pages`,
    values: { 'beside hunts, p99 ms': besideMs, 'alone, p99 ms': aloneMs },
  };
};

const mix = async (
  agent: Agent,
  { api, period }: Store,
  lengthMs: number,
): Promise<readonly Measurement[]> => {
  const times = { page: makeTimes(), hunt: makeTimes(), ingest: makeTimes() };
  const page = makePageBody(PAGE);
  const count = Math.ceil((lengthMs / 1000) * BATCHES_PER_SECOND + 1) * BATCH_EVENTS;
  const events = makeEvents({ ...period, count, seed: 2 });
  const untilMs = performance.now() + lengthMs;
  const isOver = (): boolean => performance.now() > untilMs;
  const memoryMib = [readMemoryMib(api.pid)];
  await api.ask();
  const sampling = setInterval(() => memoryMib.push(readMemoryMib(api.pid)), 1000);
  try {
    await Promise.all([
      atRate(times.page, { isOver, perSecond: PAGES_PER_SECOND }, async () => postQuery(agent, api, page)),
      atRate(times.ingest, { isOver, perSecond: BATCHES_PER_SECOND }, async () =>
        postQuery(agent, api, makeBatch(events)),
      ),
      huntUntil(times.hunt, isOver, { agent, api, period }),
    ]);
  } finally {
    clearInterval(sampling);
  }
  const block = Number(await api.ask());
  memoryMib.push(readMemoryMib(api.pid));
  return [
    ...Object.entries(KINDS).map(([kind, name]) => describe(name, times[kind as keyof typeof KINDS])),
    {
      name: `the longest block of the event loop in the mix / ${BLOCK_MS} ms`,
      ratio: block / BLOCK_MS,
      target: { most: 1 },
      detail: `${block.toFixed(0)} ms of processor time`,
      values: { 'longest block, ms': block },
    },
    describeMemory(memoryMib),
  ];
};

const describe = (name: string, { answeredMs, failed }: Times): Measurement => {
  const [p50, p99] = [median(answeredMs), percentile99(answeredMs)];
  return {
    name: `${name} in the mix: p99 / p50`,
    ratio: p99 / p50,
    target: null,
    detail: `${p99.toFixed(1)} / ${p50.toFixed(1)} ms, of ${formatCount(answeredMs.length)}; ${failed} failed`,
    values: { 'p50 ms': p50, 'p99 ms': p99, answered: answeredMs.length, failed },
  };
};

const describeMemory = (memoryMib: readonly number[]): Measurement => {
  const [start = 0, end = 0, peak] = [memoryMib[0], memoryMib.at(-1), Math.max(...memoryMib)];
  return {
    name: 'memory of the server (RSS) after the mix / before',
    ratio: end / start,
    target: null,
    detail: `${formatCount(end)} / ${formatCount(start)} MiB; at most ${formatCount(peak)}`,
    values: { 'start, MiB': start, 'peak, MiB': peak, 'end, MiB': end },
  };
};

const makeTimes = (): Times => ({ answeredMs: [], failed: 0 });

const measureOne = async (times: Times, dueMs: number, send: () => Promise<unknown>): Promise<void> => {
  try {
    await send();
    times.answeredMs.push(performance.now() - dueMs);
  } catch {
    times.failed += 1;
  }
};

const repeat = async (times: Times, isOver: () => boolean, send: () => Promise<unknown>): Promise<void> => {
  while (!isOver()) await measureOne(times, performance.now(), send);
};

type Pace = { readonly isOver: () => boolean; readonly perSecond: number };

/** Does not wait for answers, and counts the time since a request was due: a server that stalls delays all that are due meanwhile. */
const atRate = async (
  times: Times,
  { isOver, perSecond }: Pace,
  send: () => Promise<unknown>,
): Promise<void> => {
  const startMs = performance.now();
  const sent: Promise<void>[] = [];
  while (!isOver()) {
    const dueMs = startMs + (sent.length * 1000) / perSecond;
    await sleep(Math.max(0, dueMs - performance.now()));
    sent.push(measureOne(times, dueMs, send));
  }
  await Promise.all(sent);
};

type Hunter = Pick<Store, 'api' | 'period'> & { readonly agent: Agent };

/** One hunt after another, over the newest thirty days. */
const huntUntil = async (
  times: Times,
  isOver: () => boolean,
  { agent, api, period }: Hunter,
): Promise<void> => {
  const bodies = huntBodies(period);
  for (let n = 0; !isOver(); n += 1) {
    const body = bodies[n % bodies.length] ?? '';
    await measureOne(times, performance.now(), async () => postQuery(agent, api, body));
  }
};

const huntBodies = ({ untilMs }: Store['period']): readonly string[] => {
  const [from, until] = [untilMs - 30 * DAY_MS, untilMs].map((ms) => new Date(ms).toISOString());
  return Object.values(HUNTS).map((query) =>
    JSON.stringify({ query: `{ ${query.replace('$from', from ?? '').replace('$until', until ?? '')} }` }),
  );
};

const runInTurn = async (
  bodies: readonly string[],
  send: (body: string) => Promise<unknown>,
): Promise<void> => {
  for (const body of bodies) await send(body);
};

const makeBatch = (events: Iterator<EventToRecord>): string => {
  const batch = Array.from({ length: BATCH_EVENTS }, () => {
    const next = events.next();
    if (next.done === true) throw new Error('There are fewer events than the mix needs.');
    return { [next.value.action.toLowerCase()]: next.value.input };
  });
  return JSON.stringify({ query: INGEST_MUTATION, variables: { events: batch } });
};
