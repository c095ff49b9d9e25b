import { createHash } from 'node:crypto';

import { createLocalJWKSet, createRemoteJWKSet, errors, jwtVerify } from 'jose';
import type { JWTPayload, JWTVerifyGetKey } from 'jose';

import type { Caller } from '../../model/access/caller.ts';

import { readKeyFile } from './readKeyFile.ts';
import { readScopes } from './readScopes.ts';

/** Which tokens (JWT, RFC 7519) the server accepts. */
export type TokenRules = {
  readonly issuer: string;
  readonly audience: string;
  /** The source of the issuer's public keys: the URL of its JWKS, or a file for machines that cannot reach the issuer. */
  readonly keys: { readonly kind: 'URL' | 'FILE'; readonly place: string };
  readonly algorithms: readonly string[];
  readonly scopesClaim: string;
  readonly clockToleranceSeconds: number;
};

export type TokenCheck =
  | { readonly kind: 'VALID'; readonly caller: Caller }
  | { readonly kind: 'INVALID'; readonly message: string }
  /** The issuer's keys cannot be fetched; the token may be valid. */
  | { readonly kind: 'UNAVAILABLE'; readonly cause: unknown };

export type VerifyToken = (token: string) => Promise<TokenCheck>;

/**
 * Makes the function that verifies tokens.
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

/** Returns the subject, printable on one line. If it had to be changed, the start of the id is added to distinguish it from others. */
const nameOf = (subject: string | null, id: string): string => {
  if (subject === null) return 'a token without a subject';
  const name = subject.replaceAll(/\p{C}/gu, '\u{FFFD}').slice(0, MAX_NAME);
  return name === subject ? name : `${name} #${id.slice(0, 8)}`;
};

const MAX_NAME = 200;

/** The issuer's keys cannot be fetched. */
class KeysUnavailableError extends Error {
  constructor(cause: unknown) {
    super('The keys of the issuer cannot be fetched.', { cause });
    this.name = 'KeysUnavailableError';
  }
}

const FETCH_TIMEOUT_MS = 4000;
/** How long fetched keys are used, and the minimum time between two fetches for tokens with an unknown key. */
const KEYS_FRESH_MS = 600_000;
const KEYS_COOLDOWN_MS = 10_000;
/** The pause after a failed fetch: tokens that name made-up keys must not cause requests to the issuer. */
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
      // Keys that were fetched earlier are still used.
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
      // An invalid key in the kept set also throws here. Then nothing was fetched, and the issuer is not unavailable.
      await findKept(header, token).catch((problem: unknown) => {
        if (!isAboutToken(problem)) throw problem;
      });
      failure = { cause: error, atMs: performance.now() };
      throw new KeysUnavailableError(error);
    }
  };
};

/** Whether the keys are available, and the token does not name one of them. */
const isAboutToken = (error: unknown): boolean =>
  error instanceof errors.JWKSNoMatchingKey || error instanceof errors.JWKSMultipleMatchingKeys;

/** Describes the problem of a token, without its content. For a token that the issuer did not sign, it says only that. */
const describe = (error: unknown): string => {
  if (error instanceof errors.JWTExpired) return 'The token has expired.';
  if (error instanceof errors.JWTClaimValidationFailed) {
    return CLAIMS[error.claim] ?? 'A claim of the token is not valid.';
  }
  if (error instanceof errors.JOSEAlgNotAllowed) {
    return 'The token is signed with an algorithm that is not allowed; OIDC_ALGORITHMS lists the allowed ones.';
  }
  if (error instanceof errors.JWKSMultipleMatchingKeys) {
    return 'The token does not name its signing key (kid), and the issuer has several keys.';
  }
  return 'The token is not signed with a key of the issuer.';
};

const CLAIMS: Readonly<Record<string, string>> = {
  iss: 'The token is from another issuer.',
  aud: 'The token is for another audience.',
  exp: 'The token has no expiration time (exp).',
  nbf: 'The token is not valid yet.',
};
