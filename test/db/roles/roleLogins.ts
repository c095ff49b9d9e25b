import { randomUUID } from 'node:crypto';

import { afterAll, beforeAll, expect } from '@jest/globals';

import { openDatabase } from '../../../src/db/client.ts';
import type { Database } from '../../../src/db/client.ts';
import { ROLES } from '../../../src/db/roles/privileges.ts';
import { migrate } from '../../../src/db/migrate.ts';
import { storeItems } from '../../../src/db/storeItems.ts';
import { rolesState } from '../../support/citus/readerLogin.ts';
import { urlOf, useDatabase } from '../../support/database.ts';
import { maintain } from '../../support/maintain.ts';
import { aStoredLock } from '../../support/newEvents.ts';
import { PATIENT } from '../../support/timeLimits.ts';

/** A separate database for the file, opened by its owner and by a server with logins of the two roles. It contains an event and a host start. */
type RoleLogins = {
  readonly owned: () => Database;
  readonly served: () => Database;
  /** The URL for the owner. */
  readonly url: () => string;
  readonly names: { readonly reader: string; readonly writer: string };
  /** Runs a statement as that role. Returns DONE or a SQLSTATE. */
  readonly codeOf: (role: 'reader' | 'writer', statement: string) => Promise<string>;
};

/** SQLSTATE: insufficient privilege. */
export const REFUSED = '42501';
export const PARTITION = 'session_event_y2026m11';

/** Creates the logins and the database for the tests of a file. */
export const useRoleLogins = (): RoleLogins => {
  const owned = useDatabase();
  const suffix = randomUUID().slice(0, 8);
  const names = { reader: `test_reader_${suffix}`, writer: `test_writer_${suffix}` };
  let served: Database | undefined;
  let url = '';
  const getServed = (): Database => {
    if (served === undefined) throw new Error('The database is open within tests only.');
    return served;
  };
  beforeAll(async () => {
    for (const role of ['reader', 'writer'] as const)
      await maintain(`create role ${names[role]} login password 'secret' in role ${ROLES[role]}`);
    const { rows } = await owned().writePool.query<{ name: string }>('select current_database() as name');
    url = urlOf(rows[0]?.name ?? '');
    served = openDatabase({
      url,
      logins: {
        reader: { url: urlAs(names.reader, url), role: null },
        writer: { url: urlAs(names.writer, url), role: null },
      },
      readConnections: 2,
      writeConnections: 2,
      ...PATIENT,
    });
    // Privileges on a database are not copied with it.
    expect(await migrate(url)).toBe(rolesState());
    await storeItems(served, {
      events: [aStoredLock('2026-11-16T09:00:00Z', 'w/1')],
      contextEvents: [
        {
          uuid: '00000000-0000-8000-8000-000000000001',
          kind: 'HOST_START',
          time: '2026-11-16T10:00:00.000000Z',
          hostname: 'HOST1',
          sourceId: null,
        },
      ],
    });
  });
  afterAll(async () => {
    await served?.close();
    for (const login of Object.values(names)) await maintain(`drop role ${login}`);
  });
  /** Without the read-only transactions of the read pool, which would fail first. */
  const codeOf: RoleLogins['codeOf'] = async (role, statement) => {
    const pool = role === 'reader' ? getServed().readPool : getServed().writePool;
    const client = await pool.connect();
    try {
      await client.query('begin read write');
      await client.query(statement);
      return 'DONE';
    } catch (error) {
      return (error as { readonly code: string }).code;
    } finally {
      await client.query('rollback');
      client.release();
    }
  };
  return { owned, served: getServed, url: () => url, names, codeOf };
};

/** Opens the same database with another login. */
export const urlAs = (user: string, base: string): string => {
  const own = new URL(base);
  own.username = user;
  own.password = 'secret';
  return own.href;
};
