import { createPrivateKey, X509Certificate } from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { createSecureContext } from 'node:tls';

/** Where the certificate (PEM, with those between it and its root) and its key are. */
export type TlsFiles = { readonly certFile: string; readonly keyFile: string };

/** What a TLS server needs, found to fit. */
export type Certificate = {
  readonly cert: string;
  readonly key: string;
  readonly minVersion: 'TLSv1.2';
  readonly ciphers: string;
};

/**
 * With forward secrecy and authenticated encryption alone; Node's own list has CBC besides, for clients that nobody has here.
 * https://wiki.mozilla.org/Security/Server_Side_TLS (intermediate)
 */
const CIPHERS = [
  'TLS_AES_256_GCM_SHA384',
  'TLS_CHACHA20_POLY1305_SHA256',
  'TLS_AES_128_GCM_SHA256',
  ...['ECDSA', 'RSA'].flatMap((key) =>
    ['AES128-GCM-SHA256', 'AES256-GCM-SHA384', 'CHACHA20-POLY1305'].map((cipher) => `ECDHE-${key}-${cipher}`),
  ),
].join(':');

/**
 * Reads the certificate and its key, and checks what would else be found out by the first who connects.
 *
 * @throws Error that names the setting, what is wrong and what to do.
 */
export const readCertificate = async ({ certFile, keyFile }: TlsFiles): Promise<Certificate> => {
  const [cert, key] = [await read('TLS_CERT_FILE', certFile), await read('TLS_KEY_FILE', keyFile)];
  const certificate = parseCertificate(cert);
  const privateKey = parseKey(key);
  if (!certificate.checkPrivateKey(privateKey)) {
    throw new Error(
      'TLS_KEY_FILE is the key of another certificate than TLS_CERT_FILE; name the two of a pair.',
    );
  }
  const now = Date.now();
  if (Date.parse(certificate.validTo) < now) {
    throw new Error(`TLS_CERT_FILE has expired (${certificate.validTo}); renew the certificate.`);
  }
  if (Date.parse(certificate.validFrom) > now) {
    throw new Error(`TLS_CERT_FILE is not valid before ${certificate.validFrom}; is the clock right?`);
  }
  const pair: Certificate = { cert, key, minVersion: 'TLSv1.2', ciphers: CIPHERS };
  try {
    createSecureContext(pair);
  } catch (error) {
    throw new Error(`TLS_CERT_FILE and TLS_KEY_FILE cannot be used (${codeOf(error)}).`, { cause: error });
  }
  return pair;
};

const read = async (name: string, path: string): Promise<string> => {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    throw new Error(`${name} cannot be read (${codeOf(error)}).`, { cause: error });
  }
};

const parseCertificate = (text: string): X509Certificate => {
  try {
    return new X509Certificate(text);
  } catch (error) {
    throw new Error('TLS_CERT_FILE holds no certificate in PEM (-----BEGIN CERTIFICATE-----).', {
      cause: error,
    });
  }
};

const parseKey = (text: string): KeyObject => {
  if (text.includes('ENCRYPTED')) {
    throw new Error('TLS_KEY_FILE is encrypted; take its passphrase off and let only the server read it.');
  }
  try {
    return createPrivateKey(text);
  } catch (error) {
    throw new Error('TLS_KEY_FILE holds no private key in PEM (-----BEGIN PRIVATE KEY-----).', {
      cause: error,
    });
  }
};

const codeOf = (error: unknown): string => (error as NodeJS.ErrnoException).code ?? 'unknown error';
