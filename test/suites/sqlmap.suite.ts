import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { describe, expect, test } from '@jest/globals';
import fastify from 'fastify';
import pg from 'pg';

import { useApi } from '../support/api.ts';
import { useDatabase } from '../support/database.ts';
import { runTool } from './runTool.ts';

// Requires Debian's sqlmap, which .ci/run installs. Without it these tests are skipped.
const isThere = spawnSync('sqlmap', ['--version']).status === 0;
const describeReal = isThere ? describe : describe.skip;

const api = useApi(useDatabase());

/** sqlmap injects its payloads at this mark after a value. */
const MARK = '*';

type Body = { readonly query: string; readonly variables: object };

const events = (filter: object): Body => ({
  query:
    'query ($filter: SessionEventFilter) { sessionEvents(first: 5, filter: $filter) { nodes { id hostname } } }',
  variables: { filter },
});

/** Requests that together contain all kinds of texts from clients that statements use. */
const REQUESTS: Readonly<Record<string, Body>> = {
  'texts of a filter': events({
    hostname: { eq: 'WS5*', startsWith: 'WS*' },
    user: { eq: 'ana*', contains: 'an*' },
    userDomain: { in: ['CORP*'] },
    uid: { contains: 'S-1*' },
    sourceId: { startsWith: 'x*' },
  }),
  'values of a filter': events({
    loginId: { eq: '0x1*' },
    srcIp: { eq: '10.0.0.1*', inCidr: ['10.0.0.0/8*'] },
    time: { from: '2026-11-16T00:00:00Z*' },
  }),
  'names of hosts and accounts': {
    query: `query ($h: String!, $u: String!, $s: String!) {
      host(hostname: $h) { hostname }
      account(user: $u) { user }
      hosts(first: 5, filter: { hostname: { startsWith: $s } }) { nodes { hostname } }
    }`,
    variables: { h: 'WS5*', u: 'CORP\\ana*', s: 'WS*' },
  },
  'a zone and a length of statistics': {
    query: `query ($every: Duration!, $zone: String!) {
      eventStats(
        filter: { time: { from: "2026-11-16T00:00:00Z", until: "2026-11-17T00:00:00Z" } }
        groupBy: [HOST]
        bucket: { every: $every, timeZone: $zone }
      ) { count }
    }`,
    variables: { every: 'PT1H*', zone: 'Europe/Berlin*' },
  },
  'parameters of a hunt': {
    query: `query ($range: TimeRange!, $window: Duration!) {
      hunts { passwordSpray(range: $range, window: $window) { nodes { srcIp } } }
    }`,
    variables: { range: { from: '2026-11-16T00:00:00Z*', until: '2026-11-17T00:00:00Z' }, window: 'PT1H*' },
  },
  'an event': {
    query:
      'mutation ($events: [SessionEventInput!]!) { ingestSessionEvents(events: $events) { accepted rejected } }',
    variables: {
      events: [
        {
          login: {
            time: '2026-11-16T10:00:00Z*',
            hostname: 'WS5*',
            user: 'ana*',
            uid: 'S-1-5-21*',
            loginType: 'RDP',
            loginSuccessful: true,
            loginId: '0x1*',
            srcIp: '10.0.0.1*',
            sourceId: 'windows/security/1*',
          },
        },
      ],
    },
  },
};

/** Runs sqlmap on a request with marked values; returns its output. */
const attack = async (url: string, body: object): Promise<string> => {
  const folder = mkdtempSync(join(tmpdir(), 'sessionscope-sqlmap-'));
  try {
    const { host, pathname } = new URL(url);
    const request = join(folder, 'request');
    const head = [
      `POST ${pathname} HTTP/1.1`,
      `Host: ${host}`,
      'Content-Type: application/json',
      'Accept: application/json',
    ];
    writeFileSync(request, `${head.join('\r\n')}\r\n\r\n${JSON.stringify(body)}`);
    const options = [
      '--ignore-stdin',
      '--batch',
      '--disable-coloring',
      '--dbms',
      'PostgreSQL',
      '--level',
      '2',
      '--risk',
      '2',
    ];
    const quiet = ['--ignore-code', '400', '--flush-session', '--output-dir', folder];
    const { output } = await runTool('sqlmap', ['-r', request, ...options, ...quiet]);
    return output;
  } finally {
    rmSync(folder, { recursive: true });
  }
};

const countMarks = ({ variables }: Body): number => JSON.stringify(variables).split(MARK).length - 1;

const countTested = (output: string): number => output.split('testing for SQL injection on').length - 1;

describeReal('sqlmap', () => {
  test.each(Object.entries(REQUESTS))(
    'finds no injection in %s',
    async (_, body) => {
      await checkAnswered(body);
      await checkClosed(body);
    },
    300_000,
  );

  test('finds no injection in an id or a cursor', async () => {
    const { data } = await api().query('{ sessionEvents(first: 1) { edges { cursor node { id } } } }');
    const [{ cursor, node }] = data.sessionEvents.edges;
    const body = {
      query:
        'query ($id: ID!, $after: String) { node(id: $id) { id } sessionEvents(first: 5, after: $after) { nodes { id } } }',
      variables: { id: `${node.id}*`, after: `${cursor}*` },
    };
    await checkAnswered(body);
    await checkClosed(body);
  });

  test('and finds the injection in a statement that is concatenated from text', async () => {
    const client = new pg.Client({ connectionString: process.env['TEST_POSTGRES_URL'] });
    await client.connect();
    const leaky = fastify();
    leaky.post<{ Body: { readonly name: string } }>('/', async ({ body }) => {
      const { rows } = await client
        .query(`select datname from pg_database where datname = '${body.name}'`)
        .catch((error: unknown) => ({ rows: [String(error)] }));
      return rows;
    });
    try {
      const output = await attack(await leaky.listen({ host: '127.0.0.1', port: 0 }), { name: 'postgres*' });
      expect(output).toContain('identified the following injection point');
    } finally {
      await leaky.close();
      await client.end();
    }
  });
});

/** Checks that a request without its marks is valid. */
const checkAnswered = async ({ query, variables }: Body): Promise<void> => {
  const { errors, data } = await api().post(JSON.stringify({ query, variables }).replaceAll('*"', '"'));
  expect(errors).toBeUndefined();
  if (query.startsWith('mutation')) expect(data.ingestSessionEvents).toEqual({ accepted: 1, rejected: 0 });
};

const checkClosed = async (body: Body): Promise<void> => {
  const output = await attack(api().url, body);
  expect(output).toContain('all tested parameters do not appear to be injectable');
  expect(countTested(output)).toBe(countMarks(body));
};
