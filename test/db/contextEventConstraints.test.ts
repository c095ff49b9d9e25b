import { expect, test } from '@jest/globals';

import { CONTEXT_KINDS } from '../../src/model/contextEvent.ts';
import { useDatabase } from '../support/database.ts';

const database = useDatabase();

type Row = Readonly<Record<string, string | null>>;

let lastId = 0;

/** Inserts a row with SQL, bypassing the model. */
const insert = async (kind: string, fields: Row = {}): Promise<number | null> => {
  lastId += 1;
  const row: Row = {
    hostname: 'HOST1',
    time: '2026-11-16T09:00:00.000001Z',
    id: `00000000-0000-8000-8000-${String(lastId).padStart(12, '0')}`,
    kind,
    ...fields,
  };
  const names = Object.keys(row);
  const { rowCount } = await database().writePool.query(
    `insert into context_event (${names.map((name) => `"${name}"`).join(', ')})
     values (${names.map((_, index) => `$${index + 1}`).join(', ')})`,
    Object.values(row),
  );
  return rowCount;
};

/** Expects SQLSTATE 23514 from the named constraint. */
const violationOf = (constraint: string): object => ({
  code: '23514',
  constraint: `context_event_${constraint}`,
});

const DISCONNECT_FIELDS: Row = {
  login_id: '0x8a1f0',
  user: 'CORP\\ana',
  user_name: 'ana',
  user_domain: 'CORP',
  src_ip: '10.0.0.54',
};

test('a disconnect may have every field', async () => {
  expect(await insert('DISCONNECT', DISCONNECT_FIELDS)).toBe(1);
  expect(await insert('DISCONNECT')).toBe(1);
});

const HOST_KINDS = CONTEXT_KINDS.filter((kind) => kind !== 'DISCONNECT');

test.each(HOST_KINDS)('%s has no user, login id or address', async (kind) => {
  expect(await insert(kind)).toBe(1);
  const fields = { login_id: '0x1', src_ip: '10.0.0.54' };
  for (const [name, value] of Object.entries(fields))
    await expect(insert(kind, { [name]: value })).rejects.toMatchObject(violationOf('fields'));
  await expect(insert(kind, { user: 'ana', user_name: 'ana' })).rejects.toMatchObject(violationOf('fields'));
});

test.each<[string, Row, string]>([
  ['kind', { kind: 'LOCK' }, 'kind'],
  ['hostname', { hostname: '' }, 'hostname'],
  ['login id that is not canonical', { login_id: '0X8A' }, 'login_id'],
  ['user without a name', { user: 'ana' }, 'user'],
  ['domain without a user', { user_domain: 'CORP' }, 'user'],
  ['network instead of an address', { src_ip: '10.0.0.0/8' }, 'src_ip'],
  ['empty source id', { source_id: '' }, 'source_id'],
])('a disconnect with a wrong %s is refused', async (_, fields, constraint) => {
  await expect(insert('DISCONNECT', fields)).rejects.toMatchObject(violationOf(constraint));
});
