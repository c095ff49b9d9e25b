import { afterAll, beforeAll } from '@jest/globals';
import pino from 'pino';

import type { Database } from '../../src/db/client.ts';
import type { Access } from '../../src/http/access/guardRoutes.ts';
import { DEFAULT_COST_LIMITS } from '../../src/http/cost/limits.ts';
import { makeServer } from '../../src/http/server.ts';
import type { Server, ServerOptions } from '../../src/http/server.ts';

import { RULES } from './database.ts';
import { LENIENT_LIMITS } from './lenientLimits.ts';

/** An answer of the API over HTTP. */
export type Answer = {
  readonly status: number;
  readonly headers: Headers;
  // Tests read responses of any shape.
  readonly data: any;
  readonly errors:
    | readonly {
        message: string;
        path?: readonly (string | number)[];
        extensions: { code: string; field?: string; errorId?: string; retryAfterSeconds?: number };
      }[]
    | undefined;
  readonly text: string;
};

export type Api = {
  readonly url: string;
  readonly query: (query: string, variables?: object, headers?: Record<string, string>) => Promise<Answer>;
  readonly post: (body: string, headers?: Record<string, string>) => Promise<Answer>;
  /** Lines of the log so far. */
  readonly log: () => readonly string[];
};

type Options = Partial<Pick<ServerOptions, 'introspection' | 'limits' | 'socketLimits' | 'corsOrigins'>> & {
  /** Who has access; by default everyone. */
  readonly access?: () => Promise<Access>;
};

/** Runs the real server on a free port with the test file's database during the file's tests. */
export const useApi = (
  database: () => Database,
  {
    introspection = true,
    limits = DEFAULT_COST_LIMITS,
    socketLimits = LENIENT_LIMITS,
    corsOrigins = [],
    access = async () => ({ kind: 'OPEN' }),
  }: Options = {},
): (() => Api) => {
  let server: Server | undefined;
  let api: Api | undefined;
  beforeAll(async () => {
    const lines: string[] = [];
    const logger = pino({ level: 'info' }, { write: (line: string) => void lines.push(line) });
    server = await makeServer({
      access: await access(),
      serverContext: { database: database(), makeRules: () => RULES },
      introspection,
      limits,
      socketLimits,
      corsOrigins,
      logger,
    });
    api = makeApi(await server.listen({ host: '127.0.0.1', port: 0 }), () => lines);
  });
  afterAll(async () => server?.close());
  return () => {
    if (api === undefined) throw new Error('The API only runs during tests.');
    return api;
  };
};

const makeApi = (origin: string, log: Api['log']): Api => {
  const url = `${origin}/graphql`;
  const post: Api['post'] = async (body, headers = { 'content-type': 'application/json' }) => {
    const response = await fetch(url, { method: 'POST', headers, body });
    const text = await response.text();
    const { data, errors } = text.startsWith('{') ? JSON.parse(text) : {};
    return { status: response.status, headers: response.headers, data, errors, text };
  };
  const query: Api['query'] = (text, variables, headers) =>
    post(JSON.stringify({ query: text, variables }), { 'content-type': 'application/json', ...headers });
  return { url, post, log, query };
};

export const INGEST_CONTEXT = `mutation IngestContext($events: [ContextEventInput!]!) {
  ingestContextEvents(events: $events) {
    accepted duplicates rejected
    results { index status id errors { field code message } notes { code } }
  }
}`;

export const INGEST = `mutation Ingest($events: [SessionEventInput!]!) {
  ingestSessionEvents(events: $events) {
    accepted duplicates rejected
    results { index status id errors { field code message } notes { code } }
  }
}`;
