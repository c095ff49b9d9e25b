import { Agent } from 'node:http';

import { formatCount, median } from './measurement.ts';
import type { Measurement } from './measurement.ts';
import { makePageBody } from './pageQuery.ts';
import { postQuery } from './postQuery.ts';
import type { Child } from './spawnChild.ts';

const PAGE_SIZE = 50;
/** A walk by larger steps reaches the same place: a cursor is a position, regardless of the size of the pages before it. */
const STEP = 1000;

/** Measures the first page of a walk over all events against one that is `pages` pages further. */
export const measureWalk = async (
  api: Child,
  { pages, requests }: { readonly pages: number; readonly requests: number },
): Promise<Measurement> => {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const first = { first: PAGE_SIZE };
  const deep = { first: PAGE_SIZE, after: await walkTo(agent, api, pages * PAGE_SIZE) };
  const [firstMs, deepMs] = await timeInTurns(agent, api, { variables: [first, deep], requests });
  agent.destroy();
  return {
    name: `page ${formatCount(pages)} of a walk over all events / page 1`,
    ratio: deepMs / firstMs,
    target: { most: 1.5 },
    detail: `${deepMs.toFixed(2)} / ${firstMs.toFixed(2)} ms, medians of ${requests} requests each`,
  };
};

/** Milliseconds of the first page of one host's events and of all events. */
export const timePages = async (
  api: Child,
  { host, requests }: { readonly host: string; readonly requests: number },
): Promise<readonly [number, number]> => {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const ofHost = { filter: { hostname: { eq: host } }, first: PAGE_SIZE };
  const times = await timeInTurns(agent, api, { variables: [ofHost, { first: PAGE_SIZE }], requests });
  agent.destroy();
  return times;
};

type Variables = Parameters<typeof makePageBody>[0];

const timeInTurns = async (
  agent: Agent,
  api: Child,
  {
    variables: [one, other],
    requests,
  }: { readonly variables: readonly [Variables, Variables]; readonly requests: number },
): Promise<readonly [number, number]> => {
  const oneMs: number[] = [];
  const otherMs: number[] = [];
  for (let count = 0; count < requests; count += 1) {
    oneMs.push(await time(agent, api, makePageBody(one)));
    otherMs.push(await time(agent, api, makePageBody(other)));
  }
  return [median(oneMs), median(otherMs)];
};

const time = async (agent: Agent, api: Child, body: string): Promise<number> => {
  const startMs = performance.now();
  await postQuery(agent, api, body);
  return performance.now() - startMs;
};

const walkTo = async (agent: Agent, api: Child, events: number): Promise<string> => {
  let cursor: string | undefined;
  for (let walked = 0; walked < events; walked += STEP) {
    const page = { first: STEP, ...(cursor !== undefined && { after: cursor }) };
    const answer = await postQuery(agent, api, makePageBody(page));
    cursor = (JSON.parse(answer) as Answer).data.sessionEvents.pageInfo.endCursor;
  }
  if (cursor === undefined) throw new Error('There are no events to walk over.');
  return cursor;
};

type Answer = {
  readonly data: { readonly sessionEvents: { readonly pageInfo: { readonly endCursor: string } } };
};
