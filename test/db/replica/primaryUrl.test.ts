import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { expect, test } from '@jest/globals';
import pg from 'pg';

import { primaryUrl } from '../../../src/db/replica/primaryUrl.ts';
import { useFolder } from '../../support/useFolder.ts';

const folder = useFolder('certificates');

const WRITER = 'postgres://w:wsecret@primary:6000/db?application_name=x';

test.each([
  ['another login', 'postgres://r:rsecret@primary:6000/db'],
  ['parameters', 'postgresql://r@primary:6000/db?sslmode=disable'],
  ['a host among the parameters', 'postgres://r:x@/db?host=primary&port=6000'],
])('there is no replica if the URLs differ only in %s', (_, reader) => {
  expect(primaryUrl(reader, WRITER)).toBeNull();
});

test.each([
  ['its own password', 'postgres://r:r%2Fs@standby:6000/db', 'r', 'r/s'],
  ['no password', 'postgres://r@standby:6000/db', 'r', null],
  ['another port', 'postgres://r:s@primary:6001/db', 'r', 's'],
  ['another database', 'postgres://r:s@primary:6000/other', 'r', 's'],
])('the login for reading reaches the primary with %s', (_, reader, user, password) => {
  const url = primaryUrl(reader, WRITER) ?? '';
  const client = new pg.Client({ connectionString: url });
  expect([client.host, client.port, client.database, client.user, client.password ?? null]).toEqual([
    'primary',
    6000,
    'db',
    user,
    password,
  ]);
  expect(url).not.toContain('wsecret');
});

test('a client certificate belongs to the login', async () => {
  const files = ['r.crt', 'r.key', 'w.crt', 'w.key', 'ca.crt'].map((name) => join(folder(), name));
  for (const file of files) await writeFile(file, '');
  const [ownCert = '', ownKey = '', cert = '', key = '', authority = ''] = files;
  const url = primaryUrl(
    `postgres://r@standby/db?sslcert=${ownCert}&sslkey=${ownKey}`,
    `postgres://w@primary/db?sslcert=${cert}&sslkey=${key}&sslrootcert=${authority}`,
  );
  const { searchParams } = new URL(url ?? '');
  expect([...searchParams].toSorted()).toEqual([
    ['sslcert', ownCert],
    ['sslkey', ownKey],
    ['sslrootcert', authority],
    ['user', 'r'],
  ]);
});
