import { SCOPES } from './scope.ts';
import type { Scope } from './scope.ts';

/** The client of a request: the holder of an API key, the subject of an identity provider's token, or anyone, where the server is open. */
export type Caller = {
  readonly kind: 'KEY' | 'TOKEN' | 'ANYONE';
  /** Tells callers of a kind apart: the key's id, a hash of the token's issuer and subject. */
  readonly id: string;
  /** What people call the caller: the key's name, the token's subject. Several callers may have the same name. */
  readonly name: string;
  readonly scopes: readonly Scope[];
  /** The id of a key; absent for other kinds. */
  readonly keyId?: string;
};

/** Whoever asks an open server: may do everything. */
export const ANYONE: Caller = { kind: 'ANYONE', id: 'anyone', name: 'anyone', scopes: SCOPES };

/** Why a caller may not have what one of these scopes opens, and what would help; null when they may. No scope opens it for nobody. */
export const describeMissingScope = (
  caller: Caller,
  what: string,
  opening: readonly Scope[],
): string | null => {
  if (opening.some((scope) => caller.scopes.includes(scope))) return null;
  if (opening.length === 0) return `${what} is open to nobody.`;
  const held = caller.scopes.length === 0 ? 'none' : caller.scopes.join(', ');
  return `${what} needs the scope ${opening.join(' or ')}; ${describe(caller)} has ${held}. Ask whoever runs the server for one that has it.`;
};

const describe = ({ kind, name }: Caller): string =>
  kind === 'KEY' ? `the key ${JSON.stringify(name)}` : 'the token';
