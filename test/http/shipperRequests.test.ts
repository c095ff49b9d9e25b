import { request } from 'node:http';
import type { IncomingHttpHeaders } from 'node:http';
import { text } from 'node:stream/consumers';

import { beforeAll, describe, expect, test } from '@jest/globals';

import { useApi } from '../support/api.ts';
import { useDatabase } from '../support/database.ts';
import { guardedBy, keyFor } from '../support/keys.ts';
import { failedLogins } from '../support/shippers/failedLogins.ts';
import { readConfiguration } from '../support/shippers/readConfiguration.ts';
import { linesOf, LOGINS_IN_LINES, RECORDED_SHIPPERS } from '../support/shippers/recordedRequests.ts';
import type { RecordedRequest, RecordedShipper } from '../support/shippers/recordedRequests.ts';
import { useChangingServer } from '../support/shippers/useChangingServer.ts';

const database = useDatabase();
let key = { authorization: '' };
// Before the first request: a server reads the keys at most twice a second.
beforeAll(async () => {
  key = await keyFor(database(), 'events:write');
});
const guarded = useApi(database, { access: async () => guardedBy(database()) });
const changing = useChangingServer(database);

type Answer = { readonly status: number; readonly headers: IncomingHttpHeaders; readonly body: any };

/** Sends exactly these headers; fetch adds some. */
const send = async (
  origin: string,
  { query, headers, body }: RecordedRequest,
  { authorization } = key,
): Promise<Answer> => {
  const sent = request(new URL(`/ingest${query}`, origin), {
    method: 'POST',
    headers: { ...headers, Authorization: authorization, 'Content-Length': body.length },
    agent: false,
  });
  return new Promise((resolve, reject) => {
    sent.once('error', reject);
    sent.once('response', (response) => {
      const { statusCode: status = 0, headers: answered } = response;
      text(response)
        .then((whole) => resolve({ status, headers: answered, body: JSON.parse(whole) }))
        .catch(reject);
    });
    sent.end(body);
  });
};

const COUNTS = ['accepted', 'duplicates', 'rejected', 'notUnderstood'] as const;

/** Sends the requests one after the other; returns the sums of what they count. */
const sendAll = async (
  origin: string,
  requests: readonly RecordedRequest[],
): Promise<Readonly<Record<string, number>>> => {
  const sums = { accepted: 0, duplicates: 0, rejected: 0, notUnderstood: 0 };
  for (const one of requests) {
    const { status, headers, body } = await send(origin, one);
    // NXLog takes no other status for success and no longer answer, and the OpenTelemetry Collector reads JSON.
    expect(status).toBe(200);
    expect(headers['content-type']).toMatch(/^application\/json\b/);
    expect(Number(headers['content-length'])).toBeLessThan(10_000);
    for (const count of COUNTS) sums[count] += body[count];
  }
  return sums;
};

const STORED = `select hostname as host, to_char(time at time zone 'UTC', 'YYYY-MM-DD HH24:MI:SS.US') as time, action,
    "user", login_successful as succeeded, host(src_ip) as ip, src_port as port
  from session_event where hostname = any($1) order by time`;

const storedOn = async (...hosts: readonly string[]): Promise<readonly object[]> =>
  (await database().writePool.query<object>(STORED, [hosts])).rows;

const loginsOn = (first: string, second: string, [loggedIn, failed]: RecordedShipper['logins']) => [
  { host: first, action: 'LOGIN', ...loggedIn, succeeded: true, ip: '203.0.113.7', port: 50001 },
  { host: second, action: 'LOGIN', ...failed, succeeded: false, ip: '203.0.113.8', port: 50002 },
];

const NEW = { accepted: 2, duplicates: 0, rejected: 0, notUnderstood: 0 };
const KNOWN = { accepted: 0, duplicates: 2, rejected: 0, notUnderstood: 0 };

test('the three plain lines are two logins', async () => {
  const body = Buffer.from(linesOf('PLAIN1', 'PLAIN2').join('\n'));
  expect(await sendAll(guarded().url, [{ query: '', headers: {}, body }])).toEqual(NEW);
  expect(await storedOn('PLAIN1', 'PLAIN2')).toEqual(loginsOn('PLAIN1', 'PLAIN2', LOGINS_IN_LINES));
});

describe.each(RECORDED_SHIPPERS.map((shipper, index) => ({ ...shipper, index })))(
  'the requests of $name',
  ({ mark, settings, requestsOf, logins, index }) => {
    const hosts = [`SHIP${index}A`, `SHIP${index}B`] as const;

    test('have the form that the configuration of the page gives them', () => {
      const configuration = readConfiguration(mark, {}).join('\n');
      for (const setting of settings) expect(configuration).toContain(setting);
    });

    test('store each event once, also when they are sent again', async () => {
      const requests = requestsOf(...hosts);
      expect(await sendAll(guarded().url, requests)).toEqual(NEW);
      expect(await storedOn(...hosts)).toEqual(loginsOn(...hosts, logins));
      expect(await sendAll(guarded().url, requests)).toEqual(KNOWN);
      expect(await storedOn(...hosts)).toHaveLength(2);
    });
  },
);

const origin = (): string => `http://127.0.0.1:${changing().port}`;

/** Sends so many records that the next request would have to wait for hours. */
const spendBudget = async (): Promise<void> => {
  const body = Buffer.from(failedLogins('spender', 1000, 500));
  await changing().restart(429);
  expect(await send(origin(), { query: '', headers: {}, body })).toMatchObject({ status: 200 });
};

describe('the requests of all programs store nothing', () => {
  test.each([
    // The OpenTelemetry Collector reads Retry-After as a whole number of seconds.
    [503, 'SERVICE_UNAVAILABLE', /^[1-9]\d*$/],
    [429, 'RATE_LIMITED', /^[1-9]\d*$/],
    [401, 'UNAUTHENTICATED', /^none$/],
  ] as const)(
    'when they are answered with %i, and all events when they are sent again',
    async (status, code, wait) => {
      const hostsOf = (index: number) =>
        [`REFUSED${status}N${index}A`, `REFUSED${status}N${index}B`] as const;
      await (status === 429 ? spendBudget() : changing().restart(status));
      for (const [index, { requestsOf }] of RECORDED_SHIPPERS.entries()) {
        for (const one of requestsOf(...hostsOf(index))) {
          const answer = await send(origin(), one, { authorization: 'Bearer ss_unknown' });
          expect([answer.status, answer.body.errors[0].extensions.code]).toEqual([status, code]);
          expect(answer.headers['retry-after'] ?? 'none').toMatch(wait);
          expect(Number(answer.headers['content-length'])).toBeLessThan(10_000);
        }
        expect(await storedOn(...hostsOf(index))).toEqual([]);
      }
      await changing().restart('STORING');
      for (const [index, { requestsOf, logins }] of RECORDED_SHIPPERS.entries()) {
        expect(await sendAll(origin(), requestsOf(...hostsOf(index)))).toEqual(NEW);
        expect(await storedOn(...hostsOf(index))).toEqual(loginsOn(...hostsOf(index), logins));
      }
    },
  );
});
