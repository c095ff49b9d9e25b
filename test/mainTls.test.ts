import { expect, test } from '@jest/globals';

import { readCounts, someRecords, writeFile } from './importer/importing.ts';
import { useDatabase } from './support/database.ts';
import { argumentsFor } from './support/entryPoints.ts';
import { makeCertificate } from './support/makeCertificate.ts';
import { useSpawnMain } from './support/useSpawnMain.ts';

const database = useDatabase();

const { cert, key } = makeCertificate();
/** The files are deleted after each test. */
const writePair = () => ({
  TLS_CERT_FILE: writeFile(cert, 'cert.pem'),
  TLS_KEY_FILE: writeFile(key, 'key.pem'),
});

const spawnMain = useSpawnMain();
const start = async (settings: Record<string, string>, flags: readonly string[] = []) => {
  const DATABASE_URL = database().readPool.options.connectionString ?? '';
  const main = spawnMain({ settings: { DATABASE_URL, AUTH: 'none', ...settings }, flags });
  return { ...main, url: await main.url };
};

test('it prints its https address, and an import that trusts the certificate works there', async () => {
  const pair = writePair();
  const { url } = await start(pair);
  expect(url).toMatch(/^https:\/\/127\.0\.0\.1:\d+\/graphql$/);
  const settings = { NODE_EXTRA_CA_CERTS: pair.TLS_CERT_FILE };
  const flags = ['--url', url ?? '', writeFile(someRecords(3))];
  const importing = spawnMain({ script: argumentsFor('importer'), flags, settings });
  expect(await importing.ended).toBe(0);
  expect(readCounts(importing.output() + importing.errors())).toMatchObject({ accepted: 3 });
});

test('it does not start with a key that does not match the certificate, nor to import into itself', async () => {
  const other = await start({ ...writePair(), TLS_KEY_FILE: writeFile(makeCertificate().key) });
  expect([other.url, await other.ended]).toEqual([null, 1]);
  expect(other.errors()).toMatch(
    /^Sessionscope cannot start: TLS_KEY_FILE is not the key of the certificate/m,
  );
  const importing = await start(writePair(), [writeFile(someRecords(1))]);
  expect([importing.url, await importing.ended]).toEqual([null, 1]);
  expect(importing.errors()).toMatch(
    /^Sessionscope cannot start: with TLS the server cannot import into itself/m,
  );
});

test.each([
  ['warned about: another HOST', { AUTH: 'required', HOST: '0.0.0.0' }, true],
  ['not warned about: no key is needed', { HOST: '0.0.0.0' }, false],
  ['not warned about: loopback', { AUTH: 'required' }, false],
])('unencrypted keys are %s', async (_, settings, isWarned) => {
  const main = await start(settings);
  expect(main.url).not.toBeNull();
  expect(main.log().some((line) => line.includes('without encryption'))).toBe(isWarned);
});

test('keys to another HOST are not warned about with TLS', async () => {
  const main = await start({ AUTH: 'required', HOST: '0.0.0.0', ...writePair() });
  expect(main.url).not.toBeNull();
  expect(main.log().join('')).not.toContain('without encryption');
});
