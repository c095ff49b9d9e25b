import type { ApiKey } from '../../model/access/apiKey.ts';
import type { Scope } from '../../model/access/scope.ts';

import type { Database } from '../client.ts';
import { asDatabaseError } from '../errors.ts';
import { canonicalTime } from '../tables.ts';

/** Reads all keys, including revoked ones, oldest first. No index: they are few. */
export const selectApiKeys = async ({ keyPool }: Database): Promise<readonly ApiKey[]> => {
  const { rows } = await keyPool
    .query<Row>({
      name: 'api_keys',
      text: `select id, name, secret_hash, scopes, created_at, expires_at, last_used_at, revoked_at
        from api_key order by created_at, id`,
    })
    .catch((error: unknown) => {
      throw asDatabaseError(error);
    });
  return rows.map(toKey);
};

type Row = {
  readonly id: string;
  readonly name: string;
  readonly secret_hash: Buffer;
  readonly scopes: readonly Scope[];
  readonly created_at: string;
  readonly expires_at: string | null;
  readonly last_used_at: string | null;
  readonly revoked_at: string | null;
};

const toKey = (row: Row): ApiKey => ({
  id: row.id,
  name: row.name,
  secretHash: row.secret_hash,
  scopes: row.scopes,
  createdAt: canonicalTime(row.created_at),
  expiresAt: timeOrNull(row.expires_at),
  lastUsedAt: timeOrNull(row.last_used_at),
  revokedAt: timeOrNull(row.revoked_at),
});

const timeOrNull = (time: string | null): string | null => (time === null ? null : canonicalTime(time));
