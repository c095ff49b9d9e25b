import { createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';

import { ContainerError } from './ContainerError.ts';
import type { Buffers } from './peek.ts';

/**
 * Each row is the start of a session or of the host and, once `Logout` is set, its end.
 * https://github.com/thkukuk/wtmpdb/blob/main/lib/sqlite.c
 */
const RECORDS = `
  SELECT 'START' AS wtmpdb, ID AS id, Type AS type, User AS user, Login AS login, Login AS time, TTY AS tty, RemoteHost AS remoteHost, Service AS service
  FROM wtmp
  UNION ALL
  SELECT 'END', ID, Type, User, Login, Logout, TTY, RemoteHost, Service FROM wtmp WHERE Logout IS NOT NULL
  ORDER BY time, id`;

/** Turns the SQLite database of wtmpdb into lines of JSON, one for each start and each end, in order of time. SQLite reads files only, so a copy is made. */
export async function* unpackWtmpdb(packed: Buffers): Buffers {
  const folder = await mkdtemp(join(tmpdir(), 'sessionscope-wtmpdb-'));
  try {
    const file = join(folder, 'wtmp.db');
    await pipeline(limit(packed), createWriteStream(file));
    yield* listRecords(file);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** A row has some 100 bytes. */
const MAX_BYTES = 1024 * 1_048_576;

async function* limit(content: Buffers): Buffers {
  let bytes = 0;
  for await (const piece of content) {
    bytes += piece.length;
    if (bytes > MAX_BYTES) {
      throw new ContainerError(
        `a SQLite database of more than ${MAX_BYTES.toLocaleString('en-US')} bytes; rotate it with wtmpdb rotate, and import the files`,
      );
    }
    yield piece;
  }
}

async function* listRecords(file: string): Buffers {
  // Loaded only for such files: few imports have one.
  const { default: sqlite } = await import('node-sqlite3-wasm');
  const database = new sqlite.Database(file, { readOnly: true });
  try {
    let lines: string[] = [];
    for (const record of database.prepare(RECORDS).iterate()) {
      lines.push(`${JSON.stringify(record)}\n`);
      if (lines.length < LINES_AT_ONCE) continue;
      yield Buffer.from(lines.join(''));
      lines = [];
    }
    yield Buffer.from(lines.join(''));
  } catch (error) {
    throw explain(error);
  } finally {
    database.close();
  }
}

const LINES_AT_ONCE = 1_000;

const explain = (error: unknown): ContainerError => {
  const message = error instanceof Error ? error.message : String(error);
  return new ContainerError(
    /no such (?:table|column)/.test(message)
      ? 'a SQLite database other than that of wtmpdb, not a log; export its rows'
      : `damaged SQLite database: ${message}`,
  );
};
