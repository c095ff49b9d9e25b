import { spawn, spawnSync } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';

import { describe, expect, test } from '@jest/globals';

import { awaitUntil } from '../support/awaitUntil.ts';
import { useDatabase } from '../support/database.ts';
import { spawnCommand } from '../support/spawnCommand.ts';
import type { RunningCommand } from '../support/spawnCommand.ts';
import { expectLogins, failedLogins } from '../support/shippers/failedLogins.ts';
import { readConfiguration } from '../support/shippers/readConfiguration.ts';
import { findFreePort, useChangingServer } from '../support/shippers/useChangingServer.ts';
import { useFolder } from '../support/useFolder.ts';

// Runs Debian's rsyslog with the configuration of docs/shippers.md. .ci/run unpacks it beside the system, because the package excludes syslog-ng.
const UNPACKED = '/opt/sessionscope-rsyslog';
const LIBRARIES = `${UNPACKED}/usr/lib/${process.arch === 'arm64' ? 'aarch64' : 'x86_64'}-linux-gnu`;
const isInstalled = spawnSync('rsyslogd', ['-v']).status === 0;
const [command, modules, env] = isInstalled
  ? ['rsyslogd', [], process.env]
  : [
      `${UNPACKED}/usr/sbin/rsyslogd`,
      ['-M', `${LIBRARIES}/rsyslog`],
      { ...process.env, LD_LIBRARY_PATH: LIBRARIES },
    ];
const describeReal = spawnSync(command, ['-v'], { env }).status === 0 ? describe : describe.skip;

const database = useDatabase();
const folder = useFolder('rsyslog');
const server = useChangingServer(database);

type Shipper = {
  /** Sends lines over TCP. */
  readonly send: (lines: string) => Promise<void>;
  readonly start: () => Promise<void>;
  readonly end: (signal: NodeJS.Signals) => Promise<void>;
};

/** Runs rsyslogd with a TCP input and this rule, and ends it after the work. */
const withShipper = async (rule: string, work: (shipper: Shipper) => Promise<void>): Promise<void> => {
  const port = await findFreePort();
  const configuration = join(folder(), 'rsyslog.conf');
  writeFileSync(
    configuration,
    `global(workDirectory="${folder()}")
module(load="imtcp")
input(type="imtcp" address="127.0.0.1" port="${port}")
${rule}`,
  );
  let child: ChildProcess | undefined;
  const start: Shipper['start'] = async () => {
    child = spawn(command, ['-n', '-f', configuration, '-i', join(folder(), 'pid'), ...modules], {
      env,
      stdio: 'ignore',
    });
    await awaitUntil('the shipper listens', async () => canConnect(port));
  };
  const end: Shipper['end'] = async (signal) => {
    if (child === undefined) return;
    const exited = once(child, 'exit');
    child.kill(signal);
    await exited;
    child = undefined;
  };
  try {
    await start();
    await work({ send: async (lines) => sendTo(port, lines), start, end });
  } finally {
    await end('SIGKILL');
  }
};

const canConnect = async (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    socket.once('error', () => resolve(false));
    socket.once('connect', () => socket.end(() => resolve(true)));
  });

const sendTo = async (port: number, lines: string): Promise<void> => {
  const socket = connect(port, '127.0.0.1');
  await once(socket, 'connect');
  socket.end(lines);
  await once(socket, 'finish');
};

/** The same lines as a sender writes them on the wire: RFC 5424 with the facility authpriv. */
const sent = (fromPort: number, count: number): string =>
  failedLogins('web01', fromPort, count).replaceAll(
    /^(\S+) (\S+) sshd\[(\d+)\]: /gm,
    '<86>1 $1 $2 sshd $3 - - ',
  );

const follow = (): RunningCommand =>
  spawnCommand('importer', [
    '--follow',
    join(folder(), 'auth.log'),
    '--url',
    `http://127.0.0.1:${server().port}/graphql`,
  ]);

describeReal('rsyslog with a file that the import follows stores each event once', () => {
  test('when the server is down, after 503 and 401, and when rsyslog and the import start again', async () => {
    const [rule = ''] = readConfiguration('rsyslog', {
      '/var/log/sessionscope-auth.log': join(folder(), 'auth.log'),
    });
    await server().restart(503);
    await withShipper(rule, async ({ send, start, end }) => {
      await send(sent(1000, 1000));
      const killed = follow();
      await server().awaitAnswers(503, 2);
      await server().stop();
      await end('SIGTERM');
      await start();
      await send(sent(2000, 10));
      killed.child.kill('SIGKILL');
      await killed.ended;
      await server().restart(401);
      const refused = follow();
      expect((await refused.ended).code).toBe(1);
      const last = follow();
      await server().restart('STORING');
      await send(sent(2010, 10));
      await expectLogins(database(), 'web01', { first: 1000, count: 1020 });
      last.child.kill('SIGINT');
      await last.ended;
    });
  });
});
