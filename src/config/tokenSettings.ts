import type { TokenRules } from '../http/access/verifyToken.ts';

import type { ReadSetting } from './readSetting.ts';
import { KEYS_URL, NONE, someOf, TEXT, wholeNumber } from './settingKinds.ts';

/** Algorithms with a public key. With a shared secret (HS256), every program that verifies tokens could also issue them. */
const ALGORITHMS = 'RS256 RS384 RS512 PS256 PS384 PS512 ES256 ES384 ES512 EdDSA Ed25519'.split(' ');

/** Reads which tokens the server accepts; null when no setting names an issuer, an audience or keys. */
export const readTokenSettings = (
  setting: ReadSetting,
  addProblem: (problem: string) => void,
): TokenRules | null => {
  const issuer = setting('OIDC_ISSUER', NONE, TEXT);
  const audience = setting('OIDC_AUDIENCE', NONE, TEXT);
  const url = setting('OIDC_JWKS_URL', NONE, KEYS_URL);
  const file = setting('OIDC_KEY_FILE', NONE, TEXT);
  const rules = {
    issuer,
    audience,
    keys: file === NONE ? { kind: 'URL', place: url } : { kind: 'FILE', place: file },
    algorithms: setting('OIDC_ALGORITHMS', 'RS256,PS256,ES256,EdDSA', someOf(ALGORITHMS)),
    scopesClaim: setting('OIDC_SCOPES_CLAIM', 'scope', TEXT),
    clockToleranceSeconds: setting('OIDC_CLOCK_TOLERANCE_SECONDS', '30', wholeNumber(0, 300)),
  } as const satisfies TokenRules;
  if ([issuer, audience, url, file].every((text) => text === NONE)) return null;
  if (issuer === NONE) addProblem(lacks('OIDC_ISSUER', "the issuer, the tokens' iss claim"));
  if (audience === NONE)
    addProblem(lacks('OIDC_AUDIENCE', 'the audience, the aud claim of tokens for this server'));
  if (url === NONE && file === NONE) {
    addProblem(
      lacks('OIDC_JWKS_URL', "the URL of the provider's public keys; or set OIDC_KEY_FILE, a file with them"),
    );
  }
  // null: set but invalid, and already reported as a problem.
  if (url !== NONE && url !== null && file !== NONE) {
    addProblem('OIDC_JWKS_URL and OIDC_KEY_FILE are both set: remove one of them.');
  }
  return rules;
};

const lacks = (name: string, meaning: string): string =>
  `${name} is missing: set it to ${meaning}. To use no tokens, remove all OIDC_ settings.`;
