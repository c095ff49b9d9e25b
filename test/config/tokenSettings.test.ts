import { describe, expect, test } from '@jest/globals';

import { readConfig } from '../../src/config/config.ts';

import { OIDC } from '../support/oidcSettings.ts';
import { problemsOf } from '../support/problemsOf.ts';

describe('tokens', () => {
  test('need an issuer, an audience and its keys; the other settings have defaults', () => {
    expect(readConfig(OIDC).tokenRules).toEqual({
      issuer: 'https://login.example.com',
      audience: 'sessionscope',
      keys: { kind: 'URL', place: 'https://login.example.com/keys' },
      algorithms: ['RS256', 'PS256', 'ES256', 'EdDSA'],
      scopesClaim: 'scope',
      clockToleranceSeconds: 30,
    });
  });

  test('keys may be in a file, or be fetched over http from this machine', () => {
    const { OIDC_JWKS_URL: _, ...others } = OIDC;
    expect(readConfig({ ...others, OIDC_KEY_FILE: '/etc/keys.json' }).tokenRules?.keys).toEqual({
      kind: 'FILE',
      place: '/etc/keys.json',
    });
    const local = 'http://127.0.0.1:8080/keys';
    expect(readConfig({ ...OIDC, OIDC_JWKS_URL: local }).tokenRules?.keys.place).toBe(local);
    expect(problemsOf({ ...OIDC, OIDC_JWKS_URL: 'http://[::1]:8080/keys' })).toEqual([]);
  });

  test('all missing settings are reported together', () => {
    const problems = problemsOf({ OIDC_ISSUER: 'x', OIDC_ALGORITHMS: 'HS256', PORT: 'x' });
    expect(problems.map((problem) => problem.split(' ', 1)[0])).toEqual([
      'PORT',
      'OIDC_ALGORITHMS',
      'OIDC_AUDIENCE',
      'OIDC_JWKS_URL',
    ]);
    expect(problemsOf({ OIDC_AUDIENCE: 'x' }).map((problem) => problem.split(' ', 1)[0])).toEqual([
      'OIDC_ISSUER',
      'OIDC_JWKS_URL',
    ]);
  });

  test.each([
    ['none', 'OIDC_ALGORITHMS'],
    ['HS256', 'OIDC_ALGORITHMS'],
    ['RS256,HS256', 'OIDC_ALGORITHMS'],
    ['rs256', 'OIDC_ALGORITHMS'],
    [',', 'OIDC_ALGORITHMS'],
    ['301', 'OIDC_CLOCK_TOLERANCE_SECONDS'],
    ['http://login.example.com/keys', 'OIDC_JWKS_URL'],
    ['http://127.0.0.1.example/keys', 'OIDC_JWKS_URL'],
    ['file:///etc/keys.json', 'OIDC_JWKS_URL'],
    ['keys.json', 'OIDC_JWKS_URL'],
  ])('%s is not a valid %s', (value, name) => {
    expect(problemsOf({ ...OIDC, [name]: value })).toEqual([
      expect.stringMatching(new RegExp(`^${name} must be .+\\.$`)),
    ]);
  });

  test('two sources of keys, and tokens with AUTH=none, are refused', () => {
    expect(problemsOf({ ...OIDC, OIDC_KEY_FILE: 'keys.json' })).toEqual([
      expect.stringMatching(/^OIDC_JWKS_URL and OIDC_KEY_FILE are both set/),
    ]);
    expect(problemsOf({ ...OIDC, AUTH: 'none' })).toEqual([
      expect.stringMatching(/^AUTH=none admits everyone/),
    ]);
  });
});
