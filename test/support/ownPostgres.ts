import { once } from 'node:events';
import { chmod, mkdtemp, readFile, rm } from 'node:fs/promises';
import { connect, createServer } from 'node:net';
import type { AddressInfo, Server, Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import pg from 'pg';

import { createDatabase } from '../../src/db/createDatabase.ts';
import { startEmbedded } from '../../src/db/embedded/startEmbedded.ts';
import type { EmbeddedPostgres } from '../../src/db/embedded/startEmbedded.ts';

import { copyCluster } from './clusterTemplate.ts';

/** A Postgres for a single test, which can inject faults. It is reached through a proxy, so that its port does not change. */
export type OwnPostgres = {
  /** The URL of an empty database. */
  readonly url: string;
  readonly start: () => Promise<void>;
  /** STOP shuts down cleanly; CRASH ends all processes immediately. */
  readonly end: (how: 'STOP' | 'CRASH') => Promise<void>;
  /** Breaks the open connections without any message, as a network failure does. */
  readonly cut: () => void;
  /** Keeps the connections open and blocks all traffic until `thaw`. */
  readonly freeze: () => void;
  readonly thaw: () => void;
  /** Until `thaw`, transactions are committed, but the connection breaks instead of passing on the response to COMMIT. */
  readonly loseAnswers: () => void;
  /** Like loseAnswers, but the connection stays open and passes on no response. */
  readonly withholdAnswers: () => void;
  /** Suspends all processes (SIGSTOP); returns a function that resumes them. */
  readonly pause: () => Promise<() => void>;
  readonly remove: () => Promise<void>;
};

/** Makes and starts an embedded Postgres in a temporary folder. */
export const makeOwnPostgres = async (): Promise<OwnPostgres> => {
  const dataDir = await mkdtemp(join(tmpdir(), 'sessionscope-faults-'));
  // Postgres runs as another user when the tests run as root.
  await chmod(dataDir, 0o755);
  await copyCluster(dataDir);
  const startPostgres = async (): Promise<EmbeddedPostgres> =>
    startEmbedded({ dataDir, log: () => undefined });
  let postgres = await startPostgres();
  const gate = await makeGate(Number(new URL(postgres.url).port));
  const url = new URL(await createDatabase(postgres.url, 'faults'));
  url.port = String(gate.port);
  const end: OwnPostgres['end'] = async (how) => {
    if (how === 'CRASH') await crash(join(dataDir, 'postgres', 'postmaster.pid'));
    await postgres.stop();
    await gate.close();
  };
  return {
    url: url.href,
    start: async () => {
      postgres = await startPostgres();
      await gate.open(Number(new URL(postgres.url).port));
    },
    end,
    pause: async () => {
      const pids = await listPids(postgres.url);
      for (const pid of pids) process.kill(pid, 'SIGSTOP');
      return () => {
        for (const pid of pids) process.kill(pid, 'SIGCONT');
      };
    },
    ...gate.faults,
    remove: async () => {
      await end('STOP');
      await rm(dataDir, { recursive: true, force: true });
    },
  };
};

/** Triggers Postgres' immediate shutdown: without responses and without a checkpoint, so that the next start runs recovery. */
const crash = async (pidFile: string): Promise<void> => {
  const [pid] = (await readFile(pidFile, 'utf8')).split('\n');
  process.kill(Number(pid), 'SIGQUIT');
};

/** Lists the processes of the postmaster and its children. */
const listPids = async (url: string): Promise<readonly number[]> => {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query<{ pid: number }>(
    `select pid from pg_stat_activity where pid <> pg_backend_pid()
     union select split_part(pg_read_file('postmaster.pid'), E'\\n', 1)::integer`,
  );
  await client.end();
  return rows.map(({ pid }) => pid);
};

export type Gate = {
  readonly port: number;
  readonly open: (target: number) => Promise<void>;
  readonly close: () => Promise<void>;
  readonly faults: Pick<OwnPostgres, 'cut' | 'freeze' | 'thaw' | 'loseAnswers' | 'withholdAnswers'>;
};

/** Makes a proxy that forwards bytes between its own port and that of a Postgres, unless a fault is active. */
export const makeGate = async (firstTarget: number): Promise<Gate> => {
  let target = firstTarget;
  let mode: 'PASS' | 'FROZEN' | 'LOSING' | 'WITHHOLDING' = 'PASS';
  let sockets: readonly Socket[] = [];
  const answer = (inside: Socket, outside: Socket) => (chunk: Buffer) => {
    const isCut = (mode === 'LOSING' || mode === 'WITHHOLDING') && chunk.includes('COMMIT\0');
    if (!isCut) return outside.write(chunk);
    if (mode === 'WITHHOLDING') return undefined;
    inside.destroy();
    return outside.destroy();
  };
  const server = createServer((outside) => {
    const inside = connect(target, '127.0.0.1');
    sockets = [...sockets.filter(({ destroyed }) => !destroyed), outside, inside];
    outside.on('data', (chunk) => inside.write(chunk));
    inside.on('data', answer(inside, outside));
    for (const [one, other] of [
      [inside, outside],
      [outside, inside],
    ] as const) {
      one.on('error', () => undefined).on('close', () => other.end());
    }
    if (mode === 'FROZEN') for (const socket of [inside, outside]) socket.pause();
  });
  const cut = (): void => {
    for (const socket of sockets) socket.destroy();
  };
  await listen(server, 0);
  const { port } = server.address() as AddressInfo;
  return {
    port,
    open: async (newTarget) => {
      target = newTarget;
      await listen(server, port);
    },
    close: async () => {
      cut();
      if (!server.listening) return;
      server.close();
      await once(server, 'close');
    },
    faults: {
      cut,
      freeze: () => {
        mode = 'FROZEN';
        for (const socket of sockets) socket.pause();
      },
      thaw: () => {
        mode = 'PASS';
        for (const socket of sockets) socket.resume();
      },
      loseAnswers: () => {
        mode = 'LOSING';
      },
      withholdAnswers: () => {
        mode = 'WITHHOLDING';
      },
    },
  };
};

const listen = async (server: Server, port: number): Promise<void> => {
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
};
