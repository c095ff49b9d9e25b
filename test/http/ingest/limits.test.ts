import { gzipSync } from 'node:zlib';

import { describe, expect, jest, test } from '@jest/globals';

import { DEFAULT_COST_LIMITS } from '../../../src/http/cost/limits.ts';
import { watchTurns, WORK_PER_TURN } from '../../../src/model/reserveWork.ts';
import { useApi } from '../../support/api.ts';
import { useDatabase } from '../../support/database.ts';

const database = useDatabase();
const api = useApi(database);
const thrifty = useApi(database, { limits: { ...DEFAULT_COST_LIMITS, perMinute: 1000 } });
const poor = useApi(database, { limits: { ...DEFAULT_COST_LIMITS, perMinute: 1 } });

type Sent = { readonly status: number; readonly answer: any };

const send = async (body: string | Buffer, to = api): Promise<Sent> => {
  const response = await fetch(new URL('/ingest', to().url), {
    method: 'POST',
    headers: { 'content-type': 'application/x-ndjson' },
    body: typeof body === 'string' ? body : new Uint8Array(body),
  });
  return { status: response.status, answer: await response.json() };
};

const BOMB = gzipSync('a\n'.repeat(4_190_000));

const aLogin = (n: number, hostname: string): object => ({
  login: {
    time: new Date(Date.UTC(2026, 9, 1) + n * 1000).toISOString(),
    hostname,
    user: `CORP\\user${n % 50}`,
    loginId: n + 1,
    loginType: 'REMOTE',
    srcIp: '10.0.0.9',
    loginSuccessful: true,
    sourceId: 'x'.repeat(100),
  },
});

describe('POST /ingest', () => {
  test('refuses more than 50,000 records, and names the limit and the remedy', async () => {
    const { status, answer } = await send(BOMB);
    expect([status, answer]).toEqual([
      413,
      {
        errors: [
          {
            message:
              'The body has more than 50000 records. Nothing was stored; send at most 50000 records per request.',
            extensions: { code: 'TOO_MANY_RECORDS' },
          },
        ],
      },
    ]);
    expect((await send('{}\n'.repeat(50_001))).status).toBe(413);
  });

  test('accepts 50,000, and lets the event loop turn between slices', async () => {
    const turns: number[] = [];
    const unwatch = watchTurns((work) => void turns.push(work));
    const body = '{"login":{"time":"x","hostname":"H","loginSuccessful":true,"srcIp":"x"}}\n'.repeat(50_000);
    const { status, answer } = await send(body);
    unwatch();
    const { errors, ...counts } = answer;
    const none = { accepted: 0, duplicates: 0, skipped: 0, unrelated: 0, notUnderstood: 0 };
    expect([status, counts]).toEqual([200, { ...none, rejected: 50_000 }]);
    expect(errors.map(({ record, field }: any) => [record, field])).toEqual(
      Array.from({ length: 100 }, (_, n) => [Math.floor(n / 2) + 1, n % 2 === 0 ? 'time' : 'srcIp']),
    );
    // All of them were parsed in slices, and each of their two mistakes weighs a quarter of a parsed event.
    expect(turns.length).toBeGreaterThanOrEqual((1.5 * 50_000) / WORK_PER_TURN - 1);
    expect(Math.max(...turns)).toBeLessThanOrEqual(WORK_PER_TURN);
  });

  test('stores a body of several megabytes, which is read in a thread, in one transaction', async () => {
    const events = Array.from({ length: 6000 }, (_, n) => aLogin(n, `LARGE${n % 7}`));
    const lines = events.map((event) => JSON.stringify(event));
    lines.splice(3000, 0, '', '{"login": ', lines[0]!, '{"lock":{"time":"x","hostname":"H"}}');
    const body = lines.join('\n');
    expect(body.length).toBeGreaterThan(1_048_576);
    const { answer } = await send(body);
    expect(answer).toMatchObject({ accepted: 6000, duplicates: 1, rejected: 2, skipped: 0 });
    expect(answer.errors.map(({ record, code }: any) => [record, code])).toEqual([
      [3002, 'UNREADABLE_RECORD'],
      [3004, 'INVALID_TIME'],
    ]);
    expect((await send(gzipSync(body))).answer).toMatchObject({ accepted: 0, duplicates: 6001, rejected: 2 });
    const { data } = await api().query(
      '{ sessionEvents { totalCount(mode: EXACT) { value } } sessions { totalCount(mode: EXACT) { value } } }',
    );
    expect([data.sessionEvents.totalCount.value, data.sessions.totalCount.value]).toEqual([6000, 6000]);
  });

  test('answers 16 concurrent large bodies, or reports that it is overloaded', async () => {
    const all = await Promise.all(Array.from({ length: 20 }, async () => send(BOMB)));
    const statuses = all.map(({ status }) => status);
    // Two are read at a time and 14 wait; further ones are refused if they arrive before one is finished.
    expect(statuses.filter((status) => status === 413).length).toBeGreaterThanOrEqual(16);
    expect(statuses.every((status) => status === 413 || status === 503)).toBe(true);
  });

  test('charges for each event of message repeated N times, and stores none of a request that is refused', async () => {
    const line = (host: string): string =>
      `2026-11-16T09:00:00Z ${host} sshd[1]: message repeated 900 times: [ Failed password for root from 1.2.3.4 port 22 ssh2]\n`;
    // The refill is negligible, however long the test takes.
    const now = jest.spyOn(performance, 'now').mockReturnValue(performance.now());
    try {
      expect((await send(line('THRIFTY1'), thrifty)).answer).toMatchObject({ accepted: 900 });
      const { status, answer } = await send(line('THRIFTY2'), thrifty);
      expect([status, answer.errors[0].extensions.code]).toEqual([429, 'RATE_LIMITED']);
      // 99 are left. The first refusal charges the 50 that were counted before it, the next one charges 1.
      const lines = `${'x\n'.repeat(49)}${line('THRIFTY2')}`;
      expect((await send(lines, thrifty)).status).toBe(429);
      expect((await send('x\n'.repeat(50), thrifty)).status).toBe(429);
      expect((await send('x\n'.repeat(48), thrifty)).status).toBe(200);
    } finally {
      now.mockRestore();
    }
    const { data } = await api().query(
      '{ sessionEvents(filter: { hostname: { startsWith: "THRIFTY" } }) { totalCount(mode: EXACT) { value } } }',
    );
    expect(data.sessionEvents.totalCount.value).toBe(900);
  });

  test('whose caller has spent the budget is refused before the body is read', async () => {
    const body = `${JSON.stringify(aLogin(1, 'POOR'))}\n`.repeat(100);
    // A cost above the budget leaves a debt, which takes 99 minutes to pay.
    expect((await send(body, poor)).answer).toMatchObject({ accepted: 1, duplicates: 99 });
    const { status, answer } = await send(Buffer.from([0x1f, 0x8b, 0]), poor);
    expect([status, answer.errors[0].extensions.code]).toEqual([429, 'RATE_LIMITED']);
  });
});
