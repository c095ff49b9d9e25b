import { randomBytes } from 'node:crypto';

import { beforeAll, describe, expect, test } from '@jest/globals';

import { addKey, revokeKey } from '../../../src/domain/access/addKey.ts';
import type { Scope } from '../../../src/model/access/scope.ts';
import { useApi } from '../../support/api.ts';
import { useDatabase } from '../../support/database.ts';
import { bearer, guardedBy } from '../../support/keys.ts';

const database = useDatabase();
const api = useApi(database, { access: async () => guardedBy(database()) });

const READ = '{ overview { hosts { value } } }';
const LOCK = '{"lock": {"time": "2026-11-16T09:00:00Z", "hostname": "WS9"}}';

const add = async (scope: Scope, lifetimeMs: number | null = null) =>
  addKey(database(), { name: scope, scopes: [scope], lifetimeMs });

let reader: string;
let writer: string;
let expired: string;
let revoked: string;

beforeAll(async () => {
  // All keys are created before the server reads them, because it would notice a later one only after half a second.
  reader = (await add('events:read')).text;
  writer = (await add('events:write')).text;
  expired = (await add('events:read', 1)).text;
  const made = await add('events:read');
  await revokeKey(database(), made.key.id);
  revoked = made.text;
});

const [unknownId, otherSecret] = [randomBytes(8).toString('hex'), randomBytes(32).toString('base64url')];

describe('an invalid credential', () => {
  test('gets the same answer whether its key is unknown, wrong, expired or revoked', async () => {
    const wrong = `${reader.split('.')[0]}.${otherSecret}`;
    const unknown = `ss_${unknownId}.${otherSecret}`;
    for (const key of [unknown, wrong, expired, revoked]) {
      const { status, headers, data, errors, text } = await api().query(READ, {}, bearer(key));
      expect(status).toBe(401);
      expect(headers.get('www-authenticate')).toBe('Bearer error="invalid_token"');
      expect(data).toBeUndefined();
      expect(errors).toEqual([
        {
          message: expect.stringMatching(/^The key is not valid: it is unknown, expired or revoked\. /),
          extensions: { code: 'UNAUTHENTICATED' },
        },
      ]);
      expect(text).not.toContain(key.slice(3, 19));
    }
  });

  test.each([
    ['', /^The header Authorization is not of the form Bearer/],
    ['Basic dXNlcjpwYXNzd29yZA==', /^The header Authorization is not of the form Bearer/],
    ['Bearer', /^The header Authorization is not of the form Bearer/],
    ['Bearer a b', /^The header Authorization is not of the form Bearer/],
    [`Bearer ss_${unknownId}`, /^The credential is neither a complete API key/],
    [`Bearer ss_${unknownId}.${otherSecret.slice(1)}`, /^The credential is neither a complete API key/],
    [`Bearer ss_${unknownId}.${otherSecret}x`, /^The credential is neither a complete API key/],
    [`Bearer ss_${unknownId.toUpperCase()}x.${otherSecret}`, /^The credential is neither a complete API key/],
    ['Bearer aa.bb.cc', /^This server accepts API keys, but not tokens\./],
  ])('%j gets a specific message', async (authorization, message) => {
    const { status, errors } = await api().query(READ, {}, { authorization });
    expect([status, errors?.[0]?.extensions.code]).toEqual([401, 'UNAUTHENTICATED']);
    expect(errors?.[0]?.message).toMatch(message);
  });

  test('without a credential, the answer explains how to send one, also in the playground', async () => {
    const { errors } = await api().query(READ);
    expect(errors?.[0]?.message).toMatch(
      /^A key is needed\. .*Authorization: Bearer .*playground .*\{"Authorization": "Bearer ss_…"\} under Headers.*npm run keys -- add/,
    );
  });

  test('is refused before its body is read', async () => {
    const { status } = await api().post('{ this is not JSON');
    expect(status).toBe(401);
  });
});

test('the word Bearer is case-insensitive', async () => {
  const { data } = await api().query(READ, {}, { authorization: `bearer  ${reader} ` });
  expect(data.overview).toEqual({ hosts: { value: 0 } });
});

describe('routes', () => {
  const get = async (path: string, headers: Record<string, string> = {}): Promise<Response> =>
    fetch(new URL(path, api().url), { headers, redirect: 'manual' });

  test.each([
    ['/livez', 200],
    ['/readyz', 200],
    ['/', 200],
    ['/nothing', 404],
    ['/graphql/nothing', 404],
  ])('%s needs no credential: %i', async (path, status) => {
    expect((await get(path)).status).toBe(status);
  });

  test("the playground's page needs none either, and contains no data", async () => {
    const page = await get(`/graphql?query=${encodeURIComponent(READ)}`, { accept: 'text/html' });
    expect(page.status).toBe(200);
    expect(page.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(await page.text()).toMatch(/<title>Sessionscope<\/title>/);
    const { status } = await api().query(READ, {}, { accept: 'text/html' });
    expect(status).toBe(401);
  });

  test.each(['GET', 'HEAD', 'OPTIONS', 'POST'])('%s /graphql needs one', async (method) => {
    const answer = await fetch(api().url, { method, headers: { accept: 'application/json' } });
    expect(answer.status).toBe(401);
  });

  test('/ingest needs events:write, and no other scope suffices', async () => {
    const send = async (headers: Record<string, string>): Promise<[number, string]> => {
      const answer = await fetch(new URL('/ingest', api().url), { method: 'POST', body: LOCK, headers });
      return [answer.status, await answer.text()];
    };
    expect(await send({})).toEqual([401, expect.stringContaining('UNAUTHENTICATED')]);
    expect(await send(bearer(revoked))).toEqual([401, expect.stringContaining('UNAUTHENTICATED')]);
    expect(await send(bearer(reader))).toEqual([
      403,
      expect.stringMatching(/\/ingest needs the scope events:write; .*"FORBIDDEN"/),
    ]);
    expect((await database().readPool.query('select from session_event')).rowCount).toBe(0);
    expect(await send(bearer(writer))).toEqual([200, expect.stringContaining('"accepted":1')]);
  });
});

test('the log contains no credential, not even a part of one', async () => {
  const seen = [
    reader,
    writer,
    revoked,
    `ss_${unknownId}.${otherSecret}`,
    'eyJhbGciOiJub25lIn0.eyJzdWIiOiJ4In0.',
  ];
  for (const credential of seen) {
    await api().query(READ, {}, bearer(credential));
    await api().query('{ broken', {}, bearer(credential));
    await fetch(`${api().url}?query=${encodeURIComponent(READ)}`, { headers: bearer(credential) });
  }
  const log = api().log().join('\n');
  expect(log).toContain('/graphql');
  for (const credential of seen) {
    for (const part of credential.split('.').filter((text) => text.length > 8))
      expect(log).not.toContain(part);
  }
});
