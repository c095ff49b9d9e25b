import { findScope } from '../../model/access/scope.ts';
import type { Scope } from '../../model/access/scope.ts';

/**
 * Reads the scopes of a token: words of a string as in RFC 8693, or a list. The claim is looked up by its full name, which may be a URL with dots,
 * else as a path (`realm_access.roles`). Unknown scopes are ignored: they belong to other services.
 */
export const readScopes = (payload: object, claim: string): readonly Scope[] => {
  const value = get(payload, claim) ?? claim.split('.').reduce<unknown>(get, payload);
  const words: readonly unknown[] =
    typeof value === 'string' ? value.split(' ') : Array.isArray(value) ? value : [];
  return [...new Set(words.flatMap((word) => findScope(word) ?? []))];
};

const get = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null && Object.hasOwn(value, name)
    ? (value as Readonly<Record<string, unknown>>)[name]
    : undefined;
