import { expect } from '@jest/globals';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import type { CryptoKey, JWK, JWTPayload } from 'jose';

import type { TokenRules, TokenCheck } from '../../src/http/access/verifyToken.ts';

export const ISSUER = 'https://login.example.com';
export const AUDIENCE = 'sessionscope';
export const NOW = Math.floor(Date.now() / 1000);
export const CLAIMS: JWTPayload = {
  iss: ISSUER,
  aud: AUDIENCE,
  sub: 'ana@corp.example',
  exp: NOW + 600,
  scope: 'openid events:read profile',
};

export type Signer = {
  readonly alg: string;
  readonly kid: string;
  readonly key: CryptoKey;
  readonly jwk: JWK;
};

export const makeSigner = async (alg: string, kid: string): Promise<Signer> => {
  const { privateKey, publicKey } = await generateKeyPair(alg, { extractable: true });
  return { alg, kid, key: privateKey, jwk: { ...(await exportJWK(publicKey)), alg, kid, use: 'sig' } };
};

export const sign = async ({ alg, kid, key }: Signer, claims: JWTPayload = CLAIMS): Promise<string> =>
  new SignJWT(claims).setProtectedHeader({ alg, kid, typ: 'JWT' }).sign(key);

export const rulesFor = (keys: TokenRules['keys'], changes: Partial<TokenRules> = {}): TokenRules => ({
  issuer: ISSUER,
  audience: AUDIENCE,
  keys,
  algorithms: ['RS256', 'PS256', 'ES256', 'EdDSA'],
  scopesClaim: 'scope',
  clockToleranceSeconds: 30,
  ...changes,
});

export const expectInvalid = (verdict: TokenCheck, message: RegExp): void => {
  expect(verdict).toEqual({ kind: 'INVALID', message: expect.stringMatching(message) });
};

export const NOT_SIGNED = /^The token is not signed with a key of the issuer\.$/;
