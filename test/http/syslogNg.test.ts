import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import {
  appendFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { describe, test } from '@jest/globals';

import { awaitUntil } from '../support/awaitUntil.ts';
import { useDatabase } from '../support/database.ts';
import { expectLogins, failedLogins } from '../support/shippers/failedLogins.ts';
import { readConfiguration } from '../support/shippers/readConfiguration.ts';
import { findFreePort, useChangingServer } from '../support/shippers/useChangingServer.ts';
import { useFolder } from '../support/useFolder.ts';

// Runs Debian's syslog-ng with the configuration of docs/shippers.md; .ci/run installs it, elsewhere the tests are skipped.
const isThere = /^Available-Modules:.*\bhttp\b/m.test(
  spawnSync('syslog-ng', ['--version']).stdout?.toString() ?? '',
);
const describeReal = isThere ? describe : describe.skip;

const database = useDatabase();
const tlsFolder = useFolder('tls');
const plain = useChangingServer(database);
const encrypted = useChangingServer(database, { tlsFolder });

type Shipper = {
  /** Adds lines to the log of the shipper's machine. */
  readonly log: (lines: string) => void;
  /** Sends lines over TCP, and waits until the shipper has written the last one to its disk buffer. */
  readonly send: (lines: string) => Promise<void>;
  /** The shipper's own messages so far. */
  readonly messages: () => string;
  readonly start: () => void;
  readonly end: (signal: NodeJS.Signals) => Promise<void>;
};

/** Runs syslog-ng with this configuration in a folder of its own, and ends it after the work. */
const withShipper = async (
  configurationIn: (folder: string, tcpPort: number) => string,
  work: (shipper: Shipper) => Promise<void>,
): Promise<void> => {
  const folder = mkdtempSync(join(tmpdir(), 'sessionscope-syslog-ng-'));
  const inFolder = (name: string): string => join(folder, name);
  const tcpPort = await findFreePort();
  mkdirSync(inFolder('buffer'));
  writeFileSync(inFolder('auth.log'), '');
  writeFileSync(inFolder('syslog-ng.conf'), `@version: 3.35\n${configurationIn(folder, tcpPort)}`);
  const own = ['-p', inFolder('pid'), '-c', inFolder('ctl'), '-R', inFolder('persist')];
  const words = ['-F', '-e', '--no-caps', '-f', inFolder('syslog-ng.conf'), ...own];
  let messages = '';
  const launch = () => {
    const child = spawn('syslog-ng', words, { stdio: ['ignore', 'ignore', 'pipe'] });
    child.stderr.on('data', (text: Buffer) => (messages += text.toString()));
    return { child, exited: once(child, 'exit') };
  };
  let run = launch();
  const end: Shipper['end'] = async (signal) => {
    run.child.kill(signal);
    await run.exited;
  };
  try {
    await work({
      log: (lines) => appendFileSync(inFolder('auth.log'), lines),
      send: async (lines) => {
        await sendOverTcp(tcpPort, lines);
        const last = lines.trimEnd().split('\n').at(-1)?.split(': ').at(-1) ?? '';
        await awaitUntil('the disk buffer has the last line', async () =>
          readdirSync(inFolder('buffer')).some((name) =>
            readFileSync(join(folder, 'buffer', name)).includes(last),
          ),
        );
      },
      messages: () => messages,
      start: () => (run = launch()),
      end,
    });
  } finally {
    await end('SIGKILL');
    rmSync(folder, { recursive: true });
  }
};

const sendOverTcp = async (port: number, lines: string): Promise<void> => {
  await awaitUntil('the shipper listens', async () => {
    const socket = connect(port, '127.0.0.1');
    return new Promise((resolve) => {
      socket.once('error', () => resolve(false));
      socket.once('connect', () => socket.end(lines, () => resolve(true)));
    });
  });
};

const [WHOLE, TLS_LINE] = [0, 1];

const documented = (folder: string, tcpPort: number, origin: string): readonly string[] =>
  readConfiguration('syslog-ng', {
    'http://127.0.0.1:4000': origin,
    '/var/log/auth.log': join(folder, 'auth.log'),
    'port(514)': `ip("127.0.0.1") port(${tcpPort})`,
    '/var/lib/syslog-ng/sessionscope': join(folder, 'buffer'),
    '/etc/sessionscope/cert.pem': join(tlsFolder(), 'cert.pem'),
  });

const overHttp = (folder: string, tcpPort: number): string =>
  documented(folder, tcpPort, `http://127.0.0.1:${plain().port}`)[WHOLE] ?? '';

// More than syslog-ng tries by default.
const ATTEMPTS = 5;

describeReal('syslog-ng stores each event once', () => {
  test('when the server is down and comes back, and after 503, 429 and 401', async () => {
    await withShipper(overHttp, async ({ log }) => {
      log(failedLogins('web01', 1000, 5000));
      await plain().restart(503);
      await plain().awaitAnswers(503, ATTEMPTS);
      for (const [index, status] of ([429, 401] as const).entries()) {
        log(failedLogins('web01', 6000 + 10 * index, 10));
        await plain().restart(status);
        await plain().awaitAnswers(status, ATTEMPTS);
      }
      await plain().restart('STORING');
      await expectLogins(database(), 'web01', { first: 1000, count: 5020 });
    });
  });

  test.each(['SIGTERM', 'SIGKILL'] as const)(
    'when %s ends the shipper during an outage, with the lines of its file and of other machines',
    async (signal) => {
      const [near, far] = [`near-${signal}`, `far-${signal}`];
      await plain().restart(503);
      await withShipper(overHttp, async ({ log, send, end, start }) => {
        log(failedLogins(near, 1000, 1500));
        await send(failedLogins(far, 5000, 1500));
        await plain().awaitAnswers(503, 1);
        await end(signal);
        log(failedLogins(near, 2500, 10));
        start();
        await plain().awaitAnswers(503, 1);
        await plain().restart('STORING');
        for (const [host, first, count] of [
          [near, 1000, 1510],
          [far, 5000, 1500],
        ] as const) {
          await expectLogins(database(), host, { first: first, count: count });
        }
      });
    },
  );

  test('over TLS with a self-signed certificate, and none without its file', async () => {
    await encrypted().restart('STORING');
    const overTls = (folder: string, tcpPort: number) =>
      documented(folder, tcpPort, `https://127.0.0.1:${encrypted().port}`);
    await withShipper(
      (...place) => overTls(...place)[WHOLE] ?? '',
      async ({ log, messages }) => {
        log(failedLogins('tls01', 1000, 10));
        await awaitUntil('the certificate is refused', async () => /certificate/i.test(messages()));
      },
    );
    await withShipper(
      (...place) => {
        const [whole, tlsLine] = [overTls(...place)[WHOLE] ?? '', overTls(...place)[TLS_LINE] ?? ''];
        return whole.replace('time-reopen(3)', `time-reopen(3)\n${tlsLine}`);
      },
      async ({ log }) => {
        log(failedLogins('tls01', 2000, 10));
        await expectLogins(database(), 'tls01', { first: 2000, count: 10 });
      },
    );
  });
});
