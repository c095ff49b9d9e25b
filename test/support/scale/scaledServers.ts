import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import pg from 'pg';
import { parse } from 'yaml';

import { awaitUntil } from '../awaitUntil.ts';
import { findFreePort } from '../shippers/useChangingServer.ts';
import { spawnMain } from '../spawnMain.ts';
import type { MainProcess } from '../spawnMain.ts';

import { usePrograms } from './programs.ts';
import type { Programs, Served } from './programs.ts';

const ROOT = join(import.meta.dirname, '../../..');
const FILES = 'docs/operating';
const OWNER = 'sessionscope';
const PASSWORDS = {
  POSTGRES_PASSWORD: 'owner1',
  POSTGRES_READER_PASSWORD: 'reader1',
  POSTGRES_WRITER_PASSWORD: 'writer1',
  POSTGRES_STANDBY_PASSWORD: 'standby1',
};

/** The services of docker-compose.yml. */
export const SERVICES = (
  parse(readFileSync('docker-compose.yml', 'utf8'), { merge: true }) as {
    readonly services: Readonly<
      Record<
        string,
        {
          readonly command?: readonly string[];
          readonly environment?: Readonly<Record<string, string>>;
          readonly volumes?: readonly string[];
        }
      >
    >;
  }
).services;

const NAMES = ['postgres', 'standby', 'pgbouncer', 'api-1', 'api-2', 'proxy'] as const;
type Ports = Readonly<Record<(typeof NAMES)[number], number>>;
type Node = 'postgres' | 'standby';

export type ScaledServers = {
  /** The URL of the API through the proxy. */
  readonly url: string;
  readonly apis: readonly MainProcess[];
  readonly startApi: (index: number) => Promise<void>;
  /** Runs a statement on a server of Postgres, as the owner. */
  readonly query: (on: Node, text: string) => Promise<readonly Readonly<Record<string, unknown>>[]>;
  readonly stopStandby: () => Promise<void>;
  readonly startStandby: () => Promise<void>;
  readonly stop: () => Promise<void>;
};

/** Starts what the profile `scale` of docker-compose.yml starts, with its commands and files, from Debian's packages in a folder. */
export const startScaledServers = async (folder: string): Promise<ScaledServers> => {
  const ports = Object.fromEntries(
    await Promise.all(NAMES.map(async (name) => [name, await findFreePort()] as const)),
  ) as Ports;
  const programs = await usePrograms(folder);
  await startPrimary(programs, ports);
  const data = join(programs.makeFolder('standby'), 'data');
  let standby = await startStandby(programs, ports, data);
  startBouncer(programs, ports);
  const apis: MainProcess[] = [];
  const startApi: ScaledServers['startApi'] = async (index) => {
    const api = spawnApi(`api-${index + 1}` as 'api-1', ports);
    apis[index] = api;
    if ((await api.url) === null) throw new Error(`${api.output()}${api.errors()}${programs.output()}`);
  };
  await Promise.all([startApi(0), startApi(1)]);
  return {
    url: await startProxy(programs, ports),
    apis,
    startApi,
    query: async (on, text) => query(ports[on], text),
    stopStandby: async () => standby.stop(),
    startStandby: async () => {
      standby = await startStandby(programs, ports, data);
    },
    stop: async () => {
      await Promise.all(apis.map(async (api) => api.stop()));
      await programs.stop();
    },
  };
};

/** Does what the image of Postgres does at its first start, and then what the service `maintain` does. */
const startPrimary = async (
  { makeFolder, write, complete, serve }: Programs,
  ports: Ports,
): Promise<void> => {
  const data = join(makeFolder('primary'), 'data');
  const password = write('password', PASSWORDS.POSTGRES_PASSWORD);
  await complete('initdb', [
    `--pgdata=${data}`,
    `--username=${OWNER}`,
    '--encoding=UTF8',
    '--locale=C.UTF-8',
    '--auth=scram-sha-256',
    `--pwfile=${password}`,
  ]);
  const [program = '', ...words] = commandOf('postgres', ports);
  serve(program, words, { PGDATA: data });
  const asOwner = { ...onPrimary(ports), PGUSER: OWNER, PGPASSWORD: PASSWORDS.POSTGRES_PASSWORD };
  await awaitUntil('the primary answers', async () => succeeds(complete('pg_isready', [], asOwner)));
  await complete('createdb', [OWNER], asOwner);
  const makeLogins = async (): Promise<void> =>
    complete('sh', [join(ROOT, FILES, 'make-logins.sh')], {
      ...asOwner,
      ...PASSWORDS,
      POSTGRES_USER: OWNER,
      POSTGRES_DB: OWNER,
    });
  await makeLogins();
  // It may be run again.
  await makeLogins();
  const url = `postgres://${OWNER}:${PASSWORDS.POSTGRES_PASSWORD}@127.0.0.1:${ports.postgres}/${OWNER}`;
  const maintaining = spawnMain({
    script: [join(ROOT, 'src/cli.js'), 'maintain'],
    settings: { DATABASE_URL: url },
  });
  if ((await maintaining.ended) !== 0) throw new Error(maintaining.errors());
};

const startStandby = async ({ serve }: Programs, ports: Ports, data: string): Promise<Served> => {
  const script = join(ROOT, FILES, 'scale/start-standby.sh');
  const standby = serve('sh', [script, ...commandOf('standby', ports)], {
    ...onPrimary(ports),
    PGDATA: data,
    PGUSER: SERVICES['standby']?.environment?.['PGUSER'] ?? '',
    PGPASSWORD: PASSWORDS.POSTGRES_STANDBY_PASSWORD,
  });
  await awaitUntil('the standby answers', async () => succeeds(query(ports.standby, 'select')));
  return standby;
};

const startBouncer = ({ makeFolder, place, serve }: Programs, ports: Ports): void => {
  const users = join(makeFolder('pgbouncer'), 'users.txt');
  const configuration = place(`${FILES}/scale/pgbouncer.ini`, [
    ['host=postgres port=5432', `host=127.0.0.1 port=${ports.postgres}`],
    ['host=standby port=5432', `host=127.0.0.1 port=${ports.standby}`],
    ['listen_addr = *', 'listen_addr = 127.0.0.1'],
    ['listen_port = 6432', `listen_port = ${ports.pgbouncer}`],
    ['/tmp/users.txt', users],
  ]);
  const script = place(`${FILES}/scale/start-pgbouncer.sh`, [['/tmp/users.txt', users]]);
  serve('sh', [script, configuration], PASSWORDS);
};

const spawnApi = (name: 'api-1' | 'api-2', ports: Ports): MainProcess => {
  const urlOf = (setting: string): string =>
    (SERVICES[name]?.environment?.[setting] ?? '')
      .replace(/\$\{(\w+):\?[^}]*\}/, (_, variable: keyof typeof PASSWORDS) => PASSWORDS[variable])
      .replace('pgbouncer:6432', `127.0.0.1:${ports.pgbouncer}`);
  return spawnMain({
    settings: {
      DATABASE_READER_URL: urlOf('DATABASE_READER_URL'),
      DATABASE_WRITER_URL: urlOf('DATABASE_WRITER_URL'),
      AUTH: 'none',
      PORT: String(ports[name]),
    },
  });
};

const startProxy = async ({ place, serve }: Programs, ports: Ports): Promise<string> => {
  const configuration = place(`${FILES}/scale/haproxy.cfg`, [
    [/bind :4000$/m, `bind 127.0.0.1:${ports.proxy}`],
    ['api-1:4000', `127.0.0.1:${ports['api-1']}`],
    ['api-2:4000', `127.0.0.1:${ports['api-2']}`],
  ]);
  serve('haproxy', ['-db', '-f', configuration]);
  const url = `http://127.0.0.1:${ports.proxy}`;
  await awaitUntil('the proxy has a server', async () => {
    const response = await fetch(`${url}/readyz`).catch(() => null);
    return response?.ok === true;
  });
  return url;
};

/** The command of a service, with the address of this machine. */
const commandOf = (name: Node, ports: Ports): readonly string[] => [
  ...(SERVICES[name]?.command ?? []),
  '-c',
  `port=${ports[name]}`,
  '-c',
  'listen_addresses=127.0.0.1',
  '-c',
  'unix_socket_directories=',
];

const onPrimary = ({ postgres }: Ports): Readonly<Record<string, string>> => ({
  PGHOST: '127.0.0.1',
  PGPORT: String(postgres),
});

const succeeds = async (work: Promise<unknown>): Promise<boolean> =>
  work.then(
    () => true,
    () => false,
  );

const query = async (port: number, text: string): Promise<readonly Readonly<Record<string, unknown>>[]> => {
  const client = new pg.Client({
    host: '127.0.0.1',
    port,
    user: OWNER,
    password: PASSWORDS.POSTGRES_PASSWORD,
    database: OWNER,
  });
  client.on('error', () => undefined);
  await client.connect();
  try {
    return (await client.query<Readonly<Record<string, unknown>>>(text)).rows;
  } finally {
    await client.end();
  }
};
