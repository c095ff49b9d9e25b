import { createHash } from 'node:crypto';

import { createLocalJWKSet, createRemoteJWKSet, errors, jwtVerify } from 'jose';
import type { JWTPayload, JWTVerifyGetKey } from 'jose';

import type { Caller } from '../../model/access/caller.ts';

import { readKeyFile } from './readKeyFile.ts';
import { readScopes } from './readScopes.ts';

/** Which tokens (JWT, RFC 7519) open the server. */
export type TokenRules = {
  readonly issuer: string;
  readonly audience: string;
  /** Where the issuer's public keys are: its JWKS, or a file, for machines that reach no issuer. */
  readonly keys: { readonly kind: 'URL' | 'FILE'; readonly place: string };
  readonly algorithms: readonly string[];
  readonly scopesClaim: string;
  readonly clockToleranceSeconds: number;
};

export type TokenCheck =
  | { readonly kind: 'VALID'; readonly caller: Caller }
  | { readonly kind: 'INVALID'; readonly message: string }
  /** Not the token's fault: the issuer's keys cannot be had. */
  | { readonly kind: 'UNAVAILABLE'; readonly cause: unknown };

export type VerifyToken = (token: string) => Promise<TokenCheck>;

/**
 * Makes what verifies tokens.
 *
 * @throws Error that names OIDC_KEY_FILE when the file cannot be used.
 */
export const makeTokenVerifier = async (rules: TokenRules): Promise<VerifyToken> => {
  const getKey =
    rules.keys.kind === 'URL'
      ? makeKeyFetcher(new URL(rules.keys.place))
      : await readKeyFile(rules.keys.place);
  const options = {
    issuer: rules.issuer,
    audience: rules.audience,
    algorithms: [...rules.algorithms],
    clockTolerance: rules.clockToleranceSeconds,
    requiredClaims: ['exp'],
  };
  return async (token) => {
    try {
      const { payload } = await jwtVerify(token, getKey, options);
      return { kind: 'VALID', caller: toCaller(payload, rules.scopesClaim) };
    } catch (error) {
      if (error instanceof KeysUnavailableError) return { kind: 'UNAVAILABLE', cause: error.cause };
      return { kind: 'INVALID', message: describe(error) };
    }
  };
};

const toCaller = (payload: JWTPayload, scopesClaim: string): Caller => {
  const { iss: issuer, sub } = payload;
  const subject = asText(sub) ?? asText(payload['client_id']);
  const id = createHash('sha256')
    .update(JSON.stringify([issuer, asText(sub), subject]))
    .digest('hex')
    .slice(0, 32);
  return { kind: 'TOKEN', id, name: nameOf(subject, id), scopes: readScopes(payload, scopesClaim) };
};

const asText = (claim: unknown): string | null => (typeof claim === 'string' && claim !== '' ? claim : null);

/** The subject, fit to be shown on one line. Where that is not all of it, the start of the id tells it from others. */
const nameOf = (subject: string | null, id: string): string => {
  if (subject === null) return 'a token without a subject';
  const name = subject.replaceAll(/\p{C}/gu, '\u{FFFD}').slice(0, MAX_NAME);
  return name === subject ? name : `${name} #${id.slice(0, 8)}`;
};

const MAX_NAME = 200;

/** The issuer's keys cannot be had. */
class KeysUnavailableError extends Error {
  constructor(cause: unknown) {
    super('The keys of the issuer cannot be fetched.', { cause });
    this.name = 'KeysUnavailableError';
  }
}

const FETCH_TIMEOUT_MS = 4000;
/** How long fetched keys are good, and how soon they are fetched again for a token that names none of them. */
const KEYS_FRESH_MS = 600_000;
const KEYS_COOLDOWN_MS = 10_000;
/** How long nobody asks again after a fetch failed: tokens that name made-up keys must not become requests to the issuer. */
const FAILURE_MS = 2000;

const makeKeyFetcher = (url: URL): JWTVerifyGetKey => {
  const fetched = createRemoteJWKSet(url, {
    timeoutDuration: FETCH_TIMEOUT_MS,
    cacheMaxAge: KEYS_FRESH_MS,
    cooldownDuration: KEYS_COOLDOWN_MS,
  });
  let failure: { readonly cause: unknown; readonly atMs: number } | null = null;
  const findKept = async (...[header, token]: Parameters<JWTVerifyGetKey>) => {
    const kept = fetched.fresh ? fetched.jwks() : undefined;
    if (kept === undefined) throw new errors.JWKSNoMatchingKey();
    return createLocalJWKSet(kept)(header, token);
  };
  return async (header, token) => {
    if (failure !== null && performance.now() - failure.atMs < FAILURE_MS) {
      const { cause } = failure;
      // Keys that were fetched before still count.
      return findKept(header, token).catch((error: unknown) => {
        throw error instanceof errors.JWKSNoMatchingKey ? new KeysUnavailableError(cause) : error;
      });
    }
    try {
      const key = await fetched(header, token);
      failure = null;
      return key;
    } catch (error) {
      if (isAboutToken(error)) throw error;
      // The key is there, but is none: so nothing was fetched.
      await findKept(header, token).catch((problem: unknown) => {
        if (!isAboutToken(problem)) throw problem;
      });
      failure = { cause: error, atMs: performance.now() };
      throw new KeysUnavailableError(error);
    }
  };
};

/** Whether the keys are there, and the token names none of them. */
const isAboutToken = (error: unknown): boolean =>
  error instanceof errors.JWKSNoMatchingKey || error instanceof errors.JWKSMultipleMatchingKeys;

/** Says what is wrong with a token, without its contents. Of one that the issuer did not sign, no more than that. */
const describe = (error: unknown): string => {
  if (error instanceof errors.JWTExpired) return 'The token has expired.';
  if (error instanceof errors.JWTClaimValidationFailed) {
    return CLAIMS[error.claim] ?? 'A claim of the token is not valid.';
  }
  if (error instanceof errors.JOSEAlgNotAllowed) {
    return 'The token is signed by an algorithm that is not allowed; OIDC_ALGORITHMS has those that are.';
  }
  if (error instanceof errors.JWKSMultipleMatchingKeys) {
    return 'The token does not name the key that it is signed by (kid), and the issuer has several.';
  }
  return 'The token is not signed by a key of the issuer.';
};

const CLAIMS: Readonly<Record<string, string>> = {
  iss: 'The token is from another issuer.',
  aud: 'The token is for another audience.',
  exp: 'The token has no time of expiry (exp).',
  nbf: 'The token is not valid yet.',
};
