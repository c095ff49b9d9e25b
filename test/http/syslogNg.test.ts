import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { appendFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { expect, test } from '@jest/globals';

import { useApi } from '../support/api.ts';
import { awaitUntil } from '../support/awaitUntil.ts';
import { useDatabase } from '../support/database.ts';

// Runs Debian's syslog-ng with the destination of docs/shippers.md; .ci/run installs it, elsewhere the test is skipped.
const isThere = /^Available-Modules:.*\bhttp\b/m.test(
  spawnSync('syslog-ng', ['--version']).stdout?.toString() ?? '',
);
const testReal = isThere ? test : test.skip;

const api = useApi(useDatabase());

/** Returns the destination of the documentation, for this address. */
const readDestination = (address: string): string => {
  const docs = readFileSync(join(process.cwd(), 'docs/shippers.md'), 'utf8');
  const [destination = ''] = /^destination d_sessionscope \{[^]*?^\};$/m.exec(docs) ?? [];
  expect(destination).toContain('http://127.0.0.1:4000/ingest');
  return destination.replace('http://127.0.0.1:4000/ingest', address);
};

const line = (message: string): string => `Nov 16 10:00:00 web01 sshd[4711]: ${message}\n`;

testReal('syslog-ng sends what it reads from auth.log, in batches', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'sessionscope-syslog-ng-'));
  const [log, config] = [join(folder, 'auth.log'), join(folder, 'syslog-ng.conf')];
  writeFileSync(log, line('Accepted password for ana from 10.0.0.9 port 50000 ssh2'));
  writeFileSync(
    config,
    `@version: 3.35
options { keep-hostname(yes); use-dns(no); dns-cache(no); };
source s_auth { file("${log}" follow-freq(0.2)); };
${readDestination(new URL('/ingest', api().url).href)}
log { source(s_auth); destination(d_sessionscope); };
`,
  );
  const own = ['-p', join(folder, 'pid'), '-c', join(folder, 'ctl'), '-R', join(folder, 'persist')];
  const child = spawn('syslog-ng', ['-F', '--no-caps', '-f', config, ...own], { stdio: 'ignore' });
  const exited = once(child, 'exit');
  try {
    appendFileSync(log, line('pam_unix(sshd:session): session opened for user ana(uid=1000) by (uid=0)'));
    appendFileSync(log, line('Failed password for root from 203.0.113.7 port 51000 ssh2'));
    const ask = async () =>
      (
        await api().query(
          '{ sessionEvents(order: OLDEST_FIRST) { nodes { hostname user action ... on LoginEvent { loginId srcIp srcPort loginSuccessful } } } }',
        )
      ).data.sessionEvents.nodes;
    await awaitUntil('both logins are stored', async () => (await ask()).length === 2);
    const login = { hostname: 'WEB01', action: 'LOGIN' };
    expect(await ask()).toEqual([
      { ...login, user: 'root', loginId: null, srcIp: '203.0.113.7', srcPort: 51000, loginSuccessful: false },
      { ...login, user: 'ana', loginId: '0x1267', srcIp: '10.0.0.9', srcPort: 50000, loginSuccessful: true },
    ]);
  } finally {
    child.kill('SIGTERM');
    await exited;
    rmSync(folder, { recursive: true });
  }
});
