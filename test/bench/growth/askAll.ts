import { Agent } from 'node:http';

import type pg from 'pg';

import { postQuery } from '../postQuery.ts';
import type { Child } from '../spawnChild.ts';

import type { GrowthQuestion } from './questions.ts';

/** What a question took, in milliseconds, and the rows of its statements. NaN where it failed. */
export type Taken = {
  readonly question: GrowthQuestion;
  readonly totalMs: number;
  readonly planningMs: number;
  readonly executionMs: number;
  readonly statements: number;
  readonly rows: number;
};

/** Asks every question twice: the first time fills the caches. */
export const askAll = async (
  api: Child,
  client: pg.Client,
  questions: readonly GrowthQuestion[],
): Promise<readonly Taken[]> => {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const all: Taken[] = [];
  for (const question of questions) {
    await ask(question, { agent, api, client });
    all.push(await ask(question, { agent, api, client }));
  }
  agent.destroy();
  return all;
};

type Asker = { readonly agent: Agent; readonly api: Child; readonly client: pg.Client };

const ask = async (question: GrowthQuestion, { agent, api, client }: Asker): Promise<Taken> => {
  const { query, variables } = question;
  await client.query('select pg_stat_statements_reset()');
  const startMs = performance.now();
  const failure = await postQuery(agent, api, JSON.stringify({ query, variables })).then(
    () => null,
    (error: unknown) => error,
  );
  const totalMs = performance.now() - startMs;
  if (failure !== null) console.log(`${question.name}: ${String(failure)}`);
  const { rows } = await client.query<Readonly<Record<string, number>>>(STATEMENTS);
  const { planning = 0, execution = 0, statements = 0, found = 0 } = rows[0] ?? {};
  return {
    question,
    totalMs: failure === null ? totalMs : Number.NaN,
    planningMs: planning,
    executionMs: execution,
    statements,
    rows: found,
  };
};

/** Without the audit of the server, and this. */
const STATEMENTS = `select coalesce(sum(total_plan_time), 0)::float8 as planning, coalesce(sum(total_exec_time), 0)::float8 as execution,
    coalesce(sum(calls), 0)::integer as statements, coalesce(sum(rows), 0)::integer as found
  from pg_stat_statements where query !~ 'pg_stat_statements|audit|budget'
    and dbid = (select oid from pg_database where datname = current_database())`;
