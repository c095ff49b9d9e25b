import { gzipSync } from 'node:zlib';

import { describe, expect, test } from '@jest/globals';

import { useApi } from '../support/api.ts';
import { useDatabase } from '../support/database.ts';
import { aRecord } from '../importer/importing.ts';

const database = useDatabase();
const api = useApi(database);

type Sent = { readonly status: number; readonly answer: any };

const send = async (
  body: string | Buffer,
  { query = '', headers = {} }: { query?: string; headers?: Record<string, string> } = {},
): Promise<Sent> => {
  const response = await fetch(new URL(`/ingest${query}`, api().url), {
    method: 'POST',
    headers: { 'content-type': 'application/x-ndjson', ...headers },
    body: typeof body === 'string' ? body : new Uint8Array(body),
  });
  return { status: response.status, answer: await response.json() };
};

const list = async (hostname: string) => {
  const { data } = await api().query(
    `query ($hostname: String!) { sessionEvents(order: OLDEST_FIRST, filter: { hostname: { eq: $hostname } }) {
      nodes { time action user loginId ... on RemoteCapableEvent { loginType srcIp srcPort } } } }`,
    { hostname },
  );
  return data.sessionEvents.nodes;
};

const lines = (values: readonly unknown[]): string =>
  values.map((value) => (typeof value === 'string' ? value : JSON.stringify(value))).join('\n');

const login = (hostname: string, fields: object = {}) => ({
  login: { time: '2026-11-16T09:00:00Z', hostname, loginSuccessful: true, loginId: '0x1', ...fields },
});

describe('POST /ingest', () => {
  test('takes own events and host starts, and says what became of each', async () => {
    const body = lines([
      login('OWN1'),
      { lock: { time: '2026-11-16T09:10:00', hostname: 'OWN1', loginId: '0x1' } },
      { hostStart: { time: '2026-11-16T10:00:00Z', hostname: 'OWN1' } },
      login('OWN1'),
      { logout: { time: '2026-11-16T09:30:00Z', hostname: 'OWN1', loginSuccessful: true } },
      '{"login": ',
    ]);
    const { status, answer } = await send(body);
    expect([status, { ...answer, errors: [] }]).toEqual([
      200,
      { accepted: 2, duplicates: 1, rejected: 3, skipped: 0, errors: [] },
    ]);
    expect(answer.errors.map(({ record, code, field }: any) => [record, code, field])).toEqual([
      [2, 'INVALID_TIME', 'time'],
      [5, 'UNREADABLE_RECORD', null],
      [6, 'UNREADABLE_RECORD', null],
    ]);
    const { data } = await api().query(
      '{ sessions(filter: { hostname: { eq: "OWN1" } }) { nodes { endedAt endReason } } }',
    );
    expect(data.sessions.nodes).toEqual([
      { endedAt: '2026-11-16T10:00:00.000000Z', endReason: 'HOST_RESTART' },
    ]);
  });

  test('the same body again is duplicates', async () => {
    const body = lines([login('OWN2'), { hostStart: { time: '2026-11-16T08:00:00Z', hostname: 'OWN2' } }]);
    expect((await send(body)).answer).toMatchObject({ accepted: 2, duplicates: 0 });
    expect((await send(body)).answer).toMatchObject({ accepted: 0, duplicates: 2 });
  });

  test.each([
    ['an array', (host: string) => JSON.stringify([login(host)]), {}],
    ['gzip', (host: string) => gzipSync(lines([login(host)])), { 'content-encoding': 'gzip' }],
    ['gzip that is not declared', (host: string) => gzipSync(lines([login(host)])), {}],
    ['one object over lines', (host: string) => JSON.stringify(login(host), null, 2), {}],
    [
      'CR LF, blank lines and a byte order mark',
      (host: string) => `\uFEFF\r\n${lines([login(host)])}\r\n\r\n`,
      {},
    ],
    [
      'any content type',
      (host: string) => lines([login(host)]),
      { 'content-type': 'application/x-www-form-urlencoded' },
    ],
  ])('takes %s', async (name, bodyOf, headers) => {
    const host = `BODY-${name.replaceAll(/\W/g, '')}`;
    const { status, answer } = await send(bodyOf(host), { headers });
    expect([status, answer.accepted]).toEqual([200, 1]);
    expect(await list(host)).toHaveLength(1);
  });

  test('raw Windows records go through the sensor', async () => {
    const record = aRecord(1, { Hostname: 'RAW1' });
    const { answer } = await send(lines([record, { ...record, EventID: 4672 }, { some: 'thing' }]));
    expect(answer).toMatchObject({ accepted: 1, duplicates: 0, rejected: 1, skipped: 1 });
    expect(await list('RAW1')).toHaveLength(1);
  });

  test('20,000 events in one body are one transaction', async () => {
    const many = Array.from({ length: 20_000 }, (_, n) => login('MANY', { loginId: n + 1 }));
    const body = gzipSync(JSON.stringify(many));
    expect((await send(body, { headers: { 'content-encoding': 'gzip' } })).answer).toMatchObject({
      accepted: 20_000,
      rejected: 0,
    });
  });

  test('at most 100 errors are told', async () => {
    const { answer } = await send(lines(Array.from({ length: 150 }, () => ({ no: 'record' }))));
    expect([answer.rejected, answer.errors.length]).toEqual([150, 100]);
  });

  test.each([
    ['', 400, 'BAD_JSON', {}],
    ['[{"login": 1]', 400, 'BAD_JSON', {}],
    [gzipSync('x').subarray(0, 12), 400, 'BAD_ENCODING', { 'content-encoding': 'gzip' }],
    [gzipSync('x'.repeat(9 * 1_048_576)), 413, 'BODY_TOO_LARGE', { 'content-encoding': 'gzip' }],
    ['x'.repeat(9 * 1_048_576), 413, 'BODY_TOO_LARGE', {}],
    ['{}', 415, 'UNSUPPORTED_MEDIA_TYPE', { 'content-encoding': 'br' }],
    ['{}', 403, 'FORBIDDEN', { origin: 'https://evil.example' }],
  ])('refuses body %#', async (body, status, code, headers) => {
    const sent = await send(body, { headers });
    expect([sent.status, sent.answer.errors[0].extensions.code]).toEqual([status, code]);
  });

  test.each([['?zone=UTC'], ['?timezone=Mars/Phobos'], ['?host=10.0.0.256']])(
    'refuses the address %s',
    async (query) => {
      const { status, answer } = await send(lines([login('ADDRESS')]), { query });
      expect([status, answer.errors[0].extensions.code]).toEqual([400, 'BAD_USER_INPUT']);
    },
  );
});
