import { readFileSync } from 'node:fs';
import { Agent, request } from 'node:http';

import type pg from 'pg';

import { INSERT_EVENTS, toColumns } from '../../src/db/insertEvents.ts';
import type { EventToRecord } from '../../src/domain/recordEvents.ts';
import { parseEventInput } from '../../src/model/eventInput.ts';
import type { NewEvent } from '../../src/model/sessionEvent.ts';

import { formatCount, median } from './measurement.ts';
import type { Measurement } from './measurement.ts';
import type { Child } from './spawnChild.ts';

const BATCH = 1000;
const CONNECTIONS = 4;
const MUTATION = `mutation Ingest($events: [SessionEventInput!]!) { ingestSessionEvents(events: $events) {
  accepted duplicates rejected results { index status id errors { field code message } notes { code message } } } }`;
const ANY_TIME = { earliest: '2000-01-01T00:00:00.000000Z', latest: '9999-12-31T23:59:59.999999Z' };

/** Batches of one round: first all of the API's, then all of the statement's. */
export type IngestRounds = {
  readonly count: number;
  readonly apiBatches: number;
  readonly rawBatches: number;
};

type Contestants = { readonly api: Child; readonly client: pg.Client };

/**
 * Measures ingest through the mutation, over HTTP and several connections, against the bare insert statement of one client. Both
 * write new events into one table, in turns, so that what slows the machine for a while slows both.
 */
export const measureIngest = async (
  { api, client }: Contestants,
  events: Iterator<EventToRecord>,
  rounds: IngestRounds,
): Promise<readonly Measurement[]> => {
  const agent = new Agent({ keepAlive: true, maxSockets: CONNECTIONS });
  const apiRates: number[] = [];
  const rawRates: number[] = [];
  const memory: number[] = [];
  for (let round = 0; round < rounds.count; round += 1) {
    const bodies = takeBatches(events, rounds.apiBatches).map(toBody);
    apiRates.push(await rate(bodies.length, () => postAll(agent, api, bodies)));
    memory.push(residentMegabytes(api.pid));
    const batches = takeBatches(events, rounds.rawBatches).map(toValues);
    rawRates.push(
      await rate(batches.length, async () => {
        for (const values of batches) await client.query({ ...INSERT_EVENTS, values });
      }),
    );
  }
  agent.destroy();
  const quarter = memory[Math.ceil(memory.length / 4) - 1] ?? Number.NaN;
  const end = memory.at(-1) ?? Number.NaN;
  const sent = formatCount(rounds.count * rounds.apiBatches * BATCH);
  return [
    {
      name: `ingest of ${formatCount(BATCH)}-event batches over ${CONNECTIONS} connections / the bare statement`,
      ratio: median(apiRates.map((apiRate, round) => apiRate / (rawRates[round] ?? Number.NaN))),
      target: { least: 0.5 },
      detail: `${formatCount(median(apiRates))} / ${formatCount(median(rawRates))} events/s, medians of ${rounds.count} rounds`,
    },
    {
      name: `memory of the server after ${sent} events / after a quarter of them`,
      ratio: end / quarter,
      target: { most: 1.2 },
      detail: `${formatCount(end)} / ${formatCount(quarter)} MB`,
    },
  ];
};

const takeBatches = (events: Iterator<EventToRecord>, count: number): EventToRecord[][] =>
  Array.from({ length: count }, () =>
    Array.from({ length: BATCH }, () => {
      const next = events.next();
      if (next.done === true) throw new Error('There are fewer events than the rounds need.');
      return next.value;
    }),
  );

const toBody = (batch: readonly EventToRecord[]): Buffer => {
  const events = batch.map(({ action, input }) => ({ [action.toLowerCase()]: input }));
  return Buffer.from(JSON.stringify({ query: MUTATION, variables: { events } }));
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
const rate = async (batches: number, work: () => Promise<void>): Promise<number> => {
  const startMs = performance.now();
  await work();
  return (batches * BATCH * 1000) / (performance.now() - startMs);
};

const postAll = async (agent: Agent, api: Child, bodies: readonly Buffer[]): Promise<void> => {
  const queue = bodies.values();
  const work = async (): Promise<void> => {
    for (const body of queue) await post(agent, api, body);
  };
  await Promise.all(Array.from({ length: CONNECTIONS }, work));
};

const post = async (agent: Agent, { origin }: Child, body: Buffer): Promise<void> =>
  new Promise((resolve, reject) => {
    const headers = { 'content-type': 'application/json', 'content-length': body.length };
    const sent = request(`${origin}/graphql`, { method: 'POST', agent, headers }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('error', reject);
      response.on('end', () => {
        const answer = Buffer.concat(chunks).toString('latin1', 0, 300);
        if (answer.includes(`"accepted":${BATCH},`)) resolve();
        else reject(new Error(`HTTP ${response.statusCode}: ${answer}`));
      });
    });
    sent.on('error', reject);
    sent.end(body);
  });

/** Linux only; elsewhere the number is missing. */
const residentMegabytes = (pid: number): number =>
  Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) / 1024;
