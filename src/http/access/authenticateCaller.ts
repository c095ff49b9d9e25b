import type { KeyRing } from '../../domain/access/makeKeyRing.ts';

import { isSecretOf, parseKeyText } from '../../model/access/apiKey.ts';
import type { ApiKey } from '../../model/access/apiKey.ts';
import type { Caller } from '../../model/access/caller.ts';

import type { VerifyToken } from './verifyToken.ts';

/** The credentials that a guarded server accepts. */
export type Credentials = {
  readonly keys: KeyRing;
  /** A key that only this process has, for the import into itself; null when it does not import. */
  readonly ownKey: ApiKey | null;
  /** null: only API keys are accepted, not tokens. */
  readonly verifyToken: VerifyToken | null;
};

export type Authentication =
  | { readonly kind: 'AUTHENTICATED'; readonly caller: Caller }
  /** `mistake`: the problem of the credential; null when the request has no credential. */
  | { readonly kind: 'UNAUTHENTICATED'; readonly mistake: string | null }
  | { readonly kind: 'UNAVAILABLE'; readonly cause: unknown };

/**
 * Authenticates a request by the header `Authorization: Bearer …` with an API key or a token, which have different forms.
 *
 * @throws OutageError when the keys cannot be read.
 */
export const authenticateCaller = async (
  { keys, ownKey, verifyToken }: Credentials,
  authorization: string | undefined,
): Promise<Authentication> => {
  if (authorization === undefined) return unauthenticated(null);
  const credential = BEARER.exec(authorization)?.[1];
  if (credential === undefined)
    return unauthenticated('The header Authorization is not of the form Bearer ….');
  const presented = parseKeyText(credential);
  if (presented !== null) {
    const isOwn = ownKey?.id === presented.id && isSecretOf(ownKey, presented.secret);
    const key = isOwn ? ownKey : await keys.find(presented);
    // The same answer in all cases, so that it does not reveal which keys exist.
    if (key === null) return unauthenticated('The key is not valid: it is unknown, expired or revoked.');
    const { id, name, scopes } = key;
    return { kind: 'AUTHENTICATED', caller: { kind: 'KEY', id, name, scopes, keyId: id } };
  }
  if (!TOKEN.test(credential))
    return unauthenticated('The credential is neither a complete API key (ss_….…) nor a token (JWT).');
  if (verifyToken === null) return unauthenticated('This server accepts API keys, but not tokens.');
  const verdict = await verifyToken(credential);
  if (verdict.kind === 'UNAVAILABLE') return verdict;
  return verdict.kind === 'VALID'
    ? { kind: 'AUTHENTICATED', caller: verdict.caller }
    : unauthenticated(verdict.message);
};

const BEARER = /^Bearer +([\x21-\x7e]+) *$/i;
const TOKEN = /^[\w-]+\.[\w-]+\.[\w-]*$/;

const unauthenticated = (mistake: string | null): Authentication => ({ kind: 'UNAUTHENTICATED', mistake });
