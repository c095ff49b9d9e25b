import { Agent } from 'node:http';

import type pg from 'pg';

import { median } from './measurement.ts';
import type { Measurement } from './measurement.ts';
import { postQuery } from './postQuery.ts';
import type { Child } from './spawnChild.ts';

/** A question of an analyst and the statement that fetches the rows of its answer by index. */
type Question = {
  readonly name: string;
  readonly query: string;
  readonly statement: string;
  /** Of the n-th time that it is asked: the query's variables, and the statement's values in the same order. */
  readonly ask: (n: number) => Readonly<Record<string, string>>;
  /** How many times as long as the statement it may take. */
  readonly most: number;
};

/** The period that the questions ask about. */
export type Period = { readonly fromMs: number; readonly untilMs: number };

const DAY_MS = 86_400_000;

const questionsOf = (period: Period, times: number): readonly Question[] => {
  const { fromMs, untilMs } = period;
  /** Thirty days that move through the period. */
  const askThirtyDays = (n: number) => {
    const startMs = fromMs + ((untilMs - fromMs - 30 * DAY_MS) * n) / times;
    return { from: new Date(startMs).toISOString(), until: new Date(startMs + 30 * DAY_MS).toISOString() };
  };
  return [
    {
      name: 'who was on a server at a moment',
      query: `query ($host: String!, $at: DateTime!) { host(hostname: $host) { loggedOn(at: $at, excludeNoise: false) {
      coverage { status } accounts { account { user } state certainty since provenUntil sessions { loginId loginType srcIps startedAt } } } } }`,
      // The sessions, up to when the host's facts prove each, and what decides the coverage.
      statement: `select s.*, case s.end_reason when 'LOGOUT' then s.ended_at when 'SUPERSEDED' then s.own_last_at
          else greatest(s.own_last_at, least(s.ended_at, p.until_at, d.last_fact_at)) end as ended_after,
        r.until_at as covered_until, n.from_at as next_at, b.kind, b.time
      from (select $1::text as hostname, $2::timestamptz as at) k
      left join lateral (select until_at from host_activity where hostname = k.hostname and from_at <= k.at order by from_at desc limit 1) r on true
      left join lateral (select from_at from host_activity where hostname = k.hostname and from_at > k.at order by from_at limit 1) n on true
      left join lateral (select kind, time from context_event where hostname = k.hostname and kind in ('HOST_START', 'HOST_STOP')
        and time <= k.at order by time desc, kind desc limit 1) b on true
      left join session s on s.hostname = k.hostname and s.started_at <= k.at and s.over_at > k.at
      left join lateral (select until_at from host_activity where hostname = s.hostname and from_at <= s.own_last_at order by from_at desc limit 1) p on true
      left join lateral (select last_fact_at from context_event where hostname = s.hostname and kind in ('HOST_START', 'HOST_STOP')
        and kind = 'HOST_START' and time = s.ended_at order by id limit 1) d on s.end_reason = 'HOST_RESTART'
      order by s.started_at, s.start_id`,
      ask: (n) => ({
        host: `SRV${n * 4}`,
        at: new Date(fromMs + ((untilMs - fromMs) * (n + 1)) / (times + 2)).toISOString(),
      }),
      most: 5,
    },
    {
      name: 'fifty open sessions of all hosts, the longest first',
      query: `{ sessions(filter: { open: true }, order: { field: DURATION }, first: 50) { nodes {
      hostname user loginId loginType srcIps startedAt startReason state } } }`,
      statement:
        'select * from session where ended_at is null order by duration_rank desc, start_id desc limit 50',
      ask: () => ({}),
      most: 5,
    },
    {
      name: 'the last fifty sessions of an account with their events',
      query: `query ($user: String!) { account(user: $user) { sessions(first: 50) { nodes {
      hostname loginId startedAt endedAt endReason events { nodes { time action } } } } } }`,
      statement: `select s.*, e.* from (select * from session where user_name = split_part($1, '\\', 2) and user_domain = 'CORP'
        order by started_at desc, start_id desc limit 50) s
      join session_event e on e.hostname = s.hostname and e.login_id = s.login_id and e.time between s.started_at and s.last_at`,
      ask: (n) => ({ user: `CORP\\user${n * 7}` }),
      most: 5,
    },
    {
      name: 'events by the hour over thirty days',
      query: `query ($from: DateTime!, $until: DateTime!) {
      eventStats(filter: { time: { from: $from, until: $until } }, bucket: { every: "PT1H" }) {
        groups { buckets { from count } } } }`,
      statement: `select date_trunc('hour', time), count(*) from session_event where time >= $1 and time < $2 group by 1`,
      ask: askThirtyDays,
      most: 2,
    },
    {
      name: 'the logon graph of thirty days',
      query: `query ($from: DateTime!, $until: DateTime!) {
      logonGraph(range: { from: $from, until: $until }, excludeNoise: false) {
        nodeTotalCount { value } edgeTotalCount { value } nodes { key edgeCount count } edges { from to count failures firstAt lastAt } } }`,
      // The combinations of which the edges are sums.
      statement: `select src_ip, user_name, user_domain, hostname, count(*), count(*) filter (where not login_successful), min(time), max(time)
      from session_event where time >= $1 and time < $2 and action in ('LOGIN', 'RECONNECT') group by 1, 2, 3, 4`,
      ask: askThirtyDays,
      most: 4,
    },
    {
      name: 'lengths of all sessions by login type',
      query: `{ sessionStats(groupBy: [LOGIN_TYPE]) { groups { key { loginType } count open boundedCount
      durationSeconds { p50 p90 p99 } } } }`,
      // Counts every end, also those that the facts do not prove.
      statement: `select login_type, count(*), count(*) filter (where ended_at is null),
        percentile_disc(array[0.5, 0.9, 0.99]) within group (order by ended_at - started_at)
      from session group by 1`,
      ask: () => ({}),
      most: 1.3,
    },
  ];
};

/** Medians in milliseconds, in the order of the questions. */
export type QuestionTimes = readonly {
  readonly name: string;
  readonly apiMs: number;
  readonly rawMs: number;
  readonly most: number;
  readonly count: number;
}[];

/** Asks each question many times, in turns with its statement: the API over HTTP, the statement over a connection of pg. */
export const timeQuestions = async (
  api: Child,
  client: pg.Client,
  { period, times: count }: { readonly period: Period; readonly times: number },
): Promise<QuestionTimes> => {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const times = [];
  for (const [index, { name, query, statement, ask, most }] of questionsOf(period, count).entries()) {
    const apiMs: number[] = [];
    const rawMs: number[] = [];
    for (let n = 0; n < count; n += 1) {
      const variables = ask(n);
      const body = JSON.stringify({ query, variables });
      apiMs.push(await time(() => postQuery(agent, api, body)));
      const values = Object.values(variables);
      rawMs.push(await time(() => client.query({ name: `question_${index}`, text: statement, values })));
    }
    times.push({ name, apiMs: median(apiMs), rawMs: median(rawMs), most, count });
  }
  agent.destroy();
  return times;
};

const time = async (work: () => Promise<unknown>): Promise<number> => {
  const startMs = performance.now();
  await work();
  return performance.now() - startMs;
};

/** Each question beside its statement. */
export const compareQuestions = (times: QuestionTimes, stored: string): readonly Measurement[] =>
  times.map(({ name, apiMs, rawMs, most, count }) => ({
    name: `${name}, of ${stored} / a raw statement for the same rows`,
    ratio: apiMs / rawMs,
    target: { most },
    detail: `${apiMs.toFixed(2)} / ${rawMs.toFixed(2)} ms, medians of ${count}`,
  }));
