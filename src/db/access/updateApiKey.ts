import type { ApiKey } from '../../model/access/apiKey.ts';

import { withTransaction } from '../withTransaction.ts';
import type { Database } from '../client.ts';

/**
 * Inserts a new key.
 *
 * @throws UnknownOutcomeError if it may have been inserted.
 */
export const insertApiKey = async (
  { keyPool }: Database,
  { id, name, secretHash, scopes, createdAt, expiresAt }: ApiKey,
): Promise<void> => {
  await withTransaction(keyPool, async (client) =>
    client.query(
      `insert into api_key (id, name, secret_hash, scopes, created_at, expires_at)
         values ($1, $2, $3, $4::text[], $5::timestamptz, $6::timestamptz)`,
      [id, name, secretHash, scopes, createdAt, expiresAt],
    ),
  );
};

/** Stores the last use of a key, at most once a minute for all servers together. Index: api_key_pkey. */
export const updateLastUse = async ({ keyPool }: Database, id: string, usedAt: string): Promise<void> => {
  await keyPool.query({
    name: 'api_key_used',
    text: `update api_key set last_used_at = $2::timestamptz
      where id = $1 and (last_used_at is null or last_used_at <= $2::timestamptz - interval '1 minute')`,
    values: [id, usedAt],
  });
};

/**
 * Revokes a key. Returns false if the key does not exist or was revoked before. Index: api_key_pkey.
 *
 * @throws UnknownOutcomeError if it may have been revoked.
 */
export const updateRevoked = async (
  { keyPool }: Database,
  id: string,
  revokedAt: string,
): Promise<boolean> => {
  const { rowCount } = await withTransaction(keyPool, async (client) =>
    client.query('update api_key set revoked_at = $2::timestamptz where id = $1 and revoked_at is null', [
      id,
      revokedAt,
    ]),
  );
  return rowCount === 1;
};
