import { loadServer } from './loadServer.ts';
import type { Request } from './loadServer.ts';
import type { Rounds } from './measureHostPage.ts';
import { formatCount, median } from './measurement.ts';
import type { Measurement } from './measurement.ts';
import { makePeerQuestions } from './peerQuestions.ts';
import type { PeerQuestion } from './peerQuestions.ts';
import { checkSameRows, toRows } from './peerRows.ts';
import type { Row } from './peerRows.ts';
import { readCpuSeconds, readParent } from './readCpu.ts';
import { spawnChild } from './spawnChild.ts';
import type { Store } from './withStore.ts';

/** What the page costs the server at most, in milliseconds of processor time. */
const PAGE_CPU_MS = 1;
const PAGE_BY_BARE = 0.6;

/** How one server answered one question in a round. Processor time is in milliseconds for each request, which are seconds for a thousand. */
type Result = { readonly rate: number; readonly serverMs: number; readonly postgresMs: number };

const NAMES = ['api', 'postgraphile', 'bare'] as const;
type Name = (typeof NAMES)[number];
type Contestant = {
  readonly pid: number;
  readonly request: Request;
  readonly toRows: (answer: any) => readonly Row[];
};

/**
 * Puts the same questions to the server, to PostGraphile over the same tables, and to a bare handler of SQL, and compares their answers. Then
 * loads them in turns and measures the rate of each, and the processor time that it uses itself and in Postgres.
 */
export const measurePeers = async (
  { api, client, url, folder, period }: Store,
  { node, rounds }: { readonly node: string; readonly rounds: Rounds },
): Promise<readonly Measurement[]> => {
  const questions = await makePeerQuestions(client, period);
  const statements = Object.fromEntries(
    questions.map((question, index) => [
      `/${index}`,
      question.statements.map((statement, part) => ({ ...statement, name: `question ${index}.${part}` })),
    ]),
  );
  const bare = await spawnChild({
    script: 'test/bench/bareServer.js',
    node,
    environment: { DATABASE_URL: url, STATEMENTS: JSON.stringify(statements) },
    folder,
  });
  const postgraphile = await spawnChild({
    script: 'test/bench/peers/postgraphile.js',
    node,
    environment: { DATABASE_URL: url, NODE_ENV: 'production', GRAPHILE_ENV: 'production' },
    folder,
  });
  try {
    const { rows } = await client.query<{ pid: number }>('select pg_backend_pid() as pid');
    const postgres = readParent(rows[0]?.pid ?? 0);
    const measurements: Measurement[] = [];
    for (const [index, question] of questions.entries()) {
      const contestants: Readonly<Record<Name, Contestant>> = {
        api: askGraphql(api, question.api),
        postgraphile: askGraphql(postgraphile, question.postgraphile),
        bare: {
          pid: bare.pid,
          request: { url: `${bare.origin}/${index}` },
          toRows: (answer: readonly object[][]) =>
            toRows(answer.flat().map((row) => ({ ...row, id: undefined }))),
        },
      };
      await compareRows(question.name, contestants);
      measurements.push(...compare(question, await race(contestants, postgres, rounds), index === 0));
    }
    return measurements;
  } finally {
    await Promise.all([bare.stop(), postgraphile.stop()]);
  }
};

const askGraphql = (
  { origin, pid }: { readonly origin: string; readonly pid: number },
  { query, variables, pick }: PeerQuestion['api'],
): Contestant => ({
  pid,
  request: { url: `${origin}/graphql`, method: 'POST', body: JSON.stringify({ query, variables }) },
  toRows: ({ data, errors }) => {
    if (errors !== undefined) throw new Error(JSON.stringify(errors));
    return toRows(pick(data));
  },
});

const compareRows = async (
  question: string,
  contestants: Readonly<Record<Name, Contestant>>,
): Promise<void> => {
  const answers: Partial<Record<Name, readonly Row[]>> = {};
  for (const name of NAMES) {
    const { request, toRows: read } = contestants[name];
    const { url, ...options } = request;
    const response = await fetch(url, { ...options, headers: { 'content-type': 'application/json' } });
    answers[name] = read(await response.json());
  }
  checkSameRows(question, answers);
};

/** Medians of the rounds. One more before them warms up. */
const race = async (
  contestants: Readonly<Record<Name, Contestant>>,
  postgres: number,
  { count, seconds }: Rounds,
): Promise<Readonly<Record<Name, Result>>> => {
  const results: Record<Name, Result[]> = { api: [], postgraphile: [], bare: [] };
  for (let round = -1; round < count; round += 1) {
    for (const name of NAMES) {
      const { pid, request } = contestants[name];
      const before = { server: readCpuSeconds(pid), postgres: readCpuSeconds(postgres) };
      const { rate, requests } = await loadServer(request, seconds);
      const serverMs = ((readCpuSeconds(pid) - before.server) * 1000) / requests;
      const postgresMs = ((readCpuSeconds(postgres) - before.postgres) * 1000) / requests;
      if (round >= 0) results[name].push({ rate, serverMs, postgresMs });
    }
  }
  const medianOf = (name: Name): Result => ({
    rate: median(results[name].map(({ rate }) => rate)),
    serverMs: median(results[name].map(({ serverMs }) => serverMs)),
    postgresMs: median(results[name].map(({ postgresMs }) => postgresMs)),
  });
  return { api: medianOf('api'), postgraphile: medianOf('postgraphile'), bare: medianOf('bare') };
};

const compare = (
  { name, least }: PeerQuestion,
  { api, postgraphile, bare }: Readonly<Record<Name, Result>>,
  hasTargets: boolean,
): readonly Measurement[] => {
  const describe = ({ serverMs, postgresMs }: Result): string =>
    `${serverMs.toFixed(2)} + ${postgresMs.toFixed(2)}`;
  const rates = [api, postgraphile, bare].map(({ rate }) => formatCount(rate)).join(' / ');
  const seconds = [api, postgraphile, bare].map(describe).join(' / ');
  const values = Object.fromEntries(
    Object.entries({ api, postgraphile, bare }).flatMap(([who, result]) => [
      [`${who} requests/s`, result.rate],
      [`${who} CPU s/1000 requests, server`, result.serverMs],
      [`${who} CPU s/1000 requests, Postgres`, result.postgresMs],
    ]),
  );
  const byPostgraphile: Measurement = {
    name: `${name} / PostGraphile (the third number: a bare handler)`,
    ratio: api.rate / postgraphile.rate,
    target: { least },
    detail: `${rates} requests/s; CPU s/1,000 requests, server + Postgres: ${seconds}`,
    values,
  };
  if (!hasTargets) return [byPostgraphile];
  return [
    byPostgraphile,
    {
      name: `${name} / a bare handler`,
      ratio: api.rate / bare.rate,
      target: { least: PAGE_BY_BARE },
      detail: `${formatCount(api.rate)} / ${formatCount(bare.rate)} requests/s`,
    },
    {
      name: `${name}: CPU of the server / ${PAGE_CPU_MS.toFixed(1)} s for 1,000 requests`,
      ratio: api.serverMs / PAGE_CPU_MS,
      target: { most: 1 },
      detail: `${api.serverMs.toFixed(2)} s`,
    },
  ];
};
