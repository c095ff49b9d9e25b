/** A database that version 0.1 made from public logs. README.md describes how. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';

import pg from 'pg';

import { urlOf } from '../../support/database.ts';
import { maintain } from '../../support/maintain.ts';

/** The texts of the two keys. */
export const KEYS = {
  analyst: 'ss_132f9fc286a90044.O-zchEbSjv-tRSU6eQDd9fP9Qo9O6f1kV_3C4O6OnIc',
  revoked: 'ss_9af3dd18bfc06050.fPsBL5T3HJHDVJXNuOWt7nEjHSYekjZLTANfZrMnhOY',
} as const;

/** Ids that version 0.1 returned, and what they name. */
export const IDS = {
  LoginEvent:
    'ZXZlbnQxIDIwMjAtMTItMTlUMDc6NTA6MjYuMTQzMDAwWiAwMDAwMDAwMC0wMDAwLTgxYTEtYTYxZC04ZDExNzgzMDY2MTYgV09SS1NUQVRJT041',
  Session:
    'c2Vzc2lvbjEgMjAyMy0wOS0wNlQwNzoxNTozMC44NDAwMDBaIDAwMDAwMDAwLTAwMDAtODExMy04OGU0LTU2MTVhYTIxMGI3MSBNS1QwMQ',
  Host: 'aG9zdDEgV09SS1NUQVRJT041',
  Account: 'YWNjb3VudDEgTlQgQVVUSE9SSVRZXHN5c3RlbQ',
} as const;

/** Cursors of the first items of lists without a filter in version 0.1. */
export const CURSORS = {
  sessionEvents:
    'MSAwSk5DVGctNEstZCAyMDI2LTEyLTAxVDExOjI0OjQxLjMyNzAwMFogMjAyMy0wOS0wNlQwNzoyMDo1MS43NzQwMDBaIDAwMDAwMDAwLTAwMDAtODE0My04NWZmLWRkNWIzZDI3YWZlYQ',
  sessions:
    'MSBZNkNrbE1yOU8wWCAyMDI2LTEyLTAxVDExOjI3OjM4Ljc2NzAwMFogMjAyMy0wOS0wNlQwNzoxNTozMC44NDAwMDBaIDAwMDAwMDAwLTAwMDAtODExMy04OGU0LTU2MTVhYTIxMGI3MQ',
  hosts: 'MSBmVGh0dHp5aHpvVyAyMDI2LTEyLTAxVDExOjI3OjM4Ljc2NzAwMFogMzdMNDI0N0YyNy0yNQ',
  accounts: 'MSBFdkNUVEg5MUdxdSAyMDI2LTEyLTAxVDExOjI3OjM4Ljc2NzAwMFogU0lNVUxBTkRMQUJTXGFkZnNhZG1pbg',
} as const;

/** The same of `hostStarts`, which this version replaces. */
export const HOST_START_CURSOR =
  'MSBEOEg3Smpic0VQNCAyMDI2LTEyLTAxVDExOjI3OjM4Ljc2NzAwMFogMjAyNi0wNy0wM1QxNDo1ODoyOS4wMDAwMDBaIDAwMDAwMDAwLTAwMDEtODAyOC1iYzE0LTYxOTllNmJkYzQ4Zg';

/** Creates a database and restores the dump in it. The dump grants privileges to the roles of a server, which exist since the run's setup. */
export const restoreVersion01 = async (name: string): Promise<void> => {
  await maintain(`create database ${name} template template0 encoding 'UTF8'`);
  const dump = gunzipSync(readFileSync(join(import.meta.dirname, 'version-0.1.sql.gz'))).toString('utf8');
  const client = new pg.Client({ connectionString: urlOf(name) });
  await client.connect();
  try {
    await client.query(dump);
  } finally {
    await client.end();
  }
};
