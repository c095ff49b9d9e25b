import { createHash } from 'node:crypto';

import { describe, expect, test } from '@jest/globals';

import { addKey } from '../../src/domain/access/addKey.ts';
import { selectApiKeys } from '../../src/db/access/selectApiKeys.ts';
import { useDatabase } from '../support/database.ts';

const database = useDatabase();

test('the database contains only the hash of the secret of a key', async () => {
  const { key, text } = await addKey(database(), {
    name: ' ana’s laptop ',
    scopes: ['events:read', 'admin'],
    lifetimeMs: 86_400_000,
  });
  expect(text).toMatch(/^ss_[0-9a-f]{16}\.[\w-]{43}$/);
  const [, secret = ''] = text.split('.');
  const { rows } = await database().keyPool.query<{ row: string; secret_hash: Buffer }>(
    'select k::text as row, secret_hash from api_key k',
  );
  expect(rows).toHaveLength(1);
  expect(rows[0]?.row).not.toContain(secret);
  expect(rows[0]?.secret_hash.equals(createHash('sha256').update(secret).digest())).toBe(true);
  expect(await selectApiKeys(database())).toEqual([{ ...key, name: 'ana’s laptop' }]);
  expect(Date.parse(key.expiresAt ?? '') - Date.parse(key.createdAt)).toBe(86_400_000);
});

test('all keys differ', async () => {
  const made = await Promise.all(
    Array.from({ length: 20 }, async () =>
      addKey(database(), { name: 'x', scopes: ['admin'], lifetimeMs: null }),
    ),
  );
  const parts = made.flatMap(({ text }) => text.split('.'));
  expect(new Set(parts).size).toBe(40);
});

describe('the table rejects', () => {
  const VALID = {
    id: '0123456789abcdef',
    name: 'x',
    secret_hash: Buffer.alloc(32),
    scopes: ['events:read'] as readonly (string | null)[],
  };
  const insert = async (changes: Partial<typeof VALID>) => {
    const { id, name, secret_hash: hash, scopes } = { ...VALID, ...changes };
    return database().keyPool.query(
      'insert into api_key (id, name, secret_hash, scopes, created_at) values ($1, $2, $3, $4, now())',
      [id, name, hash, scopes],
    );
  };

  test.each<[string, Partial<typeof VALID>]>([
    ['api_key_id', { id: '0123456789ABCDEF' }],
    ['api_key_id', { id: '0123456789abcde' }],
    ['api_key_name', { name: '' }],
    ['api_key_name', { name: 'x'.repeat(101) }],
    ['api_key_secret_hash', { secret_hash: Buffer.from('a secret as it is') }],
    ['api_key_scopes', { scopes: [] }],
    ['api_key_scopes', { scopes: ['events:read', 'everything'] }],
    ['api_key_scopes', { scopes: ['events:read', null] }],
  ])('%s %j', async (constraint, changes) => {
    await expect(insert(changes)).rejects.toMatchObject({ code: '23514', constraint });
  });

  test('an id that exists, and no other value', async () => {
    await insert({});
    await expect(insert({})).rejects.toMatchObject({ code: '23505', constraint: 'api_key_pkey' });
  });
});
