import { createHmac, generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { exportSPKI, generateKeyPair } from 'jose';

import { makeTokenVerifier } from '../../../src/http/access/verifyToken.ts';
import type { TokenRules, TokenCheck } from '../../../src/http/access/verifyToken.ts';
import {
  AUDIENCE,
  CLAIMS,
  expectInvalid,
  ISSUER,
  makeSigner,
  NOT_SIGNED,
  NOW,
  rulesFor,
  sign,
} from '../../support/tokens.ts';
import type { Signer } from '../../support/tokens.ts';

const folder = mkdtempSync(join(tmpdir(), 'sessionscope-tokens-'));
afterAll(() => rmSync(folder, { recursive: true }));

const writeKeys = (text: string): TokenRules['keys'] => {
  const place = join(folder, `keys-${Math.random()}`);
  writeFileSync(place, text);
  return { kind: 'FILE', place };
};

let signer: Signer;
let keys: TokenRules['keys'];
beforeAll(async () => {
  signer = await makeSigner('RS256', 'one');
  keys = writeKeys(JSON.stringify({ keys: [signer.jwk] }));
});

const verify = async (token: string, changes: Partial<TokenRules> = {}): Promise<TokenCheck> =>
  (await makeTokenVerifier(rulesFor(keys, changes)))(token);

describe('a token', () => {
  test('from the issuer for this server authenticates its subject with its scopes', async () => {
    expect(await verify(await sign(signer))).toEqual({
      kind: 'VALID',
      caller: {
        kind: 'TOKEN',
        id: expect.stringMatching(/^[0-9a-f]{32}$/),
        name: 'ana@corp.example',
        scopes: ['events:read'],
      },
    });
  });

  test('has a unique id and name per subject, regardless of the length and content of the subject', async () => {
    const subjects = [
      { sub: `${'a'.repeat(200)}1` },
      { sub: `${'a'.repeat(200)}2` },
      { sub: 'a'.repeat(200) },
      { sub: 'ana\u0000' },
      { sub: 'ana\u0001' },
    ];
    const verdicts = await Promise.all(
      subjects.map(async (claims) => verify(await sign(signer, { ...CLAIMS, ...claims }))),
    );
    const callers = verdicts.map((verdict) => (verdict.kind === 'VALID' ? verdict.caller : null));
    expect(new Set(callers.map((caller) => caller?.id)).size).toBe(subjects.length);
    expect(new Set(callers.map((caller) => caller?.name)).size).toBe(subjects.length);
    expect(callers[2]?.name).toBe('a'.repeat(200));
  });

  test('always has the same id, and another one when its subject is a client id', async () => {
    const idOf = async (claims: object): Promise<string | null> => {
      const verdict = await verify(await sign(signer, { ...CLAIMS, ...claims }));
      return verdict.kind === 'VALID' ? verdict.caller.id : null;
    };
    expect(await idOf({ exp: NOW + 900 })).toBe(await idOf({}));
    expect(await idOf({ sub: undefined, client_id: 'ana@corp.example' })).not.toBe(await idOf({}));
  });

  test.each(['RS256', 'PS256', 'ES256', 'EdDSA'])('may be signed with %s', async (alg) => {
    const other = await makeSigner(alg, 'two');
    const file = writeKeys(JSON.stringify({ keys: [signer.jwk, other.jwk] }));
    expect(await verify(await sign(other), { keys: file })).toMatchObject({ kind: 'VALID' });
  });

  test.each<[string, object, RegExp]>([
    ['another issuer', { iss: `${ISSUER}/` }, /^The token is from another issuer\.$/],
    ['no issuer', { iss: undefined }, /^The token is from another issuer\.$/],
    ['another audience', { aud: 'grafana' }, /^The token is for another audience\.$/],
    ['no audience', { aud: undefined }, /^The token is for another audience\.$/],
    ['an expiration time in the past', { exp: NOW - 40 }, /^The token has expired\.$/],
    ['no expiration time', { exp: undefined }, /^The token has no expiration time/],
    ['a start in the future', { nbf: NOW + 3600 }, /^The token is not valid yet\.$/],
  ])('with %s is refused', async (_, claims, message) => {
    expectInvalid(await verify(await sign(signer, { ...CLAIMS, ...claims })), message);
  });

  test('is accepted within the clock tolerance, and not beyond', async () => {
    const late = await sign(signer, { ...CLAIMS, exp: NOW - 1800 });
    const early = await sign(signer, { ...CLAIMS, nbf: NOW + 1800 });
    const tolerant = { clockToleranceSeconds: 3600 };
    expect(await verify(late, tolerant)).toMatchObject({ kind: 'VALID' });
    expect(await verify(early, tolerant)).toMatchObject({ kind: 'VALID' });
    expectInvalid(await verify(late, { clockToleranceSeconds: 0 }), /expired/);
    expectInvalid(await verify(early, { clockToleranceSeconds: 0 }), /not valid yet/);
  });

  test('with this server among its audiences is for this server', async () => {
    const token = await sign(signer, { ...CLAIMS, aud: ['grafana', AUDIENCE] });
    expect(await verify(token)).toMatchObject({ kind: 'VALID' });
  });

  test('that was modified is refused', async () => {
    const [header = '', , signature = ''] = (await sign(signer)).split('.');
    const payload = Buffer.from(JSON.stringify({ ...CLAIMS, scope: 'admin' })).toString('base64url');
    expectInvalid(await verify(`${header}.${payload}.${signature}`), NOT_SIGNED);
  });

  test('signed with another key, with a known or an unknown kid, is refused', async () => {
    expectInvalid(await verify(await sign(await makeSigner('RS256', 'one'))), NOT_SIGNED);
    expectInvalid(await verify(await sign(await makeSigner('RS256', 'unknown'))), NOT_SIGNED);
    expectInvalid(await verify(await sign(await makeSigner('ES256', 'one'))), NOT_SIGNED);
  });
});

describe('an algorithm that is not allowed', () => {
  const encode = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
  const NOT_ALLOWED = /^The token is signed with an algorithm that is not allowed/;

  test.each(['none', 'None', 'NONE'])('%s, without a signature', async (alg) => {
    expectInvalid(await verify(`${encode({ alg, typ: 'JWT' })}.${encode(CLAIMS)}.`), NOT_ALLOWED);
  });

  test('HS256 with the public key as its secret', async () => {
    const publicKey = generateKeyPairSync('rsa', { modulusLength: 2048 }).publicKey;
    const pem = publicKey.export({ type: 'spki', format: 'pem' }).toString();
    const signed = `${encode({ alg: 'HS256', typ: 'JWT' })}.${encode(CLAIMS)}`;
    const token = `${signed}.${createHmac('sha256', pem).update(signed).digest('base64url')}`;
    expectInvalid(await verify(token, { keys: writeKeys(pem) }), NOT_ALLOWED);
  });

  test('one that the settings do not list', async () => {
    expectInvalid(await verify(await sign(signer), { algorithms: ['ES256'] }), NOT_ALLOWED);
  });
});

describe('scopes', () => {
  test.each<[string, unknown, readonly string[]]>([
    ['scope', 'events:read events:write', ['events:read', 'events:write']],
    ['scope', ['events:read', 'admin'], ['events:read', 'admin']],
    ['scope', 'events:readevents:write Admin ADMIN', []],
    ['scope', '', []],
    ['scope', undefined, []],
    ['scope', 7, []],
    ['scope', { admin: true }, []],
    ['scope', [['admin'], null, 'admin', 'admin'], ['admin']],
    ['https://sessionscope.example/scopes', 'events:write', ['events:write']],
    ['realm_access.roles', { roles: ['admin'] }, ['admin']],
    ['realm_access.roles', 'admin', []],
    ['constructor.name', 'admin', []],
  ])('of %s: %j', async (scopesClaim, value, scopes) => {
    const name = scopesClaim.startsWith('https:') ? scopesClaim : (scopesClaim.split('.')[0] ?? '');
    const { scope: _, ...others } = CLAIMS;
    const claims = name === 'constructor' ? others : { ...others, [name]: value };
    expect(await verify(await sign(signer, claims), { scopesClaim })).toMatchObject({
      kind: 'VALID',
      caller: { scopes },
    });
  });
});

describe('a key file', () => {
  test('may contain a public key as PEM', async () => {
    const { privateKey, publicKey } = await generateKeyPair('ES256');
    const file = writeKeys(await exportSPKI(publicKey));
    const token = await sign({ ...signer, alg: 'ES256', key: privateKey });
    expect(await verify(token, { keys: file })).toMatchObject({ kind: 'VALID' });
    expectInvalid(await verify(await sign(signer), { keys: file }), NOT_SIGNED);
  });

  const privatePem = (): string =>
    generateKeyPairSync('ec', { namedCurve: 'P-256' })
      .privateKey.export({ type: 'pkcs8', format: 'pem' })
      .toString();
  const shortPem = (): string =>
    generateKeyPairSync('rsa', { modulusLength: 1024 })
      .publicKey.export({ type: 'spki', format: 'pem' })
      .toString();
  const secretSet = { keys: [{ kty: 'oct', k: 'c2VjcmV0', alg: 'HS256' }] };

  test.each<[string, () => string, RegExp]>([
    ['nothing', () => '', /is neither valid JSON|is not a public key/],
    ['no key', () => 'hello', /is not a public key/],
    ['broken JSON', () => '{"keys": [', /is neither valid JSON/],
    ['another JSON', () => '{"kty": "RSA"}', /is not a JWKS/],
    ['no keys', () => '{"keys": []}', /is not a JWKS/],
    ['something else for a key', () => '{"keys": [7]}', /is not a public key/],
    ['null for a key', () => '{"keys": [null]}', /is not a public key/],
    ['a secret', () => JSON.stringify(secretSet), /contains a private or secret key/],
    ['a private key', privatePem, /contains a private or secret key/],
    ['a short key', shortPem, /has a key of 1024 bits; at least 2048 are required/],
  ])('with %s is refused at start', async (_, content, message) => {
    const rules = rulesFor(writeKeys(content()));
    await expect(makeTokenVerifier(rules)).rejects.toThrow(/^OIDC_KEY_FILE /);
    await expect(makeTokenVerifier(rules)).rejects.toThrow(message);
  });

  test('that does not exist is reported', async () => {
    const rules = rulesFor({ kind: 'FILE', place: join(folder, 'nothing') });
    await expect(makeTokenVerifier(rules)).rejects.toThrow('OIDC_KEY_FILE cannot be read (ENOENT).');
  });
});
