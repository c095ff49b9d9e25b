import { findScope } from '../../model/access/scope.ts';
import type { Scope } from '../../model/access/scope.ts';

/**
 * Reads the scopes of a token: words of a text, as RFC 8693 has them, or a list. The claim is looked for by its whole name, which may be
 * a URL with dots, and else step by step (`realm_access.roles`). What is no scope of ours is somebody else's.
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
