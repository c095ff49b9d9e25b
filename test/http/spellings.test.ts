import { beforeAll, describe, expect, test } from '@jest/globals';

import { useApi } from '../support/api.ts';
import type { Answer } from '../support/api.ts';
import { useDatabase } from '../support/database.ts';
import { guardedBy, keyFor } from '../support/keys.ts';
import { awaitWaiting, withEventsLocked } from '../support/lockedEvents.ts';
import { sendRaw, statusOf } from '../support/sendRaw.ts';

const database = useDatabase();
const api = useApi(database);
const guarded = useApi(database, {
  access: async () => guardedBy(database()),
  corsOrigins: ['https://soc.example.com'],
});
let reader: { authorization: string };

beforeAll(async () => {
  reader = await keyFor(database(), 'events:read');
});

const MAX_IN_FLIGHT = 64;
const LIST = '{ sessionEvents { nodes { id } } }';
const BODY = JSON.stringify({ query: LIST });
const CLOSE = 'Host: localhost\r\nConnection: close\r\n';
const JSON_HEAD = `${CLOSE}Content-Type: application/json\r\n`;

const post = (target: string, headers = ''): string =>
  `POST ${target} HTTP/1.1\r\n${JSON_HEAD}${headers}Content-Length: ${BODY.length}\r\n\r\n${BODY}`;

/** Request targets that reach /graphql. */
const GRAPHQL = [
  '/graphql',
  '/%67raphql',
  '/%67%72%61%70%68%71%6C',
  '/graphql?',
  '/graphql#x',
  '/%67raphql?a=b',
  'http://localhost/graphql',
  'HTTP://elsewhere.example/%67raphql',
];
const OTHER_TARGETS = [
  '/graphql/',
  '//graphql',
  '/./graphql',
  '/x/../graphql',
  '/GRAPHQL',
  '/graphql;x=1',
  '/graphql%2F',
  '/%2567raphql',
  'http://localhost/graphql/',
  '*',
  '/ingest/',
  '/INGEST',
];

describe('while the limit of requests in flight is reached', () => {
  test('each request target that reaches /graphql or /ingest is refused', async () => {
    let held: Promise<readonly Answer[]> = Promise.resolve([]);
    await withEventsLocked(database(), async () => {
      held = Promise.all(Array.from({ length: MAX_IN_FLIGHT }, async () => api().query(LIST)));
      await awaitWaiting(database(), 8);
      const requests = [
        ...GRAPHQL.map((target) => post(target)),
        ...['/ingest', '/%69ngest', 'http://localhost/ingest'].map((target) => post(target)),
        `HEAD /%67raphql HTTP/1.1\r\n${CLOSE}\r\n`,
        `OPTIONS /%67raphql HTTP/1.1\r\n${CLOSE}\r\n`,
      ];
      for (const request of requests) {
        const [target] = request.split(' HTTP');
        expect([target, statusOf(await sendRaw(api().url, request))]).toEqual([target, 503]);
      }
      const page = `GET /%67raphql HTTP/1.1\r\n${CLOSE}Accept: text/html\r\n\r\n`;
      expect(statusOf(await sendRaw(api().url, page))).toBe(200);
    });
    expect((await held).map(({ status }) => status)).toEqual(
      Array.from({ length: MAX_IN_FLIGHT }, () => 200),
    );
  });
});

test.each(GRAPHQL)('%s needs a key, and its answer has the CORS headers', async (target) => {
  const refused = await sendRaw(guarded().url, post(target));
  expect(statusOf(refused)).toBe(401);
  expect(refused).toMatch(/^vary: origin\r$/im);
  const headers = `Authorization: ${reader.authorization}\r\nOrigin: https://soc.example.com\r\n`;
  const answer = await sendRaw(guarded().url, post(target, headers));
  expect([statusOf(answer), answer]).toEqual([
    200,
    expect.stringContaining('access-control-allow-origin: https://soc.example.com'),
  ]);
});

test('/%%6detrics needs a key', async () => {
  expect(statusOf(await sendRaw(guarded().url, `GET /%6detrics HTTP/1.1\r\n${CLOSE}\r\n`))).toBe(401);
});

test.each(OTHER_TARGETS)('%s is not found, without waiting for its body', async (target) => {
  const head = `POST ${target} HTTP/1.1\r\n${JSON_HEAD}Content-Length: 8000000\r\n\r\n`;
  const answer = await sendRaw(guarded().url, head);
  expect([statusOf(answer), answer]).toEqual([404, expect.stringContaining('NOT_FOUND')]);
});

test.each(['PUT', 'PATCH', 'DELETE', 'TRACE', 'PROPFIND', 'QUERY'])(
  '%s /graphql is not found, without waiting for its body',
  async (method) => {
    const head = `${method} /graphql HTTP/1.1\r\n${JSON_HEAD}Content-Length: 8000000\r\n\r\n`;
    expect(statusOf(await sendRaw(guarded().url, head))).toBe(404);
  },
);
