import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { beforeAll, describe, expect, test } from '@jest/globals';

import { addKey } from '../../src/domain/access/addKey.ts';

import { useApi } from '../support/api.ts';
import { useDatabase } from '../support/database.ts';
import { failedLoginEntries } from '../support/ingest/uploads.ts';
import { guardedBy } from '../support/keys.ts';
import { expectLogins } from '../support/shippers/failedLogins.ts';
import { readConfiguration } from '../support/shippers/readConfiguration.ts';
import { useChangingServer } from '../support/shippers/useChangingServer.ts';
import { useFolder } from '../support/useFolder.ts';

// Runs Debian's systemd-journal-upload with the configuration of docs/shippers.md; .ci/run installs it, elsewhere the tests are skipped.
const [UPLOAD, REMOTE] = ['upload', 'remote'].map((name) => `/lib/systemd/systemd-journal-${name}`);
const describeReal = existsSync(UPLOAD ?? '') ? describe : describe.skip;

const database = useDatabase();
const folder = useFolder('journal');
let key = '';
beforeAll(async () => {
  key = (await addKey(database(), { name: 'uploader', scopes: ['events:write'], lifetimeMs: null })).text;
});
const plain = useChangingServer(database);
const encrypted = useChangingServer(database, { tlsFolder: folder });
const guarded = useApi(database, { access: async () => guardedBy(database()) });

/** The settings in the block of the page, as options: those of the file cannot be changed without changing the machine. */
const OPTIONS: Readonly<Record<string, string>> = {
  URL: '--url',
  ServerKeyFile: '--key',
  ServerCertificateFile: '--cert',
  TrustedCertificateFile: '--trust',
};

const documented = (block: number, replacements: Readonly<Record<string, string>>): readonly string[] =>
  [...(readConfiguration('journal-upload', replacements)[block] ?? '').matchAll(/^(\w+)=(.*)$/gm)].map(
    ([, name = '', value = '']) => `${OPTIONS[name] ?? name}=${value}`,
  );

const overHttp = (port: number): readonly string[] =>
  documented(0, { 'http://127.0.0.1:4000': `http://127.0.0.1:${port}` });

const overTls = (): readonly string[] =>
  documented(1, {
    'https://upload:ss_…@logs.example.org:4000': `https://upload:${key}@127.0.0.1:${encrypted().port}`,
    '/etc/sessionscope/upload-key.pem': join(folder(), 'key.pem'),
    '/etc/sessionscope/upload-cert.pem': join(folder(), 'cert.pem'),
    '/etc/sessionscope/cert.pem': join(folder(), 'cert.pem'),
  });

/** Adds failed logins to the journal of the host, as it is on its disk. */
const log = (host: string, fromPort: number, count: number): void => {
  const { status, stderr } = spawnSync(REMOTE ?? '', ['-o', join(folder(), `${host}.journal`), '-'], {
    input: failedLoginEntries(host, fromPort, count),
  });
  if (status !== 0) throw new Error(stderr.toString());
};

const stateOf = (host: string): string => join(folder(), `${host}.state`);

/** Sends what the host has logged behind its saved place; returns what the uploader says when it fails, null if it succeeds. */
const upload = async (host: string, options: readonly string[]): Promise<string | null> => {
  const files = [
    `--file=${join(folder(), `${host}.journal`)}`,
    `--save-state=${stateOf(host)}`,
    '--follow=no',
  ];
  const child = spawn(UPLOAD ?? '', [...options, ...files], { stdio: ['ignore', 'ignore', 'pipe'] });
  let messages = '';
  child.stderr.on('data', (text: Buffer) => (messages += text.toString()));
  const [code] = await once(child, 'close');
  return code === 0 ? null : messages;
};

const expectStored = async (host: string, first: number, count: number): Promise<void> =>
  expectLogins(database(), host, { first, count });

describeReal('systemd-journal-upload stores each event once', () => {
  test('when the server is down and comes back, and after 503, 429 and 401', async () => {
    log('up01', 1000, 2500);
    await plain().stop();
    expect(await upload('up01', overHttp(plain().port))).toContain('Failed to connect');
    await plain().restart(503);
    expect(await upload('up01', overHttp(plain().port))).toContain('failed with code 503');
    await plain().restart(401);
    expect(await upload('up01', overHttp(plain().port))).toContain('failed with code 401');
    expect(existsSync(stateOf('up01'))).toBe(false);
    await plain().restart('STORING');
    expect(await upload('up01', overHttp(plain().port))).toBeNull();
    await expectStored('up01', 1000, 2500);

    // The first upload uses up the budget.
    await plain().restart(429);
    log('up01', 3500, 10);
    expect(await upload('up01', overHttp(plain().port))).toBeNull();
    log('up01', 3510, 10);
    expect(await upload('up01', overHttp(plain().port))).toContain('failed with code 429');
    await plain().restart('STORING');
    expect(await upload('up01', overHttp(plain().port))).toBeNull();
    await expectStored('up01', 1000, 2520);
  });

  test('when it starts again, from the place that it saved or from its beginning', async () => {
    await plain().restart('STORING');
    log('up02', 1000, 10);
    expect(await upload('up02', overHttp(plain().port))).toBeNull();
    expect(readFileSync(stateOf('up02'), 'utf8')).toContain('LAST_CURSOR=');
    log('up02', 1010, 10);
    expect(await upload('up02', overHttp(plain().port))).toBeNull();
    rmSync(stateOf('up02'));
    expect(await upload('up02', overHttp(plain().port))).toBeNull();
    await expectStored('up02', 1000, 20);
  });

  test('while it follows the journal', async () => {
    await plain().restart('STORING');
    log('up03', 1000, 10);
    const files = ['--follow', `--file=${join(folder(), 'up03.journal')}`, `--save-state=${stateOf('up03')}`];
    const child = spawn(UPLOAD ?? '', [...overHttp(plain().port), ...files], { stdio: 'ignore' });
    const exited = once(child, 'exit');
    await expectStored('up03', 1000, 10);
    log('up03', 1010, 10);
    await expectStored('up03', 1000, 20);
    child.kill('SIGTERM');
    await exited;
  });

  test('with a key, which it also writes into its messages', async () => {
    log('up04', 1000, 10);
    const { host } = new URL(guarded().url);
    const withKey = (text: string) => [`--url=http://upload:${text}@${host}`];
    const wrong = key.replace(/.$/, (last) => (last === 'A' ? 'Q' : 'A'));
    const refused = await upload('up04', withKey(wrong));
    expect(refused).toContain('failed with code 401');
    expect(refused).toContain(wrong);
    expect(await upload('up04', withKey(key))).toBeNull();
    await expectStored('up04', 1000, 10);
  });

  test('over TLS with a self-signed certificate, and none without its file', async () => {
    await encrypted().restart('STORING');
    log('up05', 1000, 10);
    const other = join(folder(), 'other.pem');
    writeFileSync(other, readFileSync('/etc/ssl/certs/ca-certificates.crt'));
    const untrusted = overTls().map((option) =>
      option.startsWith('--trust=') ? `--trust=${other}` : option,
    );
    expect(await upload('up05', untrusted)).toMatch(/certificate/i);
    expect(await upload('up05', overTls())).toBeNull();
    await expectStored('up05', 1000, 10);
  });
});
