import { createPrivateKey } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, beforeAll, expect, test } from '@jest/globals';

import { readCertificate } from '../../../src/http/tls/readCertificate.ts';
import { makeCertificate } from '../../support/makeCertificate.ts';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sessionscope-tls-'));
});
afterAll(async () => rm(folder, { recursive: true }));

const read = async (texts: { readonly cert: string; readonly key: string }) => {
  const files = { certFile: join(folder, 'cert.pem'), keyFile: join(folder, 'key.pem') };
  await writeFile(files.certFile, texts.cert);
  await writeFile(files.keyFile, texts.key);
  return readCertificate(files);
};

const { cert, key } = makeCertificate();
const encrypt = (cipher: { cipher?: string; type: 'pkcs8' | 'sec1' }): string =>
  createPrivateKey(key)
    .export({ format: 'pem', cipher: 'aes-256-cbc', passphrase: 'x', ...cipher })
    .toString();

test('a matching pair is accepted, with the intermediate certificates', async () => {
  const chain = cert + makeCertificate().cert;
  expect(await read({ cert: chain, key })).toMatchObject({ cert: chain, key, minVersion: 'TLSv1.2' });
});

test.each([
  ['the key of another', cert, makeCertificate().key, /^TLS_KEY_FILE is not the key of the certificate/],
  ['an encrypted key', cert, encrypt({ type: 'pkcs8' }), /^TLS_KEY_FILE is encrypted; remove its passphrase/],
  ['an old encrypted key', cert, encrypt({ type: 'sec1' }), /^TLS_KEY_FILE is encrypted/],
  ['no key', cert, 'x', /^TLS_KEY_FILE contains no private key in PEM/],
  ['a certificate as key', cert, cert, /^TLS_KEY_FILE contains no private key in PEM/],
  ['no certificate', 'x', key, /^TLS_CERT_FILE contains no certificate in PEM/],
  ['a key as certificate', key, key, /^TLS_CERT_FILE contains no certificate in PEM/],
])('%s is refused', async (_, badCert, badKey, reason) => {
  await expect(read({ cert: badCert, key: badKey })).rejects.toThrow(reason);
});

test('a certificate is refused before and after its validity', async () => {
  await expect(read(makeCertificate({ fromDays: -9, untilDays: -1 }))).rejects.toThrow(
    /^TLS_CERT_FILE has expired \(.+ GMT\); renew/,
  );
  await expect(read(makeCertificate({ fromDays: 1, untilDays: 2 }))).rejects.toThrow(
    /^TLS_CERT_FILE is not valid before .+ GMT; check the clock of this machine\.$/,
  );
});

test.each([
  ['certFile', 'TLS_CERT_FILE'],
  ['keyFile', 'TLS_KEY_FILE'],
])('a missing %s is reported with its setting', async (file, setting) => {
  await read({ cert, key });
  const files = { certFile: join(folder, 'cert.pem'), keyFile: join(folder, 'key.pem') };
  await expect(readCertificate({ ...files, [file]: join(folder, 'nothing') })).rejects.toThrow(
    `${setting} cannot be read (ENOENT).`,
  );
});
