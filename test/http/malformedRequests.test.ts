import { describe, expect, test } from '@jest/globals';

import { useApi } from '../support/api.ts';
import { awaitUntil } from '../support/awaitUntil.ts';
import { useDatabase } from '../support/database.ts';
import { sendRaw, statusOf } from '../support/sendRaw.ts';

const database = useDatabase();
const api = useApi(database);

const END = 'Connection: close\r\n\r\n';
const QUERY = 'query=%7B__typename%7D';

describe('a request without a route has the answer form, headers and log line of every error', () => {
  test.each([
    ['a path that cannot be decoded', `GET /%zz HTTP/1.1\r\nHost: a\r\n${END}`, 400, 'BAD_REQUEST'],
    [
      'a body to such a path',
      `POST /%zz HTTP/1.1\r\nHost: a\r\nContent-Length: 9000000\r\n${END}`,
      400,
      'BAD_REQUEST',
    ],
    [
      'an address that is not a URL',
      `GET http://[x/graphql HTTP/1.1\r\nHost: a\r\n${END}`,
      400,
      'BAD_REQUEST',
    ],
    [
      'an address with a bad port',
      `GET http://a:99999999/graphql?${QUERY} HTTP/1.1\r\nHost: a\r\n${END}`,
      400,
      'BAD_REQUEST',
    ],
    ['no Host', `GET /graphql HTTP/1.1\r\n${END}`, 400, 'BAD_REQUEST'],
    ['a Host of brackets', `GET /graphql?${QUERY} HTTP/1.1\r\nHost: [[[\r\n${END}`, 400, 'BAD_REQUEST'],
    [
      'a Host with a bad port',
      `GET /graphql?${QUERY} HTTP/1.1\r\nHost: a:99999999\r\n${END}`,
      400,
      'BAD_REQUEST',
    ],
    [
      'an expectation',
      `GET /graphql HTTP/1.1\r\nHost: a\r\nExpect: more\r\n${END}`,
      417,
      'EXPECTATION_FAILED',
    ],
    ['an unknown method', `FOO / HTTP/1.1\r\nHost: a\r\n${END}`, 400, 'BAD_REQUEST'],
    ['an unknown version of HTTP', `GET / HTTP/7.0\r\nHost: a\r\n${END}`, 400, 'BAD_REQUEST'],
    ['a method without a route', `TRACE /graphql HTTP/1.1\r\nHost: a\r\n${END}`, 404, 'NOT_FOUND'],
    [
      'headers of 20 KB',
      `GET / HTTP/1.1\r\nHost: a\r\nX-Long: ${'x'.repeat(20_000)}\r\n${END}`,
      431,
      'HEADERS_TOO_LARGE',
    ],
    [
      'an address of 20 KB',
      `GET /${'x'.repeat(20_000)} HTTP/1.1\r\nHost: a\r\n${END}`,
      431,
      'HEADERS_TOO_LARGE',
    ],
  ])('%s', async (_, request, status, code) => {
    const before = api().log().length;
    const answer = await sendRaw(api().url, request);
    const [head = '', body = ''] = answer.split('\r\n\r\n');
    expect(statusOf(answer)).toBe(status);
    expect(JSON.parse(body)).toEqual({ errors: [{ message: expect.any(String), extensions: { code } }] });
    for (const header of [
      'x-content-type-options: nosniff',
      'x-frame-options: DENY',
      'cache-control: no-store',
    ]) {
      expect(head).toContain(header);
    }
    await awaitUntil('a line is in the log', async () => api().log().length > before);
    const lines = api()
      .log()
      .slice(before)
      .map((line) => JSON.parse(line));
    expect(lines).toMatchObject([{ level: 30, status, errorCodes: [code] }]);
  });
});

test('a client of HTTP/1.0 needs a Host header for data, but not for health', async () => {
  expect(statusOf(await sendRaw(api().url, 'GET /livez HTTP/1.0\r\n\r\n'))).toBe(200);
  expect(statusOf(await sendRaw(api().url, `GET /graphql?${QUERY} HTTP/1.0\r\n\r\n`))).toBe(400);
});

test('a client that expects 100-continue receives it', async () => {
  const body = '{"query": "{ __typename }"}';
  const head = `POST /graphql HTTP/1.1\r\nHost: a\r\nExpect: 100-continue\r\nContent-Type: application/json\r\nContent-Length: ${body.length}`;
  const answer = await sendRaw(api().url, `${head}\r\n${END}${body}`);
  expect(answer).toMatch(/^HTTP\/1\.1 100 Continue\r\n\r\nHTTP\/1\.1 200 OK/);
});
