import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import sqlite from 'node-sqlite3-wasm';

/** A row as wtmpdb inserts it. */
export type WtmpdbRow = {
  readonly type: number;
  readonly user: string;
  /** Microseconds of Unix time. */
  readonly login: number;
  readonly logout?: number;
  readonly tty?: string;
  readonly remoteHost?: string;
  readonly service?: string;
};

/** Makes a database with the table of wtmpdb. https://github.com/thkukuk/wtmpdb/blob/main/lib/sqlite.c */
export const makeWtmpdb = (rows: readonly WtmpdbRow[], table = 'wtmp'): Buffer => {
  const folder = mkdtempSync(join(tmpdir(), 'sessionscope-wtmpdb-'));
  try {
    const file = join(folder, 'wtmp.db');
    const database = new sqlite.Database(file);
    database.exec(
      `CREATE TABLE ${table} (ID INTEGER PRIMARY KEY, Type INTEGER, User TEXT NOT NULL, Login INTEGER, Logout INTEGER, TTY TEXT, RemoteHost TEXT, Service TEXT) STRICT; BEGIN`,
    );
    const insert = database.prepare(
      `INSERT INTO ${table} (Type, User, Login, Logout, TTY, RemoteHost, Service) VALUES (?, ?, ?, ?, ?, ?, ?)`,
    );
    for (const { type, user, login, logout = null, tty = null, remoteHost = null, service = null } of rows) {
      insert.run([type, user, login, logout, tty, remoteHost, service]);
    }
    insert.finalize();
    database.exec('COMMIT');
    database.close();
    return readFileSync(file);
  } finally {
    rmSync(folder, { recursive: true });
  }
};
