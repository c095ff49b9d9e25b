import { execFileSync } from 'node:child_process';
import {
  appendFile,
  chmod,
  cp,
  mkdir,
  mkdtemp,
  readFile,
  rename,
  rm,
  stat,
  statfs,
  symlink,
  writeFile,
} from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';

import { INGEST } from './support/api.ts';
import { copyCluster } from './support/clusterTemplate.ts';
import { aNumberedLogin } from './support/events.ts';
import { useSpawnMain } from './support/useSpawnMain.ts';
import type { MainProcess } from './support/spawnMain.ts';

let dataDir = '';
const spawnMain = useSpawnMain();
let cleanUp: readonly (() => unknown)[] = [];

beforeEach(async () => {
  const folder = await mkdtemp(join(tmpdir(), 'sessionscope-recovery-'));
  await chmod(folder, 0o755);
  dataDir = join(folder, 'data');
  await copyCluster(dataDir);
  cleanUp = [async () => rm(folder, { recursive: true, force: true })];
});

afterEach(async () => {
  for (const step of cleanUp.toReversed()) await step();
});

type Server = MainProcess & { readonly address: string };

const start = async (): Promise<Server> => {
  const main = spawnMain({ settings: { DATA_DIR: dataDir } });
  const address = await main.url;
  if (address === null) throw new Error(main.errors());
  return { ...main, address };
};

type Verdicts = {
  readonly status: number;
  readonly retryAfter: number;
  readonly accepted: number;
  readonly ids: readonly string[];
};

const ask = async ({ address }: Server, query: string, variables: object = {}): Promise<Response> =>
  fetch(address, {
    method: 'POST',
    headers: { 'content-type': 'application/json', connection: 'close' },
    body: JSON.stringify({ query, variables }),
  });

const ingest = async (server: Server, events: readonly object[]): Promise<Verdicts> => {
  const response = await ask(server, INGEST, { events });
  const { data } = (await response.json()) as { readonly data: any };
  const payload = data?.ingestSessionEvents;
  return {
    status: response.status,
    retryAfter: Number(response.headers.get('retry-after')),
    accepted: payload?.accepted ?? 0,
    ids: payload?.results.map(({ id }: { readonly id: string }) => id) ?? [],
  };
};

const health = async ({ address }: Server, path: string): Promise<number> =>
  (await fetch(new URL(path, address), { headers: { connection: 'close' } })).status;

const countStored = async (server: Server): Promise<number> => {
  const response = await ask(server, '{ sessionEvents(first: 1) { totalCount(mode: EXACT) { value } } }');
  const { data } = (await response.json()) as { readonly data: any };
  return data.sessionEvents.totalCount.value;
};

/** Waits as long as the test has time. */
const awaitIt = async (holds: () => boolean | Promise<boolean>): Promise<void> => {
  while (!(await holds())) await sleep(50);
};

const logged = (server: Server, message: string): readonly Record<string, any>[] =>
  server
    .log()
    .map((line) => JSON.parse(line))
    .filter(({ msg }) => msg.includes(message));

const killPostmaster = async (folder = dataDir): Promise<void> => {
  const [pid] = (await readFile(join(folder, 'postgres', 'postmaster.pid'), 'utf8')).split('\n');
  process.kill(Number(pid), 'SIGKILL');
};

const SIZE = 50;
const batchOf = (n: number): readonly object[] =>
  Array.from({ length: SIZE }, (_, index) => aNumberedLogin(n * SIZE + index, { hostname: `HOST${n % 5}` }));

/** When they are sent again, all are duplicates with the acknowledged ids, and nothing else is stored. */
const expectStoredOnce = async (
  server: Server,
  acknowledged: ReadonlyMap<number, readonly string[]>,
): Promise<void> => {
  for (const [n, ids] of acknowledged) {
    expect(await ingest(server, batchOf(n))).toMatchObject({ status: 200, accepted: 0, ids });
  }
  expect(await countStored(server)).toBe(acknowledged.size * SIZE);
};

test('the postmaster is killed under load: Postgres runs again, and no acknowledged event is lost or stored twice', async () => {
  const server = await start();
  const acknowledged = new Map<number, readonly string[]>();
  const refusals: Verdicts[] = [];
  const healthThen: number[][] = [];
  const unsent = Array.from({ length: 60 }, (_, n) => n);
  const ship = async (): Promise<void> => {
    for (let n = unsent.shift(); n !== undefined; n = unsent.shift()) {
      const verdicts = await ingest(server, batchOf(n));
      if (verdicts.status === 200) {
        acknowledged.set(n, verdicts.ids);
        if (acknowledged.size === 12) await killPostmaster();
        continue;
      }
      unsent.push(n);
      refusals.push(verdicts);
      healthThen.push([await health(server, '/livez'), await health(server, '/readyz')]);
      await sleep(50);
    }
  };
  await Promise.all([ship(), ship(), ship(), ship()]);
  expect(acknowledged.size).toBe(60);
  expect(refusals.length).toBeGreaterThan(0);
  for (const { status, retryAfter } of refusals) {
    expect([status, retryAfter]).toEqual([503, expect.any(Number)]);
    expect(retryAfter).toBeGreaterThan(0);
  }
  expect(healthThen).toContainEqual([200, 503]);
  expect(new Set(healthThen.map(([livez]) => livez))).toEqual(new Set([200]));
  expect(await health(server, '/readyz')).toBe(200);
  expect(logged(server, 'Postgres has ended and is being restarted')).toMatchObject([
    { how: 'SIGKILL', failures: 1 },
  ]);
  expect(logged(server, 'Postgres is running again')).toHaveLength(1);
  const metrics = await (await fetch(new URL('/metrics', server.address))).text();
  expect(metrics).toContain('\nsessionscope_postgres_restarts_total 1\n');
  await expectStoredOnce(server, acknowledged);
  // The audit waited for Postgres: it has every operation, including the refused ones.
  await awaitIt(async () => (await countAudited(server, 'OK')) === 120);
  expect(await countAudited(server, 'FAILED')).toBe(refusals.length);
  expect(await server.stop()).toBe(0);
  expect(server.errors()).toBe('');
});

/** Counts the operations in the audit that store events and have this outcome. */
const countAudited = async (server: Server, outcome: 'OK' | 'FAILED'): Promise<number> => {
  const response = await ask(server, '{ auditLog(first: 1000) { nodes { operationName outcome } } }');
  const { data } = (await response.json()) as { readonly data: any };
  return data.auditLog.nodes.filter(
    (entry: any) => entry.operationName === 'Ingest' && entry.outcome === outcome,
  ).length;
};

/** Whether this process may mount a file system; without one a disk cannot be filled. */
const canMount = ((): boolean => {
  try {
    execFileSync('unshare', ['--mount', 'mount', '-t', 'tmpfs', 'tmpfs', '/tmp'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
})();

(canMount ? test : test.skip)(
  'the WAL disk is full, and later has space again (skipped where no file system can be mounted: needs root): nothing is lost or stored twice',
  async () => {
    const first = await start();
    expect(await first.stop()).toBe(0);
    const disk = join(dataDir, '..', 'disk');
    await moveWal(disk);
    const server = await start();
    const acknowledged = new Map<number, readonly string[]>();
    const refused: number[] = [];
    const send = async (n: number): Promise<number> => {
      const { status, ids } = await ingest(server, batchOf(n));
      if (status === 200) acknowledged.set(n, ids);
      else refused.push(n);
      return status;
    };
    expect(await send(0)).toBe(200);
    const filler = join(disk, 'filler');
    let n = 1;
    // A recovery can free space, after which Postgres runs again: fill the disk until a start fails.
    await awaitIt(async () => {
      const { bavail, bsize } = await statfs(disk);
      await appendFile(filler, Buffer.alloc(bavail * bsize)).catch(() => undefined);
      while ((await health(server, '/readyz')) === 200) n += (await send(n)) === 200 ? 1 : 0;
      return logged(server, 'Postgres did not start').length > 0;
    });
    expect(logged(server, 'Postgres has ended').length).toBeGreaterThan(0);
    expect(logged(server, 'Postgres did not start')[0]?.['reason']).toContain('No space left on device');
    expect([await send(n + 1), await health(server, '/livez'), await health(server, '/readyz')]).toEqual([
      503, 200, 503,
    ]);

    await rm(filler);
    await awaitIt(() => logged(server, 'Postgres is running again').length > 0);
    expect(await health(server, '/readyz')).toBe(200);
    for (const again of refused.splice(0)) expect(await send(again)).toBe(200);
    await expectStoredOnce(server, acknowledged);
    expect(await server.stop()).toBe(0);
  },
);

/** Puts the WAL on a small separate file system. */
const moveWal = async (disk: string): Promise<void> => {
  const wal = join(dataDir, 'postgres', 'pg_wal');
  const { uid, gid } = await stat(wal);
  await mkdir(disk);
  execFileSync('mount', ['-t', 'tmpfs', '-o', `size=128m,mode=700,uid=${uid},gid=${gid}`, 'tmpfs', disk]);
  cleanUp = [...cleanUp, () => execFileSync('umount', [disk])];
  await cp(wal, join(disk, 'wal'), { recursive: true, preserveTimestamps: true });
  execFileSync('chown', ['-R', `${uid}:${gid}`, join(disk, 'wal')]);
  await rm(wal, { recursive: true });
  await symlink(join(disk, 'wal'), wal);
};

describe('the process ends', () => {
  test('with 1 and the reason when its Postgres cannot be started again', async () => {
    const server = await start();
    await rename(dataDir, `${dataDir}-elsewhere`);
    await killPostmaster(`${dataDir}-elsewhere`);
    expect(await server.ended).toBe(1);
    expect(server.errors()).toMatch(/^Sessionscope stops: .*data is gone, or another server has taken it\./);
    expect(logged(server, 'is gone, or another')).toMatchObject([{ level: 60 }]);
  });

  test('with 0 at SIGTERM while its Postgres is down, and no Postgres keeps running', async () => {
    const server = await start();
    await writeFile(join(dataDir, 'postgres', 'postgresql.conf'), 'no_such_setting = 1\n');
    await killPostmaster();
    await awaitIt(() => logged(server, 'Postgres did not start').length > 0);
    expect(await server.stop()).toBe(0);
    expect(server.errors()).toBe('');
  });
});
