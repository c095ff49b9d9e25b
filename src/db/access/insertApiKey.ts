import type { ApiKey } from '../../model/access/apiKey.ts';

import type { Database } from '../client.ts';

/** Inserts a new key. */
export const insertApiKey = async (
  { keyPool }: Database,
  { id, name, secretHash, scopes, createdAt, expiresAt }: ApiKey,
): Promise<void> => {
  await keyPool.query(
    `insert into api_key (id, name, secret_hash, scopes, created_at, expires_at)
       values ($1, $2, $3, $4::text[], $5::timestamptz, $6::timestamptz)`,
    [id, name, secretHash, scopes, createdAt, expiresAt],
  );
};
