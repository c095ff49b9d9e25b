import { once } from 'node:events';
import { request } from 'node:http';
import type { IncomingMessage } from 'node:http';

import { expect, test } from '@jest/globals';

import { useApi } from '../../support/api.ts';
import { useDatabase } from '../../support/database.ts';
import { guardedBy } from '../../support/keys.ts';

const database = useDatabase();
const api = useApi(database);
const guardedApi = useApi(database, { access: async () => guardedBy(database()) });

const upgrade = async (url: string, protocol: string) => {
  const asked = request(url, {
    headers: {
      connection: 'Upgrade',
      upgrade: protocol,
      origin: 'https://soc.example.com',
      'sec-websocket-version': '13',
      'sec-websocket-key': 'dGhlIHNhbXBsZSBub25jZQ==',
      'sec-websocket-protocol': 'graphql-transport-ws',
    },
  });
  asked.end();
  const [reply] = (await once(asked, 'response')) as [IncomingMessage];
  return [reply.statusCode, JSON.parse(Buffer.concat(await reply.toArray()).toString())] as const;
};

test('the handshake of a WebSocket is refused with the reason, with or without a key', async () => {
  for (const { url } of [api(), guardedApi()]) {
    expect(await upgrade(url, 'websocket')).toEqual([
      400,
      {
        errors: [
          {
            message:
              'WebSockets and subscriptions are not supported yet. Poll with a query by POST, newest first.',
            extensions: { code: 'SUBSCRIPTIONS_NOT_SUPPORTED' },
          },
        ],
      },
    ]);
  }
});

test('another upgrade is answered as if it was not offered', async () => {
  const address = new URL(guardedApi().url);
  address.searchParams.set('query', '{ __typename }');
  expect(await upgrade(address.href, 'h2c')).toMatchObject([
    401,
    { errors: [{ extensions: { code: 'UNAUTHENTICATED' } }] },
  ]);
});

test('a subscription is refused with the reason', async () => {
  const { status, errors } = await api().query('subscription { sessionEvents { id } }');
  expect([status, errors?.[0]?.message, errors?.[0]?.extensions.code]).toEqual([
    400,
    'Subscriptions are not supported yet. Poll with a query, newest first.',
    'SUBSCRIPTIONS_NOT_SUPPORTED',
  ]);
});
