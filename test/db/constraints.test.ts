import { beforeAll, describe, expect, test } from '@jest/globals';

import { ACTIONS } from '../../src/model/action.ts';
import type { Action } from '../../src/model/action.ts';
import { useDatabase } from '../support/database.ts';

const database = useDatabase();

type Row = Readonly<Record<string, string | number | boolean | null>>;

const TIME = '2026-11-16T09:00:00.000001Z';

/** The matrix of actions and fields, by the column names of CAR; the table rejects cells with "-". */
const COLUMNS = [
  'hostname',
  'user',
  'uid',
  'login_id',
  'login_type',
  'login_successful',
  'src_ip',
  'src_port',
  'dest_ip',
  'dest_port',
] as const;
const MATRIX = {
  LOGIN: 'required yes yes yes yes required yes yes yes yes',
  LOGOUT: 'required yes yes yes yes - yes yes yes yes',
  RECONNECT: 'required yes yes yes yes - yes yes yes yes',
  LOCK: 'required yes yes yes - - - - - -',
  UNLOCK: 'required yes yes yes - - - - - -',
} as const satisfies Record<Action, string>;

const VALUES: Row = {
  hostname: 'HOST2',
  user: 'CORP\\ana',
  uid: 'S-1-5-21-1-2-3-1001',
  login_id: '0x8a1f0',
  login_type: 'RDP',
  login_successful: true,
  src_ip: '10.0.0.54',
  src_port: 50438,
  dest_ip: 'fe80::1',
  dest_port: 0,
};

const CELLS = ACTIONS.flatMap((action) => {
  const cells = MATRIX[action].split(' ');
  return COLUMNS.map((column, index) => ({ action, column, cell: cells[index] ?? '' }));
});

let lastId = 0;

/** Inserts a row with SQL, bypassing the model. Contains only the required fields of the action. */
const insert = async (action: Action, fields: Row = {}): Promise<unknown> => {
  lastId += 1;
  const user = fields['user'] ?? null;
  const row: Row = {
    hostname: 'HOST1',
    time: TIME,
    id: `00000000-0000-8000-8000-${String(lastId).padStart(12, '0')}`,
    action,
    login_successful: action === 'LOGIN' ? true : null,
    user_name: user === null ? null : 'ana',
    ...fields,
  };
  const names = Object.keys(row);
  const { rows } = await database().writePool.query(
    `insert into session_event (${names.map((name) => `"${name}"`).join(', ')})
     values (${names.map((_, index) => `$${index + 1}`).join(', ')}) returning *`,
    Object.values(row),
  );
  return rows[0];
};

/** Expects SQLSTATE 23514 from the named constraint, as opposed to a typing error, a missing partition or another constraint. */
const violationOf = (constraint: string): object => ({
  code: '23514',
  constraint: `session_event_${constraint}`,
});

beforeAll(async () => database().partitions.ensure([TIME]));

describe('each cell of the matrix', () => {
  test.each(CELLS.filter(({ cell }) => cell === '-'))(
    '$action has no $column',
    async ({ action, column }) => {
      const constraint = column === 'login_successful' ? 'login_successful' : 'remote_fields';
      await expect(insert(action, { [column]: VALUES[column] ?? null })).rejects.toMatchObject(
        violationOf(constraint),
      );
    },
  );

  test.each(CELLS.filter(({ cell }) => cell !== '-'))(
    '$action accepts $column',
    async ({ action, column }) => {
      const value = VALUES[column] ?? null;
      expect(await insert(action, { [column]: value })).toMatchObject({ [column]: value });
    },
  );

  test.each(CELLS.filter(({ cell }) => cell === 'required'))('$action requires $column', async (cell) => {
    const refusal = cell.column === 'hostname' ? { code: '23502' } : violationOf(cell.column);
    await expect(insert(cell.action, { [cell.column]: null })).rejects.toMatchObject(refusal);
  });

  test.each(CELLS.filter(({ cell }) => cell === 'yes'))('$action is stored without $column', async (cell) => {
    expect(await insert(cell.action, { [cell.column]: null })).toMatchObject({ [cell.column]: null });
  });
});

describe('the address fields apply to REMOTE and RDP only', () => {
  const addresses = ['src_ip', 'src_port', 'dest_ip', 'dest_port'] as const;
  const remoteCapable = ['LOGIN', 'LOGOUT', 'RECONNECT'] as const;
  const combinations = remoteCapable.flatMap((action) =>
    addresses.flatMap((column) => ['INTERACTIVE', 'LOCAL'].map((type) => ({ action, column, type }))),
  );
  test.each(combinations)('$type $action with $column', async ({ action, column, type }) => {
    const value = VALUES[column] ?? null;
    await expect(insert(action, { login_type: type, [column]: value })).rejects.toMatchObject(
      violationOf('local_has_no_address'),
    );
    for (const allowed of ['RDP', 'REMOTE', null]) {
      expect(await insert(action, { login_type: allowed, [column]: value })).toMatchObject({
        [column]: value,
      });
    }
    expect(await insert(action, { login_type: type })).toMatchObject({ login_type: type });
  });
});

describe('values that are not canonical', () => {
  test.each<[string, Row, string]>([
    ['another action', { action: 'DISCONNECT' }, 'action'],
    ['another login type', { login_type: 'NETWORK' }, 'login_type'],
    ['a login type in lower case', { login_type: 'rdp' }, 'login_type'],
    ['a hostname in lower case', { hostname: 'Host1' }, 'hostname'],
    ['an empty hostname', { hostname: '' }, 'hostname'],
    ['a hostname of 256 characters', { hostname: 'H'.repeat(256) }, 'hostname'],
    ['a hostname of 256 colons', { hostname: ':'.repeat(256) }, 'hostname'],
    ['a hostname with a line break', { hostname: 'HOST1\n' }, 'hostname'],
    ['a login id in upper case', { login_id: '0xF61F3' }, 'login_id'],
    ['a login id with leading zeros', { login_id: '0x0f61f3' }, 'login_id'],
    ['a decimal login id', { login_id: '1008115' }, 'login_id'],
    ['a login id of 65 bits', { login_id: '0x1ffffffffffffffff' }, 'login_id'],
    ['a login id with a line break', { login_id: '0x1\n' }, 'login_id'],
    ['an empty login id', { login_id: '' }, 'login_id'],
    ['a linked login id in upper case', { linked_login_id: '0xF61F3' }, 'linked_login_id'],
    [
      'a linked login id of an event that is not a login',
      { action: 'LOGOUT', login_successful: null, linked_login_id: '0x1' },
      'linked_login_id',
    ],
    ['a SID in lower case', { uid: 's-1-5-18' }, 'uid'],
    ['an empty uid', { uid: '' }, 'uid'],
    ['a uid of 769 characters', { uid: '1'.repeat(769) }, 'uid'],
    ['a user without its folded name', { user: 'ana', user_name: null }, 'user'],
    ['a folded name without its user', { user_name: 'ana' }, 'user'],
    ['a domain without a user', { user_domain: 'CORP' }, 'user'],
    ['an empty user', { user: '' }, 'user'],
    ['a user of 513 characters', { user: 'a'.repeat(513) }, 'user'],
    ['a source that is a network', { src_ip: '10.0.0.0/24' }, 'addresses'],
    ['a destination with a mask', { dest_ip: '10.0.0.5/8' }, 'addresses'],
    ['an IPv6 source with a mask', { src_ip: 'fe80::1/64' }, 'addresses'],
    ['a name of a client in lower case', { src_hostname: 'ws5' }, 'src_hostname'],
    ['an empty name of a client', { src_hostname: '' }, 'src_hostname'],
    ['a name of a client of 256 characters', { src_hostname: 'H'.repeat(256) }, 'src_hostname'],
    ['a name of a client with a line break', { src_hostname: 'WS5\n' }, 'src_hostname'],
    [
      'a name of a client of a logout',
      { action: 'LOGOUT', login_successful: null, src_hostname: 'WS5' },
      'src_hostname',
    ],
    ['port 65536', { src_port: 65_536 }, 'ports'],
    ['port -1', { dest_port: -1 }, 'ports'],
    ['an empty source id', { source_id: '' }, 'source_id'],
    ['a source id of 513 characters', { source_id: 's'.repeat(513) }, 'source_id'],
  ])('%s', async (_, fields, constraint) => {
    await expect(insert('LOGIN', fields)).rejects.toMatchObject(violationOf(constraint));
  });

  test.each<[string, Row]>([
    ['the login id 0', { login_id: '0x0' }],
    ['a linked login id', { linked_login_id: '0x8a1f1' }],
    ['a login id of 64 bits', { login_id: '0xffffffffffffffff' }],
    ['a hostname that is an IPv6 address', { hostname: 'fe80::1:abcd' }],
    ['a hostname beyond ASCII', { hostname: 'BÜRO-東京' }],
    ['a hostname with its domain', { hostname: 'WEB01.PROD.EXAMPLE' }],
    ['a uid that is not a SID', { uid: 'ana' }],
    ['a name of a client', { src_hostname: 'BÜRO-東京' }],
    ['a name of a client that is an address', { src_hostname: 'fe80::1' }],
    ['port 65535', { src_port: 65_535 }],
    ['an IPv6 destination', { dest_ip: '2001:db8::5' }],
  ])('%s is canonical', async (_, fields) => {
    expect(await insert('LOGIN', fields)).toMatchObject(fields);
  });
});

test('a second row with the same hostname, time and id is rejected', async () => {
  const id = '00000000-0000-8000-8000-00000000abcd';
  await insert('LOCK', { id });
  await expect(insert('LOCK', { id })).rejects.toMatchObject({ code: '23505' });
  await insert('LOCK', { id, hostname: 'HOST2' });
  expect(await insert('LOCK', { id, time: '2026-11-16T09:00:00.000002Z' })).toBeDefined();
});
