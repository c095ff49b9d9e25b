import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

import autocannon from 'autocannon';

import { formatCount } from './measurement.ts';
import type { Measurement } from './measurement.ts';
import { PAGE } from './measureHostPage.ts';
import type { HostPage, Rounds } from './measureHostPage.ts';
import { makePageBody } from './pageQuery.ts';
import type { Child } from './spawnChild.ts';

const DEADLINE_MS = 10_000;
/** What the README states. */
const CEILING_MIB = 1024;
const TIMES = 10;
/** More than may be in hand at once, so that some are refused. */
const CROWD = 256;
const SAMPLE_MS = 250;

type Overload = { readonly calm: Rounds; readonly seconds: number };

/**
 * Measures what ten times the rate that the server can take does to it: whom it answers, its memory, and how it is afterwards, beside a bare
 * handler, which had no overload.
 */
export const measureOverload = async (
  { api, race }: HostPage,
  { calm, seconds }: Overload,
): Promise<readonly Measurement[]> => {
  const before = await race(calm);
  const beforeMib = await rssMibOf(api.pid);
  const during = await load(api, {
    connections: CROWD,
    duration: seconds,
    overallRate: Math.round(TIMES * before.apiRate),
  });
  const after = await race(calm);
  const admitted = during.timesMs.toSorted((a, b) => a - b);
  const p99Ms = admitted[Math.floor(admitted.length * 0.99)] ?? Number.NaN;
  const { answers, refused, failed } = during;
  const share = ((100 * refused) / answers).toFixed(0);
  return [
    {
      name: `${TIMES} times the rate it can take, for ${seconds} s: answered with 200, 429 or 503 / all`,
      ratio: (admitted.length + refused) / (answers + failed),
      target: { least: 1 },
      detail: `${formatCount(answers)} answers, ${formatCount(admitted.length)} admitted, ${share} % refused, ${failed} failed`,
    },
    {
      name: 'meanwhile: 99 of 100 admitted are answered within / the deadline',
      ratio: p99Ms / DEADLINE_MS,
      target: { most: 1 },
      detail: `${formatCount(p99Ms)} / ${formatCount(DEADLINE_MS)} ms`,
    },
    {
      name: 'meanwhile: the most memory (RSS) / the ceiling',
      ratio: during.mostMib / CEILING_MIB,
      target: { most: 1 },
      detail: `${formatCount(during.mostMib)} / ${formatCount(CEILING_MIB)} MiB; ${formatCount(beforeMib)} before`,
    },
    {
      name: 'the rate after it / before it, each by that of the bare handler',
      ratio: after.ratio / before.ratio,
      target: { least: 0.9 },
      detail: `${formatCount(after.apiRate)} by ${formatCount(after.bareRate)} / ${formatCount(before.apiRate)} by ${formatCount(before.bareRate)} requests/s`,
    },
  ];
};

type Load = { readonly connections: number; readonly duration: number; readonly overallRate: number };

type LoadResult = {
  /** How long each took that was answered with 200. */
  readonly timesMs: readonly number[];
  readonly answers: number;
  readonly refused: number;
  /** Those with another status, and connections that broke. */
  readonly failed: number;
  readonly mostMib: number;
};

const load = async ({ origin, pid }: Child, options: Load): Promise<LoadResult> => {
  const timesMs: number[] = [];
  let answers = 0;
  let refused = 0;
  const request = {
    url: `${origin}/graphql`,
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: makePageBody(PAGE),
  } as const;
  let mostMib = 0;
  const sample = async (): Promise<void> => {
    const mib = await rssMibOf(pid);
    mostMib = Math.max(mostMib, mib);
  };
  const sampling = setInterval(() => void sample(), SAMPLE_MS);
  try {
    const { errors } = await new Promise<autocannon.Result>((resolve, reject) => {
      const running = autocannon({ ...request, ...options }, (error: Error | null, result) =>
        error === null ? resolve(result) : reject(error),
      );
      running.on('response', (_client, status, _bytes, timeMs) => {
        answers += 1;
        if (status === 200) timesMs.push(timeMs);
        else if (status === 429 || status === 503) refused += 1;
      });
    });
    const failed = errors + answers - timesMs.length - refused;
    return { timesMs, answers, refused, failed, mostMib };
  } finally {
    clearInterval(sampling);
  }
};

const rssMibOf = async (pid: number): Promise<number> => {
  const { stdout } = await promisify(execFile)('ps', ['-o', 'rss=', '-p', String(pid)]);
  return Number(stdout) / 1024;
};
