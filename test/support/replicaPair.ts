import { execFile } from 'node:child_process';
import { appendFile, chmod, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

import pg from 'pg';

import { createDatabase } from '../../src/db/createDatabase.ts';
import { startEmbedded } from '../../src/db/embedded/startEmbedded.ts';
import type { EmbeddedPostgres } from '../../src/db/embedded/startEmbedded.ts';
import { migrate } from '../../src/db/migrate.ts';

import { awaitUntil } from './awaitUntil.ts';
import { copyCluster } from './clusterTemplate.ts';
import { makeGate } from './ownPostgres.ts';
import type { Gate } from './ownPostgres.ts';

const run = promisify(execFile);

/** A primary with a migrated database, and its streaming standby, which is reached through a proxy with a fixed port. */
export type ReplicaPair = {
  /** The URLs of the superuser. */
  readonly primaryUrl: string;
  readonly standbyUrl: string;
  /** Runs a statement on one of them, and returns its rows. */
  readonly onPrimary: Query;
  readonly onStandby: Query;
  readonly stopStandby: () => Promise<void>;
  readonly startStandby: () => Promise<void>;
  readonly remove: () => Promise<void>;
};

type Query = (text: string) => Promise<readonly Readonly<Record<string, unknown>>[]>;

/** Makes and starts both in a temporary folder. The standby begins as a copy of the stopped primary. */
export const makeReplicaPair = async (): Promise<ReplicaPair> => {
  const folder = await mkdtemp(join(tmpdir(), 'sessionscope-replica-'));
  const [dataDir, copy] = [join(folder, 'primary'), join(folder, 'standby')];
  await mkdir(copy);
  // Postgres runs as another user when the tests run as root.
  for (const each of [folder, copy]) await chmod(each, 0o755);
  const start = async (which: string): Promise<EmbeddedPostgres> =>
    startEmbedded({ dataDir: which, log: () => undefined });
  await copyCluster(dataDir);
  // Without a template, this creates the cluster.
  if (process.env['TEST_CLUSTER'] === undefined) await (await start(dataDir)).stop();
  await run('cp', ['-a', join(dataDir, 'postgres'), join(copy, 'postgres')]);
  const primary = await start(dataDir);
  const { port, username, password } = new URL(primary.url);
  await writeFile(join(copy, 'postgres', 'standby.signal'), '');
  await appendFile(
    join(copy, 'postgres', 'postgresql.auto.conf'),
    // It cancels conflicting statements at once.
    `\nprimary_conninfo = 'host=127.0.0.1 port=${port} user=${username} password=${password}'\nmax_standby_streaming_delay = 0\n`,
  );
  const url = await createDatabase(primary.url, 'replicated');
  await migrate(url);
  let standby = await start(copy);
  const gate: Gate = await makeGate(Number(new URL(standby.url).port));
  const standbyUrl = new URL(url);
  standbyUrl.port = String(gate.port);
  const onStandby: Query = async (text) => query(standbyUrl.href, text);
  await awaitUntil('the standby has the database', async () =>
    onStandby('select from session_event').then(
      () => true,
      () => false,
    ),
  );
  return {
    primaryUrl: url,
    standbyUrl: standbyUrl.href,
    onPrimary: async (text) => query(url, text),
    onStandby,
    stopStandby: async () => {
      await standby.stop();
      await gate.close();
    },
    startStandby: async () => {
      standby = await start(copy);
      await gate.open(Number(new URL(standby.url).port));
    },
    remove: async () => {
      await standby.stop();
      await gate.close();
      await primary.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
};

const query = async (url: string, text: string): ReturnType<Query> => {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => undefined);
  await client.connect();
  try {
    return (await client.query<Readonly<Record<string, unknown>>>(text)).rows;
  } finally {
    await client.end();
  }
};
