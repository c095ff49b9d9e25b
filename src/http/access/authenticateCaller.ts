import type { KeyRing } from '../../domain/access/makeKeyRing.ts';

import { isSecretOf, parseKeyText } from '../../model/access/apiKey.ts';
import type { ApiKey } from '../../model/access/apiKey.ts';
import type { Caller } from '../../model/access/caller.ts';

import type { VerifyToken } from './verifyToken.ts';

/** What opens a server that wants a credential. */
export type Credentials = {
  readonly keys: KeyRing;
  /** A key of this process alone, which imports into itself; null when it does not. */
  readonly ownKey: ApiKey | null;
  /** null: no tokens, keys only. */
  readonly verifyToken: VerifyToken | null;
};

export type Authentication =
  | { readonly kind: 'AUTHENTICATED'; readonly caller: Caller }
  /** `mistake`: what is wrong with the credential that was given; null when none was. */
  | { readonly kind: 'UNAUTHENTICATED'; readonly mistake: string | null }
  | { readonly kind: 'UNAVAILABLE'; readonly cause: unknown };

/**
 * Says who asks, by the header `Authorization: Bearer …` with an API key or a token, told apart by their shape.
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
    // One answer for all, so that nobody learns which keys there are.
    if (key === null)
      return unauthenticated('The key opens nothing here: it is unknown, expired or revoked.');
    const { id, name, scopes } = key;
    return { kind: 'AUTHENTICATED', caller: { kind: 'KEY', id, name, scopes, keyId: id } };
  }
  if (!TOKEN.test(credential))
    return unauthenticated('That is neither a whole API key (ss_….…) nor a token (JWT).');
  if (verifyToken === null) return unauthenticated('This server takes API keys, and no tokens.');
  const verdict = await verifyToken(credential);
  if (verdict.kind === 'UNAVAILABLE') return verdict;
  return verdict.kind === 'VALID'
    ? { kind: 'AUTHENTICATED', caller: verdict.caller }
    : unauthenticated(verdict.message);
};

const BEARER = /^Bearer +([\x21-\x7e]+) *$/i;
const TOKEN = /^[\w-]+\.[\w-]+\.[\w-]*$/;

const unauthenticated = (mistake: string | null): Authentication => ({ kind: 'UNAUTHENTICATED', mistake });
