import { SCOPES } from './scope.ts';
import type { Scope } from './scope.ts';

/** Who asks, as the door found out: by an API key, by a token of an identity provider, or anyone, where the server is open. */
export type Caller = {
  readonly kind: 'KEY' | 'TOKEN' | 'ANYONE';
  /** What people call the caller: the key's name, the token's subject. */
  readonly name: string;
  readonly scopes: readonly Scope[];
  /** Of a key alone: what tells it from others of its name. */
  readonly keyId?: string;
};

/** Whoever asks an open server: may do everything. */
export const ANYONE: Caller = { kind: 'ANYONE', name: 'anyone', scopes: SCOPES };

/** Why a caller may not have what one of these scopes opens, and what would help; null when they may. No scope opens it for nobody. */
export const findLack = (caller: Caller, what: string, opening: readonly Scope[]): string | null => {
  if (opening.some((scope) => caller.scopes.includes(scope))) return null;
  if (opening.length === 0) return `${what} is open to nobody.`;
  const held = caller.scopes.length === 0 ? 'none' : caller.scopes.join(', ');
  return `${what} needs the scope ${opening.join(' or ')}; ${describe(caller)} has ${held}. Ask whoever runs the server for one that has it.`;
};

const describe = ({ kind, name }: Caller): string =>
  kind === 'KEY' ? `the key ${JSON.stringify(name)}` : 'the token';
