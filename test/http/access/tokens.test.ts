import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';

import { makeTokenVerifier } from '../../../src/http/access/verifyToken.ts';
import { openDatabase } from '../../../src/db/client.ts';
import type { Database } from '../../../src/db/client.ts';
import { INGEST, useApi } from '../../support/api.ts';
import type { Answer } from '../../support/api.ts';
import { useDatabase } from '../../support/database.ts';
import { aLock } from '../../support/events.ts';
import { bearer, guardedBy, keyFor } from '../../support/keys.ts';
import { CLAIMS, makeSigner, NOW, rulesFor, sign } from '../../support/tokens.ts';
import type { Signer } from '../../support/tokens.ts';

const database = useDatabase();
const folder = mkdtempSync(join(tmpdir(), 'sessionscope-tokens-'));
const place = join(folder, 'keys.json');
let signer: Signer;

beforeAll(async () => {
  signer = await makeSigner('ES256', 'one');
  writeFileSync(place, JSON.stringify({ keys: [signer.jwk] }));
});
afterAll(() => rmSync(folder, { recursive: true }));

const READ = '{ overview { hosts { value } } }';

const expectUnavailable = ({ status, headers, errors, data }: Answer): void => {
  expect(status).toBe(503);
  expect(Number(headers.get('retry-after'))).toBeGreaterThan(0);
  expect(data).toBeUndefined();
  expect(errors).toEqual([
    {
      message: 'Authentication is temporarily unavailable. Nothing was changed; try again.',
      extensions: { code: 'SERVICE_UNAVAILABLE', retryable: true, retryAfterSeconds: 2 },
    },
  ]);
};

describe('a server that accepts tokens', () => {
  const api = useApi(database, {
    access: async () => guardedBy(database(), await makeTokenVerifier(rulesFor({ kind: 'FILE', place }))),
  });

  test('allows a token only what its scopes allow', async () => {
    const reader = bearer(await sign(signer));
    expect((await api().query(READ, {}, reader)).data.overview).toEqual({ hosts: { value: 0 } });
    const refused = await api().query(INGEST, { events: [aLock()] }, reader);
    expect(refused.status).toBe(403);
    expect(refused.errors?.[0]?.message).toBe(
      'Mutation.ingestSessionEvents needs the scope events:write; the token has events:read. Ask the administrator of the server for one that has it.',
    );
    const nobody = await api().query(READ, {}, bearer(await sign(signer, { ...CLAIMS, scope: 'openid' })));
    expect(nobody.errors?.[0]?.message).toContain('the token has none.');
    expect(nobody.status).toBe(403);
  });

  test('describes the problem and how to send a token, without repeating any part of it in answers and log', async () => {
    const expired = await sign(signer, { ...CLAIMS, exp: NOW - 60, sub: 'Hunter2' });
    const answer = await api().query(READ, {}, bearer(expired));
    expect(answer.status).toBe(401);
    expect(answer.headers.get('www-authenticate')).toBe('Bearer error="invalid_token"');
    expect(answer.errors?.[0]?.message).toMatch(
      /^The token has expired\. Send the header Authorization: Bearer /,
    );
    const seen = answer.text + api().log().join('\n');
    for (const part of [...expired.split('.'), 'Hunter2']) expect(seen).not.toContain(part);
  });

  test('still accepts keys', async () => {
    expect((await api().query(READ, {}, await keyFor(database(), 'events:read'))).status).toBe(200);
  });
});

describe('when authentication is unavailable', () => {
  let away: Database;
  beforeAll(() => {
    away = openDatabase({
      url: 'postgres://x@127.0.0.1:1/x',
      readConnections: 1,
      writeConnections: 1,
      deadlineMs: 1000,
    });
  });
  afterAll(async () => away.close());
  const rules = rulesFor({ kind: 'URL', place: 'http://127.0.0.1:1/keys' });
  const api = useApi(database, { access: async () => guardedBy(away, await makeTokenVerifier(rules)) });

  test('because the issuer is down, the answer is to try again', async () => {
    expectUnavailable(await api().query(READ, {}, bearer(await sign(signer))));
    expect(api().log().join('\n')).toContain('Authentication is unavailable.');
  });

  test('because the database is down, likewise', async () => {
    expectUnavailable(await api().query(READ, {}, await keyFor(database(), 'events:read')));
  });

  test('a request without a credential still gets 401', async () => {
    expect((await api().query(READ)).status).toBe(401);
  });
});
