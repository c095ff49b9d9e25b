import { once } from 'node:events';
import { request } from 'node:http';
import type { IncomingMessage } from 'node:http';

import { describe, expect, test } from '@jest/globals';

import { useApi } from '../../support/api.ts';
import type { Api } from '../../support/api.ts';
import { useDatabase } from '../../support/database.ts';

const database = useDatabase();

/** Returns the status of a request with a Host header; fetch would always send the host of the URL. */
const askAs = async ({ url }: Api, host: string, path = '/graphql'): Promise<number | undefined> => {
  const headers = { host, 'content-type': 'application/json', connection: 'close' };
  const asked = request(new URL(path, url), { method: path === '/livez' ? 'GET' : 'POST', headers });
  asked.end(path === '/livez' ? undefined : '{"query": "{ overview { hosts { value } } }"}');
  const [reply] = (await once(asked, 'response')) as [IncomingMessage];
  reply.resume();
  return reply.statusCode;
};

const OTHERS = [
  'evil.example',
  'evil.example:4000',
  '127.0.0.1.evil.example',
  'localhost.evil.example',
  'localhost@evil.example',
  '192.168.1.5:4000',
  '[::2]:4000',
];

describe('a server that is open only to its own machine', () => {
  const api = useApi(database, { access: async () => ({ kind: 'LOCAL' }) });

  test.each(['127.0.0.1', '127.0.0.1:4000', 'localhost:8080', 'LOCALHOST', '[::1]:4000', '127.1.2.3'])(
    'answers to the name %s',
    async (host) => {
      expect(await askAs(api(), host)).toBe(200);
    },
  );

  test.each(OTHERS)(
    'does not answer to the name "%s", which a web page may have resolved to 127.0.0.1',
    async (host) => {
      expect(await askAs(api(), host)).toBe(403);
      expect(await askAs(api(), host, '/ingest')).toBe(403);
      expect(await askAs(api(), host, '/livez')).toBe(200);
    },
  );
});

describe('a server that is open to everyone', () => {
  const api = useApi(database, { access: async () => ({ kind: 'OPEN' }) });

  test('answers to any name', async () => {
    for (const host of OTHERS) expect(await askAs(api(), host)).toBe(200);
  });
});
