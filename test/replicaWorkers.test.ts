import { afterAll, beforeAll, expect, test } from '@jest/globals';

import { ROLES } from '../src/db/roles/privileges.ts';
import { INGEST } from './support/api.ts';
import { aLock } from './support/events.ts';
import { makeReplicaPair } from './support/replicaPair.ts';
import type { ReplicaPair } from './support/replicaPair.ts';
import { useSpawnMain } from './support/useSpawnMain.ts';

const HEADER = 'x-sessionscope-position';
const ROUNDS = 25;

let pair: ReplicaPair;
const spawnMain = useSpawnMain();

beforeAll(async () => {
  pair = await makeReplicaPair();
  for (const [name, role] of Object.entries(ROLES))
    await pair.onPrimary(`create role own_${name} login password 'secret' in role ${role}`);
});

afterAll(async () => pair?.remove());

const as = (user: string, base: string): string => {
  const url = new URL(base);
  url.username = user;
  url.password = 'secret';
  return url.href;
};

const start = async (settings: Record<string, string> = {}) => {
  const main = spawnMain({
    settings: {
      DATABASE_URL: pair.primaryUrl,
      DATABASE_READER_URL: as('own_reader', pair.standbyUrl),
      DATABASE_WRITER_URL: as('own_writer', pair.primaryUrl),
      AUTH: 'none',
      WORKERS: '2',
      ...settings,
    },
  });
  const url = await main.url;
  expect([main.errors(), url]).toEqual(['', expect.any(String)]);
  /** Each request has a connection of its own, which any worker may accept. */
  const ask = async (query: string, variables: object, headers: Record<string, string> = {}) => {
    const response = await fetch(url ?? '', {
      method: 'POST',
      headers: { 'content-type': 'application/json', connection: 'close', ...headers },
      body: JSON.stringify({ query, variables }),
    });
    return { headers: response.headers, body: await response.json() };
  };
  return { ...main, ask };
};

const FIND = 'query ($hostname: String!) { host(hostname: $hostname) { hostname } }';

/** Stores an event and asks for it at once; `isSent`: with the position of the first answer. */
const storeAndFind = async (
  { ask }: Awaited<ReturnType<typeof start>>,
  hostname: string,
  isSent: boolean,
): Promise<void> => {
  const stored = await ask(INGEST, { events: [aLock({ hostname })] });
  expect(stored.body).toMatchObject({ data: { ingestSessionEvents: { accepted: 1 } } });
  const found = await ask(FIND, { hostname }, isSent ? { [HEADER]: stored.headers.get(HEADER) ?? '' } : {});
  expect(found.body).toEqual(expect.objectContaining({ data: { host: { hostname } } }));
};

test('whichever worker stores and answers, a position makes what was acknowledged visible', async () => {
  const main = await start();
  for (let round = 0; round < ROUNDS; round += 1) await storeAndFind(main, `W${round}`, true);
  expect(main.log().join('\n')).toContain('Reads go to the replica of DATABASE_READER_URL.');
});

test('with SYNCHRONOUS_COMMIT=remote_apply and a synchronous standby no position is needed', async () => {
  const main = await start({ SYNCHRONOUS_COMMIT: 'remote_apply' });
  expect(main.log().join('\n')).toContain('synchronous_standby_names of Postgres is empty');
  await pair.onPrimary(`alter system set synchronous_standby_names = '*'`);
  await pair.onPrimary('select pg_reload_conf()');
  const again = await start({ SYNCHRONOUS_COMMIT: 'remote_apply' });
  expect(again.log().join('\n')).not.toContain('synchronous_standby_names');
  for (let round = 0; round < ROUNDS; round += 1) await storeAndFind(again, `A${round}`, false);
});
