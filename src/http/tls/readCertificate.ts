import { createPrivateKey, X509Certificate } from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { createSecureContext } from 'node:tls';

/** The paths of the certificate (PEM, including intermediate certificates) and its key. */
export type TlsFiles = { readonly certFile: string; readonly keyFile: string };

/** The checked options of a TLS server. */
export type Certificate = {
  readonly cert: string;
  readonly key: string;
  readonly minVersion: 'TLSv1.2';
  readonly ciphers: string;
};

/**
 * Only ciphers with forward secrecy and authenticated encryption. Node's default also has CBC, for old clients that are not supported here.
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
 * Reads the certificate and its key, and checks them, so that problems do not appear only at the first connection.
 *
 * @throws Error that names the setting, the problem and the remedy.
 */
export const readCertificate = async ({ certFile, keyFile }: TlsFiles): Promise<Certificate> => {
  const [cert, key] = [await read('TLS_CERT_FILE', certFile), await read('TLS_KEY_FILE', keyFile)];
  const certificate = parseCertificate(cert);
  const privateKey = parseKey(key);
  if (!certificate.checkPrivateKey(privateKey)) {
    throw new Error('TLS_KEY_FILE is not the key of the certificate in TLS_CERT_FILE; name a matching pair.');
  }
  const now = Date.now();
  if (Date.parse(certificate.validTo) < now) {
    throw new Error(`TLS_CERT_FILE has expired (${certificate.validTo}); renew the certificate.`);
  }
  if (Date.parse(certificate.validFrom) > now) {
    throw new Error(
      `TLS_CERT_FILE is not valid before ${certificate.validFrom}; check the clock of this machine.`,
    );
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
    throw new Error('TLS_CERT_FILE contains no certificate in PEM format (-----BEGIN CERTIFICATE-----).', {
      cause: error,
    });
  }
};

const parseKey = (text: string): KeyObject => {
  if (text.includes('ENCRYPTED')) {
    throw new Error(
      'TLS_KEY_FILE is encrypted; remove its passphrase, and make it readable only for the server.',
    );
  }
  try {
    return createPrivateKey(text);
  } catch (error) {
    throw new Error('TLS_KEY_FILE contains no private key in PEM format (-----BEGIN PRIVATE KEY-----).', {
      cause: error,
    });
  }
};

const codeOf = (error: unknown): string => (error as NodeJS.ErrnoException).code ?? 'unknown error';
