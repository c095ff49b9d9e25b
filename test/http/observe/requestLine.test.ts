import { beforeAll, expect, test } from '@jest/globals';

import { aLogin } from '../../support/events.ts';
import { awaitUntil } from '../../support/awaitUntil.ts';
import { INGEST, useApi } from '../../support/api.ts';
import type { Answer } from '../../support/api.ts';
import { useDatabase } from '../../support/database.ts';
import { guardedBy, keyFor } from '../../support/keys.ts';

const database = useDatabase();
const api = useApi(database, { access: async () => guardedBy(database()) });

let reader: { authorization: string };
let writer: { authorization: string };

beforeAll(async () => {
  // All keys are created before the server reads them, because it would notice a later one only after half a second.
  reader = await keyFor(database(), 'events:read');
  writer = await keyFor(database(), 'events:write');
});

/** Waits for the log line of a request, which has the id of the answer. */
const lineOf = async ({ headers }: Pick<Answer, 'headers'>): Promise<Record<string, unknown>> => {
  const id = headers.get('x-request-id') ?? 'none';
  const find = (): string[] =>
    api()
      .log()
      .filter((line) => line.includes(id));
  await awaitUntil('its line is there', async () => find().length > 0);
  expect(find()).toHaveLength(1);
  return JSON.parse(find()[0] ?? '');
};

test('a request is one line with the operation and the caller', async () => {
  const answer = await api().query('query Newest { sessionEvents { nodes { id } } }', {}, reader);
  expect(await lineOf(answer)).toEqual({
    level: 30,
    // The fields of pino that the server omits or formats itself.
    time: expect.anything(),
    pid: expect.anything(),
    hostname: expect.anything(),
    reqId: expect.stringMatching(/^[0-9a-f-]{36}$/),
    method: 'POST',
    route: '/graphql',
    status: 200,
    outcome: 'OK',
    durationMs: expect.any(Number),
    operationType: 'QUERY',
    operationName: 'Newest',
    costRequested: 51,
    costActual: 1,
    caller: 'KEY',
    keyId: reader.authorization.slice('Bearer ss_'.length, 'Bearer ss_'.length + 16),
    msg: 'Request ended.',
  });
});

test('refusals have their codes', async () => {
  const stranger = await lineOf(await api().query('{ overview { hosts { value } } }'));
  expect(stranger).toMatchObject({ status: 401, outcome: 'REFUSED', errorCodes: ['UNAUTHENTICATED'] });
  const forbidden = await lineOf(
    await api().query('query Over { overview { hosts { value } } }', {}, writer),
  );
  expect(forbidden).toMatchObject({ status: 403, outcome: 'REFUSED', errorCodes: ['FORBIDDEN'] });
});

test('the line has no values of variables, queries, addresses or user agents', async () => {
  const before = api().log().length;
  const event = aLogin({ hostname: 'SECRETHOST', user: 'secretuser', srcIp: '10.9.8.7' });
  const headers = { 'user-agent': 'secretbrowser', 'x-request-id': 'secretid' };
  await lineOf(await api().query(INGEST, { events: [event] }, { ...headers, ...writer }));
  const query = 'query Q($u: String) { sessionEvents(filter: {user: {eq: $u}}) { nodes { id } } }';
  await lineOf(await api().query(query, { u: 'secretuser' }, { ...headers, ...reader }));
  await lineOf(
    await api().query('{ host(hostname: "SECRETHOST") { hostname } }', {}, { ...headers, ...reader }),
  );
  await lineOf(
    await api().post(JSON.stringify({ query: '{ __typename }', operationName: 'secret name' }), {
      'content-type': 'application/json',
      ...headers,
      ...reader,
    }),
  );
  await lineOf(await fetch(new URL('/secretpath?secret=1', api().url)));
  const lines = api().log().slice(before);
  expect(lines.map((line) => JSON.parse(line).status)).toEqual([200, 200, 200, 400, 404]);
  expect(lines.join('\n')).not.toMatch(/secret|10\.9\.8\.7|127\.0\.0\.1/i);
});
