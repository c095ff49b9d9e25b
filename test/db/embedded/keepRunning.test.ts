import { writeFile, readdir, rename } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';

import { expect, test } from '@jest/globals';
import { Client } from 'pg';

import type { EmbeddedError } from '../../../src/db/embedded/EmbeddedError.ts';
import type { RestartEvent, RestartPolicy } from '../../../src/db/embedded/keepRunning.ts';
import { startEmbedded } from '../../../src/db/embedded/startEmbedded.ts';
import type { EmbeddedPostgres } from '../../../src/db/embedded/startEmbedded.ts';
import { awaitUntil } from '../../support/awaitUntil.ts';
import { spawnServer } from './spawnServer.ts';
import { findPostmasterPid, isAlive, query, withCluster } from './withDataDir.ts';

const POLICY: RestartPolicy = { firstDelayMs: 10, maxDelayMs: 20, maxFailures: 5, healthyMs: 600_000 };

type Kept = EmbeddedPostgres & {
  readonly events: readonly RestartEvent[];
  readonly givenUp: readonly EmbeddedError[];
};

const start = async (
  dataDir: string,
  { onEvent, ...policy }: Partial<RestartPolicy> & { readonly onEvent?: (event: RestartEvent) => void } = {},
): Promise<Kept> => {
  const events: RestartEvent[] = [];
  const givenUp: EmbeddedError[] = [];
  const postgres = await startEmbedded({
    dataDir,
    log: () => undefined,
    restarts: {
      policy: { ...POLICY, ...policy },
      onEvent: (event) => {
        events.push(event);
        onEvent?.(event);
      },
      onGivenUp: (error) => void givenUp.push(error),
    },
  });
  return { ...postgres, events, givenUp };
};

const kill = async (dataDir: string, signal: NodeJS.Signals = 'SIGKILL'): Promise<void> => {
  process.kill((await findPostmasterPid(dataDir)) ?? 0, signal);
};

const awaitKinds = async ({ events }: Kept, kinds: readonly RestartEvent['kind'][]): Promise<void> => {
  await awaitUntil(`there were ${kinds.length} events`, async () => events.length >= kinds.length);
  expect(events.map(({ kind }) => kind)).toEqual(kinds);
};

test('a Postgres whose postmaster is killed is started again, at the same address, with all commits', async () => {
  await withCluster(async (dataDir) => {
    const postgres = await start(dataDir);
    await query(postgres.url, 'create table kept as select 1 as number');
    const first = await findPostmasterPid(dataDir);
    await kill(dataDir);
    await awaitKinds(postgres, ['ENDED', 'RUNNING']);
    expect(postgres.events[0]).toMatchObject({ how: 'SIGKILL', failures: 1 });
    expect(await query(postgres.url, 'select number from kept')).toEqual([{ number: 1 }]);
    const second = await findPostmasterPid(dataDir);
    expect(second).not.toBe(first);
    expect(postgres.events[1]).toMatchObject({ pid: second });
    await postgres.stop();
    expect(await isAlive(second!)).toBe(false);
    expect(postgres.events).toHaveLength(2);
    expect(await readdir(join(dataDir, 'postgres.lock'))).toEqual([]);
  });
});

test('the remaining processes of a killed postmaster are ended, even if they are busy', async () => {
  await withCluster(async (dataDir) => {
    const postgres = await start(dataDir);
    const client = new Client({ connectionString: postgres.url });
    client.on('error', () => undefined);
    await client.connect();
    const { rows } = await client.query<{ pid: number }>('select pg_backend_pid() as pid');
    const lost = client
      .query('select sum(number) from generate_series(1, 100000000000) number')
      .catch((error: unknown) => error);
    await awaitUntil('it works', async () => {
      const active = `select from pg_stat_activity where state = 'active' and pid = ${rows[0]?.pid}`;
      return (await query(postgres.url, active)).length === 1;
    });
    await kill(dataDir);
    await awaitKinds(postgres, ['ENDED', 'RUNNING']);
    expect(await lost).toBeInstanceOf(Error);
    expect(await isAlive(rows[0]?.pid ?? 0)).toBe(false);
    expect(await query(postgres.url, 'select 1 as one')).toEqual([{ one: 1 }]);
    await postgres.stop();
  });
});

test('a Postgres that an administrator shuts down is started again, and the exit code is reported', async () => {
  await withCluster(async (dataDir) => {
    const postgres = await start(dataDir);
    await kill(dataDir, 'SIGINT');
    await awaitKinds(postgres, ['ENDED', 'RUNNING']);
    expect(postgres.events[0]).toMatchObject({ how: 'exit code 0' });
    expect(await query(postgres.url, 'select 1 as one')).toEqual([{ one: 1 }]);
    await postgres.stop();
  });
});

test('an adopted Postgres is started again, too', async () => {
  await withCluster(async (dataDir) => {
    const server = await spawnServer(dataDir);
    await server.kill();
    const postgres = await start(dataDir);
    expect(postgres.url).toBe(server.answer.url);
    await kill(dataDir);
    await awaitKinds(postgres, ['ENDED', 'RUNNING']);
    expect(await query(postgres.url, 'select 1 as one')).toEqual([{ one: 1 }]);
    await postgres.stop();
  });
});

test('a restart waits for a port that another program took meanwhile', async () => {
  await withCluster(async (dataDir) => {
    const thief = createServer();
    const postgres = await start(dataDir, {
      firstDelayMs: 2000,
      maxDelayMs: 2000,
      onEvent: ({ kind }) => {
        if (kind === 'ENDED') thief.listen(Number(new URL(postgres.url).port), '127.0.0.1');
        if (kind === 'START_FAILED') thief.close();
      },
    });
    await kill(dataDir);
    await awaitKinds(postgres, ['ENDED', 'START_FAILED', 'RUNNING']);
    expect(postgres.events[1]).toMatchObject({
      reason: expect.stringContaining('could not bind'),
      failures: 2,
    });
    expect(await query(postgres.url, 'select 1 as one')).toEqual([{ one: 1 }]);
    await postgres.stop();
  });
});

const breakSettings = async (dataDir: string): Promise<void> =>
  writeFile(join(dataDir, 'postgres', 'postgresql.conf'), 'no_such_setting = 1\n');

test('after too many failed starts, it is given up once, with the reason', async () => {
  await withCluster(async (dataDir) => {
    const postgres = await start(dataDir);
    await breakSettings(dataDir);
    await kill(dataDir);
    await awaitUntil('it is given up', async () => postgres.givenUp.length > 0);
    expect(postgres.events.map(({ kind }) => kind)).toEqual(['ENDED', ...Array(4).fill('START_FAILED')]);
    expect(postgres.givenUp).toMatchObject([
      {
        code: 'GIVEN_UP',
        message: expect.stringMatching(/^Postgres failed 5 times in a row\.[^]*no_such_setting/),
      },
    ]);
    await postgres.stop();
    expect(await findPostmasterPid(dataDir)).toBeNull();
    await writeFile(join(dataDir, 'postgres', 'postgresql.conf'), '');
  });
});

test('a Postgres that runs well between its ends is never given up', async () => {
  await withCluster(async (dataDir) => {
    const postgres = await start(dataDir, { maxFailures: 2, healthyMs: 0 });
    for (let ends = 1; ends <= 3; ends += 1) {
      await kill(dataDir);
      await awaitUntil('it runs again', async () => postgres.events.length === 2 * ends);
    }
    expect(postgres.givenUp).toEqual([]);
    await postgres.stop();
  });
});

test('a Postgres that repeatedly ends soon after its start is given up', async () => {
  await withCluster(async (dataDir) => {
    const postgres = await start(dataDir, { maxFailures: 2 });
    await kill(dataDir);
    await awaitKinds(postgres, ['ENDED', 'RUNNING']);
    await kill(dataDir);
    await awaitUntil('it is given up', async () => postgres.givenUp.length > 0);
    expect(postgres.events.map(({ kind }) => kind)).toEqual(['ENDED', 'RUNNING', 'ENDED']);
    await postgres.stop();
  });
});

test('a Postgres whose data folder is gone or in use by another server is given up immediately', async () => {
  await withCluster(async (dataDir) => {
    const postgres = await start(dataDir);
    await rename(dataDir, `${dataDir}-elsewhere`);
    const other = await spawnServer(dataDir);
    await kill(`${dataDir}-elsewhere`);
    await awaitUntil('it is given up', async () => postgres.givenUp.length > 0);
    await awaitKinds(postgres, ['ENDED']);
    expect(postgres.givenUp[0]?.message).toMatch(/is gone, or another server has taken it/);
    await postgres.stop();
    expect(await query(other.answer.url, 'select 1 as one')).toEqual([{ one: 1 }]);
    await other.stop();
  });
});

test.each([
  ['while it waits for the next start', 600_000],
  ['while it starts', 0],
])('is stopped %s: nothing runs afterwards, and the lock is free', async (_, delayMs) => {
  await withCluster(async (dataDir) => {
    let stopped: Promise<void> | undefined;
    const postgres = await start(dataDir, {
      firstDelayMs: delayMs,
      maxDelayMs: delayMs,
      onEvent: () => {
        const stop = (): void => {
          stopped = postgres.stop();
        };
        setTimeout(stop, delayMs === 0 ? 30 : 0);
      },
    });
    await kill(dataDir);
    await awaitUntil('it is told to stop', async () => stopped !== undefined);
    await stopped;
    expect(await findPostmasterPid(dataDir)).toBeNull();
    expect(await readdir(join(dataDir, 'postgres.lock'))).toEqual([]);
    expect(postgres.givenUp).toEqual([]);
  });
});
