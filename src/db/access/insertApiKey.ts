import type { ApiKey } from '../../model/access/apiKey.ts';

import type { Database } from '../client.ts';
import { withTransaction } from '../withTransaction.ts';

/**
 * Inserts a new key.
 *
 * @throws UnknownOutcomeError when it may have been inserted.
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
