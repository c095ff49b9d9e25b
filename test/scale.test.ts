import { existsSync, readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';

import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';

import { INGEST } from './support/api.ts';
import { awaitUntil } from './support/awaitUntil.ts';
import { aLock } from './support/events.ts';
import { areProgramsThere } from './support/scale/programs.ts';
import { SERVICES, startScaledServers } from './support/scale/scaledServers.ts';
import type { ScaledServers } from './support/scale/scaledServers.ts';
import { useFolder } from './support/useFolder.ts';

const POSITION = 'x-sessionscope-position';
const folder = useFolder('scale');

test('docker-compose.yml mounts files that exist, and the files name its services', () => {
  const mounted = Object.values(SERVICES)
    .flatMap(({ volumes = [] }) => volumes)
    .flatMap((volume) => /^(\.[^:]+):/.exec(volume)?.[1] ?? []);
  expect(mounted.length).toBeGreaterThan(4);
  expect(mounted.filter((path) => !existsSync(path))).toEqual([]);
  const hosts = [
    ...readFileSync('docs/operating/scale/haproxy.cfg', 'utf8').matchAll(/^ {2}server \S+ ([\w-]+):/gm),
    ...readFileSync('docs/operating/scale/pgbouncer.ini', 'utf8').matchAll(/host=(\w+)/g),
  ].map(([, host]) => host);
  expect(hosts).toEqual(['api-1', 'api-2', 'postgres', 'standby']);
  expect(hosts.filter((host = '') => !Object.hasOwn(SERVICES, host))).toEqual([]);
});

// Runs Debian's Postgres 15, PgBouncer and HAProxy; .ci/run installs them, elsewhere the tests are skipped.
(areProgramsThere ? describe : describe.skip)('the profile scale', () => {
  let servers: ScaledServers;
  beforeAll(async () => {
    servers = await startScaledServers(folder());
  });
  afterAll(async () => servers?.stop());

  /** Sends a request on a connection of its own, so that the proxy chooses a server. */
  const ask = async (
    query: string,
    variables: object,
    headers: Record<string, string> = {},
  ): Promise<Response> =>
    fetch(`${servers.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', connection: 'close', ...headers },
      body: JSON.stringify({ query, variables }),
    });
  const find = async (hostname: string, position: string): Promise<unknown> => {
    const answer = await ask(
      'query ($hostname: String!) { host(hostname: $hostname) { hostname } }',
      { hostname },
      { [POSITION]: position },
    );
    return ((await answer.json()) as { data: { host: unknown } }).data.host;
  };
  const store = async (hostname: string): Promise<string> => {
    const answer = await ask(INGEST, { events: [aLock({ hostname })] });
    expect(await answer.json()).toMatchObject({ data: { ingestSessionEvents: { accepted: 1 } } });
    return answer.headers.get(POSITION) ?? '';
  };
  const replicaOf = async (): Promise<unknown> =>
    ((await (await fetch(`${servers.url}/readyz`)).json()) as { replica: string }).replica;
  const countReads = async (on: 'postgres' | 'standby'): Promise<number> => {
    const [row] = await servers.query(
      on,
      `select count(*)::integer as n from pg_stat_activity where usename = 'sessionscope_reader_login' and query ~ 'hostname'`,
    );
    return Number(row?.['n']);
  };

  test('events stored through the proxy are found through it, on the standby', async () => {
    await awaitUntil('reads go to the standby', async () => (await replicaOf()) === 'USED');
    for (let round = 0; round < 20; round += 1) {
      const hostname = `SCALED${round}`;
      expect(await find(hostname, await store(hostname))).toEqual({ hostname });
    }
    expect(await countReads('standby')).toBeGreaterThan(0);
    for (const { log } of servers.apis) expect(log().join('\n')).toContain('"Request ended."');
  });

  test('a server that is killed during ingest loses nothing that was acknowledged, and the other one answers', async () => {
    const acknowledged: string[] = [];
    let isOver = false;
    const send = async (shipper: number): Promise<void> => {
      for (let number = 0; !isOver; number += 1) {
        const hostname = `KILLED${shipper}N${number}`;
        const answer = await ask(INGEST, { events: [aLock({ hostname })] }).catch(() => null);
        if (answer?.ok === true) acknowledged.push(hostname);
      }
    };
    const sending = Promise.all([0, 1, 2, 3].map(send));
    await awaitUntil('some are stored', async () => acknowledged.length > 40);
    servers.apis[0]?.child.kill('SIGKILL');
    const before = acknowledged.length;
    await awaitUntil('more are stored', async () => acknowledged.length > before + 40);
    isOver = true;
    await sending;
    const stored = await servers.query('postgres', `select hostname from host where hostname like 'KILLED%'`);
    const names = new Set(stored.map(({ hostname }) => hostname));
    expect(acknowledged.filter((hostname) => !names.has(hostname))).toEqual([]);
    await servers.startApi(0);
  });

  test('while servers are replaced one after the other, no request fails', async () => {
    const failures: string[] = [];
    let answered = 0;
    let isOver = false;
    const read = async (): Promise<void> => {
      while (!isOver) {
        const answer = await ask('{ __typename }', {}).catch(String);
        if (typeof answer === 'string' || !answer.ok)
          failures.push(typeof answer === 'string' ? answer : String(answer.status));
        else await answer.text();
        answered += 1;
      }
    };
    const reading = Promise.all([read(), read()]);
    for (const index of [0, 1]) {
      expect(await servers.apis[index]?.stop()).toBe(0);
      await servers.startApi(index);
      // The proxy looks once a second.
      await sleep(2500);
    }
    isOver = true;
    await reading;
    expect(failures).toEqual([]);
    expect(answered).toBeGreaterThan(20);
  });

  test('without its standby the primary answers, through PgBouncer, until the standby is back', async () => {
    await servers.stopStandby();
    const position = await store('ALONE');
    expect(await find('ALONE', position)).toEqual({ hostname: 'ALONE' });
    await awaitUntil('the standby is missed', async () => (await replicaOf()) === 'UNREACHABLE');
    await servers.startStandby();
    await awaitUntil('reads go to the standby', async () => (await replicaOf()) === 'USED');
    expect(await find('ALONE', position)).toEqual({ hostname: 'ALONE' });
  });
});
