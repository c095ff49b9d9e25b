import { randomUUID } from 'node:crypto';

import { afterAll, beforeAll } from '@jest/globals';

import { openDatabase } from '../../src/db/client.ts';
import type { Database, DatabaseLogins } from '../../src/db/client.ts';
import { ROLES } from '../../src/db/roles/privileges.ts';
import type { InputRules } from '../../src/model/readField.ts';

import { citusNodes } from './citus/nodes.ts';
import { readerLogin } from './citus/readerLogin.ts';
import { cloneTemplate } from './cloneTemplate.ts';
import { maintain } from './maintain.ts';
import { PATIENT } from './timeLimits.ts';

/** Rules with the default time bounds. The upper one is fixed so that tests do not depend on the current time. */
export const RULES: InputRules = {
  timeBounds: { earliest: '2000-01-01T00:00:00.000000Z', latest: '2027-01-01T00:00:00.000000Z' },
  hostnames: 'SHORT',
};

/** Creates a database for this test file as a clone of the migrated template before the file's tests, and drops it after them. */
export const useDatabase = (): (() => Database) => {
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  let database: Database | undefined;
  beforeAll(async () => {
    await cloneTemplate(name);
    database = openDatabase({
      logins: loginsOf(urlOf(name)),
      readConnections: 8,
      writeConnections: 8,
      ...PATIENT,
    });
  });
  afterAll(async () => {
    await database?.close();
    await maintain(`drop database if exists ${name} with (force)`);
  });
  return () => {
    if (database === undefined) throw new Error('The database is only open during tests.');
    return database;
  };
};

/** Queries run with the rights of a reader. Tests prepare and check data through the write pool, as the owner. */
const loginsOf = (url: string): DatabaseLogins => ({
  reader: citusNodes().length > 0 ? readerLogin(url) : { url, role: ROLES.reader },
  writer: { url, role: null },
});

/** URL of a database of the test Postgres. */
export const urlOf = (name: string): string => {
  const url = new URL(process.env['TEST_POSTGRES_URL'] ?? '');
  url.pathname = `/${name}`;
  return url.href;
};
