import { insertApiKey, updateRevoked } from '../../db/access/updateApiKey.ts';
import { selectApiKeys } from '../../db/access/selectApiKeys.ts';
import type { Database } from '../../db/client.ts';

import { makeKey } from '../../model/access/apiKey.ts';
import type { NewKey, ApiKey } from '../../model/access/apiKey.ts';
import { formatTime } from '../../model/values/time.ts';

/**
 * Makes and stores a key. Servers accept it within a second.
 *
 * @throws Refusal BAD_PARAMETER for an invalid name.
 */
export const addKey = async (database: Database, asked: NewKey): Promise<ReturnType<typeof makeKey>> => {
  const made = makeKey(asked, Date.now());
  await insertApiKey(database, made.key);
  return made;
};

/** The result of a revocation: BEFORE if the key was already revoked, NONE if no key has the id. */
export type Revocation =
  | { readonly kind: 'NONE' }
  | { readonly kind: 'NOW' | 'BEFORE'; readonly key: ApiKey; readonly revokedAt: string };

/** Revokes the key with this id. Servers reject it within KEYS_FRESH_MS. */
export const revokeKey = async (database: Database, id: string): Promise<Revocation> => {
  const isNow = await updateRevoked(database, id, formatTime(Date.now()));
  const key = (await selectApiKeys(database)).find((candidate) => candidate.id === id);
  if (key === undefined || key.revokedAt === null) return { kind: 'NONE' };
  return { kind: isNow ? 'NOW' : 'BEFORE', key, revokedAt: key.revokedAt };
};
