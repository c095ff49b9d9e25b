import { SCOPES } from './scope.ts';
import type { Scope } from './scope.ts';

/** The client of a request: the holder of an API key, the subject of a provider's token, or anyone if the server requires no authentication. */
export type Caller = {
  readonly kind: 'KEY' | 'TOKEN' | 'ANYONE';
  /** Unique among callers of a kind: the key's id, or a hash of the token's issuer and subject. */
  readonly id: string;
  /** The caller's display name: the key's name or the token's subject. Several callers may have the same name. */
  readonly name: string;
  readonly scopes: readonly Scope[];
  /** The id of a key; absent for other kinds. */
  readonly keyId?: string;
};

/** Any client of a server that requires no authentication; may do everything. */
export const ANYONE: Caller = { kind: 'ANYONE', id: 'anyone', name: 'anyone', scopes: SCOPES };

/** Says why a caller without any of these scopes is denied, and the remedy; null if the caller has one. An empty list denies every caller. */
export const describeMissingScope = (
  caller: Caller,
  what: string,
  opening: readonly Scope[],
): string | null => {
  if (opening.some((scope) => caller.scopes.includes(scope))) return null;
  if (opening.length === 0) return `No scope grants access to ${what}.`;
  const held = caller.scopes.length === 0 ? 'none' : caller.scopes.join(', ');
  return `${what} needs the scope ${opening.join(' or ')}; ${describe(caller)} has ${held}. Ask the administrator of the server for one that has it.`;
};

const describe = ({ kind, name }: Caller): string =>
  kind === 'KEY' ? `the key ${JSON.stringify(name)}` : 'the token';
