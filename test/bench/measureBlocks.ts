import { Agent } from 'node:http';

import type { EventToRecord } from '../../src/domain/recordItems.ts';
import { EXPORTED_EVENT_FIELDS } from '../../src/exporter/exportedList.ts';

import { HUNTS } from './hunts.ts';
import { INGEST_MUTATION } from './measureIngest.ts';
import { median } from './measurement.ts';
import type { Measurement } from './measurement.ts';
import type { Period } from './measureQuestions.ts';
import { makePageBody } from './pageQuery.ts';
import { postQuery } from './postQuery.ts';
import { spawnChild } from './spawnChild.ts';
import type { Child } from './spawnChild.ts';

/** Where the server that is measured runs, and events that it may store. */
export type BlockStage = {
  readonly url: string;
  readonly folder: string;
  readonly period: Period;
  readonly events: Iterator<EventToRecord>;
  /** Requests of each kind. */
  readonly times: number;
  /** Whether hunts and bodies of 8 MiB are among them. */
  readonly hasSlow: boolean;
};

/** A request of one kind. `path` is /graphql unless given; `makeBody` makes another body for each request. */
type Kind = {
  readonly name: string;
  readonly path?: string;
  readonly times?: number;
  readonly isSlow?: true;
} & ({ readonly body: string } | { readonly makeBody: () => string });

const MOST_MS = 50;
const DAY_MS = 86_400_000;
const MUTATION_EVENTS = 5000;
const LIST_LENGTH = 1000;
const INGEST_BYTES = 8 * 1_048_576;

/**
 * Measures for each kind of request how long it blocks the event loop at most, on a server of its own: the longest time between two turns of
 * the loop while a request is answered, the median of a few requests. Only processor time counts, so other processes do not disturb it.
 */
export const measureBlocks = async ({
  url,
  folder,
  period,
  events,
  times,
  hasSlow,
}: BlockStage): Promise<readonly Measurement[]> => {
  const environment = { DATABASE_URL: url, AUTH: 'none', PORT: '0' };
  const server = await spawnChild({
    script: 'src/cli.js',
    words: ['start'],
    preload: 'test/bench/watchBlocks.js',
    environment,
    folder,
  });
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  try {
    const measurements: Measurement[] = [];
    for (const kind of kindsOf(period, events)) {
      if (kind.isSlow === true && !hasSlow) continue;
      measurements.push(await measure(agent, server, { times, ...kind }));
    }
    return measurements;
  } finally {
    agent.destroy();
    await server.stop();
  }
};

const measure = async (
  agent: Agent,
  server: Child,
  kind: Kind & { readonly times: number },
): Promise<Measurement> => {
  const { name, path = '/graphql', times } = kind;
  const post = async (): Promise<unknown> =>
    postQuery(agent, { ...server, path }, 'body' in kind ? kind.body : kind.makeBody());
  // The first request compiles code and fills caches.
  await post();
  const blocks: number[] = [];
  for (let n = 0; n < times; n += 1) {
    await server.ask();
    await post();
    blocks.push(Number(await server.ask()));
  }
  return {
    name: `the longest block of the event loop by ${name} / ${MOST_MS} ms`,
    ratio: median(blocks) / MOST_MS,
    target: { most: 1 },
    detail: `${median(blocks).toFixed(0)} ms, median of ${times} requests; the longest of all ${Math.max(...blocks).toFixed(0)} ms`,
  };
};

const kindsOf = (period: Period, events: Iterator<EventToRecord>): readonly Kind[] => [
  { name: 'a page of 50 events', body: makePageBody({ first: 50 }) },
  { name: 'a page of 1,000 events with 50 fields each', body: JSON.stringify({ query: WIDE_PAGE }) },
  { name: `a mutation of ${MUTATION_EVENTS} events`, makeBody: () => makeMutation(events) },
  {
    name: 'an /ingest body of 8 MiB',
    makeBody: () => makeIngestBody(events),
    path: '/ingest',
    times: 1,
    isSlow: true,
  },
  {
    name: `a filter with lists of ${LIST_LENGTH} values`,
    body: makePageBody({ filter: LONG_FILTER, first: 50 }),
  },
  ...Object.entries(HUNTS).map(([name, query]) => ({
    name: `${name} of thirty days`,
    body: JSON.stringify({ query: `{ ${withRange(query, period)} }` }),
    isSlow: true as const,
  })),
  {
    name: 'evidence, a page of 1,000 events',
    body: JSON.stringify({ query: `{ ${withRange(EVIDENCE, period)} }` }),
  },
  { name: 'a page of an export', body: JSON.stringify({ query: EXPORT_PAGE }) },
];

const EVENT = '__typename id time action hostname user userDomain userName uid loginId sourceId ingestedAt';
const REMOTE =
  '... on RemoteCapableEvent { loginType srcIp srcPort destIp destPort } ... on LoginEvent { loginSuccessful linkedLoginId }';
const SESSION = `session { id hostname loginId user userDomain userName uid loginType srcIp srcIps startedAt startReason endedAt endReason
  state durationSeconds duration lockedSeconds unlockedSeconds lockCount unlockCount reconnectCount }`;
const WIDE_PAGE = `{ sessionEvents(first: 1000) { nodes { ${EVENT} ${REMOTE} ${SESSION}
  host { id hostname firstSeenAt } account { id user userName firstSeenAt lastSeenAt } } } }`;

const EXPORT_PAGE = `{ sessionEvents(first: 1000, order: OLDEST_FIRST) {
  nodes { __typename action ${EXPORTED_EVENT_FIELDS.slice(0, 6).join(' ')} ${REMOTE} } pageInfo { hasNextPage endCursor } } }`;

/** Each is about as long as a list may be. */
const LONG_FILTER = {
  hostname: { in: Array.from({ length: LIST_LENGTH }, (_, n) => `WS${n}.corp.example`) },
  or: [
    { user: { in: Array.from({ length: LIST_LENGTH }, (_, n) => `CORP\\user${n}`) } },
    { srcIp: { in: Array.from({ length: LIST_LENGTH }, (_, n) => `10.20.${n >> 8}.${n & 255}`) } },
    {
      srcIp: {
        inCidr: Array.from({ length: LIST_LENGTH }, (_, n) => `10.${20 + (n >> 8)}.${n & 255}.0/24`),
      },
    },
  ],
};

const EVIDENCE = `car { simultaneousLogins(range: { from: "$from", until: "$until" }, first: 5) {
  nodes { evidence(first: 1000) { nodes { ${EVENT} ${REMOTE} } } } } }`;

/** The newest thirty days. */
const withRange = (query: string, { untilMs }: Period): string =>
  query
    .replace('$from', new Date(untilMs - 30 * DAY_MS).toISOString())
    .replace('$until', new Date(untilMs).toISOString());

const take = (events: Iterator<EventToRecord>): EventToRecord => {
  const next = events.next();
  if (next.done === true) throw new Error('There are fewer events than the requests need.');
  return next.value;
};

const makeMutation = (events: Iterator<EventToRecord>): string => {
  const sent = Array.from({ length: MUTATION_EVENTS }, () => take(events));
  return JSON.stringify({
    query: INGEST_MUTATION,
    variables: { events: sent.map(({ action, input }) => ({ [action.toLowerCase()]: input })) },
  });
};

const makeIngestBody = (events: Iterator<EventToRecord>): string => {
  const lines: string[] = [];
  for (let bytes = 0; ;) {
    const { action, input } = take(events);
    const line = `${JSON.stringify({ [action.toLowerCase()]: input })}\n`;
    bytes += Buffer.byteLength(line);
    if (bytes > INGEST_BYTES) return lines.join('');
    lines.push(line);
  }
};
