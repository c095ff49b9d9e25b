import { readFileSync } from 'node:fs';
import { Agent, request } from 'node:http';

import type pg from 'pg';

import { INSERT_EVENTS, toColumns } from '../../src/db/insertEvents.ts';
import type { EventToRecord } from '../../src/domain/recordItems.ts';
import { parseEventInput } from '../../src/model/eventInput.ts';
import type { NewEvent } from '../../src/model/sessionEvent.ts';

import { formatCount, median } from './measurement.ts';
import type { Measurement } from './measurement.ts';
import type { Child } from './spawnChild.ts';

/** Events of a request. */
export const BATCH = 1000;
const CONNECTIONS = 4;
export const INGEST_MUTATION = `mutation Ingest($events: [SessionEventInput!]!) { ingestSessionEvents(events: $events) {
  accepted duplicates rejected results { index status id errors { field code message } notes { code message } } } }`;
const ANY_TIME = { earliest: '2000-01-01T00:00:00.000000Z', latest: '9999-12-31T23:59:59.999999Z' };

/** Every contestant writes `batches` in each round. */
export type IngestRounds = { readonly count: number; readonly batches: number };

/** A writer of events that nobody else writes. */
export type Contestant<Target> = { readonly target: Target; readonly events: Iterator<EventToRecord> };

export type Contestants = {
  readonly api: Contestant<Child>;
  /** The API without stitching. */
  readonly unstitched: Contestant<Child>;
  readonly statement: Contestant<pg.Client>;
};

/**
 * Measures ingest through the mutation, over HTTP and several connections, against the same without stitching, and that against the
 * bare insert statement of one client. All write new events into one table, in turns, so that what slows the machine for a while
 * slows them all.
 */
export const measureIngest = async (
  { api, unstitched, statement }: Contestants,
  { count, batches }: IngestRounds,
): Promise<readonly Measurement[]> => {
  const agent = new Agent({ keepAlive: true, maxSockets: CONNECTIONS });
  const rates: { api: number; unstitched: number; statement: number }[] = [];
  const memory: number[] = [];
  for (let round = 0; round < count; round += 1) {
    rates.push({
      api: await measureApi(agent, api, { batches }),
      unstitched: await measureApi(agent, unstitched, { batches }),
      statement: await measureStatement(statement, batches),
    });
    memory.push(residentMegabytes(api.target.pid));
  }
  agent.destroy();
  const rateOf = (name: keyof Contestants): number => median(rates.map((rate) => rate[name]));
  const quarter = memory[Math.ceil(memory.length / 4) - 1] ?? Number.NaN;
  const end = memory.at(-1) ?? Number.NaN;
  return [
    {
      name: `ingest of ${formatCount(BATCH)}-event batches over ${CONNECTIONS} connections, without stitching / the bare statement`,
      ratio: median(rates.map((rate) => rate.unstitched / rate.statement)),
      target: { least: 0.5 },
      detail: `${formatCount(rateOf('unstitched'))} / ${formatCount(rateOf('statement'))} events/s, medians of ${count} rounds`,
    },
    {
      name: 'the same ingest with stitching / without',
      ratio: median(rates.map((rate) => rate.api / rate.unstitched)),
      target: { least: 0.45 },
      detail: `${formatCount(rateOf('api'))} / ${formatCount(rateOf('unstitched'))} events/s`,
    },
    {
      name: `memory of the server after ${formatCount(count * batches * BATCH)} events / after a quarter of them`,
      ratio: end / quarter,
      target: { most: 1.2 },
      detail: `${formatCount(end)} / ${formatCount(quarter)} MB`,
    },
  ];
};

/** How many events go into a request, and how many requests are under way at the same time. */
export type Shape = { readonly size: number; readonly connections: number };

const LARGE: Shape = { size: BATCH, connections: CONNECTIONS };

/** Sends as many batches; gives the events a second. */
export const measureApi = async (
  agent: Agent,
  { target, events }: Contestant<Child>,
  { batches, shape = LARGE }: { readonly batches: number; readonly shape?: Shape },
): Promise<number> => {
  const bodies = takeBatches(events, batches, shape.size).map(toBody);
  return rate(batches * shape.size, () => postAll(agent, target, { bodies, shape }));
};

const measureStatement = async (
  { target, events }: Contestant<pg.Client>,
  batches: number,
): Promise<number> => {
  const calls = takeBatches(events, batches).map(toValues);
  return rate(calls.length * BATCH, async () => {
    for (const values of calls) await target.query({ ...INSERT_EVENTS, values });
  });
};

/** Takes the next events, in batches. */
export const takeBatches = (
  events: Iterator<EventToRecord>,
  count: number,
  size = BATCH,
): EventToRecord[][] =>
  Array.from({ length: count }, () =>
    Array.from({ length: size }, () => {
      const next = events.next();
      if (next.done === true) throw new Error('There are fewer events than the rounds need.');
      return next.value;
    }),
  );

const toBody = (batch: readonly EventToRecord[]): Buffer => {
  const events = batch.map(({ action, input }) => ({ [action.toLowerCase()]: input }));
  return Buffer.from(JSON.stringify({ query: INGEST_MUTATION, variables: { events } }));
};

/** The statement's parameters, in the order of the primary key as the API sends them. */
const toValues = (batch: readonly EventToRecord[]): unknown[] =>
  toColumns(batch.map(parse).toSorted((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1)));

const parse = ({ action, input }: EventToRecord): NewEvent => {
  const parsed = parseEventInput(action, input, { timeBounds: ANY_TIME, hostnames: 'SHORT' });
  if (parsed.kind === 'ERRORS')
    throw new Error(`An event of the benchmark: ${JSON.stringify(parsed.errors)}`);
  return parsed.event;
};

const keyOf = ({ hostname, time, uuid }: NewEvent): string => `${hostname} ${time} ${uuid}`;

/** Events a second. */
const rate = async (events: number, work: () => Promise<void>): Promise<number> => {
  const startMs = performance.now();
  await work();
  return (events * 1000) / (performance.now() - startMs);
};

const postAll = async (
  agent: Agent,
  api: Child,
  { bodies, shape }: { readonly bodies: readonly Buffer[]; readonly shape: Shape },
): Promise<void> => {
  const queue = bodies.values();
  const work = async (): Promise<void> => {
    for (const body of queue) await post(agent, api, { body, size: shape.size });
  };
  await Promise.all(Array.from({ length: shape.connections }, work));
};

const post = async (
  agent: Agent,
  { origin }: Child,
  { body, size }: { readonly body: Buffer; readonly size: number },
): Promise<void> =>
  new Promise((resolve, reject) => {
    const headers = { 'content-type': 'application/json', 'content-length': body.length };
    const sent = request(`${origin}/graphql`, { method: 'POST', agent, headers }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('error', reject);
      response.on('end', () => {
        const answer = Buffer.concat(chunks).toString('latin1', 0, 300);
        if (answer.includes(`"accepted":${size},`)) resolve();
        else reject(new Error(`HTTP ${response.statusCode}: ${answer}`));
      });
    });
    sent.on('error', reject);
    sent.end(body);
  });

/** Linux only; elsewhere the number is missing. */
const residentMegabytes = (pid: number): number =>
  Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) / 1024;
