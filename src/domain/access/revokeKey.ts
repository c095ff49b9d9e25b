import type { Database } from '../../db/client.ts';
import { selectApiKeys } from '../../db/access/selectApiKeys.ts';
import { updateRevoked } from '../../db/access/updateApiKey.ts';

import type { ApiKey } from '../../model/access/apiKey.ts';
import { formatTime } from '../../model/values/time.ts';

/** What a revocation came to; BEFORE when the key was revoked already. */
export type Revocation =
  | { readonly kind: 'NONE' }
  | { readonly kind: 'NOW' | 'BEFORE'; readonly key: ApiKey; readonly revokedAt: string };

/** Revokes the key of that id. Servers notice within KEYS_FRESH_MS. */
export const revokeKey = async (database: Database, id: string): Promise<Revocation> => {
  const isNow = await updateRevoked(database, id, formatTime(Date.now()));
  const key = (await selectApiKeys(database)).find((candidate) => candidate.id === id);
  if (key === undefined || key.revokedAt === null) return { kind: 'NONE' };
  return { kind: isNow ? 'NOW' : 'BEFORE', key, revokedAt: key.revokedAt };
};
