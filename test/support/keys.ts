import { addKey } from '../../src/domain/access/addKey.ts';
import { makeKeyRing } from '../../src/domain/access/makeKeyRing.ts';
import type { Database } from '../../src/db/client.ts';
import type { Access } from '../../src/http/access/guardRoutes.ts';
import type { VerifyToken } from '../../src/http/access/verifyToken.ts';
import type { Scope } from '../../src/model/access/scope.ts';

/** The access settings of a server that requires a key or token. */
export const guardedBy = (database: Database, verifyToken: VerifyToken | null = null): Access => ({
  kind: 'GUARDED',
  keys: makeKeyRing(database),
  ownKey: null,
  verifyToken,
});

/** Makes a key with these scopes; returns the header that presents it. */
export const keyFor = async (
  database: Database,
  ...scopes: readonly Scope[]
): Promise<{ authorization: string }> => {
  const name = `with ${scopes.join(' and ')}`;
  return bearer((await addKey(database, { name, scopes, lifetimeMs: null })).text);
};

export const bearer = (credential: string): { authorization: string } => ({
  authorization: `Bearer ${credential}`,
});
