import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { describe, expect, test } from '@jest/globals';

import { awaitUntil } from '../support/awaitUntil.ts';
import { useDatabase } from '../support/database.ts';
import { expectLogins, failedLogins } from '../support/shippers/failedLogins.ts';
import { readConfiguration } from '../support/shippers/readConfiguration.ts';
import { useChangingServer } from '../support/shippers/useChangingServer.ts';
import { useFolder } from '../support/useFolder.ts';

const database = useDatabase();
const tlsFolder = useFolder('tls');
const plain = useChangingServer(database);
const encrypted = useChangingServer(database, { tlsFolder });

type Loop = {
  /** Puts a batch into the folder as the page tells: written under another name, then renamed. */
  readonly put: (name: string, lines: string) => void;
  readonly batches: () => readonly string[];
  readonly messages: () => string;
  readonly start: () => void;
  readonly kill: () => Promise<void>;
};

const [LOOP, TLS_OPTION] = [0, 1];

const documented = (spool: string, origin: string): readonly string[] =>
  readConfiguration('curl', {
    'http://127.0.0.1:4000': origin,
    '/var/spool/sessionscope': spool,
    '/etc/sessionscope/cert.pem': join(tlsFolder(), 'cert.pem'),
  });

const overHttp = (spool: string): string => documented(spool, `http://127.0.0.1:${plain().port}`)[LOOP] ?? '';
const overHttps = (spool: string): readonly string[] =>
  documented(spool, `https://127.0.0.1:${encrypted().port}`);

/** Runs the loop of the page on a folder of its own, and ends it after the work. */
const withLoop = async (
  scriptFor: (spool: string) => string,
  work: (loop: Loop) => Promise<void>,
): Promise<void> => {
  const folder = mkdtempSync(join(tmpdir(), 'sessionscope-curl-'));
  const spool = join(folder, 'spool');
  mkdirSync(spool);
  let messages = '';
  let child: ChildProcess | undefined;
  const kill = async (): Promise<void> => {
    if (child?.pid === undefined) return;
    const exited = once(child, 'exit');
    // The shell with its curl or sleep.
    process.kill(-child.pid, 'SIGKILL');
    await exited;
    child = undefined;
  };
  const start = (): void => {
    child = spawn('sh', ['-c', scriptFor(spool)], { detached: true, stdio: ['ignore', 'ignore', 'pipe'] });
    child.stderr?.on('data', (text: Buffer) => (messages += text.toString()));
  };
  try {
    start();
    await work({
      put: (name, lines) => {
        writeFileSync(join(folder, name), lines);
        renameSync(join(folder, name), join(spool, name));
      },
      batches: () => readdirSync(spool).filter((name) => name.endsWith('.log')),
      messages: () => messages,
      start,
      kill,
    });
  } finally {
    await kill();
    rmSync(folder, { recursive: true });
  }
};

const expectStored = async (host: string, first: number, count: number): Promise<void> =>
  expectLogins(database(), host, { first, count });

describe('the loop with curl stores each event once', () => {
  test('when the server is down and comes back, and after 503, 429 and 401', async () => {
    await withLoop(overHttp, async ({ put, batches, messages }) => {
      put('1.log', failedLogins('web01', 1000, 2000));
      put('2.log', failedLogins('web01', 3000, 10));
      await awaitUntil('a request fails', async () => messages().includes('1.log'));
      for (const status of [503, 429, 401] as const) {
        await plain().restart(status);
        await plain().awaitAnswers(status, 2);
      }
      expect(batches()).toContain('2.log');
      await plain().restart('STORING');
      await expectStored('web01', 1000, 2010);
      await awaitUntil('the batches are removed', async () => batches().length === 0);
    });
  });

  test('when the loop is killed during an outage, or after an answer before it removed the batch', async () => {
    await plain().restart(503);
    await withLoop(overHttp, async ({ put, batches, start, kill }) => {
      put('1.log', failedLogins('web02', 1000, 100));
      await plain().awaitAnswers(503, 1);
      await kill();
      put('2.log', failedLogins('web02', 1100, 10));
      await plain().restart('STORING');
      start();
      await awaitUntil('the batches are removed', async () => batches().length === 0);
      put('1.log', failedLogins('web02', 1000, 100));
      await awaitUntil('the batch is removed again', async () => batches().length === 0);
      await expectStored('web02', 1000, 110);
    });
  });

  test('over TLS with a self-signed certificate, and none without its file', async () => {
    await encrypted().restart('STORING');
    const without = (spool: string): string => overHttps(spool)[LOOP] ?? '';
    await withLoop(without, async ({ put, batches, messages }) => {
      put('1.log', failedLogins('tls01', 1000, 10));
      await awaitUntil('the certificate is refused', async () => /certificate/i.test(messages()));
      expect(batches()).toEqual(['1.log']);
    });
    const withFile = (spool: string): string =>
      without(spool).replace('--data-binary', `${(overHttps(spool)[TLS_OPTION] ?? '').trim()} --data-binary`);
    await withLoop(withFile, async ({ put }) => {
      put('1.log', failedLogins('tls01', 2000, 10));
      await expectStored('tls01', 2000, 10);
    });
  });
});
